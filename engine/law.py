"""Labels in the law's own languages, and legal bases with the status of our knowledge of them.

A basis says on which section a rule rests and how sure that is (architecture, section 4). What is not settled is
not hidden: `Status.UNSETTLED` travels with the rule to the card, the step and the screen.

Example:
    >>> COUNTIES_ACT = Statute("611/2021", Label("laki hyvinvointialueesta", "lag om välfärdsområden", "counties act"))
    >>> COUNTIES_ACT("122 § 1 mom.").cite
    '611/2021 122 § 1 mom.'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal, get_args

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Status(StrEnum):
    """How well a rule is known."""

    STATUTE = "statute"
    """The text of the section was read."""
    SECONDARY = "secondary"
    """Known from a bill, a report or another source that is not the section itself."""
    PRACTICE = "practice"
    """Not law: how it is done, or how this model names what the law leaves unnamed."""
    UNSETTLED = "unsettled"
    """Open: the text is silent, ambiguous or not confirmed."""


@dataclass(frozen=True, slots=True)
class Label:
    """One thing's name in Finnish, Swedish and English."""

    fi: str
    sv: str
    en: str

    def text(self, language: str) -> str:
        """Gives the name in `language`; any language other than fi and sv gives English."""
        if language == "fi":
            return self.fi
        return self.sv if language == "sv" else self.en

    def as_data(self) -> dict[str, str]:
        """Gives the three names by language code."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}


@dataclass(frozen=True)
class Basis:
    """A section of a statute on which a rule rests, and how sure that is."""

    statute: str
    section: str
    status: Status = Status.STATUTE
    note: Label | None = None

    @cached_property
    def cite(self) -> str:
        """The citation as it is printed and recorded: statute number, then section."""
        return f"{self.statute} {self.section}".strip()

    def as_data(self) -> dict[str, object]:
        """Gives the basis as plain data."""
        return {
            "cite": self.cite,
            "status": str(self.status),
            "note": self.note.as_data() if self.note else None,
        }


def cites(bases: Iterable[Basis]) -> tuple[str, ...]:
    """Gives the citations of several bases."""
    return tuple([basis.cite for basis in bases])


@dataclass(frozen=True, slots=True)
class Statute:
    """An act or decree; calling it with a section gives a `Basis`."""

    number: str
    label: Label

    def __call__(self, section: str, status: Status = Status.STATUTE, note: Label | None = None) -> Basis:
        """Gives the basis for `section` of this statute."""
        return Basis(self.number, section, status, note)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A point of law that is not settled, with what this software does meanwhile.

    `affects` names the states, facts, deadlines or standings on which the question is shown.
    """

    id: str
    question: Label
    meanwhile: Label
    basis: tuple[Basis, ...]
    affects: tuple[str, ...] = ()
