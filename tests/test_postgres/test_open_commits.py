"""An append whose commit was sent and never answered: what it came to is looked up, or said to be open."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import psycopg
import pytest

from engine.errors import Conflict, Fault, OhjausError, Refused
from store.open_log import OpenLog, open_log
from store.postgres.address import Server
from store.postgres.database import PostgresDatabase
from tests.contracts.builders import SetClock, command, draft, opening, write


def lose_commits(opened: OpenLog, patch: pytest.MonkeyPatch, *, made: bool) -> None:
    """Lets the session be lost at its commit, which has come through or has not."""
    assert isinstance(opened.database, PostgresDatabase)
    driver = opened.database.driver
    execute = driver.execute

    def deaf(query: bytes, *rest: Any, **more: Any) -> Any:
        if query != b"COMMIT":
            return execute(query, *rest, **more)
        if made:
            execute(query, *rest, **more)
        driver.close()
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    patch.setattr(driver, "execute", deaf)


@pytest.mark.parametrize("made", [True, False])
@pytest.mark.parametrize(
    "met",
    [
        False,
        Fault("server-silent", "Nobody answers."),
        Fault("server-refused", "Nobody is let in."),
        Refused("replica", "It follows another one. Nothing was stored."),
    ],
    ids=["gone", "silent", "refused", "replica"],
)
def test_what_cannot_be_looked_up_is_open(
    opened: OpenLog, monkeypatch: pytest.MonkeyPatch, made: bool, met: bool | OhjausError
) -> None:
    """Given that the server does not come back, in whichever way, it is said that it may have been stored."""

    def regain() -> bool:
        if isinstance(met, OhjausError):
            raise met
        return met

    lose_commits(opened, monkeypatch, made=made)
    monkeypatch.setattr(opened.database, "regain", regain)
    with pytest.raises(Fault) as caught:
        opened.log.append([write("kite-1", 0, opening())], command("c1"))
    assert (caught.value.code, caught.value.details["command_id"]) == ("perhaps-stored", "c1")
    assert "Nothing was stored" not in caught.value.message


def test_a_busy_log_leaves_it_open_as_well(
    opened: OpenLog, server: Server, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given that the server is there again and its turn does not come, nobody has looked."""
    assert isinstance(opened.database, PostgresDatabase)
    monkeypatch.setattr(opened.database, "_patience_seconds", 0.1)
    with open_log(server, clock) as other:
        lose_commits(opened, monkeypatch, made=True)
        regain = opened.database.regain

        def regain_late() -> bool:
            held.enter_context(other.database.turn())
            return regain()

        monkeypatch.setattr(opened.database, "regain", regain_late)
        with ExitStack() as held, pytest.raises(Fault) as caught:
            opened.log.append([write("kite-1", 0, opening())], command("c1"))
    assert caught.value.code == "perhaps-stored"


def test_whoever_looked_knows(
    opened: OpenLog, server: Server, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given that the commit did not come through and somebody else was first, that is an ordinary conflict."""
    lose_commits(opened, monkeypatch, made=False)
    regain = opened.database.regain

    def somebody_else_first() -> bool:
        with open_log(server, clock) as other:
            other.log.append([write("kite-1", 0, opening())], command("c2"))
        return regain()

    monkeypatch.setattr(opened.database, "regain", somebody_else_first)
    with pytest.raises(Conflict) as caught:
        opened.log.append([write("kite-1", 0, opening())], command("c1"))
    assert caught.value.code == "version-conflict"


def test_what_was_lost_before_its_commit_is_not_open(opened: OpenLog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given that the connection is lost earlier, or what was tried was a rehearsal, nothing can have been stored."""
    opened.log.append([write("kite-1", 0, opening())], command("c1"))
    monkeypatch.setattr(opened.database, "regain", lambda: False)

    def lose(*_: object) -> None:
        raise Fault("connection-lost", "It was lost.")

    with pytest.raises(Fault) as caught:
        opened.log.append([write("kite-1", 1, draft())], command("c2"), confirm=lose)
    assert caught.value.code == "connection-lost"
    assert opened.log.head().position == 1
