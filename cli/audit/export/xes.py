"""XES (IEEE 1849-2023): a trace for each case, in the order of the log, for process mining.

Events carry the extensions concept, time, organizational and lifecycle. The time of an event is when it was recorded:
the log knows no hour of the legal day, which stands beside it as `effective_on`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from cli.audit.export.selection import Chosen, Selection
from cli.screen.safe_text import safe_xml
from cli.screen.shapes import instant
from engine.veiling import hash_of, in_canonical_json

_EXTENSIONS = (
    ("Concept", "concept"),
    ("Time", "time"),
    ("Organizational", "org"),
    ("Lifecycle", "lifecycle"),
)
_HOME = "http://www.xes-standard.org"
_LIFECYCLE = "complete"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(path: Path, chosen: Selection) -> None:
    """Writes the file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _document(chosen))


def _document(chosen: Selection) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<log xes.version="1849.2023" xes.features="" xmlns="{_HOME}/">'
    for name, prefix in _EXTENSIONS:
        yield f'  <extension name="{name}" prefix="{prefix}" uri="{_HOME}/{prefix}.xesext"/>'
    yield '  <global scope="trace">'
    yield _attribute("string", "concept:name", "", 4)
    yield "  </global>"
    yield '  <global scope="event">'
    yield _attribute("string", "concept:name", "", 4)
    yield _attribute("date", "time:timestamp", "1970-01-01T00:00:00Z", 4)
    yield _attribute("string", "lifecycle:transition", _LIFECYCLE, 4)
    yield "  </global>"
    yield '  <classifier name="Event" scope="event" keys="concept:name"/>'
    yield _attribute("string", "concept:name", f"ohjaus/{chosen.log_id}", 2)
    yield _attribute("string", "lifecycle:model", "standard", 2)
    for trace in chosen.traces():
        yield from _trace(trace)
    yield "</log>"


def _trace(trace: tuple[Chosen, ...]) -> Iterator[str]:
    event, opening = trace[0]
    yield "  <trace>"
    yield _attribute("string", "concept:name", event.stream, 4)
    yield _attribute("string", "procedure", opening.procedure, 4)
    yield _attribute("string", "subject", opening.subject, 4)
    for one in trace:
        yield "    <event>"
        yield from _event(one)
        yield "    </event>"
    yield "  </trace>"


def _event(one: Chosen) -> Iterator[str]:
    event = one.event
    texts = {
        "concept:name": event.type,
        "concept:instance": event.event_id,
        "lifecycle:transition": _LIFECYCLE,
        "org:resource": event.recorded_by.person,
        "org:role": event.act_of.role,
        "org:group": event.act_of.organisation,
        "body": event.act_of.body,
        "effective_on": event.effective_on.isoformat(),
        "precision": event.precision,
        "state": event.state,
        "declaration": event.declaration,
        "basis": "; ".join(event.basis),
        "data": in_canonical_json(event.data),
        "hash": hash_of(event),
    }
    yield _attribute("date", "time:timestamp", instant(event.recorded_at), 6)
    yield _attribute("int", "position", str(event.position), 6)
    for key, value in texts.items():
        if value is not None:
            yield _attribute("string", key, value, 6)


def _attribute(kind: str, key: str, value: str, margin: int) -> str:
    return f'{" " * margin}<{kind} key="{key}" value="{_written(value)}"/>'


def _written(value: str) -> str:
    # XML has no way to write most control characters, and turns a bare line end in an attribute into a space.
    return safe_xml(escape(_NOT_IN_XML.sub("\ufffd", value)))
