"""Rows of the kept projections as they are read: one that no fold writes is told, and never stumbled over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from engine.errors import IntegrityBroken


@contextmanager
def as_folded() -> Iterator[None]:
    """Lets rows be turned into what they say within the block.

    Raises:
        IntegrityBroken: `projection-unreadable`, a row holds what no fold writes.
    """
    try:
        yield
    except (msgspec.MsgspecError, ValueError, TypeError) as error:
        raise IntegrityBroken(
            "projection-unreadable",
            "What is kept beside the log holds a row that no event gives: the file is damaged, or was meddled with. "
            "The log decides; see first whether it is whole.",
            try_next="ohjaus audit verify",
        ) from error
