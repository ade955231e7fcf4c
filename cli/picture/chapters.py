"""Chapters of the page on goals: the national objectives and the Government's commitments."""

from __future__ import annotations

from datetime import date

from cli.picture.cases import evidence_of
from cli.picture.gather import Known, Material
from cli.picture.lines import Told, by_day, mark_judged, newest, not_told
from cli.picture.marks import Mark, Status, Text, said
from cli.picture.model import Chapter, Line
from procedures.government_commitment.entries import Entry, register
from procedures.national_objectives.objectives import Objective, Target, registers

_FINDINGS = {
    "reached": Status.ON_SCHEDULE,
    "progressing": Status.ON_SCHEDULE,
    "not_progressing": Status.AT_RISK,
    "not_assessed": Status.NO_INFORMATION,
}


def objectives(material: Material) -> Chapter:
    """Gives the national objectives as the newest decision confirmed them, each as the yearly follow-up found it."""
    cases = [one for one in material.of("national_objectives") if one.case.has("confirmed")]
    if not cases:
        return _empty("objectives", material)
    case = cases[-1]
    confirmed = case.case.last("confirmed")
    held = registers().get(confirmed.data["register_id"]) if confirmed else None
    if held is None or confirmed is None:
        return _empty("objectives", material)
    findings = newest((case,), ("yearly_follow_up_done",), "number", "findings")
    since = held.in_force_from
    lines = tuple(_objective(material, case, one, findings.get(one.number), since) for one in held.objectives)
    told = sum(one.number in findings for one in held.objectives)
    based_on = said("picture.chapter.objectives_based_on", told=told, all=len(lines), on=held.decided_on)
    return Chapter("objectives", lines, based_on)


def _empty(ident: str, material: Material) -> Chapter:
    hidden = "_hidden" if material.sight.of_a_part else ""
    return Chapter(ident, (), said(f"picture.empty.chapter{hidden}"))


def _objective(material: Material, case: Known, one: Objective, finding: Told | None, since: date) -> Line:
    inner = tuple(_target(material, case, target, since) for target in one.targets)
    if finding is None:
        mark = not_told(material, since, (evidence_of(case),))
    else:
        words = said(f"picture.finding.{finding.data['finding']}", year=finding.event.data["year"])
        mark = mark_judged(material, finding, _FINDINGS[finding.data["finding"]], finding.data["remark"] or words)
    extra: tuple[tuple[str, Text], ...] = (("part", said(f"picture.part.{one.part}")),)
    return Line(str(one.number), one.name, mark, extra=extra, inner=inner)


def _target(material: Material, case: Known, target: Target, since: date) -> Line:
    due = date(target.due_year, 12, 31) if target.due_year else None
    evidence = (evidence_of(case),)
    mark = (by_day(material, due, evidence, None) if due else None) or not_told(material, since, evidence)
    return Line("", target.name, mark, due=due)


def commitments(material: Material) -> Chapter:
    """Gives the entries of the mid-term session, each with its kind, its ministries and its day where one is given."""
    cases = material.of("government_commitment")
    if not cases:
        return _empty("commitments", material)
    case = cases[-1]
    agreed = case.case.last("agreed")
    held = register(agreed.data["register_name"] if agreed else "entries_2025")
    settled = newest((case,), ("entry_fulfilled", "entry_dropped"), "number")
    steps = newest((case,), ("entry_progressed",), "number")
    lines = tuple(_entry(material, case, one, settled.get(one.number), steps.get(one.number)) for one in held.entries)
    told = sum(one.number in settled or one.number in steps for one in held.entries)
    based_on = said("picture.chapter.commitments_based_on", told=told, all=len(lines), on=held.session_on)
    return Chapter("commitments", lines, based_on)


def _entry(material: Material, case: Known, entry: Entry, settled: Told | None, step: Told | None) -> Line:
    extra: tuple[tuple[str, Text], ...] = (
        ("kind", said(f"picture.kind.{entry.kind}")),
        ("ministries", said("picture.listed", what=entry.ministries)),
    )
    if entry.due_of is not None:
        extra = (*extra, ("due_of", entry.due_of))
    mark = _entry_mark(material, case, entry, settled, step)
    return Line(str(entry.number), entry.name, mark, extra=extra, due=entry.due_on)


def _entry_mark(material: Material, case: Known, entry: Entry, settled: Told | None, step: Told | None) -> Mark:
    if settled is not None:
        fulfilled = settled.event.type.endswith("entry_fulfilled")
        status = Status.ON_SCHEDULE if fulfilled else Status.NOT_APPLICABLE
        key = "fulfilled" if fulfilled else "dropped"
        words = said(f"picture.reason.entry-{key}", on=settled.event.effective_on)
        return mark_judged(material, settled, status, words, rule="settled")
    evidence = (evidence_of(case),)
    asked = by_day(material, entry.due_on, evidence, step) if entry.due_on else None
    if asked is not None:
        return asked
    if step is not None:
        words = step.data["step"] or said("picture.reason.progressed")
        return mark_judged(material, step, Status.ON_SCHEDULE, words, rule="progressed")
    return not_told(material, case.case.opened_on, evidence)
