"""An act under a limit that the machine itself sets: the length of files, or the memory of SQLite.

`python -m tests.faults.limited FOLDER WHAT LIMIT FROM STEP MOST` does an act under a limit that grows until the act is
done, and prints what came of each as a line of JSON.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Callable
from pathlib import Path

from tests.faults.acts import ACTS, DONE


def file_size(limit: int) -> None:
    """No file may grow past so many bytes; -1 takes the limit away. Python ignores the signal."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY if limit < 0 else limit, hard))


def memory() -> Callable[[int], None] | None:
    """What limits the memory of SQLite beyond what it holds already; None where its library is hidden."""
    maps = Path("/proc/self/maps").read_text(encoding="utf-8")
    found = {line.split()[-1] for line in maps.splitlines() if "libsqlite3" in line}
    if not found:
        return None
    library = ctypes.CDLL(found.pop())
    library.sqlite3_hard_heap_limit64.argtypes = [ctypes.c_int64]
    library.sqlite3_memory_used.restype = ctypes.c_int64

    def limited(limit: int) -> None:
        # 0 is no limit at all.
        library.sqlite3_hard_heap_limit64(0 if limit < 0 else library.sqlite3_memory_used() + limit)

    return limited


def run(folder: Path, what: str, limits: Callable[[int], None], start: int, step: int, most: int) -> None:
    """Does the act under one limit after the other, until it is done."""
    act = ACTS[what](folder)
    for number in range(most):
        act.prepare()
        limit = start + number * step
        limits(limit)
        told = act.attempt()
        limits(-1)
        sys.stdout.write(json.dumps({"at": limit, "fired": told != DONE, "told": told, "broken": act.examine(told)}))
        sys.stdout.write("\n")
        sys.stdout.flush()
        if told == DONE:
            return


if __name__ == "__main__":
    limiting = file_size if sys.argv[3] == "file-size" else memory()
    if limiting is None:
        sys.exit("the memory of this Python's SQLite cannot be limited")
    run(Path(sys.argv[1]), sys.argv[2], limiting, *map(int, sys.argv[4:7]))
