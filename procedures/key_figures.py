"""The two key figures of 123 § 2 mom. alone, for each financial year that is known: no criterion, only the working.

Each is set beside the threshold of 123 § 1 mom.: `met` says whether the year is below it. A criterion needs more than
one figure of one year, so that no line here meets one.

Example:
    >>> known = read_years({"subject": "15", "years": {"2024": {"annual_margin": "12.3", "depreciation": "20.0"}}})
    >>> for line in key_figures(known, date(2025, 6, 17)):
    ...     print(line.id, line.met, line.calculation, [one.en for one in line.missing])
    2024.margin True ('12.3 / 20.0 = 61.5 % < 80 %',) []
    2024.loan_service None () ['interest', 'loans']
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.errors import InputRejected
from engine.law import Basis, Label
from procedures.evaluation.figures import Gate
from procedures.evaluation.figures_input import Year, YearFigures
from procedures.evaluation.figures_ratios import Found, loan_service, margin, number_on
from procedures.statutes import COUNTIES, IMPLEMENTATION

_PERCENT: Final = 100
_NOT_ENDED: Final = Label(
    "tilikausi ei ole päättynyt", "räkenskapsperioden har inte löpt ut", "the financial year has not ended"
)


class KnownYears(BaseModel):
    """The group accounts that are known of one county, Helsinki or HUS."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: str = Field(min_length=1, max_length=20)
    years: Annotated[dict[Year, YearFigures], Field(max_length=100)] = Field(default_factory=dict)


def read_years(document: Mapping[str, Any]) -> KnownYears:
    """Reads the accounts from parsed JSON or TOML.

    Raises:
        InputRejected: `figures-invalid`, naming every field that cannot be taken.
    """
    try:
        return KnownYears.model_validate(document)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
    said = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'figures'}: {one['msg']}" for one in problems)
    raise InputRejected("figures-invalid", f"The key figures cannot be taken: {said}.", details={"problems": said})


def key_figures(known: KnownYears, on: date) -> tuple[Gate, ...]:
    """Gives both figures of each year, the oldest first; without any year, what is missing of the newest that ended.

    Raises:
        Refused: `no-parameter-in-force` on a day before the law was in force.
    """
    years = sorted(known.years) or [on.year - 1]
    return tuple(line for year in years for line in _of_year(year, known.years.get(year), on))


def _of_year(year: int, figures: YearFigures | None, on: date) -> tuple[Gate, Gate]:
    margin_limit, service_limit = number_on("margin_ratio", on), number_on("loan_service_ratio", on)
    divisor = Fraction(str(number_on("loan_divisor", on).value))
    unknown: Found = (None, "", (_NOT_ENDED if year >= on.year else _accounts_of(year),))
    of_margin = of_service = unknown
    if figures is not None and year < on.year:
        of_margin = margin(figures, Fraction(str(margin_limit.value)) / _PERCENT)
        of_service = loan_service(figures, Fraction(str(service_limit.value)), divisor)
    return (
        Gate(
            f"{year}.margin",
            Label(
                f"vuosikatteen ja poistojen suhde {year}",
                f"förhållandet mellan årsbidrag och avskrivningar {year}",
                f"annual margin to depreciation {year}",
            ),
            *_shown(of_margin),
            f"< {margin_limit.value} %",
            margin_limit.in_force_from,
            _basis("2 kohta"),
            margin_limit.status,
        ),
        Gate(
            f"{year}.loan_service",
            Label(
                f"laskennallinen lainanhoitokate {year}",
                f"kalkylmässigt låneskötselbidrag {year}",
                f"calculated loan-service ratio {year}",
            ),
            *_shown(of_service),
            f"< {service_limit.value}",
            service_limit.in_force_from,
            _basis("3 kohta"),
            service_limit.status,
        ),
    )


def _shown(found: Found) -> tuple[bool | None, tuple[str, ...], tuple[Label, ...]]:
    below, line, missing = found
    return below, (line,) if line else (), missing


def _basis(point: str) -> tuple[Basis, ...]:
    return (COUNTIES("123 § 2 mom."), COUNTIES(f"123 § 1 mom. {point}"), IMPLEMENTATION("62 §"))


def _accounts_of(year: int) -> Label:
    return Label(f"vuoden {year} konsernitilinpäätös", f"koncernbokslutet {year}", f"group accounts of {year}")
