"""Taking away what was begun and not finished, without ever hiding why it was not."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def take_away(*left: Path) -> None:
    """Deletes drafts that may be there, as far as the system lets us; never raises.

    Where nothing can be written nothing can be deleted either: what the caller was told first is what to tell.
    """
    for one in left:
        with suppress(OSError):
            one.unlink(missing_ok=True)
