"""Who may read the security log: its auditor, an administrator, and everybody while rights are off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import NotAuthorised
from engine.rights import ADMINISTRATOR, LOG_AUDITOR

if TYPE_CHECKING:
    from cli.wiring import Record


def ensure_may_read(record: Record) -> None:
    """Makes sure that whoever runs the command may read the security log.

    Raises:
        NotAuthorised: `security-log-closed`.
    """
    access = record.access()
    if access.unrestricted or any(grant.role in (LOG_AUDITOR, ADMINISTRATOR) for grant in access.grants):
        return
    raise NotAuthorised(
        "security-log-closed",
        f"{access.person} may not read the security log: an auditor of the log or an administrator may.",
        basis=("906/2019 17 §",),
        try_next="ohjaus grant list --role log_auditor",
        details={"person": access.person},
    )
