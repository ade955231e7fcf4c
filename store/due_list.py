"""What the clock reads of the kept deadlines: those of which something may have come, and what is recorded of them.

The lists for people (`store.queries`) carry each deadline whole, with its derivation. A tick asks every minute and
mostly finds nothing, so it reads no more than could matter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec
from sqlalchemy import ColumnElement, and_, bindparam, or_, select, tuple_

from engine.envelope import LedgerEntry
from store.connection import Database, compiled
from store.kept_rows import as_folded
from store.projections.cases import CASES
from store.projections.deadlines import DEADLINES
from store.projections.occurrences import OCCURRENCES
from store.projections.subject_matrix import SUBJECT_MATRIX
from store.projections.tables import declared
from store.queries import RUNNING

Named = tuple[str, str]
"""The procedure and the name of a deadline."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """A running deadline, with what decides when something is to be recorded of it."""

    case_id: str
    name: str
    generation: int
    due: date
    started_on: date
    status: str
    opens_on: date | None
    ledger: tuple[LedgerEntry, ...]
    declaration: str
    opened_on: date


class DueList:
    """Reads the running deadlines of one log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def procedures(self) -> tuple[str, ...]:
        """Gives the procedures of which there ever was a case."""
        return tuple(procedure for (procedure,) in self._database.run(_PROCEDURES))

    def everything(self) -> tuple[DueRow, ...]:
        """Gives every running deadline."""
        return self._rows(_deadlines.status.in_(RUNNING))

    def reaching(
        self,
        last: date,
        *,
        due_until: Mapping[Named, date],
        after_passing: Collection[Named],
        windows: bool,
    ) -> tuple[DueRow, ...]:
        """Gives the deadlines of which something may come on or before `last`.

        Those are: what is due by then, or by the later day that `due_until` names for it, and has not passed; what has
        passed, of the names `after_passing`; and with `windows`, what opens by then, however late it is due.
        """
        by_day: dict[date, list[Named]] = {}
        for named, day in due_until.items():
            by_day.setdefault(day, []).append(named)
        which = tuple_(_deadlines.procedure, _deadlines.name)
        near = [and_(_deadlines.due <= day.isoformat(), which.in_(names)) for day, names in by_day.items()]
        # The latest of those days lets the index do most of the work.
        latest = max([last, *by_day]).isoformat()
        wanted = and_(
            _deadlines.status == "open",
            _deadlines.due <= latest,
            or_(_deadlines.due <= last.isoformat(), *near),
        )
        found = self._rows(wanted)
        if after_passing:
            found += self._rows(and_(_deadlines.status == "passed", which.in_(after_passing)))
        if windows:
            opens = and_(_deadlines.status == "open", _deadlines.opens_on <= last.isoformat())
            known = {(row.case_id, row.name, row.generation) for row in found}
            found += tuple(row for row in self._rows(opens) if (row.case_id, row.name, row.generation) not in known)
        return found

    def recorded(self, keys: Collection[str]) -> frozenset[str]:
        """Gives those of the keys under which the clock has recorded something."""
        return frozenset(key for key in keys if self._database.run(_RECORDED, {"key_is": key}))

    def _rows(self, wanted: ColumnElement[bool]) -> tuple[DueRow, ...]:
        found = self._database.select(_ROWS.where(wanted))
        with as_folded():
            return tuple([_row(*values) for values in found])


def _row(  # noqa: PLR0913, PLR0917 - the columns of a row in their order
    case_id: str,
    name: str,
    generation: int,
    due: str,
    started_on: str,
    status: str,
    opens_on: str | None,
    ledger: str,
    declaration: str,
    opened_on: str,
) -> DueRow:
    return DueRow(
        case_id,
        name,
        generation,
        date.fromisoformat(due),
        date.fromisoformat(started_on),
        status,
        date.fromisoformat(opens_on) if opens_on else None,
        () if ledger == "[]" else msgspec.json.decode(ledger, type=tuple[LedgerEntry, ...]),
        declaration,
        date.fromisoformat(opened_on),
    )


_cases, _deadlines, _occurrences = declared(CASES).c, declared(DEADLINES).c, declared(OCCURRENCES).c

_ROWS = select(
    _deadlines.case_id,
    _deadlines.name,
    _deadlines.generation,
    _deadlines.due,
    _deadlines.started_on,
    _deadlines.status,
    _deadlines.opens_on,
    _deadlines.ledger,
    _cases.declaration,
    _cases.opened_on,
).where(_cases.case_id == _deadlines.case_id)
_procedures = select(declared(SUBJECT_MATRIX).c.procedure).distinct()
# A file gives them in the order of its key; a server has to be asked for one.
_PROCEDURES = compiled(_procedures, postgres=_procedures.order_by(declared(SUBJECT_MATRIX).c.procedure))
_RECORDED = compiled(select(_occurrences.key).where(_occurrences.key == bindparam("key_is")))
