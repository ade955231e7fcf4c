"""`doctor`: what works, what does not, and what to do about it; it never fails for what it finds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cli.frame.clocks import InjectedClock
from cli.upkeep import doctor_checks
from engine.declarations import Declarations
from procedures.calendar import finnish_calendar
from procedures.register import every_version
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.library import MadeUpMachine

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


def checks(*arguments: str) -> dict[str, dict[str, object]]:
    """Gives what doctor found, by name and outcome."""
    return {f"{one['name']}_{one['outcome']}": one for one in answer("doctor", *arguments)["checks"]}


def test_a_sound_machine_and_log(database: Path) -> None:
    """Everything that matters is looked at, and the weakness of the identity is stated."""
    found = checks()
    assert {
        "python_fine",
        "sqlite_fine",
        "settings_fine",
        "mode_closed",
        "schema_fine",
        "log_fine",
        "clock_fine",
        "zone_fine",
        "declarations_sound",
        "calendar_fine",
        "folder_fine",
        "identity_asserted",
        "production_not_marked",
    } <= set(found)
    assert "asserted" in str(found["identity_asserted"]["text"])
    assert "synchronous=2" in str(found["settings_fine"]["text"])


def test_without_a_log_that_is_a_note(folder: Path) -> None:
    """No log yet is no fault; the command that makes one is named."""
    found = checks()["log_lacking"]
    assert (found["verdict"], found["try"]) == ("note", "ohjaus init")
    assert invoke("doctor", "--gate").exit_code == 0


def test_a_fault_fails_only_the_gate(database: Path) -> None:
    """A log that others can read is a fault with its remedy; exit code 8 comes with `--gate` alone."""
    database.chmod(0o644)
    result = invoke("doctor", "--format", "json")
    found = {one["name"]: one for one in json.loads(result.stdout)["checks"]}
    assert (result.exit_code, found["mode"]["verdict"]) == (0, "fault")
    assert found["mode"]["try"] == f"chmod 600 {database}"
    assert invoke("doctor", "--gate").exit_code == 8


def test_a_damaged_log_is_a_fault_and_no_failure(database: Path) -> None:
    """Whatever stands where the log should be, doctor tells it and goes on."""
    database.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    found = {one["name"]: one["verdict"] for one in answer("doctor")["checks"]}
    assert (found["log"], found["calendar"]) == ("fault", "ok")


@pytest.mark.parametrize(("seconds", "verdict"), [(90, "fault"), (30, "warning")])
def test_a_machine_that_is_behind_does_not_work(seconds: int, verdict: str) -> None:
    """By more than a minute no scheduler fires; to say that everything works would be untrue."""
    clock = MadeUpMachine(NOON).clock()
    [_, found] = doctor_checks.clock(clock, NOON + timedelta(seconds=seconds))
    assert (found.outcome, found.verdict, found.try_next) == ("behind", verdict, "ohjaus schedule status")


def test_a_clock_behind_the_newest_event_is_a_warning() -> None:
    """A machine whose clock went back would stamp new events with the newest event's time."""
    found = list(doctor_checks.clock(InjectedClock(NOON), NOON + timedelta(hours=1)))
    assert [(one.name, one.outcome, one.verdict) for one in found][1] == ("clock", "behind", "warning")
    same = list(doctor_checks.clock(InjectedClock(NOON), NOON))
    assert same[1].verdict == "ok"


@pytest.mark.parametrize(("today", "outcome"), [(date(2026, 1, 1), "fine"), (date(2099, 1, 1), "short")])
def test_a_calendar_that_ends_soon_is_a_warning(today: date, outcome: str) -> None:
    """Three years ahead must be covered."""
    [found] = doctor_checks.calendar(finnish_calendar(), today)
    assert found.outcome == outcome


def test_an_unsound_declaration_is_told_with_every_fault() -> None:
    """A procedure without an opening has several faults, each with a code that can be explained."""
    broken = replace(every_version()[-1], transitions=every_version()[-1].transitions[3:])
    found = list(doctor_checks.declarations(Declarations([broken])))
    assert {one.verdict for one in found} == {"fault"}
    assert len(found) > 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_outcome_has_words(language: str, database: Path) -> None:
    """The page is readable in each language and ends with a command."""
    page = succeed("doctor", "--lang", language).stdout
    assert page.splitlines()[0] == {"fi": "Kaikki toimii.", "sv": "Allt fungerar.", "en": "Everything works."}[language]
    assert "ohjaus audit verify" in page.splitlines()[-1]
