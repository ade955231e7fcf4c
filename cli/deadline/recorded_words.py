"""What the record keeps of a derivation, said in the reader's language.

A recorded step holds its day and an English sentence, and those sentences never change: `audit verify` compares them.
So a step is known by its sentence, and what it said is said anew. A sentence that is not ours, such as the reason that
a person gave for an extension, stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from cli.deadline.derivation_words import why
from engine.calendar import NAMES
from engine.deadlines import DerivationStep

if TYPE_CHECKING:
    from cli.messages import Words

_UNIT = "days?|weeks?|months?|years?|working days?"
_COUNTED = re.compile(
    rf"(?:150/1930 [23](?:, 4)? §|outside 150/1930, which knows no working days): (?P<amount>\d+) (?P<unit>{_UNIT}) "
    r"(?P<direction>before|after) the start day(?P<ending>.*)"
)
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("", "days-counted"),
    (", the same weekday", "same-weekday"),
    (", the same day of the month", "same-day-number"),
    (", days off as in 5 §", "working-days-counted"),
)
_NO_SUCH_DAY = re.compile(r"; that month has no day \d+, so its last day")
_RULE = r"(?P<rule>150/1930 5 §|agreed, outside 150/1930): "
_FILLED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_RULE}(?P<day_off>.+) is a day off; moved to the next working day"), "moved-from-day-off"),
    (re.compile(rf"{_RULE}a working day, not moved"), "not-moved"),
    (re.compile(rf"{_RULE}the act may be done on the first working day after"), "first-working-day-after"),
    (
        re.compile(
            r"150/1930 4-5 §: whether 5 § moves the end of a backward period is unsettled; not moved, although "
            r"(?P<day_off>.+) is a day off: act on a working day before it to be safe"
        ),
        "backward-on-day-off",
    ),
    (re.compile(r"the day that the document states \((?P<field>.+)\)"), "stated"),
    (re.compile(r"the time stood still for (?P<days>\d+) days, given back"), "given-back"),
    (re.compile(r"the time stood still for (?P<days>\d+) working days, given back"), "working-days-given-back"),
    (re.compile(r"(?P<days>\d+) days after (?P<ended_on>\S+), when it would end"), "days-after-end"),
    (re.compile(r"(?P<days>\d+) working days after (?P<ended_on>\S+), when it would end"), "working-days-after-end"),
    (re.compile(r"(?P<days>\d+) days, as before"), "as-long-as-before"),
)
_WHOLE: Mapping[str, str] = {
    "the day that the statute sets": "set-day",
    "agreed, outside 150/1930: this day or the next working day": "agreed-day",
    "150/1930 3 §: the period runs from this day": "start-of-period",
    "150/1930 2 §: the start day is not counted": "start-not-counted",
    "150/1930 4-5 §: whether 5 § moves the end of a backward period is unsettled; not moved": "backward-not-moved",
    "150/1930 4 §: the period ends here": "backward-end",
    "outside 150/1930, which knows no working days: the start day is not counted": "working-days-start",
    "outside 150/1930, which knows no working days: ends on a working day by itself": "working-days-end",
    "the time begins anew when it is resumed": "begins-anew",
    "the suspension left the last day as it was": "left-as-it-was",
    "a suspension takes no day away": "takes-no-day",
}
_CODE_OF_DAY_OFF = {label.en: code for code, label in NAMES.items()}


def derivation_lines(words: Words, derivation: Iterable[Mapping[str, str]]) -> list[str]:
    """Gives the steps of a recorded derivation, one line for each: its day, and what was done there."""
    return [f"{words.date(step['date'])}  {_said(words, step)}" for step in derivation]


def _said(words: Words, step: Mapping[str, str]) -> str:
    return why(recorded_step(step["step"], date.fromisoformat(step["date"]), step["why"])).text(words.language)


def recorded_step(step: str, on: date, sentence: str) -> DerivationStep:
    """Gives a recorded step as it was when it was taken: with its code, and the details that its words need.

    Example:
        >>> recorded_step("day_off", date(2026, 6, 19),
        ...               "150/1930 5 §: Midsummer Eve is a day off; moved to the next working day").details
        (('day_off', 'midsummer_eve'),)
    """
    code, details = _read(sentence)
    return DerivationStep(step, on, sentence, code, details)


def _read(sentence: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    if sentence in _WHOLE:
        return _WHOLE[sentence], ()
    counted = _COUNTED.fullmatch(sentence)
    if counted is not None:
        return _count_code(counted["ending"]), _count_details(counted)
    for pattern, code in _FILLED:
        found = pattern.fullmatch(sentence)
        if found is not None:
            return _filled(found, code)
    return "", ()


def _count_code(ending: str) -> str:
    if _NO_SUCH_DAY.fullmatch(ending):
        return "last-day-of-month"
    return next((code for known, code in _ENDINGS if known == ending), "")


def _count_details(counted: re.Match[str]) -> tuple[tuple[str, str], ...]:
    unit = counted["unit"].replace(" ", "_")
    return (
        ("amount", counted["amount"]),
        ("unit", unit if unit.endswith("s") else f"{unit}s"),
        ("backward", str(counted["direction"] == "before").lower()),
    )


def _filled(found: re.Match[str], code: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    parts = found.groupdict()
    agreed = parts.pop("rule", "").startswith("agreed")
    if "day_off" in parts:
        parts["day_off"] = _CODE_OF_DAY_OFF.get(parts["day_off"], parts["day_off"])
    return f"{'agreed-' if agreed else ''}{code}", tuple(parts.items())
