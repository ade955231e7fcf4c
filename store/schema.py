"""The declared schema of the log: tables, triggers and the marks by which a file is known to be ours.

Two tables are the record. `events` holds the exact bytes that were hashed (`canonical`); its other columns are only an
index of those bytes, and verification compares each with them. `log_identity` says which log this is. Triggers let rows
be added in order and never changed (architecture, section 6). INSERT OR REPLACE passes a trigger against DELETE unless
`recursive_triggers` is on, which is up to the connection; so the insert itself is guarded as well.

`projections` only notes how far each disposable table has come; those tables are declared by `engine.projection`.
`heartbeats` is no record either, and cannot be made from one: signs of life that schedulers write over
(`store.heartbeat`). It is part of the schema and migrated with it, so that a file holds what is declared and no more.
`security_log` stands beside the record as well: what was denied and which secrets were read (`store.security_log`).
A test proves that the migrations from zero give exactly what is declared here.
"""

from __future__ import annotations

from functools import cache, lru_cache

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import CreateIndex, CreateTable

APPLICATION_ID = 0x4F484A41
"""`OHJA`, at byte 68 of every file of ours, so that a foreign file is known before anything in it is read."""

EXPECTED_REVISION = "0004"
"""The migration that this software stands at."""

FORMAT = 1
"""The format noted in the identity of a new log."""

NUMBER = Integer().with_variant(BigInteger(), "postgresql")
"""A whole number of up to 64 bits."""

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by its code points, everywhere alike."""

metadata = MetaData()

events = Table(
    "events",
    metadata,
    Column("position", NUMBER, primary_key=True, autoincrement=False),
    Column("stream", TEXT, nullable=False),
    Column("version", NUMBER, nullable=False),
    Column("event_id", TEXT, nullable=False),
    Column("type", TEXT, nullable=False),
    Column("effective_on", TEXT, nullable=False),
    Column("recorded_at", TEXT, nullable=False),
    Column("command_id", TEXT, nullable=False),
    Column("canonical", LargeBinary, nullable=False),
    Column("hash", TEXT, nullable=False),
    UniqueConstraint("stream", "version", name="uq_events_stream_version"),
    UniqueConstraint("event_id", name="uq_events_event_id"),
    CheckConstraint("length(hash) = 64", name="ck_events_hash"),
    sqlite_strict=True,
)
Index("ix_events_command_id", events.c.command_id)

log_identity = Table(
    "log_identity",
    metadata,
    Column("name", TEXT, primary_key=True),
    Column("value", TEXT, nullable=False),
    CheckConstraint("name IN ('log_id', 'created_at', 'format', 'production')", name="ck_log_identity_name"),
    CheckConstraint("name <> 'production' OR value IN ('yes', 'no')", name="ck_log_identity_production"),
    sqlite_strict=True,
)

projections = Table(
    "projections",
    metadata,
    Column("name", TEXT, primary_key=True),
    Column("version", NUMBER, nullable=False),
    Column("position", NUMBER, nullable=False),
    Column("hash", TEXT, nullable=False),
    sqlite_strict=True,
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("scheduler", TEXT, primary_key=True),
    Column("kind", TEXT, nullable=False),
    Column("software", TEXT, nullable=False),
    Column("started_at", TEXT, nullable=False),
    Column("beat_at", TEXT, nullable=False),
    Column("fired", NUMBER, nullable=False),
    Column("next_at", TEXT),
    Column("stopped_at", TEXT),
    Column("boot", TEXT, nullable=False),
    Column("trusted_at", TEXT),
    Column("trusted_ms", NUMBER),
    Column("doubt", TEXT),
    Column("doubted_at", TEXT),
    Column("doubted_ms", NUMBER),
    CheckConstraint("kind IN ('run', 'tick')", name="ck_heartbeats_kind"),
    sqlite_strict=True,
)

security_log = Table(
    "security_log",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("at", TEXT, nullable=False),
    Column("person", TEXT, nullable=False),
    Column("identity", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("what", TEXT, nullable=False),
    Column("about", TEXT),
    Column("code", TEXT),
    Column("grant_id", TEXT),
    Column("details", TEXT, nullable=False),
    CheckConstraint("kind IN ('denied', 'secret-read', 'secret-export', 'identity')", name="ck_security_log_kind"),
    sqlite_strict=True,
)

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

SQLITE_TRIGGERS = {
    "events_in_order": """
        CREATE TRIGGER events_in_order BEFORE INSERT ON events BEGIN
            SELECT RAISE(ABORT, 'events: the position is not the next one')
            WHERE NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM events);
            SELECT RAISE(ABORT, 'events: the version is not the next one of its stream')
            WHERE NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM events WHERE stream = NEW.stream);
            SELECT RAISE(ABORT, 'events: the event id is taken')
            WHERE EXISTS (SELECT 1 FROM events WHERE event_id = NEW.event_id);
        END""",
    "events_not_changed": """
        CREATE TRIGGER events_not_changed BEFORE UPDATE ON events BEGIN
            SELECT RAISE(ABORT, 'events: nothing is ever changed');
        END""",
    "events_not_deleted": """
        CREATE TRIGGER events_not_deleted BEFORE DELETE ON events BEGIN
            SELECT RAISE(ABORT, 'events: nothing is ever deleted');
        END""",
    "log_identity_once": """
        CREATE TRIGGER log_identity_once BEFORE INSERT ON log_identity BEGIN
            SELECT RAISE(ABORT, 'log_identity: said once')
            WHERE EXISTS (SELECT 1 FROM log_identity WHERE name = NEW.name);
        END""",
    "log_identity_not_changed": """
        CREATE TRIGGER log_identity_not_changed BEFORE UPDATE ON log_identity BEGIN
            SELECT RAISE(ABORT, 'log_identity: only the production mark changes, from no to yes')
            WHERE NOT (OLD.name = 'production' AND NEW.name = 'production' AND OLD.value = 'no' AND NEW.value = 'yes');
        END""",
    "log_identity_not_deleted": """
        CREATE TRIGGER log_identity_not_deleted BEFORE DELETE ON log_identity BEGIN
            SELECT RAISE(ABORT, 'log_identity: nothing is ever deleted');
        END""",
    "security_log_in_order": """
        CREATE TRIGGER security_log_in_order BEFORE INSERT ON security_log BEGIN
            SELECT RAISE(ABORT, 'security_log: the number is not the next one')
            WHERE NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM security_log);
        END""",
    "security_log_not_changed": """
        CREATE TRIGGER security_log_not_changed BEFORE UPDATE ON security_log BEGIN
            SELECT RAISE(ABORT, 'security_log: nothing is ever changed');
        END""",
    "security_log_not_deleted": """
        CREATE TRIGGER security_log_not_deleted BEFORE DELETE ON security_log BEGIN
            SELECT RAISE(ABORT, 'security_log: nothing is ever deleted');
        END""",
}


@cache
def statements(dialect: Dialect) -> tuple[str, ...]:
    """Gives the statements that make an empty database a log of `EXPECTED_REVISION`, without its identity."""
    tables = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    indexes = [
        str(CreateIndex(index).compile(dialect=dialect)) for table in metadata.sorted_tables for index in table.indexes
    ]
    # The revision is a constant of ours, never input.
    stamp = f"INSERT INTO alembic_version (version_num) VALUES ('{EXPECTED_REVISION}')"  # noqa: S608
    return (*tables, *indexes, *SQLITE_TRIGGERS.values(), stamp)


@lru_cache(maxsize=4096)
def normalised(sql: str | None) -> str:
    """Gives a declaration without the accidents of layout, so that two spellings of the same one compare equal."""
    text = " ".join((sql or "").split())
    for sign in "(),;":
        text = sign.join(part.strip() for part in text.split(sign))
    return text
