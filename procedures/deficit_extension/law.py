"""How this procedure cites: every rule rests on a bill that is not confirmed, and says so."""

from __future__ import annotations

from engine.law import Basis, Label, Status, Statute
from procedures.statutes import DEFICIT_ANNOUNCEMENT, DEFICIT_BILL

_OPEN = Status.UNSETTLED


def bill(note: Label | None = None) -> Basis:
    """Gives the bill as the basis; its final sections are not known."""
    return DEFICIT_BILL("", _OPEN, note)


def announcement() -> Basis:
    """Gives the announcement of 3 March 2026 as the basis."""
    return DEFICIT_ANNOUNCEMENT("", _OPEN)


def taken_from(statute: Statute, section: str) -> Basis:
    """Gives a section of an act in force, of which it is not settled whether it governs here."""
    return statute(section, _OPEN)
