"""What the processes of one run make once and share: whoever asks first makes it, the others wait for it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

SHARED = "OHJAUS_TESTS_SHARED"
"""The variable that names the folder of the run; `tests/conftest.py` makes it and takes it away."""


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """Gives a folder that `make` has filled, which nobody changes afterwards.

    It is filled under another name and then given its own, so that nobody sees it half made.
    """
    made = Path(os.environ[SHARED]) / name
    turn, draft = made.with_name(f"{name}.turn"), made.with_name(f"draft-{name}")
    while not made.exists():
        try:
            turn.mkdir()
        except FileExistsError:
            time.sleep(0.05)
            continue
        try:
            # Somebody may have finished between the look and the turn.
            if not made.exists():
                shutil.rmtree(draft, ignore_errors=True)
                draft.mkdir()
                make(draft)
                draft.rename(made)
        finally:
            turn.rmdir()
    return made
