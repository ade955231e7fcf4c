"""Noting in the security log that a login was passed over, on a log with rights."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from cli.frame.clocks import SystemClock
from engine.errors import OhjausError

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record


def note_passed_over(run: Invocation, record: Record, problem: OhjausError) -> None:
    """Notes whose login did not count and why; nothing of the token. Where nothing can be written, nothing is."""
    from store.security_log import Entry, note, note_in

    with suppress(OhjausError):
        if record.grants.enabled() is None:
            return
        who = record.wiring.persons.written(run.reader)
        entry = Entry(
            # The machine's own time: whoever gives another one (--now) does not date what is noted of them.
            at=SystemClock().now(),
            person=who.person,
            identity=who.identity,
            kind="identity",
            what=run.command_path or "ohjaus",
            code=problem.code,
        )
        if record.opened.database.read_only:
            note(record.path, entry)
        else:
            note_in(record.opened.database, entry)
