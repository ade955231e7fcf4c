"""Where an interim evaluation can stand, whose turn it is there, the day of its report and its documents."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, DocumentRule, Role, State, TaskRule
from engine.law import Label, Status
from procedures.interim_evaluation.guards import FOLLOW_UP, PROJECT
from procedures.roles import EXPERT_GROUP, SM, STM, VM

REPORT_DUE: Final = DeadlineRule(
    "report",
    Label("väliarvioinnin raportti", "mellanutvärderingens rapport", "report of the interim evaluation"),
    DeadlineKind.POLITICAL,
    Stated("report_due_on"),
    (PROJECT,),
    reminders_days=(-30, -7, 0),
)
ASSIGNMENT: Final = DocumentRule(
    "assignment", Label("asettamispäätös", "tillsättningsbeslut", "appointment decision"), (PROJECT,)
)
REPORT: Final = DocumentRule(
    "report", Label("väliarviointiraportti", "mellanutvärderingsrapport", "report"), (PROJECT,)
)
POSITION: Final = DocumentRule(
    "position", Label("ministeriön kanta", "ministeriets ställningstagande", "position"), (FOLLOW_UP,)
)


def _give_position(role: Role) -> TaskRule:
    # The three share one fact; each one's task is done by the one who states it.
    return TaskRule(
        f"give_position_{role.id}",
        Label("anna kanta väliarviointiin", "ta ställning till mellanutvärderingen", "give a position on the report"),
        role,
        (FOLLOW_UP,),
        done_by=("position_given",),
    )


COMMISSIONED: Final = State(
    "commissioned",
    Label("toimeksianto annettu", "uppdraget givet", "evaluation commissioned"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "set_expert_group",
            Label("aseta asiantuntijaryhmä", "tillsätt expertgruppen", "set the expert group"),
            STM,
            (PROJECT,),
        ),
    ),
)
EVALUATING: Final = State(
    "evaluating",
    Label("asiantuntijaryhmä arvioi", "expertgruppen utvärderar", "expert group at work"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "give_report",
            Label("anna väliarvioinnin raportti", "lämna rapporten", "give the report"),
            EXPERT_GROUP,
            (PROJECT,),
            deadline="report",
        ),
    ),
)
REPORTED: Final = State(
    "reported",
    Label("raportti julkaistu", "rapporten publicerad", "report published"),
    status=Status.PRACTICE,
    tasks=(
        *map(_give_position, (VM, STM, SM)),
        TaskRule(
            "decide_follow_up",
            Label("päätä jatkotoimista", "besluta om fortsatta åtgärder", "decide what follows"),
            STM,
            (FOLLOW_UP,),
        ),
    ),
)
IN_FOLLOW_UP: Final = State(
    "in_follow_up",
    Label("jatkotoimet käynnissä", "fortsatta åtgärder pågår", "follow-up under way"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "report_follow_up",
            Label(
                "raportoi jatkotoimien tilanne ja päätä asia",
                "rapportera läget för åtgärderna och avsluta ärendet",
                "report on the measures and close the case",
            ),
            STM,
            (FOLLOW_UP,),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
WITHOUT_FOLLOW_UP: Final = State(
    "without_follow_up",
    Label("päättynyt ilman jatkotoimia", "avslutad utan fortsatta åtgärder", "ended without follow-up"),
    final=True,
    status=Status.PRACTICE,
)
DISCONTINUED: Final = State(
    "discontinued", Label("keskeytetty", "avbruten", "discontinued"), final=True, status=Status.PRACTICE
)
STATES: Final = (COMMISSIONED, EVALUATING, REPORTED, IN_FOLLOW_UP, CLOSED, WITHOUT_FOLLOW_UP, DISCONTINUED)
