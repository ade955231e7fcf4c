"""A login's own reference, told by the server to a login that may read no name: an auditor's, a county reader's.

Rights are given to references, and only the key store knows which reference is of whom. So that whoever reads nothing
of it can still be told from others, a function of the server answers one question, to everybody about themselves
alone: which reference is of the login that asks. It runs by the right of whoever owns the key store, reckons what
`engine.personal.looked_up_by` does, and takes no argument that could ask for anybody else. What is found has to commit
to the login (`engine.personal.commits`): whoever may write the key store can have anybody found under another name.
"""

from __future__ import annotations

from contextlib import closing

import psycopg

from store.postgres.address import Server
from store.postgres.connecting import PATIENCE_SECONDS, connect, find_only_the_servers_own
from store.postgres.faults import translate
from store.postgres.layout import APPLICATION, AUDITOR, COUNTY_READER, OWNER, PERSONS

# HMAC-SHA256 by its definition (RFC 2104), since the server brings the hash alone; the secret is shorter than a block.
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {PERSONS}.own_reference() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $own$
DECLARE
    secret bytea := (SELECT decode(value, 'hex') FROM {PERSONS}.said WHERE name = 'secret');
    own text;
    asked text := 'exact:db:' || session_user;
    within bytea;
    around bytea;
    mac text;
BEGIN
    FOR round IN 1 .. 2 LOOP
        within := decode(repeat('36', 64), 'hex');
        around := decode(repeat('5c', 64), 'hex');
        FOR at IN 0 .. octet_length(secret) - 1 LOOP
            within := set_byte(within, at, get_byte(secret, at) # 54);
            around := set_byte(around, at, get_byte(secret, at) # 92);
        END LOOP;
        mac := encode(sha256(around || sha256(within || convert_to(asked, 'UTF8'))), 'hex');
        EXIT WHEN round = 2;
        SELECT reference, key, 'db:' || session_user INTO own, secret, asked
        FROM {PERSONS}.persons WHERE looked_up = mac;
        IF own IS NULL OR octet_length(secret) > 64 THEN
            RETURN NULL;
        END IF;
    END LOOP;
    RETURN CASE WHEN own = 'p-' || left(mac, 24) THEN own END;
END $own$
"""  # noqa: S608 - the names are ours

WRONG = """NOT (p.proname = 'own_reference' AND p.pronargs = 0 AND p.prosecdef AND NOT p.proretset AND p.prokind = 'f'
    AND p.prorettype = 'pg_catalog.text'::pg_catalog.regtype::pg_catalog.oid)"""
"""A function `p` of the schema that is not the one: it could run with the rights of whoever asks, as what an argument
that nobody gives stands for does, whatever the function itself runs with."""

_STATEMENT = f"""DO $$ DECLARE one text; BEGIN
IF EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = '{PERSONS}') THEN
    FOR one IN SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = '{PERSONS}' LOOP
        EXECUTE pg_catalog.format('ALTER TABLE {PERSONS}.%I OWNER TO {OWNER}', one);
        EXECUTE pg_catalog.format(
            'GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON {PERSONS}.%I TO {APPLICATION}', one);
    END LOOP;
    FOR one IN SELECT p.oid::pg_catalog.regprocedure FROM pg_catalog.pg_proc p
        JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = '{PERSONS}' AND {WRONG} LOOP
        EXECUTE pg_catalog.format('DROP ROUTINE %s CASCADE', one);
    END LOOP;
    ALTER SCHEMA {PERSONS} OWNER TO {OWNER};
    EXECUTE $made${_FUNCTION}$made$;
    ALTER FUNCTION {PERSONS}.own_reference() OWNER TO {OWNER};
    REVOKE ALL ON SCHEMA {PERSONS} FROM PUBLIC;
    REVOKE ALL ON FUNCTION {PERSONS}.own_reference() FROM PUBLIC;
    GRANT USAGE ON SCHEMA {PERSONS} TO {APPLICATION}, {AUDITOR}, {COUNTY_READER};
    GRANT EXECUTE ON FUNCTION {PERSONS}.own_reference() TO {APPLICATION}, {AUDITOR}, {COUNTY_READER};
END IF; END $$"""  # noqa: S608 - the names are ours

HANDING_OVER = " ".join(_STATEMENT.split())
"""Gives the key store to the owner, to be written by the application, where one stands; one line, to be run again."""


_WRONG_ONES = f"""
    SELECT FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = '{PERSONS}' AND {WRONG}
""".encode()


_TELLS_NONE = (
    psycopg.errors.InvalidSchemaName,
    psycopg.errors.UndefinedFunction,
    psycopg.errors.InsufficientPrivilege,
)
"""What a server says that has no such word for this login."""


def own_reference(server: Server, login: str) -> str | None:
    """Gives the reference of the login with which we come to a server; None where it tells none, or another login.

    Raises:
        Fault: the server is lost, or does not let us in: then nobody knows whether it would tell one.
    """
    try:
        with closing(connect(server, PATIENCE_SECONDS, read_only=True)) as driver:
            find_only_the_servers_own(driver)
            if driver.execute(_WRONG_ONES).fetchone() is not None:
                return None
            row = driver.execute(f"SELECT session_user::text, {PERSONS}.own_reference()".encode()).fetchone()
    except _TELLS_NONE:
        # No key store, or one from before this was asked: then nobody is told from others, as before.
        return None
    except psycopg.Error as error:
        raise translate(error) from error
    return str(row[1]) if row is not None and row[0] == login and row[1] is not None else None
