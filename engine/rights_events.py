"""The events by which rights are turned on, given and taken, and what they mean: one reading of them for everybody.

The projection in the store, the judge of `audit verify` and tests read grants through this module only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from engine.envelope import Envelope
from engine.rights import ADMINISTRATOR, ASSERTED, Enabled, Grant

ENABLING: Final = "access_rights"
"""The procedure by which rights are turned on; one case a log, about `COMMON_SUBJECT`."""
GRANTING: Final = "grant"
"""The procedure of which each grant is a case."""
COMMON_SUBJECT: Final = "FI"

RIGHTS_ENABLED: Final = f"{ENABLING}.rights_enabled"
WITHDRAWN: Final = f"{ENABLING}.administrator_withdrawn"
ADDED: Final = f"{GRANTING}.grant_added"
REVOKED: Final = f"{GRANTING}.grant_revoked"

OF_RIGHTS: Final = frozenset((RIGHTS_ENABLED, WITHDRAWN, ADDED, REVOKED))
"""The types of event that change who may do what; no other does."""


def given_by(event: Envelope) -> Iterator[Grant]:
    """Yields the grants that an event gives: none, one, or one for each of the first administrators."""
    data = event.data
    if event.type == ADDED:
        yield Grant(
            grant_id=event.stream,
            person=str(data["person"]),
            role=str(data["role"]),
            organisation=_text(data, "organisation"),
            procedure=_text(data, "procedure"),
            valid_from=date.fromisoformat(str(data["valid_from"])),
            valid_until=None if data.get("valid_until") is None else date.fromisoformat(str(data["valid_until"])),
            may_delegate=bool(data.get("may_delegate")),
            reads_secret=bool(data.get("reads_secret")),
            principal=_text(data, "principal"),
        )
    elif event.type == RIGHTS_ENABLED:
        for person in data["administrators"]:
            yield Grant(
                grant_id=event.stream,
                person=str(person),
                role=ADMINISTRATOR,
                organisation=None,
                procedure=None,
                valid_from=event.effective_on,
                valid_until=None,
                may_delegate=False,
                reads_secret=False,
            )


def taken_by(event: Envelope) -> Iterator[tuple[str, str]]:
    """Yields the grants that an event takes: the id of the grant, and of whom."""
    if event.type in (REVOKED, WITHDRAWN):
        yield event.stream, str(event.data["person"])


def enabled_by(event: Envelope) -> Enabled | None:
    """Gives that rights are on since this event, or None when it says nothing of that."""
    if event.type != RIGHTS_ENABLED:
        return None
    return Enabled(
        case_id=event.stream,
        identity_at_least=str(event.data.get("identity_at_least") or ASSERTED),
        issuers=tuple(str(issuer) for issuer in event.data.get("issuers") or ()),
    )


@dataclass(slots=True)
class GrantBook:
    """The index of grants kept in memory, event by event: what a projection keeps in a database."""

    on: Enabled | None = None
    grants: dict[tuple[str, str], Grant] = field(default_factory=dict)

    def apply(self, event: Envelope) -> None:
        """Takes in the next event of the log."""
        self.on = enabled_by(event) or self.on
        for grant in given_by(event):
            self.grants[grant.grant_id, grant.person] = grant
        for grant_id, person in taken_by(event):
            self.grants.pop((grant_id, person), None)

    def enabled(self) -> Enabled | None:
        """Says that rights are on and how, or gives None while they are off."""
        return self.on

    def of(self, person: str) -> tuple[Grant, ...]:
        """Gives the grants of a person that were not revoked, the oldest first."""
        return tuple(grant for grant in self.grants.values() if grant.person == person)

    def administrators(self) -> tuple[Grant, ...]:
        """Gives the grants of every administrator that were not revoked, the oldest first."""
        return tuple(grant for grant in self.grants.values() if grant.role == ADMINISTRATOR)


def _text(data: dict[str, Any], name: str) -> str | None:
    value = data.get(name)
    return None if value is None else str(value)
