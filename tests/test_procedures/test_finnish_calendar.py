"""The pinned Finnish calendar: equal to what it was computed from, and to the rules of the acts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from engine.calendar import NAMES, parse_calendar
from procedures.calendar import calendars_in, every_calendar, finnish_calendar, generate, pinned_text
from tests.test_engine import independent_deadlines as independent


def test_the_pinned_file_is_what_the_holidays_package_computes() -> None:
    """Written anew from the package, the file is the same to the last character; the check agrees."""
    assert generate.calendar_text() == pinned_text()
    assert generate.main(["--check"]) == 0


def test_the_generator_writes_the_pinned_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Without `--check` the whole file goes to standard output, ready to be pinned."""
    assert generate.main([]) == 0
    assert capsys.readouterr().out == pinned_text()


def test_the_check_shows_a_changed_day(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in which one day was moved is told by exit code 1 and by the lines that differ."""
    changed = pinned_text().replace("2026-06-19 midsummer_eve", "2026-06-18 midsummer_eve")
    monkeypatch.setattr(generate, "pinned_text", lambda: changed)
    assert generate.main(["--check"]) == 1
    assert [line for line in capsys.readouterr().out.splitlines() if "midsummer_eve" in line][:3] == [
        "-2026-06-18 midsummer_eve",
        "+2026-06-19 midsummer_eve",
    ]


def test_the_calendar_covers_1992_to_2100_under_its_version() -> None:
    """The version and the range are what recorded deadlines refer to."""
    calendar = finnish_calendar()
    assert (calendar.version, calendar.first_on, calendar.last_on) == (
        "fi-2026.1",
        date(1992, 1, 1),
        date(2100, 12, 31),
    )
    assert "150/1930" in calendar.source
    assert calendar is finnish_calendar()
    assert calendar == parse_calendar(pinned_text())


def test_each_named_day_stands_once_in_each_year() -> None:
    """Every kind comes 109 times, but for May Day of 2008, on which Ascension Day fell and gave the name."""
    named = NAMES.keys() - {"sunday", "saturday"}
    expected = Counter({code: 109 - (code == "may_day") for code in named})
    assert Counter(day.code for day in finnish_calendar().days_off) == expected


@pytest.mark.parametrize("year", range(1992, 2101))
def test_the_named_days_follow_the_rules_of_the_acts(year: int) -> None:
    """An Easter computed by other arithmetic, and the rules written out apart, give the same days."""
    pinned = {day.on for day in finnish_calendar().days_off if day.on.year == year}
    assert pinned == independent.named_days_off(year)


def test_the_days_off_of_2026_are_those_of_the_almanac() -> None:
    """The list of one year is written out, so that a reader can hold it against a printed almanac."""
    assert [f"{day.on:%d.%m.} {day.name.fi}" for day in finnish_calendar().days_off if day.on.year == 2026] == [
        "01.01. uudenvuodenpäivä",
        "06.01. loppiainen",
        "03.04. pitkäperjantai",
        "05.04. pääsiäispäivä",
        "06.04. toinen pääsiäispäivä",
        "01.05. vapunpäivä",
        "14.05. helatorstai",
        "24.05. helluntaipäivä",
        "19.06. juhannusaatto",
        "20.06. juhannuspäivä",
        "31.10. pyhäinpäivä",
        "06.12. itsenäisyyspäivä",
        "24.12. jouluaatto",
        "25.12. joulupäivä",
        "26.12. tapaninpäivä",
    ]


@pytest.mark.parametrize("easter", [date(2028, 4, 16), date(2029, 4, 1)])
def test_easter_stands_where_the_almanac_has_it(easter: date) -> None:
    """Easter Day of 2028 is 16 April, that of 2029 is 1 April."""
    assert [
        day.on for day in finnish_calendar().days_off if day.code == "easter_sunday" and day.on.year == easter.year
    ] == [easter]


@pytest.mark.parametrize(
    "on",
    [
        pytest.param(date(2026, 4, 2), id="maundy-thursday"),
        pytest.param(date(2026, 12, 31), id="new-years-eve"),
        pytest.param(date(2026, 4, 30), id="may-day-eve"),
        pytest.param(date(2026, 1, 5), id="epiphany-eve"),
    ],
)
def test_an_eve_that_the_act_does_not_name_is_a_working_day(on: date) -> None:
    """Only Christmas Eve and Midsummer Eve move a time limit; customary eves do not."""
    assert finnish_calendar().day_off(on) is None


@pytest.mark.parametrize("name", ["Uusi juhlapäivä", "Suomen lipun päivä"])
def test_a_holiday_unknown_to_the_act_stops_the_generator(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A holiday that the package adds is not taken over silently: a reader of the Act must decide."""

    class WithOneMore(dict[date, str]):
        def get_list(self, on: date) -> list[str]:
            return [self[on]]

    monkeypatch.setattr(generate, "country_holidays", lambda *_, **__: WithOneMore({date(2030, 8, 1): name}))
    with pytest.raises(SystemExit, match=f"2030-08-01: {name} is not in the table"):
        generate.calendar_text()


def test_a_superseded_calendar_is_found_by_its_version(tmp_path: Path) -> None:
    """What was reckoned by an earlier version can be verified by it, as long as its file is kept."""
    (tmp_path / "made-up.txt").write_text(pinned_text().replace("version: fi-2026.1", "version: made-up-1"), "utf-8")
    (tmp_path / "README.md").write_text("no calendar", "utf-8")
    assert list(calendars_in(tmp_path)) == ["made-up-1"]
    assert calendars_in(tmp_path / "nowhere") == {}
    assert every_calendar()[finnish_calendar().version] == finnish_calendar()
