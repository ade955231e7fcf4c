"""The deadlines: each generation of each, as the newest event that carries it left it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.envelope import Envelope, canonical
from engine.projection import ColumnType, Put, Rows
from store.projections.cases import whose


class Deadlines:
    """What is due, what was met and what has passed; the list that the clock works from."""

    name: str = "deadlines"
    version: int = 2
    key: Sequence[str] = ("case_id", "name", "generation")
    columns: Mapping[str, ColumnType] = {
        "case_id": "text",
        "name": "text",
        "generation": "integer",
        "kind": "text",
        "due": "date",
        "started_on": "date",
        "status": "text",
        "closed_on": "date",
        "rule": "text",
        "basis": "text",
        "law_status": "text",
        "calendar": "text",
        "subject": "text",
        "procedure": "text",
        "position": "integer",
        "derivation": "text",
        "opens_on": "date",
        "ledger": "text",
    }
    indexes: Sequence[Sequence[str]] = (("status", "due"),)

    def apply(self, event: Envelope, rows: Rows) -> Sequence[Put]:
        """Writes every deadline that the event carries; it carries each whole."""
        if not event.deadlines:
            return ()
        subject, procedure = whose(event, rows)
        return [
            Put(
                (event.stream, deadline.name, deadline.generation),
                {
                    "kind": deadline.kind,
                    "due": deadline.due.isoformat(),
                    "started_on": deadline.started_on.isoformat(),
                    "status": deadline.status,
                    "closed_on": deadline.closed_on.isoformat() if deadline.closed_on else None,
                    "rule": deadline.rule,
                    "basis": deadline.basis,
                    "law_status": deadline.law_status,
                    "calendar": deadline.calendar,
                    "subject": subject,
                    "procedure": procedure,
                    "position": event.position,
                    "derivation": canonical(deadline.derivation).decode(),
                    "opens_on": deadline.opens_on.isoformat() if deadline.opens_on else None,
                    "ledger": canonical(deadline.ledger).decode() if deadline.ledger else "[]",
                },
            )
            for deadline in event.deadlines
        ]


DEADLINES = Deadlines()
