"""The Merkle tree: the published vectors of Certificate Transparency, a naive recursion, and proofs that are forged."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.evidence.tree import (
    EMPTY_ROOT,
    Frontier,
    collect,
    consistency_ranges,
    inclusion_ranges,
    leaf_hash,
    node_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from tests.doses import drawn

# The leaves, roots and paths that every implementation of RFC 6962 is held against (transparency-dev/merkle).
LEAVES = [
    bytes.fromhex(one)
    for one in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
FIRST_OF_EIGHT = [
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
]
INCLUSIONS = [
    (0, 8, FIRST_OF_EIGHT),
    (
        5,
        8,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
        1,
        5,
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
]
GROWTHS = [
    (1, 1, []),
    (1, 8, FIRST_OF_EIGHT),
    (
        6,
        8,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        5,
        [
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
]

MANY = [sha256(str(number).encode()).digest() for number in range(70)]
sizes = st.integers(min_value=1, max_value=len(MANY))


def naive(leaves: Sequence[bytes]) -> bytes:
    """The definition of RFC 6962, section 2.1, word for word."""
    if len(leaves) < 2:
        return leaf_hash(leaves[0]) if leaves else EMPTY_ROOT
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return node_hash(naive(leaves[:half]), naive(leaves[half:]))


def inclusion(leaves: Sequence[bytes], index: int, size: int) -> list[bytes]:
    ranges = inclusion_ranges(index, size)
    nodes = collect(leaves, size, ranges)
    return [nodes[one] for one in ranges]


def consistency(leaves: Sequence[bytes], old: int, size: int) -> list[bytes]:
    ranges = consistency_ranges(old, size)
    nodes = collect(leaves, size, ranges)
    return [nodes[one] for one in ranges]


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_the_published_roots_are_ours(size: int) -> None:
    """The tree over the reference leaves has the reference root at every size."""
    assert root_of(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size", "path"), INCLUSIONS)
def test_the_published_inclusion_proofs_are_ours(index: int, size: int, path: list[str]) -> None:
    """We give the reference path, and accept it."""
    steps = [bytes.fromhex(step) for step in path]
    assert [step.hex() for step in inclusion(LEAVES, index, size)] == path
    assert verify_inclusion(LEAVES[index], index, size, steps, bytes.fromhex(ROOTS[size]))


@pytest.mark.parametrize(("old", "size", "path"), GROWTHS)
def test_the_published_consistency_proofs_are_ours(old: int, size: int, path: list[str]) -> None:
    """We give the reference path, and accept it."""
    steps = [bytes.fromhex(step) for step in path]
    assert [step.hex() for step in consistency(LEAVES, old, size)] == path
    assert verify_consistency(old, bytes.fromhex(ROOTS[old]), size, bytes.fromhex(ROOTS[size]), steps)


def test_every_root_and_every_proof_up_to_seventy_leaves() -> None:
    """Streamed roots are those of the definition; each leaf and each earlier size is proved at every size."""
    roots = [naive(MANY[:size]) for size in range(len(MANY) + 1)]
    edge = Frontier()
    for size, leaf in enumerate(MANY):
        assert (edge.size, edge.root()) == (size, roots[size])
        edge.append(leaf)
    for size in (1, 2, 3, 7, 8, 9, 31, 32, 33, 63, 64, 65, 70):
        for index in range(size):
            assert verify_inclusion(MANY[index], index, size, inclusion(MANY, index, size), roots[size])
        for old in range(size + 1):
            assert verify_consistency(old, roots[old], size, roots[size], consistency(MANY, old, size))


def test_one_pass_gives_the_nodes_of_many_proofs() -> None:
    """All ranges of all proofs of a tree are collected together, and each is the root of its leaves."""
    size = 37
    wanted = {one for index in range(size) for one in inclusion_ranges(index, size)}
    wanted |= {one for old in range(size) for one in consistency_ranges(old, size)}
    nodes = collect(iter(MANY), size, wanted)
    assert {place: root.hex() for place, root in nodes.items()} == {
        (start, end): naive(MANY[start:end]).hex() for start, end in wanted
    }


@given(data=st.data(), size=sizes)
@settings(max_examples=drawn(80), deadline=None)
def test_a_changed_inclusion_proof_is_not_accepted(data: st.DataObject, size: int) -> None:
    """Whatever is changed of leaf, place, size, path or root: the proof no longer holds."""
    index = data.draw(st.integers(min_value=0, max_value=size - 1))
    path, root, leaf = inclusion(MANY, index, size), root_of(MANY[:size]), MANY[index]
    bit = data.draw(st.integers(min_value=0, max_value=255))
    what = data.draw(st.sampled_from(["leaf", "root", "index", "longer", "shorter", "step", "negative"]))
    if what in ("shorter", "step") and not path:
        what = "longer"
    place = data.draw(st.integers(min_value=0, max_value=max(len(path) - 1, 0)))
    flipped = [*path[:place], flip(path[place], bit), *path[place + 1 :]] if path else path
    other = (index + 1 + data.draw(st.integers(min_value=0, max_value=70))) % (size + 71)
    forged = {
        "leaf": (flip(leaf, bit), index, size, path, root),
        "root": (leaf, index, size, path, flip(root, bit)),
        "index": (leaf, other if other != index else index + size, size, path, root),
        "longer": (leaf, index, size, [*path, root], root),
        "shorter": (leaf, index, size, path[:-1], root),
        "step": (leaf, index, size, flipped, root),
        "negative": (leaf, index - size, size, path, root),
    }[what]
    assert not verify_inclusion(*forged)


@given(data=st.data(), size=sizes)
@settings(max_examples=drawn(80), deadline=None)
def test_a_changed_consistency_proof_is_not_accepted(data: st.DataObject, size: int) -> None:
    """Whatever is changed of either root or of the path: the proof no longer holds."""
    old = data.draw(st.integers(min_value=1, max_value=size))
    path, old_root, root = consistency(MANY, old, size), root_of(MANY[:old]), root_of(MANY[:size])
    bit = data.draw(st.integers(min_value=0, max_value=255))
    place = data.draw(st.integers(min_value=0, max_value=max(len(path) - 1, 0)))
    flipped = [*path[:place], flip(path[place], bit), *path[place + 1 :]] if path else [root]
    forged = [
        (old, flip(old_root, bit), size, root, path),
        (old, old_root, size, flip(root, bit), path),
        (old, old_root, size, root, [*path, root]),
        (old, old_root, size, root, flipped),
        (size + 1, old_root, size, root, path),
        (-old, old_root, size, root, path),
        *([(old, old_root, size, root, path[:-1])] if path else []),
    ]
    assert [verify_consistency(*one) for one in forged] == [False] * len(forged)


def flip(value: bytes, bit: int) -> bytes:
    changed = bytearray(value)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_hashes_of_another_length_are_not_accepted() -> None:
    """A path or root that is not made of hashes proves nothing, even where its bytes join to the same."""
    assert not verify_inclusion(LEAVES[0], 0, 1, [], bytes.fromhex(ROOTS[1])[:31])
    assert not verify_consistency(1, b"", 1, b"", [])
    assert not verify_inclusion(LEAVES[0], 0, 2, [b""], bytes.fromhex(ROOTS[2]))


def test_what_is_not_there_is_not_proved() -> None:
    """A leaf beyond the tree, a larger older tree and too few leaves are mistakes of the caller, and said so."""
    with pytest.raises(ValueError, match="no leaf 3 among 3"):
        inclusion_ranges(3, 3)
    with pytest.raises(ValueError, match="did not grow"):
        consistency_ranges(4, 3)
    with pytest.raises(ValueError, match="2 leaves are fewer than 3"):
        collect(MANY[:2], 3, [])
