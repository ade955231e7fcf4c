"""Roles as an earlier version made them: what is kept, and the key store, belong to the application."""

from __future__ import annotations

import psycopg
from psycopg import sql

from store.postgres.address import Server

_THERE = b"""
    SELECT n.nspname::text, c.relname::text FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('ohjaus_kept', 'ohjaus_persons') AND c.relkind = 'r'
"""
_SCHEMAS = b"SELECT nspname::text FROM pg_catalog.pg_namespace WHERE nspname IN ('ohjaus_kept', 'ohjaus_persons')"
_ASKED = "ALTER FUNCTION ohjaus_persons.own_reference() OWNER TO ohjaus_application"


def hand_back(server: Server) -> None:
    """Leaves a log's roles as they were when the application made the kept tables itself."""
    with psycopg.connect(server.conninfo) as connection:
        for (schema,) in connection.execute(_SCHEMAS).fetchall():
            whose = sql.SQL("ALTER SCHEMA {} OWNER TO ohjaus_application").format(sql.Identifier(schema))
            connection.execute(whose)
            if schema == "ohjaus_persons":
                connection.execute(_ASKED.encode())
        for schema, table in connection.execute(_THERE).fetchall():
            name = sql.Identifier(schema, table)
            connection.execute(sql.SQL("ALTER TABLE {} OWNER TO ohjaus_application").format(name))
