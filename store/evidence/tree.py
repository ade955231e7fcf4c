"""The Merkle tree over the hashes of the events (RFC 6962, section 2.1), computed on demand from a stream of leaves.

Leaf number i, counted from 0, is the 32 raw bytes of the hash of the event at position i + 1. Nothing of the tree is
kept, so nothing of it can be meddled with; a root takes memory in proportion to the logarithm of the number of leaves.

Every proof is a list of roots of ranges of leaves. `inclusion_ranges` and `consistency_ranges` say which ranges those
are, `collect` finds their roots in one pass over the leaves, however many proofs are wanted; `verify_inclusion` and
`verify_consistency` check a proof by the iterative rules of RFC 9162 (2.1.3.2 and 2.1.4.2), which know no ranges.

Example:
    >>> collect([bytes(32)] * 3, 3, inclusion_ranges(2, 3))[0, 2] == root_of([bytes(32)] * 2)
    True
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()
"""The root of a tree without leaves."""

Range = tuple[int, int]
"""Leaves from the first (inclusive) to the second number (exclusive)."""


def leaf_hash(leaf: bytes) -> bytes:
    """Gives the hash of a leaf."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Gives the hash of the node above two others."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of a growing tree: the roots of its full subtrees, the largest first."""

    __slots__ = ("_full", "size")

    def __init__(self) -> None:
        self.size = 0
        self._full: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """Adds the next leaf."""
        found = sha256(b"\x00" + leaf).digest()
        full, number = self._full, self.size
        while number & 1:
            found = sha256(b"\x01" + full.pop() + found).digest()
            number >>= 1
        full.append(found)
        self.size += 1

    def root(self) -> bytes:
        """Gives the root over all leaves so far."""
        if not self._full:
            return EMPTY_ROOT
        found = self._full[-1]
        for left in reversed(self._full[:-1]):
            found = node_hash(left, found)
        return found

    def copy(self) -> Frontier:
        """Gives a frontier that grows on from here by itself."""
        other = Frontier()
        other.size, other._full = self.size, [*self._full]
        return other


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Gives the root over all `leaves`."""
    edge = Frontier()
    for leaf in leaves:
        edge.append(leaf)
    return edge.root()


def inclusion_ranges(index: int, size: int) -> tuple[Range, ...]:
    """Gives the ranges whose roots lead from leaf `index` (from 0) to the root of `size` leaves, the nearest first.

    Raises:
        ValueError: there is no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} among {size}")
    start, end, found = 0, size, list[Range]()
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start = middle
    return tuple(reversed(found))


def consistency_ranges(old_size: int, size: int) -> tuple[Range, ...]:
    """Gives the ranges whose roots show that the tree of `size` leaves grew from that of `old_size`, in proof order.

    Raises:
        ValueError: a tree does not grow from a larger one.
    """
    if not 0 <= old_size <= size:
        raise ValueError(f"a tree of {size} leaves did not grow from one of {old_size}")
    if old_size in (0, size):
        return ()
    start, end, whole, found = 0, size, True, list[Range]()
    while old_size != end:
        middle = start + _split(end - start)
        if old_size <= middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start, whole = middle, False
    if not whole:
        found.append((start, end))
    return tuple(reversed(found))


def collect(leaves: Iterable[bytes], size: int, ranges: Collection[Range]) -> Mapping[Range, bytes]:
    """Gives the roots of `ranges` in the tree of the first `size` of `leaves`, in one pass.

    The ranges are those of proofs for a tree of `size` leaves: full subtrees, or subtrees that end at its right edge.

    Raises:
        ValueError: there are fewer leaves than `size`.
    """
    wanted, found = set(ranges), dict[Range, bytes]()
    full: list[tuple[int, bytes]] = []
    number = 0
    for number, leaf in zip(range(1, size + 1), leaves, strict=False):
        start, root = number - 1, leaf_hash(leaf)
        _note(wanted, found, (start, number), root)
        length = 1
        while start & length:
            start, left = full.pop()
            root = node_hash(left, root)
            length <<= 1
            _note(wanted, found, (start, number), root)
        full.append((start, root))
    if number != size:
        raise ValueError(f"{number} leaves are fewer than {size}")
    if full:
        start, root = full[-1]
        for start, left in reversed(full[:-1]):
            root = node_hash(left, root)
            _note(wanted, found, (start, size), root)
    return found


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Tells whether `path` shows that `leaf` is number `index` (from 0) of the `size` leaves under `root`."""
    if not 0 <= index < size or not _hashes(path, root):
        return False
    place, last, found = index, size - 1, leaf_hash(leaf)
    for step in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(step, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def verify_consistency(old_size: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Tells whether `path` shows that the first `old_size` of the `size` leaves under `root` had `old_root`."""
    if not 0 <= old_size <= size or not _hashes(path, root, old_root):
        return False
    if old_size == size:
        return not path and old_root == root
    if old_size == 0:
        return not path and old_root == EMPTY_ROOT
    steps = list(path) if old_size & (old_size - 1) else [old_root, *path]
    if not steps:
        return False
    place, last = old_size - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old_found = found = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old_found, found = node_hash(step, old_found), node_hash(step, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and old_found == old_root and found == root


def _split(count: int) -> int:
    """Gives the largest power of two that is smaller than `count`."""
    return 1 << (count - 1).bit_length() - 1


def _hashes(path: Sequence[bytes], *roots: bytes) -> bool:
    return all(len(one) == HASH_BYTES for one in (*path, *roots))


def _note(wanted: set[Range], found: dict[Range, bytes], place: Range, root: bytes) -> None:
    if place in wanted:
        found[place] = root
