"""An issuer of its own for each test, and a command line of its own: no settings, no logins, no log of the machine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.identity.device import wait
from cli.identity.issuer import Issuer
from tests.test_cli.conftest import database, filled, stand_in, succeed
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer, made_up_issuer

__all__ = ["database", "filled"]


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A login asks again at once; how long it pauses is seen in `test_device_flow`, where the pauses are counted."""
    defaults = wait.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "pause", lambda _: time.sleep(0.01))


@pytest.fixture
def served() -> Iterator[MadeUpIssuer]:
    """The made-up issuer."""
    with made_up_issuer() as found:
        yield found


@pytest.fixture
def issuer(served: MadeUpIssuer) -> Issuer:
    """The same issuer as the product knows it."""
    return Issuer(served.url, CLIENT)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs."""
    stand_in(monkeypatch, tmp_path)
    return tmp_path


@pytest.fixture
def log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty log, named by the environment."""
    path = folder / "empty.db"
    succeed("init", "--db", str(path))
    monkeypatch.setenv("OHJAUS_DB", str(path))
    return path


@pytest.fixture
def settings(folder: Path, served: MadeUpIssuer) -> Path:
    """A project whose settings name the issuer."""
    path = folder / "ohjaus.toml"
    path.write_text(f'[identity]\nissuer = "{served.url}"\nclient_id = "{CLIENT}"\n', encoding="utf-8")
    return path
