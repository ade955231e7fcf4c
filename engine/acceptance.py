"""Would the declaration have accepted this history? Each recorded event is admitted again and compared with the record.

This is what no chain of hashes can tell: that each step was permitted, by whom it was, with those documents, under the
law in force then, and that its deadlines were reckoned as recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

import msgspec

from engine.admit import admit
from engine.assess import Act, Circumstances
from engine.calendar import Calendar
from engine.case import LAW_CHANGED_TYPE, Case, evolve, payload_of
from engine.case_register import OF_REACTIONS
from engine.declaration import Reach
from engine.declarations import Declarations
from engine.envelope import Draft, Envelope
from engine.errors import Diagnosis, OhjausError
from engine.law_change import law_changed, prospect
from engine.ports import CaseSummary
from engine.reactions import Cause, links_of, react
from engine.registrar import Subjects
from engine.table import Table

_REACTION_TYPES = frozenset(f"case.{fact.id}" for fact in OF_REACTIONS)
_DRAFT_FIELDS = tuple(field.name for field in msgspec.structs.fields(Draft))


@dataclass(slots=True)
class Acceptance:
    """The result so far: how many events were judged, how many deadlines reckoned again, and what did not agree."""

    events: int = 0
    deadlines: int = 0
    refused: list[Diagnosis] = field(default_factory=list)
    reckoned_otherwise: list[Diagnosis] = field(default_factory=list)


class Judge:
    """Admits a history again, event by event, in the order of the log."""

    def __init__(
        self,
        declarations: Declarations,
        *,
        subjects: Subjects,
        calendars: Callable[[str], Calendar],
        day_of: Callable[[datetime], date],
    ) -> None:
        """Takes the rules.

        `calendars` finds a calendar by version, `day_of` gives an instant's date in Europe/Helsinki.
        """
        self._declarations = declarations
        self._subjects = subjects
        self._calendars = calendars
        self._day_of = day_of
        self._cases: dict[str, Case] = {}
        self._causes: dict[str, Envelope] = {}
        self._open: dict[tuple[str, str], set[str]] = {}
        self._summaries: dict[str, CaseSummary] = {}
        self.result = Acceptance()

    def judge_all(self, events: Iterable[Envelope]) -> Acceptance:
        """Judges every event and gives the result."""
        for event in events:
            self.judge(event)
        return self.result

    def judge(self, event: Envelope) -> None:
        """Judges the next event of the log; an event that cannot be judged is a finding, never an exception."""
        case = self._cases.get(event.stream)
        self.result.events += 1
        try:
            table = self._declarations.pinned(event.declaration)
            self._compare(table, case, event)
            after = evolve(table, case, event)
        except OhjausError as error:
            self._find(self.result.refused, event, error.code, error.message)
            return
        except (LookupError, TypeError, ValueError) as error:
            # What was forged need not make sense: a state that no declaration knows, data of another shape.
            self._find(self.result.refused, event, "event-senseless", f"It cannot be judged: {error!r}.")
            return
        self._cases[event.stream] = after
        self._summaries[event.stream] = _summary(after)
        if self._declarations.effects_of(table, event.type):
            self._causes[event.event_id] = event
        rivals = self._open.setdefault((after.opening.procedure, after.subject), set())
        (rivals.discard if after.closed_on else rivals.add)(event.stream)

    def _compare(self, table: Table, case: Case | None, event: Envelope) -> None:
        if event.declaration_hash not in (table.content_hash, *table.procedure.formerly):
            self._find(
                self.result.refused,
                event,
                "declaration-changed",
                f"{event.declaration} reads otherwise now than when this was recorded.",
            )
        pinned = case.declaration if case else self._in_force(event)
        if event.declaration != pinned and event.type != LAW_CHANGED_TYPE:
            text = f"declaration is recorded as {event.declaration}; the case is under {pinned}."
            self._find(self.result.refused, event, "differs:declaration", text)
        expected = self._expected(table, case, event)
        self.result.deadlines += len(event.deadlines)
        if expected is None:
            return
        for name in _DRAFT_FIELDS:
            recorded_value = payload_of(table, event) if name == "data" else getattr(event, name)
            older = name == "schema" and event.schema < expected.schema
            if name == "declaration_hash" or older or getattr(expected, name) == recorded_value:
                continue
            where = self.result.reckoned_otherwise if name == "deadlines" else self.result.refused
            recorded, now = _shown(recorded_value), _shown(getattr(expected, name))
            self._find(
                where,
                event,
                f"differs:{name}",
                f"{name} is recorded as {recorded}; the declaration gives {now}.",
            )

    def _expected(self, table: Table, case: Case | None, event: Envelope) -> Draft | None:
        if event.type in _REACTION_TYPES:
            return self._react(table, case, event)
        if event.type == LAW_CHANGED_TYPE and case is not None:
            return self._move(table, case, event)
        return self._admit(table, case, event)

    def _move(self, target: Table, case: Case, event: Envelope) -> Draft:
        """Gives the event by which a case comes under a later version of its law."""
        circumstances = self._circumstances(event, case.subject, ())
        earlier = self._declarations.pinned(case.declaration)
        found = prospect(earlier, target, case, event.effective_on, circumstances)
        return law_changed(target, found, event.effective_on, event.calendar)

    def _circumstances(self, event: Envelope, subject: str, open_cases: tuple[str, ...]) -> Circumstances:
        return Circumstances(
            today=self._day_of(event.recorded_at),
            calendar=self._calendars(event.calendar),
            subject_kind=self._subjects.kind_of(subject),
            open_cases=open_cases,
            same_cases=self._same(event) if event.opening else (),
        )

    def _same(self, event: Envelope) -> tuple[str, ...]:
        """Gives the earlier cases whose opening states the same where a subject has one case at most."""
        table = self._declarations.pinned(event.declaration)
        field, subject = table.procedure.one_case_per, event.opening.subject if event.opening else ""
        if field is None:
            return ()
        others = (self._cases[one.case_id] for one in self._summaries.values() if one.subject == subject)
        return tuple(
            case.case_id
            for case in others
            if case.opening.procedure == table.procedure.id
            and case.state not in self._declarations.pinned(case.declaration).void
            and event.data.get(field) is not None
            and str(case.events[0].data.get(field)) == str(event.data[field])
        )

    def _in_force(self, event: Envelope) -> str:
        procedure_id = event.opening.procedure if event.opening else ""
        return self._declarations.in_force(procedure_id, event.effective_on).procedure.declaration_id

    def _admit(self, table: Table, case: Case | None, event: Envelope) -> Draft:
        subject = case.subject if case else event.opening.subject if event.opening else ""
        act = Act(
            fact=event.type.partition(".")[2],
            on=event.effective_on,
            data=payload_of(table, event),
            role=event.act_of.role,
            documents=event.documents,
            precision=event.precision,
            unreported=event.unreported,
            opening=event.opening,
        )
        rivals = tuple(sorted(self._open.get((table.procedure.id, subject), ()))) if case is None else ()
        admitted = admit(table, case, act, self._circumstances(event, subject, rivals))
        effects = self._declarations.effects_of(table, admitted.type)
        if not effects:
            return admitted
        cause = Cause(event.stream, subject, admitted)
        anywhere = any(effect.reach is Reach.ALL for effect in effects)
        others = (one for one in self._summaries.values() if anywhere or one.subject == subject)
        return msgspec.structs.replace(admitted, links=links_of(effects, cause, others))

    def _react(self, table: Table, case: Case | None, event: Envelope) -> Draft | None:
        cause = self._causes.get(event.causation_id or "")
        if cause is None or case is None:
            self._find(
                self.result.refused,
                event,
                "cause-unknown",
                "No earlier event with a reaction caused this one.",
            )
            return None
        source = self._declarations.pinned(cause.declaration)
        for effect in self._declarations.effects_of(source, cause.type):
            if effect.id == event.data.get("reaction") and effect.declaration in (None, case.declaration):
                subject = self._cases[cause.stream].subject
                return react(effect, Cause(cause.stream, subject, cause), table, case)
        self._find(self.result.refused, event, "reaction-unknown", f"{cause.type} declares no such reaction.")
        return None

    def _find(self, findings: list[Diagnosis], event: Envelope, code: str, text: str) -> None:
        where = f"position {event.position}, {event.stream} version {event.version}, {event.type}"
        findings.append(Diagnosis(code, where, text, {"position": event.position, "case": event.stream}))


def _summary(case: Case) -> CaseSummary:
    return CaseSummary(
        case_id=case.case_id,
        procedure=case.opening.procedure,
        declaration=case.declaration,
        subject=case.subject,
        state=case.state,
        version=case.version,
        opened_on=case.opened_on,
        closed_on=case.closed_on,
    )


def _shown(value: object) -> str:
    return msgspec.json.encode(value).decode()
