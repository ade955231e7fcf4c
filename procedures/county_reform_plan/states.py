"""Where a county's reform plan can stand, whose turn it is there, its days and its document. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, DocumentRule, Role, State, TaskRule
from engine.law import Label, Status
from procedures.county_reform_plan.guards import PLAN
from procedures.roles import COUNTY_ORGAN, THL, VM

PLAN_DUE: Final = DeadlineRule(
    "reform_plan",
    Label("hyvinvointialueen reformisuunnitelma", "välfärdsområdets reformplan", "the county's reform plan"),
    DeadlineKind.AGREED,
    Stated("plan_due_on"),
    (PLAN,),
    reminders_days=(-30, -7, 0),
)
PROGRESS_DUE: Final = DeadlineRule(
    "plan_progress",
    Label("reformisuunnitelman seuranta", "uppföljning av reformplanen", "follow-up of the reform plan"),
    DeadlineKind.AGREED,
    Stated("next_progress_on"),
    (PLAN,),
    reminders_days=(-14, 0),
)
PLAN_DOCUMENT: Final = DocumentRule("reform_plan", Label("reformisuunnitelma", "reformplan", "reform plan"), (PLAN,))


def _task(task_id: str, role: Role, label: Label, *, deadline: str | None = None, by: tuple[str, ...] = ()) -> TaskRule:
    return TaskRule(task_id, label, role, (PLAN,), deadline=deadline, done_by=by)


NEED_OPEN: Final = State(
    "need_open",
    Label("suunnitelman tarvetta arvioidaan", "behovet av en plan bedöms", "need of a plan being assessed"),
    status=Status.PRACTICE,
    tasks=(
        _task(
            "assess_need",
            VM,
            Label(
                "arvioi reformisuunnitelman tarve", "bedöm behovet av en reformplan", "assess the need of a reform plan"
            ),
        ),
    ),
)
CONTENT_OPEN: Final = State(
    "content_open",
    Label("suunnitelman sisällöstä sovitaan", "planens innehåll avtalas", "content of the plan being agreed"),
    status=Status.PRACTICE,
    tasks=(
        _task(
            "propose_content",
            VM,
            Label(
                "ehdota reformisuunnitelman sisältöä",
                "föreslå innehåll för reformplanen",
                "propose the content of the reform plan",
            ),
            by=("content_proposed",),
        ),
        _task(
            "agree_content",
            COUNTY_ORGAN,
            Label(
                "sovi reformisuunnitelman sisällöstä ministeriöiden kanssa",
                "avtala om reformplanens innehåll med ministerierna",
                "agree the content of the reform plan with the ministries",
            ),
        ),
    ),
)
PLAN_AWAITED: Final = State(
    "plan_awaited",
    Label("reformisuunnitelmaa odotetaan", "reformplanen inväntas", "reform plan awaited"),
    status=Status.PRACTICE,
    tasks=(
        _task(
            "give_plan",
            COUNTY_ORGAN,
            Label("anna reformisuunnitelma", "lämna reformplanen", "give the reform plan"),
            deadline="reform_plan",
        ),
    ),
)
UNDER_ASSESSMENT: Final = State(
    "under_assessment",
    Label("reformisuunnitelmaa arvioidaan", "reformplanen bedöms", "reform plan being assessed"),
    status=Status.PRACTICE,
    tasks=(
        _task(
            "assess_plan",
            VM,
            Label(
                "arvioi reformisuunnitelma neljää alatavoitetta vasten",
                "bedöm reformplanen mot de fyra delmålen",
                "assess the reform plan against the four sub-goals",
            ),
        ),
    ),
)
IN_FOLLOW_UP: Final = State(
    "in_follow_up",
    Label("suunnitelman toteutus seurannassa", "planens genomförande följs upp", "plan's execution followed"),
    status=Status.PRACTICE,
    tasks=(
        _task(
            "record_progress",
            VM,
            Label(
                "kirjaa reformisuunnitelman eteneminen tilannekuvaan",
                "anteckna reformplanens framskridande i lägesbilden",
                "record the progress of the reform plan for the picture",
            ),
            deadline="plan_progress",
            by=("progress_recorded",),
        ),
        _task(
            "consider_in_assessment",
            THL,
            Label(
                "ota reformisuunnitelman eteneminen huomioon arvioinnissa",
                "beakta reformplanens framskridande i bedömningen",
                "consider the progress of the reform plan in the assessment",
            ),
            by=("thl_considered",),
        ),
    ),
)
NOT_NEEDED: Final = State(
    "not_needed",
    Label("suunnitelmaa ei tarvita", "ingen plan behövs", "no plan needed"),
    final=True,
    status=Status.PRACTICE,
)
CARRIED_OUT: Final = State(
    "carried_out",
    Label("suunnitelma toteutettu", "planen genomförd", "plan carried out"),
    final=True,
    status=Status.PRACTICE,
)
DISCONTINUED: Final = State(
    "discontinued", Label("keskeytetty", "avbruten", "discontinued"), final=True, status=Status.PRACTICE
)
OPEN_STATES: Final = (NEED_OPEN, CONTENT_OPEN, PLAN_AWAITED, UNDER_ASSESSMENT, IN_FOLLOW_UP)
STATES: Final = (*OPEN_STATES, NOT_NEEDED, CARRIED_OUT, DISCONTINUED)
