"""How a deadline rule counts: six ways to come from a fact to a due date, as frozen values.

Which number applies is never written here: a rule names a statutory parameter (`engine.parameters`), and the number,
its unit, its dates and its section live in the procedure's `parameters.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DeadlineKind(StrEnum):
    """Where a time limit comes from, which decides how it behaves (law, steering.md section 4)."""

    FIXED = "fixed_statutory"
    PERIOD = "period_from_event"
    WITHOUT_DELAY = "without_delay"
    POLITICAL = "political"
    AGREED = "agreed"
    RECURRING = "recurring"


@dataclass(frozen=True, slots=True)
class Period:
    """A period counted from a day by Act 150/1930; the parameter holds amount and unit.

    `after` names the payload field that holds the start day; without it the fact's legal day starts the clock.
    """

    parameter: str
    after: str | None = None
    backward: bool = False


@dataclass(frozen=True, slots=True)
class SetDay:
    """A day that the statute sets, such as 30 June of the year after; the parameter holds it as `MM-DD`.

    `year_after` names the payload field (a year, or a date whose year counts) and `years_later` is added to it.
    """

    parameter: str
    year_after: str | None = None
    years_later: int = 0


@dataclass(frozen=True, slots=True)
class NextOf:
    """The first of several yearly days after the start day; the parameter holds them as a list of `MM-DD`."""

    parameter: str
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """The day that the recorded document itself states, in payload field `field`; nothing is counted or shifted.

    When the field is empty no deadline is set.
    """

    field: str


@dataclass(frozen=True, slots=True)
class AgreedDay:
    """The day that payload field `field` states or, when that is a day off, the next working day: agreed, not law.

    When the field is empty no deadline is set.
    """

    field: str


Counting = Period | SetDay | NextOf | Stated | AgreedDay
