"""A right as it is shown: as data for a script, and in a few words for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.rights.of_nobody import is_of_nobody
from cli.rights.persons import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.rights import Grant


def shape(run: Invocation, one: Grant) -> dict[str, Any]:
    """Gives a right in the shape of the contract."""
    return {
        "grant": one.grant_id,
        "person": one.person,
        "person_name": name_of(run, one.person),
        "role": one.role,
        "organisation": one.organisation,
        "procedure": one.procedure,
        "valid_from": one.valid_from.isoformat(),
        "valid_until": one.valid_until.isoformat() if one.valid_until else None,
        "may_delegate": one.may_delegate,
        "reads_secret": one.reads_secret,
        "principal": one.principal,
        "principal_name": name_of(run, one.principal) if one.principal else None,
        "of_nobody": is_of_nobody(run.wiring.persons, one),
    }


def name_of(run: Invocation, person: str) -> str | None:
    """Gives what to call a person; whoever runs the command knows themself where no names may be read."""
    name, persons = run.wiring.persons.name_of(person), run.wiring.persons
    if name is None and not persons.is_erased(person) and person == run.reader.person:
        return run.identified.person
    return name


def is_shown(run: Invocation, record: Record, one: Grant) -> bool:
    """Says whether a right is shown to whoever runs the command: their own, one to act for them, and what they see.

    A right is a case like others (`docs/rights.md`): the state's, so that a county's people see none but their own. A
    server hides its events from a county's reader, and not the table of rights.
    """
    if run.reader.person in (one.person, one.principal):
        return True
    return record.veil.sees(one.grant_id) and bool(record.log.stream(one.grant_id))


def holder_of(run: Invocation, one: Mapping[str, Any]) -> str:
    """Gives who holds a right, by name where that is known; of a reference, why it is one."""
    return str(one["person_name"] or called(run, str(one["person"])))


def principal_of(one: Mapping[str, Any]) -> str:
    """Gives for whom a right lets its holder act, by name where that is known."""
    return str(one["principal_name"] or one["principal"])


def described(run: Invocation, one: dict[str, Any]) -> str:
    """Gives a right in a few words."""
    words = run.words
    parts: Iterable[str | None] = (
        one["role"],
        words("rights.of", organisation=one["organisation"]) if one["organisation"] else None,
        words("rights.in", procedure=one["procedure"]) if one["procedure"] else None,
        words("rights.for_person", person=principal_of(one)) if one["principal"] else None,
        f"{one['valid_from']} – {one['valid_until'] or ''}".strip(),
        words("rights.delegable") if one["may_delegate"] else None,
        words("rights.secret") if one["reads_secret"] else None,
    )
    return ", ".join(part for part in parts if part)
