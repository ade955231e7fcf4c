"""A case is the fold of its facts.

`evolve` takes a case and its next event and gives the case after it. It never refuses and computes no law: what is
recorded happened. State comes from the compiled table, everything else is data that the event carries whole.
`fold` does the same for a whole history at once and gives an equal case (a property test holds them together).

A correction rewrites nothing: `events` keeps what was recorded, `facts` and `readings` hold how it reads since then
(ADR 0017).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any

import msgspec

from engine.correction_reading import ANNULLED, CORRECTING, read_as, root_version, superseded_version
from engine.envelope import Deadline, DocumentRef, Envelope, Link, Opening, Standing, Task
from engine.errors import Fault
from engine.table import Table

OPEN = "open"
LAW_CHANGED_TYPE = "case.law_changed"
"""The event by which an open case comes under another version of its procedure's law."""
NUMBERED_TYPE = "case.diary_number_assigned"
"""The event by which a case gets its number in the authority's case register."""


class Case(msgspec.Struct, frozen=True):
    """A case as it stands after `version` events of its stream.

    `deadlines` and `tasks` are keyed by name and generation, `standings` by name; each holds the newest recorded value.
    `facts` holds the events by type as they read now: corrected, annulled ones left out, their data lifted to the shape
    that is declared now. `superseded` gives, by the version of an event, that of the correction which took its place;
    `corrected`, by the version of an act, how it reads now (None: it was annulled). `moved_by` is the version of the
    event by which the case came to its state.
    """

    case_id: str
    declaration: str
    opening: Opening
    opened_on: date
    state: str
    version: int
    moved_on: date
    events: tuple[Envelope, ...]
    diary_number: str | None = None
    closed_on: date | None = None
    facts: dict[str, tuple[Envelope, ...]] = msgspec.field(default_factory=dict)
    deadlines: dict[tuple[str, int], Deadline] = msgspec.field(default_factory=dict)
    tasks: dict[tuple[str, int], Task] = msgspec.field(default_factory=dict)
    standings: dict[str, Standing] = msgspec.field(default_factory=dict)
    superseded: dict[int, int] = msgspec.field(default_factory=dict)
    corrected: dict[int, Envelope | None] = msgspec.field(default_factory=dict)
    moved_by: int = 0

    @property
    def subject(self) -> str:
        """The code of the county, area or state that the case is about."""
        return self.opening.subject

    @property
    def law_on(self) -> date:
        """The day whose law and numbers apply to the case: its opening, or its newest move to another law."""
        moved = self.facts.get(LAW_CHANGED_TYPE)
        return moved[-1].effective_on if moved else self.opened_on

    @property
    def readings(self) -> tuple[Envelope, ...]:
        """Every event as it reads now: a corrected act in its corrected form, an annulled one left out; in order."""
        if not self.corrected:
            return self.events
        read = (self.corrected.get(event.version, event) for event in self.events)
        return tuple(event for event in read if event is not None)

    @property
    def documents(self) -> tuple[DocumentRef, ...]:
        """Every document that any event of the case refers to, in order."""
        return tuple(document for event in self.events for document in event.documents)

    @property
    def links(self) -> tuple[Link, ...]:
        """Links to other cases, in order."""
        return tuple(link for event in self.events for link in event.links)

    @property
    def open_deadlines(self) -> tuple[Deadline, ...]:
        """Deadlines that still run, the earliest due first."""
        running = (deadline for deadline in self.deadlines.values() if deadline.status in (OPEN, "passed", "suspended"))
        return tuple(sorted(running, key=lambda deadline: (deadline.due, deadline.name, deadline.generation)))

    @property
    def open_tasks(self) -> tuple[Task, ...]:
        """Tasks that wait to be done, the oldest first."""
        return tuple([task for task in self.tasks.values() if task.status == OPEN])

    @property
    def active_standings(self) -> tuple[Standing, ...]:
        """Legal statuses that are on."""
        return tuple([standing for standing in self.standings.values() if standing.until is None])

    def every(self, fact_id: str) -> tuple[Envelope, ...]:
        """Gives all recorded events of a fact of this procedure, in order."""
        return self.facts.get(f"{self.opening.procedure}.{fact_id}", ())

    def last(self, fact_id: str) -> Envelope | None:
        """Gives the newest recorded event of a fact, or None when it has not happened."""
        found = self.every(fact_id)
        return found[-1] if found else None

    def has(self, fact_id: str) -> bool:
        """True when the fact has happened at least once."""
        return bool(self.every(fact_id))


class _Folding:
    """The one place that applies events; mutable, so that a long history folds without copying at each step.

    What came before is taken over as it is: one more event copies only the list of its own type.
    """

    __slots__ = (
        "before",
        "closed_on",
        "corrected",
        "deadlines",
        "declaration",
        "diary_number",
        "events",
        "facts",
        "moved_by",
        "moved_on",
        "opening",
        "standings",
        "state",
        "superseded",
        "table",
        "tasks",
        "touched",
    )

    def __init__(self, table: Table, case: Case | None) -> None:
        self.table = table
        self.declaration = case.declaration if case else table.declaration_id
        self.events: list[Envelope] = []
        self.touched: dict[str, list[Envelope]] = {}
        if case is None:
            self.start()
            return
        self.state = case.state
        self.moved_on = case.moved_on
        self.opening: Opening | None = case.opening
        self.diary_number = case.diary_number
        self.closed_on = case.closed_on
        self.before = case.events
        self.facts = case.facts
        self.deadlines = case.deadlines.copy()
        self.tasks = case.tasks.copy()
        self.standings = case.standings.copy()
        self.superseded = case.superseded
        self.corrected = case.corrected
        self.moved_by = case.moved_by

    def start(self) -> None:
        """Begins with nothing: no event has opened the case yet."""
        self.state, self.moved_on, self.moved_by = "", date.min, 0
        self.opening = self.diary_number = self.closed_on = None
        self.before = ()
        self.facts, self.deadlines, self.tasks, self.standings = {}, {}, {}, {}
        self.superseded, self.corrected = {}, {}

    def apply(self, event: Envelope) -> None:
        if event.declaration != self.table.declaration_id:
            # Each event is read by the law it was recorded under: a case can have come under a later one on its way.
            self.table = self.table.version(event.declaration)
        if event.type == LAW_CHANGED_TYPE:
            # Nothing else brings a case under it: as of an earlier day, what was recorded later may speak of that day.
            self.declaration = event.declaration
        if event.opening is not None and self.opening is None:
            self.declaration = event.declaration
            self.opening = event.opening
            self.diary_number = event.opening.diary_number
        self.move(event)
        self.events.append(event)
        known = self.touched.get(event.type) or self.known(event.type)
        known.append(self.lifted(event) if self.table.upcaster.current else event)
        for deadline in event.deadlines:
            self.deadlines[deadline.name, deadline.generation] = deadline
        for task in event.tasks:
            self.tasks[task.name, task.generation] = task
        for standing in event.standings:
            self.standings[standing.name] = standing
        if event.type == NUMBERED_TYPE:
            self.diary_number = str(event.data["diary_number"])
        if event.type in CORRECTING:
            self.correct(event)

    def known(self, event_type: str) -> list[Envelope]:
        """Gives the list of the facts of a type, ready to be changed."""
        found = self.touched.get(event_type)
        if found is None:
            found = self.touched[event_type] = [*self.facts.get(event_type, ())]
        return found

    def lifted(self, event: Envelope) -> Envelope:
        if event.schema == self.table.upcaster.current.get(event.type, event.schema):
            return event
        # Guards read the shape that is declared now; `events` keeps what was recorded.
        return msgspec.structs.replace(event, data=payload_of(self.table, event))

    def correct(self, correction: Envelope) -> None:
        """Reads an act from now on as its correction says; of a past day, the act itself may not be known."""
        superseded, version = superseded_version(correction), root_version(correction)
        original = next((one for one in (*self.before, *self.events) if one.version == version), None)
        if superseded is None or original is None or original is correction:
            return
        self.superseded = {**self.superseded, superseded: correction.version}
        reading = read_as(correction, original)
        self.corrected = {**self.corrected, version: reading}
        found = self.known(original.type)
        kept = [one for one in found if one.version != version]
        if reading is not None:
            kept.append(self.lifted(reading))
            kept.sort(key=attrgetter("version"))
            if version == self.moved_by:
                self.moved_on = reading.effective_on
                self.closed_on = reading.effective_on if self.closed_on else None
        found[:] = kept
        if original.type == NUMBERED_TYPE and self.opening is not None:
            self.diary_number = str(kept[-1].data["diary_number"]) if kept else self.opening.diary_number

    def move(self, event: Envelope) -> None:
        target = self.table.targets.get((self.state, event.type))
        target = self.said(event) if target is None else target
        if target != self.state:
            self.state = target
            self.moved_by = event.version
            self.moved_on = event.effective_on
            self.closed_on = event.effective_on if target in self.table.final_states else None

    def said(self, event: Envelope) -> str:
        """Gives where a case stands after an event of which the declaration does not say it."""
        if event.type == LAW_CHANGED_TYPE:
            return self.table.state_under(event.data.get("rule"), self.state)
        if event.type == ANNULLED:
            return self.back(event)
        # A declaration that no longer knows the move does not unmake it: the event says where the case went. What moves
        # nothing says no more than where the case stood when it was recorded, which as of an earlier legal day may be
        # further than where it stood then.
        return self.state if self.state and event.type in self.table.unmoving else event.state

    def back(self, annulment: Envelope) -> str:
        """Gives where an annulment leaves the case: before the annulled act, moved on by what keeps its footing.

        Of a past day not all of that is known yet; then the case has come no further than the last move that is.
        """
        known = {one.version for one in (*self.before, *self.events)}
        state = str(annulment.data.get("back_to", annulment.state))
        for step in annulment.data.get("path", ()):
            state = step["state"] if step["version"] in known else state
        return state

    def freeze(self) -> Case:
        if self.opening is None:
            raise Fault("history-headless", "This stream does not begin with the opening of a case.")
        events = (*self.before, *self.events)
        first = self.corrected.get(events[0].version) or events[0]
        facts = self.facts.copy()
        for name, found in self.touched.items():
            facts[name] = tuple(found)
        return Case(
            case_id=first.stream,
            declaration=self.declaration,
            opening=self.opening,
            opened_on=first.effective_on,
            state=self.state,
            version=events[-1].version,
            moved_on=self.moved_on,
            events=events,
            diary_number=self.diary_number,
            closed_on=self.closed_on,
            facts={name: found for name, found in facts.items() if found} if self.corrected else facts,
            deadlines=self.deadlines,
            tasks=self.tasks,
            standings=self.standings,
            superseded=self.superseded,
            corrected=self.corrected,
            moved_by=self.moved_by,
        )


def evolve(table: Table, case: Case | None, event: Envelope) -> Case:
    """Gives the case after `event`; the case given stays as it is.

    Raises:
        Fault: `history-headless`, nothing has opened the case; `schema-unknown`, newer software wrote the event.
    """
    folding = _Folding(table, case)
    folding.apply(event)
    return folding.freeze()


def fold(table: Table, events: Iterable[Envelope], *, onto: Case | None = None) -> Case | None:
    """Gives the case after all `events` of one stream in their order, `onto` being the case before the first of them.

    Without any events it gives `onto` itself.

    Raises:
        Fault: as `evolve` does.
    """
    folding = _Folding(table, onto)
    for event in events:
        folding.apply(event)
    return folding.freeze() if folding.events else onto


def unfold(table: Table, events: Iterable[Envelope]) -> Iterator[tuple[Case | None, Envelope, Case]]:
    """Gives, for each event, the case before it, the event and the case after it: a history to walk through."""
    case: Case | None = None
    for event in events:
        after = evolve(table, case, event)
        yield case, event, after
        case = after


def payload_of(table: Table, event: Envelope) -> dict[str, Any]:
    """Gives an event's data in the shape that its fact has now."""
    upcaster = table.upcaster
    if event.schema == 1 and not upcaster.current:
        return event.data
    return upcaster.lift(event.type, event.schema, event.data)
