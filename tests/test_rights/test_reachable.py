"""Rights are not turned on under terms that lock everybody out; a role is found in whatever case it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_rights.test_commands import sit

ISSUER = "https://id.example.org/realm"
SUBJECT = "oidc:id.example.org/realm#made-up-anna"
ON = ("--on", "2026-11-20")


@pytest.fixture
def log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log in a file, on which rights are off."""
    path = folder / "log.db"
    monkeypatch.setenv("OHJAUS_DB", str(path))
    sit(monkeypatch, "anna")
    succeed("init")
    return path


@pytest.mark.parametrize(
    "terms",
    [
        ("--authenticated",),
        ("--authenticated", "--administrator", "test-anna", "--administrator", "test-bertil"),
        ("--administrator", "db:made-up-login"),
        ("--administrator", SUBJECT),
        ("--administrator", SUBJECT, "--issuer", "https://elsewhere.example.org#ohjaus"),
    ],
    ids=["self", "users", "login-of-a-server", "no-issuer", "another-issuer"],
)
def test_terms_under_which_nobody_could_act_are_refused(log: Path, terms: tuple[str, ...]) -> None:
    """Rights cannot be turned off again, so that such a log would be locked for ever."""
    result = invoke("grant", "enable", *terms, "--yes", *ON)
    assert (result.exit_code, "administrators-unreachable" in result.stderr) == (9, True)
    assert answer("audit", "log") == []


def test_one_who_can_act_is_enough_and_the_other_is_named(log: Path) -> None:
    """The one can give the right to somebody else; that the other's does nothing is said."""
    named = ("--administrator", SUBJECT, "--administrator", "test-bertil")
    result = succeed("grant", "enable", *named, "--authenticated", "--issuer", f"{ISSUER}#ohjaus", "--yes", *ON)
    assert "test-bertil" in result.stderr + result.stdout
    assert SUBJECT not in result.stderr


def test_a_ministry_s_code_is_its_role_in_capitals(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """VM is written so everywhere else; whoever types it as a role means the role."""
    succeed("grant", "enable", "--administrator", "test-anna", "--yes", *ON)
    succeed("grant", "add", "test-cecilia", "--role", "VM", "--organisation", "VM", *ON)
    assert [one["role"] for one in answer("grant", "show", "grant-fi-2026")["grants"]] == ["vm"]
    sit(monkeypatch, "cecilia")
    opening = ("case", "start", "self-government-problem", "--subject", "FI", "--fact", "problem_noticed", "--by", "VM")
    succeed(*opening, "--as", "VM", "--set", "name=made up", "--set", "matter=rents", *ON)
