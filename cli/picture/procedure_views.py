"""Each procedure over the subjects that it can be about: a mark for everybody, none left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cli.picture.counties import Lines, pressing
from cli.picture.gather import Material
from cli.picture.lines import not_shown
from cli.picture.marks import Mark, Status, said, worst
from cli.picture.model import BasedOn, CaseLine, ProcedureView, Question

if TYPE_CHECKING:
    from engine.declaration import Procedure
    from engine.declarations import Declarations
    from engine.table import Table
    from procedures.directory import Directory

STEERED_KINDS = frozenset({"county", "city", "joint_authority"})


def procedure_views(
    material: Material, lines: Lines, declarations: Declarations, directory: Directory, left_out: frozenset[str]
) -> tuple[ProcedureView, ...]:
    """Gives the procedures that are about counties, by id, each with the mark of everybody it can be about."""
    views = []
    for name in declarations.names:
        table = declarations.versions(name)[-1]
        if name in left_out or not STEERED_KINDS & set(table.procedure.subject_kinds):
            continue
        views.append(_view(material, table, [one for one in lines.every if one.procedure == name], directory))
    return tuple(views)


def _view(material: Material, table: Table, cases: list[CaseLine], directory: Directory) -> ProcedureView:
    procedure = table.procedure
    subjects = tuple(one.code for one in directory.steered() if str(one.kind) in procedure.subject_kinds)
    marks = {code: _cell(material, procedure, [one for one in cases if one.subject == code], code) for code in subjects}
    open_cases = sorted((one for one in cases if one.closed_on is None), key=pressing)
    counted = Counter(one.state for one in open_cases)
    labels = {one.state: one.state_label for one in open_cases}
    silent = tuple((code, mark.age_days) for code, mark in marks.items() if mark.status is Status.NO_INFORMATION)
    return ProcedureView(
        id=procedure.id,
        label=procedure.label,
        subjects=subjects,
        marks=marks,
        cases=tuple(open_cases),
        states=tuple((labels[state], number) for state, number in counted.most_common()),
        based_on=BasedOn(len(subjects) - len(silent), len(subjects), silent, part=material.sight.of_a_part),
    )


def _cell(material: Material, procedure: Procedure, cases: list[CaseLine], code: str) -> Mark:
    if not cases and material.sight.hides(code, procedure.id, procedure.parties_of(code)):
        return not_shown(material, "case-hidden")
    rules, day = material.rules, material.day
    running = [one for one in cases if one.closed_on is None]
    if running:
        return worst(tuple(one.mark for one in sorted(running, key=pressing)))
    ended = [one for one in cases if one.closed_on is not None]
    if procedure.id in rules.yearly:
        fresh = [one for one in ended if one.opened_on.year >= day.year - 1]
        if not fresh:
            rule = rules.named("not-opened")
            return Mark(Status.NO_INFORMATION, "derived", rule, said("picture.reason.not-opened", year=day.year))
        return fresh[-1].mark
    if ended:
        return max(ended, key=lambda one: one.opened_on).mark
    return Mark(Status.NOT_APPLICABLE, "derived", rules.named("no-case"), said("picture.reason.no-case"))


def questions(material: Material, declarations: Declarations) -> tuple[Question, ...]:
    """Gives the points of law that are not settled in the procedures of the open cases, each with what is done."""
    running = Counter(one.case.declaration for one in material.known if one.case.closed_on is None)
    found: dict[tuple[str, str], Question] = {}
    for declaration in sorted(running):
        table = declarations.pinned(declaration)
        for one in table.procedure.open_questions:
            key = (table.procedure.id, one.id)
            before = found[key].cases if key in found else 0
            found[key] = Question(
                table.procedure.label,
                one.question,
                one.meanwhile,
                tuple(basis.cite for basis in one.basis),
                before + running[declaration],
            )
    return tuple(found.values())
