"""The test vectors that `docs/evidence.md` publishes are what this software computes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.envelope import event_hash
from store.evidence.checkpoint import parse_checkpoint
from store.evidence.note import SignerKey, open_note, parse_verifier
from store.evidence.tree import (
    collect,
    consistency_ranges,
    inclusion_ranges,
    leaf_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from tests.test_house.tree import ROOT


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    """The one block of JSON in the document."""
    text = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.split("```json\n")[1].split("```")[0])
    return found


def leaves_of(published: dict[str, Any]) -> list[bytes]:
    return [bytes.fromhex(one) for one in published["hashes"]]


def test_the_published_hashes_and_roots_hold(published: dict[str, Any]) -> None:
    """From canonical bytes to event hash, leaf hash and the root at each size."""
    leaves = leaves_of(published)
    assert [event_hash(event.encode()) for event in published["events"]] == published["hashes"]
    assert [leaf_hash(leaf).hex() for leaf in leaves] == published["leaf_hashes"]
    assert [root_of(leaves[:size]).hex() for size in range(len(leaves) + 1)] == published["roots"]


def test_the_published_proofs_hold(published: dict[str, Any]) -> None:
    """We give each published path, and accept it."""
    leaves, roots = leaves_of(published), [bytes.fromhex(one) for one in published["roots"]]
    for one in published["inclusion"]:
        index, size, path = one["position"] - 1, one["size"], [bytes.fromhex(step) for step in one["path"]]
        ranges = inclusion_ranges(index, size)
        nodes = collect(leaves, size, ranges)
        assert [nodes[place] for place in ranges] == path
        assert verify_inclusion(leaves[index], index, size, path, roots[size])
    for one in published["consistency"]:
        old, size, path = one["from"], one["to"], [bytes.fromhex(step) for step in one["path"]]
        ranges = consistency_ranges(old, size)
        nodes = collect(leaves, size, ranges)
        assert [nodes[place] for place in ranges] == path
        assert verify_consistency(old, roots[old], size, roots[size], path)


def test_the_published_note_holds(published: dict[str, Any]) -> None:
    """The published key signs the published text as published, and the note says the published root."""
    key = parse_verifier(published["vkey"])
    signer = SignerKey(key.name, bytes.fromhex(published["seed"]))
    note, _ = open_note(published["note"].encode(), [key])
    checkpoint = parse_checkpoint(note.text)
    assert (str(signer.verifier), signer.sign(note.text).decode()) == (published["vkey"], published["note"])
    assert (checkpoint.text(), checkpoint.root.hex()) == (note.text, published["roots"][checkpoint.size])
