"""How persons are written: no way of knowing somebody ever writes a person as another way does."""

from __future__ import annotations

import pytest

from cli.frame.identity import Identified, asserted, os_user, person_of_os_user, recorded_by
from cli.identity.issuer import Issuer
from engine.envelope import RecordedBy

REFERENCE = "p-0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("hannu", "hannu"),
        ("db:hannu", "os:db:hannu"),
        ("oidc:id.example.org#1", "os:oidc:id.example.org#1"),
        ("os:hannu", "os:os:hannu"),
        ("DB:hannu", "os:DB:hannu"),
        (REFERENCE, f"os:{REFERENCE}"),
        ("p-hannu", "p-hannu"),
        ("uid:1000", "uid:1000"),
        ("two\nlines:", "os:two\nlines:"),
    ],
)
def test_a_user_of_the_system_is_never_written_as_another(name: str, person: str) -> None:
    """Whatever an administrator of the machine calls a user: not as a login, a subject or a reference."""
    assert person_of_os_user(name) == person


def test_the_ways_write_persons_apart() -> None:
    """One name, known in three ways, is three persons."""
    name = "made-up"
    persons = {person_of_os_user(name), f"db:{name}", Issuer("https://id.example.org", "x").person(name)}
    assert len(persons) == 3


def test_two_issuers_never_name_one_person() -> None:
    """Host, port and path tell them apart; the client id does not belong to the person."""
    issuers = (
        "https://a.example",
        "https://a.example:444",
        "https://a.example/",
        "https://a.example/b",
        "http://[::1]",
    )
    assert len({Issuer(url, "x").person("1") for url in issuers}) == len(issuers)
    assert Issuer(issuers[0], "x").person("1") == Issuer(issuers[0], "y").person("1")


def test_what_is_recorded_is_what_was_established() -> None:
    """Person and identity stand in the event as they were found; else those of the system's user."""
    known = Identified("db:made-up", "authenticated:database")
    assert recorded_by("vm", known) == RecordedBy(person="db:made-up", identity="authenticated:database", role="vm")
    assert recorded_by(None) == RecordedBy(person=asserted().person, identity="asserted:os-user")
    assert (known.authenticated, asserted().authenticated, os_user() in asserted().person) == (True, False, True)
