"""Standard output: what is printed goes through `write`, which says so when nobody could have read it."""

from __future__ import annotations

import sys

from engine.errors import Fault

UNWRITABLE = "output-unwritable"


def write(text: str) -> None:
    """Writes to standard output.

    Raises:
        BrokenPipeError: nobody reads on.
        Fault: it cannot be written, as on a full disk.
    """
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error) from error


def unwritable(error: OSError) -> Fault:
    """Gives the fault of an answer that cannot be written."""
    reason = error.strerror or type(error).__name__
    return Fault(
        UNWRITABLE,
        f"The answer could not be written to standard output: {reason}. What was recorded before that stays recorded.",
        details={"reason": reason},
    )
