"""Which of somebody's grants cover an act, in their own right or for another; and what is lacking where none does.

One rule for whoever asks: the authority before an act is recorded, the judge of the record afterwards, and a person who
only wants to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from engine.rights import DELEGATE, Grant
from engine.rights_duties import same_person
from engine.rights_policy import Deed, covers

if TYPE_CHECKING:
    from engine.rights_authority import Rights


class Lack(Enum):
    """Why no grant covers an act: none does, or what acting for the principal needs is not there."""

    RIGHT = "right"
    DELEGATION = "delegation"
    LENT = "lent"
    SCOPE = "scope"


def usable(grants: Iterable[Grant], day: date, *, principal: str | None = None, role: str | None = None) -> list[Grant]:
    """Gives the grants in force by which somebody may act: in the role that they name, or for a principal."""
    found = [grant for grant in grants if grant.in_force(day)]
    if principal is not None:
        return [one for one in found if one.role == DELEGATE and same_person(one.principal or "", principal)]
    return found if role is None else [grant for grant in found if grant.role == role]


def covering(
    rights: Rights, deed: Deed, held: Sequence[Grant], of_principal: Sequence[Grant] | None, day: date
) -> list[Grant]:
    """Gives which of `held` cover an act; with the grants of a principal, those by which it is done in their place."""
    if of_principal is None:
        return [grant for grant in held if covers(rights.policy(), grant, deed, rights.kind_of)]
    if not _lent(rights, deed, of_principal, day):
        return []
    fitting = (grant for grant in held if grant.concerns(deed.procedure))
    return [g for g in fitting if g.organisation in (None, deed.act_of.organisation)]


def lacking(rights: Rights, deed: Deed, held: Sequence[Grant], of_principal: Sequence[Grant] | None, day: date) -> Lack:
    """Gives what is lacking where `covering` gives nothing."""
    if of_principal is None:
        return Lack.RIGHT
    if not held:
        return Lack.DELEGATION
    return Lack.SCOPE if _lent(rights, deed, of_principal, day) else Lack.LENT


def _lent(rights: Rights, deed: Deed, of_principal: Sequence[Grant], day: date) -> bool:
    return any(
        grant.may_delegate and grant.in_force(day) and covers(rights.policy(), grant, deed, rights.kind_of)
        for grant in of_principal
    )
