"""Which decisions stand in recorded cases: made, and not undone by a court since.

Pure: a folded case goes in, the events of its standing decisions come out, the oldest first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engine.case import Case
from engine.envelope import Envelope

_UNDONE: Final = ("annulled", "referred_back")


def grants(case: Case) -> tuple[Envelope, ...]:
    """Gives the grants of a case of additional funding that no court has annulled."""
    return _standing(case, "granted", lambda event: event.type.endswith(".decision_annulled"))


def extensions(case: Case) -> tuple[Envelope, ...]:
    """Gives the grants of more time to cover a deficit that no court has annulled."""
    return _standing(case, "granted", lambda event: event.type.endswith(".decision_annulled"))


def changes(case: Case) -> tuple[Envelope, ...]:
    """Gives the changes of the borrowing authority that no court has annulled or referred back."""
    return _standing(
        case,
        "changed",
        lambda event: event.type.endswith(".appeal_decided") and event.data["outcome"] in _UNDONE,
    )


def _standing(case: Case, deciding: str, undoes: Callable[[Envelope], bool]) -> tuple[Envelope, ...]:
    """Gives the deciding events, without the newest one before each event that undoes a decision."""
    made: list[Envelope] = []
    for event in case.readings:
        if event.type == f"{case.opening.procedure}.{deciding}":
            made.append(event)
        elif made and undoes(event):
            made.pop()
    return tuple(made)
