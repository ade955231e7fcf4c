"""Recording planned acts from a history file: each under its own command id, so that importing again adds nothing.

What cannot be recorded is left over with the reason, and everything that can be is recorded all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine.errors import Conflict, Fault, NotAuthorised, OhjausError
from engine.request import Request
from procedures.history import HistoryDocument, LeftOver, PlannedAct, leave_open, same_matter

if TYPE_CHECKING:
    from cli.messages import Words
    from engine.assess import Circumstances
    from engine.case import Case
    from engine.envelope import RecordedBy
    from engine.ports import CaseIndex, CaseSummary, EventLog
    from engine.registrar import Recorded, Registrar


@dataclass(slots=True)
class Tally:
    """What came of an import, as a whole or of one procedure."""

    facts: int = 0
    cases: int = 0
    already_there: int = 0
    left_over: list[dict[str, Any]] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """Gives the tally in the contract's shape."""
        return {
            "facts": self.facts,
            "cases": self.cases,
            "already_there": self.already_there,
            "left_over": self.left_over,
        }


class HistoryImport:
    """Records planned acts over a log."""

    def __init__(
        self,
        registrar: Registrar,
        *,
        log: EventLog,
        index: CaseIndex,
        circumstances: Callable[[Case], Circumstances],
        recorded_by: RecordedBy,
        words: Words,
    ) -> None:
        """Takes the registrar, the log and index that it works over, by what acts are judged, and who records."""
        self._registrar = registrar
        self._log = log
        self._index = index
        self._circumstances = circumstances
        self._recorded_by = recorded_by
        self._words = words
        self._left: set[int] = set()
        self._taken_for: dict[str, str] = {}
        self.total = Tally()
        self.by_procedure: dict[str, Tally] = {}

    def leave(self, left_over: Iterable[LeftOver], document: HistoryDocument) -> None:
        """Notes the rows that were not planned."""
        for left in left_over:
            procedure = document.rows[left.row - 1].procedure
            self._leave(procedure, left.row, left.why.text(self._words.language))

    def record(self, planned: PlannedAct) -> None:
        """Records one act, or finds that it is there, or leaves it over."""
        tallies = (self.total, self._of(planned.procedure))
        try:
            recorded = None if self._is_there(planned) else self._recorded(planned)
        except (Fault, NotAuthorised):
            raise
        except OhjausError as error:
            self._leave(planned.procedure, planned.row, self._why(error))
            return
        for tally in tallies:
            tally.facts += recorded is not None
            tally.already_there += recorded is None
            tally.cases += recorded is not None and recorded.case.version == 1

    def result(self) -> dict[str, Any]:
        """Gives the whole result, rows left over in the order of the file."""
        self.total.left_over.sort(key=lambda left: int(left["row"]))
        return self.total.as_data()

    def _is_there(self, planned: PlannedAct) -> bool:
        """Tells whether the act was recorded, by an import or, where the row only takes it for granted, by anyone."""
        if self._log.of_command(planned.command_id):
            return True
        if not planned.implied:
            return False
        if planned.act.opening is not None:
            return self._is_open_already(planned)
        case_id = self._case_of(planned)
        return case_id is not None and self._registrar.load(case_id)[1].has(planned.act.fact)

    def _is_open_already(self, planned: PlannedAct) -> bool:
        """Tells whether the case that a row takes for opened is open; then that is the case of what follows."""
        for summary in reversed(self._cases_by(planned)):
            case = self._registrar.load(summary.case_id)[1]
            if case.closed_on is None and case.has(planned.act.fact) and same_matter(case, planned.act.data):
                self._taken_for[planned.command_id] = case.case_id
                return True
        return False

    def _recorded(self, planned: PlannedAct) -> Recorded:
        request = Request(command_id=planned.command_id, recorded_by=self._recorded_by)
        if planned.act.opening is not None:
            return self._registrar.open(planned.procedure, planned.act, request)
        case_id = self._case_of(planned)
        if case_id is None:
            raise Conflict(
                "no-case-to-record-in",
                f"{planned.subject} has no case of {planned.procedure} that had been opened by {planned.act.on}.",
                details={"procedure": planned.procedure, "subject": planned.subject, "day": planned.act.on},
            )
        act = planned.act
        if planned.continues:
            table, case = self._registrar.load(case_id)
            act = leave_open(table, case, act, self._circumstances(case))
        return self._registrar.advance(case_id, act, request)

    def _case_of(self, planned: PlannedAct) -> str | None:
        """Finds the case that an act of the same file opens; else the newest of the subject by the act's day."""
        if planned.opened_by is not None:
            opening = self._log.of_command(planned.opened_by)
            found = opening[0].stream if opening else self._taken_for.get(planned.opened_by)
            if found is not None:
                return found
        opened = self._cases_by(planned)
        return opened[-1].case_id if opened else None

    def _cases_by(self, planned: PlannedAct) -> list[CaseSummary]:
        """Gives the subject's cases that were opened by the act's day: the newest last, open ones after closed ones."""
        opened = [
            case
            for case in self._index.cases_of(planned.subject, planned.procedure)
            if case.opened_on <= planned.act.on
        ]
        return sorted(opened, key=lambda case: (case.closed_on is None, case.opened_on, case.case_id))

    def _why(self, error: OhjausError) -> str:
        language = self._words.language
        said = "; ".join(missing.text.text(language) for missing in error.missing) or self._words.error(error)
        return f"{said} [{error.code}]"

    def _leave(self, procedure: str, row: int, why: str) -> None:
        # A row whose first act is refused is left over once; what builds on that act falls with it.
        if row in self._left:
            return
        self._left.add(row)
        for tally in (self.total, self._of(procedure)):
            tally.left_over.append({"row": row, "why": why})

    def _of(self, procedure: str) -> Tally:
        return self.by_procedure.setdefault(procedure, Tally())


def grouped(left_over: Iterable[dict[str, Any]]) -> list[tuple[str, list[int]]]:
    """Gives the reasons with the rows that each was given for, the most frequent first."""
    rows: dict[str, list[int]] = {}
    for left in left_over:
        rows.setdefault(str(left["why"]), []).append(int(left["row"]))
    return sorted(rows.items(), key=lambda one: (-len(one[1]), one[1][0]))


def spans(rows: Iterable[int]) -> str:
    """Gives row numbers in short.

    Example:
        >>> spans([1, 2, 3, 7, 9, 10])
        '1–3, 7, 9–10'
    """
    found: list[list[int]] = []
    for row in sorted(set(rows)):
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
