"""The texts of the command line in Finnish, Swedish and English; the three files hold the same keys.

A noun with many texts has files of its own beside them, `picture.fi.toml` and so on, whose keys stand under its name.

An error's text stands under `error.<code>` and is filled from the error's details. Where a code has none, a person
reads what the code means (`codes.toml`), with the error's own English sentence for the particulars.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from engine.errors import OhjausError
from engine.law import Label, Language

Texts = Mapping[str, Any]


OF_THEIR_OWN = (
    "collect",
    "correction",
    "evidence",
    "export",
    "history",
    "identity",
    "person",
    "picture",
    "programme",
    "publicity",
    "rights",
    "upkeep",
)
"""The nouns whose texts stand in files of their own, read when one of them is first asked for."""


@cache
def texts(language: Language, noun: str | None = None) -> Texts:
    """Gives the texts of a language, as the common file holds them or the file of a noun that has its own."""
    import tomllib

    name = f"{language}.toml" if noun is None else f"{noun}.{language}.toml"
    return tomllib.loads(resources.files(__name__).joinpath(name).read_text(encoding="utf-8"))


class Words:
    """The texts of one language."""

    def __init__(self, language: Language) -> None:
        """Takes the language; its file is read when the first text is asked for."""
        self.language = language

    def __call__(self, key: str, /, **values: object) -> str:
        """Gives the text of a dotted key, filled with values; labels and dates among them are put in the language."""
        found = self.find(key)
        if found is None:
            raise KeyError(key)
        return found.format_map(self._shown(values))

    def count(self, key: str, number: int, **values: object) -> str:
        """Gives the text of `key` for a number of things: its `one` or its `other`."""
        return self(f"{key}.{'one' if abs(number) == 1 else 'other'}", n=number, **values)

    def find(self, key: str) -> str | None:
        """Gives the unfilled text of a dotted key, or None when there is none."""
        noun, _, rest = key.partition(".")
        found: Any = texts(self.language, noun) if noun in OF_THEIR_OWN else texts(self.language)
        for part in (rest if noun in OF_THEIR_OWN else key).split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        return found if isinstance(found, str) else None

    def error(self, error: OhjausError) -> str:
        """Gives the sentence of an error, its own English one where no text fits."""
        template = self.find(f"error.{error.code}")
        if template is None:
            return self.explained(error.code, error.message)
        details = dict(error.details)
        details.setdefault("where", details.get("case") or details.get("procedure"))
        try:
            return template.format_map(self._shown(details))
        except KeyError:
            return error.message

    def explained(self, code: str, particulars: str) -> str:
        """Gives what a code means, in the language, with the English sentence that says the particulars."""
        if self.language == "en":
            return particulars
        from cli.rules.glossary import written_codes

        entry = written_codes().get(code)
        return f"{entry.label.text(self.language)} ({particulars})" if entry else particulars

    def date(self, day: dt.date | str) -> str:
        """Gives a date as the language writes it."""
        when = dt.date.fromisoformat(day) if isinstance(day, str) else day
        return when.isoformat() if self.language == "en" else f"{when.day}.{when.month}.{when.year}"

    def weekday(self, day: dt.date) -> str:
        """Gives a date with its day of the week."""
        return f"{self('word.weekdays').split()[day.weekday()]} {self.date(day)}"

    def term(self, kind: str, name: str) -> str:
        """Gives the word for one of a closed set of names, such as a deadline's status; the name itself if unknown."""
        return self.find(f"{kind}.{name}") or name

    def _shown(self, values: Mapping[str, object]) -> dict[str, str]:
        return {key: self._value(value) for key, value in values.items()}

    def _value(self, value: object) -> str:
        if isinstance(value, Label):
            return value.text(self.language)
        if isinstance(value, dt.date):
            return self.date(value)
        if isinstance(value, list | tuple):
            return ", ".join(self._value(one) for one in value)
        return "" if value is None else str(value)
