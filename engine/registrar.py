"""The registrar: reads a case, admits an act, appends what follows. Decide, append, apply (architecture, section 2).

It is the only way from an offered act to the log, for people, for imports and for the clock alike, and it knows the log
only as a port. A command id makes each request safe to repeat: the second time it answers what it answered the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

import msgspec

from engine.admit import admit
from engine.assess import Act, Circumstances
from engine.calendar import Calendar
from engine.case import Case, fold
from engine.declaration import Reach
from engine.declarations import Declarations
from engine.envelope import Draft, Envelope, Opening
from engine.errors import Conflict, Fault, InputRejected, NotFound, Refused
from engine.law_change import Prospect, law_changed, prospect
from engine.ports import CaseIndex, CaseSummary, Clock, Command, EventLog, Write
from engine.reactions import Cause, ReactionWrites, links_of
from engine.request import NOW, AsOf, Request, act_command, bulk_command, law_command
from engine.surroundings import Around, Overtaken, all_refused, states_the_same
from engine.table import Table


class Subjects(Protocol):
    """Knows who a procedure can be about."""

    def kind_of(self, code: str) -> str:
        """Gives the kind of a subject, such as `county`.

        Raises:
            NotFound: no subject has that code.
        """
        ...


_TRIES = 10
"""How often an act is decided anew because others recorded about the same subject in between."""

_CASES_KEPT = 256
"""Folded cases that a registrar keeps, so that a run of acts in one process does not read each history again."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a request recorded: the case after it, its own new events, and those that reactions added to other cases."""

    table: Table
    case: Case
    events: tuple[Envelope, ...]
    elsewhere: tuple[Envelope, ...]
    replayed: bool


@dataclass(frozen=True, slots=True)
class _Decided:
    """An event that was admitted to a case: the case before it (None: it opens one) and its declaration."""

    table: Table
    case: Case | None
    case_id: str
    subject: str
    draft: Draft


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
        # Nothing of a case is known before its opening, whatever was recorded of it with an earlier legal day.
        known = [event for event in events if as_of.admits(event)] if as_of.admits(events[0]) else []
        table = self._declarations.pinned(known[-1].declaration if known else events[0].declaration)
        case = fold(table, known)
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
        command = act_command("open", procedure_id, act, request)

        def record() -> tuple[Recorded, ...]:
            around = Around(self._index)
            table = self._declarations.in_force(procedure_id, act.on)
            return self._append((self._opened(table, opening, act, around),), command, request, around)

        return self._once(command, record)[0]

    def advance(self, case_id: str, act: Act, request: Request) -> Recorded:
        """Records a fact in an open case.

        Raises:
            NotFound: no such case, or its procedure knows no such fact.
            Refused: a condition is unmet.
            Conflict: the case moved meanwhile, or the command id was used for something else.
            Fault: `log-busy`, others kept recording about the same subject.
        """
        command = act_command("advance", case_id, act, request)
        return self._once(command, lambda: self._advance(case_id, act, command, request))[0]

    def open_all(self, procedure_id: str, acts: Sequence[Act], request: Request) -> tuple[Recorded, ...]:
        """Opens a case for each act, all in one transaction or none.

        Raises:
            Refused: `bulk-refused`, at least one act is; `missing` lists what, under the code of each subject.
            InputRejected: an act names no subject, or two name the same.
            Conflict: as `open` does.
            Fault: as `open` does.
        """
        openings = [act.opening for act in acts if act.opening is not None]
        subjects = [opening.subject for opening in openings]
        if len(openings) < len(acts) or len(set(subjects)) < len(subjects):
            raise InputRejected("opening-lacking", "Each case of a bulk act needs a subject of its own.")
        command = bulk_command("open_all", procedure_id, acts, request)
        return self._once(command, lambda: self._open_all(procedure_id, acts, command, request))

    def prospects(self, procedure_id: str, on: date) -> tuple[Table, tuple[Prospect, ...]]:
        """Gives the law of a procedure in force on `on`, and what it means for each open case of an earlier version.

        Raises:
            NotFound: no procedure has that id.
            Refused: no law is in force that day.
        """
        target = self._declarations.in_force(procedure_id, on)
        older = [
            summary.case_id
            for summary in self._index.cases_in(procedure_id)
            if summary.closed_on is None and summary.declaration < target.procedure.declaration_id
        ]
        return target, tuple(self._prospect(case_id, target, on)[1] for case_id in older)

    def change_law(self, case_ids: Sequence[str], declaration: str, on: date, request: Request) -> tuple[Recorded, ...]:
        """Moves open cases under a later version of their law, all in one transaction or none.

        Raises:
            NotFound: there is no such case.
            Refused: `law-change-refused`, a case stays with its law; `missing` says why.
            Conflict: a case moved meanwhile, or the command id was used for something else.
        """
        target = self._declarations.pinned(declaration)
        command = law_command(case_ids, declaration, on, request)
        return self._once(command, lambda: self._change_law(case_ids, target, on, command, request))

    def _once(self, command: Command, record: Callable[[], tuple[Recorded, ...]]) -> tuple[Recorded, ...]:
        """Answers what the command recorded before, else records; decides anew when others changed what it rests on."""
        for _ in range(_TRIES):
            before = self._before(command)
            if before is not None:
                return self._again(before)
            try:
                return record()
            except Overtaken:
                continue
            except (Refused, Conflict):
                # Another process may have recorded this very command meanwhile; then only that stands in its way.
                before = self._before(command)
                if before is None:
                    raise
                return self._again(before)
        raise Fault("log-busy", "Others kept recording about the same subject. Nothing was stored; try again.")

    def _opened(self, table: Table, opening: Opening, act: Act, around: Around) -> _Decided:
        rivals = around.cases(table.procedure.id, opening.subject)
        circumstances = replace(
            self._circumstances(opening.subject, rivals), same_cases=self._same_cases(table, act, rivals)
        )
        admitted = admit(table, None, act, circumstances)
        return _Decided(table, None, self._free_id(opening, act.on), opening.subject, admitted)

    def _same_cases(self, table: Table, act: Act, rivals: Iterable[CaseSummary]) -> tuple[str, ...]:
        field = table.procedure.one_case_per
        if field is None:
            return ()
        counting = (rival for rival in rivals if rival.state not in self._declarations.pinned(rival.declaration).void)
        openings = ((rival.case_id, self.load(rival.case_id)[1].events[0]) for rival in counting)
        return tuple(case_id for case_id, first in openings if states_the_same(field, act, first))

    def _open_all(
        self, procedure_id: str, acts: Sequence[Act], command: Command, request: Request
    ) -> tuple[Recorded, ...]:
        around = Around(self._index)
        decided: list[_Decided] = []
        refused: list[tuple[str, Refused]] = []
        for act in acts:
            if act.opening is None:
                continue
            try:
                table = self._declarations.in_force(procedure_id, act.on)
                decided.append(self._opened(table, act.opening, act, around))
            except InputRejected:
                # What cannot be read is the same for all of them, and no reason of one subject's own.
                raise
            except Refused as error:
                refused.append((act.opening.subject, error))
        if refused:
            raise all_refused(procedure_id, refused, len(acts))
        return self._append(decided, command, request, around)

    def _advance(self, case_id: str, act: Act, command: Command, request: Request) -> tuple[Recorded, ...]:
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
        decided = _Decided(table, case, case_id, case.subject, admitted)
        return self._append((decided,), command, request, Around(self._index))

    def _prospect(self, case_id: str, target: Table, on: date) -> tuple[Table, Prospect]:
        table, case = self.load(case_id)
        return table, prospect(table, target, case, on, self._circumstances(case.subject, ()))

    def _change_law(
        self, case_ids: Sequence[str], target: Table, on: date, command: Command, request: Request
    ) -> tuple[Recorded, ...]:
        decided = []
        for case_id in dict.fromkeys(case_ids):
            found = self._prospect(case_id, target, on)[1]
            draft = law_changed(target, found, on, self._calendar.version)
            decided.append(_Decided(target, found.case, case_id, found.case.subject, draft))
        return self._append(decided, command, request, Around(self._index))

    def _newest(self, case_id: str) -> tuple[Table, Case]:
        # A log only grows: what was folded before stays true, and only what came since has to be read.
        known = self._known.get(case_id)
        newer = self._log.stream(case_id, after_version=known.version if known else 0)
        if known is None and not newer:
            raise _unknown(case_id)
        # The newest event is under the law that the case stands under now; it may have come under it on its way.
        declaration = newer[-1].declaration if newer else known.declaration if known else ""
        table = self._declarations.pinned(declaration)
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
        self, decided: Sequence[_Decided], command: Command, request: Request, around: Around
    ) -> tuple[Recorded, ...]:
        writes, reactions = [], ReactionWrites(self.load)
        for number, one in enumerate(decided):
            effects = self._declarations.effects_of(one.table, one.draft.type)
            cause = Cause(one.case_id, one.subject, one.draft)
            looked = ((e.procedure, one.subject if e.reach is Reach.SUBJECT else None) for e in effects)
            reached = tuple(case for key in dict.fromkeys(looked) for case in around.cases(*key))
            draft = msgspec.structs.replace(one.draft, links=links_of(effects, cause, reached))
            expected = one.case.version if one.case else 0
            writes.append(Write(stream=one.case_id, expected_version=expected, drafts=(draft,)))
            reactions.add(number, cause, effects, reached)
        appended = self._log.append(
            [*writes, *reactions.writes()], command, rehearse=request.rehearse, confirm=around.confirm
        )
        if appended.replayed:
            return self._again(appended.events)
        by_stream: dict[str, list[Envelope]] = {}
        for event in appended.events:
            by_stream.setdefault(event.stream, []).append(event)
        recorded = []
        for one in decided:
            own = tuple(by_stream.pop(one.case_id))
            case = fold(one.table, own, onto=one.case)
            assert case is not None  # noqa: S101 - at least the admitted event was appended
            if not request.rehearse:
                self._remember(case)
            recorded.append(Recorded(one.table, case, own, (), replayed=False))
        elsewhere = tuple(event for events in by_stream.values() for event in events)
        return (replace(recorded[0], elsewhere=elsewhere), *recorded[1:])

    def _free_id(self, opening: Opening, on: date) -> str:
        stem = f"{opening.procedure.replace('_', '-')}-{opening.subject.lower()}-{on.year}"
        if not self._log.version(stem):
            return stem
        number = 2
        while self._log.version(f"{stem}-{number}"):
            number += 1
        return f"{stem}-{number}"

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

    def _again(self, recorded: tuple[Envelope, ...]) -> tuple[Recorded, ...]:
        own = dict.fromkeys(event.stream for event in recorded if event.causation_id is None)
        elsewhere = tuple(event for event in recorded if event.stream not in own)
        found = []
        for case_id in own:
            events = tuple(event for event in recorded if event.stream == case_id)
            table, case = self.load(case_id, AsOf(known_at=recorded[-1].position))
            found.append(Recorded(table, case, events, (), replayed=True))
        return (replace(found[0], elsewhere=elsewhere), *found[1:])


def _unknown(case_id: str) -> NotFound:
    return NotFound(
        "case-unknown",
        f"There is no case called {case_id!r}.",
        try_next="ohjaus case list",
        details={"case": case_id},
    )
