"""The agreement of a collaborative area as in force from 1 July 2023: 612/2021 35–38 § with decree 309/2023.

The sections are in force from 1 March 2022 and the strategic plan of research from 25 May 2022 (351/2022); the decree
added the details of the contents, the month for the delivery, and the assessment when national objectives change.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Kind, Procedure, Transition
from procedures.collaborative_agreement import facts_area, guards_area, profile, questions
from procedures.collaborative_agreement.connections import (
    earlier_agreements,
    hearing_of_decision,
    hearing_of_negotiation,
    hearing_of_objectives,
)
from procedures.collaborative_agreement.contents import GATE
from procedures.collaborative_agreement.deadlines import first_agreement
from procedures.collaborative_agreement.deadlines_area import COUNCIL_TERM, DELIVERY
from procedures.collaborative_agreement.guards_drafting import foundations
from procedures.collaborative_agreement.moves_approval import approvals, disagreeing
from procedures.collaborative_agreement.moves_drafting import (
    completing,
    drafting,
    hearing_ministry,
    hearing_universities,
    openings,
    reconciling,
)
from procedures.collaborative_agreement.moves_in_force import (
    amending,
    appealing,
    delivering,
    establishing,
    following,
    replacing,
)
from procedures.collaborative_agreement.profile import LAW, STAGES
from procedures.collaborative_agreement.stages import deliver
from procedures.declaring import guards_of, numbers_of
from procedures.roles import STM

_READINESS: Final = Transition(
    fact=facts_area.READINESS_PREPARED,
    sources=STAGES.drafted,
    target=None,
    by=(profile.HOST, STM),
    kind=Kind.ACT,
    basis=guards_area.READINESS_PREPARED.basis,
    guards=(guards_area.UNIFORM_PRINCIPLES,),
)
_TRANSITIONS: Final = (
    *openings(
        LAW,
        STAGES,
        facts_area.STARTED,
        guards=(guards_area.TERM_BY_LAW, guards_area.HOST_BY_LAW, guards_area.COORDINATION_BY_DECREE),
        starts=(COUNCIL_TERM,),
    ),
    *drafting(LAW, STAGES, profile.HEAR_UNIVERSITIES, profile.PREPARE_READINESS, profile.RECONCILE),
    *hearing_universities(LAW, STAGES),
    _READINESS,
    reconciling(LAW, STAGES, guards_area.RECONCILED),
    completing(LAW, STAGES, facts_area.DRAFT_COMPLETED, (*foundations(LAW.foundations), *GATE)),
    *hearing_ministry(
        LAW,
        STAGES,
        asked=(guards_area.UNIVERSITIES_HEARD, guards_area.READINESS_PREPARED),
        before_approval=(guards_area.RECONCILED,),
    ),
    *approvals(
        LAW,
        STAGES,
        starts=(DELIVERY,),
        meets=(first_agreement(LAW.first), COUNCIL_TERM),
        tasks=(deliver(LAW, DELIVERY.id),),
    ),
    *disagreeing(LAW, STAGES),
    establishing(LAW, STAGES),
    *delivering(LAW, STAGES, DELIVERY),
    *following(LAW, STAGES),
    *amending(LAW, STAGES, facts_area.AMENDMENT_DRAFTING_BEGUN),
    *appealing(STAGES),
    replacing(LAW, STAGES),
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2023, 7, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("collaborative_area",),
    roles=profile.ROLES,
    states=STAGES.all,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(
        __package__,
        "first_agreement_day",
        "first_agreement_year",
        "council_term_begins",
        "council_term_ends",
        "council_term_years",
        "delivery_months",
        "appeal_days",
        "deemed_informed_days",
    ),
    basis=profile.BASIS,
    reactions=(earlier_agreements(profile.PROCEDURE, facts_area.STARTED, LAW),),
    listens=(*hearing_of_objectives(LAW), hearing_of_negotiation(LAW), hearing_of_decision(LAW)),
    open_questions=(
        questions.reply_times(LAW.stm_hearing, universities=True),
        questions.disagreement(LAW.government),
        questions.beside_the_decision(LAW.government),
        questions.amended_again(LAW.amendment),
        questions.annulled_approval(LAW.approval),
        questions.yearly_day(LAW.follow_up),
        questions.BETWEEN_TERMS,
        questions.DAY_IN_TERM,
        questions.READINESS_AMENDMENTS,
        questions.SWEDISH_SERVICES,
        questions.DATES_OF_2025,
    ),
    one_open_case=False,
    one_case_per="council_term_from",
    partners=profile.parties_of,
    sources=profile.SOURCES,
)
