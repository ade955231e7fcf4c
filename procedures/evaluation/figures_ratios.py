"""The two ratios of 123 § 1 mom. 2–3: how a year is judged, and how years are judged in a row.

Ratios are fractions and never rounded before they are compared; only what is shown is, and never across the bound.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from engine.law import Label
from engine.parameters import DatedValue
from procedures.evaluation.figures_input import KeyFigures, YearFigures
from procedures.evaluation.numbers import thresholds

_PERCENT: Final = 100
_MOST_DECIMALS: Final = 12

Found = tuple[bool | None, str, tuple[Label, ...]]
"""Below the threshold or not (None: not assessable), how it was calculated, and what is missing."""


def number_on(name: str, on: date) -> DatedValue:
    """Gives a threshold as in force on `on`.

    Raises:
        Refused: `no-parameter-in-force` when none is.
    """
    return thresholds().on(name, on)


def in_a_row(
    figures: KeyFigures, on: date, judge: Callable[[YearFigures], Found]
) -> tuple[bool | None, tuple[str, ...], tuple[Label, ...]]:
    """Judges the newest ended financial years that must follow each other; one that is not below settles the matter."""
    length = int(str(number_on("consecutive_accounts", on).value))
    first = int(str(number_on("first_accounts_year", on).value))
    ended = [year for year in figures.years if year < on.year]
    newest = max(ended, default=max(on.year - 1, first + length - 1))
    lines: list[str] = []
    missing: list[Label] = []
    verdicts: list[bool | None] = []
    for year in range(newest - length + 1, newest + 1):
        known = figures.years.get(year)
        lacks: tuple[Label, ...]
        if year < first:
            verdict, line, lacks = None, "", (_too_early(year, first, length),)
        elif known is None:
            verdict, line, lacks = None, "", (_accounts_of(year),)
        else:
            verdict, line, lacks = judge(known)
            lacks = tuple(Label(f"{year}: {one.fi}", f"{year}: {one.sv}", f"{year}: {one.en}") for one in lacks)
        verdicts.append(verdict)
        lines += [f"{year}: {line}"] if line else []
        missing += lacks
    met = False if False in verdicts else None if None in verdicts else True
    return met, tuple(lines), () if met is False else tuple(missing)


def _accounts_of(year: int) -> Label:
    return Label(f"vuoden {year} konsernitilinpäätös", f"koncernbokslutet {year}", f"group accounts of {year}")


def _too_early(year: int, first: int, length: int) -> Label:
    span = f"{first}–{first + length - 1}"
    return Label(
        f"vuotta {year} ei arvioida; ensimmäinen arvio vuosien {span} tilinpäätöksistä (616/2021 62 §)",
        f"år {year} bedöms inte; första bedömningen utifrån boksluten {span} (616/2021 62 §)",
        f"{year} is not assessed; the first assessment is on the accounts of {span} (616/2021 62 §)",
    )


def margin(year: YearFigures, bound: Fraction) -> Found:
    """Below when annual margin without additional funding, divided by depreciation, is under the threshold."""
    if year.annual_margin is None or year.depreciation is None:
        return None, "", _unknown(annual_margin=year.annual_margin, depreciation=year.depreciation)
    if year.depreciation <= 0:
        what = f"{plain(year.annual_margin)} / {plain(year.depreciation)}"
        return None, what, (_NO_DEPRECIATION,)
    shown = plain(year.annual_margin)
    if year.additional_funding:
        shown = f"({shown} − {plain(year.additional_funding)})"
    ratio = Fraction(year.annual_margin - year.additional_funding) / Fraction(year.depreciation)
    compared = _compared(ratio * _PERCENT, bound * _PERCENT, " %")
    return ratio < bound, f"{shown} / {plain(year.depreciation)} = {compared}", ()


def loan_service(year: YearFigures, bound: Fraction, divisor: Fraction) -> Found:
    """Below when (margin + interest) ÷ (interest + loans ÷ 10) is under the threshold.

    The margin stands with its additional funding: 123 § 2 mom. takes that out for 1 mom. 2 only.
    """
    if year.annual_margin is None or year.interest is None or year.loans is None:
        return None, "", _unknown(annual_margin=year.annual_margin, interest=year.interest, loans=year.loans)
    interest, service = plain(year.interest), Fraction(year.interest) + Fraction(year.loans) / divisor
    formula = f"({plain(year.annual_margin)} + {interest}) / ({interest} + {plain(year.loans)} / {divisor})"
    if service <= 0:
        return None, formula, (Label("ei lainanhoitoa", "ingen låneskötsel", "no loan service"),)
    ratio = Fraction(year.annual_margin + year.interest) / service
    return ratio < bound, f"{formula} = {_compared(ratio, bound, '')}", ()


_NO_DEPRECIATION: Final = Label(
    "poistot eivät ole positiiviset", "avskrivningarna är inte positiva", "no depreciation to divide by"
)
_AMOUNTS: Final = {
    "annual_margin": Label("vuosikate", "årsbidrag", "annual margin"),
    "depreciation": Label("poistot", "avskrivningar", "depreciation"),
    "interest": Label("korkokulut", "räntekostnader", "interest"),
    "loans": Label("lainamäärä", "lånebelopp", "loans"),
}


def _unknown(**amounts: Decimal | None) -> tuple[Label, ...]:
    return tuple(_AMOUNTS[name] for name, amount in amounts.items() if amount is None)


def plain(amount: Decimal) -> str:
    """Writes an amount as it was given, without an exponent."""
    return format(amount, "f")


def _compared(value: Fraction, bound: Fraction, unit: str) -> str:
    """Shows a value beside its bound, with as many decimals as keep the comparison true to the eye."""
    shown = value
    for decimals in range(1, _MOST_DECIMALS + 1):
        shown = round(value, decimals)
        if (shown < bound) == (value < bound) and (shown == bound) == (value == bound):
            break
    relation = "<" if value < bound else "≥"
    return f"{_decimal(shown)}{unit} {relation} {_decimal(bound)}{unit}"


def _decimal(value: Fraction) -> str:
    text = format(Decimal(value.numerator) / Decimal(value.denominator), f".{_MOST_DECIMALS}f")
    return text.rstrip("0").rstrip(".")
