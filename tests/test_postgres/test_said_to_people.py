"""What is proposed and remarked at a server: a county's reader is sent nowhere in vain, a slip in a login is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.postgres.address import Server
from tests.test_cli.conftest import answer, invoke, stand_in, succeed
from tests.test_postgres.test_own_reference import given, server

__all__ = ["given", "server"]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with settings of its own."""
    stand_in(monkeypatch, tmp_path)


@pytest.mark.parametrize("words", ["db check", "doctor", "projection check", "incident bundle --out {}.zip"])
def test_verifying_is_proposed_to_who_sees_the_whole_log(given: dict[str, Server], words: str) -> None:
    """A county's reader is refused `audit verify`: what stands in its place works; an auditor is sent there."""
    place = given["fifteen"].conninfo
    told = " ".join(succeed(*words.format("county").split(), "--db", place).stdout.split())
    assert "audit verify" not in told
    proposed = re.findall(r"ohjaus ([a-z]+ [a-z-]+) --db postgresql://fifteen@", told)
    assert proposed
    for command in proposed:
        assert invoke(*command.split(), "--db", place).exit_code == 0
    assert "audit verify" in succeed(*words.format("whole").split(), "--db", given["auditor"].conninfo).stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "ei ole kirjautujaa"), ("sv", "ingen inloggning"), ("en", "has no login db:made-up-ghost")],
)
def test_a_right_of_a_login_that_is_not_there_is_remarked_on(
    given: dict[str, Server], language: str, words: str
) -> None:
    """The right may be given before the login is made; that nobody can use it yet is said, of others nothing."""
    adding = ("--db", given["pihla"].conninfo, "grant", "add", "--role", "vm", "--on", "2026-08-01", "--dry-run")
    ghost = invoke(*adding, "db:made-up-ghost", "--lang", language)
    assert (ghost.exit_code, words in ghost.stderr) == (0, True)
    assert words not in invoke(*adding, "db:stranger", "--lang", language).stderr


@pytest.mark.parametrize(
    ("language", "needed", "held"),
    [
        ("fi", "kirjaamo / VM", "hyvinvointialue (aluehallitus) / 16"),
        ("sv", "registratorskontor / VM", "välfärdsområde (välfärdsområdesstyrelsen) / 16"),
        ("en", "registry of VM", "county of 16"),
    ],
)
def test_a_denial_calls_roles_by_their_labels(given: dict[str, Server], language: str, needed: str, held: str) -> None:
    """In Finnish and Swedish no code of a role stands in the sentence: not of whose act it is, nor of own rights."""
    place = given["sixteen"].conninfo
    denied = invoke("case", "note", "steering-negotiation-16-2026", "made-up", "--db", place, "--lang", language)
    assert (denied.exit_code, needed in denied.stderr, held in denied.stderr) == (4, True, True), denied.stderr
    assert language == "en" or not [code for code in ("registry", "county") if code in denied.stderr.splitlines()[0]]


def test_an_auditor_who_only_reads_takes_the_log_away_and_is_noted(given: dict[str, Server]) -> None:
    """A login that may add to nothing but the security log leaves its line there, by the server's own time."""
    place = given["auditor"].conninfo
    succeed("db", "backup", "--out", "kept.db", "--db", place)
    (line,) = answer("audit", "security", "--kind", "secret-export", "--db", place)
    assert (line["what"], line["identity"]) == ("db backup", "authenticated:database")
    refused = invoke("db", "backup", "--out", "other.db", "--db", given["hilla"].conninfo)
    assert (refused.exit_code, "[secrets-in-whole]" in refused.stderr) == (5, True)
