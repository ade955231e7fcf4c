"""What a link names: a procedure, forum, goal, measure, action, objective or commitment by its own name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.shapes import Shape
    from engine.law import Label


def link_name(run: Invocation, kind: str, target: str) -> str | None:
    """Gives the name of what is linked in the language; None where no catalogue of this project names it."""
    label = _label(run, kind, target)
    return label.text(run.language) if label else None


def links_line(run: Invocation, links: Sequence[Shape]) -> str:
    """Gives links in one line, each kind once with its ids, as commands take them."""
    kinds = dict.fromkeys(one["kind"] for one in links)
    told = {kind: ", ".join(one["target"] for one in links if one["kind"] == kind) for kind in kinds}
    return "; ".join(f"{run.words.term('programme.kind', kind)} {targets}" for kind, targets in told.items())


def _label(run: Invocation, kind: str, target: str) -> Label | None:
    from procedures.cooperation_forums.catalogue import forums
    from procedures.government_commitment.entries import register
    from procedures.national_objectives.objectives import registered
    from procedures.reform_programme.catalogue import programme
    from procedures.roadmap.catalogue import roadmap

    match kind:
        case "procedure":
            known = {table.procedure.id: table.procedure.label for table in run.wiring.declarations.all()}
            return known.get(target)
        case "forum":
            forum = forums().by_id.get(target)
            return forum.name if forum else None
        case "goal" | "measure" | "action":
            entry = programme().by_id.get(target)
            return entry.name if entry else None
        case "objective":
            return {str(one.number): one.name for one in registered("2025-05-28").objectives}.get(target)
        case "commitment":
            return {str(one.number): one.name for one in register("entries_2025").entries}.get(target)
        case "subtask":
            subtask = roadmap().subtasks.get(target)
            return subtask.name if subtask else None
    return None
