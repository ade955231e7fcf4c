"""What counts as today, how times are written, and who records."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cli.frame.clocks import InjectedClock, SystemClock, day_of, parse_day, parse_instant
from cli.frame.identity import os_user, recorded_by
from engine.errors import InputRejected


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 1, 31, 21, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 22, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 6, 30, 20, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 21, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),
    ],
)
def test_a_day_begins_at_midnight_in_helsinki(instant: datetime, day: date) -> None:
    """In winter two and in summer three hours before midnight in UTC."""
    assert day_of(instant) == InjectedClock(instant).today() == day


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-01-31T12:00:00Z", datetime(2026, 1, 31, 12, tzinfo=UTC)),
        ("2026-01-31T12:00+02:00", datetime(2026, 1, 31, 10, tzinfo=UTC)),
        ("2026-07-31T12:00", datetime(2026, 7, 31, 9, tzinfo=UTC)),
        ("2026-01-31", datetime(2026, 1, 30, 22, tzinfo=UTC)),
    ],
)
def test_a_time_is_written_in_several_ways(text: str, instant: datetime) -> None:
    """With an offset, without one in Helsinki time, or as a day from its first moment."""
    assert parse_instant(text, "--now") == instant


def test_a_day_known_at_includes_the_whole_day() -> None:
    """Where the end of a day is meant, it is the last moment in Helsinki."""
    assert parse_instant("2026-01-31", "--known-at", end_of_day=True) == datetime(
        2026, 1, 31, 21, 59, 59, 999999, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "text", ["", "today", "31.1.2026", "2026-02-30", "0001-01-01", "9999-12-31T23:59-12:00", "2026-W05-1"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    """Anything else is rejected by name, the far ends of the calendar among it."""
    with pytest.raises(InputRejected) as refused:
        parse_instant(text, "--now")
    assert refused.value.code == "time-invalid"


@pytest.mark.parametrize("text", ["", "20260131", "2026-W05-1", "2026-02-29", "31.1.2026", "2026-1-31"])
def test_what_is_no_day_is_refused(text: str) -> None:
    """A legal day is written one way."""
    with pytest.raises(InputRejected) as refused:
        parse_day(text, "--on")
    assert refused.value.code == "date-invalid"


def test_the_clock_says_of_which_kind_it_is() -> None:
    """An injected clock stands still and says so; the system's is aware of its zone."""
    instant = datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert (InjectedClock(instant).kind, InjectedClock(instant).now()) == ("injected", instant)
    assert (SystemClock().kind, SystemClock().now().tzinfo) == ("system", UTC)


def test_the_recorder_is_asked_of_the_system_and_not_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable changes who records; the record says that the identity is asserted."""
    before = os_user()
    for name in ("USER", "LOGNAME", "LNAME", "USERNAME", "SUDO_USER"):
        monkeypatch.setenv(name, "somebody-else")
    assert os_user() == before
    assert recorded_by("vm").identity == "asserted:os-user"


@pytest.mark.parametrize("role", ["", "two words", "näin", "x" * 61, "vm;rm"])
def test_a_role_is_a_plain_word(role: str) -> None:
    """What could not be a role's name is rejected."""
    with pytest.raises(InputRejected) as refused:
        recorded_by(role)
    assert refused.value.code == "role-invalid"
