"""What `audit verify` shows to a person: the verdict, a line for each check, and the first divergence, readably."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from cli.audit.verification import DAMAGED, NAMES, ROLLED_BACK, UNWITNESSED, WITNESSED
from cli.case.corrections_view import lacking
from cli.screen.page import Page, Tone

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_SHOWN_DIFFERENCES = 4
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
ROLELESS = "roleless"
"""How it is told to people that all is whole but the roles of a server, which are not made yet or were taken away."""
_TONES: Mapping[str, Tone] = {
    WITNESSED: "good",
    UNWITNESSED: "good",
    ROLLED_BACK: "bad",
    DAMAGED: "bad",
    ROLELESS: "warn",
}
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_LONG_HOURS = 48


def verify_page(run: Invocation, found: Mapping[str, Any], page: Page) -> None:
    """Fills the page of a verification."""
    words, verdict = run.words, str(found["verdict"])
    seen = found["checkpoints"]["witnessed_events"] if found["checkpoints"] else None
    title = "partly" if verdict == UNWITNESSED and seen is not None else verdict
    if lacks_only_roles(found):
        title = verdict = ROLELESS
    page.title(words(f"evidence.verdict.{title}", path=run.wiring.path, events=seen))
    if found["events"] is not None:
        page.field(words("audit.events"), str(found["events"]))
    for name in NAMES:
        if name == "checkpoints":
            page.field(words("evidence.check.checkpoints"), *_witnessed(run, found[name]))
        else:
            page.field(words(f"evidence.check.{name}"), *_checked(run, found[name]))
    if found["persons"] is not None:
        _names(run, found["persons"], page)
    if found["tree"]["ok"]:
        page.field(words("evidence.root"), found["tree"]["root"])
    if found["head"]:
        page.field(words("audit.head"), found["head"])
    diverging = [name for name in NAMES if found[name] is not None and found[name]["first_fault"] is not None]
    if diverging:
        _divergence(run, found, diverging, page)
        page.heading(words("audit.what_to_do"))
    page.say(words(f"evidence.advice.{verdict}"), _TONES[verdict])
    page.then(*_next(run, found, diverging))


def lacks_only_roles(found: Mapping[str, Any]) -> bool:
    """Tells whether nothing is wrong but that the roles do not stand which checkpoints saw on a server."""
    from store.evidence.witness import ROLES_LACKING

    faulty = [name for name in NAMES if found[name] is not None and found[name]["ok"] is False]
    if faulty != ["checkpoints"]:
        return False
    faults = [one["fault"] for one in found["checkpoints"]["notes"] if one["fault"] is not None]
    return {one["code"] for one in faults} == {ROLES_LACKING}


def _names(run: Invocation, check: Mapping[str, Any], page: Page) -> None:
    """Says whether a name was swapped, or why that could not be judged; nothing where no name is kept apart."""
    words, code = run.words, check["why"]
    if check["ok"] is None and code is None:
        return
    said: tuple[str, Tone] = words("person.verify.fine"), "good"
    if code == "database-rights":
        # As it is meant to be for an auditor.
        said = words("person.verify.closed"), "quiet"
    elif code is not None:
        said = f"{words('person.verify.unusable')}  [{code}]", "warn"
    elif not check["ok"]:
        said = words("person.verify.swapped"), "bad"
    page.field(words("person.verify.names"), *said)


def _checked(run: Invocation, check: Mapping[str, Any]) -> tuple[str, Tone]:
    words = run.words
    if check["ok"] is None:
        return words("audit.not_judged"), "warn"
    if check["ok"]:
        return words("audit.sound", checked=check["checked"]), "good"
    if "faults" in check:
        # This check goes on after what it found: how many it looked at is not how many are sound before it.
        return words("audit.unsound_of", faults=check["faults"], checked=check["checked"]), "bad"
    return words("audit.unsound", checked=check["checked"]), "bad"


def _witnessed(run: Invocation, check: Mapping[str, Any] | None) -> tuple[str, Tone]:
    words = run.words
    if check is None:
        return words("evidence.none_given"), "quiet"
    if not check["ok"]:
        return words("evidence.contradicted", faults=check["faults"], checked=check["checked"]), "bad"
    at = _moment(run, str(check["witnessed_at"]))
    said = {"checked": check["checked"], "events": check["witnessed_events"], "at": at}
    text = words("evidence.witnessed", **said, age=_age(run, int(check["age_seconds"])))
    if check["dated_ahead"]:
        text = words("evidence.witnessed_ahead", **said)
    left = int(check["unwitnessed_events"])
    if not left:
        return text, "warn" if check["dated_ahead"] else "good"
    return f"{text} {words.count('evidence.unwitnessed', left)}", "warn"


def _divergence(run: Invocation, found: Mapping[str, Any], diverging: list[str], page: Page) -> None:
    """Shows the divergence of the earliest event, of those without an event the first one; names the others."""
    words = run.words
    first = min(diverging, key=lambda name: _place(found[name]["first_fault"]))
    fault = found[first]["first_fault"]
    page.heading(words("audit.divergence", check=words(f"evidence.check.{first}")))
    page.item(_told(run, fault), mark="×", tone="bad")
    details = fault["details"]
    if details.get("position") is not None:
        page.field(words("evidence.position"), str(details["position"]))
    else:
        page.field(words("evidence.where"), fault["where"])
    if details.get("case"):
        page.field(words("evidence.case"), str(details["case"]))
    _differences(run, details, page)
    others = found[first].get("faults", 1) - 1
    if others > 0:
        page.say(words("audit.further", count=others))
    for name in diverging:
        if name != first:
            other = found[name]["first_fault"]
            page.item(f"{words(f'evidence.check.{name}')}: {_told(run, other)}", mark="×", under=[other["where"]])


def _told(run: Invocation, fault: Mapping[str, Any]) -> str:
    """Gives what was found as a sentence of the language, with its code."""
    words, code, details = run.words, str(fault["code"]), fault["details"]
    kind, _, field = code.partition(":")
    if field:
        # What differs is shown below, part by part, and not as one line of data.
        return f"{words(f'evidence.{kind}', field=field)}  [{code}]"
    if words.find(f"evidence.finding.{code}"):
        # What is meant for who records an act is no word to who verifies one that was recorded.
        return f"{words(f'evidence.finding.{code}', missing=_lacks(run, details))}  [{code}]"
    said = None
    if words.find(f"error.{code}"):
        with suppress(KeyError):
            said = words(f"error.{code}", **details)
    return f"{said or words.explained(code, fault['text'], details)}  [{code}]"


def _lacks(run: Invocation, details: Mapping[str, Any]) -> str:
    """Gives what an event lacks by the rules, in the reader's language."""
    codes, declaration = str(details.get("missing") or ""), details.get("declaration")
    if not codes or not declaration:
        return run.words("case.none")
    table = run.wiring.declarations.pinned(str(declaration))
    return "; ".join(lacking(run, table, code) for code in codes.split(", "))


def _place(fault: Mapping[str, Any]) -> int:
    position = fault["details"].get("position")
    return position if isinstance(position, int) else 2**62


def _differences(run: Invocation, details: Mapping[str, Any], page: Page) -> None:
    """Shows what is recorded beside what was expected, part by part where both are data."""
    if "recorded" not in details or "expected" not in details:
        return
    words = run.words
    recorded, expected = _read(details["recorded"]), _read(details["expected"])
    parts = list(_parts(recorded, expected, str(details.get("field") or details.get("column") or "")))
    for place, had, wanted in parts[:_SHOWN_DIFFERENCES]:
        if place:
            page.field(words("evidence.part"), place)
        page.field(words("evidence.recorded"), _text(run, had), "bad")
        page.field(words("evidence.expected"), _text(run, wanted))
    left = len(parts) - _SHOWN_DIFFERENCES
    if left > 0:
        page.say(words("evidence.more_parts", count=left))


def _parts(recorded: object, expected: object, place: str) -> Iterator[tuple[str, object, object]]:
    if recorded == expected:
        return
    if isinstance(recorded, dict) and isinstance(expected, dict):
        for key in dict.fromkeys([*recorded, *expected]):
            yield from _parts(recorded.get(key), expected.get(key), f"{place}.{key}" if place else key)
    elif isinstance(recorded, list) and isinstance(expected, list) and len(recorded) == len(expected):
        for number, (one, other) in enumerate(zip(recorded, expected, strict=True)):
            name = one.get("name") if isinstance(one, dict) else None
            yield from _parts(one, other, f"{place}[{name or number}]")
    else:
        yield place, recorded, expected


def _read(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("[", "{", '"'):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _text(run: Invocation, value: object) -> str:
    if isinstance(value, str):
        return run.words.date(value) if _DATE.fullmatch(value) else value
    return json.dumps(value, ensure_ascii=False)


def _next(run: Invocation, found: Mapping[str, Any], diverging: list[str]) -> list[str]:
    if not diverging:
        again = [] if found["verdict"] == WITNESSED else [_to_be_witnessed(run)]
        return [*again, run.command("audit", "log", "--limit", 20)]
    if lacks_only_roles(found):
        return [run.command("db", "init-roles", "--yes"), run.command("audit", "verify")]
    cases = [found[name]["first_fault"]["details"].get("case") for name in diverging]
    shown = [run.command("audit", "log", case) for case in cases if case]
    return [*shown[:1], run.command("audit", "verify", "--format", "json"), run.command("doctor")]


def _to_be_witnessed(run: Invocation) -> str:
    """Gives the command that signs a checkpoint, or, for who has no key yet, the one that makes a key."""
    from cli.audit.witnessing import own_keys

    if own_keys():
        return run.command("audit", "checkpoint", "--out", "DIR")
    return run.command("audit", "key", "init")


def _moment(run: Invocation, written: str) -> str:
    from cli.audit.telling import written_moment

    return written_moment(run, written)


def _age(run: Invocation, seconds: int) -> str:
    """Gives an age in the largest unit that still says something: minutes, hours, then days."""
    words = run.words
    if seconds < _HOUR:
        return words.count("evidence.minutes", seconds // _MINUTE)
    if seconds < _LONG_HOURS * _HOUR:
        return words.count("evidence.hours", seconds // _HOUR)
    return words.count("evidence.days", seconds // _DAY)
