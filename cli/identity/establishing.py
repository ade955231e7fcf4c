"""The strongest identity that can be had: a token, else the database login, else the user of the operating system.

A token that is there and does not count is never passed over in silence: on a log that requires authentication it is an
error, elsewhere a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cli.frame.identity import ASSERTED, BY_DATABASE, BY_OIDC, Identified, asserted
from cli.identity.trusted import ISSUER, issuers_trusted, shared_logins
from engine.errors import NotAuthorised, OhjausError
from engine.rights import AUTHENTICATED

if TYPE_CHECKING:
    from datetime import datetime

    from cli.frame.settings import Settings
    from cli.identity.issuer import Issuer
    from engine.rights import Enabled
    from store.database import Database

Way = Literal["oidc", "database", "os-user"]
State = Literal["holds", "refused", "none", "shared", "unproven"]


@dataclass(frozen=True, slots=True)
class Known:
    """One way of knowing who somebody is, and what came of it.

    `about` is the issuer or the login. `who` is there when the state is `holds`, `problem` when it is `refused`.
    """

    way: Way
    state: State
    about: str
    who: Identified | None = None
    problem: OhjausError | None = None


def ways(settings: Settings, enabled: Enabled | None, database: Database | None, now: datetime) -> Iterator[Known]:
    """Yields every way of knowing who acts on a log, the strongest first; `now` is the machine's own time.

    Raises:
        InputRejected: an issuer that counts is written wrongly.
        Fault: the operating system does not tell its user.
    """
    trusted = issuers_trusted(settings, enabled)
    for issuer in trusted:
        yield by_token(issuer, now)
    if enabled is None and not trusted:
        yield from _logged_in_for_nothing(now)
    if database is not None:
        yield from _by_login(database, settings)
    user = asserted()
    yield Known("os-user", "holds", user.person, user)


def establish(
    settings: Settings,
    enabled: Enabled | None,
    database: Database | None,
    now: datetime,
    warn: Callable[[OhjausError], None],
) -> Identified:
    """Gives who acts; `warn` is told of a token that does not count where a weaker identity does.

    Raises:
        NotAuthorised: the log requires authentication, and a token does not count (its own code), or there is none
            (`identity-too-weak`, `identity-of-server`).
        Fault: an issuer cannot be asked, on a log that requires authentication.
    """
    required = enabled is not None and enabled.identity_at_least == AUTHENTICATED
    problems: list[OhjausError] = []
    seen: list[Known] = []
    for one in ways(settings, enabled, database, now):
        seen.append(one)
        if one.problem is not None:
            problems.append(one.problem)
        if one.who is None:
            continue
        if required and one.way != "oidc" and problems:
            raise problems[0]
        if required and not one.who.authenticated:
            raise too_weak(seen)
        for problem in problems if one.way != "oidc" else ():
            warn(problem)
        return one.who
    raise AssertionError("the operating system's user is always the last way")


def by_token(issuer: Issuer, now: datetime) -> Known:
    """Looks at the login that is kept for an issuer."""
    from cli.identity.id_token import verified
    from cli.identity.issuer import Keys
    from cli.identity.token_file import read_token

    try:
        token = read_token(issuer)
        if token is None:
            return Known("oidc", "none", issuer.url)
        claims = verified(token, issuer, Keys(issuer), now=now)
    except OhjausError as problem:
        return Known("oidc", "refused", issuer.url, problem=problem)
    return Known("oidc", "holds", issuer.url, Identified(issuer.person(claims.subject), BY_OIDC, claims.until))


def too_weak(seen: Sequence[Known]) -> NotAuthorised:
    """Gives the error of somebody whose identity nobody vouches for, on a log that wants that, by the ways it was seen.

    What is proposed is what can help there: a login service that the log names, or else a login at its server.
    """
    person, there = seen[-1].about, {one.way for one in seen}
    details = {"person": person, "identity": ASSERTED, "least": AUTHENTICATED}
    if there == {"os-user"}:
        return NotAuthorised(
            "identity-of-server",
            "This log takes logins at a database server only, and this is a file: nobody is known for certain here.",
            try_next="ohjaus db copy --help",
            details=details,
        )
    return NotAuthorised(
        "identity-too-weak",
        f"This log wants to know for certain who you are; {person} is only what the operating system says.",
        try_next="ohjaus identity login" if "oidc" in there else "ohjaus identity show",
        details=details,
    )


def _logged_in_for_nothing(now: datetime) -> Iterator[Known]:
    """Yields the logins of this working day where nothing names an issuer, so that none of them counts."""
    from cli.identity.id_token import LONGEST_LIFE
    from cli.identity.token_file import issuers_of_logins

    for issuer in issuers_of_logins(now - LONGEST_LIFE):
        problem = NotAuthorised(
            "login-issuer-not-set",
            f"You are logged in at {issuer.url}, but neither a settings file nor this log names that issuer.",
            try_next=f"ohjaus config set {ISSUER} {issuer.url}",
            details={"issuer": issuer.url, "client_id": issuer.client_id},
        )
        yield Known("oidc", "refused", issuer.url, problem=problem)


def _by_login(database: Database, settings: Settings) -> Iterator[Known]:
    from store.place import Server

    if not isinstance(database.path, Server):
        return
    from store.postgres.database import PostgresDatabase
    from store.postgres.login import login_of

    if not isinstance(database, PostgresDatabase):
        return
    login = login_of(database)
    if login.name in shared_logins(settings):
        yield Known("database", "shared", login.name)
    elif login.method is None:
        yield Known("database", "unproven", login.name)
    else:
        yield Known("database", "holds", login.name, Identified(f"db:{login.name}", BY_DATABASE))
