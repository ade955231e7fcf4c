"""Service of a document: the day on which its receiver is held to know of it, from which periods then run.

434/2003 59 §: an ordinary letter, and a letter to an authority. 13/2003 19 §: an ordinary electronic message, to which
the receiver has consented. How many days each manner takes is a dated number (`engine.parameters`) that is passed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from engine.calendar import Calendar
from engine.deadlines import ComputedDay, DerivationStep, days_on
from engine.law import Status
from engine.parameters import Parameters


class ServiceManner(StrEnum):
    """How a document was given to its receiver."""

    AUTHORITY_ARRIVAL = "authority_arrival"
    """A letter to an authority, such as a county."""
    ORDINARY_LETTER = "ordinary_letter"
    """A letter to anybody else."""
    ELECTRONIC_ORDINARY = "electronic_ordinary"
    """A message to the address that the receiver has given, with consent."""

    @property
    def parameter(self) -> str:
        """The name of the dated number that says how many days after sending, or after arrival, service falls."""
        return f"{self}_days"


_WHY: Final[Mapping[ServiceManner, str]] = MappingProxyType(
    {
        ServiceManner.AUTHORITY_ARRIVAL: "an authority is served on the day the letter arrives",
        ServiceManner.ORDINARY_LETTER: (
            "an ordinary letter is held to be served on day {nth_day} from sending, unless otherwise shown"
        ),
        ServiceManner.ELECTRONIC_ORDINARY: (
            "an electronic message is held to be served on day {nth_day} from sending, unless otherwise shown"
        ),
    }
)


def served_on(sent_on: date, manner: ServiceManner, *, numbers: Parameters, calendar: Calendar) -> ComputedDay:
    """Computes the day on which a document is held to be served; that day starts a period, as its day 0.

    `sent_on` is the day of sending, whose law applies; for `AUTHORITY_ARRIVAL` it is the day on which the letter
    arrived. The day is not moved: 5 § speaks of the day for an act, and to be served is none. That reading is
    marked unsettled where the served day is a day off.

    Raises:
        Refused: no number for the manner is in force on `sent_on`.
        CalendarRangeError: the served day is outside the calendar.

    Example:
        A letter sent on 30 March 2026 is held to be served on Easter Monday.

        >>> import tomllib
        >>> from engine.calendar import DayOff
        >>> from engine.parameters import parse_parameters
        >>> numbers = parse_parameters(tomllib.loads('''
        ... [ordinary_letter_days]
        ... unit = "days"
        ... label = {fi = "kirje", sv = "brev", en = "letter"}
        ... values = [{from = 2004-01-01, value = 7, basis = "434/2003 59 § 2 mom.", status = "statute"}]
        ... '''), "example")
        >>> april = Calendar("example-1", date(2026, 4, 1), date(2026, 4, 30),
        ...                  (DayOff(date(2026, 4, 6), "easter_monday"),))
        >>> served_on(date(2026, 3, 30), ServiceManner.ORDINARY_LETTER, numbers=numbers, calendar=april).due
        datetime.date(2026, 4, 6)
    """
    dated = numbers.on(manner.parameter, sent_on)
    nth_day = int(str(dated.value))
    served = days_on(sent_on, nth_day, calendar)
    details = (("basis", dated.basis), ("nth_day", str(nth_day)))
    why = f"{dated.basis}: {_WHY[manner].format(nth_day=nth_day)}"
    steps = [DerivationStep("service", served, why, f"served-{manner.replace('_', '-')}", details, dated.status)]
    named = calendar.day_off(served)
    if named is not None and nth_day:
        why = f"150/1930 5 § speaks of acts: not moved although {named.name.en} is a day off (unsettled)"
        left = (("day_off", named.code),)
        steps.append(DerivationStep("warning", served, why, "service-not-moved", left, Status.UNSETTLED))
    return ComputedDay(served, tuple(steps), calendar.version)
