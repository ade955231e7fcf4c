"""`case suspend`, `resume`, `extend`, `cancel-deadline`: what people do to a running time, and what is told of it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import click
import pytest

from cli.deadline.completing import complete_deadlines
from cli.frame.invocation import Invocation
from engine.deadline_acts import OF_THE_CLOCK
from tests.test_cli.conftest import answer, invoke, succeed

CASE, NAME = "evaluation-15-2025", "group_term"
"""The term of an assessment group: stated in the decision, from 31 August 2025 to Friday 12 June 2026."""
SECTION, WHY = "434/2003 33 §", "made-up reason"
BY = f"({SECTION}: {WHY})"
LONGER = "last day 2026-06-12 → 2026-06-22"
STATED = ("--section", SECTION, "--why", WHY)
SUSPEND = ("case", "suspend", CASE, NAME, "--on", "2026-03-02", "--mode", "freeze", *STATED)
RESUME = ("case", "resume", CASE, NAME, "--on", "2026-03-12", "--why", WHY)
LOOK = f"ohjaus deadline list --case {CASE} -v"


def the_deadline(*given: str) -> dict[str, Any]:
    """The deadline as `deadline list` gives it."""
    (found,) = answer("deadline", "list", "--case", CASE, *given)
    assert found == {**found, "name": NAME}
    return dict(found)


def refusal(*arguments: str) -> dict[str, Any]:
    """The error of an act that is refused."""
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == 5, (result.exit_code, result.stdout, result.stderr)
    return dict(json.loads(result.stdout)["error"])


def test_a_time_that_stood_still_gets_its_days_back(database: Path) -> None:
    """Ten days suspended are given back: from Friday 12 June to Monday 22 June, and the ledger tells it."""
    succeed(*SUSPEND)
    held = the_deadline("--now", "2026-03-10T12:00+02:00")
    assert (held["status"], held["due"], held["days_left"], held["consumed_days"]) == (
        "suspended",
        "2026-06-12",
        None,
        183,
    )
    entry = {
        "kind": "suspended",
        "since": "2026-03-02",
        "until": None,
        "mode": "freeze",
        "section": SECTION,
        "why": WHY,
        "due_before": "2026-06-12",
        "due_after": None,
    }
    assert held["ledger"] == [entry]
    succeed(*RESUME)
    runs = the_deadline("--now", "2026-03-13T12:00+02:00")
    assert (runs["status"], runs["due"], runs["days_left"], runs["consumed_days"]) == ("open", "2026-06-22", 101, 184)
    assert runs["ledger"] == [{**entry, "until": "2026-03-12", "due_after": "2026-06-22"}]
    assert answer("audit", "verify")["ok"] is True


def test_the_case_and_the_list_tell_the_same(database: Path) -> None:
    """`case show`, `deadline list` and the answer of the act agree on ledger, opening day and days used up."""
    done = answer(*SUSPEND)
    (shown,) = answer("case", "show", CASE)["deadlines"]
    listed = the_deadline()
    told = ("ledger", "opens_on", "status", "due", "derivation", "consumed_days")
    assert {key: shown[key] for key in told} == {key: listed[key] for key in told}
    assert done["deadlines"][0]["ledger"] == done["events"][0]["deadlines"][0]["ledger"] == shown["ledger"]
    assert (shown["opens_on"], done["deadlines"][0]["consumed_days"]) == (None, 183)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                f"suspended from 2026-03-02 to 2026-03-12, the time stands still {BY}: {LONGER}",
                f"extended on 2026-03-20 (611/2021 122 §: {WHY}): last day 2026-06-22 → 2026-09-30",
                "184 days of it have been used up",
                "2026-06-12  the day that the document states (term_ends_on)",
            ],
        ),
        (
            "fi",
            [
                f"keskeytetty 2.3.2026–12.3.2026, aika ei kulu {BY}: viimeinen päivä 12.6.2026 → 22.6.2026",
                f"pidennetty 20.3.2026 (611/2021 122 §: {WHY}): viimeinen päivä 22.6.2026 → 30.9.2026",
                "aikaa on kulunut 184 päivää",
                "12.6.2026  asiakirjan ilmoittama päivä (term_ends_on)",
                "12.3.2026  keskeytyksen päivät annetaan takaisin: 10",
            ],
        ),
        (
            "sv",
            [
                f"avbruten 2.3.2026–12.3.2026, tiden står stilla {BY}: sista dagen 12.6.2026 → 22.6.2026",
                f"förlängd 20.3.2026 (611/2021 122 §: {WHY}): sista dagen 22.6.2026 → 30.9.2026",
                "184 dagar av tiden har gått",
                "12.6.2026  den dag som handlingen anger (term_ends_on)",
                "12.3.2026  avbrottets dagar ges tillbaka: 10",
            ],
        ),
    ],
)
def test_the_ledger_and_the_derivation_are_told_in_each_language(
    database: Path, language: str, lines: list[str]
) -> None:
    """Suspended, resumed and extended: `deadline list -v` and `case show -v` tell all of it in the reader's words."""
    succeed(*SUSPEND)
    succeed(*RESUME)
    extended = ("--on", "2026-03-20", "--until", "2026-09-30", "--section", "611/2021 122 §", "--why", WHY)
    succeed("case", "extend", CASE, NAME, *extended)
    look = ("-v", "--lang", language, "--now", "2026-03-13T12:00+02:00")
    for page in (("deadline", "list", "--case", CASE), ("case", "show", CASE)):
        told = [line.strip() for line in succeed(*page, *look).stdout.splitlines()]
        assert [line for line in lines if line not in told] == [], page


def test_a_person_reads_the_ledger_without_asking_for_more(database: Path) -> None:
    """What happened to a running deadline stands in `case show`; how it was reckoned only with -v."""
    assert f"[{NAME}]" not in succeed("case", "show", CASE).stdout
    succeed(*SUSPEND)
    text = succeed("case", "show", CASE).stdout
    assert f"  suspended since 2026-03-02, the time stands still ({SECTION}: {WHY})" in text.splitlines()
    assert "By when: suspended since 2026-03-02 (end of the group's term)" in text.splitlines()
    assert "the day that the document states" not in text


def test_a_suspended_time_is_neither_near_nor_overdue(database: Path) -> None:
    """A year after its last day the suspended time is not late, and nothing is to be done about it."""
    succeed(*SUSPEND)
    late = ("--now", "2027-06-12T12:00+03:00")
    assert CASE not in {one["case"] for one in answer("deadline", "list", "--overdue", *late)}
    assert CASE not in {one["case"] for one in answer("deadline", "list", "--within", "9999d", *late)}
    assert CASE not in {one["case"] for one in answer("case", "list", "--overdue", *late)}
    assert [one["due"] for one in answer("todo", *late) if one["case"] == CASE and one["deadline"] == NAME] == []


def test_a_time_that_is_to_run_on_goes_on(database: Path) -> None:
    """With run_on nothing stands still: the deadline stays open and near, and the ledger says that it runs."""
    succeed(*SUSPEND[:6], "--mode", "run_on", *STATED)
    found = the_deadline("--within", "5d", "--now", "2026-06-10T12:00+03:00")
    assert (found["status"], found["days_left"], found["ledger"][0]["mode"]) == ("open", 2, "run_on")
    assert "suspended since 2026-03-02, the time runs on" in succeed("case", "show", CASE).stdout


def test_a_lapsed_deadline_is_over(database: Path) -> None:
    """`case cancel-deadline` ends a time that need no longer be kept, on the section stated."""
    done = answer("case", "cancel-deadline", CASE, NAME, "--on", "2026-03-02", *STATED)
    assert done["events"][0]["type"] == "case.deadline_cancelled"
    assert SECTION in done["events"][0]["basis"]
    found = the_deadline()
    assert (found["status"], found["closed_on"]) == ("cancelled", "2026-03-02")
    assert answer("audit", "verify")["ok"] is True


def test_a_document_on_which_it_rests_is_kept(database: Path) -> None:
    """An extension may name the decision that gave it."""
    extend = ("case", "extend", CASE, NAME, "--on", "2026-03-02", "--until", "2026-09-30", *STATED)
    done = answer(*extend, "--doc", "decision=TEST/1/2026")
    assert [(one["kind"], one["diary_number"]) for one in done["events"][0]["documents"]] == [
        ("decision", "TEST/1/2026")
    ]


def test_the_same_command_id_records_once(database: Path) -> None:
    """Typed again under its id, an act is answered as before and adds nothing, even where it could not be done now."""
    first = answer(*SUSPEND, "--command-id", "test-1")
    succeed(*RESUME)
    again = answer(*SUSPEND, "--command-id", "test-1")
    assert (first["replayed"], again["replayed"]) == (False, True)
    assert again["position"] == first["position"]
    assert len(the_deadline()["ledger"]) == 1


def test_a_rehearsal_stores_nothing(database: Path) -> None:
    """`--dry-run` shows the deadline as it would be, and leaves the record as it was."""
    before = the_deadline()
    result = succeed(*SUSPEND, "--dry-run")
    assert result.stdout.splitlines()[0] == f"Would be recorded in {CASE}"
    assert "Nothing was stored." in result.stdout
    assert the_deadline() == before


@pytest.mark.parametrize("said", [NAME, "END OF THE GROUP'S TERM", "arviointiryhmän toimikausi päättyy"])
def test_a_deadline_is_named_by_its_name_or_its_words(database: Path, said: str) -> None:
    """The name, or what it is called in one of the languages."""
    assert answer("case", "suspend", CASE, said, *SUSPEND[4:])["deadlines"][0]["status"] == "suspended"


@pytest.mark.parametrize("verb", ["suspend", "extend", "cancel-deadline"])
def test_a_deadline_that_the_case_never_had_is_not_found(database: Path, verb: str) -> None:
    """Exit 3, with the nearest names and where to look."""
    more = {"suspend": ("--mode", "freeze"), "extend": ("--until", "2027-01-01")}.get(verb, ())
    result = invoke("case", verb, CASE, "grup_term", "--on", "2026-03-02", *more, *STATED, "--format", "json")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"], error["nearest"], error["try"]) == (3, "deadline-unknown", [NAME], LOOK)


BEFORE = ("--on", "2025-08-30")
AFTER = ("--on", "2026-10-02")
REFUSED = [
    pytest.param(
        (),
        ("case", "suspend", CASE, NAME, "--on", "2026-03-02", *STATED),
        ["suspension_mode_known"],
        f"ohjaus case suspend {CASE} {NAME} --on 2026-03-02 --section '{SECTION}' --why '{WHY}' --mode MODE",
        id="which mode",
    ),
    pytest.param(
        (),
        ("case", "suspend", CASE, NAME, *BEFORE, "--mode", "freeze", *STATED),
        ["not_before_the_deadline"],
        f"ohjaus case suspend {CASE} {NAME} --on DATE --mode freeze --section '{SECTION}' --why '{WHY}'",
        id="before it was set",
    ),
    pytest.param(
        (),
        ("case", "suspend", CASE, NAME, *AFTER, "--mode", "freeze", *STATED),
        ["deadline_not_over"],
        f"ohjaus case extend {CASE} {NAME} --on 2026-10-02 --section '{SECTION}' --why '{WHY}' --until DATE",
        id="over already",
    ),
    pytest.param((), RESUME, ["deadline_is_suspended"], LOOK, id="not suspended"),
    pytest.param(
        (SUSPEND,),
        (*RESUME[:4], "--on", "2026-03-01", "--why", WHY),
        ["not_before_the_suspension"],
        f"ohjaus case resume {CASE} {NAME} --on DATE --why '{WHY}'",
        id="resumed before it was suspended",
    ),
    pytest.param(
        (SUSPEND, (*SUSPEND[:-1], "another made-up reason")),
        (*RESUME[:-1], "a third"),
        ["suspension_named"],
        LOOK,
        id="which suspension",
    ),
    pytest.param(
        (),
        ("case", "extend", CASE, NAME, "--on", "2026-03-02", "--until", "2026-06-12", *STATED),
        ["extension_is_later"],
        f"ohjaus case extend {CASE} {NAME} --on 2026-03-02 --until DATE --section '{SECTION}' --why '{WHY}'",
        id="no longer than it is",
    ),
    pytest.param(
        (("case", "cancel-deadline", CASE, NAME, "--on", "2026-03-02", *STATED),),
        SUSPEND,
        ["deadline_runs"],
        LOOK,
        id="lapsed already",
    ),
    pytest.param(
        (),
        ("case", "extend", CASE, NAME, "--on", "2027-01-01", "--until", "2027-06-12", *STATED),
        ["in-the-future"],
        f"ohjaus case extend {CASE} {NAME} --on DATE --until 2027-06-12 --section '{SECTION}' --why '{WHY}'",
        id="in the future",
    ),
]


@pytest.mark.parametrize(("before", "refused", "missing", "proposed"), REFUSED)
def test_a_refusal_names_the_next_command_as_it_is_typed(
    database: Path, before: tuple[tuple[str, ...], ...], refused: tuple[str, ...], missing: list[str], proposed: str
) -> None:
    """What is unmet, each with its section, and the very verb with the option that would meet it."""
    now = ("--now", "2026-11-01T12:00+02:00")
    for act in before:
        succeed(*act, *now)
    error = refusal(*refused, *now)
    assert [one["code"] for one in error["missing"]] == missing
    assert all(one["basis"] for one in error["missing"] if one["code"] != "in-the-future")
    assert error["try"] == proposed
    if "DATE" not in proposed and "MODE" not in proposed:
        succeed(*shlex.split(proposed)[1:])


@pytest.mark.parametrize(
    ("given", "exit_code", "said"),
    [
        (("suspend", CASE, NAME, "--mode", "sleep", *STATED), 2, "freeze, restart, run_on"),
        (("suspend", CASE, NAME, "--mode", "freeze", "--why", WHY), 2, "--section"),
        (("extend", CASE, NAME, *STATED), 2, "--until"),
        (("extend", CASE, NAME, "--until", "soon", *STATED), 9, "soon"),
        (("extend", CASE, NAME, "--until", "2101-02-01", *STATED), 5, "2100-12-31"),
        (("cancel-deadline", CASE, NAME, "--section", " ", "--why", WHY), 9, "section"),
        (("suspend", "no-such-case", NAME, "--mode", "freeze", *STATED), 3, "no-such-case"),
    ],
)
def test_what_is_not_given_as_it_must_be(database: Path, given: tuple[str, ...], exit_code: int, said: str) -> None:
    """Usage, input, what cannot be found and what the calendar does not reach are told apart."""
    result = invoke("case", *given)
    assert (result.exit_code, said in result.stderr) == (exit_code, True), result.stderr


@pytest.mark.parametrize("fact", [move.fact.id for move in OF_THE_CLOCK])
def test_nobody_records_what_only_the_clock_can_say(database: Path, fact: str) -> None:
    """A person who states that a time has passed or a window opened is sent to the tick; nothing is recorded."""
    before = len(answer("case", "history", CASE))
    data = ("--set", f"deadline={NAME}", "--set", "due=2026-06-12", "--set", "planned_on=2026-06-13", "--set", "key=x")
    result = invoke("case", "advance", CASE, fact, "--on", "2026-06-13", *data, "--format", "json")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"], error["try"]) == (9, "clock-only", "ohjaus deadline tick")
    assert len(answer("case", "history", CASE)) == before


def test_the_shell_completes_what_runs(database: Path) -> None:
    """The names of running deadlines of the case that was typed; nothing for a case that is not there."""

    def completed(case_id: str, typed: str) -> list[str]:
        ctx = click.Context(click.Command("suspend"), obj=Invocation({}))
        ctx.params = {"case_id": case_id}
        return [one.value for one in complete_deadlines(ctx, click.Argument(["name"]), typed)]

    assert (completed(CASE, ""), completed(CASE.upper(), "gr"), completed(CASE, "x")) == ([NAME], [NAME], [])
    assert completed("no-such-case", "") == []
