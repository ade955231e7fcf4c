"""The matrix of subjects and procedures: how many cases of each, how many open, and where the newest stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.correction_reading import case_after, is_correction
from engine.envelope import Envelope, Opening
from engine.projection import ColumnType, Put, Row, Rows, Value
from store.projections.cases import CASES


class SubjectMatrix:
    """One row for each subject and procedure that ever met.

    The newest case is the one opened last in law (`effective_on` of its opening); of two opened on one day, the one
    recorded last. `since` is the day on which it came to its state. A correction of those days is followed, except that
    a newest case whose opening turns out to be earlier stays the newest until another one is opened.
    """

    name: str = "subject_matrix"
    version: int = 1
    key: Sequence[str] = ("subject", "procedure")
    columns: Mapping[str, ColumnType] = {
        "subject": "text",
        "procedure": "text",
        "cases": "integer",
        "open_cases": "integer",
        "newest_case": "text",
        "newest_opened_on": "date",
        "state": "text",
        "since": "date",
        "position": "integer",
    }
    indexes: Sequence[Sequence[str]] = ()

    def apply(self, event: Envelope, rows: Rows) -> Sequence[Put]:
        """Counts a case when it opens, and follows it whenever its state changes."""
        case = rows.of(CASES.name).get((event.stream,)) if event.version > 1 else None
        if case is None:
            return () if event.opening is None else (_opened(event, event.opening, rows),)
        if case["state"] != event.state:
            return (_moved(event, case, rows),)
        corrected = case_after(event) if is_correction(event) else None
        return () if corrected is None else _corrected(event, corrected, case, rows)


def _opened(event: Envelope, opening: Opening, rows: Rows) -> Put:
    key = (opening.subject, opening.procedure)
    row = rows.get(key)
    opened_on = event.effective_on.isoformat()
    values: dict[str, Value] = {
        "cases": _number(row, "cases") + 1,
        "open_cases": _number(row, "open_cases") + (not event.closes),
        "position": event.position,
    }
    if row is None or opened_on >= str(row["newest_opened_on"]):
        values |= {
            "newest_case": event.stream,
            "newest_opened_on": opened_on,
            "state": event.state,
            "since": opened_on,
        }
    return Put(key, values)


def _moved(event: Envelope, case: Row, rows: Rows) -> Put:
    key = (str(case["subject"]), str(case["procedure"]))
    row = rows.get(key)
    was_open = case["closed_on"] is None
    values: dict[str, Value] = {
        "open_cases": _number(row, "open_cases") + (not event.closes) - was_open,
        "position": event.position,
    }
    if row is not None and row["newest_case"] == event.stream:
        values |= {"state": event.state, "since": event.effective_on.isoformat()}
    return Put(key, values)


def _corrected(event: Envelope, after: Mapping[str, str | None], case: Row, rows: Rows) -> Sequence[Put]:
    """Follows a correction that leaves the case in its state: its opening or its move may be on another day."""
    key = (str(case["subject"]), str(case["procedure"]))
    row = rows.get(key)
    newest = row is not None and row["newest_case"] == event.stream
    if row is None or not (newest or str(after["opened_on"]) > str(row["newest_opened_on"])):
        return ()
    values: dict[str, Value] = {
        "newest_case": event.stream,
        "newest_opened_on": after["opened_on"],
        "state": event.state,
        "since": after["moved_on"],
        "position": event.position,
    }
    return (Put(key, values),)


def _number(row: Row | None, column: str) -> int:
    return int(row[column] or 0) if row else 0


SUBJECT_MATRIX = SubjectMatrix()
