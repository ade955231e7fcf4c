"""Files that a person names for a command: regular ones only, and read no further than a bound.

A device or a pipe need never end, and a program that waits for one tells nobody why. A pipe that the shell itself laid
to the program, as for `<(…)`, is none of them: whoever typed it knows who writes, as with standard input.
"""

from __future__ import annotations

import os
import re
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
NO_FILE = Label(
    "se ei ole tavallinen tiedosto",
    "den är ingen vanlig fil",
    "it is no regular file",
)


_NO_FILE_BUT = Label(
    "se ei ole tavallinen tiedosto; toisen ohjelman tuloste annetaan tiedostonimellä -",
    "den är ingen vanlig fil; vad ett annat program skriver ges med filnamnet -",
    "it is no regular file; what another program writes is given under the name -",
)
_HANDED_OVER = re.compile(r"/dev/(?:fd/([0-9]{1,9})|stdin)")
"""How a shell names a pipe that it laid to the program, and standard input."""


def content_of(path: str, size: int, otherwise: Label = _NO_FILE_BUT) -> bytes:
    """Gives a file from its beginning, `size` bytes at most: a regular one, or what the shell itself hands over.

    `otherwise` is told of what is neither.

    Raises:
        InputRejected: `file-unreadable`.
    """
    handed_over = _HANDED_OVER.fullmatch(path)
    number = None if handed_over is None else int(handed_over[1] or 0)
    if number is None or not _is_laid(number):
        with regular(Path(path), otherwise) as file:
            return _read(file, Path(path), size)
    try:
        with os.fdopen(os.dup(number), "rb") as file:
            return _read(file, Path(path), size)
    except OSError as error:
        raise _unreadable(Path(path), error.strerror or type(error).__name__) from error


@contextmanager
def regular(path: Path, otherwise: Label = NO_FILE) -> Iterator[BinaryIO]:
    """Opens a regular file for reading; a link leads to what it names. `otherwise` is told of what is none.

    Raises:
        InputRejected: `file-unreadable`.
    """
    try:
        _ensure_regular(path, path.stat(), otherwise)
        with open(path, "rb", opener=_unwaiting) as file:
            # Somebody may have put something else there meanwhile.
            _ensure_regular(path, os.fstat(file.fileno()), otherwise)
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
        while chunk := _read(file, path, _CHUNK_BYTES):
            read += len(chunk)
            if read > LARGEST_DOCUMENT_BYTES:
                raise _too_large(path)
            digest.update(chunk)
    return digest.hexdigest()


def _is_laid(number: int) -> bool:
    """Tells whether a handle is standard input or a pipe; any other may be our own, and is opened by its name."""
    try:
        return number == 0 or stat.S_ISFIFO(os.fstat(number).st_mode)
    except (OSError, OverflowError):
        return False


def _read(file: BinaryIO, path: Path, size: int) -> bytes:
    # Python gives None for what it would have to wait for: what came before that is not all there is.
    found: bytes | None = file.read(size)
    if found is None:
        raise _unreadable(path, NO_FILE)
    return found


def _unwaiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _ensure_regular(path: Path, found: os.stat_result, otherwise: Label) -> None:
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        raise _unreadable(path, otherwise)


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
