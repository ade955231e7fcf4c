"""What the processes of one run make once and share: whoever asks first makes it, the others wait for it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

SHARED = "OHJAUS_TESTS_SHARED"
"""The variable that names the folder of the run; `tests/conftest.py` makes it and takes it away."""

PATIENCE_SECONDS = 600.0
"""How long somebody waits for what another one makes; nothing that is shared takes a tenth of it."""


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """Gives a folder that `make` has filled, which nobody changes afterwards.

    It is filled under another name and then given its own, so that nobody sees it half made.
    """
    made = Path(os.environ[SHARED]) / name
    draft = made.with_name(f"draft-{name}")
    if not made.exists():
        # A lock of SQLite's ends with the process that holds it, however that ends, and on every system.
        with closing(sqlite3.connect(made.with_name(f"{name}.turn"), timeout=PATIENCE_SECONDS)) as turn:
            turn.execute("BEGIN EXCLUSIVE")
            # Somebody may have finished between the look and the turn.
            if not made.exists():
                shutil.rmtree(draft, ignore_errors=True)
                draft.mkdir()
                make(draft)
                draft.rename(made)
    return made
