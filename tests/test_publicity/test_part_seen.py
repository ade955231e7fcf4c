"""Whoever sees a part of the log by their rights: they are told so, and nothing names what is hidden from them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.test_completing import offered
from tests.test_publicity.test_rights_and_publicity import COUNTY, act_as, log, shared

__all__ = ["log", "shared"]

PART = "You see only the cases that your rights show"
NOBODY = "test-nobody"
OTHERS = "evaluation-21-2025"


def test_who_sees_a_part_is_told_so_beside_the_answer(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else an empty row of another county would read as if nothing had happened there."""
    act_as(COUNTY, monkeypatch)
    assert PART in invoke("case", "list").stderr
    assert PART not in invoke("case", "list", "--quiet").stderr
    act_as(NOBODY, monkeypatch)
    assert "No right of yours shows any case" in invoke("picture", "show").stderr
    act_as("test-clerk", monkeypatch)
    assert "rights show" not in invoke("case", "list").stderr


def test_the_shell_completes_what_is_seen_and_says_nothing_beside(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence beside the answer would stand in the middle of the line that is being typed."""
    act_as(COUNTY, monkeypatch)
    assert offered(["case", "show"], "evaluation") == ["evaluation-15-2025"]
    assert capsys.readouterr().err == ""


def test_the_schedule_tells_a_county_what_is_due_in_its_cases(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is due in cases that it does not see is counted among what nobody records, and named nowhere."""
    act_as(COUNTY, monkeypatch)
    listed = {row["case"] for row in answer("case", "list")}
    due = {one["case"] for one in answer("schedule", "status")["due"]}
    assert due
    assert due <= listed


def test_an_incident_bundle_names_only_cases_that_its_maker_sees(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest events are listed from outside, and a case id is such an outside."""
    act_as(COUNTY, monkeypatch)
    for slow in ("_verification", "_heads", "_doctor"):
        # Reading the whole log through takes a second, and is not what this is about.
        monkeypatch.setattr(f"cli.upkeep.incident.{slow}", lambda *_: {})
    succeed("incident", "bundle", "--out", "made-up.zip")
    with zipfile.ZipFile(log.parent / "made-up.zip") as packed:
        named = {one["case"] for one in json.loads(packed.read("newest-events.json"))}
        assert not any(OTHERS.encode() in packed.read(name) for name in packed.namelist())
    assert named == {row["case"] for row in answer("case", "list")}


def test_names_are_told_of_who_stands_in_a_case_that_one_sees(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A county's official is told of who recorded its cases, and of nobody else who keeps the record."""
    act_as("test-clerk", monkeypatch)
    everybody = {one["person"] for one in answer("person", "list")}
    succeed("case", "note", OTHERS, "a made-up note", "--as", "registry")
    assert "test-auditor" in everybody
    act_as(COUNTY, monkeypatch)
    assert "test-auditor" not in {one["person"] for one in answer("person", "list")}
    unknown = invoke("person", "show", "test-auditor")
    assert unknown.exit_code == 3
    assert "Did you mean" not in invoke("person", "show", "test-audito").stderr
    act_as(NOBODY, monkeypatch)
    assert answer("person", "list") == []


def test_no_law_is_changed_in_cases_that_one_does_not_see(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an amendment would mean is told of the cases of whoever asks."""
    asked = ("case", "change-law", "service_information", "--on", "2026-03-02")
    act_as("test-clerk", monkeypatch)
    assert [one["case"] for one in answer(*asked)["plan"]] == ["service-information-fi-2025"]
    act_as(NOBODY, monkeypatch)
    assert answer(*asked)["plan"] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_denial_names_no_case_that_is_hidden(log: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock's acts are tried in every case; who has no right is told whose act it is, and not where."""
    act_as(NOBODY, monkeypatch)
    denied = invoke("deadline", "tick", "--lang", language)
    assert (denied.exit_code, "-fi-20" in denied.stderr) == (4, False)
    assert "[act-not-granted]" in denied.stderr


def test_a_scheduler_for_one_procedure_fires_what_is_its_own(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What its right does not cover holds up nothing else, and is told when all else is recorded."""
    act_as("test-anna", monkeypatch)
    succeed("grant", "add", "test-clock", "--role", "scheduler", "--procedure", "evaluation")
    act_as("test-clock", monkeypatch)
    ticked = invoke("deadline", "tick", "--format", "jsonl")
    fired = {json.loads(line).get("case", "evaluation-") for line in ticked.stdout.splitlines()}
    assert ticked.exit_code == 4
    assert len(fired) > 1
    assert all(case.startswith("evaluation-") for case in fired)
