"""From what a person writes to the case, subject, procedure or state that is meant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from engine.case import Case
from engine.errors import NotFound, OhjausError
from engine.request import NOW, AsOf
from engine.table import Table

if TYPE_CHECKING:
    from cli.wiring import Record, Wiring


def load(record: Record, reference: str, as_of: AsOf = NOW) -> tuple[Table, Case]:
    """Gives the case that is meant, written in small or capital letters.

    Raises:
        NotFound: there is none; the nearest ids are named.
    """
    try:
        return record.registrar.load(written(reference), as_of)
    except NotFound as error:
        if error.code != "case-unknown":
            raise
        near = _nearest(record, written(reference))
        raise NotFound(
            "case-unknown",
            error.message,
            nearest=near,
            try_next=f"ohjaus case show {near[0]}" if near else "ohjaus case list",
            details=error.details,
        ) from error


def written(reference: str) -> str:
    """Gives a case id as ids are written: in small letters, without spaces around."""
    return reference.strip().lower()


def _nearest(record: Record, reference: str) -> tuple[str, ...]:
    try:
        known = [row.case_id for row in record.queries.case_list()]
    except OhjausError:  # the projections cannot answer now; the case is unknown all the same
        return ()
    return tuple(get_close_matches(reference, known, n=3, cutoff=0.6))


def subject_code(wiring: Wiring, reference: str | None, on: date | None = None) -> str | None:
    """Gives the code of the subject that is meant; None for None.

    Raises:
        NotFound: nobody is known by it.
    """
    return wiring.directory.resolve(reference, on).code if reference is not None else None


def procedure_id(wiring: Wiring, reference: str) -> str:
    """Gives the id of the procedure that is meant: its id, with hyphens or not, or its name in one of the languages.

    Raises:
        NotFound: there is none.
    """
    sought = reference.strip().lower().replace("-", "_")
    if sought in wiring.declarations.names:
        # A name is looked for in every declaration, and to load them all takes longer than most commands.
        return sought
    for table in wiring.declarations.all():
        label = table.procedure.label
        if reference.strip().casefold() in (label.fi.casefold(), label.sv.casefold(), label.en.casefold()):
            return table.procedure.id
    wiring.declarations.versions(sought)
    return sought


def ensure_state(tables: Iterable[Table], state: str) -> None:
    """Makes sure that some declaration has a state of that name.

    Raises:
        NotFound: none has.
    """
    known = {name for table in tables for name in table.states}
    if state in known:
        return
    near = tuple(get_close_matches(state, sorted(known), n=3, cutoff=0.4))
    raise NotFound(
        "state-unknown",
        f"No procedure has a state called {state!r}.",
        nearest=near,
        try_next="ohjaus procedure list",
        details={"state": state},
    )
