"""CloudEvents 1.0 as JSON lines: each event in the envelope that other systems take in.

`data` is the event as it was recorded: its canonical form has the hash that the extension `hash` states. Only where a
secret part is left out does it not: there stand null and, in `veiled`, the ground.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cli.audit.export.selection import Chosen, Selection
from cli.screen.shapes import instant
from engine.envelope import canonical
from engine.veiling import hash_of, shown_bytes

PREFIX = "ohjaus."
"""What stands before the type of an event, so that it is ours among those of other systems."""


def write(path: Path, chosen: Selection) -> None:
    """Writes the file."""
    with path.open("wb") as file:
        for one in chosen.events():
            file.write(_line(one, chosen.log_id) + b"\n")


def _line(one: Chosen, log_id: str) -> bytes:
    event, opening = one
    stored = shown_bytes(event)
    attributes: dict[str, Any] = {
        "specversion": "1.0",
        "id": event.event_id,
        "source": f"urn:uuid:{log_id}",
        "type": PREFIX + event.type,
        "subject": event.stream,
        "time": instant(event.recorded_at),
        "datacontenttype": "application/json",
        # Extensions: lower-case letters and digits only, no value that is null.
        "position": event.position,
        "streamversion": event.version,
        "effectiveon": event.effective_on.isoformat(),
        "procedure": opening.procedure,
        "about": opening.subject,
        "correlationid": event.correlation_id,
        "hash": hash_of(event),
        "previoushash": event.previous_hash,
    }
    if event.causation_id is not None:
        attributes["causationid"] = event.causation_id
    # The data's own bytes are put in as they are: nothing between the record and the reader writes them anew.
    return canonical(attributes)[:-1] + b',"data":' + stored + b"}"
