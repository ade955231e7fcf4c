"""What another program wrote past the rights is found by `audit verify`, each with its own code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec
import pytest

from engine.envelope import RecordedBy
from engine.ports import Command
from engine.registrar import Recorded, Registrar
from engine.request import Request
from engine.several import Decided
from engine.surroundings import Around
from tests.test_rights.desk import ANNA, BERTIL, CECILIA, DAVID, TODAY, Desk, act_of
from tests.test_rights.test_granting import AUTHORITY


def write(desk: Desk, who: RecordedBy, *, acting_for: str | None = None) -> None:
    """Another program records an act of the ministry, as whom it likes."""
    asked_for = Request(command_id="forged", recorded_by=who, acting_for=acting_for)
    desk.unguarded.open("borrowing_authority", act_of(AUTHORITY, "calculated"), asked_for)


def as_who(person: str, grant: str | None, identity: str = "asserted:made-up") -> RecordedBy:
    """Who records by which grant, as forged."""
    return RecordedBy(person=person, identity=identity, role="vm", grant=grant)


def nothing_named(desk: Desk) -> None:
    write(desk, as_who(CECILIA, None))


def of_another(desk: Desk) -> None:
    write(desk, as_who(DAVID, desk.grant(CECILIA, "vm")))


def revoked(desk: Desk) -> None:
    grant_id = desk.grant(CECILIA, "vm")
    desk.revoke(grant_id, CECILIA)
    write(desk, as_who(CECILIA, grant_id))


def run_out(desk: Desk) -> None:
    grant_id = desk.grant(CECILIA, "vm", valid_until=TODAY.isoformat())
    desk.clock.day = TODAY.replace(day=2)
    write(desk, as_who(CECILIA, grant_id))


def of_another_role(desk: Desk) -> None:
    write(desk, as_who(CECILIA, desk.grant(CECILIA, "stm")))


def of_another_organisation(desk: Desk) -> None:
    write(desk, as_who(CECILIA, desk.grant(CECILIA, "vm", "STM")))


def delegated_by_nobody(desk: Desk) -> None:
    grant_id = desk.grant(DAVID, "delegate", principal=CECILIA)
    write(desk, as_who(DAVID, grant_id), acting_for=CECILIA)


def by_an_administrator(desk: Desk) -> None:
    enabled = desk.opened.grants.enabled()
    assert enabled is not None
    write(desk, as_who(ANNA, enabled.case_id))


@pytest.mark.parametrize(
    ("forge", "code"),
    [
        (nothing_named, "grant-not-held"),
        (of_another, "grant-not-held"),
        (revoked, "grant-not-held"),
        (run_out, "grant-not-held"),
        (of_another_role, "act-not-granted"),
        (of_another_organisation, "act-not-granted"),
        (delegated_by_nobody, "act-not-granted"),
        (by_an_administrator, "act-not-granted"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_an_act_recorded_past_the_rights_is_found(desk: Desk, forge: Callable[[Desk], None], code: str) -> None:
    """The event itself says by which grant it was recorded, and the log says what that grant was."""
    desk.enable()
    forge(desk)
    assert desk.findings() == [code]


def forged(desk: Desk, registrar: Registrar, act: Callable[[], object]) -> None:
    """Records something with a desk that asks nobody, then goes back to the one that does."""
    guarded, desk.registrar = desk.registrar, registrar
    try:
        act()
    finally:
        desk.registrar = guarded


def test_an_administrator_who_served_themself_is_found(desk: Desk) -> None:
    """A program that let an administrator grant to themself leaves its trace; so does the act by that grant."""
    desk.enable()
    forged(desk, _Signing(desk), lambda: desk.grant(ANNA, "vm"))
    assert desk.findings() == ["grant-to-oneself"]


def test_a_duty_that_was_broken_is_found(desk: Desk) -> None:
    """Proposing and confirming by one person, each by a right, past the registrar."""
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    for name in ("recalculated", "county_heard", "proposal_made"):
        case = desk.tell(case, AUTHORITY.acts[name], by=CECILIA).case
    desk.enable()
    desk.grant(CECILIA, "government")
    forged(desk, _Signing(desk), lambda: desk.tell(case, AUTHORITY.acts["confirmed"], by=CECILIA))
    assert desk.findings() == ["duty-separated"]


def test_a_log_that_locked_itself_is_found(desk: Desk) -> None:
    """The last administrator withdrawn by a program that did not care."""
    case_id = desk.enable(ANNA, BERTIL)
    desk.advance(case_id, "administrator_withdrawn", by=ANNA, person=BERTIL, reason="made up")

    def lock() -> None:
        desk.advance(case_id, "administrator_withdrawn", by=ANNA, person=ANNA, reason="made up")

    forged(desk, _Signing(desk), lock)
    assert desk.findings() == ["last-administrator"]


def test_a_grant_named_while_rights_are_off_is_found(desk: Desk) -> None:
    """Nothing can have been granted before rights were on."""
    write(desk, as_who(CECILIA, "grant-fi-2027"))
    assert desk.findings() == ["rights-are-off"]


def test_an_identity_that_was_too_weak_is_found(desk: Desk) -> None:
    """Where the log demands that somebody vouches for a person, an asserted one in the record is a finding."""
    desk.enable(identity_at_least="authenticated")
    write(desk, as_who(CECILIA, None))
    assert desk.findings() == ["identity-too-weak", "grant-not-held"]


class _Signing(Registrar):
    """A careless program: it names the first grant of whoever records, and keeps no rule of rights."""

    def __init__(self, desk: Desk) -> None:
        vars(self).update(vars(desk.registrar_over(desk.opened.log, guarded=False)))
        self._grants = desk.opened.grants

    def _append(
        self, decided: Sequence[Decided], command: Command, request: Request, around: Around
    ) -> tuple[Recorded, ...]:
        held = self._grants.of(command.recorded_by.person)
        signed = msgspec.structs.replace(command.recorded_by, grant=held[0].grant_id if held else None)
        return super()._append(decided, replace(command, recorded_by=signed), request, around)
