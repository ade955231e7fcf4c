"""The rules by which the picture names a state: dated versions of a few thresholds (`rules.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from engine.errors import Fault

RULES = (
    "deadline-passed",
    "deadline-near",
    "waiting-long",
    "quiet-long",
    "in-time",
    "ended",
    "no-case",
    "not-opened",
    "nothing-pending",
    "said",
    "silent",
    "no-round",
    "not-shown",
    "worst-of",
    "due-passed",
    "due-near",
    "progressed",
    "not-told",
    "settled",
    "judged",
)
"""The ids of the rules, in the order in which the page on the method explains them."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One version of the thresholds; every number is in days."""

    version: int
    in_force_from: date
    status: str
    near_days: int
    waiting_days: int
    quiet_days: int
    shown_after_end_days: int
    programme_near_days: int
    observation_days: int
    ahead_days: int
    yearly: tuple[str, ...]

    def named(self, rule: str) -> str:
        """Gives a rule's name with its version, as every mark carries it."""
        return f"{rule}@{self.version}"


@cache
def versions() -> tuple[Rules, ...]:
    """Gives every version, the oldest first."""
    data = tomllib.loads(files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))
    read = [Rules(**{**one, "yearly": tuple(one["yearly"])}) for one in data["version"]]
    return tuple(sorted(read, key=lambda one: one.in_force_from))


def rules_on(day: date) -> Rules:
    """Gives the version by which a picture of a day is made.

    Raises:
        Fault: `picture-rules`, the day lies before every version.
    """
    found = [one for one in versions() if one.in_force_from <= day]
    if not found:
        raise Fault("picture-rules", f"No version of the picture's rules reaches back to {day}.", details={"day": day})
    return found[-1]
