"""The published test vectors of the canonical form hold, for our encoder and for the standard library."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from engine.envelope import canonical, event_hash

DOCUMENT = Path(__file__).parents[2] / "docs" / "canonical-form.md"
ROW = re.compile(r"^\| `(?P<value>.+?)` \| `(?P<bytes>.+?)` \| `(?P<sha256>[0-9a-f]{64})` \|$")
VECTORS = [match for line in DOCUMENT.read_text("utf-8").splitlines() if (match := ROW.match(line))]


def test_the_document_publishes_vectors() -> None:
    """The table is there and is read: seven vectors at least."""
    assert len(VECTORS) >= 7


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["sha256"][:8])
def test_a_published_vector_holds(vector: re.Match[str]) -> None:
    """Value, bytes and hash agree in our encoder and in Python's own json module."""
    value = json.loads(vector["value"])
    expected = vector["bytes"].encode("utf-8")
    assert canonical(value) == expected
    assert json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8") == expected
    assert event_hash(expected) == vector["sha256"] == hashlib.sha256(expected).hexdigest()
