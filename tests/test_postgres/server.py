"""A real server for the tests: the one that `OHJAUS_TEST_POSTGRES` names, or an embedded one in a temporary folder.

The embedded one is made of the binaries that the wheel `pgserver` brings. They refuse to run for an administrator of
the machine, so under one they run for nobody. It listens on loopback only, takes a port of its own, and is stopped and
forgotten at the end of the run.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path

import psycopg

from tests.once import SHARED, made_once

VARIABLE = "OHJAUS_TEST_POSTGRES"
_PATIENCE_SECONDS = 60


class Embedded:
    """A server of our own; `restart` and `kill` are what happens to servers.

    With `following` it is a hot standby of that one: a copy of all its databases that is read and takes no writing.
    """

    def __init__(self, binaries: Path, *, following: Embedded | None = None) -> None:
        self._binaries = binaries
        self._folder = Path(tempfile.mkdtemp(prefix="ohjaus-postgres-"))
        self._data = self._folder / "data"
        self._data.mkdir(mode=0o700)
        self._user: str | int | None = None
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            self._user = "nobody"
            self._folder.chmod(0o755)
            shutil.chown(self._data, "nobody")
        self._port = _free_port()
        self.address = f"postgresql://postgres@127.0.0.1:{self._port}/postgres"
        if following is None:
            self._initialise()
        else:
            source = ("--write-recovery-conf", "--checkpoint=fast", "--no-sync", f"--dbname={following.address}")
            self._run("pg_basebackup", *source)
        with (self._data / "postgresql.conf").open("a") as file:
            file.write("max_connections = 100\nunix_socket_directories = ''\nautovacuum = off\n")
            file.write(f"listen_addresses = '127.0.0.1'\nport = {self._port}\n")
            # A standby gives way to its primary at once, so that a test need not wait for a conflict.
            file.write("max_standby_streaming_delay = 0\n")
        self._process = self._started()

    def _initialise(self) -> None:
        """Makes the databases that every server has; within a run of tests the first one's are copied."""
        if SHARED not in os.environ:
            self._initdb()
            return
        made = made_once("postgres", self._keep)
        shutil.rmtree(self._data, ignore_errors=True)
        shutil.copytree(made / "data", self._data)
        if self._user is not None:
            for place in (self._data, *self._data.rglob("*")):
                shutil.chown(place, self._user)

    def _keep(self, folder: Path) -> None:
        self._initdb()
        shutil.move(self._data, folder / "data")

    def _initdb(self) -> None:
        self._run("initdb", "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C", "--username=postgres")

    def promote(self) -> None:
        """Lets a standby go on by itself, as when its primary is gone for good."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(b"SELECT pg_promote()")

    def run(self, program: str, *arguments: str, given: bytes = b"") -> bytes:
        """Runs one of the server's own programs, such as `pg_dump`, and gives what it prints."""
        command = [str(self._binaries / program), *arguments]
        done = subprocess.run(
            command, user=self._user, check=True, capture_output=True, cwd=self._data, input=given, timeout=60
        )
        return done.stdout

    def restart(self) -> None:
        """Ends the server as an administrator does, sessions and all, and starts it again."""
        self._stop(signal.SIGINT)
        self._process = self._started()

    def kill(self) -> None:
        """Ends the server as a power cut does, and starts it again; it recovers by itself."""
        self._stop(signal.SIGQUIT)
        self._process = self._started()

    def close(self) -> None:
        """Ends the server and takes its folder away; another time there is nothing left to end."""
        if self._process.poll() is None:
            self._stop(signal.SIGQUIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), *arguments, "-D", str(self._data)]
        subprocess.run(command, user=self._user, check=True, capture_output=True, cwd=self._data)

    def _started(self) -> subprocess.Popen[bytes]:
        with (self._folder / "log").open("ab") as log:
            command = [str(self._binaries / "postgres"), "-D", str(self._data)]
            process = subprocess.Popen(command, user=self._user, stdout=log, stderr=log, cwd=self._data)
        latest = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                psycopg.connect(self.address, connect_timeout=5).close()
                return process
            except psycopg.OperationalError:
                if process.poll() is not None or time.monotonic() > latest:
                    raise
            time.sleep(0.05)

    def _stop(self, how: signal.Signals) -> None:
        self._process.send_signal(how)
        self._process.wait(_PATIENCE_SECONDS)


@cache
def of_this_process(place: Path) -> Embedded:
    """The server that the tests of a process share, each in a database of its own; only some restart it."""
    return Embedded(place)


def binaries() -> Path | None:
    """The folder of the server's binaries; the package itself is not loaded: it would look for a home."""
    found = importlib.util.find_spec("pgserver")
    for folder in found.submodule_search_locations or () if found else ():
        place = Path(folder) / "pginstall" / "bin"
        if (place / "postgres").exists():
            return place
    return None


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
