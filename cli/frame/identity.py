"""Who acts, and how strongly that is known: by an OpenID Connect issuer, by the database server, or only asserted.

The strongest that can be had counts (`docs/identity.md`): a valid token of an issuer that this log trusts, else the
login that the database server has authenticated, else the user of the operating system, which is an assertion. Each
method writes persons in a way of its own, so that no name of one can pass for a name of another:

    hannu                          the operating system's user
    db:hannu                       the login at the database server
    oidc:id.example.org/realm#42   the subject 42 of that issuer

An environment variable is never asked: anyone can set one.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import datetime

from engine.envelope import RecordedBy
from engine.errors import Fault, InputRejected

ASSERTED = "asserted:os-user"
BY_DATABASE = "authenticated:database"
BY_OIDC = "authenticated:oidc"

_LOOKS_LIKE_ANOTHER_METHOD = re.compile(r".*:|p-[0-9a-f]{24}\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Identified:
    """A person, how that was established, and until when it holds (an aware UTC instant; None: for this process)."""

    person: str
    identity: str
    until: datetime | None = None

    @property
    def authenticated(self) -> bool:
        """True when somebody else than the person vouches for who that is."""
        return self.identity.startswith("authenticated:")


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


def asserted() -> Identified:
    """Gives the user of the operating system as the person: the weakest identity, and there always.

    Raises:
        Fault: the system does not tell its user.
    """
    return Identified(person_of_os_user(os_user()), ASSERTED)


def person_of_os_user(name: str) -> str:
    """Gives the person text of a user of the operating system, which is none of another method or of a reference.

    Example:
        >>> person_of_os_user("hannu"), person_of_os_user("db:hannu"), person_of_os_user("uid:1000")
        ('hannu', 'os:db:hannu', 'uid:1000')
    """
    if name.startswith("uid:"):
        return name
    return f"os:{name}" if _LOOKS_LIKE_ANOTHER_METHOD.match(name) else name


def recorded_by(role: str | None, who: Identified | None = None) -> RecordedBy:
    """Gives who records, in the role that was named; the user of the operating system unless it is said who.

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
    known = who or asserted()
    # A ministry's code is its role in capitals.
    return RecordedBy(person=known.person, identity=known.identity, role=role and role.lower())
