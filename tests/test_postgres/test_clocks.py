"""A writer whose clock is not the server's is refused before anything is stored, whoever it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from cli.frame.clocks import SystemClock
from cli.frame.machine import Machine
from engine.errors import Fault
from engine.law import LANGUAGES, Language
from store.clock_witness import MOST_OFF
from store.open_log import OpenLog, open_log
from store.postgres.address import Server
from store.postgres.database import PostgresDatabase
from tests.contracts.builders import SetClock, command, draft, opening, write
from tests.test_cli.conftest import answer, invoke

LITTLE = timedelta(seconds=20)


def set_by(off: timedelta) -> SystemClock:
    """The clock of a machine that somebody has set so far from the right time."""
    return SystemClock(machine=Machine(now=lambda: datetime.now(UTC) + off))


@contextmanager
def sitting_at(server: Server, off: timedelta) -> Iterator[OpenLog]:
    """The log, opened on such a machine."""
    with open_log(server, set_by(off)) as opened:
        yield opened


@pytest.mark.parametrize("off", [MOST_OFF + LITTLE, -MOST_OFF - LITTLE, timedelta(days=40), -timedelta(days=2)])
def test_a_clock_that_is_not_the_servers_records_nothing(server: Server, off: timedelta) -> None:
    """Neither the first event of a log nor a later one; and a rehearsal says the same as the act would."""
    with sitting_at(server, off) as opened:
        for rehearse in (True, False):
            with pytest.raises(Fault) as caught:
                opened.log.append([write("kite-1", 0, opening())], command("c1"), rehearse=rehearse)
            assert (caught.value.code, caught.value.details["reason"]) == ("clock-doubtful", "database")
    with sitting_at(server, timedelta()) as right:
        right.log.append([write("kite-1", 0, opening())], command("c1"))
    with sitting_at(server, off) as opened, pytest.raises(Fault, match=r"that of the database .*Nothing was stored"):
        opened.log.append([write("kite-1", 1, draft())], command("c2"))
    with sitting_at(server, timedelta()) as right:
        assert right.log.head().position == 1


@pytest.mark.parametrize("off", [timedelta(), MOST_OFF - LITTLE, LITTLE - MOST_OFF])
def test_clocks_that_are_kept_right_need_not_agree_to_the_second(server: Server, off: timedelta) -> None:
    """Less than a minute is nothing."""
    with sitting_at(server, off) as opened:
        assert opened.log.append([write("kite-1", 0, opening())], command("c1")).events[0].clock == "system"


def test_what_was_recorded_is_answered_by_whatever_clock(server: Server) -> None:
    """A command that is repeated records nothing, and learns what it recorded."""
    with sitting_at(server, timedelta()) as right:
        right.log.append([write("kite-1", 0, opening())], command("c1"))
    with sitting_at(server, timedelta(days=40)) as opened:
        assert opened.log.append([write("kite-1", 0, opening())], command("c1")).replayed


def test_an_injected_clock_is_not_compared(server: Server) -> None:
    """It is somebody's own word, and the record says so."""
    with open_log(server, SetClock()) as opened:
        assert opened.log.append([write("kite-1", 0, opening())], command("c1")).events[0].clock == "injected"


def test_the_comparison_costs_no_message(opened: OpenLog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server tells its time in the one look that every append takes."""
    asked: list[str] = []
    look = PostgresDatabase.first

    def first(self: PostgresDatabase, sql: str, values: object) -> object:
        asked.append(sql.postgres)  # type: ignore[attr-defined]
        return look(self, sql, values)  # type: ignore[arg-type]

    monkeypatch.setattr(PostgresDatabase, "first", first)
    monkeypatch.setattr(PostgresDatabase, "run", lambda *_: pytest.fail("it looks again"))
    opened.log._follower = None
    opened.log.append([write("kite-1", 0, opening())], command("c1"))
    assert ["pg_catalog.clock_timestamp()" in sql for sql in asked] == [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_told_what_is_wrong_and_where_to_look(
    server: Server, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In each language, with 1; and doctor, to which it points, does not say that everything works."""
    monkeypatch.setenv("OHJAUS_DB", str(server))
    monkeypatch.setattr("cli.wiring.SystemClock", lambda: set_by(timedelta(days=40)))
    start = ("case", "start", "self-government-problem", "--subject", "FI", "--fact", "problem_noticed")
    said = ("--set", "name=made up", "--set", "matter=rents")
    result = invoke(*start, "--on", "2026-11-20", *said, "--lang", language)
    assert (result.exit_code, "clock-doubtful" in result.stderr) == (1, True), result.stderr
    assert "ohjaus doctor" in result.stderr
    # Both times stand there, so that it can be seen which of the two clocks is wrong.
    assert len(set(re.findall(r"\d{4}-\d{2}-\d{2}T[\d:]{8}Z", result.stderr))) == 2
    found = {one["name"]: one["verdict"] for one in answer("doctor")["checks"]}
    assert found["scheduler"] == "fault"
    assert answer("audit", "log") == []
