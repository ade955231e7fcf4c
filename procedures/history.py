"""From a file of published history to acts that can be offered for the record, and rows that must wait.

Each row of the file says what happened, when, to whom, and where that was published. A row may name its fact and data
itself; otherwise the procedures' catalogues of happenings read its words (`history_words`), and what they tell becomes
acts (`history_acts`). The acts are tried out in memory, in the order of their days, on cases that begin empty
(`history_rehearsal`): so a condition is marked as unreported exactly when the row does not establish it, and a row that
cannot have happened so is left over with the reason. Nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from engine.declarations import Declarations
from engine.errors import NotFound, OhjausError, Refused
from engine.law import Label
from procedures.history_acts import NotTold, PlannedAct, leave_open, same_matter
from procedures.history_rehearsal import Rehearsal
from procedures.history_rows import HistoryDocument, read_history
from procedures.register import declarations

__all__ = [
    "HistoryDocument",
    "LeftOver",
    "PlannedAct",
    "leave_open",
    "plan",
    "read_history",
    "real_history",
    "same_matter",
]


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A row (counted from 1) of which nothing is offered, and why."""

    row: int
    why: Label


@cache
def real_history() -> HistoryDocument:
    """Gives the history that belongs to this package: what was published of 2015–2026, read once."""
    return read_history(files("procedures").joinpath("real_history.toml").read_bytes())


def plan(
    document: HistoryDocument, declared: Declarations | None = None
) -> tuple[tuple[PlannedAct, ...], tuple[LeftOver, ...]]:
    """Gives the acts that a history tells, in the order of their days, and the rows that are left over, in theirs.

    They are judged by `declared`, which is the register of procedures unless another one is given.
    """
    rehearsal = Rehearsal(document, declared or declarations())
    acts: list[PlannedAct] = []
    left: list[LeftOver] = []
    for row in sorted(document.rows, key=lambda row: row.on):
        try:
            acts += rehearsal.acts_of(row)
        except NotTold as reason:
            left.append(LeftOver(row.number, reason.why))
        except OhjausError as error:
            left.append(LeftOver(row.number, _why(error)))
    return tuple(acts), tuple(sorted(left, key=lambda one: one.row))


def _why(error: OhjausError) -> Label:
    if isinstance(error, NotFound) or not isinstance(error, Refused) or not error.missing:
        return Label(error.message, error.message, error.message)
    texts: Mapping[str, list[str]] = {
        language: [missing.text.text(language) for missing in error.missing] for language in ("fi", "sv", "en")
    }
    return Label("; ".join(texts["fi"]), "; ".join(texts["sv"]), "; ".join(texts["en"]))
