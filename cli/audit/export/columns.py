"""The fixed columns of the formats that are tables: one row for each event. New ones may come last, none ever goes.

In CSV and XLSX, which people open, nothing steers what shows it and nothing stands there unseen: texts show such
characters, as the terminal does, and JSON escapes them, which leaves its meaning as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Literal, NamedTuple

from cli.audit.export.selection import Chosen
from cli.screen.formulas import defused
from cli.screen.safe_text import safe, safe_json
from cli.screen.shapes import instant
from engine.veiling import hash_of, in_canonical_json

Kind = Literal["number", "date", "instant", "text", "texts", "json"]
Value = int | date | datetime | str | tuple[str, ...] | None


class Column(NamedTuple):
    """A column: its name, what kind of value it holds, and where that comes from."""

    name: str
    kind: Kind
    of: Callable[[Chosen], Value]


def _json(value: object) -> str:
    return in_canonical_json(value)


COLUMNS: tuple[Column, ...] = (
    Column("position", "number", lambda one: one.event.position),
    Column("case", "text", lambda one: one.event.stream),
    Column("version", "number", lambda one: one.event.version),
    Column("procedure", "text", lambda one: one.opening.procedure),
    Column("subject", "text", lambda one: one.opening.subject),
    Column("type", "text", lambda one: one.event.type),
    Column("effective_on", "date", lambda one: one.event.effective_on),
    Column("precision", "text", lambda one: one.event.precision),
    Column("recorded_at", "instant", lambda one: one.event.recorded_at.astimezone(UTC)),
    Column("state", "text", lambda one: one.event.state),
    Column("closes", "text", lambda one: "true" if one.event.closes else "false"),
    Column("role", "text", lambda one: one.event.act_of.role),
    Column("organisation", "text", lambda one: one.event.act_of.organisation),
    Column("body", "text", lambda one: one.event.act_of.body),
    Column("person", "text", lambda one: one.event.recorded_by.person),
    Column("identity", "text", lambda one: one.event.recorded_by.identity),
    Column("acting_for", "text", lambda one: one.event.acting_for),
    Column("publicity", "text", lambda one: one.event.publicity),
    Column("declaration", "text", lambda one: one.event.declaration),
    Column("calendar", "text", lambda one: one.event.calendar),
    Column("basis", "texts", lambda one: one.event.basis),
    Column("unreported", "texts", lambda one: one.event.unreported),
    Column("data", "json", lambda one: _json(one.event.data)),
    Column("documents", "json", lambda one: _json(one.event.documents)),
    Column("deadlines", "json", lambda one: _json(one.event.deadlines)),
    Column("tasks", "json", lambda one: _json(one.event.tasks)),
    Column("links", "json", lambda one: _json(one.event.links)),
    Column("clock", "text", lambda one: one.event.clock),
    Column("event_id", "text", lambda one: one.event.event_id),
    Column("command_id", "text", lambda one: one.event.command_id),
    Column("correlation_id", "text", lambda one: one.event.correlation_id),
    Column("causation_id", "text", lambda one: one.event.causation_id),
    Column("previous_hash", "text", lambda one: one.event.previous_hash),
    Column("hash", "text", lambda one: hash_of(one.event)),
)
"""A column of kind json holds the canonical JSON of that part of the event."""


def for_people(column: Column, value: Value) -> str:
    """Gives a value as the cell of a file that people open: no formula, and nothing that steers or cannot be seen."""
    text = as_text(value)
    return safe_json(text) if column.kind == "json" else safe(defused(text))


def as_text(value: Value) -> str:
    """Gives a value as text: unknown is empty, texts are parted by `; `, instants are RFC 3339 in UTC."""
    match value:
        case None:
            return ""
        case datetime():
            return instant(value)
        case date():
            return value.isoformat()
        case tuple():
            return "; ".join(value)
        case _:
            return str(value)
