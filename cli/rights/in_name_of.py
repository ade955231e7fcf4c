"""In whose name a command that is proposed would record: what was said of that goes along when it is pasted.

Whoever records for another and is told what is missing would otherwise record in their own right. It goes along with
what records an act of a procedure, and with `case next`, whose answer is such commands; whatever else reads, and what
the clock or the keeping of the log is about, is nobody's act.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_NAMING = {"for": "--for", "as": "--as"}
_PROPOSES_ACTS = ("case", "next")


def naming(words: Sequence[str], given: Mapping[str, object]) -> tuple[str, ...]:
    """Gives the options, of those given on the command line, that belong to a command of these words (no `ohjaus`)."""
    said = [(option, given[name]) for name, option in _NAMING.items() if given.get(name) is not None]
    # Nothing of a noun is loaded for the many to whom this is nothing.
    if not said or not _records_acts(words):
        return ()
    return tuple(str(part) for option, value in said if option not in words for part in (option, value))


def ensure_for_nobody(run: Invocation, why: str = "rights.for_reads") -> None:
    """Makes sure that nothing is asked for in another's name where that changes nothing; `why` names the text.

    A list would show what this person sees all the same, and the clock and an import decide nothing for anybody.

    Raises:
        UsageError: `--for` was given.
    """
    if run.given.get("for") is not None:
        from click import UsageError, get_current_context

        raise UsageError(run.words(why), get_current_context())


def _records_acts(words: Sequence[str]) -> bool:
    from cli.nouns import NOUNS, STAFF

    verb = tuple(words[:2])
    entry = NOUNS.get(verb[0]) if verb else None
    if entry is None or entry.audience is not STAFF or "--help" in words:
        return False
    if verb == _PROPOSES_ACTS:
        return True
    commands = getattr(getattr(import_module(entry.module), entry.attribute), "commands", {})
    return bool(getattr(commands.get(verb[-1]), "writes", False))
