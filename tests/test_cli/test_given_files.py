"""Files that a command is given: what need never end is refused at once, and a document has a largest size."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from cli.case import given_files
from cli.case.given import documents, read_json
from cli.messages import Words
from engine.errors import InputRejected
from engine.law import LANGUAGES
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
    """As a document and as data, in three languages, without opening it."""
    for read in (lambda: documents([f"report=@{endless}"], ()), lambda: read_json(str(endless))):
        with pytest.raises(InputRejected) as refused:
            read()
        assert (refused.value.code, str(endless) in refused.value.message) == ("file-unreadable", True)
        said = [Words(language).error(refused.value) for language in LANGUAGES]
        assert said == [
            f"Tiedostoa {endless} ei voi lukea: se ei ole tavallinen tiedosto.",
            f"Filen {endless} kan inte läsas: den är ingen vanlig fil.",
            f"{endless} cannot be read: it is no regular file.",
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
