"""The scale of the situational picture in a terminal: a mark and a word for each state, and the worst of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from procedures.picture_scale import STATE_NAMES
from procedures.roadmap.fields import NEED_REASON, PictureState

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

MARKS: Final[dict[str, str]] = {
    "on_schedule": "●",
    "at_risk": "▲",
    "late": "■",
    "no_information": "○",
    "not_applicable": "–",
}
_WORST_FIRST: Final[tuple[PictureState, ...]] = ("late", "at_risk", "on_schedule", "not_applicable")


def worst(states: Iterable[str | None]) -> PictureState:
    """Gives the worst of what is known; nothing known is no information, which hides no worse one."""
    known = set(states)
    return next((state for state in _WORST_FIRST if state in known), "no_information")


def proposed(state: str) -> str:
    """Gives the state to stand in a proposed command: the present one where it needs its reason, else at risk."""
    return state if state in NEED_REASON else "at_risk"


def told(run: Invocation, one: Mapping[str, object], name: str = "state") -> str:
    """Gives a state of something by its mark and word, and of what is hidden from who asks that it is not shown."""
    if one["hidden"]:
        return run.words("programme.not_shown")
    return shown(run, None if one[name] is None else str(one[name]))


def owners_told(run: Invocation, one: Mapping[str, object]) -> str:
    """Gives whose something is; where nobody is named, whether that is so or not shown."""
    found = one["owners"]
    named = ", ".join(map(str, found)) if isinstance(found, list) else ""
    return named or run.words("programme.owner_not_shown" if one["hidden"] else "programme.no_owner")


def shown(run: Invocation, state: str | None) -> str:
    """Gives a state by its mark and word; nothing where there is none."""
    if state is None:
        return ""
    names: dict[str, str] = {one: label.text(run.language) for one, label in STATE_NAMES.items()}
    return f"{MARKS.get(state, '')} {names.get(state, state)}".strip()
