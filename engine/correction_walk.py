"""Going through a case's recorded history again, act by act, as it reads or as it would read after a correction.

Each act is admitted again where it stands, under the law it was recorded under and with one calendar: what it lacks
now, and what follows from it now. Two such walks, one over the case as it reads and one over it as it would read, tell
what a correction changes. Numbers of deadlines and tasks stay those that were recorded, whatever is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from engine.assess import Act, Assessment, Circumstances, assess
from engine.case import LAW_CHANGED_TYPE, Case, evolve, payload_of
from engine.case_register import OF_REACTIONS
from engine.consequences import draft
from engine.correction_incidents import SETTLE_TASK
from engine.correction_reading import CORRECTING, is_correction, root_version
from engine.correction_target import RECKONED_AGAIN, SETTLED
from engine.declaration import Kind, Transition
from engine.envelope import Draft, Envelope
from engine.errors import Missing, OhjausError
from engine.law import Label
from engine.law_change import law_changed, prospect
from engine.table import Table

_PASSED_OVER = frozenset({*CORRECTING, RECKONED_AGAIN, SETTLED})
"""Corrections speak through the readings; a time reckoned by another calendar is reckoned by one calendar here."""
_NOTICES = frozenset(f"case.{fact.id}" for fact in OF_REACTIONS)
_DRAFT_FIELDS = tuple(one.name for one in msgspec.structs.fields(Draft))
_OUT_OF_PLACE = frozenset({"wrong-state", "case-closed", "already-open", "not-an-opening"})
"""What an act lacks that the declaration does not know where the case stands."""
LEADS_ELSEWHERE = Missing(
    "leads-elsewhere",
    Label(
        "toimi veisi asian toiseen tilaan kuin se vei: kumoa se ja kirjaa uusi",
        "åtgärden skulle föra ärendet till ett annat läge än den förde: upphäv den och registrera en ny",
        "the act would take the case to another state than it did: annul it and record the new one",
    ),
)

Numbers = Mapping[tuple[int, str, str], tuple[int, ...]]
"""The generations that an act first set, by its version, the name, and whose task it is (empty: a deadline)."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one act in a walk: what it lacked, and what followed from it (None: it changed nothing)."""

    missing: tuple[Missing, ...]
    drafted: Draft | None = None
    move: Transition | None = None
    state: str = ""

    @property
    def of_the_clock(self) -> bool:
        """True of what the clock recorded: where it no longer applies, nobody has anything to settle."""
        return self.move is not None and self.move.kind is Kind.CLOCK

    def lacks_beyond(self, other: Step | None) -> tuple[Missing, ...]:
        """Gives what is lacking here and was not lacking there."""
        known = {one.code for one in other.missing} if other is not None else set()
        return tuple(one for one in self.missing if one.code not in known)


@dataclass(slots=True)
class Walk:
    """A walk through a history: the case so far, and each step by the version of its act."""

    table: Table
    circumstances: Circumstances
    numbers: Numbers
    held_to: Mapping[int, Step] | None = None
    """The steps of another walk, whose way is kept: each act takes the case where it took it there."""
    strict: int | None = None
    """The version of the act that must be readable: what is wrong with it is raised."""
    case: Case | None = None
    steps: dict[int, Step] = field(default_factory=dict)
    _fresh: dict[str, int] = field(default_factory=dict)

    def through(self, readings: Iterable[Envelope], same_cases: Mapping[int, tuple[str, ...]] | None = None) -> Walk:
        """Goes through a history; `same_cases` names, by version, the cases whose opening states the same."""
        for event in readings:
            if event.type not in _PASSED_OVER:
                same = (same_cases or {}).get(event.version, ())
                beside = msgspec.structs.replace(self.circumstances, same_cases=same)
                self._take(self.table.version(event.declaration), event, beside)
        return self

    def _take(self, table: Table, event: Envelope, circumstances: Circumstances) -> None:
        if event.type in _NOTICES:
            self._apply(table, event, None, Step(()))
        elif event.type == LAW_CHANGED_TYPE:
            self._change_law(table, event, circumstances)
        else:
            self._admit(table, event, circumstances)

    def _admit(self, table: Table, event: Envelope, circumstances: Circumstances) -> None:
        before = self.held_to.get(event.version) if self.held_to is not None else None
        act = act_again(table, event)
        try:
            assessment = assess(table, self.case, act, circumstances)
            if self._falls_away(assessment, before):
                self.steps[event.version] = Step(assessment.missing, None, assessment.transition, self._state)
                return
            missing = assessment.missing
            found = draft(table, self.case, act, circumstances, assessment)
            if before is not None and before.move is not None and found.state != before.state:
                missing = (*missing, LEADS_ELSEWHERE)
                moved = msgspec.structs.replace(assessment, transition=before.move)
                found = draft(table, self.case, act, circumstances, moved)
        except OhjausError as error:
            if event.version == self.strict:
                raise
            # What cannot be judged now stands as it was taken before, or as it was recorded.
            said = Missing(error.code, Label(error.message, error.message, error.message))
            self._apply(table, event, before.drafted if before is not None else None, Step((said,)))
            return
        self._apply(table, event, self._numbered(found, event.version), Step(missing, None, assessment.transition))

    def _falls_away(self, assessment: Assessment, before: Step | None) -> bool:
        """Says whether an act changes nothing: it has no place here, or it is the clock's and speaks of another day."""
        missing = {one.code for one in assessment.missing}
        clock = bool(missing) and assessment.transition.kind is Kind.CLOCK
        if before is None:
            return clock or not _OUT_OF_PLACE.isdisjoint(missing)
        return before.drafted is None or (clock and before.drafted.state == self._state)

    def _change_law(self, table: Table, event: Envelope, circumstances: Circumstances) -> None:
        assert self.case is not None  # noqa: S101 - a case comes under another law only after it was opened
        found = prospect(self.table.version(self.case.declaration), table, self.case, event.effective_on, circumstances)
        if found.rule is None:
            self._apply(table, event, None, Step(found.stays))
            return
        calendar = circumstances.calendar.version
        moved = law_changed(table, replace(found, stays=()), event.effective_on, calendar)
        numbered = self._numbered(moved, event.version)
        self._apply(table, event, numbered, Step(found.stays))

    def _apply(self, table: Table, event: Envelope, drafted: Draft | None, step: Step) -> None:
        placed = event if drafted is None else placed_as(drafted, event)
        self.case = evolve(table, self.case, placed)
        self.steps[event.version] = replace(step, drafted=drafted or placed, state=self._state)

    @property
    def _state(self) -> str:
        return self.case.state if self.case else ""

    def _numbered(self, drafted: Draft, version: int) -> Draft:
        """Gives what an act sets for the first time the numbers that were recorded of it, or new ones."""
        known_deadlines = self.case.deadlines if self.case else {}
        known_tasks = self.case.tasks if self.case else {}
        taken: dict[tuple[int, str, str], int] = {}
        deadlines = []
        for deadline in drafted.deadlines:
            new = (deadline.name, deadline.generation) not in known_deadlines
            number = self._number((version, deadline.name, ""), taken) if new else deadline.generation
            deadlines.append(msgspec.structs.replace(deadline, generation=number))
        tasks = []
        for task in drafted.tasks:
            new = (task.name, task.generation) not in known_tasks
            number = self._number((version, task.name, task.organisation), taken) if new else task.generation
            tasks.append(msgspec.structs.replace(task, generation=number))
        return msgspec.structs.replace(drafted, deadlines=tuple(deadlines), tasks=tuple(tasks))

    def _number(self, key: tuple[int, str, str], taken: dict[tuple[int, str, str], int]) -> int:
        recorded, place = self.numbers.get(key, ()), taken.get(key, 0)
        taken[key] = place + 1
        if place < len(recorded):
            return recorded[place]
        kind = f"{'task' if key[2] else 'deadline'}:{key[1]}"
        if kind not in self._fresh:
            of_kind = [
                number
                for (_, name, whose), found in self.numbers.items()
                for number in found
                if (name, bool(whose)) == (key[1], bool(key[2]))
            ]
            self._fresh[kind] = max(of_kind, default=0)
        self._fresh[kind] += 1
        return self._fresh[kind]


def numbers_of(case: Case) -> Numbers:
    """Gives the generations of deadlines and tasks that each act of a case first set; a correction's are its act's."""
    found: dict[tuple[int, str, str], tuple[int, ...]] = {}
    seen: set[tuple[str, str, int]] = set()
    for event in case.events:
        owner = root_version(event) if is_correction(event) else event.version
        carried = [(one.name, "", one.generation) for one in event.deadlines]
        carried += [(one.name, one.organisation, one.generation) for one in event.tasks if one.name != SETTLE_TASK]
        for name, whose, number in carried:
            mark = ("task" if whose else "deadline", name, number)
            if mark not in seen:
                seen.add(mark)
                found[owner, name, whose] = (*found.get((owner, name, whose), ()), number)
    return found


def act_again(table: Table, event: Envelope) -> Act:
    """Gives the act that an event records, to be offered once more."""
    return Act(
        fact=event.type.partition(".")[2],
        on=event.effective_on,
        data=payload_of(table, event),
        role=event.act_of.role,
        documents=event.documents,
        precision=event.precision,
        unreported=event.unreported,
        opening=event.opening,
        publicity=event.publicity,
        secrecy_ground=event.secrecy_ground,
    )


def placed_as(drafted: Draft, event: Envelope) -> Envelope:
    """Gives a draft the place, the time and the recorder of a recorded event."""
    return msgspec.structs.replace(event, **{name: getattr(drafted, name) for name in _DRAFT_FIELDS})
