"""Which issuers count for a log: those that its administrators have recorded, once they have turned rights on.

Who chooses the issuer chooses who everybody is. So on a log with rights the settings of whoever sits at the keyboard
choose nothing; at most they choose one among the issuers that the log names.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from cli.identity.issuer import Issuer, issuer_of, parse_issuer
from engine.errors import InputRejected, NotAuthorised

if TYPE_CHECKING:
    from cli.frame.settings import Settings
    from engine.rights import Enabled

ISSUER, CLIENT_ID, SHARED_LOGINS = "identity.issuer", "identity.client_id", "identity.shared_logins"
"""The settings, which stand in files only: no environment variable gives them."""

ADMINISTRATOR_OF_A_SERVER = "postgres"
"""The login that a new server comes with; several people may hold it, so it is nobody."""


def issuers_trusted(settings: Settings, enabled: Enabled | None) -> tuple[Issuer, ...]:
    """Gives the issuers that count, the one that the settings name first.

    Raises:
        InputRejected: `issuer-insecure`, `issuer-invalid`, `client-id-invalid`; one of them cannot be an issuer.
    """
    stated, client_id = settings.get(ISSUER).value, settings.get(CLIENT_ID).value
    if enabled is None:
        return () if stated is None else (_of_the_settings(stated, client_id),)
    return tuple(sorted(_named(enabled), key=lambda one: one.url != stated))


def _of_the_settings(stated: str, client_id: str | None) -> Issuer:
    try:
        return issuer_of(stated, client_id or "")
    except InputRejected as error:
        if error.code == "client-id-invalid":
            error.try_next = f"ohjaus config set {CLIENT_ID} ID"
        raise


def _named(enabled: Enabled) -> Iterator[Issuer]:
    """Yields the issuers that a log names; what cannot be one, or lacks its client id, is believed by nobody."""
    for one in enabled.issuers:
        with suppress(InputRejected):
            yield parse_issuer(one)


def issuer_to_ask(
    settings: Settings, enabled: Enabled | None, *, url: str | None = None, client_id: str | None = None
) -> Issuer:
    """Gives the issuer to log in at: the one that the options name, or else the first that counts.

    Raises:
        InputRejected: `issuer-not-set`, nothing names one; or it is written wrongly.
        NotAuthorised: `issuer-not-trusted`, the log does not name it; `login-not-taken`, it names none.
    """
    trusted = issuers_trusted(settings, enabled)
    if url is None:
        if trusted:
            return trusted[0]
        if enabled is not None:
            raise NotAuthorised(
                "login-not-taken",
                "The rights of this log name no login service, so no login at one counts here.",
                try_next="ohjaus identity show",
            )
        raise InputRejected(
            "issuer-not-set",
            "No issuer is named: by an option, a settings file, or the administrators of this log.",
            try_next="ohjaus identity login --issuer URL --client-id ID",
        )
    of_the_log = [one for one in trusted if one.url == url and client_id in (None, one.client_id)]
    if of_the_log:
        return of_the_log[0]
    if enabled is not None:
        raise NotAuthorised(
            "issuer-not-trusted",
            f"This log does not take the word of {url}: its administrators have not named that issuer.",
            try_next="ohjaus identity show",
            details={"issuer": url},
        )
    return issuer_of(url, client_id or settings.get(CLIENT_ID).value or "")


def shared_logins(settings: Settings) -> frozenset[str]:
    """Gives the logins at the database server that several people share, so that they are nobody's."""
    stated = settings.get(SHARED_LOGINS).value
    return frozenset(one.strip() for one in (stated or "").split(",") if one.strip()) | {ADMINISTRATOR_OF_A_SERVER}
