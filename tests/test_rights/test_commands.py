"""Rights at the command line: denials teach, leave one line and end with 4; the clock and imports need their rights."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, database, filled, invoke, succeed

__all__ = ["database", "filled"]

ON = ("--on", "2026-11-20")


@pytest.fixture
def log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log on which Anna and Bertil have turned rights on, and Cecilia is VM."""
    path = folder / "log.db"
    monkeypatch.setenv("OHJAUS_DB", str(path))
    sit(monkeypatch, "anna")
    succeed("init")
    succeed("grant", "enable", "--administrator", "test-anna", "--administrator", "test-bertil", "--yes", *ON)
    succeed("grant", "add", "test-cecilia", "--role", "vm", *ON)
    return path


def sit(patch: pytest.MonkeyPatch, who: str) -> None:
    """Somebody sits down at the keyboard."""
    patch.setattr("cli.frame.identity.os_user", lambda: f"test-{who}")


START = ("case", "start", "self-government-problem", "--subject", "FI", "--fact", "problem_noticed", *ON)
PROBLEM = (*START, "--set", "name=made up", "--set", "matter=rents")


def lines() -> list[dict[str, object]]:
    """The security log, as an administrator reads it."""
    with pytest.MonkeyPatch.context() as patch:
        sit(patch, "anna")
        return list(answer("audit", "security"))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_denial_says_whose_act_it_is_and_ends_with_four(
    log: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the reader's language, with the person's name, what they hold, and where to look."""
    sit(monkeypatch, "david")
    result = invoke(*PROBLEM, "--lang", language)
    assert result.exit_code == 4
    assert "act-not-granted" in result.stderr
    assert "test-david" in result.stderr
    whose = {"fi": "valtiovarainministeriö / VM", "sv": "finansministeriet / VM", "en": "an act of vm of VM"}
    assert whose[language] in result.stderr
    new = {"fi": "(uusi asia: ", "sv": "(nytt ärende: ", "en": "in a new case of "}
    assert f"{new[language]}self_government_problem" in result.stderr


def test_each_denial_leaves_one_line_and_nothing_else(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who, which command, about whom, which code; neither the log nor a projection moves."""
    before = answer("audit", "log")
    cases = answer("case", "list")
    sit(monkeypatch, "david")
    assert invoke(*PROBLEM).exit_code == 4
    sit(monkeypatch, "anna")
    found = lines()
    assert len(found) == 1
    told = {name: found[0][name] for name in ("number", "person_name", "kind", "what", "about", "code")}
    assert told == {
        "number": 1,
        "person_name": "test-david",
        "kind": "denied",
        "what": "case start",
        "about": "FI",
        "code": "act-not-granted",
    }
    assert "made up" not in str(found[0])
    assert answer("case", "list") == cases
    assert answer("audit", "log") == before
    assert answer("audit", "verify")["ok"] is True


def test_a_rehearsal_is_denied_and_noted_as_well(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking whether it would work is an attempt."""
    sit(monkeypatch, "david")
    assert invoke(*PROBLEM, "--dry-run").exit_code == 4
    assert [line["code"] for line in lines()] == ["act-not-granted"]


def test_the_tick_needs_the_right_of_a_scheduler(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A right that has run out is recorded as such by the scheduler's right alone."""
    succeed("grant", "add", "test-erik", "--role", "scheduler", *ON)
    succeed("grant", "add", "test-david", "--role", "stm", "--until", "2026-11-21", *ON)
    later = ("--now", "2026-11-25T10:00Z")
    assert invoke("deadline", "tick", *later).exit_code == 4
    sit(monkeypatch, "erik")
    fired = succeed("deadline", "tick", *later, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(one)["fact"] for one in fired] == ["deadline_passed"]
    assert invoke(*PROBLEM).exit_code == 4


def test_an_import_needs_the_right_of_an_importer(log: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it nothing is imported, and no row is left over as if it had been wrong."""
    history = folder / "history.toml"
    history.write_bytes(files("procedures").joinpath("real_history.toml").read_bytes())
    sit(monkeypatch, "david")
    assert invoke("import", str(history)).exit_code == 4
    assert len(lines()) == 1
    sit(monkeypatch, "anna")
    succeed("grant", "add", "test-david", "--role", "importer", *ON)
    sit(monkeypatch, "david")
    done = answer("import", str(history))
    assert done["facts"] > 90
    sit(monkeypatch, "anna")
    assert answer("audit", "verify")["ok"] is True


def test_the_demo_s_owner_turns_rights_on_later(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was recorded before stays right; what is recorded after needs a right."""
    sit(monkeypatch, "anna")
    succeed("grant", "enable", "--administrator", "test-bertil", "--yes", *ON)
    result = invoke("case", "note", "evaluation-15-2025", "made-up note")
    assert result.exit_code in (3, 4)
    sit(monkeypatch, "bertil")
    assert answer("audit", "verify")["ok"] is True


def test_a_role_or_right_that_nobody_knows_is_not_found(log: Path) -> None:
    """With the nearest names, as everywhere."""
    wrong = invoke("grant", "add", "test-david", "--role", "scheduller", *ON)
    assert (wrong.exit_code, "scheduler" in wrong.stderr) == (3, True)
    assert invoke("grant", "show", "grant-fi-1999").exit_code == 3
    assert invoke("grant", "revoke", "grant-fi-1999", "--reason", "made up", "--yes").exit_code == 3


def test_a_first_administrator_is_named_when_withdrawn(log: Path) -> None:
    """The case of turning on holds several people."""
    assert invoke("grant", "revoke", "access-rights-fi-2026", "--reason", "made up", "--yes").exit_code == 9
    succeed("grant", "revoke", "access-rights-fi-2026", "--person", "test-bertil", "--reason", "made up", "--yes")
    assert [one["in_force"] for one in answer("grant", "show", "access-rights-fi-2026")["grants"]] == [True, False]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_about_rights_speaks_the_language(log: Path, language: str) -> None:
    """List, right, check and matrix are printed for people in each language."""
    for words in (
        ("grant", "list"),
        ("grant", "show", "grant-fi-2026"),
        ("grant", "check", "grant-fi-2026", "grant_revoked"),
        ("grant", "matrix", "--procedure", "evaluation"),
        ("audit", "security"),
    ):
        assert succeed(*words, "--lang", language).exit_code == 0


def test_check_says_what_a_right_would_cover(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The administrator's act is the administrator's; Cecilia's right does not cover it."""
    mine = answer("grant", "check", "grant-fi-2026", "grant_revoked")
    hers = answer("grant", "check", "grant-fi-2026", "grant_revoked", "--person", "test-cecilia")
    assert (mine["covered"], [one["role"] for one in mine["by_grants"]], hers["covered"]) == (
        True,
        ["administrator"],
        False,
    )


FIGURES = ("annual_margin_cents=1000000000", "opening_debt_cents=500000000", "formula_cents=9500000000")
CALCULATED = (
    *("case", "start", "borrowing-authority", "--subject", "Lappi", "--on", "2026-11-20"),
    *("--set", "financial_year=2027", "--set", "equivalent_contracts_included=true", "--doc", "calculation=VM/1/2026"),
    *(word for figure in FIGURES for word in ("--set", figure)),
)
AUTHORITY = "borrowing-authority-21-2026"
CONFIRMED = (
    *("case", "advance", AUTHORITY, "confirmed", "--on", "2026-11-21"),
    *("--doc", "government_decision=VN/1/2026", "--set", "amount_cents=9500000000"),
)


def test_check_looks_at_the_duties_as_well(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who calculated has a right to the act and may not record it: asking first says so, as the denial does."""
    for person, role in (("test-cecilia", "registry"), ("test-david", "registry")):
        succeed("grant", "add", person, "--role", role, *ON)
    sit(monkeypatch, "cecilia")
    succeed(*CALCULATED)
    succeed("case", "advance", AUTHORITY, "proposal_made", "--on", "2026-11-21", "--doc", "proposal=VM/2/2026")
    checked = answer("grant", "check", AUTHORITY, "confirmed")
    assert (checked["covered"], checked["by_grants"]) == (False, [])
    assert (checked["kept_apart"]["case"], checked["kept_apart"]["version"]) == (AUTHORITY, 1)
    assert "lainanottovaltuuden" in succeed("grant", "check", AUTHORITY, "confirmed", "--lang", "fi").stdout.lower()
    denied = invoke(*CONFIRMED)
    assert (denied.exit_code, "[duty-separated]" in denied.stderr) == (4, True)
    assert "ohjaus grant matrix --procedure borrowing-authority" in denied.stderr
    other = answer("grant", "check", AUTHORITY, "confirmed", "--person", "test-david")
    assert (other["covered"], other["kept_apart"]) == (True, None)
    sit(monkeypatch, "david")
    assert answer(*CONFIRMED)["state"] == "confirmed"


@pytest.mark.parametrize(
    ("role", "organisation"),
    [
        ("registry", "15"),
        ("log_auditor", "15"),
        ("vm", "STM"),
        ("county", "VM"),
        ("delegate", "VM"),
        ("regional_agencies", "15"),
        ("government", "VM"),
        ("coordinator", "15"),
        ("core_group", "SM"),
        ("county", "THL"),
    ],
)
def test_a_right_is_of_an_organisation_that_its_role_can_be_of(role: str, organisation: str) -> None:
    """Else it would cover nothing, or show every case to who was meant to see a county's."""
    refused = invoke("grant", "add", "test-david", "--role", role, "--organisation", organisation, *ON)
    assert (refused.exit_code, "[role-organisation]" in refused.stderr) == (9, True)


@pytest.mark.parametrize(
    ("role", "named", "stored"),
    [
        ("regional_agencies", "AVI", "AVI"),
        ("supervisory_agency", "AVI", "LVV"),
        ("coordinator", "varsinaissuomi", "05"),
    ],
)
def test_a_right_is_of_the_agency_whose_acts_its_role_records(log: Path, role: str, named: str, stored: str) -> None:
    """An agency that is no more is meant itself where the role was its own; what was stored is said."""
    given = ("grant", "add", "test-david", "--role", role, "--organisation", named, *ON, "--dry-run")
    assert answer(*given)["events"][0]["data"]["organisation"] == stored
    assert f"The right: test-david, {role}, of {stored}, 2026-11-20" in invoke(*given, "--lang", "en").stderr


def test_a_right_of_every_county_is_said_to_be_one(log: Path) -> None:
    """Whoever leaves the organisation out is told what that means; who names it is not."""
    add = ("grant", "add", "test-david", "--role", "county", *ON, "--dry-run")
    assert "of every county" in invoke(*add).stderr
    assert "of every county" not in invoke(*add, "--organisation", "15").stderr


def test_a_right_that_begins_later_is_told_from_one_that_is_over(log: Path) -> None:
    """Both cover nothing today, and only one of them will."""
    succeed("grant", "add", "test-david", "--role", "vm", "--from", "2090-01-01", *ON)
    (listed,) = [line for line in succeed("grant", "list").stdout.splitlines() if "test-david" in line]
    assert listed.endswith("not yet in force")


def test_whoever_acts_for_another_is_named_beside_them(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The history, the log and the replay of a case name both, in each language."""
    succeed("grant", "add", "test-erik", "--role", "vm", "--may-delegate", *ON)
    succeed("grant", "add", "test-david", "--role", "delegate", "--acts-for", "test-erik", *ON)
    sit(monkeypatch, "david")
    case = answer(*PROBLEM, "--for", "test-erik")["case"]
    sit(monkeypatch, "anna")
    for language, both in (
        ("en", "test-david, on behalf of test-erik"),
        ("fi", "test-david, toisen puolesta: test-erik"),
        ("sv", "test-david, för test-erik"),
    ):
        for words in (("case", "history", case), ("audit", "log", case)):
            assert both in succeed(*words, "--lang", language).stdout
    assert "on behalf of test-erik" in succeed("audit", "replay", case).stdout
