"""What is asked of the registrar: by whom, under which command id, as of which moment; and the command's fingerprint.

A command id makes a request safe to repeat: the fingerprint covers everything that was asked, so that the same id with
anything else is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.assess import Act
from engine.correction_reading import days_as_known
from engine.envelope import Envelope, RecordedBy, canonical, event_hash, refuse_floats
from engine.errors import Conflict, InputRejected
from engine.ports import Command
from engine.rights_duties import taking_part

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

    @property
    def recorders(self) -> tuple[str, ...]:
        """The persons that take part in recording: whoever records, and the person for whom."""
        return taking_part(self.recorded_by, self.acting_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """The two as-of axes: what was known at a position or instant, and what had happened in law by a day."""

    known_at: int | datetime | None = None
    in_force_on: date | None = None

    def admits(self, event: Envelope) -> bool:
        """True when the event was known then and had happened by then, as it was recorded."""
        return self.knows(event) and (self.in_force_on is None or event.effective_on <= self.in_force_on)

    def knows(self, event: Envelope) -> bool:
        """True when the event was recorded by then."""
        if isinstance(self.known_at, datetime):
            return event.recorded_at <= self.known_at
        return self.known_at is None or event.position <= self.known_at

    def heard(self, events: Sequence[Envelope]) -> list[Envelope]:
        """Gives those of a case's events that were known then and had happened by then, as was known then.

        An error of writing that was corrected was one from the beginning: its correction is heard whenever its event
        is, which is on the corrected day. Any other correction is heard from its own day on. Nothing of a case is known
        before its opening, whatever was recorded of it with an earlier legal day.
        """
        known = [event for event in events if self.knows(event)]
        if self.in_force_on is not None and known:
            days = days_as_known(known, self.in_force_on)
            known = [event for event in known if days[event.version] <= self.in_force_on]
            opened = bool(known) and known[0].version == events[0].version
            return known if opened else []
        return known


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


def ensure_the_same(recorded: Envelope, command: Command) -> None:
    """Makes sure that a command id that recorded something before was used for the same then.

    Raises:
        Conflict: `command-reused`.
    """
    if recorded.command_hash != command.command_hash:
        raise Conflict(
            "command-reused",
            f"The command id {command.command_id!r} was used for something else, recorded at position "
            f"{recorded.position} in {recorded.stream}.",
            try_next="give a new command id, or leave it out",
            details={"command_id": command.command_id, "position": recorded.position, "case": recorded.stream},
        )


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
        texts += [document.publicity, document.ground]
    if act.opening is not None:
        texts += [act.opening.ground, act.opening.diary_number, *act.opening.parties]
    _refuse_long(texts)
    refuse_floats(act.data)
    if act.publicity == "secret" and act.secrecy_ground is None:
        raise InputRejected(
            "ground-lacking",
            "What is secret is secret on a ground of the law; name it.",
            try_next="ohjaus explain publicity",
        )
    return {
        "fact": act.fact,
        "on": act.on,
        "data": act.data,
        "role": act.role,
        "documents": act.documents,
        "precision": act.precision,
        "unreported": act.unreported,
        "opening": act.opening,
        # Left out while nothing is stated, so that a command of before is still known as the same.
        **({"publicity": act.publicity, "ground": act.secrecy_ground} if act.publicity else {}),
    }


def _refuse_long(texts: Iterable[str | None]) -> None:
    if any(text is not None and len(text) > _LONGEST for text in texts):
        raise InputRejected(
            "text-too-long",
            f"A number, title, address, ground or command id has more than {_LONGEST:,} characters.",
            details={"most": _LONGEST},
        )
