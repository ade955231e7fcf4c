"""What is said of an answer from a server: that a replica gave it, and how far that has come, or that it is a part.

It is said on standard error, beside the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.messages import Words
    from store.database import Database
    from store.open_log import OpenLog

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_LONG = 2
"""From so many of a unit on an age is told in it."""


def replica_shape(database: Database) -> dict[str, object] | None:
    """Gives how a log's server follows another one; None where it follows none, or the log stands in a file."""
    from store.event_log import position_of
    from store.place import followed

    found = followed(database)
    if found is None:
        return None
    return {
        "state": found.state,
        "position": position_of(database),
        "pending_bytes": found.pending_bytes,
        "age_seconds": found.age_seconds,
        "primary": found.primary,
    }


def replica_text(words: Words, shape: Mapping[str, object]) -> str:
    """Gives that as a sentence of the language."""
    state = str(shape["state"]).replace("-", "_")
    text = words(f"upkeep.replica.{state}", position=shape["position"], pending=shape["pending_bytes"])
    seconds = shape["age_seconds"]
    if state == "current" or not isinstance(seconds, int):
        return text
    return f"{text} {words('upkeep.replica.newest', age=_age(words, seconds))}"


def tell_of_server(run: Invocation, opened: OpenLog) -> None:
    """Says on standard error that the answer comes from a replica, or is of some counties only, where it is so."""
    import click

    from cli.screen.safe_text import safe
    from store.place import seen_part

    if run.quiet or run.server_told:
        return
    run.server_told = True
    shape, part = replica_shape(opened.database), seen_part(opened.database)
    if shape is not None:
        click.echo(safe(replica_text(run.words, shape)), err=True)
    if part is not None:
        run.part_told = run.login_sees_part = True
        click.echo(safe(_part_text(run, part)), err=True)


def _part_text(run: Invocation, subjects: Sequence[str]) -> str:
    if not subjects:
        return run.words("upkeep.replica.part_none")
    named = {one.code: one.name.text(run.language) for one in run.wiring.directory.actors()}
    told = ", ".join(f"{named[code]} ({code})" if code in named else code for code in subjects)
    return run.words("upkeep.replica.part", subjects=told)


def _age(words: Words, seconds: int) -> str:
    for unit, length in (("days", _DAY), ("hours", _HOUR), ("minutes", _MINUTE)):
        if seconds >= _LONG * length:
            return words.count(f"upkeep.replica.{unit}", seconds // length)
    return words.count("upkeep.replica.seconds", seconds)
