"""Which events go out: those of some cases, of one subject or one procedure, as known then; else all of them."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from engine.envelope import Envelope, Opening
from engine.errors import IntegrityBroken
from engine.ports import EventLog
from engine.request import NOW, AsOf


class Chosen(NamedTuple):
    """An event with what its case was opened as."""

    event: Envelope
    opening: Opening


def _as_they_are(events: Iterable[Envelope]) -> Iterable[Envelope]:
    return events


@dataclass(kw_only=True)
class Selection:
    """A choice of events up to and including the position `until`; a filter that is None lets everything through.

    It is read as often as a format needs, a batch at a time; per case only what it was opened as is kept. `watched`
    may look at the events of a pass over the log, to show progress.
    """

    log: EventLog
    log_id: str
    until: int
    as_of: AsOf = NOW
    case_ids: tuple[str, ...] | None = None
    subject: str | None = None
    procedure: str | None = None
    watched: Callable[[Iterable[Envelope]], Iterable[Envelope]] = _as_they_are
    _passed: dict[str, int] = field(default_factory=dict, init=False)

    @property
    def is_everything(self) -> bool:
        """True when nothing is left out but what came later."""
        return self.as_of.in_force_on is None and (self.case_ids, self.subject, self.procedure) == (None, None, None)

    @property
    def event_count(self) -> int:
        """How many events the newest pass gave."""
        return sum(self._passed.values())

    @property
    def case_count(self) -> int:
        """Of how many cases they were."""
        return len(self._passed)

    def events(self) -> Iterator[Chosen]:
        """Gives the events in the order of the log."""
        self._passed = {}
        openings: dict[str, Opening | None] = {}
        for event in self.watched(self._read()):
            if event.position > self.until:
                return
            if event.opening is not None:
                openings[event.stream] = event.opening if self._admits(event, event.opening) else None
            opening = self._opening(openings, event)
            if opening is not None and self.as_of.admits(event):
                self._passed[event.stream] = self._passed.get(event.stream, 0) + 1
                yield Chosen(event, opening)

    def traces(self) -> Iterator[tuple[Chosen, ...]]:
        """Gives the events case by case, in the order in which the cases first come up."""
        for _ in self.events():
            pass
        yield from self.traces_again()

    def traces_again(self) -> Iterator[tuple[Chosen, ...]]:
        """Gives the cases of the newest pass, without another one."""
        for case_id in self._passed:
            events = self.log.stream(case_id)
            opening = events[0].opening
            if opening is not None:
                admitted = (one for one in events if one.position <= self.until and self.as_of.admits(one))
                yield tuple(Chosen(event, opening) for event in admitted)

    def has(self, case_id: str) -> bool:
        """Tells whether the newest pass gave something of a case."""
        return case_id in self._passed

    def _read(self) -> Iterable[Envelope]:
        if self.case_ids is None:
            return self.log.read()
        return heapq.merge(*(self.log.stream(one) for one in self.case_ids), key=attrgetter("position"))

    def _admits(self, event: Envelope, opening: Opening) -> bool:
        return (
            (self.case_ids is None or event.stream in self.case_ids)
            and self.subject in (None, opening.subject)
            and self.procedure in (None, opening.procedure)
        )

    @staticmethod
    def _opening(openings: dict[str, Opening | None], event: Envelope) -> Opening | None:
        if event.stream not in openings:
            raise IntegrityBroken(
                "history-headless",
                f"The history of {event.stream} does not begin with its opening.",
                try_next="ohjaus audit verify",
                details={"case": event.stream},
            )
        return openings[event.stream]
