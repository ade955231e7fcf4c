"""An issuer of OpenID Connect as this program knows it: its address, our client id there, its endpoints and its keys.

Written `ISSUER#CLIENT_ID`, which is how a log names the issuers that it trusts. The client id belongs to it: a token
that the same issuer gave to another program is none for this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cli.identity.fetching import OK, ask, invalid_address, is_this_machine, malformed, secure_address
from engine.errors import Fault, InputRejected

WELL_KNOWN = "/.well-known/openid-configuration"
LONGEST_CLIENT_ID = 200
LONGEST_SUBJECT = 255
_STANDARD_PORT = 443


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer, by its exact address, and by what id it knows this program."""

    url: str
    client_id: str

    def __str__(self) -> str:
        return f"{self.url}#{self.client_id}"

    @property
    def host(self) -> str:
        """The host, as messages name it."""
        return str(secure_address(self.url, what="issuer").hostname)

    def person(self, subject: str) -> str:
        """Gives the person text of a subject of this issuer.

        Example:
            >>> Issuer("https://id.example.org/realm", "made-up").person("42")
            'oidc:id.example.org/realm#42'
            >>> Issuer("https://id.example.org:8443", "made-up").person("42")
            'oidc:id.example.org:8443#42'
        """
        parts = secure_address(self.url, what="issuer")
        host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else str(parts.hostname)
        port = parts.port
        if parts.scheme == "http":  # on this machine only; never the text of one that speaks HTTPS
            port = port or 80
        elif port == _STANDARD_PORT:
            port = None
        return f"oidc:{host}{'' if port is None else f':{port}'}{parts.path}#{subject}"


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where an issuer answers what."""

    keys: str
    token: str
    device: str | None


def issuer_of(url: str, client_id: str) -> Issuer:
    """Gives an issuer after looking at how it is written.

    Raises:
        InputRejected: `issuer-insecure`, `issuer-invalid`, `client-id-invalid`.
    """
    parts = secure_address(url, what="issuer")
    if parts.query or "#" in url or "?" in url:
        raise invalid_address("issuer")
    if not (0 < len(client_id) <= LONGEST_CLIENT_ID and client_id.isascii() and client_id.isprintable()):
        raise InputRejected(
            "client-id-invalid",
            "A client id is plain text that the issuer has given to this program.",
            try_next="ohjaus identity login --issuer URL --client-id ID",
        )
    return Issuer(url, client_id)


def parse_issuer(stated: str, *, client_id: str | None = None) -> Issuer:
    """Reads `ISSUER#CLIENT_ID`; `client_id` serves where none is written.

    Raises:
        InputRejected: `issuer-insecure`, `issuer-invalid`, `client-id-invalid`.
    """
    url, _, own = stated.partition("#")
    return issuer_of(url, own or client_id or "")


def discover(issuer: Issuer) -> Endpoints:
    """Asks an issuer where it answers what.

    Raises:
        Fault: `issuer-mismatch`, it says that it is another; and what `fetching.ask` raises.
    """
    status, found = ask(issuer.url.rstrip("/") + WELL_KNOWN, what="issuer")
    if status != OK:
        raise malformed(issuer.host, f"it answers with {status}")
    if found.get("issuer") != issuer.url:
        raise Fault(
            "issuer-mismatch",
            f"What answers at {issuer.url} says that it is another issuer.",
            details={"issuer": issuer.url},
        )
    device = found.get("device_authorization_endpoint")
    return Endpoints(
        keys=_endpoint(issuer, found, "jwks_uri"),
        token=_endpoint(issuer, found, "token_endpoint"),
        device=None if device is None else _endpoint(issuer, found, "device_authorization_endpoint"),
    )


def _endpoint(issuer: Issuer, found: Mapping[str, Any], name: str) -> str:
    stated = found.get(name)
    if not isinstance(stated, str):
        raise malformed(issuer.host, f"it names no {name}")
    parts = secure_address(stated, what=name)
    if parts.scheme == "http" and not is_this_machine(issuer.host):
        raise InputRejected("issuer-insecure", f"The {name} is not an https address.", details={"what": name})
    return stated


class Keys:
    """The public keys of an issuer, fetched when first asked for, and once more for a key that is not among them."""

    def __init__(self, issuer: Issuer, endpoints: Endpoints | None = None) -> None:
        """Takes the issuer, and its endpoints where they are known already."""
        self._issuer = issuer
        self._endpoints = endpoints
        self._found: tuple[Mapping[str, Any], ...] | None = None
        self._fetched_again = False

    def of(self, kid: str | None) -> tuple[Mapping[str, Any], ...]:
        """Gives the keys of an id, or every key where a token names none; empty when there is none.

        Raises:
            Fault: the issuer cannot be asked, or answers something else.
        """
        fresh = self._found is None
        found = self._matching(kid, self._found if self._found is not None else self._fetch())
        if found or fresh or self._fetched_again:
            return found
        self._fetched_again = True
        return self._matching(kid, self._fetch())

    def _matching(self, kid: str | None, keys: tuple[Mapping[str, Any], ...]) -> tuple[Mapping[str, Any], ...]:
        return keys if kid is None else tuple(key for key in keys if key.get("kid") == kid)

    def _fetch(self) -> tuple[Mapping[str, Any], ...]:
        if self._endpoints is None:
            self._endpoints = discover(self._issuer)
        status, found = ask(self._endpoints.keys, what="jwks_uri")
        keys = found.get("keys")
        if status != OK or not isinstance(keys, list):
            raise malformed(self._issuer.host, "it holds no keys")
        self._found = tuple(key for key in keys if isinstance(key, dict))
        return self._found
