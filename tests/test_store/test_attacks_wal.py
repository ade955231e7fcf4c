"""The walk over a WAL: damage is told, and what a killed or a busy writer leaves is none."""

from __future__ import annotations

import io
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from engine.errors import IntegrityBroken
from store import integrity, wal
from store.open_log import open_log
from tests.contracts.builders import SetClock, command, draft, opening, write

FRAME_BYTES = wal.FRAME_HEADER_BYTES + 4096


@pytest.fixture
def left(path: Path, clock: SetClock, tmp_path: Path) -> Path:
    """A log whose three newest transactions stand in its WAL alone, as after the machine went down."""
    folder = tmp_path / "left"
    folder.mkdir()
    with open_log(path, clock) as opened:
        for number in range(3):
            opened.log.append([write(f"kite-{number}", 0, opening(), draft())], command(f"c{number}"))
        for file in (path, beside(path)):
            shutil.copy(file, folder / file.name)
    return folder / path.name


def beside(path: Path) -> Path:
    """The WAL of a log."""
    return path.with_name(path.name + "-wal")


def walked(content: bytes) -> wal.Walked:
    """What a walk over these bytes finds."""
    return wal.walk(io.BytesIO(content))


def commits(content: bytes) -> list[int]:
    """The numbers of the frames with which a transaction ends, from 1."""
    frames = range(wal.HEADER_BYTES, len(content), FRAME_BYTES)
    return [number for number, at in enumerate(frames, start=1) if content[at + 4 : at + 8] != bytes(4)]


def test_a_whole_wal_is_walked_to_its_end(left: Path) -> None:
    """Every frame fits, and the last one ends a transaction."""
    content = beside(left).read_bytes()
    frames = (len(content) - wal.HEADER_BYTES) // FRAME_BYTES
    assert walked(content) == wal.Walked(frames, frames)
    assert integrity.check_wal(left) == integrity.Report("wal", frames)


def test_without_a_wal_there_is_nothing_to_walk(path: Path) -> None:
    """A log that was closed has no WAL, and one of no bytes holds nothing."""
    assert (wal.look(path), walked(b"")) == (wal.Walked(), wal.Walked())


def test_a_flipped_bit_loses_events_that_only_the_walk_misses(left: Path, clock: SetClock) -> None:
    """SQLite drops the damaged transaction and all after it, every other check passes, and the walk tells where."""
    content = bytearray(beside(left).read_bytes())
    first = commits(bytes(content))[0]
    content[wal.HEADER_BYTES + first * FRAME_BYTES + 1000] ^= 4
    beside(left).write_bytes(content)
    report = integrity.check_wal(left)
    assert report.first_fault is not None
    assert (report.first_fault.code, report.first_fault.where) == ("wal-damaged", f"wal frame {first + 1}")
    with open_log(left, clock, read_only=True) as opened:
        assert opened.log.head().position < 6
        assert integrity.check_chain(opened.log).ok
        assert integrity.check_schema(opened.database, opened.projections.projections).ok
        assert integrity.check_projections(opened.projections).ok


@pytest.mark.parametrize("at", range(wal.FRAME_HEADER_BYTES))
def test_every_byte_of_a_frame_header_counts(left: Path, at: int) -> None:
    """A flip in the page number, the size, the salts or the checksum of the last frame is found."""
    content = bytearray(beside(left).read_bytes())
    content[len(content) - FRAME_BYTES + at] ^= 1 << at % 8
    assert walked(bytes(content)).damage is not None


@pytest.mark.parametrize("at", range(wal.HEADER_BYTES))
def test_every_byte_of_the_header_counts(left: Path, at: int) -> None:
    """A flip in the header, upon which SQLite would read nothing at all, is found."""
    content = bytearray(beside(left).read_bytes())
    content[at] ^= 1 << at % 8
    assert walked(bytes(content)).damage is not None


def test_a_blanked_sector_before_a_commit_is_found(left: Path) -> None:
    """Damage of many bytes is certain when a transaction of the same round was committed behind it."""
    content = bytearray(beside(left).read_bytes())
    content[wal.HEADER_BYTES + 200 : wal.HEADER_BYTES + 712] = b"\xa5" * 512
    found = walked(bytes(content)).damage
    assert found is not None
    assert "committed after it" in found.text


@pytest.mark.parametrize("cut", [1, 4000, 4096, 4100, 4119])
def test_a_frame_that_was_being_written_is_no_damage(left: Path, cut: int) -> None:
    """A writer that was killed leaves a last frame half written, which was never acknowledged."""
    content = beside(left).read_bytes()
    found = walked(content[:-cut])
    assert (found.damage, found.committed) == (None, commits(content)[-2])


def test_a_frame_header_before_its_page_is_no_damage(left: Path) -> None:
    """A writer killed between a frame's header and its page leaves what stood there before, under a new header."""
    content = bytearray(beside(left).read_bytes())
    content[-4096:] = content[wal.HEADER_BYTES + wal.FRAME_HEADER_BYTES : wal.HEADER_BYTES + FRAME_BYTES]
    assert walked(bytes(content)).damage is None


def test_frames_of_a_former_round_are_no_damage(path: Path, clock: SetClock) -> None:
    """After its frames were brought home a WAL is written from the beginning, over those of the round before."""
    with open_log(path, clock) as opened:
        opened.log.append([write("kite-1", 0, opening(), *[draft()] * 20)], command("c1"))
        assert opened.database.run("PRAGMA wal_checkpoint(RESTART)")[0][0] == 0
        opened.log.append([write("kite-2", 0, opening())], command("c2"))
        content = beside(path).read_bytes()
    found = walked(content)
    assert found.damage is None
    assert 0 < found.committed < (len(content) - wal.HEADER_BYTES) // FRAME_BYTES


def test_what_was_rolled_back_is_no_damage(path: Path, clock: SetClock) -> None:
    """Pages of a transaction that spilled over and was rolled back stay in the WAL, without a commit."""
    with open_log(path, clock) as opened:
        opened.log.append([write("kite-1", 0, opening())], command("c1"))
        before = beside(path).stat().st_size
        spilling = sqlite3.connect(path, isolation_level=None)
        spilling.execute("PRAGMA cache_size = 1")
        spilling.execute("BEGIN IMMEDIATE")
        spilling.execute("CREATE TABLE spilled (a)")
        for _ in range(50):
            spilling.execute("INSERT INTO spilled VALUES (randomblob(3000))")
        spilling.execute("ROLLBACK")
        spilling.close()
        assert beside(path).stat().st_size > before
        opened.log.append([write("kite-1", 1, draft())], command("c2"))
        assert wal.look(path).damage is None


def test_a_writer_at_work_is_no_damage(path: Path, clock: SetClock) -> None:
    """While events are appended, and the WAL begins anew under the eyes of the walk, nothing is reported."""
    stop, walks = threading.Event(), []

    def watch() -> None:
        while not stop.is_set():
            walks.append(wal.look(path, pause_seconds=0.01).damage)

    watcher = threading.Thread(target=watch)
    with open_log(path, clock) as opened:
        opened.database.run("PRAGMA wal_autocheckpoint = 30")
        watcher.start()
        for number in range(200):
            opened.log.append([write(f"kite-{number}", 0, opening(), draft())], command(f"c{number}"))
        stop.set()
        watcher.join()
    assert walks
    assert [damage for damage in walks if damage is not None] == []


def test_a_wal_with_impossible_pages_is_not_believed(left: Path) -> None:
    """A header that tells of pages of two gigabytes, with a checksum to fit, makes nobody read them."""
    header = bytearray(beside(left).read_bytes()[: wal.HEADER_BYTES])
    header[8:12] = (1 << 31).to_bytes(4, "big")
    order: wal.Order = ">" if header[3] & 1 else "<"
    first, second = wal.checksum(bytes(header[:24]), (0, 0), order)
    header[24:] = first.to_bytes(4, "big") + second.to_bytes(4, "big")
    assert walked(bytes(header) + bytes(8192)) == wal.Walked()


def test_the_checksum_is_sqlites(left: Path) -> None:
    """Our checksum over the header gives what SQLite wrote there."""
    header = beside(left).read_bytes()[: wal.HEADER_BYTES]
    order: wal.Order = ">" if header[3] & 1 else "<"
    first, second = wal.checksum(header[:24], (0, 0), order)
    assert header[24:] == first.to_bytes(4, "big") + second.to_bytes(4, "big")


def test_nothing_is_written_upon_a_foreign_schema(path: Path, clock: SetClock) -> None:
    """A log with an index too few or too many is not opened for writing, and is still read."""
    driver = sqlite3.connect(path)
    driver.execute("DROP INDEX ix_events_command_id")
    driver.close()
    with pytest.raises(IntegrityBroken) as caught:
        open_log(path, clock)
    assert caught.value.code == "schema-changed"
    with open_log(path, clock, read_only=True) as opened:
        assert opened.log.head().position == 0
