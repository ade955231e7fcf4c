"""Separation of duties: persons, not roles, over the whole history of a case, and through whoever acts for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from engine.case import Case
from engine.errors import NotAuthorised, Refused
from engine.rights_duties import Duty
from procedures.access_rights.policy import duties
from procedures.register import declarations
from tests.book import Book
from tests.books import BOOKS
from tests.test_rights.desk import ANNA, CECILIA, DAVID, ERIK, Desk
from tests.test_rights.test_granting import AUTHORITY


def proposed(desk: Desk) -> Case:
    """A case in which Cecilia, of the ministry, has calculated and proposed; and then everybody has a right."""
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    for name in ("recalculated", "county_heard", "proposal_made"):
        case = desk.tell(case, AUTHORITY.acts[name], by=CECILIA).case
    desk.enable()
    for person in (CECILIA, DAVID):
        desk.grant(person, "government", may_delegate=True)
    desk.grant(ERIK, "delegate", principal=CECILIA)
    return case


def test_who_proposed_does_not_confirm(desk: Desk) -> None:
    """Whatever role they act in; the refusal says who recorded the other act, and another person may do it."""
    case = proposed(desk)
    with pytest.raises(NotAuthorised) as caught:
        desk.tell(case, AUTHORITY.acts["confirmed"], by=CECILIA)
    assert caught.value.code == "duty-separated"
    assert CECILIA in caught.value.message
    assert caught.value.try_next == "ohjaus grant matrix --procedure borrowing-authority"
    assert desk.tell(case, AUTHORITY.acts["confirmed"], by=DAVID).case.state == "confirmed"
    assert desk.findings() == []


def test_a_duty_is_told_before_what_the_law_asks(desk: Desk) -> None:
    """Nobody gathers documents for an act that is not theirs; who may do it is told what is missing."""
    case = proposed(desk)
    with pytest.raises(NotAuthorised):
        desk.advance(case.case_id, "confirmed", by=CECILIA, amount_cents=4_000_000_000)
    with pytest.raises(Refused):
        desk.advance(case.case_id, "confirmed", by=DAVID, amount_cents=4_000_000_000)


def test_who_acts_for_the_proposer_does_not_confirm_either(desk: Desk) -> None:
    """A delegate is no other person, as far as duties go."""
    case = proposed(desk)
    with pytest.raises(NotAuthorised) as caught:
        desk.tell(case, AUTHORITY.acts["confirmed"], by=ERIK, acting_for=CECILIA)
    assert caught.value.code == "duty-separated"


def test_while_rights_are_off_one_person_may_do_both(desk: Desk) -> None:
    """The duties of the table are practice: they bind where persons are told apart by rights."""
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    for name in ("recalculated", "county_heard", "proposal_made", "confirmed"):
        case = desk.tell(case, AUTHORITY.acts[name], by=CECILIA).case
    assert case.state == "confirmed"


def correction(desk: Desk, *, second: str, case: Case, by: str = DAVID) -> None:
    """David corrects what the county replied, and somebody has looked at it."""
    desk.advance(
        case.case_id,
        "clerical_error_corrected",
        by=by,
        supersedes=2,
        values={"reply": "made-up reply, read again"},
        reason="made-up slip",
        section="434/2003 51 §",
        second_person=second,
    )


def test_the_second_person_of_a_correction_needs_a_right_to_the_act(desk: Desk) -> None:
    """A name that holds no right, or takes part itself, is no second person."""
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    case = desk.tell(case, AUTHORITY.acts["county_heard"], by=CECILIA).case
    desk.enable()
    for person in (CECILIA, DAVID):
        desk.grant(person, "vm", "VM")
    with pytest.raises(NotAuthorised) as caught:
        correction(desk, second="test-nobody", case=case)
    assert caught.value.code == "second-person-not-granted"
    with pytest.raises(NotAuthorised):
        correction(desk, second=ANNA, case=case)
    correction(desk, second=CECILIA, case=case)
    assert desk.findings() == []


def confirmed(desk: Desk) -> Case:
    """The case, which David has confirmed; Erik may correct that as well."""
    case = desk.tell(proposed(desk), AUTHORITY.acts["confirmed"], by=DAVID).case
    desk.grant(ERIK, "government")
    return case


def slip(desk: Desk, case: Case, of: str, *, by: str, second: str) -> Case:
    """Somebody corrects the day that was written of an act, and somebody else has looked at it."""
    named = next(event for event in case.events if event.type.endswith(f".{of}"))
    day = (named.effective_on + timedelta(days=1)).isoformat()
    said: dict[str, Any] = {
        "reason": "made-up slip",
        "section": "434/2003 51 §",
        "second_person": second,
        "effective_on": day,
    }
    return desk.advance(case.case_id, "clerical_error_corrected", by=by, supersedes=named.version, **said).case


@pytest.mark.parametrize(("by", "second"), [(CECILIA, ERIK), (ERIK, CECILIA)], ids=["corrects", "looks at it"])
def test_who_proposed_does_not_give_the_decision_another_content(desk: Desk, by: str, second: str) -> None:
    """A correction of the confirmation is kept apart from the proposal, for both its persons: it says for which."""
    case = confirmed(desk)
    with pytest.raises(NotAuthorised) as caught:
        slip(desk, case, "confirmed", by=by, second=second)
    assert (caught.value.code, caught.value.details["earlier"]) == (
        "duty-separated",
        "borrowing_authority.authority_calculated",
    )
    told = "another person" if by == CECILIA else f"so {CECILIA} cannot be the second person of this: name somebody"
    assert told in caught.value.message
    slip(desk, case, "confirmed", by=ERIK, second=DAVID)
    assert desk.findings() == []


@pytest.mark.parametrize("person", [DAVID, ERIK])
def test_who_gave_the_proposal_another_content_does_not_confirm(desk: Desk, person: str) -> None:
    """Whoever corrected the proposal, or looked at that correction, has taken part in proposing."""
    case = proposed(desk)
    for one in (DAVID, ERIK):
        desk.grant(one, "vm")
        desk.grant(one, "government")
    case = slip(desk, case, "proposal_made", by=DAVID, second=ERIK)
    with pytest.raises(NotAuthorised) as caught:
        desk.tell(case, AUTHORITY.acts["confirmed"], by=person)
    assert (caught.value.code, caught.value.details["earlier"]) == ("duty-separated", "case.clerical_error_corrected")
    # David recorded that correction, so that only of Erik it has to be said what he had to do with it.
    assert (f"{ERIK} took part in that" in caught.value.message) is (person == ERIK)


@pytest.mark.parametrize("duty", duties(), ids=lambda duty: f"{duty.procedure}.{duty.fact}")
def test_each_duty_speaks_of_facts_that_its_procedure_has(duty: Duty) -> None:
    """A duty about a fact that nobody declares would bind nobody."""
    facts = {fact.id for table in declarations().versions(duty.procedure) for fact in table.procedure.facts}
    assert {duty.fact, *duty.apart_from} <= facts
    assert duty.fact not in duty.apart_from
    assert duty.basis[0].status == "practice"


OF_WAYS = [
    pytest.param(book, names, duty, id=f"{book.table.procedure.declaration_id} {book.subject} {way} {duty.fact}")
    for book in BOOKS
    for way, names in book.ways.items()
    for duty in duties()
    if duty.procedure == book.table.procedure.id
    and any(book.acts[name].fact == duty.fact for name in names)
    and any(
        book.acts[earlier].fact in duty.apart_from and book.acts[name].fact == duty.fact
        for number, name in enumerate(names)
        for earlier in names[:number]
    )
]


@pytest.mark.parametrize(("book", "names", "duty"), OF_WAYS)
def test_each_duty_binds_on_every_way_that_comes_to_it(
    desk: Desk, book: Book, names: tuple[str, ...], duty: Duty
) -> None:
    """One person records everything up to the act that is kept apart; that act then needs somebody else."""
    facts = [book.acts[name].fact for name in names]
    number = next(
        number for number, fact in enumerate(facts) if fact == duty.fact and set(facts[:number]) & set(duty.apart_from)
    )
    told = book.acts[names[number]]
    desk.clock.day = max(desk.clock.day, told.on)
    case = desk.follow(book, names[:number], by=CECILIA)
    desk.enable()
    roles = [told.role] if told.role else [role.id for move in book.table.with_fact(duty.fact) for role in move.by]
    for person in (CECILIA, DAVID):
        for role in dict.fromkeys(roles):
            desk.grant(person, role)
    with pytest.raises(NotAuthorised) as caught:
        desk.tell(case, told, by=CECILIA)
    assert caught.value.code == "duty-separated"
    assert desk.tell(case, told, by=DAVID).case.version > case.version
