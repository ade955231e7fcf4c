"""JSON lines: each event's whole envelope with its hash, as `audit log --format jsonl` prints it."""

from __future__ import annotations

from pathlib import Path

from cli.audit.export.selection import Selection
from cli.screen.safe_text import safe_json
from cli.screen.shapes import envelope_shape
from cli.screen.values import json_text


def write(path: Path, chosen: Selection) -> None:
    """Writes the file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for event, _ in chosen.events():
            file.write(safe_json(json_text(envelope_shape(event))) + "\n")
