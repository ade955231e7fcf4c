"""Conditions of a month's round: its day, that nobody is passed over, and that what is reported was compiled."""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import ROADMAP_2021, STEERING_REFORM

ROUND: Final = ROADMAP_2021("tilannekuva", Status.PRACTICE)
PICTURE: Final = STEERING_REFORM("taulukko 3, 3.1", Status.PRACTICE)


def agreed_day(month: str, number: int) -> date:
    """Gives the day `number` of a month (2026-11), whether it is a working day or not."""
    year, _, month_number = month.partition("-")
    return date(int(year), int(month_number), number)


def _due_day_agreed(offer: Offer) -> bool:
    """Holds when the day is the agreed one of the month of the round, or when it says why it is not."""
    payload = offer.payload
    if payload.other_day_because is not None:
        return True
    number = int(str(offer.parameters.on("due_day_of_month", offer.law_on).value))
    return bool(payload.agreed_on == agreed_day(payload.month, number))


def _due_day_ahead(offer: Offer) -> bool:
    """Holds when the new day has not passed yet."""
    return bool(offer.payload.agreed_on >= offer.on)


def _everybody_named(offer: Offer) -> bool:
    """Holds when each of those whom the round asks stands in exactly one of the three groups, and nobody else."""
    payload, case = offer.payload, offer.case
    named = (*payload.answered, *payload.silent, *payload.excused)
    return case is not None and sorted(named) == sorted(case.opening.partners)


def _day_come_or_all_in(offer: Offer) -> bool:
    """Holds from the due day on, and before it when nobody is silent."""
    case = offer.case
    if case is None:
        return False
    due = [deadline.due for deadline in case.open_deadlines if deadline.name == "answers"]
    return not offer.payload.silent or not due or max(due) <= offer.on


def _themes_of_several(offer: Offer) -> bool:
    """Holds when each theme was raised by at least two different counties of the round."""
    case = offer.case
    if case is None:
        return False
    asked = set(case.opening.partners)
    raised = [set(theme.counties) for theme in (*offer.payload.themes, *offer.payload.rescue_themes)]
    return all(len(counties) > 1 and counties <= asked for counties in raised)


def _themes_compiled(offer: Offer) -> bool:
    """Holds when the themes of the month were compiled."""
    return offer.case is not None and offer.case.has("themes_compiled")


def _reported_once(offer: Offer) -> bool:
    """Holds when the picture was reported to at least one level."""
    return offer.case is not None and offer.case.has("reported")


DUE_DAY_AGREED: Final = Guard(
    "due_day_agreed",
    Label(
        "päivä on kierroksen kuukauden 5. päivä, tai syy muuhun päivään on ilmoitettu",
        "dagen är den 5 i rundans månad, eller så har skälet till en annan dag angetts",
        "the day is the 5th of the month of the round, or the reason for another day is stated",
    ),
    (ROUND,),
    _due_day_agreed,
    reads_payload=True,
)
DUE_DAY_AHEAD: Final = Guard(
    "due_day_ahead",
    Label("uusi päivä ei ole ohi", "den nya dagen har inte passerat", "the new day has not passed"),
    (ROUND,),
    _due_day_ahead,
    reads_payload=True,
)
EVERYBODY_NAMED: Final = Guard(
    "everybody_named",
    Label(
        "jokainen alue on nimetty kerran: vastannut, vaiennut tai vapautettu",
        "varje område har angetts en gång: har svarat, har inte svarat eller är befriat",
        "each county is named once: answered, silent or excused",
    ),
    (PICTURE,),
    _everybody_named,
    reads_payload=True,
)
DAY_COME_OR_ALL_IN: Final = Guard(
    "day_come_or_all_in",
    Label(
        "vastauspäivä on tullut, tai kukaan ei ole vaiti",
        "svarsdagen har kommit, eller så har alla hörts av",
        "the day for answering has come, or nobody is silent",
    ),
    (ROUND,),
    _day_come_or_all_in,
    reads_payload=True,
)
THEMES_OF_SEVERAL: Final = Guard(
    "themes_of_several",
    Label(
        "jokaisen yhteisen asian on nostanut vähintään kaksi kierroksen aluetta",
        "varje gemensam fråga har tagits upp av minst två av rundans områden",
        "each theme was raised by at least two counties of the round",
    ),
    (ROUND,),
    _themes_of_several,
    reads_payload=True,
)
THEMES_COMPILED: Final = Guard(
    "themes_compiled",
    Label(
        "kuukauden yhteiset asiat on koottu",
        "månadens gemensamma frågor har sammanställts",
        "the themes of the month were compiled",
    ),
    (ROUND,),
    _themes_compiled,
)
REPORTED_ONCE: Final = Guard(
    "reported_once",
    Label(
        "tilannekuva on raportoitu vähintään yhdelle tasolle",
        "lägesbilden har rapporterats till minst en nivå",
        "the picture was reported to at least one level",
    ),
    (ROUND,),
    _reported_once,
)
