"""The texts of the command line in Finnish, Swedish and English; the three files hold the same keys.

A noun with many texts has files of its own beside them, `picture.fi.toml` and so on, whose keys stand under its name.

An error's text stands under `error.<code>` and is filled from the error's details. Where a code has none, a person
reads what the code means (`codes.toml`), with those particulars that are the same in every language: paths, ids, names.
The error's own sentence is English, and only who reads English is shown it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from engine.errors import OhjausError
from engine.law import LANGUAGES, Label, Language

Texts = Mapping[str, Any]

_SAME_IN_ALL = (
    *("path", "journal", "server", "host", "issuer", "case", "stream", "position", "projection", "fact", "given"),
    *(
        "code",
        "subject",
        "county",
        "counties",
        "month",
        "cells",
        "relation",
        "written",
        "person",
        "references",
        "setting",
    ),
    *("fault", "type", "declaration", "procedure", "calendar", "name", "log", "kept", "there", "backup"),
)
"""Particulars of errors that are names, paths and ids, in the order in which they are told."""


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


@cache
def _by_dotted_key(language: Language, noun: str | None = None) -> Mapping[str, str]:
    """Gives the texts of one file by their whole keys."""
    return dict(_flat(texts(language, noun)))


def _flat(found: Texts, above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in found.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        elif isinstance(value, str):
            yield f"{above}{key}", value


def in_each_language(error: OhjausError) -> Label:
    """Gives the sentence of an error in the three languages, for whoever does not know yet who reads it."""
    return Label(*(Words(language).error(error) for language in LANGUAGES))


class Words:
    """The texts of one language."""

    def __init__(self, language: Language) -> None:
        """Takes the language; its file is read when the first text is asked for."""
        self.language = language
        self._found: dict[str, str | None] = {}

    def __call__(self, key: str, /, **values: object) -> str:
        """Gives the text of a dotted key, filled with values; labels and dates among them are put in the language."""
        found = self.find(key)
        if found is None:
            raise KeyError(key)
        # Most texts have no blanks.
        return found.format_map(self._shown(values)) if "{" in found or "}" in found else found

    def count(self, key: str, number: int, **values: object) -> str:
        """Gives the text of `key` for a number of things: its `one` or its `other`."""
        return self(f"{key}.{'one' if abs(number) == 1 else 'other'}", n=number, **values)

    def find(self, key: str) -> str | None:
        """Gives the unfilled text of a dotted key, or None when there is none."""
        if key not in self._found:
            noun, _, rest = key.partition(".")
            own = noun in OF_THEIR_OWN
            self._found[key] = _by_dotted_key(self.language, noun if own else None).get(rest if own else key)
        return self._found[key]

    def error(self, error: OhjausError) -> str:
        """Gives the sentence of an error; where no text fits, its own English one or what its code means."""
        template = self.find(f"error.{error.code}")
        if template is None:
            return self.explained(error.code, error.message, error.details)
        details = dict(error.details)
        details.setdefault("where", details.get("case") or details.get("procedure"))
        if isinstance(details.get("reason"), str):
            details["reason"] = self.reason(str(details["reason"]))
        try:
            return template.format_map(self._shown(details))
        except KeyError:
            return self.explained(error.code, error.message, error.details)

    def explained(self, code: str, english: str, details: Mapping[str, object] | None = None) -> str:
        """Gives the English sentence to who reads English, else what the code means and what needs no translation."""
        if self.language == "en":
            return english
        from cli.rules.glossary import written_codes

        entry = written_codes().get(code)
        if entry is None:
            return english
        known = (value for name in _SAME_IN_ALL if (value := (details or {}).get(name)))
        told = ", ".join(dict.fromkeys(map(self._value, known)))
        return f"{entry.label.text(self.language)} ({told})" if told else entry.label.text(self.language)

    def reason(self, said: str) -> str:
        """Gives what the operating system says in the language, where it is one of its usual reasons."""
        from errno import errorcode
        from os import strerror

        named = next((name for number, name in errorcode.items() if strerror(number) == said), "")
        return self.find(f"reason.{named}") or said

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
        if isinstance(value, str):
            return str(value)
        if isinstance(value, Label):
            return value.text(self.language)
        if isinstance(value, dt.date):
            return self.date(value)
        if isinstance(value, list | tuple):
            return ", ".join(self._value(one) for one in value)
        return "" if value is None else str(value)
