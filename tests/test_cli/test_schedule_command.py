"""`schedule run`, `schedule status` and `schedule install`, and what `doctor` says of schedulers."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cli.messages import Words
from cli.schedule.installation import Place, cron, oneshot, service
from engine.errors import NotAuthorised
from engine.law import LANGUAGES, Language
from store.heartbeat import Heartbeat, Heartbeats, Mark
from store.open_log import open_log
from tests.contracts.builders import SetClock
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_house.tree import ROOT

LONG_PAST = datetime(2026, 3, 1, tzinfo=UTC)
SIGN = Heartbeat(
    scheduler="castle:7",
    kind="run",
    software="0.1.0",
    started_at=LONG_PAST,
    beat_at=LONG_PAST,
    fired=2,
    boot="another machine",
)


def leave(database: Path, sign: Heartbeat, **ago: float) -> None:
    """Leaves a sign of life that is so old now."""
    with open_log(database, SetClock()) as opened:
        Heartbeats(opened.database).beat(replace(sign, beat_at=datetime.now(UTC) - timedelta(**ago)))


def fired(database: Path) -> list[tuple[str, str]]:
    """Key and clock of everything that a clock has recorded."""
    with open_log(database, SetClock(), read_only=True) as opened:
        types = ("case.deadline_passed", "case.reminder_given", "case.reminder_skipped", "case.window_opened")
        return [(one.data["key"], one.clock) for one in opened.log.read() if one.type in types]


def rows_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


# Running it.


def test_a_run_records_what_has_come_and_tells_each(database: Path) -> None:
    """One JSON line for each firing as `deadline tick` prints it, its log beside; a second run finds nothing."""
    due = [one["key"] for one in answer("schedule", "status")["due"]]
    result = succeed("schedule", "run", "--for", "0", "--format", "json")
    rows = rows_of(result.stdout)
    assert [row["key"] for row in rows] == due != []
    assert {"case", "deadline", "due", "fired_at", "key", "applied"} <= rows[0].keys()
    assert [key for key, _ in fired(database)] == due
    log = rows_of(result.stderr)
    assert [line["event"] for line in log] == [
        "scheduler started",
        *["fired"] * len(due),
        "tick",
        "scheduler stopped",
    ]
    assert succeed("schedule", "run", "--for", "0", "--format", "json").stdout == ""


def test_a_person_reads_lines(database: Path) -> None:
    """Day, what it is, case and deadline; with -q no log beside."""
    result = succeed("schedule", "run", "--for", "0", "-q")
    assert "2026-06-13\tpassed\tevaluation-15-2025\tend of the group's term" in result.stdout.splitlines()
    assert result.stderr == ""


@pytest.mark.parametrize(("language", "do"), [("fi", "Tee näin"), ("sv", "Gör så här"), ("en", "Try")])
def test_what_keeps_it_from_firing_is_told_with_what_to_do(
    language: Language, do: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To whoever sits at the terminal, in their language, once though it is tried again and again."""

    def ended(*_: object) -> None:
        raise NotAuthorised("token-expired", "The login has expired.", try_next="ohjaus identity login")

    monkeypatch.setattr("cli.schedule.running.tick", ended)
    terminal = SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: True), stdout=sys.stdout)
    monkeypatch.setattr("cli.schedule.telling.sys", terminal)
    told = succeed("schedule", "run", "--for", "1", "--lang", language).stderr
    said = Words(language).error(NotAuthorised("token-expired", "The login has expired."))
    assert " ".join(told.split()).count(f"{said} [token-expired] {do}: ohjaus identity login") == 1


def test_an_injected_clock_is_recorded_as_such_and_leaves_no_sign(database: Path) -> None:
    """A rehearsal says of each event that its clock was somebody's word, and does not keep the log alive."""
    succeed("schedule", "run", "--for", "0", "--now", "2027-02-01T06:00+02:00")
    assert {clock for _, clock in fired(database)} == {"injected"}
    assert answer("schedule", "status")["schedulers"] == []


@pytest.mark.parametrize("verb", [("schedule", "run", "--for", "0"), ("deadline", "tick")])
def test_an_injected_clock_is_refused_on_production(database: Path, verb: tuple[str, ...]) -> None:
    """The time of production is the clock's own: nothing is recorded."""
    with open_log(database, SetClock()) as opened:
        opened.mark_production()
    result = invoke(*verb, "--now", "2027-02-01", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (5, "now-on-production")
    assert fired(database) == []


def test_a_dry_run_stores_nothing(database: Path) -> None:
    """It shows on a copy what a tick would record, and neither events nor signs of life are left."""
    before = answer("schedule", "status")
    rehearsed = rows_of(succeed("schedule", "run", "--dry-run", "--format", "jsonl").stdout)
    assert [row["key"] for row in rehearsed] == [one["key"] for one in before["due"]]
    after = answer("schedule", "status")
    assert (after["due"], after["schedulers"], fired(database)) == (before["due"], [], [])


def test_without_a_log_it_does_not_begin(folder: Path) -> None:
    """A mistyped path is told at once and not tried for ever."""
    result = invoke("schedule", "run", "--db", str(folder / "none.db"), "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (3, "no-log")


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGTERM to send")
def test_two_processes_record_each_thing_once_and_stop_when_asked(database: Path) -> None:
    """Both start at once; one is asked to stop and says farewell, one is killed and falls silent."""
    due = [one["key"] for one in answer("schedule", "status")["due"]]
    command = [sys.executable, "-m", "cli", "schedule", "run", "--db", str(database), "--format", "jsonl"]
    running = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    try:
        for process in running:
            assert process.stderr is not None
            assert any(json.loads(line)["event"] == "tick" for line in process.stderr)
        asked, killed = running
        asked.send_signal(signal.SIGTERM)
        killed.kill()
        assert asked.stderr is not None
        last = rows_of(asked.stderr.read())[-1]
        assert (asked.wait(), last["event"], last["asked"]) == (0, "scheduler stopped", True)
    finally:
        for process in running:
            with suppress(ProcessLookupError):
                process.kill()
            process.communicate()
    assert sorted(fired(database)) == sorted((key, "system") for key in due)
    states = {one["scheduler"].rpartition(":")[2]: one["state"] for one in answer("schedule", "status")["schedulers"]}
    assert states == {str(asked.pid): "stopped", str(killed.pid): "beating"}


# Seeing it.


def test_the_status_of_a_log_that_nobody_minds(database: Path) -> None:
    """What is due is listed in the order of its days, the next day is named, and only the gate fails."""
    found = answer("schedule", "status")
    assert (found["ok"], found["schedulers"], found["doubts"]) == (False, [], [])
    assert [one["planned_on"] for one in found["due"]] == sorted(one["planned_on"] for one in found["due"])
    assert found["next"].keys() == {"on", "at", "count"}
    assert (invoke("schedule", "status").exit_code, invoke("schedule", "status", "--gate").exit_code) == (0, 8)


@pytest.mark.parametrize(
    ("sign", "ago", "state", "exit_code"),
    [
        (SIGN, {"minutes": 4}, "beating", 0),
        (SIGN, {"minutes": 6}, "silent", 8),
        (SIGN, {"days": -1}, "ahead", 8),
        (replace(SIGN, stopped_at=LONG_PAST), {"days": -400}, "ahead", 8),
        (replace(SIGN, kind="tick"), {"minutes": 4}, "beating", 0),
        (replace(SIGN, doubt="set", doubted=Mark(LONG_PAST, 1.0)), {"minutes": 4}, "doubtful", 8),
        (replace(SIGN, stopped_at=LONG_PAST), {"minutes": 4}, "stopped", 8),
    ],
)
def test_the_gate_asks_for_a_sign_of_life(
    database: Path, sign: Heartbeat, ago: Mapping[str, float], state: str, exit_code: int
) -> None:
    """While something is due, somebody must have ticked within five minutes by a clock that it trusts."""
    leave(database, sign, **ago)
    result = invoke("schedule", "status", "--gate", "--format", "json")
    [seen] = json.loads(result.stdout)["schedulers"]
    assert (seen["state"], result.exit_code) == (state, exit_code)


def test_without_anything_due_nobody_has_to_be_there(database: Path) -> None:
    """The gate is about what is lost otherwise; and a single tick leaves its sign too."""
    succeed("deadline", "tick")
    result = invoke("schedule", "status", "--gate", "--format", "json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["due"], [one["kind"] for one in found["schedulers"]]) == (0, [], ["tick"])


def test_a_doubt_about_the_clock_is_seen_by_everybody(database: Path) -> None:
    """A clock behind the newest event: the status says so, the gate fails, doctor warns, and nothing is recorded."""
    before = ("--now", "2020-01-01T12:00+02:00")
    result = invoke("schedule", "status", "--gate", "--format", "json", *before)
    [doubt] = json.loads(result.stdout)["doubts"]
    assert (doubt["reason"], doubt["clock"]) == ("behind", "2020-01-01T10:00:00Z")
    [found] = [one for one in answer("doctor", *before)["checks"] if one["name"] == "scheduler"]
    assert (found["outcome"], found["verdict"]) == ("doubtful", "warning")
    tick = invoke("deadline", "tick", "--format", "json", *before)
    assert (tick.exit_code, json.loads(tick.stdout)["error"]["code"]) == (1, "clock-doubtful")
    assert fired(database) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sign_from_the_future_is_none(database: Path, language: Language) -> None:
    """A scheduler whose clock stood four hundred days ahead is not at work, and its silence has no age."""
    leave(database, SIGN, days=-400)
    [seen] = answer("schedule", "status")["schedulers"]
    assert (seen["state"], seen["seconds_ago"]) == ("ahead", None)
    year = str((datetime.now(UTC) + timedelta(days=400)).year)
    page = succeed("schedule", "status", "--format", "table", "--lang", language).stdout
    [told] = [line for line in page.splitlines() if "castle:7" in line]
    assert {"en": "clock was wrong", "fi": "kello oli väärässä", "sv": "klocka gick fel"}[language] in told
    assert year in page
    assert Words(language).count("schedule.seconds_ago", 0) not in page


def test_a_sign_from_the_future_stands_behind_one_of_the_present(database: Path) -> None:
    """Whoever is at work is named first, however far ahead another one's clock was."""
    leave(database, replace(SIGN, scheduler="castle:8"), days=-400)
    leave(database, SIGN, minutes=1)
    seen = answer("schedule", "status")["schedulers"]
    assert [(one["scheduler"], one["state"]) for one in seen] == [("castle:7", "beating"), ("castle:8", "ahead")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_fits_a_terminal(database: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In each language: the verdict first, every state in words, the case of each thing, commands at the end."""
    monkeypatch.setenv("COLUMNS", "80")
    for number, (kind, doubt, stopped_at, minutes) in enumerate(
        (kind, doubt, stopped_at, minutes)
        for kind in ("run", "tick")
        for doubt, stopped_at, minutes in (
            (None, None, 1),
            (None, None, 60),
            (None, LONG_PAST, 3000),
            (None, None, -576000),
            *((reason, None, 2) for reason in ("behind", "database", "set")),
        )
    ):
        sign = replace(SIGN, scheduler=f"castle:{number}", kind=kind, doubt=doubt, stopped_at=stopped_at)
        leave(database, sign, minutes=minutes)
    page = succeed("schedule", "status", "--format", "table", "--lang", language).stdout
    assert [line for line in page.splitlines() if len(line) > 80] == []
    assert "evaluation-15-2025" in page or "collaborative-agreement" in page
    assert "ohjaus deadline list --within 30d" in page.splitlines()[-1]


@pytest.mark.parametrize(
    ("minutes", "outcome", "verdict"), [(None, "lacking", "warning"), (1, "fine", "ok"), (6, "lacking", "warning")]
)
def test_doctor_tells_whether_somebody_minds_the_log(
    database: Path, minutes: int | None, outcome: str, verdict: str
) -> None:
    """Nobody there while something is due is a warning, with the command that installs a scheduler."""
    if minutes is not None:
        leave(database, SIGN, minutes=minutes)
    [found] = [one for one in answer("doctor")["checks"] if one["name"] == "scheduler"]
    assert (found["outcome"], found["verdict"]) == (outcome, verdict)
    assert found["try"] == (None if verdict == "ok" else "ohjaus schedule install")


def test_an_empty_log_needs_nobody(empty: Path) -> None:
    """Good to know, and no more."""
    [found] = [one for one in answer("doctor")["checks"] if one["name"] == "scheduler"]
    assert (found["outcome"], found["verdict"]) == ("idle", "note")
    assert invoke("schedule", "status", "--gate").exit_code == 0


# Installing it.


def test_install_names_this_place_and_writes_nothing(database: Path, folder: Path) -> None:
    """The paths are those of this installation and this log; no file is made."""
    before = sorted(folder.rglob("*"))
    texts = {one["name"]: one["text"] for one in answer("schedule", "install")}
    assert set(texts) == {"service", "tick", "timer", "cron"}
    assert all(str(database) in texts[name] for name in ("service", "tick", "cron"))
    assert "schedule run --db" in texts["service"]
    assert "deadline tick --db" in texts["tick"]
    assert sorted(folder.rglob("*")) == before
    for name, text in texts.items():
        assert succeed("schedule", "install", "--only", name).stdout == text
        assert text in succeed("schedule", "install").stdout


AWKWARD = Place(("/made up/bin/ohjaus",), Path('/made up/100% "sure"/$HOME/log\\1.db'), "user")


def test_cron_reads_back_the_words_of_an_awkward_path() -> None:
    """To cron a percent sign must be masked; the shell then finds the same words."""
    line = cron(AWKWARD)
    assert line.startswith("* * * * * ")
    assert "%" not in line.replace("\\%", "")
    command = line.removeprefix("* * * * * ").partition(" >")[0].replace("\\%", "%")
    assert shlex.split(command) == [*AWKWARD.command, "deadline", "tick", "--db", str(AWKWARD.database), "--quiet"]


@pytest.mark.parametrize(
    ("unit", "verb"), [(service(AWKWARD), ("schedule", "run")), (oneshot(AWKWARD), ("deadline", "tick"))]
)
def test_systemd_reads_back_the_words_of_an_awkward_path(unit: str, verb: tuple[str, ...]) -> None:
    """Quotes hold words together, and what systemd would fill in stands double."""
    lines = dict(line.split("=", 1) for line in unit.splitlines() if "=" in line)
    program, *words = shlex.split(lines["ExecStart"])
    assert program == AWKWARD.command[0]
    assert [word.replace("%%", "%").replace("$$", "$") for word in words] == [*verb, "--db", str(AWKWARD.database)]
    folder = str(Path(str(AWKWARD.database)).parent)
    assert [word.replace("%%", "%") for word in shlex.split(lines["ReadWritePaths"])] == [folder]
