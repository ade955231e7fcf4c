"""The event log: events, identity, the notes of the projections, and the triggers that keep what is recorded.

Frozen: what is written here is what logs in use were made with. `store.schema` declares where they stand now.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE events (
        position INTEGER NOT NULL,
        stream TEXT NOT NULL,
        version INTEGER NOT NULL,
        event_id TEXT NOT NULL,
        type TEXT NOT NULL,
        effective_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        command_id TEXT NOT NULL,
        canonical BLOB NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (position),
        CONSTRAINT uq_events_stream_version UNIQUE (stream, version),
        CONSTRAINT uq_events_event_id UNIQUE (event_id),
        CONSTRAINT ck_events_hash CHECK (length(hash) = 64)
    ) STRICT
    """,
    """
    CREATE TABLE log_identity (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name),
        CONSTRAINT ck_log_identity_name CHECK (name IN ('log_id', 'created_at', 'format', 'production')),
        CONSTRAINT ck_log_identity_production CHECK (name <> 'production' OR value IN ('yes', 'no'))
    ) STRICT
    """,
    """
    CREATE TABLE projections (
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        position INTEGER NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (name)
    ) STRICT
    """,
    """
    CREATE INDEX ix_events_command_id ON events (command_id)
    """,
    """
    CREATE TRIGGER events_in_order BEFORE INSERT ON events BEGIN
        SELECT RAISE(ABORT, 'events: the position is not the next one')
        WHERE NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM events);
        SELECT RAISE(ABORT, 'events: the version is not the next one of its stream')
        WHERE NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM events WHERE stream = NEW.stream);
        SELECT RAISE(ABORT, 'events: the event id is taken')
        WHERE EXISTS (SELECT 1 FROM events WHERE event_id = NEW.event_id);
    END
    """,
    """
    CREATE TRIGGER events_not_changed BEFORE UPDATE ON events BEGIN
        SELECT RAISE(ABORT, 'events: nothing is ever changed');
    END
    """,
    """
    CREATE TRIGGER events_not_deleted BEFORE DELETE ON events BEGIN
        SELECT RAISE(ABORT, 'events: nothing is ever deleted');
    END
    """,
    """
    CREATE TRIGGER log_identity_once BEFORE INSERT ON log_identity BEGIN
        SELECT RAISE(ABORT, 'log_identity: said once')
        WHERE EXISTS (SELECT 1 FROM log_identity WHERE name = NEW.name);
    END
    """,
    """
    CREATE TRIGGER log_identity_not_changed BEFORE UPDATE ON log_identity BEGIN
        SELECT RAISE(ABORT, 'log_identity: only the production mark changes, from no to yes')
        WHERE NOT (OLD.name = 'production' AND NEW.name = 'production' AND OLD.value = 'no' AND NEW.value = 'yes');
    END
    """,
    """
    CREATE TRIGGER log_identity_not_deleted BEFORE DELETE ON log_identity BEGIN
        SELECT RAISE(ABORT, 'log_identity: nothing is ever deleted');
    END
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
