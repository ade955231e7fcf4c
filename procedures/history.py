"""From a file of published history to acts that can be offered for the record, and rows that must wait.

Each row of the file says what happened, when, to whom, and where that was published. A row may name its fact and data
itself; otherwise the procedure's catalogue of happenings reads its words (`history_words`). The acts are tried out in
memory, in the order of their days, on cases that begin empty: so a condition is marked as unreported exactly when the
row does not establish it, and a row that cannot have happened so is left over with the reason. Nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Final

from engine.admit import admit
from engine.assess import Act, Circumstances, assess
from engine.case import Case, evolve
from engine.declaration import Transition
from engine.envelope import DocumentRef, Draft, Envelope, Opening, RecordedBy, seal
from engine.errors import NotFound, OhjausError, Refused
from engine.law import Label
from engine.table import Table
from procedures.calendar import finnish_calendar
from procedures.directory import directory
from procedures.history_rows import HistoryDocument, Row, read_history
from procedures.history_words import Told, catalogue, told_by
from procedures.register import declarations

__all__ = ["HistoryDocument", "LeftOver", "PlannedAct", "leave_open", "plan", "read_history", "real_history"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAct:
    """An act to offer, from row `row` (counted from 1).

    `command_id` follows from what the row says and not from its place, so that importing again adds nothing.
    `implied`: the row takes the fact for granted. `continues`: no row of this file opens the case, so it was not tried
    out; whoever imports it asks `leave_open` with the real case.
    """

    row: int
    procedure: str
    subject: str
    act: Act
    command_id: str
    implied: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A row (counted from 1) of which nothing is offered, and why."""

    row: int
    why: Label


@cache
def real_history() -> HistoryDocument:
    """Gives the history that belongs to this package: what was published of 2015–2026, read once."""
    return read_history(files("procedures").joinpath("real_history.toml").read_bytes())


def plan(document: HistoryDocument) -> tuple[tuple[PlannedAct, ...], tuple[LeftOver, ...]]:
    """Gives the acts that a history tells, in the order of their days, and the rows that are left over, in theirs."""
    rehearsal = _Rehearsal(document)
    acts: list[PlannedAct] = []
    left: list[LeftOver] = []
    for row in sorted(document.rows, key=lambda row: row.on):
        try:
            acts += rehearsal.acts_of(row)
        except _NotTold as reason:
            left.append(LeftOver(row.number, reason.why))
        except OhjausError as error:
            left.append(LeftOver(row.number, _why(error)))
    return tuple(acts), tuple(sorted(left, key=lambda one: one.row))


def leave_open(table: Table, case: Case | None, act: Act, circumstances: Circumstances) -> Act:
    """Gives `act` with every condition marked as unreported that neither the case nor the report establishes.

    Only conditions of which a report may be silent are marked, and only where the source is published reporting.

    Raises:
        NotFound: the procedure knows no such fact.
        InputRejected: the data cannot be read.
    """
    if not any(document.is_reporting for document in act.documents):
        return act
    assessment = assess(table, case, act, circumstances)
    silent = _silences(table, assessment.transition, act)
    unmet = [missing.code for missing in assessment.missing if missing.code in silent]
    return replace(act, unreported=(*act.unreported, *unmet))


def _silences(table: Table, transition: Transition, act: Act) -> frozenset[str]:
    fields = catalogue(table.procedure.id).silences
    guards = {
        guard.id
        for guard in transition.guards
        if guard.id in fields and not any(act.data.get(name) not in (None, [], ()) for name in fields[guard.id])
    }
    return frozenset(guards | {f"document:{rule.kind}" for rule in transition.documents})


class _NotTold(Exception):
    """The row tells nothing that can be offered."""

    def __init__(self, why: Label) -> None:
        super().__init__(why.en)
        self.why = why


class _Rehearsal:
    """The cases of one document as they would become."""

    def __init__(self, document: HistoryDocument) -> None:
        self._document = document
        self._cases: dict[tuple[str, str], tuple[Table, Case]] = {}
        self._opened_here = {
            (row.procedure, row.subject)
            for row in document.rows
            if row.procedure in declarations().names and any(_opens(row.procedure, told.fact) for told in _told(row))
        }

    def acts_of(self, row: Row) -> tuple[PlannedAct, ...]:
        """Gives every act of a row, or none: a row is told whole.

        Raises:
            _NotTold: there is no declaration, or no happening fits the words.
            OhjausError: the engine would not admit one of the acts.
        """
        if row.procedure not in declarations().names:
            raise _NotTold(
                Label(
                    f"menettelyä {row.procedure} ei ole vielä määritelty",
                    f"förfarandet {row.procedure} är ännu inte definierat",
                    f"no declaration of {row.procedure} yet",
                )
            )
        told = _told(row)
        if not told:
            raise _NotTold(
                Label(
                    "mikään tunnettu tapahtuma ei vastaa rivin sanoja",
                    "ingen känd händelse motsvarar radens ord",
                    "no known happening fits the words of the row",
                )
            )
        subject_kind = _kind_of(row.subject)
        key = (row.procedure, row.subject)
        if key not in self._opened_here:
            return tuple(self._continuing(row, told))
        planned, standing = [], self._cases.get(key)
        for ordinal, one in enumerate(told, start=1):
            if one.implied and standing is not None and standing[1].closed_on is None and standing[1].has(one.fact):
                continue
            act, standing = _rehearsed(row, one, standing, subject_kind)
            planned.append(_planned(row, act, ordinal, one))
        if standing is not None:
            self._cases[key] = standing
        return tuple(planned)

    def _continuing(self, row: Row, told: tuple[Told, ...]) -> Iterator[PlannedAct]:
        table = declarations().in_force(row.procedure, row.on)
        for ordinal, one in enumerate(told, start=1):
            act = _act(table, row, one, opening=None)
            yield replace(_planned(row, act, ordinal, one), continues=True)


def _rehearsed(
    row: Row, told: Told, standing: tuple[Table, Case] | None, subject_kind: str
) -> tuple[Act, tuple[Table, Case]]:
    opens = _opens(row.procedure, told.fact) and (standing is None or standing[1].closed_on is not None)
    if standing is None or opens:
        table, case = declarations().in_force(row.procedure, row.on), None
    else:
        table, case = standing
    opening = _opening(table, row) if case is None else None
    circumstances = Circumstances(today=row.on, calendar=finnish_calendar(), subject_kind=subject_kind)
    act = leave_open(table, case, _act(table, row, told, opening=opening), circumstances)
    draft = admit(table, case, act, circumstances)
    return act, (table, evolve(table, case, _sealed(draft, row, case)))


def _told(row: Row) -> tuple[Told, ...]:
    if row.fact is not None:
        return (Told(row.fact, row.data, implied=False),)
    return told_by(row.procedure, row.what)


def _opens(procedure: str, fact: str) -> bool:
    return any(move.fact.id == fact for table in declarations().versions(procedure) for move in table.openings)


def _kind_of(subject: str) -> str:
    return str(directory().by_code(subject).kind)


def _opening(table: Table, row: Row) -> Opening:
    return Opening(
        procedure=row.procedure,
        subject=row.subject,
        parties=(row.subject,),
        ministry=table.procedure.ministry,
        ground=row.what or row.fact or "",
    )


def _act(table: Table, row: Row, told: Told, *, opening: Opening | None) -> Act:
    return Act(
        fact=told.fact,
        on=row.on,
        data=told.data,
        role=row.role,
        documents=tuple(_documents(table, row, told.fact)),
        precision="by" if told.implied and row.precision != "month" else row.precision,
        opening=opening,
    )


def _documents(table: Table, row: Row, fact: str) -> Iterator[DocumentRef]:
    """Gives the documents of a row; its source stands, as reporting, for the first required one not named."""
    yield from row.documents
    if row.source is not None:
        named = {document.kind for document in row.documents}
        rules = [rule for move in table.with_fact(fact)[:1] for rule in move.documents]
        lacking = (rule.kind for rule in rules if rule.kind not in named)
        yield DocumentRef(kind=next(lacking, _REPORTING), source=row.source)


def _planned(row: Row, act: Act, ordinal: int, told: Told) -> PlannedAct:
    return PlannedAct(
        row=row.number,
        procedure=row.procedure,
        subject=row.subject,
        act=act,
        command_id=f"history-{row.digest}-{ordinal}",
        implied=told.implied,
    )


_REPORTING: Final = "reporting"
_NOBODY: Final = RecordedBy(person="rehearsal", identity="none: nothing is stored")


def _sealed(draft: Draft, row: Row, case: Case | None) -> Envelope:
    version = case.version + 1 if case else 1
    return seal(
        draft,
        position=version,
        stream=f"{row.procedure}-{row.subject}",
        version=version,
        event_id=f"{row.digest}-{version}",
        recorded_at=datetime(row.on.year, row.on.month, row.on.day, tzinfo=UTC),
        clock="rehearsal",
        recorded_by=_NOBODY,
        command_id="",
        command_hash="",
        correlation_id="",
        previous_hash="",
    )


def _why(error: OhjausError) -> Label:
    if isinstance(error, NotFound) or not isinstance(error, Refused) or not error.missing:
        return Label(error.message, error.message, error.message)
    texts: Mapping[str, list[str]] = {
        language: [missing.text.text(language) for missing in error.missing] for language in ("fi", "sv", "en")
    }
    return Label("; ".join(texts["fi"]), "; ".join(texts["sv"]), "; ".join(texts["en"]))
