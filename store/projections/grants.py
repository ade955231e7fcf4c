"""The grants: one row for each that was not revoked, and one that says that rights are on and how.

What an event means for rights is told by `engine.rights_events`. Whether a grant is in force on a day is not kept:
that changes without any event.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import bindparam, select

from engine.envelope import Envelope
from engine.projection import ColumnType, Drop, Put, Row, Rows
from engine.rights import ADMINISTRATOR, Enabled, Grant
from engine.rights_events import OF_RIGHTS, enabled_by, given_by, taken_by
from store.connection import Database, compiled
from store.kept_rows import as_folded
from store.projections.tables import declared

_ON = ""
"""Stands in place of the person in the row that says that rights are on."""


class Grants:
    """Adds a row with each grant and takes it away when it is revoked."""

    name: str = "grants"
    version: int = 1
    key: Sequence[str] = ("grant_id", "person")
    columns: Mapping[str, ColumnType] = {
        "grant_id": "text",
        "person": "text",
        "role": "text",
        "organisation": "text",
        "procedure": "text",
        "valid_from": "date",
        "valid_until": "date",
        "may_delegate": "integer",
        "reads_secret": "integer",
        "principal": "text",
        "identity_at_least": "text",
        "issuers": "text",
        "position": "integer",
    }
    indexes: Sequence[Sequence[str]] = (("person",), ("role",))

    def apply(self, event: Envelope, rows: Rows) -> Sequence[Put | Drop]:
        """Gives the changes that an event makes; almost every event makes none."""
        del rows
        return [*_changes(event)] if event.type in OF_RIGHTS else ()


def _changes(event: Envelope) -> Iterator[Put | Drop]:
    enabled = enabled_by(event)
    if enabled is not None:
        yield Put(
            (event.stream, _ON),
            {
                "identity_at_least": enabled.identity_at_least,
                "issuers": json.dumps(enabled.issuers),
                "position": event.position,
            },
        )
    for grant in given_by(event):
        yield Put(
            (grant.grant_id, grant.person),
            {
                "role": grant.role,
                "organisation": grant.organisation,
                "procedure": grant.procedure,
                "valid_from": grant.valid_from.isoformat(),
                "valid_until": grant.valid_until.isoformat() if grant.valid_until else None,
                "may_delegate": int(grant.may_delegate),
                "reads_secret": int(grant.reads_secret),
                "principal": grant.principal,
                "position": event.position,
            },
        )
    for grant_id, person in taken_by(event):
        yield Drop((grant_id, person))


GRANTS = Grants()


class StoredGrants:
    """The index of grants over a database; see `engine.rights.GrantIndex`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def enabled(self) -> Enabled | None:
        """Says that rights are on and how, or gives None while they are off."""
        rows = self._database.run(_OF, {"person_is": _ON})
        if not rows:
            return None
        with as_folded():
            row = _named(rows[-1])
            return Enabled(
                case_id=str(row["grant_id"]),
                identity_at_least=str(row["identity_at_least"]),
                issuers=tuple(json.loads(str(row["issuers"]))),
            )

    def of(self, person: str) -> tuple[Grant, ...]:
        """Gives the grants of a person that were not revoked, the oldest first."""
        return _grants(self._database.run(_OF, {"person_is": person})) if person != _ON else ()

    def administrators(self) -> tuple[Grant, ...]:
        """Gives the grants of every administrator that were not revoked, the oldest first."""
        return _grants(self._database.run(_IN_ROLE, {"role_is": ADMINISTRATOR}))

    def every(self) -> tuple[Grant, ...]:
        """Gives every grant that was not revoked, the oldest first."""
        return _grants(self._database.run(_EVERY, {"nobody": _ON}))


def _named(row: Sequence[object]) -> Row:
    return dict(zip(_NAMES, row, strict=True))  # type: ignore[arg-type]  # what a database gives is a cell


def _grants(rows: Sequence[Sequence[object]]) -> tuple[Grant, ...]:
    with as_folded():
        return tuple(_grant(_named(row)) for row in rows)


def _grant(row: Row) -> Grant:
    until = row["valid_until"]
    return Grant(
        grant_id=str(row["grant_id"]),
        person=str(row["person"]),
        role=str(row["role"]),
        organisation=_text(row, "organisation"),
        procedure=_text(row, "procedure"),
        valid_from=date.fromisoformat(str(row["valid_from"])),
        valid_until=None if until is None else date.fromisoformat(str(until)),
        may_delegate=bool(row["may_delegate"]),
        reads_secret=bool(row["reads_secret"]),
        principal=_text(row, "principal"),
    )


def _text(row: Row, name: str) -> str | None:
    value = row[name]
    return None if value is None else str(value)


_TABLE = declared(GRANTS)
_NAMES = tuple(str(column.name) for column in _TABLE.columns)
_in_order = select(_TABLE).order_by(_TABLE.c.position, _TABLE.c.person)
# Asked at every append and under the log's lock, so they are put together once.
_OF = compiled(_in_order.where(_TABLE.c.person == bindparam("person_is")))
_IN_ROLE = compiled(_in_order.where(_TABLE.c.role == bindparam("role_is")))
_EVERY = compiled(_in_order.where(_TABLE.c.person != bindparam("nobody")))
