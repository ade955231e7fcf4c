"""One pass over the whole log: chain and tree are checked and whatever else wants the events is fed, a batch at a time.

The tree is grown over the hashes of the stored bytes. The tree over the hashes that the log notes of itself is the same
one as long as both agree, so a second one is grown only from the first event where they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from engine.envelope import Envelope, event_hash
from engine.errors import Diagnosis, IntegrityBroken, OhjausError
from store.connection import Result
from store.event_log import SqliteEventLog
from store.evidence.tree import Frontier
from store.identity import read_identity
from store.integrity import Chain, Report

_FED_AT_ONCE = 60
"""Events handed on at a time: few, so that what was read stays near while everybody looks at it, and not one by one, so
that whoever looks stays near as well."""

Batches = Callable[[Iterable[Result]], Iterable[Result]]
Feed = Callable[[Sequence[Envelope]], None]


@dataclass(slots=True)
class Passed:
    """What a pass found. `root` is over the stored bytes, `noted_root` over the hashes that the log notes.

    `roots` and `heads` hold, for each size that was asked for and reached, the root and the hash of the newest event.
    """

    chain: Report
    size: int
    root: bytes
    noted_root: bytes
    tree_fault: Diagnosis | None
    roots: dict[int, bytes] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)

    @property
    def tree(self) -> Report:
        """The report on the tree."""
        return Report("tree", self.size if self.tree_fault is None else 0, self.tree_fault)


def pass_over(
    log: SqliteEventLog,
    *,
    sizes: Collection[int] = (),
    feed: Feed | None = None,
    batches: Batches = lambda found: found,
) -> Passed:
    """Goes over every stored event once; `feed` gets the events, in batches, as far as the chain is sound.

    `batches` may look at the stored batches as they pass, to show progress. What is damaged is found, never raised;
    the hashing goes on after it, the feeding does not.

    Raises:
        Refused: `part-only`, this login sees only a part of the events.
        Fault: the server was lost or broke the reading off, which says nothing of the log.
    """
    log.database.ensure_whole()
    walk = _Walk(sizes, feed)
    try:
        with log.database.snapshot():
            walk.begin(read_identity(log.database).anchor)
            for batch in batches(log.stored()):
                walk.take(batch)
    except OhjausError as error:
        log.database.ensure_unmoved()
        walk.stumble(error)
    return walk.result()


class _Walk:
    def __init__(self, sizes: Collection[int], feed: Feed | None) -> None:
        self._wanted, self._feed = frozenset(sizes), feed
        self._own = Frontier()
        self._noted: Frontier | None = None
        self._checked = 0
        self._chain: Chain | None = None
        self._chain_fault: Diagnosis | None = None
        self._tree_fault: Diagnosis | None = None
        self._roots: dict[int, bytes] = {}
        self._heads: dict[int, str] = {}

    def begin(self, anchor: str) -> None:
        self._chain = Chain(anchor)
        if 0 in self._wanted:
            self._roots[0], self._heads[0] = self._own.root(), anchor

    def take(self, batch: Result) -> None:
        for start in range(0, len(batch), _FED_AT_ONCE):
            sound = list(self._sound(batch[start : start + _FED_AT_ONCE]))
            if sound and self._feed is not None:
                self._feed(sound)

    def _sound(self, rows: Result) -> Iterator[Envelope]:
        """Yields the events of rows as far as the chain is sound, and grows the tree over all of them."""
        chain = self._chain
        for row in rows:
            if self._chain_fault is None and chain is not None:
                self._chain_fault = chain.fault(*row)
                if self._chain_fault is None and chain.event is not None:
                    self._checked += 1
                    self._grow(chain.hash, None)
                    if self._feed is not None:
                        yield chain.event
                    continue
            stored, noted = row[-1], row[-2]
            self._grow(event_hash(stored) if isinstance(stored, bytes) else "", noted)

    def stumble(self, error: OhjausError) -> None:
        found = Diagnosis(error.code, f"after event {self._own.size}", error.message, error.details)
        self._chain_fault = self._chain_fault or found
        self._tree_fault = self._tree_fault or found

    def result(self) -> Passed:
        root = self._own.root()
        noted = root if self._noted is None else self._noted.root()
        return Passed(
            chain=Report("chain", self._checked, self._chain_fault),
            size=self._own.size,
            root=root,
            noted_root=noted,
            tree_fault=self._tree_fault,
            roots=self._roots,
            heads=self._heads,
        )

    def _grow(self, own: str, noted: object) -> None:
        """Adds a leaf; `noted` is the hash as the log has it, None when it is known to be the same."""
        leaf = bytes.fromhex(own)
        if noted is not None and self._noted is None and noted != own.encode():
            self._noted = self._own.copy()
            position = self._own.size + 1
            self._tree_fault = self._tree_fault or Diagnosis(
                "tree-differs",
                f"event {position}",
                f"From event {position} on the tree over the stored bytes is not the one over the noted hashes.",
                {"position": position},
            )
        if self._noted is not None:
            self._noted.append(_raw(noted))
        self._own.append(leaf)
        if self._own.size in self._wanted:
            self._roots[self._own.size], self._heads[self._own.size] = self._own.root(), own


def _raw(noted: object) -> bytes:
    try:
        return bytes.fromhex(noted.decode()) if isinstance(noted, bytes) else b""
    except ValueError:
        return b""


def stored_events(log: SqliteEventLog, *, until: int | None = None) -> Iterator[tuple[int, bytes, str]]:
    """Gives position, canonical bytes and hash of every event up to and including `until`, each checked against both.

    Raises:
        IntegrityBroken: `event-damaged`; nothing is proved of a record that is not what was written.
    """
    expected = 1
    for batch in log.stored():
        for position, *_, noted, stored in batch:
            if until is not None and position > until:
                return
            own = event_hash(stored) if isinstance(stored, bytes) else ""
            if position != expected or noted != own.encode():
                raise IntegrityBroken(
                    "event-damaged",
                    f"The record is not what was written: event {expected} is missing or no longer has its hash.",
                    try_next="ohjaus audit verify",
                    details={"position": expected},
                )
            yield position, stored, own
            expected += 1


def leaves(log: SqliteEventLog, *, until: int | None = None) -> Iterator[bytes]:
    """Gives the leaves of the tree, as `stored_events` gives the events.

    Raises:
        IntegrityBroken: `event-damaged`.
    """
    return (bytes.fromhex(own) for _, _, own in stored_events(log, until=until))
