"""Erasing a person: first the record of it, then the key and the name, for good.

In that order, so that nobody is ever erased without a trace. Cut off in between, the next command that opens the log
finds in the record whose key was to be destroyed, and destroys it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from cli.rights.asking import ensure_covered
from cli.rights.persons import REGISTER, Erasure, erasures, refuse_missing
from engine.assess import Act
from engine.errors import NotFound, OhjausError, Refused
from engine.personal import is_reference
from engine.several import Step, free_id

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.envelope import Envelope
    from engine.table import Table
    from store.personal.register import Person

STATE: Final = "FI"
BEGUN: Final = "register_begun"
ERASING: Final = "person_erased"
GROUNDS: Final = ("not_necessary", "consent_withdrawn", "objected", "unlawful", "legal_obligation")
"""The grounds of art. 17(1)(a)–(e) of the regulation, as the procedure names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked: whom to erase, on which ground, why, on which day."""

    ground: str
    reason: str
    on: date
    command_id: str | None = None


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of it: the reference, where it was recorded (None: in a rehearsal), and whether it was so before."""

    reference: str
    at: str | None
    position: int | None
    before: bool


def person_of(record: Record, stated: str, *, shown: bool = False) -> Person:
    """Gives the person of the key store whom a name or a reference means.

    With `shown` only who may be told of; other names are never proposed in the place of one that is not known.

    Raises:
        Refused: `persons-unprotected`, `persons-missing`.
        NotFound: `person-not-kept`; the nearest names are named.
        InputRejected: `person-ambiguous`.
    """
    from difflib import get_close_matches

    from cli.rights.person_reading import told_of
    from store.personal.register import not_kept

    persons = record.wiring.persons
    if not persons.protected:
        refuse_missing(record.opened)
        raise unprotected()
    with persons.register() as register:
        told = told_of(record)
        reference = register.typed(stated)
        found = None if reference is None or (shown and not told(reference)) else register.find(reference)
        if found is not None:
            return found
        names = sorted({one.name for one in register.persons() if told(one.reference)})
    raise not_kept(stated, nearest=tuple(get_close_matches(stated, names, n=3, cutoff=0.6)))


def erased_before(record: Record, stated: str) -> Erased | None:
    """Gives the earlier erasure that a reference means, None when there is none."""
    if not is_reference(stated):
        return None
    return next((_told(one) for one in erasures(record.opened) if one.reference == stated), None)


def whom_to_erase(record: Record, stated: str, command_id: str | None) -> Person | Erased:
    """Gives the person whom a name or a reference means, or the erasure that was recorded before.

    Once somebody is erased the name leads nowhere: whoever gives the same command again is known by its id alone.

    Raises:
        Refused: `persons-unprotected`, `persons-missing`.
        NotFound: `person-not-kept`.
        InputRejected: `person-ambiguous`.
    """
    before = erased_before(record, stated)
    if before is not None:
        return before
    try:
        return person_of(record, stated)
    except NotFound:
        recorded = () if command_id is None else record.log.of_command(command_id)
        positions = {event.position for event in recorded}
        done = next((_told(one) for one in erasures(record.opened) if one.position in positions), None)
        if done is None:
            raise
        return done


def _told(one: Erasure) -> Erased:
    return Erased(one.reference, one.at, one.position, before=True)


def ensure_may_erase(run: Invocation, record: Record, person: Person, wish: Wish) -> None:
    """Makes sure, before a question, that a right covers the record of an erasure.

    Raises:
        NotAuthorised: none does.
    """
    ensure_covered(run, record, _steps(run, record, ERASING, _data(person, wish), wish.on), wish.command_id)


def erase(run: Invocation, record: Record, person: Person, wish: Wish) -> Erased:
    """Records that a person is erased, and then destroys the key and everything that is kept of the person.

    Raises:
        Refused: a condition is unmet.
        Conflict: someone else recorded in the register meanwhile.
    """
    event = record_in_register(run, record, ERASING, _data(person, wish), on=wish.on, command_id=wish.command_id)
    if run.dry_run:
        return Erased(person.reference, None, None, before=False)
    at = event.recorded_at.isoformat(timespec="seconds")
    persons = record.wiring.persons
    with persons.register() as register:
        register.erase({person.reference: at})
    persons.forget()
    return Erased(person.reference, at, event.position, before=False)


def _data(person: Person, wish: Wish) -> dict[str, str]:
    return {"reference": person.reference, "ground": wish.ground, "reason": wish.reason}


def record_in_register(
    run: Invocation,
    record: Record,
    fact: str,
    data: Mapping[str, Any],
    *,
    on: date,
    command_id: str | None = None,
) -> Envelope:
    """Records a fact in the log's register of persons, which is opened with it where none is open, and gives its event.

    Raises:
        Refused: a condition is unmet.
        Conflict: someone else recorded there meanwhile, or the command id was used for something else.
    """
    request = run.request(command_id)
    steps = list(_steps(run, record, fact, data, on))
    recorded = record.registrar.record_all(steps, request)
    return next(event for one in recorded for event in one.events if event.type == f"{REGISTER}.{fact}")


def _steps(run: Invocation, record: Record, fact: str, data: Mapping[str, Any], on: date) -> Iterator[Step]:
    role = run.settings.get("as").value
    table = run.wiring.declarations.in_force(REGISTER, on)
    role = role if role in {one.id for one in table.procedure.roles} else None
    opened = record.opened.index.cases_of(STATE, REGISTER)
    case_id = next((case.case_id for case in opened if case.closed_on is None), None)
    if case_id is None:
        act = _beginning(run, record, table, on, role)
        assert act.opening is not None  # noqa: S101 - it is what the case is opened with
        case_id = free_id(act.opening, on, (), record.log.version)
        yield Step(REGISTER, act, case_id=case_id)
    if fact != BEGUN:
        yield Step(case_id, Act(fact=fact, on=on, data=dict(data), role=role))


def _beginning(run: Invocation, record: Record, table: Table, on: date, role: str | None) -> Act:
    from cli.case.recording import Start, opening_move, opening_of

    asked = Start(REGISTER, STATE, BEGUN, None, None, ())
    opening = opening_of(run, table, opening_move(table, BEGUN), asked, on)
    first = next(record.log.read(limit=1), None)
    named = first is not None and not is_reference(first.recorded_by.person)
    return Act(fact=BEGUN, on=on, data={"earlier_names": named}, role=role, opening=opening)


def unprotected() -> OhjausError:
    """Gives the refusal on a log that holds names as they are."""
    return Refused(
        "persons-unprotected",
        "This log does not protect its persons: the names in it are part of what is sealed and cannot be taken away.",
        try_next="ohjaus person protect",
    )
