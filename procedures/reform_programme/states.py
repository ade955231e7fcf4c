"""Where the programme can stand, whose turn it is there, its clocks and its document. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, DocumentRule, State, TaskRule
from engine.law import Label, Status
from procedures.reform_programme.guards import ASSUMPTIONS, FOLLOW_UP, PREFACE
from procedures.roles import CORE_GROUP, PERMANENT_SECRETARIES

NEXT_REPORT: Final = DeadlineRule(
    "next_report",
    Label(
        "seuraava raportti kansliapäälliköille", "nästa rapport till kanslicheferna", "next report to the secretaries"
    ),
    DeadlineKind.AGREED,
    Stated("next_report_on"),
    (FOLLOW_UP,),
    reminders_days=(-14, -3, 1),
)
REASSESSMENT: Final = DeadlineRule(
    "reassessment",
    Label(
        "kehittämissuunnitelman uudelleenarviointi",
        "omprövning av utvecklingsplanen",
        "the plan to be assessed anew",
    ),
    DeadlineKind.AGREED,
    Stated("reassess_by"),
    (ASSUMPTIONS,),
    reminders_days=(-7, 0, 1),
)
PROPOSAL: Final = DocumentRule(
    "development_proposal",
    Label("kehittämisehdotus", "utvecklingsförslag", "development proposal"),
    (PREFACE,),
)

_FOLLOW: Final = TaskRule(
    "follow_measures",
    Label(
        "sovita toimenpiteet yhteen ja kirjaa niiden tilanne",
        "samordna åtgärderna och anteckna deras läge",
        "fit the measures together and record where they stand",
    ),
    CORE_GROUP,
    (FOLLOW_UP,),
)
_REPORT: Final = TaskRule(
    "report_up",
    Label(
        "raportoi etenemisestä kansliapäälliköille",
        "rapportera framskridandet till kanslicheferna",
        "report the progress to the permanent secretaries",
    ),
    CORE_GROUP,
    (FOLLOW_UP,),
    deadline="next_report",
)

PROPOSED: Final = State(
    "proposed",
    Label("ehdotettu", "föreslaget", "proposed"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "line_first_stage",
            Label(
                "linjaa ensivaiheessa käynnistettävät toimenpiteet",
                "ge riktlinjer för de åtgärder som inleds först",
                "say with which actions the programme begins",
            ),
            PERMANENT_SECRETARIES,
            (PREFACE,),
        ),
    ),
)
IN_EXECUTION: Final = State(
    "in_execution",
    Label("toimeenpanossa", "under genomförande", "in execution"),
    status=Status.PRACTICE,
    tasks=(_FOLLOW, _REPORT),
)
UNDER_REASSESSMENT: Final = State(
    "under_reassessment",
    Label("suunnitelmaa arvioidaan uudelleen", "planen omprövas", "plan being assessed anew"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "reassess_plan",
            Label(
                "arvioi kehittämissuunnitelma uudelleen",
                "ompröva utvecklingsplanen",
                "assess the plan anew",
            ),
            CORE_GROUP,
            (ASSUMPTIONS,),
            deadline="reassessment",
        ),
        TaskRule(
            "report_while_reassessing",
            Label(
                "raportoi pettäneestä olettamasta kansliapäälliköille",
                "rapportera det brustna antagandet till kanslicheferna",
                "report the failed assumption to the permanent secretaries",
            ),
            CORE_GROUP,
            (FOLLOW_UP,),
            done_by=("reported_to_secretaries",),
        ),
    ),
)
COMPLETED: Final = State(
    "completed", Label("toteutettu", "genomfört", "carried out"), final=True, status=Status.PRACTICE
)
ENDED: Final = State(
    "ended",
    Label("päätetty kesken", "avslutat i förtid", "ended unfinished"),
    final=True,
    status=Status.PRACTICE,
)
RUNNING: Final = (IN_EXECUTION, UNDER_REASSESSMENT)
STATES: Final = (PROPOSED, *RUNNING, COMPLETED, ENDED)
