"""What an act in one case brought about in other cases, and what elsewhere brought it about.

A reaction is recorded by the command of the act that caused it, so that both are found by the command's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.envelope import Envelope
from engine.request import AsOf

if TYPE_CHECKING:
    from engine.ports import EventLog


@dataclass(frozen=True, slots=True)
class Caused:
    """The event to which an event reacts (None: to nothing), and the events that react to it."""

    by: Envelope | None
    reactions: tuple[Envelope, ...]


class Causes:
    """Finds causes and reactions, as they were known at a moment; a command is read once for all its events."""

    def __init__(self, log: EventLog, as_of: AsOf) -> None:
        """Takes the log, and the moment as of which it is looked at."""
        self._log = log
        self._as_of = as_of
        self._command_id = ""
        self._events: tuple[Envelope, ...] = ()

    def of(self, event: Envelope) -> Caused:
        """Gives what an event caused elsewhere, and what caused it."""
        if event.command_id != self._command_id:
            # The events of a case that one command recorded follow each other: only the newest command is kept.
            self._command_id = event.command_id
            self._events = self._log.of_command(event.command_id)
        by = next((one for one in self._events if one.event_id == event.causation_id), None)
        reactions = (one for one in self._events if one.causation_id == event.event_id and self._as_of.admits(one))
        return Caused(by, tuple(reactions))
