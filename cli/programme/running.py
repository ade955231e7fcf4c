"""The case of the programme: the one that runs, for what is recorded; the newest as of a moment, for what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cli.frame.part import sight_of
from engine.errors import NotFound, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.case import Case
    from engine.ports import CaseSummary
    from engine.request import AsOf
    from engine.table import Table

PROGRAMME: Final = "reform_programme"
STATE: Final = "FI"


def running_programme(record: Record) -> str:
    """Gives the id of the programme's open case.

    Raises:
        Refused: `programme-not-begun`, there is none: a programme begins with its proposal, a document.
        NotFound: `programme-hidden`, who asks sees a part of the log, and no programme in it.
    """
    found = next((one.case_id for one in _cases(record) if one.closed_on is None), None)
    if found is None and is_hidden(record, STATE, PROGRAMME):
        raise NotFound(
            "programme-hidden",
            "No programme of the reform is shown to you: you see only a part of the log, and the programme is a case "
            "of the whole state.",
            try_next="ohjaus case list",
        )
    if found is None:
        raise Refused(
            "programme-not-begun",
            "No programme of the reform is open: it begins with its proposal.",
            try_next=f"ohjaus case start {PROGRAMME} --subject {STATE} --on DATE --doc development_proposal=DIARY",
        )
    return found


def is_hidden(record: Record, subject: str, procedure: str) -> bool:
    """Tells whether there may be cases of a procedure about a subject that are not shown to whoever asks."""
    declared = record.wiring.declarations.versions(procedure)[-1].procedure
    return sight_of(record).hides(subject, procedure, declared.parties_of(subject))


def programme_as_of(run: Invocation, record: Record) -> tuple[Table, Case] | None:
    """Gives the programme that was newest as of the moment asked for; None when there was none."""
    return next((known for one in _cases(record) if (known := _known(record, one.case_id, run.as_of))), None)


def cases_as_of_now(run: Invocation, record: Record, procedure: str) -> Iterator[tuple[Table, Case]]:
    """Yields the cases of a procedure that were there as of the moment asked for, the oldest first."""
    for one in record.index.cases_in(procedure):
        known = _known(record, one.case_id, run.as_of)
        if known is not None:
            yield known


def _cases(record: Record) -> list[CaseSummary]:
    """Gives the programme's cases: an open one before those that ended, the newest first."""
    found = record.index.cases_of(STATE, PROGRAMME)
    return sorted(found, key=lambda one: (one.closed_on is None, one.opened_on, one.case_id), reverse=True)


def _known(record: Record, case_id: str, as_of: AsOf) -> tuple[Table, Case] | None:
    try:
        return record.registrar.load(case_id, as_of)
    except NotFound:
        return None
