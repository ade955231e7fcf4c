"""Is what cannot be opened a log that was damaged? Then that is a finding, and else an error as any other."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import InputRejected, IntegrityBroken, OhjausError, Refused

if TYPE_CHECKING:
    from store.place import Place

_DAMAGE = ("storage-failed", "read-only", "setting-not-in-force", "history-headless", "declaration-unknown")
"""Codes of faults that, while a log is being verified, mean that its bytes are not what was written."""

_OTHER_REVISION = ("log-older", "log-newer")
_MARKS = (b"OHJA", b"log_identity")
_LOOKED_AT_BYTES = 65_536


def is_damage(error: OhjausError, path: Place) -> bool:
    """Tells whether a log that cannot be opened was damaged, and is not merely none, or another version's."""
    if isinstance(error, IntegrityBroken) or not isinstance(path, Path):
        return isinstance(error, IntegrityBroken)
    if error.code in _DAMAGE:
        return True
    if isinstance(error, InputRejected) and error.code == "not-a-log":
        return _bears_our_marks(path)
    return isinstance(error, Refused) and error.code in _OTHER_REVISION and _has_our_schema(path)


def _bears_our_marks(path: Path) -> bool:
    """Tells whether a file that does not open as a log was one: our marks stand in it."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            beginning = file.read(_LOOKED_AT_BYTES)
    except OSError:
        return False
    return any(mark in beginning for mark in _MARKS)


def _has_our_schema(path: Path) -> bool:
    """Tells whether a log that names another revision has exactly the tables of this one, so that the name is wrong."""
    from store.connection import open_database
    from store.integrity import declared_schema, kept_schema

    try:
        with closing(open_database(path, read_only=True)) as database:
            return declared_schema(()).items() <= kept_schema(database).items()
    except OhjausError:
        return True
