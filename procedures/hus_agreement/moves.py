"""The moves of the HUS organising agreement, put together from the shared parts and its own."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.bilingual_agreement.language_boards import boards
from procedures.collaborative_agreement.agreement_law import AgreementLaw
from procedures.collaborative_agreement.deadlines import first_agreement
from procedures.collaborative_agreement.facts_drafting import started
from procedures.collaborative_agreement.guards_drafting import agreement_in_force, foundations
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
from procedures.collaborative_agreement.stages import Stages, deliver
from procedures.hus_agreement import facts, guards, profile
from procedures.hus_agreement.contents import DRAFT_COMPLETED, GATE, RECONCILED
from procedures.hus_agreement.deadlines import CARRY_OUT_DIVISION, DIVISION, REVIEW, REVIEW_IN_TERM
from procedures.statutes import IMPLEMENTATION, UUSIMAA

STARTED: Final = started()
_GATE: Final = (*foundations((UUSIMAA("10 § 1 mom."),)), *GATE)


def transitions(law: AgreementLaw, stages: Stages) -> tuple[Transition, ...]:
    """Gives every move of the agreement under one version of its law."""
    return (
        *openings(law, stages, STARTED),
        *drafting(law, stages, profile.HEAR_UNIVERSITY, profile.RECONCILE),
        *hearing_universities(law, stages),
        reconciling(law, stages, RECONCILED),
        completing(law, stages, DRAFT_COMPLETED, _GATE),
        *hearing_ministry(law, stages, asked=(guards.UNIVERSITY_HEARD,), before_approval=(RECONCILED,)),
        *boards(profile.BOARD_OF_HELSINKI, stages, profile.BOARD, law.entry, guards.BOARD_OF_HELSINKI),
        *approvals(
            law,
            stages,
            guards=(guards.BOARD_HEARD,),
            starts_of_first=(DIVISION,),
            meets=(first_agreement(law.first),),
            tasks=(deliver(law),),
            tasks_of_first=(CARRY_OUT_DIVISION,),
        ),
        *disagreeing(law, stages),
        establishing(law, stages),
        *delivering(law, stages),
        *following(law, stages),
        *_reviewing(law, stages),
        *amending(law, stages, facts.AMENDMENT_DRAFTING_BEGUN),
        *appealing(stages),
        replacing(law, stages),
    )


def _reviewing(law: AgreementLaw, stages: Stages) -> tuple[Transition, ...]:
    """Gives the review in each council term, and the division of work of the first agreement."""
    after = tuple(state for state in stages.open if state is not stages.started)
    in_force = agreement_in_force(law.entry)
    return (
        Transition(
            fact=facts.COUNCIL_TERM_BEGUN,
            sources=after,
            target=None,
            by=(law.jointly,),
            kind=Kind.ACT,
            basis=(UUSIMAA("11 § 1 mom."),),
            guards=(in_force, guards.TERM_BY_LAW, guards.TERM_IS_NEW),
            starts=(REVIEW,),
            tasks=(REVIEW_IN_TERM,),
        ),
        Transition(
            fact=facts.REVIEWED,
            sources=after,
            target=None,
            by=(law.jointly,),
            kind=Kind.ACT,
            basis=(UUSIMAA("11 § 1 mom."),),
            guards=(in_force,),
            meets=(Meets(REVIEW),),
        ),
        Transition(
            fact=facts.DIVISION_CARRIED_OUT,
            sources=after,
            target=None,
            by=(law.jointly,),
            kind=Kind.ACT,
            basis=(IMPLEMENTATION("48 § 2 mom."),),
            guards=(in_force,),
            meets=(Meets(DIVISION),),
        ),
    )
