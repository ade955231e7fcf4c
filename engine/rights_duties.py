"""Separation of duties: acts of one case that the same person may not record, by a table beside the declarations.

It looks at persons and not at roles: whoever proposed in one role does not approve in another, nor through somebody
who acts for them. The table stands in `procedures/access_rights/duties.toml`; ADR 0022 says when it binds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from engine.case import Case
from engine.envelope import Envelope, RecordedBy
from engine.law import Basis, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """That `fact` is not recorded by who recorded one of `apart_from` in the same case; `why` says it in a sentence."""

    procedure: str
    fact: str
    apart_from: tuple[str, ...]
    why: Label
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Breach:
    """A duty that would be broken, and the earlier event by which it would be."""

    duty: Duty
    earlier: Envelope


Duties = tuple[Duty, ...]


def breached(
    duties: Iterable[Duty], procedure: str, fact: str, case: Case | None, persons: Collection[str]
) -> Breach | None:
    """Gives the first duty that these persons would break by recording a fact in a case, or None.

    The whole history counts, what was corrected since as well: who has taken part has taken part.
    """
    known = {_same(person) for person in persons}
    for duty in duties:
        if (duty.procedure, duty.fact) != (procedure, fact) or case is None:
            continue
        for event in case.events:
            if event.type.partition(".")[2] in duty.apart_from and known & set(persons_of(event)):
                return Breach(duty, event)
    return None


def persons_of(event: Envelope) -> Iterator[str]:
    """Yields who has taken part in an event: who recorded it, and for whom."""
    yield from (_same(person) for person in taking_part(event.recorded_by, event.acting_for))


def taking_part(recorded_by: RecordedBy, acting_for: str | None) -> tuple[str, ...]:
    """Gives the persons that take part in what is recorded."""
    return (recorded_by.person, acting_for) if acting_for else (recorded_by.person,)


def same_person(one: str, other: str) -> bool:
    """Says whether two references mean the same person."""
    return _same(one) == _same(other)


def _same(person: str) -> str:
    return person.strip().casefold()
