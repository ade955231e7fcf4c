"""What changed between two pictures, each given as data: states, cases, goals, and what counties raised.

The data may have been written by an earlier version of this software or in another language: what is compared are
codes, and a key that the earlier picture lacks changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import msgspec

from cli.picture.marks import Said, Text, said
from engine.errors import InputRejected

Part = Literal["counties", "cases", "goals", "voices"]


class _Mark(msgspec.Struct):
    status: str
    label: str = ""


class _Case(msgspec.Struct):
    case: str
    label: str
    state: str
    state_label: str
    mark: _Mark
    subject: str = ""
    subject_name: str = ""


class _Line(msgspec.Struct):
    name: str
    mark: _Mark
    id: str = ""
    number: str = ""
    inner: list[_Line] = []


class _Note(msgspec.Struct):
    case: str
    text: str
    answered_on: date | None = None


class _County(msgspec.Struct):
    subject: str
    name: str
    overall: _Mark
    support_asked: bool = False
    cases: list[_Case] = []


class _Chapter(msgspec.Struct):
    id: str
    label: str
    lines: list[_Line] = []


class _BasedOn(msgspec.Struct):
    reported: int
    expected: int


class _Theme(msgspec.Struct):
    case: str
    name: str
    closed_on: date | None = None


class _AsOf(msgspec.Struct):
    position: int
    in_force_on: date


class Compared(msgspec.Struct):
    """What of a picture's data is compared."""

    as_of: _AsOf
    based_on: _BasedOn
    counties: list[_County]
    others: list[_Case] = []
    goals: list[_Chapter] = []
    flags: list[_Note] = []
    observations: list[_Note] = []
    themes: list[_Theme] = []


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference: in which part, what it is about by its code, its states before and after, and its sentence."""

    part: Part
    about: str
    what: str
    before: str | None
    after: str | None
    text: Text


def compared(shape: Mapping[str, Any]) -> Compared:
    """Reads a picture's data as far as it is compared.

    Raises:
        InputRejected: `picture-folder-unreadable`, it is not what a picture writes.
    """
    try:
        return msgspec.convert(shape, Compared)
    except (msgspec.ValidationError, RecursionError) as error:
        raise InputRejected(
            "picture-folder-unreadable",
            f"A picture's data is not what a picture writes: {error}.",
            try_next="ohjaus picture build --out DIR",
            details={"path": "picture.json"},
        ) from error


def changes(before: Compared, after: Compared) -> Iterator[Changed]:
    """Yields what changed, part by part."""
    yield from _counties(before, after)
    yield from _cases(before, after)
    yield from _goals(before, after)
    yield from _notes(before, after)


def _counties(before: Compared, after: Compared) -> Iterator[Changed]:
    if before.based_on.reported != after.based_on.reported:
        values = (str(before.based_on.reported), str(after.based_on.reported))
        text = said("picture.diff.basis", before=values[0], after=values[1])
        yield Changed("counties", "based_on", "reported", *values, text)
    known = {one.subject: one for one in before.counties}
    for one in after.counties:
        then = known.get(one.subject)
        if then is None:
            continue
        if then.overall.status != one.overall.status:
            yield _moved("counties", one.subject, one.name, then.overall.status, one.overall.status)
        if then.support_asked != one.support_asked:
            key = "picture.diff.support_on" if one.support_asked else "picture.diff.support_off"
            values = (str(then.support_asked).lower(), str(one.support_asked).lower())
            yield Changed("counties", one.subject, "support_asked", *values, said(key, name=one.name))


def _cases(before: Compared, after: Compared) -> Iterator[Changed]:
    then, now = _every_case(before), _every_case(after)
    for case_id, (name, one) in now.items():
        was = then.get(case_id)
        about = f"{one.label}, {name}"
        if was is None:
            text = said("picture.diff.opened", name=about, case=case_id, state=one.state_label)
            yield Changed("cases", case_id, "opened", None, one.state, text)
        elif was[1].state != one.state:
            labels = (was[1].state_label, one.state_label)
            text = said("picture.diff.stage", name=about, case=case_id, before=labels[0], after=labels[1])
            yield Changed("cases", case_id, "state", was[1].state, one.state, text)
        if was is not None and was[1].mark.status != one.mark.status:
            yield _moved("cases", case_id, f"{about} ({case_id})", was[1].mark.status, one.mark.status)
    for case_id, (name, was_one) in then.items():
        if case_id not in now:
            text = said("picture.diff.closed", name=f"{was_one.label}, {name}", case=case_id)
            yield Changed("cases", case_id, "closed", was_one.state, None, text)


def _goals(before: Compared, after: Compared) -> Iterator[Changed]:
    known = {(chapter.id, _key(line)): line for chapter in before.goals for line in _every_line(chapter.lines)}
    for chapter in after.goals:
        for line in _every_line(chapter.lines):
            then = known.get((chapter.id, _key(line)))
            if then is not None and then.mark.status != line.mark.status:
                values = (then.mark.status, line.mark.status)
                text = said(
                    "picture.diff.line",
                    chapter=_chapter(chapter),
                    number=line.number,
                    name=line.name,
                    before=_word(values[0]),
                    after=_word(values[1]),
                )
                yield Changed("goals", f"{chapter.id}:{_key(line)}", "status", *values, text)


def _notes(before: Compared, after: Compared) -> Iterator[Changed]:
    known = {note.case: note for note in (*before.flags, *before.observations)}
    for note in (*after.flags, *after.observations):
        then = known.get(note.case)
        if then is None:
            yield Changed("voices", note.case, "raised", None, "raised", said("picture.diff.raised", text=note.text))
        elif then.answered_on is None and note.answered_on is not None:
            text = said("picture.diff.answered", text=note.text)
            yield Changed("voices", note.case, "answered", None, note.answered_on.isoformat(), text)
    themes = {theme.case for theme in before.themes}
    for theme in after.themes:
        if theme.case not in themes:
            yield Changed("voices", theme.case, "raised", None, "raised", said("picture.diff.raised", text=theme.name))


def _moved(part: Part, about: str, name: str, before: str, after: str) -> Changed:
    text = said("picture.diff.state", name=name, before=_word(before), after=_word(after))
    return Changed(part, about, "status", before, after, text)


def _chapter(chapter: _Chapter) -> Said | str:
    # Another version of this software may know chapters that this one does not; its picture says what they are called.
    known = ("objectives", "actions", "tree", "measures", "assumptions", "risks", "commitments")
    return said(f"picture.chapter.{chapter.id}") if chapter.id in known else chapter.label


def _word(status: str) -> Said | str:
    known = ("on_schedule", "at_risk", "late", "no_information", "not_applicable")
    return said(f"picture.status.{status}") if status in known else status


def _key(line: _Line) -> str:
    return line.id or line.number or line.name


def _every_case(one: Compared) -> dict[str, tuple[str, _Case]]:
    found = {case.case: (county.name, case) for county in one.counties for case in county.cases}
    return found | {case.case: (case.subject_name, case) for case in one.others}


def _every_line(lines: list[_Line]) -> Iterator[_Line]:
    for line in lines:
        yield line
        yield from _every_line(line.inner)
