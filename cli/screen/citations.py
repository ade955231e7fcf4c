"""A section as each language cites it: the declarations cite in Finnish, with § and mom. as in Swedish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from engine.law import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS: Final[tuple[tuple[re.Pattern[str], str, str], ...]] = (
    (re.compile(r"(\d+(?:[–-]\d+)?) kohta\b"), r"\1 punkten", r"item \1"),
    (re.compile(r"(\d+(?:[–-]\d+)?) luku\b"), r"\1 kap.", r"chapter \1"),
    (re.compile(r"\bvoimaantulosäännös\b"), "ikraftträdandebestämmelsen", "commencement provision"),
    (re.compile(r"\btaulukko\b"), "tabell", "table"),
    (re.compile(r"\btoimenpide\b"), "åtgärd", "measure"),
    (re.compile(r"\bpuoliväliriihi\b"), "halvtidsöverläggningarna", "mid-term session"),
)


def sections(cites: Iterable[str]) -> str:
    """Gives sections one after the other, each once: two bases may be of the same act whose sections are not settled.

    Example:
        >>> sections(["611/2021 15 §", "hyvinvointialuejakolaki (2025)", "hyvinvointialuejakolaki (2025)"])
        '611/2021 15 §; hyvinvointialuejakolaki (2025)'
    """
    return "; ".join(dict.fromkeys(cites))


def cited_in(language: Language, cite: str) -> str:
    """Gives a citation in a language.

    Example:
        >>> cited_in("sv", "611/2021 123 § 1 mom. 2–3 kohta")
        '611/2021 123 § 1 mom. 2–3 punkten'
    """
    for pattern, swedish, english in _WORDS if language != "fi" else ():
        cite = pattern.sub(swedish if language == "sv" else english, cite)
    return cite
