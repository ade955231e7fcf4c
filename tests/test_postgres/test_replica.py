"""A log read from a replica: a hot standby that a real primary feeds gives every answer and takes no writing."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from engine.errors import Fault, Refused
from store.identity import new_identity
from store.open_log import OpenLog, open_log
from store.place import followed
from store.postgres.address import Server, parse_server
from store.postgres.creation import create
from store.postgres.database import PostgresDatabase
from tests.contracts.builders import SetClock, command, deadline, draft, opening, write
from tests.test_cli.conftest import invoke, stand_in, succeed
from tests.test_postgres.conftest import database, with_database
from tests.test_postgres.server import Embedded, binaries

PATIENCE_SECONDS = 30
READING = (
    "case show evaluation-15-2025",
    "case list",
    "audit log --limit 5",
    "audit verify",
    "picture show",
    "deadline list",
    "projection check",
    "schedule status",
)
WRITING = (
    "case note evaluation-15-2025 A-made-up-note",
    "deadline tick",
    "projection rebuild",
    "import history.toml",
    "db upgrade",
    "db init-roles --yes",
)


@pytest.fixture(scope="module")
def standby(embedded: Embedded | None) -> Iterator[Embedded]:
    """A hot standby of the server of the run."""
    yield from following(embedded)


@pytest.fixture
def doomed(embedded: Embedded | None) -> Iterator[Embedded]:
    """A hot standby that a test may promote."""
    yield from following(embedded)


def following(primary: Embedded | None) -> Iterator[Embedded]:
    place = binaries()
    if primary is None or place is None:
        pytest.skip("READING FROM A REPLICA WAS NOT TESTED: the server is not ours to be followed.")
    server = Embedded(place, following=primary)
    yield server
    server.close()


@pytest.fixture
def replica(server: Server, standby: Embedded) -> Server:
    """Where the log of the test stands on the standby, which has come as far as the primary."""
    return replica_of(server, standby)


def replica_of(server: Server, standby: Embedded) -> Server:
    place = parse_server(with_database(standby.address, server.conninfo.rpartition("/")[2]))
    catch_up(server, place)
    return place


def catch_up(primary: Server, replica: Server) -> None:
    """Waits until a replica has applied what its primary has written by now."""
    with psycopg.connect(primary.conninfo, autocommit=True) as connection:
        (reached,) = connection.execute(b"SELECT pg_current_wal_lsn()::text").fetchone() or ("",)
    wait_for(replica, f"SELECT pg_last_wal_replay_lsn() >= '{reached}'")


def wait_for(place: Server, condition: str) -> None:
    """Waits until a condition holds on a server."""
    latest = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < latest:
        try:
            with psycopg.connect(place.conninfo, autocommit=True) as connection:
                if connection.execute(condition.encode()).fetchone() == (True,):
                    return
        except psycopg.OperationalError:
            # The database itself may not have come over yet.
            pass
        time.sleep(0.02)
    raise AssertionError(f"not in time: {condition}")


def run_on(place: Server, statement: str) -> None:
    with psycopg.connect(place.conninfo, autocommit=True) as connection:
        connection.execute(statement.encode())


@pytest.fixture(scope="module")
def copied(filled: Path, administration: str, standby: Embedded) -> Iterator[tuple[str, str]]:
    """The addresses of the demo log, on the primary and on its replica."""
    with database(administration) as place:
        succeed("db", "copy", str(filled), place.conninfo)
        yield place.conninfo, replica_of(place, standby).conninfo


@pytest.fixture
def demo(copied: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Those addresses, for a command line that stands in a folder of its own."""
    stand_in(monkeypatch, tmp_path)
    (tmp_path / "history.toml").write_bytes((Path(__file__).parents[2] / "procedures/real_history.toml").read_bytes())
    return copied


def test_a_replica_answers_as_its_primary_does(demo: tuple[str, str]) -> None:
    """Every reading command gives the same answer on both; beside it stands that a replica gave it, and how far."""
    now = ("--now", "2026-12-01T12:00+02:00")
    for words in READING:
        primary, replica = (invoke(*words.split(), "--db", place, "--format", "json", *now) for place in demo)
        assert (primary.exit_code, primary.stderr) == (0, ""), (words, primary.stderr)
        assert replica.stdout.replace(demo[1], demo[0]) == primary.stdout, words
        assert "Read from a replica, as it stands at event " in replica.stderr, words
    assert invoke("case", "list", "--db", demo[1], "--quiet").stderr == ""


def test_an_export_and_a_backup_are_made_from_a_replica(demo: tuple[str, str], tmp_path: Path) -> None:
    """Work that reads everything is taken off the primary: the files are those that it would give."""
    for name, place in zip(("primary", "replica"), demo, strict=True):
        succeed("audit", "export", "--format", "jsonl", "--out", f"{name}.jsonl", "--db", place)
        succeed("db", "backup", "--out", f"{name}.db", "--db", place)
    assert (tmp_path / "replica.jsonl").read_bytes() == (tmp_path / "primary.jsonl").read_bytes()
    heads = {
        json.loads(succeed("audit", "verify", "--db", f"{name}.db", "--format", "json").stdout)["head"]
        for name in ("primary", "replica")
    }
    assert len(heads) == 1


def test_writing_to_a_replica_is_refused_and_leaves_nothing(demo: tuple[str, str]) -> None:
    """Each writing command ends with 5 and says what the server is and where to write; the record stays as it was."""
    before = succeed("audit", "log", "--db", demo[0], "--format", "json").stdout
    # All in one test: wherever a part of them is run, a replica of its own has to be made first.
    for words in WRITING:
        refused = invoke(*words.split(), "--db", demo[1], "--format", "json")
        error = json.loads(refused.stdout)["error"]
        assert (refused.exit_code, error["code"]) == (5, "replica"), words
        assert demo[0].rpartition("@")[2] in error["try"], words
        assert succeed("audit", "log", "--db", demo[0], "--format", "json").stdout == before, words


def test_no_log_is_made_on_a_replica(empty: Server, standby: Embedded, clock: SetClock) -> None:
    """Where no log stands yet, none is made either, and the refusal is the same."""
    place = replica_of(empty, standby)
    with pytest.raises(Refused) as caught:
        create(place, new_identity(clock), ())
    assert caught.value.code == "replica"


def test_how_far_a_replica_is_behind_is_told(
    server: Server, opened: OpenLog, replica: Server, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it applies nothing, it tells its own position, how much it has waiting, and how old its newest is."""
    stand_in(monkeypatch, tmp_path)
    opened.log.append([write("kite-1", 0, opening())], command("c1"))
    catch_up(server, replica)
    run_on(replica, "SELECT pg_wal_replay_pause()")
    try:
        wait_for(replica, "SELECT pg_get_wal_replay_pause_state() = 'paused'")
        opened.log.append([write("kite-1", 1, draft())], command("c2"))
        wait_for(replica, "SELECT pg_last_wal_receive_lsn() > pg_last_wal_replay_lsn()")
        found = json.loads(succeed("db", "check", "--db", replica.conninfo, "--format", "json").stdout)["replica"]
        assert (found["state"], found["position"], found["pending_bytes"] > 0) == ("behind", 1, True)
        assert found["age_seconds"] >= 0
        said = succeed("audit", "log", "--db", replica.conninfo).stderr
        assert "as it stands at event 1; it is behind:" in said
        checks = json.loads(succeed("doctor", "--db", replica.conninfo, "--format", "json").stdout)["checks"]
        assert [one["verdict"] for one in checks if (one["name"], one["outcome"]) == ("server", "behind")] == [
            "warning"
        ]
    finally:
        run_on(replica, "SELECT pg_wal_replay_resume()")
    catch_up(server, replica)
    found = json.loads(succeed("db", "check", "--db", replica.conninfo, "--format", "json").stdout)["replica"]
    assert (found["state"], found["position"], found["pending_bytes"]) == ("current", 2, 0)


def test_a_replica_that_is_cut_off_says_so(
    server: Server, replica: Server, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot know what it missed, so it says that nothing comes, in each language, and is read all the same."""
    stand_in(monkeypatch, tmp_path)
    with psycopg.connect(replica.conninfo, autocommit=True) as connection:
        (primary,) = connection.execute(b"SELECT current_setting('primary_conninfo')").fetchone() or ("",)
    run_on(replica, "ALTER SYSTEM SET primary_conninfo = ''")
    run_on(replica, "SELECT pg_reload_conf()")
    try:
        wait_for(replica, "SELECT NOT EXISTS (SELECT FROM pg_stat_wal_receiver)")
        with open_log(replica, clock, read_only=True) as opened:
            found = followed(opened.database)
            assert found is not None
            assert found.state == "cut-off"
            assert opened.log.head().position == 0
        for language, words in (("en", "nothing comes"), ("fi", "ei tule mitään"), ("sv", "ingenting kommer")):
            assert words in succeed("case", "list", "--db", replica.conninfo, "--lang", language).stderr
    finally:
        run_on(replica, "ALTER SYSTEM SET primary_conninfo = '{}'".format(primary.replace("'", "''")))
        run_on(replica, "SELECT pg_reload_conf()")
    wait_for(replica, "SELECT EXISTS (SELECT FROM pg_stat_wal_receiver)")


def test_a_reading_that_a_replica_breaks_off_is_told_as_such(
    server: Server, opened: OpenLog, replica: Server, clock: SetClock
) -> None:
    """Tables made again on the primary end a long reading on the replica: a fault of its own, and never damage."""
    opened.log.append([write("kite-1", 0, opening(deadlines=(deadline(),)))], command("c1"))
    catch_up(server, replica)
    with open_log(replica, clock, read_only=True) as reader:
        database = reader.database

        def read_long() -> None:
            with database.snapshot():
                assert reader.queries.case("kite-1") is not None
                opened.projections.rebuild()
                catch_up(server, replica)
                reader.queries.case("kite-1")

        with pytest.raises(Fault) as caught:
            read_long()
        assert caught.value.code == "replica-conflict"
        with pytest.raises(Fault) as told:
            database.ensure_unmoved()
        assert told.value is caught.value
        with database.snapshot():
            database.ensure_unmoved()
        # Outside such a moment a single look is taken again, and nobody notices.
        assert reader.queries.case("kite-1") is not None


def test_an_address_with_both_servers_finds_the_one_that_writes(
    server: Server, replica: Server, clock: SetClock
) -> None:
    """An address may name several servers and ask for the one that takes writing, whichever stands first."""
    hosts = ",".join(one.conninfo.rpartition("@")[2].partition("/")[0] for one in (replica, server))
    name = server.conninfo.rpartition("/")[2]
    both = parse_server(f"postgresql://postgres@{hosts}/{name}?target_session_attrs=read-write")
    with open_log(both, clock) as opened:
        assert opened.log.append([write("kite-1", 0, opening())], command("c1")).events[0].position == 1


@pytest.mark.parametrize("first", ["replica", "gone"])
def test_while_neither_takes_writing_yet_that_is_said(
    replica: Server, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given that the primary is gone and nobody has taken over, when somebody writes, they are told that."""
    monkeypatch.setattr("store.postgres.connecting.SILENCE_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        gone = f"127.0.0.1:{closed.getsockname()[1]}"
    login, _, there = replica.conninfo.partition("@")
    host, _, name = there.partition("/")
    both = f"{host},{gone}" if first == "replica" else f"{gone},{host}"
    with pytest.raises(Fault) as caught:
        open_log(parse_server(f"{login}@{both}/{name}?target_session_attrs=read-write"), SetClock())
    assert (caught.value.code, "takes writing now" in caught.value.message) == ("no-primary", True)


def test_a_promoted_replica_goes_on_with_the_log(
    server: Server, opened: OpenLog, doomed: Embedded, clock: SetClock
) -> None:
    """After a failover the same chain goes on: what had come over is there, and who only read goes on."""
    opened.log.append([write("kite-1", 0, opening())], command("c1"))
    place = replica_of(server, doomed)
    with open_log(place, clock, read_only=True) as reader:
        assert reader.log.head().position == 1
        doomed.promote()
        wait_for(place, "SELECT NOT pg_is_in_recovery()")
        assert isinstance(reader.database, PostgresDatabase)
        assert (reader.log.head().position, followed(reader.database)) == (1, None)
    with open_log(place, clock) as promoted:
        assert promoted.log.append([write("kite-1", 0, opening())], command("c1")).replayed
        assert promoted.log.append([write("kite-1", 1, draft())], command("c2")).events[0].position == 2
        assert promoted.identity == opened.identity
        assert all(one.equal for one in promoted.projections.compare())
