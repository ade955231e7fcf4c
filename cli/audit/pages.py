"""What `audit log` shows to a person: a line for each event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cli.audit.replay_view import type_label
from cli.audit.telling import moment
from cli.rights.persons import recorder
from cli.screen.page import Column
from cli.screen.shapes import Shape

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation


def log_columns(run: Invocation) -> Sequence[Column]:
    """Gives the columns of the log as a person sees it."""
    words = run.words
    at = Column("recorded_at", words("audit.column.recorded_at"), wrap=True)
    by = Column("recorded_by", words("audit.column.recorded_by"), wrap=True)
    return (
        Column("position", words("audit.column.position"), right=True),
        Column("effective_on", words("audit.column.effective_on"), date=True),
        Column("stream", words("audit.column.case")),
        Column("type", words("audit.column.type"), wrap=True),
        Column("act_of", words("audit.column.act_of")),
        # A table of a narrow terminal has room for one column; lines that a program cuts keep both.
        *((at,) if run.out.form == "table" else (at, by)),
    )


def log_row(run: Invocation, row: Mapping[str, Any]) -> Shape:
    """Gives an envelope as one line for a person."""
    person = row["recorded_by"]
    by = recorder(run, person["person"], row["acting_for"]) + (f" ({person['role']})" if person["role"] else "")
    at = moment(run, datetime.fromisoformat(row["recorded_at"]))
    in_table = run.out.form == "table"
    told = type_label(run, row["declaration"], row["type"]) if in_table else row["type"]
    if "superseded_by" in row:
        told += f" ({run.words('history.superseded_at', position=row['superseded_by'])})"
    return {
        **row,
        "type": told,
        "act_of": row["act_of"]["organisation"],
        "recorded_at": f"{at} {by}" if in_table else at,
        "recorded_by": by,
    }
