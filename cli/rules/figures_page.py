"""The answer of `figures check` for a person: each result with its working, threshold and section, and where from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from cli.messages import Words
from procedures.calculators import Calculator, Line
from procedures.figure_names import IN_CENTS
from procedures.figures_joined import Joined, PassedOver
from procedures.recorded_figures import RecordedFigure

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page, Tone

_CENTS_IN_EURO = 100
_SIGNS: Final = (
    (re.compile(r"≥ (?P<least>\d+) / (?P<window>\d+) a"), "figures.at_least_within"),
    (re.compile(r"≥ (?P<least>\d+)"), "figures.at_least"),
    (re.compile(r"< (?P<limit>\d+(?:\.\d+)?(?: %)?)"), "figures.below_limit"),
    (re.compile(r"\+ (?P<years>\d+) a"), "figures.within_years"),
    (re.compile(r"^(?P<ratio>\d+) / (?P<divisor>\d+)$"), "figures.ratio_of_debt"),
    (re.compile(r"^–$"), "figures.no_threshold"),
)
"""How the signs of a threshold are said in words, the longest sign first."""


def results_page(
    run: Invocation, calculator: Calculator, data: Mapping[str, Any], lines: Sequence[Line], on: date, page: Page
) -> None:
    """Fills the page with the results themselves."""
    words = run.words
    page.title(words("figures.title", subject=data["subject_name"], what=calculator.label, day=on))
    for line in lines:
        verdict, mark, tone = _verdict(words, calculator, line)
        note = calculator.notes.get(line.id)
        page.item(
            f"{line.id}  {verdict}: {line.label.text(run.language)}",
            mark=mark,
            tone=tone,
            under=[
                *line.calculation,
                *(words("figures.missing", what=one) for one in line.missing),
                *([words("figures.note", note=note)] if note else []),
                _threshold(words, line),
            ],
        )


def record_page(run: Invocation, joined: Joined, page: Page, *, read: bool, wanted: bool) -> None:
    """Adds what came from the record, what did not, and why; `read` says whether there is a record at all."""
    words = run.words
    if not wanted:
        return
    if not read:
        page.say(words("figures.no_record"), "quiet")
        return
    if not joined.taken and not joined.passed_over:
        page.say(words("figures.nothing_recorded"), "quiet")
        return
    if joined.taken:
        page.heading(words("figures.from_record"))
        for figure in joined.taken:
            page.item(words("figures.recorded", **_told(words, figure)))
    _passed_over(words, page, "figures.given_instead", (one for one in joined.passed_over if one.why == "given"))
    _passed_over(words, page, "figures.other_unit", (one for one in joined.passed_over if one.why == "unit"))


def threshold_in_words(words: Words, threshold: str) -> str:
    """Gives a threshold that is written in signs, such as `≥ 2 / 3 a`, in words."""
    said = threshold
    for signs, key in _SIGNS:
        said = signs.sub(partial(_in_words, words, key), said)
    return said


def _in_words(words: Words, key: str, found: re.Match[str]) -> str:
    return words(key, **found.groupdict())


def _threshold(words: Words, line: Line) -> str:
    known = {
        "since": line.threshold_from,
        "basis": "; ".join(basis.cite for basis in line.basis),
        "status": words.term("law_status", str(line.status)),
    }
    if not line.threshold:
        return words("figures.basis", **known)
    return words("figures.threshold", threshold=threshold_in_words(words, line.threshold), **known)


def _verdict(words: Words, calculator: Calculator, line: Line) -> tuple[str, str, Tone]:
    """Gives what a line says, its mark and its tone."""
    if line.met is None:
        return words("figures.not_assessable" if calculator.answers == "criteria" else "figures.unknown"), "?", "quiet"
    if calculator.answers == "criteria":
        met = words("figures.met" if line.met else "figures.not_met")
        return (met, "●", "bad") if line.met else (met, "○", "good")
    if calculator.answers == "figures":
        below = words("figures.below" if line.met else "figures.not_below")
        return (below, "●", "warn") if line.met else (below, "○", "good")
    cents = line.as_data().get("amount_cents")
    if isinstance(cents, int):
        return words("figures.euros", amount=_euros(cents)), "–", "strong" if line.met else ""
    return words("word.yes" if line.met else "word.no"), "–", ""


def _passed_over(words: Words, page: Page, heading: str, figures: Iterable[PassedOver]) -> None:
    found = tuple(figures)
    if found:
        page.heading(words(heading))
        for one in found:
            page.item(words("figures.recorded", **_told(words, one.figure)))


def _told(words: Words, figure: RecordedFigure) -> dict[str, object]:
    name, value = figure.name, figure.value
    if name.endswith(IN_CENTS) and isinstance(value, int):
        name, value = name.removesuffix(IN_CENTS), words("figures.euros", amount=_euros(value))
    return {"name": name, "value": _shown(words, value), "case": figure.case_id, "position": figure.position}


def _shown(words: Words, value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {_shown(words, one)}" for key, one in value.items())
    if isinstance(value, bool):
        return words("word.yes" if value else "word.no")
    return str(value)


def _euros(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // _CENTS_IN_EURO}.{abs(cents) % _CENTS_IN_EURO:02d}"
