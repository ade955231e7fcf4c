"""What the server's functions tell and take: nothing about hidden cases, and no line that a reader has made up.

Frozen: what is written here is what logs in use were upgraded with. `store.schema` declares where they stand now. In a
file nothing changes: whoever may write it may write all of it.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ON_A_SERVER = (
    r"""
CREATE OR REPLACE FUNCTION ohjaus.security_log_in_order()
RETURNS trigger LANGUAGE plpgsql
VOLATILE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'
AS $body$
DECLARE
    told jsonb := left(NEW.details, 20001)::jsonb;
BEGIN
    IF length(NEW.details) > 20000 OR jsonb_typeof(told) <> 'object' THEN
        RAISE EXCEPTION 'security_log: the details are no texts by name' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM jsonb_each(told) one WHERE jsonb_typeof(one.value) <> 'string') THEN
        RAISE EXCEPTION 'security_log: the details are no texts by name' USING ERRCODE = '23000';
    END IF;
    IF NEW.at !~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}\+00:00$' OR
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
$body$
    """,
    """
CREATE OR REPLACE FUNCTION ohjaus.subject_of(case_id text)
RETURNS text LANGUAGE sql
STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'
AS $body$
SELECT one.subject FROM (
    SELECT convert_from(e.canonical, 'UTF8')::json -> 'opening' ->> 'subject' AS subject
    FROM ohjaus.events e WHERE e.stream = case_id AND e.version = 1) one
WHERE EXISTS (SELECT 1 FROM pg_catalog.pg_roles r
    WHERE r.rolname IN ('ohjaus_subject_' || one.subject, 'ohjaus_owner', 'ohjaus_application', 'ohjaus_auditor')
    AND pg_has_role(session_user, r.oid, 'MEMBER'))
$body$
    """,
    """
CREATE OR REPLACE FUNCTION ohjaus.hash_at(wanted bigint)
RETURNS text LANGUAGE sql
STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp'
AS $body$
SELECT e.hash FROM ohjaus.events e WHERE e.position = wanted AND (
    has_table_privilege(session_user, 'ohjaus.heartbeats', 'SELECT')
    OR EXISTS (SELECT 1 FROM pg_catalog.pg_roles r
        WHERE r.rolname IN ('ohjaus_owner', 'ohjaus_application', 'ohjaus_auditor')
        AND pg_has_role(session_user, r.oid, 'MEMBER'))
    OR EXISTS (SELECT 1 FROM ohjaus.projections p WHERE p.position = wanted)
    OR ohjaus.subject_of(e.stream) IS NOT NULL)
$body$
    """,
)


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        for statement in ON_A_SERVER:
            op.execute(statement)
