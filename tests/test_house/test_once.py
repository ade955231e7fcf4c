"""What is made once in a run is made whole, also when whoever made it dies over it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.once import SHARED, made_once
from tests.test_house.tree import ROOT

DYING = """
import time
from tests.once import made_once

def make(folder):
    (folder / "half").touch()
    print("begun", flush=True)
    time.sleep(600)

made_once("thing", make)
"""


def test_whoever_comes_after_one_that_died_makes_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the dead, and nothing of theirs is taken for the whole."""
    monkeypatch.setenv(SHARED, str(tmp_path))
    command = [sys.executable, "-c", DYING]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, text=True) as dying:
        assert dying.stdout is not None
        assert dying.stdout.readline() == "begun\n"
        dying.kill()
    made = made_once("thing", lambda folder: (folder / "whole").touch())
    assert [one.name for one in made.iterdir()] == ["whole"]
    assert made_once("thing", lambda folder: (folder / "again").touch()) == made
    assert [one.name for one in made.iterdir()] == ["whole"]
