"""Whoever takes a whole log away from a server takes what is secret in it: a copy and a backup hold every case in full.

Once rights are on, that is for whoever may read the secrets of every procedure, and for a scheduler, which a timer's
login is; it is noted in the security log before anything is taken. A log in a file belongs to whoever can read the
file, and nothing here would keep them from copying it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import OhjausError, Refused
from engine.rights import OF_COUNTIES, SCHEDULER
from store.place import Place, Server

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.rights import Access, Grant


def ensure_seen_whole(run: Invocation, place: Place, stated: str) -> None:
    """Makes sure that whoever runs the command may take a log on a server away; `stated` is how it was named.

    Raises:
        Refused: `part-only`, some cases are hidden from them; `secrets-in-whole`, what is secret in them is.
    """
    if not isinstance(place, Server):
        return
    over = over_another(run, place, stated)
    with over.record() as record:
        if not record.veil.sees_all:
            raise _part_only(run, record)
        taking(over, record)


def note_taken(run: Invocation, place: Place, stated: str) -> None:
    """Notes in the security log, once rights are on, that somebody takes a log on a server away, with its secrets.

    Raises:
        Refused: `taking-not-noted`, as on a replica, and so nothing may be taken; else as `ensure_seen_whole`.
    """
    if not isinstance(place, Server):
        return
    over = over_another(run, place, stated)
    with over.record() as record:
        access = record.access()
        grant = taking(over, record)
        if access.unrestricted:
            return
        try:
            _note(record, grant)
        except OhjausError as error:
            raise Refused(
                "taking-not-noted",
                "That the whole log is taken away, with what is secret in it, could not be noted in the security log, "
                f"so it was not taken: {error.message}",
                try_next=over.command("db", "check"),
                details={"why": error.code},
            ) from error


def taking(run: Invocation, record: Record) -> Grant | None:
    """Gives the right by which a person may take the whole log away; None while rights are off.

    What another one lends counts where it is taken in that one's name (`--for`), and never opens what is secret.

    Raises:
        Refused: `secrets-in-whole`.
    """
    from cli.rights.of_nobody import access_of_the_living

    access = access_of_the_living(record)
    if access.unrestricted:
        return None
    stated = run.given.get("for")
    principal = None if stated is None else record.wiring.persons.known(str(stated)) or str(stated)
    for one in access.grants:
        if one.person in (access.person, principal) and _takes(access, one):
            return one
    raise Refused(
        "secrets-in-whole",
        "The whole log holds what is secret in every case, and no right of yours opens all of that. A right "
        "log_auditor or scheduler, or one of every procedure and organisation that reads secrets, lets somebody take "
        "it away; exports leave the secret parts out.",
        basis=("906/2019 16 §",),
        try_next=run.command("grant", "list", "--role", "log_auditor"),
    )


def over_another(run: Invocation, place: Server, stated: str) -> Invocation:
    """Gives the same invocation over another log, in which whoever runs it may be somebody else."""
    if place == run.wiring.path:
        return run
    other = type(run)({})
    other.given = {**run.given, "db": stated}
    other.command_path = run.command_path
    return other


def _takes(access: Access, one: Grant) -> bool:
    """Says whether a right opens every secret, or is a scheduler's of every procedure."""
    from dataclasses import replace

    if one.role == SCHEDULER:
        return one.procedure is None
    return replace(access, grants=(one,)).reading_secret(procedure="", parties=()) is not None


def _note(record: Record, grant: Grant | None) -> None:
    from cli.frame.clocks import SystemClock
    from store.security_log import Entry, note

    who = record.wiring.persons.written(record.wiring.who())
    entry = Entry(
        # The machine's own time: whoever gives another one (--now) does not date what is noted of them.
        at=SystemClock().now(),
        person=who.person,
        identity=who.identity,
        kind="secret-export",
        what=record.shown.command,
        grant=None if grant is None else grant.grant_id,
        details={"whole_log_to": str(record.log.head().position)},
    )
    note(record.path, entry)


def _part_only(run: Invocation, record: Record) -> Refused:
    named = ", ".join(sorted({_of(one) for one in record.access().grants})) or "–"
    return Refused(
        "part-only",
        f"You see only the cases of {named}; this needs the whole log, which an auditor can read.",
        try_next=run.command("grant", "list", "--mine"),
        details={"subjects": named},
    )


def _of(grant: Grant) -> str:
    if grant.role in OF_COUNTIES and grant.organisation is not None:
        return grant.organisation
    return grant.procedure or grant.role
