"""What a correction is about: the event whose place it takes, the act behind it, and how that act reads now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.case import LAW_CHANGED_TYPE, Case
from engine.correction_reading import ANNULLED, is_correction, read_as, root_version, superseded_version
from engine.declaration import Kind
from engine.envelope import Envelope
from engine.table import Table

RECKONED_AGAIN: Final = "case.deadline_moved"
"""A time that was reckoned again by another calendar: it follows from the calendar, not from what a person states."""
SETTLED: Final = "case.incident_settled"
_NOT_BY_HAND: Final = frozenset({LAW_CHANGED_TYPE, RECKONED_AGAIN, SETTLED})


@dataclass(frozen=True, slots=True)
class Target:
    """The event that gives place (`named`), the act that it is about in the end (`root`), and how that act reads now.

    `reading` is None where the act was annulled. `by_hand` is false of what the clock, a reaction or the move to
    another law recorded: that follows from something else, and is put right there.
    """

    named: Envelope
    root: Envelope
    reading: Envelope | None
    superseded: bool
    is_decision: bool
    by_hand: bool
    opens: bool

    @property
    def is_correction(self) -> bool:
        """True where a correction gives place to another one."""
        return self.named.version != self.root.version

    @property
    def of_a_court(self) -> bool:
        """True where a court has annulled the act."""
        return self.named.type == ANNULLED and self.named.data.get("court") is not None


def target_of(table: Table, case: Case | None, version: int) -> Target | None:
    """Gives what a correction that names `version` is about; None when the case has no such event."""
    named = _event(case, version)
    root = _event(case, root_version(named)) if named else None
    if case is None or named is None or root is None:
        return None
    declared = table.version(root.declaration)
    moves = declared.with_fact(root.type.partition(".")[2])
    return Target(
        named=named,
        root=root,
        reading=case.corrected.get(root.version, root),
        superseded=version in case.superseded,
        is_decision=any(move.kind is Kind.DECISION for move in moves),
        by_hand=bool(moves) and root.type not in _NOT_BY_HAND and all(move.kind is not Kind.CLOCK for move in moves),
        opens=root.version == case.events[0].version,
    )


def reading_before(case: Case, correction: Envelope) -> Envelope | None:
    """Gives how an act read before a correction of it, or None where it was annulled then."""
    root = _event(case, root_version(correction))
    earlier = _event(case, superseded_version(correction) or 0)
    if root is None or earlier is None:
        return None
    return read_as(earlier, root) if is_correction(earlier) else root


def _event(case: Case | None, version: int) -> Envelope | None:
    return next((event for event in (case.events if case else ()) if event.version == version), None)
