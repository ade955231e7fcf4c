"""Rights of people who were erased: they stand in the log until they are taken back, and count for nobody.

Whoever was erased and comes back is somebody new to the log, so that nobody records by such a right; nor does anybody
in the place of a person who is no more.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from cli.rights.persons import Persons
    from cli.wiring import Record
    from engine.rights import Access, Grant


def is_of_nobody(persons: Persons, one: Grant) -> bool:
    """Says whether the holder of a right, or the person for whom it lets somebody act, was erased."""
    return any(who is not None and persons.is_erased(who) for who in (one.person, one.principal))


def in_force(persons: Persons, one: Grant, day: date) -> bool:
    """Says whether a right covers anything on a day for anybody."""
    return one.in_force(day) and not is_of_nobody(persons, one)


def access_of_the_living(record: Record) -> Access:
    """Gives what whoever runs the command may do, without what an erased person would lend them."""
    access = record.access()
    persons = record.wiring.persons
    kept = tuple(one for one in access.grants if one.person == access.person or not persons.is_erased(one.person))
    return access if len(kept) == len(access.grants) else replace(access, grants=kept)
