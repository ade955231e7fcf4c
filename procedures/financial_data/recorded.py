"""The key figures as they stand in recorded cases, each with the event that it came from.

Pure: folded cases of one county go in, figures come out in the shape that the calculators take
(`procedures.evaluation.figures_input`, `procedures.preemptive_steering.criteria_input`). Of several deliveries of the
same data the last recorded one counts, whole: a corrected content takes the place of the one before, so that a figure
which it leaves out is no longer known. Nothing here judges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from engine.case import Case
from engine.envelope import Envelope
from procedures.evaluation.figures_input import Deficit, YearFigures
from procedures.evaluation.figures_ratios import number_on
from procedures.financial_data.items import ACCOUNTS_DATA, ACCOUNTS_ESTIMATE, BUDGET, BUDGET_DATA, DATA, Item
from procedures.preemptive_steering.criteria_input import Development, Plan

PROCEDURE: Final = "financial_data"
_KEY_FIGURES: Final = (
    "annual_margin_cents",
    "depreciation_cents",
    "interest_cents",
    "loans_cents",
    "additional_funding_cents",
)
_INTERIM: Final = tuple(item for item in DATA if "forecast_result_cents" in item.fact.payload.model_fields)


@dataclass(frozen=True, slots=True)
class Origin:
    """The event that a figure came from: its case, its version in it, and its position in the log."""

    case_id: str
    version: int
    position: int
    fact: str


@dataclass(frozen=True, slots=True)
class RecordedYear:
    """The group's key figures of one financial year."""

    year: int
    figures: YearFigures
    came_from: Origin


@dataclass(frozen=True, slots=True)
class RecordedDeficit:
    """The accumulated deficit by the newest recorded accounts; uncovered zero when there is none."""

    deficit: Deficit
    came_from: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class RecordedPlan:
    """The newest budget and plan, with what the ministry has found in them since."""

    year: int
    plan: Plan
    came_from: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class RecordedDevelopment:
    """How the newest year with figures goes against its budget, with what the ministry has found."""

    year: int
    development: Development
    came_from: tuple[Origin, ...]


def recorded_years(cases: Iterable[Case]) -> dict[int, RecordedYear]:
    """Gives the key figures of the accounts by financial year, the oldest first; cases of other kinds are passed by."""
    return _years(cases, ACCOUNTS_DATA)


def estimated_years(cases: Iterable[Case]) -> dict[int, RecordedYear]:
    """Gives the same of the estimates of the accounts: no criterion rests on them, since they are no accounts."""
    return _years(cases, ACCOUNTS_ESTIMATE)


def recorded_deficit(cases: Iterable[Case]) -> RecordedDeficit | None:
    """Gives the deficit by the newest accounts that tell it, or None when none do.

    The first year is the one stated, or else the first of the unbroken years of deficit, if the year before is known
    or was before the counties' own first accounts (616/2021 62 §).
    """
    known = {
        year: event
        for year, event in _of_years(cases, ACCOUNTS_DATA).items()
        if event.data.get("accumulated_cents") is not None
    }
    if not known:
        return None
    newest = known[max(known)]
    uncovered = max(-int(newest.data["accumulated_cents"]), 0)
    if not uncovered:
        return RecordedDeficit(Deficit(uncovered=Decimal(0)), (_origin(newest),))
    stated = newest.data.get("deficit_first_year")
    run = _unbroken(known)
    first = stated if stated is not None else _first_of(run, known)
    events = (newest,) if stated is not None else tuple(known[year] for year in run)
    return RecordedDeficit(
        Deficit(first_year=first, uncovered=_euros(uncovered)), tuple(_origin(event) for event in events)
    )


def recorded_plan(cases: Iterable[Case]) -> RecordedPlan | None:
    """Gives the budget and plan of the newest financial year for which one was adopted, or None."""
    adopted = {year: case for year, case in _by_year(cases).items() if case.has(BUDGET.fact.id)}
    if not adopted:
        return None
    year = max(adopted)
    case = adopted[year]
    budget = case.every(BUDGET.fact.id)[-1]
    found = [event for event in case.every("budget_assessed") if event.version > budget.version]
    finding = found[-1] if found else None
    plan = Plan(
        itemised=_said(finding, "itemised", budget.data.get("itemised")),
        compliant=_said(finding, "compliant", None),
        cover_by=budget.data.get("cover_by"),
        accumulated={entry["year"]: _euros(entry["accumulated_cents"]) for entry in budget.data.get("plan") or ()},
    )
    return RecordedPlan(year, plan, tuple(_origin(event) for event in (budget, finding) if event is not None))


def recorded_development(cases: Iterable[Case]) -> RecordedDevelopment | None:
    """Gives how the newest financial year with a budget, a forecast or a finding goes, or None.

    The forecast is that of the latest period that tells one; the estimate of the accounts is the latest of all.
    """
    for year, case in sorted(_by_year(cases).items(), reverse=True):
        budgeted = _stating(_contents(case, BUDGET_DATA) or case.every(BUDGET.fact.id), "budgeted_result_cents")
        forecast = _forecast(case)
        finding = case.last("development_assessed")
        events = [event for event in (budgeted, forecast, finding) if event is not None]
        if events:
            development = Development(
                budgeted_result=_amount(budgeted, "budgeted_result_cents"),
                forecast_result=_amount(forecast, "forecast_result_cents", "result_cents"),
                essentially_weaker=_said(finding, "essentially_weaker", None),
                assessable=_said(finding, "assessable", None),
            )
            return RecordedDevelopment(year, development, tuple(map(_origin, events)))
    return None


def _years(cases: Iterable[Case], item: Item) -> dict[int, RecordedYear]:
    return {year: RecordedYear(year, _figures(event), _origin(event)) for year, event in _of_years(cases, item).items()}


def _of_years(cases: Iterable[Case], item: Item) -> dict[int, Envelope]:
    found = {year: _contents(case, item) for year, case in sorted(_by_year(cases).items())}
    return {year: events[-1] for year, events in found.items() if events}


def _by_year(cases: Iterable[Case]) -> dict[int, Case]:
    """Gives the case of each financial year; the one opened last where there are several."""
    opened = [(case.readings[0].position, case) for case in cases if case.opening.procedure == PROCEDURE]
    return {case.readings[0].data["year"]: case for _, case in sorted(opened, key=lambda one: one[0])}


def _contents(case: Case, item: Item) -> tuple[Envelope, ...]:
    """Gives the deliveries of an item and their corrections, the last recorded one last."""
    corrected = (event for event in case.every("corrected_data_delivered") if event.data["product"] == item.id)
    return tuple(sorted((*case.every(item.fact.id), *corrected), key=lambda event: event.position))


def _forecast(case: Case) -> Envelope | None:
    """Gives the newest content of the latest period that tells a forecast; the estimate of the accounts is later."""
    estimate = _stating(_contents(case, ACCOUNTS_ESTIMATE), "result_cents")
    told = (_stating(_contents(case, item), "forecast_result_cents") for item in reversed(_INTERIM))
    return estimate or next((event for event in told if event is not None), None)


def _stating(events: tuple[Envelope, ...], field: str) -> Envelope | None:
    """Gives the last of some contents, if it tells a figure; what an earlier one told was replaced."""
    return events[-1] if events and events[-1].data.get(field) is not None else None


def _figures(event: Envelope) -> YearFigures:
    told = {name: event.data[name] for name in _KEY_FIGURES if event.data.get(name) is not None}
    return YearFigures.model_validate(told)


def _unbroken(known: dict[int, Envelope]) -> tuple[int, ...]:
    """Gives the years of deficit without a gap up to the newest accounts, the oldest first."""
    return tuple(reversed(tuple(_back_from(max(known), known))))


def _back_from(year: int, known: dict[int, Envelope]) -> Iterator[int]:
    while year in known and int(known[year].data["accumulated_cents"]) < 0:
        yield year
        year -= 1


def _first_of(run: tuple[int, ...], known: dict[int, Envelope]) -> int | None:
    first = run[0]
    oldest = int(str(number_on("first_accounts_year", known[first].effective_on).value))
    return first if first <= oldest or first - 1 in known else None


def _said(event: Envelope | None, field: str, otherwise: Any) -> Any:  # noqa: ANN401 - recorded data as they are
    found = event.data.get(field) if event else None
    return otherwise if found is None else found


def _amount(event: Envelope | None, *fields: str) -> Decimal | None:
    told = (event.data.get(field) for field in fields) if event else ()
    return next((_euros(cents) for cents in told if cents is not None), None)


def _euros(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def _origin(event: Envelope) -> Origin:
    return Origin(event.stream, event.version, event.position, event.type.partition(".")[2])
