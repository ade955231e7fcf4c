"""What would run by itself when somebody reads a log on a server; looked for before anything of it is read.

Whoever owns a kept table could put a view in its place, or hang a function on it (a policy, a computed column, an index
over an expression): it would run with the rights of whoever reads, an auditor or an administrator. The owner's role has
them, with which nobody logs in; roles of an earlier version gave them to the application. Looking at the server's
catalogs runs nothing, so the door is the place to look. The kept tables have nothing of the kind, and their schema
holds neither functions nor types nor operators, whose names might be taken for the server's own. Nor is there a cast of
their rows, to which the name of a column that is gone would lead. The key store's one function, which every reader
asks, must run with the rights of its owner and not with those of the reader, and take nothing; `db init-roles` makes it
so again.

The look itself compares values of one type only, for which the server's own operator is found before anybody else's.
A policy's condition is compared as the server tells it back: it puts a schema before every name that is not found first
on our search path, and nobody but the owner can add to what comes first there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.errors import IntegrityBroken
from store.personal.own_reference import WRONG
from store.postgres.connecting import Driver
from store.postgres.layout import KEPT, PERSONS, RECORD
from store.schema import metadata

MENDING = "ohjaus db init-roles --yes"
"""Makes the schema of what is kept anew, which holds nothing that the record does not give."""


class Found(NamedTuple):
    """Something that stands in one of our schemas: what it is, and what of it would run, None when nothing would."""

    schema: str
    name: str
    kind: str
    open_to_us: bool
    runs: str | None


def look_about(driver: Driver) -> tuple[Found, ...]:
    """Gives the tables of the record that are there, all that is kept, and what else would run, in one look."""
    values = {
        "record": RECORD,
        "kept": KEPT,
        "persons": PERSONS,
        "tables": list(metadata.tables),
        "conditions": list(CONDITIONS),
    }
    return tuple(Found(*row) for row in driver.execute(_LOOK, values).fetchall())


def refuse_planted(found: Iterable[Found]) -> None:
    """Makes sure that reading runs nothing.

    Raises:
        IntegrityBroken: `schema-changed`.
    """
    for one in found:
        if one.runs is None:
            continue
        if one.schema == KEPT:
            raise _kept(f"{one.schema}.{one.name} {one.runs}", one.kind, one.name)
        raise IntegrityBroken(
            "schema-changed",
            f"{one.schema}.{one.name} {one.runs}: reading it would run what somebody put there. It was not read.",
            try_next=MENDING if one.schema == PERSONS else "ohjaus doctor",
            details={"kind": one.kind, "name": one.name},
        )


def refuse_missing(found: Iterable[Found]) -> None:
    """Makes sure that the schema of what is kept is there.

    Raises:
        IntegrityBroken: `schema-changed`.
    """
    if not any(one.kind == _SCHEMA for one in found):
        raise _kept(f"{KEPT} is gone", _SCHEMA, KEPT)


def is_mendable(found: Sequence[Found]) -> bool:
    """Tells whether the schema of what is kept is gone, or holds something that would run."""
    there = any(one.kind == _SCHEMA for one in found)
    return not there or any(one.schema == KEPT and one.runs is not None for one in found)


def mending() -> tuple[str, ...]:
    """Gives the statements that make the schema of what is kept anew, empty; whoever writes next fills it."""
    return (
        f"DROP SCHEMA IF EXISTS {KEPT} CASCADE",
        f"CREATE SCHEMA {KEPT}",
        # The name is ours.
        f"DELETE FROM {RECORD}.projections",  # noqa: S608
    )


def _kept(what: str, kind: str, name: str) -> IntegrityBroken:
    return IntegrityBroken(
        "schema-changed",
        f"What the server keeps beside the log is not as it has to be: {what}. It was not read. Nothing stands there "
        "that the log does not give: an administrator makes it anew, and whoever writes next fills it.",
        try_next=MENDING,
        details={"kind": kind, "name": name, "kept": name},
    )


_OWN = ("subject", "subject_of(stream)", "subject_of(case_id)", "NULL::text")
CONDITIONS = (
    "true",
    "false",
    *(f"({subject} = ANY (ARRAY( SELECT own_subjects() AS own_subjects)))" for subject in _OWN),
)
"""The conditions that a policy may have, as the server tells ours back; a test holds them against a server."""

_SCHEMA = "schema"

_LOOKED = """
    WITH seen AS (
        SELECT c.oid, n.nspname::text AS schema, c.relname::text AS name, c.relkind::text AS kind,
            n.nspname = %(kept)s AS kept, n.oid AS namespace, c.reloftype
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE (n.nspname = %(record)s AND c.relname = ANY (%(tables)s))
            OR (n.nspname = %(kept)s AND c.relkind NOT IN ('i', 't'))
    )
    SELECT s.schema, s.name, s.kind, pg_catalog.has_schema_privilege(s.namespace, 'USAGE'), CASE
        WHEN s.kept AND s.name !~ '^[a-z][a-z0-9_]*$' THEN 'has a name that is none of ours'
        WHEN s.kind <> 'r' THEN 'is no plain table'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = s.oid AND NOT (
            coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), 'true') = ANY (%(conditions)s)
            AND coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), 'true') = ANY (%(conditions)s)))
            THEN 'has a policy with a condition that is not ours'
        WHEN s.reloftype <> '0' OR EXISTS (
            SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            WHERE a.attrelid = s.oid AND a.attnum > 0 AND NOT a.attisdropped
                AND (a.attgenerated <> '' OR t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace::pg_catalog.oid))
            THEN 'has a column that is computed or of a type that somebody made'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_index x
            WHERE x.indrelid = s.oid AND (x.indexprs IS NOT NULL OR x.indpred IS NOT NULL))
            THEN 'has an index over an expression'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE s.oid IN (i.inhrelid, i.inhparent))
            THEN 'is a part of another table'
        WHEN NOT s.kept THEN NULL
        WHEN EXISTS (SELECT FROM pg_catalog.pg_statistic_ext e WHERE e.stxrelid = s.oid)
            THEN 'has statistics that somebody made'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgrelid = s.oid) THEN 'has a trigger'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_rewrite r WHERE r.ev_class = s.oid) THEN 'has a rule'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_attrdef d WHERE d.adrelid = s.oid) THEN 'has a column with a default'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = s.oid AND k.contype NOT IN ('p', 'n'))
            THEN 'has a condition'
        END
    FROM seen s
    UNION ALL
    SELECT n.nspname::text, n.nspname::text, 'schema', pg_catalog.has_schema_privilege(n.oid, 'USAGE'), NULL
    FROM pg_catalog.pg_namespace n WHERE n.nspname = %(kept)s
    UNION ALL
    SELECT n.nspname::text, p.proname::text, 'function', true, 'is a function'
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = %(kept)s
    UNION ALL
    SELECT n.nspname::text, o.oprname::text, 'operator', true, 'is an operator'
    FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace WHERE n.nspname = %(kept)s
    UNION ALL
    SELECT n.nspname::text, t.typname::text, 'type', true, 'is a type'
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname = %(kept)s AND t.typtype NOT IN ('b', 'c')
    UNION ALL
    SELECT n.nspname::text, t.typname::text, 'cast', true, 'can be cast by a function that somebody made'
    FROM pg_catalog.pg_cast k JOIN pg_catalog.pg_type t ON t.oid IN (k.castsource, k.casttarget)
    JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = %(kept)s
    UNION ALL
    SELECT n.nspname::text, p.proname::text, 'function', true, 'runs with the rights of whoever asks'
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = %(persons)s AND """
_LOOK = f"{_LOOKED}{WRONG}".encode()
