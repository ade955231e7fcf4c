"""A small procedure that nobody could take for law: a permit to keep a dragon.

It uses everything that a declaration can say: an application, hearings, an inspection and two outcomes; a deadline of
each counting kind; a standing beside the main line; tasks of states and of acts; guards on the case and on the payload;
the clock's own act; a fact whose shape has changed; numbers that changed on a day.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from engine.case_register import OF_REACTIONS, SHARED_BY_PEOPLE
from engine.counting import DeadlineKind, NextOf, Period, SetDay, Stated
from engine.declaration import (
    DeadlineRule,
    DocumentRule,
    Guard,
    Kind,
    Meets,
    Offer,
    Procedure,
    Reaction,
    Relation,
    StandingRule,
    State,
    TaskRule,
    Transition,
)
from engine.law import Label, OpenQuestion, Status
from engine.table import Table
from tests.test_engine.sample_facts import (
    APPLICATION_LODGED,
    CLOCK,
    COUNCIL,
    DRAGON_ACT,
    DRAGON_FLOWN,
    FEE_PAID,
    HEARING_TIME_PASSED,
    INSPECTION_HELD,
    INTERIM_KEEPING_ALLOWED,
    INTERIM_KEEPING_ENDED,
    KEEPER,
    NEIGHBOURS_HEARD,
    PARAMETERS,
    PERMIT_DENIED,
    PERMIT_GRANTED,
    REMITTED,
    REPORT_GIVEN,
)

DECISION_DUE = DeadlineRule(
    "decision_due",
    Label("päätös", "beslut", "decision"),
    DeadlineKind.PERIOD,
    Period("decision_months"),
    (DRAGON_ACT("4 §"),),
    reminders_days=(-14, 0),
)
REPORT_DUE = DeadlineRule(
    "report_due",
    Label("kertomus", "berättelse", "report"),
    DeadlineKind.WITHOUT_DELAY,
    Period("report_working_days", after="inspected_on"),
    (DRAGON_ACT("6 §", Status.PRACTICE),),
)
FEE_DUE = DeadlineRule(
    "fee_due",
    Label("maksu", "avgift", "fee"),
    DeadlineKind.FIXED,
    SetDay("fee_day", year_after="hatched_on", years_later=1),
    (DRAGON_ACT("9 §"),),
)
FLIGHT_DUE = DeadlineRule(
    "flight_due",
    Label("lentonäytös", "flyguppvisning", "flight display"),
    DeadlineKind.RECURRING,
    NextOf("flight_days"),
    (DRAGON_ACT("10 §"),),
)
ANSWER_DUE = DeadlineRule(
    "answer_due",
    Label("naapurin vastaus", "grannens svar", "neighbour's answer"),
    DeadlineKind.AGREED,
    Stated("reply_by"),
    (DRAGON_ACT("3 §"),),
)

INTERIM_KEEPING = StandingRule(
    "interim_keeping", Label("väliaikainen pito", "tillfällig hållning", "interim keeping"), (DRAGON_ACT("7 §"),)
)

PREPARE = TaskRule(
    "prepare_decision",
    Label("valmistele päätös", "bered beslutet", "prepare the decision"),
    COUNCIL,
    (DRAGON_ACT("4 §"),),
)
WRITE_REPORT = TaskRule(
    "write_report",
    Label("kirjoita kertomus", "skriv berättelsen", "write the report"),
    COUNCIL,
    (DRAGON_ACT("6 §"),),
    deadline="report_due",
    done_by=("report_given",),
)
READ_ANSWERS = TaskRule(
    "read_answers",
    Label("lue vastaukset", "läs svaren", "read the answers"),
    COUNCIL,
    (DRAGON_ACT("3 §"),),
    done_by=("inspection_held", "permit_denied"),
)
PAY_THE_FEE = TaskRule(
    "pay_the_fee",
    Label("maksa maksu", "betala avgiften", "pay the fee"),
    KEEPER,
    (DRAGON_ACT("9 §"),),
    deadline="fee_due",
    done_by=("fee_paid",),
)

PENDING = State("pending", Label("vireillä", "anhängigt", "pending"))
INSPECTED = State(
    "inspected", Label("tarkastettu", "inspekterat", "inspected"), status=Status.PRACTICE, tasks=(PREPARE,)
)
GRANTED = State("granted", Label("myönnetty", "beviljat", "granted"), final=True)
DENIED = State("denied", Label("evätty", "avslaget", "denied"), final=True)


def heads_within_the_most(offer: Offer) -> bool:
    """The dragon has no more heads than the act allows."""
    most = offer.parameters.on("heads_most", offer.law_on).value
    return isinstance(most, int) and offer.payload.heads <= most


def somebody_was_heard(offer: Offer) -> bool:
    """At least one neighbour was heard in this case."""
    return offer.case is not None and offer.case.has("neighbours_heard")


def interim_keeping_is_on(offer: Offer) -> bool:
    """The dragon may be kept meanwhile."""
    return offer.case is not None and any(one.name == "interim_keeping" for one in offer.case.active_standings)


def cave_is_fire_proof(offer: Offer) -> bool:
    """The newest inspection found the cave fire-proof."""
    newest = offer.case.last("inspection_held") if offer.case else None
    return newest is not None and newest.data["fire_proof"] is True


FEW_HEADS = Guard(
    "few_heads",
    Label("päitä on sallittu määrä", "antalet huvuden är tillåtet", "the number of heads is allowed"),
    (DRAGON_ACT("2 §"),),
    heads_within_the_most,
    reads_payload=True,
)
HEARD = Guard(
    "heard",
    Label("naapureita on kuultu", "grannarna har hörts", "neighbours have been heard"),
    (DRAGON_ACT("3 §"),),
    somebody_was_heard,
)
INTERIM_ON = Guard(
    "interim_on",
    Label("väliaikainen lupa on voimassa", "tillståndet är i kraft", "interim keeping is allowed"),
    (DRAGON_ACT("7 §"),),
    interim_keeping_is_on,
)
FIRE_PROOF = Guard(
    "fire_proof",
    Label("luola on paloturvallinen", "grottan är brandsäker", "the cave is fire-proof"),
    (DRAGON_ACT("5 §"),),
    cave_is_fire_proof,
)

APPLICATION = DocumentRule("application", Label("hakemus", "ansökan", "application"), (DRAGON_ACT("2 §"),))
DECISION = DocumentRule("decision", Label("päätös", "beslut", "decision"), (DRAGON_ACT("4 §"),))

ON_THE_WAY = (PENDING, INSPECTED)

TRANSITIONS = (
    Transition(
        fact=APPLICATION_LODGED,
        sources=(),
        target=PENDING,
        by=(KEEPER,),
        kind=Kind.ACT,
        basis=(DRAGON_ACT("2 §"),),
        guards=(FEW_HEADS,),
        documents=(APPLICATION,),
        starts=(DECISION_DUE, FEE_DUE, FLIGHT_DUE),
        tasks=(PAY_THE_FEE,),
    ),
    Transition(
        fact=NEIGHBOURS_HEARD,
        sources=ON_THE_WAY,
        target=None,
        by=(COUNCIL,),
        kind=Kind.ACT,
        basis=(DRAGON_ACT("3 §", Status.UNSETTLED),),
        starts=(ANSWER_DUE,),
    ),
    Transition(
        fact=HEARING_TIME_PASSED,
        sources=(PENDING,),
        target=None,
        by=(CLOCK,),
        kind=Kind.CLOCK,
        basis=(DRAGON_ACT("3 §"),),
        cancels=(ANSWER_DUE,),
        tasks=(READ_ANSWERS,),
    ),
    Transition(
        fact=INTERIM_KEEPING_ALLOWED,
        sources=ON_THE_WAY,
        target=None,
        by=(COUNCIL,),
        kind=Kind.DECISION,
        basis=(DRAGON_ACT("7 §"),),
        begins=(INTERIM_KEEPING,),
    ),
    Transition(
        fact=INTERIM_KEEPING_ENDED,
        sources=ON_THE_WAY,
        target=None,
        by=(COUNCIL, KEEPER),
        kind=Kind.ACT,
        basis=(DRAGON_ACT("7 §"),),
        guards=(INTERIM_ON,),
        ends=(INTERIM_KEEPING,),
    ),
    Transition(
        fact=INSPECTION_HELD,
        sources=ON_THE_WAY,
        target=INSPECTED,
        by=(COUNCIL,),
        kind=Kind.ACT,
        basis=(DRAGON_ACT("5 §"),),
        guards=(HEARD,),
        starts=(REPORT_DUE,),
        tasks=(WRITE_REPORT,),
    ),
    Transition(
        fact=REPORT_GIVEN,
        sources=(INSPECTED,),
        target=None,
        by=(COUNCIL,),
        kind=Kind.ACT,
        basis=(DRAGON_ACT("6 §"),),
        meets=(Meets(REPORT_DUE, generation_field="generation"),),
    ),
    Transition(
        fact=FEE_PAID,
        sources=(PENDING, INSPECTED, GRANTED),
        target=None,
        by=(KEEPER,),
        kind=Kind.ACT,
        basis=(DRAGON_ACT("9 §"),),
        meets=(Meets(FEE_DUE, which="oldest"),),
    ),
    Transition(
        fact=REMITTED,
        sources=(INSPECTED,),
        target=PENDING,
        by=(COUNCIL,),
        kind=Kind.DECISION,
        basis=(DRAGON_ACT("5 §"),),
    ),
    Transition(
        fact=PERMIT_GRANTED,
        sources=(INSPECTED,),
        target=GRANTED,
        by=(COUNCIL,),
        kind=Kind.DECISION,
        basis=(DRAGON_ACT("4 §"), DRAGON_ACT("5 §")),
        guards=(FIRE_PROOF,),
        documents=(DECISION,),
        meets=(Meets(DECISION_DUE),),
    ),
    Transition(
        fact=PERMIT_DENIED,
        sources=ON_THE_WAY,
        target=DENIED,
        by=(COUNCIL,),
        kind=Kind.DECISION,
        basis=(DRAGON_ACT("4 §"),),
        documents=(DECISION,),
        meets=(Meets(DECISION_DUE),),
    ),
    Transition(
        fact=DRAGON_FLOWN,
        sources=(GRANTED,),
        target=None,
        by=(KEEPER,),
        kind=Kind.ACT,
        basis=(DRAGON_ACT("10 §"),),
        starts=(FLIGHT_DUE,),
        meets=(Meets(FLIGHT_DUE, which="oldest"),),
    ),
)

PROCEDURE = Procedure(
    id="dragon_permit",
    label=Label("lohikäärmelupa", "draktillstånd", "dragon permit"),
    description=Label("Lupa pitää lohikäärmettä.", "Tillstånd att hålla drake.", "A permit to keep a dragon."),
    in_force_from=date(2020, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("county",),
    roles=(KEEPER, COUNCIL, CLOCK),
    states=(PENDING, INSPECTED, GRANTED, DENIED),
    transitions=TRANSITIONS,
    guards=(FEW_HEADS, HEARD, INTERIM_ON, FIRE_PROOF),
    parameters=PARAMETERS,
    basis=(DRAGON_ACT("1 §"),),
    reactions=(
        Reaction(
            id="tell_other_dragons",
            on=PERMIT_GRANTED,
            procedure="dragon_permit",
            causing=Relation("same_keeper", Label("sama pitäjä", "samma hållare", "same keeper")),
            reached=Relation("same_keeper", Label("sama pitäjä", "samma hållare", "same keeper")),
            basis=(DRAGON_ACT("8 §"),),
            open_only=True,
        ),
    ),
    open_questions=(
        OpenQuestion(
            id="who_is_a_neighbour",
            question=Label("Kuka on naapuri?", "Vem är granne?", "Who is a neighbour?"),
            meanwhile=Label("Jokainen näköpiirissä.", "Alla inom synhåll.", "Everybody within sight."),
            basis=(DRAGON_ACT("3 §", Status.UNSETTLED),),
            affects=("neighbours_heard", "answer_due", "subject:99"),
        ),
    ),
    sources=("made up",),
)

TABLE = Table(PROCEDURE, SHARED_BY_PEOPLE, OF_REACTIONS)


def with_move(fact_id: str, **changed: Any) -> Procedure:
    """The sample with the moves of one fact declared otherwise."""
    moves = (replace(move, **changed) if move.fact.id == fact_id else move for move in TRANSITIONS)
    return replace(PROCEDURE, transitions=tuple(moves))


def without_move(fact_id: str) -> Procedure:
    """The sample without a fact."""
    return replace(PROCEDURE, transitions=tuple(move for move in TRANSITIONS if move.fact.id != fact_id))


def with_moves(*more: Transition, states: tuple[State, ...] = ()) -> Procedure:
    """The sample with further moves and states."""
    return replace(PROCEDURE, transitions=(*TRANSITIONS, *more), states=(*PROCEDURE.states, *states))


def with_everywhere(old: Any, new: Any) -> Procedure:
    """The sample with one of its parts exchanged wherever it stands."""

    def exchange(value: Any) -> Any:
        if value == old:
            return new
        if isinstance(value, tuple):
            return tuple(exchange(inner) for inner in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{part.name: exchange(getattr(value, part.name)) for part in fields(value)})
        return value

    changed = exchange(PROCEDURE)
    assert isinstance(changed, Procedure)
    return changed


def with_parameter(name: str, **changed: Any) -> Procedure:
    """The sample with one number otherwise, or with a number more."""
    known = PARAMETERS.by_name.get(name, PARAMETERS.by_name["heads_most"])
    numbers = {**PARAMETERS.by_name, name: replace(known, name=name, **changed)}
    return replace(PROCEDURE, parameters=replace(PARAMETERS, by_name=numbers))
