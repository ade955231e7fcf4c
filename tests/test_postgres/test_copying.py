"""A log is carried from a file to a server and back: the same identity, order, bytes and hashes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from engine.errors import IntegrityBroken, Refused
from store.connection import open_database
from store.copying import Copied, copy_log
from store.evidence.checkpoint import schema_fingerprint
from store.evidence.elsewhere import elsewhere
from store.open_log import OpenLog, create_log, open_log
from store.place import Place, open_place, open_roles
from store.postgres.address import Server
from store.projections.standard import STANDARD
from tests.contracts.builders import SetClock, command, deadline, draft, opening, task, write
from tests.contracts.builders import closing as landing

EVENTS = 620
"""More than a batch."""


@pytest.fixture
def file(tmp_path: Path, clock: SetClock) -> Path:
    """A log in a file, with more events than are read at once, and text from beyond ASCII."""
    path = tmp_path / "kites.db"
    create_log(path, clock, production=True)
    with open_log(path, clock) as opened:
        for number in range(EVENTS // 20):
            data = {"wind": "ä\u0000\ud7ff𝄞", "n": number}
            first = opening(subject=f"{number % 3}", data=data, deadlines=(deadline(),))
            drafts = [first, *(draft(data={"n": n}, tasks=(task(),)) for n in range(18)), landing()]
            opened.log.append([write(f"kite-{number}", 0, *drafts)], command(f"c{number}"))
    return path


def whole(place: Place, clock: SetClock) -> tuple[object, ...]:
    """Everything that is the record, byte for byte, and what is kept beside it."""
    with open_log(place, clock, read_only=True) as opened:
        rows = [row for batch in opened.log.stored() for row in batch]
        return opened.identity, opened.log.head(), rows, opened.projections.compare(), opened.queries.matrix()


def carry(source: Place, target: Place, clock: SetClock) -> Copied:
    with open_log(source, clock, read_only=True) as opened:
        return copy_log(opened.log, target, clock, STANDARD)


def test_there_and_back_is_the_same_log(file: Path, empty: Server, tmp_path: Path, clock: SetClock) -> None:
    """File, server and the second file hold the same rows, stand at the same hash and give the same projections."""
    there = carry(file, empty, clock)
    back = carry(empty, tmp_path / "back.db", clock)
    assert there == back
    assert (there.events, there.identity.production) == (EVENTS, True)
    assert whole(file, clock) == whole(empty, clock) == whole(tmp_path / "back.db", clock)


def test_both_copies_go_on_alike(file: Path, empty: Server, clock: SetClock) -> None:
    """An append to the copy follows the newest event, and a command of before is still known there."""
    carry(file, empty, clock)
    with open_log(empty, clock) as opened:
        again = opened.log.append([write("kite-0", 20, draft())], command("c99"))
        assert [event.position for event in again.events] == [EVENTS + 1]
        assert opened.log.of_command("c3")[0].stream == "kite-3"


def test_what_stands_at_the_target_is_never_covered(file: Path, server: Server, clock: SetClock) -> None:
    """A log on the server and any file are left as they are."""
    before = whole(server, clock)
    for target in (server, file):
        with pytest.raises(Refused) as caught:
            carry(file, target, clock)
        assert caught.value.code == "log-exists"
    assert whole(server, clock) == before


def test_a_damaged_log_is_not_carried(file: Path, empty: Server, tmp_path: Path, clock: SetClock) -> None:
    """A byte that is not what was written stops the copy; nothing stands at the target."""
    with closing(open_database(file)) as database:
        database.driver.execute("DROP TRIGGER events_not_changed")
        database.driver.execute("UPDATE events SET canonical = CAST(canonical || ' ' AS BLOB) WHERE position = 600")
    for target in (empty, tmp_path / "back.db"):
        with pytest.raises(IntegrityBroken):
            carry(file, target, clock)
    with psycopg.connect(empty.conninfo) as connection:
        assert connection.execute(b"SELECT to_regclass('ohjaus.events')").fetchone() == (None,)
    assert [path.name for path in tmp_path.iterdir() if "back" in path.name] == []


def test_a_checkpoint_of_before_holds_where_the_log_was_carried_to(
    file: Path, empty: Server, clock: SetClock, opened_file: OpenLog
) -> None:
    """File, server and server with roles are known to have one schema; taking the roles away is not the same."""
    carry(file, empty, clock)
    in_file = schema_fingerprint(opened_file.database)
    with closing(open_place(empty, read_only=True)) as database:
        without = schema_fingerprint(database)
    with closing(open_roles(empty, [], STANDARD)) as roles:
        roles.apply()
    with closing(open_place(empty, read_only=True)) as database:
        guarded = schema_fingerprint(database)
    assert elsewhere(in_file) == (without, guarded)
    assert elsewhere(guarded) == (in_file, without)
    assert elsewhere(without) == (in_file,)


@pytest.fixture
def opened_file(file: Path, clock: SetClock) -> OpenLog:
    """The log in the file, open for reading."""
    return open_log(file, clock, read_only=True)
