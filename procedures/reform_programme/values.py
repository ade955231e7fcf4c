"""Where the programme's measures stand on a day: what was agreed and reported of each, and what follows from the log.

What is reported and what follows from the log stand side by side; where they differ, that is what is talked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.case import Case
from engine.envelope import Envelope
from procedures.newest import newest_by
from procedures.reform_programme.catalogue import Measure, programme
from procedures.reform_programme.guards import SETTLED, stages_of
from procedures.roadmap.fields import PictureState


@dataclass(frozen=True, slots=True)
class MeasureStanding:
    """One measure: plan (or what the catalogue says), stage, the newest report, and the state that the log gives.

    `reported` is None while nobody has said anything: that is no information. `derived` is None where the log alone
    says nothing of the state.
    """

    measure: Measure
    owners: tuple[str, ...]
    due_on: date | None
    stage: str | None
    reported: Envelope | None
    planned: Envelope | None
    derived: PictureState | None


def measures_on(case: Case | None, on: date) -> tuple[MeasureStanding, ...]:
    """Gives every measure of the catalogue as it stands on a day, in the order of the catalogue."""
    plans, reports = newest_by(case, "measure_planned", "measure"), newest_by(case, "measure_state_set", "measure")
    stages = stages_of(case)
    return tuple(
        _standing(measure, plans.get(measure.id), reports.get(measure.id), stages.get(measure.id), on)
        for measure in programme().measures
    )


def _standing(
    measure: Measure, planned: Envelope | None, reported: Envelope | None, stage: str | None, on: date
) -> MeasureStanding:
    owners, due_on = measure.owners, measure.due_on
    if planned is not None:
        owners = tuple(planned.data["owners"])
        due_on = date.fromisoformat(planned.data["due_on"]) if planned.data["due_on"] else due_on
    return MeasureStanding(measure, owners, due_on, stage, reported, planned, _derived(stage, due_on, on))


def _derived(stage: str | None, due_on: date | None, on: date) -> PictureState | None:
    if stage in SETTLED:
        return "on_schedule" if stage == "done" else "not_applicable"
    return "late" if due_on is not None and due_on < on else None
