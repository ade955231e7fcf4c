"""A server for the run, and for each test a database of its own with an empty log in it."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from store.open_log import OpenLog, create_log, open_log
from store.postgres.address import Server, parse_server
from tests.contracts.builders import SetClock
from tests.test_cli.conftest import filled
from tests.test_postgres.server import VARIABLE, Embedded, binaries, of_this_process

__all__ = ["filled"]


@pytest.fixture(scope="session")
def embedded() -> Iterator[Embedded | None]:
    """A server of our own, unless another one is named; the folders of tests that ask for it get the same one."""
    place = binaries()
    if os.environ.get(VARIABLE) or place is None:
        yield None
        return
    server = of_this_process(place)
    yield server
    server.close()


@pytest.fixture(scope="session")
def administration(embedded: Embedded | None) -> str:
    """The address under which an administrator makes databases and roles."""
    found = os.environ.get(VARIABLE) or (embedded.address if embedded else None)
    if found is None:
        pytest.skip(
            f"THE LOG ON POSTGRESQL WAS NOT TESTED: {VARIABLE} names no server, and pgserver is not installed for this "
            "Python. Nothing is known of it from this run."
        )
    return found


@pytest.fixture
def clock() -> SetClock:
    """A clock at a made-up moment."""
    return SetClock()


def with_database(address: str, name: str) -> str:
    """An address with another database in it."""
    return urlunsplit(urlsplit(address)._replace(path=f"/{name}"))


def with_login(address: str, login: str) -> str:
    """An address with another login in it, which needs no password on loopback."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=f"{login}@{parts.netloc.rpartition('@')[2]}"))


@contextmanager
def database(administration: str, *, like: Server | None = None) -> Iterator[Server]:
    """A database of its own, a copy of another one if so told, which is gone afterwards; so is an embedded server."""
    name = f"kites_{uuid.uuid4().hex[:12]}"
    copied = f' TEMPLATE "{urlsplit(like.conninfo).path.lstrip("/")}"' if like else ""
    with psycopg.connect(administration, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"{copied}'.encode())
    yield parse_server(with_database(administration, name))
    if os.environ.get(VARIABLE):
        with psycopg.connect(administration, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@pytest.fixture(scope="session")
def ground(administration: str) -> Iterator[Server]:
    """The database that the tests of this process share, one after the other: making one costs a second."""
    with database(administration) as found:
        yield found


@pytest.fixture
def empty(ground: Server) -> Server:
    """A database that holds nothing."""
    with psycopg.connect(ground.conninfo, autocommit=True) as connection:
        connection.execute(b"DROP SCHEMA IF EXISTS ohjaus, ohjaus_kept, ohjaus_persons CASCADE")
    return ground


@pytest.fixture(scope="session")
def model(administration: str) -> Iterator[Server]:
    """A database with a new, empty log, of which tests get copies: that takes a third of the time of making one."""
    with database(administration) as found:
        create_log(found, SetClock())
        yield found


@pytest.fixture
def server(administration: str, model: Server) -> Iterator[Server]:
    """A database with a new, empty log."""
    with database(administration, like=model) as found:
        yield found


@pytest.fixture
def opened(server: Server, clock: SetClock) -> Iterator[OpenLog]:
    """The new log, open for writing."""
    with open_log(server, clock) as found:
        yield found
