"""The declared schema on PostgreSQL: the tables of `store.schema`, with triggers and functions of the server's own.

The triggers are ENABLE ALWAYS, so that a session that replays as a replica does not slip past them; they stop TRUNCATE
as well, and `ON CONFLICT DO UPDATE` even where nothing conflicts. Four functions run with their owner's rights, so
that somebody who sees only the events about one county can still tell where the whole log stands, and so that whoever
may write a line into the security log without reading it still gets the next number. They answer the login, whatever
role it has taken on: about a case that it does not see they say what they say about none. A line of the security log
from whoever only reads bears the server's own time and, in its details, the number of the login at the server, since
what a reader's own program says of both proves nothing; what its columns hold has an end.

Text sorts by code points (COLLATE "C"), as it does in memory and in a file.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sqlalchemy import MetaData, Table
from sqlalchemy.schema import CreateIndex, CreateTable

from store.postgres.layout import KEPT, OF_SUBJECT, RECORD
from store.schema import EXPECTED_REVISION, metadata
from store.statement import postgres_dialect


class Function(NamedTuple):
    """A function of the record: what it takes and gives, how it runs, and its body."""

    name: str
    takes: str
    gives: str
    language: str
    manner: str
    body: str

    @property
    def sql(self) -> str:
        """The statement that makes it."""
        return (
            f"CREATE FUNCTION {RECORD}.{self.name}({self.takes})\nRETURNS {self.gives} LANGUAGE {self.language}\n"
            f"{self.manner}\nAS $body${self.body}$body$"
        )


class Trigger(NamedTuple):
    """A trigger of the record: when it fires, on which table, for a row or a whole statement, and what it runs."""

    name: str
    when: str
    table: str
    each: str
    function: str

    @property
    def sql(self) -> str:
        """The statement that makes it."""
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.when} ON {RECORD}.{self.table}\nFOR EACH {self.each} "
            f"EXECUTE FUNCTION {RECORD}.{self.function}()"
        )

    @property
    def always(self) -> str:
        """The statement that keeps it on whatever a session says of itself."""
        return f"ALTER TABLE {RECORD}.{self.table} ENABLE ALWAYS TRIGGER {self.name}"


_PLAIN, _OWNERS = "VOLATILE", "STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'"
_NUMBERING = "VOLATILE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'"

FUNCTIONS = (
    Function(
        "events_in_order",
        "",
        "trigger",
        "plpgsql",
        _PLAIN,
        """
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
""",
    ),
    Function(
        "never_changed",
        "",
        "trigger",
        "plpgsql",
        _PLAIN,
        """
BEGIN
    RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ': nothing is ever changed or deleted';
END
""",
    ),
    Function(
        "log_identity_once",
        "",
        "trigger",
        "plpgsql",
        _PLAIN,
        """
BEGIN
    IF EXISTS (SELECT 1 FROM ohjaus.log_identity i WHERE i.name = NEW.name) THEN
        RAISE EXCEPTION 'log_identity: said once' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END
""",
    ),
    Function(
        "log_identity_not_changed",
        "",
        "trigger",
        "plpgsql",
        _PLAIN,
        """
BEGIN
    IF OLD.name = 'production' AND NEW.name = 'production' AND OLD.value = 'no' AND NEW.value = 'yes' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'log_identity: only the production mark changes, from no to yes' USING ERRCODE = '23000';
END
""",
    ),
    Function(
        "security_log_in_order",
        "",
        "trigger",
        "plpgsql",
        _NUMBERING,
        """
DECLARE
    told jsonb := left(NEW.details, 20001)::jsonb;
BEGIN
    IF length(NEW.details) > 20000 OR jsonb_typeof(told) <> 'object' THEN
        RAISE EXCEPTION 'security_log: the details are no texts by name' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM jsonb_each(told) one WHERE jsonb_typeof(one.value) <> 'string') THEN
        RAISE EXCEPTION 'security_log: the details are no texts by name' USING ERRCODE = '23000';
    END IF;
    IF NEW.at !~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}\\+00:00$' OR
        NEW.at <> to_char(NEW.at::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') THEN
        RAISE EXCEPTION 'security_log: the time is none' USING ERRCODE = '23000';
    END IF;
    NEW.person := left(NEW.person, 500);
    NEW.identity := left(NEW.identity, 500);
    NEW.what := left(NEW.what, 500);
    NEW.about := left(NEW.about, 500);
    NEW.code := left(NEW.code, 500);
    NEW.grant_id := left(NEW.grant_id, 500);
    IF NOT has_table_privilege(session_user, 'ohjaus.events', 'INSERT') THEN
        NEW.at := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"');
        NEW.details := told || jsonb_build_object('login',
            (SELECT r.oid::text FROM pg_catalog.pg_roles r WHERE r.rolname = session_user));
    END IF;
    NEW.number := (SELECT coalesce(max(s.number), 0) + 1 FROM ohjaus.security_log s);
    RETURN NEW;
END
""",
    ),
    Function(
        "newest",
        "OUT head_position bigint, OUT head_hash text",
        "SETOF record",
        "sql",
        _OWNERS,
        " SELECT e.position, e.hash FROM ohjaus.events e ORDER BY e.position DESC LIMIT 1 ",
    ),
    Function(
        "subject_of",
        "case_id text",
        "text",
        "sql",
        _OWNERS,
        """
SELECT one.subject FROM (
    SELECT convert_from(e.canonical, 'UTF8')::json -> 'opening' ->> 'subject' AS subject
    FROM ohjaus.events e WHERE e.stream = case_id AND e.version = 1) one
WHERE EXISTS (SELECT 1 FROM pg_catalog.pg_roles r
    WHERE r.rolname IN ('ohjaus_subject_' || one.subject, 'ohjaus_owner', 'ohjaus_application', 'ohjaus_auditor')
    AND pg_has_role(session_user, r.oid, 'MEMBER'))
""",
    ),
    Function(
        "hash_at",
        "wanted bigint",
        "text",
        "sql",
        _OWNERS,
        """
SELECT e.hash FROM ohjaus.events e WHERE e.position = wanted AND (
    has_table_privilege(session_user, 'ohjaus.heartbeats', 'SELECT')
    OR EXISTS (SELECT 1 FROM pg_catalog.pg_roles r
        WHERE r.rolname IN ('ohjaus_owner', 'ohjaus_application', 'ohjaus_auditor')
        AND pg_has_role(session_user, r.oid, 'MEMBER'))
    OR EXISTS (SELECT 1 FROM ohjaus.projections p WHERE p.position = wanted)
    OR ohjaus.subject_of(e.stream) IS NOT NULL)
""",
    ),
    Function(
        "own_subjects",
        "",
        "SETOF text",
        "sql",
        "STABLE",
        f"\nSELECT substr(r.rolname, {len(OF_SUBJECT) + 1}) FROM pg_catalog.pg_roles r\n"
        f"WHERE starts_with(r.rolname, '{OF_SUBJECT}') AND pg_catalog.pg_has_role(r.oid, 'MEMBER')\n",
    ),
)

TRIGGERS = (
    Trigger("events_in_order", "INSERT", "events", "ROW", "events_in_order"),
    Trigger("events_not_changed", "UPDATE", "events", "STATEMENT", "never_changed"),
    Trigger("events_not_deleted", "DELETE", "events", "STATEMENT", "never_changed"),
    Trigger("events_not_truncated", "TRUNCATE", "events", "STATEMENT", "never_changed"),
    Trigger("log_identity_once", "INSERT", "log_identity", "ROW", "log_identity_once"),
    Trigger("log_identity_not_changed", "UPDATE", "log_identity", "ROW", "log_identity_not_changed"),
    Trigger("log_identity_not_deleted", "DELETE", "log_identity", "STATEMENT", "never_changed"),
    Trigger("log_identity_not_truncated", "TRUNCATE", "log_identity", "STATEMENT", "never_changed"),
    Trigger("security_log_in_order", "INSERT", "security_log", "ROW", "security_log_in_order"),
    Trigger("security_log_not_changed", "UPDATE", "security_log", "STATEMENT", "never_changed"),
    Trigger("security_log_not_deleted", "DELETE", "security_log", "STATEMENT", "never_changed"),
    Trigger("security_log_not_truncated", "TRUNCATE", "security_log", "STATEMENT", "never_changed"),
)


@cache
def tables() -> tuple[Table, ...]:
    """Gives the declared tables in the schema of the record."""
    there = MetaData(schema=RECORD)
    return tuple(table.to_metadata(there) for table in metadata.sorted_tables)


@cache
def statements() -> tuple[str, ...]:
    """Gives the statements that make an empty database a log of `EXPECTED_REVISION`, without its identity."""
    dialect = postgres_dialect()
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in tables()]
    indexes = [str(CreateIndex(index).compile(dialect=dialect)) for table in tables() for index in table.indexes]
    # The revision is a constant of ours, never input.
    stamp = f"INSERT INTO {RECORD}.alembic_version (version_num) VALUES ('{EXPECTED_REVISION}')"  # noqa: S608
    return (
        *(f"CREATE SCHEMA {schema}" for schema in (RECORD, KEPT)),
        *made,
        *indexes,
        *(one.sql for one in FUNCTIONS),
        *(f"REVOKE ALL ON FUNCTION {RECORD}.{one.name} FROM PUBLIC" for one in FUNCTIONS),
        *(statement for one in TRIGGERS for statement in (one.sql, one.always)),
        stamp,
    )
