"""A program that registers persons: `python -m tests.test_personal.registering PATH NAME...` prints the references."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from store.personal.place import open_register

if __name__ == "__main__":
    for name in sys.argv[2:]:
        with closing(open_register(Path(sys.argv[1]))) as register:
            sys.stdout.write(register.reference(name, None, "2031-06-21T09:00:00+00:00") + "\n")
