"""Reads a log on a drive that takes no writing: `python -m tests.test_cli.mounted FOLDER` mounts its folder so.

The mount is seen by this process alone, and is gone with it. Where nothing can be mounted it ends with 77.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

from tests.test_cli.conftest import invoke

NO_MOUNT = 77
CASE = "evaluation-15-2025"
_OWN_MOUNTS = 0x00020000
"""`CLONE_NEWNS` of Linux: from now on this process sees mounts of its own."""


def mounted(folder: str) -> bool:
    """Mounts a folder over itself, read only; tells whether that could be done."""
    if not sys.platform.startswith("linux") or shutil.which("mount") is None:
        return False
    if ctypes.CDLL(None).unshare(_OWN_MOUNTS):
        return False
    steps = (("--make-rprivate", "/"), ("--bind", folder, folder), ("-o", "remount,ro,bind", folder))
    return not any(subprocess.run(["mount", *step], capture_output=True, check=False).returncode for step in steps)


def look(folder: str) -> None:
    """Gives some reading commands, and one that would write."""
    for arguments in (["case", "list"], ["audit", "verify"], ["audit", "log"], ["doctor", "--gate"]):
        found = invoke(*arguments)
        assert found.exit_code == 0, (arguments, found.output)
    sys.stdout.write(invoke("case", "history", CASE).stdout)
    refused = invoke("case", "note", CASE, "another made-up note")
    assert refused.exit_code != 0, refused.stderr
    assert "read-only" in refused.stderr, refused.stderr
    sys.stdout.write(f"{sorted(one.name for one in Path(folder).iterdir())}\n")


if __name__ == "__main__":
    if not mounted(sys.argv[1]):
        sys.exit(NO_MOUNT)
    look(sys.argv[1])
