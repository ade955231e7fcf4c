"""The chapters of the reform programme: first-stage actions, the goal tree with its measures, assumptions and risks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cli.picture.cases import documents_of, evidence_of
from cli.picture.gather import Known, Material
from cli.picture.lines import Told, by_day, mark_judged, mark_said, newest, not_told
from cli.picture.marks import Evidence, Mark, Status, Text, named, said, worst
from cli.picture.model import Chapter, Line, Report
from procedures.reform_programme.catalogue import Catalogue, Goal, Measure, Watched, programme

_JUDGEMENTS = {"holds": Status.ON_SCHEDULE, "wavering": Status.AT_RISK, "failed": Status.AT_RISK}
_LEVELS = {"low": Status.ON_SCHEDULE, "medium": Status.AT_RISK, "high": Status.AT_RISK}
_REPORTS = ("reported_to_secretaries", "reported_to_ministers")


def chapters(material: Material) -> tuple[Chapter, ...]:
    """Gives the chapters of the programme; without a case of it each entry says that nothing is known."""
    cases = material.of("reform_programme")
    case = cases[-1] if cases else None
    held = programme()
    measures = {one.id: _measure(material, case, one) for one in held.measures}
    return (
        _chapter("actions", [_action(material, case, one) for one in held.actions]),
        _chapter("tree", [_goal(material, case, held, goal, measures) for goal in held.goals if goal.level == "main"]),
        _chapter("measures", measures.values()),
        _chapter("assumptions", [_assumption(material, case, one) for one in held.assumptions]),
        _chapter("risks", [_risk(material, case, one) for one in held.risks]),
    )


def reports(material: Material) -> tuple[Report, ...]:
    """Gives what was reported up the chain, the newest first: to whom, and what of the log it showed."""
    found = []
    for one in material.of("reform_programme", "monthly_round"):
        for event in (event for fact in (*_REPORTS, "reported") for event in one.case.every(fact)):
            fact = one.table.fact_of(event.type)
            level = event.data.get("level")
            to: Text = said(f"picture.level.{level}") if level else fact.label if fact else named(event.type)
            shown = event.data.get("shown_position") or event.data.get("position")
            documents = documents_of((event,))
            found.append(
                Report(
                    event.effective_on,
                    to,
                    shown,
                    tuple(event.data["pages"]),
                    event.position,
                    one.case.case_id,
                    documents,
                    event.data.get("summary") or event.data.get("remark"),
                )
            )
    return tuple(sorted(found, key=lambda report: (report.on, report.position), reverse=True))


def _chapter(ident: str, lines: Iterable[Line]) -> Chapter:
    held = tuple(lines)
    told = sum(one.mark.status is not Status.NO_INFORMATION for one in held)
    return Chapter(ident, held, said("picture.chapter.based_on", told=told, all=len(held)))


def _told(case: Known | None, fact: str, key: str, entry: str) -> Told | None:
    return newest((case,), (fact,), key).get(entry) if case else None


def _silence(material: Material, case: Known | None) -> Mark:
    if case is None:
        return not_told(material, None)
    return not_told(material, case.case.opened_on, _opened(case))


def _opened(case: Known | None) -> tuple[Evidence, ...]:
    return (evidence_of(case, case.case.events[:1]),) if case else ()


def _reported(material: Material, told: Told) -> Mark:
    return mark_said(material, told, told.data["state"], told.data["reason"], told.data["provenance"])


def _action(material: Material, case: Known | None, one: Watched) -> Line:
    told = _told(case, "action_state_set", "action", one.id)
    mark = _reported(material, told) if told else _silence(material, case)
    return Line(one.number, one.name, mark, extra=(("owners", _owners(one.owners)),), support_asked=_support(told))


def _goal(material: Material, case: Known | None, held: Catalogue, goal: Goal, measures: Mapping[str, Line]) -> Line:
    inner = tuple(_goal(material, case, held, one, measures) for one in held.children(goal.id))
    told = _told(case, "goal_assessed", "goal", goal.id)
    below = [measures[one.id] for one in held.measures_of(goal.id)]
    if told is not None:
        mark = _reported(material, told)
    else:
        mark = _of_measures(material, case, [line.mark for line in below])
    extra: tuple[tuple[str, Text], ...] = (
        (("measures", said("picture.measures", len(below))),) if below else (("measures", goal.no_measures or "–"),)
    )
    number = "" if goal.level == "main" else goal.number
    return Line(number, goal.name, mark, extra=extra, inner=inner, support_asked=_support(told), id=goal.id)


def _of_measures(material: Material, case: Known | None, marks: Sequence[Mark]) -> Mark:
    """Gives what a goal's measures say of it: the worst of those told, and how many of them are."""
    told = [mark for mark in marks if mark.status is not Status.NO_INFORMATION]
    if not told:
        return _silence(material, case)
    found = worst(tuple(told))
    reason = said("picture.reason.of-measures", told=len(told), all=len(marks), worst=found.reason)
    return replace(found, provenance="derived", rule=material.rules.named("worst-of"), reason=reason)


def _measure(material: Material, case: Known | None, one: Measure) -> Line:
    told = _told(case, "measure_state_set", "measure", one.id)
    planned = _told(case, "measure_planned", "measure", one.id)
    due = planned.event_day("due_on") if planned else None
    due = due or one.due_on
    evidence = _opened(case)
    if planned is not None:
        evidence = (evidence_of(planned.known, (planned.event,)),)
    done = told is not None and told.data["stage"] in ("done", "dropped")
    asked = by_day(material, due, evidence, told) if case and due and not done else None
    marks = [_reported(material, told)] if told else []
    if asked is not None:
        marks.append(asked)
    mark = worst(tuple(marks)) if marks else _silence(material, case)
    owners = tuple(planned.data["owners"]) if planned else one.owners
    extra: tuple[tuple[str, Text], ...] = (
        ("goals", ", ".join(one.goals)),
        ("owners", _owners(owners)),
        ("stage_of", said(f"picture.stage.{told.data['stage']}") if told and told.data["stage"] else "–"),
    )
    return Line(one.id, one.name, mark, extra=extra, due=due, support_asked=_support(told))


def _assumption(material: Material, case: Known | None, one: Watched) -> Line:
    told = _told(case, "assumption_judged", "assumption", one.id)
    if told is None or case is None:
        return Line(one.number, one.name, _silence(material, case), extra=(("judgement", "–"),))
    judgement = told.data["judgement"]
    reason = told.data["reason"] or said(f"picture.judgement.{judgement}")
    mark = mark_judged(material, told, _JUDGEMENTS[judgement], reason)
    due = next((due.due for due in case.case.open_deadlines if due.name == "reassessment"), None)
    late = by_day(material, due, mark.evidence, told) if due and judgement == "failed" else None
    extra: tuple[tuple[str, Text], ...] = (("judgement", said(f"picture.judgement.{judgement}")),)
    return Line(one.number, one.name, late or mark, extra=extra, due=due if judgement == "failed" else None)


def _risk(material: Material, case: Known | None, one: Watched) -> Line:
    told = _told(case, "risk_assessed", "risk", one.id)
    if told is None:
        extra: tuple[tuple[str, Text], ...] = (("level", "–"), ("owners", _owners(one.owners)), ("control", "–"))
        return Line(one.number, one.name, _silence(material, case), extra=extra)
    data = told.data
    reason = data["reason"] or said(f"picture.risk_level.{data['level']}")
    owners = (data["owner"],) if data["owner"] else one.owners
    extra = (
        ("level", said(f"picture.risk_level.{data['level']}")),
        ("owners", _owners(owners)),
        ("control", data["control"] or "–"),
    )
    return Line(one.number, one.name, mark_judged(material, told, _LEVELS[data["level"]], reason), extra=extra)


def _owners(codes: Sequence[str]) -> Text:
    return said("picture.listed", what=tuple(codes)) if codes else said("picture.no_owner")


def _support(told: Told | None) -> bool:
    return bool(told and told.data.get("support_asked"))
