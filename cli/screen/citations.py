"""A section as each language cites it: the declarations cite in Finnish, with § and mom. as in Swedish."""

from __future__ import annotations

import re
from typing import Final

from engine.law import Language

_WORDS: Final[tuple[tuple[re.Pattern[str], str, str], ...]] = (
    (re.compile(r"(\d+(?:[–-]\d+)?) kohta\b"), r"\1 punkten", r"item \1"),
    (re.compile(r"(\d+(?:[–-]\d+)?) luku\b"), r"\1 kap.", r"chapter \1"),
    (re.compile(r"\bvoimaantulosäännös\b"), "ikraftträdandebestämmelsen", "commencement provision"),
    (re.compile(r"\btaulukko\b"), "tabell", "table"),
    (re.compile(r"\btoimenpide\b"), "åtgärd", "measure"),
    (re.compile(r"\bpuoliväliriihi\b"), "halvtidsöverläggningarna", "mid-term session"),
)


def cited_in(language: Language, cite: str) -> str:
    """Gives a citation in a language.

    Example:
        >>> cited_in("sv", "611/2021 123 § 1 mom. 2–3 kohta")
        '611/2021 123 § 1 mom. 2–3 punkten'
    """
    for pattern, swedish, english in _WORDS if language != "fi" else ():
        cite = pattern.sub(swedish if language == "sv" else english, cite)
    return cite
