"""`case change-law` moves open cases under a newer law by a transitional rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, succeed
from tests.test_cli.filling import refused

IN_2026 = ("case", "change-law", "service_information", "--on", "2026-03-02")
MOVES = "service-information-fi-2025"
"""The round of 2025 in the published history: its accounts of equality are still to come on 1 January 2026."""
STAYS = "service-information-fi-2024"
AGENCIES = "southern_finland,southwestern_finland,eastern_finland,western_and_inland_finland,northern_finland,lapland"


@pytest.fixture
def two_rounds(database: Path) -> Path:
    """The demo log with a second round under the law before 2026, in which every account has been given."""
    letter, account = ("--doc", "yearly_letter=STM/1/2024"), ("--doc", "account_of_equality=VN/2/2024")
    succeed(
        "case", "start", "service_information", "--subject", "FI", "--on", "2024-09-02", "--set", "year=2024", *letter
    )
    accounts = ("case", "advance", STAYS, "agency_accounts_delivered", "--on", "2024-10-01")
    succeed(*accounts, "--set", f"agencies={AGENCIES}", *account)
    succeed("case", "advance", STAYS, "valvira_account_delivered", "--on", "2024-10-01", *account)
    return database


def declarations_of(*case_ids: str) -> list[str]:
    """The version of the law that each case stands under."""
    return [answer("case", "show", case_id)["declaration"] for case_id in case_ids]


def test_the_plan_says_which_cases_move_and_which_stay(two_rounds: Path) -> None:
    """Each open case of an earlier version: by which rule and section it would move, or why it stays; nothing moves."""
    plan = answer(*IN_2026)
    assert set(plan) == {"procedure", "declaration", "on", "plan", "moved", "replayed", "rehearsed"}
    assert (plan["declaration"], plan["on"], plan["moved"]) == ("service_information@2026-01-01", "2026-03-02", [])
    stays, moves = sorted(plan["plan"], key=lambda one: bool(one["moves"]))
    rule = {
        "from": "service_information@2024-08-01",
        "rule": "pending_accounts",
        "label": "an account of equality still to come passes to the Finnish Supervisory Agency",
        "basis": ["612/2021 30 § 2 mom.", "EV 74/2025 vp"],
        "status": ["statute", "secondary"],
    }
    assert moves == {"case": MOVES, "state": "assessed", "moves": True, "stays": [], **rule}
    assert (stays["case"], stays["moves"], stays["rule"]) == (STAYS, False, "pending_accounts")
    assert [one["code"] for one in stays["stays"]] == ["accounts_all_given"]
    assert stays["stays"][0]["text"].endswith("nothing is left to pass on")
    assert declarations_of(MOVES, STAYS) == ["service_information@2024-08-01"] * 2


def test_a_rehearsed_move_stores_nothing(two_rounds: Path) -> None:
    """`--dry-run` with --all or a named case shows where the case would stand."""
    before = len(answer("audit", "log"))
    for which in (("--all",), ("--case", MOVES)):
        rehearsed = answer(*IN_2026, *which, "--dry-run")
        assert [(one["case"], one["state"], one["rehearsed"]) for one in rehearsed["moved"]] == [
            (MOVES, "assessed", True)
        ]
    assert len(answer("audit", "log")) == before
    assert declarations_of(MOVES) == ["service_information@2024-08-01"]


@pytest.mark.parametrize("which", [("--all",), ("--case", MOVES), ("--case", MOVES.upper(), "--case", MOVES)])
def test_what_a_rule_moves_comes_under_the_new_law(two_rounds: Path, which: tuple[str, ...]) -> None:
    """The event names the rule and where the case came from; what the new law asks for is asked, what stays stays."""
    moved = answer(*IN_2026, *which)
    assert [one["case"] for one in moved["moved"]] == [MOVES]
    event = answer("case", "history", MOVES)[-1]
    assert (event["type"], event["effective_on"], event["declaration"]) == (
        "case.law_changed",
        "2026-03-02",
        "service_information@2026-01-01",
    )
    assert event["data"] == {"rule": "pending_accounts", "came_from": "service_information@2024-08-01"}
    assert event["basis"] == ["612/2021 30 § 2 mom.", "EV 74/2025 vp"]
    assert declarations_of(MOVES, STAYS) == ["service_information@2026-01-01", "service_information@2024-08-01"]
    assert [one["case"] for one in answer(*IN_2026)["plan"] if one["moves"]] == []
    assert answer("audit", "verify")["ok"] is True


def test_a_case_that_came_under_the_new_law_is_listed_under_it(two_rounds: Path) -> None:
    """The kept list says under which version a case stands, and the plan no longer speaks of a case that has moved."""
    succeed(*IN_2026, "--all")
    listed = {one["case"]: one["declaration"] for one in answer("case", "list", "--procedure", "service_information")}
    assert listed == {MOVES: "service_information@2026-01-01", STAYS: "service_information@2024-08-01"}
    assert [one["case"] for one in answer(*IN_2026)["plan"]] == [STAYS]


def test_a_named_case_that_stays_is_refused(two_rounds: Path) -> None:
    """One case that stays stops them all; the refusal says why it stays, and nothing is stored."""
    before = len(answer("audit", "log"))
    error = refused(*IN_2026, "--case", MOVES, "--case", STAYS, code=5)
    assert (error["code"], error["message"]) == (
        "law-change-refused",
        f"{STAYS} was not moved under service_information@2026-01-01; it stays with its law.",
    )
    assert [one["code"] for one in error["missing"]] == ["accounts_all_given"]
    assert len(answer("audit", "log")) == before
    assert declarations_of(MOVES, STAYS) == ["service_information@2024-08-01"] * 2


def test_a_case_of_another_procedure_never_moves(database: Path) -> None:
    """Rescue's round of 2025 began on the same day of law; a rule for the services' rounds does not reach it."""
    opening = ("--on", "2025-01-15", "--set", "year=2025", "--doc", "yearly_letter=SM/1/2025")
    succeed("case", "start", "rescue_information", "--subject", "FI", *opening)
    error = refused(*IN_2026, "--case", "rescue-information-fi-2025", code=9)
    assert error["code"] == "case-of-other-procedure"
    assert declarations_of("rescue-information-fi-2025") == ["rescue_information@2024-08-01"]
    assert refused(*IN_2026, "--case", "made-up-fi-2025", code=3)["code"] == "case-unknown"


def test_rescue_rounds_move_by_their_own_rule(database: Path) -> None:
    """The rescue chain of 2025 comes under the law of 2026 by the rule that its own procedure declares."""
    opening = ("--on", "2025-01-15", "--set", "year=2025", "--doc", "yearly_letter=SM/1/2025")
    succeed("case", "start", "rescue_information", "--subject", "FI", *opening)
    moved = answer("case", "change-law", "rescue_information", "--on", "2026-03-02", "--all")
    assert [(one["case"], one["from"], one["moves"]) for one in moved["plan"]] == [
        ("rescue-information-fi-2025", "rescue_information@2024-08-01", True)
    ]
    assert declarations_of("rescue-information-fi-2025") == ["rescue_information@2026-01-01"]
    assert answer("audit", "verify")["ok"] is True


def test_a_procedure_without_transitional_rule_moves_nothing(database: Path) -> None:
    """An evaluation of 2024 stays under the law of 2023, whatever is asked."""
    opening = ("--on", "2024-12-02", "--set", "gates=E2,E3", "--set", "accounts_years=2023,2024")
    calculation = ("--doc", "calculation=https://example.org/made-up", "--unreported", "accounts_in_a_row")
    succeed("case", "start", "evaluation", "--subject", "10", *opening, *calculation)
    command = ("case", "change-law", "evaluation", "--on", "2026-03-02")
    plan = answer(*command, "--all")
    assert [(one["case"], one["rule"], one["moves"]) for one in plan["plan"]] == [("evaluation-10-2024", None, False)]
    assert ([one["code"] for one in plan["plan"][0]["stays"]], plan["moved"]) == (["no-transitional-rule"], [])
    assert refused(*command, "--case", "evaluation-10-2024", code=5)["code"] == "law-change-refused"
    assert declarations_of("evaluation-10-2024") == ["evaluation@2023-01-01"]


def test_a_move_is_neither_before_the_new_law_nor_ahead_of_today(database: Path) -> None:
    """Before 2026 there is nothing to move to; on a day still to come the plan says so and a named case is refused."""
    assert answer(*IN_2026[:3], "--on", "2025-12-31")["plan"] == []
    ahead = (*IN_2026[:3], "--on", "2100-01-01")
    [case] = answer(*ahead, "--all")["plan"]
    assert (case["case"], [one["code"] for one in case["stays"]]) == (MOVES, ["day-of-law-change"])
    assert refused(*ahead, "--case", MOVES, code=5)["code"] == "law-change-refused"
    assert refused(*IN_2026[:3], "--on", "2022-12-31", code=5)["code"] == "no-law-in-force"


@pytest.mark.parametrize("which", [("--all",), ("--case", MOVES)])
def test_the_same_command_moves_once(two_rounds: Path, which: tuple[str, ...]) -> None:
    """Under the same command id the first answer comes again, though by then the case is under the new law."""
    command = (*IN_2026, *which, "--command-id", "made-up-move")
    first, again = answer(*command), answer(*command)
    assert (first["replayed"], again["replayed"]) == (False, True)
    assert [one["case"] for one in again["moved"]] == [one["case"] for one in first["moved"]] == [MOVES]
    events = [event for event in answer("case", "history", MOVES) if event["type"] == "case.law_changed"]
    assert len(events) == 1


def marked(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a page that speak of a case."""
    return (line for line in lines if "service-information" in line and "ohjaus" not in line)


@pytest.mark.parametrize(
    ("language", "title", "moves", "stays", "would", "moved"),
    [
        (
            "fi",
            "Lain service_information@2026-01-01 alaiseksi",
            "voidaan siirtää",
            "pysyy lakinsa alaisena",
            "siirrettäisiin; vaihe olisi: asiantuntija-arviot julkaistu",
            "siirrettiin; vaihe: asiantuntija-arviot julkaistu",
        ),
        (
            "sv",
            "Till lagen service_information@2026-01-01",
            "kan överföras",
            "följer sin lag",
            "skulle överföras; läget vore: expertbedömningarna offentliggjorda",
            "överfördes; läge: expertbedömningarna offentliggjorda",
        ),
        (
            "en",
            "Under service_information@2026-01-01",
            "can be moved",
            "stays with its law",
            "would be moved; it would stand in: expert assessments published",
            "was moved; it stands in: expert assessments published",
        ),
    ],
)
def test_a_person_reads_the_plan_the_rehearsal_and_the_move(
    two_rounds: Path, language: str, title: str, moves: str, stays: str, would: str, moved: str
) -> None:
    """Each page names the law and the cases, and ends with the next command: rehearse, record, look."""

    def page(*options: str) -> list[str]:
        return succeed(*IN_2026, *options, "--lang", language).stdout.splitlines()

    plan, rehearsed, done = page(), page("--all", "--dry-run"), page("--all")
    assert {plan[0], rehearsed[0], done[0]} == {title}
    assert set(marked(plan)) == {f"● {MOVES} {moves}", f"○ {STAYS} {stays}"}
    assert [line[2:] for line in marked(rehearsed)] == [f"{MOVES} {would}"]
    assert [line[2:] for line in marked(done)] == [f"{MOVES} {moved}"]
    command = "ohjaus case change-law service_information --on 2026-03-02 --all"
    assert plan[-1].endswith(f"{command} --dry-run")
    assert rehearsed[-1].endswith(command)
    assert done[-1].endswith("ohjaus case list --procedure service_information --open")


def test_a_rule_that_is_not_settled_says_so_in_the_plan(empty: Path) -> None:
    """The transitional provision of the new act on the division was not read; the plan shows it as unsettled."""
    opening = ("--fact", "own_initiative_taken", "--on", "2025-09-01", "--set", "ground=evaluation")
    succeed("case", "start", "division_inquiry", "--subject", "15", *opening, "--doc", "initiative=VM/1/2025")
    plan = succeed("case", "change-law", "division_inquiry", "--on", "2026-03-02").stdout.splitlines()
    assert plan[:3] == [
        "Under division_inquiry@2025-12-15",
        "● division-inquiry-15-2025 can be moved",
        "  cases pending on 15 December 2025: hyvinvointialuejakolaki (2025) (unsettled)",
    ]
    succeed("case", "change-law", "division_inquiry", "--on", "2026-03-02", "--all")
    assert declarations_of("division-inquiry-15-2025") == ["division_inquiry@2025-12-15"]
    assert answer("audit", "verify")["ok"] is True


def test_what_a_case_brought_along_from_its_old_law_keeps_its_name(database: Path) -> None:
    """A task of a role that the new law does not know is told in words, in every language."""
    case = "rescue-information-fi-2025"
    succeed("case", "start", "rescue_information", "--subject", "FI", "--on", "2025-03-03", "--set", "year=2025")
    succeed("case", "change-law", "rescue_information", "--on", "2026-01-02", "--case", case)
    assert "regional_agencies" in {one["role"] for one in answer("case", "show", case)["tasks"]}
    assert "I tur: regionförvaltningsverket (AVI):" in succeed("case", "show", case, "--lang", "sv").stdout
