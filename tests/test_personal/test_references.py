"""References: what they commit to, and what they do not give away."""

from __future__ import annotations

import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from engine.personal import commits, is_reference, looked_up_by, reference_for, spoken_as

KEY = bytes(range(32))
NAMES = st.text(min_size=1, max_size=40)


def test_a_reference_is_a_keyed_hash_of_the_name() -> None:
    """It can be made again by anyone who has the key, with nothing but HMAC-SHA256."""
    expected = hmac.new(KEY, b"made-up-eero", hashlib.sha256).hexdigest()[:24]
    assert reference_for(KEY, "made-up-eero") == f"p-{expected}"


@given(NAMES, st.binary(min_size=32, max_size=32))
def test_a_reference_commits_to_its_name(name: str, key: bytes) -> None:
    """Under its key it is of this name and of no other, and it has the form by which it is known."""
    reference = reference_for(key, name)
    assert is_reference(reference)
    assert commits(reference, key, name)
    assert not commits(reference, key, name + "x")
    assert not commits(reference, bytes(32) if key != bytes(32) else KEY, name)


def test_what_is_no_reference_is_not_taken_for_one() -> None:
    """Names, and references with another length or in capitals, are plain text."""
    for text in (
        "made-up-eero",
        "p-",
        "p-0123",
        "p-" + "0" * 25,
        "P-" + "0" * 24,
        "p-" + "G" * 24,
        "p-" + "0" * 24 + "\n",
    ):
        assert not is_reference(text)


def test_whoever_is_at_the_keyboard_is_found_to_the_letter() -> None:
    """Capitals count where a provider may tell two persons apart by them; of a name that is typed they do not."""
    assert looked_up_by(KEY, "oidc:id.example#Ab") != looked_up_by(KEY, "oidc:id.example#aB")
    assert spoken_as(KEY, " Made-Up-Eero ") == spoken_as(KEY, "made-up-eero")
    assert looked_up_by(KEY, "made-up-eero") != spoken_as(KEY, "made-up-eero")
    assert looked_up_by(KEY, "made-up-eero") != looked_up_by(bytes(32), "made-up-eero")
