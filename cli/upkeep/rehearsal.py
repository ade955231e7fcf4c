"""A copy of a log to rehearse on: what takes many acts, each upon the last, is tried there and then forgotten."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.open_log import OpenLog


@contextmanager
def copy_of(opened: OpenLog) -> Iterator[Path]:
    """Yields the path of a copy, readable by its owner only; it is gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix="ohjaus-") as folder:
        path = Path(folder) / "rehearsal.db"
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path, isolation_level=None)) as target:
            opened.database.driver.backup(target)
        yield path
