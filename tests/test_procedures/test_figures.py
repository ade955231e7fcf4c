"""The gates E1–E5 from key figures: exact at the threshold, dated, and honest about what is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import InputRejected, Refused
from procedures.evaluation.figures import Gate, deficit_cover_day, gates
from procedures.evaluation.figures_input import read_key_figures
from tests.doses import drawn

ON = date(2025, 6, 17)


def gate(gate_id: str, on: date = ON, **document: Any) -> Gate:
    """One gate of a made-up county."""
    figures = read_key_figures({"subject": "99", **document})
    return next(one for one in gates(figures, on) if one.id == gate_id)


def years(**margins: str) -> dict[str, Any]:
    """Years such as y2023 with an annual margin and a depreciation of 20.0."""
    return {name[1:]: {"annual_margin": margin, "depreciation": "20.0"} for name, margin in margins.items()}


@pytest.mark.parametrize(
    ("first", "second", "met", "shown"),
    [
        ("14.0", "12.3", True, ("2023: 14.0 / 20.0 = 70 % < 80 %", "2024: 12.3 / 20.0 = 61.5 % < 80 %")),
        ("15.99", "15.99", True, ("2023: 15.99 / 20.0 = 79.95 % < 80 %", "2024: 15.99 / 20.0 = 79.95 % < 80 %")),
        ("15.9", "16.0", False, ("2023: 15.9 / 20.0 = 79.5 % < 80 %", "2024: 16.0 / 20.0 = 80 % ≥ 80 %")),
        ("16.0", "15.9", False, ("2023: 16.0 / 20.0 = 80 % ≥ 80 %", "2024: 15.9 / 20.0 = 79.5 % < 80 %")),
        ("-3.0", "-0.1", True, ("2023: -3.0 / 20.0 = -15 % < 80 %", "2024: -0.1 / 20.0 = -0.5 % < 80 %")),
    ],
)
def test_e2_is_below_80_percent_two_years_in_a_row(first: str, second: str, met: bool, shown: tuple[str, ...]) -> None:
    """123 § 1 mom. 2: under 80 %, so exactly 80 % is not below; both years must be."""
    found = gate("E2", years=years(y2023=first, y2024=second))
    assert (found.met, found.calculation, found.missing) == (met, shown, ())


def test_e2_shows_as_many_decimals_as_the_comparison_needs() -> None:
    """A ratio just under the threshold is never shown as equal to it."""
    found = gate("E2", years=years(y2023="15.999998", y2024="15.999998"))
    assert found.calculation[0] == "2023: 15.999998 / 20.0 = 79.99999 % < 80 %"


def test_e2_leaves_additional_funding_out_of_the_margin() -> None:
    """123 § 2 mom.: the annual margin is taken without it, which can bring a county under the threshold."""
    year = {"annual_margin": "17.0", "depreciation": "20.0", "additional_funding": "2.6"}
    found = gate("E2", years={"2023": year, "2024": year})
    assert (found.met, found.calculation[1]) == (True, "2024: (17.0 − 2.6) / 20.0 = 72 % < 80 %")


@pytest.mark.parametrize(
    ("given_years", "missing"),
    [
        (years(y2024="12.3"), ("group accounts of 2023",)),
        (years(y2022="12.3", y2024="12.3"), ("group accounts of 2023",)),
        ({}, ("group accounts of 2023", "group accounts of 2024")),
        (
            {"2023": {"annual_margin": "1"}, "2024": {"depreciation": "1"}},
            ("2023: depreciation", "2024: annual margin"),
        ),
        (
            {"2023": {"annual_margin": "1", "depreciation": "0"}, **years(y2024="12.3")},
            ("2023: no depreciation to divide by",),
        ),
    ],
)
def test_e2_is_not_assessable_without_two_consecutive_years(
    given_years: dict[str, Any], missing: tuple[str, ...]
) -> None:
    """What is missing is named; nothing is guessed."""
    found = gate("E2", years=given_years)
    assert (found.met, tuple(label.en for label in found.missing)) == (None, missing)


def test_years_before_2023_are_not_assessed() -> None:
    """616/2021 62 §: the first assessment is on the accounts of 2023 and 2024."""
    found = gate("E2", date(2024, 6, 17), years=years(y2022="1.0", y2023="1.0"))
    assert found.met is None
    assert "2023–2024" in found.missing[0].fi


def test_a_year_that_has_not_ended_does_not_count() -> None:
    """On 31.12.2025 the year 2025 still runs; on 1.1.2026 it has ended."""
    given_years = years(y2023="1.0", y2024="1.0", y2025="19.0")
    assert gate("E2", date(2025, 12, 31), years=given_years).met is True
    assert gate("E2", date(2026, 1, 1), years=given_years).met is False


def loans(margin: str, **more: str) -> dict[str, Any]:
    """Two equal years with interest 1.0 and loans of 150.0."""
    year = {"annual_margin": margin, "interest": "1.0", "loans": "150.0", **more}
    return {"2023": year, "2024": year}


@pytest.mark.parametrize(
    ("margin", "met", "shown"),
    [
        ("11.79", True, "2024: (11.79 + 1.0) / (1.0 + 150.0 / 10) = 0.799 < 0.8"),
        ("11.8", False, "2024: (11.8 + 1.0) / (1.0 + 150.0 / 10) = 0.8 ≥ 0.8"),
        ("12.3", False, "2024: (12.3 + 1.0) / (1.0 + 150.0 / 10) = 0.83 ≥ 0.8"),
    ],
)
def test_e3_is_the_loan_service_ratio_below_08(margin: str, met: bool, shown: str) -> None:
    """123 § 2 mom.: (annual margin + interest) ÷ (interest + loans ÷ 10); exactly 0.8 is not below."""
    found = gate("E3", years=loans(margin))
    assert (found.met, found.calculation[1]) == (met, shown)


def test_e3_keeps_additional_funding_in_the_margin() -> None:
    """123 § 2 mom. takes it out for 1 mom. 2 only."""
    assert gate("E3", years=loans("12.0", additional_funding="5.0")).met is False


def test_e3_without_loans_and_interest_has_nothing_to_serve() -> None:
    """A county without debt has no ratio."""
    year = {"annual_margin": "5.0", "interest": "0", "loans": "0"}
    assert gate("E3", years={"2023": year, "2024": year}).met is None


@pytest.mark.parametrize(
    ("on", "deficit", "met"),
    [
        (date(2026, 12, 31), {"first_year": 2023, "uncovered": "10.0"}, False),
        (date(2027, 1, 1), {"first_year": 2023, "uncovered": "10.0"}, True),
        (date(2027, 1, 1), {"first_year": 2023, "uncovered": "0"}, False),
        (date(2027, 1, 1), {"first_year": 2023}, None),
        (date(2027, 1, 1), {"first_year": 2023, "uncovered": "10.0", "cover_by": "2028-12-31"}, False),
        (date(2027, 1, 1), {"uncovered": "10.0"}, None),
        (date(2027, 1, 1), None, None),
    ],
)
def test_e1_is_a_deficit_left_uncovered_after_its_day(
    on: date, deficit: dict[str, Any] | None, met: bool | None
) -> None:
    """115 § 2 mom.: a first deficit in the accounts of 2023 is covered by 31.12.2026, or by a granted day."""
    found = gate("E1", on, deficit=deficit)
    assert (found.met, bool(found.missing)) == (met, met is None)


@pytest.mark.parametrize(("first_year", "due"), [(2023, date(2026, 12, 31)), (2024, date(2027, 12, 31))])
def test_the_deficit_duty_counts_from_the_year_after_the_accounts_were_confirmed(first_year: int, due: date) -> None:
    """Accounts of Y are confirmed by 30.6.Y+1, two years run from 1.1.Y+2, so the last day is 31.12.Y+3."""
    cover = deficit_cover_day(first_year, on=ON)
    assert (cover.due, cover.calculation[0].split(" → ")[1]) == (due, f"{first_year + 1}-06-30")


@pytest.mark.parametrize(
    ("on", "authority", "grants", "met"),
    [
        (ON, ["2024-03-01"], [], True),
        (ON, [], ["2025-01-15"], True),
        (ON, [], ["2023-10-30"], True),
        (ON, [], [], False),
        (ON, [], ["2025-06-18"], False),
        (ON, ["2025-06-18"], None, None),
        (ON, None, ["2025-06-17"], True),
        (date(2024, 12, 31), [], ["2024-05-02"], False),
        (date(2024, 12, 31), [], ["2022-05-02", "2024-05-02"], True),
        (date(2024, 12, 31), [], ["2021-05-02", "2024-05-02"], False),
        (date(2024, 12, 31), ["2023-03-01"], [], True),
    ],
)
def test_e4_asks_for_one_grant_since_2025_and_two_before(
    on: date, authority: list[str] | None, grants: list[str] | None, met: bool | None
) -> None:
    """123 § 1 mom. 4: a changed authority once, or grants as the law of the day asks; later days do not count."""
    found = gate("E4", on, borrowing_authority_changed_on=authority, additional_funding_granted_on=grants)
    assert (found.met, bool(found.missing)) == (met, met is None)


def test_e4_says_from_when_its_threshold_is() -> None:
    """The threshold carries the day from which it is in force."""
    empty: dict[str, Any] = {"borrowing_authority_changed_on": [], "additional_funding_granted_on": []}
    before, after = gate("E4", date(2024, 12, 31), **empty), gate("E4", date(2025, 1, 1), **empty)
    assert (before.threshold, before.threshold_from) == ("15 § 3 mom. ≥ 1, 617/2021 11 § ≥ 2 / 3 a", date(2023, 1, 1))
    assert (after.threshold, after.threshold_from) == ("15 § 3 mom. ≥ 1, 617/2021 11 § ≥ 1", date(2025, 1, 1))


@pytest.mark.parametrize(
    ("endangered", "met"),
    [
        ([2022, 2024], True),
        ([2023, 2024], True),
        ([2021, 2024], False),
        ([2024, 2024], False),
        ([], False),
        (None, None),
    ],
)
def test_e5_is_two_of_three_consecutive_years(endangered: list[int] | None, met: bool | None) -> None:
    """612/2021 27 § 3 mom.: the same year twice is one year."""
    assert gate("E5", service_endangered_years=endangered).met is met


def test_amounts_in_cents_and_in_euros_are_the_same() -> None:
    """12.30 euros are 1230 cents."""
    in_cents = {"annual_margin_cents": 1230, "depreciation_cents": 2000}
    in_euros = {"annual_margin": "12.30", "depreciation": "20.00"}
    assert gate("E2", years={"2023": in_cents, "2024": in_cents}) == gate(
        "E2", years={"2023": in_euros, "2024": in_euros}
    )


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ({"years": {"2024": {"annual_margin": 12.3}}}, "years.2024.annual_margin"),
        ({"years": {"2024": {"annual_margin": 12}}}, "years.2024.annual_margin"),
        ({"years": {"2024": {"annual_margin": "1e9"}}}, "years.2024.annual_margin"),
        ({"years": {"2024": {"annual_margin": "NaN"}}}, "years.2024.annual_margin"),
        ({"years": {"2024": {"annual_margin_cents": "5"}}}, "years.2024"),
        ({"years": {"2024": {"annual_margin_cents": True}}}, "years.2024"),
        ({"years": {"2024": {"annual_margin": "1", "annual_margin_cents": 100}}}, "years.2024"),
        ({"years": {"1492": {}}}, "years.1492"),
        ({"years": {"2024": {"revenue": "1"}}}, "years.2024.revenue"),
        ({"borrowing_authority_changed_on": [1735689600]}, "borrowing_authority_changed_on.0"),
        ({"service_endangered_years": [2024.0]}, "service_endangered_years.0"),
        ({"subject": ""}, "subject"),
        ({"opinion": "good"}, "opinion"),
    ],
)
def test_figures_of_the_wrong_kind_are_refused_by_field(document: dict[str, Any], where: str) -> None:
    """Floats, whole euros without their unit, and unknown fields never reach the calculation."""
    with pytest.raises(InputRejected) as rejected:
        read_key_figures({"subject": "99", **document})
    assert rejected.value.code == "figures-invalid"
    assert where in rejected.value.message


def test_before_the_law_was_in_force_there_is_no_threshold() -> None:
    """On 31.12.2022 no number is in force, and the refusal says from when there is one."""
    with pytest.raises(Refused) as refused:
        gates(read_key_figures({"subject": "99"}), date(2022, 12, 31))
    assert refused.value.code == "no-parameter-in-force"
    assert refused.value.details["first"] == date(2023, 1, 1)


def test_the_result_is_plain_data_in_three_languages() -> None:
    """Each gate gives its label, threshold, sections and status as data."""
    data = gate("E2", years=years(y2023="14.0", y2024="12.3")).as_data()
    assert (data["id"], data["met"], data["threshold"], data["threshold_from"], data["status"]) == (
        "E2",
        True,
        "< 80 %",
        "2023-01-01",
        "statute",
    )
    assert data["basis"] == ["611/2021 123 § 1 mom. 2 kohta", "611/2021 123 § 2 mom.", "616/2021 62 §"]
    assert set(data["label"]) == {"fi", "sv", "en"}


def test_e1_shows_that_more_time_is_not_settled() -> None:
    """HE 189/2025 is pending: the gate says so by its status and its sections."""
    found = gate("E1", deficit={"first_year": 2023, "uncovered": "1"})
    assert (str(found.status), found.basis[-1].cite) == ("unsettled", "HE 189/2025 vp")


@settings(max_examples=drawn(), deadline=None)
@given(margin=st.integers(-(10**12), 10**12), depreciation=st.integers(1, 10**12))
def test_e2_agrees_with_whole_numbers(margin: int, depreciation: int) -> None:
    """Below 80 % means 100 × margin < 80 × depreciation, in cents, with no rounding anywhere."""
    year = {"annual_margin_cents": margin, "depreciation_cents": depreciation}
    found = gate("E2", years={"2023": year, "2024": year})
    below = 100 * margin < 80 * depreciation
    assert found.met is below
    assert (" < 80 %" in found.calculation[0]) is below
