"""What can happen to a deadline of any case after it was set: acts of people, and what the clock records.

A person suspends, resumes, extends or cancels a time, and says on which section and why. The clock records that a day
has come: a reminder, a window that opens, a time that has passed; it decides nothing (906/2019 28 a-e §). Each of
these is an event of the case, and carries the deadline whole, with its ledger.
"""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, StringConstraints

from engine.case_register import INFORMATION_MANAGEMENT
from engine.deadline_guards import (
    AS_DECLARED,
    AWAKE,
    BASIS,
    IS_SUSPENDED,
    LONGER,
    MODE_KNOWN,
    NOT_BEFORE_IT,
    NOT_BEFORE_SUSPENSION,
    NOT_OVER,
    ONCE,
    PASSES,
    PLANNED,
    REASON_CLEAR,
    REMINDER,
    RUNS,
    WINDOW,
)
from engine.declaration import Day, Fact, Guard, Kind, Payload, Role, Suspending, Transition
from engine.law import Label, Status

RESPONSIBLE: Final = Role(
    "ministry_responsible",
    Label("asiasta vastaava ministeriö", "det ansvariga ministeriet", "the ministry responsible for the case"),
    "@ministry",
)
CLOCK: Final = Role("clock", Label("kello", "klockan", "clock"), "@ministry")

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
_OF_THE_CLOCK: Final = (INFORMATION_MANAGEMENT("26 §", Status.PRACTICE),)


class Named(Payload):
    """Which deadline of the case is meant; without a generation, the newest that runs."""

    deadline: str = Field(min_length=1, max_length=100, description="the deadline's name, as case show lists it")
    generation: int | None = Field(default=None, ge=1, description="which of them; the newest that runs if left out")


class Suspended(Named):
    """The time stands still, begins anew when resumed, or runs on: as the law says, or as stated where it is silent."""

    mode: Suspending | None = Field(default=None, description="freeze, restart or run_on; as declared if left out")
    section: _Text = Field(description="the section on which the suspension rests")
    why: _Text = Field(description="why, as stated")


class Resumed(Named):
    """What stood in the way is over; `why` names the suspension that ends, where several run."""

    why: _Text = Field(description="what has ended, as stated")


class Extended(Named):
    """The time is longer, until a stated day; of a time that stands still, the day as if it ran."""

    due: Day = Field(description="the new last day")
    section: _Text = Field(description="the section on which the extension rests")
    why: _Text = Field(description="why, as stated, and who asked for it")


class Cancelled(Named):
    """The time no longer runs."""

    section: _Text = Field(description="the section on which that rests")
    why: _Text = Field(description="why, as stated")


class Moved(Named):
    """The time was reckoned again, because the calendar has changed."""

    calendar: str = Field(description="the version of the calendar")
    due: Day = Field(description="the last day by that calendar")


class Occurred(Named):
    """A day came that the clock records; `key` is unique for it, `due` the deadline's last day."""

    due: Day = Field(description="the deadline's last day")
    planned_on: Day = Field(description="the day on which this was to be recorded")
    key: str = Field(description="the occurrence, once for ever")


class Reminded(Occurred):
    """So many days before (negative) or after the last day."""

    offset_days: int = Field(description="days from the last day")


class Skipped(Reminded):
    """A reminder that something later overtook while no clock ran."""

    overtaken_by: str = Field(description="the occurrence that came instead")


SUSPENDED: Final = Fact(
    "deadline_suspended", Label("määräaika keskeytetty", "tidsfrist avbruten", "deadline suspended"), Suspended
)
RESUMED: Final = Fact(
    "deadline_resumed", Label("määräaika jatkuu", "tidsfrist löper igen", "deadline resumed"), Resumed
)
EXTENDED: Final = Fact(
    "deadline_extended", Label("määräaikaa pidennetty", "tidsfrist förlängd", "deadline extended"), Extended
)
CANCELLED: Final = Fact(
    "deadline_cancelled", Label("määräaika rauennut", "tidsfrist förfallen", "deadline cancelled"), Cancelled
)
MOVED: Final = Fact(
    "deadline_moved",
    Label("määräaika laskettu uudelleen", "tidsfrist räknad på nytt", "deadline reckoned again"),
    Moved,
)
PASSED: Final = Fact(
    "deadline_passed", Label("määräaika kulunut umpeen", "tidsfrist gått ut", "deadline passed"), Occurred
)
OPENED: Final = Fact("window_opened", Label("aika alkanut", "tiden har börjat", "window opened"), Occurred)
REMINDED: Final = Fact("reminder_given", Label("muistutus", "påminnelse", "reminder"), Reminded)
SKIPPED: Final = Fact(
    "reminder_skipped",
    Label("muistutus sivuutettu", "påminnelse överhoppad", "reminder skipped"),
    Skipped,
)


def _by_people(fact: Fact, *guards: Guard) -> Transition:
    return Transition(
        fact=fact,
        sources=(),
        target=None,
        by=(RESPONSIBLE,),
        kind=Kind.ACT,
        basis=BASIS,
        guards=(RUNS, NOT_BEFORE_IT, *guards),
    )


def _by_the_clock(fact: Fact, *guards: Guard) -> Transition:
    return Transition(
        fact=fact,
        sources=(),
        target=None,
        by=(CLOCK,),
        kind=Kind.CLOCK,
        basis=_OF_THE_CLOCK,
        guards=(RUNS, PLANNED, ONCE, *guards),
    )


OF_PEOPLE: Final = (
    _by_people(SUSPENDED, NOT_OVER, MODE_KNOWN, AS_DECLARED),
    _by_people(RESUMED, IS_SUSPENDED, REASON_CLEAR, NOT_BEFORE_SUSPENSION),
    _by_people(EXTENDED, LONGER),
    _by_people(CANCELLED),
    _by_people(MOVED),
)
"""What a person may do to a running deadline of any case."""

OF_THE_CLOCK: Final = (
    _by_the_clock(PASSED, PASSES),
    _by_the_clock(OPENED, WINDOW, AWAKE),
    _by_the_clock(REMINDED, REMINDER, AWAKE),
    _by_the_clock(SKIPPED, REMINDER, AWAKE),
)
"""What only the clock records."""
