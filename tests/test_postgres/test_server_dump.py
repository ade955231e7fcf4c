"""A dump as a backup: it is read back event by event, and restored as a file; what is not whole is not kept."""

from __future__ import annotations

import gzip
import os
import shutil
import stat
import subprocess
import threading
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from engine.errors import Fault, OhjausError, Refused
from store.backup import Sound, verified
from store.open_log import OpenLog, open_log
from store.postgres import dumping
from store.postgres.address import Server, parse_server
from store.postgres.schema import TRIGGERS
from store.projections.standard import STANDARD
from store.server_dump import dump_log, is_dump, lay_out
from tests.contracts.builders import SetClock, command, draft, opening, write
from tests.test_postgres.server import Embedded, binaries
from tests.test_postgres.test_roles import logins

__all__ = ["logins"]

ODD = "back\\slash\\t, a \\N and \\."
"""A command id of which each part means something else in a dump unless it is escaped there."""


@pytest.fixture(autouse=True)
def programs(embedded: Embedded | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's own programs on PATH: those that came with the embedded one, else those of this machine."""
    place = binaries()
    if embedded is not None and place is not None:
        monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    elif shutil.which("pg_dump") is None:
        pytest.skip("DUMPS WERE NOT TESTED: there are no programs of the server's own here.")


@pytest.fixture
def recorded(opened: OpenLog) -> OpenLog:
    """A log of three events, open for writing."""
    opened.log.append([write("kite-1", 0, opening())], command("first"))
    opened.log.append([write("kite-1", 1, draft(data={"note": 'tab\t, line\n, quote "…" and \\x5c'}))], command(ODD))
    opened.log.append([write("kite-2", 0, opening())], command("third"))
    return opened


def dumped(server: Server, out: Path, clock: SetClock) -> Sound:
    return dump_log(server, out, clock, STANDARD)


def refused(server: Server, folder: Path, clock: SetClock) -> str:
    """The code with which a dump is refused; nothing of it is left then."""
    with pytest.raises(OhjausError) as caught:
        dumped(server, folder / "kept.dump", clock)
    assert list(folder.iterdir()) == []
    return caught.value.code


def as_administrator(server: Server, *statements: str) -> None:
    """Does what an administrator of the server can do past every guard."""
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def test_a_dump_holds_the_log_and_is_restored_as_a_file(
    recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path
) -> None:
    """Identity, position, hash and root come back from its bytes; only its owner may read it."""
    found = dumped(server, tmp_path / "kept.dump", clock)
    assert (found.identity, found.head, found.judged) == (recorded.identity, recorded.log.head(), True)
    assert (is_dump(found.path), stat.S_IMODE(found.path.stat().st_mode)) == (True, 0o600)
    lay_out(found.path, tmp_path / "laid.db", clock, STANDARD)
    laid = verified(tmp_path / "laid.db", clock, STANDARD)
    assert (laid.identity, laid.head, laid.root) == (found.identity, found.head, found.root)
    with open_log(laid.path, clock, read_only=True) as there:
        assert list(there.log.read()) == list(recorded.log.read())
    assert {one.name for one in tmp_path.iterdir()} == {"kept.dump", "laid.db"}


def test_in_a_folder_it_gets_a_name_of_its_own(
    recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path
) -> None:
    """The name tells the log and the position, and nothing that stands there is covered."""
    found = dumped(server, tmp_path, clock)
    assert found.path.name == f"ohjaus-{recorded.identity.log_id[:8]}-000000003.dump"
    with pytest.raises(Refused) as caught:
        dumped(server, tmp_path, clock)
    assert caught.value.code == "file-exists"
    assert [one.name for one in tmp_path.iterdir()] == [found.path.name]


def test_rows_may_lie_in_another_order(recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path) -> None:
    """A server dumps rows as they lie; the chain tells the order."""
    as_administrator(
        server,
        "ALTER TABLE ohjaus.events DISABLE TRIGGER ALL",
        "CREATE TEMP TABLE turned AS SELECT * FROM ohjaus.events ORDER BY position DESC",
        "DELETE FROM ohjaus.events",
        "INSERT INTO ohjaus.events SELECT * FROM turned",
        *(one.always for one in TRIGGERS if one.table == "events"),
    )
    assert dumped(server, tmp_path / "kept.dump", clock).head == recorded.log.head()


def test_what_is_acknowledged_before_it_is_in_it_while_others_write(
    recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path
) -> None:
    """A writer goes on; each dump holds all that was recorded before it began, and a whole chain."""
    over = threading.Event()

    def write_on() -> None:
        with open_log(server, SetClock()) as opened:
            for number in range(2_000):
                if over.is_set():
                    return
                opened.log.append([write(f"kite-on-{number}", 0, opening())], command(f"on {number}"))

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        for number in range(3):
            before = recorded.log.head().position
            assert dumped(server, tmp_path / f"{number}.dump", clock).head.position >= before
    finally:
        over.set()
        writer.join()


@pytest.mark.parametrize("name", ["clerk", "auditor"])
def test_whoever_sees_the_whole_log_may_dump_it(
    logins: dict[str, Server], clock: SetClock, tmp_path: Path, name: str
) -> None:
    """Neither the application's login nor an auditor's is the owner of anything."""
    assert dumped(logins[name], tmp_path / "kept.dump", clock).head.position == 4


def test_a_countys_reader_dumps_nothing(logins: dict[str, Server], clock: SetClock, tmp_path: Path) -> None:
    """A part is not the whole."""
    assert refused(logins["fifteen"], tmp_path, clock) == "part-only"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM ohjaus.events WHERE position = 2",
        "DELETE FROM ohjaus.events WHERE position = 3",
        "UPDATE ohjaus.events SET canonical = canonical || ' ' WHERE position = 2",
        "UPDATE ohjaus.events SET stream = 'kite-9' WHERE position = 3",
        "UPDATE ohjaus.log_identity SET value = 'another' WHERE name = 'created_at'",
    ],
)
def test_a_log_that_was_changed_past_its_guards_gives_no_backup(
    recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path, statement: str
) -> None:
    """What is read back is not the chain that was written; only the newest events can be cut without a trace in it."""
    assert recorded.log.head().position == 3
    tables = ("events", "log_identity")
    as_administrator(
        server,
        *(f"ALTER TABLE ohjaus.{table} DISABLE TRIGGER ALL" for table in tables),
        statement,
        *(one.always for one in TRIGGERS if one.table in tables),
    )
    if "position = 3" in statement and statement.startswith("DELETE"):
        assert dumped(server, tmp_path / "kept.dump", clock).head.position == 2
    else:
        assert refused(server, tmp_path, clock) in ("backup-unsound", "identity-broken")


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE ohjaus.events DISABLE TRIGGER events_in_order",
        "ALTER TABLE ohjaus.events ENABLE TRIGGER events_not_changed",
        "DROP TRIGGER log_identity_once ON ohjaus.log_identity",
        "ALTER FUNCTION ohjaus.hash_at(bigint) RENAME TO hash_of",
    ],
)
def test_a_dump_that_would_make_no_guarded_log_is_not_kept(
    recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path, statement: str
) -> None:
    """Restored, it would have a trigger less, or one that a session can turn off."""
    assert recorded.log.head().position == 3
    as_administrator(server, statement)
    assert refused(server, tmp_path, clock) == "backup-unsound"


@pytest.fixture
def kept(recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path) -> Path:
    """A dump of the three events."""
    assert recorded.log.head().position == 3
    return dumped(server, tmp_path / "kept.dump", clock).path


def laid_out(dump: Path, clock: SetClock) -> str:
    """The code with which a dump is refused."""
    with pytest.raises(OhjausError) as caught:
        lay_out(dump, dump.with_name("laid.db"), clock, STANDARD)
    return caught.value.code


@pytest.mark.parametrize("part", [5, 60, 1_000, -20_000, -2_000, -100, -1])
def test_a_dump_that_is_cut_is_no_backup(kept: Path, clock: SetClock, part: int) -> None:
    """Whatever is missing from it."""
    kept.write_bytes(kept.read_bytes()[:part])
    assert laid_out(kept, clock) == "backup-unsound"


def test_a_dump_that_an_administrator_wrote_may_tell_bytes_in_the_older_form(
    recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path
) -> None:
    """Given a database that is set so, what `pg_dump` writes by itself is laid out as well."""
    name = urlsplit(server.conninfo).path.lstrip("/")
    as_administrator(server, f'ALTER DATABASE "{name}" SET bytea_output = escape')
    dump = tmp_path / "by-hand.dump"
    subprocess.run(["pg_dump", "--format=custom", f"--file={dump}", f"--dbname={server.conninfo}"], check=True)
    lay_out(dump, tmp_path / "laid.db", clock, STANDARD)
    assert verified(tmp_path / "laid.db", clock, STANDARD).head == recorded.log.head()


def test_a_dump_of_a_later_version_is_left_to_that(
    recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path
) -> None:
    """Its events may be of a kind that is not known here."""
    assert recorded.log.head().position == 3
    as_administrator(server, "UPDATE ohjaus.alembic_version SET version_num = '9999'")
    dump = tmp_path / "later.dump"
    dump.touch()
    dumping.write(server, dump)
    assert laid_out(dump, clock) == "log-newer"


def test_a_dump_of_something_else_is_no_backup(empty: Server, clock: SetClock, tmp_path: Path) -> None:
    """It begins like a dump, and holds no log."""
    as_administrator(empty, "CREATE SCHEMA ohjaus", "CREATE TABLE ohjaus.events (one int)")
    dump = tmp_path / "other.dump"
    dump.touch()
    dumping.write(empty, dump)
    assert laid_out(dump, clock) == "backup-unsound"


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of `pg_dump` that writes down how it was called and fails with odd words."""
    folder, heard = tmp_path / "programs", tmp_path / "heard"
    folder.mkdir()
    program = folder / "pg_dump"
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > {heard}\nprintf "password %s\\n" "$PGPASSWORD" >> {heard}\n'
        'printf "made up: \\033[2J no" >&2\nexit 1\n'
    )
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return heard


def test_a_password_stands_in_no_argument(said: Path, server: Server, clock: SetClock) -> None:
    """Everybody on a machine sees the arguments of a program; it gets the password in its environment."""
    out = said.with_name("out")
    out.mkdir()
    mark = "&" if "?" in server.conninfo else "?"
    secret = parse_server(f"{server.conninfo}{mark}password=made-up-secret")
    with pytest.raises(Fault) as caught:
        dumped(secret, out / "kept.dump", clock)
    *arguments, last = said.read_text().splitlines()
    assert (caught.value.code, last) == ("dump-failed", "password made-up-secret")
    assert all("made-up-secret" not in one for one in (*arguments, str(caught.value.details), caught.value.message))
    assert "made up:" in str(caught.value.details["said"])
    assert list(out.iterdir()) == []


def test_without_the_programs_it_is_said_what_is_missing(
    recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is begun."""
    assert recorded.log.head().position == 3
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(server, tmp_path, clock) == "dump-programs-missing"


def test_a_file_that_is_no_dump_is_none(tmp_path: Path) -> None:
    """Neither a folder, nor what is not there, nor what is packed in another way."""
    (tmp_path / "packed").write_bytes(gzip.compress(b"PGDMP"))
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert [is_dump(tmp_path / name) for name in ("packed", "folder", "pipe", "none")] == [False] * 4


def test_open_sessions_are_ended(recorded: OpenLog, server: Server, clock: SetClock, tmp_path: Path) -> None:
    """Nothing of a dump stays open at the server."""
    dumped(server, tmp_path / "kept.dump", clock)
    assert recorded.log.head().position == 3
    with closing(psycopg.connect(server.conninfo)) as connection:
        row = connection.execute(
            b"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone()
    assert row == (1,)
