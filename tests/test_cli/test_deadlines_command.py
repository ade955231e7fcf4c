"""`deadline list` and `deadline compute`: what runs, and how long a time is."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from cli.deadline.commands import MANNERS
from cli.deadline.derivation_words import why
from cli.deadline.spans import span_days
from engine.deadlines import ComputedDay, Unit, compute_period, day_or_next_working_day, roll_forward
from engine.errors import InputRejected
from engine.service import ServiceManner, served_on
from procedures.administration import numbers
from procedures.calendar import finnish_calendar
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import LATE_IN_JUNE_2026
from tests.test_engine import independent_deadlines as independent

CASE = "evaluation-15-2025"
LONGEST = {Unit.DAYS: 120, Unit.WEEKS: 20, Unit.MONTHS: 36, Unit.YEARS: 4, Unit.WORKING_DAYS: 60}
SHAPE = {"case", "name", "due", "started_on", "rule", "basis", "calendar", "status", "generation", "derivation"}


@pytest.mark.parametrize(
    ("length", "start", "due"),
    [
        (("--days", "14"), "2026-06-05", "2026-06-22"),
        (("--weeks", "2"), "2026-06-05", "2026-06-22"),
        (("--months", "1"), "2026-01-31", "2026-03-02"),
        (("--years", "1"), "2024-02-29", "2025-02-28"),
        (("--working-days", "5"), "2026-06-15", "2026-06-23"),
        (("--days", "30", "--backward"), "2026-06-22", "2026-05-23"),
    ],
)
def test_compute_counts_by_the_act(length: tuple[str, ...], start: str, due: str) -> None:
    """Each unit leads to its day, and the derivation begins at the start and ends there."""
    found = answer("deadline", "compute", "--from", start, *length)
    assert (found["due"], found["calendar"]) == (due, finnish_calendar().version)
    assert (found["derivation"][0]["date"], found["derivation"][-1]["date"]) == (start, due)
    assert all(step["why"] for step in found["derivation"])


def generated(unit: Unit, *, backward: bool) -> Iterator[tuple[date, int, date]]:
    """Gives thirty start days, amounts and the due days of the second computation, spread over eight years."""
    first_on = date(2024, 1, 1) + timedelta(days=17 * list(Unit).index(unit) + 8 * backward)
    for number in range(30):
        start_on, amount = first_on + timedelta(days=97 * number), 1 + 7 * number % LONGEST[unit]
        yield start_on, amount, independent.due(start_on, -amount if backward else amount, unit.value)


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("unit", Unit)
def test_the_command_agrees_with_a_second_computation(unit: Unit, backward: bool) -> None:
    """What the command prints for each unit, forward and backward, is what an independent computation finds."""
    cases = list(generated(unit, backward=backward))
    length, direction = f"--{unit.replace('_', '-')}", ["--backward"] if backward else []
    found = [
        answer("deadline", "compute", "--from", str(start_on), length, str(amount), *direction)
        for start_on, amount, _ in cases
    ]
    assert [(one["started_on"], one["due"]) for one in found] == [(str(start), str(due)) for start, _, due in cases]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--from", "2026-06-05"), "exactly one length"),
        (("--from", "2026-06-05", "--days", "1", "--weeks", "1"), "exactly one length"),
        (("--from", "2026-06-05", "--days", "x"), "--days"),
        ((), "exactly one length"),
        (("--agreed",), "exactly one length"),
        (("--day", "2026-06-05", "--days", "1"), "exactly one length"),
        (("--days", "14"), "--from is missing"),
        (("--served", "ordinary_letter", "--days", "14"), "--from is missing"),
        (("--from", "2026-06-05", "--days", "1", "--agreed"), "give it with --day"),
        (("--day", "2026-06-05", "--from", "2026-06-05"), "--day is itself the day"),
        (("--day", "2026-06-05", "--served", "ordinary_letter"), "--day is itself the day"),
        (("--day", "2026-06-05", "--backward"), "--day is itself the day"),
        (("--from", "2026-06-05", "--served", "pigeon", "--days", "1"), "authority_arrival, ordinary_letter"),
        (("--from", "2026-06-05", "--served", "ordinary_letter", "--days", "1", "--backward"), "runs forward"),
    ],
)
def test_compute_takes_one_length_or_one_day(given: tuple[str, ...], said: str) -> None:
    """None, two, what is no number, and what does not go together is a usage error that says which."""
    result = invoke("deadline", "compute", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_an_electronic_message_is_served_before_its_time_runs() -> None:
    """Sent on Friday 29 May 2026 it is served on Monday 1 June; thirty days from then end on Wednesday 1 July."""
    found = answer("deadline", "compute", "--from", "2026-05-29", "--served", "electronic_ordinary", "--days", "30")
    assert (found["started_on"], found["due"]) == ("2026-06-01", "2026-07-01")
    assert [(step["step"], step["date"], step["status"]) for step in found["derivation"]] == [
        ("service", "2026-06-01", "unsettled"),
        ("start", "2026-06-01", "statute"),
        ("count", "2026-07-01", "statute"),
        ("due", "2026-07-01", "statute"),
    ]


@pytest.mark.parametrize(
    ("manner", "started_on", "due"),
    [("authority_arrival", "2026-05-24", "2026-06-08"), ("ordinary_letter", "2026-05-31", "2026-06-15")],
)
def test_the_time_starts_on_the_day_of_service(manner: str, started_on: str, due: str) -> None:
    """A county is served when the letter arrives, anybody else on the seventh day from its sending."""
    found = answer("deadline", "compute", "--from", "2026-05-24", "--served", manner, "--days", "14")
    assert (found["started_on"], found["derivation"][0]["step"]) == (started_on, "service")
    assert found["due"] == due


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "day 3 from sending, unless otherwise shown (unsettled)"),
        ("fi", "3. päivänä lähettämisestä, jollei muuta näytetä (ei vakiintunut)"),
        ("sv", "dag 3 efter avsändandet, om inte annat visas (inte fastslaget)"),
    ],
)
def test_a_person_reads_that_a_number_is_not_confirmed(language: str, said: str) -> None:
    """The day of service of a message sent in May 2026 rests on a text that may have changed; the line says so."""
    sent = ("--from", "2026-05-29", "--served", "electronic_ordinary", "--days", "30")
    assert said in succeed("deadline", "compute", *sent, "--lang", language).stdout


@pytest.mark.parametrize("given", [(), ("--agreed",)])
@pytest.mark.parametrize(("day", "due"), [("2028-04-30", "2028-05-02"), ("2026-08-15", "2026-08-17")])
def test_a_set_day_moves_past_days_off(day: str, due: str, given: tuple[str, ...]) -> None:
    """By 5 § where a statute sets the day, by the agreement where the parties did, which every step says."""
    found = answer("deadline", "compute", "--day", day, *given)
    assert (found["due"], found["started_on"]) == (due, None)
    assert (found["derivation"][0]["step"], found["derivation"][0]["date"]) == ("set_day", day)
    outside = ["outside 150/1930" in step["why"] for step in found["derivation"]]
    assert outside == [bool(given)] * len(outside)
    assert {step["status"] for step in found["derivation"]} == {"practice" if given else "statute"}


def test_the_manners_offered_are_those_of_the_law() -> None:
    """The command names them without loading the rules; both lists are the same."""
    assert set(MANNERS) == set(ServiceManner)


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("--from", "5.6.2026", "--days", "14"), 9),
        (("--from", "2026-02-30", "--days", "14"), 9),
        (("--from", "2026-06-05", "--days", "0"), 9),
        (("--from", "2026-06-05", "--days", "-3"), 9),
        (("--from", "2026-06-05", "--days", "99999999999999999999"), 5),
        (("--from", "2100-12-31", "--months", "1"), 5),
    ],
)
def test_compute_refuses_what_cannot_be_counted(arguments: tuple[str, ...], exit_code: int) -> None:
    """A day that is none, a length that is none, and a day outside the calendar are each told apart."""
    result = invoke("deadline", "compute", *arguments, "--format", "json")
    assert result.exit_code == exit_code
    assert json.loads(result.stdout)["error"]["code"]


@pytest.mark.parametrize(
    ("given", "reads_numbers"),
    [
        (("--from", "2026-06-05", "--days", "14"), False),
        (("--day", "2028-04-30"), False),
        (("--day", "2028-04-30", "--agreed"), False),
        (("--from", "2026-05-29", "--served", "electronic_ordinary", "--days", "30"), True),
    ],
)
def test_compute_loads_no_database(given: tuple[str, ...], reads_numbers: bool) -> None:
    """Counting needs neither SQLAlchemy nor pydantic nor any log; only service needs its dated numbers."""
    watched = ("sqlalchemy", "pydantic", "msgspec", "rich", "engine.parameters", "procedures.administration")
    program = (
        "import sys\nfrom cli.main import ohjaus\n"
        "try:\n    ohjaus.main(['deadline', 'compute', *sys.argv[1:]])\n"
        "except SystemExit as ended:\n    assert not ended.code\n"
        f"sys.stderr.write(','.join(n for n in {watched!r} if n in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, *given], capture_output=True, text=True, check=True)
    assert done.stderr == ("engine.parameters,procedures.administration" if reads_numbers else "")


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("backward", [False, True])
def test_every_step_has_words_in_three_languages(unit: Unit, backward: bool) -> None:
    """Each kind of step that counting takes is said in Finnish and Swedish, and in English as it is recorded."""
    for start in (date(2026, 6, 5), date(2024, 2, 29), date(2026, 12, 24), date(2026, 1, 31)):
        said_in_three_languages(compute_period(start, 13, unit, calendar=finnish_calendar(), backward=backward))


@pytest.mark.parametrize("day", [date(2028, 4, 30), date(2026, 6, 30)])
def test_every_step_of_a_set_day_has_words(day: date) -> None:
    """A day that moves and one that does not, set by statute and agreed."""
    said_in_three_languages(roll_forward(day, calendar=finnish_calendar()))
    said_in_three_languages(day_or_next_working_day(day, calendar=finnish_calendar()))


@pytest.mark.parametrize("manner", ServiceManner)
@pytest.mark.parametrize("sent_on", [date(2026, 5, 24), date(2026, 5, 28), date(2026, 5, 29)])
def test_every_step_of_service_has_words(manner: ServiceManner, sent_on: date) -> None:
    """Each manner, served on a working day and on a day off."""
    said_in_three_languages(served_on(sent_on, manner, numbers=numbers(), calendar=finnish_calendar()))


def said_in_three_languages(computed: ComputedDay) -> None:
    for step in computed.derivation:
        label = why(step)
        assert label.fi != step.why, step.code
        assert label.sv != step.why, step.code
        assert "{" not in label.fi + label.sv + label.en


def test_the_list_is_the_deadlines_with_their_derivation(database: Path) -> None:
    """Each has the contract's keys, and is what its case shows."""
    found = answer("deadline", "list", "--case", CASE)
    assert [set(one) >= SHAPE for one in found] == [True]
    shown = answer("case", "show", CASE)["deadlines"]
    assert [{key: one[key] for key in SHAPE} for one in found] == [{key: one[key] for key in SHAPE} for one in shown]


def test_overdue_and_within_look_at_the_day(database: Path) -> None:
    """The day before, of and after the last day: within reach, within reach, overdue."""

    def listed(day: str, *given: str) -> list[str]:
        about = ("deadline", "list", "--procedure", "evaluation", "--now", f"{day}T12:00+03:00")
        return [one["name"] for one in answer(*about, *given)]

    def late(day: str) -> set[tuple[str, str]]:
        found = answer("deadline", "list", "--overdue", "--now", f"{day}T12:00+03:00")
        return {(one["case"], one["name"]) for one in found}

    assert listed("2026-05-12", "--within", "30d") == []
    assert listed("2026-05-13", "--within", "30d") == ["group_term"]
    assert listed("2026-06-12", "--within", "0d") == ["group_term"]
    assert listed("2026-06-12", "--overdue") == []
    assert listed("2026-06-13", "--overdue") == ["group_term"]
    assert listed("2026-06-13", "--within", "4w") == []
    assert listed("2026-06-13", "--within", "4w", "--overdue") == ["group_term"]
    assert {case for case, _ in late("2026-06-12")} == set(LATE_IN_JUNE_2026)
    assert late("2026-06-13") - late("2026-06-12") == {(CASE, "group_term")}


def test_the_list_is_narrowed(database: Path) -> None:
    """By subject in any of its names, by procedure and by status."""

    def listed(*given: str) -> list[tuple[str, str]]:
        return [(one["case"], one["name"]) for one in answer("deadline", "list", *given)]

    everything = listed()
    assert listed("--subject", "Mellersta Finland", "--procedure", "evaluation") == [(CASE, "group_term")]
    assert listed("--procedure", "evaluation") == [(CASE, "group_term")]
    assert listed("--subject", "Lappi", "--procedure", "evaluation") == []
    assert listed("--status", "met", "--procedure", "interim_evaluation") == [("interim-evaluation-fi-2025", "report")]
    statuses = ("open", "met", "cancelled")
    assert sorted(one for status in statuses for one in listed("--status", status)) == sorted(everything)
    assert invoke("deadline", "list", "--subject", "Atlantis").exit_code == 3
    assert invoke("deadline", "list", "--procedure", "nothing").exit_code == 3
    assert invoke("deadline", "list", "--case", "nothing").exit_code == 3


def test_the_list_as_of_a_moment(database: Path) -> None:
    """Before the group was appointed there was no term; at a position before that it was not known."""
    of_the_group = ("deadline", "list", "--procedure", "evaluation")
    assert answer(*of_the_group, "--in-force-on", "2025-08-30") == []
    now, then = answer(*of_the_group), answer(*of_the_group, "--in-force-on", "2025-08-31")
    assert [(one["case"], one["due"]) for one in then] == [(one["case"], one["due"]) for one in now]
    assert [one["case"] for one in now] == [CASE]
    history = answer("case", "history", CASE)
    appointed = next(one["position"] for one in history if one["type"] == "evaluation.group_appointed")
    assert answer(*of_the_group, "--known-at", str(appointed - 1)) == []
    assert [one["case"] for one in answer(*of_the_group, "--known-at", str(appointed))] == [CASE]


def test_the_list_in_plain_lines(database: Path) -> None:
    """Piped, a deadline is one line: due, days, status, case, name, basis."""
    now = ("--now", "2026-06-10T12:00+03:00")
    lines = [line.split("\t") for line in succeed("deadline", "list", *now).stdout.splitlines()]
    listed = answer("deadline", "list", *now)
    assert [[line[0], line[3], *line[4:]] for line in lines] == [
        [one["due"], one["case"], one["label"], one["basis"]] for one in listed
    ]
    assert ["2026-06-12", "2", "running", CASE] in [line[:4] for line in lines]


@pytest.mark.parametrize(("text", "days"), [("30d", 30), ("2w", 14), ("5", 5), (" 1d ", 1)])
def test_a_span_is_days_or_weeks(text: str, days: int) -> None:
    """What people write for a span of time."""
    assert span_days(text) == days


@pytest.mark.parametrize("text", ["", "d", "-3d", "3m", "1e3", "999999d", "\uff13d"])
def test_what_is_no_span_is_rejected(text: str) -> None:
    """Anything else is input rejected, never guessed."""
    with pytest.raises(InputRejected) as caught:
        span_days(text)
    assert caught.value.code == "span-invalid"
