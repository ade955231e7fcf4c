"""The event log in memory: the same promises without durability, for tests and for rehearsing whole histories."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from engine.envelope import Envelope, decode
from engine.ports import Appended, CaseSummary, Clock, Command, Head, Write
from store.identity import new_identity
from store.projections.cases import CASES, summary
from store.projections.fold import fold
from store.sealing import Ground, Sealed, ensure_expected, ensure_same_command, ensure_sound, place, time_of


class MemoryEventLog:
    """A log that lasts as long as the object; see `engine.ports.EventLog`. It finds cases by folding all it holds."""

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock
        self.identity = new_identity(clock)
        self._sealed: list[Sealed] = []
        self._streams: dict[str, list[Envelope]] = {}
        self._commands: dict[str, list[Envelope]] = {}
        self._lock = threading.RLock()

    def append(
        self,
        writes: Sequence[Write],
        command: Command,
        *,
        rehearse: bool = False,
        confirm: Callable[[datetime], None] | None = None,
    ) -> Appended:
        """Appends all drafts, or none; a rehearsal gives the result and keeps nothing.

        Raises:
            Conflict: `version-conflict` or `command-reused`.
        """
        ensure_sound(writes)
        with self._lock:
            found = self.of_command(command.command_id)
            if found:
                ensure_same_command(found, command)
                return Appended(found, replayed=True)
            ground = Ground(self.head(), self._sealed[-1].event.recorded_at if self._sealed else None)
            recorded_at = time_of(ground, self._clock)
            if confirm is not None:
                confirm(recorded_at)
            # Kept as read back from the stored bytes: what a writer does to its own objects later changes nothing here.
            ensure_expected(writes, {write.stream: self.version(write.stream) for write in writes})
            sealed = place(writes, command, ground, recorded_at, self._clock.kind)
            if not rehearse:
                self._sealed.extend(one._replace(event=decode(one.canonical)) for one in sealed)
                for event, _, _ in self._sealed[-len(sealed) :]:
                    self._streams.setdefault(event.stream, []).append(event)
                    self._commands.setdefault(event.command_id, []).append(event)
        return Appended(tuple(one.event for one in sealed))

    def stream(self, stream: str, *, after_version: int = 0) -> tuple[Envelope, ...]:
        """Gives the events of one stream in order; empty when there is none."""
        return tuple(self._streams.get(stream, ())[after_version:])

    def read(self, *, after_position: int = 0, limit: int | None = None) -> Iterator[Envelope]:
        """Gives the events of the whole log in order; what is appended meanwhile comes as well."""
        left = limit
        while after_position < len(self._sealed) and (left is None or left > 0):
            yield self._sealed[after_position].event
            after_position += 1
            left = None if left is None else left - 1

    def of_command(self, command_id: str) -> tuple[Envelope, ...]:
        """Gives what a command recorded; empty when the id is new."""
        return tuple(self._commands.get(command_id, ()))

    def version(self, stream: str) -> int:
        """Gives the number of events in a stream; 0 when there is none."""
        return len(self._streams.get(stream, ()))

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Keeps the other threads out, all that can be there."""
        with self._lock:
            yield

    def head(self) -> Head:
        """Gives where the log stands."""
        if not self._sealed:
            return Head(0, self.identity.anchor)
        newest = self._sealed[-1]
        return Head(newest.event.position, newest.hash)

    def cases_of(self, subject: str, procedure: str | None = None) -> tuple[CaseSummary, ...]:
        """Gives the cases about a subject, the oldest first."""
        return tuple(case for case in self._cases() if case.subject == subject and procedure in (None, case.procedure))

    def cases_in(self, procedure: str) -> tuple[CaseSummary, ...]:
        """Gives the cases of a procedure, the oldest first."""
        return tuple(case for case in self._cases() if case.procedure == procedure)

    def _cases(self) -> list[CaseSummary]:
        rows = fold((CASES,), self.read())["cases"].values()
        return sorted((summary(row) for row in rows), key=lambda case: (case.opened_on, case.case_id))
