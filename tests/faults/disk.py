"""A disk that loses its power: what of the writes that were not yet synced is there afterwards is anybody's guess.

The disk honours a sync, as the promise supposes: after it the file is as it was written. A name that was made or
unlinked is there for good after the sync of its folder, and may be there or not before. Of the other writes each may
have reached the disk or not, in any order, and one that did may be torn at a sector.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.faults.layer import Op

SECTOR_BYTES = 512


def changed(content: bytearray, op: Op, length: int | None = None) -> None:
    """Does to a file what was done, or the first `length` bytes of it."""
    if op.kind == "t":
        if op.offset < len(content):
            del content[op.offset :]
        else:
            content.extend(bytes(op.offset - len(content)))
        return
    data = op.data if length is None else op.data[:length]
    if len(content) < op.offset:
        content.extend(bytes(op.offset - len(content)))
    content[op.offset : op.offset + len(data)] = data


@dataclass(slots=True)
class Disk:
    """What is on the disk for good, and what is on its way."""

    durable: dict[int, bytearray] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    pending: list[tuple[int, Op]] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)
    _next: int = 0

    @classmethod
    def holding(cls, files: Mapping[str, bytes]) -> Disk:
        """A disk that holds some files for good."""
        disk = cls()
        for name, content in files.items():
            number = disk._new()
            disk.durable[number] = bytearray(content)
            disk.names[name] = disk._seen[name] = number
        return disk

    def _new(self) -> int:
        self._next += 1
        return self._next

    def do(self, op: Op) -> None:
        """Does one thing; it is on its way until a sync."""
        if op.kind == "s":
            self._sync(op.name)
            return
        if op.kind == "c" or op.name not in self._seen:
            self._seen[op.name] = self._new()
            self.durable[self._seen[op.name]] = bytearray()
            self.pending.append((self._seen[op.name], Op("c", op.name, 0, b"")))
            if op.kind == "c":
                return
        self.pending.append((self._seen[op.name], op))
        if op.kind == "u":
            del self._seen[op.name]

    def _sync(self, name: str) -> None:
        if not name:
            self._settle(lambda _, op: op.kind in "cu")
        elif name in self._seen:
            number = self._seen[name]
            self._settle(lambda of, op: of == number and op.kind in "wt")

    def _settle(self, settled: Callable[[int, Op], bool]) -> None:
        for number, op in self.pending:
            if settled(number, op):
                _apply(self.durable, self.names, number, op, None)
        self.pending = [(number, op) for number, op in self.pending if not settled(number, op)]

    def after_a_cut(self, keep: Keep) -> dict[str, bytes]:
        """The files after a power cut: what was for good, and of the rest what `keep` says."""
        kept = keep(self.pending)
        touched = {number for number, _, _ in kept}
        files = {number: bytearray(one) if number in touched else one for number, one in self.durable.items()}
        names = dict(self.names)
        for number, op, length in kept:
            _apply(files, names, number, op, length)
        return {name: bytes(files[number]) for name, number in names.items()}


def _apply(files: dict[int, bytearray], names: dict[str, int], number: int, op: Op, length: int | None) -> None:
    if op.kind == "c":
        names[op.name] = number
    elif op.kind == "u":
        if names.get(op.name) == number:
            del names[op.name]
    else:
        changed(files[number], op, length)


Pending = Sequence[tuple[int, Op]]
Kept = list[tuple[int, Op, int | None]]
Keep = Callable[[Pending], Kept]


def nothing(pending: Pending) -> Kept:
    """Every write that was not synced is gone."""
    del pending
    return []


def everything(pending: Pending) -> Kept:
    """Every write reached the disk, as after a kill."""
    return [(number, op, None) for number, op in pending]


def torn(chance: random.Random) -> Keep:
    """The writes reached the disk in their order, the last of them in part."""

    def keep(pending: Pending) -> Kept:
        if not pending:
            return []
        last = chance.randrange(len(pending))
        return [*everything(pending[:last]), (*pending[last], _sectors(chance, pending[last][1]))]

    return keep


def scattered(chance: random.Random) -> Keep:
    """Any of the writes reached the disk, some of them in part, in any order but that each file's names keep theirs."""

    def keep(pending: Pending) -> Kept:
        chosen = [one for one in pending if chance.random() < 0.5]
        return [
            (number, op, _sectors(chance, op) if op.kind == "w" and chance.random() < 0.3 else None)
            for number, op in chosen
        ]

    return keep


def _sectors(chance: random.Random, op: Op) -> int:
    """A length at which a write is torn: at the end of a sector of the disk."""
    ends = range(SECTOR_BYTES - op.offset % SECTOR_BYTES, len(op.data), SECTOR_BYTES)
    return chance.choice(ends) if ends else 0
