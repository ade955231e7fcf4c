"""Declarations that are unsound in one way each, with every fault that has to be found in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from engine.case_register import NOTED
from engine.counting import NextOf, Period, SetDay, Stated
from engine.declaration import (
    PARTY,
    DeadlineRule,
    Fact,
    Guard,
    Kind,
    Listening,
    Meets,
    Offer,
    Payload,
    Procedure,
    Role,
    StandingRule,
    State,
    Transition,
    TransitionalRule,
)
from engine.law import Basis, Label
from engine.machine import move_name
from tests.test_engine import sample_facts
from tests.test_engine import sample_procedure as sample
from tests.test_engine.sample_facts import COUNCIL, DRAGON_ACT
from tests.test_engine.sample_procedure import (
    FEW_HEADS,
    GRANTED,
    HEARD,
    PENDING,
    PROCEDURE,
    with_everywhere,
    with_move,
    with_moves,
    with_parameter,
    without_move,
)

ANY_LABEL = Label("koe", "prov", "trial")
ATTIC = State("attic", ANY_LABEL)
CELLAR = State("cellar", ANY_LABEL)


class WithFloat(Payload):
    """A payload that the log would not take."""

    weight: float | None = None


def a_move(fact_id: str, sources: tuple[State, ...], target: State | None) -> Transition:
    return Transition(
        fact=Fact(fact_id, ANY_LABEL, sample_facts.Nothing),
        sources=sources,
        target=target,
        by=(COUNCIL,),
        kind=Kind.ACT,
        basis=(DRAGON_ACT("1 §"),),
    )


def counting(how: Period | SetDay | NextOf | Stated) -> Procedure:
    """The sample with its decision due otherwise."""
    return with_everywhere(sample.DECISION_DUE, replace(sample.DECISION_DUE, counting=how))


def guarded(holds: Callable[[Offer], bool], **changed: object) -> Procedure:
    """The sample with another condition in place of the one on heads."""
    return with_everywhere(FEW_HEADS, replace(FEW_HEADS, holds=holds, **changed))  # type: ignore[arg-type]


def undocumented(offer: Offer) -> bool:
    return bool(offer.parameters.on("heads_most", offer.law_on))


def looks_at_the_payload(offer: Offer) -> bool:
    """Looks at the payload through another function, and at the number."""
    return bool(offer.parameters.on("heads_most", offer.law_on)) and has_heads(offer)


def has_heads(offer: Offer) -> bool:
    return offer.payload is not None


NEVER_STARTED = DeadlineRule(
    "nap_due", ANY_LABEL, sample.DECISION_DUE.kind, Period("decision_months"), (DRAGON_ACT("1 §"),)
)
NEVER_BEGUN = StandingRule("hibernation", ANY_LABEL, (DRAGON_ACT("1 §"),))
OTHER_GUARD = Guard("other", ANY_LABEL, (DRAGON_ACT("1 §"),), sample.somebody_was_heard)
STRANGER = Role("stranger", ANY_LABEL, "STRANGERS")
REACTION = PROCEDURE.reactions[0]
LISTENING = Listening(
    id="hear_of_others",
    to="dragon_permit.permit_granted",
    causing=REACTION.causing,
    reached=REACTION.reached,
    basis=(DRAGON_ACT("1 §"),),
)
FROM_OLD_LAW: dict[str, Any] = {
    "id": "from_old_law",
    "label": ANY_LABEL,
    "version_from": date(2010, 1, 1),
    "basis": (DRAGON_ACT("99 §"),),
}
QUESTION = PROCEDURE.open_questions[0]
HEADS = sample_facts.PARAMETERS.by_name["heads_most"].values[0]

FAULTS: dict[str, tuple[Procedure, set[tuple[str, str]]]] = {
    "a state that nothing leads to": (
        with_moves(a_move("left", (ATTIC,), sample.DENIED), states=(ATTIC,)),
        {("state-unreachable", "state attic")},
    ),
    "a state without any way out": (
        with_moves(a_move("climbed", (PENDING,), ATTIC), a_move("slept", (ATTIC,), None), states=(ATTIC,)),
        {("dead-end", "state attic")},
    ),
    "a state that leads only to itself": (
        with_moves(a_move("climbed", (PENDING,), ATTIC), a_move("slept", (ATTIC,), ATTIC), states=(ATTIC,)),
        {("dead-end", "state attic")},
    ),
    "states that lead only to each other": (
        with_moves(
            a_move("climbed", (PENDING, CELLAR), ATTIC), a_move("fell", (ATTIC,), CELLAR), states=(ATTIC, CELLAR)
        ),
        {("end-unreachable", "state attic"), ("end-unreachable", "state cellar")},
    ),
    "a move out of a final state": (
        with_moves(a_move("revoked", (GRANTED,), sample.DENIED)),
        {("final-state-left", "state granted")},
    ),
    "the same fact twice from a state": (
        with_moves(replace(a_move("x", (PENDING,), None), fact=sample_facts.FEE_PAID)),
        {("move-ambiguous", "move fee_paid from pending")},
    ),
    "two openings by the same fact": (
        with_moves(replace(a_move("x", (), PENDING), fact=sample_facts.APPLICATION_LODGED)),
        {("move-ambiguous", "opening application_lodged")},
    ),
    "no opening": (
        without_move("application_lodged"),
        {
            ("opening-missing", "procedure dragon_permit"),
            *(("state-unreachable", f"state {state.id}") for state in PROCEDURE.states),
            ("guard-unused", "guard few_heads"),
            ("deadline-never-started", "move fee_paid from pending or inspected or granted"),
            ("deadline-never-started", "move permit_granted from inspected"),
            ("deadline-never-started", "move permit_denied from pending or inspected"),
            ("parameter-unused", "parameter decision_months"),
            ("parameter-unused", "parameter fee_day"),
        },
    ),
    "an opening that leads nowhere": (
        with_moves(a_move("wished", (), None)),
        {("opening-nowhere", "opening wished")},
    ),
    "a state that is used and not declared": (
        with_moves(a_move("climbed", (PENDING,), ATTIC)),
        {("state-undeclared", "move climbed from pending")},
    ),
    "a guard that is asked and not declared": (
        replace(PROCEDURE, guards=tuple(guard for guard in PROCEDURE.guards if guard != HEARD)),
        {("guard-unknown", "guard heard")},
    ),
    "a guard that is declared and not asked": (
        replace(PROCEDURE, guards=(*PROCEDURE.guards, OTHER_GUARD)),
        {("guard-unused", "guard other")},
    ),
    "a condition without a docstring": (guarded(undocumented), {("guard-undocumented", "guard few_heads")}),
    "a condition in a lambda": (
        guarded(lambda offer: bool(offer.parameters.on("heads_most", offer.law_on))),
        {("guard-undocumented", "guard few_heads")},
    ),
    "a condition that looks at the payload unsaid": (
        guarded(looks_at_the_payload, reads_payload=False),
        {("guard-payload-unmarked", "guard few_heads")},
    ),
    "a move without a section": (with_move("remitted", basis=()), {("basis-missing", "move remitted from inspected")}),
    "a deadline without a section": (
        with_everywhere(sample.REPORT_DUE, replace(sample.REPORT_DUE, basis=())),
        {("basis-missing", "deadline report_due")},
    ),
    "a basis that names nothing": (
        with_move("remitted", basis=(Basis("", " "),)),
        {("basis-missing", "basis")},
    ),
    "a number without a section": (
        with_parameter("heads_most", values=(replace(HEADS, basis=" "),)),
        {("basis-missing", "dated value")},
    ),
    "a move without an actor": (with_move("remitted", by=()), {("actor-missing", "move remitted from inspected")}),
    "an actor that is not declared": (
        with_move("remitted", by=(STRANGER,)),
        {("role-undeclared", "move remitted from inspected")},
    ),
    "a task of a role that is not declared": (
        with_everywhere(sample.PREPARE, replace(sample.PREPARE, role=STRANGER)),
        {("role-undeclared", "task prepare_decision")},
    ),
    "a decision open to the clock": (
        with_move("remitted", by=(COUNCIL, sample_facts.CLOCK)),
        {("clock-decides", "move remitted from inspected")},
    ),
    "a clock that ends a case": (
        with_move("permit_denied", kind=Kind.CLOCK, documents=()),
        {("clock-decides", "move permit_denied from pending or inspected")},
    ),
    "a clock that begins a standing": (
        with_move("interim_keeping_allowed", kind=Kind.CLOCK),
        {("clock-decides", "move interim_keeping_allowed from pending or inspected")},
    ),
    "a clock that ends a standing": (
        with_move("interim_keeping_ended", kind=Kind.CLOCK),
        {("clock-decides", "move interim_keeping_ended from pending or inspected")},
    ),
    "a clock that acts on a document": (
        with_move("remitted", kind=Kind.CLOCK, documents=(sample.DECISION,)),
        {("clock-decides", "move remitted from inspected")},
    ),
    "a clock that opens a case": (
        with_move("application_lodged", kind=Kind.CLOCK, documents=()),
        {("clock-decides", "opening application_lodged")},
    ),
    "a deadline by a number that is not there": (
        counting(Period("patience_days")),
        {("parameter-unknown", "deadline decision_due"), ("parameter-unused", "parameter decision_months")},
    ),
    "a period by a yearly day": (
        counting(Period("fee_day")),
        {("parameter-unfit", "deadline decision_due"), ("parameter-unused", "parameter decision_months")},
    ),
    "a set day by a period": (counting(SetDay("decision_months")), {("parameter-unfit", "deadline decision_due")}),
    "yearly days by a single one": (
        counting(NextOf("fee_day")),
        {("parameter-unfit", "deadline decision_due"), ("parameter-unused", "parameter decision_months")},
    ),
    "a number in an unknown unit": (
        with_parameter("decision_months", unit="fortnights"),
        {("parameter-unit-unknown", "parameter decision_months"), ("parameter-unfit", "deadline decision_due")},
    ),
    "a number without a unit": (
        with_parameter("decision_months", unit=""),
        {("parameter-unit-unknown", "parameter decision_months"), ("parameter-unfit", "deadline decision_due")},
    ),
    "a number that begins after the declaration": (
        with_parameter("heads_most", values=(replace(HEADS, in_force_from=date(2020, 1, 2)),)),
        {("parameter-not-in-force", "parameter heads_most")},
    ),
    "a number that ends before the declaration": (
        with_parameter("heads_most", values=(replace(HEADS, in_force_until=date(2030, 12, 31)),)),
        {("parameter-not-in-force", "parameter heads_most")},
    ),
    "a number without any value": (
        with_parameter("heads_most", values=()),
        {("parameter-not-in-force", "parameter heads_most")},
    ),
    "a number that nobody asks for": (with_parameter("tails_most"), {("parameter-unused", "parameter tails_most")}),
    "a deadline from a field that is not there": (
        counting(Period("decision_months", after="weighed_on")),
        {("field-unknown", "deadline decision_due")},
    ),
    "a set day from a field that is not there": (
        with_everywhere(sample.FEE_DUE, replace(sample.FEE_DUE, counting=SetDay("fee_day", year_after="weighed_on"))),
        {("field-unknown", "deadline fee_due")},
    ),
    "a day stated in a field that is not there": (
        with_everywhere(sample.ANSWER_DUE, replace(sample.ANSWER_DUE, counting=Stated("answer_by"))),
        {("field-unknown", "deadline answer_due")},
    ),
    "a deadline that one of two facts cannot start": (
        with_move("remitted", starts=(sample.REPORT_DUE,)),
        {("field-unknown", "deadline report_due")},
    ),
    "a generation from a field that is not there": (
        with_move("report_given", meets=(Meets(sample.REPORT_DUE, generation_field="round"),)),
        {("field-unknown", "move report_given from inspected")},
    ),
    "some of the deadlines, but which": (
        with_move("report_given", meets=(Meets(sample.REPORT_DUE, which="newest"),)),
        {("meets-unknown", "move report_given from inspected")},
    ),
    "a deadline met that nothing starts": (
        with_move("remitted", meets=(Meets(NEVER_STARTED),)),
        {("deadline-never-started", "move remitted from inspected")},
    ),
    "a deadline cancelled that nothing starts": (
        with_move("remitted", cancels=(NEVER_STARTED,)),
        {("deadline-never-started", "move remitted from inspected")},
    ),
    "a standing ended that nothing begins": (
        with_move("remitted", ends=(NEVER_BEGUN,)),
        {("standing-never-begun", "move remitted from inspected")},
    ),
    "a task done by no fact": (
        with_everywhere(sample.WRITE_REPORT, replace(sample.WRITE_REPORT, done_by=("report_written",))),
        {("task-fact-unknown", "task write_report")},
    ),
    "a task by no deadline": (
        with_everywhere(sample.WRITE_REPORT, replace(sample.WRITE_REPORT, deadline="nap_due")),
        {("task-deadline-unknown", "task write_report")},
    ),
    "a task of an act that is never done": (
        with_everywhere(sample.WRITE_REPORT, replace(sample.WRITE_REPORT, done_by=())),
        {("task-never-done", "task write_report")},
    ),
    "a step between two shapes that is missing": (
        with_everywhere(sample_facts.NEIGHBOURS_HEARD, replace(sample_facts.NEIGHBOURS_HEARD, schema=4)),
        {("upcast-gap", "fact neighbours_heard")},
    ),
    "a field that takes a float": (
        with_everywhere(sample_facts.REMITTED, replace(sample_facts.REMITTED, payload=WithFloat)),
        {("payload-float", "fact remitted")},
    ),
    "an id in another script": (
        with_everywhere(sample.INTERIM_KEEPING, replace(sample.INTERIM_KEEPING, id="InterimKeeping")),
        {("id-malformed", "standing InterimKeeping")},
    ),
    "two facts of one name": (
        with_move("remitted", fact=replace(sample_facts.REMITTED, label=ANY_LABEL, id="fee_paid")),
        {("id-duplicate", "fact fee_paid"), ("move-ambiguous", "move fee_paid from inspected")},
    ),
    "a state declared twice": (
        replace(PROCEDURE, states=(*PROCEDURE.states, GRANTED)),
        {("id-duplicate", "state granted")},
    ),
    "a fact of the case register": (
        with_everywhere(sample_facts.REMITTED, replace(sample_facts.REMITTED, id=NOTED.id)),
        {("id-reserved", "fact noted")},
    ),
    "a procedure called case": (
        replace(PROCEDURE, id="case"),
        {("id-reserved", "procedure case"), ("reaction-procedure-unknown", "reaction tell_other_dragons")},
    ),
    "a question about nothing": (
        with_everywhere(QUESTION, replace(QUESTION, affects=("answer_due", "moon"))),
        {("question-affects-unknown", "open question who_is_a_neighbour")},
    ),
    "a reaction to no fact": (
        with_everywhere(REACTION, replace(REACTION, on=Fact("roared", ANY_LABEL, sample_facts.Nothing))),
        {("reaction-fact-unknown", "reaction tell_other_dragons")},
    ),
    "a reaction in no procedure": (
        with_everywhere(REACTION, replace(REACTION, procedure="griffin_permit")),
        {("reaction-procedure-unknown", "reaction tell_other_dragons")},
    ),
    "a task in another case, done by no fact there": (
        with_everywhere(REACTION, replace(REACTION, task=replace(sample.WRITE_REPORT, id="tell", done_by=("told",)))),
        {("task-fact-unknown", "task tell")},
    ),
    "an alternative and no ordinary move": (
        with_move("remitted", when=OTHER_GUARD),
        {("move-conditional", "move remitted from inspected")},
    ),
    "listening to what nobody says": (
        replace(PROCEDURE, listens=(replace(LISTENING, to="griffin_permit.granted"),)),
        {("listening-unheard", "listening hear_of_others")},
    ),
    "listening with a task that is done by no fact": (
        replace(PROCEDURE, listens=(replace(LISTENING, task=replace(sample.WRITE_REPORT, id="x", done_by=("told",))),)),
        {("task-fact-unknown", "task x")},
    ),
    "a transitional rule from no version": (
        replace(PROCEDURE, transitional=(TransitionalRule(**FROM_OLD_LAW),)),
        {("transition-version-unknown", "transitional from_old_law")},
    ),
    "an act of a party that does not say which": (
        with_everywhere(sample_facts.KEEPER, replace(sample_facts.KEEPER, organisation=PARTY)),
        {
            ("field-unknown", move_name(move))
            for move in PROCEDURE.transitions
            if any(role.id == "keeper" for role in move.by)
        },
    ),
    "an end before the beginning": (
        replace(PROCEDURE, in_force_until=date(2019, 12, 31)),
        {("in-force-reversed", "procedure dragon_permit")},
    ),
}
