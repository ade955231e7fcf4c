"""The page on the method: what each state means, by which thresholds, what is missing, and how all of it is checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cli.picture.case_tables import headings
from cli.picture.marks import STATUSES, Status
from cli.picture.model import Picture
from cli.picture.rules import RULES, rules_on, versions
from cli.picture.tables import Cell, Table

if TYPE_CHECKING:
    from cli.picture.telling import Teller

THRESHOLDS = (
    "near_days",
    "waiting_days",
    "quiet_days",
    "shown_after_end_days",
    "programme_near_days",
    "observation_days",
    "ahead_days",
)


def method_page(picture: Picture, tell: Teller) -> Mapping[str, Any]:
    """Gives what the template of the page on the method shows."""
    words = tell.words
    return {
        "statuses": [
            (status, words(f"picture.status.{status}"), words(f"picture.means.{status}")) for status in STATUSES
        ],
        "rule_list": [(rule, words(f"picture.rule.{rule}"), rule_means(rule, picture, tell)) for rule in RULES],
        "thresholds": _threshold_table(tell),
        "missing": _missing_table(picture, tell),
        "questions": _question_table(picture, tell),
        "silent": [tell(one) for one in picture.silent_registers],
        "position": picture.stamp.position,
        "day": picture.stamp.in_force_on.isoformat(),
    }


def rule_means(rule: str, picture: Picture, tell: Teller) -> str:
    """Says what a rule means, with the thresholds of the version by which the picture was made."""
    rules = rules_on(picture.stamp.in_force_on)
    return tell.words(f"picture.rule_means.{rule}", **{name: getattr(rules, name) for name in THRESHOLDS})


def _threshold_table(tell: Teller) -> Table:
    rows = tuple(
        (
            Cell(tell.words(f"picture.threshold.{name}")),
            Cell(str(getattr(one, name)), number=True),
            Cell(f"{one.version}"),
            Cell(tell.day(one.in_force_from)),
            Cell(tell.words(f"law_status.{one.status}")),
        )
        for one in versions()
        for name in THRESHOLDS
    )
    keys = ("threshold", "value", "version", "in_force_from", "law_status")
    return Table("thresholds", tell.words("picture.method.thresholds"), headings(tell, *keys), rows)


def _missing_table(picture: Picture, tell: Teller) -> Table:
    rows = tuple(
        (
            Cell(tell(one.name)),
            Cell(mark=one.reported),
            Cell("" if one.reported.age_days is None else tell.words.count("picture.days", one.reported.age_days)),
            Cell(tell(one.reported.reason), why=one.reported),
        )
        for one in picture.counties
        if one.reported.status is Status.NO_INFORMATION
    )
    caption, empty = tell.words("picture.method.missing"), tell.nothing("missing")
    return Table("missing", caption, headings(tell, "county", "state", "age", "why"), rows, empty=empty)


def _question_table(picture: Picture, tell: Teller) -> Table:
    rows = tuple(
        (
            Cell(tell(one.question)),
            Cell(tell(one.procedure)),
            Cell(tell(one.meanwhile)),
            Cell("; ".join(one.basis)),
            Cell(str(one.cases), number=True),
        )
        for one in picture.questions
    )
    keys = ("question", "procedure", "meanwhile", "basis", "cases")
    empty = tell.nothing("questions")
    return Table("unsettled", tell.words("picture.method.unsettled"), headings(tell, *keys), rows, empty=empty)
