"""The texts in three languages: the same keys, the same blanks to fill, and every key that the program asks for."""

from __future__ import annotations

import ast
import datetime as dt
import errno
import os
import string
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from cli.messages import OF_THEIR_OWN, Words, texts
from cli.rules.glossary import written_codes
from engine.errors import InputRejected, Refused
from engine.law import LANGUAGES, Label, Language
from tests.test_house.tree import nodes, python_files


def flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(value)


def told(language: Language) -> dict[str, str]:
    """All texts of a language, those of the nouns that have files of their own among them."""
    own = {noun: texts(language, noun) for noun in OF_THEIR_OWN}
    return dict(flat({**texts(language), **own}))


ALL: dict[Language, dict[str, str]] = {language: told(language) for language in LANGUAGES}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def asked_for() -> Iterator[str]:
    """Yields the keys that the program asks for by a literal."""
    for _, tree in python_files("cli", holding=r"\b(?:words|count)\b"):
        for node in nodes(tree):
            match node:
                case ast.Call(
                    func=ast.Name(id="words") | ast.Attribute(attr="words"),
                    args=[ast.Constant(value=str(key)), *_],
                ):
                    yield key
                case ast.Call(func=ast.Attribute(attr="count"), args=[ast.Constant(value=str(key)), _]):
                    yield f"{key}.one"
                    yield f"{key}.other"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_have_the_same_texts(language: Language) -> None:
    """No text is missing in Finnish or Swedish, and none is left over."""
    assert set(ALL[language]) == set(ALL["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_blank(language: Language) -> None:
    """Every text says something."""
    assert [key for key, text in ALL[language].items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_fill_the_same_blanks(language: Language) -> None:
    """What English names, the others name, except that a language may say less of an error's details."""
    differing = {
        key: (blanks(text), blanks(ALL[language][key]))
        for key, text in ALL["en"].items()
        if blanks(text) != blanks(ALL[language][key])
    }
    assert differing == {}


def test_every_text_asked_for_is_there() -> None:
    """No command asks for a text that does not exist."""
    assert sorted({key for key in asked_for() if key not in ALL["en"]}) == []


def test_dates_are_written_as_the_language_writes_them() -> None:
    """Finnish and Swedish write 7.12.2026, English keeps the form that options take."""
    day = dt.date(2026, 12, 7)
    assert [Words(language).weekday(day) for language in LANGUAGES] == [
        "ma 7.12.2026",
        "må 7.12.2026",
        "Mon 2026-12-07",
    ]


def test_an_error_speaks_the_language_with_its_labels_and_dates() -> None:
    """The details of an error are put into the language, labels and dates among them."""
    error = Refused(
        "act-refused",
        "said in English",
        details={"label": Label("lupa", "tillstånd", "permit"), "case": "made-up-99-2025"},
    )
    said = [Words(language).error(error) for language in LANGUAGES]
    assert said == [
        "Toimea ”lupa” ei kirjattu (made-up-99-2025).",
        "Åtgärden ”tillstånd” registrerades inte (made-up-99-2025).",
        "The act “permit” was not recorded (made-up-99-2025).",
    ]


def test_an_error_without_a_text_says_its_own_sentence() -> None:
    """A code that is explained nowhere keeps the error's English."""
    assert Words("fi").error(Refused("made-up-code", "The made-up rule says no.")) == "The made-up rule says no."


def test_an_error_that_lacks_a_detail_says_what_its_code_means() -> None:
    """A text with a blank that the error cannot fill is not shown half, and not in English instead."""
    error = Refused("now-on-production", "No injected clock here.")
    assert [Words(language).error(error) for language in ("sv", "en")] == [
        written_codes()["now-on-production"].label.sv,
        "No injected clock here.",
    ]


def test_an_error_that_is_only_explained_says_what_its_code_means() -> None:
    """Where a code has an explanation and no sentence of its own, its meaning is read, with names, paths and ids."""
    error = Refused("schema-changed", "The made-up table is gone.", details={"kind": "table", "name": "made_up"})
    meaning = written_codes()["schema-changed"].label.sv
    assert Words("sv").error(error) == f"{meaning} (made_up)"
    assert Words("en").error(error) == "The made-up table is gone."


def test_a_reason_of_the_operating_system_is_said_in_the_language() -> None:
    """The usual reasons are ours; a rare one stays as the system says it."""
    details = {"path": "made-up.json", "reason": os.strerror(errno.ENOENT)}
    said = [Words(language).error(InputRejected("file-unreadable", "", details=details)) for language in LANGUAGES]
    assert said == [
        "Tiedostoa made-up.json ei voi lukea: sitä ei ole.",
        "Filen made-up.json kan inte läsas: den finns inte.",
        "made-up.json cannot be read: there is none.",
    ]
    assert Words("fi").reason("a made-up reason") == "a made-up reason"
