"""The lists of `plan list`: measures of the programme, or the sub-tasks of one county."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.case.refs import subject_code
from cli.programme.entries import goal
from cli.programme.goal_pages import standings_of
from cli.programme.running import cases_as_of_now, is_hidden
from cli.programme.scale import owners_told, proposed, shown, told
from cli.screen.page import Column
from procedures.county_return.values import SaidValue, said_of_subtasks
from procedures.county_roadmap.since_2025_01_01 import judged
from procedures.reform_programme.catalogue import ancestors, programme
from procedures.roadmap.catalogue import Criticality, Subtask, roadmap

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.shapes import Shape

_ALSO = ("kind", "number", "goals", "stage", "state", "support_asked", "reason", "reported_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which entries are wanted; None lets everything through."""

    goal: str | None
    owner: str | None
    state: str | None


def list_measures(run: Invocation, chosen: Chosen) -> None:
    """Prints the first-stage actions and measures of the programme.

    Raises:
        NotFound: there is no such goal, or nobody is known by the owner.
    """
    standings, about = standings_of(run)
    items = [standings.action_shape(one) for one in programme().actions]
    items += [standings.measure_shape(one.id) for one in programme().measures]
    wanted = goal(chosen.goal).id if chosen.goal else None
    owner = subject_code(run.wiring, chosen.owner)
    items = [one for one in items if _is_wanted(one, wanted, owner, chosen.state)]
    words = run.words
    run.out.rows(
        items,
        [
            Column("id", words("programme.column.id")),
            Column("name", words("programme.column.measure"), wrap=True),
            Column("owners", words("programme.column.owners"), wrap=True),
            Column("due_on", words("programme.column.due"), date=True),
            Column("derived", words("programme.column.log"), wrap=True),
            Column("reported", words("programme.column.reported"), wrap=True),
        ],
        empty=words("programme.plan_empty"),
        also=(*_ALSO, "position", "hidden"),
        then=_next(run, items, begun=about["programme"] is not None),
        shown=lambda one: _told(run, one),
    )


def list_subtasks(run: Invocation, county: str, chosen: Chosen, *, every: bool) -> None:
    """Prints the sub-tasks of a county: those of which it has told, with `every` all that it is asked about.

    Raises:
        NotFound: nobody is known by the reference.
    """
    code = str(subject_code(run.wiring, county))
    with run.record() as record:
        returns = [case for _, case in cases_as_of_now(run, record, "county_return") if case.subject == code]
        maps = [case for _, case in cases_as_of_now(run, record, "county_roadmap") if case.subject == code]
        hidden = not returns and is_hidden(record, code, "county_return")
    said, known = said_of_subtasks(returns), judged(maps[-1]) if maps else {}
    asked = [one for one in roadmap().subtasks.values() if one.id in said or (every and _is_asked(one, known))]
    items = [_subtask_shape(run, one, said.get(one.id), known) | {"hidden": hidden} for one in asked]
    items = [one for one in items if chosen.state in (None, one["state"])]
    words = run.words
    run.out.rows(
        items,
        [
            Column("id", words("programme.column.id")),
            Column("name", words("programme.column.subtask"), wrap=True),
            Column("state", words("programme.column.state"), wrap=True),
            Column("progress", words("programme.column.stage"), wrap=True),
            Column("reported_on", words("programme.column.since"), date=True),
            Column("reason", words("programme.column.reason"), wrap=True),
        ],
        empty=words("programme.subtasks_hidden" if hidden else "programme.subtasks_empty"),
        also=("hidden", "group", "package", "criticality", "provenance", "support_asked", "month", "case", "position"),
        then=[
            run.command("plan", "update", one["id"], proposed(one["state"]), "--county", county, "--reason", "VALUE")
            for one in items[:1]
            if not hidden
        ]
        or [run.command("plan", "list", "--county", county, "--all")],
        shown=lambda one: {
            **one,
            "state": told(run, one) + (" ⚑" if one["support_asked"] else ""),
            "progress": words.term("programme.stage", str(one["progress"])) if one["progress"] else "",
        },
    )


def _is_wanted(one: Shape, goal_id: str | None, owner: str | None, state: str | None) -> bool:
    at = {above for own in one["goals"] for above in (own, *ancestors(own))}
    return (
        (goal_id is None or goal_id in at)
        and (owner is None or owner in one["owners"])
        and state in (None, one["state"])
    )


def _told(run: Invocation, one: Mapping[str, object]) -> Mapping[str, object]:
    """Gives what a person sees: states by mark and word, support asked, silence said aloud."""
    reported = one["reported"] if one["reported"] or one["derived"] else "no_information"
    asked = " ⚑" if one["support_asked"] else ""
    return {
        **one,
        "owners": owners_told(run, one),
        "derived": shown(run, _text(one["derived"])),
        "reported": told(run, {**one, "reported": reported}, "reported") + asked,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _next(run: Invocation, items: list[Shape], *, begun: bool) -> list[str]:
    if not begun:
        return [run.command("goal", "tree")]
    first = next((one for one in items if one["state"] in ("late", "at_risk")), items[0] if items else None)
    update = (
        ("plan", "update", first["id"], proposed(first["state"]), "--reason", "VALUE") if first else ("plan", "list")
    )
    return [run.command(*update), run.command("goal", "tree")]


def _is_asked(one: Subtask, known: Mapping[str, Criticality]) -> bool:
    return known.get(one.id, one.criticality) != "not_critical"


def _subtask_shape(run: Invocation, one: Subtask, said: SaidValue | None, known: Mapping[str, Criticality]) -> Shape:
    return {
        "id": one.id,
        "kind": "subtask",
        "number": one.number,
        "name": one.name.text(run.language),
        "group": one.group_id,
        "package": one.package_id,
        "criticality": known.get(one.id, one.criticality),
        "state": said.state if said else "no_information",
        "provenance": said.provenance if said else None,
        "support_asked": said.support_asked if said else False,
        "reason": said.reason if said else None,
        "progress": said.progress if said else None,
        "month": said.month if said else None,
        "reported_on": said.said_on.isoformat() if said else None,
        "case": said.case_id if said else None,
        "position": said.position if said else None,
    }
