"""The lists of `risk list` and `assumption list`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cli.programme.goal_pages import standings_of
from cli.screen.page import Column
from procedures.newest import newest_by
from procedures.reform_programme.catalogue import Watched, programme
from procedures.reform_programme.guards import awaiting_reassessment

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.shapes import Shape
    from engine.case import Case
    from engine.envelope import Envelope


def list_risks(run: Invocation, level: str | None) -> None:
    """Prints the risks, each as it was last assessed."""
    standings, about = standings_of(run)
    assessed = newest_by(standings.case, "risk_assessed", "risk")
    items = [_risk_shape(run, one, assessed.get(one.id)) | {"hidden": about["hidden"]} for one in programme().risks]
    items = [one for one in items if level in (None, one["level"])]
    words = run.words
    first = next((one["id"] for one in items if one["level"] is None), items[0]["id"] if items else None)
    run.out.rows(
        items,
        [
            Column("id", words("programme.column.id")),
            Column("name", words("programme.column.risk"), wrap=True),
            Column("level", words("programme.column.level"), wrap=True),
            Column("owner", words("programme.column.owners")),
            Column("control", words("programme.column.control"), wrap=True),
            Column("assessed_on", words("programme.column.since"), date=True),
        ],
        empty=words("programme.risks_empty"),
        also=("number", "unit", "reason", "position", "hidden"),
        then=_next(run, about, ("risk", "set", first or "risk-1", "high", "--owner", "VALUE", "--control", "VALUE")),
        shown=lambda one: {**one, "level": _said(run, "level", one)},
    )


def list_assumptions(run: Invocation) -> None:
    """Prints the assumptions, each as it was last judged, and which wait for the plan to be assessed anew."""
    standings, about = standings_of(run)
    case = standings.case
    judged = newest_by(case, "assumption_judged", "assumption")
    waiting = awaiting_reassessment(case) if case else frozenset()
    found = (_assumption_shape(run, one, judged.get(one.id), case, waiting) for one in programme().assumptions)
    items = [one | {"hidden": about["hidden"]} for one in found]
    words = run.words
    doubtful = next((one["id"] for one in items if one["judgement"] in (None, "wavering")), "assumption-1")
    next_act = (
        ("plan", "reassess", "plan_kept", "--grounds", "VALUE")
        if waiting
        else ("assumption", "set", doubtful, "wavering", "--reason", "VALUE")
    )
    run.out.rows(
        items,
        [
            Column("id", words("programme.column.id")),
            Column("name", words("programme.column.assumption"), wrap=True),
            Column("judgement", words("programme.column.judgement"), wrap=True),
            Column("judged_on", words("programme.column.since"), date=True),
            Column("reassess_by", words("programme.column.reassess"), date=True),
            Column("reason", words("programme.column.reason"), wrap=True),
        ],
        empty=words("programme.assumptions_empty"),
        also=("number", "awaiting_reassessment", "position", "hidden"),
        then=_next(run, about, next_act),
        shown=lambda one: {**one, "judgement": _judgement(run, one)},
    )


def _risk_shape(run: Invocation, one: Watched, event: Envelope | None) -> Shape:
    data = event.data if event else {}
    return {
        **_named(run, one, event),
        "level": data.get("level"),
        "owner": data.get("owner"),
        "unit": data.get("unit"),
        "control": data.get("control"),
        "reason": data.get("reason"),
        "assessed_on": event.effective_on.isoformat() if event else None,
    }


def _assumption_shape(
    run: Invocation, one: Watched, event: Envelope | None, case: Case | None, waiting: frozenset[str]
) -> Shape:
    data = event.data if event else {}
    dues = [deadline.due for deadline in case.open_deadlines if deadline.name == "reassessment"] if case else []
    due = min(dues, default=None) if one.id in waiting else None
    return {
        **_named(run, one, event),
        "judgement": data.get("judgement"),
        "reason": data.get("reason"),
        "judged_on": event.effective_on.isoformat() if event else None,
        "awaiting_reassessment": one.id in waiting,
        "reassess_by": due.isoformat() if due else None,
    }


def _named(run: Invocation, one: Watched, event: Envelope | None) -> Shape:
    return {
        "id": one.id,
        "number": one.number,
        "name": one.name.text(run.language),
        "place": one.place,
        "links": [{"kind": kind, "target": target} for kind, target in one.links],
        "position": event.position if event else None,
    }


def _said(run: Invocation, kind: str, one: Mapping[str, object]) -> str:
    if one[kind]:
        return run.words.term(f"programme.{kind}", str(one[kind]))
    return run.words("programme.not_shown" if one["hidden"] else "programme.not_assessed")


def _judgement(run: Invocation, one: Mapping[str, object]) -> str:
    told = _said(run, "judgement", one)
    return f"{told}: {run.words('programme.reassessment_waits')}" if one["awaiting_reassessment"] else told


def _next(run: Invocation, about: Shape, words: tuple[str, ...]) -> list[str]:
    return [run.command(*words), run.command("goal", "tree")] if about["programme"] else [run.command("goal", "tree")]
