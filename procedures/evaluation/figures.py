"""The gates E1–E5 from key figures: which criterion of an evaluation is met, by which calculation, on which section.

Pure and exact: ratios are fractions and never rounded before they are compared. A gate is met, not met, or not
assessable, and then says what is missing. Nothing here decides: VM may start, and for E5 STM may take the initiative.

Example:
    >>> from procedures.evaluation.figures_input import read_key_figures
    >>> figures = read_key_figures({"subject": "15", "years": {
    ...     "2023": {"annual_margin": "14.0", "depreciation": "20.0"},
    ...     "2024": {"annual_margin": "12.3", "depreciation": "20.0"}}})
    >>> margin = gates(figures, date(2025, 6, 17))[1]
    >>> margin.id, margin.met, margin.calculation
    ('E2', True, ('2023: 14.0 / 20.0 = 70 % < 80 %', '2024: 12.3 / 20.0 = 61.5 % < 80 %'))
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

from engine.law import Basis, Label, Status
from procedures.evaluation.figures_input import KeyFigures
from procedures.evaluation.figures_ratios import in_a_row, loan_service, margin, number_on, plain
from procedures.evaluation.guards_start import within_window
from procedures.statutes import COUNTIES, DEFICIT_BILL, IMPLEMENTATION, SERVICES

_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class Gate:
    """One criterion on one day. `met` is None when it cannot be assessed; `missing` then says why."""

    id: str
    label: Label
    met: bool | None
    calculation: tuple[str, ...]
    missing: tuple[Label, ...]
    threshold: str
    threshold_from: date
    basis: tuple[Basis, ...]
    status: Status

    def as_data(self) -> dict[str, Any]:
        """Gives the gate as plain data."""
        return {
            "id": self.id,
            "label": self.label.as_data(),
            "met": self.met,
            "calculation": list(self.calculation),
            "missing": [label.as_data() for label in self.missing],
            "threshold": self.threshold,
            "threshold_from": self.threshold_from.isoformat(),
            "basis": [basis.cite for basis in self.basis],
            "status": str(self.status),
        }


@dataclass(frozen=True, slots=True)
class CoverDay:
    """The day by which a deficit is to be covered, and how it follows from the first deficit."""

    due: date
    calculation: tuple[str, ...]
    basis: tuple[Basis, ...]


def gates(figures: KeyFigures, on: date) -> tuple[Gate, ...]:
    """Gives the five gates by the law in force on `on`, with what is known on that day.

    Raises:
        Refused: `no-parameter-in-force` on a day before the law was in force.
    """
    return (
        _deficit_gate(figures, on),
        _margin_gate(figures, on),
        _loan_gate(figures, on),
        _funding_gate(figures, on),
        _services_gate(figures, on),
    )


def deficit_cover_day(first_year: int, *, on: date) -> CoverDay:
    """Gives the day by which a deficit first shown in the accounts of `first_year` is to be covered.

    A later deficit falls under the same day (115 § 2 mom.). An extension that was granted is not known here.

    Example:
        >>> deficit_cover_day(2023, on=date(2025, 6, 17)).due
        datetime.date(2026, 12, 31)
    """
    years = int(str(number_on("deficit_cover_years", on).value))
    due = date(first_year + 1 + years, 12, 31)
    calculation = (f"{first_year} → {date(first_year + 1, 6, 30)} → {date(first_year + 2, 1, 1)} + {years} a → {due}",)
    return CoverDay(due, calculation, (COUNTIES("115 § 2 mom."), COUNTIES("117 §")))


def _deficit_gate(figures: KeyFigures, on: date) -> Gate:
    label = Label(
        "alijäämää ei ole katettu määräajassa",
        "underskottet har inte täckts inom tidsfristen",
        "deficit not covered in time",
    )
    basis = (COUNTIES("123 § 1 mom. 1 kohta"), COUNTIES("115 § 2 mom."), DEFICIT_BILL("", Status.UNSETTLED))
    limit, deficit = number_on("deficit_cover_years", on), figures.deficit
    met: bool | None = None
    calculation: tuple[str, ...] = ()
    missing: tuple[Label, ...] = ()
    due = deficit.cover_by if deficit else None
    if deficit and due is None and deficit.first_year is not None:
        cover = deficit_cover_day(deficit.first_year, on=on)
        due, calculation = cover.due, cover.calculation
    if deficit and deficit.uncovered is not None and deficit.uncovered <= 0:
        met, calculation = False, (*calculation, f"{plain(deficit.uncovered)} ≤ 0")
    elif due is None:
        missing = (
            Label("alijäämän kattamisen määräpäivä", "dag för täckande av underskott", "day to cover the deficit"),
        )
    elif on <= due:
        met, calculation = False, (*calculation, f"{on} ≤ {due}")
    elif deficit and deficit.uncovered is not None:
        met, calculation = True, (*calculation, f"{on} > {due}; {plain(deficit.uncovered)} > 0")
    else:
        calculation = (*calculation, f"{on} > {due}")
        missing = (Label("kattamaton alijäämä", "otäckt underskott", "uncovered deficit"),)
    return Gate(
        "E1", label, met, calculation, missing, f"+ {limit.value} a", limit.in_force_from, basis, Status.UNSETTLED
    )


def _margin_gate(figures: KeyFigures, on: date) -> Gate:
    label = Label(
        "vuosikatteen ja poistojen suhde liian pieni kaksi tilikautta peräkkäin",
        "förhållandet mellan årsbidrag och avskrivningar för litet två räkenskapsperioder i rad",
        "annual margin to depreciation too low two financial years in a row",
    )
    limit = number_on("margin_ratio", on)
    bound = Fraction(str(limit.value)) / _PERCENT
    outcome = in_a_row(figures, on, lambda year: margin(year, bound))
    return Gate(
        "E2",
        label,
        *outcome,
        f"< {limit.value} %",
        limit.in_force_from,
        (COUNTIES("123 § 1 mom. 2 kohta"), COUNTIES("123 § 2 mom."), IMPLEMENTATION("62 §")),
        limit.status,
    )


def _loan_gate(figures: KeyFigures, on: date) -> Gate:
    label = Label(
        "laskennallinen lainanhoitokate liian pieni kaksi tilikautta peräkkäin",
        "kalkylmässigt låneskötselbidrag för litet två räkenskapsperioder i rad",
        "calculated loan-service ratio too low two financial years in a row",
    )
    limit, divisor = number_on("loan_service_ratio", on), Fraction(str(number_on("loan_divisor", on).value))
    bound = Fraction(str(limit.value))
    outcome = in_a_row(figures, on, lambda year: loan_service(year, bound, divisor))
    return Gate(
        "E3",
        label,
        *outcome,
        f"< {limit.value}",
        limit.in_force_from,
        (COUNTIES("123 § 1 mom. 3 kohta"), COUNTIES("123 § 2 mom."), IMPLEMENTATION("62 §")),
        limit.status,
    )


def _funding_gate(figures: KeyFigures, on: date) -> Gate:
    label = Label(
        "lainanottovaltuutta muutettu tai lisärahoitusta myönnetty",
        "fullmakten att uppta lån ändrad eller tilläggsfinansiering beviljad",
        "borrowing authority changed or additional funding granted",
    )
    needed = number_on("additional_funding_grants", on)
    times = int(str(needed.value))
    window = int(str(number_on("additional_funding_window", on).value)) if times > 1 else 0
    lines: list[str] = []
    missing: list[Label] = []
    verdicts: list[bool | None] = []
    for days, what, least in (
        (figures.borrowing_authority_changed_on, Label("15 § 3 mom.", "15 § 3 mom.", "15 § 3 mom."), 1),
        (figures.additional_funding_granted_on, Label("617/2021 11 §", "617/2021 11 §", "617/2021 11 §"), times),
    ):
        if days is None:
            verdicts.append(None)
            missing.append(Label(f"päivät: {what.fi}", f"dagar: {what.sv}", f"days: {what.en}"))
            continue
        past = sorted(day for day in days if day <= on)
        met = within_window([day.year for day in past], least, window) if least > 1 else len(past) >= least
        listed = ", ".join(map(str, past)) or "–"
        lines.append(f"{what.en}: {listed} ({len(past)} {'≥' if len(past) >= least else '<'} {least})")
        verdicts.append(met)
    outcome = True if True in verdicts else None if None in verdicts else False
    asked = f"15 § 3 mom. ≥ 1, 617/2021 11 § ≥ {times}" + (f" / {window} a" if window else "")
    return Gate(
        "E4",
        label,
        outcome,
        tuple(lines),
        () if outcome is not None else tuple(missing),
        asked,
        needed.in_force_from,
        (COUNTIES("123 § 1 mom. 4 kohta"),),
        needed.status,
    )


_YEARS_OF_ASSESSMENTS: Final = Label(
    "vuodet asiantuntija-arvioista", "åren enligt expertbedömningarna", "years from the expert assessments"
)


def _services_gate(figures: KeyFigures, on: date) -> Gate:
    label = Label(
        "kyky järjestää palvelut ilmeisesti vaarantunut (STM voi tehdä aloitteen)",
        "förmågan att ordna tjänster uppenbart äventyrad (SHM kan lämna initiativ)",
        "ability to organise services evidently endangered (STM may take the initiative)",
    )
    needed, window = number_on("endangered_years", on), int(str(number_on("endangered_window", on).value))
    least = int(str(needed.value))
    met: bool | None = None
    lines: tuple[str, ...] = ()
    missing: tuple[Label, ...] = (_YEARS_OF_ASSESSMENTS,)
    if figures.service_endangered_years is not None:
        years = sorted({year for year in figures.service_endangered_years if year <= on.year})
        met, missing = within_window(years, least, window), ()
        lines = (f"{', '.join(map(str, years)) or '–'}: {'≥' if met else '<'} {least} / {window} a",)
    return Gate(
        "E5",
        label,
        met,
        lines,
        missing,
        f"≥ {least} / {window} a",
        needed.in_force_from,
        (SERVICES("27 § 3 mom."), COUNTIES("122 § 1 mom.")),
        needed.status,
    )
