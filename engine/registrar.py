"""The registrar: reads a case, admits an act, appends what follows. Decide, append, apply (architecture, section 2).

It is the only way from an offered act to the log, for people, for imports and for the clock alike, and it knows the log
only as a port. A command id makes each request safe to repeat: the second time it answers what it answered the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import msgspec

from engine.admit import admit
from engine.as_it_stood import as_it_stood, not_yet
from engine.assess import Act, Circumstances
from engine.calendar import Calendar
from engine.case import Case, fold
from engine.correction_beside import caused_elsewhere, seen_beside
from engine.declaration import Reach
from engine.declarations import Declarations
from engine.envelope import Envelope, Opening
from engine.errors import Conflict, Fault, InputRejected, NotFound, Refused
from engine.law_change import Prospect, law_changed, prospect
from engine.ports import CaseIndex, CaseSummary, Clock, Command, EventLog, Subjects
from engine.reactions import Cause, ReactionWrites, links_of
from engine.recording_day import RecordingDay
from engine.request import NOW, AsOf, Request, act_command, bulk_command, ensure_the_same, law_command
from engine.rights_authority import Authority, Rights
from engine.several import Decided, Step, after, ensure_apart, first_of_each, free_id, named
from engine.surroundings import Around, Overtaken, all_refused, states_the_same
from engine.table import Table

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
        rights: Rights | None = None,
    ) -> None:
        """Takes the ports it works over; without `rights` nobody is asked who may do what."""
        self._log = log
        self._index = index
        self._declarations = declarations
        self._subjects = subjects
        self._calendar = calendar
        self._day = RecordingDay(clock)
        self._rights = rights
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
        known = as_of.heard(events)
        table = self._declarations.pinned(events[0].declaration)
        case = as_it_stood(table, known, as_of)
        if case is None:
            raise not_yet(events[0])
        return table.version(case.declaration), case

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
            around = self._around(request)
            table = self._declarations.in_force(procedure_id, act.on)
            return self._append((self._opened(table, opening, act, around),), command, request, around)

        return self._once(command, record)[0]

    def advance(self, case_id: str, act: Act, request: Request) -> Recorded:
        """Records a fact in an open case.

        Raises:
            NotFound: no such case, or its procedure knows no such fact.
            Refused: a condition is unmet.
            Conflict: the case is not at the version that the request expects, or moved at each of many tries, or the
                command id was used for something else.
            Fault: `log-busy`, others kept recording about the same subject.
        """
        command = act_command("advance", case_id, act, request)
        acted = partial(self._advance, case_id, act, command, request)
        return self._once(command, acted, anew=request.expected_version is None)[0]

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

    def record_all(self, steps: Sequence[Step], request: Request) -> tuple[Recorded, ...]:
        """Records acts in several cases, all in one transaction or none; gives each case after them.

        Raises:
            Refused: a condition of one is unmet.
            Conflict, Fault: as `open` and `advance` do.
        """
        command = bulk_command("record_all", named(steps), [step.act for step in steps], request)
        return self._once(command, lambda: self._record_all(steps, command, request))

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

    def _once(
        self, command: Command, record: Callable[[], tuple[Recorded, ...]], *, anew: bool = False
    ) -> tuple[Recorded, ...]:
        """Answers what the command recorded before, else records; again if its grounds, `anew` if its case moved."""
        for tries in range(_TRIES):
            before = self._before(command)
            if before is not None:
                return self._again(before)
            try:
                # Whoever was overtaken decides in its turn, lest the others be first for ever.
                with self._log.turn() if tries else nullcontext():
                    return record()
            except Overtaken:
                continue
            except (Refused, Conflict) as error:
                # Another process may have recorded this very command meanwhile; then only that stands in its way.
                if (before := self._before(command)) is not None:
                    return self._again(before)
                if not anew or error.code != "version-conflict" or tries + 1 == _TRIES:
                    raise
        raise Fault("log-busy", "Others kept recording about the same subject. Nothing was stored; try again.")

    def _opened(
        self,
        table: Table,
        opening: Opening,
        act: Act,
        around: Around,
        *,
        as_id: str | None = None,
        taken: Iterable[str] = (),
    ) -> Decided:
        act = around.authority.taken(table, None, act)
        rivals = around.cases(table.procedure.id, opening.subject)
        circumstances = msgspec.structs.replace(
            self._circumstances(opening.subject, rivals), same_cases=self._same_cases(table, act, rivals)
        )
        admitted = around.authority.admitted(table, None, admit(table, None, act, circumstances))
        case_id = as_id or free_id(opening, act.on, taken, self._log.version)
        return Decided(table, None, case_id, opening.subject, admitted)

    def _same_cases(
        self, table: Table, act: Act, rivals: Iterable[CaseSummary], apart_from: str | None = None
    ) -> tuple[str, ...]:
        field = table.procedure.one_case_per
        if field is None:
            return ()
        others = (rival for rival in rivals if rival.case_id != apart_from)
        counting = (rival for rival in others if rival.state not in self._declarations.pinned(rival.declaration).void)
        openings = ((rival.case_id, self.load(rival.case_id)[1].readings[0]) for rival in counting)
        return tuple(case_id for case_id, first in openings if states_the_same(field, act, first))

    def _open_all(
        self, procedure_id: str, acts: Sequence[Act], command: Command, request: Request
    ) -> tuple[Recorded, ...]:
        around = self._around(request)
        decided: list[Decided] = []
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
        around = self._around(request)
        return self._append((self._moved(case_id, act, request, around),), command, request, around)

    def _moved(self, case_id: str, act: Act, request: Request, around: Around, onto: Case | None = None) -> Decided:
        table, case = (self._declarations.pinned(onto.declaration), onto) if onto else self.load(case_id)
        act = around.authority.taken(table, case, act)
        if request.expected_version is not None and case.version != request.expected_version:
            raise Conflict(
                "version-conflict",
                f"{case_id} stands at version {case.version}, not {request.expected_version}: "
                "someone has recorded since.",
                try_next=f"ohjaus case history {case_id}",
                details={"stream": case_id, "expected": request.expected_version, "actual": case.version},
            )
        circumstances = seen_beside(
            table,
            case,
            act,
            msgspec.structs.replace(self._circumstances(case.subject, ()), recorders=request.recorders),
            caused_by=lambda root: caused_elsewhere(root, self._log.of_command(root.command_id)),
            same_cases=lambda stated: self._same_cases(
                table, stated, around.cases(table.procedure.id, case.subject), apart_from=case_id
            ),
            kind_of=self._subjects.kind_of,
        )
        admitted = around.authority.admitted(table, case, admit(table, case, act, circumstances))
        return Decided(table, case, case_id, case.subject, admitted)

    def _record_all(self, steps: Sequence[Step], command: Command, request: Request) -> tuple[Recorded, ...]:
        around = self._around(request)
        decided: list[Decided] = []
        for step in steps:
            earlier = [one for one in decided if one.case_id == step.about]
            if step.act.opening is None:
                onto = after(self._log, earlier, command)
                expecting = replace(request, expected_version=step.expected_version)
                decided.append(self._moved(step.about, step.act, expecting, around, onto))
            else:
                table = self._declarations.in_force(step.about, step.act.on)
                ensure_apart(table, step.act.opening, decided)
                taken = [one.case_id for one in decided]
                decided.append(self._opened(table, step.act.opening, step.act, around, as_id=step.case_id, taken=taken))
        return self._append(decided, command, request, around)

    def _prospect(self, case_id: str, target: Table, on: date) -> tuple[Table, Prospect]:
        table, case = self.load(case_id)
        return table, prospect(table, target, case, on, self._circumstances(case.subject, ()))

    def _change_law(
        self, case_ids: Sequence[str], target: Table, on: date, command: Command, request: Request
    ) -> tuple[Recorded, ...]:
        decided, around = [], self._around(request)
        for case_id in dict.fromkeys(case_ids):
            found = self._prospect(case_id, target, on)[1]
            around.authority.law_changes(target, found.case)
            draft = law_changed(target, found, on, self._calendar.version)
            decided.append(Decided(target, found.case, case_id, found.case.subject, draft))
        return self._append(decided, command, request, around)

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

    def _around(self, request: Request) -> Around:
        return Around(self._index, Authority(self._rights, request, self._day.today()), self._day)

    def _circumstances(self, subject: str, rivals: Iterable[CaseSummary]) -> Circumstances:
        return Circumstances(
            today=self._day.today(),
            calendar=self._calendar,
            subject_kind=self._subjects.kind_of(subject),
            open_cases=tuple(case.case_id for case in rivals if case.closed_on is None),
        )

    def _append(
        self, decided: Sequence[Decided], command: Command, request: Request, around: Around
    ) -> tuple[Recorded, ...]:
        writes, reactions = [], ReactionWrites(self.load)
        for number, one in enumerate(decided):
            effects = self._declarations.effects_of(one.table, one.draft.type)
            cause = Cause(one.case_id, one.subject, one.draft)
            looked = ((e.procedure, one.subject if e.reach is Reach.SUBJECT else None) for e in effects)
            reached = tuple(case for key in dict.fromkeys(looked) for case in around.cases(*key))
            draft = msgspec.structs.replace(one.draft, links=(*one.draft.links, *links_of(effects, cause, reached)))
            writes.append(replace(one, draft=draft).write)
            reactions.add(number, cause, effects, reached)
        signed = replace(command, recorded_by=around.authority.signed(command.recorded_by))
        appended = self._log.append(
            [*writes, *reactions.writes()], signed, rehearse=request.rehearse, confirm=around.confirm
        )
        if appended.replayed:
            return self._again(appended.events)
        by_stream: dict[str, list[Envelope]] = {}
        for event in appended.events:
            by_stream.setdefault(event.stream, []).append(event)
        recorded = []
        for one in first_of_each(decided):
            own = tuple(by_stream.pop(one.case_id))
            case = fold(one.table, own, onto=one.case)
            assert case is not None  # noqa: S101 - at least the admitted event was appended
            if not request.rehearse:
                self._remember(case)
            recorded.append(Recorded(one.table, case, own, (), replayed=False))
        elsewhere = tuple(event for events in by_stream.values() for event in events)
        return (replace(recorded[0], elsewhere=elsewhere), *recorded[1:])

    def _before(self, command: Command) -> tuple[Envelope, ...] | None:
        if recorded := self._log.of_command(command.command_id):
            ensure_the_same(recorded[0], command)
        return recorded or None

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
        "case-unknown", f"There is no case called {case_id!r}.", try_next="ohjaus case list", details={"case": case_id}
    )
