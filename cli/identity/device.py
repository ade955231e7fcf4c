"""Device authorization (RFC 8628): the person approves in a browser, on any device, what this program asks for.

Only `openid` is asked for: who it is, and nothing more about them. What comes back is the ID token; an access token
that comes along is used for nothing and kept nowhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cli.identity.fetching import OK, ask, malformed, secure_address
from cli.identity.issuer import Endpoints, Issuer
from engine.errors import Fault, InputRejected, NotAuthorised

GRANT_TYPE = "urn:ietf:params:oauth:grant-type:device_code"
INTERVAL_SECONDS, SLOWER_SECONDS = 5, 5
"""Between two questions where the issuer names nothing, and by how much more when it says `slow_down`."""
LONGEST_WAIT_SECONDS = 1800
LONGEST_CODE, LONGEST_LINK = 64, 500
_TRIES_AGAIN = ("issuer-unreachable", "issuer-slow")
_LONGEST_PAUSE_SECONDS = 60.0
_BEFORE_THE_END_SECONDS = 1.0
"""So long before a code runs out the issuer is asked for the last time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person is to do, and how long the issuer waits for it, in seconds."""

    user_code: str
    link: str
    whole_link: str | None
    expires_seconds: float
    interval_seconds: float
    device_code: str = field(repr=False)


def begin(issuer: Issuer, endpoints: Endpoints, *, nonce: str) -> Asked:
    """Asks an issuer for an approval.

    Raises:
        InputRejected: `device-flow-missing`, the issuer does not know it.
        NotAuthorised: `login-refused`, the issuer does not take this program.
        Fault: the issuer cannot be asked, or answers something else.
    """
    if endpoints.device is None:
        raise InputRejected(
            "device-flow-missing", f"{issuer.host} offers no device authorization.", details={"host": issuer.host}
        )
    form = {"client_id": issuer.client_id, "scope": "openid", "nonce": nonce}
    status, found = ask(endpoints.device, what="device_authorization_endpoint", form=form)
    if status != OK:
        raise _refused(issuer, found)
    return Asked(
        user_code=_text(issuer, found, "user_code", LONGEST_CODE),
        link=_link(issuer, found, "verification_uri"),
        whole_link=_link(issuer, found, "verification_uri_complete") if "verification_uri_complete" in found else None,
        expires_seconds=min(_seconds(issuer, found, "expires_in"), LONGEST_WAIT_SECONDS),
        interval_seconds=max(1.0, _seconds(issuer, {"interval": INTERVAL_SECONDS, **found}, "interval")),
        device_code=_text(issuer, found, "device_code", 10_000),
    )


def wait(
    issuer: Issuer,
    endpoints: Endpoints,
    asked: Asked,
    *,
    pause: Callable[[float], None] = time.sleep,
    seconds: Callable[[], float] = time.monotonic,
) -> str:
    """Asks until the person has approved, and gives the ID token; `seconds` counts on, `pause` lets seconds pass.

    Raises:
        NotAuthorised: `login-denied`, `login-expired`, `login-refused`, `login-without-id-token`.
        Fault: the issuer answers something else, or could not be asked to the end.
    """
    latest, interval = seconds() + asked.expires_seconds, asked.interval_seconds
    away: Fault | None = None
    least = 0.0  # the interval lies between two questions: before the first there may be less
    form = {"grant_type": GRANT_TYPE, "device_code": asked.device_code, "client_id": issuer.client_id}
    while True:
        left = latest - seconds()
        if left <= max(least, _BEFORE_THE_END_SECONDS):
            raise away or _expired()
        # The last question comes as late as can be: who was told how long the code lives may approve until then.
        pause(interval if left > 2 * interval else max(least, left - _BEFORE_THE_END_SECONDS))
        try:
            status, found = ask(endpoints.token, what="token_endpoint", form=form)
        except Fault as fault:
            if fault.code not in _TRIES_AGAIN:
                raise
            away, interval = fault, min(2 * interval, _LONGEST_PAUSE_SECONDS)
            least = interval
            continue
        away = None
        if status == OK:
            return _id_token(found)
        match found.get("error"):
            case "authorization_pending":
                pass
            case "slow_down":
                interval += SLOWER_SECONDS
            case "expired_token":
                raise _expired()
            case "access_denied":
                raise NotAuthorised("login-denied", "The login was not approved.", try_next="ohjaus identity login")
            case _:
                raise _refused(issuer, found)
        least = interval


def _id_token(found: Mapping[str, Any]) -> str:
    token = found.get("id_token")
    if not isinstance(token, str):
        raise NotAuthorised(
            "login-without-id-token", "The issuer approved, but does not say who you are: it gave no ID token."
        )
    return token


def _expired() -> NotAuthorised:
    return NotAuthorised(
        "login-expired", "The code was not approved while it was good.", try_next="ohjaus identity login"
    )


def _refused(issuer: Issuer, found: Mapping[str, Any]) -> NotAuthorised:
    stated = found.get("error")
    # What the issuer adds in words could be anything, what was sent to it among it; its code is one plain word.
    plain = (
        isinstance(stated, str)
        and stated.isascii()
        and stated.replace("_", "").isalnum()
        and len(stated) <= LONGEST_CODE
    )
    reason = stated if plain else "unknown"
    return NotAuthorised(
        "login-refused",
        f"{issuer.host} does not let this program ask ({reason}); look at the client id.",
        try_next="ohjaus identity show",
        details={"host": issuer.host, "reason": reason},
    )


def _text(issuer: Issuer, found: Mapping[str, Any], name: str, longest: int) -> str:
    stated = found.get(name)
    if not isinstance(stated, str) or not 0 < len(stated) <= longest or not stated.isprintable():
        raise malformed(issuer.host, f"{name} is lacking")
    return stated


def _link(issuer: Issuer, found: Mapping[str, Any], name: str) -> str:
    stated = _text(issuer, found, name, LONGEST_LINK)
    secure_address(stated, what=name)
    return stated


def _seconds(issuer: Issuer, found: Mapping[str, Any], name: str) -> float:
    stated = found.get(name)
    if isinstance(stated, bool) or not isinstance(stated, int | float) or not 0 <= stated <= 10**7:
        raise malformed(issuer.host, f"{name} is no number of seconds")
    return float(stated)
