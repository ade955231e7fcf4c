"""What keeps rights from being undone by those who give them: rules of the two procedures of rights themselves.

Nobody gives rights to themself, somebody always remains who can give them, and a grant is never corrected into another
one: it is revoked, and given anew. They hold for administrators too, and the judge asks them again. Nor is anybody
erased while they give rights; that is asked when it is recorded only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from engine.assess import Act
from engine.case import Case
from engine.envelope import Draft, Envelope
from engine.errors import NotAuthorised, Refused
from engine.rights import ADMINISTRATOR, Grant, GrantIndex
from engine.rights_duties import same_person
from engine.rights_events import ADDED, ENABLING, GRANTING, REVOKED, WITHDRAWN
from engine.rights_policy import supersedes
from engine.table import Table

ERASED = "person_register.person_erased"
"""The event by which somebody is erased who is recorded by reference."""
_BASIS = ("906/2019 16 §",)


def ensure_kept(table: Table, act: Act, *, enabled: bool) -> None:
    """Makes sure that rights are not corrected, and not given before they are turned on.

    Raises:
        Refused: `rights-not-corrected`, `rights-are-off`.
    """
    ensure_uncorrected(table.procedure.id, act.fact)
    if table.procedure.id == GRANTING and not enabled:
        raise Refused(
            "rights-are-off",
            "Rights are off in this log, so there is nothing to grant: turn them on first.",
            basis=_BASIS,
            try_next="ohjaus grant enable --help",
        )


def ensure_uncorrected(procedure: str, fact: str) -> None:
    """Makes sure that what gives rights is not corrected into giving others.

    Raises:
        Refused: `rights-not-corrected`.
    """
    if procedure in (ENABLING, GRANTING) and supersedes(fact):
        raise Refused(
            "rights-not-corrected",
            "A grant is not corrected: revoke it and give another one.",
            basis=_BASIS,
            try_next="ohjaus grant revoke --help",
            details={"fact": fact},
        )


def ensure_not_to_oneself(draft: Draft | Envelope, persons: Collection[str]) -> None:
    """Makes sure that nobody who takes part in giving a grant receives it.

    Raises:
        NotAuthorised: `grant-to-oneself`.
    """
    person = str(draft.data.get("person"))
    if draft.type == ADDED and any(same_person(person, giver) for giver in persons):
        raise NotAuthorised(
            "grant-to-oneself",
            f"{person} cannot grant rights to themself: another administrator can.",
            basis=_BASIS,
            try_next="ohjaus grant list --role administrator",
            details={"person": person},
        )


def ensure_administered(draft: Draft | Envelope, case: Case | None, administrators: Iterable[Grant], day: date) -> None:
    """Makes sure that after a revocation somebody remains, today and without end, who can give rights.

    Raises:
        Refused: `last-administrator`.
    """
    if draft.type not in (REVOKED, WITHDRAWN) or case is None:
        return
    person = str(draft.data["person"]) if draft.type == WITHDRAWN else None
    if draft.type == REVOKED and case.readings[0].data.get("role") != ADMINISTRATOR:
        return
    left = [
        grant
        for grant in administrators
        if grant.in_force(day)
        and grant.valid_until is None
        and not (grant.grant_id == case.case_id and (person is None or same_person(person, grant.person)))
    ]
    if not left:
        raise Refused(
            "last-administrator",
            "Nobody would be left who can give rights: the log would be locked for ever. Grant the role administrator "
            "to somebody else first, without an end.",
            basis=_BASIS,
            try_next="ohjaus grant list --role administrator",
            details={"case": case.case_id},
        )


def ensure_no_administrator_erased(draft: Draft | Envelope, index: GrantIndex, day: date) -> None:
    """Makes sure that nobody is erased who gives rights: the right would stay, and nobody could be who holds it.

    Raises:
        Refused: `person-administers`.
    """
    if draft.type != ERASED:
        return
    reference = str(draft.data["reference"])
    held = next((one for one in index.of(reference) if one.role == ADMINISTRATOR and one.in_force(day)), None)
    if held is not None:
        raise Refused(
            "person-administers",
            f"{reference} is an administrator of rights by {held.grant_id}. Take that right back first: it would stay "
            "in force, and nobody could use it.",
            basis=_BASIS,
            try_next=f"ohjaus grant revoke {held.grant_id} --person {reference} --reason TEXT",
            details={"reference": reference, "grant": held.grant_id},
        )
