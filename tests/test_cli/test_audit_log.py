"""`audit log` and `audit replay`: every envelope in order, every step of a case, and which event set a value."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.envelope import canonical, decode, event_hash
from tests.test_cli.conftest import answer, invoke, succeed

CASE = "evaluation-15-2025"


def lines(*arguments: str) -> list[dict[str, object]]:
    """Gives what a command answers as JSON lines."""
    return [json.loads(line) for line in succeed(*arguments, "--format", "jsonl").stdout.splitlines()]


def test_the_log_is_every_envelope_in_order(database: Path) -> None:
    """Positions run from 1 without a gap, and each envelope names the hash of the one before."""
    events = answer("audit", "log")
    assert [event["position"] for event in events] == list(range(1, len(events) + 1))
    assert [event["previous_hash"] for event in events[1:]] == [event["hash"] for event in events[:-1]]
    assert lines("audit", "log") == events


def test_an_envelope_is_whole(database: Path) -> None:
    """From the printed envelope its canonical bytes, and so its hash, can be made again."""
    for event in answer("audit", "log"):
        printed = event.pop("hash")
        again = canonical(decode(json.dumps(event).encode()))
        assert event_hash(again) == printed


def test_the_log_of_a_case_is_its_own_events(database: Path) -> None:
    """With a case only its events come, in the order of their versions."""
    events = answer("audit", "log", CASE)
    assert {event["stream"] for event in events} == {CASE}
    assert [event["version"] for event in events] == list(range(1, len(events) + 1))
    assert events == [event for event in answer("audit", "log") if event["stream"] == CASE]


def test_the_log_is_read_in_parts(database: Path) -> None:
    """`--since` and `--limit` cut the log into parts that together are the whole."""
    whole = answer("audit", "log")
    first = answer("audit", "log", "--limit", "5")
    rest = answer("audit", "log", "--since", "5")
    assert first + rest == whole
    assert answer("audit", "log", "--since", "1000000") == []
    part = succeed("audit", "log", "--limit", "5")
    assert "ohjaus audit log --since 5 --limit 5" in part.stderr


def test_the_log_as_it_was_known(database: Path) -> None:
    """As of a position, later events are not known; as of a day, what happened after it had not happened."""
    assert [event["position"] for event in answer("audit", "log", "--known-at", "3")] == [1, 2, 3]
    days = {event["effective_on"] for event in answer("audit", "log", "--in-force-on", "2025-08-31")}
    assert max(days) <= "2025-08-31"
    assert len(days) > 1


def test_the_log_of_a_subject_is_that_of_its_cases(database: Path) -> None:
    """With a subject only events of cases about it come, whatever part of the log is asked for."""
    whole = answer("audit", "log")
    about = {event["stream"] for event in whole if (event["opening"] or {}).get("subject") == "15"}
    mine = [event for event in whole if event["stream"] in about]
    assert answer("audit", "log", "--subject", "Keski-Suomi") == mine
    assert (
        answer("audit", "log", "--subject", "15", "--since", "40", "--limit", "2")
        == [event for event in mine if event["position"] > 40][:2]
    )
    assert answer("audit", "log", CASE, "--subject", "15") == answer("audit", "log", CASE)
    assert answer("audit", "log", CASE, "--subject", "14") == []
    assert invoke("audit", "log", "--subject", "Made-up Land").exit_code == 3


def test_the_next_part_of_the_log_is_asked_for_alike(database: Path) -> None:
    """The command for the next part repeats whose events, and as of when, were asked for."""
    part = succeed("audit", "log", "--subject", "15", "--limit", "2", "--known-at", "60")
    [position, *_] = part.stdout.splitlines()[-1].split("\t")
    assert f"ohjaus audit log --subject 15 --since {position} --limit 2 --known-at 60" in part.stderr


def test_the_log_in_plain_lines(database: Path) -> None:
    """Piped, each event is one line of seven fields, and the next commands stand beside the answer."""
    result = succeed("audit", "log", CASE)
    assert [len(line.split("\t")) for line in result.stdout.splitlines()] == [7] * len(answer("audit", "log", CASE))
    assert f"ohjaus audit replay {CASE}" in result.stderr


def test_a_replay_tells_every_step(database: Path) -> None:
    """Each step says where the case stood before and after, whose act it was, who recorded it, and on what basis."""
    found = answer("audit", "replay", CASE)
    steps = found["steps"]
    assert [step["state_before"] for step in steps[1:]] == [step["state_after"] for step in steps[:-1]]
    assert steps[0]["state_before"] is None
    assert steps[-1]["state_after"] == found["state"] == answer("case", "show", CASE)["state"]
    assert all(step["act_of"]["organisation"] and step["recorded_by"]["person"] and step["basis"] for step in steps)
    appointed = next(step for step in steps if step["type"] == "evaluation.group_appointed")
    assert [one["due"] for one in appointed["deadlines_set"]] == ["2026-06-12"]
    assert appointed["deadlines_set"][0]["derivation"]
    assert appointed["precision"] == "month"
    started = next(step for step in steps if step["type"] == "evaluation.start_decided")
    assert [one["name"] for one in started["standings_begun"]] == ["restriction_of_powers"]


def test_a_replay_stops_at_the_moment_asked_for(database: Path) -> None:
    """As of a day the history ends there, and so does the case."""
    found = answer("audit", "replay", CASE, "--in-force-on", "2025-06-30")
    assert (found["state"], found["steps"][-1]["type"]) == ("started", "evaluation.start_decided")
    assert invoke("audit", "replay", CASE, "--in-force-on", "2020-01-01").exit_code == 3


@pytest.mark.parametrize(
    ("field", "value", "fact"),
    [
        ("state", "assessment", "assessment_begun"),
        ("group_term", {"due": "2026-06-12", "status": "open"}, "group_appointed"),
        ("group_term#1", {"due": "2026-06-12", "status": "open"}, "group_appointed"),
        ("restriction_of_powers", {"since": "2025-06-17", "until": None}, "start_decided"),
        ("group_appointed.term_ends_on", "2026-06-12", "group_appointed"),
        ("subject", "15", "criteria_noted"),
    ],
)
def test_why_names_the_event_that_set_a_value(database: Path, field: str, value: object, fact: str) -> None:
    """State, deadline, standing and data each lead to the event from which they come."""
    found = answer("audit", "replay", CASE, "--why", field)
    assert (found["value"], found["set_by"]["type"]) == (value, f"evaluation.{fact}")
    assert found["history"][-1] == found["set_by"]
    assert found["set_by"]["basis"]
    assert found["set_by"]["declaration"] == "evaluation@2025-01-01"


def test_why_lists_what_was_set_before(database: Path) -> None:
    """The states that a case went through stand in their order, the last one the present one."""
    history = answer("audit", "replay", CASE, "--why", "state")["history"]
    assert [one["value"] for one in history] == ["criteria_met", "started", "group_appointed", "assessment"]


def test_why_of_something_never_set_names_the_nearest(database: Path) -> None:
    """A mistyped field is not found, and what was probably meant is named."""
    result = invoke("audit", "replay", CASE, "--why", "group_trem")
    assert result.exit_code == 3
    assert "group_term" in result.stderr


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_replay_reads_in_each_language(database: Path, language: str) -> None:
    """The page names the states in the reader's language and ends with commands to paste."""
    page = succeed("audit", "replay", CASE, "--lang", language).stdout
    label = {"fi": "käynnistetty", "sv": "inlett", "en": "started"}[language]
    assert label in page
    assert f"ohjaus case show {CASE}" in page.splitlines()[-2]


def test_an_unknown_case_is_not_found(database: Path) -> None:
    """Log and replay of a case that is not there exit with 3 and name the nearest."""
    for verb in ("log", "replay"):
        result = invoke("audit", verb, "evaluation-15-2024")
        assert result.exit_code == 3
        assert CASE in result.stderr


def test_stored_text_steers_no_terminal(database: Path) -> None:
    """What a person put into the record is shown with its control and direction characters made visible."""
    succeed("case", "note", CASE, "calm \x1b[2J \u202e lait")
    for arguments in (("audit", "replay", CASE), ("audit", "log", CASE), ("audit", "log", CASE, "--format", "json")):
        shown = succeed(*arguments).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_a_replay_names_documents_and_data_for_people(database: Path) -> None:
    """A document stands under its name with its address on a line of its own, and each value on a line."""
    lines = succeed("audit", "replay", CASE).stdout.splitlines()
    at = lines.index("Document: calculation of the key figures (published reporting, not the document)")
    assert lines[at + 1].startswith("Document: https://")
    assert "Data: gates: E4, key_figures" in lines
    asked = succeed("audit", "replay", CASE, "--why", "group_appointed.members").stdout
    assert asked.splitlines()[0] == f"{CASE} · group_appointed.members = –"
