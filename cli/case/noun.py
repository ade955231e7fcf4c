"""The noun `case`; its verbs are in `cli.case.reading` and `cli.case.writing`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from cli.frame.command import Noun, argument
from cli.frame.completing import complete_cases
from engine.law import Label

_F = TypeVar("_F", bound=Callable[..., Any])

case = Noun(
    "case",
    about=Label(
        "Asiat: avaa, näytä, kirjaa vaiheet ja katso historia.",
        "Ärenden: inled, visa, registrera skeden och se historien.",
        "Cases: open them, show them, record what happens, see their history.",
    ),
    examples=(
        "$ ohjaus case list --open",
        "$ ohjaus case show evaluation-15-2025",
        "$ ohjaus case next evaluation-15-2025",
    ),
)

CASE_ID = Label(
    "asian tunnus, esimerkiksi evaluation-15-2025",
    "ärendets beteckning, till exempel evaluation-15-2025",
    "the case, such as evaluation-15-2025",
)


def case_argument() -> Callable[[_F], _F]:
    """Declares the argument that names a case."""
    return argument("case_id", metavar="CASE", about=CASE_ID, shell_complete=complete_cases)
