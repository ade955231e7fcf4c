"""Deny by default: what a grant covers is recorded and names it, everything else is refused and leaves nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from engine.deadline_standing import occurrence_key
from engine.declaration import PARTY, SUBJECT
from engine.envelope import DocumentRef
from engine.errors import NotAuthorised, Refused
from engine.rights import OF_COUNTIES, Grant, access_of
from engine.rights_policy import published
from engine.several import Step
from procedures.directory import directory
from procedures.register import declarations
from tests.book import Book
from tests.books import BOOKS
from tests.story import Told, document, fact, reporting
from tests.test_rights.desk import ANNA, BERTIL, CECILIA, DAVID, ERIK, TODAY, Desk, act_of, request


def book_of(procedure: str) -> Book:
    """The book of the newest version of a procedure."""
    return [book for book in BOOKS if book.table.procedure.id == procedure][-1]


FLAG = book_of("red_flag")
AUTHORITY = next(
    book
    for book in BOOKS
    if book.table.procedure.declaration_id == "borrowing_authority@2025-01-01" and book.subject == "15"
)


def denied(desk: Desk, told: Told | None = None, *, by: str, code: str = "act-not-granted", **asked: object) -> None:
    """Opening a case of the borrowing authority is denied, and nothing is recorded."""
    before = desk.opened.log.head()
    with pytest.raises(NotAuthorised) as caught:
        desk.open(AUTHORITY, "calculated", by=by, **asked)
    assert (caught.value.code, desk.opened.log.head()) == (code, before)


def test_while_rights_are_off_anybody_records_and_no_grant_is_named(desk: Desk) -> None:
    """A log without rights works as it always did."""
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    assert (case.events[0].recorded_by.grant, desk.findings()) == (None, [])


def test_nothing_is_granted_while_rights_are_off(desk: Desk) -> None:
    """A grant that nobody would ask for is not taken."""
    with pytest.raises(Refused) as caught:
        desk.grant(CECILIA, "vm")
    assert caught.value.code == "rights-are-off"


def test_once_rights_are_on_nobody_records_without_a_grant(desk: Desk) -> None:
    """Not even the administrators: they give rights and do nothing else."""
    desk.enable()
    for person in (ANNA, BERTIL, CECILIA):
        denied(desk, by=person)


def test_an_act_names_the_grant_that_covers_it(desk: Desk) -> None:
    """The event holds the deciding grant, the role and the organisation, and the judge agrees."""
    desk.enable()
    grant_id = desk.grant(CECILIA, "vm", "VM")
    who = desk.open(AUTHORITY, "calculated", by=CECILIA).events[0].recorded_by
    assert (who.person, who.grant, who.role, who.organisation) == (CECILIA, grant_id, "vm", "VM")
    assert desk.findings() == []


@pytest.mark.parametrize(
    "told",
    [
        {"role": "stm"},
        {"role": "vm", "organisation": "STM"},
        {"role": "vm", "procedure": "evaluation"},
        {"role": "vm", "valid_from": "2027-03-02"},
        {"role": "log_auditor"},
        {"role": "scheduler"},
        {"role": "importer"},
        {"role": "registry", "organisation": "VM"},
        {"role": "county", "organisation": "15"},
    ],
    ids=lambda told: ",".join(told.values()),
)
def test_a_grant_of_something_else_does_not_cover_the_act(desk: Desk, told: dict[str, str]) -> None:
    """Another role, organisation or procedure, a day to come, and every technical role: none records VM's own act."""
    desk.enable()
    desk.grant(CECILIA, **told)
    denied(desk, by=CECILIA)


def test_a_county_acts_in_its_own_cases_only(desk: Desk) -> None:
    """A county's official records the county's act; the official of another county does not."""
    desk.enable()
    desk.grant(CECILIA, "county_officials", FLAG.subject)
    desk.grant(DAVID, "county_officials", "16" if FLAG.subject != "16" else "17")
    with pytest.raises(NotAuthorised):
        desk.open(FLAG, "raised", by=DAVID)
    assert desk.open(FLAG, "raised", by=CECILIA).version == 1


def test_the_registry_records_what_others_have_decided_and_its_own_notes(desk: Desk) -> None:
    """The county's act and a note, by the registry of the ministry responsible; of no other ministry."""
    desk.enable()
    desk.grant(CECILIA, "registry", FLAG.table.procedure.ministry)
    desk.grant(DAVID, "registry", "VM" if FLAG.table.procedure.ministry != "VM" else "SM")
    with pytest.raises(NotAuthorised):
        desk.open(FLAG, "raised", by=DAVID)
    case = desk.open(FLAG, "raised", by=CECILIA)
    note = fact("noted", FLAG.acts["raised"].on, {"text": "made up"})
    assert desk.tell(case, note, by=CECILIA).case.version == 2
    with pytest.raises(NotAuthorised):
        desk.tell(case, FLAG.acts["answered"], by=CECILIA)


def test_the_importer_records_what_was_published_and_nothing_else(desk: Desk) -> None:
    """An act that rests on published documents only, whoever's it was."""
    desk.enable()
    desk.grant(CECILIA, "importer")
    denied(desk, by=CECILIA)
    published = msgspec.structs.replace(act_of(AUTHORITY, "calculated"), documents=(reporting("calculation"),))
    recorded = desk.registrar.open("borrowing_authority", published, request(CECILIA))
    assert recorded.events[0].recorded_by.role == "importer"
    assert desk.findings() == []


@pytest.mark.parametrize(
    ("documents", "rests"),
    [
        ((), False),
        ((reporting(),), True),
        ((reporting(), reporting("calculation")), True),
        ((document("calculation"),), False),
        ((reporting(), document("calculation")), False),
    ],
)
def test_published_is_what_rests_on_nothing_else(documents: tuple[DocumentRef, ...], rests: bool) -> None:
    """At least one document, and of each where it was published."""
    assert published(documents) is rests


def test_who_may_act_learns_what_the_law_lacks(desk: Desk) -> None:
    """An act that does not say whose it is belongs to nobody yet: whoever has the role is told what is missing."""
    desk.enable()
    desk.grant(CECILIA, "party", "06")
    book = book_of("self_government_problem")
    act = act_of(book, "problem_raised")
    nobody_s = msgspec.structs.replace(act, data={name: value for name, value in act.data.items() if name != "party"})
    for person, error in ((CECILIA, Refused), (DAVID, NotAuthorised)):
        with pytest.raises(error):
            desk.registrar.open("self_government_problem", nobody_s, request(person))
    assert desk.registrar.open("self_government_problem", act, request(CECILIA)).case.version == 1
    another_s = msgspec.structs.replace(act, data={**act.data, "party": "15"})
    with pytest.raises(NotAuthorised):
        desk.registrar.open("self_government_problem", another_s, request(CECILIA))


def test_a_right_ends_with_its_last_day_whether_or_not_that_is_recorded(desk: Desk) -> None:
    """The last day still covers; the day after does not, though no clock has said so."""
    desk.enable()
    last = TODAY + timedelta(days=9)
    desk.grant(CECILIA, "vm", valid_until=last.isoformat())
    desk.clock.day = last + timedelta(days=1)
    denied(desk, by=CECILIA)
    desk.clock.day = last
    assert desk.open(AUTHORITY, "calculated", by=CECILIA).version == 1
    assert desk.findings() == []


def test_a_revoked_right_covers_nothing_any_more(desk: Desk) -> None:
    """From the next command on; what was recorded by it stays recorded and stays right."""
    desk.enable()
    grant_id = desk.grant(CECILIA, "vm")
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    desk.revoke(grant_id, CECILIA)
    with pytest.raises(NotAuthorised):
        desk.tell(case, AUTHORITY.acts["county_heard"], by=CECILIA)
    assert desk.findings() == []


def test_rights_come_before_the_law(desk: Desk) -> None:
    """Who has no right does not learn what the law would say; who has one does."""
    desk.enable()
    desk.grant(CECILIA, "vm")
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    lacking = Told(fact="proposal_made", on=AUTHORITY.acts["proposal_made"].on)
    with pytest.raises(NotAuthorised):
        desk.tell(case, lacking, by=DAVID)
    with pytest.raises(Refused):
        desk.tell(case, lacking, by=CECILIA)


def test_a_role_that_is_named_narrows_the_grants(desk: Desk) -> None:
    """Whoever holds two rights records in the role that they say; another one does not help out."""
    desk.enable()
    desk.grant(CECILIA, "vm")
    desk.grant(CECILIA, "registry", "VM")
    denied(desk, by=CECILIA, role="registry")
    assert desk.open(AUTHORITY, "calculated", by=CECILIA, role="vm").version == 1


def test_of_several_actors_the_one_is_meant_whose_right_there_is(desk: Desk) -> None:
    """An act that several ministries may do is done as the ministry for which there is a grant."""
    desk.enable()
    desk.grant(CECILIA, "county_officials")
    desk.grant(DAVID, "sm")
    case = desk.open(FLAG, "raised", by=CECILIA)
    answered = desk.tell(case, FLAG.acts["answered"], by=DAVID)
    assert answered.events[0].act_of.role == "sm"


def test_one_grant_covers_all_that_a_command_records(desk: Desk) -> None:
    """Two acts in one command need one grant for both; two grants, one for each, are not enough."""
    desk.enable()
    desk.grant(CECILIA, "county_officials")
    case = desk.open(FLAG, "raised", by=CECILIA)
    on = FLAG.acts["raised"].on
    steps = [
        Step(case.case_id, fact("noted", on, {"text": "made up"}).as_act()),
        Step(case.case_id, FLAG.acts["plan_b_made"].as_act()),
    ]
    desk.grant(CECILIA, FLAG.table.procedure.ministry.lower())
    with pytest.raises(NotAuthorised):
        desk.registrar.record_all(steps, request(CECILIA))
    desk.grant(DAVID, "registry", FLAG.table.procedure.ministry)
    assert len(desk.registrar.record_all(steps, request(DAVID))[0].events) == 2
    assert desk.findings() == []


def test_a_bulk_act_without_a_right_is_denied_as_a_whole(desk: Desk) -> None:
    """It is no refusal of one subject among others."""
    desk.enable()
    with pytest.raises(NotAuthorised):
        desk.registrar.open_all("borrowing_authority", [act_of(AUTHORITY, "calculated")], request(CECILIA))


def test_the_clock_needs_the_right_of_a_scheduler(desk: Desk) -> None:
    """Nobody else records what the clock says, and a scheduler records nothing else."""
    desk.enable()
    desk.grant(ERIK, "scheduler")
    grant_id = desk.grant(CECILIA, "vm", valid_until="2027-03-10")
    desk.clock.day = date(2027, 3, 11)
    occurrence: dict[str, Any] = {
        "deadline": "validity",
        "generation": 1,
        "due": "2027-03-10",
        "planned_on": "2027-03-11",
        "key": occurrence_key(grant_id, "validity", 1, "deadline_passed", date(2027, 3, 10)),
    }
    with pytest.raises(NotAuthorised):
        desk.advance(grant_id, "deadline_passed", by=ANNA, **occurrence)
    assert desk.advance(grant_id, "deadline_passed", by=ERIK, **occurrence).case.version == 2
    with pytest.raises(NotAuthorised):
        desk.advance(grant_id, "grant_lapsed", by=ERIK)
    assert desk.advance(grant_id, "grant_lapsed", by=ANNA).case.closed_on == desk.clock.day
    assert desk.findings() == []


def test_an_identity_must_be_as_strong_as_the_log_demands(desk: Desk) -> None:
    """Where rights demand that somebody vouches for a person, an assertion is not enough for any act."""
    desk.enable(identity_at_least="authenticated")
    with pytest.raises(NotAuthorised) as caught:
        desk.grant(CECILIA, "vm")
    assert caught.value.code == "identity-too-weak"
    with pytest.raises(NotAuthorised):
        desk.open(AUTHORITY, "calculated", by=CECILIA)


def test_access_tells_what_a_person_may_read(desk: Desk) -> None:
    """The grants in force on the day decide; while rights are off everything is open."""
    assert access_of(desk.opened.grants, CECILIA, TODAY).unrestricted
    desk.enable()
    desk.grant(CECILIA, "vm", "VM", reads_secret=True)
    desk.grant(DAVID, "county", "15")
    desk.grant(ERIK, "log_auditor")
    parties = ("15", "VM")

    def secret(person: str, day: date = TODAY) -> Grant | None:
        return access_of(desk.opened.grants, person, day).reading_secret(procedure="evaluation", parties=parties)

    def seen(person: str, *of: str) -> bool:
        access = access_of(desk.opened.grants, person, TODAY)
        return access.reading(procedure="evaluation", parties=of) is not None

    assert [secret(person) is not None for person in (CECILIA, DAVID, ERIK, ANNA)] == [True, False, True, False]
    assert secret(CECILIA, TODAY - timedelta(days=1)) is None
    assert [
        seen(DAVID, *parties),
        seen(DAVID, "16", "VM"),
        seen(CECILIA, "16", "VM"),
        seen("test-nobody", *parties),
    ] == [
        True,
        False,
        True,
        False,
    ]


def test_an_identity_that_is_too_weak_opens_nothing_to_read(desk: Desk) -> None:
    """Rights that somebody vouched for are not read by an assertion of the same name."""
    desk.enable()
    desk.grant(CECILIA, "log_auditor")
    case_id = "access-rights-fi-2027"
    desk.advance(case_id, "terms_ended", by=ANNA, reason="made up")
    desk.enable(ANNA, BERTIL, by=BERTIL, identity_at_least="authenticated")

    def seen(identity: str) -> bool:
        access = access_of(desk.opened.grants, CECILIA, TODAY, identity=identity)
        return access.reading_secret(procedure="evaluation", parties=()) is not None

    assert (seen("asserted:os-user"), seen("authenticated:oidc")) == (False, True)


def test_the_ministry_of_a_new_case_is_the_procedure_s_whatever_is_said(desk: Desk) -> None:
    """A registry of another ministry opens nothing by naming its own as responsible."""
    desk.enable()
    desk.grant(CECILIA, "registry", "SM")
    act = act_of(FLAG, "raised")
    assert act.opening is not None
    said = msgspec.structs.replace(act, opening=msgspec.structs.replace(act.opening, ministry="SM"))
    with pytest.raises(NotAuthorised):
        desk.registrar.open("red_flag", said, request(CECILIA))


def test_every_role_of_those_who_are_steered_is_known_as_one() -> None:
    """Whose act is of the case's own subject or a party works for it, and sees its cases alone."""
    roles = {role for table in declarations().all() for role in table.procedure.roles}
    steered = {actor.code for actor in directory().steered()}
    of_them = {role.id for role in roles if role.organisation in (SUBJECT, PARTY) or role.organisation in steered}
    assert of_them == OF_COUNTIES
