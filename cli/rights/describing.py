"""Who may say what somebody is called: a name stands in every view in the place of who recorded an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import NotAuthorised
from engine.rights import ADMINISTRATOR

if TYPE_CHECKING:
    from cli.wiring import Record


def ensure_may_describe(record: Record, reference: str, *, named: bool) -> None:
    """Makes sure that whoever runs the command may note a name: an administrator, or a ministry.

    A ministry by a right that covers the register of persons. Unless somebody is `named`, people themselves may: what
    they can be reached by is theirs, and by a name rights are given. While rights are off everybody may.

    Raises:
        NotAuthorised: `person-not-yours`.
    """
    from cli.rights.of_nobody import access_of_the_living
    from cli.rights.persons import REGISTER
    from procedures.access_rights.policy import policy

    access = access_of_the_living(record)
    if access.unrestricted or (access.person == reference and not named):
        return
    ministries = policy().ministries
    if any(one.role == ADMINISTRATOR or (one.role in ministries and one.concerns(REGISTER)) for one in access.grants):
        return
    raise NotAuthorised(
        "person-not-yours",
        f"{access.person} may not say what a person is called: an administrator or a ministry may.",
        basis=("906/2019 16 §",),
        try_next="ohjaus grant list --mine",
        details={"person": access.person},
    )
