"""What is asked of the registrar: by whom, under which command id, as of which moment; and the command's fingerprint.

A command id makes a request safe to repeat: the fingerprint covers everything that was asked, so that the same id with
anything else is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.assess import Act
from engine.envelope import Envelope, RecordedBy, canonical, event_hash, refuse_floats
from engine.errors import InputRejected
from engine.ports import Command

_LONGEST = 2_000
"""Characters that a text beside the payload may have: a number, a title, an address, a ground, a command id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asks for something to be recorded, under which command id; `rehearse` shows the result and stores nothing."""

    command_id: str
    recorded_by: RecordedBy
    acting_for: str | None = None
    expected_version: int | None = None
    rehearse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """The two as-of axes: what was known at a position or instant, and what had happened in law by a day."""

    known_at: int | datetime | None = None
    in_force_on: date | None = None

    def admits(self, event: Envelope) -> bool:
        """True when the event was known then and had happened by then."""
        if isinstance(self.known_at, datetime) and event.recorded_at > self.known_at:
            return False
        if isinstance(self.known_at, int) and event.position > self.known_at:
            return False
        return self.in_force_on is None or event.effective_on <= self.in_force_on


NOW = AsOf()
"""Everything that is known."""


def act_command(verb: str, about: str, act: Act, request: Request) -> Command:
    """Gives the command by which one act is recorded.

    Raises:
        InputRejected: a text is too long, or the data holds a float.
    """
    return _command({"verb": verb, "about": about, **_asked(act)}, request)


def bulk_command(verb: str, about: str, acts: Iterable[Act], request: Request) -> Command:
    """Gives the command by which several acts are recorded at once.

    Raises:
        InputRejected: as `act_command` does.
    """
    return _command({"verb": verb, "about": about, "acts": [_asked(act) for act in acts]}, request)


def law_command(case_ids: Iterable[str], declaration: str, on: date, request: Request) -> Command:
    """Gives the command by which cases come under another version of their law."""
    return _command({"verb": "change_law", "about": declaration, "cases": sorted(case_ids), "on": on}, request)


def _command(asked: Mapping[str, object], request: Request) -> Command:
    _refuse_long((request.command_id, request.acting_for))
    return Command(
        command_id=request.command_id,
        command_hash=event_hash(canonical(asked)),
        recorded_by=request.recorded_by,
        acting_for=request.acting_for,
    )


def _asked(act: Act) -> dict[str, Any]:
    texts: list[str | None] = [act.fact, *act.unreported]
    for document in act.documents:
        texts += [document.kind, document.title, document.diary_number, document.sha256, document.source]
    if act.opening is not None:
        texts += [act.opening.ground, act.opening.diary_number, *act.opening.parties]
    _refuse_long(texts)
    refuse_floats(act.data)
    return {
        "fact": act.fact,
        "on": act.on,
        "data": act.data,
        "role": act.role,
        "documents": act.documents,
        "precision": act.precision,
        "unreported": act.unreported,
        "opening": act.opening,
    }


def _refuse_long(texts: Iterable[str | None]) -> None:
    if any(text is not None and len(text) > _LONGEST for text in texts):
        raise InputRejected(
            "text-too-long",
            f"A number, title, address, ground or command id has more than {_LONGEST:,} characters.",
            details={"most": _LONGEST},
        )
