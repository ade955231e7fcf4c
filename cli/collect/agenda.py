"""The agenda of the monthly discussion with a county, made from what the log knows; in no language yet.

What changed, where the log and the county differ, what nobody has answered, what is late, and what the county asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cli.collect.conflicts import waiting
from cli.collect.rounds import answer_due, rounds
from cli.collect.rows import Key, Values, nothing
from cli.collect.standing import Standing, known_cases
from cli.collect.telling import cell_text, row_name
from cli.messages import Words
from engine.law import Label
from engine.request import AsOf
from procedures.county_observation.since_2025_01_01 import waiting_since
from procedures.county_return.values import month_of
from procedures.roadmap.fields import NEED_REASON

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.case import Case

LONGEST, MOST = 300, 60
"""Characters of a point and number of points that a recorded discussion holds."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, to be put into words."""

    field: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days, to be put into words."""

    number: int


Value = Key | Cell | Days | Label | date | str


@dataclass(frozen=True, slots=True)
class Point:
    """One point: under which heading it stands, the key of its text, what fills it, and the case that it rests on."""

    part: str
    key: str
    values: tuple[tuple[str, Value], ...]
    case_id: str | None = None

    def text(self, words: Words) -> str:
        """Gives the point in a language."""
        return words(f"collect.agenda.point.{self.key}", **{name: _told(words, one) for name, one in self.values})


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of one county for one month, as known at a position and seen on a day."""

    county: str
    name: Label
    month: str
    case_id: str
    position: int
    seen_on: date
    points: tuple[Point, ...]

    def recorded(self, words: Words) -> list[str]:
        """Gives the points as a recorded discussion holds them."""
        told = (f"{words(f'collect.agenda.part.{one.part}')}: {one.text(words)}" for one in self.points)
        return [text[:LONGEST] for text in told][:MOST]


def agenda_of(run: Invocation, record: Record, case: Case, position: int, day: date) -> Agenda:
    """Gives the agenda for the discussion of a return, as known at the moment that the invocation asks for."""
    county = Standing(record, case.subject, run.as_of)
    points = (
        *_silence(case, day),
        *_conflicts(case, county),
        *_changes(record, case, county),
        *_differences(run, record, county),
        *_flags(record, county, day),
        *_observations(county, day),
        *_late(county),
        *_asked(county),
    )
    name = record.wiring.directory.by_code(case.subject).name
    return Agenda(case.subject, name, month_of(case), case.case_id, position, day, points)


def _point(part: str, key: str, case_id: str | None = None, **values: Value) -> Point:
    return Point(part, key, tuple(values.items()), case_id)


def _silence(case: Case, day: date) -> Iterator[Point]:
    due = answer_due(case)
    if case.has("answered") or due is None:
        return
    if due < day:
        yield _point("silence", "silent", case.case_id, due=due, days=Days((day - due).days))
    else:
        yield _point("silence", "awaited", case.case_id, due=due)


def _conflicts(case: Case, county: Standing) -> Iterator[Point]:
    for one in waiting(case, county.values):
        now = county.values.get(one.key, nothing(one.key.kind)).get(one.field)
        given = Cell(one.field, one.in_workbook)
        yield _point(
            "conflicts", "conflict", case.case_id, cell=one.cell, about=one.key, given=given, now=Cell(one.field, now)
        )


def _changes(record: Record, case: Case, county: Standing) -> Iterator[Point]:
    """Yields what stands otherwise than when the last month before this one was confirmed, or else was issued."""
    confirmed = [
        act
        for one in rounds(record, county.as_of)
        if month_of(one) < month_of(case) and (act := one.last("round_confirmed"))
    ]
    part = "changes" if confirmed else "changes_issued"
    since = int(confirmed[-1].data["position"]) if confirmed else int(case.readings[0].data["position"])
    before = Standing(record, case.subject, AsOf(known_at=since, in_force_on=county.as_of.in_force_on)).values
    for key, values in county.values.items():
        was = before.get(key, nothing(key.kind)).get("state")
        if key.kind != "contact" and values["state"] != was:
            now = Cell("state", values["state"])
            yield _with_reason(part, "change", values, about=key, was=Cell("state", was), now=now)


def _with_reason(part: str, key: str, values: Values, **told: Value) -> Point:
    reason = values["reason"]
    if reason is None:
        return Point(part, key, tuple(told.items()))
    return Point(part, f"{key}_why", (*told.items(), ("reason", reason)))


def _differences(run: Invocation, record: Record, county: Standing) -> Iterator[Point]:
    """Yields where the log and the county say different things of the same procedure, as the picture shows it."""
    if not any(key.kind == "case" for key in county.values):
        return
    from cli.picture.made import picture_in

    for line in picture_in(run, record).county(county.code).cases:
        if line.told is not None and line.told.status is not line.mark.status:
            log, told = Cell("state", str(line.mark.status)), Cell("state", str(line.told.status))
            yield _point("differs", "differs", line.case_id, about=line.label, log=log, told=told)


def _flags(record: Record, county: Standing, day: date) -> Iterator[Point]:
    for case in known_cases(record, county.code, "red_flag", county.as_of):
        if case.state != "raised":
            continue
        asked = case.last("answer_insufficient") or case.readings[0]
        age = Days(max((day - asked.effective_on).days, 0))
        due = next((one.due for one in case.open_deadlines if one.name == "answer_flag"), None)
        text = str(case.readings[0].data["what"])
        if due is None:
            yield _point("flags", "flag", case.case_id, text=text, days=age)
        else:
            yield _point("flags", "flag_due", case.case_id, text=text, days=age, due=due)


def _observations(county: Standing, day: date) -> Iterator[Point]:
    for case in county.observations:
        since = waiting_since(case)
        if since is not None:
            data = case.readings[0].data
            age = Days(max((day - since).days, 0))
            kind = Cell("observed", data["kind"])
            yield _point("observations", "aged", case.case_id, kind=kind, text=str(data["text"]), days=age)


def _late(county: Standing) -> Iterator[Point]:
    """Yields what is late or at risk among what is not known to be harmless, the late first."""
    asked = {Key("task", one.id) for one in county.asked(only_critical=True)}
    worst = [
        (key, values)
        for key, values in county.values.items()
        if values.get("state") in NEED_REASON and (key in asked or key.kind == "case")
    ]
    for key, values in sorted(worst, key=lambda one: one[1]["state"] != "late"):
        yield _point("late", "stands", about=key, state=Cell("state", values["state"]), reason=values["reason"] or "–")


def _asked(county: Standing) -> Iterator[Point]:
    for key, values in county.values.items():
        if values.get("support_asked") == "yes":
            yield _with_reason("asked", "support", values, about=key)


def _told(words: Words, value: Value) -> object:
    match value:
        case Key():
            return row_name(words, value.kind, value.about)
        case Cell():
            return cell_text(words, value.field, value.value)
        case Days():
            return words.count("collect.status.days", value.number)
    return value
