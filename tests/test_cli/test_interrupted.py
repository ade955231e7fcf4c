"""A server that is lost in the middle of a command: the command to give again, and what is said of storing."""

from __future__ import annotations

import importlib
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cli.case.todo import todo
from cli.frame.command import Verb
from cli.frame.failure import report
from cli.frame.interrupted import LOST, again
from cli.frame.invocation import Invocation
from cli.nouns import NOUNS
from engine.errors import Fault, InputRejected
from tests.test_cli.conftest import invoke

CLAIMS = {"fi": "Mitään ei tallennettu", "sv": "Ingenting sparades", "en": "Nothing was stored"}
OPEN = Fault("perhaps-stored", "It may have been stored.", details={"command_id": "made-up-id"})


def verbs() -> Iterator[tuple[str, Verb]]:
    """Every command, by its words."""
    for name, entry in NOUNS.items():
        found: click.Command = getattr(importlib.import_module(entry.module), entry.attribute)
        for one in found.commands.items() if isinstance(found, click.Group) else [("", found)]:
            assert isinstance(one[1], Verb | click.Group)
            if isinstance(one[1], Verb):
                yield f"{name} {one[0]}".strip(), one[1]


def lost_in(verb: Verb, *typed: str) -> Invocation:
    """An invocation of a command that is interrupted."""
    run = Invocation({})
    run.verb, run.typed = verb, typed
    return run


BY_ID = {words: verb for words, verb in verbs() if any("--command-id" in one.opts for one in verb.params)}


@pytest.mark.parametrize("words", BY_ID)
def test_whatever_records_is_to_be_given_again_under_its_id(words: str) -> None:
    """Given a command that records, the one that is proposed is what was typed, with the id that was used."""
    typed = (*words.split(), "made up", "it's")
    assert BY_ID[words].writes
    proposed = again(OPEN, lost_in(BY_ID[words], *typed))
    assert proposed is not None
    assert shlex.split(proposed) == ["ohjaus", *typed, "--command-id", "made-up-id"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("case", "note", "--command-id", "my-own"), "case note --command-id my-own"),
        (("case", "note", "--command-id=my-own"), "case note --command-id=my-own"),
        (("case", "note", "--", "-a"), "case note --command-id made-up-id -- -a"),
        (("--db", "postgresql://a:not-told@b/c"), "--db postgresql://a@b/c --command-id made-up-id"),
        (("--db=postgres://a:not-told@b/c",), "--db=postgresql://a@b/c --command-id made-up-id"),
        (("--db", "demo.db"), "--db demo.db --command-id made-up-id"),
    ],
)
def test_an_own_id_stays_and_no_password_is_told(typed: tuple[str, ...], told: str) -> None:
    """Whoever gave an id has typed it already; an address stands there as it may be shown."""
    assert again(OPEN, lost_in(BY_ID["case note"], *typed)) == f"ohjaus {told}"


def test_what_the_clock_records_needs_no_id() -> None:
    """Given a command whose ids follow from what it records, the same command again is all that is needed."""
    (tick,) = (verb for words, verb in verbs() if words == "deadline tick")
    assert again(OPEN, lost_in(tick, "deadline", "tick")) == "ohjaus deadline tick"


def test_what_is_wrong_with_the_question_is_not_asked_again() -> None:
    """Only where nothing is wrong with what was asked, the same is proposed."""
    assert again(InputRejected("made-up", "made up"), lost_in(BY_ID["case note"], "case", "note")) is None


@pytest.mark.parametrize("language", CLAIMS)
@pytest.mark.parametrize("code", [*LOST, "disk-full", "storage-failed", "database-rights"])
def test_who_reads_is_told_nothing_of_storing(
    monkeypatch: pytest.MonkeyPatch, database: Path, code: str, language: str
) -> None:
    """Given any fault of the store, a command that only reads does not speak of what was stored."""

    def lose(*_: object, **__: object) -> None:
        raise Fault(code, "Something failed. Nothing was stored; make room and try again.")

    monkeypatch.setattr(todo, "callback", lose)
    lost = invoke("todo", "--lang", language)
    assert lost.exit_code == 1
    assert CLAIMS[language] not in lost.stderr
    assert ("ohjaus todo --lang" in lost.stderr) == (code in LOST)


@pytest.mark.parametrize("language", CLAIMS)
def test_who_records_is_told_whether_something_was_stored(
    capsys: pytest.CaptureFixture[str], folder: Path, language: str
) -> None:
    """Given that nothing was recorded, that is said; given that something was, that it may stand there."""
    run = lost_in(BY_ID["case note"], "case", "note")
    run.given["lang"] = language
    assert report(Fault("server-silent", "Nobody answers."), run) == 1
    assert CLAIMS[language] in capsys.readouterr().err
    run.recorded = "made-up-id"
    assert report(Fault("server-silent", "Nobody answers."), run) == 1
    told = capsys.readouterr().err
    assert (CLAIMS[language] in told, "[perhaps-stored]" in told, "made-up-id" in told) == (False, True, True)
