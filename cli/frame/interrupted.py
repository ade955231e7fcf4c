"""A server that was lost in the middle of a command: what may have been stored by then, and the command to give again.

Whoever only reads is told nothing of storing. Whoever records is given the very command, with the id under which it was
given: whatever became of it, under that id nothing is recorded twice.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cli.messages import Words
from engine.errors import Fault, OhjausError

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

PERHAPS_STORED: Final = "perhaps-stored"
LOST: Final = ("connection-lost", "server-silent", "server-refused", "server-full", "no-primary", "replica-conflict")
"""Codes of faults after which the same command may well succeed: nothing is wrong with what was asked."""

UNNOTED: Final = "unnoted"
"""Keeps, among a denial's particulars, why it could not be written into the security log (`cli.rights.denials`)."""

_GIVEN_AGAIN: Final = (PERHAPS_STORED, *LOST)
_BY_ID: Final = "--command-id"
_OF_NAMES: Final = "names"
"""Marks that names were asked for by a login that may not read them (`store.personal.server`)."""


class WordsOf(Words):
    """The texts of one invocation: of what was stored they say what is so of its command."""

    def __init__(self, invocation: Invocation, words: Words) -> None:
        """Takes the invocation, and the texts of its language."""
        super().__init__(words.language)
        self._invocation = invocation

    def error(self, error: OhjausError) -> str:
        """Gives the sentence of an error: to a reader nothing of storing, to whoever records whether anything was."""
        told = self("failure.names_withheld") if error.details.get(_OF_NAMES) else super().error(error)
        if self._invocation.verb is None:
            return told
        if not self._invocation.verb.writes:
            return _to_a_reader(told, self("failure.nothing_stored"))
        if error.code in LOST and _records_by_id(self._invocation):
            return f"{told} {self('failure.nothing_stored')}."
        return told


def as_it_ended(error: OhjausError, invocation: Invocation) -> OhjausError:
    """Gives the fault as it is to be told: a server that is lost after something was recorded did not undo that."""
    if error.code not in LOST or invocation.recorded is None:
        return error
    return Fault(
        PERHAPS_STORED,
        "The server was lost before the answer was given: what was to be recorded may have been stored. Give the same "
        "command again, under the same command id: what was recorded is found, and nothing is recorded twice.",
        details={**error.details, "command_id": invocation.recorded, "fault": error.code},
    )


def again(error: OhjausError, invocation: Invocation) -> str | None:
    """Gives the command to paste: what was typed, with the id under which it was given; None where that is no help."""
    if error.code not in _GIVEN_AGAIN or invocation.verb is None or not invocation.typed:
        return None
    words = list(_as_shown(invocation.typed))
    command_id = error.details.get("command_id")
    # Whoever gave an id of their own has typed it already.
    typed = any(word.partition("=")[0] == _BY_ID for word in words)
    if command_id is not None and not typed and _records_by_id(invocation):
        at = words.index("--") if "--" in words else len(words)
        words[at:at] = [_BY_ID, str(command_id)]
    return shlex.join(["ohjaus", *words])


def _records_by_id(invocation: Invocation) -> bool:
    verb = invocation.verb
    return verb is not None and verb.writes and any(_BY_ID in one.opts for one in verb.params)


def _as_shown(typed: tuple[str, ...]) -> Iterator[str]:
    """Yields what was typed, each address without what is secret in it."""
    from store.postgres.address import is_server, told

    for word in typed:
        option, equals, value = word.partition("=")
        if equals and option.startswith("--") and is_server(value):
            yield f"{option}={told(value)}"
        else:
            yield told(word) if is_server(word) else word


def _to_a_reader(told: str, claim: str) -> str:
    """Gives a sentence without the claim that nothing was stored, which nobody who reads has asked about."""
    kept = re.sub(rf" *{re.escape(claim)}\.", "", told)
    return re.sub(rf"{re.escape(claim)}[;:,] (\w)", lambda found: str(found[1]).upper(), kept).strip()
