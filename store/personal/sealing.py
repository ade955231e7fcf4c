"""What is known of a person, sealed under the person's key: AES-256-GCM, bound to the reference.

The sealing key is derived from the person's key (HKDF-SHA256), so that one key never serves two purposes.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass

from store.personal.keeping import Row, damaged

_NONCE_BYTES = 12
_INFO = b"ohjaus person, sealed, 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a person: the text that the reference commits to, how it was established, name and contact."""

    person: str
    identity: str | None = None
    name: str | None = None
    contact: str | None = None


def seal(key: bytes, reference: str, about: About) -> bytes:
    """Gives the sealed bytes: a fresh nonce, and then the text with its tag."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    plain = json.dumps(asdict(about), sort_keys=True).encode()
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - 20 ms that most commands spare

    return nonce + AESGCM(_derived(key)).encrypt(nonce, plain, reference.encode())


def unseal(row: Row, place: str) -> About:
    """Gives what is known of a person.

    Raises:
        IntegrityBroken: `persons-damaged`, it was not sealed so: a byte was changed, or it is another person's.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    try:
        # What a damaged file gives need not even be bytes.
        nonce, sealed = row.sealed[:_NONCE_BYTES], row.sealed[_NONCE_BYTES:]
        return About(**json.loads(AESGCM(_derived(row.key)).decrypt(nonce, sealed, row.reference.encode())))
    except (InvalidTag, ValueError, TypeError) as error:
        raise damaged(place, f"what is kept of {row.reference} cannot be unsealed") from error


def _derived(key: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - as above

    return HKDF(algorithm=SHA256(), length=32, salt=b"ohjaus persons", info=_INFO).derive(key)
