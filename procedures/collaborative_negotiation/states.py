"""Where a round can stand, and whose turn it is there.

The law knows one thing only: that the ministry and the counties negotiate every year. The states are this model's.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Label, Status
from procedures.roles import GOVERNMENT, STM
from procedures.statutes import MIDTERM_SESSION_2025, SERVICES

_NEGOTIATIONS: Final = (SERVICES("37 § 4 mom."),)
_CUSTOMARY: Final = (SERVICES("37 § 4 mom.", Status.PRACTICE),)

PLANNED: Final = State(
    "planned",
    Label("suunniteltu", "planerad", "planned"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "set_round",
            Label(
                "aseta neuvottelukierros ja sen päivät",
                "fastställ förhandlingsomgången och dagarna för den",
                "set the round and its days",
            ),
            STM,
            _NEGOTIATIONS,
            deadline="assessment_window",
        ),
    ),
)
ROUND_SET: Final = State(
    "round_set",
    Label("kierros asetettu", "omgången fastställd", "round set"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "request_material",
            Label(
                "pyydä aineisto yhteistyöalueelta",
                "begär material av samarbetsområdet",
                "request material of the collaborative area",
            ),
            STM,
            _CUSTOMARY,
        ),
    ),
)
MATERIAL_REQUESTED: Final = State(
    "material_requested",
    Label("aineisto pyydetty", "material begärt", "material requested"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "describe_situation",
            Label("laadi alueen tilannekuva", "upprätta en lägesbild av området", "describe the area's situation"),
            STM,
            _CUSTOMARY,
        ),
    ),
)
SITUATION_DESCRIBED: Final = State(
    "situation_described",
    Label("tilannekuva laadittu", "lägesbild upprättad", "situation described"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "hold_meeting",
            Label("pidä neuvottelu", "håll förhandlingen", "hold the negotiation"),
            STM,
            _NEGOTIATIONS,
            deadline="meeting_day",
        ),
    ),
)
NEGOTIATED: Final = State(
    "negotiated",
    Label("neuvoteltu", "förhandlat", "negotiated"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "evaluate_agreement",
            Label(
                "arvioi yhteistyösopimuksen toteutuminen",
                "bedöm hur samarbetsavtalet har fullgjorts",
                "evaluate how the agreement is carried out",
            ),
            STM,
            _NEGOTIATIONS,
            done_by=("agreement_evaluated",),
        ),
        TaskRule(
            "draw_up_memo",
            Label("laadi neuvottelumuistio", "upprätta förhandlingspromemorian", "draw up the memo"),
            STM,
            _CUSTOMARY,
        ),
    ),
)
MEMO_DRAWN_UP: Final = State(
    "memo_drawn_up",
    Label("muistio laadittu", "promemoria upprättad", "memo drawn up"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "conclude",
            Label("tee johtopäätökset", "dra slutsatserna", "draw the conclusions"),
            STM,
            _NEGOTIATIONS,
        ),
    ),
)
GOVERNMENT_ASSESSMENT: Final = State(
    "government_assessment",
    Label(
        "38 §:n mukaisen päätöksen tarve arvioitavana",
        "behovet av beslut enligt 38 § bedöms",
        "need for a decision under 38 § under assessment",
    ),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "assess_government_decision",
            Label(
                "arvioi, valmistellaanko valtioneuvoston päätös",
                "bedöm om statsrådets beslut ska beredas",
                "assess whether to prepare a decision of the Government",
            ),
            STM,
            (SERVICES("38 § 1–2 mom."),),
        ),
        TaskRule(
            "confirm_cooperation",
            Label(
                "vahvista yhteistyö tarvittaessa",
                "bekräfta samarbetet vid behov",
                "confirm the cooperation where needed",
            ),
            GOVERNMENT,
            (MIDTERM_SESSION_2025("6 kohta", Status.PRACTICE), SERVICES("38 § 1 mom.")),
            deadline="government_confirmation",
        ),
    ),
)


def _end(state_id: str, label: Label) -> State:
    return State(state_id, label, final=True, status=Status.PRACTICE)


NO_CHANGE_NEEDED: Final = _end(
    "no_change_needed", Label("ei muutostarvetta", "inget ändringsbehov", "no need for change")
)
AMENDMENT_NEEDED: Final = _end(
    "amendment_needed", Label("sopimusta muutettava", "avtalet ska ändras", "agreement to be amended")
)
CONFIRMATION_BY_DECISION: Final = _end(
    "confirmation_by_decision",
    Label("valtioneuvoston päätös valmisteltavana", "statsrådets beslut bereds", "Government decision being prepared"),
)
CONFIRMATION_BY_LEGISLATION: Final = _end(
    "confirmation_by_legislation",
    Label("vahvistetaan säädösperustaisesti", "bekräftas genom lagstiftning", "to be confirmed by legislation"),
)
NO_CONFIRMATION: Final = _end(
    "no_confirmation", Label("vahvistusta ei tarvita", "bekräftelse behövs inte", "no confirmation needed")
)
CANCELLED: Final = _end("cancelled", Label("peruttu", "inställd", "cancelled"))

BEFORE_MEETING: Final = (ROUND_SET, MATERIAL_REQUESTED, SITUATION_DESCRIBED)
BEFORE_MEMO: Final = (PLANNED, *BEFORE_MEETING, NEGOTIATED)
CANCELLABLE: Final = (*BEFORE_MEMO, MEMO_DRAWN_UP)
"""Once the conclusions are drawn the negotiation has been held, and nothing is left to cancel."""
OPEN: Final = (*CANCELLABLE, GOVERNMENT_ASSESSMENT)
STATES: Final = (
    *OPEN,
    NO_CHANGE_NEEDED,
    AMENDMENT_NEEDED,
    CONFIRMATION_BY_DECISION,
    CONFIRMATION_BY_LEGISLATION,
    NO_CONFIRMATION,
    CANCELLED,
)
