"""`figures check` fed from the record: acts are recorded by commands, and criteria are then met without any `--set`.

The acts are those of the books (`tests/book.py`); the counties and their figures are made up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.book import Book, but
from tests.story import Told, fact
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_procedures import additional_funding_stories as funding
from tests.test_procedures import borrowing_authority_change_stories as change
from tests.test_procedures import borrowing_authority_stories as authority
from tests.test_procedures import deficit_extension_stories as extension
from tests.test_procedures import financial_data_stories as data

LATER = ("--now", "2045-01-02T12:00:00+02:00")
POOR = {"annual_margin_cents": 1_230_000_000, "depreciation_cents": 2_000_000_000}
GRANT, CHANGE = funding.acts(funding.NEW), change.acts(change.NEW)
FUNDING = next(book for book in funding.BOOKS if book.table is funding.NEW)
AUTHORITY_CHANGE = next(book for book in change.BOOKS if book.table is change.NEW)
AUTHORITY = next(book for book in authority.BOOKS if book.table is authority.NEW and book.subject_kind == "county")
EXTENSION = extension.BOOK


def record(book: Book, told: Iterable[Told], *, subject: str = "15") -> dict[str, Any]:
    """Records acts by commands in a case of their own; gives the last answer."""
    file = Path("act.json")
    found: dict[str, Any] = {}
    law = ("--law-in-force-from", book.law_in_force_from) if book.law_in_force_from else ()
    for one in told:
        file.write_text(json.dumps(dict(one.data), default=str), encoding="utf-8")
        words = ["--on", one.on.isoformat(), "--json", str(file), *(("--by", one.role) if one.role else ())]
        for document in one.documents:
            words += ["--doc", f"{document.kind}={document.diary_number};{document.title}"]
        if found:
            found = answer("case", "advance", found["case"], one.fact, *words, *LATER)
        else:
            start = ("case", "start", book.table.procedure.id, "--fact", one.fact, "--subject", subject)
            found = answer(*start, *law, *words, *LATER)
    return found


def year_of(year: int, figures: Mapping[str, object] = POOR, *, subject: str = "15") -> dict[str, Any]:
    """Records the accounts' data of one financial year."""
    opened = fact("year_opened", f"{year}-01-02", {"year": year})
    return record(data.BOOK, (opened, fact("accounts_data_delivered", f"{year + 1}-04-14", figures)), subject=subject)


def grant(*after: str, subject: str = "15", **differing: Any) -> dict[str, Any]:
    """Records a grant of additional funding on 30 October 2025, and what came after it."""
    acts = {**GRANT, "granted": but(GRANT["granted"], **{"earlier_grants_on": None, **differing})}
    return record(FUNDING, [acts[name] for name in (*funding.PREPARED, "granted", *after)], subject=subject)


def checked(day: str, *arguments: str, subject: str = "15", calculator: str = "evaluation") -> dict[str, Any]:
    """Gives what `figures check` answers, with its lines by their ids."""
    found = answer("figures", "check", subject, "--on", day, "--for", calculator, *arguments, *LATER)
    return {**found, "lines": {line["id"]: line for line in found["lines"]}}


def origins(found: Mapping[str, Any]) -> set[tuple[str, str, int]]:
    return {(one["name"], one["case"], one["position"]) for one in found["from_record"]}


def test_recorded_accounts_meet_a_criterion_without_any_set(empty: Path) -> None:
    """Two years of accounts below 80 % in the record meet E2, and each figure names its case and position."""
    first, second = year_of(2023), year_of(2024)
    found = checked("2025-06-17")
    assert found["met"] == ["E2"]
    assert found["lines"]["E2"]["calculation"] == [
        "2023: 12300000.00 / 20000000.00 = 61.5 % < 80 %",
        "2024: 12300000.00 / 20000000.00 = 61.5 % < 80 %",
    ]
    assert origins(found) == {
        (f"{year}.{name}", case["case"], case["position"])
        for year, case in ((2023, first), (2024, second))
        for name in POOR
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "2024.annual_margin: 12300000.00 € (from {case}, position {position})"),
        ("fi", "2024.annual_margin: 12300000.00 € (asiasta {case}, lokin kohta {position})"),
        ("sv", "2024.annual_margin: 12300000.00 € (ur {case}, plats {position} i loggen)"),
    ],
)
def test_a_person_reads_where_a_figure_came_from(language: str, said: str, empty: Path) -> None:
    """The page names the case and the position of each figure that it took from the record."""
    case = year_of(2024)
    page = succeed("figures", "check", "15", "--on", "2025-06-17", "--lang", language, *LATER).stdout
    assert said.format(case=case["case"], position=case["position"]) in page


def test_what_is_given_wins_over_what_is_recorded(empty: Path) -> None:
    """A figure given in cents takes the place of the recorded one, joins the other, and the answer says so."""
    year_of(2023)
    case = year_of(2024)
    given = ("--set", "2024.annual_margin_cents=1600000000")
    found = checked("2025-06-17", *given)
    assert found["lines"]["E2"]["met"] is False
    assert found["lines"]["E2"]["calculation"][1] == "2024: 16000000.00 / 20000000.00 = 80 % ≥ 80 %"
    assert found["not_from_record"] == [
        {
            "name": "2024.annual_margin_cents",
            "value": 1_230_000_000,
            "case": case["case"],
            "position": case["position"],
            "why": "given",
        }
    ]
    page = succeed("figures", "check", "15", "--on", "2025-06-17", *given, *LATER).stdout
    assert "Recorded as well, but what was given by hand counts" in page


def test_euros_of_the_record_never_stand_beside_millions(empty: Path) -> None:
    """A margin given as 12.3 in a unit of its own is not divided by a recorded depreciation in cents."""
    year_of(2023)
    year_of(2024)
    found = checked("2025-06-17", "--set", "2024.annual_margin=12.3")
    assert found["lines"]["E2"]["met"] is None
    assert [(one["name"], one["why"]) for one in found["not_from_record"]] == [
        ("2024.annual_margin_cents", "given"),
        ("2024.depreciation_cents", "unit"),
    ]


def test_only_what_is_given_counts_when_asked_for(empty: Path) -> None:
    """`--given-only` leaves the record alone."""
    year_of(2023)
    year_of(2024)
    found = checked("2025-06-17", "--given-only")
    assert (found["met"], found["from_record"], found["record_read"]) == ([], [], False)


def test_the_record_of_another_county_tells_nothing(empty: Path) -> None:
    """Each county's figures are its own."""
    year_of(2023, subject="21")
    found = checked("2025-06-17")
    assert (found["from_record"], found["record_read"]) == ([], True)


def test_corrected_data_take_the_place_of_what_was_delivered(empty: Path) -> None:
    """The ratio is that of the corrected content, from its day on."""
    corrected = fact(
        "corrected_data_delivered", "2025-05-18", {"product": "accounts_data", **POOR, "annual_margin_cents": 0}
    )
    opened = fact("year_opened", "2024-01-02", {"year": 2024})
    record(data.BOOK, (opened, fact("accounts_data_delivered", "2025-04-14", POOR), corrected))
    shown = [
        checked(day, calculator="key_figures")["lines"]["2024.margin"]["calculation"]
        for day in ("2025-05-17", "2025-05-18")
    ]
    assert shown == [
        ["12300000.00 / 20000000.00 = 61.5 % < 80 %"],
        ["0.00 / 20000000.00 = 0 % < 80 %"],
    ]


def test_a_recorded_grant_meets_the_fourth_gate_from_its_day_on(empty: Path) -> None:
    """On the day before the grant nothing is known of grants; from its day on E4 is met."""
    case = grant()
    before, since = checked("2025-10-29"), checked("2025-10-30")
    assert (before["lines"]["E4"]["met"], before["from_record"]) == (None, [])
    assert since["lines"]["E4"]["met"] is True
    assert origins(since) == {("additional_funding_granted_on", case["case"], case["position"])}


def test_a_read_of_the_past_knows_only_what_was_known_then(empty: Path) -> None:
    """`--known-at` before the grant was recorded, and `--in-force-on` before its day, leave it out."""
    position = grant()["position"]
    known = [
        checked("2025-12-01", *words)["lines"]["E4"]["met"]
        for words in (
            (),
            ("--known-at", str(position)),
            ("--known-at", str(position - 1)),
            ("--in-force-on", "2025-10-29"),
        )
    ]
    assert known == [True, True, None, None]


def test_earlier_grants_that_a_decision_names_count(empty: Path) -> None:
    """A day on which the county was granted funding before counts, under the case that says so."""
    grant(earlier_grants_on=["2024-02-06"])
    found = checked("2025-12-01")
    assert [one["value"] for one in found["from_record"]] == ["2024-02-06", "2025-10-30"]


def test_an_annulled_grant_is_none(empty: Path) -> None:
    """What a court annulled no longer meets the gate, and the gate is unknown, not unmet."""
    after = ("decision_served", "rectification_requested", "rectification_rejected", "served_on_request")
    grant(*after, "appeal_made", "decision_annulled")
    assert checked("2026-10-04")["lines"]["E4"]["met"] is True
    assert checked("2026-10-05")["lines"]["E4"]["met"] is None


def test_no_recorded_grant_is_not_no_grant(empty: Path) -> None:
    """Only an empty list given by hand says that there is none; an open application in the record does not."""
    record(FUNDING, [GRANT["application_made"]])
    assert checked("2025-12-01")["lines"]["E4"]["met"] is None
    none = ("--set", "additional_funding_granted_on=", "--set", "borrowing_authority_changed_on=")
    assert checked("2025-12-01", *none)["lines"]["E4"]["met"] is False


def test_a_list_is_given_whole_or_recorded_whole(empty: Path) -> None:
    """Days given by hand take the place of all recorded ones."""
    grant()
    found = checked("2025-12-01", "--set", "additional_funding_granted_on=", "--set", "borrowing_authority_changed_on=")
    assert found["lines"]["E4"]["met"] is False
    assert [one["value"] for one in found["not_from_record"]] == ["2025-10-30"]


@pytest.mark.parametrize(
    ("after", "day", "met"),
    [
        ((), "2026-02-11", None),
        ((), "2026-02-12", True),
        (("appeal_made", "appeal_dismissed"), "2026-05-04", True),
        (("appeal_made", "appeal_referred_back"), "2026-05-03", True),
        (("appeal_made", "appeal_referred_back"), "2026-05-04", None),
    ],
)
def test_a_changed_authority_meets_the_fourth_gate(
    after: tuple[str, ...], day: str, met: bool | None, empty: Path
) -> None:
    """The authority counts as changed from the Government's decision on, unless a court undoes it."""
    record(AUTHORITY_CHANGE, [CHANGE[name] for name in (*change.CHANGED, "served", *after)])
    assert checked(day)["lines"]["E4"]["met"] is met


def deficit(accounts: Iterable[int] = (2023, 2024, 2025, 2026)) -> None:
    """Records accounts that show a deficit since 2023, to be covered by 31 December 2026."""
    for year in accounts:
        year_of(year, {"accumulated_cents": -121_000_000_00, "deficit_first_year": 2023})


def test_more_time_moves_the_first_gate_only(empty: Path) -> None:
    """A recorded grant of more time moves the day of E1 and leaves the other gates as they were."""
    deficit()
    without = checked("2027-06-30")
    record(EXTENSION, [extension.ACTS[name] for name in extension.GRANTED])
    moved = checked("2027-06-30")
    assert (without["met"], moved["met"]) == (["E1"], [])
    assert moved["lines"]["E1"]["calculation"] == ["2027-06-30 ≤ 2028-12-31"]
    assert {key: line for key, line in without["lines"].items() if key != "E1"} == {
        key: line for key, line in moved["lines"].items() if key != "E1"
    }


@pytest.mark.parametrize(
    ("accounts", "day", "met"),
    [
        ((2023, 2024, 2025), "2026-12-31", False),
        ((2023, 2024, 2025), "2027-01-01", None),
        ((2023, 2024, 2025, 2026), "2027-04-14", True),
    ],
)
def test_a_deficit_is_uncovered_only_by_accounts_that_reach_the_day(
    accounts: tuple[int, ...], day: str, met: bool | None, empty: Path
) -> None:
    """The accounts of 2025 do not tell whether the deficit was covered by the end of 2026."""
    deficit(accounts)
    assert checked(day)["lines"]["E1"]["met"] is met


@pytest.mark.parametrize(("day", "met"), [("2028-12-31", False), ("2029-01-01", None)])
def test_accounts_without_a_deficit_tell_only_so_much(day: str, met: bool | None, empty: Path) -> None:
    """After accounts of 2024 without a deficit, one of 2025 would have to be covered by the end of 2028."""
    year_of(2024, {"accumulated_cents": 0})
    assert checked(day)["lines"]["E1"]["met"] is met


def test_an_unmet_condition_meets_the_second_criterion(empty: Path) -> None:
    """From the ministry's note on the condition counts as evidently not carried out, with no substitute decided."""
    position = grant("decision_served", "paid", "condition_unmet")["position"]
    before = checked("2026-05-19", calculator="preemptive_steering")
    since = checked("2026-05-20", calculator="preemptive_steering")
    assert (before["lines"]["2"]["met"], since["lines"]["2"]["met"]) == (None, True)
    unmet, rest = (one for one in since["from_record"] if one["name"] == "required_measures")
    assert (unmet["value"], unmet["position"]) == (
        {
            "required_in": "additional_funding",
            "decided_on": "2025-10-30",
            "evidently_unmet": True,
            "substitute_decided": False,
        },
        position,
    )
    assert rest["value"] == {"required_in": "additional_funding", "decided_on": "2025-10-30"}


def test_fulfilled_conditions_no_longer_meet_it(empty: Path) -> None:
    """Once the ministry notes that the conditions are carried out, the criterion is not met."""
    grant("decision_served", "paid", "condition_unmet", "preemptive_weighed", "conditions_fulfilled")
    assert checked("2026-06-10", calculator="preemptive_steering")["lines"]["2"]["met"] is False


def test_substitute_measures_no_longer_meet_it(empty: Path) -> None:
    """A decision on substitute measures after the note takes the condition of a changed authority out."""
    told = (*change.CHANGED, "served", "evaluation_weighed", "condition_unmet", "preemptive_weighed")
    record(AUTHORITY_CHANGE, [CHANGE[name] for name in (*told, "substitute_decided")])
    met = [
        checked(day, calculator="preemptive_steering")["lines"]["2"]["met"]
        for day in ("2026-10-04", "2026-10-05", "2026-11-02")
    ]
    assert met == [None, True, False]


def test_plan_and_development_come_from_the_yearly_data(empty: Path) -> None:
    """What the ministry found in plan and development meets criteria 3 and 4, each from its own event."""
    told = ("opened", "budget_adopted", "budget_data", "budget_assessed", "first_quarter_data", "development_assessed")
    record(data.BOOK, [data.ACTS[name] for name in told])
    found = checked("2025-11-10", calculator="preemptive_steering")
    assert found["met"] == ["3", "4"]
    assert [(one["name"], one["value"], one["position"]) for one in found["from_record"]] == [
        ("plan.itemised", False, 4),
        ("plan.compliant", True, 4),
        ("plan.cover_by", "2026-12-31", 2),
        ("plan.accumulated.2025", "-36300000.00", 2),
        ("plan.accumulated.2026", "-12000000.00", 2),
        ("development.budgeted_result", "-3000000.00", 3),
        ("development.forecast_result", "-6000000.00", 5),
        ("development.essentially_weaker", True, 6),
        ("development.assessable", True, 6),
    ]
    assert checked("2025-11-09", calculator="preemptive_steering")["lines"]["4"]["met"] is None


def test_the_authority_rests_on_the_recorded_calculation(empty: Path) -> None:
    """Opening debt and earlier authorities of the newest calculation give the authority; the year is its own."""
    acts = authority.acts(authority.NEW)
    case = record(AUTHORITY, [acts["calculated"], acts["recalculated"]])
    found = checked("2025-06-17", calculator="borrowing_authority")
    assert found["lines"]["authority"]["amount_cents"] == 40 * authority.MILLION
    assert {one["position"] for one in found["from_record"]} == {case["position"]}
    assert checked("2025-04-30", calculator="borrowing_authority")["lines"]["authority"]["amount_cents"] == (
        50 * authority.MILLION
    )


def test_a_calculation_for_another_year_tells_nothing(empty: Path) -> None:
    """The financial year that is asked for chooses the calculation."""
    acts = authority.acts(authority.NEW)
    record(AUTHORITY, [acts["calculated"]])
    found = checked("2025-06-17", "--set", "financial_year=2025", calculator="borrowing_authority")
    assert (found["from_record"], found["lines"]["authority"]["met"]) == ([], None)


def test_a_figure_without_which_nothing_follows_is_asked_for(empty: Path) -> None:
    """Without a calculation in the record the financial year has to be given."""
    refused = invoke("figures", "check", "15", "--on", "2025-06-17", "--for", "borrowing_authority", "--format", "json")
    assert refused.exit_code == 9
    assert json.loads(refused.stdout)["error"]["code"] == "figure-lacking"


def test_without_a_database_only_what_is_given_counts(folder: Path) -> None:
    """No database is no error: nothing is recorded, and the page says so."""
    found = checked("2025-06-17", "--set", "borrowing_authority_changed_on=2025-05-28")
    assert (found["met"], found["from_record"], found["record_read"]) == (["E4"], [], False)
    assert "there is no database" in succeed("figures", "check", "15", "--on", "2025-06-17").stdout


def test_the_criteria_of_the_city_come_from_its_own_record(empty: Path) -> None:
    """Helsinki has key figures and can come under pre-emptive steering, though no evaluation reaches it."""
    year_of(2024, subject="Helsinki")
    assert checked("2025-06-17", subject="Helsinki", calculator="key_figures")["met"] == ["2024.margin"]
    assert checked("2025-06-17", subject="Helsinki", calculator="preemptive_steering")["met"] == ["1a"]
    assert invoke("figures", "check", "Helsinki", "--on", "2025-06-17").exit_code == 5
