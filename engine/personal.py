"""References to persons: what stands in the log in the place of a name, so that the name can be taken away later.

A reference commits to the name of a person under a random key that belongs to that person alone:
`p-` and the first 24 hexadecimal signs of HMAC-SHA256(key, name). Whoever holds the key can show that a reference is of
this name and of no other; once the key is destroyed nobody can, and no list of likely names helps: a key of 32 random
bytes is not guessed. The log, its chain and its tree hold references alone and stay as they are (ADR 0023).

Example:
    >>> reference_for(bytes(32), "made-up-person")
    'p-d2ec6e2b7165c8939b3d993b'
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from typing import Final

KEY_BYTES: Final = 32
"""How long the key of a person is: nothing is left to guess."""

_SIGNS: Final = 24
_REFERENCE: Final = re.compile(rf"p-[0-9a-f]{{{_SIGNS}}}")


def is_reference(text: str) -> bool:
    """Tells whether a text has the form of a reference."""
    return _REFERENCE.fullmatch(text) is not None


def reference_for(key: bytes, person: str) -> str:
    """Gives the reference of a person under the person's own key."""
    return f"p-{_mac(key, person)[:_SIGNS]}"


def commits(reference: str, key: bytes, person: str) -> bool:
    """Tells whether a reference is of this person under this key."""
    return hmac.compare_digest(reference, reference_for(key, person))


def looked_up_by(secret: bytes, person: str) -> str:
    """Gives what a person is found by in a key store without the name standing there: HMAC under the store's secret."""
    return _mac(secret, f"exact:{person}")


def spoken_as(secret: bytes, person: str) -> str:
    """Gives what a person is found by when somebody types the name: capitals and outer spaces do not count.

    Only what is typed of another person is looked up so. Whoever is at the keyboard is looked up by `looked_up_by`:
    to a provider of identities two names that differ in capitals may be two persons.
    """
    return _mac(secret, f"spoken:{unicodedata.normalize('NFC', person).strip().casefold()}")


def _mac(key: bytes, text: str) -> str:
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
