"""Rights of people who were erased: they stand until they are taken back, and cover nothing for anybody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_rights.test_commands import ON, PROBLEM, log, sit

__all__ = ["log"]

CASE = "self-government-problem-fi-2026"
NOTE = ("case", "note", CASE, "made-up note", *ON)


@pytest.fixture
def erased(log: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Cecilia has opened a case; David, for whom Erik may act, was erased. Gives David's reference."""
    succeed("grant", "add", "test-david", "--role", "vm", "--may-delegate", *ON)
    succeed("grant", "add", "test-erik", "--role", "delegate", "--acts-for", "test-david", *ON)
    sit(monkeypatch, "cecilia")
    succeed(*PROBLEM)
    reference = answer("person", "show", "test-david")["reference"]
    said = succeed("person", "erase", "test-david", "--ground", "unlawful", "--reason", "made up", *ON).stdout
    assert "still holds 1 right, which nobody can use any more: grant-fi-2026-2." in said
    assert "1 right to act for the person covers nothing any more: grant-fi-2026-3." in said
    sit(monkeypatch, "anna")
    return str(reference)


STANDING = {
    "en": ("erased person {}", "of nobody: the person was erased", "for nobody: that person was erased"),
    "fi": ("poistettu henkilö {}", "ei kenenkään: henkilö on poistettu", "ei kenenkään puolesta: se henkilö on"),
    "sv": ("raderad person {}", "ingens: personen är raderad", "för ingen: den personen är raderad"),
}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_list_says_whose_right_is_nobody_s(erased: str, language: str) -> None:
    """Neither the right of the erased nor the one to act for them is called in force, in the list or by itself."""
    called, own, to_act = STANDING[language]
    listed = succeed("grant", "list", "--lang", language).stdout
    for words in (listed, succeed("grant", "show", "grant-fi-2026-2", "--lang", language).stdout):
        assert called.format(erased) in words
        assert own in words
    assert to_act in listed
    assert to_act in succeed("grant", "show", "grant-fi-2026-3", "--lang", language).stdout
    standing = {one["grant"]: (one["in_force"], one["of_nobody"]) for one in answer("grant", "list")}
    assert (standing["grant-fi-2026"], standing["grant-fi-2026-2"]) == ((True, False), (False, True))
    assert standing["grant-fi-2026-3"] == (False, True)


def test_a_right_that_was_taken_back_is_that(erased: str) -> None:
    """Taken back from who was erased, it is as any other one that was."""
    succeed("grant", "revoke", "grant-fi-2026-2", "--reason", "made up", "--yes", *ON)
    assert "not in force" in succeed("grant", "show", "grant-fi-2026-2", "--lang", "en").stdout
    assert "grant-fi-2026-2" not in succeed("grant", "list").stdout.replace("grant-fi-2026-2-", "")


def test_who_comes_back_under_the_same_login_has_no_right(erased: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """That login is somebody new to the log."""
    sit(monkeypatch, "david")
    assert invoke(*NOTE).exit_code in (3, 4)
    assert answer("grant", "list", "--mine") == []


def test_nobody_acts_for_the_erased(erased: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor sees by what they would have lent; asking first says the same, and nothing is recorded."""
    before = answer("audit", "log")
    asked = ("grant", "check", CASE, "noted", "--person", "test-erik", "--for", erased)
    assert answer(*asked)["covered"] is False
    assert answer("grant", "check", CASE, "noted", "--person", erased)["covered"] is False
    sit(monkeypatch, "erik")
    refused = invoke(*NOTE, "--for", erased, "--format", "json")
    assert refused.exit_code in (3, 5)
    assert answer("case", "list") == []
    sit(monkeypatch, "anna")
    succeed("grant", "add", "test-erik", "--role", "log_auditor", *ON)
    sit(monkeypatch, "erik")
    refused = invoke(*NOTE, "--for", erased, "--format", "json")
    assert (refused.exit_code, json.loads(refused.stdout)["error"]["code"]) == (5, "person-erased")
    assert [event["type"] for event in answer("audit", "log")[len(before) :]] == ["grant.grant_added"]


def test_nobody_who_was_erased_is_given_a_right(erased: str) -> None:
    """Nor is one given to act for them: it would stand in the log and cover nothing."""
    for words in ((erased, "--role", "vm"), ("test-fia", "--role", "delegate", "--acts-for", erased)):
        refused = invoke("grant", "add", *words, *ON)
        assert (refused.exit_code, "[person-erased]" in refused.stderr) == (5, True)


def test_who_was_erased_is_nobody_s_second_person(erased: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rights are on the second person needs one, and theirs is nobody's."""
    sit(monkeypatch, "cecilia")
    correct = ("case", "correct", CASE, "1", "--set", "name=made-up name", "--reason", "made-up reason", *ON)
    refused = invoke(*correct, "--second-person", erased)
    assert (refused.exit_code, "[person-erased]" in refused.stderr) == (5, True)
