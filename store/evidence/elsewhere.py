"""Fingerprints of the schema that the same log has elsewhere: in a file, on a server, on a server with its roles.

A log that was carried from one to the other contradicts no checkpoint of before. One way stays closed: a checkpoint
signed where the roles stood is contradicted by a server where they do not, for somebody has taken them away.
"""

from __future__ import annotations

from functools import cache

from engine.envelope import canonical, event_hash
from store.evidence.checkpoint import RECORD_TABLES
from store.integrity import Schema, declared_schema
from store.postgres import catalog


def elsewhere(fingerprint: str) -> tuple[str, ...]:
    """Gives the other fingerprints that a log with this one may have had; none for one that is not declared."""
    file, server, guarded = _declared()
    return {file: (server, guarded), server: (file,), guarded: (file, server)}.get(fingerprint, ())


def lacks_roles(fingerprint: str, seen: str) -> bool:
    """Tells whether a log stands on a server without roles, and was `seen` on one with them; all else is the same."""
    _, server, guarded = _declared()
    return (fingerprint, seen) == (server, guarded)


def fingerprint_of(schema: Schema) -> str:
    """Gives the SHA-256 over the declarations of the record's tables, and of all that stands on them."""
    rows = [[kind, name, table, sql] for (kind, name), (table, sql) in sorted(schema.items()) if table in RECORD_TABLES]
    return event_hash(canonical(rows))


@cache
def _declared() -> tuple[str, str, str]:
    return (
        fingerprint_of(declared_schema(())),
        fingerprint_of(catalog.declared_schema((), roles=False)),
        fingerprint_of(catalog.declared_schema((), roles=True)),
    )
