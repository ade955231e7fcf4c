"""Writing down in the security log that secret parts are shown: once for a command and a case, before they are shown.

What cannot be written down is not shown: on read-only media the parts stay veiled. While rights are off the owner of
the log reads it without a note; what is given out with its secret parts is noted always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.frame.clocks import SystemClock
from engine.errors import OhjausError

if TYPE_CHECKING:
    from cli.rights.veil import Noted
    from cli.wiring import Record
    from engine.rights import Grant
    from store.security_log import Kind


def noting(record: Record) -> Noted:
    """Gives what writes a note about a case whose secret parts are about to be shown; False says that it could not."""
    given_out = record.shown.given_out

    def noted(case_id: str, grant: Grant | None) -> bool:
        if grant is None and not given_out:
            return True
        try:
            _note(record, "secret-export" if given_out else "secret-read", case_id, grant)
        except OhjausError:
            return False
        return True

    return noted


def _note(record: Record, kind: Kind, case_id: str, grant: Grant | None) -> None:
    from store.security_log import Entry, note

    who = record.wiring.persons.written(record.wiring.who())
    entry = Entry(
        # The machine's own time: whoever gives another one (--now) does not date what is noted of them.
        at=SystemClock().now(),
        person=who.person,
        identity=who.identity,
        kind=kind,
        what=record.shown.command,
        about=case_id,
        grant=None if grant is None else grant.grant_id,
    )
    note(record.path, entry)
