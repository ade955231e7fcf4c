"""What a refused act tells: what cannot be helped first, and the exact next command, over the database in use."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli.conftest import answer, invoke, succeed

START = ("case", "start", "evaluation", "--subject", "Kainuu", "--on", "2026-02-02")
CASE = "evaluation-20-2026"
MEMBERS = json.dumps([{"organisation": name} for name in ("VM", "STM", "SM", "county")])


def refusal(*arguments: str) -> dict[str, Any]:
    """Gives the error of an act that is refused."""
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == 5, (result.exit_code, result.stdout, result.stderr)
    error: dict[str, Any] = json.loads(result.stdout)["error"]
    return error


def started_in(folder: Path) -> tuple[str, ...]:
    """Gives the option that names a log in which the procedure about Kainuu was started."""
    where = ("--db", str(folder / "started.db"))
    succeed("init", *where)
    succeed(
        *START,
        "--set",
        "gates=E5",
        "--unreported",
        "initiative_behind",
        "--doc",
        "calculation=https://example.fi/",
        *where,
    )
    hearing = ("--doc", "hearing_letter=VM/96/2026")
    succeed("case", "advance", CASE, "county_heard", "--on", "2026-02-03", *hearing, *where)
    succeed(
        "case", "advance", CASE, "start_decided", "--on", "2026-02-04", "--doc", "start_decision=VM/97/2026", *where
    )
    return where


def test_what_no_document_can_help_is_said_first(empty: Path) -> None:
    """Helsinki is outside the procedure: that comes before any document, and the rules are where to look."""
    error = refusal("case", "start", "evaluation", "--subject", "Helsinki", "--on", "2026-02-02")
    assert [one["code"] for one in error["missing"]][:2] == ["subject-not-covered", "document:calculation"]
    assert error["try"] == "ohjaus procedure show evaluation"


FINNISH = (
    "Toimea ”edellytysten täyttyminen todettu” ei kirjattu (uusi asia: hyvinvointialueen arviointimenettely, Helsinki)."
)
SWEDISH = (
    "Åtgärden ”förutsättningarna konstaterade uppfyllda” registrerades inte "
    "(nytt ärende: utvärderingsförfarande i välfärdsområden, Helsingfors)."
)
ENGLISH = (
    "The act “criteria noted as met” was not recorded "
    "(a new case: evaluation procedure of a wellbeing services county, Helsinki)."
)


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", f"Estetty: {FINNISH}"), ("sv", f"Avvisat: {SWEDISH}"), ("en", f"Refused: {ENGLISH}")],
)
def test_a_refused_start_reads_as_a_sentence(language: str, said: str, empty: Path) -> None:
    """A person reads which act about whom was not recorded, in a sentence of each language."""
    result = invoke("case", "start", "evaluation", "--subject", "90", "--on", "2026-02-02", "--lang", language)
    assert result.stderr.splitlines()[0] == f"{said}  [act-refused]"


def test_a_refused_start_asks_for_the_data_that_a_condition_looked_at(empty: Path) -> None:
    """The next command holds the missing document and the fields that the unmet conditions read and found empty."""
    assert refusal(*START)["try"] == f"ohjaus {shlex.join(START)} --doc calculation=DIARY --set gates=VALUE"
    claimed = (*START, "--set", "gates=E1,E2")
    lacking = "--doc calculation=DIARY --set deficit_cover_due_on=DATE --set accounts_years=VALUE"
    assert refusal(*claimed)["try"] == f"ohjaus {shlex.join(claimed)} {lacking}"


def test_a_second_case_points_to_the_first(database: Path) -> None:
    """Where a case is open already, the next command lists it, and works."""
    error = refusal("case", "start", "evaluation", "--subject", "Lappi", "--on", "2026-02-02")
    assert error["missing"][0]["code"] == "open-case-exists"
    listed = answer(*shlex.split(error["try"])[1:])
    assert [one["case"] for one in listed] == ["evaluation-21-2025"]


def test_an_act_that_opens_no_case_is_answered_with_one_that_does(empty: Path) -> None:
    """The next command opens a case about the same county."""
    error = refusal(*START, "--fact", "start_decided")
    assert error["missing"][0]["code"] == "not-an-opening"
    assert error["try"] == (
        "ohjaus case start evaluation --subject 20 --on 2026-02-02 --fact criteria_noted --doc calculation=DIARY"
    )


def test_a_day_to_come_and_a_wrong_actor_are_left_open_in_the_next_command(database: Path) -> None:
    """What an option said wrongly is not repeated."""
    early = ("case", "advance", "evaluation-15-2025", "group_met", "--on", "2020-01-01", "--by", "vm")
    assert refusal(*early)["try"] == (
        "ohjaus case advance evaluation-15-2025 group_met --by evaluation_group --on DATE"
    )


def test_a_condition_on_an_earlier_act_names_that_act(folder: Path) -> None:
    """Where a condition asked the case for an act and did not find it, that act is what to record next."""
    where = started_in(folder)
    appointing = ("case", "advance", CASE, "group_appointed", "--on", "2026-02-05", "--set", f"members={MEMBERS}")
    error = refusal(*appointing, "--doc", "appointment_decision=VM/95/2026", *where)
    assert error["missing"][0]["code"] == "county_heard_on_chair"
    assert error["try"].startswith(f"ohjaus case advance {CASE} chair_consulted --on 2026-02-05")
    succeed(*shlex.split(error["try"])[1:])


def test_a_case_opened_without_its_parties_is_opened_anew_with_them(folder: Path) -> None:
    """Parties are named at the opening and not later: no hearing and no document brings it to an investigator."""
    where = ("--db", str(folder / "inquiry.db"))
    succeed("init", *where)
    why = ("--doc", "change_proposal=10/1/2026", "--set", "need=made up", "--set", "conditions=made up")
    start = ("case", "start", "division_inquiry", "--subject", "10", "--on", "2026-05-04", "--fact", "county_proposed")
    succeed(*start, *why, *where)
    appointing = ("investigator_appointed", "--on", "2026-06-01")
    error = refusal("case", "advance", "division-inquiry-10-2026", *appointing, *where)
    (unmet,) = (one["text"] for one in error["missing"] if one["code"] == "counties_heard")
    assert "were named as parties when the case was opened" in unmet
    assert error["try"].startswith(
        "ohjaus case start division_inquiry --subject 10 --party 10 --party REF --on 2026-05-04"
    )
    succeed(*start, *why, "--party", "10", "--party", "11", *where)
    error = refusal("case", "advance", "division-inquiry-10-2026-2", *appointing, *where)
    assert error["try"].startswith("ohjaus case advance division-inquiry-10-2026-2")


@pytest.mark.parametrize(
    "arguments",
    [
        ("case", "show", "evaluation-15-2099"),
        ("case", "advance", "evaluation-15-2025", "council_decided", "--on", "2026-03-01"),
        ("case", "advance", "evaluation-15-2025", "proposals_given", "--on", "2026-03-01"),
        ("case", "advance", "evaluation-15-2025", "group_met", "--on", "2026-03-01", "--expected-version", "1"),
        ("case", "show", "evaluation-15-2025", "--in-force-on", "2020-01-01"),
    ],
)
def test_the_next_command_is_over_the_database_in_use(
    arguments: tuple[str, ...], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an option named the database, what an error proposes names it too, and nothing need be added."""
    monkeypatch.delenv("OHJAUS_DB")
    result = invoke(*arguments, "--db", str(database), "--format", "json")
    proposed = json.loads(result.stdout)["error"]["try"]
    assert shlex.split(proposed)[-2:] == ["--db", str(database)]
    assert "DIARY" in proposed or invoke(*shlex.split(proposed)[1:]).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("demo", "--db", "new.db"),
        ("case", "list"),
        ("case", "show", "evaluation-15-2025"),
        ("case", "next", "evaluation-01-2025"),
        ("case", "history", "evaluation-15-2025"),
        ("todo",),
        ("procedure", "list"),
        ("procedure", "show", "evaluation"),
        ("actor", "list"),
        ("actor", "show", "HUS"),
        ("figures", "check", "Lappi", "--on", "2025-06-17"),
        ("deadline", "list"),
        ("audit", "log"),
        ("audit", "replay", "evaluation-15-2025"),
        ("audit", "verify"),
        ("projection", "list"),
        ("projection", "check"),
        ("doctor",),
        ("explain", "act-refused"),
        ("explain", "group_appointed"),
        ("explain", "schema-changed"),
    ],
)
def test_what_ends_an_answer_can_be_pasted(
    arguments: tuple[str, ...], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every answer for a person ends with next commands that work as they stand, over the database in use."""
    monkeypatch.delenv("OHJAUS_DB")
    given = arguments if "--db" in arguments else (*arguments, "--db", str(database))
    result = succeed(*given, "--format", "table")
    commands = [shlex.split(line)[1:] for line in result.stdout.splitlines() if line.startswith("  ohjaus ")]
    assert commands
    for command in commands:
        assert "--db" in command, command
        filled = [word.replace("DIARY", "VM/99/2026").replace("=DATE", "=2026-12-31") for word in command]
        rehearsed = ["--dry-run"] if filled[:2] == ["case", "advance"] else []
        tried = invoke(*filled, *rehearsed)
        # An act may still lack what only its own data can say; it is understood all the same.
        assert tried.exit_code in ((0, 5) if rehearsed else (0,)), (command, tried.stderr)


@pytest.mark.parametrize(("language", "opening"), [("fi", "”"), ("sv", "”"), ("en", "“")])
def test_a_state_is_quoted_as_the_language_does(database: Path, language: str, opening: str) -> None:
    """Finnish and Swedish open a quotation as they close it, for every state that is named."""
    acted = ("case", "advance", "evaluation-15-2025", "decision_notified", "--on", "2026-06-01", "--doc", "notice=X/1")
    said = invoke(*acted, "--lang", language).stderr
    opened = [sign for sign in said if sign in "“”"][::2]
    assert opened
    assert set(opened) == {opening}


def test_what_is_proposed_again_has_the_data_that_were_left_out(empty: Path) -> None:
    """An act that stands in the case and does not meet the condition is not proposed again as it was recorded."""
    case, proposal = "division-inquiry-21-2026", ("--doc", "change_proposal=LAPHA/1/2026")
    start = ("case", "start", "division-inquiry", "--subject", "Lappi", "--party", "Kainuu", "--on", "2026-01-10")
    succeed(*start, "--fact", "county_proposed", *proposal, "--set", "need=made up", "--set", "conditions=made up")
    no_inquiry = ("no_inquiry_ordered", "--on", "2026-02-01", "--doc", "vm_decision=VM/1/2026")
    succeed("case", "advance", case, *no_inquiry)
    decided = ("case", "advance", case, "division_decided", "--on", "2026-03-01")
    clarify = "ohjaus case advance division-inquiry-21-2026 effects_clarified --on 2026-03-01 --doc effects_note=DIARY"
    assert refusal(*decided)["try"] == clarify
    succeed("case", "advance", case, "effects_clarified", "--on", "2026-03-01", "--doc", "effects_note=VM/2/2026")
    assert refusal(*decided)["try"] == f"{clarify} --set state_districts=VALUE --set eu_divisions=VALUE"
