"""Where the assessment of a county can stand, whose turn it is there, and its clock. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, State, TaskRule
from engine.law import Label, Status
from procedures.county_assessment.guards import PRECONDITIONS, SUPPORT
from procedures.roles import VM

REVIEW: Final = DeadlineRule(
    "pace_review",
    Label("etenemisvauhdin arviointi", "bedömning av takten", "the pace to be judged"),
    DeadlineKind.AGREED,
    Stated("review_on"),
    (PRECONDITIONS,),
    reminders_days=(-14, 0),
)


def _judge(task_id: str) -> TaskRule:
    return TaskRule(
        task_id,
        Label(
            "arvioi edellytykset ja reformin eteneminen",
            "bedöm förutsättningarna och reformens framskridande",
            "assess the preconditions and the pace of the reform",
        ),
        VM,
        (PRECONDITIONS,),
        deadline="pace_review",
        done_by=("pace_judged",),
    )


ASSESS_AGAIN: Final = TaskRule(
    "assess_again",
    Label(
        "arvioi alueen eteneminen uudelleen erityismenettelyn vuoksi",
        "bedöm områdets framskridande på nytt på grund av det särskilda förfarandet",
        "assess the county anew because of the special procedure",
    ),
    VM,
    (SUPPORT,),
    done_by=("pace_judged",),
)
ASSESSING: Final = State(
    "assessing",
    Label("alueen etenemistä arvioidaan", "områdets framskridande bedöms", "county's progress being assessed"),
    status=Status.PRACTICE,
    tasks=(
        _judge("judge_pace"),
        TaskRule(
            "decide_steering",
            Label(
                "päätä yksilöllisestä tuesta, kevennyksestä tai tavanomaisesta ohjauksesta",
                "besluta om individuellt stöd, lättnad eller sedvanlig styrning",
                "decide on individual support, lightening or ordinary steering",
            ),
            VM,
            (SUPPORT,),
        ),
    ),
)
ORDINARY: Final = State(
    "ordinary",
    Label("tavanomainen ohjaus", "sedvanlig styrning", "ordinary steering"),
    status=Status.PRACTICE,
    tasks=(_judge("judge_pace_in_ordinary_steering"),),
)
SUPPORTED: Final = State(
    "supported",
    Label("yksilöllinen tuki", "individuellt stöd", "individual support"),
    status=Status.PRACTICE,
    tasks=(_judge("judge_pace_under_support"),),
)
LIGHTENED: Final = State(
    "lightened",
    Label("kevennetty ohjaus", "lättad styrning", "lightened steering"),
    status=Status.PRACTICE,
    tasks=(_judge("judge_pace_when_lightened"),),
)
ENDED: Final = State(
    "ended",
    Label("arviointi päättynyt", "bedömningen avslutad", "assessment ended"),
    final=True,
    status=Status.PRACTICE,
)
RUNNING: Final = (ASSESSING, ORDINARY, SUPPORTED, LIGHTENED)
STATES: Final = (*RUNNING, ENDED)
