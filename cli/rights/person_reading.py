"""What is known of the persons of a log: who they are, what each has recorded, and whether the key store is sound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine.envelope import canonical, decode
from engine.errors import OhjausError
from engine.personal import is_reference

if TYPE_CHECKING:
    from cli.rights.persons import Persons
    from cli.wiring import Record
    from engine.envelope import Envelope
    from store.personal.register import Broken, Person

REPLACED = "person_register.key_store_replaced"
_REFERENCES = re.compile(rb'"(p-[0-9a-f]{24})"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check of the key store found.

    `references` counts those in the log; `unknown` of them are neither kept nor erased, and `names` counts texts in the
    place of the recorder that are no references: names from before persons were protected. `lost` recorded something
    since the key store stands, so a row of each has to be in it: somebody took it away without erasing anybody.
    """

    protected: bool
    kept: int = 0
    erased: int = 0
    references: int = 0
    unknown: tuple[str, ...] = ()
    names: int = 0
    lost: tuple[str, ...] = ()
    broken: tuple[Broken, ...] = ()

    @property
    def missing(self) -> bool:
        """True when the log holds references and no key store stands where it belongs."""
        return bool(self.references) and not self.protected

    @property
    def ok(self) -> bool:
        """True when every row that was written is there as it was, and the key store if there are references."""
        return not self.broken and not self.lost and not self.missing


@dataclass(slots=True)
class Traces:
    """What a person has left in a log: events recorded, in which cases, when; `mentions` are in events of others."""

    events: int = 0
    mentions: int = 0
    cases: set[str] = field(default_factory=set)
    first_at: str | None = None
    last_at: str | None = None

    def add(self, event: Envelope) -> None:
        """Adds an event that the person recorded."""
        at = event.recorded_at.isoformat(timespec="seconds").replace("+00:00", "Z")
        self.events += 1
        self.cases.add(event.stream)
        self.first_at, self.last_at = self.first_at or at, at


def checked(record: Record) -> Checked:
    """Recomputes each commitment of the key store, and looks which references of the log it knows."""
    references, recorders, names = _in_log(record)
    persons = record.wiring.persons
    if not persons.protected:
        return Checked(protected=False, references=len(references), unknown=tuple(sorted(references)), names=names)
    with persons.register() as register:
        broken = register.check()
        erased = frozenset(register.erased())
        kept = register.references()
    return Checked(
        protected=True,
        kept=len(kept),
        erased=len(erased),
        references=len(references),
        unknown=tuple(sorted(references - kept - erased)),
        names=names,
        lost=tuple(sorted(recorders - kept - erased)),
        broken=broken,
    )


def names_sound(persons: Persons) -> dict[str, Any]:
    """Says whether every name that is kept is the one that its reference commits to; of a log's own soundness nothing.

    `ok` is null where no key store is there, or it cannot be used by whoever asks (`why`).
    """
    said: dict[str, Any] = {"protected": False, "kept": None, "broken": [], "why": None, "ok": None}
    try:
        said["protected"] = persons.protected
        if not persons.protected:
            return said
        with persons.register() as register:
            broken = register.check()
            said |= {"kept": len(register.references()), "broken": [one.reference for one in broken], "ok": not broken}
    except OhjausError as error:
        said["why"] = error.code
    return said


def traces_of(record: Record, texts: Iterable[str]) -> Traces:
    """Gives what somebody, known by these texts, has left in the cases that whoever asks sees."""
    wanted = frozenset(texts)
    quoted = [canonical(one) for one in wanted]
    found = Traces()
    for stored in _stored(record):
        if any(one in stored for one in quoted):
            event = decode(stored)
            if not record.veil.sees(event.stream):
                continue
            if event.recorded_by.person in wanted:
                found.add(event)
            elif any(one in stored for one in quoted if is_reference(one[1:-1].decode())):
                found.mentions += 1
    return found


def person_shape(person: Person) -> dict[str, Any]:
    """Gives a person as data."""
    return {
        "reference": person.reference,
        "person": person.about.person,
        "name": person.about.name,
        "identity": person.about.identity,
        "contact": person.about.contact,
        "created_at": person.created_at,
        "erased_at": None,
    }


def listed(record: Record) -> list[dict[str, Any]]:
    """Gives everybody of the key store whom whoever asks may be told of, and the references of who was erased."""
    told = told_of(record)
    with record.wiring.persons.register() as register:
        rows = [person_shape(person) for person in register.persons() if told(person.reference)]
        gone = {one: at for one, at in register.erased().items() if told(one)}
    empty = dict.fromkeys(("person", "name", "identity", "contact", "created_at"))
    return [*rows, *({"reference": one, **empty, "erased_at": at or None} for one, at in gone.items())]


def told_of(record: Record) -> Callable[[str], bool]:
    """Says of whom, by reference, whoever asks may be told: of everybody if they see every case.

    Who sees a part of the cases is told of themself, and of whoever stands in a case that they see.
    """
    veil = record.veil
    if veil.sees_all:
        return lambda _: True
    known = {record.wiring.who().person}
    for stored in _stored(record):
        found = {one.decode() for one in _REFERENCES.findall(stored)} - known
        if found and veil.sees(decode(stored).stream):
            known |= found
    return known.__contains__


def _in_log(record: Record) -> tuple[frozenset[str], frozenset[str], int]:
    """Gives every reference of a log, those that recorded something with this key store, and how many were names."""
    references: set[str] = set()
    recorders: set[str] = set()
    names: set[str] = set()
    for stored in _stored(record):
        references.update(one.decode() for one in _REFERENCES.findall(stored))
        event = decode(stored)
        person = event.recorded_by.person
        if event.type == REPLACED:
            # From here on another key store is asked, which knows nobody of before.
            recorders.clear()
        if is_reference(person):
            recorders.add(person)
        else:
            names.add(person)
    return frozenset(references), frozenset(recorders), len(names)


def _stored(record: Record) -> Iterator[bytes]:
    for batch in record.opened.log.stored():
        yield from (row[-1] for row in batch)
