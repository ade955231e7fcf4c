"""Whatever is typed, the answer is one of the contract: never a fault of ours, never a traceback."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.doses import drawn
from tests.test_cli.conftest import copy_with_persons, invoke

EXPECTED = {0, 2, 3, 5, 6, 9}
"""Done, usage, not found, refused, conflict, rejected: never 1 (a fault of ours) and never 7 (a broken record)."""

NOUNS = st.sampled_from(
    [
        ("case", "start"),
        ("case", "start-all"),
        ("case", "change-law"),
        ("case", "list"),
        ("case", "show"),
        ("case", "next"),
        ("case", "advance"),
        ("case", "history"),
        ("case", "attach"),
        ("case", "note"),
        ("procedure", "show"),
        ("procedure", "card"),
        ("procedure", "graph"),
        ("procedure", "list"),
        ("actor", "show"),
        ("actor", "list"),
        ("todo",),
    ]
)
FLAGS = st.sampled_from(
    [
        *("--on", "--set", "--json", "--doc", "--by", "--fact", "--subject", "--procedure", "--state", "--open"),
        *("--overdue", "--kind", "--case", "--unreported", "--precision", "--command-id", "--expected-version"),
        *("--known-at", "--in-force-on", "--now", "--as", "--lang", "--format", "--dry-run", "-v", "-q", "--yes"),
        *("--role", "--remark", "--diary", "--ground", "--party", "--color", "--", "--help"),
        *("--all", "--except", "--skip-open", "--law-in-force-from"),
    ]
)
VALUES = st.sampled_from(
    [
        *("evaluation-15-2025", "evaluation", "evaluation@2025-01-01", "group_met", "start_decided", "criteria_noted"),
        *("steering_negotiation", "service_information", "service-information-fi-2025", "year=2026", "city"),
        *("2026-03-02", "2025-06-17", "0001-01-01", "9999-12-31", "2026-02-30", "2026-03-02T12:00Z", "0", "7", "-1"),
        *(
            "99999999999999999999",
            "01",
            "Lappi",
            "VM",
            "vm",
            "fi",
            "sv",
            "json",
            "csv",
            "table",
            "exact",
            "-",
            "=",
            "a=",
        ),
        *("gates=E2,E3", "accounts_years=2023,2024", "members=[{", "members=[[]]", "text=", "report=VM/1", "report=@x"),
        *(
            "=x",
            "@",
            "https://",
            "noted",
            "document_attached",
            "linked",
            "county",
            "current",
            "",
            " ",
            "\x00",
            "\u202e",
        ),
    ]
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(
    max_examples=drawn(60, long=5000),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(noun=NOUNS, words=st.lists(FLAGS | VALUES | VALUES | ANYTHING, max_size=9))
def test_whatever_is_typed_is_answered(noun: tuple[str, ...], words: list[str], filled: Path, folder: Path) -> None:
    """Generated arguments end with a code of the contract and a sentence, and no exception reaches anyone."""
    database = folder / "any.db"
    if not database.exists():
        copy_with_persons(filled, database)
    result = invoke("--db", str(database), *noun, *words, text='{"a": 1}')
    assert result.exit_code in EXPECTED, (words, result.exit_code, result.stdout[-500:], result.stderr)
    assert "Traceback" not in result.stderr


FACTS = st.sampled_from(
    [
        *("criteria_noted", "members_named", "group_appointed", "group_term_changed", "group_met", "proposals_given"),
        *(
            "partial_proposal_given",
            "partial_proposals_noted",
            "partial_proposals_decided",
            "division_proposal_handled",
        ),
        *("restricted_decision_served", "rectification_requested", "appeal_made", "no_remedy_sought", "discontinued"),
        *("noted", "document_attached", "diary_number_assigned", "linked", "task_raised", "county_heard", "nothing"),
    ]
)
FIELDS = st.sampled_from(
    [
        *(
            "gates",
            "accounts_years",
            "members",
            "term_ends_on",
            "count",
            "numbers",
            "theme",
            "outcome",
            "text",
            "remark",
        ),
        *(
            "served_on",
            "kind",
            "decision",
            "generation",
            "deadline",
            "covers_finances",
            "diary_number",
            "case",
            "reason",
        ),
    ]
)
GIVEN = st.sampled_from(
    [
        *("1", "-1", "0", "2026-03-01", "9999-12-31", "0001-01-01", "true", "E2,E3", "[]", "[1]", '[{"a": 1}]', "{}"),
        *("[1.5]", "[[[[]]]]", '{"a": {"a": 1}}', "1e9", "NaN", "null", "", "\x00", "\u202e", "9" * 50, "x" * 20_000),
    ]
)
DOCUMENTS = st.sampled_from(
    ["report=VM/1/2026", "closing_note=VM/2/2026", "group_minutes=https://example.org/x", "VM/3"]
)


@settings(
    max_examples=drawn(long=3000),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    fact=FACTS,
    day=st.dates().map(str) | st.sampled_from(["2026-03-02", "2025-06-17", "2026-06-12"]),
    fields=st.lists(st.tuples(FIELDS, GIVEN | ANYTHING), max_size=4),
    papers=st.lists(DOCUMENTS, max_size=3),
)
def test_whatever_is_offered_is_judged(
    fact: str, day: str, fields: list[tuple[str, str]], papers: list[str], filled: Path, folder: Path
) -> None:
    """Generated acts with generated data are recorded, refused or rejected, and the case can be read afterwards."""
    database = folder / "acts.db"
    if not database.exists():
        copy_with_persons(filled, database)
    words = ["case", "advance", "evaluation-15-2025", fact, "--on", day]
    words += [word for name, value in fields for word in ("--set", f"{name}={value}")]
    words += [word for paper in papers for word in ("--doc", paper)]
    result = invoke("--db", str(database), *words)
    assert result.exit_code in EXPECTED, (words, result.exit_code, result.stdout[-500:], result.stderr)
    shown = invoke("--db", str(database), "case", "show", "evaluation-15-2025", "--format", "json")
    assert shown.exit_code == 0, shown.stderr
