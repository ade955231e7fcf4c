"""Signed notes (C2SP signed-note, version 1): a text, a blank line, and signatures that name their keys.

Only Ed25519 (signature type 1) is known here. A verifier key is written `name+hash+base64`, a signer's key
`PRIVATE+KEY+name+hash+base64`, as other tools for such notes read them. What is parsed is exactly what would be
written: one note has one spelling, so that no byte of it can change unnoticed.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from engine.errors import InputRejected, IntegrityBroken

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ED25519 = b"\x01"
LARGEST_BYTES = 65_536
MOST_SIGNATURES = 100

_KEY_ID_BYTES = 4
_PUBLIC_BYTES = 32
_PRIVATE_MARK = "PRIVATE+KEY+"
_NAME = re.compile(r"[^\s+\x00-\x1f\x7f]+")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
_DASH = "\u2014"


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with its name; `str` gives it as it is handed on."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes by which a signature line names the key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:_KEY_ID_BYTES]

    def __str__(self) -> str:
        """Gives the key as `name+hash+base64`."""
        return f"{self.name}+{self.key_id.hex()}+{b64encode(ED25519 + self.public).decode()}"

    def holds(self, text: bytes, signature: bytes) -> bool:
        """Tells whether `signature` is this key's over `text`."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - 6 MB that reading the log spares
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - as above

        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class SignerKey:
    """A private key with its name; its `repr` shows no secret."""

    name: str
    seed: bytes

    def __repr__(self) -> str:
        """Gives the name only."""
        return f"SignerKey({self.name!r})"

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        public = _private(self.seed).public_key().public_bytes_raw()
        return VerifierKey(self.name, public)

    def sign(self, text: str) -> bytes:
        """Gives `text` as a note signed with this key.

        Raises:
            InputRejected: `note-malformed`, the text cannot be the text of a note.
        """
        signature = _private(self.seed).sign(text.encode())
        written = Note(text, (Signature(self.name, self.verifier.key_id, signature),)).encode()
        parse_note(written)
        return written

    def encode(self) -> str:
        """Gives the key as it is kept in its file."""
        return f"{_PRIVATE_MARK}{self.name}+{self.verifier.key_id.hex()}+{b64encode(ED25519 + self.seed).decode()}"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line."""

    name: str
    key_id: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A text with its signatures, not verified yet."""

    text: str
    signatures: tuple[Signature, ...]

    def encode(self) -> bytes:
        """Gives the note's bytes."""
        lines = (f"{_DASH} {one.name} {b64encode(one.key_id + one.signature).decode()}\n" for one in self.signatures)
        return f"{self.text}\n{''.join(lines)}".encode()


def new_signer(name: str) -> SignerKey:
    """Gives a fresh key under `name`.

    Raises:
        InputRejected: `key-malformed`, no key can be called so.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - as above

    return SignerKey(_named(name), Ed25519PrivateKey.generate().private_bytes_raw())


def _private(seed: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - as above

    return Ed25519PrivateKey.from_private_bytes(seed)


def parse_signer(text: str) -> SignerKey:
    """Reads a private key as its file keeps it.

    Raises:
        InputRejected: `key-malformed`.
    """
    if not text.startswith(_PRIVATE_MARK):
        raise _malformed_key("it does not begin as a private key does")
    name, key_id, seed = _key_parts(text.removeprefix(_PRIVATE_MARK))
    key = SignerKey(name, seed)
    if key.verifier.key_id.hex() != key_id:
        raise _malformed_key("its name or its bytes were changed")
    return key


def parse_verifier(text: str) -> VerifierKey:
    """Reads a public key, `name+hash+base64`.

    Raises:
        InputRejected: `key-malformed`.
    """
    name, key_id, public = _key_parts(text)
    key = VerifierKey(name, public)
    if key.key_id.hex() != key_id:
        raise _malformed_key("its name or its bytes were changed")
    return key


def parse_note(content: bytes) -> Note:
    """Reads a note, without looking at what its signatures are worth.

    Raises:
        InputRejected: `note-malformed`.
    """
    if len(content) > LARGEST_BYTES:
        raise _malformed_note("it is larger than any note of ours")
    try:
        whole = content.decode()
    except UnicodeDecodeError:
        raise _malformed_note("it is not text in UTF-8") from None
    if _CONTROL.search(whole):
        raise _malformed_note("it holds control characters")
    body, gap, signed = whole.rpartition("\n\n")
    if not gap or not body or not signed.endswith("\n"):
        raise _malformed_note("its text and its signatures are not parted by a blank line")
    lines = signed.removesuffix("\n").split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise _malformed_note("it has too many signatures")
    if len(set(lines)) != len(lines):
        raise _malformed_note("a signature stands in it twice")
    return Note(body + "\n", tuple(_signature(line) for line in lines))


def open_note(content: bytes, keys: Iterable[VerifierKey]) -> tuple[Note, tuple[VerifierKey, ...]]:
    """Gives a note and those of `keys` that signed it; at least one did, and none of theirs is false.

    Raises:
        InputRejected: `note-malformed`.
        IntegrityBroken: `note-key-unknown`, `note-signature-false`.
    """
    note = parse_note(content)
    known = {(key.name, key.key_id): key for key in keys}
    text, signers = note.text.encode(), list[VerifierKey]()
    for one in note.signatures:
        key = known.get((one.name, one.key_id))
        if key is None:
            continue
        if not key.holds(text, one.signature):
            raise IntegrityBroken(
                "note-signature-false",
                f"The signature of {one.name} is not over this text: the note was changed, or never signed.",
                details={"key": one.name},
            )
        if key not in signers:
            signers.append(key)
    if not signers:
        names = _told(note.signatures)
        raise IntegrityBroken(
            "note-key-unknown",
            f"The note is signed by {names}, and that key is none of those that were named.",
            details={"key": names},
        )
    return note, tuple(signers)


def _signature(line: str) -> Signature:
    dash, name, encoded = (*line.split(" "), "", "", "")[:3]
    if dash != _DASH or line.count(" ") != 2 or not _NAME.fullmatch(name):  # noqa: PLR2004 - three words
        raise _malformed_note("a line after the blank one is no signature")
    value = _base64(encoded)
    if value is None or len(value) <= _KEY_ID_BYTES:
        raise _malformed_note("a signature is not written as base64")
    return Signature(name, value[:_KEY_ID_BYTES], value[_KEY_ID_BYTES:])


def _key_parts(text: str) -> tuple[str, str, bytes]:
    # The base64 may hold plus signs, the name and the hash cannot.
    parts = text.split("+", 2)
    if len(parts) != 3:  # noqa: PLR2004 - name, hash, bytes
        raise _malformed_key("it is not written as name+hash+base64")
    name, key_id, encoded = parts
    value = _base64(encoded)
    if value is None or len(value) != len(ED25519) + _PUBLIC_BYTES or not value.startswith(ED25519):
        raise _malformed_key("its bytes are not those of an Ed25519 key")
    return _named(name), key_id, value[len(ED25519) :]


def _named(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise _malformed_key("its name is empty, or holds white space or a plus sign")
    return name


def _base64(text: str) -> bytes | None:
    try:
        value = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    # Unused bits of the last sign may differ without changing the value: one value has one spelling here.
    return value if b64encode(value).decode() == text else None


def _told(signatures: Sequence[Signature]) -> str:
    return ", ".join(dict.fromkeys(f"{one.name} ({one.key_id.hex()})" for one in signatures))


def _malformed_note(why: str) -> InputRejected:
    return InputRejected("note-malformed", f"This is no signed note: {why}.", details={"why": why})


def _malformed_key(why: str) -> InputRejected:
    return InputRejected("key-malformed", f"This is no key for signed notes: {why}.", details={"why": why})
