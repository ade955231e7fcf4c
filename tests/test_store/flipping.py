"""A log of two hundred events of real procedures, and what a flipped bit of its file leads to.

`Flipper` looks at one flip after another through the product's own reading, over one connection: the change counter in
the header is raised at each flip, so that SQLite forgets its pages and reads the file again. For that the file says of
itself that it has no WAL (bytes 18 and 19 of the header); flips on the pages of the schema, the header among them, are
looked at through a new opening of the file as it is.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from engine.envelope import decode, event_hash
from engine.errors import OhjausError
from engine.registrar import Registrar
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from store import integrity
from store.connection import open_database
from store.event_log import TEXT_COLUMNS, SqliteEventLog, index_of
from store.identity import read_identity
from store.migrate import refuse_other_revision
from store.open_log import OpenLog, create_log, open_log
from tests.golden.record import Directory, RecordingDay
from tests.golden.scenarios import SCENARIOS
from tests.test_store.pages import canonical_bytes_in, owners, unallocated

EVENTS = 200
CLOCK = RecordingDay()
_JOURNAL_KIND_AT, _COUNTER_AT, _COUNTER_BYTES = 18, 24, 4
_FOUND_WHEN_READ = (OhjausError, sqlite3.Error, UnicodeDecodeError)

INDEXES = {
    "sqlite_autoindex_events_1": "stream, version",
    "sqlite_autoindex_events_2": "event_id",
    "ix_events_command_id": "command_id",
}
"""The indexes by which events are found, with the columns that they hold."""


def two_hundred_events(path: Path) -> None:
    """Makes a log of the first golden scenario of each version of each procedure, as far as they are needed."""
    create_log(path, CLOCK)
    with open_log(path, CLOCK) as opened:
        registrar = Registrar(
            opened.log,
            index=opened.index,
            declarations=declarations(),
            subjects=Directory(),
            calendar=finnish_calendar(),
            clock=CLOCK,
        )
        firsts = {name.rpartition("/")[0]: name for name in reversed(SCENARIOS)}
        for name in (name for name in SCENARIOS if name in firsts.values()):
            SCENARIOS[name](registrar)
            if opened.log.head().position >= EVENTS:
                return
    raise AssertionError("the golden scenarios hold fewer events than are wanted")


def content(log: SqliteEventLog) -> tuple[list[Any], object]:
    """Gives all that a log records: its stored rows and who it says it is."""
    return [row for batch in log.stored() for row in batch], read_identity(log.database)


def verdict(path: Path, sound: tuple[list[Any], object]) -> str:
    """Gives by which check a damaged file is found, `harmless` when all reads as it was, and `silent` otherwise."""
    try:
        if not integrity.check_wal(path).ok:
            return "wal"
        with open_log(path, CLOCK, read_only=True) as opened:
            return _found_by(opened) or ("harmless" if content(opened.log) == sound else "silent")
    except (OhjausError, ValueError):
        return "opening"


def _found_by(opened: OpenLog) -> str | None:
    checks: tuple[Callable[[], integrity.Report], ...] = (
        lambda: integrity.check_chain(opened.log),
        lambda: integrity.check_schema(opened.database, opened.projections.projections),
        lambda: integrity.check_projections(opened.projections),
    )
    return next((report.name for report in (check() for check in checks) if not report.ok), None)


def quick_verdict(path: Path, sound: tuple[list[Any], object]) -> str:
    """Gives the same as `verdict`, but asks the checks only when something reads otherwise than it did."""
    try:
        with closing(open_database(path, read_only=True)) as database:
            refuse_other_revision(database)
            if content(SqliteEventLog(database, clock=CLOCK)) == sound:
                return "harmless"
    except (OhjausError, ValueError):
        return "opening"
    return verdict(path, sound)


@contextmanager
def flipped(path: Path, bit: int) -> Iterator[None]:
    """Turns one bit of a file for the time of the block, and lets no companion of the file outlive it."""
    handle = os.open(path, os.O_RDWR)
    try:
        (byte,) = os.pread(handle, 1, bit // 8)
        os.pwrite(handle, bytes((byte ^ 1 << bit % 8,)), bit // 8)
        yield
        os.pwrite(handle, bytes((byte,)), bit // 8)
    finally:
        os.close(handle)


class Flipper:
    """Flips bits of one file and says of each what came of it."""

    def __init__(self, path: Path) -> None:
        """Takes the file of a log, which is sound."""
        self.path = path
        self.bits = path.stat().st_size * 8
        with open_log(path, CLOCK, read_only=True) as opened:
            self.sound = content(opened.log)
        self._bytes = path.read_bytes()
        self._pages = owners(path)
        self._page_bytes = int.from_bytes(self._bytes[16:18], "big")
        self._events = [decode(row[-1]) for row in self.sound[0]]
        self.payload = canonical_bytes_in(self._bytes, self._pages)
        self._count = 0
        self._copy = path.with_name("without-wal.db")
        self._copy.write_bytes(self._bytes)
        self._copy.chmod(0o600)
        self._handle = os.open(self._copy, os.O_RDWR)
        os.pwrite(self._handle, b"\x01\x01", _JOURNAL_KIND_AT)
        self._opened = open_log(self._copy, CLOCK, read_only=True)
        self._indexed = {
            name: self._opened.database.run(
                f"SELECT {held}, position FROM events NOT INDEXED ORDER BY {held}, position"
            )
            for name, held in INDEXES.items()
        }

    def close(self) -> None:
        """Lets go of the file."""
        self._opened.close()
        os.close(self._handle)

    def look(self, bit: int, *, quick: bool = False) -> str:
        """Gives by what a flip is found, or `harmless`, or `silent`; a `quick` look knows that indexes are not read."""
        inside = self.payload.get(bit // 8)
        if inside is not None:
            return self._in_event(bit, *inside)
        page = self._pages.get(bit // 8 // self._page_bytes + 1)
        if page == "sqlite_schema":
            with flipped(self.path, bit):
                return quick_verdict(self.path, self.sound)
        return self._read_again(bit, page, quick=quick)

    def pages_of(self, owner: str) -> list[int]:
        """Gives the pages of a table or an index."""
        return [page for page, name in self._pages.items() if name == owner]

    def exhaust(self, pages: Iterable[int], *, stride: int = 1) -> Counter[str]:
        """Flips every bit of each `stride`-th byte of some pages, and counts what came of it.

        What no reading looks at is turned as a whole: a page of a table that is not read, and the empty middle of a
        page. Were it looked at, its complement would not read as before. All other bits are flipped one by one.
        """
        outcomes: Counter[str] = Counter()
        idle = self._idle()
        for page in pages:
            for at in range((page - 1) * self._page_bytes, page * self._page_bytes, stride):
                if at in idle:
                    outcomes["harmless, together"] += 8
                    continue
                outcomes.update(self.look(at * 8 + bit, quick=True) for bit in range(8))
        return outcomes

    def _idle(self) -> set[int]:
        idle: set[int] = set()
        room = unallocated(self.path)
        for page in range(1, self.bits // 8 // self._page_bytes + 1):
            owner = self._pages.get(page)
            whole = range((page - 1) * self._page_bytes, page * self._page_bytes)
            if owner in INDEXES:
                assert self._reads_alike(whole, index=None), (page, owner)
            if owner not in {"sqlite_schema", "events", "log_identity", *INDEXES}:
                assert self._reads_alike(whole, index=None), (page, owner)
                idle.update(whole)
            elif page in room:
                alike = self._opens_alike if owner == "sqlite_schema" else self._reads_alike
                assert alike(room[page], index=owner), (page, owner)
                idle.update(room[page])
        return idle

    def _opens_alike(self, places: range, *, index: str | None) -> bool:
        handle = os.open(self.path, os.O_RDWR)
        try:
            os.pwrite(handle, bytes(255 - self._bytes[at] for at in places), places.start)
            return verdict(self.path, self.sound) == "harmless"
        finally:
            os.pwrite(handle, self._bytes[places.start : places.stop], places.start)
            os.close(handle)

    def _reads_alike(self, places: range, *, index: str | None) -> bool:
        os.pwrite(self._handle, bytes(255 - self._bytes[at] for at in places), places.start)
        self._forget()
        try:
            alike = content(self._opened.log) == self.sound
            return alike and (index not in INDEXES or self._index_is_sound(str(index)))
        finally:
            os.pwrite(self._handle, self._bytes[places.start : places.stop], places.start)
            self._forget()

    def _in_event(self, bit: int, row: int, offset: int) -> str:
        stored = bytearray(self.sound[0][row][-1])
        stored[offset] ^= 1 << bit % 8
        return "event hash" if event_hash(bytes(stored)).encode() != self.sound[0][row][-2] else "silent"

    def _read_again(self, bit: int, page: str | None, *, quick: bool) -> str:
        at = bit // 8
        os.pwrite(self._handle, bytes((self._bytes[at] ^ 1 << bit % 8,)), at)
        self._forget()
        try:
            return self._index(page) if quick and page in INDEXES else self._looked_at(page)
        finally:
            os.pwrite(self._handle, self._bytes[at : at + 1], at)
            self._forget()

    def _forget(self) -> None:
        """Makes SQLite read every page again."""
        self._count += 1
        counter = self._count % 256**_COUNTER_BYTES
        os.pwrite(self._handle, counter.to_bytes(_COUNTER_BYTES, "big"), _COUNTER_AT)

    def _looked_at(self, page: str | None) -> str:
        try:
            found = content(self._opened.log)
        except _FOUND_WHEN_READ:
            return "reading"
        if found != self.sound:
            return self._revealed(found)
        return self._index(page) if page in INDEXES else "harmless"

    def _index(self, name: str) -> str:
        if self._index_is_sound(name):
            return "harmless"
        try:
            told = self._opened.database.run("PRAGMA integrity_check(events)") != [("ok",)]
        except _FOUND_WHEN_READ:
            told = True
        return "pages" if told else self._by_every_check()

    def _revealed(self, found: tuple[list[Any], object]) -> str:
        """Compares as the chain does, the row that differs first; what this does not find is left to every check."""
        for number, (had, row) in enumerate(zip(self.sound[0], found[0], strict=False)):
            if had == row:
                continue
            if not isinstance(row[-1], bytes) or event_hash(row[-1]).encode() != row[-2]:
                return "event hash"
            wanted = index_of(self._events[number])
            expected = (wanted["position"], wanted["version"], *(str(wanted[name]).encode() for name in TEXT_COLUMNS))
            return "columns" if row[-1] == had[-1] and tuple(row[:-2]) != expected else self._by_every_check()
        return self._by_every_check()

    def _by_every_check(self) -> str:
        return _found_by(self._opened) or "silent"

    def _index_is_sound(self, name: str) -> bool:
        held = INDEXES[name]
        query = f"SELECT {held}, position FROM events INDEXED BY {name} ORDER BY {held}, position"
        try:
            return self._opened.database.run(query) == self._indexed[name]
        except _FOUND_WHEN_READ:
            return False
