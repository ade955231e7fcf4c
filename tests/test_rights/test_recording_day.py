"""A right is judged by the day that the record bears: over midnight, by a clock behind, and after one that was ahead.

What is recorded is what `audit verify` accepts; whoever's right does not reach that day is denied.
"""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from engine.case import Case
from engine.errors import NotAuthorised
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.test_confirmation import at_a_terminal
from tests.test_rights.desk import ANNA, CECILIA, DAVID, TODAY, Desk, request
from tests.test_rights.test_asking import ME, PROPOSED
from tests.test_rights.test_commands import AUTHORITY as AUTHORITY_CASE
from tests.test_rights.test_commands import CALCULATED, CONFIRMED, sit
from tests.test_rights.test_granting import AUTHORITY
from tests.test_rights.test_racing import NOTE, Interrupted

TOMORROW = TODAY + timedelta(days=1)
BEFORE = ("--now", "2026-11-21T12:00+02:00")
LATER = ("--now", "2026-11-24T12:00+02:00")


@pytest.fixture
def case(desk: Desk) -> Case:
    """A borrowing authority that Cecilia has calculated, whose right ends today; David's goes on."""
    desk.enable()
    desk.grant(CECILIA, "vm", "VM", valid_until=TODAY.isoformat())
    desk.grant(DAVID, "vm", "VM")
    return desk.open(AUTHORITY, "calculated", by=CECILIA)


def test_a_right_that_ends_while_its_holder_waits_over_midnight_covers_nothing(desk: Desk, case: Case) -> None:
    """Judged before midnight, and under the lock after it: with every clock right, the act is denied."""

    def midnight() -> None:
        desk.clock.day = TOMORROW

    slow = desk.registrar_over(Interrupted(desk.opened.log, midnight))
    with pytest.raises(NotAuthorised, match=f"ended on {TODAY}: it would be recorded on {TOMORROW}"):
        slow.advance(case.case_id, NOTE, request(CECILIA))
    assert (len(desk.opened.log.stream(case.case_id)), desk.findings()) == (1, [])


def test_whose_right_goes_on_is_judged_again_after_midnight_and_recorded(desk: Desk, case: Case) -> None:
    """The wait costs nothing else."""

    def midnight() -> None:
        desk.clock.day = TOMORROW

    slow = desk.registrar_over(Interrupted(desk.opened.log, midnight))
    [event] = slow.advance(case.case_id, NOTE, request(DAVID)).events
    assert (event.recorded_at.date(), desk.findings()) == (TOMORROW, [])


def test_a_clock_that_stands_behind_brings_no_ended_right_back(desk: Desk, case: Case) -> None:
    """The log says that it is tomorrow, and records what comes as of then; so it judges."""
    desk.clock.day = TOMORROW
    desk.advance(case.case_id, "noted", by=DAVID, text="made up")
    desk.clock.day = TODAY
    with pytest.raises(NotAuthorised):
        desk.advance(case.case_id, "noted", by=CECILIA, text="made up")
    assert (desk.events()[-1].recorded_by.person, desk.findings()) == (DAVID, [])


def test_what_is_recorded_after_a_clock_that_was_ahead_keeps_the_log_sound(desk: Desk, case: Case) -> None:
    """Forty days ahead: whoever comes by a right clock is judged by the time that their event is going to bear."""
    desk.clock.day = TODAY + timedelta(days=40)
    desk.advance(case.case_id, "noted", by=DAVID, text="made up")
    desk.clock.day = TODAY
    soon = (TODAY + timedelta(days=20)).isoformat()
    grant_id = desk.grant(CECILIA, "vm", "VM", valid_until=soon)
    with pytest.raises(NotAuthorised):
        desk.advance(case.case_id, "noted", by=CECILIA, text="made up")
    desk.advance(case.case_id, "noted", by=DAVID, text="made up")
    desk.revoke(grant_id, CECILIA)
    assert (desk.events()[-1].recorded_by.person, desk.findings()) == (ANNA, [])


@pytest.fixture
def log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log whose newest event is of 24 November; Cecilia's right ended on the 22nd, and so did mine."""
    path = folder / "log.db"
    monkeypatch.setenv("OHJAUS_DB", str(path))
    sit(monkeypatch, "anna")
    succeed("init")
    on = ("--on", "2026-11-20")
    who = ("--administrator", "test-anna", "--administrator", "test-bertil")
    succeed("grant", "enable", *who, "--yes", *on, *BEFORE)
    until = ("--from", "2026-11-20", "--until", "2026-11-22")
    succeed("grant", "add", "test-cecilia", "--role", "vm", *until, *on, *BEFORE)
    succeed("grant", "add", ME, "--role", "government", *until, *on, *BEFORE)
    sit(monkeypatch, "cecilia")
    succeed(*CALCULATED, *BEFORE)
    succeed(*PROPOSED, *BEFORE)
    sit(monkeypatch, "anna")
    succeed("grant", "add", "test-david", "--role", "log_auditor", "--on", "2026-11-24", *LATER)
    return path


def test_at_the_command_line_too(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Denied with 4 and one line in the security log, and the log stays whole."""
    sit(monkeypatch, "cecilia")
    note = ("case", "note", AUTHORITY_CASE, "made up", *BEFORE, "--format", "json")
    result = invoke(*note)
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (4, "act-not-granted")
    sit(monkeypatch, "anna")
    assert [line["code"] for line in answer("audit", "security")] == ["act-not-granted"]
    sit(monkeypatch, "david")
    assert answer("audit", "verify", *LATER)["verdict"] != "broken"


def test_nobody_is_asked_to_confirm_by_a_right_that_has_ended(log: Path) -> None:
    """The question looks at the newest event as well; a yes would be in vain."""
    ended, shown = at_a_terminal(*CONFIRMED, *BEFORE, typed="y\n")
    assert (ended, "act-not-granted" in shown, "[y/n]" in shown) == (4, True, False)
