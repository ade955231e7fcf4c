"""What the clock has recorded: each occurrence once, by its key, so that nothing is recorded twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.deadline_acts import OF_THE_CLOCK
from engine.envelope import Envelope
from engine.projection import ColumnType, Put, Rows

_TYPES = frozenset(f"case.{move.fact.id}" for move in OF_THE_CLOCK)


class Occurrences:
    """Reminders, windows and times that have passed, as the clock recorded them."""

    name: str = "occurrences"
    version: int = 1
    key: Sequence[str] = ("key",)
    columns: Mapping[str, ColumnType] = {
        "key": "text",
        "case_id": "text",
        "deadline": "text",
        "generation": "integer",
        "due": "date",
        "planned_on": "date",
        "fact": "text",
        "position": "integer",
    }
    indexes: Sequence[Sequence[str]] = (("case_id",),)

    def apply(self, event: Envelope, rows: Rows) -> Sequence[Put]:  # noqa: ARG002 - the protocol's signature
        """Writes the occurrence that a clock's event records."""
        if event.type not in _TYPES:
            return ()
        data = event.data
        values = {
            "case_id": event.stream,
            "deadline": str(data["deadline"]),
            "generation": data["generation"],
            "due": str(data["due"]),
            "planned_on": str(data["planned_on"]),
            "fact": event.type.partition(".")[2],
            "position": event.position,
        }
        return (Put((str(data["key"]),), values),)


OCCURRENCES = Occurrences()
