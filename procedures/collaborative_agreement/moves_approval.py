"""Moves by which an agreement comes to be, or does not: approvals and their join, refusals, the Government."""

from __future__ import annotations

from engine.declaration import DeadlineRule, Guard, Kind, Meets, StandingRule, State, TaskRule, Transition
from procedures.collaborative_agreement import documents as doc
from procedures.collaborative_agreement import facts_drafting as fact
from procedures.collaborative_agreement import guards_drafting as guard
from procedures.collaborative_agreement.agreement_law import AgreementLaw
from procedures.collaborative_agreement.deadlines import STM_REPLY, UNIVERSITIES_REPLY
from procedures.collaborative_agreement.stages import Stages, establish_entry
from procedures.roles import GOVERNMENT, PARTY_COUNCIL, STM


def approvals(
    law: AgreementLaw,
    stages: Stages,
    *,
    guards: tuple[Guard, ...] = (),
    starts: tuple[DeadlineRule, ...] = (),
    starts_of_first: tuple[DeadlineRule, ...] = (),
    meets: tuple[DeadlineRule, ...] = (),
    tasks: tuple[TaskRule, ...] = (),
    tasks_of_first: tuple[TaskRule, ...] = (),
) -> tuple[Transition, ...]:
    """Gives the approval of each party; with the last one the agreement enters into force.

    `guards` are asked of each approval. With the last one `starts` begin, `meets` are met and `tasks` are raised; what
    ends in `_of_first` comes to that when it is the first agreement. That all have approved is nobody's single
    knowledge: whoever has the administrative tasks establishes it.
    """

    def approval(
        when: Guard | None, more: tuple[DeadlineRule, ...] = (), more_tasks: tuple[TaskRule, ...] = ()
    ) -> Transition:
        last = when is not None
        begun: tuple[StandingRule, ...] = (stages.valid,) if last else ()
        target: State | None = stages.in_force if last else None
        return Transition(
            fact=law.approved,
            sources=(stages.approval,),
            target=target,
            by=(PARTY_COUNCIL,),
            kind=Kind.DECISION,
            basis=(*law.approval, *law.entry) if last else law.approval,
            guards=(guard.not_approved_yet(law.approval), *guards),
            documents=(doc.COUNCIL_DECISION,),
            when=when,
            starts=(*starts, *more) if last else (),
            meets=tuple(map(Meets, meets)) if last else (),
            begins=begun,
            ends=(stages.decided,) if last else (),
            tasks=(establish_entry(law), *tasks, *more_tasks) if last else (),
        )

    first = (approval(guard.last_approval_of_first(law.first), starts_of_first, tasks_of_first),)
    return (
        *(first if starts_of_first or tasks_of_first else ()),
        approval(guard.last_approval(law.entry)),
        approval(None),
    )


def disagreeing(law: AgreementLaw, stages: Stages) -> tuple[Transition, ...]:
    """Gives what happens when there is no agreement, or not a sufficient one."""
    replies = (STM_REPLY, *((UNIVERSITIES_REPLY,) if stages.universities_hearing else ()))
    return (
        Transition(
            fact=fact.PARTY_REFUSED,
            sources=(stages.approval,),
            target=stages.not_agreed,
            by=(PARTY_COUNCIL,),
            kind=Kind.DECISION,
            basis=law.approval,
            guards=(guard.not_approved_yet(law.approval),),
            documents=(doc.COUNCIL_DECISION,),
        ),
        Transition(
            fact=fact.NO_AGREEMENT_FOUND,
            sources=stages.before_agreement,
            target=stages.not_agreed,
            by=(law.jointly, STM),
            kind=Kind.ACT,
            basis=law.government,
            cancels=replies,
        ),
        Transition(
            fact=fact.GOVERNMENT_DECIDED,
            sources=(*stages.settled, stages.amendment, stages.not_agreed, stages.government_decision),
            target=stages.government_decision,
            by=(GOVERNMENT,),
            kind=Kind.DECISION,
            basis=law.government,
            documents=(doc.government_decision(law.government),),
            begins=(stages.decided,),
        ),
        # A deficient agreement can be decided on although its amendment is being drafted.
        Transition(
            fact=fact.GOVERNMENT_DECIDED,
            sources=(*stages.drafted, stages.approval),
            target=stages.government_decision,
            by=(GOVERNMENT,),
            kind=Kind.DECISION,
            basis=law.government,
            guards=(guard.agreement_in_force(law.entry),),
            documents=(doc.government_decision(law.government),),
            begins=(stages.decided,),
            cancels=replies,
        ),
    )
