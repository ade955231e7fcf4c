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

ON_A_SERVER = (
    """
    CREATE SCHEMA IF NOT EXISTS ohjaus
    """,
    """
    CREATE SCHEMA ohjaus_kept
    """,
    """
    CREATE TABLE ohjaus.events (
        position BIGINT NOT NULL,
        stream TEXT COLLATE "C" NOT NULL,
        version BIGINT NOT NULL,
        event_id TEXT COLLATE "C" NOT NULL,
        type TEXT COLLATE "C" NOT NULL,
        effective_on TEXT COLLATE "C" NOT NULL,
        recorded_at TEXT COLLATE "C" NOT NULL,
        command_id TEXT COLLATE "C" NOT NULL,
        canonical BYTEA NOT NULL,
        hash TEXT COLLATE "C" NOT NULL,
        PRIMARY KEY (position),
        CONSTRAINT uq_events_stream_version UNIQUE (stream, version),
        CONSTRAINT ck_events_hash CHECK (length(hash) = 64),
        CONSTRAINT uq_events_event_id UNIQUE (event_id)
    )
    """,
    """
    CREATE INDEX ix_events_command_id ON ohjaus.events (command_id)
    """,
    """
    CREATE TABLE ohjaus.log_identity (
        name TEXT COLLATE "C" NOT NULL,
        value TEXT COLLATE "C" NOT NULL,
        PRIMARY KEY (name),
        CONSTRAINT ck_log_identity_name CHECK (name IN ('log_id', 'created_at', 'format', 'production')),
        CONSTRAINT ck_log_identity_production CHECK (name <> 'production' OR value IN ('yes', 'no'))
    )
    """,
    """
    CREATE TABLE ohjaus.projections (
        name TEXT COLLATE "C" NOT NULL,
        version BIGINT NOT NULL,
        position BIGINT NOT NULL,
        hash TEXT COLLATE "C" NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
CREATE FUNCTION ohjaus.events_in_order()
RETURNS trigger LANGUAGE plpgsql
VOLATILE
AS $body$
BEGIN
    IF NEW.position IS DISTINCT FROM (SELECT coalesce(max(e.position), 0) + 1 FROM ohjaus.events e) THEN
        RAISE EXCEPTION 'events: the position is not the next one' USING ERRCODE = '23000';
    END IF;
    IF NEW.version IS DISTINCT FROM
        (SELECT coalesce(max(e.version), 0) + 1 FROM ohjaus.events e WHERE e.stream = NEW.stream) THEN
        RAISE EXCEPTION 'events: the version is not the next one of its stream' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM ohjaus.events e WHERE e.event_id = NEW.event_id) THEN
        RAISE EXCEPTION 'events: the event id is taken' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END
$body$
    """,
    """
CREATE FUNCTION ohjaus.never_changed()
RETURNS trigger LANGUAGE plpgsql
VOLATILE
AS $body$
BEGIN
    RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ': nothing is ever changed or deleted';
END
$body$
    """,
    """
CREATE FUNCTION ohjaus.log_identity_once()
RETURNS trigger LANGUAGE plpgsql
VOLATILE
AS $body$
BEGIN
    IF EXISTS (SELECT 1 FROM ohjaus.log_identity i WHERE i.name = NEW.name) THEN
        RAISE EXCEPTION 'log_identity: said once' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END
$body$
    """,
    """
CREATE FUNCTION ohjaus.log_identity_not_changed()
RETURNS trigger LANGUAGE plpgsql
VOLATILE
AS $body$
BEGIN
    IF OLD.name = 'production' AND NEW.name = 'production' AND OLD.value = 'no' AND NEW.value = 'yes' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'log_identity: only the production mark changes, from no to yes' USING ERRCODE = '23000';
END
$body$
    """,
    """
CREATE FUNCTION ohjaus.newest(OUT head_position bigint, OUT head_hash text)
RETURNS SETOF record LANGUAGE sql
STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'
AS $body$ SELECT e.position, e.hash FROM ohjaus.events e ORDER BY e.position DESC LIMIT 1 $body$
    """,
    """
CREATE FUNCTION ohjaus.hash_at(wanted bigint)
RETURNS text LANGUAGE sql
STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'
AS $body$ SELECT e.hash FROM ohjaus.events e WHERE e.position = wanted $body$
    """,
    """
CREATE FUNCTION ohjaus.subject_of(case_id text)
RETURNS text LANGUAGE sql
STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'
AS $body$
SELECT convert_from(e.canonical, 'UTF8')::json -> 'opening' ->> 'subject'
FROM ohjaus.events e WHERE e.stream = case_id AND e.version = 1
$body$
    """,
    """
CREATE FUNCTION ohjaus.own_subjects()
RETURNS SETOF text LANGUAGE sql
STABLE
AS $body$
SELECT substr(r.rolname, 16) FROM pg_catalog.pg_roles r
WHERE starts_with(r.rolname, 'ohjaus_subject_') AND pg_catalog.pg_has_role(r.oid, 'MEMBER')
$body$
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.events_in_order FROM PUBLIC
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.never_changed FROM PUBLIC
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.log_identity_once FROM PUBLIC
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.log_identity_not_changed FROM PUBLIC
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.newest FROM PUBLIC
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.hash_at FROM PUBLIC
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.subject_of FROM PUBLIC
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.own_subjects FROM PUBLIC
    """,
    """
    CREATE TRIGGER events_in_order BEFORE INSERT ON ohjaus.events
    FOR EACH ROW EXECUTE FUNCTION ohjaus.events_in_order()
    """,
    """
    ALTER TABLE ohjaus.events ENABLE ALWAYS TRIGGER events_in_order
    """,
    """
    CREATE TRIGGER events_not_changed BEFORE UPDATE ON ohjaus.events
    FOR EACH STATEMENT EXECUTE FUNCTION ohjaus.never_changed()
    """,
    """
    ALTER TABLE ohjaus.events ENABLE ALWAYS TRIGGER events_not_changed
    """,
    """
    CREATE TRIGGER events_not_deleted BEFORE DELETE ON ohjaus.events
    FOR EACH STATEMENT EXECUTE FUNCTION ohjaus.never_changed()
    """,
    """
    ALTER TABLE ohjaus.events ENABLE ALWAYS TRIGGER events_not_deleted
    """,
    """
    CREATE TRIGGER events_not_truncated BEFORE TRUNCATE ON ohjaus.events
    FOR EACH STATEMENT EXECUTE FUNCTION ohjaus.never_changed()
    """,
    """
    ALTER TABLE ohjaus.events ENABLE ALWAYS TRIGGER events_not_truncated
    """,
    """
    CREATE TRIGGER log_identity_once BEFORE INSERT ON ohjaus.log_identity
    FOR EACH ROW EXECUTE FUNCTION ohjaus.log_identity_once()
    """,
    """
    ALTER TABLE ohjaus.log_identity ENABLE ALWAYS TRIGGER log_identity_once
    """,
    """
    CREATE TRIGGER log_identity_not_changed BEFORE UPDATE ON ohjaus.log_identity
    FOR EACH ROW EXECUTE FUNCTION ohjaus.log_identity_not_changed()
    """,
    """
    ALTER TABLE ohjaus.log_identity ENABLE ALWAYS TRIGGER log_identity_not_changed
    """,
    """
    CREATE TRIGGER log_identity_not_deleted BEFORE DELETE ON ohjaus.log_identity
    FOR EACH STATEMENT EXECUTE FUNCTION ohjaus.never_changed()
    """,
    """
    ALTER TABLE ohjaus.log_identity ENABLE ALWAYS TRIGGER log_identity_not_deleted
    """,
    """
    CREATE TRIGGER log_identity_not_truncated BEFORE TRUNCATE ON ohjaus.log_identity
    FOR EACH STATEMENT EXECUTE FUNCTION ohjaus.never_changed()
    """,
    """
    ALTER TABLE ohjaus.log_identity ENABLE ALWAYS TRIGGER log_identity_not_truncated
    """,
)


def upgrade() -> None:
    on_a_server = op.get_context().dialect.name == "postgresql"
    for statement in ON_A_SERVER if on_a_server else STATEMENTS:
        op.execute(statement)
