"""Writes the pinned calendar anew from the `holidays` package, which only development needs.

    python -m procedures.calendar.generate          writes the text to standard output
    python -m procedures.calendar.generate --check  compares it with the pinned file; 1 where they differ

Only days that Act 150/1930, 5 § names are kept. A holiday that the package adds and this table does not know
stops the run: whether the Act names it is a question for a reader of the Act.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from datetime import date

from holidays import country_holidays

from engine.calendar import NAMES
from procedures.calendar import PINNED_FILE, pinned_text

VERSION = "fi-2026.1"
FIRST_YEAR = 1992
"""Epiphany and Ascension Day stood on Saturdays until 1990; from here on one set of rules holds."""
LAST_YEAR = 2100

CODES = {
    "Uudenvuodenpäivä": "new_years_day",
    "Loppiainen": "epiphany",
    "Pitkäperjantai": "good_friday",
    "Pääsiäispäivä": "easter_sunday",
    "Toinen pääsiäispäivä": "easter_monday",
    "Vappu": "may_day",
    "Helatorstai": "ascension_day",
    "Helluntaipäivä": "pentecost",
    "Juhannusaatto": "midsummer_eve",
    "Juhannuspäivä": "midsummer_day",
    "Pyhäinpäivä": "all_saints_day",
    "Itsenäisyyspäivä": "independence_day",
    "Jouluaatto": "christmas_eve",
    "Joulupäivä": "christmas_day",
    "Tapaninpäivä": "second_christmas_day",
}
"""The package's Finnish names and our codes; each code is one of the days of 150/1930, 5 §."""

CHURCH_HOLIDAY_FIRST = ("ascension_day",)
"""Where two of them fall on one day (1 May 2008), the church holiday gives the name."""

HEADER = f"""\
# Days off under Act 150/1930, 5 §: church holidays (Church Act 652/2023, 6 §), Independence Day, May Day,
# Christmas Eve and Midsummer Eve. Sundays and ordinary Saturdays follow from the date and are not listed.
# Coming years stand as the law reads now. A changed day is a new version.
version: {VERSION}
covers: {FIRST_YEAR}-01-01 {LAST_YEAR}-12-31
source: Act 150/1930 5 §, Church Act 652/2023 6 §; dates computed with the holidays package 0.109 (Finland)
"""


def calendar_text() -> str:
    """Gives the whole text of the calendar file, computed from the `holidays` package."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    found = country_holidays("FI", years=years, language="fi", categories=("public",))
    lines = [f"{on} {_code(on, found.get_list(on))}\n" for on in sorted(found)]
    return HEADER + "".join(lines)


def _code(on: date, names: list[str]) -> str:
    unknown = [name for name in names if name not in CODES]
    if unknown:
        raise SystemExit(f"{on}: {', '.join(unknown)} is not in the table of days that 150/1930, 5 § names")
    codes = [CODES[name] for name in names]
    first = [code for code in codes if code in CHURCH_HOLIDAY_FIRST]
    if len(codes) > 1 and not first:
        raise SystemExit(f"{on}: {' and '.join(codes)} fall on one day; say which of them gives the name")
    code = (first or codes)[0]
    if code not in NAMES:
        raise SystemExit(f"{on}: {code} has no names in engine/calendar.py")
    return code


def main(arguments: list[str] | None = None) -> int:
    """Writes the calendar text, or with `--check` how the pinned file differs; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m procedures.calendar.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the pinned file")
    wanted = calendar_text()
    if not parser.parse_args(arguments).check:
        sys.stdout.write(wanted)
        return 0
    pinned = pinned_text()
    lines = (pinned.splitlines(keepends=True), wanted.splitlines(keepends=True))
    difference = difflib.unified_diff(*lines, PINNED_FILE, "computed")
    sys.stdout.writelines(difference)
    return int(pinned != wanted)


if __name__ == "__main__":
    raise SystemExit(main())
