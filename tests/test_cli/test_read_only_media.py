"""A copy of a log is read where nothing can be written, whole and without a trace, and so is a log in its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import Fault, Refused
from store import reading
from store.connection import SqliteDatabase
from store.open_log import open_log
from store.reading import Manner
from tests.contracts.builders import SetClock
from tests.ready import ROOT, program
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.mounted import NO_MOUNT

CASE = "evaluation-15-2025"
READING = (
    ("case", "list"),
    ("case", "show", CASE),
    ("todo",),
    ("deadline", "list"),
    ("audit", "log", "--limit", "5"),
    ("audit", "replay", CASE),
    ("projection", "check"),
    ("db", "check"),
    ("doctor",),
    ("audit", "verify"),
)
MARKED = pytest.mark.skipif(os.name != "posix", reason="marks of who may write, as meant here, are those of POSIX")


def traces(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """What a folder holds: each file's bytes, when it was last written, and who may touch it."""
    return {
        file.name: (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_mode)
        for file in folder.iterdir()
        if file.is_file()
    }


@pytest.fixture
def disc(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log as on a disc: everybody may read the file, and nobody may write it or its folder."""
    folder = tmp_path / "disc"
    folder.mkdir()
    path = folder / "demo.db"
    shutil.copy(database, path)
    path.chmod(0o444)
    folder.chmod(0o555)
    monkeypatch.setenv("OHJAUS_DB", str(path))
    yield path
    folder.chmod(0o755)


@pytest.fixture
def crashed(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log as a machine leaves it that went down: its newest event, a note, stands in the WAL alone."""
    folder = tmp_path / "crashed"
    folder.mkdir()
    path = folder / "demo.db"
    with open_log(database, SetClock()):
        succeed("case", "note", CASE, "made-up note")
        for name in (database.name, f"{database.name}-wal", f"{database.name}.persons"):
            shutil.copy(database.with_name(name), folder / name)
    monkeypatch.setenv("OHJAUS_DB", str(path))
    return path


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_leaves_no_trace(database: Path, arguments: tuple[str, ...]) -> None:
    """No byte, no time, no mode and no file in the folder changes when a log is only read."""
    folder = database.parent
    before = traces(folder)
    succeed(*arguments)
    assert traces(folder) == before


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_brings_no_wal_home(crashed: Path, arguments: tuple[str, ...]) -> None:
    """What a machine left in the WAL is read from there; bringing it into the log is a writer's work."""
    before = traces(crashed.parent)
    succeed(*arguments)
    after = traces(crashed.parent)
    assert {name: after[name] for name in before} == before
    assert set(after) <= {*before, "demo.db-shm"}
    assert "made-up note" in succeed("case", "history", CASE).stdout


@MARKED
@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_copy_that_nobody_may_write_is_read(disc: Path, database: Path, arguments: tuple[str, ...]) -> None:
    """Every reading command answers from it, all events read as in the log itself, and nothing appears beside it."""
    before = traces(disc.parent)
    found = invoke(*arguments, "--format", "json")
    assert found.exit_code == 0, found.output
    assert traces(disc.parent) == before
    log = ("audit", "log", "--format", "jsonl")
    assert succeed(*log).stdout == succeed(*log, "--db", str(database)).stdout


@MARKED
def test_doctor_says_how_a_copy_is_read(disc: Path) -> None:
    """That nothing can be written there is no fault, and is said."""
    found = {one["name"]: one for one in answer("doctor")["checks"]}
    assert (found["reading"]["outcome"], found["reading"]["verdict"]) == ("still", "note")
    assert found["mode"]["verdict"] == "note"


@MARKED
def test_what_stands_in_a_wal_on_a_disc_is_read_as_well(crashed: Path) -> None:
    """Read as it stands, the file would lack the newest event: log and WAL are copied, and the copy goes away."""
    for file in crashed.parent.iterdir():
        file.chmod(0o444)
    crashed.parent.chmod(0o555)
    before, temporary = traces(crashed.parent), sorted(Path(tempfile.gettempdir()).glob("ohjaus-*"))
    try:
        assert "made-up note" in succeed("case", "history", CASE).stdout
        assert answer("audit", "verify")["wal"]["checked"] > 0
        with open_log(crashed, SetClock(), read_only=True) as opened:
            assert isinstance(opened.database, SqliteDatabase)
            assert opened.database.manner is Manner.COPY
            (made,) = set(Path(tempfile.gettempdir()).glob("ohjaus-*")) - set(temporary)
            assert {oct(one.stat().st_mode)[-3:] for one in (made, *made.iterdir())} == {"700", "600"}
        assert traces(crashed.parent) == before
        assert sorted(Path(tempfile.gettempdir()).glob("ohjaus-*")) == temporary
    finally:
        crashed.parent.chmod(0o755)


@MARKED
def test_a_copy_that_would_be_too_big_is_refused(crashed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the cap nothing is copied, and it is said what to do."""
    monkeypatch.setattr(reading, "COPY_CAP_BYTES", 1000)
    crashed.parent.chmod(0o555)
    try:
        with pytest.raises(Refused, match="folder of your own") as caught:
            open_log(crashed, SetClock(), read_only=True)
    finally:
        crashed.parent.chmod(0o755)
    assert (caught.value.code, caught.value.details["at_most_bytes"]) == ("snapshot-too-big", 1000)


@MARKED
def test_a_still_copy_that_is_written_meanwhile_is_not_believed(disc: Path) -> None:
    """Without locks nobody keeps a writer away; a look upon a file that changed meanwhile is refused."""
    with open_log(disc, SetClock(), read_only=True) as opened:
        assert isinstance(opened.database, SqliteDatabase)
        assert (opened.database.manner, opened.log.head().position > 0) == (Manner.STILL, True)
        os.utime(disc, ns=(1, 1))
        with pytest.raises(Fault) as caught:
            opened.log.head()
    assert caught.value.code == "log-moved-on"


@MARKED
def test_a_copy_that_others_may_write_is_refused(disc: Path) -> None:
    """To be shown to all is in a disc's nature, to be written by others is not."""
    disc.chmod(0o422)
    assert invoke("case", "list", "--format", "json").exit_code != 0


def test_a_rollback_journal_beside_the_log_is_not_played_back(database: Path) -> None:
    """A journal is none of ours: no command opens the log, and no byte of either is changed."""
    journal = database.with_name(database.name + "-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(504))
    before = traces(database.parent)
    for arguments in (("case", "list"), ("case", "note", CASE, "made-up note"), ("audit", "verify")):
        assert "journal-beside" in invoke(*arguments).stderr
    assert traces(database.parent) == before


@pytest.mark.parametrize("with_wal", [False, True], ids=["closed", "with its WAL"])
def test_a_log_on_a_drive_that_takes_no_writing_is_read(crashed: Path, *, with_wal: bool) -> None:
    """On a real read-only mount reading works, what stands in the WAL included, and writing is refused."""
    if not with_wal:
        succeed("case", "note", CASE, "closed note")
    before = traces(crashed.parent)
    command = [*program("tests.test_cli.mounted"), str(crashed.parent)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if found.returncode == NO_MOUNT:
        pytest.skip("no drive can be mounted here: reading from a real read-only mount was NOT tried")
    assert found.returncode == 0, found.stderr
    assert "made-up note" in found.stdout
    assert found.stdout.splitlines()[-1] == str(sorted(before))
    assert traces(crashed.parent) == before
