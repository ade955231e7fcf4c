"""Every condition of every move, generated from the declarations: what is lacking is refused with its section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.declaration import Transition
from engine.law import cites
from engine.table import Table
from tests.story import Story, Told, reporting
from tests.test_procedures.evaluation_stories import BOTH, NEW, OLD, acts, at, but, on, tell, without

Situation = tuple[Story, Told]

_BESIDE = {
    "no_remedy_sought": ("restricted_decision_served",),
    "rectification_requested": ("restricted_decision_served",),
    "rectification_decided": ("restricted_decision_served", "rectification_requested"),
    "appeal_made": ("council_decision_served",),
    "restricted_decision_judged": ("council_decision_served", "appeal_made"),
    "further_appeal_made": ("council_decision_served", "appeal_made", "restricted_decision_judged"),
    "further_appeal_judged": (
        "council_decision_served",
        "appeal_made",
        "restricted_decision_judged",
        "further_appeal_made",
    ),
}
"""What must have happened before these facts, which are possible in many states."""
_BEFORE = {
    **_BESIDE,
    "initiative_notified": ("initiative_made",),
    "start_decided": ("county_heard",),
    "group_appointed": ("vm_named", "stm_named", "sm_named", "county_named", "chair_consulted"),
    "partial_proposals_noted": ("partial_proposal_given",),
    "partial_proposals_decided": ("partial_proposal_given",),
    "proposals_given": ("division_proposal_handled",),
    "investigator_appointed": ("counties_heard_on_division",),
}


def ready(table: Table, move: Transition, *, lacking: str | None = None) -> Situation:
    """A story in which the move is possible, less one thing that happened before, and the complete act."""
    known = acts(table)
    told = known.get(move.fact.id) or known["vm_named"]
    if move.opens:
        return Story(table, subject="15"), told
    source = move.sources[0].id
    before = [name for name in _BEFORE.get(move.fact.id, ()) if name != lacking]
    if source == "follow_up" and move.fact.id == "investigator_appointed":
        told = on(told, "2028-01-03")
        late = {"counties_heard_on_division": "2027-12-01", "division_inquiry_needed": "2027-09-01"}
        steps = [name for name in late if name != lacking]
        return at("follow_up", table).given(*(on(known[name], late[name]) for name in steps)), told
    if move.fact.id in _BESIDE or move.fact.id == "restricted_decision_served":
        source = "group_appointed" if not before or "appeal_made" not in before else "assessment"
    return tell(at(source, table), *before, table=table), told


_DECLARED = [
    (f"{table.procedure.in_force_from.year}-{move.fact.id}-{index}", table, move)
    for table in BOTH
    for index, move in enumerate(table.procedure.transitions)
]
MOVES = [pytest.param(table, move, id=name) for name, table, move in _DECLARED]


@pytest.mark.parametrize(("table", "move"), MOVES)
def test_the_complete_act_is_recorded(table: Table, move: Transition) -> None:
    """With everything the law asks for, each declared move can be made."""
    story, told = ready(table, move)
    target = move.target.id if move.target else story.opened.state
    story.when(told).then(state=target)


@pytest.mark.parametrize(("table", "move"), MOVES)
def test_each_document_lacking_is_refused(table: Table, move: Transition) -> None:
    """An act without the document that it rests on is refused, naming the document's section."""
    story, told = ready(table, move)
    for rule in move.documents:
        refused = story.when(replace(told, documents=())).refused(f"document:{rule.kind}").refusal
        assert refused.missing[0].basis == cites(rule.basis)


@pytest.mark.parametrize(("table", "move"), MOVES)
def test_each_required_field_lacking_is_refused(table: Table, move: Transition) -> None:
    """A fact without a value that it must state is refused, naming the field."""
    story, told = ready(table, move)
    for name, info in move.fact.payload.model_fields.items():
        if info.is_required():
            story.when(without(told, name)).refused(f"field:{name}")


@pytest.mark.parametrize(("table", "move"), MOVES)
def test_an_act_of_somebody_else_is_refused(table: Table, move: Transition) -> None:
    """Each move is an act of certain roles, and of no other."""
    story, told = ready(table, move)
    stranger = next(role.id for role in table.procedure.roles if role not in move.by)
    story.when(replace(told, role=stranger)).refused("wrong-actor")


def _data(**changed: object) -> Callable[[Table, Transition], Situation]:
    """The act with other data."""

    def spoil(table: Table, move: Transition) -> Situation:
        story, told = ready(table, move)
        return story, but(told, **changed)

    return spoil


def _lacking(name: str) -> Callable[[Table, Transition], Situation]:
    """The act without something that must have happened before."""
    return lambda table, move: ready(table, move, lacking=name)


def _before_anything(*names: str) -> Callable[[Table, Transition], Situation]:
    """The act after these facts only, in the state where the case was opened."""

    def spoil(table: Table, move: Transition) -> Situation:
        return tell(Story(table, subject="15"), *names, table=table), acts(table)[move.fact.id]

    return spoil


def _no_gates(table: Table, move: Transition) -> Situation:
    noted = replace(but(acts(table)["criteria_noted"], gates=None), unreported=("gate_noted",))
    story = Story(table, subject="15").given(replace(noted, documents=(reporting("calculation"),)))
    return tell(story, "county_heard", table=table), acts(table)[move.fact.id]


def _served_late(table: Table, move: Transition) -> Situation:
    story, told = ready(table, move)
    return story, but(told, served_on=str(told.on.replace(year=told.on.year + 1)))


def _before_restriction(table: Table, move: Transition) -> Situation:
    story, told = ready(table, move)
    return story, but(told, decided_on=str(told.on.replace(year=told.on.year - 1)))


def _hus(table: Table, move: Transition) -> Situation:
    story, told = ready(table, move)
    if story.case is None:
        return Story(table, subject="HUS", subject_kind="joint_authority"), told
    hus = Story(table, subject="HUS", subject_kind="joint_authority")
    return tell(hus, "criteria_noted", table=table), told


def _rectification_of_council(table: Table, move: Transition) -> Situation:
    story, told = ready(table, move)
    return tell(at(story.opened.state, table), "council_decision_served", table=table), told


def _appeal_of_organ(table: Table, move: Transition) -> Situation:
    story, told = ready(table, move)
    return tell(at(story.opened.state, table), "restricted_decision_served", table=table), told


def _ended_before(table: Table, move: Transition) -> Situation:
    story, told = ready(table, move)
    return tell(story, "restriction_ended", table=table), told


SPOILED: dict[str, Callable[[Table, Transition], Situation]] = {
    "gate_noted": _data(gates=[]),
    "deficit_late": _data(gates=["E1"], deficit_cover_due_on="2026-12-31"),
    "accounts_in_a_row": _data(gates=["E2"], accounts_years=[2024]),
    "authority_or_two_grants": _data(borrowing_authority_changed_on=None),
    "authority_or_grant": _data(borrowing_authority_changed_on=None),
    "initiative_behind": _data(gates=["E5"]),
    "initiative_ground": _data(grounds=None),
    "endangered_long_enough": _data(endangered_years=[2024]),
    "not_a_joint_authority": _hus,
    "initiative_was_made": _lacking("initiative_made"),
    "gate_or_initiative": _no_gates,
    "county_knows_of_initiative": _before_anything("initiative_made", "county_heard"),
    "county_heard": _lacking("county_heard"),
    "four_have_members": _lacking("sm_named"),
    "county_heard_on_chair": _lacking("chair_consulted"),
    "chair_independent": _data(chair_from="STM"),
    "term_ends_later": _data(term_ends_on="2024-01-31"),
    "partial_given": _lacking("partial_proposal_given"),
    "partial_decision_said": _data(proposals_adopted=None),
    "division_outcome_said": _data(outcome=None),
    "division_proposal_handled": _lacking("division_proposal_handled"),
    "covers_finances": _data(covers_finances=False),
    "covers_service_capacity": _data(covers_service_capacity=None),
    "council_content_said": _data(proposals_adopted=None, proposals_amended=None, proposals_rejected=None),
    "every_proposal_handled": _data(proposals_adopted=26),
    "counties_heard_on_division": _lacking("counties_heard_on_division"),
    "inquiry_needed": _lacking("division_inquiry_needed"),
    "measures_unfulfilled": _data(measures_unfulfilled=False),
    "criteria_met_again": _data(gates=["E5"]),
    "interim_report_placed": _data(reports_after="2026-08-15"),
    "measures_report_placed": _data(reports_after=None),
    "restriction_on": _before_restriction,
    "served_already": _served_late,
    "proposals_to_contradict": _data(kind="both"),
    "rectification_of_known": _data(generation=9),
    "appeal_of_known": _data(generation=9),
    "further_appeal_of_known": _data(generation=9),
    "decision_known": _data(number=9),
    "request_known": _data(number=9),
    "appeal_known": _data(number=9),
    "further_appeal_known": _data(number=9),
    "rectifiable": _rectification_of_council,
    "appealable": _appeal_of_organ,
    "restriction_is_on": _ended_before,
    "end_has_come": _data(ground=None),
}
"""For each guard, a situation in which everything is in order but what it asks for."""


def test_every_guard_has_its_spoiled_situation() -> None:
    """No guard of either version goes untested, and none is tested that no longer exists."""
    declared = {guard.id for table in (OLD, NEW) for guard in table.procedure.guards}
    assert declared == set(SPOILED)


@pytest.mark.parametrize(
    ("table", "move", "guard_id"),
    [
        pytest.param(table, move, guard.id, id=f"{name}-{guard.id}")
        for name, table, move in _DECLARED
        for guard in move.guards
    ],
)
def test_each_condition_unmet_is_refused_with_its_section(table: Table, move: Transition, guard_id: str) -> None:
    """Exactly that condition is named, with the sections on which it rests."""
    story, told = SPOILED[guard_id](table, move)
    refusal = story.when(told).refused(guard_id).refusal
    guard = next(guard for guard in move.guards if guard.id == guard_id)
    assert refusal.missing[0].basis == cites(guard.basis)


def test_all_that_is_missing_is_named_at_once() -> None:
    """Starting straight after the criteria, without the hearing and the decision: both are named."""
    told = replace(acts()["start_decided"], documents=())
    at("criteria_met").when(told).refused("document:start_decision", "county_heard")
