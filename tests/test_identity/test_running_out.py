"""A login that ends in the middle: nothing is recorded under it any more, and that is told once."""

from __future__ import annotations

import os
import pty
import select
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cli.frame.invocation import Invocation
from cli.identity.issuer import Issuer
from cli.identity.token_file import forget, token_file, write_token
from engine.errors import Fault, NotAuthorised
from tests.ready import program
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer

SUBJECT = "made-up-subject"
CASE = "evaluation-15-2025"
PATIENCE_SECONDS = 60
DECISION = ("case", "advance", CASE, "discontinued", "--on", "2026-03-02", "--doc", "closing_note=VM/93/2026")


def keep(served: MadeUpIssuer, *, subject: str = SUBJECT, seconds: int = 600) -> None:
    """A login that is kept, and ends after so many seconds."""
    now = int(time.time())
    issuer = Issuer(served.url, CLIENT)
    write_token(issuer, served.id_token(subject, iat=now - 600, exp=now + seconds))


def log_out(served: MadeUpIssuer) -> None:
    """What somebody does in another window."""
    forget(token_file(Issuer(served.url, CLIENT)))


def noted(database: Path) -> list[str]:
    """The codes in the security log."""
    with closing(sqlite3.connect(database)) as driver:
        return [code for (code,) in driver.execute("SELECT code FROM security_log ORDER BY number")]


def events(database: Path) -> int:
    """How many events there are."""
    with closing(sqlite3.connect(database)) as driver:
        return int(driver.execute("SELECT count(*) FROM events").fetchone()[0])


def newest(number: int) -> list[str]:
    """As who the newest events were recorded."""
    return [one["recorded_by"]["identity"] for one in answer("audit", "log")[-number:]]


def answered_late(*arguments: str, meanwhile: Callable[[], None]) -> int:
    """Runs the program at a terminal, lets something happen while it asks, and says yes; gives the exit code."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*program("cli"), *arguments], stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs)
    shown = b""
    while b"Go on?" not in shown:
        assert select.select([ours], [], [], PATIENCE_SECONDS)[0], (process.poll(), shown)
        shown += os.read(ours, 100_000)
    meanwhile()
    os.write(ours, b"y\n")
    code = process.wait(PATIENCE_SECONDS)
    os.close(theirs)
    os.close(ours)
    return code


@pytest.fixture
def guarded(served: MadeUpIssuer, database: Path) -> Path:
    """The demo log with rights, for those whom this issuer vouches for; somebody who has one is logged in."""
    administrators = ("--administrator", f"oidc:{served.host}#made-up-anna", "--administrator", "test-bertil")
    keep(served, subject="made-up-anna")
    succeed("grant", "enable", *administrators, "--authenticated", "--issuer", f"{served.url}#{CLIENT}", "--yes")
    right = (f"oidc:{served.host}#{SUBJECT}", "--role", "vm", "--organisation", "VM")
    succeed("grant", "add", *right)
    keep(served)
    return database


def test_who_answers_late_is_whoever_it_is_then(served: MadeUpIssuer, database: Path, settings: Path) -> None:
    """A login that was ended while the program asked vouches for nobody."""
    keep(served)
    assert answered_late(*DECISION, meanwhile=lambda: log_out(served)) == 0
    assert newest(1) == ["asserted:os-user"]


def test_an_answer_after_the_login_ended_records_nothing(served: MadeUpIssuer, guarded: Path) -> None:
    """Exit code 4, and one line in the security log."""
    before = events(guarded)
    assert answered_late(*DECISION, meanwhile=lambda: log_out(served)) == 4
    assert noted(guarded) == ["identity-too-weak"]
    assert events(guarded) == before


@pytest.mark.parametrize("words", [("schedule", "run", "--for", "3"), ("deadline", "tick")])
def test_a_scheduler_without_a_login_is_told_once(words: tuple[str, ...], served: MadeUpIssuer, guarded: Path) -> None:
    """One line in the security log, and the issuer is asked once: nobody asks who was denied by being denied."""
    keep(served, seconds=-5)
    before = len(served.asked)
    told = invoke(*words)
    assert (told.exit_code, "[token-expired]" in told.stderr) == (4, True), told.stderr
    assert (noted(guarded), len(served.asked) - before) == (["token-expired"], 2)


def test_a_scheduler_asks_before_it_records(
    served: MadeUpIssuer, database: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A login may have been ended since the last tick, here or at its issuer."""

    def wake(_alarm: object, tick: Callable[[], object], *, for_seconds: int) -> None:
        del for_seconds
        log_out(served)
        tick()

    keep(served)
    monkeypatch.setattr("cli.clock.AlarmClock.run", wake)
    before = events(database)
    succeed("schedule", "run", "--for", "0")
    fired = events(database) - before
    assert set(newest(fired)) == {"asserted:os-user"}


def test_what_was_fired_is_told_though_its_case_can_be_read_no_more(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line of what stands in the log comes without the label that cannot be had."""

    def ended(_cases: object, _case: str) -> None:
        raise NotAuthorised("token-expired", "The login has expired.")

    monkeypatch.setattr("cli.deadline.coming.Cases.labels", ended)
    before = events(database)
    lines = succeed("schedule", "run", "--for", "0", "--format", "jsonl").stdout.splitlines()
    assert len(lines) == events(database) - before > 0


def test_a_log_that_is_not_reached_makes_nobody_weaker(
    served: MadeUpIssuer, log: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a log asks is not known while its server takes no connection; that is told, and asked again."""
    keep(served)
    run = Invocation({})

    def refused(*_: object, **__: object) -> None:
        raise Fault("server-refused", "The server takes no more connections.")

    with monkeypatch.context() as patch:
        patch.setattr("cli.wiring.Wiring.open", refused)
        with pytest.raises(Fault, match="no more connections"):
            run.acting.who()
    assert run.acting.who().identity == "authenticated:oidc"
