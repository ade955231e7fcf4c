"""`case start`, `case advance`, `case attach` and `case note`: what is recorded, refused, rehearsed and repeated."""

from __future__ import annotations

import hashlib
import json
import shlex
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed

START = (
    "case",
    "start",
    "evaluation",
    "--subject",
    "Kymenlaakso",
    "--on",
    "2026-02-02",
    "--set",
    "gates=E2,E3",
    "--set",
    "accounts_years=2023,2024",
)
CALCULATION = ("--doc", "calculation=VM/99/2026;Made-up calculation")
CASE = "evaluation-10-2026"


def error_of(*arguments: str, code: int = 5) -> dict[str, object]:
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == code, (result.stdout, result.stderr)
    found: dict[str, object] = json.loads(result.stdout)["error"]
    return found


def test_starting_gives_the_shape_of_the_contract(empty: Path) -> None:
    """A case is opened under a readable id, with its first event, its tasks and its state."""
    started = answer(*START, *CALCULATION)
    assert started.keys() >= {"case", "state", "version", "position", "events", "deadlines", "tasks", "replayed"}
    assert (started["case"], started["state"], started["version"], started["position"]) == (CASE, "criteria_met", 1, 1)
    assert started["replayed"] is False
    (event,) = started["events"]
    assert event.keys() >= {"position", "type", "effective_on", "data"}
    assert (event["type"], event["effective_on"]) == ("evaluation.criteria_noted", "2026-02-02")
    assert event["data"]["accounts_years"] == [2023, 2024]
    assert event["data"]["gates"] == ["E2", "E3"]
    assert [task["status"] for task in started["tasks"]] == ["open"] * len(started["tasks"])


def test_a_case_is_opened_with_what_the_register_asks(empty: Path) -> None:
    """Diary number, ground, parties and ministry stand in the case."""
    succeed(
        *START, *CALCULATION, "--diary", "VM/98/2026", "--ground", "made-up ground", "--party", "10", "--party", "VM"
    )
    shown = answer("case", "show", CASE)
    assert (shown["diary_number"], shown["ground"], shown["parties"], shown["ministry"]) == (
        "VM/98/2026",
        "made-up ground",
        ["10", "VM"],
        "VM",
    )


def test_a_refused_start_names_everything_and_the_next_command(empty: Path) -> None:
    """All unmet conditions at once, each with its section, and the same command with what it lacks."""
    error = error_of(*START)
    assert error["code"] == "act-refused"
    assert error["missing"] == [
        {
            "code": "document:calculation",
            "text": "document: calculation of the key figures",
            "basis": ["611/2021 123 § 2 mom."],
        }
    ]
    assert error["try"] == "ohjaus " + shlex.join([*START, "--doc", "calculation=DIARY"])


def test_the_next_command_of_a_refusal_succeeds_once_filled_in(empty: Path) -> None:
    """What a refusal proposes can be pasted, with the placeholder replaced."""
    proposed = str(error_of(*START)["try"]).replace("DIARY", "VM/99/2026")
    succeed(*shlex.split(proposed)[1:])
    assert answer("case", "list")[0]["case"] == CASE


def test_a_refusal_points_to_the_act_that_must_come_first(empty: Path) -> None:
    """Where an act is missing, the next command records that act."""
    succeed(*START, *CALCULATION)
    error = error_of(
        "case", "advance", CASE, "start_decided", "--on", "2026-02-10", "--doc", "start_decision=VM/97/2026"
    )
    assert error["try"] == f"ohjaus case advance {CASE} county_heard --on 2026-02-10 --doc hearing_letter=DIARY"
    assert error["basis"] == ["611/2021 122 § 1 mom.", "611/2021 123 § 1 mom.", "611/2021 124 § 1 mom."]


def test_a_refusal_reads_like_a_clerk_would_say_it(empty: Path) -> None:
    """A person reads what was refused, what is missing on which section, and what to do, in their language."""
    succeed(*START, *CALCULATION)
    result = invoke("case", "advance", CASE, "start_decided", "--on", "2026-02-10", "--lang", "fi")
    assert result.stderr.splitlines() == [
        f"Estetty: Toimea ”arviointimenettely päätetty käynnistää” ei kirjattu ({CASE}).  [act-refused]",
        "Puuttuu:",
        "  – asiakirja: käynnistämispäätös  (611/2021 122 § 1 mom.; 434/2003 43 §)",
        "  – hyvinvointialuetta on kuultu  (434/2003 34 §)",
        "Säännös: 611/2021 122 § 1 mom.; 611/2021 123 § 1 mom.; 611/2021 124 § 1 mom.",
        f"Tee näin: ohjaus case advance {CASE} county_heard --on 2026-02-10 --doc hearing_letter=DIARY",
        "Lisää: ohjaus explain act-refused",
    ]


def test_nothing_is_stored_by_a_refusal(empty: Path) -> None:
    """After a refusal the log is as it was."""
    error_of(*START)
    assert answer("case", "list") == []


def test_advancing_moves_the_case_and_begins_what_follows(empty: Path) -> None:
    """The decision to start moves the case and begins the restriction of powers."""
    succeed(*START, *CALCULATION)
    hearing = ("--doc", "hearing_letter=VM/96/2026")
    succeed("case", "advance", CASE, "county_heard", "--on", "2026-02-09", *hearing)
    moved = answer("case", "advance", CASE, "start_decided", "--on", "2026-02-10", "--doc", "start_decision=VM/97/2026")
    assert (moved["state"], moved["version"]) == ("started", 3)
    shown = answer("case", "show", CASE)
    assert [(one["name"], one["since"], one["until"]) for one in shown["standings"]] == [
        ("restriction_of_powers", "2026-02-10", None)
    ]


def test_a_rehearsal_shows_everything_and_stores_nothing(database: Path) -> None:
    """`--dry-run` runs the real rules, says so, and leaves the log as it was."""
    before = answer("case", "show", "evaluation-15-2025")["version"]
    rehearsed = answer("case", "advance", "evaluation-15-2025", "group_met", "--on", "2026-03-02", "--dry-run")
    assert (rehearsed["rehearsed"], rehearsed["version"]) == (True, before + 1)
    assert answer("case", "show", "evaluation-15-2025")["version"] == before
    said = succeed("case", "advance", "evaluation-15-2025", "group_met", "--on", "2026-03-02", "--dry-run").stdout
    assert said.startswith("Would be recorded in evaluation-15-2025")
    assert "Nothing was stored." in said


def test_the_same_command_id_records_once(database: Path) -> None:
    """The second time the first answer is given, marked as replayed; something else under that id is a conflict."""
    arguments = (
        "case",
        "advance",
        "evaluation-15-2025",
        "group_met",
        "--on",
        "2026-03-02",
        "--command-id",
        "made-up-1",
    )
    first = answer(*arguments)
    again = answer(*arguments)
    assert (first["replayed"], again["replayed"]) == (False, True)
    assert {**again, "replayed": False} == first
    other = ("case", "advance", "evaluation-15-2025", "group_met", "--on", "2026-03-03", "--command-id", "made-up-1")
    assert error_of(*other, code=6)["code"] == "command-reused"


def test_someone_elses_change_is_a_conflict(database: Path) -> None:
    """With an expected version that has passed nothing is recorded, and the history is where to look."""
    case = "evaluation-15-2025"
    version = str(answer("case", "show", case)["version"])
    arguments = ("case", "advance", case, "group_met", "--on", "2026-03-02", "--expected-version", version)
    succeed(*arguments)
    error = error_of(*arguments, code=6)
    assert (error["code"], error["try"]) == ("version-conflict", f"ohjaus case history {case}")


def test_several_may_state_an_act(empty: Path) -> None:
    """`--by` names whose act it is; someone who may not is refused."""
    succeed(*START, *CALCULATION)
    succeed("case", "advance", CASE, "county_heard", "--on", "2026-02-09", "--doc", "hearing_letter=VM/96/2026")
    succeed("case", "advance", CASE, "start_decided", "--on", "2026-02-10", "--doc", "start_decision=VM/97/2026")
    naming = ("case", "advance", CASE, "members_named", "--on", "2026-02-16", "--set", "count=1")
    succeed(*naming, "--by", "stm")
    assert answer("case", "history", CASE)[-1]["act_of"]["organisation"] == "STM"
    error = error_of(*naming, "--by", "council")
    assert [one["code"] for one in error["missing"]] == ["wrong-actor"]  # type: ignore[attr-defined]


def test_data_is_read_by_the_type_of_its_field(empty: Path) -> None:
    """Numbers, dates, lists by comma and lists of objects as JSON: all through `--set`."""
    succeed(*START, *CALCULATION)
    succeed("case", "advance", CASE, "county_heard", "--on", "2026-02-09", "--doc", "hearing_letter=VM/96/2026")
    succeed("case", "advance", CASE, "start_decided", "--on", "2026-02-10", "--doc", "start_decision=VM/97/2026")
    for role in ("vm", "stm", "sm", "county"):
        succeed("case", "advance", CASE, "members_named", "--on", "2026-02-16", "--by", role)
    succeed("case", "advance", CASE, "chair_consulted", "--on", "2026-02-17")
    members = '[{"organisation":"VM","count":1},{"organisation":"county","count":2}]'
    moved = answer(
        *("case", "advance", CASE, "group_appointed", "--on", "2026-02-20", "--set", f"members={members}"),
        *("--set", "term_ends_on=2026-12-31", "--set", "chair_from=a made-up university"),
        *("--doc", "appointment_decision=VM/95/2026"),
    )
    assert moved["events"][0]["data"]["members"] == [
        {"organisation": "VM", "count": 1},
        {"organisation": "county", "count": 2},
    ]
    assert [(one["name"], one["due"], one["status"]) for one in moved["deadlines"]] == [
        ("group_term", "2026-12-31", "open")
    ]


def test_the_whole_data_may_come_as_json(empty: Path, folder: Path) -> None:
    """`--json FILE` gives the data, `--json -` reads standard input, and `--set` fills in."""
    (folder / "data.json").write_text('{"gates": ["E2"], "accounts_years": [2023, 2024]}', encoding="utf-8")
    base = ("case", "start", "evaluation", "--on", "2026-02-02", *CALCULATION)
    from_file = answer(*base, "--subject", "10", "--json", "data.json")
    assert from_file["events"][0]["data"]["gates"] == ["E2"]
    piped = invoke(
        *base, "--subject", "11", "--json", "-", "--set", "gates=E3", text='{"accounts_years": [2023, 2024]}'
    )
    assert piped.exit_code == 0, piped.stderr
    assert answer("case", "history", "evaluation-11-2026")[0]["data"]["gates"] == ["E3"]


def test_a_document_is_attached_by_its_contents(database: Path, folder: Path) -> None:
    """`KIND=@FILE` records the file's SHA-256 and name; `KIND=DIARY;TITLE` its number and title."""
    (folder / "muistio.txt").write_bytes(b"made-up memorandum")
    succeed("case", "attach", "evaluation-15-2025", "--doc", "memorandum=@muistio.txt", "--remark", "made up")
    succeed("case", "attach", "evaluation-15-2025", "--doc", "memorandum=VM/94/2026;Muistio")
    by_file, by_number = answer("case", "show", "evaluation-15-2025")["documents"][-2:]
    assert (by_file["title"], by_file["sha256"]) == (
        "muistio.txt",
        hashlib.sha256(b"made-up memorandum").hexdigest(),
    )
    assert (by_number["diary_number"], by_number["title"]) == ("VM/94/2026", "Muistio")


def test_a_document_without_a_kind_takes_the_one_that_is_required(empty: Path) -> None:
    """A bare reference is the document that the act asks for."""
    started = answer(*START, "--doc", "VM/99/2026")
    assert [one["kind"] for one in started["events"][0]["documents"]] == ["calculation"]


def test_what_a_source_leaves_open_needs_a_published_source(empty: Path) -> None:
    """`--unreported` is taken for what is known from reporting, and refused for an authority's own document."""
    bare = ("case", "start", "evaluation", "--subject", "10", "--on", "2026-02-02", "--set", "gates=E4")
    left_open = ("--unreported", "authority_or_grant")
    error = error_of(*bare, *left_open, "--doc", "calculation=VM/99/2026")
    assert [one["code"] for one in error["missing"]] == ["unreported-without-source"]  # type: ignore[attr-defined]
    succeed(*bare, *left_open, "--doc", "calculation=https://example.org/made-up")
    assert [one["code"] for one in answer("case", "show", CASE)["unreported"]] == ["authority_or_grant"]


def test_a_note_is_shown_and_never_obeyed(database: Path) -> None:
    """A hostile note is stored as it is, and every way of printing it shows its control characters."""
    hostile = "made up \x1b[31m red \u202e backwards"
    succeed("case", "note", "evaluation-15-2025", hostile)
    assert answer("case", "history", "evaluation-15-2025")[-1]["data"]["text"] == hostile
    for form in ("plain", "table", "json", "jsonl", "csv"):
        printed = succeed("case", "history", "evaluation-15-2025", "--format", form).stdout
        assert "\x1b" not in printed
        assert "\u202e" not in printed


def test_the_time_of_recording_may_be_injected_and_says_so(empty: Path) -> None:
    """`--now` is the time of recording, and the record says that the clock was injected."""
    succeed(*START, *CALCULATION, "--now", "2026-02-03T08:00+02:00")
    (event,) = answer("case", "history", CASE)
    assert (event["recorded_at"], event["clock"]) == ("2026-02-03T06:00:00Z", "injected")


def test_the_future_is_not_recorded(empty: Path) -> None:
    """A legal day that has not come is refused; today in Helsinki is not."""
    error = error_of(*START, *CALCULATION, "--now", "2026-02-01T21:59Z")
    assert [one["code"] for one in error["missing"]] == ["in-the-future"]  # type: ignore[attr-defined]
    succeed(*START, *CALCULATION, "--now", "2026-02-01T22:00Z")


def test_a_day_without_law_is_refused(empty: Path) -> None:
    """Before 2023 there was no evaluation procedure."""
    arguments = ("case", "start", "evaluation", "--subject", "10", "--on", "2022-12-31")
    assert error_of(*arguments)["code"] == "no-law-in-force"


def test_helsinki_is_refused_by_law(empty: Path) -> None:
    """The provisions on evaluation do not reach Helsinki (615/2021 17 §)."""
    error = error_of(*[word.replace("Kymenlaakso", "Helsinki") for word in START], *CALCULATION)
    assert [one["code"] for one in error["missing"]] == ["subject-not-covered"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("case", "start", "evaluation", "--on", "2026-02-02"), 2),
        (("case", "start", "evaluation", "--subject", "10"), 2),
        (("case", "start", "evaluation", "--subject", "Nowhere", "--on", "2026-02-02"), 3),
        (("case", "start", "evaluation", "--subject", "10", "--on", "2026-02-02", "--fact", "made_up"), 3),
        (("case", "advance", "evaluation-10-2026", "group_met", "--on", "2026-02-02"), 3),
        (("case", "start", "evaluation", "--subject", "10", "--on", "2026-02-02", "--set", "gates"), 9),
        (("case", "start", "evaluation", "--subject", "10", "--on", "2026-02-02", "--doc", "calculation="), 9),
        (("case", "start", "evaluation", "--subject", "10", "--on", "2026-02-02", "--doc", "calculation=@no"), 9),
        (("case", "start", "evaluation", "--subject", "10", "--on", "2026-02-02", "--json", "no.json"), 9),
        (("case", "start", "evaluation", "--subject", "10", "--on", "2026-02-02", "--precision", "guess"), 9),
        (("case", "start", "evaluation", "--subject", "10", "--on", "2026-02-02", "--as", "no role"), 9),
    ],
)
def test_wrong_input_has_its_own_exit_code(arguments: tuple[str, ...], code: int, empty: Path) -> None:
    """Usage, not found and rejected input are told apart, and nothing is stored."""
    result = invoke(*arguments)
    assert (result.exit_code, "Traceback" in result.stderr) == (code, False), result.stderr
    assert answer("case", "list") == []
