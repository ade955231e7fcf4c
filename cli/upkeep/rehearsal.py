"""A copy of a log to rehearse on: what takes many acts, each upon the last, is tried there and then forgotten."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from store.connection import SqliteDatabase

if TYPE_CHECKING:
    from engine.ports import Clock
    from store.open_log import OpenLog


@contextmanager
def copy_of(opened: OpenLog, clock: Clock) -> Iterator[Path]:
    """Yields the path of a copy, readable by its owner only; it is gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix="ohjaus-") as folder:
        path = Path(folder) / "rehearsal.db"
        if not isinstance(opened.database, SqliteDatabase):
            from store.copying import copy_log

            copy_log(opened.log, path, clock, opened.projections.projections)
            yield path
            return
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path, isolation_level=None)) as target:
            opened.database.driver.backup(target)
        yield path
