"""Writes to a drive that takes no writing: `python -m tests.test_cli.mounted_target FOLDER LOG` tries each command.

It prints what each of them said, as JSON. The mount is seen by this process alone; where there is none it ends with 77.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.test_cli.conftest import invoke
from tests.test_cli.mounted import NO_MOUNT, mounted


def attempts(folder: Path, log: Path, backup: Path) -> dict[str, tuple[str, ...]]:
    """Gives every command that makes a file at a place that its user names."""
    at = ("--db", str(log))
    return {
        "init": ("init", "--db", str(folder / "new.db")),
        "demo": ("demo", "--db", str(folder / "demo.db")),
        "backup": ("db", "backup", "--out", str(folder / "b.db"), *at),
        "backup into the folder": ("db", "backup", "--out", f"{folder}/", *at),
        "copy": ("db", "copy", str(log), str(folder / "c.db")),
        "copy without names": ("db", "copy", str(log), str(folder / "c.db"), "--without-persons"),
        "restore": ("db", "restore", str(backup), "--db", str(folder / "r.db")),
        "restore over a log": ("db", "restore", str(backup), "--db", str(folder / "there.db"), "--yes"),
        "metrics": ("metrics", "write", "--out", str(folder / "m.prom"), *at),
        "bundle": ("incident", "bundle", "--out", str(folder / "i.zip"), *at),
        "export": ("audit", "export", "--format", "csv", "--out", str(folder / "e.csv"), *at),
    }


if __name__ == "__main__":
    ro, log = Path(sys.argv[1]), Path(sys.argv[2])
    backup = log.with_name("kept.db")
    if not mounted(str(ro)):
        sys.exit(NO_MOUNT)
    assert invoke("db", "backup", "--out", str(backup), "--db", str(log)).exit_code == 0
    said = {name: invoke(*words) for name, words in attempts(ro, log, backup).items()}
    sys.stdout.write(json.dumps({name: (one.exit_code, one.stderr) for name, one in said.items()}))
