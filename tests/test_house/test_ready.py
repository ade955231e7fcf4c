"""What `tests.ready` forks gets what a process gets, and ends as a process ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.once import SHARED
from tests.ready import program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are started here as ever")


def test_it_has_arguments_streams_a_folder_and_an_environment_of_its_own(tmp_path: Path) -> None:
    """As if it had been started: nothing is what the process that forked it has, and its end is told."""
    environment = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "MADE_UP": "ä"}
    command = [*program("tests.test_house.forked"), "tell", "two words", "ö"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, input="given", capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["['tell', 'two words', 'ö']", str(tmp_path), str(environment), "given"]
    assert (done.stderr, done.returncode) == ("to the error stream\n", 3)


def test_what_is_not_caught_is_told_as_python_tells_it() -> None:
    """An exception ends it with 1 and a traceback."""
    done = subprocess.run([*program("tests.test_house.forked"), "fail"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "RuntimeError: made up")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 5), (signal.SIGKILL, -signal.SIGKILL)])
def test_a_signal_reaches_it(sent: signal.Signals, code: int) -> None:
    """Who stands in for it passes a signal on, and takes it along when it is killed itself."""
    with subprocess.Popen(
        [*program("tests.test_house.forked"), "wait"], stdout=subprocess.PIPE, text=True
    ) as stands_in:
        assert stands_in.stdout is not None
        assert int(stands_in.stdout.readline()) != stands_in.pid
        stands_in.send_signal(sent)
        assert stands_in.wait(60) == code
        # Nobody else has the other end of the pipe: it closes when the process is gone.
        assert stands_in.stdout.read() == ""


def test_without_a_run_a_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody keeps such a process, Python itself is started."""
    monkeypatch.delenv(SHARED)
    assert program("cli") == [sys.executable, "-m", "cli"]
