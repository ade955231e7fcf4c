"""Files that a person names for a command: regular ones only, and read no further than a bound.

A device or a pipe need never end, and a program that waits for one tells nobody why.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from engine.errors import InputRejected
from engine.law import Label

LARGEST_DOCUMENT_BYTES = 1_000_000_000
"""More than any document that was written to be read; what is bigger is named by its diary number."""

_CHUNK_BYTES = 1 << 20
_NO_FILE = Label(
    "se ei ole tavallinen tiedosto",
    "den är ingen vanlig fil",
    "it is no regular file",
)


@contextmanager
def regular(path: Path) -> Iterator[BinaryIO]:
    """Opens a regular file for reading; a link leads to what it names.

    Raises:
        InputRejected: `file-unreadable`.
    """
    try:
        _ensure_regular(path, path.stat())
        with open(path, "rb", opener=_unwaiting) as file:
            # Somebody may have put something else there meanwhile.
            _ensure_regular(path, os.fstat(file.fileno()))
            yield file
    except OSError as error:
        raise _unreadable(path, error.strerror or type(error).__name__) from error


def sha256_of(path: Path) -> str:
    """Gives the hash of a document.

    Raises:
        InputRejected: `file-unreadable`; `document-too-large`.
    """
    import hashlib

    digest, read = hashlib.sha256(), 0
    with regular(path) as file:
        if os.fstat(file.fileno()).st_size > LARGEST_DOCUMENT_BYTES:
            raise _too_large(path)
        while chunk := file.read(_CHUNK_BYTES):
            read += len(chunk)
            if read > LARGEST_DOCUMENT_BYTES:
                raise _too_large(path)
            digest.update(chunk)
    return digest.hexdigest()


def _unwaiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _ensure_regular(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        raise _unreadable(path, _NO_FILE)


def _unreadable(path: Path, reason: str | Label) -> InputRejected:
    told = reason.en if isinstance(reason, Label) else reason
    return InputRejected(
        "file-unreadable", f"{path} cannot be read: {told}.", details={"path": str(path), "reason": reason}
    )


def _too_large(path: Path) -> InputRejected:
    return InputRejected(
        "document-too-large",
        f"{path} is larger than a document may be ({LARGEST_DOCUMENT_BYTES // 1_000_000_000} GB). Name it by its diary "
        "number or its address instead.",
        details={"path": str(path)},
    )
