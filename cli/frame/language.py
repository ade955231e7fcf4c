"""Which of the three languages a person is spoken to in: option, `OHJAUS_LANG`, settings files, locale, or English.

Kept apart from the settings so that `--help` can ask it without reading more than it must.
"""

from __future__ import annotations

import os
from contextvars import ContextVar

from engine.law import LANGUAGES, Label, Language

_current: ContextVar[Language | None] = ContextVar("language", default=None)


def known(text: str | None) -> Language | None:
    """Gives the language that `text` names, or None when it names none of the three."""
    return next((language for language in LANGUAGES if language == text), None)


def of_locale() -> Language | None:
    """Gives the language of the locale, as the environment states it, or None when it is none of the three."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        stated = os.environ.get(name)
        if stated:
            return known(stated.replace("-", "_").partition("_")[0].partition(".")[0].lower())
    return None


def speak(language: Language | None) -> None:
    """Sets the language of this invocation; None lets the environment decide."""
    _current.set(language)


def current() -> Language:
    """Gives the language of this invocation."""
    return _current.get() or known(os.environ.get("OHJAUS_LANG")) or of_locale() or "en"


def said(label: Label) -> str:
    """Gives a label in the language of this invocation."""
    return label.text(current())
