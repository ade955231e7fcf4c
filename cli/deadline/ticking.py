"""The tick: records what the clock has to say of deadlines, each thing once, in the order of its days.

Any number of ticks may run at once, in any number of processes: the key of an occurrence is the id of the command by
which it is recorded, and the log takes a command once. The tick decides nothing, and records nothing early.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from cli.screen.shapes import instant
from engine.assess import Act
from engine.errors import Conflict, Fault, NotFound, Refused
from engine.firing import Occurrence, due_by, planned, planned_after_passing
from engine.request import Request

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.envelope import RecordedBy

_TRIES = 20
_MOST_DOUBT = timedelta(minutes=1)


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


def all_planned(record: Record) -> Iterator[Occurrence]:
    """Gives everything that the clock will record of the deadlines that run now, as far as it is known now."""
    declarations, queries = record.wiring.declarations, record.opened.queries
    cases = {row.case_id: row for row in queries.case_list()}
    for row in queries.deadline_list(statuses=("open", "passed")):
        case = cases[row.case_id]
        table = declarations.pinned(case.declaration)
        yield from planned(table, row.case_id, row, case.opened_on)
        yield from planned_after_passing(table, row.case_id, row, case.opened_on)


def due_now(record: Record, today: date) -> tuple[Occurrence, ...]:
    """Gives what is to be recorded today and is not yet, in the order of its days."""
    return due_by(all_planned(record), today, record.opened.queries.occurrence_keys())


def next_day(record: Record, today: date) -> date | None:
    """Gives the next day after today on which something is to be recorded; None when nothing is known."""
    return min((one.planned_on for one in all_planned(record) if one.planned_on > today), default=None)


def tick(record: Record, recorded_by: RecordedBy) -> Iterator[Fired]:
    """Records everything that has come, and yields each thing when it stands in the log.

    Raises:
        Fault: `clock-doubtful`, the clock of this machine stands behind the record.
    """
    ensure_trusted(record)
    clock = record.wiring.clock
    for _ in range(_TRIES):
        # What was recorded can make more come: a time that has passed has reminders after it.
        due = due_now(record, clock.today())
        if not due:
            return
        fired = [one for occurrence in due if (one := _fire(record, occurrence, recorded_by)) is not None]
        yield from fired
        if not fired:
            return


def _fire(record: Record, occurrence: Occurrence, recorded_by: RecordedBy) -> Fired | None:
    """Records one occurrence; None when what it speaks of has changed since it was planned."""
    clock = record.wiring.clock
    act = Act(fact=occurrence.fact, on=occurrence.planned_on, data=occurrence.data)
    request = Request(command_id=occurrence.key, recorded_by=recorded_by)
    for _ in range(_TRIES):
        try:
            recorded = record.registrar.advance(occurrence.case_id, act, request)
        except (Refused, NotFound):
            # The deadline was met, moved or suspended meanwhile: there is nothing left to say.
            return None
        except Conflict as error:
            if error.code != "version-conflict":
                # Another clock recorded the same occurrence, but as overtaken, or not as overtaken.
                return Fired(occurrence, clock.now(), applied=False)
            continue
        return Fired(occurrence, clock.now(), applied=not recorded.replayed)
    raise Fault("log-busy", f"Others kept recording in {occurrence.case_id}. Nothing was stored; try again.")


def ensure_trusted(record: Record) -> None:
    """Makes sure that the clock can be right: it does not stand behind the newest event of the record.

    Raises:
        Fault: `clock-doubtful`.
    """
    head = record.log.head()
    newest = next(iter(record.log.read(after_position=max(head.position - 1, 0), limit=1)), None)
    now = record.wiring.clock.now()
    if newest is not None and now < newest.recorded_at - _MOST_DOUBT:
        raise Fault(
            "clock-doubtful",
            f"The clock of this machine says {now:%Y-%m-%dT%H:%M:%SZ}, but the newest event was recorded at "
            f"{newest.recorded_at:%Y-%m-%dT%H:%M:%SZ}. Nothing is fired until that is settled.",
            try_next="ohjaus doctor",
            details={"now": now, "newest": newest.recorded_at},
        )
