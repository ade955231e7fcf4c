"""Conditions of the programme: reasons for what is not well, an owner for a high risk, a plan assessed anew in full."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.government_commitment.entries import register
from procedures.national_objectives.objectives import registers
from procedures.picture_scale import worst_explained
from procedures.reform_programme.catalogue import ids_of, programme
from procedures.roadmap.catalogue import roadmap
from procedures.statutes import STEERING_REFORM

PREFACE: Final = STEERING_REFORM("esipuhe", Status.PRACTICE)
PLANS: Final = STEERING_REFORM("taulukot 2 ja 3", Status.PRACTICE)
FOLLOW_UP: Final = STEERING_REFORM("luku 5, liite 7", Status.PRACTICE)
ASSUMPTIONS: Final = STEERING_REFORM("luku 5, taulukko 4", Status.PRACTICE)
RISKS: Final = STEERING_REFORM("luku 5, taulukko 5", Status.PRACTICE)

SETTLED: Final = frozenset({"done", "dropped"})


def awaiting_reassessment(case: Case) -> frozenset[str]:
    """Gives the assumptions that have failed since the plan was last assessed anew for them."""
    events = [*case.every("assumption_judged"), *case.every("plan_reassessed")]
    failed: set[str] = set()
    for event in sorted(events, key=lambda event: event.version):
        if "judgement" not in event.data:
            failed -= set(event.data["assumptions"])
        elif event.data["judgement"] == "failed":
            failed.add(str(event.data["assumption"]))
    return frozenset(failed)


def stages_of(case: Case | None) -> Mapping[str, str]:
    """Gives the last stated stage of each measure; a report without one leaves it as it was."""
    reports = case.every("measure_state_set") if case else ()
    return {str(event.data["measure"]): str(event.data["stage"]) for event in reports if event.data["stage"]}


def unsettled_measures(case: Case) -> frozenset[str]:
    """Gives the measures whose last stated stage is neither done nor dropped."""
    stages = stages_of(case)
    return frozenset(one.id for one in programme().measures if stages.get(one.id) not in SETTLED)


def links_now(case: Case) -> frozenset[tuple[str, str, str]]:
    """Gives what is tied to the goals beside what the catalogue says: goal, kind and target."""
    events = [*case.every("goal_linked"), *case.every("goal_unlinked")]
    tied: set[tuple[str, str, str]] = set()
    for event in sorted(events, key=lambda event: event.version):
        link = (str(event.data["goal"]), str(event.data["kind"]), str(event.data["target"]))
        (tied.add if event.type.endswith(".goal_linked") else tied.discard)(link)
    return frozenset(tied)


def _done_shown(offer: Offer) -> bool:
    """Holds unless something is called done without saying where it can be seen."""
    return offer.payload.stage != "done" or offer.payload.evidence is not None


def _dropped_explained(offer: Offer) -> bool:
    """Holds unless something is dropped without a written reason."""
    return offer.payload.stage != "dropped" or offer.payload.reason is not None


def _someone_answers(offer: Offer) -> bool:
    """Holds when the plan names at least one organisation that answers for the measure."""
    return bool(offer.payload.owners)


def _days_in_order(offer: Offer) -> bool:
    """Holds unless the measure would be done before it begins."""
    starts, due = offer.payload.starts_on, offer.payload.due_on
    return starts is None or due is None or bool(starts <= due)


def _objectives() -> Collection[str]:
    return {str(one.number) for held in registers().values() for one in held.objectives}


def _commitments() -> Collection[str]:
    return {str(number) for number in register("entries_2025").numbers}


def _subtasks() -> Collection[str]:
    return roadmap().subtasks.keys()


_CATALOGUES: Final[Mapping[str, Callable[[], Collection[str]]]] = {
    "measure": partial(ids_of, "measures"),
    "action": partial(ids_of, "actions"),
    "objective": _objectives,
    "commitment": _commitments,
    "subtask": _subtasks,
}
"""What can be tied to a goal and stands in a catalogue of this project; each is read when it is asked for."""


def _target_known(offer: Offer) -> bool:
    """Holds when what is tied to a goal is in its own catalogue, where this project keeps one."""
    catalogue = _CATALOGUES.get(offer.payload.kind)
    return catalogue is None or offer.payload.target in catalogue()


def _linked_before(offer: Offer) -> bool:
    """Holds when the link to be undone is there."""
    link = (offer.payload.goal, offer.payload.kind, offer.payload.target)
    return offer.case is not None and link in links_now(offer.case)


def _judgement_explained(offer: Offer) -> bool:
    """Holds unless an assumption is said to waver or to have failed without a written reason."""
    return offer.payload.judgement == "holds" or offer.payload.reason is not None


def _has_failed(offer: Offer) -> bool:
    """Holds when the assumption is judged to have failed."""
    return bool(offer.payload.judgement == "failed")


def _failed_named(offer: Offer) -> bool:
    """Holds when exactly the failed assumptions that wait for it are named."""
    return offer.case is not None and frozenset(offer.payload.assumptions) == awaiting_reassessment(offer.case)


def _high_risk_owned(offer: Offer) -> bool:
    """Holds unless a high risk has no owner or no control."""
    payload = offer.payload
    return payload.level != "high" or (payload.owner is not None and payload.control is not None)


def _shown_named(offer: Offer) -> bool:
    """Holds when the report says as of which position of the log, and which pages, were shown."""
    return offer.payload.shown_position is not None and bool(offer.payload.pages)


def _through_the_chain(offer: Offer) -> bool:
    """Holds when the permanent secretaries saw this position of the log, or a later one, before the ministers."""
    if offer.case is None:
        return False
    seen = [event.data["shown_position"] or 0 for event in offer.case.every("reported_to_secretaries")]
    return bool(seen) and (offer.payload.shown_position or 0) <= max(seen)


def _every_measure_settled(offer: Offer) -> bool:
    """Holds when each measure is done or dropped."""
    return offer.case is not None and not unsettled_measures(offer.case)


WORST_EXPLAINED: Final = worst_explained(FOLLOW_UP)
DONE_SHOWN: Final = Guard(
    "done_shown",
    Label(
        "valmiista on kerrottu, mistä sen näkee",
        "det har angetts var det färdiga kan ses",
        "it is said where what is done can be seen",
    ),
    (FOLLOW_UP,),
    _done_shown,
    reads_payload=True,
)
DROPPED_EXPLAINED: Final = Guard(
    "dropped_explained",
    Label("luopumisen syy on kirjattu", "skälet till att avstå har antecknats", "the reason for dropping is written"),
    (FOLLOW_UP,),
    _dropped_explained,
    reads_payload=True,
)
SOMEONE_ANSWERS: Final = Guard(
    "someone_answers",
    Label("vähintään yksi vastuutaho on nimetty", "minst en ansvarig har angetts", "at least one owner is named"),
    (PLANS,),
    _someone_answers,
    reads_payload=True,
)
DAYS_IN_ORDER: Final = Guard(
    "days_in_order",
    Label(
        "toimenpide alkaa ennen kuin se on valmis",
        "åtgärden börjar innan den är färdig",
        "the measure begins before it is done",
    ),
    (PLANS,),
    _days_in_order,
    reads_payload=True,
)
TARGET_KNOWN: Final = Guard(
    "target_known",
    Label(
        "liitetty kohde on omassa luettelossaan",
        "det som kopplas finns i sin egen förteckning",
        "what is linked is in its own catalogue",
    ),
    (PLANS,),
    _target_known,
    reads_payload=True,
)
LINKED_BEFORE: Final = Guard(
    "linked_before",
    Label("purettava liitos on olemassa", "kopplingen finns", "the link to be undone exists"),
    (PLANS,),
    _linked_before,
    reads_payload=True,
)
JUDGEMENT_EXPLAINED: Final = Guard(
    "judgement_explained",
    Label(
        "horjuvan tai pettäneen olettaman syy on kirjattu",
        "skälet till att antagandet vacklar eller har brustit har antecknats",
        "the reason why the assumption wavers or has failed is written down",
    ),
    (ASSUMPTIONS,),
    _judgement_explained,
    reads_payload=True,
)
HAS_FAILED: Final = Guard(
    "has_failed",
    Label("olettama on pettänyt", "antagandet har brustit", "the assumption has failed"),
    (ASSUMPTIONS,),
    _has_failed,
    reads_payload=True,
)
"""Chooses the judgement that opens a re-assessment of the plan."""
FAILED_NAMED: Final = Guard(
    "failed_named",
    Label(
        "uudelleenarviointi nimeää täsmälleen ne pettäneet olettamat, jotka odottavat sitä",
        "omprövningen anger exakt de brustna antaganden som väntar på den",
        "exactly the failed assumptions that wait for it are named",
    ),
    (ASSUMPTIONS,),
    _failed_named,
    reads_payload=True,
)
HIGH_RISK_OWNED: Final = Guard(
    "high_risk_owned",
    Label(
        "suurella riskillä on omistaja ja hallintakeino",
        "en stor risk har en ägare och ett sätt att hantera den",
        "a high risk has an owner and a control",
    ),
    (RISKS,),
    _high_risk_owned,
    reads_payload=True,
)
SHOWN_NAMED: Final = Guard(
    "shown_named",
    Label(
        "raportti kertoo, minkä lokin kohdan tilanne ja mitkä sivut näytettiin",
        "rapporten anger vilken position i loggen och vilka sidor som visades",
        "the report says as of which position of the log, and which pages, were shown",
    ),
    (FOLLOW_UP,),
    _shown_named,
    reads_payload=True,
)
THROUGH_THE_CHAIN: Final = Guard(
    "through_the_chain",
    Label(
        "tilanne on raportoitu ensin kansliapäälliköille",
        "läget har först rapporterats till kanslicheferna",
        "the picture was reported to the permanent secretaries first",
    ),
    (FOLLOW_UP,),
    _through_the_chain,
    reads_payload=True,
)
EVERY_MEASURE_SETTLED: Final = Guard(
    "every_measure_settled",
    Label(
        "jokainen toimenpide on valmis tai siitä on luovuttu",
        "varje åtgärd är färdig eller har fått förfalla",
        "every measure is done or dropped",
    ),
    (PLANS,),
    _every_measure_settled,
)
