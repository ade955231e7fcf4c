"""Moves of an agreement in force: delivery, follow-up, amendment, replacement; and appeals against an approval."""

from __future__ import annotations

from collections.abc import Callable

from engine.declaration import DeadlineRule, DocumentRule, Fact, Kind, Meets, Role, Transition
from procedures.collaborative_agreement import documents as doc
from procedures.collaborative_agreement import facts_in_force as fact
from procedures.collaborative_agreement import guards_drafting, guards_in_force
from procedures.collaborative_agreement.agreement_law import AgreementLaw, Bases
from procedures.collaborative_agreement.deadlines import COUNTY_APPEAL, STM_REPLY, UNIVERSITIES_REPLY
from procedures.collaborative_agreement.stages import Stages, follow_up_yearly
from procedures.roles import ADMINISTRATIVE_COURT, PARTY_COUNCIL, PARTY_OF_CASE, STM, SUPREME_ADMINISTRATIVE_COURT
from procedures.statutes import COUNTIES


def establishing(law: AgreementLaw, stages: Stages) -> Transition:
    """Gives the establishing of the entry into force, which other procedures hear; the last approval has brought it."""
    return Transition(
        fact=fact.ENTERED_INTO_FORCE,
        sources=tuple(state for state in stages.open if state is not stages.started),
        target=None,
        by=(law.drafter,),
        kind=Kind.ACT,
        basis=law.entry,
        guards=(guards_in_force.entry_day(law.entry),),
    )


def delivering(law: AgreementLaw, stages: Stages, *meets: DeadlineRule) -> tuple[Transition, ...]:
    """Gives the delivery to the ministry; `meets` is its time limit where the law sets one."""
    others = tuple(state for state in stages.open if state not in (stages.started, stages.in_force))

    def delivery(*, at_once: bool) -> Transition:
        return Transition(
            fact=fact.DELIVERED_TO_STM,
            sources=(stages.in_force,) if at_once else others,
            target=stages.delivered if at_once else None,
            by=(law.drafter,),
            kind=Kind.ACT,
            basis=law.delivery,
            guards=() if at_once else (guards_in_force.undelivered(law.delivery),),
            documents=(doc.agreement(law.delivery),),
            meets=tuple(map(Meets, meets)),
        )

    # Work on another text may have begun before the agreement was delivered: the duty stays.
    return delivery(at_once=True), delivery(at_once=False)


def following(law: AgreementLaw, stages: Stages) -> tuple[Transition, ...]:
    """Gives the yearly follow-up."""
    others = tuple(state for state in stages.open if state not in (stages.started, stages.delivered))
    in_force = guards_drafting.agreement_in_force(law.entry)

    def follow_up(*, first: bool) -> Transition:
        return Transition(
            fact=fact.FOLLOWED_UP,
            sources=(stages.delivered,) if first else others,
            target=stages.follow_up if first else None,
            by=law.followers,
            kind=Kind.ACT,
            basis=law.follow_up,
            guards=(guards_in_force.year_not_followed_up(law.follow_up), *(() if first else (in_force,))),
            tasks=() if first else (follow_up_yearly(law),),
        )

    return follow_up(first=True), follow_up(first=False)


def amending(law: AgreementLaw, stages: Stages, drafted: Fact) -> tuple[Transition, ...]:
    """Gives the assessment of the need to amend, proposal and initiative, and what becomes of them."""
    unamended = (stages.amendment, *stages.drafted, stages.approval, stages.not_agreed)
    hearing = (UNIVERSITIES_REPLY,) if stages.universities_hearing else ()
    return (
        Transition(
            fact=fact.AMENDMENT_NEED_ASSESSED,
            sources=stages.open,
            target=None,
            by=(law.jointly,),
            kind=Kind.ACT,
            basis=law.assessing,
        ),
        *_moving_for_amendment(law, stages, fact.AMENDMENT_PROPOSED, PARTY_OF_CASE, doc.amendment_proposal),
        *_moving_for_amendment(law, stages, fact.AMENDMENT_INITIATED, STM, doc.initiative),
        Transition(
            fact=drafted,
            sources=(stages.amendment,),
            target=stages.drafting,
            by=(law.drafter,),
            kind=Kind.ACT,
            basis=law.amendment,
        ),
        Transition(
            fact=fact.AMENDMENT_DROPPED,
            sources=unamended,
            target=stages.follow_up,
            by=(law.jointly,),
            kind=Kind.ACT,
            basis=law.amendment,
            guards=(guards_drafting.agreement_in_force(law.entry),),
            cancels=(STM_REPLY, *hearing),
        ),
    )


def _moving_for_amendment(
    law: AgreementLaw, stages: Stages, moved: Fact, by: Role, document: Callable[[Bases], DocumentRule]
) -> tuple[Transition, ...]:
    """Gives a proposal or an initiative: it opens an amendment, or joins the text that is on the way already."""
    on_the_way = (*stages.drafted, stages.approval, stages.not_agreed, stages.government_decision)

    def motion(*, opens: bool) -> Transition:
        return Transition(
            fact=moved,
            sources=(*stages.settled, stages.amendment) if opens else on_the_way,
            target=stages.amendment if opens else None,
            by=(by,),
            kind=Kind.ACT,
            basis=law.amendment,
            guards=() if opens else (guards_drafting.agreement_in_force(law.entry),),
            documents=(document(law.amendment),),
        )

    return motion(opens=True), motion(opens=False)


def replacing(law: AgreementLaw, stages: Stages) -> Transition:
    """Gives the end: a new agreement took the place of this one, or of the Government's decision."""
    return Transition(
        fact=fact.REPLACED,
        sources=stages.open,
        target=stages.replaced,
        by=(law.jointly,),
        kind=Kind.ACT,
        basis=law.duty,
        guards=(guards_in_force.new_agreement_in_force(law.duty),),
        documents=(doc.agreement(law.duty),),
    )


def appealing(stages: Stages) -> tuple[Transition, ...]:
    """Gives the publication of a council's decision and the appeals against it, which stop nothing."""
    after = tuple(state for state in stages.open if state is not stages.started)
    courts = (ADMINISTRATIVE_COURT, SUPREME_ADMINISTRATIVE_COURT)
    return (
        Transition(
            fact=fact.APPROVAL_PUBLISHED,
            sources=after,
            target=None,
            by=(PARTY_COUNCIL,),
            kind=Kind.ACT,
            basis=(COUNTIES("145 § 1 mom."),),
            guards=(guards_in_force.PARTY_HAS_DECIDED, guards_in_force.INFORMED_BY_LAW),
            starts=(COUNTY_APPEAL,),
        ),
        Transition(
            fact=fact.APPEAL_LODGED,
            sources=after,
            target=None,
            by=courts,
            kind=Kind.ACT,
            basis=(COUNTIES("140 § 1 mom."), COUNTIES("147 § 1 mom.")),
            guards=(guards_in_force.PARTY_HAS_DECIDED,),
        ),
        Transition(
            fact=fact.APPEAL_JUDGED,
            sources=after,
            target=None,
            by=courts,
            kind=Kind.DECISION,
            basis=(COUNTIES("140 § 1 mom."), COUNTIES("147 § 1 mom.")),
            guards=(guards_in_force.APPEAL_IS_LODGED,),
            documents=(doc.JUDGMENT,),
        ),
    )
