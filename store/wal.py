"""Walking a write-ahead log by ourselves, since SQLite says nothing about one that was damaged.

A bit flipped in a frame makes SQLite end its reading there: that transaction and every later one vanish, and
`integrity_check` says ok. The format is SQLite's (https://www.sqlite.org/fileformat2.html#walformat): a header of 32
bytes, then frames of 24 bytes and a page. Each frame carries the salts of the header and a checksum that runs over
every frame before it.

A frame that does not fit is no proof of damage: a killed writer leaves a last frame half written, and after a restart
of the WAL the frames of its former round follow those of the present one. What cannot come about that way is

* a frame of this round that does not fit, with a commit of this round behind it: writers write in order;
* a frame that differs from one that fits by a single bit, by its salts alone or by its stored checksum alone;
* a header that does not fit, with frames that follow from it.

A power cut while a transaction was written, and not yet acknowledged, can leave the first of these as well. It is
reported: the transaction is not in the record, and only somebody who knows of the cut can say that nothing is missing.
"""

from __future__ import annotations

import struct
import time
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from engine.errors import Diagnosis, Fault

HEADER_BYTES = 32
FRAME_HEADER_BYTES = 24
_MAGIC_LITTLE = 0x377F0682
_MAGICS = (_MAGIC_LITTLE, _MAGIC_LITTLE + 1)
_VERSION = 3_007_000
_WORD = 0xFFFFFFFF
_PAUSE_SECONDS = 0.05
_TRIES = 20
"""How often the walks are begun anew because somebody wrote meanwhile."""

_PAGE_SIZES = tuple(1 << power for power in range(9, 17))

Order = Literal["<", ">"]
Sum = tuple[int, int]


class Frame(NamedTuple):
    """One frame: what its checksum covers, and what it says of itself."""

    covered: bytes
    salts: bytes
    stored: Sum

    @property
    def commits(self) -> bool:
        """True when the frame says that a transaction ends with it."""
        return self.covered[4:8] != bytes(4)


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk found: frames that fit, how many of them SQLite reads, and the first damage."""

    frames: int = 0
    committed: int = 0
    damage: Diagnosis | None = None


def look(path: Path, *, pause_seconds: float = _PAUSE_SECONDS) -> Walked:
    """Walks the WAL beside the log at `path`; writers may be at work, so damage counts only when it is certain.

    Certain is what three walks find alike in a WAL that nobody wrote to from before the first until after the last: a
    round that begins anew under a walk looks like damage. Where it is never still, nothing is claimed.

    Raises:
        Fault: `cannot-open`, the WAL is there and cannot be read.
    """
    wal = path.resolve().with_name(path.resolve().name + "-wal")
    found = Walked()
    for _ in range(_TRIES):
        before = _trace(wal)
        found = _look_once(wal)
        if found.damage is None:
            return found
        if all(_again(wal, pause_seconds) == found.damage for _ in range(2)) and _trace(wal) == before:
            return found
    return Walked(found.frames, found.committed)


def _again(wal: Path, pause_seconds: float) -> Diagnosis | None:
    time.sleep(pause_seconds)
    return _look_once(wal).damage


def _trace(wal: Path) -> tuple[bytes, int, int] | None:
    """Gives what changes when somebody writes: the header with the round's salts, the size and the time of change."""
    try:
        with wal.open("rb") as file:
            header, found = file.read(HEADER_BYTES), wal.stat()
    except OSError:
        return None
    return header, found.st_size, found.st_mtime_ns


def _look_once(wal: Path) -> Walked:
    try:
        with wal.open("rb") as file:
            return walk(file)
    except FileNotFoundError:
        return Walked()
    except OSError as error:
        raise Fault("cannot-open", f"{wal} cannot be read: {error.strerror}.", details={"path": str(wal)}) from error


def walk(file: BinaryIO) -> Walked:
    """Walks a WAL from its beginning."""
    header = file.read(HEADER_BYTES)
    if len(header) < HEADER_BYTES:
        return Walked()
    magic, version, page_bytes, _round, *_ = struct.unpack(">8I", header)
    stored: Sum = struct.unpack(">2I", header[24:])
    order: Order = ">" if magic & 1 else "<"
    known = magic in _MAGICS and version == _VERSION and page_bytes in _PAGE_SIZES
    if not known or checksum(header[:24], (0, 0), order) != stored:
        return _after_bad_header(file, header)
    return _Walk(file, header[16:24], page_bytes, order).from_sum(stored)


class _Walk:
    """A walk over the frames of one round."""

    def __init__(self, file: BinaryIO, salts: bytes, page_bytes: int, order: Order) -> None:
        self._file, self._salts, self._page_bytes, self._order = file, salts, page_bytes, order

    def from_sum(self, running: Sum) -> Walked:
        number = committed = 0
        while (frame := self.next()) is not None:
            reached = checksum(frame.covered, running, self._order)
            if reached == frame.stored and frame.salts == self._salts:
                number, running = number + 1, reached
                committed = number if frame.commits else committed
                continue
            return Walked(number, committed, self._damage(number + 1, frame, reached))
        return Walked(number, committed)

    def next(self) -> Frame | None:
        data = self._file.read(FRAME_HEADER_BYTES + self._page_bytes)
        if len(data) < FRAME_HEADER_BYTES + self._page_bytes:
            return None
        head, page = data[:FRAME_HEADER_BYTES], data[FRAME_HEADER_BYTES:]
        return Frame(head[:8] + page, head[8:16], struct.unpack(">2I", head[16:]))

    def _damage(self, number: int, bad: Frame, reached: Sum) -> Diagnosis | None:
        if reached == bad.stored:
            return _damaged(number, "its salts are not those of its WAL")
        if bad.salts == self._salts and one_bit_apart(bad, reached, self._order):
            return _damaged(number, "one bit of it was flipped")
        behind = self.next()
        if behind is None:
            return None
        if behind.salts == self._salts and behind.stored == checksum(behind.covered, reached, self._order):
            return _damaged(number, "its checksum is not the one that the next frame follows from")
        while behind is not None:
            if behind.salts == self._salts and behind.commits:
                return _damaged(number, "a transaction that was committed after it can no longer be read")
            behind = self.next()
        return None


def _after_bad_header(file: BinaryIO, header: bytes) -> Walked:
    """Tells a damaged header from one that was never written whole: frames follow from the former."""
    stored: Sum = struct.unpack(">2I", header[24:])
    orders: tuple[Order, Order] = ("<", ">")
    for page_bytes in _PAGE_SIZES:
        for order in orders:
            file.seek(HEADER_BYTES)
            frame = _Walk(file, b"", page_bytes, order).next()
            seeds = (stored, checksum(header[:24], (0, 0), order))
            if frame is not None and any(checksum(frame.covered, seed, order) == frame.stored for seed in seeds):
                return Walked(0, 0, _damaged(0, "its header was changed, so that nothing in it is read"))
    return Walked()


def checksum(data: bytes, seed: Sum, order: Order) -> Sum:
    """Gives SQLite's running checksum over `data`, whose length is a multiple of eight."""
    first, second = seed
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & _WORD
        second = (second + other + first) & _WORD
    return first, second


def one_bit_apart(frame: Frame, reached: Sum, order: Order) -> bool:
    """Tells whether a frame would fit if a single bit of it, in its checksum or in what that covers, were turned.

    The checksum is linear, so the difference of one word can be followed backwards through the steps after it. By
    chance a frame that was torn looks so once in about 10 to the power of 14.
    """
    if sum((had ^ should).bit_count() for had, should in zip(frame.stored, reached, strict=True)) == 1:
        return True
    first, second = ((had - should) & _WORD for had, should in zip(frame.stored, reached, strict=True))
    words = struct.unpack(f"{order}{len(frame.covered) // 4}I", frame.covered)
    for at in range(len(words) - 2, -1, -2):
        if first == second and _turned(words[at], first):
            return True
        if not first and _turned(words[at + 1], second):
            return True
        # One step back: (a, b) came from (2a - b, b - a).
        first, second = (2 * first - second) & _WORD, (second - first) & _WORD
    return False


def _turned(word: int, difference: int) -> bool:
    """Tells whether a word and the same plus `difference` differ by one bit."""
    return (word ^ ((word + difference) & _WORD)).bit_count() == 1


def _damaged(number: int, what: str) -> Diagnosis:
    where = f"frame {number}" if number else "header"
    text = (
        f"The write-ahead log beside the database is damaged at {where}: {what}. "
        "What was recorded there and after it is left out when the log is read."
    )
    return Diagnosis("wal-damaged", f"wal {where}", text, {"frame": number})
