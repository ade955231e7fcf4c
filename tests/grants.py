"""A right in force, as tests need one that no log holds."""

from __future__ import annotations

from datetime import date

from engine.rights import Grant

SOMEBODY = "made-up-person"


def in_force(
    role: str,
    organisation: str | None = None,
    procedure: str | None = None,
    *,
    person: str = SOMEBODY,
    grant_id: str = "made-up",
) -> Grant:
    """A right to everything of a role, which neither lapses nor opens what is secret."""
    return Grant(
        grant_id=grant_id,
        person=person,
        role=role,
        organisation=organisation,
        procedure=procedure,
        valid_from=date(2000, 1, 1),
        valid_until=None,
        may_delegate=False,
        reads_secret=False,
    )
