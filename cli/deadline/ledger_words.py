"""What happened to a deadline since it was set, said to a person: suspended, extended, moved; and the days used up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from engine.deadline_standing import RUNNING
from engine.declaration import Suspending

if TYPE_CHECKING:
    from cli.messages import Words

_CORRECTED = re.compile(r"correction of version (?P<version>\d+)")
_CALENDARS = re.compile(r"calendar (?P<before>\S+) → (?P<after>\S+)")


def ledger_lines(words: Words, ledger: list[Mapping[str, Any]]) -> list[str]:
    """Gives a line for each thing that happened to a deadline, the oldest first."""
    return [_line(words, entry) for entry in ledger]


def life_lines(words: Words, deadline: Mapping[str, Any], today: date) -> Iterator[str]:
    """Yields what a person is told of a deadline beside its day: when it opens, what happened to it, what is used."""
    opens_on = deadline["opens_on"]
    if opens_on is not None:
        key = "deadline.opens" if date.fromisoformat(opens_on) > today else "deadline.opened"
        yield words(key, day=words.date(opens_on))
    yield from ledger_lines(words, deadline["ledger"])
    suspended = any(entry["kind"] == "suspended" for entry in deadline["ledger"])
    if suspended and deadline["consumed_days"] is not None and deadline["status"] in RUNNING:
        yield words.count("deadline.consumed", deadline["consumed_days"])


def suspended_since(deadline: Mapping[str, Any]) -> str | None:
    """Gives the day since which a deadline stands still, or None when it runs."""
    if deadline["status"] != "suspended":
        return None
    held = (one for one in deadline["ledger"] if one["kind"] == "suspended" and one["mode"] != Suspending.RUN_ON)
    return min((str(one["since"]) for one in held if one["until"] is None), default=None)


def _line(words: Words, entry: Mapping[str, Any]) -> str:
    return f"{_what(words, entry)} ({entry['section']}: {_why(words, entry['why'])}){_move(words, entry)}"


def _what(words: Words, entry: Mapping[str, Any]) -> str:
    since = words.date(entry["since"])
    if entry["kind"] != "suspended":
        return words.term("deadline.ledger", entry["kind"]).format(day=since)
    mode = words.term("suspending", entry["mode"] or "freeze")
    if entry["until"] is None:
        return words("deadline.ledger.suspended_since", day=since, mode=mode)
    return words("deadline.ledger.suspended", day=since, until=words.date(entry["until"]), mode=mode)


def _move(words: Words, entry: Mapping[str, Any]) -> str:
    before, after = entry["due_before"], entry["due_after"]
    if after is None:
        # Of several suspensions that run together the last to end gives the new day.
        return ""
    if after == before:
        return f": {words('deadline.ledger.unmoved', day=words.date(after))}"
    return f": {words('deadline.ledger.moves', before=words.date(before), after=words.date(after))}"


def _why(words: Words, why: str) -> str:
    found = _CALENDARS.fullmatch(why)
    if found is not None:
        return words("deadline.ledger.calendar", **found.groupdict())
    corrected = _CORRECTED.fullmatch(why)
    return words("deadline.ledger.correction", **corrected.groupdict()) if corrected else why
