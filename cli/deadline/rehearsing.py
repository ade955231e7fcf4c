"""A tick tried on a copy: what it would record now, or day by day until a last day as a scheduler that never stops."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from cli.deadline.agenda import next_day
from cli.deadline.ticking import Fired, tick
from cli.frame.clocks import InjectedClock, helsinki
from cli.upkeep.rehearsal import copy_of
from cli.wiring import Wiring
from engine.errors import NotAuthorised, Refused

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record

_TO_LOOK_ONLY = ("act-not-granted", "database-rights")
"""Codes of who may read what will come and record nothing of it: by their rights, or by those of their login."""
_AT = time(6)
"""When the rehearsed clock wakes each day."""


@contextmanager
def rehearsed(run: Invocation, record: Record, until: date | None) -> Iterator[tuple[Record, Iterator[Fired]]]:
    """Yields a copy of the record, and each thing that ticks on it record; the copy is gone when the block ends.

    Raises:
        NotAuthorised: no right covers what the clock records, so neither does one cover trying it.
        Refused: `database-rights`, a login that only reads the log records nothing in a copy of it either.
    """
    clock = InjectedClock(record.wiring.clock.now())
    with copy_of(record.opened, run.wiring.clock) as path:
        settings = type(run.settings)({**run.options, "db": str(path)}, {}, path.parent)
        # Who asks is whoever asks here: by the reference that the log knows, and so with the rights that it gives them.
        wiring = Wiring(settings, who=lambda: run.reader, who_was=lambda: run.asker)
        # Handed over past --now, which a log marked as production refuses: this is its copy, and nothing of it stays.
        wiring.clock = clock
        # The copy has no key store beside it; whom its references stand for is told where the log stands.
        wiring.persons = record.wiring.persons
        try:
            with wiring.open(write=True) as copied:
                yield copied, _fired(run, copied, clock, until)
        except (NotAuthorised, Refused) as error:
            if error.code in _TO_LOOK_ONLY:
                # What will come is told to whoever may read the log.
                day = (until or clock.today()).isoformat()
                error.try_next = run.command("deadline", "preview", "--until", day)
            raise


def _fired(run: Invocation, copied: Record, clock: InjectedClock, until: date | None) -> Iterator[Fired]:
    yield from tick(copied, run.recorded_by)
    while until is not None:
        day = next_day(copied, clock.today())
        if day is None or day > until:
            return
        clock.at = datetime.combine(day, _AT, tzinfo=helsinki())
        yield from tick(copied, run.recorded_by)
