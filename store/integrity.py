"""Checks of the stored record, streaming and never raising on damage: what is broken is reported as found.

What each finds (architecture, section 6):

`check_chain`        a byte changed in any event or its index columns, a gap, a wrong order, another log's identity;
`check_wal`          a frame of the write-ahead log at which SQLite would silently end its reading;
`check_schema`       a trigger taken away, exchanged or added, a table or view too many, pages at odds with each other;
`check_projections`  a kept table that is not what the log says, or that has seen more than the log holds: a cut tail.

What no check inside the file can find is a file that was rewritten as a whole; that takes a witness elsewhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from engine.envelope import Envelope, Rewriting, decode, event_hash
from engine.errors import Diagnosis, IntegrityBroken, OhjausError
from engine.projection import Projection
from store import wal
from store.connection import DIALECT, Database, SqliteDatabase
from store.event_log import TEXT_COLUMNS, SqliteEventLog, texts_of
from store.faults import DRIVER_ERRORS, translate
from store.identity import read_identity
from store.place import Place, Server
from store.projections.fold import Folding
from store.projections.tables import PREFIX, KeptTable, kept_table
from store.projections.upkeep import Standing, Upkeep
from store.schema import normalised, statements

Schema = Mapping[tuple[str, str], tuple[str, str]]
"""Kind and name of everything in a schema, with the table that it belongs to and its normalised declaration."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check looked at and the first thing that it found broken; `checked` counts what was sound before that."""

    name: str
    checked: int
    first_fault: Diagnosis | None = None

    @property
    def ok(self) -> bool:
        """True when nothing was found."""
        return self.first_fault is None


def check_chain(log: SqliteEventLog) -> Report:
    """Checks every event: its bytes, its hash, its link to the one before, its place and its index columns."""
    checked = 0
    try:
        with log.database.snapshot():
            chain = Chain(read_identity(log.database).anchor)
            for batch in log.stored():
                for row in batch:
                    found = chain.fault(*row)
                    if found is not None:
                        return Report("chain", checked, found)
                    checked += 1
    except OhjausError as error:
        return Report("chain", checked, _diagnosis(error, f"after event {checked}"))
    return Report("chain", checked)


def check_schema(database: Database, projections: Sequence[Projection]) -> Report:
    """Checks that the file holds what is declared and nothing else, and that its pages agree with each other."""
    try:
        with database.snapshot():
            wanted, found = schemas(database, projections)
            noted = {f"{PREFIX}{name}" for (name,) in database.run("SELECT name FROM projections")}
            fault = _schema_fault(wanted, found, noted)
            if fault is None and isinstance(database, SqliteDatabase):
                fault = _page_fault(database)
    except OhjausError as error:
        return Report("schema", 0, _diagnosis(error, "schema"))
    return Report("schema", len(wanted) if fault is None else 0, fault)


def check_wal(place: Place) -> Report:
    """Checks the WAL beside the file of a log, frame by frame; `checked` counts the frames that fit.

    SQLite ends its reading at the first frame that does not, and says nothing. A server sees to its own WAL.
    """
    if isinstance(place, Server):
        return Report("wal", 0)
    try:
        walked = wal.look(place)
    except OhjausError as error:
        return Report("wal", 0, _diagnosis(error, "wal"))
    return Report("wal", walked.frames, walked.damage)


def check_standings(upkeep: Upkeep) -> Report:
    """Checks only that no kept table has seen more than the log holds, nor less."""
    try:
        found = next(filter(None, map(_standing_fault, upkeep.standings())), None)
    except OhjausError as error:
        found = _diagnosis(error, "projections")
    return Report("projections", 0, found)


def check_projections(upkeep: Upkeep, folded: Folding | None = None) -> Report:
    """Checks that every kept table is what the log says, and that none has seen more than the log holds.

    `folded` is a fold of the whole log, where one was made already.

    `checked` counts projections. One that is merely behind, as after a new version of the software, has the code
    `projection-behind`; all other codes mean that the file was meddled with.
    """
    checked = 0
    try:
        for standing in upkeep.standings():
            found = _standing_fault(standing)
            if found is not None:
                return Report("projections", checked, found)
        for comparison in upkeep.compare(folded=folded):
            if not comparison.equal:
                text = f"The projection {comparison.name} is not what the log says: {comparison.difference}."
                about = {"projection": comparison.name, **comparison.about}
                return Report("projections", checked, Diagnosis("projection-differs", comparison.name, text, about))
            checked += 1
    except OhjausError as error:
        return Report("projections", checked, _diagnosis(error, "projections"))
    except Exception as error:  # noqa: BLE001 - a fold over events that were meddled with may fail in any way
        kind = type(error).__name__
        text = f"The projections cannot be made from the log: an event is not what a fold expects ({kind})."
        return Report("projections", checked, Diagnosis("projection-unfoldable", "projections", text))
    return Report("projections", checked)


def declared_schema(projections: Sequence[Projection]) -> Schema:
    """Gives the schema that a log in a file with these projections must have, by kind and name."""
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as driver:
            for statement in statements(DIALECT):
                driver.execute(statement)
            for projection in projections:
                for statement in kept_table(projection).making():
                    driver.execute(statement)
            return _schema(driver.execute(_MASTER).fetchall())
    except DRIVER_ERRORS as error:
        # Without memory not even an empty schema can be made.
        raise translate(error) from error


@cache
def _declared_once(tables: tuple[KeptTable, ...]) -> Schema:
    # It follows from the program alone; a process that opens many logs need not make it for each.
    return declared_schema([table.projection for table in tables])


def kept_schema(database: Database) -> Schema:
    """Gives the schema that the file or the server has, by kind and name."""
    if isinstance(database, SqliteDatabase):
        return _schema(database.run(_MASTER))
    from store.postgres import catalog  # noqa: PLC0415 - a log in a file needs none of it

    return catalog.kept_schema(database)


def schemas(database: Database, projections: Sequence[Projection]) -> tuple[Schema, Schema]:
    """Gives the schema that a log with these projections must have where it stands, and the one that it has.

    On a server, where any of the roles' policies are there, all of them must be.
    """
    found = kept_schema(database)
    if isinstance(database, SqliteDatabase):
        return _declared_once(tuple(map(kept_table, projections))), found
    from store.postgres import catalog  # noqa: PLC0415 - as above

    return catalog.declared_schema(projections, roles=catalog.has_roles(found)), found


def ensure_schema(database: Database) -> None:
    """Makes sure, before anything is written, that what watches over the record is there, and nothing foreign is.

    Projections are disposable tables and made again when need be; what else is in the file must be as declared.

    Raises:
        IntegrityBroken: `schema-changed`.
    """
    wanted, kept = schemas(database, ())
    found = {key: what for key, what in kept.items() if not _is_kept_table(key[0], what[0])}
    fault = _schema_fault(wanted, found, frozenset())
    if fault is not None:
        raise IntegrityBroken(
            "schema-changed", f"{fault.text} Nothing is written to such a log.", try_next="ohjaus audit verify"
        )


class Chain:
    """What the next event must be, given all before it.

    After `fault`, `event` is the event that was looked at last and `hash` the hash of its bytes, as far as they could
    be read.
    """

    def __init__(self, anchor: str) -> None:
        self.event: Envelope | None = None
        self.hash = anchor
        self._position = 0
        self._hash = anchor
        self._recorded_at = datetime.min.replace(tzinfo=UTC)
        self._versions: dict[str, int] = {}
        self._rewriting = Rewriting()

    def fault(self, position: int, version: int, *rest: object) -> Diagnosis | None:
        """Gives what is wrong with the next stored row, or None, and then expects the one after it."""
        texts, digest, stored = rest[:-2], rest[-2], rest[-1]
        self.event, expected = None, self._position + 1
        if position != expected:
            return _fault("position-gap", expected, f"Event {expected} is missing; the next one is {position}.")
        if not isinstance(stored, bytes):
            return _fault("event-unreadable", position, f"Event {position} holds no bytes.")
        self.hash = own = event_hash(stored)
        if digest != own.encode():
            return _fault(
                "hash-differs",
                position,
                f"The bytes of event {position} do not have the hash noted for them.",
                recorded=digest,
                expected=own,
            )
        try:
            self.event = event = decode(stored)
            if not self._rewriting.gives(event, stored):
                return _fault("not-canonical", position, f"The bytes of event {position} are not in canonical form.")
        except (OhjausError, ValueError, RecursionError):
            return _fault("event-unreadable", position, f"Event {position} cannot be read.")
        found = self._place(event) or _columns(event, position, version, texts)
        self._position, self._hash, self._recorded_at = position, own, event.recorded_at
        self._versions[event.stream] = event.version
        return found

    def _place(self, event: Envelope) -> Diagnosis | None:
        position = self._position + 1
        if event.previous_hash != self._hash:
            return _fault(
                "chain-broken",
                position,
                f"Event {position} does not follow the one before it.",
                recorded=event.previous_hash,
                expected=self._hash,
            )
        if event.position != position:
            return _fault("columns-differ", position, f"Event {position} says of itself that it is {event.position}.")
        if event.version != self._versions.get(event.stream, 0) + 1:
            return _fault("version-gap", position, f"Event {position} is not the next one of {event.stream}.")
        if event.recorded_at < self._recorded_at:
            return _fault("time-backwards", position, f"Event {position} was recorded before the one before it.")
        return None


def _columns(event: Envelope, position: int, version: int, texts: Sequence[object]) -> Diagnosis | None:
    expected = tuple(map(str.encode, texts_of(event)))
    if (position, version) == (event.position, event.version) and expected == texts:
        return None
    found: dict[str, tuple[object, object]] = {
        "position": (position, event.position),
        "version": (version, event.version),
    }
    for name, had, value in zip(TEXT_COLUMNS, texts, expected, strict=True):
        found[name] = (had, value)
    column, (kept, said) = next((name, both) for name, both in found.items() if both[0] != both[1])
    text = f"The column {column} of event {position} is not what the event says."
    return _fault("columns-differ", position, text, column=column, recorded=kept, expected=said)


def _schema_fault(wanted: Schema, found: Schema, noted: Collection[str]) -> Diagnosis | None:
    for kind, name in wanted:
        if (kind, name) not in found:
            return Diagnosis("schema-missing", name, f"The {kind} {name} is missing.")
    for (kind, name), what in found.items():
        if (kind, name) not in wanted:
            # A projection that other software keeps is disposable, but a trigger on it is not harmless.
            if kind in _OF_A_KEPT_TABLE and what[0] in noted:
                continue
            return Diagnosis("schema-extra", name, f"The {kind} {name} does not belong in a log.")
        if what != wanted[kind, name]:
            return Diagnosis("schema-differs", name, f"The {kind} {name} is not the declared one.")
    return None


def _is_kept_table(kind: str, table: str) -> bool:
    return kind in _OF_A_KEPT_TABLE and table.startswith(PREFIX)


def _page_fault(database: Database) -> Diagnosis | None:
    found = [str(row[0]) for row in database.run("PRAGMA integrity_check(1)")]
    found += [f"a row of {row[0]} refers to nothing" for row in database.run("PRAGMA foreign_key_check")]
    if found[:1] == ["ok"] and len(found) == 1:
        return None
    return Diagnosis("pages-damaged", "pages", f"The pages of the file contradict each other: {found[0]}.")


def _standing_fault(standing: Standing) -> Diagnosis | None:
    if standing.state == "astray":
        text = f"The projection {standing.name} has seen event {standing.position}, which the log does not have."
        return Diagnosis(
            "projection-astray", standing.name, text, {"position": standing.position, "head": standing.head}
        )
    if standing.state == "behind":
        text = f"The projection {standing.name} has to be made again."
        return Diagnosis(
            "projection-behind", standing.name, text, {"position": standing.position, "head": standing.head}
        )
    return None


def _schema(rows: Iterable[tuple[str, str, str, str | None]]) -> Schema:
    # The statistics that ANALYZE keeps guide the reading and change nothing.
    texts = (tuple(_schema_text(one) for one in row) for row in rows)
    return {
        (kind, name): (table, normalised(sql)) for kind, name, table, sql in texts if not name.startswith("sqlite_stat")
    }


def _schema_text(value: object) -> str:
    # A damaged or forged schema may hold bytes or numbers; they are equal to nothing that is declared.
    return value if isinstance(value, str) else "" if value is None else repr(value)


def _fault(code: str, position: int, text: str, **particulars: object) -> Diagnosis:
    shown = {name: _readable(value) for name, value in particulars.items()}
    return Diagnosis(code, f"event {position}", text, {"position": position, **shown})


def _readable(value: object) -> object:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _diagnosis(error: OhjausError, where: str) -> Diagnosis:
    return Diagnosis(error.code, where, error.message, error.details)


_OF_A_KEPT_TABLE = ("table", "index", "constraint", "policy")
_MASTER = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
