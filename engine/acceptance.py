"""Would the declaration have accepted this history? Each recorded event is admitted again and compared with the record.

This is what no chain of hashes can tell: that each step was permitted, by whom it was, with those documents, under the
law in force then, and that its deadlines were reckoned as recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from engine.acceptance_cases import WHOLE_EVENTS, JudgedCases, Recall
from engine.admit import admit
from engine.assess import Act, Caused, Circumstances
from engine.calendar import Calendar
from engine.case import LAW_CHANGED_TYPE, Case, evolve, payload_of
from engine.case_register import OF_REACTIONS
from engine.correction_beside import SUPERSEDING_FACTS, seen_beside
from engine.correction_reading import RESULTS, is_correction
from engine.declarations import Declarations
from engine.envelope import Draft, Envelope
from engine.errors import Diagnosis, OhjausError
from engine.law_change import law_changed, prospect
from engine.ports import Subjects
from engine.reactions import Cause, concerned, links_of, react
from engine.rights_duties import taking_part
from engine.rights_judged import RightsJudge
from engine.table import Table

_REACTION_TYPES = frozenset(f"case.{fact.id}" for fact in OF_REACTIONS)
_DRAFT_FIELDS = tuple(field.name for field in msgspec.structs.fields(Draft))
_compared = attrgetter(*(name for name in _DRAFT_FIELDS if name not in ("data", "declaration_hash", "salt")))


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
        recall: Recall | None = None,
        whole_events: int = WHOLE_EVENTS,
        rights: RightsJudge | None = None,
    ) -> None:
        """Takes the rules; with `rights` it is asked as well whether each person had the right to record.

        `calendars` finds a calendar by version, `day_of` gives an instant's date in Europe/Helsinki. With `recall`, of
        the history no more than `whole_events` events are kept, and what is asked for again is read again from there.
        """
        self._declarations = declarations
        self._kind_of = cache(subjects.kind_of)
        self._calendars = cache(calendars)
        self._day_of = day_of
        self._recall = recall
        self._rights = rights
        self.cases = JudgedCases(declarations, recall=recall, whole_events=whole_events)
        self._causes: dict[str, Envelope] = {}
        """Events that mean something for other cases; with `recall` those of the newest command only."""
        self._caused: dict[str, tuple[Caused, ...]] = {}
        self._owed: dict[tuple[str, str, str], Envelope] = {}
        """Causes by cause, case and reaction, of the newest command, of which the other case has not taken notice."""
        self._command_id = ""
        self.result = Acceptance()

    def judge_all(self, events: Iterable[Envelope]) -> Acceptance:
        """Judges every event and gives the result."""
        for event in events:
            self.judge(event)
        return self.finish()

    def finish(self) -> Acceptance:
        """Gives the result when nothing more comes: what another case was to take notice of is missing by then."""
        for (_, case_id, reaction), cause in self._owed.items():
            text = f"{case_id} was to take notice of it by the reaction {reaction}, and no event says that it did."
            self._find(self.result.refused, cause, "reaction-missing", text)
        self._owed = {}
        return self.result

    def judge(self, event: Envelope) -> None:
        """Judges the next event of the log; an event that cannot be judged is a finding, never an exception."""
        self.result.events += 1
        if event.command_id != self._command_id:
            self._next_command(event.command_id)
        if event.causation_id is not None:
            self._took_notice(event, event.causation_id)
        if self._rights is not None:
            self._rights.hear(event)
        try:
            table = self._declarations.pinned(event.declaration)
            case = self.cases.before(event)
            effects = self._declarations.effects_of(table, event.type)
            if self._rights is not None:
                self._ask_rights(self._rights, table, case, event)
            self._compare(table, case, event)
            after = evolve(table, case, event)
        except OhjausError as error:
            self.cases.pass_over(event)
            self._find(self.result.refused, event, error.code, error.message, _lacking(event, error))
            return
        except (LookupError, TypeError, ValueError) as error:
            # What was forged need not make sense: a state that no declaration knows, data of another shape.
            self.cases.pass_over(event)
            self._find(self.result.refused, event, "event-senseless", f"It cannot be judged: {error!r}.")
            return
        if effects:
            self._causes[event.event_id] = event
            cause = Cause(event.stream, after.subject, event)
            for effect in effects:
                for reached in concerned(effect, cause, self.cases.reached(effect, event, after.subject)):
                    self._owed[event.event_id, reached.case_id, effect.id] = event
        self.cases.take(after)

    def _next_command(self, command_id: str) -> None:
        """Holds that the command before is complete: what it meant for other cases must be recorded by now."""
        self._command_id = command_id
        if self._owed:
            self.finish()
        if self._recall is not None:
            self._causes.clear()

    def _took_notice(self, event: Envelope, cause: str) -> None:
        self._owed.pop((cause, event.stream, str(event.data.get("reaction"))), None)
        caused = Caused(event.stream, event.version, event.type)
        self._caused[cause] = (*self._caused.get(cause, ()), caused)

    def _ask_rights(self, rights: RightsJudge, table: Table, case: Case | None, event: Envelope) -> None:
        for code, text in rights.judge(event, table, case):
            self._find(self.result.refused, event, code, text)

    def _compare(self, table: Table, case: Case | None, event: Envelope) -> None:
        if event.declaration_hash != table.content_hash and event.declaration_hash not in table.procedure.formerly:
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
        data = payload_of(table, event)
        expected = self._expected(table, case, event, data)
        self.result.deadlines += len(event.deadlines)
        if expected is None:
            return
        if data == expected.data and _compared(expected) == _compared(event):
            return
        for name in _DRAFT_FIELDS:
            recorded_value = data if name == "data" else getattr(event, name)
            older = name == "schema" and event.schema < expected.schema
            if name in ("declaration_hash", "salt") or older or getattr(expected, name) == recorded_value:
                continue
            where = self.result.reckoned_otherwise if name == "deadlines" else self.result.refused
            recorded, now = _shown(recorded_value), _shown(getattr(expected, name))
            self._find(
                where,
                event,
                f"differs:{name}",
                f"{name} is recorded as {recorded}; the declaration gives {now}.",
                {"field": name, "recorded": recorded, "expected": now},
            )

    def _expected(self, table: Table, case: Case | None, event: Envelope, data: dict[str, Any]) -> Draft | None:
        if event.type in _REACTION_TYPES:
            return self._react(table, case, event)
        if event.type == LAW_CHANGED_TYPE and case is not None:
            return self._move(table, case, event)
        return self._admit(table, case, event, data)

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
            subject_kind=self._kind_of(subject),
            open_cases=open_cases,
            recorders=taking_part(event.recorded_by, event.acting_for),
        )

    def _same(self, table: Table, subject: str, act: Act, apart_from: str = "") -> tuple[str, ...]:
        """Gives the earlier cases whose opening states the same where a subject has one case at most."""
        field = table.procedure.one_case_per
        if field is None:
            return ()
        found = self.cases.stating(table.procedure.id, subject, field, act)
        return tuple(case_id for case_id in found if case_id != apart_from)

    def _in_force(self, event: Envelope) -> str:
        procedure_id = event.opening.procedure if event.opening else ""
        return self._declarations.in_force(procedure_id, event.effective_on).procedure.declaration_id

    def _admit(self, table: Table, case: Case | None, event: Envelope, data: dict[str, Any]) -> Draft:
        subject = case.subject if case else event.opening.subject if event.opening else ""
        act = Act(
            fact=event.type.partition(".")[2],
            on=event.effective_on,
            data=_stated(data) if is_correction(event) else data,
            role=event.act_of.role,
            documents=event.documents,
            precision=event.precision,
            unreported=event.unreported,
            opening=event.opening,
            publicity=event.publicity,
            secrecy_ground=event.secrecy_ground,
        )
        rivals = self.cases.rivals(table.procedure.id, subject) if case is None else ()
        circumstances = self._circumstances(event, subject, rivals)
        if case is None:
            circumstances = msgspec.structs.replace(circumstances, same_cases=self._same(table, subject, act))
        elif act.fact in SUPERSEDING_FACTS:
            circumstances = seen_beside(
                table,
                case,
                act,
                circumstances,
                caused_by=lambda root: self._caused.get(root.event_id, ()),
                same_cases=lambda stated: self._same(table, subject, stated, apart_from=event.stream),
                kind_of=self._kind_of,
            )
        admitted = admit(table, case, act, circumstances)
        effects = self._declarations.effects_of(table, admitted.type)
        if not effects:
            return admitted
        cause = Cause(event.stream, subject, admitted)
        others = [one for effect in effects for one in self.cases.reached(effect, event, subject)]
        return msgspec.structs.replace(admitted, links=links_of(effects, cause, others))

    def _react(self, table: Table, case: Case | None, event: Envelope) -> Draft | None:
        cause = self._cause(event)
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
                return react(effect, Cause(cause.stream, self.cases.subject_of(cause), cause), table, case)
        self._find(self.result.refused, event, "reaction-unknown", f"{cause.type} declares no such reaction.")
        return None

    def _cause(self, event: Envelope) -> Envelope | None:
        """Gives the earlier event with a reaction that an event names as its cause."""
        if event.causation_id is None:
            return None
        found = self._causes.get(event.causation_id)
        if found is not None or self._recall is None:
            return found
        found = self._recall.event(event.causation_id)
        if found is None or found.position >= event.position or self.cases.changed_nothing(found):
            return None
        answered = self._declarations.effects_of(self._declarations.pinned(found.declaration), found.type)
        return found if answered else None

    def _find(
        self,
        findings: list[Diagnosis],
        event: Envelope,
        code: str,
        text: str,
        particulars: Mapping[str, object] | None = None,
    ) -> None:
        where = f"position {event.position}, {event.stream} version {event.version}, {event.type}"
        details = {"position": event.position, "case": event.stream, **(particulars or {})}
        findings.append(Diagnosis(code, where, text, details))


def _lacking(event: Envelope, error: OhjausError) -> dict[str, object]:
    """Gives what an event lacks by the rules, as codes, and by which declaration."""
    codes = ", ".join(dict.fromkeys(one.code for one in error.missing))
    return {"missing": codes, "declaration": event.declaration} if codes else {}


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    """Gives what a person stated of a correction, without what was worked out and recorded beside it."""
    return {name: value for name, value in data.items() if name not in RESULTS}


def _shown(value: object) -> str:
    return msgspec.json.encode(value).decode()
