"""Proofs over an open log: that events stand in it where they say, and that it grew from what a checkpoint saw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.errors import Refused
from store.event_log import SqliteEventLog
from store.evidence.archive import leaves, stored_events
from store.evidence.checkpoint import Checkpoint
from store.evidence.tree import collect, consistency_ranges, inclusion_ranges, verify_inclusion


@dataclass(frozen=True, slots=True)
class ProvedEvent:
    """An event's exact bytes, with the path from its hash to the root of a checkpoint."""

    position: int
    canonical: bytes
    hash: str
    path: tuple[bytes, ...]

    def stands_in(self, checkpoint: Checkpoint) -> bool:
        """Tells whether the path leads from the event to the checkpoint's root."""
        leaf = bytes.fromhex(self.hash)
        return verify_inclusion(leaf, self.position - 1, checkpoint.size, self.path, checkpoint.root)


@dataclass(frozen=True, slots=True)
class Consistency:
    """That the tree of a newer checkpoint grew from that of an older one."""

    older: Checkpoint
    newer: Checkpoint
    path: tuple[bytes, ...]

    def as_data(self) -> dict[str, object]:
        """Gives the proof as the bundle holds it."""
        return {
            "from": {"size": self.older.size, "root": self.older.root.hex()},
            "to": {"size": self.newer.size, "root": self.newer.root.hex()},
            "path": [step.hex() for step in self.path],
        }


def prove_events(log: SqliteEventLog, positions: Iterable[int], checkpoint: Checkpoint) -> tuple[ProvedEvent, ...]:
    """Gives the events at `positions` with their paths to the checkpoint's root.

    Raises:
        Refused: `event-unwitnessed`, an event is newer than the checkpoint.
        IntegrityBroken: `event-damaged`.
    """
    wanted = sorted(set(positions))
    beyond = [position for position in wanted if position > checkpoint.size]
    if beyond:
        raise Refused(
            "event-unwitnessed",
            f"Event {beyond[0]} is newer than the checkpoint, which saw {checkpoint.size} events.",
            try_next="ohjaus audit checkpoint",
            details={"position": beyond[0], "size": checkpoint.size},
        )
    paths = {position: inclusion_ranges(position - 1, checkpoint.size) for position in wanted}
    chosen: dict[int, tuple[bytes, str]] = {}

    def passing() -> Iterable[bytes]:
        for position, stored, own in stored_events(log, until=checkpoint.size):
            if position in paths:
                chosen[position] = (stored, own)
            yield bytes.fromhex(own)

    nodes = collect(passing(), checkpoint.size, {one for path in paths.values() for one in path})
    return tuple(
        ProvedEvent(position, *chosen[position], tuple(nodes[one] for one in path)) for position, path in paths.items()
    )


def prove_consistency(log: SqliteEventLog, older: Checkpoint, newer: Checkpoint) -> Consistency:
    """Gives the proof that the log of `newer` grew from that of `older`; whether both are true to it is not asked.

    Raises:
        ValueError: the older one is larger.
        IntegrityBroken: `event-damaged`.
    """
    ranges = consistency_ranges(older.size, newer.size)
    nodes = collect(leaves(log, until=newer.size), newer.size, ranges)
    return Consistency(older, newer, tuple(nodes[one] for one in ranges))
