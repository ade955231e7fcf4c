"""The agreement of the bilingual counties as in force from 1 March 2022 (612/2021 39 §; 616/2021 1 § 3 mom.).

What sets it apart from the agreement of a collaborative area: it is not tied to the council term, Southwest Finland
coordinates it, no university is heard, the national language boards have a part in it, and the law gives no time for
its delivery.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.bilingual_agreement import profile, questions
from procedures.bilingual_agreement.contents import DRAFT_COMPLETED, GATE, RECONCILED
from procedures.bilingual_agreement.language_boards import (
    MINORITY_FINNISH,
    boards,
    language_board_heard,
)
from procedures.bilingual_agreement.profile import BOARDS, LANGUAGE_BOARD, LAW, STAGES
from procedures.collaborative_agreement import questions as shared_questions
from procedures.collaborative_agreement.connections import (
    earlier_agreements,
    hearing_of_decision,
    hearing_of_objectives,
)
from procedures.collaborative_agreement.deadlines import first_agreement
from procedures.collaborative_agreement.facts_drafting import started
from procedures.collaborative_agreement.facts_in_force import amendment_drafting_begun
from procedures.collaborative_agreement.moves_approval import approvals, disagreeing
from procedures.collaborative_agreement.moves_drafting import (
    completing,
    drafting,
    hearing_ministry,
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
from procedures.collaborative_agreement.stages import deliver
from procedures.declaring import guards_of, numbers_of

_STARTED: Final = started()
_TRANSITIONS: Final = (
    *openings(LAW, STAGES, _STARTED),
    *drafting(LAW, STAGES, profile.RECONCILE),
    reconciling(LAW, STAGES, RECONCILED),
    completing(LAW, STAGES, DRAFT_COMPLETED, GATE),
    *hearing_ministry(LAW, STAGES, asked=(), before_approval=(RECONCILED,)),
    *boards(LANGUAGE_BOARD, STAGES, BOARDS, LAW.entry),
    *approvals(
        LAW,
        STAGES,
        guards=(language_board_heard(MINORITY_FINNISH, BOARDS),),
        meets=(first_agreement(LAW.first),),
        tasks=(deliver(LAW),),
    ),
    *disagreeing(LAW, STAGES),
    establishing(LAW, STAGES),
    *delivering(LAW, STAGES),
    *following(LAW, STAGES),
    *amending(LAW, STAGES, amendment_drafting_begun()),
    *appealing(STAGES),
    replacing(LAW, STAGES),
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2022, 3, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("county_group",),
    roles=profile.ROLES,
    states=STAGES.all,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(
        __package__, "first_agreement_day", "first_agreement_year", "appeal_days", "deemed_informed_days"
    ),
    basis=profile.BASIS,
    reactions=(earlier_agreements(profile.PROCEDURE, _STARTED, LAW),),
    listens=(*hearing_of_objectives(LAW), hearing_of_decision(LAW)),
    open_questions=(
        shared_questions.reply_times(LAW.stm_hearing, universities=False),
        shared_questions.disagreement(LAW.government),
        shared_questions.beside_the_decision(LAW.government),
        shared_questions.amended_again(LAW.amendment),
        shared_questions.annulled_approval(LAW.approval),
        shared_questions.yearly_day(LAW.follow_up),
        questions.ENTRY,
        questions.DELIVERY_TIME,
        questions.MINORITY_LANGUAGE,
        questions.OPINION_BINDING,
        questions.HOW_LONG,
    ),
    one_open_case=False,
    partners=profile.parties_of,
    sources=profile.SOURCES,
)
