"""Whoever takes a whole log away from a server sees all of it: a copy and a backup hold every case, secrets too.

A log in a file belongs to whoever can read the file, and nothing here would keep them from copying it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import Refused
from engine.rights import OF_COUNTIES
from store.place import Place, Server

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.rights import Grant


def ensure_seen_whole(run: Invocation, place: Place, stated: str) -> None:
    """Makes sure that whoever runs the command may see every case of a log on a server; `stated` is how it was named.

    Raises:
        Refused: `part-only`.
    """
    if not isinstance(place, Server):
        return
    with _over(run, place, stated).record() as record:
        if record.veil.sees_all:
            return
        named = ", ".join(sorted({_of(one) for one in record.access().grants})) or "–"
    raise Refused(
        "part-only",
        f"You see only the cases of {named}; this needs the whole log, which an auditor can read.",
        try_next=run.command("grant", "list", "--mine"),
        details={"subjects": named},
    )


def _over(run: Invocation, place: Server, stated: str) -> Invocation:
    """Gives the same invocation over another log, in which whoever runs it may be somebody else."""
    if place == run.wiring.path:
        return run
    other = type(run)({})
    other.given = {**run.given, "db": stated}
    other.command_path = run.command_path
    return other


def _of(grant: Grant) -> str:
    if grant.role in OF_COUNTIES and grant.organisation is not None:
        return grant.organisation
    return grant.procedure or grant.role
