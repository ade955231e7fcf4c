"""Stories of a case: what was recorded before, what is offered now, and what follows or stands in the way.

A story is pure: it admits acts, seals what was admitted with made-up but steady places and times, and folds. It needs
no log, and each step gives a new story, so that one beginning can have several endings:

    pending = Story(TABLE, subject="99").given(fact("application_lodged", "2024-05-06", name="Smaug", heads=1))
    pending.when(fact("permit_granted", "2024-07-01", documents=("decision",))).then(state="granted")
    pending.when(fact("permit_granted", "2024-07-01")).refused("document:decision")

A fact may also stand as a plain tuple: `("application_lodged", "2024-05-06", {"name": "Smaug", "heads": 1})`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any

from engine.admit import admit
from engine.assess import Act, Circumstances
from engine.calendar import Calendar
from engine.case import Case, evolve
from engine.envelope import (
    Deadline,
    DocumentRef,
    Draft,
    Envelope,
    Opening,
    RecordedBy,
    Standing,
    Task,
    canonical,
    event_hash,
    seal,
)
from engine.errors import OhjausError
from engine.table import Table
from procedures.calendar import finnish_calendar

RECORDER = RecordedBy(person="test-person", identity="made up for a test")
NO_HASH = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact as a story tells it."""

    fact: str
    on: date
    data: Mapping[str, Any] = field(default_factory=dict)
    role: str | None = None
    documents: tuple[DocumentRef, ...] = ()
    precision: str = "exact"
    unreported: tuple[str, ...] = ()

    def as_act(self, opening: Opening | None = None) -> Act:
        """The act that is offered for the record; with an opening, it opens a case."""
        return Act(
            fact=self.fact,
            on=self.on,
            data=self.data,
            role=self.role,
            documents=self.documents,
            precision=self.precision,
            unreported=self.unreported,
            opening=opening,
        )


Tellable = Told | tuple[str, str | date] | tuple[str, str | date, Mapping[str, Any]]


def fact(
    fact_id: str,
    on: str | date,
    data: Mapping[str, Any] | None = None,
    *,
    role: str | None = None,
    documents: Iterable[str | DocumentRef] = (),
    precision: str = "exact",
    unreported: tuple[str, ...] = (),
    **more_data: Any,
) -> Told:
    """Tells a fact; a document given by its kind alone is one of the authority's register."""
    return Told(
        fact=fact_id,
        on=day(on),
        data={**(data or {}), **more_data},
        role=role,
        documents=tuple(document(one) if isinstance(one, str) else one for one in documents),
        precision=precision,
        unreported=unreported,
    )


def document(kind: str) -> DocumentRef:
    """A document of the authority's register."""
    return DocumentRef(kind=kind, title=f"made-up {kind}", diary_number="TEST/1/2000")


def reporting(kind: str = "news") -> DocumentRef:
    """Published reporting about a document, not the document."""
    return DocumentRef(kind=kind, title="made-up news", source="https://example.invalid/news")


def day(value: str | date) -> date:
    """A day, written out or not."""
    return value if isinstance(value, date) else date.fromisoformat(value)


@dataclass(frozen=True, kw_only=True)
class _Setting:
    """What stays the same throughout a story."""

    table: Table
    subject: str
    subject_kind: str
    ministry: str
    calendar: Calendar
    today: date | None
    open_cases: tuple[str, ...]
    diary_number: str | None
    parties: tuple[str, ...]
    law_in_force_from: date | None


class Story:
    """One case from its opening on. `today` is the day of the newest act, unless the story says otherwise."""

    def __init__(
        self,
        table: Table,
        *,
        subject: str = "99",
        subject_kind: str | None = None,
        ministry: str = "VM",
        calendar: Calendar | None = None,
        today: str | date | None = None,
        open_cases: tuple[str, ...] = (),
        diary_number: str | None = None,
        parties: tuple[str, ...] = (),
        law_in_force_from: str | date | None = None,
    ) -> None:
        self._setting = _Setting(
            table=table,
            subject=subject,
            subject_kind=subject_kind or table.procedure.subject_kinds[0],
            ministry=ministry,
            calendar=calendar or finnish_calendar(),
            today=None if today is None else day(today),
            open_cases=open_cases,
            diary_number=diary_number,
            parties=parties or (subject,),
            law_in_force_from=None if law_in_force_from is None else day(law_in_force_from),
        )
        self.case: Case | None = None
        """The case as it stands, or None before it is opened."""
        self.outcome: Envelope | OhjausError | None = None
        """What became of the newest `when`: the recorded event, or why there is none."""

    @property
    def events(self) -> tuple[Envelope, ...]:
        """Every recorded event."""
        return self.case.events if self.case else ()

    @property
    def opened(self) -> Case:
        """The case, which must have been opened."""
        assert self.case is not None, "the story has not opened its case"
        return self.case

    @property
    def event(self) -> Envelope:
        """The event that the newest `when` recorded."""
        assert isinstance(self.outcome, Envelope), f"nothing was recorded: {_told(self.outcome)}"
        return self.outcome

    @property
    def refusal(self) -> OhjausError:
        """Why the newest `when` recorded nothing."""
        assert isinstance(self.outcome, OhjausError), f"nothing was refused: {_told(self.outcome)}"
        return self.outcome

    def on_the_day(self, today: str | date) -> Story:
        """The same story, told on `today`."""
        return self._but(setting=replace(self._setting, today=day(today)))

    def given(self, *facts: Tellable) -> Story:
        """The story after these facts, each of which must be admitted."""
        story = self
        for one in facts:
            story = story.when(one)
            assert not isinstance(story.outcome, OhjausError), f"given {one}: {_told(story.outcome)}"
        return story

    def when(self, one: Tellable) -> Story:
        """The story after this act was offered; whether it was recorded, `then` and `refused` ask."""
        told = _tell(one)
        try:
            draft = admit(
                self._setting.table,
                self.case,
                told.as_act(None if self.case else self.opening),
                self._circumstances(told),
            )
        except OhjausError as error:
            return self._but(outcome=error)
        return self.recorded(draft)

    def recorded(self, draft: Draft) -> Story:
        """The story after this event, admitted or not."""
        event = self.sealed(draft)
        return self._but(case=evolve(self._setting.table, self.case, event), outcome=event)

    def sealed(self, draft: Draft) -> Envelope:
        """The event that the log would make of `draft` next."""
        events = self.events
        number = len(events) + 1
        return seal(
            draft,
            position=number,
            stream=events[0].stream if events else f"story-{self._setting.subject.lower()}",
            version=number,
            event_id=f"00000000-0000-7000-8000-{number:012d}",
            recorded_at=datetime.combine(draft.effective_on, time(12), UTC),
            clock="injected",
            recorded_by=RECORDER,
            command_id=f"command-{number}",
            command_hash=NO_HASH,
            correlation_id=f"command-{number}",
            previous_hash=event_hash(canonical(events[-1])) if events else NO_HASH,
        )

    def then(self, **expected: Any) -> Story:
        """Makes sure that the act was recorded and that the case is now as described, aspect by aspect.

        Aspects: `state`, `closed_on`, `deadlines` and `tasks` (name to status, of the newest generation), `due` (name
        to day, of those that still run), `standings` (the names of those that are on), `data` (of the recorded event),
        and any other attribute of the case, such as `diary_number`. Days may be written out.
        """
        seen = {"data": self.event.data, **self.aspects}
        for name, value in expected.items():
            found = seen[name] if name in seen else getattr(self.opened, name)
            wanted = value if name == "data" else _days(value)
            assert found == wanted, f"after {self.event.type}, {name} is {found!r} and not {wanted!r}"
        return self

    def refused(self, *codes: str) -> Story:
        """Makes sure that the act was refused for exactly these unmet conditions, and changed nothing."""
        assert {one.code for one in self.refusal.missing} == set(codes), _told(self.refusal)
        return self

    def rejected(self, code: str) -> Story:
        """Makes sure that the act never reached the rules, or that a rule could not be applied, for this reason."""
        assert self.refusal.code == code, _told(self.refusal)
        return self

    @property
    def aspects(self) -> dict[str, Any]:
        """What `then` speaks of, as the case stands."""
        case = self.opened
        return {
            "state": case.state,
            "closed_on": case.closed_on,
            "deadlines": {name: one.status for (name, _), one in sorted(case.deadlines.items())},
            "tasks": {name: one.status for (name, _), one in sorted(case.tasks.items())},
            "due": {one.name: one.due for one in case.open_deadlines},
            "standings": {one.name for one in case.active_standings},
        }

    def deadline(self, name: str, generation: int = 1) -> Deadline:
        """A deadline of the case."""
        return self.opened.deadlines[name, generation]

    def task(self, name: str, generation: int = 1) -> Task:
        """A task of the case."""
        return self.opened.tasks[name, generation]

    def standing(self, name: str) -> Standing:
        """A standing of the case."""
        return self.opened.standings[name]

    def _but(self, **changed: Any) -> Story:
        other = Story.__new__(Story)
        other._setting = changed.get("setting", self._setting)
        other.case = changed.get("case", self.case)
        other.outcome = changed.get("outcome", self.outcome)
        return other

    @property
    def opening(self) -> Opening:
        """What the case is, or would be, opened with."""
        setting = self._setting
        return Opening(
            procedure=setting.table.procedure.id,
            subject=setting.subject,
            parties=setting.parties,
            ministry=setting.ministry,
            ground="made up for a test",
            diary_number=setting.diary_number,
            law_in_force_from=setting.law_in_force_from,
        )

    def _circumstances(self, told: Told) -> Circumstances:
        newest = max([told.on, *(event.effective_on for event in self.events)])
        return Circumstances(
            today=self._setting.today or newest,
            calendar=self._setting.calendar,
            subject_kind=self._setting.subject_kind,
            open_cases=() if self.case else self._setting.open_cases,
        )


def _tell(one: Tellable) -> Told:
    return one if isinstance(one, Told) else fact(*one)


def _days(value: Any) -> Any:
    """Reads days that are written out, one by one or by name."""
    if isinstance(value, Mapping):
        return {name: _days(inner) for name, inner in value.items()}
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _told(outcome: Envelope | OhjausError | None) -> str:
    if isinstance(outcome, OhjausError):
        return f"{outcome.code}: {outcome.message} {sorted(one.code for one in outcome.missing)}"
    return f"recorded {outcome.type}" if outcome else "nothing was offered"
