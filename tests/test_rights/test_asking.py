"""Rights before questions: nobody is asked to confirm what is not theirs, and a denial says what one may do instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.frame.identity import os_user
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.test_confirmation import at_a_terminal
from tests.test_rights.test_commands import AUTHORITY, CALCULATED, CONFIRMED, ON, lines, log, sit

__all__ = ["log"]

ME = os_user()
"""Who really sits here: at a terminal a command runs in a process of its own."""
PROPOSED = ("case", "advance", AUTHORITY, "proposal_made", "--on", "2026-11-21", "--doc", "proposal=VM/2/2026")
REVOKED = ("grant", "revoke", "grant-fi-2026", "--reason", "made up", *ON)
ERASED = ("person", "erase", "test-cecilia", "--ground", "unlawful", "--reason", "made up", *ON)
BOARD = ("case", "start", "advisory-board", "--subject", "FI", "--fact", "board_set", *ON)
REOPENED = (
    *("case", "reopen", AUTHORITY, "2", "--remedy", "appeal", "--court", "KHO", "--reason", "made up", *ON),
    *("--second-person", "test-bertil"),
)


@pytest.fixture
def proposed(log: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A borrowing authority that Cecilia has calculated and proposed; who sits here reads everything."""
    succeed("grant", "add", ME, "--role", "log_auditor", *ON)
    sit(monkeypatch, "cecilia")
    succeed(*CALCULATED)
    succeed(*PROPOSED)
    sit(monkeypatch, "anna")
    return log


@pytest.mark.parametrize("words", [CONFIRMED, BOARD, REOPENED, REVOKED, ERASED])
def test_who_may_not_is_denied_before_being_asked(words: tuple[str, ...], proposed: Path) -> None:
    """A yes would be in vain; one line says that it was tried, and nothing is recorded."""
    before = answer("audit", "log")
    ended, shown = at_a_terminal(*words, typed="y\n")
    assert (ended, "act-not-granted" in shown, "[y/n]" in shown) == (4, True, False)
    assert [line["code"] for line in lines()] == ["act-not-granted"]
    assert answer("audit", "log") == before


def test_who_may_is_asked_as_ever(proposed: Path) -> None:
    """The right is there, and the answer decides."""
    succeed("grant", "add", ME, "--role", "government", *ON)
    ended, shown = at_a_terminal(*CONFIRMED, typed="n\n")
    assert (ended, "[y/n]" in shown) == (130, True)
    ended, shown = at_a_terminal(*CONFIRMED, typed="y\n")
    assert (ended, "[y/n]" in shown) == (0, True)
    assert lines() == []


def test_a_right_that_ends_while_the_question_stands_covers_nothing(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was looked at before the question is looked at again by the log: one denial, one line."""
    given = answer("grant", "add", "test-david", "--role", "government", *ON)["case"]

    def meanwhile(*_: object) -> None:
        with pytest.MonkeyPatch.context() as patch:
            sit(patch, "bertil")
            patch.setattr("cli.frame.invocation.Invocation.confirm", lambda *_: None)
            succeed("grant", "revoke", given, "--reason", "made up", *ON)

    sit(monkeypatch, "david")
    monkeypatch.setattr("cli.frame.invocation.Invocation.confirm", meanwhile)
    denied = invoke(*CONFIRMED)
    assert (denied.exit_code, "[act-not-granted]" in denied.stderr) == (4, True)
    assert [line["code"] for line in lines()] == ["act-not-granted"]


def test_a_command_that_was_done_is_answered_again_though_its_right_ended(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It records nothing more, so that there is nothing to have a right to."""
    given = answer("grant", "add", "test-david", "--role", "government", *ON)["case"]
    again = (*CONFIRMED, "--command-id", "made-up-command")
    sit(monkeypatch, "david")
    succeed(*again)
    sit(monkeypatch, "bertil")
    succeed("grant", "add", "test-david", "--role", "log_auditor", *ON)
    succeed("grant", "revoke", given, "--reason", "made up", "--yes", *ON)
    sit(monkeypatch, "david")
    assert answer(*again)["replayed"] is True
    assert lines() == []


def test_moving_cases_under_another_law_is_looked_at_before_the_question(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule of a later law moves a case by the registry's act; an auditor of the log is not asked for a yes."""
    succeed("grant", "add", "test-david", "--role", "stm", *ON)
    sit(monkeypatch, "david")
    early = ("--on", "2025-09-01", "--set", "year=2025", "--doc", "yearly_letter=STM/1/2025")
    opened = answer("case", "start", "service-information", "--subject", "FI", *early)["case"]
    moved = ("case", "change-law", "service-information", "--on", "2026-03-02", "--case", opened)
    ended, shown = at_a_terminal(*moved, typed="y\n")
    assert (ended, "law_changed" in shown, "[y/n]" in shown) == (4, True, False)
    assert len(answer(*moved)["moved"]) == 1


def test_the_picture_of_a_month_is_not_confirmed_by_who_may_not(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The round is STM's: an auditor of the log hears so before the question."""
    succeed("grant", "add", "test-david", "--role", "stm", *ON)
    sit(monkeypatch, "david")
    month = ("--month", "2026-11")
    succeed("collect", "open", *month, "--county", "Kainuu", "--on", "2026-11-02")
    succeed("collect", "end", *month, "--on", "2026-11-20")
    ended, shown = at_a_terminal("collect", "confirm", *month, "--on", "2026-11-20", typed="y\n")
    assert (ended, "act-not-granted" in shown, "[y/n]" in shown) == (4, True, False)


# By which other act a case can be opened.


EVALUATION = ("case", "start", "evaluation", "--subject", "Kymenlaakso", *ON)
OTHERS = {
    "en": "; one covers another act that opens such a case: initiative_made. Rights in force: stm",
    "fi": "; toisen toimen, joka avaa tällaisen asian, jokin oikeus kattaa: initiative_made. Voimassa",
    "sv": "; en annan åtgärd som inleder ett sådant ärende täcks av en behörighet: initiative_made. Behörigheter",
}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_denied_opening_names_the_one_that_is_covered(
    log: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever left out `--fact` meant to open a case, and may do so by another act."""
    succeed("grant", "add", "test-david", "--role", "stm", *ON)
    sit(monkeypatch, "david")
    denied = invoke(*EVALUATION, "--lang", language)
    assert (denied.exit_code, OTHERS[language] in denied.stderr) == (4, True)
    proposed = "ohjaus case start evaluation --subject Kymenlaakso --on 2026-11-20 --fact initiative_made"
    assert f"{proposed} --doc initiative=DIARY\n" in denied.stderr
    assert invoke(*proposed.split()[1:]).exit_code == 5
    assert [line["code"] for line in lines()] == ["act-not-granted"]


def test_a_denied_opening_names_nothing_that_is_not_covered(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither to who may open none, nor where the act was named."""
    succeed("grant", "add", "test-david", "--role", "stm", *ON)
    for who, words in (("erik", EVALUATION), ("david", (*EVALUATION, "--fact", "criteria_noted"))):
        sit(monkeypatch, who)
        denied = invoke(*words)
        assert (denied.exit_code, "initiative_made" in denied.stderr) == (4, False)
        assert "Try: ohjaus grant list --mine" in denied.stderr


def test_what_acting_for_another_opens_is_named_with_the_other(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proposed command goes on in the same name."""
    succeed("grant", "add", "test-erik", "--role", "stm", "--may-delegate", *ON)
    succeed("grant", "add", "test-david", "--role", "delegate", "--acts-for", "test-erik", *ON)
    sit(monkeypatch, "david")
    denied = invoke(*EVALUATION, "--for", "test-erik")
    assert "--fact initiative_made --doc initiative=DIARY --for test-erik\n" in denied.stderr
