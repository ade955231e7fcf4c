"""OCEL 2.0 (JSON): events that touch several objects at once, for object-centric process mining.

The time of an event is when it was recorded: the log knows no hour of the legal day, which is the attribute
`effective_on`. Every attribute is declared and written as a string: the published schema of the format knows no other
values. Events are written as they are read, and cases one by one; documents, meetings and decisions are kept meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from cli.audit.export.selection import Chosen, Selection
from cli.screen.safe_text import safe_json
from cli.screen.shapes import instant
from engine.envelope import DocumentRef, Envelope
from engine.veiling import hash_of, in_canonical_json

Data = dict[str, Any]

MEETINGS = (
    "discussion_held",
    "group_met",
    "meeting_held",
    "meeting_without_quorum",
    "negotiated",
    "negotiation_held",
)
"""Facts, of whichever procedure, that say that a meeting took place."""

STANDING = "1970-01-01T00:00:00Z"
"""The time that the format gives to what never changes."""

EVENT_ATTRIBUTES = (
    "position",
    "version",
    "effective_on",
    "precision",
    "state",
    "role",
    "body",
    "person",
    "declaration",
    "basis",
    "data",
    "hash",
)
CASE_ATTRIBUTES = ("procedure", "opened_on", "ground", "diary_number", "state")
OTHER_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "document": ("kind", "title", "diary_number", "sha256", "source"),
    "meeting": ("type", "effective_on"),
    "decision": ("type", "effective_on"),
}


class Surroundings:
    """What the log itself does not say: what kind of actor a code stands for, and which facts are decisions."""

    def __init__(self, kind_of: Callable[[str], str], is_decision: Callable[[Envelope], bool]) -> None:
        self.kind_of = kind_of
        self.is_decision = is_decision


def write(path: Path, chosen: Selection, around: Surroundings) -> None:
    """Writes the file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        _Writer(file, chosen, around).write()


class _Writer:
    def __init__(self, file: TextIO, chosen: Selection, around: Surroundings) -> None:
        self._file, self._chosen, self._around = file, chosen, around
        self._event_types: set[str] = set()
        self._objects: dict[str, Data] = {}
        self._actors: dict[str, str] = {}

    def write(self) -> None:
        """Writes events first, since the objects and types are those that they touch."""
        self._file.write("{")
        self._array("events", map(self._event, self._chosen.events()))
        self._file.write(",\n")
        self._array("objects", self._all_objects())
        self._file.write(",\n")
        self._array("eventTypes", (_type(name, EVENT_ATTRIBUTES) for name in sorted(self._event_types)))
        self._file.write(",\n")
        self._array("objectTypes", self._object_types())
        self._file.write("}\n")

    def _array(self, name: str, items: Iterable[Data]) -> None:
        self._file.write(f'"{name}":[')
        for number, item in enumerate(items):
            self._file.write(("," if number else "") + "\n" + safe_json(json.dumps(item, ensure_ascii=False)))
        self._file.write("]")

    def _event(self, one: Chosen) -> Data:
        event = one.event
        self._event_types.add(event.type)
        values = {
            "position": str(event.position),
            "version": str(event.version),
            "effective_on": event.effective_on.isoformat(),
            "precision": event.precision,
            "state": event.state,
            "role": event.act_of.role,
            "body": event.act_of.body,
            "person": event.recorded_by.person,
            "declaration": event.declaration,
            "basis": "; ".join(event.basis),
            "data": in_canonical_json(event.data),
            "hash": hash_of(event),
        }
        return {
            "id": event.event_id,
            "type": event.type,
            "time": instant(event.recorded_at),
            "attributes": [{"name": name, "value": value} for name, value in values.items() if value is not None],
            "relationships": [_to(place, qualifier) for place, qualifier in self._touched(one)],
        }

    def _touched(self, one: Chosen) -> Iterator[tuple[str, str]]:
        event, opening = one
        yield _case(event.stream), "happened in"
        yield self._actor(opening.subject), "is about"
        yield self._actor(event.act_of.organisation), "is an act of"
        for document in event.documents:
            yield self._document(document, event), "refers to"
        fact = event.type.rpartition(".")[2]
        if fact in MEETINGS:
            yield self._own("meeting", event), "took place as"
        if self._around.is_decision(event):
            yield self._own("decision", event), "was made as"

    def _actor(self, code: str) -> str:
        place = f"actor:{code}"
        if place not in self._actors:
            self._actors[place] = self._around.kind_of(code)
        return place

    def _document(self, document: DocumentRef, event: Envelope) -> str:
        known = document.diary_number or document.sha256 or document.source
        # What nobody could find again by a number, a hash or an address is a document of this event alone.
        place = f"document:{document.kind}:{known or event.event_id + ':' + (document.title or '')}"
        values = {name: getattr(document, name) for name in OTHER_ATTRIBUTES["document"]}
        held = self._objects.setdefault(place, _object(place, "document", values))
        _join(held, _case(event.stream), "belongs to")
        return place

    def _own(self, kind: str, event: Envelope) -> str:
        place = f"{kind}:{event.event_id}"
        values = {"type": event.type, "effective_on": event.effective_on.isoformat()}
        made = self._objects.setdefault(place, _object(place, kind, values))
        _join(made, _case(event.stream), "belongs to")
        return place

    def _all_objects(self) -> Iterator[Data]:
        for trace in self._chosen.traces_again():
            yield self._case_object(trace)
        for place, kind in sorted(self._actors.items()):
            yield _object(place, kind, {"code": place.partition(":")[2]})
        for _, made in sorted(self._objects.items()):
            yield made

    def _case_object(self, trace: tuple[Chosen, ...]) -> Data:
        event, opening = trace[0]
        values = {
            "procedure": opening.procedure,
            "opened_on": event.effective_on.isoformat(),
            "ground": opening.ground,
            "diary_number": opening.diary_number,
        }
        made = _object(_case(event.stream), "case", values)
        _join(made, self._actor(opening.subject), "is about")
        state = None
        for event, _ in trace:
            if event.state != state:
                state = event.state
                made["attributes"].append({"name": "state", "value": state, "time": instant(event.recorded_at)})
            for link in event.links:
                # A link to a case that does not go out would lead nowhere.
                if self._chosen.has(link.case):
                    _join(made, _case(link.case), link.relation)
        return made

    def _object_types(self) -> Iterator[Data]:
        found = {"case": CASE_ATTRIBUTES, **dict.fromkeys(self._actors.values(), ("code",)), **OTHER_ATTRIBUTES}
        for name in sorted(found):
            yield _type(name, found[name])


def _case(case_id: str) -> str:
    return f"case:{case_id}"


def _type(name: str, attributes: Iterable[str]) -> Data:
    return {"name": name, "attributes": [{"name": one, "type": "string"} for one in attributes]}


def _object(place: str, kind: str, values: Mapping[str, str | None]) -> Data:
    attributes = [
        {"name": name, "value": value, "time": STANDING} for name, value in values.items() if value is not None
    ]
    return {"id": place, "type": kind, "attributes": attributes, "relationships": []}


def _to(place: str, qualifier: str) -> Data:
    return {"objectId": place, "qualifier": qualifier}


def _join(made: Data, place: str, qualifier: str) -> None:
    link = _to(place, qualifier)
    if link not in made["relationships"]:
        made["relationships"].append(link)
