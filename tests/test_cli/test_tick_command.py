"""`deadline tick` and `deadline preview`: what the clock records, as it is told to people and to programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cli.deadline import tick_pages
from cli.frame.invocation import Invocation
from cli.screen.output import Output
from engine.counting import Period
from engine.declarations import Declarations
from engine.errors import Fault
from tests.ready import program
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_engine import sample_procedure as sample

CONTRACT = ("case", "deadline", "due", "fired_at", "key", "applied")
NOON = "T12:00:00+02:00"
CASE = "dragon-permit-21-2026"
DUE = replace(sample.DECISION_DUE, reminders_days=(-14, 0, 1), opens=Period("report_working_days"))
"""Here a window: it opens ten working days after the application and closes two months after it."""


def ticked(*given: str) -> list[dict[str, Any]]:
    """What a tick prints for programs, line by line."""
    return [json.loads(line) for line in succeed("deadline", "tick", "--format", "json", *given).stdout.splitlines()]


def told(rows: list[dict[str, Any]]) -> list[tuple[str, str, int | None]]:
    """Of each firing the day for which it was planned, what it records, and how far from the last day."""
    return [(row["planned_on"], row["fact"], row["offset_days"]) for row in rows]


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dragon permit is the one procedure that there is."""
    declarations = Declarations((sample.with_everywhere(sample.DECISION_DUE, DUE),))
    monkeypatch.setattr("procedures.register.declarations", lambda: declarations)


def apply_for_a_dragon(*given: str) -> None:
    """Opens a case about Lapland: applied for on Monday 4 May 2026, and the decision is a window."""
    application = ("--set", "name=Test Dragon", "--set", "heads=1", "--doc", "application=TEST/1/2000")
    succeed("case", "start", "dragon_permit", "--subject", "Lappi", "--on", "2026-05-04", *application, *given)


@pytest.fixture
def dragons(declared: None, empty: Path) -> Path:
    """A log with one dragon permit, recorded on the day of the application."""
    apply_for_a_dragon("--now", f"2026-05-04{NOON}")
    return empty


YEAR = [
    ("2026-05-19", "window_opened", None),
    ("2026-06-22", "reminder_given", -14),
    ("2026-07-06", "reminder_given", 0),
    ("2026-07-07", "deadline_passed", None),
    ("2026-07-07", "reminder_given", 1),
]
"""What the clock records of the window; the fee is due in another year, and no flight display is near."""


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_program_reads_one_line_for_each_firing(database: Path, form: str) -> None:
    """The contract's keys, whatever of the two formats; a second run has nothing to say."""
    lines = succeed("deadline", "tick", "--format", form).stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert all(set(CONTRACT) <= set(row) for row in rows)
    assert len({row["key"] for row in rows}) == len(rows) > 0
    assert [row["planned_on"] for row in rows] == sorted(row["planned_on"] for row in rows)
    assert {(row["applied"], row["rehearsed"]) for row in rows} == {(True, False)}
    assert succeed("deadline", "tick", "--format", form).stdout == ""
    assert answer("audit", "verify")["ok"] is True


def test_each_line_is_printed_when_its_firing_stands_in_the_log(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a line comes, its event is recorded and the next is not."""
    before, line = answer("audit", "verify")["events"], Output.line
    seen: list[int] = []

    def looked(out: Output, data: Any) -> None:
        with Invocation({}).record() as record:
            seen.append(record.log.head().position - before)
        line(out, data)

    monkeypatch.setattr(Output, "line", looked)
    rows = ticked()
    assert seen == [number + 1 for number in range(len(rows))]


def test_a_reader_who_leaves_stops_no_recording(database: Path) -> None:
    """Whoever takes the first line and closes the pipe: everything that has come is recorded all the same."""
    command = [*program("cli"), "deadline", "tick", "--format", "jsonl"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = json.loads(process.stdout.readline())
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said, first["applied"]) == (0, b"", True)
    assert ticked() == []


def test_a_person_reads_a_list_at_the_end(database: Path) -> None:
    """Piped, a firing is a line of its own: day, what, case, deadline, last day."""
    now = ("--now", f"2045-01-01{NOON}")
    rows = [tuple(line.split("\t")) for line in succeed("deadline", "tick", *now).stdout.splitlines()]
    assert ("2026-06-13", "passed", "evaluation-15-2025", "end of the group's term", "2026-06-12") in rows
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    again = succeed("deadline", "tick", *now)
    said = "Nothing has come: the record is up to date with the clock."
    assert (again.stdout, again.stderr.splitlines()[0]) == ("", said)


def test_what_was_recorded_before_a_fault_is_told_first(capsys: pytest.CaptureFixture[str]) -> None:
    """A fault in the midst of a tick hides nothing that stands in the log already."""
    row = {
        "planned_on": "2026-06-13",
        "case": "made-up-99-2026",
        "label": "made up",
        "due": "2026-06-12",
        "fact": "deadline_passed",
        "offset_days": None,
    }

    def rows() -> Iterator[dict[str, Any]]:
        yield row
        raise Fault("log-busy", "made up")

    with pytest.raises(Fault):
        tick_pages.say_at_the_end(Invocation({}), rows())
    assert capsys.readouterr().out == "2026-06-13\tpassed\tmade-up-99-2026\tmade up\t2026-06-12\n"


def test_a_rehearsed_tick_records_what_a_tick_would(database: Path) -> None:
    """`--dry-run` prints the same firings, says so, and stores nothing."""
    now = ("--now", f"2045-01-01{NOON}")
    before = answer("audit", "verify")["events"]
    rehearsed = ticked("--dry-run", *now)
    assert {row["rehearsed"] for row in rehearsed} == {True}
    assert answer("audit", "verify")["events"] == before
    assert "nothing was stored" in succeed("deadline", "tick", "--dry-run", *now).stderr
    fired = ticked(*now)
    assert [row["key"] for row in rehearsed] == [row["key"] for row in fired]


def test_a_year_is_rehearsed_day_by_day(dragons: Path) -> None:
    """Until a day, a rehearsal ticks on each day on which something comes: no reminder is overtaken."""
    rows = ticked("--dry-run", "--until", "2026-08-31", "--now", f"2026-05-05{NOON}")
    assert told(rows) == YEAR
    assert [row["fired_at"][:10] for row in rows] == [row["planned_on"] for row in rows]
    assert ticked("--now", f"2026-05-05{NOON}") == []


def test_the_rehearsed_year_is_the_year_that_comes(dragons: Path) -> None:
    """A scheduler that ticks every morning records exactly what was rehearsed, under the same keys."""
    rehearsed = ticked("--dry-run", "--until", "2026-07-31", "--now", f"2026-05-05{NOON}")
    mornings = [date(2026, 5, 5) + timedelta(days=number) for number in range(88)]
    fired = [row for morning in mornings for row in ticked("--now", f"{morning}T06:00:00+03:00")]
    kept = [{key: row[key] for key in row if key not in ("rehearsed", "fired_at")} for row in (*rehearsed, *fired)]
    assert kept[: len(rehearsed)] == kept[len(rehearsed) :] != []


def test_after_a_pause_what_was_overtaken_is_told_as_skipped(dragons: Path) -> None:
    """One tick at the end of the summer: the window and the passed times come, of the reminders only the newest."""
    rows = ticked("--now", f"2026-08-01{NOON}")
    skipped = [(day, "reminder_skipped" if fact == "reminder_given" else fact, days) for day, fact, days in YEAR[:-1]]
    assert told(rows) == [*skipped, YEAR[-1]]
    assert [bool(row["overtaken_by"]) for row in rows] == [row["fact"] == "reminder_skipped" for row in rows]


@pytest.mark.parametrize("given", [("--until", "2027-01-01"), ("--subject", "Lappi"), ("--procedure", "evaluation")])
def test_a_real_tick_is_never_narrowed(database: Path, given: tuple[str, ...]) -> None:
    """What has come is recorded whole; only a rehearsal looks at a part."""
    result = invoke("deadline", "tick", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--dry-run" in result.stderr


def test_a_rehearsal_is_narrowed_to_one_county(database: Path) -> None:
    """By subject and by procedure; an unknown one is not found."""
    # Twenty years on all has come at once: what is narrowed is the same, without walking from day to day.
    rehearse = ("--dry-run", "--until", "2045-12-31", "--now", f"2045-01-01{NOON}")
    everything = {row["key"] for row in ticked(*rehearse)}
    evaluation, county = "evaluation-15-2025:", (*rehearse, "--subject", "Keski-Suomi")
    returned = "county-return-15-2026-2:"
    narrowings = ((county, (evaluation, returned)), ((*rehearse, "--procedure", "evaluation"), (evaluation,)))
    for narrowed, cases in narrowings:
        keys = {row["key"] for row in ticked(*narrowed)}
        assert keys == {key for key in everything if key.startswith(cases)}
        assert keys < everything
    assert invoke("deadline", "tick", *rehearse, "--subject", "Atlantis").exit_code == 3


def test_a_production_log_can_be_rehearsed(declared: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy on which a year is tried takes another clock; the log itself does not."""
    monkeypatch.setenv("OHJAUS_DB", str(folder / "production.db"))
    succeed("init", "--production")
    apply_for_a_dragon()
    assert invoke("deadline", "tick", "--now", f"2045-01-01{NOON}").exit_code == 5
    rehearsed = ticked("--dry-run", "--until", "2099-12-31")
    assert ("2026-07-07", "deadline_passed", None) in told(rehearsed)
    assert [row["key"] for row in rehearsed] == [row["key"] for row in ticked("--dry-run", "--until", "2099-12-31")]


def previewed(*given: str) -> list[dict[str, Any]]:
    """What a preview answers."""
    return list(answer("deadline", "preview", *given))


def test_a_preview_is_the_year_as_far_as_it_is_known(dragons: Path) -> None:
    """Windows with the day on which they open, reminders and last days, in the order of their days."""
    rows = previewed("--until", "2026-08-31", "--now", f"2026-05-05{NOON}")
    assert told(rows) == YEAR
    assert {(row["deadline"], row["opens_on"]) for row in rows} == {("decision_due", "2026-05-19")}
    assert previewed("--until", "2026-05-18", "--now", f"2026-05-05{NOON}") == []


def test_a_preview_knows_what_is_recorded(dragons: Path) -> None:
    """What a tick has recorded comes no more; what it will record tomorrow does."""
    now = ("--now", f"2026-06-23{NOON}")
    assert len(ticked(*now)) == 2
    assert told(previewed("--until", "2026-08-31", *now)) == YEAR[2:]
    opening = {one["name"]: one["opens_on"] for one in answer("deadline", "list", "--case", CASE, *now)}
    assert opening == {"decision_due": "2026-05-19", "fee_due": None, "flight_due": None}


def test_a_preview_as_of_an_earlier_moment(dragons: Path) -> None:
    """Before the tick was known, what it recorded was still to come."""
    head = answer("audit", "verify")["events"]
    now = ("--now", f"2026-06-23{NOON}")
    ticked(*now)
    then = previewed("--until", "2026-08-31", *now, "--known-at", str(head))
    assert [row["key"] for row in then[:2]] == [
        f"{CASE}:decision_due#1:window_opened@2026-05-19",
        f"{CASE}:decision_due#1:reminder-14@2026-07-06",
    ]
    assert [day for day, _, _ in told(then)] == [day for day, _, _ in YEAR]


def test_a_suspended_window_has_nothing_before_it(dragons: Path) -> None:
    """While a time stands still, the clock has nothing to say of it."""
    now = ("--now", f"2026-05-05{NOON}")
    stated = ("--mode", "freeze", "--section", "0/2000 4 §", "--why", "made up")
    succeed("case", "suspend", CASE, "decision_due", "--on", "2026-05-05", *stated, *now)
    assert told(previewed("--until", "2026-08-31", *now)) == []


CALENDARS = [
    (
        "en",
        ["May 2026", "July 2026"],
        [
            "  Tue 19 window opens: decision (last day 2026-07-06)",
            f"         {CASE}",
            "  Mon  6 last day: decision",
            f"         {CASE} · reminders: 2026-06-22, 2026-07-06, 2026-07-07",
        ],
    ),
    (
        "fi",
        ["toukokuu 2026", "heinäkuu 2026"],
        [
            "  ti 19 aika alkaa: päätös (viimeinen päivä 6.7.2026)",
            f"        {CASE}",
            "  ma  6 viimeinen päivä: päätös",
            f"        {CASE} · muistutukset: 22.6.2026, 6.7.2026, 7.7.2026",
        ],
    ),
    (
        "sv",
        ["maj 2026", "juli 2026"],
        [
            "  ti 19 tiden börjar: beslut (sista dagen 6.7.2026)",
            f"        {CASE}",
            "  må  6 sista dagen: beslut",
            f"        {CASE} · påminnelser: 22.6.2026, 6.7.2026, 7.7.2026",
        ],
    ),
]


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(("language", "months", "days"), CALENDARS)
@pytest.mark.parametrize("given", [("preview",), ("tick", "--dry-run")], ids=["preview", "rehearsal"])
def test_on_a_terminal_a_year_reads_as_a_calendar(
    dragons: Path,
    monkeypatch: pytest.MonkeyPatch,
    given: tuple[str, ...],
    language: str,
    months: list[str],
    days: list[str],
    columns: int,
) -> None:
    """Months as headings, below them windows and last days, each once, and no line longer than the terminal."""
    monkeypatch.setenv("COLUMNS", str(columns))
    asked = ("--until", "2026-08-31", "--now", f"2026-05-05{NOON}", "--lang", language, "--format", "table")
    lines = succeed("deadline", *given, *asked).stdout.splitlines()
    assert [line for line in lines if line in months] == months
    assert [line for line in lines if line.startswith("  ") and "ohjaus" not in line] == days
    assert max(map(len, lines)) <= columns


@pytest.mark.parametrize("given", [("preview",), ("tick", "--dry-run")], ids=["preview", "rehearsal"])
def test_what_ends_on_the_last_day_looked_at_is_in_the_calendar(dragons: Path, given: tuple[str, ...]) -> None:
    """A year ends on its last day: what is due then stands there, though that it has passed comes a day later."""
    asked = ("--until", "2026-07-06", "--now", f"2026-05-05{NOON}")
    assert (
        told(
            [json.loads(line) for line in succeed("deadline", *given, *asked, "--format", "jsonl").stdout.splitlines()]
        )
        == YEAR[:3]
    )
    lines = succeed("deadline", *given, *asked, "--format", "table").stdout.splitlines()
    assert f"         {CASE} · reminders: 2026-06-22, 2026-07-06" in lines
    assert "  Mon  6 last day: decision" in lines


def test_with_more_detail_the_calendar_tells_each_day(dragons: Path) -> None:
    """With -v reminders and passed times stand on the days on which they are recorded."""
    asked = ("--until", "2026-08-31", "--now", f"2026-05-05{NOON}", "--format", "table", "-v")
    lines = succeed("deadline", "preview", *asked).stdout.splitlines()
    days = ["Tue 19", "Mon 22", "Mon  6", "Tue  7"]
    assert [line[2:8] for line in lines if line[2:8] in days] == days
    assert "         reminder, 1 day after: decision (last day 2026-07-06)" in lines


def test_reminders_of_a_day_beyond_what_is_looked_at_stand_alone(dragons: Path) -> None:
    """Until the end of June only the first reminder comes, and it names the last day."""
    asked = ("--until", "2026-06-30", "--now", f"2026-05-20{NOON}", "--format", "table")
    lines = succeed("deadline", "preview", *asked).stdout.splitlines()
    assert "  Mon 22 reminder, 14 days before: decision (last day 2026-07-06)" in lines


def test_what_comes_in_several_cases_alike_stands_once(database: Path) -> None:
    """The five agreements that are due on one day are one entry, with its cases below it."""
    asked = ("--until", "2029-12-31", "--procedure", "collaborative_agreement", "--format", "table")
    lines = succeed("deadline", "preview", *asked, "--now", f"2026-06-14{NOON}").stdout.splitlines()
    assert sum("last day: agreement of the council term to be made" in line for line in lines) == 1
    areas = [word.rstrip(",") for line in lines for word in line.split() if word.startswith("collaborative-agreement-")]
    assert len(set(areas)) == 5


def test_nothing_to_come_is_said(database: Path) -> None:
    """An empty calendar is a sentence, and an empty list for programs."""
    asked = ("deadline", "preview", "--until", "2020-01-01", "--procedure", "evaluation")
    assert succeed(*asked, "--format", "table").stdout.splitlines()[0] == "Nothing is known to come until then."
    assert (succeed(*asked).stdout, answer(*asked)) == ("", [])


@pytest.mark.parametrize(
    ("language", "said"), [("en", "opens on 2026-05-19"), ("fi", "alkaa 19.5.2026"), ("sv", "börjar 19.5.2026")]
)
def test_a_window_says_when_it_opens(dragons: Path, language: str, said: str) -> None:
    """Before it opens, `case show`, `deadline list -v` and the exported calendar name its first day."""
    asked = ("--now", f"2026-05-05{NOON}", "--lang", language)
    for page in (("case", "show", CASE), ("deadline", "list", "-v"), ("deadline", "export")):
        assert said in succeed(*page, *asked).stdout.replace("\r\n ", ""), page
