"""Giving drafts their place, their time and their seal; the same for every log, in memory or in a database. Pure.

`recorded_at` is the later of the clock's time and the newest event's: within a log it never goes backwards, so that
"as known at T" is always a beginning of the log. A clock that was ahead therefore holds `recorded_at` still until the
true time has caught up; `position` goes on telling the order. On a server such a clock is refused
(`store.clock_witness`).

`correlation_id` is the command's id for what the command asked, and the cause's for what a reaction added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from uuid6 import uuid7

from engine.envelope import Envelope, canonical, event_hash, seal
from engine.errors import Conflict, Fault
from engine.ports import Clock, Command, Head, Write
from store.clock_witness import ensure_witnessed


class Sealed(NamedTuple):
    """An event with the exact bytes that are stored and their hash."""

    event: Envelope
    canonical: bytes
    hash: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What an append builds upon: where the log stands, and when it was last written (None: never).

    `database_at` is what the database's own clock tells under the lock, where that is another machine's.
    """

    head: Head
    recorded_at: datetime | None
    database_at: datetime | None = None


def ensure_sound(writes: Sequence[Write]) -> None:
    """Makes sure that an append asks for something that can be done.

    Raises:
        Fault: `append-empty` or `cause-unknown`; whoever composed the append is at fault.
    """
    place = 0
    for write in writes:
        if write.causes and len(write.causes) != len(write.drafts):
            raise Fault("cause-unknown", f"An append to {write.stream} names a cause for some of its events only.")
        for number in range(len(write.drafts)):
            cause = write.causes[number] if write.causes else None
            if cause is not None and not 0 <= cause < place:
                raise Fault("cause-unknown", f"An event for {write.stream} names a cause that does not come before it.")
            place += 1
    if not place:
        raise Fault("append-empty", "An append without any event was asked for.")


def ensure_expected(writes: Iterable[Write], versions: Mapping[str, int]) -> None:
    """Makes sure that every stream stands where the writer saw it, counting the append's own earlier writes.

    Raises:
        Conflict: `version-conflict`.
    """
    standing = dict(versions)
    for write in writes:
        actual = standing[write.stream]
        if actual != write.expected_version:
            raise Conflict(
                "version-conflict",
                f"{write.stream} has changed: it stands at version {actual}, not at {write.expected_version}. "
                "Look at it again and decide anew.",
                details={"stream": write.stream, "expected": write.expected_version, "actual": actual},
            )
        standing[write.stream] = actual + len(write.drafts)


def ensure_same_command(found: Iterable[Envelope], command: Command) -> None:
    """Makes sure that a command id that was used before was used for the same.

    Raises:
        Conflict: `command-reused`.
    """
    if any(event.command_hash != command.command_hash for event in found):
        raise Conflict(
            "command-reused",
            f"The command id {command.command_id} was used before, for something else. Nothing was stored.",
            details={"command_id": command.command_id},
        )


def time_of(ground: Ground, clock: Clock) -> datetime:
    """Gives the time at which an append is recorded; asked under the lock, and once, so that it is judged by that too.

    Raises:
        Fault: `clock-doubtful`; or `clock-naive`, whoever made the clock is at fault.
    """
    now, newest = clock.now(), ground.recorded_at
    if now.tzinfo is None:
        raise Fault("clock-naive", "The clock gave a time without a zone.")
    ensure_witnessed(clock, ground.database_at)
    now = now.astimezone(UTC)
    return now if newest is None or newest <= now else newest


def place(
    writes: Iterable[Write], command: Command, ground: Ground, recorded_at: datetime, clock_kind: str
) -> list[Sealed]:
    """Seals the drafts of an append in their order, each upon the one before."""
    position, previous_hash = ground.head.position, ground.head.hash
    sealed: list[Sealed] = []
    for write in writes:
        for number, draft in enumerate(write.drafts):
            position += 1
            reason = write.causes[number] if write.causes else None
            cause = None if reason is None else sealed[reason].event
            event = seal(
                draft,
                position=position,
                stream=write.stream,
                version=write.expected_version + number + 1,
                event_id=str(uuid7()),
                recorded_at=recorded_at,
                clock=clock_kind,
                recorded_by=command.recorded_by,
                acting_for=command.acting_for,
                command_id=command.command_id,
                command_hash=command.command_hash,
                correlation_id=cause.correlation_id if cause else command.command_id,
                causation_id=cause.event_id if cause else None,
                previous_hash=previous_hash,
            )
            stored = canonical(event)
            previous_hash = event_hash(stored)
            sealed.append(Sealed(event, stored, previous_hash))
    return sealed
