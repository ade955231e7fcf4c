"""The bundle: events as the exact bytes that were recorded, with what proves them (`store.evidence.bundle`).

The whole log goes out as a whole, a choice of cases as a part: their events with proofs of inclusion, so that the rest
stays unseen and what is disclosed can be proved all the same. What a disclosed event itself says of another case, such
as a link, is part of its hashed bytes and cannot be left out. An event with a secret part is withheld whole: the bundle
names its place and its hash, and its secret stays here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cli.audit.export.selection import Selection
from engine.envelope import Envelope
from engine.veiling import VeiledEnvelope
from store.evidence.archive import stored_events
from store.evidence.bundle import Withheld, write_part, write_whole
from store.evidence.proof import prove_events

if TYPE_CHECKING:
    from store.evidence.bundle import Contents
    from store.open_log import OpenLog


def write(path: Path, chosen: Selection, opened: OpenLog, contents: Contents) -> None:
    """Writes the bundle: a ZIP if its name ends so, else a folder."""
    size = contents.checkpoint.size
    positions, withheld = parted(event for event, _ in chosen.events())
    # Whoever sees a part of the cases gets that part, whatever was asked for.
    if chosen.is_everything and len(positions) == size:
        write_whole(path, stored_events(opened.log, until=size), contents)
    else:
        contents = replace(contents, withheld=withheld)
        write_part(path, prove_events(opened.log, positions, contents.checkpoint), contents)


def parted(events: Iterable[Envelope]) -> tuple[list[int], tuple[Withheld, ...]]:
    """Gives the positions of the events that may be disclosed as they were recorded, and those that may not.

    The bytes of an event cannot be shown in part without breaking its hash, so that one with a secret part is withheld.
    """
    open_ones: list[int] = []
    withheld: list[Withheld] = []
    for event in events:
        if isinstance(event, VeiledEnvelope):
            withheld.append(Withheld(event.position, event.true_hash, event.veiled_on))
        else:
            open_ones.append(event.position)
    return open_ones, tuple(withheld)
