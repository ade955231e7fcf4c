"""`audit replay`: what we knew on T about day D, step by step, and which event gave a value."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cli.audit.replay import steps_of
from cli.frame.settings import Settings
from cli.wiring import Wiring
from engine.assess import Act
from engine.envelope import DocumentRef, RecordedBy
from engine.request import AsOf, Request
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import ALL_CASES

CASE = "evaluation-15-2025"
DEADLINE = "group_term"
SECTION = ("--section", "611/2021 122 §")


def steps(*options: str, case: str = CASE) -> list[dict[str, Any]]:
    """The steps of a history."""
    found: list[dict[str, Any]] = answer("audit", "replay", case, *options)["steps"]
    return found


def kinds(*options: str) -> list[str]:
    """What happened in each step, without the procedure's name."""
    return [step["type"].partition(".")[2] for step in steps(*options)]


@pytest.fixture
def told_late(database: Path) -> Path:
    """The demo log in which three acts of the year 2026 were recorded in 2100, the earliest of them last but one."""
    extended = ("--until", "2026-08-31", *SECTION, "--why", "made-up reason", "--on", "2026-05-20")
    suspended = ("--mode", "freeze", *SECTION, "--why", "made-up wait", "--on", "2026-06-01")
    met = ("--on", "2026-02-20", "--doc", "reporting=https://example.org/made-up")
    succeed("case", "extend", CASE, DEADLINE, *extended, "--now", "2100-02-01T10:00Z")
    succeed("case", "advance", CASE, "group_met", *met, "--now", "2100-03-01T10:00Z")
    succeed("case", "suspend", CASE, DEADLINE, *suspended, "--now", "2100-04-01T10:00Z")
    succeed("case", "resume", CASE, DEADLINE, "--why", "over", "--on", "2026-06-11", "--now", "2100-04-02T10:00Z")
    return database


@pytest.mark.parametrize(
    ("known_at", "in_force_on", "last"),
    [
        ("2100-01-15", "2026-05-31", "partial_proposals_noted"),  # nothing of it was known yet
        ("2100-02-15", "2026-05-31", "deadline_extended"),
        ("2100-02-15", "2026-05-19", "partial_proposals_noted"),  # known, but it had not happened by then
        ("2100-03-15", "2026-05-19", "group_met"),  # what was known late of an earlier day
        ("2100-03-15", "2026-05-31", "group_met"),
        ("2100-04-15", "2026-06-10", "deadline_suspended"),
        ("2100-04-15", "2026-06-11", "deadline_resumed"),
    ],
)
def test_what_we_knew_then_about_that_day(told_late: Path, known_at: str, in_force_on: str, last: str) -> None:
    """Both axes combine freely: only what was recorded by T and had happened in law by D is a step."""
    axes = ("--known-at", known_at, "--in-force-on", in_force_on)
    assert kinds(*axes)[-1] == last
    shown = answer("case", "show", CASE, *axes)
    found = answer("audit", "replay", CASE, *axes)
    assert (found["state"], found["version"]) == (shown["state"], shown["version"])
    assert found["as_of"]["in_force_on"] == in_force_on


def test_a_late_act_is_a_step_though_an_earlier_recorded_one_is_not(told_late: Path) -> None:
    """About 1 March 2026 the meeting was heard of in 2100; the extension recorded before it had not happened yet."""
    found = steps("--known-at", "2100-03-15", "--in-force-on", "2026-03-01")
    assert [step["version"] for step in found] == [*range(1, 11), 12]
    assert found[-1]["recorded_after_days"] > 365


@pytest.mark.parametrize(
    ("axes", "said"),
    [
        (("--known-at", "2100-02-15"), "What was known on 2100-02-15 23:59 (position"),
        (("--in-force-on", "2026-05-31"), "What had happened in law by 2026-05-31, as known now (position"),
        (("--known-at", "2100-02-15", "--in-force-on", "2026-05-31"), "about the legal day 2026-05-31."),
    ],
)
def test_the_page_says_from_where_it_looks(told_late: Path, axes: tuple[str, ...], said: str) -> None:
    """The second line says in words what was known when, about which day; without axes there is none."""
    assert said in succeed("audit", "replay", CASE, *axes).stdout.splitlines()[1]
    assert "What" not in succeed("audit", "replay", CASE).stdout.splitlines()[1]


def test_a_deadline_is_followed_from_step_to_step(told_late: Path) -> None:
    """Set, extended, suspended, running again: each with its last day before and after, and how that came about."""
    changes = [change for step in steps() for change in step["deadlines_changed"]]
    assert [(one["change"], one["due_before"], one["due_after"]) for one in changes] == [
        ("set", None, "2026-06-12"),
        ("extended", "2026-06-12", "2026-08-31"),
        ("suspended", "2026-08-31", "2026-08-31"),
        ("resumed", "2026-08-31", "2026-09-10"),
    ]
    assert [[entry["kind"] for entry in one["ledger"]] for one in changes] == [
        [],
        ["extended"],
        ["suspended"],
        ["suspended"],
    ]
    assert all(one["derivation"] for one in changes)
    assert [len(step["deadlines_set"]) for step in steps()] == [0, 0, 1, *[0] * 11]


def test_the_derivation_of_a_moved_deadline_is_told_in_the_language(told_late: Path) -> None:
    """In Finnish the days given back are said in Finnish, with Finnish dates."""
    page = succeed("audit", "replay", CASE, "--step", "14", "--lang", "fi").stdout
    assert "määräaika kuluu taas: arviointiryhmän toimikausi päättyy, ma 31.8.2026 → to 10.9.2026" in page
    assert "11.6.2026  keskeytyksen päivät annetaan takaisin: 10" in page
    assert "2026-" not in page.replace("--in-force-on", "")


def test_each_step_leaves_the_case_as_it_was_known_then(database: Path) -> None:
    """Of every case in the log: after each step it is the case that was known at that position, to the last field."""
    with Wiring(Settings({"db": str(database)}, {}, database.parent)).open() as record:
        streams = dict.fromkeys(event.stream for event in record.log.read())
        for case_id in streams:
            table, case = record.registrar.load(case_id)
            for step in steps_of(table, case.events):
                known = record.registrar.load(case_id, AsOf(known_at=step.event.position))[1]
                assert step.after == known
    assert len(streams) == ALL_CASES


def test_one_step_or_a_part_is_shown(database: Path) -> None:
    """`--step` gives one, `--from-version` and `--limit` a part; together the parts are the whole."""
    whole = steps()
    assert steps("--step", "3") == whole[2:3]
    assert steps("--limit", "4") + steps("--from-version", "5") == whole
    assert answer("audit", "replay", CASE, "--limit", "4")["steps_in_all"] == len(whole)
    assert steps("--from-version", "99") == []


def test_a_step_that_is_not_there_is_not_found(database: Path) -> None:
    """A number beyond the history, or one not known as of then, exits with 3 and says how far it goes."""
    error = answer_of_failure("audit", "replay", CASE, "--step", "99")
    assert (error["code"], "10" in error["message"]) == ("step-unknown", True)
    assert answer_of_failure("audit", "replay", CASE, "--step", "4", "--known-at", "37")["code"] == "step-unknown"


def answer_of_failure(*arguments: str) -> dict[str, Any]:
    """The error that a command answers with."""
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == 3, result.stderr
    error: dict[str, Any] = json.loads(result.stdout)["error"]
    return error


def test_a_long_history_is_shown_screen_by_screen(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal twenty steps stand on a screen; the command for the next ones ends it."""
    for number in range(15):
        succeed("case", "note", CASE, f"made-up note {number}")
    page = succeed("audit", "replay", CASE, "--format", "table").stdout
    assert "Steps 1–20 of 25." in page
    assert f"ohjaus audit replay {CASE} --from-version 21" in page
    assert "After step 20" in page
    rest = succeed("audit", "replay", CASE, "--from-version", "21", "--format", "table").stdout
    assert "Steps 21–25 of 25." in rest
    assert "Where it stands" in rest
    assert "Steps" not in succeed("audit", "replay", CASE).stdout


def test_what_an_act_brought_about_elsewhere_is_named(database: Path) -> None:
    """A reaction names the act that caused it, and that act the reaction, each with case and position."""
    [later] = [step for step in steps(case="borrowing-authority-fi-2023") if step["caused"]]
    [earlier] = [step for step in steps(case="borrowing-authority-fi-2022") if step["caused_by"]]
    assert later["caused"][0] | {"label": ""} == {
        "case": "borrowing-authority-fi-2022",
        "position": earlier["position"],
        "type": "case.linked",
        "label": "",
        "effective_on": earlier["effective_on"],
    }
    assert earlier["caused_by"]["position"] == later["position"]
    assert (
        "brought about borrowing-authority-fi-2022" in succeed("audit", "replay", "borrowing-authority-fi-2023").stdout
    )
    # As known when only the cause had been recorded, there was no reaction.
    assert not steps("--known-at", str(later["position"]), "--step", "1", case="borrowing-authority-fi-2023")[0][
        "caused"
    ]


def test_a_case_under_another_law_is_replayed_by_each_law(database: Path) -> None:
    """Before its move a case is told by the earlier version, after it by the later one."""
    case = "service-information-fi-2025"
    succeed("case", "change-law", "service_information", "--on", "2026-03-02", "--all", "--now", "2100-01-01T10:00Z")
    found = steps(case=case)
    assert [step["declaration"] for step in found] == [
        *["service_information@2024-08-01"] * (len(found) - 1),
        "service_information@2026-01-01",
    ]
    page = succeed("audit", "replay", case).stdout
    assert "Rules: service_information@2024-08-01 → service_information@2026-01-01" in page
    assert answer("audit", "replay", case, "--why", "declaration")["set_by"]["type"] == "case.law_changed"


@pytest.mark.parametrize(
    ("field", "value", "before", "fact"),
    [
        ("group_term.due", "2026-09-10", "2026-08-31", "case.deadline_resumed"),
        ("group_term#1.due", "2026-09-10", "2026-08-31", "case.deadline_resumed"),
        ("group_term.status", "open", "suspended", "case.deadline_resumed"),
        ("state", "assessment", "group_appointed", "evaluation.assessment_begun"),
        ("give_proposals.status", "open", None, "evaluation.assessment_begun"),
        ("group_met.effective_on", "2026-02-20", "2026-01-19", "evaluation.group_met"),
        ("GROUP_TERM.DUE", "2026-09-10", "2026-08-31", "case.deadline_resumed"),
        ("start_decided.relied_on.2", "key_figures", None, "evaluation.start_decided"),
        ("start_decided.relied_on[1]", "E4", None, "evaluation.start_decided"),
    ],
)
def test_why_says_what_it_was_before(told_late: Path, field: str, value: object, before: object, fact: str) -> None:
    """The event that set the value comes with the value before it."""
    found = answer("audit", "replay", CASE, "--why", field)
    assert (found["value"], found["before"], found["set_by"]["type"]) == (value, before, fact)


def test_why_as_it_was_known_then(told_late: Path) -> None:
    """As of a moment the value is that of then, and the page says so and repeats the axes in its commands."""
    axes = ("--known-at", "2100-02-15")
    assert answer("audit", "replay", CASE, "--why", "group_term.due", *axes)["value"] == "2026-08-31"
    page = succeed("audit", "replay", CASE, "--why", "group_term.due", *axes).stdout
    assert "What was known on 2100-02-15" in page
    assert f"ohjaus audit replay {CASE} --step 11 --known-at 2100-02-15" in page


def test_why_a_case_is_closed_and_numbered(database: Path) -> None:
    """The day on which a case ended, and its number, have the events that set them; an open case has no such day."""
    ended = answer("audit", "replay", "legislation-fi-2026", "--why", "closed_on")
    assert (ended["value"], ended["set_by"]["type"]) == ("2026-01-01", "legislation.entered_into_force")
    assert answer("audit", "replay", CASE, "--why", "diary_number")["set_by"]["version"] == 1
    for never in ("closed_on", "start_decided.relied_on.3", "state.1"):
        assert answer_of_failure("audit", "replay", CASE, "--why", never)["code"] == "field-never-set"


def test_why_a_field_without_its_fact_names_the_facts_that_state_it(database: Path) -> None:
    """Whoever knows what a field is called and not which fact states it is told where it stands."""
    error = answer_of_failure("audit", "replay", CASE, "--why", "accounts_years")
    assert (error["code"], error["nearest"]) == ("field-never-set", ["criteria_noted.accounts_years"])


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(
    told_late: Path, monkeypatch: pytest.MonkeyPatch, language: str, width: int
) -> None:
    """Text is wrapped; only what is copied whole, an address or a command, may be longer."""
    monkeypatch.setenv("COLUMNS", str(width))
    shown = ("--format", "table", "--lang", language)
    for arguments in (("audit", "replay", CASE), ("audit", "replay", CASE, "--why", "group_term.due")):
        lines = succeed(*arguments, *shown).stdout.splitlines()
        assert [line for line in lines if len(line) > width and "https://" not in line and " ohjaus " not in line] == []


def record_correction(database: Path, act: Act) -> None:
    """Records a correction in the case, on New Year's Day of 2100."""
    by = RecordedBy(person="made-up-first", identity="made up for a test")
    wiring = Wiring(Settings({"db": str(database)}, {}, database.parent), now="2100-01-01T10:00Z")
    with wiring.open(write=True) as record:
        record.registrar.advance(CASE, act, Request(command_id="made-up-correction", recorded_by=by))


@pytest.fixture
def corrected(database: Path) -> Path:
    """The demo log in which an error in the recorded end of the group's term was corrected in 2100."""
    data = {
        "supersedes": 3,
        "values": {"term_ends_on": "2026-07-13"},
        "reason": "a made-up slip of the pen",
        "section": "434/2003 51 § 1 mom.",
        "second_person": "made-up-second",
        "heard": "heard",
    }
    record_correction(database, Act(fact="clerical_error_corrected", on=date(2026, 2, 20), data=data))
    return database


def test_a_correction_and_what_it_corrects_name_each_other(corrected: Path) -> None:
    """Both are steps; the earlier says what took its place, the later what reads otherwise and which day moved."""
    found = steps()
    error, correction = found[2], found[-1]
    assert (error["superseded_by"], correction["supersedes"]) == (correction["position"], error["position"])
    assert [step["superseded_by"] for step in found if step is not error] == [None] * (len(found) - 1)
    assert [(one["change"], one["due_before"], one["due_after"]) for one in correction["deadlines_changed"]] == [
        ("moved", "2026-06-12", "2026-07-13")
    ]
    page = succeed("audit", "replay", CASE, "--lang", "fi").stdout.splitlines()
    assert "KORJATTU, korjaus: 11. 20.2.2026 kirjoitusvirhe korjattu" in page
    assert "Korjaa: 3. 31.8.2025 arviointiryhmä asetettu" in page
    assert "Nyt kuuluu: group_appointed.term_ends_on: 12.6.2026 → 13.7.2026" in page


@pytest.mark.parametrize("field", ["group_appointed.term_ends_on", "group_term.due"])
def test_why_names_the_correction(corrected: Path, field: str) -> None:
    """A corrected value, and the day that moved by it, come from the correction; before it was known, from the act."""
    found = answer("audit", "replay", CASE, "--why", field)
    assert (found["value"], found["before"]) == ("2026-07-13", "2026-06-12")
    assert (found["set_by"]["type"], found["set_by"]["is_correction"]) == ("case.clerical_error_corrected", True)
    assert "Corrected by: 11." in succeed("audit", "replay", CASE, "--why", field).stdout
    then = answer("audit", "replay", CASE, "--why", field, "--known-at", "2099-12-31")
    assert (then["value"], then["set_by"]["is_correction"]) == ("2026-06-12", False)


def test_the_log_and_a_difference_name_a_correction(corrected: Path) -> None:
    """The log marks what was superseded, as soon as that is known; the difference says which act was corrected."""
    log = answer("audit", "log")
    marked = {event["position"]: event["superseded_by"] for event in log if "superseded_by" in event}
    assert marked == {37: log[-1]["position"]}
    assert not any("superseded_by" in event for event in answer("audit", "log", "--known-at", "2099-12-31"))
    assert f"(superseded by {log[-1]['position']})" in succeed("audit", "log", CASE).stdout
    [case] = answer("audit", "diff", "--from", str(len(log) - 1))["cases"]
    assert [(one["position"], one["supersedes"]) for one in case["corrections"]] == [(log[-1]["position"], 37)]
    # As of a day before the correction's own: the error was one from the beginning.
    [early] = answer("audit", "diff", "--from", str(len(log) - 1), "--in-force-on", "2025-12-31")["cases"]
    assert early["deadlines"][0]["due_after"] == "2026-07-13"


def test_an_annulment_takes_the_case_back(database: Path) -> None:
    """The state before it again, the deadline cancelled, its tasks back; what lost its footing is listed."""
    data = {
        "supersedes": 3,
        "reason": "a made-up defect",
        "section": "808/2019 81 §",
        "second_person": "made-up-second",
        "remedy": "appeal",
        "court": "KHO",
    }
    decision = DocumentRef(kind="annulling_decision", diary_number="KHO/1/2026")
    act = Act(fact="act_annulled", on=date(2026, 2, 20), data=data, role="court", documents=(decision,))
    record_correction(database, act)
    last = steps()[-1]
    assert (last["state_before"], last["state_after"]) == ("assessment", "started")
    assert [one["name"] for one in last["deadlines_closed"]] == [DEADLINE]
    assert "appoint_group" in [one["name"] for one in last["tasks_raised"]]
    page = succeed("audit", "replay", CASE, "--lang", "sv").stdout
    assert "UPPHÄVD genom: 11. 20.2.2026 åtgärd upphävd" in page
    assert "Utan grund: 4. 9.9.2025 utvärderingen inledd" in page
    assert "Annulled by: 11." in succeed("audit", "replay", CASE, "--why", "state").stdout
