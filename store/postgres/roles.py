"""The roles of a log on a server: who owns it, who writes, who audits, and who reads about one county only.

Nobody logs in with any of them; an administrator gives them to logins (`GRANT ohjaus_application TO ...`). The owner
could switch the triggers off, so it is a role of its own, which no login needs but for an upgrade of the schema. Row
security is forced, so it binds the owner too. A county's readers get the role of their county, which brings the common
one along; which county that is stands in the role's name, where nobody but an administrator can change it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

import psycopg

from engine.errors import InputRejected
from store.personal.own_reference import HANDING_OVER
from store.postgres.address import Server
from store.postgres.connecting import PATIENCE_SECONDS, connect, find_only_the_servers_own
from store.postgres.faults import translate
from store.postgres.following import refuse_reader
from store.postgres.layout import APPLICATION, AUDITOR, COUNTY_READER, KEPT, LOCK, OF_SUBJECT, OWNER, RECORD, ROLES
from store.postgres.planted import mending
from store.postgres.schema import FUNCTIONS, tables
from store.postgres.sharing import OWN_SUBJECTS, kept_name, sharing
from store.postgres.standing import columns_of, enter
from store.projections.tables import KeptTable

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}", re.IGNORECASE)
_READ_BY_COUNTIES = ("alembic_version", "events", "log_identity", "projections")
_CHANGED = ("heartbeats", "projections")
_ASKED = ("newest", "hash_at", "subject_of", "own_subjects")


def statements(
    subjects: Sequence[str], kept: Mapping[str, Collection[str]], tables_kept: Sequence[KeptTable] = ()
) -> tuple[str, ...]:
    """Gives the statements that make the roles, over a log with these kept tables and their columns.

    Those of `tables_kept` that do not stand as they are declared are made, empty; whoever writes next fills them. The
    statements may be run again.

    Raises:
        InputRejected: `subject-invalid`, a subject whose code cannot be part of a role's name.
    """
    for subject in subjects:
        if not _CODE.fullmatch(subject):
            raise InputRejected(
                "subject-invalid", f"{subject!r} is no code of a subject.", details={"subject": subject}
            )
    counties = [f"{OF_SUBJECT}{subject}" for subject in subjects]
    names = [str(table.name) for table in tables()]
    everybody = f"{APPLICATION}, {AUDITOR}, {COUNTY_READER}"
    lacking = [one for one in tables_kept if tuple(kept.get(one.name, ())) != one.columns]
    kept = {**kept, **{one.name: one.columns for one in lacking}}
    return (
        *(_role(name) for name in (*ROLES, *counties)),
        *(f'GRANT {COUNTY_READER} TO "{name}"' for name in counties),
        f"ALTER SCHEMA {RECORD} OWNER TO {OWNER}",
        f"ALTER SCHEMA {KEPT} OWNER TO {OWNER}",
        *(statement for one in lacking for statement in _making(one)),
        *(f"ALTER TABLE {RECORD}.{name} OWNER TO {OWNER}" for name in names),
        *(f"ALTER TABLE {kept_name(name)} OWNER TO {OWNER}" for name in kept),
        *(f"ALTER FUNCTION {RECORD}.{one.name} OWNER TO {OWNER}" for one in FUNCTIONS),
        f"REVOKE ALL ON SCHEMA {RECORD}, {KEPT} FROM PUBLIC",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {RECORD} FROM PUBLIC, {everybody}",
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {RECORD} FROM PUBLIC, {everybody}",
        f"GRANT USAGE ON SCHEMA {RECORD}, {KEPT} TO {everybody}, {OWNER}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {RECORD} TO {APPLICATION}, {AUDITOR}",
        f"GRANT INSERT ON {RECORD}.events TO {APPLICATION}",
        f"GRANT INSERT ON {RECORD}.security_log TO {everybody}",
        *(f"GRANT INSERT, UPDATE, DELETE ON {RECORD}.{name} TO {APPLICATION}" for name in _CHANGED),
        *(f"GRANT SELECT ON {RECORD}.{name} TO {COUNTY_READER}" for name in _READ_BY_COUNTIES),
        *(f"GRANT EXECUTE ON FUNCTION {RECORD}.{name} TO {everybody}" for name in _ASKED),
        f"ALTER TABLE {RECORD}.events ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {RECORD}.events FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS whole ON {RECORD}.events",
        f"DROP POLICY IF EXISTS own ON {RECORD}.events",
        f"CREATE POLICY whole ON {RECORD}.events TO {OWNER}, {APPLICATION}, {AUDITOR} USING (true) WITH CHECK (true)",
        (
            f"CREATE POLICY own ON {RECORD}.events FOR SELECT TO {COUNTY_READER} "
            f"USING ({RECORD}.subject_of(stream) = ANY (ARRAY({OWN_SUBJECTS})))"
        ),
        *(statement for name, columns in kept.items() for statement in sharing(name, columns)),
        # Whoever runs these by hand is to have the key store handed over as well.
        HANDING_OVER,
    )


class Roles:
    """The roles of one log, ready to be made; closed when done."""

    def __init__(self, server: Server, subjects: Sequence[str], tables_kept: Sequence[KeptTable]) -> None:
        # Whoever makes roles is an administrator, not the application that it would otherwise become.
        self._server = server
        self._driver = connect(server, PATIENCE_SECONDS, read_only=False)
        try:
            mended = enter(self._driver, server, read_only=True, mending=True)
            find_only_the_servers_own(self._driver)
            if mended:
                # What stands there is not even looked at: it goes, and whoever writes next fills it from the record.
                self.statements = (*mending(), *statements(subjects, {}, tables_kept))
            else:
                self.statements = statements(subjects, columns_of(self._driver), tables_kept)
        except psycopg.Error as error:
            self.close()
            raise translate(error) from error
        except BaseException:
            self.close()
            raise

    def apply(self) -> tuple[str, ...]:
        """Makes the roles in one transaction and gives the statements that were run; again does no harm.

        Raises:
            Refused: `database-rights`, this login may not make roles; `replica`, the server follows another one.
        """
        driver = self._driver
        try:
            refuse_reader(driver, self._server)
            with driver.transaction():
                driver.execute(f"SELECT pg_catalog.pg_advisory_xact_lock({LOCK})".encode())
                for statement in self.statements:
                    driver.execute(statement.encode())
        except psycopg.Error as error:
            raise translate(error) from error
        return self.statements

    def close(self) -> None:
        """Closes the session; closing again does nothing."""
        self._driver.close()


def _making(table: KeptTable) -> tuple[str, ...]:
    return (
        table.dropping().postgres,
        *(statement.postgres for statement in table.making()),
        # What was kept in it is gone; the name is ours.
        f"DELETE FROM {RECORD}.projections WHERE name = '{table.projection.name}'",  # noqa: S608
    )


def _role(name: str) -> str:
    return (
        # The code of a subject was looked at; the other names are ours.
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = '{name}') THEN "  # noqa: S608
        f'CREATE ROLE "{name}" NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS; END IF; END $$'
    )
