"""Readers at commands that record: denied, and told what they may do instead; what is rehearsed is seen as it is."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, filled, invoke, succeed
from tests.test_cli.filling import MONTH, OPENED, workbook
from tests.test_postgres.conftest import administration, embedded
from tests.test_postgres.test_county_reader import given, logins
from tests.test_rights.test_commands import ON, lines, log, sit

__all__ = ["administration", "embedded", "filled", "given", "log", "logins"]

UNTIL = ("--until", "2027-01-20")


@pytest.fixture
def round_open(log: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stina of STM has opened a round for Kainuu; David reads everything, Erik is the clock's, Fia is of county 15."""
    for who, role in (
        ("stina", "stm"),
        ("david", "log_auditor"),
        ("erik", "scheduler"),
        ("cecilia", "county_officials"),
    ):
        succeed("grant", "add", f"test-{who}", "--role", role, *ON)
    succeed("grant", "add", "test-fia", "--role", "county", "--organisation", "15", *ON)
    sit(monkeypatch, "stina")
    succeed("collect", "open", *OPENED, "--county", "Kainuu")
    return log


def test_whoever_rehearses_the_clock_without_a_right_to_it_is_told_where_to_look(
    round_open: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The denial names the case, as one that was not rehearsed does, and the command that shows what will come."""
    sit(monkeypatch, "david")
    denied = invoke("deadline", "tick", "--dry-run", *UNTIL, "--lang", "en")
    assert (denied.exit_code, "in county-return-20-2026: it is an act of clock" in denied.stderr) == (4, True)
    (proposed,) = [one for one in denied.stderr.splitlines() if one.startswith("Try: ")]
    assert proposed == "Try: ohjaus deadline preview --until 2027-01-20"
    assert "county-return-20-2026" in succeed(*shlex.split(proposed)[2:]).stdout


def test_who_sees_no_such_case_is_not_told_it_and_the_security_log_is(
    round_open: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy on which something is rehearsed hides what the log hides; one line stands in the log itself."""
    sit(monkeypatch, "fia")
    denied = invoke("deadline", "tick", "--dry-run", *UNTIL, "--lang", "en")
    assert (denied.exit_code, "county-return" in denied.stderr, " in …: " in denied.stderr) == (4, False, True)
    (line,) = lines()
    assert str(line["about"]).startswith(("county-return-20-2026", "monthly-round"))


def test_a_scheduler_rehearses_the_clock(round_open: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the right that the log gives to that person, whose reference the copy knows as well."""
    sit(monkeypatch, "erik")
    told = succeed("deadline", "tick", "--dry-run", *UNTIL, "--format", "jsonl").stdout.splitlines()
    assert {json.loads(one)["case"] for one in told} == {"county-return-20-2026", "monthly-round-fi-2026"}
    assert "county-return-20-2026" in succeed("deadline", "tick", "--dry-run", *UNTIL).stdout
    assert lines() == []


def test_who_may_not_issue_a_workbook_is_shown_the_round(
    round_open: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was issued is written again by anybody who sees it; to issue it anew is an act of who may."""
    sit(monkeypatch, "cecilia")
    start = ("case", "start", "county_roadmap", "--subject", "Kainuu", "--on", "2026-11-02")
    succeed(*start, "--fact", "taken_into_use")
    roadmap = ("case", "advance", "county-roadmap-20-2026", "criticality_judged", "--on", "2026-11-03")
    sit(monkeypatch, "david")
    workbook(folder, name="as-issued.xlsx")
    sit(monkeypatch, "cecilia")
    succeed(*roadmap, "--set", "not_critical=HTT-A-1.1")
    sit(monkeypatch, "david")
    template = ("collect", "template", "--month", MONTH, "--county", "Kainuu", "--out", "anew.xlsx")
    denied = invoke(*template, "--lang", "en")
    assert (denied.exit_code, Path("anew.xlsx").exists()) == (4, False)
    (proposed,) = [one for one in denied.stderr.splitlines() if one.startswith("Try: ")]
    assert proposed == f"Try: ohjaus collect status --month {MONTH}"
    assert succeed(*shlex.split(proposed)[2:]).exit_code == 0


@pytest.mark.parametrize("login", ["county", "nobody", "auditor"])
def test_a_login_that_only_reads_is_shown_the_returns_in_place_of_workbooks(logins: dict[str, str], login: str) -> None:
    """On a server nothing is issued under it; the command that is proposed answers every such login."""
    template = ("collect", "template", "--month", "2026-10", "--out", "books", "--db", logins[login])
    for words in (template, (*template, "--dry-run")):
        refused = invoke(*words, "--format", "json")
        error = json.loads(refused.stdout)["error"]
        assert (refused.exit_code, error["code"]) == (5, "database-rights")
        assert error["try"].startswith("ohjaus case list --procedure county_return ")
        assert isinstance(answer(*shlex.split(error["try"])[1:]), list)
