"""What the judge keeps of the cases: a few of them whole, and of others the little that another case may ask for.

A history of a million events has tens of thousands of cases, and almost all of them are over. Whole ones are kept while
they are being told, up to a number of events; one that goes on later is folded again from its stream, as it stood. Of
the others a line is kept as long as they are open, and of ended ones only where the declarations ask for those: where a
subject has one case of a kind, or an act is linked with cases that are over.
Without a log to read again from, every case is kept whole.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from typing import Protocol, TypeVar

from engine.assess import Act
from engine.case import Case, evolve, fold
from engine.declaration import Reach
from engine.declarations import Declarations
from engine.effects import Effect
from engine.envelope import Envelope
from engine.errors import IntegrityBroken, NotFound
from engine.ports import CaseSummary

_T = TypeVar("_T")

WHOLE_EVENTS = 3_000
"""How many events the whole cases may have together: some 12 MB."""


class Recall(Protocol):
    """Reads again what has passed: the same events, of the same moment."""

    def stream(self, stream: str) -> Iterable[Envelope]:
        """Gives the events of a stream in order, later ones than have passed perhaps among them."""
        ...

    def event(self, event_id: str) -> Envelope | None:
        """Gives an event by its id, or None when there is none."""
        ...


@dataclass(slots=True, eq=False)
class _Known:
    """What is kept of a case; `opened_at` is the position of its opening, and `opened_by` the command."""

    opened_at: int
    case_id: str
    procedure: str
    subject: str
    opened_by: str
    declaration: str = ""
    state: str = ""
    version: int = 0
    opened_on: date = date.min
    closed_on: date | None = None
    stated: tuple[str, ...] = ()
    """What its opening states, as it reads now, in the fields of which a subject has one case at most."""

    def summary(self) -> CaseSummary:
        return CaseSummary(
            case_id=self.case_id,
            procedure=self.procedure,
            declaration=self.declaration,
            subject=self.subject,
            state=self.state,
            version=self.version,
            opened_on=self.opened_on,
            closed_on=self.closed_on,
        )


_Place = tuple[str, str]
"""A procedure, and a subject of its cases."""


class JudgedCases:
    """The cases of a history, as they stand after the newest event that was judged."""

    def __init__(self, declarations: Declarations, *, recall: Recall | None, whole_events: int = WHOLE_EVENTS) -> None:
        """Takes the rules, where to read again, and how many events may be kept if there is such a place."""
        self._declarations = declarations
        self._recall = recall
        self._room = whole_events
        self._whole: OrderedDict[str, Case] = OrderedDict()
        self._lines: dict[str, _Known] = {}
        """The lines of the whole cases."""
        self._events = 0
        self._known: dict[_Place, dict[str, _Known]] = {}
        self._open: dict[_Place, dict[str, _Known]] = {}
        self._passed_over: dict[str, set[int]] = {}
        self._fields: dict[str, tuple[str, ...]] = {}
        self._once: dict[object, object] = {}

    @property
    def whole_events(self) -> int:
        """How many events are kept, in the whole cases together."""
        return self._events

    @property
    def known(self) -> int:
        """How many cases are known, whole or by a line."""
        places = (*self._known.values(), *self._open.values())
        return len({case_id for place in places for case_id in place} | self._whole.keys())

    def before(self, event: Envelope) -> Case | None:
        """Gives the case of an event as it stands before it, or None when no earlier event has opened it.

        Raises:
            IntegrityBroken: `stream-differs`, its events cannot be read again as they passed.
        """
        found = self._whole.get(event.stream)
        if found is not None or self._recall is None or event.version == 1:
            return found
        return self._folded_again(self._recall, event.stream, event.version - 1)

    def subject_of(self, event: Envelope) -> str:
        """Gives the subject of the case of an event that was judged."""
        case = self._whole.get(event.stream)
        if case is None and self._recall is not None:
            case = self._folded_again(self._recall, event.stream, event.version)
        return case.subject if case else ""

    def rivals(self, procedure: str, subject: str) -> tuple[str, ...]:
        """Gives the open cases of a procedure about a subject, by their ids."""
        return tuple(sorted(self._open.get((procedure, subject), ())))

    def stating(self, procedure: str, subject: str, field: str, act: Act) -> Iterator[str]:
        """Yields the cases about a subject whose opening states in `field` what `act` does, void ones left out."""
        wanted = act.data.get(field)
        if wanted is None:
            return
        place = self._fields_of(procedure).index(field)
        for one in self._in_order([(procedure, subject)], self._known):
            if one.stated[place] == str(wanted) and one.state not in self._declarations.pinned(one.declaration).void:
                yield one.case_id

    def reached(self, effect: Effect, event: Envelope, subject: str) -> Iterator[CaseSummary]:
        """Yields the cases that may be meant by an effect of `event`: those that its own command opened are not."""
        kept = self._open if effect.open_only else self._known
        places: Iterable[_Place] = [(effect.procedure, subject)]
        if effect.reach is Reach.ALL:
            places = [place for place in kept if place[0] == effect.procedure]
        return (one.summary() for one in self._in_order(places, kept) if one.opened_by != event.command_id)

    def take(self, case: Case) -> None:
        """Takes a case as it stands after its newest event."""
        line = self._lines.get(case.case_id)
        if line is None or case.closed_on is not None or line.closed_on is not None:
            # A case that was open and is so still has its line where it belongs.
            line = self._placed(case)
        if line is not None:
            self._note(line, case)
        self._keep(case, line)

    def _placed(self, case: Case) -> _Known | None:
        """Gives the line that is kept of a case, put where it belongs; None of one that nobody will ask for."""
        place = (case.opening.procedure, case.opening.subject)
        if case.closed_on is not None:
            _forget(self._open, place, case.case_id)
        lasting = bool(self._fields_of(place[0])) or place[0] in self._linked_when_over
        return self._line(case, place, lasting=lasting) if lasting or case.closed_on is None else None

    def _note(self, line: _Known, case: Case) -> None:
        """Brings a line to where its case stands; most of it stays as it is, and is not looked up again."""
        if case.corrected or not line.version:
            stated = self._fields_of(case.opening.procedure)
            line.stated = tuple(self._shared(str(case.readings[0].data.get(field))) for field in stated)
        line.version = case.version
        if line.state != case.state or line.declaration != case.declaration:
            line.declaration, line.state = self._shared(case.declaration), self._shared(case.state)
        if line.opened_on != case.opened_on:
            line.opened_on = self._shared(case.opened_on)
        if line.closed_on != case.closed_on:
            line.closed_on = None if case.closed_on is None else self._shared(case.closed_on)

    def pass_over(self, event: Envelope) -> None:
        """Notes that an event could not be judged and changed no case."""
        self._passed_over.setdefault(event.stream, set()).add(event.version)

    def changed_nothing(self, event: Envelope) -> bool:
        """Tells whether an event was passed over."""
        return event.version in self._passed_over.get(event.stream, ())

    def _line(self, case: Case, place: _Place, *, lasting: bool) -> _Known:
        """Gives the line that is kept of a case, where it belongs."""
        case_id = case.case_id
        found = self._known.get(place, {}).get(case_id) or self._open.get(place, {}).get(case_id)
        if found is None:
            opening = case.events[0]
            names = (self._shared(place[0]), self._shared(place[1]))
            found = _Known(opening.position, case_id, *names, opened_by=opening.command_id)
        if lasting:
            self._known.setdefault(place, {})[case_id] = found
        if case.closed_on is None:
            self._open.setdefault(place, {})[case_id] = found
        return found

    def _in_order(self, places: Iterable[_Place], kept: Mapping[_Place, Mapping[str, _Known]]) -> list[_Known]:
        """Gives what is kept at the places, in the order in which the cases were opened."""
        found = [one for place in places for one in kept.get(place, {}).values()]
        return sorted(found, key=attrgetter("opened_at"))

    def _keep(self, case: Case, line: _Known | None) -> None:
        case_id = case.case_id
        before = self._whole.get(case_id)
        self._events += len(case.events) - (len(before.events) if before else 0)
        self._whole[case_id] = case
        if line is not None:
            self._lines[case_id] = line
        else:
            self._lines.pop(case_id, None)
        if self._recall is None:
            return
        # What is over is hardly ever asked for again: it goes first.
        self._whole.move_to_end(case_id, last=case.closed_on is None)
        while self._events > self._room and len(self._whole) > 1:
            case_id, dropped = self._whole.popitem(last=False)
            self._lines.pop(case_id, None)
            self._events -= len(dropped.events)

    def _folded_again(self, recall: Recall, stream: str, version: int) -> Case | None:
        """Gives a case as it stood after an event of its stream."""
        passed_over = self._passed_over.get(stream, ())
        passed = takewhile(lambda event: event.version <= version, recall.stream(stream))
        events = [event for event in passed if event.version not in passed_over]
        wanted = [number for number in range(1, version + 1) if number not in passed_over]
        if [event.version for event in events] != wanted or any(event.stream != stream for event in events):
            raise IntegrityBroken(
                "stream-differs",
                f"The events of {stream} are not found again as they passed: an index of the log is damaged.",
                try_next="ohjaus doctor",
                details={"case": stream},
            )
        return self._fold(events)

    def _fold(self, events: list[Envelope]) -> Case | None:
        if len({event.declaration.partition("@")[0] for event in events}) == 1:
            return fold(self._declarations.pinned(events[0].declaration), events)
        # Only a forged stream is told by several procedures; each event is read by its own.
        case: Case | None = None
        for event in events:
            case = evolve(self._declarations.pinned(event.declaration), case, event)
        return case

    @cached_property
    def _linked_when_over(self) -> frozenset[str]:
        """The procedures whose ended cases an act of another case can be linked with."""
        return frozenset(effect.procedure for effect in self._declarations.effects if not effect.open_only)

    def _fields_of(self, procedure: str) -> tuple[str, ...]:
        found = self._fields.get(procedure)
        if found is None:
            try:
                named = [table.procedure.one_case_per for table in self._declarations.versions(procedure)]
            except NotFound:
                # A forged opening may name a procedure that is none.
                named = []
            found = self._fields[procedure] = tuple(dict.fromkeys(name for name in named if name is not None))
        return found

    def _shared(self, value: _T) -> _T:
        """Gives the one object of this value, where many cases have the same."""
        return self._once.setdefault(value, value)  # type: ignore[return-value]


def _forget(kept: dict[_Place, dict[str, _Known]], place: _Place, case_id: str) -> None:
    if place in kept:
        kept[place].pop(case_id, None)
        if not kept[place]:
            del kept[place]
