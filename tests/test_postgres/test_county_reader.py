"""The command line in the hands of a county's reader: their own cases, and for the rest a sentence that says why."""

from __future__ import annotations

import json
import shlex
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from store.place import open_roles
from store.postgres.address import Server
from store.projections.standard import STANDARD
from tests.test_cli.conftest import answer, invoke, stand_in, succeed
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
        with closing(open_roles(place, ["15"], STANDARD)) as roles:
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
            assert "sees only the cases of Central Finland (15);" in result.stderr, words
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
    assert (result.exit_code, "sees no case: no county was given to it" in result.stderr) == (0, True)
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


def test_measures_of_a_part_ring_no_alarm(logins: dict[str, str]) -> None:
    """Nothing is down where something is hidden: the file of whoever sees the whole is left as it is."""
    kept = Path("ohjaus.prom")
    succeed("metrics", "write", "--out", "ohjaus.prom", "--db", logins["auditor"])
    before = kept.read_text()
    for words in (("--out", "ohjaus.prom"), ("--out", "another.prom")):
        refused = invoke("metrics", "write", *words, "--db", logins["county"])
        assert (refused.exit_code, "[part-only]" in refused.stderr) == (5, True)
        assert "ohjaus_up" not in refused.stderr
    assert (kept.read_text(), "ohjaus_up 1" in before) == (before, True)
    assert not Path("another.prom").exists()


@pytest.mark.parametrize("login", ["county", "nobody", "auditor"])
def test_doctor_says_of_a_login_that_it_only_reads(logins: dict[str, str], login: str) -> None:
    """Whoever is sent there by a refused writing reads why: this login adds nothing to the log."""
    checks = answer("doctor", "--db", logins[login])["checks"]
    assert [(one["outcome"], one["verdict"]) for one in checks if one["name"] == "rights"] == [("reads", "ok")]
    assert "only reads the log and can record nothing in it" in succeed("doctor", "--db", logins[login]).stdout


def test_a_verification_says_that_it_did_not_judge_the_names(logins: dict[str, str]) -> None:
    """An auditor may not read them: that stands where whoever may reads that none was swapped."""
    told = {
        "fi": "Henkilöiden nimet: ei arvioitu: tämä kirjautuja ei saa lukea niitä",
        "sv": "Personernas namn: inte bedömt: den här inloggningen får inte läsa dem",
        "en": "Names of persons: not judged: this login may not read them",
    }
    for language, text in told.items():
        assert text in succeed("audit", "verify", "--db", logins["auditor"], "--lang", language).stdout


def test_an_auditor_is_told_how_to_copy_the_log(logins: dict[str, str]) -> None:
    """The names stay closed, and no copy that lacks them is left by mistake; the proposed command makes it openly."""
    copying = ("db", "copy", logins["auditor"], "whole.db", "--format", "json")
    refusals = [invoke(*copying, "--dry-run"), invoke(*copying)]
    errors = [json.loads(refused.stdout)["error"] for refused in refusals]
    assert [(one.exit_code, error["code"]) for one, error in zip(refusals, errors, strict=True)] == [
        (5, "database-rights"),
        (5, "database-rights"),
    ]
    assert list(Path().glob("*whole.db*")) == []
    proposed = shlex.split(errors[-1]["try"])
    assert proposed[-1] == "--without-persons"
    assert answer(*proposed[1:])["persons"]["outcome"] == "left"


def test_an_auditor_who_rehearses_the_clock_is_told_where_to_look(logins: dict[str, str]) -> None:
    """A login that only reads records nothing in a copy either; what will come is read elsewhere."""
    refused = invoke("deadline", "tick", "--dry-run", "--db", logins["auditor"], "--format", "json")
    error = json.loads(refused.stdout)["error"]
    assert (refused.exit_code, error["code"]) == (5, "database-rights")
    assert error["try"].startswith("ohjaus deadline preview --until ")
    assert invoke(*shlex.split(error["try"])[1:]).exit_code == 0


def test_a_county_is_not_told_that_no_round_was_opened(logins: dict[str, str]) -> None:
    """The round is the whole state's and hidden from it: its picture says so, and how its own answer stands."""
    refused = invoke("collect", "status", "--db", logins["county"])
    assert (refused.exit_code, "[round-hidden]" in refused.stderr, "collect open" in refused.stderr) == (3, True, False)
    of_county, whole = (
        next(one for one in answer("picture", "show", "--db", logins[login])["counties"] if one["subject"] == "15")
        for login in ("county", "auditor")
    )
    assert of_county["reported"] == whole["reported"]
    assert "No monthly round has been opened" not in succeed("picture", "show", "--db", logins["county"]).stdout
