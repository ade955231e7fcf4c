"""A process that is killed in the midst of an erasure: `python -m tests.test_personal.cut_off WHO WHOM`.

What is to be erased is recorded already, and nothing is gone yet.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable

from cli.frame import identity
from cli.main import ohjaus
from store.personal.register import PersonRegister


def killed(_: PersonRegister, __: Iterable[str]) -> None:
    """Comes in the place of the erasing."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    who, whom = sys.argv[1:]
    setattr(identity, "os_user", lambda: who)  # noqa: B010 - a function of another module, for this process only
    setattr(PersonRegister, "erase", killed)  # noqa: B010 - a method of another module, for this process only
    ohjaus(["person", "erase", whom, "--ground", "unlawful", "--reason", "made-up reason"])
