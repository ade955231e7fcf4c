"""Where nothing can be written every command says so: what tidies up afterwards never hides it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from store.tidying import take_away
from tests.ready import ROOT, program
from tests.test_cli.mounted import NO_MOUNT

CODES = {"cannot-create", "file-unwritable", "read-only"}


def test_a_drive_that_takes_no_writing_is_told_by_every_command(database: Path, folder: Path) -> None:
    """No command fails for a reason of its own, and each names the place that its user named, not a draft."""
    drive = folder / "drive"
    drive.mkdir()
    shutil.copy(database, drive / "there.db")
    (drive / "there.db").chmod(0o600)
    command = [*program("tests.test_cli.mounted_target"), str(drive), str(database)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if found.returncode == NO_MOUNT:
        pytest.skip("no drive can be mounted here: writing to a real read-only mount was NOT tried")
    assert found.returncode == 0, found.stderr
    said = json.loads(found.stdout)
    assert {name: text for name, (_, text) in said.items() if not any(f"[{code}]" in text for code in CODES)} == {}
    assert {name: text for name, (_, text) in said.items() if "/." in text and name != "bundle"} == {}
    assert [one.name for one in drive.iterdir()] == ["there.db"]


def test_tidying_never_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what is not there nor what the system keeps from us stops what is told, nor what is tidied next."""
    kept, gone = tmp_path / "kept", tmp_path / "gone"
    for one in (kept, gone):
        one.touch()
    real = Path.unlink

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        if path == kept:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    take_away(tmp_path / "never", kept, gone)
    assert (kept.exists(), gone.exists()) == (True, False)
