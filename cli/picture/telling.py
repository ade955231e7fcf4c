"""The picture's sentences in one language: keys filled with names, days and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from cli.frame.clocks import helsinki
from cli.picture.marks import Said, Text
from engine.law import Label

if TYPE_CHECKING:
    from cli.messages import Words


_HIDDEN = frozenset({"groups", "chapter"})
"""Lists whose emptiness is told in a sentence of its own to whoever sees only a part of the log."""


def capital(text: str) -> str:
    """Gives a text with a capital at its beginning, as a line of its own has."""
    return text[:1].upper() + text[1:]


class Teller:
    """Tells texts of the picture in the language of its words; codes of actors become their names."""

    def __init__(self, words: Words, names: Mapping[str, Label], *, part: bool = False) -> None:
        """Takes the words of a language, the names of actors by their codes, and whether only a part is seen."""
        self.words = words
        self._part = part
        self.language = words.language
        self._names = names

    def __call__(self, text: Text | None) -> str:
        """Gives a text; nothing for None."""
        if text is None:
            return ""
        if isinstance(text, Label):
            return text.text(self.language)
        if isinstance(text, str):
            return text
        values = {key: self._value(value) for key, value in text.values}
        if text.count is not None:
            return self.words.count(text.key, text.count, **values)
        return self.words(text.key, **values)

    def nothing(self, what: str) -> str:
        """Gives the sentence where a list is empty; who sees a part of the log is not told that nothing is there."""
        if self._part and what in _HIDDEN:
            return self.words(f"picture.empty.{what}_hidden")
        text = self.words(f"picture.empty.{what}")
        return self.words("picture.as_far_as_shown", text=text) if self._part else text

    def name(self, code: str) -> str:
        """Gives the name of an actor by its code; the code itself where nobody has it."""
        found = self._names.get(code)
        return found.text(self.language) if found else code

    def day(self, on: date | None) -> str:
        """Gives a day as the language writes it; nothing for None."""
        return "" if on is None else self.words.date(on)

    def moment(self, at: datetime | None) -> str:
        """Gives an instant in Europe/Helsinki, the day first; nothing for None."""
        if at is None:
            return ""
        here = at.astimezone(helsinki())
        clock = f"{here.hour}.{here.minute:02}" if self.language != "en" else f"{here.hour}:{here.minute:02}"
        return self.words("picture.moment", day=self.words.date(here.date()), clock=clock)

    def _value(self, value: object) -> object:
        if isinstance(value, Said | Label):
            return self(value)
        if isinstance(value, tuple):
            return tuple(self.name(one) if isinstance(one, str) else self._value(one) for one in value)
        return value
