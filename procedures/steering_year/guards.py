"""Conditions of a steering year: which year it is, the order of a window, and that what is missing is named."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Basis, Label, Status
from procedures.statutes import COUNTIES
from procedures.steering_year.awaited import AWAITED
from procedures.steering_year.rounds import FOURTH_YEAR, ROUNDS

BASIS: Final[tuple[Basis, ...]] = (
    COUNTIES(
        "11 § 1 mom.",
        Status.PRACTICE,
        Label(
            "valtiovarainministeriö sovittaa ohjauksen yhteen; vuosikalenterista ei säädetä",
            "finansministeriet samordnar styrningen; en årskalender föreskrivs inte",
            "the Ministry of Finance coordinates the steering; no calendar is prescribed",
        ),
    ),
)
STEPS: Final = (*AWAITED, *(one.opening for one in ROUNDS), *FOURTH_YEAR)
"""Every step that a year can have."""

_IDS: Final = frozenset(step.id for step in STEPS)


def lacking(case: Case | None) -> frozenset[str]:
    """Gives the steps of a year that were not taken, but for those whose time somebody cancelled."""
    if case is None:
        return frozenset()
    waiting = {task.name for task in case.open_tasks} & _IDS
    dropped = {one.name for one in case.deadlines.values() if one.status == "cancelled"}
    running = {one.name for one in case.open_deadlines}
    return frozenset(waiting - (dropped - running))


def _year(offer: Offer) -> int | None:
    return int(str(offer.case.readings[0].data["year"])) if offer.case else None


def _year_near(offer: Offer) -> bool:
    """Holds when the year is that of the day on which it is opened, or the next one."""
    return offer.payload.year - offer.on.year in (0, 1)


def _in_the_year(offer: Offer) -> bool:
    """Holds when no day for the objectives is stated, or one of the year."""
    day = offer.payload.objectives_by
    return day is None or day.year == offer.payload.year


def _window_in_order(offer: Offer) -> bool:
    """Holds when the window does not end before it begins."""
    return bool(offer.payload.opens_on <= offer.payload.until)


def _window_of_the_year(offer: Offer) -> bool:
    """Holds when the window begins in the year; a round of the winter may end in the next."""
    return bool(offer.payload.opens_on.year == _year(offer))


def _done_or_over(offer: Offer) -> bool:
    """Holds when every step was taken, or when the year is over."""
    year = _year(offer)
    return not lacking(offer.case) or (year is not None and offer.on.year > year)


def _missing_named(offer: Offer) -> bool:
    """Holds when exactly the steps that were not taken are named."""
    return frozenset(offer.payload.missing) == lacking(offer.case)


def _term_begins(offer: Offer) -> bool:
    """Holds in a year in which the councils' term begins."""
    first = int(str(offer.parameters.on("council_term_counted_from", offer.law_on).value))
    years = int(str(offer.parameters.on("council_term_years", offer.law_on).value))
    return bool(offer.payload.year >= first and (offer.payload.year - first) % years == 0)


YEAR_NEAR: Final = Guard(
    "year_near",
    Label(
        "vuosi on kuluva tai seuraava vuosi", "året är det löpande eller nästa", "the year is the present or the next"
    ),
    BASIS,
    _year_near,
    reads_payload=True,
)
OBJECTIVES_IN_THE_YEAR: Final = Guard(
    "objectives_in_the_year",
    Label(
        "tavoitteille ilmoitettu päivä on avattavana vuonna",
        "den dag som anges för målen infaller under året",
        "the day stated for the objectives is one of the year",
    ),
    BASIS,
    _in_the_year,
    reads_payload=True,
)
WINDOW_IN_ORDER: Final = Guard(
    "window_in_order",
    Label(
        "aika ei pääty ennen alkuaan", "tiden slutar inte före sin början", "the window does not end before it begins"
    ),
    BASIS,
    _window_in_order,
    reads_payload=True,
)
WINDOW_OF_THE_YEAR: Final = Guard(
    "window_of_the_year",
    Label("aika alkaa ohjausvuonna", "tiden börjar under styråret", "the window begins in the steering year"),
    BASIS,
    _window_of_the_year,
    reads_payload=True,
)
DONE_OR_OVER: Final = Guard(
    "done_or_over",
    Label(
        "kaikki on tehty, tai vuosi on päättynyt",
        "allt är gjort, eller så har året gått ut",
        "everything is done, or the year is over",
    ),
    BASIS,
    _done_or_over,
)
MISSING_NAMED: Final = Guard(
    "missing_named",
    Label(
        "tekemättä jääneet vaiheet on nimetty (missing)",
        "de steg som inte togs är angivna (missing)",
        "the steps that were not taken are named (missing)",
    ),
    BASIS,
    _missing_named,
    reads_payload=True,
)
TERM_BEGINS: Final = Guard(
    "term_begins",
    Label(
        "valtuustokausi alkaa sinä vuonna",
        "fullmäktigeperioden börjar det året",
        "a council term begins in that year",
    ),
    (COUNTIES("23 § 1 mom."),),
    _term_begins,
    reads_payload=True,
)
"""Chooses the opening of a year in which objectives and councils are renewed."""
