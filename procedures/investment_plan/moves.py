"""Moves from the awaited proposal to the ministries' desks (611/2021 16 §, 612/2021 26 § 1 and 6 mom.)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from engine.declaration import DeadlineRule, Guard, Kind, Meets, State, Transition
from engine.law import Basis, Label, Status
from procedures.investment_plan import documents as doc
from procedures.investment_plan import facts as fact
from procedures.investment_plan import guards as guard
from procedures.investment_plan import states
from procedures.roles import COUNTY, STM
from procedures.statutes import COUNTIES, IMPLEMENTATION, RESCUE, SERVICES

_ROUND: Final = COUNTIES(
    "16 §",
    Status.PRACTICE,
    Label(
        "asian avaaminen ennen esitystä on tämän järjestelmän tapa seurata määräaikaa",
        "att ärendet inleds före förslaget är detta systems sätt att följa tidsfristen",
        "opening the case before the proposal is how this software watches the time limit",
    ),
)
_NO_CHECK: Final = SERVICES(
    "26 § 1 mom.",
    note=Label(
        "momenttia ei sovelleta Helsingin kaupunkiin",
        "momentet tillämpas inte på Helsingfors stad",
        "the subsection is not applied to Helsinki",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What one version of the law says of the proposal, its check and its decisions."""

    due: DeadlineRule
    years: Guard
    basis: tuple[Basis, ...]
    contents: tuple[Guard, ...]
    of_check: tuple[Guard, ...] = ()
    health_decision: tuple[DeadlineRule, ...] = ()
    rescue_decision: tuple[DeadlineRule, ...] = field(default=())

    @property
    def awaited(self) -> State:
        """The state in which the proposal is awaited."""
        return states.awaited(self.due.id)

    @property
    def of_proposal(self) -> tuple[Guard, ...]:
        """What every proposal for the whole plan must meet."""
        return (
            guard.SAME_PLAN_YEAR,
            self.years,
            guard.ITEMS_IN_YEARS,
            guard.TO_THREE_MINISTRIES,
            guard.CONTENTS_OF_PLAN,
            guard.BOTH_PARTS,
            *self.contents,
            guard.LOANS_STATED,
        )


def awaiting(wording: Wording, *, preliminary: bool) -> tuple[Transition, ...]:
    """Gives the ways in which a proposal comes to be awaited; `preliminary`: yearly reports hold a first version."""
    opened = Transition(
        fact=fact.ROUND_OPENED,
        sources=(),
        target=wording.awaited,
        by=(STM,),
        kind=Kind.ACT,
        basis=(_ROUND,),
        starts=(wording.due,),
    )
    if not preliminary:
        return (opened,)
    return (
        opened,
        Transition(
            fact=fact.PRELIMINARY_PROPOSAL_GIVEN,
            sources=(),
            target=wording.awaited,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(SERVICES("29 § 2 mom."), RESCUE("13 § 2 mom.")),
            documents=(doc.COUNTY_REPORT,),
            starts=(wording.due,),
        ),
        Transition(
            fact=fact.PRELIMINARY_PROPOSAL_GIVEN,
            sources=(wording.awaited,),
            target=None,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(SERVICES("29 § 2 mom."), RESCUE("13 § 2 mom.")),
            documents=(doc.COUNTY_REPORT,),
        ),
    )


def _delivering(
    wording: Wording, sources: tuple[State, ...], target: State, starts: tuple[DeadlineRule, ...], when: Guard | None
) -> Transition:
    return Transition(
        fact=fact.PROPOSAL_DELIVERED,
        sources=sources,
        target=target,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(*wording.basis, _NO_CHECK if when is guard.OF_CITY else SERVICES("26 § 1 mom.")),
        guards=wording.of_proposal,
        documents=(doc.PROPOSAL,),
        meets=(Meets(wording.due),) if sources else (),
        starts=starts,
        when=when,
    )


def delivering(wording: Wording) -> tuple[Transition, ...]:
    """Gives the delivery of the proposal, which may also open the case: Helsinki's goes straight to decision."""
    both = (*wording.health_decision, *wording.rescue_decision)
    found: list[Transition] = []
    for sources in ((), (wording.awaited,)):
        found.append(_delivering(wording, sources, states.DECIDING, both, guard.OF_CITY))
        if both:
            found.append(_delivering(wording, sources, states.DELIVERED, wording.health_decision, guard.OF_HUS))
        found.append(_delivering(wording, sources, states.DELIVERED, both, None))
    return tuple(found)


def checking(wording: Wording) -> tuple[Transition, ...]:
    """Gives the check against the borrowing authority, and the corrected proposal after a rejection."""
    passed = (guard.FITS_AUTHORITY, *wording.of_check)
    return (
        *(
            Transition(
                fact=fact.AUTHORITY_CHECK_PASSED,
                sources=(states.DELIVERED,),
                target=target,
                by=(STM,),
                kind=Kind.ACT,
                basis=(SERVICES("26 § 1–2 mom."), COUNTIES("15 §")),
                guards=passed,
                documents=(doc.CHECK,),
                when=when,
            )
            for target, when in ((states.DECIDING_HEALTH, guard.OF_HUS), (states.DECIDING, None))
        ),
        Transition(
            fact=fact.PROPOSAL_REJECTED,
            sources=(states.DELIVERED,),
            target=states.REJECTED,
            by=(STM,),
            kind=Kind.DECISION,
            basis=(SERVICES("26 § 1 mom."), COUNTIES("16 § 1 mom.")),
            guards=(guard.CONFLICT_SHOWN,),
            documents=(doc.STM_DECISION,),
            tasks=(states.SERVE_REJECTION,),
        ),
        Transition(
            fact=fact.CORRECTED_PROPOSAL_DELIVERED,
            sources=(states.REJECTED,),
            target=states.DELIVERED,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(SERVICES("26 § 1 mom."),),
            guards=wording.of_proposal,
            documents=(doc.PROPOSAL,),
        ),
    )


def starting_anew(wording: Wording) -> tuple[Transition, ...]:
    """Gives the wholly new proposal after a part was not approved: checked again, but for Helsinki's."""
    return tuple(
        Transition(
            fact=fact.NEW_PROPOSAL_DELIVERED,
            sources=sources,
            target=target,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(SERVICES("26 § 6 mom."), RESCUE("11 § 4 mom."), *((_NO_CHECK,) if when else ())),
            guards=(guard.SOME_PART_NOT_APPROVED, *wording.of_proposal),
            documents=(doc.PROPOSAL,),
            tasks=(states.DECIDE_HEALTH_PART, states.DECIDE_RESCUE_PART) if when else (),
            when=when,
        )
        for sources, target, when in (
            ((states.DECIDING,), None, guard.OF_CITY),
            (states.UNDER_DECISION, states.DELIVERED, None),
        )
    )


OF_PARTS: Final = (guard.CONTENTS_OF_HEALTH_PART, guard.CONTENTS_OF_RESCUE_PART)
FIRST_PLAN: Final = (COUNTIES("16 § 2 mom."), IMPLEMENTATION("61 § 2 mom."))
YEARLY_PLAN: Final = (COUNTIES("16 § 2 mom."),)
