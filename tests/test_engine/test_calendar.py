"""The calendar of days off: what 150/1930, 5 § names, nothing by ignorance, and a strict text form."""

from __future__ import annotations

from datetime import date

import pytest

from engine.calendar import NAMES, Calendar, CalendarRangeError, DayOff, parse_calendar
from engine.errors import Fault, Refused

MIDSUMMER = """\
# Two named days.
version: example-1
covers: 2026-06-01 2026-06-30
source: Act 150/1930 5 §

2026-06-19 midsummer_eve
2026-06-20 midsummer_day
"""


def test_the_text_form_gives_the_whole_calendar() -> None:
    """Version, range, source and named days are read; comments and empty lines say nothing."""
    assert parse_calendar(MIDSUMMER) == Calendar(
        "example-1",
        date(2026, 6, 1),
        date(2026, 6, 30),
        (DayOff(date(2026, 6, 19), "midsummer_eve"), DayOff(date(2026, 6, 20), "midsummer_day")),
        "Act 150/1930 5 §",
    )


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (18, None),
        (19, "midsummer_eve"),
        (20, "midsummer_day"),
        (21, "sunday"),
        (22, None),
        (27, "saturday"),
        (28, "sunday"),
    ],
)
def test_a_day_off_is_named_first_by_the_feast_and_then_by_the_weekday(day: int, code: str | None) -> None:
    """Midsummer Day is a Saturday, but it is called by its name; an ordinary Saturday is a day off too."""
    on = date(2026, 6, day)
    expected = DayOff(on, code) if code else None
    calendar = parse_calendar(MIDSUMMER)
    assert (calendar.day_off(on), calendar.is_day_off(on)) == (expected, expected is not None)


@pytest.mark.parametrize(("day", "working"), [(18, 18), (19, 22), (20, 22), (21, 22), (22, 22), (27, 29)])
def test_the_next_working_day_passes_every_day_off(day: int, working: int) -> None:
    """A working day is its own next working day; days off in a row are passed one after another."""
    assert parse_calendar(MIDSUMMER).next_working_day(date(2026, 6, day)) == date(2026, 6, working)


@pytest.mark.parametrize("on", [date(2026, 5, 31), date(2026, 7, 1), date.min, date.max])
def test_a_day_outside_the_range_is_refused(on: date) -> None:
    """No day is a working day by ignorance: the refusal names the calendar and what it covers."""
    with pytest.raises(CalendarRangeError) as refusal:
        parse_calendar(MIDSUMMER).is_day_off(on)
    error = refusal.value
    assert isinstance(error, Refused)
    assert (error.code, error.message, error.basis, error.details) == (
        "calendar-range",
        f"{on} lies outside calendar example-1, which covers 2026-06-01 to 2026-06-30.",
        ("150/1930 5 §",),
        {"calendar": "example-1", "first_on": "2026-06-01", "last_on": "2026-06-30"},
    )


@pytest.mark.parametrize("last_on", [date(2026, 6, 28), date.max])
def test_a_next_working_day_beyond_the_range_is_refused(last_on: date) -> None:
    """When the range ends on a day off, what follows is not known, even after the last day of all dates."""
    named = () if last_on.weekday() > 4 else (DayOff(last_on, "new_years_day"),)
    calendar = Calendar("example-1", date(2026, 6, 1), last_on, named)
    with pytest.raises(CalendarRangeError, match=f"first working day after {last_on} lies outside"):
        calendar.next_working_day(last_on)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (MIDSUMMER.replace("version", "edition"), "line 2: 'edition' is no header or stands twice"),
        (MIDSUMMER.replace("covers: 2026-06-01 2026-06-30\n", ""), "the header lacks covers"),
        (MIDSUMMER.replace("2026-06-30", "the end"), "covers: 'the end' is not a day"),
        (MIDSUMMER.replace("2026-06-20 ", "2026-06-31 "), "line 7: '2026-06-31' is not a day"),
        (MIDSUMMER.replace("midsummer_day", "Midsummer"), "2026-06-20 has the unknown code 'Midsummer'"),
        (
            MIDSUMMER.replace("2026-06-20", "2026-06-19"),
            "2026-06-19 is out of order, repeated or out of range",
        ),
        (
            MIDSUMMER.replace("2026-06-20", "2026-06-18"),
            "2026-06-18 is out of order, repeated or out of range",
        ),
        (
            MIDSUMMER.replace("2026-06-20", "2026-07-20"),
            "2026-07-20 is out of order, repeated or out of range",
        ),
        (
            MIDSUMMER.replace("2026-06-19", "2026-05-19"),
            "2026-05-19 is out of order, repeated or out of range",
        ),
        (
            MIDSUMMER.replace("2026-06-20 ", "2026-06-20: "),
            "line 7: '2026-06-20' is no header or stands twice",
        ),
        (MIDSUMMER + "version: example-2", "line 8: 'version' is no header or stands twice"),
        ("", "the header lacks version, covers, source"),
    ],
)
def test_a_damaged_text_is_a_fault_that_names_the_place(text: str, what: str) -> None:
    """Calendar data is ours: what cannot be read exactly is a fault, never read by guesswork."""
    with pytest.raises(Fault) as fault:
        parse_calendar(text)
    assert (fault.value.code, fault.value.details) == ("calendar-malformed", {"what": what})


def test_every_kind_of_day_off_has_its_name_in_three_languages() -> None:
    """Each of the seventeen kinds of 5 § has a Finnish, a Swedish and an English name, no two alike."""
    for language in ("fi", "sv", "en"):
        names = [label.text(language) for label in NAMES.values()]
        assert len(set(names)) == len(names) == 17
    assert DayOff(date(2026, 6, 19), "midsummer_eve").name.as_data() == {
        "fi": "juhannusaatto",
        "sv": "midsommarafton",
        "en": "Midsummer Eve",
    }
