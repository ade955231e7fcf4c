"""The cells of a return that two people changed: which wait still, and what stands when it has been said.

A conflict is open from the answer that carries it until it is resolved, or until the log says what the workbook said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from cli.collect.rows import TOGETHER, Key, Values, entry_of, nothing

if TYPE_CHECKING:
    from cli.collect.delta import CellChange
    from engine.case import Case

Side = Literal["workbook", "log"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A cell that waits until it is said which side stands."""

    key: Key
    field: str
    cell: str
    in_template: str | None
    in_workbook: str | None
    in_log: str | None
    position: int

    def data(self) -> dict[str, Any]:
        """Gives it as an event holds it, without what stands nowhere."""
        said = {
            self.key.kind: self.key.about,
            "field": self.field,
            "cell": self.cell,
            "in_workbook": self.in_workbook,
            "in_log": self.in_log,
        }
        return {name: value for name, value in said.items() if value is not None}


def waiting(case: Case, now: Mapping[Key, Values]) -> tuple[Waiting, ...]:
    """Gives the conflicts of a return that are open; `now` is what the log says of its county."""
    found: dict[tuple[Key, str], Waiting] = {}
    events = [*case.every("answered"), *case.every("conflicts_resolved")]
    for event in sorted(events, key=lambda event: event.version):
        for entry in event.data.get("conflicts", ()):
            one = _read(entry, event.position)
            found[one.key, one.field] = one
        for entry in event.data.get("resolutions", ()):
            found.pop((_key(entry), entry["field"]), None)
    return tuple(one for one in found.values() if _now(one, now) != one.in_workbook)


def settled(case: Case, change: CellChange) -> bool:
    """Says whether it was decided before that the log stands against the same words of a workbook."""
    for event in reversed(case.every("conflicts_resolved")):
        for entry in event.data["resolutions"]:
            if (_key(entry), entry["field"]) == (change.key, change.field):
                said = (entry.get("in_workbook"), entry.get("in_log"), entry["kept"])
                return said == (change.given, change.now, "log")
    return False


def noted(change: CellChange) -> dict[str, Any]:
    """Gives a new conflict as an answer carries it."""
    said = {
        change.key.kind: change.key.about,
        "field": change.field,
        "cell": change.cell,
        "in_template": change.was,
        "in_workbook": change.given,
        "in_log": change.now,
    }
    return {name: value for name, value in said.items() if value is not None}


def named_cells(open_ones: Sequence[Waiting], cells: Iterable[str]) -> tuple[tuple[Waiting, ...], tuple[str, ...]]:
    """Gives the open conflicts of cells, and the names of cells that are none.

    A cell may be written with its sheet or, where only one sheet has such a conflict, without. What says one thing
    together, as a state and its reason do, is resolved together.
    """
    chosen: dict[tuple[Key, str], Waiting] = {}
    unknown = []
    for written in cells:
        sought = written.strip().casefold()
        found = [one for one in open_ones if sought in (one.cell.casefold(), one.cell.rpartition("!")[2].casefold())]
        if len({one.cell for one in found}) != 1:
            unknown.append(written)
            continue
        for one in open_ones:
            if one.key == found[0].key and _beside(one.field, found[0].field):
                chosen[one.key, one.field] = one
    return tuple(chosen.values()), tuple(unknown)


def resolved(
    chosen: Sequence[Waiting], kept: Side, now: Mapping[Key, Values]
) -> tuple[dict[str, Any], dict[Key, Values]]:
    """Gives the data of the resolution, and the contacts that it changes; `now` is what the log says."""
    data: dict[str, Any] = {"resolutions": [{**_current(one, now), "kept": kept} for one in chosen]}
    contacts: dict[Key, Values] = {}
    if kept == "workbook":
        rows: dict[Key, dict[str, str | None]] = {}
        for one in chosen:
            row = rows.setdefault(one.key, dict(now.get(one.key, nothing(one.key.kind))))
            row[one.field] = one.in_workbook
        data["items"] = [entry_of(key, row) for key, row in rows.items() if key.kind == "task"]
        data["cases"] = [entry_of(key, row) for key, row in rows.items() if key.kind == "case"]
        contacts = {key: row for key, row in rows.items() if key.kind == "contact"}
    return data, contacts


def _current(one: Waiting, now: Mapping[Key, Values]) -> dict[str, Any]:
    """Gives a conflict with what the log says by now in place of what it said then."""
    data = one.data()
    data.pop("in_log", None)
    said = _now(one, now)
    return data if said is None else {**data, "in_log": said}


def _now(one: Waiting, now: Mapping[Key, Values]) -> str | None:
    return now.get(one.key, nothing(one.key.kind)).get(one.field)


def _beside(field: str, other: str) -> bool:
    return any(field in names and other in names for names in TOGETHER)


def _read(entry: Mapping[str, Any], position: int) -> Waiting:
    return Waiting(
        key=_key(entry),
        field=str(entry["field"]),
        cell=str(entry.get("cell") or ""),
        in_template=entry.get("in_template"),
        in_workbook=entry.get("in_workbook"),
        in_log=entry.get("in_log"),
        position=position,
    )


def _key(entry: Mapping[str, Any]) -> Key:
    if entry.get("task") is not None:
        return Key("task", str(entry["task"]))
    if entry.get("case") is not None:
        return Key("case", str(entry["case"]))
    return Key("contact", str(entry["contact"]))
