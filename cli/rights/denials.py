"""Writing a denial into the security log: one line for each, and nothing else is left of what was denied."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from cli.frame.clocks import SystemClock
from cli.frame.interrupted import LOST, UNNOTED
from cli.rights.named import tell_names
from cli.rights.seeing import HIDDEN
from engine.errors import NotAuthorised, NotFound, OhjausError

if TYPE_CHECKING:
    from cli.wiring import Record

_TOLD = ("fact", "procedure", "role", "organisation", "for")
"""What of an error's particulars is written down: never anything of a case's content."""


UNTOLD = "…"
"""Stands in a denial where a case would be named that is hidden from whoever was denied."""
_MEANT = "case_meant"
"""Keeps, among a denial's particulars, which case was not told: what is rehearsed on a copy is noted in the log too."""
CASE_HIDDEN = "case-hidden"
"""The code under which it is written down that somebody asked for a case that is not for them."""


def note_denied(record: Record, error: NotAuthorised | NotFound) -> None:
    """Writes that something was denied; where nothing can be written the denial stands all the same, and that is told.

    Of what is simply not there nothing is written; whoever asks for a case that is hidden from them is told the same.

    Raises:
        Fault: the server was lost, and a hidden case is not to be told from one that is not there by what is said of
            it: so neither answer is given, until it can be written who asked.
    """
    if isinstance(error, NotFound) and not error.details.get(HIDDEN):
        return
    from store.security_log import Entry, note, note_in

    known, wiring = error.details, record.wiring
    try:
        who = wiring.persons.written(wiring.who_was())
        person, identity = who.person, who.identity
    except OhjausError:
        # Who it is could not be established, which may be why it was denied.
        person, identity = str(known.get("person") or "unknown"), str(known.get("identity") or "unknown")
    about = {**known, "case": known.get(_MEANT, known.get("case"))}
    entry = Entry(
        # The machine's own time: whoever gives another one (--now) does not date what is noted of them.
        at=SystemClock().now(),
        person=person,
        identity=identity,
        kind="denied",
        what=record.shown.command or "ohjaus",
        about=next((str(about[name]) for name in ("case", "subject") if about.get(name) is not None), None),
        code=CASE_HIDDEN if isinstance(error, NotFound) else error.code,
        details={name: str(known[name]) for name in _TOLD if known.get(name) is not None},
    )
    _as_told(record, error)
    try:
        if record.opened.database.read_only:
            note(record.path, entry)
        else:
            note_in(record.opened.database, entry)
    except OhjausError as fault:
        if isinstance(error, NotAuthorised):
            error.details = {**error.details, UNNOTED: fault}
        elif fault.code in (*LOST, "log-busy"):
            raise


def _as_told(record: Record, error: OhjausError) -> None:
    """Says to a person the name in place of a reference, where it is known, and no case that is hidden from them."""
    case_id = error.details.get("case")
    if isinstance(error, NotAuthorised) and isinstance(case_id, str) and not _sees(record, case_id):
        error.message = error.message.replace(case_id, UNTOLD)
        error.details = {_MEANT: case_id, **error.details, "case": UNTOLD, "where": UNTOLD}
    # A reference does for a name while names cannot be read.
    with suppress(OhjausError):
        _with_names(record, error)


def _sees(record: Record, case_id: str) -> bool:
    try:
        return record.veil.sees(case_id)
    except OhjausError:
        return False


def _with_names(record: Record, error: OhjausError) -> None:
    tell_names(error, record.wiring.persons.name_of)
    person = error.details.get("person")
    name = record.wiring.persons.name_of(person) if isinstance(person, str) else None
    if name is not None:
        error.message = error.message.replace(str(person), name)
        error.details = {**error.details, "person": name}
