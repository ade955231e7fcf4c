"""The security log: what was denied, which secrets were read and taken out; beside the record, and never changed.

Frozen: what is written here is what logs in use were upgraded with. `store.schema` declares where they stand now.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE security_log (
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        identity TEXT NOT NULL,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        about TEXT,
        code TEXT,
        grant_id TEXT,
        details TEXT NOT NULL,
        PRIMARY KEY (number),
        CONSTRAINT ck_security_log_kind CHECK (kind IN ('denied', 'secret-read', 'secret-export', 'identity'))
    ) STRICT
    """,
    """
    CREATE TRIGGER security_log_in_order BEFORE INSERT ON security_log BEGIN
        SELECT RAISE(ABORT, 'security_log: the number is not the next one')
        WHERE NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM security_log);
    END
    """,
    """
    CREATE TRIGGER security_log_not_changed BEFORE UPDATE ON security_log BEGIN
        SELECT RAISE(ABORT, 'security_log: nothing is ever changed');
    END
    """,
    """
    CREATE TRIGGER security_log_not_deleted BEFORE DELETE ON security_log BEGIN
        SELECT RAISE(ABORT, 'security_log: nothing is ever deleted');
    END
    """,
)

ON_A_SERVER = (
    """
    CREATE TABLE ohjaus.security_log (
        number BIGINT NOT NULL,
        at TEXT COLLATE "C" NOT NULL,
        person TEXT COLLATE "C" NOT NULL,
        identity TEXT COLLATE "C" NOT NULL,
        kind TEXT COLLATE "C" NOT NULL,
        what TEXT COLLATE "C" NOT NULL,
        about TEXT COLLATE "C",
        code TEXT COLLATE "C",
        grant_id TEXT COLLATE "C",
        details TEXT COLLATE "C" NOT NULL,
        PRIMARY KEY (number),
        CONSTRAINT ck_security_log_kind CHECK (kind IN ('denied', 'secret-read', 'secret-export', 'identity'))
    )
    """,
    """
CREATE FUNCTION ohjaus.security_log_in_order()
RETURNS trigger LANGUAGE plpgsql
VOLATILE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'
AS $body$
BEGIN
    NEW.number := (SELECT coalesce(max(s.number), 0) + 1 FROM ohjaus.security_log s);
    RETURN NEW;
END
$body$
    """,
    """
    REVOKE ALL ON FUNCTION ohjaus.security_log_in_order FROM PUBLIC
    """,
    """
    CREATE TRIGGER security_log_in_order BEFORE INSERT ON ohjaus.security_log
    FOR EACH ROW EXECUTE FUNCTION ohjaus.security_log_in_order()
    """,
    """
    ALTER TABLE ohjaus.security_log ENABLE ALWAYS TRIGGER security_log_in_order
    """,
    """
    CREATE TRIGGER security_log_not_changed BEFORE UPDATE ON ohjaus.security_log
    FOR EACH STATEMENT EXECUTE FUNCTION ohjaus.never_changed()
    """,
    """
    ALTER TABLE ohjaus.security_log ENABLE ALWAYS TRIGGER security_log_not_changed
    """,
    """
    CREATE TRIGGER security_log_not_deleted BEFORE DELETE ON ohjaus.security_log
    FOR EACH STATEMENT EXECUTE FUNCTION ohjaus.never_changed()
    """,
    """
    ALTER TABLE ohjaus.security_log ENABLE ALWAYS TRIGGER security_log_not_deleted
    """,
    """
    CREATE TRIGGER security_log_not_truncated BEFORE TRUNCATE ON ohjaus.security_log
    FOR EACH STATEMENT EXECUTE FUNCTION ohjaus.never_changed()
    """,
    """
    ALTER TABLE ohjaus.security_log ENABLE ALWAYS TRIGGER security_log_not_truncated
    """,
)


def upgrade() -> None:
    on_a_server = op.get_context().dialect.name == "postgresql"
    for statement in ON_A_SERVER if on_a_server else STATEMENTS:
        op.execute(statement)
