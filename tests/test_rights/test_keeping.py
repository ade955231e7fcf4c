"""Rights are kept from those who give them: nobody serves themself, and somebody always remains."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import NotAuthorised, OhjausError, Refused
from tests.test_rights.desk import ANNA, BERTIL, CECILIA, DAVID, ERIK, Desk
from tests.test_rights.test_granting import AUTHORITY


def code_of(caught: pytest.ExceptionInfo[OhjausError]) -> str:
    """The code of what was raised."""
    return caught.value.code


@pytest.mark.parametrize("name", [ANNA, ANNA.upper(), f" {ANNA} "])
def test_an_administrator_cannot_grant_to_themself(desk: Desk, name: str) -> None:
    """However the own name is written; another administrator can."""
    desk.enable()
    with pytest.raises(NotAuthorised) as caught:
        desk.grant(name, "vm", by=ANNA)
    assert code_of(caught) == "grant-to-oneself"
    assert desk.grant(ANNA, "vm", by=BERTIL).startswith("grant-fi-2027")


def test_only_an_administrator_gives_and_takes_rights(desk: Desk) -> None:
    """A ministry's official does neither, and neither does an auditor."""
    desk.enable()
    grant_id = desk.grant(CECILIA, "vm")
    desk.grant(DAVID, "log_auditor")
    for person in (CECILIA, DAVID, ERIK):
        with pytest.raises(NotAuthorised):
            desk.grant(ERIK, "vm", by=person)
        with pytest.raises(NotAuthorised):
            desk.revoke(grant_id, CECILIA, by=person)


def test_the_last_administrator_stays(desk: Desk) -> None:
    """Taking back the last right that has no end would lock the log for ever."""
    case_id = desk.enable()
    with pytest.raises(OhjausError):
        desk.advance(case_id, "administrator_withdrawn", by=ANNA, person=CECILIA, reason="made up")
    desk.advance(case_id, "administrator_withdrawn", by=ANNA, person=BERTIL, reason="made up")
    with pytest.raises(Refused) as caught:
        desk.advance(case_id, "administrator_withdrawn", by=ANNA, person=ANNA, reason="made up")
    assert code_of(caught) == "last-administrator"
    assert desk.findings() == []


def test_a_right_with_an_end_leaves_nobody(desk: Desk) -> None:
    """An administrator whose right runs out is no reason to let the last lasting one go; one without an end is."""
    case_id = desk.enable(ANNA)
    desk.grant(CECILIA, "administrator", valid_until="2027-12-31")
    with pytest.raises(Refused) as caught:
        desk.advance(case_id, "administrator_withdrawn", by=ANNA, person=ANNA, reason="made up")
    assert code_of(caught) == "last-administrator"
    lasting = desk.grant(DAVID, "administrator")
    desk.advance(case_id, "administrator_withdrawn", by=ANNA, person=ANNA, reason="made up")
    with pytest.raises(NotAuthorised):
        desk.grant(ERIK, "vm", by=ANNA)
    with pytest.raises(Refused) as caught:
        desk.revoke(lasting, DAVID, by=CECILIA)
    assert code_of(caught) == "last-administrator"


def test_a_right_is_never_corrected_into_another(desk: Desk) -> None:
    """Neither by an administrator, nor before rights are on."""
    case_id = desk.enable()
    grant_id = desk.grant(CECILIA, "vm")
    for about in (case_id, grant_id):
        with pytest.raises(Refused) as caught:
            desk.advance(
                about,
                "clerical_error_corrected",
                by=ANNA,
                supersedes=1,
                values={"person": ANNA},
                reason="made up",
                section="434/2003 51 §",
                second_person=BERTIL,
            )
        assert code_of(caught) == "rights-not-corrected"


def test_rights_are_turned_on_once(desk: Desk) -> None:
    """Nobody turns them on anew for themself while they are on."""
    desk.enable()
    with pytest.raises(OhjausError):
        desk.enable(CECILIA, by=CECILIA)
    with pytest.raises(Refused):
        desk.enable(ANNA, by=ANNA)


def test_new_terms_take_the_place_of_old_ones(desk: Desk) -> None:
    """Rights stay on between the two, and what the newest terms demand is demanded."""
    case_id = desk.enable()
    desk.advance(case_id, "terms_ended", by=ANNA, reason="made up")
    with pytest.raises(NotAuthorised):
        desk.open(AUTHORITY, "calculated", by=CECILIA)
    desk.enable(ANNA, BERTIL, by=BERTIL, identity_at_least="authenticated", issuers=["https://issuer.invalid"])
    enabled = desk.opened.grants.enabled()
    assert enabled is not None
    assert (enabled.identity_at_least, enabled.issuers) == ("authenticated", ("https://issuer.invalid",))
    assert desk.findings() == []


def acts_for(desk: Desk, **data: Any) -> str:
    """David may act for Cecilia, who is VM and may delegate that."""
    desk.enable()
    desk.grant(CECILIA, "vm", "VM", **{"may_delegate": True, **data})
    return desk.grant(DAVID, "delegate", principal=CECILIA)


def test_a_delegate_acts_for_the_principal_and_both_are_named(desk: Desk) -> None:
    """The event names who recorded, for whom, and the delegate's grant."""
    grant_id = acts_for(desk)
    event = desk.open(AUTHORITY, "calculated", by=DAVID, acting_for=CECILIA).events[0]
    assert (event.recorded_by.person, event.recorded_by.grant, event.acting_for) == (DAVID, grant_id, CECILIA)
    assert desk.findings() == []


def test_acting_for_another_needs_both_rights(desk: Desk) -> None:
    """The principal's own, which may be delegated, and the delegate's; neither alone is enough."""
    acts_for(desk)
    for person, principal in ((DAVID, None), (ERIK, CECILIA), (DAVID, ERIK), (CECILIA, DAVID)):
        with pytest.raises(NotAuthorised):
            desk.open(AUTHORITY, "calculated", by=person, acting_for=principal)


def test_what_may_not_be_delegated_is_not(desk: Desk) -> None:
    """A principal's right that may not be delegated is of no use to a delegate."""
    acts_for(desk, may_delegate=False)
    with pytest.raises(NotAuthorised):
        desk.open(AUTHORITY, "calculated", by=DAVID, acting_for=CECILIA)


def test_a_delegate_loses_what_the_principal_loses(desk: Desk) -> None:
    """When the principal's right is taken back, the delegate's is empty from the next command on."""
    acts_for(desk)
    desk.revoke("grant-fi-2027", CECILIA)
    with pytest.raises(NotAuthorised):
        desk.open(AUTHORITY, "calculated", by=DAVID, acting_for=CECILIA)
