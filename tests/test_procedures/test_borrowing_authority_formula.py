"""The formula of 15 § 2 mom.: to the cent, line by line, by date, and the same as what the record accepts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import InputRejected, Refused
from procedures.borrowing_authority.formula import Line, authority_lines
from procedures.borrowing_authority.formula_input import read_authority_figures
from tests.book import but
from tests.doses import drawn
from tests.test_procedures.borrowing_authority_stories import COUNTY_BOOKS, MILLION

NEW_BOOK = COUNTY_BOOKS[1]


def figures(**more: Any) -> dict[str, Any]:
    """Figures of one county, in cents."""
    known = {"annual_margin_cents": 30 * MILLION, "opening_debt_cents": 240 * MILLION, "earlier_authorities_cents": 0}
    return {"subject": "99", "financial_year": 2026, **known, **more}


def lines(on_day: str = "2025-06-12", /, **more: Any) -> dict[str, Line]:
    """The lines of the calculation by their id."""
    found = authority_lines(read_authority_figures(figures(**more)), date.fromisoformat(on_day))
    return {line.id: line for line in found}


def test_the_authority_is_ten_margins_less_the_opening_debt() -> None:
    """At a loan-service ratio of one and repayments of a tenth: 10 × 30 − 240 = 60 million."""
    found = lines()
    assert [(line.id, line.amount_cents) for line in found.values()] == [
        ("maximum_debt", 300 * MILLION),
        ("difference", 60 * MILLION),
        ("earlier_decisions", 60 * MILLION),
        ("authority", 60 * MILLION),
        ("equivalent_contracts", None),
    ]
    assert found["difference"].calculation == ("300000000.00 − 240000000.00 = 60000000.00",)


def test_the_real_authority_of_2024_is_reproduced_by_matching_figures() -> None:
    """Figures made up to give the 139 million that were confirmed for 2024."""
    given_figures = read_authority_figures(
        {
            "subject": "14",
            "financial_year": 2024,
            "annual_margin": "25000000.00",
            "opening_debt": "111000000",
            "earlier_authorities": "0",
        }
    )
    assert authority_lines(given_figures, date(2023, 6, 1))[-1].amount_cents == 13_900_000_000


def test_what_is_inferred_says_so() -> None:
    """The difference is the text's; how earlier decisions count and that nothing is below zero is not settled."""
    assert {name: str(line.status) for name, line in lines().items()} == {
        "maximum_debt": "statute",
        "difference": "statute",
        "earlier_decisions": "unsettled",
        "authority": "unsettled",
        "equivalent_contracts": "statute",
    }


@pytest.mark.parametrize(
    ("more", "authority", "met"),
    [
        ({"opening_debt_cents": 300 * MILLION}, 0, False),
        ({"opening_debt_cents": 300 * MILLION - 1}, 1, True),
        ({"opening_debt_cents": 300 * MILLION + 1}, 0, False),
        ({"annual_margin_cents": -1}, 0, False),
        ({"earlier_authorities_cents": 70 * MILLION}, 0, False),
        ({"earlier_authorities_cents": 20 * MILLION}, 40 * MILLION, True),
        ({"adjusted_margin_cents": 29 * MILLION}, 50 * MILLION, True),
    ],
)
def test_cents_on_either_side_of_zero(more: dict[str, int], authority: int, met: bool) -> None:
    """Zero floor, earlier decisions and an adjusted margin, to the cent."""
    found = lines(**more)["authority"]
    assert (found.amount_cents, found.met) == (authority, met)


@pytest.mark.parametrize(
    ("absent", "missing"),
    [
        ("annual_margin_cents", "annual margin in the budget of the year before the financial year"),
        ("opening_debt_cents", "estimated debt at the start of the financial year"),
        ("earlier_authorities_cents", "what is taken into account of earlier decisions"),
    ],
)
def test_without_a_figure_there_is_no_authority(absent: str, missing: str) -> None:
    """What is not known makes the result unassessable, by name; nothing is taken to be zero."""
    found = lines(**{absent: None})["authority"]
    assert (found.amount_cents, found.met, [label.en for label in found.missing]) == (None, None, [missing])


@pytest.mark.parametrize(("day", "asked"), [("2024-12-31", False), ("2025-01-01", True)])
def test_the_contracts_are_asked_about_since_2025(day: str, asked: bool) -> None:
    """The line about equivalent contracts comes with 1056/2024."""
    found = lines(day)
    assert ("equivalent_contracts" in found) is asked
    if asked:
        assert found["equivalent_contracts"].met is None
        assert lines(day, equivalent_contracts_included=False)["equivalent_contracts"].met is False


def test_the_first_year_cites_the_transition() -> None:
    """For 2023 the maximum rests on 616/2021 61 § besides."""
    cited = [basis.cite for basis in lines("2022-06-16", financial_year=2023)["maximum_debt"].basis]
    assert cited == ["611/2021 15 § 2 mom.", "616/2021 61 § 1 mom."]


def test_before_the_law_there_is_no_formula() -> None:
    """On 30.6.2021 no number is in force."""
    with pytest.raises(Refused) as refused:
        lines("2021-06-30")
    assert refused.value.code == "no-parameter-in-force"


def test_a_line_is_plain_data_in_three_languages() -> None:
    """What a command prints: label, amount in cents, working, threshold, sections, status."""
    assert lines()["difference"].as_data() == {
        "id": "difference",
        "label": {
            "fi": "enimmäismäärän ja ennakoidun lainamäärän erotus",
            "sv": "skillnaden mellan maximibeloppet och det estimerade lånebeloppet",
            "en": "maximum debt less estimated opening debt",
        },
        "met": True,
        "amount_cents": 60 * MILLION,
        "calculation": ["300000000.00 − 240000000.00 = 60000000.00"],
        "missing": [],
        "threshold": "",
        "threshold_from": "2021-07-01",
        "basis": ["611/2021 15 § 2 mom."],
        "status": "statute",
    }


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"opening_debt_cents": 1.5}, "opening_debt_cents"),
        ({"opening_debt_cents": -1}, "opening_debt_cents"),
        ({"annual_margin": "1.234"}, "annual_margin"),
        ({"annual_margin": 250}, "annual_margin"),
        ({"annual_margin": "1.00"}, "given twice"),
        ({"financial_year": "2026"}, "financial_year"),
        ({"opinion": "good"}, "opinion"),
    ],
)
def test_figures_of_the_wrong_kind_are_refused_by_field(more: dict[str, Any], where: str) -> None:
    """Floats, a debt below zero, parts of a cent, whole euros without their unit and unknown fields are refused."""
    document = figures(**more)
    if "annual_margin" in more and where != "given twice":
        del document["annual_margin_cents"]
    with pytest.raises(InputRejected) as rejected:
        read_authority_figures(document)
    assert rejected.value.code == "figures-invalid"
    assert where in rejected.value.message


@settings(max_examples=drawn(), deadline=None)
@given(
    margin=st.integers(-(10**12), 10**12),
    debt=st.integers(0, 10**13),
    earlier=st.integers(0, 10**12),
)
def test_the_calculator_and_the_condition_agree(margin: int, debt: int, earlier: int) -> None:
    """What the calculator gives is what the condition of the record accepts, and one cent more is refused."""
    found = lines(annual_margin_cents=margin, opening_debt_cents=debt, earlier_authorities_cents=earlier)
    result = found["authority"].amount_cents
    assert result == max(0, 10 * margin - debt - earlier)
    calculated = but(
        NEW_BOOK.acts["calculated"],
        annual_margin_cents=margin,
        opening_debt_cents=debt,
        earlier_authorities_cents=earlier,
        formula_cents=result,
    )
    NEW_BOOK.opened().when(calculated).then(state="calculated")
    NEW_BOOK.opened().when(but(calculated, formula_cents=result + 1)).refused("formula_followed")
