"""`case correct`, `amend`, `reopen`, `settle`: from the command to the record, and what is shown of it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli.conftest import answer, invoke, succeed

CASE, ENDED = "evaluation-15-2025", "borrowing-authority-fi-2022"
"""An assessment whose group was appointed (3) until 12 June 2026; and a case that a decision (3) ended."""
STATED = ("--reason", "made-up reason", "--second-person", "made-up-person")
TERM = ("case", "correct", CASE, "3", "--set", "term_ends_on=2026-06-30", *STATED, "--on", "2026-05-04")
ANNUL = ("case", "reopen", ENDED, "3", "--remedy", "appeal", "--court", "KHO", "--referred-back", *STATED)
JUDGED = (*ANNUL, "--doc", "annulling_decision=KHO/1/2026", "--on", "2026-05-04")


def refusal(*arguments: str) -> dict[str, Any]:
    """The error of a command that is refused."""
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == 5, (result.exit_code, result.stdout, result.stderr)
    return dict(json.loads(result.stdout)["error"])


def positions(case_id: str) -> dict[int, int]:
    return {event["version"]: event["position"] for event in answer("case", "history", case_id)}


def test_a_clerical_error_is_corrected_and_the_record_verifies(database: Path) -> None:
    """The answer says what gave place, each value and each deadline before and after; nothing before it changed."""
    before = answer("case", "history", CASE)
    done = answer(*TERM)
    assert (done["supersedes"], done["superseded"]["type"], done["incidents"]) == (3, "evaluation.group_appointed", [])
    assert done["changes"]["fields"] == [{"name": "term_ends_on", "before": "2026-06-12", "after": "2026-06-30"}]
    assert [(one["due_before"], one["due_after"]) for one in done["changes"]["deadlines"]] == [
        ("2026-06-12", "2026-06-30")
    ]
    after = answer("case", "history", CASE)
    assert [{**one, "superseded_by": None} for one in after[:-1]] == before
    assert {one["version"]: one["superseded_by"] for one in after if one["superseded_by"]} == {3: after[-1]["position"]}
    assert answer("audit", "verify")["ok"] is True


def test_a_dry_run_shows_before_and_after_and_stores_nothing(database: Path) -> None:
    """The page tells the value, the deadline and the state as they would be."""
    before = positions(CASE)
    text = succeed(*TERM, "--dry-run").stdout
    for line in ("term_ends_on", "2026-06-12 → 2026-06-30", "(running) → 2026-06-30", "Nothing was stored."):
        assert line in text
    assert positions(CASE) == before


def test_the_same_command_id_corrects_once(database: Path) -> None:
    """Asked again, it answers what it answered."""
    first, again = answer(*TERM, "--command-id", "made-up"), answer(*TERM, "--command-id", "made-up")
    assert (first["replayed"], again["replayed"], first["version"]) == (False, True, again["version"])


def test_a_decision_is_corrected_by_the_authority_that_made_it(database: Path) -> None:
    """Ground and time are asked; the act is that of the ministry that decided."""
    amend = ("case", "amend", CASE, "2", "--set", "relied_on=key_figures", *STATED, "--on", "2025-11-03")
    error = refusal(*amend)
    assert {one["code"] for one in error["missing"]} == {"ground_stated", "taken_up_in_time"}
    assert error["try"].endswith("--taken-up-on DATE --ground VALUE")
    done = answer(*amend, "--ground", "wrong_application", "--taken-up-on", "2025-10-01")
    assert done["events"][0]["basis"] == ["434/2003 50 §", "434/2003 52 §"]
    assert done["changes"]["fields"][0] == {
        "name": "relied_on",
        "before": ["E4", "key_figures"],
        "after": ["key_figures"],
    }
    assert answer("audit", "verify")["ok"] is True


def test_to_a_party_s_detriment_only_with_its_consent(database: Path) -> None:
    """The county is named by any of its names; the proposed command says what would do."""
    amend = ("case", "amend", CASE, "2", "--set", "relied_on=key_figures", *STATED, "--on", "2025-11-03")
    asked = (*amend, "--ground", "wrong_application", "--taken-up-on", "2025-10-01", "--detriment-of", "Keski-Suomi")
    error = refusal(*asked)
    assert [one["code"] for one in error["missing"]] == ["detriment_consented"]
    assert "--consented VALUE" in error["try"]
    assert answer(*asked, "--consented", "15")["supersedes"] == 2


def test_a_court_reopens_a_case_that_had_ended(database: Path) -> None:
    """The case is open where it stood before the decision, in lists and in what is to be done; the record verifies."""
    assert answer("case", "show", ENDED)["closed_on"] is not None
    done = answer(*JUDGED)
    assert done["changes"]["state"] == {"before": "jointly_decided", "after": done["state"]}
    shown = answer("case", "show", ENDED)
    assert (shown["state"], shown["closed_on"], shown["moved_on"]) == (done["state"], None, "2026-05-04")
    assert ENDED in [one["case"] for one in answer("case", "list", "--open")]
    assert shown["corrections"][0]["supersedes"] == 3
    assert answer("case", "show", ENDED, "--in-force-on", "2026-05-03")["state"] == "jointly_decided"
    assert answer("case", "show", ENDED, "--known-at", str(done["position"] - 1))["state"] == "jointly_decided"
    assert answer("audit", "verify")["ok"] is True


def test_the_court_is_one_of_the_directory_and_its_decision_is_named(database: Path) -> None:
    """Nobody else annuls, and nothing without the document."""
    assert [one["code"] for one in refusal(*ANNUL, "--on", "2026-05-04")["missing"]] == ["document:annulling_decision"]
    nobody = [word if word != "KHO" else "made-up court" for word in JUDGED]
    assert invoke(*nobody).exit_code == 3
    ministry = [word if word != "KHO" else "STM" for word in JUDGED]
    assert [one["code"] for one in refusal(*ministry)["missing"]] == ["not-a-court"]


def test_what_loses_its_footing_is_shown_until_a_person_has_settled_it(database: Path) -> None:
    """`case show` and `todo` name it; with the last one settled the task is done."""
    annul = ("case", "reopen", CASE, "3", "--remedy", "appeal", "--court", "HAO", *STATED)
    done = answer(*annul, "--doc", "annulling_decision=HAO/1/2026", "--on", "2026-05-04")
    versions = [one["version"] for one in done["incidents"]]
    assert versions == [4, 5, 6, 7, 8, 9, 10]
    assert [one["label"] for one in answer("todo") if one["case"] == CASE and one["task"] == "settle_incidents"]
    text = succeed("case", "show", CASE).stdout
    assert "Events that lost their footing" in text
    assert "it lacks now: the case does not stand where this act is possible" in text
    left: list[dict[str, Any]] = []
    for version in versions:
        settle = ("case", "settle", CASE, str(version), "--outcome", "stands", "--reason", "made up")
        left = answer(*settle, "--on", "2026-05-05")["incidents"]
    assert [one["outcome"] for one in left] == ["stands"] * len(versions)
    assert not [one for one in answer("todo") if one["task"] == "settle_incidents"]
    assert "Events that lost their footing" not in succeed("case", "show", CASE).stdout
    assert answer("audit", "verify")["ok"] is True


def test_what_a_closed_case_has_to_settle_stands_in_todo(database: Path) -> None:
    """The case that ended had to be moved by a decision whose ground fell away: somebody looks at it."""
    annul = ("case", "reopen", CASE, "2", "--remedy", "appeal", "--court", "KHO", *STATED, "--on", "2026-05-04")
    answer(*annul, "--doc", "annulling_decision=KHO/1/2026")
    declined = ("case", "advance", CASE, "start_declined", "--on", "2026-05-04", "--set", "reason=discretion")
    answer(*declined, "--doc", "decline_decision=VM/1/2026")
    assert answer("case", "show", CASE)["closed_on"] == "2026-05-04"
    assert [one["task"] for one in answer("todo") if one["case"] == CASE] == ["settle_incidents"]
    assert [one["task"] for one in answer("todo", "--known-at", "9999") if one["case"] == CASE] == ["settle_incidents"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "reckoned again on 2026-05-04 (906/2019 15 §: correction of event 3): last day 2026-06-12 → 2026-06-30",
                "2026-05-04 clerical error corrected: event 3, evaluation group appointed",
                "made-up reason (906/2019 15 §; second person: made-up-person)",
            ],
        ),
        (
            "fi",
            [
                "laskettu uudelleen 4.5.2026 (906/2019 15 §: tapahtuman 3 korjaus): viimeinen päivä 12.6.2026",
                "4.5.2026 kirjoitusvirhe korjattu: tapahtuma 3, arviointiryhmä asetettu",
                "made-up reason (906/2019 15 §; toinen henkilö: made-up-person)",
            ],
        ),
        (
            "sv",
            [
                "räknad på nytt 4.5.2026 (906/2019 15 §: rättelse av händelse 3): sista dagen 12.6.2026 → 30.6.2026",
                "4.5.2026 skrivfel rättat: händelse 3, utvärderingsgrupp tillsatt",
                "made-up reason (906/2019 15 §; andra person: made-up-person)",
            ],
        ),
    ],
)
def test_why_a_deadline_moved_is_told_in_each_language(database: Path, language: str, lines: list[str]) -> None:
    """`case show` tells the correction, and with `deadline list -v` what it did to the deadline."""
    succeed(*TERM)
    shown = " ".join(succeed("case", "show", CASE, "--lang", language).stdout.replace("–", " ").split())
    assert [line for line in lines if line not in shown] == []
    listed = " ".join(succeed("deadline", "list", "--case", CASE, "-v", "--lang", language).stdout.split())
    assert lines[0] in listed


@pytest.mark.parametrize(
    ("language", "mark", "takes"),
    [
        ("en", "superseded by event 11", "of event 3"),
        ("fi", "syrjäytetty, tapahtuma 11", "koskee tapahtumaa 3"),
        ("sv", "ersatt genom händelse 11", "gäller händelse 3"),
    ],
)
def test_the_history_marks_what_gave_place_and_to_what(database: Path, language: str, mark: str, takes: str) -> None:
    """Both stay in the record, and each names the other."""
    succeed(*TERM)
    lines = succeed("case", "history", CASE, "--lang", language).stdout.splitlines()
    assert (mark in lines[2], takes in lines[10]) == (True, True)


def test_a_second_correction_is_led_to_the_first(database: Path) -> None:
    """What was corrected is corrected again by naming its correction: the refusal proposes that, as typed."""
    succeed(*TERM)
    error = refusal(*TERM)
    assert [one["code"] for one in error["missing"]] == ["not_superseded"]
    again = shlex.split(error["try"])[1:]
    assert again[:4] == ["case", "correct", CASE, "11"]
    assert answer(*again)["supersedes"] == 11


@pytest.mark.parametrize(
    ("arguments", "code", "proposed"),
    [
        (
            ("correct", CASE, "99", "--set", "term_ends_on=2026-06-30"),
            "superseded_known",
            f"ohjaus case history {CASE}",
        ),
        (("correct", CASE, "3"), "something_corrected", "--set NAME=VALUE"),
    ],
)
def test_a_refusal_says_what_to_do(database: Path, arguments: tuple[str, ...], code: str, proposed: str) -> None:
    """The exact next command stands in it."""
    error = refusal("case", *arguments, *STATED)
    assert [one["code"] for one in error["missing"]] == [code]
    assert proposed.removeprefix("ohjaus ") in error["try"].replace("'", "")


def test_a_placeholder_of_a_proposed_command_is_never_recorded(database: Path) -> None:
    """What the proposed command left open is to be filled in by a person."""
    asked = ["VALUE" if word == "made-up-person" else word for word in TERM]
    result = invoke(*asked, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (9, "placeholder-left")


def test_a_wrong_value_is_said_in_our_words(database: Path) -> None:
    """A field that the act does not have, or a day that is none, never reaches the record."""
    for given in ("colour=red", "term_ends_on=soon"):
        result = invoke("case", "correct", CASE, "3", "--set", given, *STATED, "--lang", "fi", "--format", "json")
        assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (9, "data-invalid")


def test_the_recorder_is_not_the_second_person(database: Path) -> None:
    """Who records looks alone, and for whom it is recorded as well: another person has to look."""
    person = answer("case", "history", CASE)[0]["recorded_by"]["person"]
    asked = [person if word == "made-up-person" else word for word in TERM]
    for alone in (asked, [*TERM, "--for", "made-up-person"]):
        assert [one["code"] for one in refusal(*alone)["missing"]] == ["second_person_differs"]


def test_a_value_can_be_left_out(database: Path) -> None:
    """`--unset` takes an optional value away; the deadline that it had set is cancelled."""
    done = answer("case", "correct", CASE, "3", "--unset", "term_ends_on", *STATED, "--on", "2026-05-04")
    (moved,) = done["changes"]["deadlines"]
    assert (moved["status_before"], moved["status_after"]) == ("open", "cancelled")
    assert answer("audit", "verify")["ok"] is True
