"""The tick: records what the clock has to say of deadlines, each thing once, in the order of its days.

Any number of ticks may run at once, in any number of processes: the key of an occurrence is the id of the command by
which it is recorded, and the log takes a command once. The tick decides nothing, and records nothing early: its clock
is trusted once, and from then on carried by the seconds that the machine counts.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from cli.deadline.agenda import Agenda, all_planned, due_now, next_day
from cli.schedule.doubts import doubt_of
from cli.schedule.life import Life, Seen
from cli.screen.shapes import instant
from engine.assess import Act
from engine.errors import Conflict, Fault, IntegrityBroken, NotAuthorised, NotFound, OhjausError, Refused
from engine.firing import Occurrence
from engine.request import Request

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.envelope import RecordedBy

__all__ = ["Fired", "all_planned", "due_now", "ensure_trusted", "next_day", "tick"]

_TRIES = 20
_OF_ONE_CASE = ("event-damaged", "declaration-unknown", "act-not-granted")
"""Failures of one case, which hold up no other: a scheduler's right may be for one procedure alone."""


@dataclass(frozen=True, slots=True)
class Fired:
    """What a tick did with an occurrence: recorded it (`applied`), or found that another clock had."""

    occurrence: Occurrence
    fired_at: datetime
    applied: bool

    def as_data(self) -> dict[str, Any]:
        """Gives the firing in the contract's shape."""
        one = self.occurrence
        return {
            "case": one.case_id,
            "deadline": one.deadline,
            "generation": one.generation,
            "due": one.due.isoformat(),
            "fact": one.fact,
            "offset_days": one.offset_days,
            "planned_on": one.planned_on.isoformat(),
            "overtaken_by": one.overtaken_by,
            "fired_at": instant(self.fired_at),
            "key": one.key,
            "applied": self.applied,
        }


def tick(
    record: Record, recorded_by: RecordedBy | Callable[[], RecordedBy], life: Life | None = None
) -> Generator[Fired]:
    """Records everything that has come, yields each thing when it stands in the log, and leaves a sign of life.

    A case that cannot be worked with, because its record is damaged for instance, holds up no other: its error is
    raised when everything else is recorded. Whoever stops reading stops the tick after what was yielded.

    Who records may be asked when there is something to record.

    Raises:
        Fault: `clock-doubtful`, the clock cannot be right, and nothing was recorded; or the log is busy or broken.
    """
    life = life or Life.of_a_tick()
    doubt = doubt_of(record)
    if doubt is not None:
        life.beat(record, doubt)
        raise doubt.fault(record)
    failures: list[Exception] = []
    asked = recorded_by if callable(recorded_by) else lambda: recorded_by
    for one in _fire_all(record, cache(asked), life, failures):
        life.fired += one.applied
        yield one
    life.beat(record, None)
    if failures:
        raise failures[0]


def ensure_trusted(record: Record) -> None:
    """Makes sure that the clock can be right.

    Raises:
        Fault: `clock-doubtful`.
    """
    doubt = doubt_of(record)
    if doubt is not None:
        raise doubt.fault(record)


def _fire_all(
    record: Record, recorded_by: Callable[[], RecordedBy], life: Life, failures: list[Exception]
) -> Iterator[Fired]:
    agenda, given_up = Agenda(record), set[str]()
    for _ in range(_TRIES):
        # Read before the agenda is: what others record from now on is looked at the next time.
        seen = Seen(record.log.head().hash, record.wiring.clock.today())
        if life.seen == seen:
            return
        moved_on = False
        for occurrence in agenda.come(seen.today):
            if occurrence.case_id in given_up:
                continue
            if agenda.is_recorded(occurrence.key):
                # Another clock came first since; there is nothing left to work out.
                moved_on = True
                continue
            # Outside of what is wrong with one case: without somebody who records, nothing is recorded in any.
            recorder = recorded_by()
            try:
                one = _fire(record, occurrence, recorder)
            except Exception as error:
                # Whatever is wrong with one case holds up no other.
                if not _of_one_case(error):
                    raise
                failures.append(error)
                given_up.add(occurrence.case_id)
                continue
            if one is not None:
                moved_on = True
                yield one
        # What was recorded can make more come: a time that has passed has reminders after it.
        if not moved_on:
            failures.extend(agenda.unknown.values())
            life.look_ahead(agenda.next_day, seen, all_done=not failures)
            return


def _of_one_case(error: Exception) -> bool:
    if isinstance(error, OhjausError):
        return isinstance(error, Fault | IntegrityBroken | NotAuthorised) and error.code in _OF_ONE_CASE
    return True


def _fire(record: Record, occurrence: Occurrence, recorded_by: RecordedBy) -> Fired | None:
    """Records one occurrence; None when what it speaks of has changed since it was planned, or goes on changing."""
    clock = record.wiring.clock
    act = Act(fact=occurrence.fact, on=occurrence.planned_on, data=occurrence.data)
    request = Request(command_id=occurrence.key, recorded_by=recorded_by)
    try:
        recorded = record.registrar.advance(occurrence.case_id, act, request)
    except (Refused, NotFound):
        # The deadline was met, moved or suspended meanwhile: there is nothing left to say.
        return None
    except Conflict as error:
        if error.code == "version-conflict":
            # The case goes on changing; what is still to be said of it is planned anew at the next look.
            return None
        # Another clock recorded the same occurrence, but as overtaken, or not as overtaken.
        return Fired(occurrence, clock.now(), applied=False)
    return Fired(occurrence, clock.now(), applied=not recorded.replayed)
