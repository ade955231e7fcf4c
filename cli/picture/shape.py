"""The picture as data: what `picture show --format json` prints and `picture.json` holds. Keys are only ever added."""

from __future__ import annotations

from cli.picture.marks import Mark, Status
from cli.picture.model import (
    Act,
    CaseLine,
    Chapter,
    County,
    Due,
    Group,
    Line,
    Note,
    Picture,
    ProcedureView,
    Theme,
    Waits,
)
from cli.picture.telling import Teller
from cli.screen.shapes import Shape, day, instant


def picture_shape(picture: Picture, tell: Teller) -> Shape:
    """Gives the whole picture as data, its sentences in the language of `tell`."""
    return {
        "as_of": as_of_shape(picture),
        "based_on": based_on_shape(picture),
        "profile": picture.profile,
        "left_out": picture.left_out,
        "part": picture.part,
        "rules": {"version": picture.stamp.rules},
        "round": _round(picture),
        "headline": tell(picture.headline),
        "counts": [
            {
                "status": str(status),
                "label": tell.words(f"picture.status.{status}"),
                "count": picture.count(status),
                "before": picture.counted_before(status),
            }
            for status in Status
        ],
        "support_asked": sum(one.support_asked for one in picture.counties),
        "counties": [county_shape(one, tell) for one in picture.counties],
        "procedures": [_procedure(one, tell) for one in picture.procedures],
        "others": [case_shape(one, tell) for one in picture.others],
        "goals": [_chapter(one, tell) for one in picture.chapters],
        "flags": [note_shape(one, tell) for one in picture.flags],
        "observations": [note_shape(one, tell) for one in picture.notes],
        "themes": [_theme(one, tell) for one in picture.themes],
        "problems": [case_shape(one, tell) for one in picture.problems],
        "reports": [
            {
                "on": day(one.on),
                "to": tell(one.to),
                "shown_position": one.shown,
                "pages": list(one.pages),
                "summary": one.summary,
                "position": one.position,
                "documents": list(one.documents),
            }
            for one in picture.reports
        ],
        "indicators": [
            {
                "indicator": one.id,
                "name": one.name,
                "source": one.source,
                "unit": one.unit,
                "objective": one.objective,
                "goal": one.goal,
                "position": one.position,
                "values": {
                    code: {"period": period, "value": value, "position": position}
                    for code, (period, value, position) in one.values.items()
                },
            }
            for one in picture.indicators
        ],
        "decisions": [_waiting(line, task, tell) for line, task in picture.decisions],
        "ahead": [{"case": line.case_id, "subject": line.subject, **_due(due, tell)} for line, due in picture.ahead],
        "changes": [_act(one, tell) for one in picture.news],
        "unsettled": [
            {
                "procedure": tell(one.procedure),
                "question": tell(one.question),
                "meanwhile": tell(one.meanwhile),
                "basis": list(one.basis),
                "cases": one.cases,
            }
            for one in picture.questions
        ],
        "silent_registers": [tell(one) for one in picture.silent_registers],
    }


def as_of_shape(picture: Picture) -> Shape:
    """Gives from where the picture looks."""
    stamp = picture.stamp
    return {
        "position": stamp.position,
        "time": instant(stamp.time) if stamp.time else None,
        "in_force_on": day(stamp.in_force_on),
        "head": stamp.head,
    }


def based_on_shape(picture: Picture) -> Shape:
    """Gives of how many of the 23 something was said, and who is missing since when."""
    based_on = picture.based_on
    return {
        "reported": based_on.reported,
        "expected": based_on.expected,
        "missing": [code for code, _ in based_on.missing],
        "silent_days": dict(based_on.missing),
    }


def mark_shape(mark: Mark, tell: Teller) -> Shape:
    """Gives a mark with what explains it: rule and version, reason, events, documents."""
    return {
        "status": str(mark.status),
        "label": tell.words(f"picture.status.{mark.status}"),
        "provenance": mark.provenance,
        "rule": mark.rule,
        "reason": tell(mark.reason),
        "since": day(mark.since),
        "age_days": mark.age_days,
        "evidence": [
            {"case": one.case_id, "positions": list(one.positions), "documents": list(one.documents)}
            for one in mark.evidence
        ],
        "parts": [mark_shape(one, tell) for one in mark.parts],
    }


def county_shape(one: County, tell: Teller) -> Shape:
    """Gives one of the 23."""
    return {
        "subject": one.code,
        "slug": one.slug,
        "name": tell(one.name),
        "area": tell(one.area) or None,
        "overall": mark_shape(one.overall, tell),
        "derived": mark_shape(one.derived, tell),
        "reported": mark_shape(one.reported, tell),
        "differs": one.differs,
        "before": str(one.was) if one.was else None,
        "change": one.change,
        "support_asked": one.support_asked,
        "cases": [case_shape(line, tell) for line in one.cases],
        "shared_cases": [line.case_id for line in one.shared_cases],
        "owed": [_waiting(line, task, tell) for line, task in one.owed],
        "groups": [_group(group, tell) for group in one.groups],
        "preconditions": [line_shape(line, tell) for line in one.preconditions],
        "observations": [note_shape(note, tell) for note in one.notes],
        "flags": [note_shape(note, tell) for note in one.flags],
        "peers": [
            {"measure": peer.key, "value": peer.value, "median": peer.median, "quarter": peer.quarter, "of": peer.known}
            for peer in one.peers
        ],
        "contacts": [
            {"organisation": tell(whose), "matter": tell(what), "who": tell(who)} for whose, what, who in one.contacts
        ],
        "agenda": [tell(point) for point in one.agenda],
    }


def case_shape(line: CaseLine, tell: Teller) -> Shape:
    """Gives a case."""
    return {
        "case": line.case_id,
        "procedure": line.procedure,
        "label": tell(line.label),
        "declaration": line.declaration,
        "subject": line.subject,
        "subject_name": tell(line.subject_name),
        "state": line.state,
        "state_label": tell(line.state_label),
        "diary_number": line.diary_number,
        "opened_on": day(line.opened_on),
        "since": day(line.since),
        "age_days": line.age_days,
        "mark": mark_shape(line.mark, tell),
        "told": mark_shape(line.told, tell) if line.told else None,
        "deadlines": [_due(one, tell) for one in line.deadlines],
        "turn": [
            {"task": tell(one.name), "role": tell(one.role), "organisation": one.organisation, "due": day(one.due)}
            for one in line.waits
        ],
    }


def line_shape(line: Line, tell: Teller) -> Shape:
    """Gives a line of a register."""
    return {
        "id": line.id or line.number,
        "number": line.number,
        "name": tell(line.name),
        "mark": mark_shape(line.mark, tell),
        "support_asked": line.support_asked,
        "due": day(line.due),
        **{key: tell(text) for key, text in line.extra},
        "inner": [line_shape(one, tell) for one in line.inner],
    }


def note_shape(note: Note, tell: Teller) -> Shape:
    """Gives an observation or a flag."""
    return {
        "kind": note.kind,
        "subject": note.subject,
        "text": note.text,
        "said_on": day(note.said_on),
        "answer": note.answer,
        "answered_on": day(note.answered_on),
        "age_days": note.age_days,
        "due": day(note.due),
        "overdue": note.overdue,
        "state": tell(note.state) or None,
        "plan_b": note.plan_b,
        "contact": note.contact,
        "case": note.evidence.case_id,
        "positions": list(note.evidence.positions),
    }


def _group(group: Group, tell: Teller) -> Shape:
    return {
        "id": group.id,
        "name": tell(group.name),
        "counts": {str(status): group.count(status) for status in Status},
        "tasks": [line_shape(line, tell) for line in group.lines],
    }


def _procedure(view: ProcedureView, tell: Teller) -> Shape:
    based_on = view.based_on
    return {
        "procedure": view.id,
        "label": tell(view.label),
        "based_on": {
            "reported": based_on.reported,
            "expected": based_on.expected,
            "missing": [code for code, _ in based_on.missing],
        },
        "states": [{"label": tell(label), "cases": number} for label, number in view.states],
        "marks": {code: mark_shape(mark, tell) for code, mark in view.marks.items()},
        "cases": [line.case_id for line in view.cases],
    }


def _chapter(chapter: Chapter, tell: Teller) -> Shape:
    return {
        "id": chapter.id,
        "label": tell.words(f"picture.chapter.{chapter.id}"),
        "based_on": tell(chapter.based_on) or None,
        "lines": [line_shape(line, tell) for line in chapter.lines],
    }


def _theme(theme: Theme, tell: Teller) -> Shape:
    return {
        "id": theme.id,
        "name": tell(theme.name),
        "subjects": list(theme.subjects),
        "raised_on": day(theme.raised_on),
        "state": tell(theme.state),
        "taken_up_by": theme.taken_up_by,
        "closed_on": day(theme.closed_on),
        "age_days": theme.age_days,
        "case": theme.evidence.case_id,
        "positions": list(theme.evidence.positions),
    }


def _waiting(line: CaseLine, task: Waits, tell: Teller) -> Shape:
    return {
        "case": line.case_id,
        "subject": line.subject,
        "procedure": line.procedure,
        "task": tell(task.name),
        "role": tell(task.role),
        "organisation": task.organisation,
        "raised_on": day(task.raised_on),
        "due": day(task.due),
        "basis": task.basis,
        "position": task.position,
    }


def _due(due: Due, tell: Teller) -> Shape:
    return {
        "deadline": due.id,
        "label": tell(due.name),
        "due": day(due.on),
        "days_left": due.days_left,
        "status": due.status,
        "basis": due.basis,
        "law_status": due.law_status,
        "position": due.position,
    }


def _act(act: Act, tell: Teller) -> Shape:
    return {
        "position": act.position,
        "case": act.case_id,
        "subject": act.subject,
        "fact": tell(act.fact),
        "on": day(act.on),
        "document": act.document,
    }


def _round(picture: Picture) -> Shape:
    found = picture.round
    return {
        "month": found.month,
        "answered": found.answered,
        "case": found.case_id,
        "due": day(found.due),
        "confirmed_month": found.confirmed_month,
        "confirmed_on": day(found.confirmed_on),
        "confirmed_position": found.confirmed_position,
    }
