"""The tasks: what each role is to do, and what is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.envelope import Envelope
from engine.projection import ColumnType, Put, Rows
from store.projections.cases import whose


class Tasks:
    """One row for each generation of each task of a case."""

    name: str = "tasks"
    version: int = 1
    key: Sequence[str] = ("case_id", "name", "generation")
    columns: Mapping[str, ColumnType] = {
        "case_id": "text",
        "name": "text",
        "generation": "integer",
        "role": "text",
        "organisation": "text",
        "body": "text",
        "basis": "text",
        "raised_on": "date",
        "status": "text",
        "deadline": "text",
        "closed_on": "date",
        "subject": "text",
        "procedure": "text",
        "position": "integer",
    }
    indexes: Sequence[Sequence[str]] = (("status", "role"),)

    def apply(self, event: Envelope, rows: Rows) -> Sequence[Put]:
        """Writes every task that the event carries; it carries each whole."""
        if not event.tasks:
            return ()
        subject, procedure = whose(event, rows)
        return [
            Put(
                (event.stream, task.name, task.generation),
                {
                    "role": task.role,
                    "organisation": task.organisation,
                    "body": task.body,
                    "basis": task.basis,
                    "raised_on": task.raised_on.isoformat(),
                    "status": task.status,
                    "deadline": task.deadline,
                    "closed_on": task.closed_on.isoformat() if task.closed_on else None,
                    "subject": subject,
                    "procedure": procedure,
                    "position": event.position,
                },
            )
            for task in event.tasks
        ]


TASKS = Tasks()
