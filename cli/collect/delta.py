"""What a filled workbook changes: only the cells that differ from what it was issued with, and those that two changed.

Pure. Three things are held side by side: what the workbook was issued with, what it says now, and what the log says
now. Where the log has moved on in the same cell and says something else, neither side is taken: that is a conflict.

Example:
    >>> key = Key("task", "HTT-A-1.2")
    >>> issued = {key: {"state": "on_schedule", "reason": None, "support_asked": "no", "progress": None}}
    >>> given = {key: {"state": Given("late", "HTT!D3"), "reason": Given("no staff", "HTT!E3")}}
    >>> [(one.field, one.given) for one in compared(issued, issued, given).changes]
    [('state', 'late'), ('reason', 'no staff')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cli.collect.rows import TOGETHER, Given, Key, Values, nothing


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else than it was issued with; `now` is what the log says of it."""

    key: Key
    field: str
    cell: str
    was: str | None
    now: str | None
    given: str | None


@dataclass(frozen=True, slots=True)
class Delta:
    """What goes into the log, and what waits until it is said which side stands.

    `rows` are the rows as they read when the changes have gone in.
    """

    changes: tuple[CellChange, ...] = ()
    conflicts: tuple[CellChange, ...] = ()
    rows: Mapping[Key, Values] = field(default_factory=dict)


def compared(
    issued: Mapping[Key, Values], now: Mapping[Key, Values], given: Mapping[Key, Mapping[str, Given]]
) -> Delta:
    """Gives what a filled workbook changes against what it was issued with and what is known now."""
    changes: list[CellChange] = []
    conflicts: list[CellChange] = []
    rows: dict[Key, Values] = {}
    for key, cells in given.items():
        was, current = issued.get(key, nothing(key.kind)), now.get(key, nothing(key.kind))
        own = []
        for cells_of_one in _together(key, cells, was, current):
            moved = any(one.now != one.was for one in cells_of_one)
            agreed = all(one.given == one.now for one in cells_of_one)
            if agreed or all(one.given == one.was for one in cells_of_one):
                continue
            if moved:
                conflicts += [one for one in cells_of_one if one.given != one.now]
            else:
                own += [one for one in cells_of_one if one.given != one.was]
        if own:
            changes += own
            rows[key] = {**current, **{one.field: one.given for one in own}}
    return Delta(tuple(changes), tuple(conflicts), rows)


def _together(key: Key, cells: Mapping[str, Given], was: Values, now: Values) -> Iterator[list[CellChange]]:
    for names in TOGETHER:
        found = [
            CellChange(key, name, cells[name].cell, was.get(name), now.get(name), cells[name].value)
            for name in names
            if name in cells
        ]
        if found:
            yield found
