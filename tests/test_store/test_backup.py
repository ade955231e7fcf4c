"""A backup holds all that was acknowledged before it began, is whole, and is made while others write.

An ordinary run makes three backups beside a writer that never rests; OHJAUS_LONG=1 makes a hundred.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from engine.errors import Fault, IntegrityBroken, OhjausError, Refused
from store.backup import Sound, back_up, verified
from store.identity import mark_production
from store.open_log import OpenLog, open_log
from store.projections.standard import STANDARD
from store.restore import compare, restore
from tests.contracts.builders import SetClock, command, draft, opening, write
from tests.doses import LONG
from tests.test_store import processes

BACKUPS = 10 if LONG else 3
ROUNDS = 10 if LONG else 1
"""Each round has a log of its own, since the writer never rests and a backup is verified from the first event on."""


def fly(opened: OpenLog, times: int, *, kite: str = "kite-1", by: str = "first") -> None:
    """Records so many events of one made-up kite."""
    for _ in range(times):
        version = opened.log.version(kite)
        drafted = draft() if version else opening()
        opened.log.append([write(kite, version, drafted)], command(f"{by}-{kite}-{version}"))


def backup_of(path: Path, out: Path) -> Sound:
    return back_up(path, out, SetClock(), STANDARD)


def put_back(found: Sound, path: Path) -> Path | None:
    """Restores a backup with everything agreed, and gives where the old log is kept."""
    agreed = compare(found, path, SetClock())
    return restore(found, path, agreed, clock=SetClock(), projections=STANDARD, aside="replaced").kept


@pytest.fixture
def flown(path: Path, clock: SetClock) -> Path:
    """A log with five events."""
    with open_log(path, clock) as opened:
        fly(opened, 5)
    return path


def test_a_backup_is_a_whole_log_that_only_its_owner_reads(flown: Path, tmp_path: Path) -> None:
    """Position, hash, root and identity are those of the log; the file has mode 0600 and nothing lies beside it."""
    found = backup_of(flown, tmp_path / "kept.db")
    again = verified(flown, SetClock(), STANDARD)
    assert (found.identity, found.head, found.root) == (again.identity, again.head, again.root)
    assert found.head.position == 5
    assert found.path.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kept.db", "kites.db"]


def test_in_a_folder_it_is_named_after_the_log_and_the_position(flown: Path, tmp_path: Path) -> None:
    """Backups of one log sort by how far they reach."""
    folder = tmp_path / "backups"
    folder.mkdir()
    found = backup_of(flown, folder)
    assert found.path.name == f"ohjaus-{found.identity.log_id[:8]}-000000005.db"


def test_what_is_only_in_the_wal_is_in_the_backup(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """A copy of the file alone lacks what stands in the WAL; a backup has it."""
    with open_log(flown, clock) as opened:
        fly(opened, 3)
        found = backup_of(flown, tmp_path / "kept.db")
        shutil.copy(flown, tmp_path / "copied.db")
    with closing(sqlite3.connect(tmp_path / "copied.db")) as copied:
        (copied_events,) = copied.execute("SELECT count(*) FROM events").fetchone()
    assert (found.head.position, copied_events < 8) == (8, True)


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_backups_beside_a_writer_hold_everything_acknowledged_before(
    round_: int, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is whole, and holds every event that the writer was told of before the backup began."""
    acknowledged: list[int] = []
    child = threading.Event()
    pid: list[int] = []

    def listen() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            kind, *words = line.split()
            if kind == "pid":
                pid.append(int(words[0]))
            elif kind == "ack":
                acknowledged.append(int(words[1]))
                child.set()

    with processes.writer("serve", path) as process:
        listener = threading.Thread(target=listen)
        listener.start()
        assert process.stdin is not None
        process.stdin.write(f"go {round_}\n")
        process.stdin.flush()
        assert child.wait(timeout=60)
        for number in range(BACKUPS):
            before = len(acknowledged)
            found = backup_of(path, tmp_path / f"kept-{number}.db")
            # One command records an event in each of two streams.
            assert found.head.position >= 2 * before
            assert found.head.position % 2 == 0
            target = tmp_path / f"restored-{number}.db"
            put_back(found, target)
            assert verified(target, SetClock(), STANDARD).root == found.root
            for left in (target, found.path):
                left.unlink()
        # On a machine that is busy otherwise the writer may hardly have had a turn.
        latest = time.monotonic() + 60
        while len(acknowledged) <= BACKUPS and time.monotonic() < latest:
            time.sleep(0.01)
        os.kill(pid[0], signal.SIGKILL)
        process.stdin.close()
        listener.join(timeout=60)
    assert len(acknowledged) > BACKUPS
    with capsys.disabled():
        sys.stdout.write(f"\nbackups {BACKUPS}, beside {len(acknowledged)} acknowledged commands\n")


def test_nothing_is_written_over(flown: Path, tmp_path: Path) -> None:
    """What stands at the place stays as it is, and so do the log and what belongs to it."""
    taken = tmp_path / "kept.db"
    taken.write_bytes(b"something else")
    for place, code in ((taken, "file-exists"), (flown, "export-over-log"), (Path(f"{flown}-wal"), "export-over-log")):
        with pytest.raises(Refused) as refused:
            backup_of(flown, place)
        assert refused.value.code == code
    assert taken.read_bytes() == b"something else"


def test_a_folder_that_takes_no_file_is_told(flown: Path, tmp_path: Path) -> None:
    """A place that is not there is a fault of the disk, and nothing is left behind."""
    with pytest.raises(Fault) as fault:
        backup_of(flown, tmp_path / "nowhere" / "kept.db")
    assert fault.value.code == "cannot-create"


@pytest.mark.parametrize("position", [1, 3, 5])
def test_a_log_that_was_changed_gives_no_backup(position: int, flown: Path, tmp_path: Path) -> None:
    """A byte changed in the first, a middle or the last event is found in the copy, which is not kept."""
    with closing(sqlite3.connect(flown, isolation_level=None)) as driver:
        triggers = driver.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            driver.execute(f"DROP TRIGGER {name}")
        driver.execute(
            "UPDATE events SET canonical = CAST(replace(canonical, 'test-person-1', 'test-person-2') AS BLOB) "
            "WHERE position = ?",
            (position,),
        )
        for _, sql in triggers:
            driver.execute(sql)
    with pytest.raises(IntegrityBroken) as broken:
        backup_of(flown, tmp_path / "kept.db")
    assert (broken.value.code, broken.value.details["where"]) == ("backup-unsound", f"event {position}")
    assert not (tmp_path / "kept.db").exists()


def test_a_backup_is_restored_where_nothing_stands(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """The restored log is the same log, and recording goes on in it."""
    found = backup_of(flown, tmp_path / "kept.db")
    target = tmp_path / "restored.db"
    assert put_back(found, target) is None
    with open_log(target, clock) as opened:
        fly(opened, 1)
        assert (opened.log.head().position, opened.identity) == (6, found.identity)


def test_a_wal_left_from_an_earlier_log_is_put_aside(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """A WAL without its log would be played into the one that comes; it is renamed first."""
    found = backup_of(flown, tmp_path / "kept.db")
    with open_log(flown, clock) as opened:
        fly(opened, 2)
        shutil.copy(f"{flown}-wal", tmp_path / "restored.db-wal")
    put_back(found, tmp_path / "restored.db")
    assert (tmp_path / "restored.db.replaced-wal").exists()
    assert verified(tmp_path / "restored.db", clock, STANDARD).head == found.head


def test_an_older_backup_says_what_it_would_lose_and_loses_nothing_for_good(
    flown: Path, tmp_path: Path, clock: SetClock
) -> None:
    """Events, times and cases after the backup are told; the log that is replaced stays beside it, whole."""
    found = backup_of(flown, tmp_path / "kept.db")
    with open_log(flown, clock) as opened:
        clock.tick(hours=1)
        fly(opened, 2)
        fly(opened, 1, kite="kite-2")
        newer = opened.log.head()
    agreed = compare(found, flown, clock)
    told = (agreed.state, agreed.common, agreed.lost, agreed.cases, agreed.first_at)
    assert told == ("ahead", 5, 3, ("kite-1", "kite-2"), "2031-06-21T10:00:00.000000+00:00")
    kept = put_back(found, flown)
    assert kept is not None
    assert verified(kept, clock, STANDARD).head == newer
    assert verified(flown, clock, STANDARD).head == found.head


def test_a_log_that_went_another_way_is_told_from_a_longer_one(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """Where both grew from one history in two ways, all that came after the fork is lost."""
    shutil.copy(flown, tmp_path / "other.db")
    with open_log(tmp_path / "other.db", clock) as opened:
        fly(opened, 4, by="second")
    found = backup_of(tmp_path / "other.db", tmp_path / "kept.db")
    with open_log(flown, clock) as opened:
        fly(opened, 2, by="third")
    agreed = compare(found, flown, clock)
    assert (agreed.state, agreed.common, agreed.lost) == ("forked", 5, 2)


def test_a_newer_backup_loses_nothing(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """A log that holds nothing beyond the backup is behind it."""
    shutil.copy(flown, tmp_path / "older.db")
    with open_log(flown, clock) as opened:
        fly(opened, 2)
    found = backup_of(flown, tmp_path / "kept.db")
    assert compare(found, tmp_path / "older.db", clock).state == "behind"
    put_back(found, tmp_path / "older.db")
    assert verified(tmp_path / "older.db", clock, STANDARD).head == found.head


def test_nobody_else_may_have_the_log_open(
    flown: Path, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as another program has it open, nothing is restored and nothing is left behind."""
    # However long it waits for the other one, here it waits in vain.
    monkeypatch.setattr("store.restore.PATIENCE_SECONDS", 0.2)
    found = backup_of(flown, tmp_path / "kept.db")
    with open_log(flown, clock) as opened:
        fly(opened, 1)
        before = opened.log.head()
        with pytest.raises(Refused) as refused:
            put_back(found, flown)
    assert refused.value.code == "log-in-use"
    assert verified(flown, clock, STANDARD).head == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kept.db", "kites.db"]


def test_what_was_recorded_meanwhile_stops_the_restoring(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """What was agreed to is looked at again when nobody can write any more."""
    found = backup_of(flown, tmp_path / "kept.db")
    agreed = compare(found, flown, clock)
    with open_log(flown, clock) as opened:
        fly(opened, 1)
    with pytest.raises(OhjausError) as moved:
        restore(found, flown, agreed, clock=clock, projections=STANDARD, aside="replaced")
    assert moved.value.code == "restore-moved-on"
    assert verified(flown, clock, STANDARD).head.position == 6


def test_a_damaged_log_is_kept_as_it_is(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """Its bytes stay for whoever looks into it, under the name that is told."""
    found = backup_of(flown, tmp_path / "kept.db")
    content = flown.read_bytes()
    damaged = content[:4096] + b"\xff" * 30_000 + content[34_096:]
    flown.write_bytes(damaged)
    assert compare(found, flown, clock).state == "damaged"
    kept = put_back(found, flown)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert verified(flown, clock, STANDARD).head == found.head


def test_another_log_is_never_replaced(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """A backup goes in the place of its own log alone; what is no log at all is refused as well."""
    from store.open_log import create_log

    found = backup_of(flown, tmp_path / "kept.db")
    create_log(tmp_path / "other.db", clock)
    (tmp_path / "text.db").write_text("a made-up text")
    codes = []
    for place in ("other.db", "text.db"):
        with pytest.raises(OhjausError) as refused:
            compare(found, tmp_path / place, clock)
        codes.append(refused.value.code)
    assert codes == ["restore-other-log", "not-a-log"]


def test_the_mark_of_production_goes_one_way(flown: Path, tmp_path: Path, clock: SetClock) -> None:
    """A backup from before the mark does not take it away."""
    found = backup_of(flown, tmp_path / "kept.db")
    with open_log(flown, clock) as opened:
        mark_production(opened.database)
    put_back(found, flown)
    assert verified(flown, clock, STANDARD).identity.production
