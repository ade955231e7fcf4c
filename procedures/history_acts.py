"""From one row of published history to the acts that it tells: whose procedure, about whom, with which data and source.

A row is offered to every catalogue that reads the name under which it is filed. What it says of the whole state can be
told of each actor of a kind. The command id of an act follows from what the row says, never from its place in the file
or from what other procedures there are, so that importing again adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from engine.assess import Act, Circumstances, assess
from engine.case import Case
from engine.declaration import Transition
from engine.declarations import Declarations
from engine.envelope import DocumentRef, Opening
from engine.law import Label
from engine.table import Table
from procedures.directory import Kind, directory
from procedures.history_rows import Row
from procedures.history_words import Told, catalogue, readers, told_by

_REPORTING: Final = "reporting"
_CENTS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAct:
    """An act to offer, from row `row` (counted from 1).

    `command_id` follows from what the row says and not from its place, so that importing again adds nothing.
    `implied`: the row takes the fact for granted. `continues`: no row of this file opens the case, so it was not tried
    out; whoever imports it asks `leave_open` with the real case. `opened_by` is the command id of the act of this file
    by which its case is opened, which may be its own.
    """

    row: int
    procedure: str
    subject: str
    act: Act
    command_id: str
    implied: bool = False
    continues: bool = False
    opened_by: str | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What a row tells of one subject: the fact, and the command id under which it would be recorded."""

    told: Told
    subject: str
    command_id: str

    @property
    def key(self) -> tuple[str, str]:
        """The procedure and the subject."""
        return self.told.procedure, self.subject


class NotTold(Exception):
    """The row tells nothing that can be offered."""

    def __init__(self, why: Label) -> None:
        super().__init__(why.en)
        self.why = why


def offered_by(row: Row, declared: Declarations) -> tuple[Offered, ...]:
    """Gives what a row tells, of each subject, in the order in which it is to be recorded.

    Raises:
        NotTold: there is no declaration, or no happening fits the words.
        NotFound: nobody in the directory has the row's subject as code.
    """
    told = {procedure: _told(row, procedure) for procedure in _reading(row, declared)}
    if not told:
        raise NotTold(
            Label(
                f"menettelyä {row.procedure} ei ole vielä määritelty",
                f"förfarandet {row.procedure} är ännu inte definierat",
                f"no declaration of {row.procedure} yet",
            )
        )
    if not any(told.values()):
        raise NotTold(
            Label(
                "mikään tunnettu tapahtuma ei vastaa rivin sanoja",
                "ingen känd händelse motsvarar radens ord",
                "no known happening fits the words of the row",
            )
        )
    of_state = directory().by_code(row.subject).kind is Kind.STATE
    return tuple(
        offered
        for facts in told.values()
        for ordinal, one in enumerate(facts, start=1)
        for offered in _of_subjects(row, one, ordinal, of_state=of_state)
    )


def _reading(row: Row, declared: Declarations) -> tuple[str, ...]:
    """Gives the procedures that the row may speak of; one that names its fact itself speaks of its own only."""
    if row.fact is not None:
        return tuple(name for name in declared.names if name == row.procedure)
    return readers(row.procedure, declared.names)


def _told(row: Row, procedure: str) -> tuple[Told, ...]:
    if row.fact is not None:
        return (Told(procedure, row.fact, row.data),)
    fields: dict[str, Any] = {"on": row.on.isoformat(), "month": f"{row.on:%Y-%m}", "year": row.on.year}
    if row.amount is not None:
        fields["amount_cents"] = row.amount * _CENTS
    return told_by(procedure, row.what, fields)


def _of_subjects(row: Row, told: Told, ordinal: int, *, of_state: bool) -> Iterator[Offered]:
    # What is told of the row's own procedure bears the row's own id; the others say whose it is.
    stem = f"history-{row.digest}" if told.procedure == row.procedure else f"history-{row.digest}-{told.procedure}"
    if told.each is None or not of_state:
        yield Offered(told, row.subject, f"{stem}-{ordinal}")
        return
    for actor in directory().actors(told.each):
        if actor.in_being(row.on):
            yield Offered(told, actor.code, f"{stem}-{ordinal}-{actor.code}")


def planned(row: Row, offered: Offered, act: Act, *, opened_by: str | None) -> PlannedAct:
    """Gives the act as it is to be offered for the record, in the case that the command `opened_by` opens, if one."""
    return PlannedAct(
        row=row.number,
        procedure=offered.told.procedure,
        subject=offered.subject,
        act=act,
        command_id=offered.command_id,
        implied=offered.told.implied,
        continues=opened_by is None,
        opened_by=opened_by,
    )


def opening_of(table: Table, row: Row, subject: str) -> Opening:
    """Gives what a case is opened with: as `ohjaus case start` would, with the row's words as its ground."""
    return Opening(
        procedure=table.procedure.id,
        subject=subject,
        parties=table.procedure.parties_of(subject),
        ministry=table.procedure.ministry,
        ground=row.what or row.fact or "",
    )


def act_of_row(table: Table, row: Row, told: Told, *, opening: Opening | None) -> Act:
    """Gives the act that a row tells."""
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
    return msgspec.structs.replace(act, unreported=(*act.unreported, *unmet))


def same_matter(case: Case, data: Mapping[str, Any]) -> bool:
    """Says whether a case may have been opened about what `data` speak of.

    It may, unless it was opened with another value of a field that tells one matter from others (`Catalogue.matter`).
    """
    opened_with = case.readings[0].data
    named = [name for name in catalogue(case.opening.procedure).matter if data.get(name) and opened_with.get(name)]
    return all(data[name] == opened_with[name] for name in named)


def _silences(table: Table, transition: Transition, act: Act) -> frozenset[str]:
    fields: Mapping[str, tuple[str, ...]] = catalogue(table.procedure.id).silences
    guards = {
        guard.id
        for guard in transition.guards
        if guard.id in fields and not any(act.data.get(name) not in (None, [], ()) for name in fields[guard.id])
    }
    return frozenset(guards | {f"document:{rule.kind}" for rule in transition.documents})
