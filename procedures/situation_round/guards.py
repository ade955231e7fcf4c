"""Conditions of a monthly round: its due day, whose answer it is, and that the compilation says what it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from engine.case import Case
from engine.deadlines import day_or_next_working_day
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.calendar import finnish_calendar
from procedures.statutes import ROADMAP_2021, STEERING_REFORM

ROUND: Final = ROADMAP_2021("tilannekuva", Status.PRACTICE)
PICTURE: Final = STEERING_REFORM("taulukko 3, 3.1", Status.PRACTICE)


def agreed_day(month: str, number: int) -> date:
    """Gives the day `number` of a month (2021-08), or the next working day.

    Raises:
        CalendarRangeError: the calendar does not reach it.
    """
    year, _, month_number = month.partition("-")
    return day_or_next_working_day(date(int(year), int(month_number), number), calendar=finnish_calendar()).due


def unanswered(case: Case, *also_heard: str) -> frozenset[str]:
    """Gives the counties of a round that have neither answered nor been excused, `also_heard` taken as heard."""
    heard = {str(event.data["party"]) for fact in ("answer_given", "answer_waived") for event in case.every(fact)}
    return frozenset(case.opening.partners) - heard - set(also_heard)


def _parties(case: Case, fact: str) -> Iterable[str]:
    return (str(event.data["party"]) for event in case.every(fact))


def _due_day_agreed(offer: Offer) -> bool:
    """Holds when the due day is the agreed day of the month or the next working day, or when it says why it is not."""
    if offer.payload.due_on is None:
        return False
    if offer.payload.other_day_because is not None:
        return True
    number = int(str(offer.parameters.on("due_day_of_month", offer.law_on).value))
    return bool(offer.payload.due_on == agreed_day(offer.payload.month, number))


def _due_day_ahead(offer: Offer) -> bool:
    """Holds when the new due day has not passed yet."""
    return bool(offer.payload.due_on >= offer.on)


def _not_confirmed_yet(offer: Offer) -> bool:
    """Holds while no discussion has confirmed the county's picture."""
    case = offer.case
    if case is None:
        return False
    confirmed = (event.data["party"] for event in case.every("discussion_held") if event.data["confirmed"])
    return offer.payload.party not in set(confirmed)


def _in_the_round(offer: Offer) -> bool:
    """Holds when the county is one of those whose picture the round asks for."""
    return offer.case is not None and offer.payload.party in offer.case.opening.partners


def _confirms_an_answer(offer: Offer) -> bool:
    """Holds unless a picture is confirmed that the county has not given."""
    case = offer.case
    return case is not None and (not offer.payload.confirmed or offer.payload.party in _parties(case, "answer_given"))


def _day_come_or_all_in(offer: Offer) -> bool:
    """Holds from the due day on, and before it when nobody is left to answer."""
    case = offer.case
    if case is None:
        return False
    due = [deadline.due for deadline in case.open_deadlines if deadline.name == "answers"]
    return not unanswered(case) or not due or max(due) <= offer.on


def _missing_named(offer: Offer) -> bool:
    """Holds when exactly those are named as missing who have neither answered nor been excused."""
    return offer.case is not None and frozenset(offer.payload.missing) == unanswered(offer.case)


def _reported_once(offer: Offer) -> bool:
    """Holds when the compilation was reported to at least one level."""
    return offer.case is not None and offer.case.has("reported")


def _last_answer(offer: Offer) -> bool:
    """Holds when nobody is left to answer after this county."""
    return offer.case is not None and not unanswered(offer.case, offer.payload.party)


DUE_DAY_AGREED: Final = Guard(
    "due_day_agreed",
    Label(
        "määräpäivä on kuukauden 5. päivä tai seuraava arkipäivä, tai syy muuhun päivään on ilmoitettu",
        "sista dagen är den 5 i månaden eller följande vardag, eller så har skälet till en annan dag angetts",
        "the due day is the 5th of the month or the next working day, or the reason for another day is stated",
    ),
    (ROUND,),
    _due_day_agreed,
    reads_payload=True,
)
DUE_DAY_AHEAD: Final = Guard(
    "due_day_ahead",
    Label("uusi määräpäivä ei ole ohi", "den nya sista dagen har inte passerat", "the new due day has not passed"),
    (ROUND,),
    _due_day_ahead,
    reads_payload=True,
)
NOT_CONFIRMED_YET: Final = Guard(
    "not_confirmed_yet",
    Label(
        "alueen tilannekuvaa ei ole vielä vahvistettu keskustelussa",
        "områdets lägesbild har inte ännu bekräftats i ett samtal",
        "the county's picture has not been confirmed in a discussion yet",
    ),
    (ROUND,),
    _not_confirmed_yet,
    reads_payload=True,
)
IN_THE_ROUND: Final = Guard(
    "in_the_round",
    Label("alue kuuluu kierrokseen", "området hör till rundan", "the county belongs to the round"),
    (ROUND,),
    _in_the_round,
    reads_payload=True,
)
CONFIRMS_AN_ANSWER: Final = Guard(
    "confirms_an_answer",
    Label(
        "vahvistettu tilannekuva on annettu",
        "den lägesbild som bekräftas har lämnats",
        "the picture that is confirmed has been given",
    ),
    (ROUND,),
    _confirms_an_answer,
    reads_payload=True,
)
DAY_COME_OR_ALL_IN: Final = Guard(
    "day_come_or_all_in",
    Label(
        "määräpäivä on tullut, tai kaikki ovat vastanneet",
        "sista dagen har kommit, eller så har alla svarat",
        "the due day has come, or everybody has answered",
    ),
    (ROUND,),
    _day_come_or_all_in,
)
MISSING_NAMED: Final = Guard(
    "missing_named",
    Label(
        "koonti nimeää täsmälleen ne alueet, jotka eivät ole vastanneet",
        "sammanställningen anger exakt de områden som inte har svarat",
        "the compilation names exactly the counties that have not answered",
    ),
    (PICTURE,),
    _missing_named,
    reads_payload=True,
)
REPORTED_ONCE: Final = Guard(
    "reported_once",
    Label(
        "koonti on raportoitu vähintään yhdelle tasolle",
        "sammanställningen har rapporterats till minst en nivå",
        "the compilation was reported to at least one level",
    ),
    (ROUND,),
    _reported_once,
)
LAST_ANSWER: Final = Guard(
    "last_answer",
    Label("kukaan ei jää vastaamatta", "ingen återstår att svara", "nobody is left to answer"),
    (ROUND,),
    _last_answer,
    reads_payload=True,
)
"""Chooses the answer with which the collection is complete."""
