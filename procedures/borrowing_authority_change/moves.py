"""Moves from the application to the Government's decision, common to both versions of the law."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, StandingRule, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.borrowing_authority_change import documents as doc
from procedures.borrowing_authority_change import facts as fact
from procedures.borrowing_authority_change import guards as guard
from procedures.borrowing_authority_change import states
from procedures.borrowing_authority_change.deadlines import CONDITION_REPORT, GROUP_TERM
from procedures.roles import COUNTY, GOVERNMENT, PREPARATION_GROUP, SM, STM, VM
from procedures.statutes import ADMINISTRATION, COUNTIES

GATE_E4_MET: Final = StandingRule(
    "gate_e4_met",
    Label(
        "arviointimenettelyn edellytys täyttyy (123 § 1 mom. 4 kohta)",
        "förutsättningen för utvärderingsförfarandet är uppfylld (123 § 1 mom. 4 punkten)",
        "criterion of the evaluation procedure met (123 § 1 mom. 4)",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta"),),
    outlives_case=True,
)
SERVE_DECISION: Final = TaskRule(
    "serve_decision",
    Label("anna päätös tiedoksi", "delge beslutet", "serve the decision"),
    VM,
    (ADMINISTRATION("54 § 1 mom."),),
    done_by=("decision_served",),
)
WEIGH_EVALUATION: Final = TaskRule(
    "weigh_evaluation",
    Label(
        "harkitse arviointimenettelyn käynnistämistä",
        "överväg att inleda ett utvärderingsförfarande",
        "weigh whether to start the evaluation procedure",
    ),
    VM,
    (COUNTIES("123 § 1 mom. 4 kohta"),),
    done_by=("evaluation_weighed",),
)
FULFIL_CONDITIONS: Final = TaskRule(
    "fulfil_conditions",
    Label("täytä päätöksen ehdot", "uppfyll villkoren i beslutet", "fulfil the conditions of the decision"),
    COUNTY,
    (COUNTIES("15 § 3–4 mom."),),
    done_by=("conditions_fulfilled", "follow_up_ended"),
)
REPORT_ON_CONDITIONS: Final = TaskRule(
    "report_on_conditions",
    Label(
        "raportoi ehtojen toteutumisesta",
        "rapportera hur villkoren uppfylls",
        "report on the conditions",
    ),
    COUNTY,
    (COUNTIES("15 § 3 mom.", Status.PRACTICE),),
    deadline="condition_report",
    done_by=("report_given",),
)
_WITHDRAWING: Final[tuple[Basis, ...]] = (
    COUNTIES(
        "15 § 3 mom.",
        Status.PRACTICE,
        Label(
            "laki ei säädä peruuttamisesta; sen voi tehdä se, joka on pannut asian vireille",
            "lagen reglerar inte återtagande; den som har inlett ärendet kan återta det",
            "the law does not speak of taking it back; whoever brought the matter can",
        ),
    ),
)

OPENING: Final = (
    Transition(
        fact=fact.APPLICATION_DECIDED,
        sources=(),
        target=states.TO_BE_LODGED,
        by=(COUNTY,),
        kind=Kind.DECISION,
        basis=(COUNTIES("15 § 3 mom.", Status.PRACTICE),),
        documents=(doc.EXECUTIVE_DECISION,),
    ),
    Transition(
        fact=fact.APPLICATION_MADE,
        sources=(),
        target=states.PENDING,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 3 mom."),),
        documents=(doc.APPLICATION,),
    ),
    Transition(
        fact=fact.INITIATIVE_MADE,
        sources=(),
        target=states.PENDING,
        by=(VM, STM, SM),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 3 mom."),),
        documents=(doc.INITIATIVE,),
    ),
    Transition(
        fact=fact.APPLICATION_MADE,
        sources=(states.TO_BE_LODGED,),
        target=states.PENDING,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 3 mom."),),
        documents=(doc.APPLICATION,),
    ),
    Transition(
        fact=fact.APPLICATION_MADE,
        sources=(states.PENDING, states.GROUP_APPOINTED),
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 3 mom."), ADMINISTRATION("22 §", Status.SECONDARY)),
        documents=(doc.APPLICATION,),
    ),
)

PREPARING: Final = (
    Transition(
        fact=fact.REPRESENTATIVES_NAMED,
        sources=(states.PENDING, states.GROUP_APPOINTED),
        target=None,
        by=(VM, STM, SM, COUNTY),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 4 mom."),),
    ),
    Transition(
        fact=fact.GROUP_APPOINTED,
        sources=(states.PENDING,),
        target=states.GROUP_APPOINTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(COUNTIES("15 § 4 mom."),),
        guards=(guard.FOUR_REPRESENTED,),
        documents=(doc.APPOINTMENT,),
        starts=(GROUP_TERM,),
    ),
    Transition(
        fact=fact.COUNTY_HEARD,
        sources=states.BEFORE_DECISION,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(ADMINISTRATION("34 §", Status.UNSETTLED),),
    ),
    Transition(
        fact=fact.ASSESSMENT_GIVEN,
        sources=(states.GROUP_APPOINTED,),
        target=states.ASSESSED,
        by=(PREPARATION_GROUP,),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 4 mom."),),
        guards=(
            guard.NECESSITY_ASSESSED,
            guard.OTHER_COVER_ASSESSED,
            guard.SIZE_ASSESSED,
            guard.TERMS_ASSESSED,
            guard.OVERALL_ASSESSMENT,
        ),
        documents=(doc.ASSESSMENT,),
        meets=(Meets(GROUP_TERM),),
    ),
    Transition(
        fact=fact.DISSENT_RECORDED,
        sources=(states.GROUP_APPOINTED, states.ASSESSED),
        target=None,
        by=(COUNTY, VM, STM, SM),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 4 mom.", Status.PRACTICE),),
        documents=(doc.DISSENT,),
    ),
    Transition(
        fact=fact.PRESENTED_TO_GOVERNMENT,
        sources=(states.ASSESSED,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 3 mom.", Status.PRACTICE),),
    ),
)


def _changing(tasks: tuple[TaskRule, ...], when: Guard | None = None) -> Transition:
    return Transition(
        fact=fact.CHANGED,
        sources=(states.ASSESSED,),
        target=states.FOLLOW_UP,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("15 § 3 mom."), COUNTIES("123 § 1 mom. 4 kohta")),
        guards=(
            guard.NECESSITY_FOUND,
            guard.NO_OTHER_COVER,
            guard.GRANTED_SAID,
            guard.GRANTED_NOT_ABOVE_SOUGHT,
        ),
        documents=(doc.GOVERNMENT_DECISION,),
        starts=(CONDITION_REPORT,),
        begins=(GATE_E4_MET,),
        tasks=tasks,
        when=when,
    )


DECIDING: Final = (
    _changing((SERVE_DECISION, WEIGH_EVALUATION, FULFIL_CONDITIONS, REPORT_ON_CONDITIONS), guard.SETS_CONDITIONS),
    _changing((SERVE_DECISION, WEIGH_EVALUATION)),
    Transition(
        fact=fact.REFUSED,
        sources=(states.ASSESSED,),
        target=states.REFUSED,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("15 § 3 mom."),),
        guards=(guard.UNMET_NAMED,),
        documents=(doc.GOVERNMENT_DECISION,),
        tasks=(SERVE_DECISION,),
    ),
    Transition(
        fact=fact.WITHDRAWN,
        sources=(states.TO_BE_LODGED, *states.BEFORE_DECISION),
        target=states.WITHDRAWN,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=_WITHDRAWING,
        guards=(guard.BROUGHT_BY_COUNTY,),
    ),
    Transition(
        fact=fact.INITIATIVE_WITHDRAWN,
        sources=states.BEFORE_DECISION,
        target=states.WITHDRAWN,
        by=(VM, STM, SM),
        kind=Kind.ACT,
        basis=_WITHDRAWING,
        guards=(guard.BROUGHT_BY_MINISTRY,),
    ),
)
