"""Moves up to the councils: opening, drafting, hearing of universities and of the ministry."""

from __future__ import annotations

from engine.declaration import DeadlineRule, Fact, Guard, Kind, Meets, TaskRule, Transition
from procedures.collaborative_agreement import documents as doc
from procedures.collaborative_agreement import facts_drafting as fact
from procedures.collaborative_agreement import guards_drafting as guard
from procedures.collaborative_agreement.agreement_law import AgreementLaw
from procedures.collaborative_agreement.deadlines import STM_REPLY, UNIVERSITIES_REPLY, first_agreement
from procedures.collaborative_agreement.stages import Stages
from procedures.roles import STM


def openings(
    law: AgreementLaw,
    stages: Stages,
    started: Fact,
    *,
    guards: tuple[Guard, ...] = (),
    starts: tuple[DeadlineRule, ...] = (),
) -> tuple[Transition, ...]:
    """Gives the opening of the first agreement, for which the law sets a day, and of any later one."""

    def opening(*, first: bool) -> Transition:
        due = (first_agreement(law.first),) if first else ()
        return Transition(
            fact=started,
            sources=(),
            target=stages.started,
            by=(law.jointly,),
            kind=Kind.ACT,
            basis=(*law.duty, *law.first) if first else law.duty,
            guards=(*guards, *((guard.first_year_right(law.first),) if first else ())),
            when=guard.is_first_agreement(law.first) if first else None,
            starts=(*due, *starts),
        )

    return opening(first=True), opening(first=False)


def drafting(law: AgreementLaw, stages: Stages, *tasks: TaskRule) -> tuple[Transition, ...]:
    """Gives the beginning and the resuming of the drafting; `tasks` are what the matters of this law demand."""
    return (
        Transition(
            fact=fact.DRAFTING_BEGUN,
            sources=(stages.started,),
            target=stages.drafting,
            by=(law.drafter,),
            kind=Kind.ACT,
            basis=law.drafting,
            tasks=tasks,
        ),
        Transition(
            fact=fact.DRAFTING_RESUMED,
            sources=(stages.approval, stages.not_agreed, stages.government_decision),
            target=stages.drafting,
            by=(law.jointly,),
            kind=Kind.ACT,
            basis=law.duty,
        ),
    )


def hearing_universities(law: AgreementLaw, stages: Stages) -> tuple[Transition, ...]:
    """Gives the hearing of universities, where the law names any."""
    if law.universities is None or stages.universities_hearing is None:
        return ()
    return (
        Transition(
            fact=fact.UNIVERSITIES_HEARING_REQUESTED,
            sources=(stages.drafting,),
            target=stages.universities_hearing,
            by=(law.drafter,),
            kind=Kind.ACT,
            basis=law.universities,
            guards=(guard.REPLY_DAY_STATED,),
            documents=(doc.universities_letter(law.universities),),
            starts=(UNIVERSITIES_REPLY,),
        ),
        Transition(
            fact=fact.UNIVERSITIES_HEARD,
            sources=(stages.universities_hearing,),
            target=stages.drafting,
            by=(law.drafter,),
            kind=Kind.ACT,
            basis=law.universities,
            meets=(Meets(UNIVERSITIES_REPLY),),
        ),
    )


def completing(law: AgreementLaw, stages: Stages, completed: Fact, contents: tuple[Guard, ...]) -> Transition:
    """Gives the gate of the contents: the whole draft, each content that the law demands asked for by name."""
    return Transition(
        fact=completed,
        sources=stages.drafted,
        target=None,
        by=(law.drafter,),
        kind=Kind.ACT,
        basis=law.foundations,
        guards=contents,
        documents=(doc.draft(law.foundations),),
    )


def reconciling(law: AgreementLaw, stages: Stages, gate: Guard) -> Transition:
    """Gives the comparison with another agreement that the text must fit."""
    return Transition(
        fact=fact.RECONCILED,
        sources=stages.drafted,
        target=None,
        by=(law.drafter,),
        kind=Kind.ACT,
        basis=gate.basis,
    )


def hearing_ministry(
    law: AgreementLaw, stages: Stages, asked: tuple[Guard, ...], before_approval: tuple[Guard, ...]
) -> tuple[Transition, ...]:
    """Gives the hearing of the ministry and the step to the councils, with what this law asks before each."""
    return (
        Transition(
            fact=fact.STM_HEARING_REQUESTED,
            sources=(stages.drafting,),
            target=stages.stm_hearing,
            by=(law.drafter,),
            kind=Kind.ACT,
            basis=law.stm_hearing,
            guards=(guard.draft_complete(law.foundations), *asked, guard.REPLY_DAY_STATED),
            documents=(doc.opinion_request(law.stm_hearing),),
            starts=(STM_REPLY,),
        ),
        Transition(
            fact=fact.STM_OPINION_GIVEN,
            sources=(stages.stm_hearing,),
            target=None,
            by=(STM,),
            kind=Kind.ACT,
            basis=law.stm_hearing,
            documents=(doc.stm_opinion(law.stm_hearing),),
            meets=(Meets(STM_REPLY),),
        ),
        Transition(
            fact=fact.PUT_TO_COUNCILS,
            sources=(stages.stm_hearing,),
            target=stages.approval,
            by=(law.drafter,),
            kind=Kind.ACT,
            basis=law.approval,
            guards=(guard.stm_heard(law.stm_hearing), *before_approval),
            documents=(doc.agreement(law.approval),),
            cancels=(STM_REPLY,),
        ),
    )
