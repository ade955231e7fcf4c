"""A copy that is killed: `python -m tests.test_postgres.cut_copy MOMENT FROM TO` ends itself with SIGKILL there."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from itertools import islice

from cli.main import ohjaus

MOMENTS: Mapping[str, tuple[str, str]] = {
    "before the names": ("cli.rights.carrying", "carry_along"),
    "in the midst of the names": ("store.personal.keeping", "saying"),
    "between names and log": ("store.copying", "_events"),
    "in the midst of the log": ("store.copying", "_events"),
    "before the copy is read": ("store.copying", "_finished"),
    "before it is told": ("store.copying", "Copied"),
}
"""In whose place the end comes."""

AFTER = 3
"""So many events are on their way in the midst of the log."""


def dies_at(moment: str) -> None:
    """Lets the process end where a function would be called, or while it gives what it has."""
    module, name = MOMENTS[moment]
    real = getattr(importlib.import_module(module), name)

    def killed(*_: object, **__: object) -> object:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    def cut(*given: object) -> Iterator[object]:
        yield from islice(real(*given), AFTER)
        killed()

    for one in list(sys.modules.values()):
        # Whoever imported the function knows it by its name.
        if getattr(one, name, None) is real:
            setattr(one, name, cut if moment == "in the midst of the log" else killed)


if __name__ == "__main__":
    dies_at(sys.argv[1])
    ohjaus(["db", "copy", *sys.argv[2:]])
