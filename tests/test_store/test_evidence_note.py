"""Signed notes and checkpoints: read by the published example, and refused when a byte of them is changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from engine.errors import InputRejected, IntegrityBroken, OhjausError
from store.evidence.checkpoint import Checkpoint, parse_checkpoint
from store.evidence.note import (
    Note,
    SignerKey,
    VerifierKey,
    new_signer,
    open_note,
    parse_note,
    parse_signer,
    parse_verifier,
)

# The example of the reference implementation (golang.org/x/mod/sumdb/note); its private key is published with it.
SIGNER = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
NOTE = f"{TEXT}\n— PeterNeumann {SIGNATURE}\n".encode()

CHECKPOINT = Checkpoint(
    origin="ohjaus/made-up-log",
    size=7,
    root=bytes(range(32)),
    chain="ab" * 32,
    schema="cd" * 32,
    time=datetime(2031, 6, 21, 9, 0, tzinfo=UTC),
    clock="injected",
    production=True,
)


def code_of(content: bytes, *keys: VerifierKey) -> str | None:
    try:
        open_note(content, keys or (parse_verifier(VERIFIER),))
    except OhjausError as error:
        return error.code
    return None


def test_the_published_note_is_read_and_written() -> None:
    """The example's note opens with its key, and signing its text gives the same bytes."""
    signer = parse_signer(SIGNER)
    assert (str(signer.verifier), signer.encode()) == (VERIFIER, SIGNER)
    assert signer.sign(TEXT) == NOTE
    note, signers = open_note(NOTE, [parse_verifier(VERIFIER)])
    assert (note.text, signers) == (TEXT, (signer.verifier,))
    assert note.encode() == NOTE


def test_every_changed_bit_of_a_note_is_refused() -> None:
    """Whichever bit of a note is flipped, it does not open: text, name, key hash, signature and layout alike."""
    codes = set()
    for place in range(len(NOTE) * 8):
        changed = bytearray(NOTE)
        changed[place // 8] ^= 1 << place % 8
        codes.add(code_of(bytes(changed)))
    assert codes == {"note-malformed", "note-key-unknown", "note-signature-false"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        TEXT.encode(),
        NOTE.replace(b"\n\n", b"\n"),
        NOTE.removesuffix(b"\n"),
        NOTE + b"\n",
        NOTE.replace(b"problem,\n", b"problem,\r\n"),
        NOTE.replace("—".encode(), b"-"),
        NOTE.replace(b" x08g", b"  x08g"),
        NOTE.replace(b"nAM=", b"nAN="),
        NOTE.replace(b"nAM=", b"nAM"),
        NOTE.replace(b"PeterNeumann", b"Peter+Neumann"),
        b"\xff" + NOTE,
        NOTE + NOTE.split(b"\n\n")[1] * 100,
        b"a" * 70_000 + NOTE,
    ],
    ids=[
        "empty",
        "unsigned",
        "no blank line",
        "no end",
        "blank end",
        "carriage return",
        "hyphen",
        "two spaces",
        "spare bits",
        "unpadded",
        "plus in a name",
        "not UTF-8",
        "a hundred signatures",
        "huge",
    ],
)
def test_what_is_no_note_is_refused(content: bytes) -> None:
    """A note has one spelling; anything else is no note, whoever signed it."""
    assert code_of(content) == "note-malformed"


def test_a_signature_of_an_unknown_key_is_let_be_and_one_of_a_known_key_must_hold() -> None:
    """Witnesses may add signatures that we cannot check; a false one by a key that we know spoils the note."""
    other = new_signer("example.org/witness")
    both = NOTE + other.sign(TEXT).split(b"\n\n")[1]
    known = parse_verifier(VERIFIER)
    assert code_of(both) is None
    assert len(open_note(both, [known, other.verifier])[1]) == 2
    assert code_of(NOTE, other.verifier) == "note-key-unknown"
    spoilt = NOTE + SignerKey("example.org/witness", other.seed).sign("other text\n").split(b"\n\n")[1]
    assert code_of(spoilt, known, other.verifier) == "note-signature-false"


def test_a_key_of_the_same_name_is_another_key() -> None:
    """Who calls a key of theirs by a known name does not sign in that name."""
    impostor = new_signer("PeterNeumann")
    assert code_of(impostor.sign(TEXT)) == "note-key-unknown"
    claimed = parse_note(impostor.sign(TEXT)).signatures[0]
    forged = Note(TEXT, (type(claimed)("PeterNeumann", bytes.fromhex("c74f20a3"), claimed.signature),))
    assert code_of(forged.encode()) == "note-signature-false"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PeterNeumann",
        VERIFIER.replace("PeterNeumann", "PeterNeuman"),
        VERIFIER.replace("c74f20a3", "c74f20a4"),
        VERIFIER.replace("ARpc", "ARpd"),
        VERIFIER.replace("+ARpc", "+BRpc"),
        VERIFIER[:-4],
        VERIFIER + "AAAA",
        " " + VERIFIER,
    ],
)
def test_a_mistyped_key_is_refused(text: str) -> None:
    """A key carries its own hash, so that no mistake in copying it goes unnoticed."""
    with pytest.raises(InputRejected) as refused:
        parse_verifier(text)
    assert refused.value.code == "key-malformed"


def test_a_private_key_is_never_shown_by_accident() -> None:
    """The key's representation holds its name and no secret."""
    signer = parse_signer(SIGNER)
    assert repr(signer) == "SignerKey('PeterNeumann')"
    assert str(signer) == repr(signer)


def test_a_checkpoint_is_read_as_it_was_written() -> None:
    """Origin, size and root stand on the format's own lines, the rest on lines of ours."""
    text = CHECKPOINT.text()
    assert text.split("\n")[:3] == ["ohjaus/made-up-log", "7", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="]
    assert parse_checkpoint(text) == CHECKPOINT
    assert parse_checkpoint(text + "witnessed elsewhere\n") == CHECKPOINT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n7\n", "\n07\n"),
        ("\n7\n", "\n-7\n"),
        ("\n7\n", "\n\u0667\n"),
        ("AAEC", "AAE"),
        ("Hh8=", "Hh9="),
        ("chain ab", "chain AB"),
        ("schema cd", "schema d"),
        ("time 2031", "time 31"),
        ("09:00:00Z", "09:00:00"),
        ("production yes", "production maybe"),
        ("format 1", "format 2"),
        ("format 1\n", ""),
        ("format 1\n", "format 1\nformat 1\n"),
        ("clock injected\n", "\n"),
    ],
)
def test_a_checkpoint_that_says_something_else_is_refused(old: str, new: str) -> None:
    """Each line is read strictly, is there, and is there once."""
    with pytest.raises(InputRejected) as refused:
        parse_checkpoint(CHECKPOINT.text().replace(old, new))
    assert refused.value.code == "checkpoint-malformed"


def test_a_text_that_would_break_the_note_is_not_signed() -> None:
    """What could not be read back is refused before anybody gets it."""
    signer = parse_signer(SIGNER)
    for text in ("no newline at the end", "a\tb\n", ""):
        with pytest.raises(InputRejected):
            signer.sign(text)


def test_false_signatures_are_integrity_and_bad_layout_is_input() -> None:
    """A note that was never one is a mistake; a note whose signature is false is a warning."""
    with pytest.raises(IntegrityBroken):
        open_note(NOTE.replace(b"cryptography", b"kryptography"), [parse_verifier(VERIFIER)])
