"""How the partial plans of a case stand, read from its facts: awaiting a decision, approved, or not approved.

A proposal for the whole plan puts both parts before the ministries; a replacement puts one of them there again.
"""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

from engine.case import Case
from engine.envelope import Envelope
from procedures.investment_plan.facts import Part

Standing = Literal["awaiting", "approved", "not_approved"]

PARTS: Final[tuple[Part, ...]] = get_args(Part)
_PREFIX: Final[dict[Part, str]] = {"health_and_social": "health", "rescue": "rescue"}
UNDONE: Final = ("annulled", "referred_back")
_WHOLE: Final = ("proposal_delivered", "corrected_proposal_delivered", "new_proposal_delivered")


def _name(event: Envelope) -> str:
    return event.type.rpartition(".")[2]


def _returned(event: Envelope, part: Part) -> bool:
    """Says whether a court annulled the decision on a part, or referred it back, so that it is to be made anew."""
    return _name(event) == "appeal_decided" and event.data["outcome"] in UNDONE and event.data["returns"] == part


def proposal_of(case: Case) -> dict[str, Any]:
    """Gives the data of the newest proposal for the whole plan; empty before there is one."""
    return next((event.data for event in reversed(case.readings) if _name(event) in _WHOLE), {})


def standing_of(case: Case, part: Part) -> Standing:
    """Gives how a part stands after the newest proposal."""
    prefix = _PREFIX[part]
    standing: Standing = "awaiting"
    for event in case.readings:
        name = _name(event)
        if name in _WHOLE or name == f"{prefix}_replacement_delivered" or _returned(event, part):
            standing = "awaiting"
        elif name == f"{prefix}_part_approved":
            standing = "approved"
        elif name == f"{prefix}_part_not_approved":
            standing = "not_approved"
    return standing


def refused_parts(case: Case) -> frozenset[Part]:
    """Gives the parts of the newest proposal for the whole plan that were not approved, replaced since or not."""
    found: frozenset[Part] = frozenset()
    for event in case.readings:
        name = _name(event)
        found = (
            frozenset() if name in _WHOLE else found | {p for p in PARTS if name == f"{_PREFIX[p]}_part_not_approved"}
        )
    return found


def loans_of_newest(case: Case, part: Part) -> tuple[int | None, int | None, bool]:
    """Gives the loans of the newest version of a part, those of the version refused before, and if it replaces one."""
    prefix = _PREFIX[part]
    newest: int | None = None
    refused: int | None = None
    replaces = False
    for event in case.readings:
        name = _name(event)
        if name in _WHOLE:
            newest, replaces = event.data[f"{prefix}_loans_cents"], False
        elif name == f"{prefix}_part_not_approved":
            refused = newest
        elif name == f"{prefix}_replacement_delivered":
            newest, replaces = event.data["loans_cents"], True
    return newest, refused, replaces


def items_of(case: Case, part: Part) -> list[dict[str, Any]]:
    """Gives the items of the newest version of a part."""
    prefix, items = _PREFIX[part], []
    for event in case.readings:
        name = _name(event)
        if name in _WHOLE or name == f"{prefix}_replacement_delivered":
            items = [item for item in event.data["items"] if item["part"] == part]
    return items
