"""`deadline list` and `deadline compute`: what runs, and how long a time is."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cli.deadline.derivation_words import why
from cli.deadline.spans import span_days
from engine.deadlines import Unit, compute_period
from engine.errors import InputRejected
from procedures.calendar import finnish_calendar
from tests.test_cli.conftest import answer, invoke, succeed

CASE = "evaluation-15-2025"
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


@pytest.mark.parametrize("given", [(), ("--days", "1", "--weeks", "1"), ("--days", "x")])
def test_compute_takes_exactly_one_length(given: tuple[str, ...]) -> None:
    """None, two, or what is no number is a usage error."""
    result = invoke("deadline", "compute", "--from", "2026-06-05", *given)
    assert (result.exit_code, result.stdout) == (2, "")


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


def test_compute_loads_no_database() -> None:
    """Counting needs neither SQLAlchemy nor pydantic nor any log."""
    program = (
        "import sys\nfrom cli.main import ohjaus\n"
        "try:\n    ohjaus.main(['deadline', 'compute', '--from', '2026-06-05', '--days', '14'])\n"
        "except SystemExit as ended:\n    assert not ended.code\n"
        "sys.stderr.write(','.join(n for n in ('sqlalchemy', 'pydantic', 'msgspec', 'rich') if n in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("backward", [False, True])
def test_every_step_has_words_in_three_languages(unit: Unit, backward: bool) -> None:
    """Each kind of step that counting takes is said in Finnish and Swedish, and in English as it is recorded."""
    for start in (date(2026, 6, 5), date(2024, 2, 29), date(2026, 12, 24), date(2026, 1, 31)):
        computed = compute_period(start, 13, unit, calendar=finnish_calendar(), backward=backward)
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
        return [one["name"] for one in answer("deadline", "list", *given, "--now", f"{day}T12:00+03:00")]

    assert listed("2026-05-12", "--within", "30d") == []
    assert listed("2026-05-13", "--within", "30d") == ["group_term"]
    assert listed("2026-06-12", "--within", "0d") == ["group_term"]
    assert listed("2026-06-12", "--overdue") == []
    assert listed("2026-06-13", "--overdue") == ["group_term"]
    assert listed("2026-06-13", "--within", "4w") == []
    assert listed("2026-06-13", "--within", "4w", "--overdue") == ["group_term"]


def test_the_list_is_narrowed(database: Path) -> None:
    """By subject in any of its names, by procedure and by status."""
    assert len(answer("deadline", "list", "--subject", "Mellersta Finland", "--procedure", "evaluation")) == 1
    assert answer("deadline", "list", "--subject", "Lappi") == []
    assert answer("deadline", "list", "--status", "met") == []
    assert invoke("deadline", "list", "--subject", "Atlantis").exit_code == 3
    assert invoke("deadline", "list", "--procedure", "nothing").exit_code == 3
    assert invoke("deadline", "list", "--case", "nothing").exit_code == 3


def test_the_list_as_of_a_moment(database: Path) -> None:
    """Before the group was appointed there was no term; at a position before that it was not known."""
    assert answer("deadline", "list", "--in-force-on", "2025-08-30") == []
    now, then = answer("deadline", "list"), answer("deadline", "list", "--in-force-on", "2025-08-31")
    assert [one["due"] for one in then] == [one["due"] for one in now]
    assert answer("deadline", "list", "--known-at", "4") == []


def test_the_list_in_plain_lines(database: Path) -> None:
    """Piped, a deadline is one line: due, days, status, case, name, basis."""
    line = succeed("deadline", "list", "--now", "2026-06-10T12:00+03:00").stdout.rstrip("\n")
    assert line.split("\t")[:4] == ["2026-06-12", "2", "running", CASE]


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
