"""Moves of the State guarantee (611/2021 17–18 §): beside the main line, and beyond the financial year."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, TaskRule, Transition
from engine.law import Label, Status
from procedures.borrowing_authority import documents as doc
from procedures.borrowing_authority import facts_guarantee as fact
from procedures.borrowing_authority import guards_guarantee as guard
from procedures.borrowing_authority import states
from procedures.borrowing_authority.deadlines import TREASURY_RECTIFICATION
from procedures.borrowing_authority.moves import SERVE_DECISION
from procedures.roles import COUNTY, GOVERNMENT, STATE_TREASURY
from procedures.statutes import ADMINISTRATION, COUNTIES, STATE_GUARANTEES

_SUPERVISE: Final = TaskRule(
    "supervise_guarantee",
    Label(
        "hallinnoi ja valvo valtiontakausta",
        "administrera och övervaka statsborgen",
        "administer and supervise the State guarantee",
    ),
    STATE_TREASURY,
    (COUNTIES("18 § 1 mom."),),
    done_by=("guarantee_ended",),
)
_SERVE_CHANGE: Final = TaskRule(
    "serve_loan_change",
    SERVE_DECISION.label,
    STATE_TREASURY,
    SERVE_DECISION.basis,
    done_by=("decision_served",),
)
_DECIDE_ON_CHANGE: Final = TaskRule(
    "decide_on_loan_change",
    Label(
        "ratkaise muutos taattuun lainaan tai valmistele se valtioneuvostolle",
        "avgör ändringen i lånet eller bered den för statsrådet",
        "decide on the change of the loan or prepare it for the Government",
    ),
    STATE_TREASURY,
    (COUNTIES("18 § 2 mom."),),
    done_by=(
        "guarantee_change_approved",
        "guarantee_change_approved_by_government",
        "guarantee_change_refused",
        "guarantee_change_refused_by_government",
    ),
)

_DECIDE_ON_RECTIFICATION: Final = TaskRule(
    "decide_on_rectification",
    Label("ratkaise oikaisuvaatimus", "avgör begäran om omprövning", "decide on the request for rectification"),
    STATE_TREASURY,
    (COUNTIES("149 § 1 mom."), ADMINISTRATION("49 g §")),
    done_by=("rectification_decided",),
)

GUARANTEEING: Final = (
    Transition(
        fact=fact.GUARANTEE_GRANTED,
        sources=states.IN_USE,
        target=None,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("17 §"), STATE_GUARANTEES("", Status.SECONDARY)),
        guards=(
            guard.GUARANTEE_WITHIN_AUTHORITY,
            guard.SUPPLEMENTARY_IF_COLLATERAL,
            guard.BUDGET_AUTHORISATION,
        ),
        documents=(doc.GUARANTEE_DECISION,),
        tasks=(_SUPERVISE, SERVE_DECISION),
    ),
    Transition(
        fact=fact.SECURITY_CONSENT_GIVEN,
        sources=states.IN_USE,
        target=None,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("17 § 1 mom."),),
        guards=(guard.GUARANTEE_RUNS,),
        documents=(doc.SECURITY_CONSENT,),
    ),
    Transition(
        fact=fact.GUARANTEE_CHANGE_REQUESTED,
        sources=states.IN_USE,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(
            COUNTIES(
                "18 § 2 mom.",
                Status.PRACTICE,
                Label(
                    "laki ei sano, kuka muutosta pyytää",
                    "lagen säger inte vem som begär ändringen",
                    "the law does not say who asks for the change",
                ),
            ),
        ),
        guards=(guard.GUARANTEE_RUNS,),
        documents=(doc.GUARANTEE_REQUEST,),
        tasks=(_DECIDE_ON_CHANGE,),
    ),
    Transition(
        fact=fact.GUARANTEE_CHANGE_APPROVED,
        sources=states.IN_USE,
        target=None,
        by=(STATE_TREASURY,),
        kind=Kind.DECISION,
        basis=(COUNTIES("18 § 2 mom."),),
        guards=(guard.CHANGE_IS_REQUESTED, guard.TREASURY_DECIDES),
        documents=(doc.GUARANTEE_CHANGE,),
        tasks=(_SERVE_CHANGE,),
    ),
    Transition(
        fact=fact.GUARANTEE_CHANGE_APPROVED_BY_GOVERNMENT,
        sources=states.IN_USE,
        target=None,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("18 § 2 mom."),),
        guards=(guard.CHANGE_IS_REQUESTED, guard.GOVERNMENT_DECIDES),
        documents=(doc.GUARANTEE_CHANGE,),
        tasks=(SERVE_DECISION,),
    ),
    Transition(
        fact=fact.GUARANTEE_CHANGE_REFUSED,
        sources=states.IN_USE,
        target=None,
        by=(STATE_TREASURY,),
        kind=Kind.DECISION,
        basis=(COUNTIES("18 § 2 mom."),),
        guards=(guard.CHANGE_IS_REQUESTED, guard.TREASURY_DECIDES),
        documents=(doc.GUARANTEE_CHANGE,),
        tasks=(_SERVE_CHANGE,),
    ),
    Transition(
        fact=fact.GUARANTEE_CHANGE_REFUSED_BY_GOVERNMENT,
        sources=states.IN_USE,
        target=None,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("18 § 2 mom."),),
        guards=(guard.CHANGE_IS_REQUESTED, guard.GOVERNMENT_DECIDES),
        documents=(doc.GUARANTEE_CHANGE,),
        tasks=(SERVE_DECISION,),
    ),
    Transition(
        fact=fact.RECTIFICATION_REQUESTED,
        sources=states.IN_USE,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("149 § 1 mom."), ADMINISTRATION("49 c §")),
        documents=(doc.RECTIFICATION_REQUEST,),
        meets=(Meets(TREASURY_RECTIFICATION, generation_field="generation"),),
        tasks=(_DECIDE_ON_RECTIFICATION,),
    ),
    Transition(
        fact=fact.RECTIFICATION_DECIDED,
        sources=states.IN_USE,
        target=None,
        by=(STATE_TREASURY,),
        kind=Kind.DECISION,
        basis=(COUNTIES("149 § 1 mom."), ADMINISTRATION("49 g §")),
        guards=(guard.RECTIFICATION_PENDING,),
        documents=(doc.RECTIFICATION_DECISION,),
    ),
    Transition(
        fact=fact.GUARANTEE_ENDED,
        sources=states.IN_USE,
        target=None,
        by=(STATE_TREASURY,),
        kind=Kind.ACT,
        basis=(COUNTIES("18 § 1 mom."),),
        guards=(guard.GUARANTEE_RUNS,),
    ),
)
