"""Making and opening a log with all that belongs to it: what the composition root asks of this package."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from engine.ports import Clock
from engine.projection import Projection
from store import migrate
from store.connection import PATIENCE_SECONDS, Database
from store.event_log import SqliteEventLog
from store.identity import Identity, mark_production
from store.integrity import ensure_schema
from store.place import Place, open_place
from store.projections.grants import StoredGrants
from store.projections.runner import Runner
from store.projections.standard import STANDARD
from store.projections.tables import kept_table
from store.projections.upkeep import Upkeep
from store.queries import Queries, SqliteCaseIndex


class OpenLog:
    """An open log; a context manager that closes it.

    `log` may always be read. `index` and `queries` read what is kept beside the log and make sure, when first asked
    for, that it stands where the log stands.
    """

    def __init__(self, database: Database, *, clock: Clock, projections: Sequence[Projection]) -> None:
        self.database = database
        tables = tuple(map(kept_table, projections))
        self.log = SqliteEventLog(database, clock=clock, follower=Runner(database, tables))
        self.projections = Upkeep(self.log, tables)
        self._index: SqliteCaseIndex | None = None
        self._queries: Queries | None = None
        self._grants: StoredGrants | None = None

    @property
    def identity(self) -> Identity:
        """Which log this is."""
        return self.log.identity

    @property
    def index(self) -> SqliteCaseIndex:
        """Finds cases.

        Raises:
            Refused: `projections-behind`.
            IntegrityBroken: `projection-astray`.
        """
        if self._index is None:
            self.projections.ensure_current()
            self._index = SqliteCaseIndex(self.database)
        return self._index

    @property
    def queries(self) -> Queries:
        """Gives lists of cases, deadlines and tasks.

        Raises:
            Refused: `projections-behind`.
            IntegrityBroken: `projection-astray`.
        """
        if self._queries is None:
            self.projections.ensure_current()
            self._queries = Queries(self.database)
        return self._queries

    @property
    def grants(self) -> StoredGrants:
        """Finds who holds which rights.

        Raises:
            Refused: `projections-behind`.
            IntegrityBroken: `projection-astray`.
        """
        if self._grants is None:
            self.projections.ensure_current()
            self._grants = StoredGrants(self.database)
        return self._grants

    def mark_production(self) -> None:
        """Marks the log as production, for good."""
        mark_production(self.database)
        self.log.read_identity()

    def close(self) -> None:
        """Closes the log; closing again does nothing."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_log(
    place: Place, clock: Clock, projections: Sequence[Projection] = STANDARD, *, production: bool = False
) -> Identity:
    """Makes a new log at a place with empty projections, and gives its identity.

    Raises:
        Refused: `log-exists`, `network-drive`.
        Fault: the disk does not let us.
    """
    tables = tuple(map(kept_table, projections))
    return migrate.create(place, clock, tables, production=production)


def open_log(
    place: Place,
    clock: Clock,
    projections: Sequence[Projection] = STANDARD,
    *,
    read_only: bool = False,
    refresh: bool = True,
    patience_seconds: float = PATIENCE_SECONDS,
) -> OpenLog:
    """Opens the log at a place; for writing only when its schema is as declared and its projections are true to it.

    Projections that are behind, as after a new version of the software, are rebuilt, unless `refresh` is off or the log
    is opened for reading only.

    Raises:
        NotFound: `no-log`.
        InputRejected: `not-a-log`.
        Refused: `file-too-open`, `journal-beside`, `network-drive`, `snapshot-too-big`, `log-older`, `log-newer`.
        IntegrityBroken: `schema-changed`, `projection-astray`, `database-damaged`, `identity-broken`.
        Fault: the machine does not let us.
    """
    database = open_place(place, read_only=read_only, patience_seconds=patience_seconds)
    try:
        migrate.refuse_other_revision(database)
        opened = OpenLog(database, clock=clock, projections=projections)
        if not read_only:
            ensure_schema(database)
            if refresh:
                opened.projections.refresh()
    except BaseException:
        database.close()
        raise
    return opened
