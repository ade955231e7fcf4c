"""A relay in front of a server that cuts a session at the commit of one table's rows, as a failing network does."""

from __future__ import annotations

import re
import socket
import threading
import time
from contextlib import suppress
from urllib.parse import urlsplit, urlunsplit

_AS_LONG_AS_IT_TAKES = 0.3
"""How long the server gets for a commit whose answer nobody waits for."""


class Cutting:
    """A relay on loopback; `cut` says at which table's commit the session is cut, and `address` where to come to it."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._behind = (parts.hostname or "127.0.0.1", parts.port or 5432)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._address = parts._replace(
            netloc=f"{parts.netloc.rpartition('@')[0]}@127.0.0.1:{self._door.getsockname()[1]}"
        )
        self._table: bytes | None = None
        self._told = self._dead = self._alone = False
        self._sockets = [self._door]
        self._threads = [threading.Thread(target=self._receive, daemon=True)]
        self.cuts = 0
        self._threads[0].start()

    @property
    def address(self) -> str:
        """The address of the log, through the relay."""
        return urlunsplit(self._address)

    def cut(self, table: str, *, told: bool = False, dead: bool = False) -> None:
        """Cuts the next session that commits rows of a table, whose answer never comes.

        With `told` the commit still reaches the server; with `dead` nobody answers at the relay from then on.
        """
        self._table, self._told, self._dead = table.encode(), told, dead

    def let_in_one(self) -> None:
        """Lets in whoever comes next, and then nobody any more."""
        self._alone = True

    def shut(self) -> None:
        """Lets nobody in any more; who is inside stays."""
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def close(self) -> None:
        """Lets nobody in any more, and cuts whoever is in."""
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        for one in self._sockets:
            one.close()

    def _receive(self) -> None:
        while True:
            try:
                here, _ = self._door.accept()
                self._sockets.append(here)
                if self._alone:
                    self.shut()
                there = socket.create_connection(self._behind, 5)
                there.settimeout(None)
                self._sockets.append(there)
            except OSError:
                return
            for pair in ((here, there, True), (there, here, False)):
                self._threads.append(threading.Thread(target=self._pass_on, args=pair, daemon=True))
                self._threads[-1].start()

    def _pass_on(self, source: socket.socket, target: socket.socket, asking: bool) -> None:
        written = False
        with suppress(OSError):
            while said := source.recv(65536):
                table = self._table
                if asking and table is not None:
                    written = written or re.search(rb"INSERT INTO\s+(\w+\.)?" + table + rb"\b", said) is not None
                    if written and b"COMMIT" in said:
                        self._cut(source, target, said)
                        break
                target.sendall(said)
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _cut(self, source: socket.socket, target: socket.socket, said: bytes) -> None:
        self._table = None
        self.cuts += 1
        if self._dead:
            self.shut()
        source.shutdown(socket.SHUT_RDWR)
        if self._told:
            target.sendall(said)
            time.sleep(_AS_LONG_AS_IT_TAKES)
