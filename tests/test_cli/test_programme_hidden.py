"""The programme of the reform before whoever sees a part of the log: it is not shown, and not told as absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.grants import in_force
from tests.test_cli.conftest import answer, database, filled, invoke, succeed
from tests.test_cli.test_seen_in_part import may

__all__ = ["database", "filled"]

ABSENT = {
    "fi": ("ei ole kirjattu", "ei nimetty", "ei tietoa", "ei arvioitu", "ei ole kertonut"),
    "sv": ("är registrerat;", "inte namngiven", "ingen uppgift", "inte bedömt", "har inte berättat"),
    "en": ("No programme of the reform is recorded", "not named", "no information", "not assessed", "told of"),
}
HIDDEN = {"fi": "näytetä sinulle", "sv": "visas inte för dig", "en": "not shown to you"}
READING = (
    "goal tree --measures",
    "goal show N3.1",
    "plan list",
    "plan list --county 16 --all",
    "plan list --county 16",
    "risk list",
    "assumption list",
)


@pytest.mark.parametrize("words", READING)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_is_hidden_of_the_programme_is_not_told_as_absent(
    database: Path, words: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a county's member and a programme in the log, no list says that nothing is recorded, named or known."""
    may(monkeypatch, in_force("county", "15"))
    found = succeed(*words.split(), "--lang", language)
    told = " ".join((found.stdout + found.stderr).split())
    assert HIDDEN[language] in told
    assert [one for one in ABSENT[language] if one in told] == []
    assert ("case start" in told, "goal assess" in told) == (False, False)


def test_data_says_that_it_is_hidden(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script tells what is hidden from what is not there, in the tree and in each line of the list."""
    may(monkeypatch, in_force("county", "15"))
    assert answer("goal", "tree")["hidden"]
    assert {one["hidden"] for one in answer("plan", "list")} == {True}
    may(monkeypatch, in_force("vm"))
    whole = answer("goal", "tree")
    assert (whole["hidden"], whole["programme"]) == (False, "reform-programme-fi-2026")
    assert {one["hidden"] for one in answer("plan", "list")} == {False}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_who_does_not_see_it_is_not_told_to_begin_one(
    database: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is recorded in a programme that is hidden, and nobody is told to open a second one."""
    may(monkeypatch, in_force("county", "15"))
    asked = ("goal", "assess", "N3.1", "late", "--reason", "made-up reason", "--dry-run", "--lang", language)
    refused = invoke(*asked)
    assert (refused.exit_code, "[programme-hidden]" in refused.stderr) == (3, True), refused.stderr
    assert "case start" not in refused.stderr


def test_a_log_without_a_programme_says_so(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sees the whole log is told that none is recorded, and how one begins."""
    told = succeed("goal", "tree").stdout
    assert ("No programme of the reform is recorded" in told, "case start reform_programme" in told) == (True, True)
