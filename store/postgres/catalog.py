"""The schema as the server's catalogs tell it, and as it is declared, in the same words, so that both can be compared.

Everything that stands in our two schemas is told: tables with their columns and constraints, indexes, triggers and
whether they are always on, functions with their bodies (told as belonging to the events), policies and rules. What
stands where it does not belong bears its schema in its name, and so belongs to nothing that is declared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import CheckConstraint, Index, PrimaryKeyConstraint, Table, UniqueConstraint

from engine.projection import Projection
from store.database import Database
from store.postgres.layout import APPLICATION, AUDITOR, COUNTY_READER, KEPT, OWNER, RECORD
from store.postgres.schema import FUNCTIONS, TRIGGERS, Function, tables
from store.postgres.sharing import GRANTS, about
from store.projections.tables import PREFIX, kept_table
from store.statement import Statement, postgres_dialect

Schema = Mapping[tuple[str, str], tuple[str, str]]

_CHECKS = {
    "ck_events_hash": "CHECK ((length(hash) = 64))",
    "ck_log_identity_name": (
        "CHECK ((name = ANY (ARRAY['log_id'::text, 'created_at'::text, 'format'::text, 'production'::text])))"
    ),
    "ck_log_identity_production": (
        "CHECK (((name <> 'production'::text) OR (value = ANY (ARRAY['yes'::text, 'no'::text]))))"
    ),
    "ck_heartbeats_kind": "CHECK ((kind = ANY (ARRAY['run'::text, 'tick'::text])))",
    "ck_security_log_kind": (
        "CHECK ((kind = ANY (ARRAY['denied'::text, 'secret-read'::text, 'secret-export'::text, 'identity'::text])))"
    ),
}
"""How the server tells the declared conditions back; a test holds them against a server."""

_TYPES = {"TEXT": "text", "BIGINT": "bigint", "BYTEA": "bytea", "VARCHAR(32)": "character varying(32)"}
_QUOTED = ("position",)
"""Names that the server tells in quotes, since they are words of its language as well."""

_WHOLE = sorted((APPLICATION, AUDITOR, OWNER))


def kept_schema(database: Database) -> Schema:
    """Gives the schema that the database has, by kind and name."""
    found = database.run(_TOLD, {"record": RECORD, "kept": KEPT, "prefix": PREFIX})
    return {(str(kind), str(name)): (str(table), str(told)) for kind, name, table, told in found}


def declared_schema(projections: Sequence[Projection], *, roles: bool) -> Schema:
    """Gives the schema that a log with these projections must have; `roles` when `db init-roles` was applied."""
    there: dict[tuple[str, str], tuple[str, str]] = {}
    for table in tables():
        guarded = roles and table.name == "events"
        there |= _table(table, "forced" if guarded else "off")
        if guarded:
            there |= _policies(str(table.name), "subject_of(stream)")
    for projection in projections:
        table = kept_table(projection).table
        there |= _table(table, "on" if roles else "off")
        if roles:
            there |= _policies(str(table.name), about(tuple(projection.columns)).removeprefix(f"{RECORD}."))
            if table.name == GRANTS:
                there["policy", f"{GRANTS} own"] = (GRANTS, f"PERMISSIVE SELECT {COUNTY_READER} using true check -")
    for trigger in TRIGGERS:
        told = f"BEFORE {trigger.when} {trigger.each} {RECORD}.{trigger.function} A"
        there["trigger", trigger.name] = (trigger.table, told)
    for function in FUNCTIONS:
        there["function", function.name] = ("events", _function(function))
    return there


def has_roles(found: Schema) -> bool:
    """Tells whether any part of what `db init-roles` makes is there, so that all of it has to be."""
    table = found.get(("table", "events"), ("", ""))[1]
    return any(kind == "policy" for kind, _ in found) or not table.endswith("security off")


def _table(table: Table, security: str) -> dict[tuple[str, str], tuple[str, str]]:
    dialect = postgres_dialect()
    columns = []
    for column in table.columns:
        words = str(column.type.compile(dialect=dialect)).split(" COLLATE ")
        told = f"{column.name} {_TYPES[words[0]]}"
        told += f" collate {words[1].strip(chr(34))}" if len(words) > 1 else ""
        columns.append(told + ("" if column.nullable else " not null"))
    own = str(table.name)
    there = {("table", own): (own, f"r p ({', '.join(columns)}) security {security}")}
    for constraint in table.constraints:
        name = str(constraint.name or f"{table.name}_pkey")
        if isinstance(constraint, CheckConstraint):
            told = _CHECKS[name]
        elif isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint):
            kind = "PRIMARY KEY" if isinstance(constraint, PrimaryKeyConstraint) else "UNIQUE"
            told = f"{kind} ({_names(constraint)})"
        else:
            continue
        there["constraint", str(name)] = (own, told)
    schema = KEPT if own.startswith(PREFIX) else RECORD
    for index in table.indexes:
        told = f"CREATE INDEX {index.name} ON {schema}.{table.name} USING btree ({_names(index)})"
        there["index", str(index.name)] = (own, told)
    return there


def _names(of: PrimaryKeyConstraint | UniqueConstraint | Index) -> str:
    return ", ".join(f'"{one.name}"' if one.name in _QUOTED else str(one.name) for one in of.columns)


def _policies(table: str, subject: str) -> dict[tuple[str, str], tuple[str, str]]:
    own = f"({subject} = ANY (ARRAY( SELECT own_subjects() AS own_subjects)))"
    return {
        ("policy", f"{table} own"): (table, f"PERMISSIVE SELECT {COUNTY_READER} using {own} check -"),
        ("policy", f"{table} whole"): (table, f"PERMISSIVE ALL {' '.join(_WHOLE)} using true check true"),
    }


def _function(function: Function) -> str:
    definer = "SECURITY DEFINER" in function.manner
    config = '{"search_path=pg_catalog, pg_temp"}' if definer else "-"
    volatile = "v" if function.manner.startswith("VOLATILE") else "s"
    return (
        f"({function.takes}) {function.gives} {function.language} {volatile} "
        f"{'true' if definer else 'false'} {config} {function.body}"
    )


_TOLD = Statement(
    "",
    """
    WITH ours AS (
        SELECT c.oid, c.relname::text AS name, c.relkind::text AS kind, c.relpersistence::text AS persistence,
            c.relrowsecurity AS guarded, c.relforcerowsecurity AS forced,
            CASE WHEN (n.nspname = %(kept)s) = starts_with(c.relname, %(prefix)s) THEN '' ELSE n.nspname || '.' END
                AS misplaced
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN (%(record)s, %(kept)s)
    )
    SELECT CASE WHEN o.kind IN ('r', 'p') THEN 'table' WHEN o.kind IN ('v', 'm') THEN 'view' ELSE 'relation' END,
        o.misplaced || o.name, o.misplaced || o.name,
        o.kind || ' ' || o.persistence || ' (' || coalesce((
            SELECT string_agg(
                a.attname::text || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attcollation NOT IN (0, 100) THEN ' collate ' || l.collname::text ELSE '' END
                || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                || coalesce(' default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), '')
                || CASE WHEN a.attgenerated <> '' OR a.attidentity <> '' THEN ' made' ELSE '' END,
                ', ' ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute a
            LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')'
        || CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE o.oid IN (i.inhrelid, i.inhparent))
            THEN ' inherits' ELSE '' END
        || ' security ' || CASE WHEN o.guarded AND o.forced THEN 'forced' WHEN o.guarded THEN 'on'
            WHEN o.forced THEN 'forced, but off' ELSE 'off' END
    FROM ours o WHERE o.kind NOT IN ('i', 'I', 't')
    UNION ALL
    SELECT 'constraint', o.misplaced || c.conname, o.misplaced || o.name,
        pg_catalog.pg_get_constraintdef(c.oid) || CASE WHEN c.convalidated THEN '' ELSE ' unproved' END
    FROM pg_catalog.pg_constraint c JOIN ours o ON o.oid = c.conrelid WHERE c.contype <> 'n'
    UNION ALL
    SELECT 'index', t.misplaced || o.name, t.misplaced || t.name,
        pg_catalog.pg_get_indexdef(x.indexrelid) || CASE WHEN x.indisvalid THEN '' ELSE ' broken' END
    FROM pg_catalog.pg_index x JOIN ours o ON o.oid = x.indexrelid JOIN ours t ON t.oid = x.indrelid
    WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint c WHERE c.conindid = x.indexrelid)
    UNION ALL
    SELECT 'trigger', o.misplaced || t.tgname, o.misplaced || o.name,
        CASE WHEN t.tgtype & 66 = 2 THEN 'BEFORE' ELSE 'NOT BEFORE' END
        || CASE WHEN t.tgtype & 4 > 0 THEN ' INSERT' ELSE '' END
        || CASE WHEN t.tgtype & 8 > 0 THEN ' DELETE' ELSE '' END
        || CASE WHEN t.tgtype & 16 > 0 THEN ' UPDATE' ELSE '' END
        || CASE WHEN t.tgtype & 32 > 0 THEN ' TRUNCATE' ELSE '' END
        || CASE WHEN t.tgtype & 1 > 0 THEN ' ROW ' ELSE ' STATEMENT ' END || n.nspname || '.' || p.proname || ' '
        || t.tgenabled::text
        || CASE WHEN t.tgqual IS NULL AND t.tgnargs = 0 AND t.tgattr::text = '' THEN '' ELSE ' if' END
    FROM pg_catalog.pg_trigger t JOIN ours o ON o.oid = t.tgrelid JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'function', CASE WHEN n.nspname = %(record)s THEN '' ELSE n.nspname || '.' END || p.proname
            || CASE WHEN (SELECT count(*) FROM pg_catalog.pg_proc q
                WHERE q.pronamespace = p.pronamespace AND q.proname = p.proname) > 1
            THEN '(' || pg_catalog.pg_get_function_arguments(p.oid) || ')' ELSE '' END, 'events',
        '(' || pg_catalog.pg_get_function_arguments(p.oid) || ') '
        || coalesce(pg_catalog.pg_get_function_result(p.oid), '-') || ' ' || l.lanname::text || ' '
        || p.provolatile::text || ' ' || p.prosecdef::text || ' ' || coalesce(p.proconfig::text, '-') || ' ' || p.prosrc
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    JOIN pg_catalog.pg_language l ON l.oid = p.prolang WHERE n.nspname IN (%(record)s, %(kept)s)
    UNION ALL
    SELECT 'policy', o.misplaced || o.name || ' ' || p.polname, o.misplaced || o.name,
        CASE WHEN p.polpermissive THEN 'PERMISSIVE ' ELSE 'RESTRICTIVE ' END
        || CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN '*' THEN 'ALL' ELSE p.polcmd::text END || ' '
        || coalesce((SELECT string_agg(r.rolname::text, ' ' ORDER BY r.rolname::text COLLATE "C")
            FROM pg_catalog.pg_roles r WHERE r.oid = ANY (p.polroles)), 'PUBLIC')
        || ' using ' || coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '-')
        || ' check ' || coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), '-')
    FROM pg_catalog.pg_policy p JOIN ours o ON o.oid = p.polrelid
    UNION ALL
    SELECT 'rule', o.misplaced || r.rulename, o.name, pg_catalog.pg_get_ruledef(r.oid)
    FROM pg_catalog.pg_rewrite r JOIN ours o ON o.oid = r.ev_class WHERE r.rulename <> '_RETURN'
    """,
)
