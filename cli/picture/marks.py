"""What a mark is: a state, where it comes from, by which rule, and everything that it rests on.

Names are `Label`s, sentences are `Said` (a text's key with its values): one picture is printed in every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from engine.law import Label


class Status(StrEnum):
    """How a thing on the picture stands: a word, a shape and a colour, never a colour alone."""

    ON_SCHEDULE = "on_schedule"
    AT_RISK = "at_risk"
    LATE = "late"
    NO_INFORMATION = "no_information"
    NOT_APPLICABLE = "not_applicable"


STATUSES = tuple(Status)
SHAPES: Mapping[Status, str] = {
    Status.ON_SCHEDULE: "●",
    Status.AT_RISK: "▲",
    Status.LATE: "■",
    Status.NO_INFORMATION: "○",
    Status.NOT_APPLICABLE: "–",
}
FLAG = "⚑"
_SEVERITY = (Status.NOT_APPLICABLE, Status.ON_SCHEDULE, Status.NO_INFORMATION, Status.AT_RISK, Status.LATE)

Provenance = Literal["derived", "reported", "discussed"]
"""Where a state comes from: the log itself, what a county said, or what was confirmed in the discussion."""

Change = Literal["improved", "worsened", "unchanged"]


def severity(status: Status) -> int:
    """Gives how much a state asks for attention; silence asks for more than being on schedule."""
    return _SEVERITY.index(status)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in no language yet: the key of its text, and its values (labels, days, numbers, other sentences)."""

    key: str
    values: tuple[tuple[str, object], ...] = ()
    count: int | None = None


def said(key: str, count: int | None = None, **values: object) -> Said:
    """Gives a sentence by the key of its text; with a `count` it has a form for one and another for more."""
    return Said(key, tuple(values.items()), count)


Text = Said | Label | str
"""A text of the picture: a sentence of ours, a name, or the words of a person as they were recorded."""


def named(text: str) -> Label:
    """Gives a label for what has no name in any language but its id."""
    return Label(text, text, text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a mark rests on: events of a case by their positions in the log, and the documents they refer to."""

    case_id: str
    positions: tuple[int, ...]
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A state with all that explains it; `rule` carries its version, `since` is the day from which it is known so.

    `parts` are the marks that a mark put together from others follows from.
    """

    status: Status
    provenance: Provenance
    rule: str
    reason: Text
    evidence: tuple[Evidence, ...] = ()
    since: date | None = None
    age_days: int | None = None
    parts: tuple[Mark, ...] = ()


def worst(marks: tuple[Mark, ...]) -> Mark:
    """Gives the mark that asks for most attention, the first of several."""
    return max(marks, key=lambda mark: severity(mark.status))
