"""Taking a whole log away from a server, with what is secret in it: who may, and what is noted of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.postgres.address import Server
from tests.test_cli.conftest import answer, copy_with_persons, invoke, stand_in, succeed
from tests.test_postgres.conftest import database
from tests.test_postgres.server import binaries
from tests.test_publicity.conftest import planted
from tests.test_publicity.looking import holds
from tests.test_publicity.test_rights_and_publicity import act_as, shared

__all__ = ["planted", "shared"]

SCHEDULER, DELEGATE = "test-timer", "test-delegate"
OF_THE_WHOLE = (("db", "backup", "--out", "kept.db"), ("db", "backup", "--dump", "--out", "kept.db"))


@pytest.fixture(scope="module")
def given(shared: Path, administration: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A log with secrets and rights on a server; a timer has a right of its own, somebody else acts for it."""
    with database(administration) as place, pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("given")
        stand_in(patch, folder)
        copy_with_persons(shared, folder / "demo.db")
        succeed("db", "copy", "demo.db", place.conninfo)
        act_as("test-anna", patch)
        rights = ("grant", "add", "--db", place.conninfo, "--role")
        succeed(*rights, "scheduler", "--may-delegate", SCHEDULER)
        succeed(*rights, "delegate", "--acts-for", SCHEDULER, DELEGATE)
        succeed(*rights, "vm", "--procedure", "evaluation", "--reads-secret", "test-clerk")
        yield place


@pytest.fixture
def place(given: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of that log, and the server's own programs on PATH; the working folder is empty."""
    stand_in(monkeypatch, tmp_path)
    monkeypatch.setenv("PATH", f"{binaries() or ''}{os.pathsep}{os.environ['PATH']}")
    return given.conninfo


def taken(place: str, patch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the security log tells of secrets that were taken out, the newest first."""
    act_as("test-auditor", patch)
    return list(answer("audit", "security", "--kind", "secret-export", "--db", place))


@pytest.mark.parametrize("person", ["test-clerk", DELEGATE])
def test_who_may_not_read_every_secret_takes_no_whole_log_away(
    place: str, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given one who sees every case and not their secrets, it is refused in words that teach; nothing is written."""
    before = len(taken(place, monkeypatch))
    act_as(person, monkeypatch)
    for words in (*(("--db", place, *words) for words in OF_THE_WHOLE), ("db", "copy", place, "kept.db")):
        for more in ((), ("--dry-run",)):
            refused = invoke(*words, *more)
            assert (refused.exit_code, "[secrets-in-whole]" in refused.stderr) == (5, True), refused.stderr
            proposed = re.search(r"Try: ohjaus (grant list --role log_auditor --db \S+)", refused.stderr)
            assert proposed is not None
            assert "test-auditor" in succeed(*proposed[1].split()).stdout
    assert list(Path().iterdir()) == []
    assert len(taken(place, monkeypatch)) == before


@pytest.mark.parametrize("person", ["test-auditor", "test-reader", SCHEDULER])
def test_who_may_takes_it_and_that_is_noted(place: str, person: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each backup, dump and copy leaves one line: who, by which right, and up to which event; a rehearsal none."""
    before = len(taken(place, monkeypatch))
    act_as(person, monkeypatch)
    for words in (*OF_THE_WHOLE, ("db", "copy", place, "kept.db")):
        succeed(*words, "--dry-run", "--db", place)
        succeed(*words, "--db", place)
        for path in Path().glob("kept.db*"):
            path.unlink()
    lines = taken(place, monkeypatch)[: -before or None]
    assert [line["what"] for line in lines] == ["db copy", "db backup", "db backup"]
    assert {line["person_name"] for line in lines} == {person}
    assert all(line["grant"] and int(line["details"]["whole_log_to"]) > 0 for line in lines)


def test_what_another_lends_counts_in_that_ones_name_alone(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A delegate takes the log away for the timer whose right it is, when that is said."""
    act_as(DELEGATE, monkeypatch)
    succeed("db", "backup", "--out", "kept.db", "--for", SCHEDULER, "--db", place)
    assert holds(Path("kept.db").read_bytes())
    assert taken(place, monkeypatch)[0]["person_name"] == DELEGATE


def test_what_cannot_be_noted_is_not_taken(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the security log takes no line, as on a replica, nothing is written, in each language."""
    from engine.errors import Refused

    def fails(*_: object) -> None:
        raise Refused("replica", "made-up replica")

    act_as("test-auditor", monkeypatch)
    monkeypatch.setattr("store.security_log.note", fails)
    told = {"fi": "ei voitu merkitä", "sv": "kunde inte antecknas", "en": "could not be noted"}
    for language, text in told.items():
        for words in (("db", "backup", "--out", "kept.db"), ("db", "copy", place, "kept.db")):
            refused = invoke(*words, "--db", place, "--lang", language)
            assert (refused.exit_code, "[taking-not-noted]" in refused.stderr, text in refused.stderr) == (
                5,
                True,
                True,
            )
    assert list(Path().iterdir()) == []


def test_a_bundle_of_everything_leaves_secrets_out_unless_they_are_asked_for(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may read no secret gets none, with or without asking; who may is noted for each case."""
    bundle = ("audit", "export", "--format", "bundle", "--yes", "--db", place, "--out")
    act_as("test-clerk", monkeypatch)
    succeed("audit", "key", "init", "--db", place)
    succeed(*bundle, "without")
    assert not any(holds(path.read_bytes()) for path in Path("without").iterdir())
    before = len(taken(place, monkeypatch))
    succeed(*bundle, "with", "--with-secret")
    assert any(holds(path.read_bytes()) for path in Path("with").iterdir())
    assert len(taken(place, monkeypatch)) > before


def test_a_log_in_a_file_is_its_owners(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever can read the file can copy it: nothing is refused there, and no line is left."""
    stand_in(monkeypatch, tmp_path)
    copy_with_persons(shared, tmp_path / "demo.db")
    act_as("test-clerk", monkeypatch)
    succeed("db", "backup", "--out", "kept.db", "--db", "demo.db")
    succeed("db", "copy", "demo.db", "copied.db")
    assert taken("demo.db", monkeypatch) == []
