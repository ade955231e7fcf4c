"""What recorded cases of a county tell the calculators: each figure with the case and the event that it came from.

Pure: folded cases go in, as they stood on the day that is asked about; figures come out under the names that `--set`
takes. Only what is recorded is told. That nothing is recorded of a matter does not say that there was nothing: without
a recorded grant the days of grants stay unknown, since the record need not hold every case that there ever was. An
empty list, which says that there are none, is given by hand and never comes from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from engine.case import Case
from engine.envelope import Envelope
from procedures.evaluation.figures import deficit_cover_day
from procedures.evaluation.figures_input import YearFigures
from procedures.financial_data.recorded import (
    PROCEDURE as FINANCIAL_DATA,
)
from procedures.financial_data.recorded import (
    Origin,
    recorded_deficit,
    recorded_development,
    recorded_plan,
    recorded_years,
)
from procedures.recorded_decisions import changes, extensions, grants
from procedures.recorded_measures import required_measures


@dataclass(frozen=True, slots=True)
class RecordedFigure:
    """One figure of the record: its name and value as they are handed in, its case, and its position in the log."""

    name: str
    value: Any
    case_id: str
    position: int

    def as_data(self) -> dict[str, Any]:
        """Gives the figure as plain data."""
        return {"name": self.name, "value": self.value, "case": self.case_id, "position": self.position}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the record: the county's cases, the day, and what was given by hand already."""

    cases: tuple[Case, ...]
    on: date
    given: Mapping[str, Any]

    def of(self, procedure: str) -> tuple[Case, ...]:
        """Gives the cases of one procedure."""
        return tuple(case for case in self.cases if case.opening.procedure == procedure)


Source = Callable[[Asked], Iterator[RecordedFigure]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calculator reads from the record: the procedures whose cases it looks at, and how."""

    procedures: tuple[str, ...]
    sources: tuple[Source, ...]


def recorded_figures(
    calculator_id: str, cases: Iterable[Case], on: date, given: Mapping[str, Any]
) -> tuple[RecordedFigure, ...]:
    """Gives what the cases of one county tell a calculator; `on` and `given` say what is asked about.

    The cases are those of `procedures_read`, folded as of `on`.
    """
    asked = Asked(tuple(cases), on, given)
    return tuple(figure for source in READINGS[calculator_id].sources for figure in source(asked))


def procedures_read(calculator_id: str) -> tuple[str, ...]:
    """Gives the procedures whose cases tell a calculator something."""
    return READINGS[calculator_id].procedures


def _years(asked: Asked) -> Iterator[RecordedFigure]:
    for year, known in recorded_years(asked.of(FINANCIAL_DATA)).items():
        for name in YearFigures.model_fields:
            amount = getattr(known.figures, name)
            if name in known.figures.model_fields_set and amount is not None:
                yield _from_origin(f"{year}.{name}_cents", int(amount.scaleb(2)), known.came_from)


def _deficit(asked: Asked) -> Iterator[RecordedFigure]:
    """Yields the deficit duty; what is uncovered only by accounts that can tell it for the day that is asked about."""
    granted = _in_order(asked.of("deficit_extension"), extensions)
    if granted:
        yield _from_event("deficit.cover_by", granted[-1].data["cover_by"], granted[-1])
    cases = asked.of(FINANCIAL_DATA)
    known = recorded_deficit(cases)
    if known is None:
        return
    deficit, first, last = known.deficit, known.came_from[0], known.came_from[-1]
    if deficit.first_year is not None:
        yield _from_origin("deficit.first_year", deficit.first_year, first)
    accounts = next(int(case.readings[0].data["year"]) for case in cases if case.case_id == last.case_id)
    if deficit.uncovered:
        due = _cover_day(asked, granted, deficit.first_year)
        telling = due is None or accounts >= due.year
    else:
        # Where the accounts show none, a deficit of the year after them is the first that can have to be covered.
        telling = asked.on <= deficit_cover_day(accounts + 1, on=asked.on).due
    if telling and deficit.uncovered is not None:
        yield _from_origin("deficit.uncovered", _text(deficit.uncovered), last)


def _cover_day(asked: Asked, granted: Sequence[Envelope], first_year: int | None) -> date | None:
    """Gives the day by which the deficit is to be covered: as given by hand, as granted, or by its first year."""
    given = asked.given.get("deficit")
    stated = given.get("cover_by") if isinstance(given, Mapping) else None
    if stated is None and granted:
        stated = granted[-1].data["cover_by"]
    if stated is not None:
        with suppress(ValueError):
            return date.fromisoformat(str(stated))
    return None if first_year is None else deficit_cover_day(first_year, on=asked.on).due


def _authority_changes(asked: Asked) -> Iterator[RecordedFigure]:
    for event in _in_order(asked.of("borrowing_authority_change"), changes):
        yield _from_event("borrowing_authority_changed_on", event.effective_on.isoformat(), event)


def _grants(asked: Asked) -> Iterator[RecordedFigure]:
    """Yields the day of each recorded grant, and the days of earlier grants that a decision names."""
    made = _in_order(asked.of("additional_funding"), grants)
    days = {event.effective_on.isoformat(): event for event in reversed(made)}
    for event in made:
        for day in event.data.get("earlier_grants_on") or ():
            days.setdefault(day, event)
    for day in sorted(days):
        yield _from_event("additional_funding_granted_on", day, days[day])


def _measures(asked: Asked) -> Iterator[RecordedFigure]:
    for case in asked.cases:
        for one in required_measures(case):
            yield _from_event("required_measures", one.as_data(), one.told_by)


def _plan(asked: Asked) -> Iterator[RecordedFigure]:
    cases = asked.of(FINANCIAL_DATA)
    known = recorded_plan(cases)
    if known is None:
        return
    events = _events(cases, known.came_from)
    plan = known.plan
    for name, value in (("itemised", plan.itemised), ("compliant", plan.compliant)):
        if value is not None:
            yield _from_event(f"plan.{name}", value, _telling(events, name))
    if plan.cover_by is not None:
        yield _from_event("plan.cover_by", plan.cover_by.isoformat(), _telling(events, "cover_by"))
    for year, amount in sorted(plan.accumulated.items()):
        yield _from_event(f"plan.accumulated.{year}", _text(amount), _telling(events, "plan"))


def _development(asked: Asked) -> Iterator[RecordedFigure]:
    cases = asked.of(FINANCIAL_DATA)
    known = recorded_development(cases)
    if known is None:
        return
    events, development = _events(cases, known.came_from), known.development
    for name, amount, fields in (
        ("budgeted_result", development.budgeted_result, ("budgeted_result_cents",)),
        ("forecast_result", development.forecast_result, ("forecast_result_cents", "result_cents")),
    ):
        if amount is not None:
            yield _from_event(f"development.{name}", _text(amount), _telling(events, *fields))
    for name, found in (
        ("essentially_weaker", development.essentially_weaker),
        ("assessable", development.assessable),
    ):
        if found is not None:
            yield _from_event(f"development.{name}", found, _telling(events, name))


_OF_CALCULATION: Final = (
    "annual_margin_cents",
    "adjusted_margin_cents",
    "opening_debt_cents",
    "earlier_authorities_cents",
    "equivalent_contracts_included",
)


def _authority(asked: Asked) -> Iterator[RecordedFigure]:
    """Yields what the ministry's newest calculation for the financial year rests on, or the newest of all.

    The year is the one given by hand; without one, that of the newest calculation.
    """
    calculations = _in_order(asked.of("borrowing_authority"), lambda case: case.every("authority_calculated")[-1:])
    year = asked.given.get("financial_year")
    fitting = [event for event in calculations if year is None or event.data["financial_year"] == year]
    if not fitting:
        return
    newest = fitting[-1]
    for name in ("financial_year", *_OF_CALCULATION):
        if newest.data.get(name) is not None:
            yield _from_event(name, newest.data[name], newest)


def _in_order(cases: Iterable[Case], told: Callable[[Case], Sequence[Envelope]]) -> list[Envelope]:
    """Gives events of several cases by their legal day."""
    return sorted((event for case in cases for event in told(case)), key=_place)


def _place(event: Envelope) -> tuple[date, int]:
    return event.effective_on, event.position


def _events(cases: Iterable[Case], origins: Iterable[Origin]) -> tuple[Envelope, ...]:
    wanted = {origin.position for origin in origins}
    return tuple(event for case in cases for event in case.events if event.position in wanted)


def _telling(events: Sequence[Envelope], *fields: str) -> Envelope:
    """Gives the last of the events that says one of the fields."""
    return next(event for event in reversed(events) if any(event.data.get(name) is not None for name in fields))


def _from_event(name: str, value: object, event: Envelope) -> RecordedFigure:
    return RecordedFigure(name, value, event.stream, event.position)


def _from_origin(name: str, value: object, origin: Origin) -> RecordedFigure:
    return RecordedFigure(name, value, origin.case_id, origin.position)


def _text(amount: Decimal) -> str:
    return format(amount, "f")


READINGS: Final[Mapping[str, Reading]] = {
    "key_figures": Reading((FINANCIAL_DATA,), (_years,)),
    "evaluation": Reading(
        (FINANCIAL_DATA, "deficit_extension", "borrowing_authority_change", "additional_funding"),
        (_authority_changes, _grants, _deficit, _years),
    ),
    "preemptive_steering": Reading(
        (FINANCIAL_DATA, "additional_funding", "borrowing_authority_change", "evaluation"),
        (_measures, _plan, _development, _years),
    ),
    "borrowing_authority": Reading(("borrowing_authority",), (_authority,)),
}
"""What each calculator reads from the record, by its id."""
