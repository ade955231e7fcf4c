"""Who records. Until rights exist it is the user of the operating system, marked as asserted (architecture, section 3).

An environment variable is never asked: anyone can set one.
"""

from __future__ import annotations

import os

from engine.envelope import RecordedBy
from engine.errors import Fault, InputRejected

ASSERTED = "asserted:os-user"


def os_user() -> str:
    """Gives the name of the user under whose id this process runs; the id itself when the system knows no name for it.

    Raises:
        Fault: the system tells neither.
    """
    try:
        import pwd
    except ImportError:  # a system without a password database: ask its own session
        try:
            return os.getlogin()
        except OSError as error:
            raise Fault("identity-unknown", "The operating system does not tell who is recording.") from error
    uid = os.getuid()
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"uid:{uid}"


def recorded_by(role: str | None) -> RecordedBy:
    """Gives who records, in the role that was named.

    Raises:
        InputRejected: that is no name of a role.
    """
    if role is not None and not (role.isascii() and role.replace("_", "").isalnum() and len(role) <= 60):  # noqa: PLR2004
        raise InputRejected(
            "role-invalid",
            f"{role!r} is no name of a role; one looks like vm, county or registry.",
            try_next="ohjaus procedure list",
            details={"role": role},
        )
    return RecordedBy(person=os_user(), identity=ASSERTED, role=role)
