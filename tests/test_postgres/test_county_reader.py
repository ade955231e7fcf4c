"""The command line in the hands of a county's reader: their own cases, and for the rest a sentence that says why."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from store.place import open_roles
from store.postgres.address import Server
from tests.test_cli.conftest import invoke, stand_in, succeed
from tests.test_postgres.conftest import database, with_login

OWN, HIDDEN = "evaluation-15-2025", "evaluation-16-2025"
READING = (
    "db check",
    "doctor",
    "case list",
    f"case show {OWN}",
    f"case next {OWN}",
    "todo",
    "deadline list",
    "picture show",
    "audit log --limit 5",
    f"audit log {OWN}",
    f"audit replay {OWN}",
    "audit export --format jsonl --out own.jsonl",
    "projection list",
    "projection check",
)
OF_THE_WHOLE = (
    "audit verify",
    "audit checkpoint --out checkpoints",
    "audit export --format bundle --out bundle",
    "db backup --out copy.db",
    "schedule status",
    "metrics write --out ohjaus.prom",
)
WRITING = (
    f"case note {OWN} A-made-up-note",
    "deadline tick",
    "projection rebuild",
    "db init-roles --yes",
)
REFUSED = ((5, "database-rights"), (5, "part-only"), (5, "persons-missing"))


@pytest.fixture(scope="module")
def given(filled: Path, administration: str) -> Iterator[dict[str, str]]:
    """The demo log on a server with roles: a reader of county 15, an auditor, and one whom no county was given."""
    with database(administration) as place:
        succeed("db", "copy", str(filled), place.conninfo)
        with closing(open_roles(place, ["15"])) as roles:
            roles.apply()
        with logged_in(place, administration) as found:
            yield found


@contextmanager
def logged_in(place: Server, administration: str) -> Iterator[dict[str, str]]:
    """The addresses of logins that each have one role."""
    given = {"county": "ohjaus_subject_15", "nobody": "ohjaus_county_reader", "auditor": "ohjaus_auditor"}
    suffix = uuid.uuid4().hex[:8]
    with psycopg.connect(administration, autocommit=True) as connection:
        for name, role in given.items():
            connection.execute(f"CREATE ROLE {name}_{suffix} LOGIN; GRANT {role} TO {name}_{suffix}".encode())
    yield {name: with_login(place.conninfo, f"{name}_{suffix}") for name in given}
    with psycopg.connect(place.conninfo, autocommit=True) as connection:
        for name in given:
            connection.execute(f"DROP OWNED BY {name}_{suffix}; DROP ROLE {name}_{suffix}".encode())


@pytest.fixture
def logins(given: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Those logins, for a command line with settings and keys of its own."""
    stand_in(monkeypatch, tmp_path)
    succeed("audit", "key", "init", "--db", given["auditor"])
    return given


def test_a_county_reads_its_own_and_is_told_that_it_is_a_part(logins: dict[str, str]) -> None:
    """Everything that can be told of a part is told, and beside it stands whose it is; no other case is named."""
    for words in READING:
        result = invoke(*words.split(), "--db", logins["county"])
        assert result.exit_code == 0, (words, result.stdout, result.stderr)
        assert HIDDEN not in result.stdout, words
        if words != "db check":
            assert "sees only the cases of 15;" in result.stderr, words
    hidden = invoke("case", "show", HIDDEN, "--db", logins["county"])
    assert (hidden.exit_code, "[case-unknown]" in hidden.stderr) == (3, True)
    told = {json.loads(line)["id"] for line in Path("own.jsonl").read_text().splitlines() if line.startswith('{"id"')}
    assert len(told) <= 20


@pytest.mark.parametrize("words", OF_THE_WHOLE)
def test_what_needs_the_whole_is_refused_and_nothing_is_called_broken(logins: dict[str, str], words: str) -> None:
    """What is hidden is said to be hidden; an auditor is told to be the one who sees the whole, and does."""
    asked = words.split()
    for lang, whole in (("en", "needs the whole log"), ("fi", "koko loki"), ("sv", "hela loggen")):
        result = invoke(*asked, "--db", logins["county"], "--lang", lang)
        assert (result.exit_code, "[part-only]" in result.stderr) == (5, True), (result.stdout, result.stderr)
        assert whole in result.stderr
        assert "15" in result.stderr
    assert not Path("copy.db").exists()
    whole_log = invoke(*words.split(), "--db", logins["auditor"])
    assert whole_log.exit_code == 0, (whole_log.stdout, whole_log.stderr)


@pytest.mark.parametrize("login", ["county", "auditor"])
@pytest.mark.parametrize("words", WRITING)
def test_whoever_only_reads_is_refused_every_writing(logins: dict[str, str], login: str, words: str) -> None:
    """The server itself would refuse; the sentence is ours, the exit code that of a refusal, and nothing is stored."""
    before = succeed("audit", "verify", "--db", logins["auditor"], "--format", "json").stdout
    result = invoke(*words.split(), "--db", logins[login], "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) in REFUSED
    assert succeed("audit", "verify", "--db", logins["auditor"], "--format", "json").stdout == before


def test_a_reader_without_a_county_sees_no_case(logins: dict[str, str]) -> None:
    """Nothing is listed, nothing is an error, and that nothing is seen is said."""
    result = invoke("case", "list", "--db", logins["nobody"])
    assert (result.exit_code, "sees only the cases of –;" in result.stderr) == (0, True)
    refused = invoke("audit", "verify", "--db", logins["nobody"])
    assert (refused.exit_code, "[part-only]" in refused.stderr) == (5, True)


def test_a_part_is_not_carried_elsewhere(logins: dict[str, str]) -> None:
    """A copy would be taken for the whole: none is made."""
    result = invoke("db", "copy", logins["county"], "other.db")
    assert (result.exit_code, "[part-only]" in result.stderr) == (5, True)
    assert not Path("other.db").exists()


def test_an_incident_bundle_of_a_part_says_why_it_holds_no_more(logins: dict[str, str]) -> None:
    """The bundle is made for whoever handles the incident, and its verification says what this login cannot see."""
    result = invoke("incident", "bundle", "--out", "incident.zip", "--db", logins["county"])
    assert result.exit_code == 0, (result.stdout, result.stderr)
    assert "part-only" in result.stdout
