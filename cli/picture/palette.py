"""The colours of the pages, light and dark, by what they are for; a test computes the contrast of all that meet.

A colour never stands alone: beside it stand a word and a shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

Scheme = Literal["light", "dark"]

COLOURS: Final[Mapping[Scheme, Mapping[str, str]]] = {
    "light": {
        "page": "#ffffff",
        "surface": "#f4f6f9",
        "ink": "#16202c",
        "quiet": "#47525f",
        "line": "#7a8694",
        "hair": "#d5dbe2",
        "link": "#0a4a8f",
        "accent": "#143c6b",
        "on-accent": "#ffffff",
        "on_schedule": "#00592f",
        "on_schedule-back": "#e6f4ec",
        "at_risk": "#6b4a00",
        "at_risk-back": "#fff4d6",
        "late": "#8a0f1c",
        "late-back": "#fdeaec",
        "no_information": "#3d3d3d",
        "no_information-back": "#f2f2f2",
        "not_applicable": "#4a5460",
        "not_applicable-back": "#ffffff",
        "support": "#5b2a86",
        "support-back": "#f3ebfa",
    },
    "dark": {
        "page": "#11161d",
        "surface": "#1a212b",
        "ink": "#e9eef4",
        "quiet": "#b4bfcb",
        "line": "#8593a2",
        "hair": "#36414e",
        "link": "#93c7ff",
        "accent": "#1f3f66",
        "on-accent": "#ffffff",
        "on_schedule": "#97e2ba",
        "on_schedule-back": "#0f3123",
        "at_risk": "#ffd37a",
        "at_risk-back": "#3a2b08",
        "late": "#ffb4bb",
        "late-back": "#4b141b",
        "no_information": "#d6dbe1",
        "no_information-back": "#2a313a",
        "not_applicable": "#b4bfcb",
        "not_applicable-back": "#11161d",
        "support": "#d9bdf5",
        "support-back": "#33204a",
    },
}

STATUS_NAMES: Final = ("on_schedule", "at_risk", "late", "no_information", "not_applicable", "support")

_DARKEST = 0.04045
"""Below this a channel of sRGB is linear."""

TEXT, GRAPHICS = 4.5, 3.0
"""The least contrast of text and of what is drawn (WCAG 2.2, 1.4.3 and 1.4.11)."""

PAIRS: Final[tuple[tuple[str, str, float], ...]] = (
    *((ink, back, TEXT) for ink in ("ink", "quiet", "link") for back in ("page", "surface")),
    ("on-accent", "accent", TEXT),
    *((name, f"{name}-back", TEXT) for name in STATUS_NAMES),
    *((name, back, TEXT) for name in STATUS_NAMES for back in ("page", "surface")),
    *(("ink", f"{name}-back", TEXT) for name in STATUS_NAMES),
    *(("quiet", f"{name}-back", TEXT) for name in STATUS_NAMES),
    *(("line", back, GRAPHICS) for back in ("page", "surface")),
)
"""Every foreground that stands on a background, with the contrast that it needs."""


def variables(scheme: Scheme) -> Iterator[str]:
    """Yields the declarations of a scheme's colours for the stylesheet."""
    return (f"--{name.replace('_', '-')}:{value}" for name, value in COLOURS[scheme].items())


def contrast(first: str, second: str) -> float:
    """Gives the contrast of two colours, 1 to 21, as WCAG defines it.

    Example:
        >>> round(contrast("#00592f", "#e6f4ec"), 1)
        7.5
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _DARKEST else float(((channel + 0.055) / 1.055) ** 2.4)
