"""Reading the record through the veil: a log, a registrar, and lists that show what the person may see.

Judging reads the record itself, and so does whatever proves or verifies it; everything that is shown passes here.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from cli.rights.named import names_told
from engine.errors import NotFound
from engine.registrar import Recorded, Registrar
from engine.request import NOW, AsOf, Request
from store.queries import Queries

if TYPE_CHECKING:
    from cli.rights.veil import Veil
    from engine.assess import Act
    from engine.case import Case
    from engine.envelope import Envelope
    from engine.law_change import Prospect
    from engine.ports import Appended, CaseIndex, CaseSummary, Command, EventLog, Head, Write
    from engine.publicity import PublicityTable
    from engine.several import Step
    from engine.table import Table
    from store.queries import CaseRow, DeadlineRow, TaskRow

_SALT_BYTES = 16

HIDDEN = "hidden"
"""Marks, among an error's particulars, that there is such a case: the security log is told, the person is not."""


class SeenLog:
    """A log as its reader may see it: events of other people's cases are passed over, secret parts are veiled."""

    def __init__(self, log: EventLog, veil: Veil) -> None:
        self._log = log
        self._veil = veil

    def append(
        self,
        writes: Sequence[Write],
        command: Command,
        *,
        rehearse: bool = False,
        confirm: Callable[[datetime], None] | None = None,
    ) -> Appended:
        """Appends as the log itself does."""
        return self._log.append(writes, command, rehearse=rehearse, confirm=confirm)

    def stream(self, stream: str, *, after_version: int = 0) -> tuple[Envelope, ...]:
        """Gives the events of one stream; none when the case is not for this person."""
        return tuple(self._veil.seen(self._log.stream(stream, after_version=after_version)))

    def read(self, *, after_position: int = 0, limit: int | None = None) -> Iterator[Envelope]:
        """Gives the events of the whole log; `limit` counts those that are passed over as well."""
        return iter(self._veil.seen(self._log.read(after_position=after_position, limit=limit)))

    def of_command(self, command_id: str) -> tuple[Envelope, ...]:
        """Gives what a command recorded."""
        return tuple(self._veil.seen(self._log.of_command(command_id)))

    def version(self, stream: str) -> int:
        """Gives the number of events in a stream, seen or not: a new case may not take the id of another."""
        return self._log.version(stream)

    def head(self) -> Head:
        """Gives where the log stands."""
        return self._log.head()

    def turn(self) -> AbstractContextManager[None]:
        """Lets nobody else append within the block."""
        return self._log.turn()


class SaltingLog(SeenLog):
    """The log itself, which gives what holds something secret a salt, so that its hash confirms no guess."""

    def __init__(self, log: EventLog, table: Callable[[], PublicityTable]) -> None:
        self._log = log
        self._table = table

    def append(
        self,
        writes: Sequence[Write],
        command: Command,
        *,
        rehearse: bool = False,
        confirm: Callable[[datetime], None] | None = None,
    ) -> Appended:
        """Appends, each draft with something secret salted."""
        salted = [replace(write, drafts=tuple(map(self._salted, write.drafts))) for write in writes]
        return self._log.append(salted, command, rehearse=rehearse, confirm=confirm)

    def stream(self, stream: str, *, after_version: int = 0) -> tuple[Envelope, ...]:
        """Gives the events of one stream."""
        return self._log.stream(stream, after_version=after_version)

    def read(self, *, after_position: int = 0, limit: int | None = None) -> Iterator[Envelope]:
        """Gives the events of the whole log."""
        return self._log.read(after_position=after_position, limit=limit)

    def of_command(self, command_id: str) -> tuple[Envelope, ...]:
        """Gives what a command recorded."""
        return self._log.of_command(command_id)

    def _salted(self, draft: Any) -> Any:  # noqa: ANN401 - a draft, of which only these fields are asked
        if draft.publicity == "public" and not self._table().may_concern(draft):
            return draft
        return msgspec.structs.replace(draft, salt=secrets.token_hex(_SALT_BYTES))


class SeenRegistrar(Registrar):
    """The registrar of a command: it judges by the record itself, and answers what the person may see."""

    def __init__(self, judging: Registrar, veil: Veil) -> None:
        self._judging = judging
        self._veil = veil

    def load(self, case_id: str, as_of: AsOf = NOW) -> tuple[Table, Case]:
        """Gives a case as it may be seen.

        Raises:
            NotFound: there is no such case, or it is not for this person; or there was none as of that moment.
        """
        table, case = self._judging.load(case_id, as_of)
        if not self._veil.sees(case.case_id):
            raise NotFound(
                "case-unknown",
                f"There is no case called {case_id!r}.",
                try_next="ohjaus case list",
                details={"case": case_id, HIDDEN: True},
            )
        return table, self._veil.case(table, case)

    def open(self, procedure_id: str, act: Act, request: Request) -> Recorded:
        """Opens a case; see `Registrar.open`."""
        with names_told(self._veil.name_of):
            return self._veil.recorded(self._judging.open(procedure_id, act, request))

    def advance(self, case_id: str, act: Act, request: Request) -> Recorded:
        """Records a fact; see `Registrar.advance`."""
        with names_told(self._veil.name_of):
            return self._veil.recorded(self._judging.advance(case_id, act, request))

    def open_all(self, procedure_id: str, acts: Sequence[Act], request: Request) -> tuple[Recorded, ...]:
        """Opens several cases; see `Registrar.open_all`."""
        with names_told(self._veil.name_of):
            return tuple(map(self._veil.recorded, self._judging.open_all(procedure_id, acts, request)))

    def record_all(self, steps: Sequence[Step], request: Request) -> tuple[Recorded, ...]:
        """Records several acts; see `Registrar.record_all`."""
        with names_told(self._veil.name_of):
            return tuple(map(self._veil.recorded, self._judging.record_all(steps, request)))

    def prospects(self, procedure_id: str, on: date) -> tuple[Table, tuple[Prospect, ...]]:
        """Gives what another law would mean for open cases that the person sees; see `Registrar.prospects`."""
        table, prospects = self._judging.prospects(procedure_id, on)
        return table, tuple(one for one in prospects if self._veil.sees(one.case.case_id))

    def change_law(self, case_ids: Sequence[str], declaration: str, on: date, request: Request) -> tuple[Recorded, ...]:
        """Brings cases under another law; see `Registrar.change_law`."""
        with names_told(self._veil.name_of):
            return tuple(map(self._veil.recorded, self._judging.change_law(case_ids, declaration, on, request)))


class SeenIndex:
    """The index of the cases of which the person sees something: what lists are made of that tell what cases hold."""

    def __init__(self, index: CaseIndex, veil: Veil) -> None:
        self._index = index
        self._veil = veil

    def cases_of(self, subject: str, procedure: str | None = None) -> tuple[CaseSummary, ...]:
        """Gives the cases about a subject, the oldest first."""
        return tuple(one for one in self._index.cases_of(subject, procedure) if self._veil.tells(one.case_id))

    def cases_in(self, procedure: str) -> tuple[CaseSummary, ...]:
        """Gives the cases of a procedure, the oldest first."""
        return tuple(one for one in self._index.cases_in(procedure) if self._veil.tells(one.case_id))


class SeenQueries(Queries):
    """The lists of the cases that the person sees. What belongs to no case is shown to everybody."""

    def __init__(self, queries: Queries, veil: Veil) -> None:
        self._all = queries
        self._veil = veil

    def case(self, case_id: str) -> CaseRow | None:
        """Gives one case, or None when it is not known or not for this person."""
        return self._all.case(case_id) if self._veil.sees(case_id) else None

    def case_list(self, **wanted: Any) -> tuple[CaseRow, ...]:
        """Gives cases; see `Queries.case_list`."""
        return tuple(row for row in self._all.case_list(**wanted) if self._veil.sees(row.case_id))

    def cases_ended_since(self, day: date) -> tuple[str, ...]:
        """Gives the ids of the cases that are open or ended on a day or later."""
        return tuple(one for one in self._all.cases_ended_since(day) if self._veil.sees(one))

    def deadline_list(self, **wanted: Any) -> tuple[DeadlineRow, ...]:
        """Gives deadlines; see `Queries.deadline_list`."""
        return tuple(row for row in self._all.deadline_list(**wanted) if self._veil.sees(row.case_id))

    def task_list(self, **wanted: Any) -> tuple[TaskRow, ...]:
        """Gives tasks; see `Queries.task_list`."""
        return tuple(row for row in self._all.task_list(**wanted) if self._veil.sees(row.case_id))

    def occurrence_keys(self) -> frozenset[str]:
        """Gives the keys of what the clock has recorded of deadlines that still run."""
        return self._all.occurrence_keys()
