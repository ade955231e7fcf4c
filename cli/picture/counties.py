"""The 23 as the picture shows them: what the log says of each, what it said itself, and the two put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cli.picture.gather import Material
from cli.picture.lines import not_shown
from cli.picture.marks import Mark, Status, Text, said, severity, worst
from cli.picture.model import CaseLine, County, Waits

if TYPE_CHECKING:
    from cli.picture.rounds import Collected
    from procedures.directory import Actor, Directory


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of all cases, by whom they are about."""

    every: tuple[CaseLine, ...]

    def about(self, code: str) -> tuple[CaseLine, ...]:
        """Gives the cases about a subject that are open, the most pressing first."""
        found = (one for one in self.every if one.subject == code and one.closed_on is None)
        return tuple(sorted(found, key=pressing))


def pressing(line: CaseLine) -> tuple[object, ...]:
    """Orders cases: the worst first, then by what is due first, then by id."""
    due = line.next_due
    return (-severity(line.mark.status), due.on.isoformat() if due else "9999", line.case_id)


def derived(material: Material, lines: Iterable[CaseLine], code: str) -> Mark:
    """Gives what the log alone says of a county: the state of its own open case that is worst off."""
    marks = tuple(one.mark for one in lines)
    if not marks and material.sight.hides(code):
        return not_shown(material, "case-hidden")
    if not marks:
        rule = material.rules.named("nothing-pending")
        return Mark(Status.NOT_APPLICABLE, "derived", rule, said("picture.reason.nothing-pending"))
    found = worst(marks)
    alike = tuple(one for one in marks if one.status is found.status)
    evidence = tuple(one for mark in alike for one in mark.evidence)
    return replace(found, rule=material.rules.named("worst-of"), evidence=evidence, parts=alike)


def put_together(material: Material, log: Mark, told: Mark) -> Mark:
    """Gives the state that the picture shows: of what the log and the county say, the one that is worse."""
    found = worst((told, log))
    if log.status is told.status:
        found = replace(log, parts=log.parts or (log,))
    return replace(found, rule=material.rules.named("worst-of"))


def overall_marks(material: Material, lines: Lines, collected: Collected, codes: Iterable[str]) -> Mapping[str, Mark]:
    """Gives the state of each county as the picture shows it."""
    return {
        code: put_together(material, derived(material, lines.about(code), code), collected.reported(code))
        for code in codes
    }


def county(
    actor: Actor, material: Material, lines: Lines, collected: Collected, directory: Directory, was: Mark | None
) -> County:
    """Gives one of the 23, without what is measured against the others."""
    own = tuple(
        replace(line, told=collected.told_of_case(actor.code, line.case_id)) for line in lines.about(actor.code)
    )
    area = directory.by_code(actor.area) if actor.area else None
    around = [one for one in lines.every if one.subject != actor.code and one.closed_on is None]
    shared = tuple(one for one in around if area is not None and one.subject == area.code)
    owed = tuple((line, task) for line in around for task in line.waits if task.organisation == actor.code)
    log, told = derived(material, own, actor.code), collected.reported(actor.code)
    return County(
        code=actor.code,
        slug=actor.slug,
        name=actor.name,
        area=area.name if area else None,
        overall=put_together(material, log, told),
        derived=log,
        reported=told,
        cases=own,
        shared_cases=tuple(sorted(shared, key=pressing)),
        owed=tuple(sorted(owed, key=_by_due)),
        was=was.status if was else None,
        support_asked=collected.support_asked(actor.code),
        groups=collected.groups(actor.code),
    )


def agenda(one: County) -> tuple[Text, ...]:
    """Gives what the month's discussion with a county should take up, made from what the picture shows of it."""
    points: list[Text] = []
    points += [
        said("picture.agenda.differs", name=line.label, log=_state(line.mark), told=_state(line.told))
        for line in one.cases
        if line.told is not None and line.told.status is not line.mark.status
    ]
    if one.support_asked:
        names = [line.name for group in one.groups for line in group.lines if line.support_asked]
        points += [said("picture.agenda.support", name=name) for name in names]
    points += [said("picture.agenda.flag", text=flag.text) for flag in one.flags if flag.waits]
    for status in (Status.LATE, Status.AT_RISK):
        cases = [line for line in one.cases if line.mark.status is status]
        points += [
            said("picture.agenda.case", name=line.label, state=_state(line.mark), reason=line.mark.reason)
            for line in cases
        ]
        tasks = [line for group in one.groups for line in group.lines if line.mark.status is status]
        points += [
            said("picture.agenda.task", name=line.name, state=_state(line.mark), reason=line.mark.reason)
            for line in tasks
            if not line.support_asked
        ]
    waiting = [note for note in one.notes if note.waits]
    if waiting:
        oldest = max(note.age_days for note in waiting)
        points.append(said("picture.agenda.unanswered", len(waiting), oldest=oldest))
    if one.reported.status is Status.NO_INFORMATION:
        points.append(said("picture.agenda.silent", reason=one.reported.reason))
    return tuple(points)


def _state(mark: Mark) -> Text:
    return said(f"picture.status.{mark.status}")


def _by_due(one: tuple[CaseLine, Waits]) -> tuple[str, str]:
    line, task = one
    return (task.due.isoformat() if task.due else "9999", line.case_id)


def decisions(lines: Sequence[CaseLine], deciders: Mapping[str, object]) -> tuple[tuple[CaseLine, Waits], ...]:
    """Gives the decisions that wait for a ministry or the Government, the earliest due first."""
    found = [
        (line, task)
        for line in lines
        if line.closed_on is None
        for task in line.waits
        if task.decides and task.organisation in deciders
    ]
    return tuple(sorted(found, key=lambda one: (_by_due(one)[0], one[1].raised_on, one[0].case_id)))
