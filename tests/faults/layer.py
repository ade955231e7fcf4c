"""The layer between a program and its files (`shim.c`): compiling it, running under it, reading what it wrote down."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from enum import IntFlag
from pathlib import Path
from typing import NamedTuple

from tests.faults.ledger import CannotRun
from tests.once import SHARED, made_once

ROOT = Path(__file__).parents[2]
SOURCE, LIBRARY = Path(__file__).with_name("shim.c"), "layer.so"
_HEAD = struct.Struct("<4Q")


class Kind(IntFlag):
    """The kinds of calls that can be made to fail; the numbers are those of `shim.c`."""

    OPEN = 1
    READ = 2
    WRITE = 4
    SYNC = 8
    CUT = 16
    UNLINK = 32
    MAP = 64


EVERY = Kind(127)


class Op(NamedTuple):
    """One thing that was done to a file: made, written, cut, synced, unlinked."""

    kind: str
    name: str
    offset: int
    data: bytes


def compiled(folder: Path) -> Path:
    """Compiles the layer, once in a run of tests.

    Raises:
        CannotRun: there is no compiler, or no such thing as LD_PRELOAD.
    """
    if SHARED in os.environ:
        folder = made_once("layer", compile_into)
    elif not (folder / LIBRARY).exists():
        compile_into(folder)
    return folder / LIBRARY


def compile_into(folder: Path) -> None:
    """Compiles the layer in a folder."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        raise CannotRun("a C compiler and Linux are needed for the layer over the files")
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(folder / LIBRARY), str(SOURCE), "-ldl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotRun(f"the layer over the files cannot be compiled: {done.stderr.strip()}")


def under(library: Path) -> Mapping[str, str]:
    """The environment of a process under the layer."""
    return {**os.environ, "LD_PRELOAD": str(library)}


class Layer:
    """The layer as the process that runs under it sees it."""

    def __init__(self, folder: Path) -> None:
        """Watches the files of one folder."""
        self._calls = ctypes.CDLL(None)
        self._calls.faults_watch(os.fsencode(folder))

    def trace(self, path: Path) -> None:
        """Writes down from now on whatever is done."""
        self._calls.faults_trace(os.fsencode(path))

    def arm(self, at: int, error: int, *, times: int = 1, kinds: Kind = EVERY) -> None:
        """Makes the calls from the `at`th on fail, so many of them; 0 lets all of them succeed."""
        self._calls.faults_arm(at, error, times, int(kinds))

    @property
    def fired(self) -> int:
        """How many calls have failed since it was armed."""
        return int(self._calls.faults_fired())


def traced(path: Path) -> Iterator[Op]:
    """Yields what was written down."""
    content = memoryview(path.read_bytes())
    at = 0
    while at < len(content):
        kind, name_length, offset, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        name = bytes(content[at : at + name_length]).decode()
        at += name_length
        data = b""
        if chr(kind) == "w":
            data = bytes(content[at : at + length])
            at += length
        yield Op(chr(kind), name, offset, data)
