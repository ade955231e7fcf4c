"""The cases of one file of history as they would become: each act is tried out in memory, in the order of its day.

A condition is left unreported exactly when the row does not establish it, and a row that cannot have happened so is
refused whole. Of several open cases about one subject the newest is meant, unless what the row takes for granted of
its opening says which.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from engine.admit import admit
from engine.assess import Circumstances
from engine.case import Case, evolve
from engine.declarations import Declarations
from engine.envelope import Draft, Envelope, RecordedBy, seal
from engine.errors import OhjausError
from engine.law import Label
from engine.table import Table
from procedures.calendar import finnish_calendar
from procedures.directory import directory
from procedures.history_acts import (
    NotTold,
    Offered,
    PlannedAct,
    act_of_row,
    leave_open,
    offered_by,
    opening_of,
    planned,
    same_matter,
)
from procedures.history_rows import HistoryDocument, Row
from procedures.history_words import Told

_ALL_KNOWN: Final = Label(
    "rivi ei kerro mitään, mitä muut rivit eivät jo kerro",
    "raden berättar inget som andra rader inte redan berättar",
    "the row tells nothing that other rows have not told",
)
_NOBODY: Final = RecordedBy(person="rehearsal", identity="none: nothing is stored")


@dataclass(slots=True)
class _Standing:
    """A case as it stands, with the declaration it is pinned to and the command by which it is opened."""

    table: Table
    case: Case
    opened_by: str

    @property
    def is_open(self) -> bool:
        return self.case.closed_on is None


@dataclass(slots=True)
class _Matters:
    """The cases of one procedure and subject in the order of their opening, and the one that the row has spoken of."""

    cases: list[_Standing]
    spoken_of: int | None = None


class Rehearsal:
    """The cases of one document as they would become."""

    def __init__(self, document: HistoryDocument, declared: Declarations) -> None:
        """Takes the rows and the declarations by which they are judged."""
        self._declared = declared
        self._cases: dict[tuple[str, str], tuple[_Standing, ...]] = {}
        self._opened_here = {
            offered.key for row in document.rows for offered in self._offered(row) if self._opens(offered.told)
        }

    def acts_of(self, row: Row) -> tuple[PlannedAct, ...]:
        """Gives every act of a row, or none: a row is told whole.

        Raises:
            NotTold: there is no declaration, no happening fits the words, or other rows have told all of it.
            OhjausError: the engine would not admit one of the acts.
        """
        acts: list[PlannedAct] = []
        touched: dict[tuple[str, str], _Matters] = {}
        for offered in offered_by(row, self._declared):
            if offered.key not in self._opened_here:
                table = self._declared.in_force(offered.told.procedure, row.on)
                act = act_of_row(table, row, offered.told, opening=None)
                acts.append(planned(row, offered, act, opened_by=None))
                continue
            matters = touched.setdefault(offered.key, _Matters([*self._cases.get(offered.key, ())]))
            rehearsed = self._rehearsed(row, offered, matters)
            if rehearsed is not None:
                acts.append(rehearsed)
        if not acts:
            raise NotTold(_ALL_KNOWN)
        self._cases.update({key: tuple(matters.cases) for key, matters in touched.items()})
        return tuple(acts)

    def _offered(self, row: Row) -> tuple[Offered, ...]:
        try:
            return offered_by(row, self._declared)
        except (NotTold, OhjausError):
            return ()

    def _rehearsed(self, row: Row, offered: Offered, matters: _Matters) -> PlannedAct | None:
        """Tries out an act in the case it is meant for, or in a new one; None: that case knows it already."""
        told = offered.told
        place = self._place_of(told, matters)
        meant = None if place is None else matters.cases[place]
        if meant is not None and told.implied and meant.is_open and self._knows(meant, told):
            matters.spoken_of = place
            return None
        table = self._declared.in_force(told.procedure, row.on) if meant is None else meant.table
        case = None if meant is None else meant.case
        opening = opening_of(table, row, offered.subject) if case is None else None
        circumstances = Circumstances(
            today=row.on,
            calendar=finnish_calendar(),
            subject_kind=str(directory().by_code(offered.subject).kind),
        )
        act = leave_open(table, case, act_of_row(table, row, told, opening=opening), circumstances)
        draft = admit(table, case, act, circumstances)
        opened_by = offered.command_id if meant is None else meant.opened_by
        matters.spoken_of = len(matters.cases) if place is None else place
        after = _Standing(table, evolve(table, case, _sealed(draft, row, offered, case)), opened_by)
        matters.cases[matters.spoken_of : matters.spoken_of + 1] = [after]
        return planned(row, offered, act, opened_by=opened_by)

    def _place_of(self, told: Told, matters: _Matters) -> int | None:
        """Gives the place of the case that a fact is meant for; None where it opens one."""
        newest = _newest(matters.cases)
        if newest is None:
            return None
        meant = matters.cases[newest]
        several = not meant.table.procedure.one_open_case
        if not self._opens(told):
            return newest if matters.spoken_of is None else matters.spoken_of
        if not several:
            return newest if meant.is_open else None
        return _newest(matters.cases, told) if told.implied else None

    def _knows(self, meant: _Standing, told: Told) -> bool:
        """Says whether an open case already has what a row takes for granted: the fact, or that there is a case."""
        if meant.case.has(told.fact):
            return True
        several = not meant.table.procedure.one_open_case
        return several and self._opens(told) and meant.table.move(meant.case.state, told.fact) is None

    def _opens(self, told: Told) -> bool:
        versions = self._declared.versions(told.procedure)
        return any(move.fact.id == told.fact for table in versions for move in table.openings)


def _newest(cases: list[_Standing], told: Told | None = None) -> int | None:
    """Gives the place of the newest case, an open one before a closed one; or of the newest open one of a matter."""
    places = [
        place for place, one in enumerate(cases) if told is None or (one.is_open and same_matter(one.case, told.data))
    ]
    return max(places, key=lambda place: (cases[place].is_open, cases[place].case.opened_on, place), default=None)


def _sealed(draft: Draft, row: Row, offered: Offered, case: Case | None) -> Envelope:
    version = case.version + 1 if case else 1
    return seal(
        draft,
        position=version,
        stream="-".join(offered.key),
        version=version,
        event_id=f"{offered.command_id}-{version}",
        recorded_at=datetime(row.on.year, row.on.month, row.on.day, tzinfo=UTC),
        clock="rehearsal",
        recorded_by=_NOBODY,
        command_id="",
        command_hash="",
        correlation_id="",
        previous_hash="",
    )
