"""Which organisation a right in a role is of: one that cannot be would be passed over, or the right cover nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.case.refs import subject_code
from engine.consequences import MINISTRY
from engine.declaration import PARTY, SUBJECT
from engine.errors import InputRejected
from engine.law import Label
from engine.rights import DELEGATE, LOG_AUDITOR, OF_COUNTIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cli.frame.invocation import Invocation
    from engine.declaration import Procedure, Role

_OF_NOBODY = (LOG_AUDITOR, DELEGATE)
_NOBODY = Label("se ei ole minkään organisaation", "den är inte någon organisations", "it is of no organisation")
_A_MINISTRY = Label("se on ministeriön", "den är ett ministeriums", "it is of a ministry")
_A_COUNTY = Label(
    "se on hyvinvointialueen, Helsingin tai HUSin",
    "den är ett välfärdsområdes, Helsingfors eller HUS",
    "it is of a county, Helsinki or HUS",
)


def organisation_of(run: Invocation, role: str, stated: str, day: date) -> str:
    """Gives the code of the organisation that a right in a role is to be of.

    One that no longer is, and of which the role is in the law of its time, is meant itself: whoever records what it did
    then needs a right of it, and not of who has its tasks now.

    Raises:
        NotFound: nobody is known by that.
        InputRejected: `role-organisation`, the role cannot be of it.
    """
    named = run.wiring.directory.resolve(stated).code
    if named in _organisations(run, role):
        return named
    organisation = str(subject_code(run.wiring, stated, day))
    ensure_fits(run, role, organisation, called=named if named == organisation else f"{named} ({organisation})")
    return organisation


def ensure_fits(run: Invocation, role: str, organisation: str, *, called: str) -> None:
    """Makes sure that a right in a role may be of an organisation, given by its code; `called` as who asks knows it.

    A county's registry, say, records in the county's own register: given the role `registry`, its people would see
    every case here and record in none. A right in the role of one agency covers nothing as another's.

    Raises:
        InputRejected: `role-organisation`.
    """
    from procedures.access_rights.policy import policy

    rules, kind = policy(), run.wiring.subjects.kind_of(organisation)
    if role in _OF_NOBODY:
        fits, whose = False, _NOBODY
    elif role in rules.technical:
        fits, whose = kind in rules.own_kinds, _A_MINISTRY
    else:
        fits, whose = _fits_in_law(run, role, organisation, kind)
    if not fits:
        raise InputRejected(
            "role-organisation",
            f"A right in the role {role} is not of {called}: {whose.en}.",
            try_next="ohjaus grant add --help",
            details={"role": role, "organisation": called, "whose": whose},
        )


def _fits_in_law(run: Invocation, role: str, organisation: str, kind: str) -> tuple[bool, Label]:
    """Says whether a role of the law can be of an organisation, and whose it is."""
    declared = _organisations(run, role)
    if not declared & {SUBJECT, PARTY}:
        codes = ", ".join(sorted(declared))
        return organisation in declared, Label(
            f"sen toimet kuuluvat: {codes}", f"åtgärderna ankommer på {codes}", f"its acts are those of {codes}"
        )
    about = {
        one
        for procedure, known in _roles(run, role)
        if known.organisation == SUBJECT
        for one in procedure.subject_kinds
    }
    steered = any(one.code == organisation for one in run.wiring.directory.steered())
    return steered or kind in about or organisation in declared, _A_COUNTY


def _organisations(run: Invocation, role: str) -> frozenset[str]:
    """Gives every organisation that a role is of in some version of a procedure, or what stands there for one."""
    return frozenset(
        procedure.ministry if known.organisation == MINISTRY else known.organisation
        for procedure, known in _roles(run, role)
    )


def _roles(run: Invocation, role: str) -> Iterator[tuple[Procedure, Role]]:
    for table in run.wiring.declarations.all():
        for known in table.procedure.roles:
            if known.id == role:
                yield table.procedure, known


def is_of_every_county(role: str, organisation: str | None) -> bool:
    """Says whether a right in a role of the counties is of none in particular, and so shows every case."""
    return role in OF_COUNTIES and organisation is None
