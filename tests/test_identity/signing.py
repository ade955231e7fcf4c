"""Tokens signed with keys of the tests, by the primitives alone: nothing here is what the product checks them with."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def number(value: int) -> str:
    return encoded(value.to_bytes((value.bit_length() + 7) // 8, "big"))


@dataclass(frozen=True)
class SigningKey:
    """A key of an issuer, under an id."""

    kid: str
    algorithm: str
    private: Private

    def public(self) -> dict[str, str]:
        """The public half as a JSON Web Key."""
        common = {"kid": self.kid, "use": "sig", "alg": self.algorithm}
        match self.private:
            case rsa.RSAPrivateKey():
                numbers = self.private.public_key().public_numbers()
                return {**common, "kty": "RSA", "n": number(numbers.n), "e": number(numbers.e)}
            case ec.EllipticCurvePrivateKey():
                point = self.private.public_key().public_numbers()
                x, y = (encoded(value.to_bytes(32, "big")) for value in (point.x, point.y))
                return {**common, "kty": "EC", "crv": "P-256", "x": x, "y": y}
            case ed25519.Ed25519PrivateKey():
                raw = self.private.public_key().public_bytes_raw()
                return {**common, "kty": "OKP", "crv": "Ed25519", "x": encoded(raw)}

    def signature(self, content: bytes) -> bytes:
        match self.private:
            case rsa.RSAPrivateKey():
                return self.private.sign(content, padding.PKCS1v15(), hashes.SHA256())
            case ec.EllipticCurvePrivateKey():
                r, s = decode_dss_signature(self.private.sign(content, ec.ECDSA(hashes.SHA256())))
                return r.to_bytes(32, "big") + s.to_bytes(32, "big")
            case ed25519.Ed25519PrivateKey():
                return self.private.sign(content)

    def token(self, claims: Mapping[str, Any], **header: Any) -> str:
        """A token with these claims, signed with this key; `header` is what the header says besides or otherwise."""
        stated = {"typ": "JWT", "alg": self.algorithm, "kid": self.kid, **header}
        content = joined({name: value for name, value in stated.items() if value is not None}, claims)
        return f"{content}.{encoded(self.signature(content.encode()))}"

    def as_shared_secret(self, claims: Mapping[str, Any]) -> str:
        """The old attack: a token signed with HS256, with the public key, which everybody has, as the secret."""
        secret = self.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        content = joined({"typ": "JWT", "alg": "HS256", "kid": self.kid}, claims)
        return f"{content}.{encoded(hmac.new(secret, content.encode(), hashlib.sha256).digest())}"

    def unsigned(self, claims: Mapping[str, Any], algorithm: str = "none") -> str:
        """A token that says that it is not signed."""
        return joined({"alg": algorithm, "kid": self.kid}, claims) + "."


def joined(header: Mapping[str, Any], claims: Mapping[str, Any]) -> str:
    return f"{encoded(json.dumps(header).encode())}.{encoded(json.dumps(claims).encode())}"


@cache
def key(kid: str, algorithm: str = "ES256") -> SigningKey:
    """A key of this id, made once in a run."""
    made: Private
    match algorithm:
        case "RS256":
            made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        case "ES256":
            made = ec.generate_private_key(ec.SECP256R1())
        case _:
            made = ed25519.Ed25519PrivateKey.generate()
    return SigningKey(kid, algorithm, made)
