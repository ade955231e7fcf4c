"""From filled workbooks to what is recorded: the delta of each county, its observations and contacts, in one act.

What changed and is not in conflict goes in at once, and the conflicts are recorded with it as waiting: a county's other
answers need not wait for one cell. All workbooks of one command go in, or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.collect.checking import Filled, Observed, checked
from cli.collect.conflicts import noted, settled, waiting
from cli.collect.delta import CellChange, Delta, compared
from cli.collect.reading import read_book
from cli.collect.rows import Key, Values, entry_of
from cli.collect.standing import Standing
from cli.collect.steps import new_case
from cli.collect.whose import Recognised, recognised
from cli.messages import in_each_language
from engine.assess import Act
from engine.errors import InputRejected, Missing
from engine.law import Label
from engine.several import Step
from procedures.cooperation_forums.catalogue import forums

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from cli.frame.invocation import Invocation
    from cli.wiring import Record

COUNTY = "county_officials"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one filled workbook adds to the log."""

    recognised: Recognised
    changes: tuple[CellChange, ...]
    conflicts: tuple[CellChange, ...]
    observations: tuple[Observed, ...]
    not_read: tuple[str, ...]
    first: bool
    rows: Mapping[Key, Values]

    @property
    def adds(self) -> bool:
        """True when there is something to record: what is new, or that the county has answered at all."""
        return bool(self.first or self.changes or self.conflicts or self.observations)


def answers_in(
    record: Record, paths: Sequence[Path], *, county: str | None = None, month: str | None = None
) -> tuple[Answer, ...]:
    """Reads filled workbooks and gives what each of them adds.

    Raises:
        InputRejected: one of them cannot be taken; where it is several, each is named.
    """
    found: list[Answer] = []
    refused: list[tuple[Path, InputRejected]] = []
    for path in paths:
        try:
            known = recognised(record, read_book(path), county=county, month=month)
            found.append(answer_of(record, known, checked(known.book, known.form)))
        except InputRejected as error:
            refused.append((path, error))
    if len(refused) == 1:
        raise refused[0][1]
    if refused:
        raise _all_refused(refused, len(paths))
    _ensure_one_each(found)
    return tuple(found)


def answer_of(record: Record, known: Recognised, filled: Filled) -> Answer:
    """Gives what a filled workbook adds to what the log holds now."""
    now = Standing(record, known.county)
    delta: Delta = compared(known.issued.values, now.values, filled.cells)
    open_ones = {(one.key, one.field): one.in_workbook for one in waiting(known.case, now.values)}
    conflicts = tuple(
        one
        for one in delta.conflicts
        if open_ones.get((one.key, one.field), object()) != one.given and not settled(known.case, one)
    )
    return Answer(
        recognised=known,
        changes=delta.changes,
        conflicts=conflicts,
        observations=_new(known, now, filled.observations),
        not_read=tuple(filled.not_read),
        first=not known.case.has("answered"),
        rows=delta.rows,
    )


def steps_of(run: Invocation, record: Record, answer: Answer, on: date) -> list[Step]:
    """Gives the acts by which an answer is recorded; none when it adds nothing."""
    if not answer.adds:
        return []
    known = answer.recognised
    rows = answer.rows
    said: dict[str, Any] = {
        "items": [entry_of(key, row) for key, row in rows.items() if key.kind == "task"],
        "cases": [entry_of(key, row) for key, row in rows.items() if key.kind == "case"],
        "observations": [_data(one) for one in answer.observations],
        "conflicts": [noted(one) for one in answer.conflicts],
    }
    steps = []
    if any(said.values()) or answer.first:
        data = {"position": known.form.issue.position, **{name: value for name, value in said.items() if value}}
        if not any(said.values()):
            data["nothing_changed"] = True
        act = Act(fact="answered", on=on, data=data, role=COUNTY)
        steps.append(Step(known.case.case_id, act, expected_version=known.case.version))
    steps += _observation_steps(run, answer, on)
    contacts = {key: row for key, row in rows.items() if key.kind == "contact"}
    return [*steps, *contact_steps(record, known.county, contacts, on)]


def contact_steps(record: Record, county: str, contacts: Mapping[Key, Values], on: date) -> list[Step]:
    """Gives the acts by which the register of contacts takes over what a county says of whom to call."""
    now = Standing(record, county)
    case = now.forums
    steps = []
    for key, row in contacts.items() if case else ():
        data: dict[str, Any] = {"organisation": county, "matter": key.about}
        if row["title"] is None:
            act = Act(fact="contact_removed", on=on, data=data)
        else:
            office = _office(row["title"])
            data |= {"office": office} if office else {"title": row["title"]}
            data |= {"address": row["address"]} if row["address"] else {}
            act = Act(fact="contact_set", on=on, data=data)
        steps.append(Step(case.case_id if case else "", act))
    return steps


def _office(title: str) -> str | None:
    return next((one.id for one in forums().offices if title == one.name.text("fi")), None)


def _observation_steps(run: Invocation, answer: Answer, on: date) -> list[Step]:
    case = answer.recognised.case
    before = sum(len(event.data["observations"]) for event in case.every("answered"))
    steps = []
    for number, one in enumerate(answer.observations, start=before + 1):
        origin = {"month": answer.recognised.form.issue.month, "return_case": case.case_id, "line": number}
        act = Act(fact="raised", on=on, data={**_data(one), **origin}, role=COUNTY)
        steps.append(new_case(run, "county_observation", case.subject, act))
    return steps


def _data(one: Observed) -> dict[str, Any]:
    said = {"kind": one.kind, "text": one.text, "group": one.group, "task": one.task, "sector": one.sector}
    return {name: value for name, value in said.items() if value is not None}


def _new(known: Recognised, now: Standing, observed: Sequence[Observed]) -> tuple[Observed, ...]:
    """Gives the observations of a workbook that were not recorded from this return before."""
    held: Counter[tuple[object, ...]] = Counter()
    for case in now.observations:
        raised = case.readings[0].data
        if raised.get("return_case") == known.case.case_id:
            held[tuple(raised.get(name) for name in ("kind", "text", "group", "task", "sector"))] += 1
    new = []
    for one in observed:
        key = (one.kind, one.text, one.group, one.task, one.sector)
        if held[key]:
            held[key] -= 1
        else:
            new.append(one)
    return tuple(new)


def _ensure_one_each(found: Sequence[Answer]) -> None:
    counties = Counter(one.recognised.county for one in found)
    twice = [county for county, number in counties.items() if number > 1]
    if twice:
        raise InputRejected(
            "workbooks-of-one-county",
            f"There are several workbooks of {', '.join(twice)}: take them in one after the other, so that each is "
            "held against what the one before it said.",
            details={"counties": ", ".join(twice)},
        )


def _all_refused(refused: Sequence[tuple[Path, InputRejected]], asked: int) -> InputRejected:
    missing: list[Missing] = []
    for path, error in refused:
        # What is wrong with a file as a whole names it, in most sentences; what is wrong with a cell never does.
        whole = () if error.missing else (Missing(error.code, in_each_language(error)),)
        for one in error.missing or whole:
            texts = (one.text.fi, one.text.sv, one.text.en)
            told = (text if whole and path.name in text else f"{path.name}: {text}" for text in texts)
            missing.append(Missing(f"{path.name}:{one.code}", Label(*told)))
    return InputRejected(
        "workbooks-rejected",
        f"{len(refused)} of {asked} workbooks cannot be taken; nothing was stored.",
        missing=tuple(missing),
        details={"count": len(refused), "asked": asked},
    )
