"""Whose act it is, is shown the case: also where the case is about a group of its parties."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_rights.test_commands import ON, log, sit

__all__ = ["log"]

AGREEMENT = "collaborative-agreement-i-s-2026"
RECONCILED = ("case", "advance", AGREEMENT, "reconciled", *ON, "--set", "outcome=nothing", "--dry-run")


@pytest.fixture
def agreement(log: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The counties of Eastern Finland have begun an agreement. David hosts it, Erik another; Fia is of county 15."""
    succeed("grant", "add", "test-cecilia", "--role", "parties_jointly", *ON)
    for who, role, organisation in (("david", "host", "I-S"), ("erik", "host", "S-S"), ("fia", "party_council", "15")):
        succeed("grant", "add", f"test-{who}", "--role", role, "--organisation", organisation, *ON)
    sit(monkeypatch, "cecilia")
    said = ("council_term_from=2025-06-01", "council_term_until=2029-05-31", "host=13", "coordinators=13")
    assert (
        answer(
            "case",
            "start",
            "collaborative-agreement",
            "--subject",
            "I-S",
            *ON,
            *(word for one in said for word in ("--set", one)),
        )["case"]
        == AGREEMENT
    )
    return log


def test_the_host_of_an_area_sees_the_case_about_it(agreement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is about the area, of which the counties are the parties; its acts are the host's, who is asked for them."""
    sit(monkeypatch, "david")
    assert [one["case"] for one in answer("case", "list")] == [AGREEMENT]
    assert invoke(*RECONCILED).exit_code not in (3, 4)
    sit(monkeypatch, "fia")
    assert [one["case"] for one in answer("case", "list")] == [AGREEMENT]
    sit(monkeypatch, "erik")
    assert answer("case", "list") == []
    assert invoke(*RECONCILED).exit_code == 3


HIDDEN = {
    "en": "The case is not shown to that person",
    "fi": "Asiaa ei näytetä tälle henkilölle",
    "sv": "Ärendet visas inte för den personen",
}


def test_asking_first_says_to_whom_the_case_is_hidden(agreement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A council of any party may refuse the agreement; a council of no party cannot even look at it."""
    sit(monkeypatch, "anna")
    succeed("grant", "add", "test-hilma", "--role", "party_council", "--organisation", "05", *ON)
    asked = ("grant", "check", AGREEMENT, "party_refused", "--person")
    for person, covered, hidden in (("test-fia", True, False), ("test-hilma", False, True)):
        found = answer(*asked, person)
        assert (found["covered"], found["hidden"]) == (covered, hidden)
    for language, said in HIDDEN.items():
        assert said in succeed(*asked, "test-hilma", "--lang", language).stdout
    sit(monkeypatch, "hilma")
    assert invoke("case", "advance", AGREEMENT, "party_refused", *ON, "--dry-run").exit_code == 3
