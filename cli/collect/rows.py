"""What a workbook has a row for, and what the cells of such a row say; the same on paper, in a file and in the log.

A value is text or None everywhere: the id of a state (`late`), `yes` or `no`, or the words of a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from procedures.roadmap.fields import PICTURE_STATES

Kind = Literal["task", "case", "contact"]
"""A sub-task of the roadmap, a procedure of the county's own, or whom to call in a matter."""

Values = Mapping[str, str | None]
"""The cells of one row by field."""

STATES = tuple(PICTURE_STATES)
PROGRESS = ("not_started", "under_way", "done")
YES_NO = ("yes", "no")
OBSERVED = ("note", "wish", "risk")
SECTORS = ("services", "rescue", "both")
MATTERS = (
    *("everything", "monthly_round", "finances", "health_and_social_services", "rescue_services", "data"),
    "red_flags",
)

FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "task": ("state", "reason", "support_asked", "progress"),
    "case": ("state", "reason", "support_asked"),
    "contact": ("title", "address"),
}
"""The fields that a county fills in, in the order of their columns."""

TOGETHER = (("state", "reason"), ("support_asked",), ("progress",), ("title", "address"))
"""Cells that say one thing together: whoever changes the state may not be given the reason of another state."""


class Key(NamedTuple):
    """A row: a sub-task, a case or a matter, by its id."""

    kind: Kind
    about: str


@dataclass(frozen=True, slots=True)
class Given:
    """What a cell of a filled workbook says, and where it stands, such as `HTT!D14`."""

    value: str | None
    cell: str


def nothing(kind: Kind) -> Values:
    """Gives the cells of a row of which nothing has been said."""
    return dict.fromkeys(FIELDS[kind]) | ({"support_asked": "no"} if kind != "contact" else {})


def of_entry(kind: Kind, entry: Mapping[str, Any]) -> Values:
    """Gives the cells of what an event says of a row."""
    found = {name: entry.get(name) for name in FIELDS[kind]}
    if "support_asked" in found:
        found["support_asked"] = "yes" if entry.get("support_asked") else "no"
    return found


def entry_of(key: Key, values: Values) -> dict[str, Any]:
    """Gives the data by which an answer says what the cells of a row say."""
    entry: dict[str, Any] = {key.kind: key.about, **{name: values[name] for name in FIELDS[key.kind]}}
    entry["support_asked"] = values["support_asked"] == "yes"
    return {name: value for name, value in entry.items() if value is not None}
