"""Moves of the two partial plans, which their ministries decide on in any order, and of their replacements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.declaration import (
    DeadlineRule,
    DocumentRule,
    Fact,
    Guard,
    Kind,
    Meets,
    Role,
    StandingRule,
    State,
    TaskRule,
    Transition,
)
from engine.law import Basis, Label
from procedures.investment_plan import documents as doc
from procedures.investment_plan import facts_parts as fact
from procedures.investment_plan import guards_parts as guard
from procedures.investment_plan import states
from procedures.investment_plan.facts import Part
from procedures.investment_plan.guards import OF_CITY, TO_THREE_MINISTRIES
from procedures.roles import COUNTY, SM, STM
from procedures.statutes import RESCUE, SERVICES


@dataclass(frozen=True, slots=True, kw_only=True)
class _PartMoves:
    """What differs between the two partial plans."""

    part: Part
    ministry: Role
    approved: Fact
    not_approved: Fact
    replaced: Fact
    decision: DocumentRule
    deciding: tuple[Basis, ...]
    to_decide: TaskRule
    to_serve: TaskRule
    to_replace: TaskRule
    executable: StandingRule


_HEALTH: Final = _PartMoves(
    part="health_and_social",
    ministry=STM,
    approved=fact.HEALTH_PART_APPROVED,
    not_approved=fact.HEALTH_PART_NOT_APPROVED,
    replaced=fact.HEALTH_REPLACEMENT_DELIVERED,
    decision=doc.STM_DECISION,
    deciding=(SERVICES("26 § 2–3 mom."),),
    to_decide=states.DECIDE_HEALTH_PART,
    to_serve=states.SERVE_HEALTH_DECISION,
    to_replace=TaskRule(
        "replace_health_part",
        Label(
            "toimita korvaava sosiaali- ja terveydenhuollon osasuunnitelma viivytyksettä tai kokonaan uusi esitys",
            "lämna utan dröjsmål en ersättande delplan för social- och hälsovården eller ett helt nytt förslag",
            "deliver a replacement of the health and social partial plan without delay, or a wholly new proposal",
        ),
        COUNTY,
        (SERVICES("26 § 5–6 mom."),),
        done_by=("health_replacement_delivered", "new_proposal_delivered"),
    ),
    executable=StandingRule(
        "health_part_may_be_carried_out",
        Label(
            "sosiaali- ja terveydenhuollon osasuunnitelman ensimmäinen tilikausi saadaan toteuttaa",
            "den första räkenskapsperioden i delplanen för social- och hälsovården får genomföras",
            "first financial year of the health and social partial plan may be carried out",
        ),
        (SERVICES("25 § 2 mom."),),
    ),
)
_RESCUE: Final = _PartMoves(
    part="rescue",
    ministry=SM,
    approved=fact.RESCUE_PART_APPROVED,
    not_approved=fact.RESCUE_PART_NOT_APPROVED,
    replaced=fact.RESCUE_REPLACEMENT_DELIVERED,
    decision=doc.SM_DECISION,
    deciding=(SERVICES("26 § 4 mom."), RESCUE("11 § 2–3 mom.")),
    to_decide=states.DECIDE_RESCUE_PART,
    to_serve=states.SERVE_RESCUE_DECISION,
    to_replace=TaskRule(
        "replace_rescue_part",
        Label(
            "toimita korvaava pelastustoimen osasuunnitelma viivytyksettä tai kokonaan uusi esitys",
            "lämna utan dröjsmål en ersättande delplan för räddningsväsendet eller ett helt nytt förslag",
            "deliver a replacement of the rescue partial plan without delay, or a wholly new proposal",
        ),
        COUNTY,
        (SERVICES("26 § 5–6 mom."), RESCUE("11 § 4 mom.")),
        done_by=("rescue_replacement_delivered", "new_proposal_delivered"),
    ),
    executable=StandingRule(
        "rescue_part_may_be_carried_out",
        Label(
            "pelastustoimen osasuunnitelman ensimmäinen tilikausi saadaan toteuttaa",
            "den första räkenskapsperioden i delplanen för räddningsväsendet får genomföras",
            "first financial year of the rescue partial plan may be carried out",
        ),
        (RESCUE("11 § 5 mom."),),
    ),
)


def _approving(
    of: _PartMoves,
    source: State,
    target: State | None,
    when: Guard | None,
    deadlines: tuple[DeadlineRule, ...],
    *,
    begins: bool,
) -> Transition:
    return Transition(
        fact=of.approved,
        sources=(source,),
        target=target,
        by=(of.ministry,),
        kind=Kind.DECISION,
        basis=of.deciding,
        guards=(guard.part_awaits(of.part), guard.replacement_loans(of.part)),
        documents=(of.decision,),
        meets=tuple(map(Meets, deadlines)),
        tasks=() if target is states.CLOSED else (of.to_serve,),
        begins=(of.executable,) if begins else (),
        when=when,
    )


def _refusing(of: _PartMoves, deadlines: tuple[DeadlineRule, ...], objectives: Guard) -> Transition:
    return Transition(
        fact=of.not_approved,
        sources=states.UNDER_DECISION if of is _HEALTH else (states.DECIDING,),
        target=None,
        by=(of.ministry,),
        kind=Kind.DECISION,
        basis=of.deciding,
        guards=(
            guard.part_awaits(of.part),
            guard.GROUND_NAMED,
            guard.FIRST_YEAR_TESTED,
            guard.SIGNIFICANT_ITEM,
            guard.NOT_ONLY_DISPOSALS,
            objectives,
        ),
        documents=(of.decision,),
        meets=tuple(map(Meets, deadlines)),
        ends=(of.executable,),
        tasks=(of.to_serve, of.to_replace),
    )


def _replacing(of: _PartMoves) -> Transition:
    return Transition(
        fact=of.replaced,
        sources=states.UNDER_DECISION if of is _HEALTH else (states.DECIDING,),
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(SERVICES("26 § 5 mom."),),
        guards=(guard.part_to_replace(of.part), TO_THREE_MINISTRIES),
        documents=(doc.REPLACEMENT,),
        tasks=(of.to_decide,),
    )


def deciding(
    health_decision: tuple[DeadlineRule, ...], rescue_decision: tuple[DeadlineRule, ...], *, objectives: Guard
) -> tuple[Transition, ...]:
    """Gives the decisions on both parts and the replacements; the last approval makes the plan whole.

    Nothing follows the approval of Helsinki's plan: 612/2021 25 § 2 mom. and 611/2021 115 § are not applied to it.
    `objectives` is what this version of the law says of the ground of national objectives.
    """
    found: list[Transition] = []
    for of, deadlines in ((_HEALTH, health_decision), (_RESCUE, rescue_decision)):
        found += (
            _approving(of, states.DECIDING, states.CLOSED, guard.last_part_of_city(of.part), deadlines, begins=False),
            _approving(of, states.DECIDING, None, OF_CITY, deadlines, begins=False),
            _approving(of, states.DECIDING, states.APPROVED, guard.last_part(of.part), deadlines, begins=True),
            _approving(of, states.DECIDING, None, None, deadlines, begins=True),
            _refusing(of, deadlines, objectives),
            _replacing(of),
        )
    of_hus = _approving(_HEALTH, states.DECIDING_HEALTH, states.APPROVED, None, health_decision, begins=True)
    return (*found, of_hus)
