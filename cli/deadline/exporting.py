"""Deadlines as days of a calendar: what is asked for, what each day says, and where the file goes.

What is written depends on the record and the language alone, never on the day on which it is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cli.case.refs import procedure_id, subject_code
from cli.deadline.ics import WholeDay
from cli.deadline.ledger_words import life_lines
from cli.deadline.recorded_words import derivation_lines
from cli.frame.as_of import cases_as_of
from cli.screen.shapes import Labels, deadline_shape
from engine.case import Case
from engine.envelope import Deadline
from engine.errors import InputRejected, NotFound
from engine.law import Label, Status
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record

_BEGINS = b"BEGIN:VCALENDAR"
_STATUS: dict[str, Literal["TENTATIVE", "CANCELLED"]] = {"suspended": "TENTATIVE", "cancelled": "CANCELLED"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whose deadlines a calendar holds; None lets everything through. `since` leaves out what was due before.

    A person's calendar holds the cases in which that person has recorded something: who is to act is a role, and what
    one follows is what one has worked on.
    """

    subject: str | None = None
    procedure: str | None = None
    role: str | None = None
    person: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of the calendar with the deadline that it stands for."""

    case_id: str
    deadline: Deadline
    day: WholeDay


def scope_of(
    run: Invocation, subject: str | None, procedure: str | None, role: str | None, since: date | None
) -> Scope:
    """Gives what was asked for, its references understood.

    Raises:
        NotFound: the subject, the procedure or the role is not known.
    """
    if role is not None:
        _role_label(run, role)
    return Scope(
        subject=subject_code(run.wiring, subject),
        procedure=procedure_id(run.wiring, procedure) if procedure else None,
        role=role,
        since=since,
    )


def name_of(run: Invocation, scope: Scope) -> str:
    """Gives the name of the calendar: deadlines, and whose."""
    parts = [run.words("deadline.export.name")]
    if scope.person is not None:
        parts.append(scope.person)
    if scope.role is not None:
        parts.append(_role_label(run, scope.role).text(run.language))
    if scope.procedure is not None:
        label = run.wiring.declarations.versions(scope.procedure)[-1].procedure.label
        parts.append(label.text(run.language))
    if scope.subject is not None:
        parts.append(run.wiring.directory.by_code(scope.subject).name.text(run.language))
    return " · ".join(parts)


def entries(run: Invocation, record: Record, scope: Scope) -> list[Entry]:
    """Gives the days of a calendar, the earliest first: every deadline that was ever set, cancelled ones among them.

    Raises:
        NotFound: `person-unknown`, the person has recorded nothing in any of the cases.
    """
    log_id = record.opened.identity.log_id
    found, persons = [], set()
    sought = None if scope.person is None else record.wiring.persons.sought(scope.person)
    for table, case in _cases(run, record, scope):
        recorders = {event.recorded_by.person for event in case.events}
        persons |= recorders
        if sought is not None and not sought & recorders:
            continue
        for deadline in case.deadlines.values():
            early = scope.since is not None and deadline.due < scope.since
            if not early and (scope.role is None or scope.role in roles_of(table, deadline.name)):
                found.append(Entry(case.case_id, deadline, _day(run, log_id, table, case, deadline)))
    if scope.person is not None and sought is not None and not sought & persons:
        known = {record.wiring.persons.name_of(one) for one in persons}
        raise _person_unknown(scope.person, {one for one in known if one})
    return sorted(found, key=lambda one: (one.deadline.due, one.case_id, one.deadline.name, one.deadline.generation))


def _person_unknown(person: str, known: set[str]) -> NotFound:
    return NotFound(
        "person-unknown",
        f"{person!r} has recorded nothing in a case with a deadline.",
        nearest=tuple(get_close_matches(person, sorted(known), n=3, cutoff=0.4)),
        try_next="ohjaus audit log",
        details={"person": person},
    )


def roles_of(table: Table, name: str) -> frozenset[str]:
    """Gives the roles that a deadline concerns: whose acts meet it, and whose tasks wait for it."""
    procedure = table.procedure
    meeting = (move for move in procedure.transitions if any(meets.deadline.id == name for meets in move.meets))
    acting = {role.id for move in meeting for role in move.by}
    return frozenset(acting | {task.role.id for task in table.tasks.values() if task.deadline == name})


def _cases(run: Invocation, record: Record, scope: Scope) -> Iterator[tuple[Table, Case]]:
    if run.asks_for_the_past:
        for table, case in cases_as_of(record, run.as_of):
            if scope.subject in (None, case.subject) and scope.procedure in (None, case.opening.procedure):
                yield table, case
        return
    rows = record.queries.deadline_list(statuses=None, subject=scope.subject, procedure=scope.procedure)
    for case_id in dict.fromkeys(row.case_id for row in rows):
        yield record.registrar.load(case_id)


def _day(run: Invocation, log_id: str, table: Table, case: Case, deadline: Deadline) -> WholeDay:
    words, labels, mark = run.words, Labels(table, run.language), (deadline.name, deadline.generation)
    carrying = [event for event in case.events if any((one.name, one.generation) == mark for one in event.deadlines)]
    label, whose = labels.deadline(deadline.name), run.wiring.directory.by_code(case.subject).name.text(run.language)
    status = words.term("deadline_status", deadline.status)
    said = "" if deadline.status == "open" else f" ({status})"
    return WholeDay(
        uid=f"{case.case_id}.{deadline.name}.{deadline.generation}@{log_id}",
        sequence=len(carrying) - 1,
        on=deadline.due,
        status=_STATUS.get(deadline.status, "CONFIRMED"),
        summary=f"{label} · {whose}{said}",
        description=tuple(_told(run, labels, case, deadline)),
        categories=(labels.procedure(), whose),
        created_at=carrying[0].recorded_at,
        changed_at=carrying[-1].recorded_at,
    )


def _told(run: Invocation, labels: Labels, case: Case, deadline: Deadline) -> Iterator[str]:
    words, shape = run.words, deadline_shape(case.case_id, deadline)
    certain = deadline.law_status == Status.STATUTE
    law = "" if certain else f" ({words.term('law_status', deadline.law_status)})"
    yield f"{case.case_id} · {labels.procedure()}"
    yield f"{words('deadline.column.status')}: {words.term('deadline_status', deadline.status)}"
    yield f"{words('deadline.column.basis')}: {deadline.basis}{law}"
    # As if looked at from before it all, so that the text is the same on every day.
    yield from life_lines(words, shape, date.min)
    yield from derivation_lines(words, shape["derivation"])


def _role_label(run: Invocation, role_id: str) -> Label:
    roles: dict[str, Label] = {}
    for table in run.wiring.declarations.all():
        for move in (*table.procedure.transitions, *table.shared):
            roles.update({role.id: role.label for role in move.by})
        roles.update({role.id: role.label for role in table.procedure.roles})
    if role_id not in roles:
        raise NotFound(
            "role-unknown",
            f"No procedure has a role called {role_id!r}.",
            nearest=tuple(get_close_matches(role_id, sorted(roles), n=3, cutoff=0.4)),
            try_next="ohjaus todo",
            details={"role": role_id},
        )
    return roles[role_id]


def write_file(path: Path, content: bytes) -> None:
    """Writes a calendar to its place at once, so that nobody ever reads half of it; only a calendar is replaced.

    Raises:
        InputRejected: `not-a-calendar`, something else is there; `file-unwritable`.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        if target.is_file() and not _is_calendar(target):
            raise InputRejected(
                "not-a-calendar",
                f"{path} exists and is no calendar file. It was left as it is.",
                details={"path": str(path)},
            )
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            beside.write_bytes(content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputRejected(
            "file-unwritable", f"{path} cannot be written: {reason}.", details={"path": str(path), "reason": reason}
        ) from error


def _is_calendar(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_BEGINS)) in (_BEGINS, b"")
