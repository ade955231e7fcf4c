"""Separation of duties: acts of one case that the same person may not record, by a table beside the declarations.

It looks at persons and not at roles: whoever proposed in one role does not approve in another, nor through somebody
who acts for them. The table stands in `procedures/access_rights/duties.toml`; ADR 0022 says when it binds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from engine.case import Case
from engine.correction_reading import CLERICAL, DECIDED_ANEW, root_version
from engine.envelope import Envelope, RecordedBy
from engine.law import Basis, Label

_WITH_VALUES = tuple(type_.partition(".")[2] for type_ in (CLERICAL, DECIDED_ANEW))
"""The facts by which an act gets another content."""


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
    """A duty that would be broken, the earlier event by which it would be, and whom of those taking part it binds."""

    duty: Duty
    earlier: Envelope
    person: str


Duties = tuple[Duty, ...]


def breached(
    duties: Iterable[Duty],
    procedure: str,
    fact: str,
    case: Case | None,
    persons: Collection[str],
    *,
    supersedes: object = None,
) -> Breach | None:
    """Gives the first duty that these persons would break by recording a fact in a case, or None.

    The whole history counts, what was corrected since as well: who has taken part has taken part. A correction counts
    as the act that it gives another content, `supersedes` being the version that it names.
    """
    if case is None:
        return None
    if fact in _WITH_VALUES and isinstance(supersedes, int):
        fact = _fact_of(case, supersedes) or fact
    for duty in duties:
        if (duty.procedure, duty.fact) != (procedure, fact):
            continue
        for event in case.events:
            if _acted_on(case, event) not in duty.apart_from:
                continue
            before = set(persons_of(event))
            bound = next((person for person in persons if _same(person) in before), None)
            if bound is not None:
                return Breach(duty, event, bound)
    return None


def _acted_on(case: Case, event: Envelope) -> str:
    """Gives the fact of an event; of a correction that of the act to which it gave another content."""
    fact = event.type.partition(".")[2]
    return _fact_of(case, root_version(event)) or fact if fact in _WITH_VALUES else fact


def _fact_of(case: Case, version: int) -> str | None:
    named = next((event for event in case.events if event.version == version), None)
    if named is None:
        return None
    root = next((event for event in case.events if event.version == root_version(named)), named)
    return root.type.partition(".")[2]


def persons_of(event: Envelope) -> Iterator[str]:
    """Yields who has taken part in an event: who recorded it, for whom, and who looked at a correction."""
    yield from (_same(person) for person in taking_part(event.recorded_by, event.acting_for))
    second = event.data.get("second_person")
    if event.type.partition(".")[2] in _WITH_VALUES and isinstance(second, str):
        yield _same(second)


def taking_part(recorded_by: RecordedBy, acting_for: str | None) -> tuple[str, ...]:
    """Gives the persons that take part in what is recorded."""
    return (recorded_by.person, acting_for) if acting_for else (recorded_by.person,)


def same_person(one: str, other: str) -> bool:
    """Says whether two references mean the same person."""
    return _same(one) == _same(other)


def _same(person: str) -> str:
    return person.strip().casefold()
