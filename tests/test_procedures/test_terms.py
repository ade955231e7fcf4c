"""One word for one thing: the glossary over all declarations, and the terms of the law."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cli.rules.word_list import Name, Term, names_of, terms
from engine.law import Label
from procedures.register import declarations

NAMES = tuple(name for table in declarations().all() for name in names_of(table.procedure))


def otherwise_called(names: Iterable[Name]) -> dict[str, set[str]]:
    """Gives each Finnish name that has more than one English one, with those."""
    called: dict[str, set[str]] = {}
    for name in names:
        called.setdefault(name.label.fi.casefold(), set()).add(name.label.en.casefold())
    return {fi: words for fi, words in called.items() if len(words) > 1}


def test_no_name_has_two_english_words() -> None:
    """What bears one Finnish name bears one English name, in whichever procedure it stands."""
    assert otherwise_called(NAMES) == {}


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.label.en)
def test_a_term_of_the_law_has_one_word(term: Term) -> None:
    """A label that speaks of a term in Finnish calls it by its one word in Swedish and in English."""
    broken = {(name.procedure, name.kind, name.label) for name in NAMES if term.broken_by(name.label)}
    assert broken == set()


def test_the_rules_see_a_second_word() -> None:
    """Another English word for a term, and for a name, is found out."""
    funding = next(term for term in terms() if term.label.en == "additional funding")
    other = Label("lisärahoitusta myönnetty", "tilläggsfinansiering beviljad", "extra funding granted")
    assert funding.broken_by(other)
    twice = [
        Name("fact", label, (), "x")
        for label in (Label("päätös", "beslut", "decision"), Label("Päätös", "b", "ruling"))
    ]
    assert otherwise_called(twice) == {"päätös": {"decision", "ruling"}}


def test_every_term_is_spoken_of_by_its_own_name() -> None:
    """The patterns of a term fit its own three names."""
    assert [term.label.en for term in terms() if term.broken_by(term.label)] == []
