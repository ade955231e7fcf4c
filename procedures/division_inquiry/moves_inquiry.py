"""Moves from a proposal to the investigator's own (614/2021 6–9 §), common to both versions of the law."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, State, Transition
from engine.law import Label, Status
from procedures.division_inquiry import documents as doc
from procedures.division_inquiry import facts_inquiry as fact
from procedures.division_inquiry import facts_opening as opening
from procedures.division_inquiry import guards_decision as about_decision
from procedures.division_inquiry import guards_opening as guard
from procedures.division_inquiry import states
from procedures.division_inquiry.deadlines import INVESTIGATOR_TERM
from procedures.roles import (
    COUNTY_ORGAN,
    DIVISION_INVESTIGATOR,
    EVALUATION_GROUP,
    PARTY_COUNTY_COUNCIL,
    PARTY_OF_CASE,
    VM,
)
from procedures.statutes import COUNTIES, DIVISION

_WITHOUT_INQUIRY: Final = DIVISION(
    "8 § 1 mom.",
    Status.UNSETTLED,
    Label(
        "selvitys on harkinnanvarainen; laki ei sano, miten asia päättyy, jos sitä ei määrätä",
        "utredningen är beroende av prövning; lagen säger inte hur ärendet avslutas om den inte förordnas",
        "the inquiry is discretionary; the act does not say how the case ends if none is ordered",
    ),
)
_AT_STATE_EXPENSE: Final = DIVISION(
    "9 § 5 mom.",
    Status.STATUTE,
    Label(
        "kustannukset suoritetaan valtion varoista",
        "kostnaderna betalas av statens medel",
        "the costs are paid from state funds",
    ),
)
_WITH_STAFF: Final = DIVISION(
    "7 § 3 mom.",
    Status.STATUTE,
    Label(
        "esitys valmistellaan yhteistoiminnassa henkilöstön edustajien kanssa (449/2007)",
        "framställningen bereds i samarbete med företrädare för personalen (449/2007)",
        "the proposal is prepared in cooperation with representatives of the staff (449/2007)",
    ),
)
_WITHOUT_PROPOSAL: Final = DIVISION(
    "9 § 2 mom.",
    Status.UNSETTLED,
    Label(
        "ehdotus tehdään, jos muutos katsotaan tarpeelliseksi; laki ei sano, mitä muuten seuraa",
        "ett förslag läggs fram om en ändring anses behövas; lagen säger inte vad som annars följer",
        "a proposal is made if a change is found necessary; the act does not say what follows otherwise",
    ),
)

OPENING: Final = (
    Transition(
        fact=opening.COUNTY_PROPOSED,
        sources=(),
        target=states.PENDING,
        by=(COUNTY_ORGAN,),
        kind=Kind.ACT,
        basis=(DIVISION("6 § 1 mom."), DIVISION("7 § 1 mom."), _WITH_STAFF, DIVISION("8 § 2 mom. 2 kohta")),
        guards=(guard.NEED_JUSTIFIED, guard.CONDITIONS_EXPLAINED),
        documents=(doc.CHANGE_PROPOSAL,),
    ),
    Transition(
        fact=opening.JOINT_PROPOSAL_MADE,
        sources=(),
        target=states.PENDING,
        by=(COUNTY_ORGAN,),
        kind=Kind.ACT,
        basis=(
            DIVISION("6 § 1 mom."),
            DIVISION("7 § 1 mom."),
            DIVISION("7 § 2 mom."),
            _WITH_STAFF,
            DIVISION("8 § 2 mom. 2 kohta"),
            DIVISION("10 § 2 mom."),
        ),
        guards=(guard.NEED_JUSTIFIED, guard.CONDITIONS_EXPLAINED, guard.IDENTICAL_DECISIONS, *guard.CONTENTS),
        documents=(doc.CHANGE_PROPOSAL, doc.COUNCIL_DECISIONS, doc.MERGER_ACCOUNT),
    ),
    Transition(
        fact=opening.MUNICIPALITY_PROPOSED,
        sources=(),
        target=states.PENDING,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("6 § 1 mom."), DIVISION("7 § 1 mom."), _WITH_STAFF, DIVISION("8 § 2 mom. 2 kohta")),
        guards=(guard.NEED_JUSTIFIED, guard.CONDITIONS_EXPLAINED),
        documents=(doc.CHANGE_PROPOSAL,),
    ),
    Transition(
        fact=opening.RESIDENTS_PROPOSED,
        sources=(),
        target=states.PENDING,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("8 § 2 mom. 3 kohta"),),
        guards=(guard.ENOUGH_RESIDENTS,),
        documents=(doc.INQUIRY_PROPOSAL,),
    ),
    Transition(
        fact=opening.EVALUATION_GROUP_PROPOSED,
        sources=(),
        target=states.PENDING,
        by=(EVALUATION_GROUP,),
        kind=Kind.ACT,
        basis=(DIVISION("6 § 3 mom."), DIVISION("8 § 2 mom. 4 kohta"), COUNTIES("122 § 3 mom.")),
        documents=(doc.INQUIRY_PROPOSAL,),
    ),
    Transition(
        fact=opening.OWN_INITIATIVE_TAKEN,
        sources=(),
        target=states.PENDING,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("6 § 2 mom."), DIVISION("8 § 2 mom. 1 kohta"), COUNTIES("122 § 4 mom.")),
        documents=(doc.INITIATIVE,),
    ),
)

ORDERING: Final = (
    Transition(
        fact=fact.HEARD_BEFORE_APPOINTING,
        sources=(states.PENDING,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("8 § 1 mom."),),
        documents=(doc.HEARING,),
    ),
    Transition(
        fact=fact.INVESTIGATOR_APPOINTED,
        sources=(states.PENDING,),
        target=states.INVESTIGATOR_APPOINTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(DIVISION("8 § 1 mom."), DIVISION("9 § 4 mom."), _AT_STATE_EXPENSE, COUNTIES("122 § 4 mom.")),
        guards=(guard.COUNTIES_HEARD, guard.MUNICIPALITY_HEARD, guard.COMPETENCE_ASCERTAINED),
        documents=(doc.APPOINTMENT,),
        starts=(INVESTIGATOR_TERM,),
    ),
    Transition(
        fact=fact.NO_INQUIRY_ORDERED,
        sources=(states.PENDING,),
        target=states.PREPARATION,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(DIVISION("8 § 1 mom."), DIVISION("10 § 1 mom.")),
        documents=(doc.VM_DECISION,),
        when=guard.CHANGE_PROPOSED,
    ),
    Transition(
        fact=fact.NO_INQUIRY_ORDERED,
        sources=(states.PENDING,),
        target=states.NOT_ORDERED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(_WITHOUT_INQUIRY,),
        documents=(doc.VM_DECISION,),
    ),
)


def _without_proposal(target: State, when: Guard | None = None) -> Transition:
    return Transition(
        fact=fact.NO_CHANGE_FOUND_NECESSARY,
        sources=(states.INVESTIGATOR_APPOINTED,),
        target=target,
        by=(DIVISION_INVESTIGATOR,),
        kind=Kind.ACT,
        basis=(_WITHOUT_PROPOSAL,),
        documents=(doc.INQUIRY_RESULT,),
        meets=(Meets(INVESTIGATOR_TERM),),
        when=when,
    )


def inquiring(accounted: Guard) -> tuple[Transition, ...]:
    """Gives the investigator's work up to the delivery; `accounted` says for which changes an account is needed."""
    return (
        Transition(
            fact=fact.INVESTIGATOR_TERM_CHANGED,
            sources=(states.INVESTIGATOR_APPOINTED, states.PROPOSAL_GIVEN),
            target=None,
            by=(VM,),
            kind=Kind.DECISION,
            basis=(DIVISION("8 § 1 mom.", Status.PRACTICE),),
            documents=(doc.APPOINTMENT,),
            cancels=(INVESTIGATOR_TERM,),
            starts=(INVESTIGATOR_TERM,),
        ),
        Transition(
            fact=fact.COUNTY_TOOK_PART,
            sources=(states.INVESTIGATOR_APPOINTED,),
            target=None,
            by=(PARTY_OF_CASE,),
            kind=Kind.ACT,
            basis=(DIVISION("9 § 1 mom."),),
        ),
        Transition(
            fact=fact.INFORMATION_OBTAINED,
            sources=(states.INVESTIGATOR_APPOINTED,),
            target=None,
            by=(DIVISION_INVESTIGATOR,),
            kind=Kind.ACT,
            basis=(DIVISION("9 § 4 mom."),),
        ),
        _without_proposal(states.PREPARATION, guard.CHANGE_PROPOSED),
        _without_proposal(states.ENDED_WITHOUT_PROPOSAL),
        Transition(
            fact=fact.INVESTIGATOR_PROPOSED,
            sources=(states.INVESTIGATOR_APPOINTED,),
            target=states.PROPOSAL_GIVEN,
            by=(DIVISION_INVESTIGATOR,),
            kind=Kind.ACT,
            basis=(DIVISION("9 § 1 mom."), DIVISION("9 § 2 mom.")),
            guards=(guard.MERGING_NAMED, guard.MUNICIPALITY_NAMED, *guard.CONTENTS, accounted),
            documents=(doc.INVESTIGATORS_PROPOSAL,),
        ),
        Transition(
            fact=fact.COUNCIL_OPINION_GIVEN,
            sources=(states.PROPOSAL_GIVEN,),
            target=None,
            by=(PARTY_COUNTY_COUNCIL,),
            kind=Kind.DECISION,
            basis=(DIVISION("9 § 2 mom."), DIVISION("9 § 3 mom.")),
            documents=(doc.OPINION,),
        ),
        Transition(
            fact=fact.MUNICIPAL_OPINION_OBTAINED,
            sources=(states.PROPOSAL_GIVEN,),
            target=None,
            by=(DIVISION_INVESTIGATOR,),
            kind=Kind.ACT,
            basis=(DIVISION("9 § 2 mom."), DIVISION("9 § 3 mom.")),
            documents=(doc.OPINION,),
        ),
        Transition(
            fact=fact.PROPOSAL_DELIVERED,
            sources=(states.PROPOSAL_GIVEN,),
            target=states.PREPARATION,
            by=(DIVISION_INVESTIGATOR,),
            kind=Kind.ACT,
            basis=(DIVISION("9 § 3 mom."),),
            guards=(about_decision.COUNCILS_HANDLED, about_decision.MUNICIPAL_COUNCIL_HANDLED),
            documents=(doc.INVESTIGATORS_PROPOSAL, doc.OPINION),
            meets=(Meets(INVESTIGATOR_TERM),),
        ),
    )
