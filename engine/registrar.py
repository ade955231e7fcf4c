"""The registrar: reads a case, admits an act, appends what follows. Decide, append, apply (architecture, section 2).

It is the only way from an offered act to the log, for people, for imports and for the clock alike, and it knows the log
only as a port. A command id makes each request safe to repeat: the second time it answers what it answered the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import msgspec

from engine.admit import admit
from engine.assess import Act, Circumstances
from engine.calendar import Calendar
from engine.case import Case, evolve, fold
from engine.declarations import Declarations
from engine.envelope import Draft, Envelope, Opening, RecordedBy, canonical, event_hash, refuse_floats
from engine.errors import Conflict, Fault, InputRejected, NotFound, Refused
from engine.ports import CaseIndex, CaseSummary, Clock, Command, EventLog, Write
from engine.reactions import Cause, concerned, links_of, react, reactions_to
from engine.table import Table


class Subjects(Protocol):
    """Knows who a procedure can be about."""

    def kind_of(self, code: str) -> str:
        """Gives the kind of a subject, such as `county`.

        Raises:
            NotFound: no subject has that code.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asks for something to be recorded, under which command id; `rehearse` shows the result and stores nothing."""

    command_id: str
    recorded_by: RecordedBy
    acting_for: str | None = None
    expected_version: int | None = None
    rehearse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """The two as-of axes: what was known at a position or instant, and what had happened in law by a day."""

    known_at: int | datetime | None = None
    in_force_on: date | None = None

    def admits(self, event: Envelope) -> bool:
        """True when the event was known then and had happened by then."""
        if isinstance(self.known_at, datetime) and event.recorded_at > self.known_at:
            return False
        if isinstance(self.known_at, int) and event.position > self.known_at:
            return False
        return self.in_force_on is None or event.effective_on <= self.in_force_on


_TRIES = 10
"""How often an act is decided anew because others recorded about the same subject in between."""

_LONGEST = 2_000
"""Characters that a text beside the payload may have: a number, a title, an address, a ground, a command id."""

_CASES_KEPT = 256
"""Folded cases that a registrar keeps, so that a run of acts in one process does not read each history again."""

NOW = AsOf()
"""Everything that is known."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a request recorded: the case after it, its own new events, and those that reactions added to other cases."""

    table: Table
    case: Case
    events: tuple[Envelope, ...]
    elsewhere: tuple[Envelope, ...]
    replayed: bool


class _Overtaken(Exception):
    """The cases about a subject changed between deciding and appending."""


class _Around:
    """The other cases about a subject, as they stood when an act was decided upon."""

    def __init__(self, index: CaseIndex, subject: str) -> None:
        self.subject = subject
        self._index = index
        self._seen: dict[str, tuple[CaseSummary, ...]] = {}

    def cases(self, procedure_id: str) -> tuple[CaseSummary, ...]:
        """Gives the subject's cases of a procedure, looked up once."""
        if procedure_id not in self._seen:
            self._seen[procedure_id] = self._index.cases_of(self.subject, procedure_id)
        return self._seen[procedure_id]

    def confirm(self) -> None:
        """Makes sure, under the log's lock, that what was looked at still stands."""
        for procedure_id, cases in self._seen.items():
            if self._index.cases_of(self.subject, procedure_id) != cases:
                raise _Overtaken


class Registrar:
    """Keeps the record of cases over a log."""

    def __init__(
        self,
        log: EventLog,
        *,
        index: CaseIndex,
        declarations: Declarations,
        subjects: Subjects,
        calendar: Calendar,
        clock: Clock,
    ) -> None:
        """Takes the ports it works over."""
        self._log = log
        self._index = index
        self._declarations = declarations
        self._subjects = subjects
        self._calendar = calendar
        self._clock = clock
        self._known: dict[str, Case] = {}

    def load(self, case_id: str, as_of: AsOf = NOW) -> tuple[Table, Case]:
        """Gives a case, as of now or as of a moment, with the declaration it is pinned to.

        Raises:
            NotFound: there is no such case, or there was none as of that moment.
        """
        if as_of == NOW:
            return self._newest(case_id)
        events = self._log.stream(case_id)
        if not events:
            raise _unknown(case_id)
        table = self._declarations.pinned(events[0].declaration)
        # Nothing of a case is known before its opening, whatever was recorded of it with an earlier legal day.
        known = as_of.admits(events[0])
        case = fold(table, (event for event in events if as_of.admits(event))) if known else None
        if case is None:
            raise NotFound(
                "case-not-yet",
                f"The case {case_id} was not known, or not open, as of that moment; it was opened on "
                f"{events[0].effective_on} and recorded at {events[0].recorded_at:%Y-%m-%dT%H:%M:%SZ}.",
                try_next=f"ohjaus case history {case_id}",
                details={"case": case_id, "opened_on": events[0].effective_on},
            )
        return table, case

    def open(self, procedure_id: str, act: Act, request: Request) -> Recorded:
        """Opens a case by a fact that opens one, under the law in force on the fact's day.

        Raises:
            Refused: a condition is unmet, or no law is in force that day.
            Conflict: the command id was used for something else, or someone opened the same case first.
            Fault: `log-busy`, others kept recording about the same subject.
        """
        opening = act.opening
        if opening is None:
            raise InputRejected("opening-lacking", f"To open a case of {procedure_id} its subject must be named.")
        command = self._command("open", procedure_id, act, request)
        return self._once(command, lambda: self._open(procedure_id, opening, act, command, request))

    def advance(self, case_id: str, act: Act, request: Request) -> Recorded:
        """Records a fact in an open case.

        Raises:
            NotFound: no such case, or its procedure knows no such fact.
            Refused: a condition is unmet.
            Conflict: the case moved meanwhile, or the command id was used for something else.
            Fault: `log-busy`, others kept recording about the same subject.
        """
        command = self._command("advance", case_id, act, request)
        return self._once(command, lambda: self._advance(case_id, act, command, request))

    def _once(self, command: Command, record: Callable[[], Recorded]) -> Recorded:
        """Answers what the command recorded before, else records; decides anew when others changed what it rests on."""
        for _ in range(_TRIES):
            before = self._before(command)
            if before is not None:
                return self._again(before)
            try:
                return record()
            except _Overtaken:
                continue
            except (Refused, Conflict):
                # Another process may have recorded this very command meanwhile; then only that stands in its way.
                before = self._before(command)
                if before is None:
                    raise
                return self._again(before)
        raise Fault("log-busy", "Others kept recording about the same subject. Nothing was stored; try again.")

    def _open(self, procedure_id: str, opening: Opening, act: Act, command: Command, request: Request) -> Recorded:
        table = self._declarations.in_force(procedure_id, act.on)
        around = _Around(self._index, opening.subject)
        circumstances = self._circumstances(opening.subject, around.cases(procedure_id))
        admitted = admit(table, None, act, circumstances)
        return self._append(table, None, self._free_id(opening, act.on), admitted, command, request, around)

    def _advance(self, case_id: str, act: Act, command: Command, request: Request) -> Recorded:
        table, case = self.load(case_id)
        if request.expected_version is not None and case.version != request.expected_version:
            raise Conflict(
                "version-conflict",
                f"{case_id} stands at version {case.version}, not {request.expected_version}: "
                "someone has recorded since.",
                try_next=f"ohjaus case history {case_id}",
                details={"stream": case_id, "expected": request.expected_version, "actual": case.version},
            )
        admitted = admit(table, case, act, self._circumstances(case.subject, ()))
        return self._append(table, case, case_id, admitted, command, request, _Around(self._index, case.subject))

    def _newest(self, case_id: str) -> tuple[Table, Case]:
        # A log only grows: what was folded before stays true, and only what came since has to be read.
        known = self._known.get(case_id)
        newer = self._log.stream(case_id, after_version=known.version if known else 0)
        if known is None and not newer:
            raise _unknown(case_id)
        table = self._declarations.pinned(known.declaration if known else newer[0].declaration)
        case = fold(table, newer, onto=known)
        assert case is not None  # noqa: S101 - there was a case before, or there are events
        self._remember(case)
        return table, case

    def _remember(self, case: Case) -> None:
        self._known.pop(case.case_id, None)
        self._known[case.case_id] = case
        if len(self._known) > _CASES_KEPT:
            del self._known[next(iter(self._known))]

    def _circumstances(self, subject: str, rivals: Iterable[CaseSummary]) -> Circumstances:
        return Circumstances(
            today=self._clock.today(),
            calendar=self._calendar,
            subject_kind=self._subjects.kind_of(subject),
            open_cases=tuple(case.case_id for case in rivals if case.closed_on is None),
        )

    def _append(
        self,
        table: Table,
        case: Case | None,
        case_id: str,
        admitted: Draft,
        command: Command,
        request: Request,
        around: _Around,
    ) -> Recorded:
        expected = case.version if case else 0
        cause = Cause(case_id, around.subject, admitted)
        named = dict.fromkeys(reaction.procedure for reaction in reactions_to(table, admitted))
        reached = tuple(summary for name in named for summary in around.cases(name))
        admitted = msgspec.structs.replace(admitted, links=links_of(table, cause, reached))
        own = Write(stream=case_id, expected_version=expected, drafts=(admitted,))
        writes = [own, *self._reactions(table, cause, reached)]
        appended = self._log.append(writes, command, rehearse=request.rehearse, confirm=around.confirm)
        if appended.replayed:
            return self._again(appended.events)
        events = tuple(event for event in appended.events if event.stream == case_id)
        for event in events:
            case = evolve(table, case, event)
        assert case is not None  # noqa: S101 - at least the admitted event was appended
        if not request.rehearse:
            self._remember(case)
        elsewhere = tuple(event for event in appended.events if event.stream != case_id)
        return Recorded(table, case, events, elsewhere, replayed=False)

    def _reactions(self, table: Table, cause: Cause, cases: tuple[CaseSummary, ...]) -> Iterable[Write]:
        drafts: dict[str, tuple[int, list[Draft]]] = {}
        for reaction in reactions_to(table, cause.draft):
            for summary in concerned(reaction, cause, cases):
                other_table, other = self.load(summary.case_id)
                version, listed = drafts.setdefault(summary.case_id, (other.version, []))
                listed.append(react(reaction, cause, other_table, other))
        for stream, (version, listed) in drafts.items():
            yield Write(stream=stream, expected_version=version, drafts=tuple(listed), causes=(0,) * len(listed))

    def _free_id(self, opening: Opening, on: date) -> str:
        stem = f"{opening.procedure.replace('_', '-')}-{opening.subject.lower()}-{on.year}"
        if not self._log.version(stem):
            return stem
        number = 2
        while self._log.version(f"{stem}-{number}"):
            number += 1
        return f"{stem}-{number}"

    def _command(self, verb: str, about: str, act: Act, request: Request) -> Command:
        _refuse_long_texts(act, request)
        refuse_floats(act.data)
        asked: Mapping[str, object] = {
            "verb": verb,
            "about": about,
            "fact": act.fact,
            "on": act.on,
            "data": act.data,
            "role": act.role,
            "documents": act.documents,
            "precision": act.precision,
            "unreported": act.unreported,
            "opening": act.opening,
        }
        return Command(
            command_id=request.command_id,
            command_hash=event_hash(canonical(asked)),
            recorded_by=request.recorded_by,
            acting_for=request.acting_for,
        )

    def _before(self, command: Command) -> tuple[Envelope, ...] | None:
        recorded = self._log.of_command(command.command_id)
        if not recorded:
            return None
        if recorded[0].command_hash != command.command_hash:
            raise Conflict(
                "command-reused",
                f"The command id {command.command_id!r} was used for something else, recorded at position "
                f"{recorded[0].position} in {recorded[0].stream}.",
                try_next="give a new command id, or leave it out",
                details={
                    "command_id": command.command_id,
                    "position": recorded[0].position,
                    "case": recorded[0].stream,
                },
            )
        return recorded

    def _again(self, recorded: tuple[Envelope, ...]) -> Recorded:
        case_id = recorded[0].stream
        events = tuple(event for event in recorded if event.stream == case_id)
        table, case = self.load(case_id, AsOf(known_at=recorded[-1].position))
        return Recorded(
            table, case, events, tuple(event for event in recorded if event.stream != case_id), replayed=True
        )


def _refuse_long_texts(act: Act, request: Request) -> None:
    texts = [request.command_id, request.acting_for, act.fact, *act.unreported]
    for document in act.documents:
        texts += [document.kind, document.title, document.diary_number, document.sha256, document.source]
    if act.opening is not None:
        texts += [act.opening.ground, act.opening.diary_number, *act.opening.parties]
    if any(text is not None and len(text) > _LONGEST for text in texts):
        raise InputRejected(
            "text-too-long",
            f"A number, title, address, ground or command id has more than {_LONGEST:,} characters.",
            details={"most": _LONGEST},
        )


def _unknown(case_id: str) -> NotFound:
    return NotFound(
        "case-unknown",
        f"There is no case called {case_id!r}.",
        try_next="ohjaus case list",
        details={"case": case_id},
    )
