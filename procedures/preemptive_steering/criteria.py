"""The criteria of 13 b § 1 mom. from what is known of a county: which are met, by which calculation, on which section.

Pure and exact, in the shape of the gates of an evaluation: a criterion is met, not met, or not assessable, and then
says what is missing. Any one that is met suffices, and nothing here decides: the ministry may start the procedure.

Example:
    >>> from procedures.preemptive_steering.criteria_input import read_steering_facts
    >>> facts = read_steering_facts({"subject": "15", "years": {
    ...     "2024": {"annual_margin": "18.0", "depreciation": "20.0"}}})
    >>> margin = criteria(facts, date(2025, 6, 17))[0]
    >>> margin.id, margin.met, margin.calculation
    ('1a', True, ('2024: 18.0 / 20.0 = 90 % < 100 %',))
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Final

from engine.law import Label
from engine.parameters import DatedValue
from procedures.declaring import numbers
from procedures.evaluation.figures import Gate
from procedures.evaluation.figures_input import YearFigures
from procedures.evaluation.figures_ratios import Found, loan_service, margin, number_on, plain
from procedures.preemptive_steering.criteria_input import Plan, RequiredMeasures, SteeringFacts
from procedures.statutes import COUNTIES, FUNDING

_PERCENT: Final = 100
Verdict = tuple[bool | None, tuple[str, ...], tuple[Label, ...]]
"""Met or not (None: not assessable), how it was found, and what is missing."""


def criteria(facts: SteeringFacts, on: date) -> tuple[Gate, ...]:
    """Gives the criteria 1a, 1b, 2, 3 and 4 by the law in force on `on`, with what is known on that day.

    Raises:
        Refused: `no-parameter-in-force` on a day before the section was in force.
    """
    return (
        _margin(facts, on),
        _loan_service(facts, on),
        _unmet_measures(facts, on),
        _budget_and_plan(facts, on),
        _development(facts, on),
    )


def _threshold(name: str, on: date) -> DatedValue:
    return numbers(__package__).on(name, on)


def _newest(facts: SteeringFacts, on: date, judge: Callable[[YearFigures], Found]) -> Verdict:
    """Judges the newest ended financial year that is known: a single set of accounts is enough."""
    year = max((year for year in facts.years if year < on.year), default=None)
    if year is None:
        wanted = on.year - 1
        return (
            None,
            (),
            (
                Label(
                    f"vuoden {wanted} konsernitilinpäätös", f"koncernbokslutet {wanted}", f"group accounts of {wanted}"
                ),
            ),
        )
    met, line, missing = judge(facts.years[year])
    return met, (f"{year}: {line}",) if line else (), missing


def _margin(facts: SteeringFacts, on: date) -> Gate:
    limit = _threshold("margin_ratio", on)
    bound = Fraction(str(limit.value)) / _PERCENT
    label = Label(
        "vuosikatteen ja poistojen suhde liian pieni",
        "förhållandet mellan årsbidrag och avskrivningar för litet",
        "annual margin to depreciation too low",
    )
    basis = (COUNTIES("13 b § 1 mom. 1 kohta"), COUNTIES("123 § 2 mom."))
    outcome = _newest(facts, on, lambda year: margin(year, bound))
    return Gate("1a", label, *outcome, f"< {limit.value} %", limit.in_force_from, basis, limit.status)


def _loan_service(facts: SteeringFacts, on: date) -> Gate:
    limit = _threshold("loan_service_ratio", on)
    bound, divisor = Fraction(str(limit.value)), Fraction(str(number_on("loan_divisor", on).value))
    label = Label(
        "laskennallinen lainanhoitokate liian pieni",
        "kalkylmässigt låneskötselbidrag för litet",
        "calculated loan-service ratio too low",
    )
    basis = (COUNTIES("13 b § 1 mom. 1 kohta"), COUNTIES("123 § 2 mom."))
    outcome = _newest(facts, on, lambda year: loan_service(year, bound, divisor))
    return Gate("1b", label, *outcome, f"< {limit.value}", limit.in_force_from, basis, limit.status)


def _unmet_measures(facts: SteeringFacts, on: date) -> Gate:
    in_force = _threshold("margin_ratio", on)
    label = Label(
        "edellytetyt toimenpiteet eivät ole toteutumassa eikä korvaavista ole päätetty",
        "de förutsatta åtgärderna blir inte genomförda och inga kompenserande har beslutats",
        "required measures are not carried out and no substitute ones are decided",
    )
    basis = (
        COUNTIES("13 b § 1 mom. 2 kohta"),
        COUNTIES("15 § 3 mom."),
        FUNDING("26 § 1 mom."),
        COUNTIES("122 §"),
    )
    known = facts.required_measures
    outcome: Verdict = (None, (), (_REQUIRED_MEASURES,))
    if known is not None:
        past = [one for one in known if one.decided_on is None or one.decided_on <= on]
        outcome = _any_of([_one_requirement(one) for one in past])
    return Gate("2", label, *outcome, "≥ 1", in_force.in_force_from, basis, in_force.status)


def _one_requirement(measures: RequiredMeasures) -> Verdict:
    name = f"{measures.required_in} {measures.decided_on or ''}".strip()
    stated = (measures.evidently_unmet, measures.substitute_decided)
    line = f"{name}: evidently_unmet = {_said(stated[0])}, substitute_decided = {_said(stated[1])}"
    if measures.evidently_unmet is False or measures.substitute_decided is True:
        return False, (line,), ()
    lacks = tuple(
        Label(f"{name}: {what.fi}", f"{name}: {what.sv}", f"{name}: {what.en}")
        for value, what in ((measures.evidently_unmet, _UNMET), (measures.substitute_decided, _SUBSTITUTE))
        if value is None
    )
    return (None, (line,), lacks) if lacks else (True, (line,), ())


def _budget_and_plan(facts: SteeringFacts, on: date) -> Gate:
    in_force = _threshold("margin_ratio", on)
    label = Label(
        "talousarviosta ja -suunnitelmasta puuttuvat yksilöidyt toimenpiteet tai perusteet, tai ne eivät ole "
        "115 §:n mukaisia",
        "i budgeten och ekonomiplanen saknas specificerade åtgärder eller grunder, eller så överensstämmer de inte med "
        "115 §",
        "budget and plan lack itemised measures or grounds, or do not comply with 115 §",
    )
    basis = (COUNTIES("13 b § 1 mom. 3 kohta"), COUNTIES("115 §"))
    plan = facts.plan
    outcome: Verdict = (None, (), (_ITEMISED, _COMPLIANT))
    if plan is not None:
        outcome = _any_of(
            [
                _defect("itemised", plan.itemised, _ITEMISED),
                _defect("compliant", plan.compliant, _COMPLIANT),
                _deficit_left(plan),
            ]
        )
    return Gate("3", label, *outcome, "≥ 1", in_force.in_force_from, basis, in_force.status)


def _defect(name: str, in_order: bool | None, what: Label) -> Verdict:  # noqa: FBT001 - one of three stated answers
    if in_order is None:
        return None, (), (what,)
    return not in_order, (f"{name} = {_said(in_order)}",), ()


def _deficit_left(plan: Plan) -> Verdict:
    """Met when the plan itself shows a deficit at the end of the year by which it is to be covered (115 § 2 mom.)."""
    left = plan.accumulated.get(plan.cover_by.year) if plan.cover_by else None
    if plan.cover_by is None or left is None:
        return False, (), ()
    line = f"115 § 2 mom.: {plan.cover_by}: {plain(left)} {'<' if left < 0 else '≥'} 0"
    return left < 0, (line,), ()


def _development(facts: SteeringFacts, on: date) -> Gate:
    in_force = _threshold("margin_ratio", on)
    label = Label(
        "talouskehitys oleellisesti talousarviota heikompaa tai ei arvioitavissa",
        "den ekonomiska utvecklingen väsentligt svagare än budgeterat eller går inte att bedöma",
        "development essentially weaker than budgeted, or not assessable",
    )
    basis = (COUNTIES("13 b § 1 mom. 4 kohta"),)
    outcome = _developed(facts)
    return Gate("4", label, *outcome, "–", in_force.in_force_from, basis, in_force.status)


def _developed(facts: SteeringFacts) -> Verdict:
    known = facts.development
    if known is None:
        return None, (), (_BUDGETED, _FORECAST)
    if known.assessable is False:
        return True, ("assessable = false",), ()
    lines: tuple[str, ...] = ()
    lacks = tuple(
        what
        for value, what in ((known.budgeted_result, _BUDGETED), (known.forecast_result, _FORECAST))
        if value is None
    )
    not_weaker = False
    if known.budgeted_result is not None and known.forecast_result is not None:
        difference = known.forecast_result - known.budgeted_result
        not_weaker = difference >= 0
        lines = (f"{plain(known.forecast_result)} − {plain(known.budgeted_result)} = {plain(difference)}",)
    if known.essentially_weaker is not None:
        return known.essentially_weaker, (*lines, f"essentially_weaker = {_said(known.essentially_weaker)}"), ()
    if not_weaker:
        return False, lines, ()
    return None, lines, lacks or (_ESSENTIAL,)


def _any_of(verdicts: list[Verdict]) -> Verdict:
    """Met when any limb is; unknown when none is and one cannot be told."""
    found = [met for met, _, _ in verdicts]
    met = True if True in found else None if None in found else False
    lines = tuple(line for _, own, _ in verdicts for line in own)
    missing = tuple(label for _, _, own in verdicts for label in own)
    return met, lines, missing if met is None else ()


def _said(value: bool | None) -> str:  # noqa: FBT001 - a stated answer, written by its field
    return "?" if value is None else "true" if value else "false"


_REQUIRED_MEASURES: Final = Label(
    "tieto edellytetyistä toimenpiteistä", "uppgift om förutsatta åtgärder", "which measures have been required"
)
_UNMET: Final = Label(
    "ovatko toimenpiteet ilmeisesti toteutumatta",
    "om åtgärderna uppenbart inte genomförs",
    "whether they are evidently not carried out",
)
_SUBSTITUTE: Final = Label(
    "onko korvaavista toimenpiteistä päätetty",
    "om kompenserande åtgärder har beslutats",
    "whether substitute measures are decided",
)
_ITEMISED: Final = Label(
    "onko yksilöidyt toimenpiteet tai perusteet esitetty",
    "om specificerade åtgärder eller grunder har angetts",
    "whether itemised measures or grounds are given",
)
_COMPLIANT: Final = Label(
    "onko talousarvio ja -suunnitelma 115 §:n mukainen",
    "om budgeten och ekonomiplanen överensstämmer med 115 §",
    "whether budget and plan comply with 115 §",
)
_BUDGETED: Final = Label("talousarvion tulos", "budgeterat resultat", "budgeted result")
_FORECAST: Final = Label("ennustettu tulos", "prognostiserat resultat", "forecast result")
_ESSENTIAL: Final = Label(
    "arvio siitä, onko ero oleellinen (laissa ei ole raja-arvoa)",
    "en bedömning av om skillnaden är väsentlig (lagen har inget gränsvärde)",
    "a judgement on whether the difference is essential (the law has no threshold)",
)
