"""Reading the pages of a database file by ourselves, so that a test can say which byte of it is what.

The format is SQLite's (https://www.sqlite.org/fileformat2.html): a leaf of a table holds cells of a payload with its
record, and what does not fit on the page goes on in a chain of overflow pages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

LEAF_OF_TABLE = 0x0D
_CANONICAL_COLUMN = 8
_FIXED_BYTES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""How many bytes the serial types below twelve take."""


def owners(path: Path) -> dict[int, str]:
    """Gives the table or index that each page of a file belongs to; a page that nobody uses is left out."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as driver:
        return dict(driver.execute("SELECT pageno, name FROM dbstat").fetchall())


def unallocated(path: Path) -> dict[int, range]:
    """Gives, for each page that has room left, the bytes of the file between its pointers and its cells, or at its end.

    Space that was freed between cells is no part of it.
    """
    file = path.read_bytes()
    size = int.from_bytes(file[16:18], "big")
    found: dict[int, range] = {}
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as driver:
        for page, kind, unused in driver.execute("SELECT pageno, pagetype, unused FROM dbstat").fetchall():
            start = (page - 1) * size
            if kind == "overflow":
                found[page] = range(start + size - unused, start + size)
                continue
            header = start + (100 if page == 1 else 0)
            count = int.from_bytes(file[header + 3 : header + 5], "big")
            pointers = header + (8 if kind == "leaf" else 12) + 2 * count
            found[page] = range(pointers, start + (int.from_bytes(file[header + 5 : header + 7], "big") or 65536))
    return {page: free for page, free in found.items() if free}


def canonical_bytes_in(file: bytes, pages: dict[int, str]) -> dict[int, tuple[int, int]]:
    """Gives, for each byte of the file that is one of an event's canonical bytes, the event's row and which byte of it.

    Rows count from 0 in the order of their positions.
    """
    size = int.from_bytes(file[16:18], "big")
    found: dict[int, tuple[int, int]] = {}
    for page, owner in pages.items():
        if owner == "events" and file[(page - 1) * size] == LEAF_OF_TABLE:
            for cell in _cells(file, page, size):
                found.update(_canonical_of(file, cell, size))
    return found


def _cells(file: bytes, page: int, size: int) -> Iterator[int]:
    start = (page - 1) * size
    count = int.from_bytes(file[start + 3 : start + 5], "big")
    for number in range(count):
        at = start + 8 + 2 * number
        yield start + int.from_bytes(file[at : at + 2], "big")


def _canonical_of(file: bytes, cell: int, size: int) -> Iterator[tuple[int, tuple[int, int]]]:
    length, at = varint(file, cell)
    position, at = varint(file, at)
    places = list(_places(file, at, length, size))
    payload = bytes(file[place] for place in places)
    header, read = varint(payload, 0)
    sizes: list[int] = []
    while read < header:
        kind, read = varint(payload, read)
        sizes.append(_FIXED_BYTES[kind] if kind < len(_FIXED_BYTES) else (kind - 12) // 2)
    begin = header + sum(sizes[:_CANONICAL_COLUMN])
    for offset in range(sizes[_CANONICAL_COLUMN]):
        yield places[begin + offset], (position - 1, offset)


def _places(file: bytes, at: int, length: int, size: int) -> Iterator[int]:
    """Gives where each byte of a payload lies: the first ones in the cell, the rest in overflow pages."""
    fewest = (size - 12) * 32 // 255 - 23
    local = length
    if length > size - 35:
        local = fewest + (length - fewest) % (size - 4)
        local = local if local <= size - 35 else fewest
    yield from range(at, at + local)
    left, page = length - local, int.from_bytes(file[at + local : at + local + 4], "big")
    while left:
        start = (page - 1) * size
        page, here = int.from_bytes(file[start : start + 4], "big"), min(left, size - 4)
        yield from range(start + 4, start + 4 + here)
        left -= here


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Gives a number of up to nine bytes, seven bits each but for the last, and where it ends."""
    value = 0
    for number in range(9):
        byte = data[at + number]
        if number == 8:
            # The ninth byte is whole.
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + number + 1
    raise AssertionError
