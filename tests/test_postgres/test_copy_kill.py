"""A copy that is killed at any moment leaves nothing that is whole without its names, and the next copy finishes it."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from store.personal.place import create_register, is_kept, open_register, persons_place
from store.place import is_taken
from store.postgres.address import Server, parse_server
from tests.ready import ROOT, program
from tests.test_cli.conftest import answer, invoke, stand_in, succeed
from tests.test_postgres.cut_copy import MOMENTS

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nobody can be killed with SIGKILL here")

CASE = "steering-negotiation-21-2026"
OPENING = ("steering_negotiation", "--subject", "Lappi", "--on", "2026-08-17", "--set", "year=2026")
WHY = ("--ground", "unlawful", "--reason", "made-up reason")
AT = "2031-06-21T09:00:00+00:00"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log in a file with more events than are carried when the process is killed in their midst."""
    stand_in(monkeypatch, tmp_path)
    succeed("init", "--db", "log.db")
    succeed("case", "start", *OPENING, "--db", "log.db")
    for number in range(4):
        succeed("case", "note", CASE, f"made-up note {number}", "--db", "log.db")
    return tmp_path / "log.db"


@pytest.fixture(params=["server", "file"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where the copy is to stand."""
    if request.param == "file":
        return str(tmp_path / "copy.db")
    empty: Server = request.getfixturevalue("empty")
    return empty.conninfo


def place(target: str) -> Path | Server:
    """The place that an argument names."""
    return parse_server(target) if "://" in target else Path(target)


def cut(moment: str, source: Path, target: str) -> None:
    """Copies until a moment at which the process is killed."""
    command = [*program("tests.test_postgres.cut_copy"), moment, str(source), target]
    killed = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_copy_that_was_killed_is_finished_by_the_next(source: Path, target: str, moment: str) -> None:
    """No log stands there without its names; the same command makes the rest, and the copy is written on."""
    before = answer("case", "history", CASE, "--db", str(source))
    cut(moment, source, target)
    assert not is_taken(place(target)) or is_kept(persons_place(place(target), None))
    again = invoke("db", "copy", str(source), target)
    finished = moment == "before it is told"
    assert (again.exit_code, "log-exists" in again.stderr) == ((5, True) if finished else (0, False)), again.output
    after = answer("case", "history", CASE, "--db", target)
    assert [one["hash"] for one in after] == [one["hash"] for one in before]
    assert [one["recorded_by"] for one in after] == [one["recorded_by"] for one in before]
    succeed("case", "note", CASE, "a made-up note", "--db", target)
    assert answer("person", "check", "--db", target)["ok"]
    assert answer("audit", "verify", "--db", target)["ok"]


def test_who_was_erased_meanwhile_does_not_come_back(source: Path, target: str) -> None:
    """The names of a copy that was killed hold somebody whom the log has forgotten when the copy is made again."""
    name = answer("case", "history", CASE, "--db", str(source))[0]["recorded_by"]["person_name"]
    cut("between names and log", source, target)
    with closing(open_register(persons_place(place(target), None))) as begun:
        assert begun.known(name)
    succeed("person", "erase", name, *WHY, "--db", str(source))
    succeed("db", "copy", str(source), target)
    with closing(open_register(persons_place(place(target), None))) as finished:
        assert finished.known(name) == answer_reference(source, name)
        assert len(finished.erased()) == 1


def answer_reference(source: Path, name: str) -> str | None:
    """By what the source knows a name now: whoever erased themselves was registered anew."""
    with closing(open_register(persons_place(source, None))) as register:
        return register.known(name)


def test_a_copy_that_the_log_has_outgrown_says_so(source: Path, empty: Server) -> None:
    """What was cut off before the log went on can be finished no more: it is said why, and what to do instead."""
    cut("before the copy is read", source, empty.conninfo)
    succeed("case", "note", CASE, "a made-up note", "--db", str(source))
    for language, words in (("fi", "päättyy tapahtumaan 5"), ("sv", "slutar med händelse 5"), ("en", "with event 5.")):
        refused = invoke("db", "copy", str(source), empty.conninfo, "--lang", language)
        assert (refused.exit_code, "[copy-outdated]" in refused.stderr) == (5, True), refused.output
        assert words in refused.stderr
        assert f"ohjaus db copy {source} postgresql://USER@HOST/DATABASE" in refused.stderr


def test_a_log_that_was_left_without_its_names_gets_them(source: Path, empty: Server) -> None:
    """An earlier version could leave one on a server; as long as nothing was written there, copying again mends it."""
    succeed("db", "copy", str(source), empty.conninfo, "--without-persons")
    assert invoke("case", "note", CASE, "a made-up note", "--db", empty.conninfo).exit_code == 5
    assert answer("db", "copy", str(source), empty.conninfo)["persons"]["outcome"] == "carried"
    succeed("case", "note", CASE, "a made-up note", "--db", empty.conninfo)
    assert "log-exists" in invoke("db", "copy", str(source), empty.conninfo).stderr


def test_the_names_of_another_log_stop_the_copy_before_it_begins(source: Path, target: str) -> None:
    """They stay as they are, no log is made beside them, and a rehearsal and a copy without names say so as well."""
    create_register(persons_place(place(target), None), "another-log", AT)
    for words in (("--dry-run",), (), ("--without-persons",)):
        refused = invoke("db", "copy", str(source), target, *words)
        assert (refused.exit_code, "persons-exist" in refused.stderr) == (5, True), refused.output
    assert not is_taken(place(target))
