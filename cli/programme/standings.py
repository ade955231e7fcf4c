"""Where the goals, measures and first-stage actions stand, as data: what the log gives and what was reported, both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from cli.programme.scale import worst
from procedures.government_commitment.links import links_of as commitment_links
from procedures.national_objectives.links import links_of as objective_links
from procedures.newest import newest_by
from procedures.reform_programme.catalogue import Goal, Link, Watched, ancestors, programme
from procedures.reform_programme.guards import links_now
from procedures.reform_programme.values import MeasureStanding, measures_on

if TYPE_CHECKING:
    from datetime import date

    from cli.screen.shapes import Shape
    from engine.case import Case
    from engine.envelope import Envelope
    from engine.law import Language

OBJECTIVES: Final = "2025-05-28"
COMMITMENTS: Final = "entries_2025"


@dataclass(frozen=True)
class Standings:
    """The programme on a day; without a case nothing of it has been reported, or it is `hidden` from who asks."""

    case: Case | None
    day: date
    language: Language
    hidden: bool = False

    @cached_property
    def measures(self) -> Mapping[str, MeasureStanding]:
        """Every measure as it stands, by its id."""
        return {one.measure.id: one for one in measures_on(self.case, self.day)}

    @cached_property
    def goals(self) -> Mapping[str, Envelope]:
        """The newest assessment of each goal that has one."""
        return newest_by(self.case, "goal_assessed", "goal")

    @cached_property
    def actions(self) -> Mapping[str, Envelope]:
        """The newest report of each first-stage action that has one."""
        return newest_by(self.case, "action_state_set", "action")

    @cached_property
    def tied(self) -> frozenset[tuple[str, str, str]]:
        """What people have tied to the goals: goal, kind and target."""
        return links_now(self.case) if self.case else frozenset()

    def measure_shape(self, measure_id: str) -> Shape:
        """Gives a measure as data."""
        one = self.measures[measure_id]
        measure, planned, reported = one.measure, one.planned, one.reported
        plan = planned.data if planned else {}
        said = _report_shape(reported)
        return {
            "id": measure.id,
            "kind": "measure",
            "number": measure.number,
            "name": measure.name.text(self.language),
            "place": measure.place,
            "goals": list(measure.goals),
            "owners": list(one.owners),
            "owners_from": "plan" if planned else measure.owners_from,
            "unit": plan.get("unit"),
            "starts_on": plan.get("starts_on"),
            "due_on": one.due_on.isoformat() if one.due_on else None,
            "stage": one.stage,
            "state": worst((one.derived, said["reported"])),
            "derived": one.derived,
            **said,
            "links": _links(measure.links),
            "hidden": self.hidden,
        }

    def action_shape(self, action: Watched) -> Shape:
        """Gives a first-stage action as data, under the same keys as a measure."""
        reported = self.actions.get(action.id)
        said = _report_shape(reported)
        return {
            "id": action.id,
            "kind": "action",
            "number": action.number,
            "name": action.name.text(self.language),
            "place": action.place,
            "goals": [target for kind, target in action.links if kind == "goal"],
            "owners": list(action.owners),
            "owners_from": "text" if action.owners else "unknown",
            "unit": None,
            "starts_on": None,
            "due_on": None,
            "stage": reported.data["stage"] if reported else None,
            "state": worst((said["reported"],)),
            "derived": None,
            **said,
            "links": _links(action.links),
            "hidden": self.hidden,
        }

    def goal_shape(self, goal: Goal) -> Shape:
        """Gives a goal with everything under it as data; its state follows from its measures unless it was assessed."""
        catalogue = programme()
        measures = [self.measure_shape(one.id) for one in catalogue.measures_of(goal.id)] if goal.parent else []
        children = [self.goal_shape(one) for one in catalogue.children(goal.id)]
        if goal.parent is None:
            measures = [self.measure_shape(one.id) for one in catalogue.measures if one.id.startswith(goal.id)]
        said = _report_shape(self.goals.get(goal.id))
        told = [one for one in measures if one["state"] != "no_information"]
        derived = worst(one["state"] for one in told) if told else None
        return {
            "id": goal.id,
            "number": goal.number,
            "name": goal.name.text(self.language),
            "level": goal.level,
            "place": goal.place,
            "above": list(ancestors(goal.id)),
            "state": worst((derived, said["reported"])),
            "derived": derived,
            **said,
            "owners": list(dict.fromkeys(code for one in measures for code in one["owners"])),
            "measures": [one["id"] for one in measures],
            "measures_told": len(told),
            "no_measures": goal.no_measures.text(self.language) if goal.no_measures else None,
            "links": self.links_of(goal),
            "hidden": self.hidden,
            "children": children,
        }

    def links_of(self, goal: Goal) -> list[Shape]:
        """Gives what belongs with a goal: by the catalogues, and by people who tied it."""
        catalogue = programme()
        found = [("catalogue", kind, target) for one in catalogue.actions for kind, target in _at(one, goal)]
        if goal.level == "sub_goal":
            own = (link for one in catalogue.measures_of(goal.id) for link in one.links)
            found += [("catalogue", kind, target) for kind, target in own]
        found += [("catalogue", kind, str(number)) for kind, number in _pointing_at(goal.id)]
        found += [("tied", kind, target) for at, kind, target in sorted(self.tied) if at == goal.id]
        return [{"kind": kind, "target": target, "from": source} for source, kind, target in dict.fromkeys(found)]


def _report_shape(event: Envelope | None) -> dict[str, Any]:
    """Gives a report on the scale of the picture as data; unknown throughout where there is none."""
    data = event.data if event else {}
    return {
        "reported": data.get("state"),
        "provenance": data.get("provenance"),
        "support_asked": bool(data.get("support_asked")),
        "reason": data.get("reason"),
        "evidence": data.get("evidence"),
        "reported_on": event.effective_on.isoformat() if event else None,
        "position": event.position if event else None,
    }


def _links(links: Iterable[Link]) -> list[Shape]:
    return [{"kind": kind, "target": target, "from": "catalogue"} for kind, target in links]


def _at(action: Watched, goal: Goal) -> tuple[Link, ...]:
    return (("action", action.id),) if ("goal", goal.id) in action.links else ()


def _pointing_at(goal_id: str) -> list[tuple[str, int]]:
    """Gives the national objectives and Government commitments whose own catalogue names the goal."""
    from procedures.government_commitment.entries import register
    from procedures.national_objectives.objectives import registered

    link = ("goal", goal_id)
    objectives = [one.number for one in registered(OBJECTIVES).objectives if link in objective_links(one.number)]
    commitments = [one.number for one in register(COMMITMENTS).entries if link in commitment_links(one.number)]
    return [*(("objective", one) for one in objectives), *(("commitment", one) for one in commitments)]
