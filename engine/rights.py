"""Rights: who may record what, by grants that are events of the log itself, and who may read what is secret.

Rights are off in a log until they are turned on; from then on nobody may record anything that no grant covers
(906/2019 16 §: rights follow what a task needs, and are kept current). Pure: which grants there are comes through
`GrantIndex`, what a technical role covers is data (`TechnicalRole`). See `docs/rights.md` and ADR 0022.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

ADMINISTRATOR: Final = "administrator"
"""Gives and takes rights, and records nothing else."""
REGISTRY: Final = "registry"
"""Records what arrives, and what others than the ministries have decided."""
LOG_AUDITOR: Final = "log_auditor"
"""Reads everything, secret parts too, and records nothing; `auditor` is the auditor of a county, a role of the law."""
SCHEDULER: Final = "scheduler"
"""Records what the clock says."""
IMPORTER: Final = "importer"
"""Records history from published sources."""
DELEGATE: Final = "delegate"
"""Acts for one other person, whom the grant names."""
OF_COUNTIES: Final = frozenset(
    {
        "auditor",
        "coordinator",
        "council",
        "county",
        "county_helsinki_or_hus",
        "county_officials",
        "county_or_helsinki",
        "county_organ",
        "host",
        "hus",
        "language_board",
        "parties_jointly",
        "party",
        "party_council",
        "party_county_council",
    }
)
"""Roles of the law whose holder works for a county, Helsinki or HUS, and sees only what that one is party to."""

ASSERTED: Final = "asserted"
AUTHENTICATED: Final = "authenticated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What one person may do, from `valid_from` through `valid_until` (None: until it is revoked).

    `organisation` and `procedure` None: every one. `grant_id` is the id of the case in which it was granted. With
    `principal` the holder may act for that person, within that person's own grants that may be delegated.
    """

    grant_id: str
    person: str
    role: str
    organisation: str | None
    procedure: str | None
    valid_from: date
    valid_until: date | None
    may_delegate: bool
    reads_secret: bool
    principal: str | None = None

    def in_force(self, day: date) -> bool:
        """Says whether the grant is in force on a day; a lapsed one is not, whether or not its end is recorded yet."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def concerns(self, procedure: str) -> bool:
        """Says whether the grant covers cases of a procedure."""
        return self.procedure in (None, procedure)

    def concerns_all(self, other: Grant) -> bool:
        """Says whether the grant covers every procedure that another one does."""
        return self.procedure in (None, other.procedure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enabled:
    """That rights are on: the case in which they were turned on, and what they demand of everybody's identity."""

    case_id: str
    identity_at_least: str = ASSERTED
    issuers: tuple[str, ...] = ()

    def accepts(self, identity: str) -> bool:
        """Says whether an identity, such as `asserted:os-user`, is established well enough."""
        return self.identity_at_least != AUTHENTICATED or identity.partition(":")[0] == AUTHENTICATED


class GrantIndex(Protocol):
    """Finds who holds which rights, as of now; a projection of the log."""

    def enabled(self) -> Enabled | None:
        """Says that rights are on and how, or gives None while they are off."""
        ...

    def of(self, person: str) -> tuple[Grant, ...]:
        """Gives the grants of a person that were not revoked, in force or not, the oldest first."""
        ...

    def administrators(self) -> tuple[Grant, ...]:
        """Gives the grants of every administrator that were not revoked, the oldest first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What one person may do, by the grants in force on a day."""

    person: str
    enabled: bool
    grants: tuple[Grant, ...]

    @property
    def unrestricted(self) -> bool:
        """True while rights are off: whoever can open the log sees and records everything."""
        return not self.enabled

    def reading(self, *, procedure: str, parties: Collection[str]) -> Grant | None:
        """Gives the grant by which a case may be seen at all; who works for a county sees what it is party to.

        None on a log with rights: the case is not for this person. While they are off nothing is asked here; see
        `unrestricted`.
        """
        return next((one for one in self.grants if _shows(one, procedure, parties)), None)

    def reading_secret(self, *, procedure: str, parties: Collection[str]) -> Grant | None:
        """Gives the grant by which the secret parts of a case may be read, or None.

        `parties` are those of the case, the responsible ministry among them. None as well while rights are off; see
        `unrestricted`.
        """
        return next((one for one in self.grants if _opens(one, procedure, parties)), None)


def access_of(index: GrantIndex, person: str, day: date, *, identity: str | None = None) -> Access:
    """Gives what a person may do on a day; who may act for another sees what that person's delegable grants show.

    With an `identity` that is not established as well as the log demands, nothing.
    """
    enabled = index.enabled()
    if enabled is None or (identity is not None and not enabled.accepts(identity)):
        return Access(person=person, enabled=enabled is not None, grants=())
    held = [grant for grant in index.of(person) if grant.in_force(day)]
    lent = [
        replace(grant, reads_secret=False)
        for own in held
        if own.role == DELEGATE and own.principal is not None
        for grant in index.of(own.principal)
        if grant.may_delegate and grant.in_force(day) and grant.role != LOG_AUDITOR and own.concerns_all(grant)
    ]
    return Access(person=person, enabled=True, grants=(*held, *lent))


def _shows(grant: Grant, procedure: str, parties: Collection[str]) -> bool:
    if grant.role == LOG_AUDITOR:
        return True
    if grant.role == DELEGATE or not grant.concerns(procedure):
        return False
    return grant.role not in OF_COUNTIES or grant.organisation is None or grant.organisation in parties


def _opens(grant: Grant, procedure: str, parties: Collection[str]) -> bool:
    if grant.role == LOG_AUDITOR:
        return True
    if not grant.reads_secret or not grant.concerns(procedure):
        return False
    return grant.organisation is None or grant.organisation in parties
