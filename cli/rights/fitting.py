"""Whether an organisation can be that of a right in a role: one that cannot would be passed over, or cover nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import InputRejected
from engine.rights import DELEGATE, LOG_AUDITOR, OF_COUNTIES

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_OF_NOBODY = (LOG_AUDITOR, DELEGATE)


def ensure_fits(run: Invocation, role: str, organisation: str | None) -> None:
    """Makes sure that a right in a role may be of an organisation, given by its code.

    A county's registry, say, records in the county's own register: given the role `registry`, its people would see
    every case here and record in none.

    Raises:
        InputRejected: `role-organisation`.
    """
    from procedures.access_rights.policy import policy

    if organisation is None:
        return
    rules = policy()
    of_a_ministry = run.wiring.subjects.kind_of(organisation) in rules.own_kinds
    if role in rules.ministries:
        fits = organisation == rules.ministries[role]
    elif role in OF_COUNTIES:
        fits = not of_a_ministry
    else:
        fits = role not in _OF_NOBODY and (of_a_ministry or role not in rules.technical)
    if not fits:
        raise InputRejected(
            "role-organisation",
            f"A right in the role {role} is not of {organisation}.",
            try_next="ohjaus grant add --help",
            details={"role": role, "organisation": organisation},
        )


def is_of_every_county(role: str, organisation: str | None) -> bool:
    """Says whether a right in a role of the counties is of none in particular, and so shows every case."""
    return role in OF_COUNTIES and organisation is None
