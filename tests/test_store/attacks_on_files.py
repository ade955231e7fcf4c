"""Attacks on files: bytes of the database and its WAL, whole files exchanged, and what is kept of it elsewhere."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.test_store.scene import HARMLESS, Scene, attack

INTERIOR_OF_TABLE = 0x05
_FRAME_BYTES = 24 + 4096


@attack("bytes of an event are edited in the file", "event hash", "hash-differs")
def _(scene: Scene) -> None:
    scene.edit(b'"person":"', b'"perzon":"')


@attack("bytes of the first event are edited in the file", "event hash", "hash-differs")
def _(scene: Scene) -> None:
    _edit_event(scene, "min")


@attack("bytes of the last event are edited in the file", "event hash", "hash-differs")
def _(scene: Scene) -> None:
    _edit_event(scene, "max")


def _edit_event(scene: Scene, which: str) -> None:
    with scene.driver() as driver:
        query = f"SELECT event_id FROM events WHERE position = (SELECT {which}(position) FROM events)"
        event_id = driver.execute(query).fetchone()[0].encode()
    scene.edit(b'"event_id":"' + event_id, b'"event_id":"' + event_id[:-1] + b"g")


@attack("two pages of events change places", "integrity_check", "pages-damaged")
def _(scene: Scene) -> None:
    first, second, *_ = scene.page("events")
    content = bytearray(scene.path.read_bytes())
    one, other = slice(first, first + 4096), slice(second, second + 4096)
    content[one], content[other] = content[other], content[one]
    scene.path.write_bytes(content)


@attack("an index is emptied, so that a case seems to have no history", "integrity_check", "pages-damaged")
def _(scene: Scene) -> None:
    (root,) = scene.page("sqlite_autoindex_events_1", leaf=False)
    content = bytearray(scene.path.read_bytes())
    # An empty leaf of an index: no free block, no cell, content from the end of the page.
    content[root : root + 8] = bytes((10, 0, 0, 0, 0, 16, 0, 0))
    scene.path.write_bytes(content)


@attack("a page of events leads to itself, so that reading goes in a circle", "chain", "position-gap")
def _(scene: Scene) -> None:
    (root,) = scene.page("events", leaf=False)
    content = bytearray(scene.path.read_bytes())
    assert content[root] == INTERIOR_OF_TABLE
    # The child of the cell in the middle, which begins with its number.
    count = int.from_bytes(content[root + 3 : root + 5], "big")
    at = root + 12 + 2 * (count // 2)
    cell = root + int.from_bytes(content[at : at + 2], "big")
    content[cell : cell + 4] = (root // 4096 + 1).to_bytes(4, "big")
    scene.path.write_bytes(content)


@attack("the header says that pages are larger than they are", "opening", "database-damaged")
def _(scene: Scene) -> None:
    content = bytearray(scene.path.read_bytes())
    content[16:18] = (1).to_bytes(2, "big")
    scene.path.write_bytes(content)


@attack("the header says that text is UTF-16", "opening", "not-a-log")
def _(scene: Scene) -> None:
    content = bytearray(scene.path.read_bytes())
    content[56:60] = (2).to_bytes(4, "big")
    scene.path.write_bytes(content)


@attack("the file is cut off", "opening", "database-damaged")
def _(scene: Scene) -> None:
    scene.path.write_bytes(scene.path.read_bytes()[: 3 * 4096])


@attack("something is written into pages that nobody uses", HARMLESS)
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("CREATE TABLE spare (a)")
        driver.execute("INSERT INTO spare VALUES (zeroblob(100000))")
        driver.execute("DROP TABLE spare")
    content = bytearray(scene.path.read_bytes())
    trunk = (int.from_bytes(content[32:36], "big") - 1) * 4096
    assert int.from_bytes(content[trunk + 4 : trunk + 8], "big") > 0
    free = (int.from_bytes(content[trunk + 8 : trunk + 12], "big") - 1) * 4096
    content[free : free + 6] = b"hidden"
    scene.path.write_bytes(content)


@attack("a database of another program takes our mark", "opening", "not-a-log")
def _(scene: Scene) -> None:
    scene.path.unlink()
    with closing(sqlite3.connect(scene.path)) as driver:
        driver.execute("CREATE TABLE t (a)")
        driver.execute("PRAGMA application_id = 1330137665")
    scene.path.chmod(0o600)


@attack("an old backup is put in the place of the log", "checkpoint", "checkpoint-log-shorter", alone=True)
def _(scene: Scene) -> None:
    shutil.copy(scene.backup, scene.path)


@attack("another log is put in the place of the log", "checkpoint", "checkpoint-foreign", alone=True)
def _(scene: Scene) -> None:
    shutil.copy(scene.other, scene.path)


@attack("the WAL is taken away after the machine went down", "checkpoint", "checkpoint-log-shorter", alone=True)
def _(scene: Scene) -> None:
    scene.go_down()
    scene.see()
    scene.wal.unlink()


@attack("one bit of the newest transaction in the WAL is flipped", "WAL walk", "wal-damaged", alone=True)
def _(scene: Scene) -> None:
    scene.go_down()
    _flip(scene.wal, scene.wal.stat().st_size - 100)


@attack("one bit of an earlier frame of the WAL is flipped", "WAL walk", "wal-damaged")
def _(scene: Scene) -> None:
    scene.go_down()
    _flip(scene.wal, 32 + 24 + 100)


@attack("one bit of the header of the WAL is flipped", "WAL walk", "wal-damaged")
def _(scene: Scene) -> None:
    scene.go_down()
    _flip(scene.wal, 17)


@attack("bytes of a frame of the WAL are blanked", "WAL walk", "wal-damaged")
def _(scene: Scene) -> None:
    scene.go_down()
    content = bytearray(scene.wal.read_bytes())
    content[32 : 32 + _FRAME_BYTES] = bytes(_FRAME_BYTES)
    scene.wal.write_bytes(content)


@attack("the WAL of another log is laid beside ours", "checkpoint", "checkpoint-foreign")
def _(scene: Scene) -> None:
    ours = Scene(scene.other, scene.checkpoints, scene.backup, scene.path)
    with ours.driver() as driver:
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        driver.execute("PRAGMA journal_mode = delete")
        driver.execute("PRAGMA journal_mode = wal")
        driver.execute("VACUUM")
        shutil.copy(ours.wal, scene.wal)
    scene.wal.chmod(0o600)


@attack("a rollback journal is laid beside the log, to be played back over it", "opening", "journal-beside")
def _(scene: Scene) -> None:
    journal = scene.path.with_name(scene.path.name + "-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(504))
    journal.chmod(0o600)


@attack("the shared memory of readers is filled with noise", HARMLESS)
def _(scene: Scene) -> None:
    noise = scene.path.with_name(scene.path.name + "-shm")
    noise.write_bytes(b"\xff" * 32768)
    noise.chmod(0o600)


@attack("the file is opened to all the world", "opening", "file-too-open")
def _(scene: Scene) -> None:
    scene.path.chmod(0o666)


@attack("a checkpoint is edited to fit a shorter log", "checkpoint", "note-signature-false", alone=True)
def _(scene: Scene) -> None:
    (note,) = scene.checkpoints.glob("*.note")
    origin, size, rest = note.read_text("utf-8").split("\n", 2)
    note.write_text(f"{origin}\n{int(size) - 1}\n{rest}", "utf-8")


@attack("a checkpoint is signed anew with a key of the attacker's", "checkpoint", "note-key-unknown", alone=True)
def _(scene: Scene) -> None:
    scene.cut(after=90)
    (note,) = scene.checkpoints.glob("*.note")
    note.unlink()
    scene.see(as_stranger=True)


def _flip(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
