"""How far somebody else has seen a log, by the checkpoints at hand: a look at their notes, without reading the log.

A checkpoint is held against the hash that the log notes at its size. That finds a log that was cut, rolled back or
rewritten as a whole; `audit verify --checkpoints` reads every event besides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.evidence.witness import Witness
    from store.open_log import OpenLog


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest checkpoint that agrees: its size and time, None when there is none; and how many do not agree."""

    size: int | None
    at: datetime | None
    contradicting: int


def witnesses_of(origin: str, places: Sequence[str], keys: Sequence[str] = ()) -> tuple[Witness, ...]:
    """Gives the checkpoints at `places`, and the newest that each key of the user's own signed of the log.

    Raises:
        NotFound: `checkpoints-missing`.
        InputRejected: `key-malformed`.
    """
    from cli.audit.witnessing import believed_keys, keys_folder, witnesses
    from store.evidence.keys import key_files, recall
    from store.evidence.witness import witness

    given = witnesses(places, keys)
    own = [(path, recall(path, origin)) for path in key_files(keys_folder())]
    believed = believed_keys(())
    remembered = [witness(str(path), note, believed) for path, note in own if note is not None]
    return (*(given.found if given else ()), *remembered)


def seen_of(opened: OpenLog, places: Sequence[str] = ()) -> Seen:
    """Looks at the checkpoints of an open log.

    Raises:
        NotFound: `checkpoints-missing`.
        InputRejected: `key-malformed`.
    """
    from store.evidence.checkpoint import origin_of
    from store.evidence.witness import newest

    origin = origin_of(opened.identity)
    sound, contradicting = [], 0
    for one in witnesses_of(origin, places):
        checkpoint = one.checkpoint
        agrees = (
            one.fault is None
            and checkpoint is not None
            and checkpoint.origin == origin
            and opened.log.hash_at(checkpoint.size) == checkpoint.chain
        )
        if agrees:
            sound.append(one)
        else:
            contradicting += 1
    latest = newest(sound)
    checkpoint = latest.checkpoint if latest else None
    return Seen(checkpoint.size if checkpoint else None, checkpoint.time if checkpoint else None, contradicting)
