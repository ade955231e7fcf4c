"""What counties raise themselves: observations with their answers, red flags, and the themes several have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from cli.picture.cases import evidence_of
from cli.picture.gather import Known, Material
from cli.picture.marks import named
from cli.picture.model import CaseLine, Note, Theme
from engine.law import Label
from procedures.county_observation.since_2025_01_01 import waiting_since
from procedures.self_government_problem.guards import counties_of as met_by
from procedures.shared_theme.guards import counties_of

if TYPE_CHECKING:
    from procedures.directory import Directory

_PROBLEM = "self_government_problem"
_LEFT = ("withdrawn", "merged")
"""States of what was raised in error or has become a part of something else."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that counties raised, the unanswered and oldest first."""

    flags: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    themes: tuple[Theme, ...] = ()
    problems: tuple[CaseLine, ...] = ()
    met_by: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The codes of those that have each problem, by its case."""


def heard(material: Material, directory: Directory, lines: Iterable[CaseLine]) -> Heard:
    """Gives what was raised; the open problems of self-government are among the `lines` of all cases."""

    def kept(procedure: str) -> list[Known]:
        return [one for one in material.of(procedure) if one.case.state not in _LEFT]

    flags = [_flag(one, material, directory) for one in kept("red_flag")]
    notes = [_note(one, material, directory) for one in kept("county_observation")]
    themes = [_theme(one, material) for one in kept("shared_theme")]
    return Heard(
        tuple(sorted(flags, key=_unanswered_first)),
        tuple(sorted(notes, key=_unanswered_first)),
        tuple(sorted(themes, key=lambda one: (one.closed_on is not None, one.raised_on, one.id))),
        tuple(one for one in lines if one.procedure == _PROBLEM and one.closed_on is None),
        {one.case.case_id: met_by(one.case) for one in material.of(_PROBLEM)},
    )


def _flag(known: Known, material: Material, directory: Directory) -> Note:
    case = known.case
    raised, answer, plan = known.opened, case.last("answered"), case.last("plan_b_made")
    clock = next((one for one in case.open_deadlines if one.name == "answer_flag"), None)
    waits = case.state == "raised"
    return Note(
        kind="flag",
        subject=case.subject,
        subject_name=directory.by_code(case.subject).name,
        text=raised.data["what"],
        said_on=case.opened_on,
        evidence=evidence_of(known),
        answer=answer.data["support"] if answer else None,
        answered_on=answer.effective_on if answer and not waits else None,
        age_days=max((material.day - case.opened_on).days, 0),
        due=clock.due if clock else None,
        overdue=clock is not None and clock.due < material.day,
        state=_state(known),
        plan_b=plan.data["plan"] if plan else None,
        contact=raised.data["contact"],
        closed_on=case.closed_on,
        need=raised.data["need"],
    )


def _note(known: Known, material: Material, directory: Directory) -> Note:
    case = known.case
    raised, answer, since = known.opened, case.last("answered"), waiting_since(case)
    age = max((material.day - (since or case.opened_on)).days, 0)
    return Note(
        kind=raised.data["kind"],
        subject=case.subject,
        subject_name=directory.by_code(case.subject).name,
        text=raised.data["text"],
        said_on=case.opened_on,
        evidence=evidence_of(known),
        answer=answer.data["text"] if answer else None,
        answered_on=answer.effective_on if answer and since is None else None,
        age_days=age,
        overdue=since is not None and age > material.rules.observation_days,
        state=_state(known),
        closed_on=case.closed_on,
    )


def _theme(known: Known, material: Material) -> Theme:
    case = known.case
    raised = known.opened
    taken = _newest(known, "taken_up", "handed_over")
    told = case.last("closed") or case.last("progress_told") or case.last("left_to_counties")
    due = next((one.due for one in case.open_deadlines if one.name == "theme_settled"), None)
    return Theme(
        id=case.case_id,
        name=raised.data["name"],
        subjects=tuple(sorted(counties_of(case))),
        raised_on=case.opened_on,
        evidence=evidence_of(known),
        state=_state(known),
        taken_up_by=taken.get("by") or taken.get("to") if taken else None,
        closed_on=case.closed_on,
        age_days=max((material.day - case.opened_on).days, 0),
        remark=_words(told.data) if told else taken.get("what") if taken else raised.data["description"],
        due=due,
        rescue=raised.data["sector"] == "rescue",
    )


def _newest(known: Known, *facts: str) -> dict[str, Any] | None:
    events = sorted((event for fact in facts for event in known.case.every(fact)), key=lambda event: event.position)
    return events[-1].data if events else None


def _words(data: dict[str, Any]) -> str | None:
    return data.get("outcome") or data.get("text") or data.get("because")


def _state(known: Known) -> Label:
    state = known.table.states.get(known.case.state)
    return state.label if state else named(known.case.state)


def _unanswered_first(note: Note) -> tuple[bool, date, str]:
    return (note.answered_on is not None or note.closed_on is not None, note.said_on, note.evidence.case_id)
