"""What the engine needs from the world, as protocols: a log, an index of cases, a clock.

Whoever implements the log passes `tests/contracts/event_log.py`, in memory, on SQLite and elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from engine.envelope import Draft, Envelope, RecordedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One request to record something. `command_hash` covers what was asked, so that a reused id is noticed."""

    command_id: str
    command_hash: str
    recorded_by: RecordedBy
    acting_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """Events for one stream, which must stand at `expected_version` (0: the stream must not exist).

    `causes[i]` is the index, over all drafts of the append in order, of the event to which draft i reacts
    (None: it reacts to nothing).
    """

    stream: str
    expected_version: int
    drafts: tuple[Draft, ...]
    causes: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append recorded, or, when the command id had been used for the same before, what it recorded then."""

    events: tuple[Envelope, ...]
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The newest position of the log (0: empty) and its hash (of the log's identity when empty)."""

    position: int
    hash: str


class EventLog(Protocol):
    """An append-only log with one order. Every read gives whole envelopes; none gives an event twice or skips one."""

    def append(
        self,
        writes: Sequence[Write],
        command: Command,
        *,
        rehearse: bool = False,
        confirm: Callable[[datetime], None] | None = None,
    ) -> Appended:
        """Appends all drafts in one durable transaction, or none; `rehearse` gives the result and stores nothing.

        `confirm` is called when nobody else can write any more, unless the command was recorded before, with the
        time at which the events are recorded: it looks again at what the drafts rest on beside their streams, and
        whatever it raises undoes the append.

        Raises:
            Conflict: `version-conflict` when a stream is elsewhere, `command-reused` when the id was used for
                something else.
            Fault: `clock-doubtful`, the machine's clock is not that of the database; nothing was stored.
        """
        ...

    def stream(self, stream: str, *, after_version: int = 0) -> tuple[Envelope, ...]:
        """Gives the events of one stream in order; empty when there is none."""
        ...

    def read(self, *, after_position: int = 0, limit: int | None = None) -> Iterator[Envelope]:
        """Gives the events of the whole log in order."""
        ...

    def of_command(self, command_id: str) -> tuple[Envelope, ...]:
        """Gives what a command recorded; empty when the id is new."""
        ...

    def version(self, stream: str) -> int:
        """Gives the number of events in a stream; 0 when there is none."""
        ...

    def head(self) -> Head:
        """Gives where the log stands."""
        ...

    def turn(self) -> AbstractContextManager[None]:
        """Lets nobody else append while the block looks again and appends, once those who asked before have had theirs.

        For whoever was too late: of many that write about the same thing, the one that wrote last looks again first,
        and might be first for ever. Where writers do not queue (a file, or memory) it is nobody's turn.

        Raises:
            Fault: `log-busy`, it did not come in time; or the server is lost.
        """
        ...


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case as the index of cases knows it."""

    case_id: str
    procedure: str
    declaration: str
    subject: str
    state: str
    version: int
    opened_on: date
    closed_on: date | None


class CaseIndex(Protocol):
    """Finds cases without reading the log; a projection."""

    def cases_of(self, subject: str, procedure: str | None = None) -> tuple[CaseSummary, ...]:
        """Gives the cases about a subject, the oldest first."""
        ...

    def cases_in(self, procedure: str) -> tuple[CaseSummary, ...]:
        """Gives the cases of a procedure, whoever they are about, the oldest first."""
        ...


class Subjects(Protocol):
    """Knows who a procedure can be about."""

    def kind_of(self, code: str) -> str:
        """Gives the kind of a subject, such as `county`.

        Raises:
            NotFound: no subject has that code.
        """
        ...


class Clock(Protocol):
    """Where the time comes from; `kind` says so in the record: `system`, or `injected` in tests and rehearsals."""

    kind: str

    def now(self) -> datetime:
        """Gives the present instant in UTC."""
        ...

    def today(self) -> date:
        """Gives the present date in Europe/Helsinki."""
        ...
