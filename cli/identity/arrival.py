"""A login that does not count though it has only just come: what that says of the issuer or of the clocks.

To log in once more, which is what helps later, would end the same way.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cli.identity.id_token import SLACK
from engine.errors import NotAuthorised

if TYPE_CHECKING:
    from cli.identity.issuer import Issuer


def of_a_new_login(problem: NotAuthorised, issuer: Issuer, now: datetime) -> NotAuthorised:
    """Gives why a login was in vain, where more is known of that than `problem` says.

    An issuer signs a token when it is asked for it: one that seems old, or of a time to come, tells of two clocks.
    """
    host = issuer.host
    if problem.code == "token-algorithm":
        return NotAuthorised(
            "login-algorithm",
            f"{host} signs its logins in a way that is not accepted here: RS256, ES256 and Ed25519 are.",
            try_next="ask whoever runs the login service to sign the ID tokens of this client with one of these",
            details={"host": host},
        )
    issued_at, lives = problem.details.get("issued_at"), problem.details.get("lives")
    if not isinstance(issued_at, datetime) or not isinstance(lives, timedelta):
        return problem
    if abs(now - issued_at) > SLACK:
        issued, here = (one.isoformat(timespec="seconds") for one in (issued_at, now))
        return NotAuthorised(
            "login-clocks-differ",
            f"{host} gave this login at {issued} by its clock; here it was {here}. The clocks differ.",
            try_next="set this machine's clock right, or ask whoever runs the login service about theirs",
            details={"host": host, "issued": issued, "now": here},
        )
    if problem.code != "token-expired":
        return problem
    seconds = int(lives.total_seconds())
    return NotAuthorised(
        "login-too-short",
        f"{host} lets a login live for {seconds} s only: it had ended when it came.",
        try_next="ask whoever runs the login service to let the ID tokens of this client live for a working day",
        details={"host": host, "seconds": seconds},
    )
