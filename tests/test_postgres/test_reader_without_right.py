"""A county's reader at the server to whom no right was given: nothing that is hidden is told as absent."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from store.postgres.address import Server
from tests.test_cli.conftest import answer, copy_with_persons, invoke, stand_in, succeed
from tests.test_postgres.conftest import database, with_login
from tests.test_postgres.test_own_reference import given as proven
from tests.test_postgres.test_own_reference import server
from tests.test_publicity.conftest import planted
from tests.test_publicity.test_rights_and_publicity import act_as, shared

__all__ = ["planted", "proven", "server", "shared"]

NOTHING = "No right of yours shows any case"
PART = "sees only the cases of Central Finland (15);"


@pytest.fixture(scope="module")
def given(shared: Path, administration: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A log with rights on a server, and the address of a login that the server shows the cases of county 15."""
    login = f"fifteen_{uuid.uuid4().hex[:8]}"
    with database(administration) as place, pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("given")
        stand_in(patch, folder)
        copy_with_persons(shared, folder / "demo.db")
        succeed("db", "copy", "demo.db", place.conninfo)
        succeed("db", "init-roles", "--county", "15", "--county", "16", "--yes", "--db", place.conninfo)
        with psycopg.connect(place.conninfo, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {login} LOGIN; GRANT ohjaus_subject_15 TO {login}".encode())
        yield with_login(place.conninfo, login)
        with psycopg.connect(place.conninfo, autocommit=True) as connection:
            connection.execute(f"DROP OWNED BY {login}; DROP ROLE {login}".encode())


@pytest.fixture
def place(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """That address, in a folder of its own."""
    stand_in(monkeypatch, tmp_path)
    return given


@pytest.mark.parametrize("words", ["case list", "case show evaluation-15-2025", "picture show", "doctor", "todo"])
def test_who_has_no_right_is_told_so_beside_what_the_login_shows(
    place: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a login that is shown a county's cases and a person without a right, both are said, each once."""
    act_as("test-nobody", monkeypatch)
    found = invoke(*words.split(), "--db", place)
    assert (found.stderr.count(NOTHING), found.stderr.count(PART)) == (1, 1), (found.stdout, found.stderr)
    assert NOTHING not in invoke(*words.split(), "--db", place, "--quiet").stderr


def test_who_has_a_right_is_told_of_the_part_alone(proven: dict[str, Server]) -> None:
    """A county's reader with a right of that county sees its case, and is not told of nothing."""
    found = invoke("case", "list", "--db", proven["fifteen"].conninfo)
    assert ("steering-negotiation-15-2026" in found.stdout, NOTHING in found.stderr) == (True, False)
    assert PART in found.stderr


def test_a_reader_sees_their_own_right_and_by_name(proven: dict[str, Server]) -> None:
    """The server hides the events of rights from it: what is proposed works, and it is nobody unknown."""
    place = proven["fifteen"].conninfo
    (own,) = answer("grant", "list", "--db", place)
    listed = succeed("grant", "list", "--db", place)
    assert (own["person_name"], "unknown person" in listed.stdout) == ("db:fifteen", False)
    for language, text in (("fi", "ei näytä tälle"), ("sv", "visar inte denna"), ("en", "does not show this login")):
        told = succeed("grant", "show", own["grant"], "--db", place, "--lang", language).stdout
        assert [one for one in ("db:fifteen", own["grant"], text) if one not in told] == []
    shown = answer("grant", "show", own["grant"], "--db", place)
    assert (shown["grants"][0]["organisation"], shown["history"]) == ("15", [])
    every = answer("grant", "list", "--db", proven["auditor"].conninfo)
    (other,) = (one for one in every if one["organisation"] == "16")
    assert invoke("grant", "show", other["grant"], "--db", place).exit_code == 3
