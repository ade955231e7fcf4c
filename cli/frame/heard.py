"""A log that says what was recorded in it: the ids of cases and events, never what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from engine.envelope import Envelope
    from engine.ports import Appended, Command, EventLog, Head, Write

Hear = Callable[["Appended"], None]


class HeardLog:
    """An event log that hands on what each append came to; `engine.ports.EventLog` says what each method promises."""

    def __init__(self, log: EventLog, hear: Hear) -> None:
        """Takes the log, and who hears of what was appended."""
        self._log = log
        self._hear = hear

    def append(
        self,
        writes: Sequence[Write],
        command: Command,
        *,
        rehearse: bool = False,
        confirm: Callable[[datetime], None] | None = None,
    ) -> Appended:
        """Appends, and tells what came of it unless it was a rehearsal."""
        appended = self._log.append(writes, command, rehearse=rehearse, confirm=confirm)
        if not rehearse:
            self._hear(appended)
        return appended

    def stream(self, stream: str, *, after_version: int = 0) -> tuple[Envelope, ...]:
        """Gives the events of one stream."""
        return self._log.stream(stream, after_version=after_version)

    def read(self, *, after_position: int = 0, limit: int | None = None) -> Iterator[Envelope]:
        """Gives the events of the whole log."""
        return self._log.read(after_position=after_position, limit=limit)

    def of_command(self, command_id: str) -> tuple[Envelope, ...]:
        """Gives what a command recorded."""
        return self._log.of_command(command_id)

    def version(self, stream: str) -> int:
        """Gives the number of events in a stream."""
        return self._log.version(stream)

    def head(self) -> Head:
        """Gives where the log stands."""
        return self._log.head()

    def turn(self) -> AbstractContextManager[None]:
        """Lets nobody else append within the block."""
        return self._log.turn()


def told(appended: Appended) -> Iterator[dict[str, object]]:
    """Yields what may be said of each event in a log of operations: which it is, not what it holds."""
    for event in appended.events:
        yield {
            "case": event.stream,
            "event_id": event.event_id,
            "type": event.type,
            "position": event.position,
            "version": event.version,
            "command_id": event.command_id,
            "replayed": appended.replayed,
        }
