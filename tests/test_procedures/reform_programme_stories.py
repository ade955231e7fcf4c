"""The book of a made-up programme: followed to its end, assessed anew on the way, or ended unfinished."""

from __future__ import annotations

from typing import Final

from procedures.reform_programme.catalogue import programme
from procedures.reform_programme.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

MEASURES: Final = tuple(measure.id for measure in programme().measures)


def done(measure: str, day: str = "2026-11-02") -> Told:
    """A measure that is done."""
    return fact("measure_state_set", day, measure=measure, state="on_schedule", stage="done", evidence="made up")


ACTS: Final = {
    "programme_proposed": fact("programme_proposed", "2025-02-28", documents=("development_proposal",)),
    "first_stage_lined": fact("first_stage_lined", "2025-04-01", next_report_on="2025-06-02"),
    "measure_planned": fact(
        "measure_planned", "2025-04-15", measure="N1.4-6", owners=["VM"], starts_on="2025-05-01", due_on="2026-12-31"
    ),
    "measure_late": fact(
        "measure_state_set",
        "2025-05-12",
        measure="N1.4-6",
        state="late",
        stage="under_way",
        support_asked=True,
        reason="made-up reason",
    ),
    "action_state_set": fact(
        "action_state_set", "2025-05-12", action="action-4", state="on_schedule", provenance="discussed"
    ),
    "goal_assessed": fact("goal_assessed", "2025-05-12", goal="R2.1", state="no_information"),
    "goal_linked": fact("goal_linked", "2025-05-12", goal="N1.1", kind="commitment", target="6"),
    "goal_unlinked": fact("goal_unlinked", "2025-05-13", goal="N1.1", kind="commitment", target="6"),
    "wavering": fact(
        "assumption_judged", "2025-05-14", assumption="assumption-3", judgement="wavering", reason="made-up reason"
    ),
    "failed": fact(
        "assumption_judged",
        "2025-05-15",
        assumption="assumption-3",
        judgement="failed",
        reason="made-up reason",
        reassess_by="2025-06-13",
    ),
    "failed_too": fact(
        "assumption_judged", "2025-05-16", assumption="assumption-5", judgement="failed", reason="made-up reason"
    ),
    "still_holds": fact("assumption_judged", "2025-05-19", assumption="assumption-1", judgement="holds"),
    "reassessed": fact(
        "plan_reassessed",
        "2025-06-10",
        assumptions=["assumption-3"],
        outcome="plan_changed",
        grounds="made-up grounds",
        changed=["N3.3-2"],
    ),
    "risk_assessed": fact(
        "risk_assessed", "2025-05-20", risk="risk-2", level="high", owner="VM", control="made-up control"
    ),
    "reported_to_secretaries": fact(
        "reported_to_secretaries",
        "2025-06-02",
        shown_position=4902,
        shown_as_of="2025-06-02",
        pages=["overview", "goals"],
        next_report_on="2025-09-01",
    ),
    "reported_to_ministers": fact("reported_to_ministers", "2025-06-03", shown_position=4902, pages=["overview"]),
    "line_given": fact("line_given", "2025-06-04", role="ministerial_group", line="made-up line"),
    **{f"done_{measure}": done(measure) for measure in MEASURES},
    "programme_completed": fact("programme_completed", "2026-12-01"),
    "programme_ended": fact("programme_ended", "2027-04-20", because="made-up reason"),
}
_RUNNING: Final = ("programme_proposed", "first_stage_lined")
_FOLLOWED: Final = (
    *_RUNNING,
    "measure_planned",
    "measure_late",
    "action_state_set",
    "goal_assessed",
    "goal_linked",
    "goal_unlinked",
    "wavering",
    "failed",
    "still_holds",
    "risk_assessed",
    "reported_to_secretaries",
    "reported_to_ministers",
    "line_given",
    "reassessed",
)

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={
            "completed": (*_FOLLOWED, *(f"done_{measure}" for measure in MEASURES), "programme_completed"),
            "ended": (*_RUNNING, "programme_ended"),
        },
        breaks={
            "someone_answers": Breach(_RUNNING, but(ACTS["measure_planned"], owners=[])),
            "days_in_order": Breach(_RUNNING, but(ACTS["measure_planned"], due_on="2025-04-30")),
            "worst_explained": Breach(_RUNNING, but(ACTS["measure_late"], reason=None)),
            "done_shown": Breach(_RUNNING, but(ACTS["done_N1.4-6"], evidence=None)),
            "dropped_explained": Breach(_RUNNING, but(ACTS["done_N1.4-6"], stage="dropped")),
            "target_known": Breach(_RUNNING, but(ACTS["goal_linked"], target="13")),
            "linked_before": Breach(_RUNNING, ACTS["goal_unlinked"]),
            "judgement_explained": Breach(_RUNNING, but(ACTS["wavering"], reason=None)),
            "failed_named": Breach((*_RUNNING, "failed", "failed_too"), ACTS["reassessed"]),
            "high_risk_owned": Breach(_RUNNING, but(ACTS["risk_assessed"], control=None)),
            "shown_named": Breach(_RUNNING, but(ACTS["reported_to_secretaries"], shown_position=None)),
            "through_the_chain": Breach(_RUNNING, ACTS["reported_to_ministers"]),
            "every_measure_settled": Breach((*_RUNNING, "done_N1.1-1"), ACTS["programme_completed"]),
        },
        meets={
            "next_report": Meeting(_RUNNING, "reported_to_secretaries"),
            "reassessment": Meeting((*_RUNNING, "failed"), "reassessed"),
        },
    ),
)
