"""Which commands give something out of this house: files and pages that others than the one who runs them will read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

GIVING_OUT: Final = (
    "audit export",
    "audit prove",
    "deadline export",
    "picture build",
    "picture diff",
    "picture show",
)
"""Exports, proofs and pages."""

COLLECTING: Final = ("collect", "agenda")
"""What is compiled of the counties' answers is sent on and recorded anew, so nothing secret may come into it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """For what a record is read: by which command, whether its answer is given out, and whether with secret parts."""

    command: str = ""
    given_out: bool = False
    with_secret: bool = False


VIEW: Final = Shown()
"""Read for whoever runs the command."""


def shown_by(command_path: str | None, *, write: bool, with_secret: bool) -> Shown:
    """Gives for what a command reads a record; `command_path` is such as `ohjaus audit export`."""
    words = (command_path or "").split()[1:]
    given_out = write if words[:1] and words[0] in COLLECTING else " ".join(words[:2]) in GIVING_OUT
    return Shown(" ".join(words), given_out, with_secret)
