"""Files that a command is given: what need never end is refused at once, and a document has a largest size."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Self

import pytest

from cli.case import given_files
from cli.case.given import documents, read_json
from cli.messages import Words
from engine.errors import InputRejected
from engine.law import LANGUAGES
from tests.ready import ROOT
from tests.test_cli.conftest import invoke

CASE = "evaluation-15-2025"
POSIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name and devices are those of POSIX")


@pytest.fixture(params=["device", "pipe", "link to a device"])
def endless(request: pytest.FixtureRequest, folder: Path) -> Path:
    """Something that never ends, or that nobody writes to."""
    path = folder / "endless"
    if request.param == "device":
        return Path("/dev/zero")
    if request.param == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    return path


@POSIX
def test_what_is_no_regular_file_is_refused_at_once(endless: Path) -> None:
    """As a document and as data, in three languages, without opening it; data may come by standard input instead."""
    for read, instead in (
        (lambda: documents([f"report=@{endless}"], ()), ("", "", "")),
        (
            lambda: read_json(str(endless)),
            (
                "; toisen ohjelman tuloste annetaan tiedostonimellä -",
                "; vad ett annat program skriver ges med filnamnet -",
                "; what another program writes is given under the name -",
            ),
        ),
    ):
        with pytest.raises(InputRejected) as refused:
            read()
        assert (refused.value.code, str(endless) in refused.value.message) == ("file-unreadable", True)
        said = [Words(language).error(refused.value) for language in LANGUAGES]
        assert said == [
            f"Tiedostoa {endless} ei voi lukea: se ei ole tavallinen tiedosto{instead[0]}.",
            f"Filen {endless} kan inte läsas: den är ingen vanlig fil{instead[1]}.",
            f"{endless} cannot be read: it is no regular file{instead[2]}.",
        ]


@POSIX
@pytest.mark.parametrize("given", [("--doc", "report=@{}"), ("--json", "{}")], ids=["--doc", "--json"])
def test_an_act_with_such_a_file_is_refused(given: tuple[str, str], endless: Path, database: Path) -> None:
    """The command ends, with the code of input, and says which file it was."""
    option, value = given
    words = (
        ("case", "attach", CASE) if option == "--doc" else ("case", "advance", CASE, "group_met", "--on", "2026-03-20")
    )
    done = invoke(*words, option, value.format(endless))
    assert (done.exit_code, "file-unreadable" in done.stderr) == (9, True), done.output


@POSIX
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("import",), "file-unreadable"),
        (("collect", "check"), "file-unreadable"),
        (("audit", "verify", "--checkpoints"), "cannot-open"),
        (("db", "restore"), "not-a-log"),
        (("figures", "check", "15", "--for", "key_figures", "--on", "2025-06-17", "--json"), "file-unreadable"),
    ],
)
def test_no_command_waits_for_what_never_comes(
    command: tuple[str, ...], code: str, folder: Path, database: Path
) -> None:
    """A named pipe into which nobody writes is told of at once, whatever it was named for."""
    os.mkfifo(folder / "nobody-writes")
    refused = invoke(*command, str(folder / "nobody-writes"), "--db", str(database))
    assert (refused.exit_code != 0, f"[{code}]" in refused.stderr) == (True, True), refused.output


@POSIX
@pytest.mark.parametrize("named", ["/dev/fd/{}", "/dev/stdin", "-"])
def test_data_come_through_a_pipe_that_the_shell_laid(database: Path, named: str) -> None:
    """As with `--json <(…)`: what the other program writes late is waited for, and what comes is read strictly."""
    reading, writing = os.pipe()
    shell = """sleep 0.2; echo '{"theme": 1, "theme": 2}'"""
    given = named.format(reading)
    with subprocess.Popen(["/bin/sh", "-c", shell], stdout=writing):
        os.close(writing)
        words = ("case", "advance", CASE, "group_met", "--on", "2026-03-20", "--json", given, "--db", str(database))
        done = subprocess.run(
            [sys.executable, "-c", "from cli.main import main; main()", *words],
            stdin=reading,
            pass_fds=(reading,),
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    os.close(reading)
    assert (done.returncode, f"The JSON of {given}" in done.stderr) == (9, True), done.stderr
    assert "stands twice" in done.stderr


@POSIX
def test_a_handle_that_nobody_laid_is_opened_by_its_name_or_not_at_all(folder: Path) -> None:
    """A number of nothing, and one of a device, are refused; one of a file gives the file."""
    (folder / "data.json").write_text("{}")
    for path, read in (("/dev/zero", False), (str(folder / "data.json"), True)):
        handle = os.open(path, os.O_RDONLY)
        try:
            if read:
                assert read_json(f"/dev/fd/{handle}") == {}
                continue
            with pytest.raises(InputRejected) as refused:
                read_json(f"/dev/fd/{handle}")
            assert refused.value.code == "file-unreadable"
        finally:
            os.close(handle)
    for nothing in ("/dev/fd/999999999", "/dev/fd/99999999999999999999"):
        with pytest.raises(InputRejected) as refused:
            read_json(nothing)
        assert refused.value.code == "file-unreadable"


def test_a_name_that_is_empty_is_no_missing_option(database: Path) -> None:
    """As when a script's variable is empty: nothing is recorded without the data that were to come."""
    done = invoke("case", "advance", CASE, "group_met", "--on", "2026-03-20", "--json", "", "--db", str(database))
    assert (done.exit_code, "file-unreadable" in done.stderr) == (9, True), done.output


def test_a_file_that_would_have_to_be_waited_for_is_not_taken_for_a_shorter_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some files of the system itself have no end: what came first is not the document."""
    path = folder / "endless.txt"
    path.write_bytes(b"0123456789")
    answers: list[bytes | None] = [b"0123", None]
    monkeypatch.setattr(given_files, "open", lambda *_, **__: Slow(answers, path), raising=False)
    with pytest.raises(InputRejected) as refused:
        given_files.sha256_of(path)
    assert refused.value.code == "file-unreadable"


class Slow:
    """A file opened without waiting, which has not everything at once."""

    def __init__(self, answers: list[bytes | None], path: Path) -> None:
        self._answers = answers
        self._handle = os.open(path, os.O_RDONLY)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)

    def fileno(self) -> int:
        """Gives the handle."""
        return self._handle

    def read(self, _: int) -> bytes | None:
        """Gives what there is just now."""
        return self._answers.pop(0)


def test_a_document_has_a_largest_size(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to it the hash is of the whole file; a bigger one is not read, and it is said what to do instead."""
    path = folder / "report.bin"
    with path.open("wb") as file:
        file.truncate(given_files.LARGEST_DOCUMENT_BYTES + 1)
    with pytest.raises(InputRejected) as refused:
        documents([f"report=@{path}"], ())
    assert refused.value.code == "document-too-large"
    assert all("1 G" in Words(language).error(refused.value) for language in LANGUAGES)
    monkeypatch.setattr(given_files, "LARGEST_DOCUMENT_BYTES", 10)
    path.write_bytes(b"0123456789")
    (document,) = documents([f"report=@{path}"], ())
    assert document.sha256 == hashlib.sha256(b"0123456789").hexdigest()


def test_a_file_that_grows_while_it_is_read_is_bounded_as_well(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What its size was when it was opened does not decide alone."""
    path = folder / "growing.txt"
    path.write_bytes(b"0123456789")
    monkeypatch.setattr(given_files, "LARGEST_DOCUMENT_BYTES", 10)
    monkeypatch.setattr(given_files, "_CHUNK_BYTES", 10)
    real = os.fstat

    def looked(handle: int) -> os.stat_result:
        found = real(handle)
        path.write_bytes(b"0123456789" * 3)
        return found

    monkeypatch.setattr(os, "fstat", looked)
    with pytest.raises(InputRejected) as refused:
        given_files.sha256_of(path)
    assert refused.value.code == "document-too-large"
