"""The cases: one row for each, as its newest event left it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from engine.correction_reading import case_after, is_correction
from engine.envelope import Envelope
from engine.ports import CaseSummary
from engine.projection import ColumnType, Put, Row, Rows, Value


class Cases:
    """A stream that begins with the opening of a case is a case; other streams are passed over."""

    name: str = "cases"
    version: int = 2
    key: Sequence[str] = ("case_id",)
    columns: Mapping[str, ColumnType] = {
        "case_id": "text",
        "procedure": "text",
        "declaration": "text",
        "subject": "text",
        "ministry": "text",
        "diary_number": "text",
        "state": "text",
        "version": "integer",
        "opened_on": "date",
        "moved_on": "date",
        "closed_on": "date",
        "position": "integer",
    }
    indexes: Sequence[Sequence[str]] = (("subject", "procedure"),)

    def apply(self, event: Envelope, rows: Rows) -> Sequence[Put]:
        """Opens the row with the case and moves it along; a case that moves on after its end is open again."""
        before = rows.get((event.stream,)) if event.version > 1 else None
        values: dict[str, Value] = {
            "state": event.state,
            "version": event.version,
            "position": event.position,
            # An open case can come under a later version of its law.
            "declaration": event.declaration,
        }
        if before is None:
            if event.opening is None:
                return ()
            opening = event.opening
            values |= {
                "procedure": opening.procedure,
                "subject": opening.subject,
                "ministry": opening.ministry,
                "diary_number": opening.diary_number,
                "opened_on": event.effective_on.isoformat(),
            }
        if before is None or before["state"] != event.state:
            moved_on = event.effective_on.isoformat()
            values["moved_on"] = moved_on
            values["closed_on"] = moved_on if event.closes else None
        if event.type == "case.diary_number_assigned":
            values["diary_number"] = str(event.data["diary_number"])
        corrected = case_after(event) if is_correction(event) else None
        if corrected is not None:
            # A correction can put the opening, the last move or the end of a case on another day.
            values |= corrected
        return (Put((event.stream,), values),)


CASES = Cases()


def whose(event: Envelope, rows: Rows) -> tuple[Value, Value]:
    """Gives subject and procedure of the case that an event belongs to; nulls outside a case."""
    if event.version == 1:
        return (event.opening.subject, event.opening.procedure) if event.opening else (None, None)
    case = rows.of(CASES.name).get((event.stream,))
    return (case["subject"], case["procedure"]) if case else (None, None)


def summary(row: Row) -> CaseSummary:
    """Gives a row as the index of cases tells it."""
    closed_on = row["closed_on"]
    return CaseSummary(
        case_id=str(row["case_id"]),
        procedure=str(row["procedure"]),
        declaration=str(row["declaration"]),
        subject=str(row["subject"]),
        state=str(row["state"]),
        version=int(row["version"] or 0),
        opened_on=date.fromisoformat(str(row["opened_on"])),
        closed_on=None if closed_on is None else date.fromisoformat(str(closed_on)),
    )
