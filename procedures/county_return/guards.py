"""Conditions of a county's return: written reasons, each thing once, and that silence is never taken for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.county_return.said import ReturnedCase, ReturnedItem
from procedures.roadmap.fields import NEED_REASON
from procedures.statutes import ROADMAP_2021, STEERING_REFORM

ROUND: Final = ROADMAP_2021("tilannekuva", Status.PRACTICE)
FEEDBACK: Final = ROADMAP_2021("palaute", Status.PRACTICE)
PICTURE: Final = STEERING_REFORM("taulukko 3, 3.1", Status.PRACTICE)


def issued_positions(case: Case) -> frozenset[int]:
    """Gives the positions of the log from which a workbook of this return was issued."""
    issued = (*case.every("template_issued"), *case.every("template_reissued"))
    return frozenset(int(event.data["position"]) for event in issued)


def _reasoned(said: Iterable[ReturnedItem | ReturnedCase]) -> bool:
    return all(one.reason is not None for one in said if one.state in NEED_REASON)


def _reasons_given(offer: Offer) -> bool:
    """Holds when everything that is said to be at risk or late has a written reason."""
    return _reasoned((*offer.payload.items, *offer.payload.cases))


def _changes_reasoned(offer: Offer) -> bool:
    """Holds when everything that was seen to be at risk or late has a written reason."""
    return _reasoned(offer.payload.changes)


def _each_once(offer: Offer) -> bool:
    """Holds when no sub-task and no case is named twice."""
    named = [*(one.task for one in offer.payload.items), *(one.case for one in offer.payload.cases)]
    return len(named) == len(set(named))


def _something_said(offer: Offer) -> bool:
    """Holds when something is said, or when it is said that nothing has changed; never both."""
    payload = offer.payload
    says = bool(payload.items or payload.cases or payload.observations or payload.conflicts)
    return says is not bool(payload.nothing_changed)


def _own_workbook(offer: Offer) -> bool:
    """Holds when the answer was filled into a workbook that was issued for this return."""
    return offer.case is not None and offer.payload.position in issued_positions(offer.case)


def _agenda_stated(offer: Offer) -> bool:
    """Holds when the discussion had an agenda."""
    return bool(offer.payload.agenda)


def _answered_before(offer: Offer) -> bool:
    """Holds when the county has answered."""
    return offer.case is not None and offer.case.has("answered")


def _silent(offer: Offer) -> bool:
    """Holds when the county has not answered and its day is over."""
    case = offer.case
    if case is None or case.has("answered"):
        return False
    return all(deadline.due < offer.on for deadline in case.open_deadlines if deadline.name == "answer")


REASONS_GIVEN: Final = Guard(
    "reasons_given",
    Label(
        "jokaisella riskissä tai myöhässä olevalla on kirjallinen perustelu",
        "för allt som är i riskzonen eller försenat finns en skriftlig motivering",
        "everything that is at risk or late has a written reason",
    ),
    (PICTURE,),
    _reasons_given,
    reads_payload=True,
)
CHANGES_REASONED: Final = Guard(
    "changes_reasoned",
    Label(
        "keskustelussa riskiin tai myöhässä olevaksi todetulla on kirjallinen perustelu",
        "för det som i samtalet konstaterats vara i riskzonen eller försenat finns en skriftlig motivering",
        "what the discussion found at risk or late has a written reason",
    ),
    (PICTURE,),
    _changes_reasoned,
    reads_payload=True,
)
EACH_ONCE: Final = Guard(
    "each_once",
    Label(
        "kukin osatehtävä ja asia on vastauksessa kerran",
        "varje deluppgift och ärende finns i svaret en gång",
        "each sub-task and each case stands in the answer once",
    ),
    (ROUND,),
    _each_once,
    reads_payload=True,
)
SOMETHING_SAID: Final = Guard(
    "something_said",
    Label(
        "vastauksessa on sisältöä, tai siinä ilmoitetaan, ettei mikään ole muuttunut",
        "svaret har ett innehåll, eller så uppges att inget har förändrats",
        "the answer says something, or it says that nothing has changed",
    ),
    (ROUND,),
    _something_said,
    reads_payload=True,
)
OWN_WORKBOOK: Final = Guard(
    "own_workbook",
    Label(
        "vastaus on täytetty tätä kuukautta ja aluetta varten lähetettyyn työkirjaan",
        "svaret har fyllts i en arbetsbok som sänts för denna månad och detta område",
        "the answer was filled into a workbook that was issued for this month and county",
    ),
    (ROUND,),
    _own_workbook,
    reads_payload=True,
)
AGENDA_STATED: Final = Guard(
    "agenda_stated",
    Label(
        "keskustelun asialista on kirjattu",
        "samtalets föredragningslista har antecknats",
        "the agenda of the discussion is recorded",
    ),
    (FEEDBACK,),
    _agenda_stated,
    reads_payload=True,
)
ANSWERED_BEFORE: Final = Guard(
    "answered_before",
    Label("alue on vastannut", "området har svarat", "the county has answered"),
    (ROUND,),
    _answered_before,
)
SILENT: Final = Guard(
    "silent",
    Label(
        "alue ei ole vastannut ja vastauspäivä on ohi",
        "området har inte svarat och svarsdagen har passerat",
        "the county has not answered and the day for answering is over",
    ),
    (ROUND, PICTURE),
    _silent,
)
