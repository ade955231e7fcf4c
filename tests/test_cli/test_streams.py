"""Standard output and error that are closed, full, cut off or in a poor encoding: never a traceback."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.doses import LONG
from tests.test_cli.conftest import answer

CASE = "evaluation-15-2025"
PROGRAM = [sys.executable, "-m", "cli"]
UNWRITABLE = (
    (">&-", ("actor", "list"), 0),
    ("2>&-", ("actor", "list"), 0),
    (">&- 2>&-", ("actor", "show", "nothing"), 3),
    ("2>/dev/full", ("actor", "show", "nothing"), 3),
    (">/dev/full", ("actor", "list"), 1),
    (">/dev/full", ("actor", "list", "--format", "json"), 1),
    (">/dev/full", ("actor", "show", "nothing", "--format", "json"), 3),
    (">/dev/full", ("--help",), 1),
    (">/dev/full", ("case", "list"), 1),
)
"""Each with a process that is started, and so mostly with commands that load little."""

BUFFERINGS = ("", "1")
"""What PYTHONUNBUFFERED holds: the ordinary run takes them in turn, the long one each way with both."""


def in_shell(redirected: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program with its streams redirected as only a shell can."""
    line = f"{shlex.join([*PROGRAM, *arguments])} {redirected}"
    return subprocess.run(["sh", "-c", line], capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("redirected", "arguments", "code", "unbuffered"),
    [
        (*way, buffering)
        for number, way in enumerate(UNWRITABLE)
        for buffering in (BUFFERINGS if LONG else BUFFERINGS[number % 2 : number % 2 + 1])
    ],
)
def test_a_stream_that_cannot_be_written_is_no_crash(
    redirected: str,
    arguments: tuple[str, ...],
    code: int,
    unbuffered: str,
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Closed and full streams end with a code of the contract, and with a sentence where one can be said."""
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    done = in_shell(redirected, *arguments)
    assert (done.returncode, b"Traceback" in done.stderr, b"Exception ignored" in done.stderr) == (code, False, False)


def test_what_was_recorded_is_recorded_though_the_answer_is_lost(database: Path) -> None:
    """A full disk behind standard output undoes nothing; the fault says so."""
    done = in_shell(">/dev/full", "case", "note", CASE, "made-up note")
    assert (done.returncode, b"output-unwritable" in done.stderr) == (1, True)
    assert answer("case", "history", CASE)[-1]["data"]["text"] == "made-up note"


def test_a_reader_who_has_enough_is_no_failure(database: Path) -> None:
    """A pipe that is closed early ends the program without a word."""
    with subprocess.Popen(
        [*PROGRAM, "actor", "list", "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_a_terminal_without_our_letters_gets_escapes(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the encoding lacks a letter, its escape is printed and the command succeeds."""
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = subprocess.run([*PROGRAM, "actor", "show", "01"], capture_output=True, check=False)
    assert (done.returncode, b"It\\xe4-Uusimaa" in done.stdout) == (0, True)


def test_bytes_that_are_no_text_are_refused(database: Path) -> None:
    """What the terminal hands over must be text: other bytes are rejected as input, not recorded and not crashed on."""
    done = subprocess.run([*PROGRAM, "case", "note", CASE, b"made up \xff"], capture_output=True, check=False)
    assert (done.returncode, b"text-unreadable" in done.stderr) == (9, True)
