"""What follows from the declarations alone, made once and not again for each of thousands of injected faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

import pytest

from engine.projection import Projection
from store import integrity
from store.integrity import Schema
from store.projections.tables import KeptTable


@contextmanager
def made_once() -> Iterator[None]:
    """Lets the tables of the projections and the schema be declared once within the block: half of what opening costs.

    A process of the command line opens one log and declares them once as well.
    """
    declared: dict[tuple[int, ...], Schema] = {}
    made = integrity.declared_schema

    def kept(projections: Sequence[Projection]) -> Schema:
        key = tuple(map(id, projections))
        if key not in declared:
            declared[key] = made(projections)
        return declared[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("store.open_log.KeptTable", cache(KeptTable))
        patch.setattr("store.integrity.KeptTable", cache(KeptTable))
        patch.setattr("store.integrity.declared_schema", kept)
        yield
