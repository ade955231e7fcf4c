"""Where an export is put: made beside its place and brought there whole, or not at all; readable by its owner only."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputRejected, Refused

_OWN_FILE = 0o600
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Placed:
    """What was put: how many bytes, and their SHA-256; of a folder, that of its manifest, which names the rest."""

    size_bytes: int
    sha256: str


def put(
    out: Path,
    make: Callable[[Path], None],
    *,
    never: Sequence[Path] = (),
    replace: bool = False,
    rehearse: bool = False,
) -> Placed:
    """Has something made and puts it at `out`; a file there is replaced only when asked, and never one of `never`.

    Raises:
        Refused: `file-exists`, `export-over-log`.
        InputRejected: `file-unwritable`.
    """
    try:
        _look(out, never, replace=replace)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.absolute().parent))
        try:
            draft = folder / out.name
            make(draft)
            placed = _measured(draft)
            if not rehearse:
                _bring(draft, out, replace=replace)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputRejected(
            "file-unwritable", f"{out} cannot be written: {reason}.", details={"path": str(out), "reason": reason}
        ) from error
    return placed


def _look(out: Path, never: Sequence[Path], *, replace: bool) -> None:
    if any(_same(out, one) for one in never):
        raise Refused(
            "export-over-log",
            f"{out} is the log itself, or belongs to it. Nothing is written over it.",
            details={"path": str(out)},
        )
    if os.path.lexists(out) and not (replace and out.is_file() and not out.is_symlink()):
        raise _exists(out)


def _same(out: Path, other: Path) -> bool:
    return out.absolute() == other.absolute() or (out.exists() and other.exists() and out.samefile(other))


def _exists(out: Path) -> Refused:
    return Refused(
        "file-exists",
        f"There is something at {out} already. It was left as it is.",
        try_next="name another place, or replace the file with --yes",
        details={"path": str(out)},
    )


def _bring(draft: Path, out: Path, *, replace: bool) -> None:
    if draft.is_dir():
        draft.rename(out)
        return
    draft.chmod(_OWN_FILE)
    if not replace:
        # The place is taken before it is filled, so that nothing that came there meanwhile is covered.
        try:
            os.close(os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWN_FILE))
        except FileExistsError as error:
            raise _exists(out) from error
    draft.replace(out)


def _measured(draft: Path) -> Placed:
    if draft.is_dir():
        size_bytes = sum(path.stat().st_size for path in draft.iterdir())
        return Placed(size_bytes, _digest(draft / MANIFEST))
    return Placed(draft.stat().st_size, _digest(draft))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
