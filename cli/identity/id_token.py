"""Looking at an ID token as OpenID Connect Core, section 3.1.3.7, asks: whose signature, for whom, and until when.

Signatures are checked by joserfc. Which algorithms count is said here and by no token: RS256, ES256 and Ed25519, never
`none`, and never one with a shared secret, with which the issuer's public key would be a key to sign with.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cli.identity.issuer import LONGEST_SUBJECT, Issuer, Keys
from engine.errors import InputRejected, NotAuthorised

LONGEST_BYTES = 64_000
LONGEST_LIFE = timedelta(hours=8)
"""A token counts for a working day at most, however long its issuer would let it live."""
SLACK = timedelta(seconds=60)
"""By how much the issuer's clock may be ahead of ours."""
SMALLEST_RSA_BITS = 2048

_KEY_TYPES: Mapping[str, tuple[str, str | None]] = {
    "RS256": ("RSA", None),
    "ES256": ("EC", "P-256"),
    "EdDSA": ("OKP", "Ed25519"),
    "Ed25519": ("OKP", "Ed25519"),
}
"""The algorithms that count, each with the kind of its keys."""
_LATEST = 253_000_000_000
"""A second close to the last that a date can have, with room for what is added."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says and we believe: who, and from when until when (aware UTC instants)."""

    subject: str
    issued_at: datetime
    until: datetime


def verified(token: str, issuer: Issuer, keys: Keys, *, now: datetime, nonce: str | None = None) -> Claims:
    """Gives what a token says, after everything in it has been looked at; `nonce` is what we sent when we asked for it.

    Raises:
        NotAuthorised: `token-malformed`, `token-algorithm`, `token-key-unknown`, `token-signature-wrong`,
            `token-wrong-issuer`, `token-wrong-audience`, `token-expired`, `token-not-yet`, `token-nonce-wrong`.
        InputRejected: `extra-missing`.
        Fault: the issuer cannot be asked for its keys.
    """
    claims = _signed(token, keys)
    if claims.get("iss") != issuer.url:
        raise refused("token-wrong-issuer", "The token is of another issuer.")
    _refuse_other_audience(claims, issuer.client_id)
    issued_at, until = _life(claims, now)
    if nonce is not None and claims.get("nonce", nonce) != nonce:
        # The device flow knows no nonce: an issuer may leave it out, since the token comes from itself over TLS.
        raise refused("token-nonce-wrong", "The token answers another question than ours.")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not _is_plain(subject):
        raise refused("token-malformed", "The token names no person.")
    return Claims(subject, issued_at, until)


def ensure_installed() -> None:
    """Makes sure that signatures can be checked here.

    Raises:
        InputRejected: `extra-missing`, the library is not installed.
    """
    try:
        import joserfc  # noqa: F401 - an extra: who never logs in at an issuer does not have it
    except ImportError as error:
        raise InputRejected(
            "extra-missing",
            'Tokens need the extra "oidc" of ohjaus, which is not installed here.',
            try_next='install "ohjaus[oidc]"',
            details={"extra": "oidc"},
        ) from error


def refused(code: str, message: str, **details: object) -> NotAuthorised:
    """Gives the error of a token that does not count; nothing of the token is in it, or its times at most."""
    return NotAuthorised(code, message, try_next="ohjaus identity login", details=details)


def _signed(token: str, keys: Keys) -> Mapping[str, Any]:
    ensure_installed()
    from joserfc import jws, jwt
    from joserfc.errors import BadSignatureError, JoseError, SecurityWarning
    from joserfc.jwk import JWKRegistry

    if len(token) > LONGEST_BYTES or not token.isascii():
        raise _malformed()
    with warnings.catch_warnings():
        # Of weak keys and of the name EdDSA; we look at both ourselves.
        warnings.simplefilter("ignore", SecurityWarning)
        try:
            header = jws.extract_compact(token.encode()).headers()
        except (JoseError, ValueError, RecursionError) as error:
            raise _malformed() from error
        key = _key(header, keys)
        try:
            registry = jws.JWSRegistry(algorithms=[header["alg"]], strict_check_header=False)
            return jwt.decode(token, JWKRegistry.import_key(dict(key)), [header["alg"]], registry).claims
        except BadSignatureError as error:
            raise refused("token-signature-wrong", "The token was not signed by its issuer as it stands.") from error
        except (JoseError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise _malformed() from error


def _key(header: Mapping[str, Any], keys: Keys) -> Mapping[str, Any]:
    """Finds the one key that a token can have been signed with, of the kind that its algorithm asks for."""
    algorithm, kid = header.get("alg"), header.get("kid")
    if not isinstance(algorithm, str) or algorithm not in _KEY_TYPES:
        raise refused("token-algorithm", "The token is signed in a way that is not accepted, or not at all.")
    if "crit" in header or not (kid is None or isinstance(kid, str)):
        raise _malformed()
    fitting = [key for key in keys.of(kid) if _fits(key, algorithm)]
    if len(fitting) != 1:
        raise refused("token-key-unknown", "The token names a key that its issuer does not have for this purpose.")
    return fitting[0]


def _fits(key: Mapping[str, Any], algorithm: str) -> bool:
    kind, curve = _KEY_TYPES[algorithm]
    if key.get("kty") != kind or (curve is not None and key.get("crv") != curve):
        return False
    if key.get("use", "sig") != "sig" or key.get("alg", algorithm) not in _names(algorithm):
        return False
    modulus = key.get("n")
    return kind != "RSA" or (isinstance(modulus, str) and len(modulus) * 6 >= SMALLEST_RSA_BITS)


def _names(algorithm: str) -> Collection[str]:
    return ("EdDSA", "Ed25519") if algorithm in ("EdDSA", "Ed25519") else (algorithm,)


def _refuse_other_audience(claims: Mapping[str, Any], client_id: str) -> None:
    audience, party = claims.get("aud"), claims.get("azp")
    several = isinstance(audience, list)
    named = audience if isinstance(audience, list) else [audience]
    right = client_id in named and party in ((client_id,) if several and len(named) > 1 else (client_id, None))
    if not right:
        raise refused("token-wrong-audience", "The token was given to another program than this one.")


def _life(claims: Mapping[str, Any], now: datetime) -> tuple[datetime, datetime]:
    issued_at, ends_at = _instant(claims.get("iat")), _instant(claims.get("exp"))
    not_before = _instant(claims["nbf"]) if "nbf" in claims else issued_at
    until = min(ends_at, issued_at + LONGEST_LIFE)
    times = {"issued_at": issued_at, "lives": until - issued_at}
    if max(issued_at, not_before) > now + SLACK:
        text = "The token is of a time that has not come; look at this machine's clock."
        raise refused("token-not-yet", text, **times)
    if now >= until:
        raise refused("token-expired", "The login has expired.", **times)
    return issued_at, until


def _instant(stated: object) -> datetime:
    if isinstance(stated, bool) or not isinstance(stated, int | float):
        raise _malformed()
    # Neither infinity nor what is no number lies there; asked as a float, a whole number can be too large to be one.
    if not 0 <= stated <= _LATEST:
        raise _malformed()
    return datetime.fromtimestamp(stated, UTC)


def _is_plain(subject: str) -> bool:
    return 0 < len(subject) <= LONGEST_SUBJECT and all("!" <= character <= "~" for character in subject)


def _malformed() -> NotAuthorised:
    return refused("token-malformed", "The token is not what an issuer gives.")
