"""The bundle: events as the exact bytes that were recorded, with what proves them (`store.evidence.bundle`).

The whole log goes out as a whole, a choice of cases as a part: their events with proofs of inclusion, so that the rest
stays unseen and what is disclosed can be proved all the same. What a disclosed event itself says of another case, such
as a link, is part of its hashed bytes and cannot be left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cli.audit.export.selection import Selection
from store.evidence.archive import stored_events
from store.evidence.bundle import write_part, write_whole
from store.evidence.proof import prove_events

if TYPE_CHECKING:
    from store.evidence.bundle import Contents
    from store.open_log import OpenLog


def write(path: Path, chosen: Selection, opened: OpenLog, contents: Contents) -> None:
    """Writes the bundle: a ZIP if its name ends so, else a folder."""
    size = contents.checkpoint.size
    positions = [event.position for event, _ in chosen.events()]
    if chosen.is_everything and chosen.until == size:
        write_whole(path, stored_events(opened.log, until=size), contents)
    else:
        write_part(path, prove_events(opened.log, positions, contents.checkpoint), contents)
