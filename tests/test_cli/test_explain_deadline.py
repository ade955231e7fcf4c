"""`explain CASE:DEADLINE`: one deadline of one case, from its rule to what has happened to it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from cli.audit.changes import DEADLINE_KINDS, STANDING_KINDS, TASK_KINDS, DeadlineChange
from cli.messages import Words
from engine.envelope import Deadline
from engine.law import LANGUAGES, Language
from tests.test_cli.conftest import answer, invoke, succeed

CASE = "evaluation-15-2025"
TERM = f"{CASE}:group_term"


def test_a_running_deadline_is_told_from_rule_to_day(database: Path) -> None:
    """The rule's declaration, the act that set it, its day, calendar, derivation, what meets it and who is to act."""
    found = answer("explain", "additional-funding-14-2025:payment")
    [entry] = found["entries"]
    assert (entry["code"], entry["kind"]) == ("payment", "deadline")
    assert found["deadline"]["due"] == "2025-11-03"
    assert [step["date"] for step in found["deadline"]["derivation"]] == [
        "2025-11-01",
        "2025-11-01",
        "2025-11-02",
        "2025-11-03",
    ]
    assert (found["set_by"]["type"], found["set_by"]["effective_on"]) == ("additional_funding.granted", "2025-10-30")
    assert found["reckoned"].startswith("the next of 01-01, 02-01")
    assert found["met_by"] == ["additional funding paid"]
    assert [task["deadline"] for task in found["tasks"]] == ["payment"]
    assert found["code"] == "additional-funding-14-2025:payment#1"
    assert found["deadline"]["calendar"].startswith("fi-")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fi",
            (
                "Viimeinen päivä: ma 3.11.2025, 1 päivä jäljellä",
                "– 1.11.2025  150/1930 5 §: pyhäinpäivä on vapaapäivä; siirtyy seuraavaan arkipäivään",
                "Asetti: 6. 30.10.2025 lisärahoitus myönnetty · valtioneuvosto (VN)",
            ),
        ),
        (
            "sv",
            (
                "Sista dag: må 3.11.2025, 1 dag kvar",
                "– 1.11.2025  150/1930 5 §: alla helgons dag är en ledig dag; flyttas till nästa vardag",
                "Satt av: 6. 30.10.2025 tilläggsfinansiering beviljad · statsrådet (VN)",
            ),
        ),
    ],
)
def test_its_derivation_is_read_in_the_language(database: Path, language: str, lines: tuple[str, ...]) -> None:
    """Day by day, with the sections, as of the day that is asked for; no date is left as programs write it."""
    asked = ("explain", "additional-funding-14-2025:payment", "--lang", language, "--in-force-on", "2025-11-02")
    page = succeed(*asked).stdout
    said = page.splitlines()
    assert [line for line in lines if line not in said] == []
    assert "2025-11" not in page.replace("--in-force-on 2025-11-02", "")


def test_what_happened_to_it_since_is_told(database: Path) -> None:
    """An extension stands in the history with the day before and after; before it was known there is none."""
    extended = ("--until", "2026-08-31", "--section", "611/2021 122 §", "--why", "made-up reason", "--on", "2026-05-20")
    succeed("case", "extend", CASE, "group_term", *extended, "--now", "2100-01-01T10:00Z")
    found = answer("explain", TERM)
    assert [(one["change"], one["due_before"], one["due_after"]) for one in found["history"]] == [
        ("set", None, "2026-06-12"),
        ("extended", "2026-06-12", "2026-08-31"),
    ]
    assert "last day 2026-06-12 → 2026-08-31" in succeed("explain", TERM).stdout
    assert len(answer("explain", TERM, "--known-at", "2099-12-31")["history"]) == 1


def test_a_deadline_that_has_ended_is_explained_too(database: Path) -> None:
    """A met deadline says when it was met, and runs no more days."""
    found = answer("explain", "interim-evaluation-fi-2025:report")
    assert (found["deadline"]["status"], found["days_left"]) == ("met", None)
    page = succeed("explain", "INTERIM-EVALUATION-FI-2025:report#1").stdout
    assert f"Status: met, {found['deadline']['closed_on']}" in page


@pytest.mark.parametrize(
    ("reference", "code", "near"),
    [
        (f"{CASE}:group_trem", "deadline-unknown", TERM),
        (f"{CASE}:group_term#2", "deadline-unknown", TERM),
        ("evaluation-15-2024:group_term", "case-unknown", CASE),
    ],
)
def test_what_is_not_there_names_the_nearest(database: Path, reference: str, code: str, near: str) -> None:
    """A mistyped deadline or case is not found, and what was probably meant is named."""
    result = invoke("explain", reference, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (3, code)
    assert near in result.stderr


def test_a_code_with_parts_is_still_a_code() -> None:
    """A condition that speaks of a county is explained without a log."""
    assert [entry["code"] for entry in answer("explain", "21:document:report")["entries"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_has_a_name(language: Language) -> None:
    """Whatever becomes of a deadline, task or standing is said in each language."""
    words = Words(language)
    keys = [f"deadline.{kind}" for kind in DEADLINE_KINDS]
    keys += [f"task.{kind}" for kind in TASK_KINDS] + [f"standing.{kind}" for kind in STANDING_KINDS]
    assert [key for key in keys if words.find(f"history.{key}") is None] == []


def made_up(status: str, **other: object) -> Deadline:
    """A deadline of a made-up rule."""
    given = {"name": "made_up", "generation": 1, "kind": "agreed", "due": "2030-01-31", "started_on": "2030-01-01"}
    given |= {"rule": "", "basis": "", "law_status": "practice", "calendar": "", "derivation": (), **other}
    return msgspec.convert({**given, "status": status}, Deadline)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, made_up("open"), "set"),
        (None, made_up("late"), "late"),
        (made_up("open"), made_up("met"), "met"),
        (made_up("passed"), made_up("late"), "late"),
        (made_up("open"), made_up("suspended"), "suspended"),
        (made_up("suspended"), made_up("open", due="2030-02-02"), "resumed"),
        (made_up("cancelled"), made_up("open"), "reopened"),
        (made_up("open"), made_up("cancelled"), "cancelled"),
        (made_up("open"), made_up("open", due="2030-02-02"), "moved"),
        (made_up("open"), made_up("open", calendar="made-up"), "changed"),
    ],
)
def test_a_change_is_named_by_where_it_leads(before: Deadline | None, after: Deadline, kind: str) -> None:
    """Status first, then the day, then anything else."""
    assert DeadlineChange(before, after).kind == kind
