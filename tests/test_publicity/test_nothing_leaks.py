"""No view, export or page shows a secret to a reader without the right; with the right each of them does.

An ordinary run gives the examples of half of the commands, the other half in the next, each in one way, the ways in
turn, each view in two of its forms, and the pages for each kind of reader in one language; OHJAUS_LONG=1 gives all of
them in all.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from cli.audit.stand_alone.verify_ohjaus import verify
from cli.wiring import Record
from engine.envelope import canonical
from engine.law import LANGUAGES
from engine.rights import Access
from tests.doses import LONG, one_in
from tests.grants import SOMEBODY, in_force
from tests.test_cli.conftest import answer, succeed
from tests.test_cli.examples import commands, examples_in
from tests.test_publicity.looking import given, holds, leaks
from tests.test_publicity.planting import (
    AMOUNT_CENTS,
    CASE,
    FLAG,
    FUNDING,
    OBSERVATION,
    OPENED_SECRETLY,
    SECRETLY,
    record,
)

MAKES_ITS_OWN_LOG = frozenset({"demo", "init"})
COPIES_THE_RECORD = frozenset({"db backup", "db copy", "db restore", "db init-roles"})
"""What takes the record itself elsewhere, whole: the files of the owner, not something that is shown."""
WAITS = frozenset({"schedule run", "schedule install", "identity login"})
FORMATS = ("csv", "xlsx", "jsonl", "cloudevents", "parquet", "ocel", "xes")
WAYS = ((), ("-v",), ("--format", "json"))
FORMS = (
    *(("--format", form) for form in ("table", "json", "plain", "jsonl", "csv")),
    *(("--lang", language) for language in ("fi", "sv")),
)
PAGED = ("all", "minister", "leadership", "public")

VIEWS = (
    *(("case", verb, case) for verb in ("show", "next", "history") for case in (CASE, FUNDING, OPENED_SECRETLY, FLAG)),
    ("case", "history", OBSERVATION, "-v"),
    ("case", "history", FUNDING, "-v"),
    ("case", "show", FUNDING, "--known-at", "2026-11-02T10:00:00Z", "-v"),
    ("audit", "log"),
    ("audit", "log", OPENED_SECRETLY),
    *(("audit", "replay", case) for case in (CASE, FUNDING, OPENED_SECRETLY, FLAG, OBSERVATION)),
    ("audit", "replay", FUNDING, "--why", "amount_prepared.view"),
    ("audit", "replay", FUNDING, "--why", "amount_prepared.amount_cents"),
    ("audit", "replay", OPENED_SECRETLY, "--why", "ground"),
    ("audit", "diff", "--from", "0"),
    ("audit", "diff", FUNDING, "--from", "0"),
    ("audit", "verify"),
    ("flag", "list"),
    ("todo", "--subject", "15"),
    ("deadline", "list"),
    ("picture", "show"),
    ("picture", "show", "--county", "15"),
    ("collect", "status"),
    ("theme", "list"),
    (
        "case",
        "correct",
        FUNDING,
        "8",
        "--unset",
        "view",
        "--reason",
        "x",
        "--second-person",
        "made-up-person",
        "--dry-run",
    ),
)

TELLING = (
    ("case", "show", CASE),
    ("case", "show", OPENED_SECRETLY),
    ("case", "history", FUNDING),
    ("audit", "log"),
    ("audit", "replay", FUNDING),
    ("audit", "replay", FUNDING, "--why", "amount_prepared.view"),
    ("audit", "diff", FUNDING, "--from", "0"),
    ("flag", "list"),
)
"""Views in which a secret stands for whoever may read it."""


def leaves() -> Iterator[str]:
    """Yields the path of every command that does something."""
    for path, command in commands():
        if path and not isinstance(command, click.Group):
            yield path


@pytest.fixture
def reader(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log, read by somebody who sees every case and may not read what is secret."""
    access = Access(person=SOMEBODY, enabled=True, grants=(in_force("registry"),))
    monkeypatch.setattr(Record, "access", lambda _: access)
    return database


PAGES = frozenset({"picture build"})
"""What writes the pages, which are looked at for each kind of reader; in the long run by each example as well."""
PATHS = sorted({*leaves()} - MAKES_ITS_OWN_LOG - COPIES_THE_RECORD - WAITS - (frozenset() if LONG else PAGES))


def in_turn(ways: Sequence[tuple[str, ...]], number: int, taken: int) -> Sequence[tuple[str, ...]]:
    """Gives so many of the ways, those whose turn it is; in the long run all of them."""
    return ways if LONG else [ways[(number + turn) % len(ways)] for turn in range(taken)]


@pytest.mark.parametrize("path", one_in(2, PATHS))
def test_no_command_shows_a_secret(path: str, reader: Path) -> None:
    """Every example of every command, in text, in detail or as JSON, gives no secret: printed, in a file or packed."""
    examples = list(examples_in(succeed(*path.split(), "--help").stdout))
    assert examples
    found = [
        leak
        for number, one in enumerate(examples, start=PATHS.index(path))
        for way in in_turn(WAYS, number, 1)
        for leak in leaks(reader.parent, *one.arguments, *way)
    ]
    assert found == []


@pytest.mark.parametrize("words", VIEWS, ids=" ".join)
def test_no_view_of_a_case_with_secrets_shows_them(words: tuple[str, ...], reader: Path) -> None:
    """The cases in which the secrets stand show none of them, in whatever form and language."""
    forms = in_turn(FORMS, VIEWS.index(words), 2)
    assert [leak for form in forms for leak in leaks(reader.parent, *words, *form)] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_no_export_gives_a_secret_out(kind: str, database: Path) -> None:
    """An export leaves secrets out even for the owner of the log, and says so."""
    out = ("audit", "export", "--format", kind, "--out", "made-up")
    assert leaks(database.parent, *out) == []
    assert "Something secret was left out of 10 events." in succeed(*out, "--yes").stdout


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_gives_secrets_to_whoever_asks_and_may(kind: str, database: Path) -> None:
    """With --with-secret the same export holds them."""
    out = ("audit", "export", "--format", kind, "--out", "made-up", "--with-secret")
    assert any(holds(content) for _, content in given(database.parent, *out))


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_with_secrets_is_not_for_a_reader_without_the_right(kind: str, reader: Path) -> None:
    """Asking for secrets does not give a right to them."""
    assert leaks(reader.parent, "audit", "export", "--format", kind, "--out", "made-up", "--with-secret") == []


@pytest.mark.parametrize("profile", PAGED)
def test_no_page_shows_a_secret(profile: str, database: Path) -> None:
    """The pages, tables and calendar of the picture hold none, even for the owner of the log."""
    # Told no language, it builds the pages in all of them.
    language = () if LONG else ("--lang", LANGUAGES[PAGED.index(profile) % len(LANGUAGES)])
    assert leaks(database.parent, "picture", "build", "--out", "pages", "--profile", profile, *language) == []


def test_a_bundle_withholds_events_with_secrets(database: Path) -> None:
    """A bundle and a proof give of such an event its place and its hash alone, and say so."""
    succeed("audit", "key", "init")
    whole = ("audit", "export", "--format", "bundle", "--out", "made-up.zip")
    proof = ("audit", "prove", FUNDING, "--out", "proof.zip")
    assert leaks(database.parent, *whole) == []
    assert leaks(database.parent, *proof) == []
    told = answer("audit", "prove", FUNDING)
    hashes = {event["position"]: event["hash"] for event in answer("audit", "log", FUNDING)}
    assert [(one["position"], one["leaf"]) for one in told["withheld"]] == [
        (position, hashes[position]) for position in (one["position"] for one in told["withheld"])
    ]
    assert len(told["withheld"]) + len(told["events"]) == len(hashes)
    assert told["withheld"] != []


@pytest.mark.parametrize("words", TELLING, ids=" ".join)
def test_the_owner_of_the_log_sees_the_secrets(words: tuple[str, ...], database: Path) -> None:
    """While rights are off nothing is veiled in a view, so that the tests above would notice a secret."""
    shown = [content for _, content in given(database.parent, *words, "--format", "json")]
    assert any(map(holds, shown))


def test_a_veiled_value_is_null_with_its_ground(reader: Path) -> None:
    """As JSON a veiled value is null, and the ground stands beside it; for people the ground stands in its place."""
    events = answer("case", "history", FUNDING)
    prepared = next(event for event in events if event["type"] == "additional_funding.amount_prepared")
    assert prepared["data"] == {
        "view": None,
        "amount_cents": None,
        "veiled": [{"field": "amount_cents", "ground": "24.1 § 11"}, {"field": "view", "ground": "24.1 § 11"}],
    }
    said = succeed("case", "history", FUNDING, "-v", "--lang", "fi").stdout
    assert "amount_cents=salassa pidettävä: JulkL 24.1 § 11 k" in said


def test_files_with_secrets_are_their_owners_alone(database: Path) -> None:
    """What was exported with secrets can be read by nobody else on the machine."""
    succeed("audit", "export", "--format", "csv", "--out", "made-up.csv", "--with-secret")
    assert stat.S_IMODE((database.parent / "made-up.csv").stat().st_mode) == 0o600


def test_a_reaction_carries_no_fingerprint_of_a_secret(reader: Path) -> None:
    """The event by which another case takes notice names no hash that is made of what the secret act stated."""
    del reader
    applied = ("--set", f"applied_cents={AMOUNT_CENTS}", "--doc", "application=EPHA/1/2026")
    record("start", "additional_funding", "--subject", "16", "--on", "2026-04-01", *applied, *SECRETLY)
    linked = answer("case", "history", "additional-funding-16-2025")[-1]
    assert linked["type"] == "case.linked"
    assert linked["command_hash"] is None
    assert linked["veiled"] == [{"field": "command_hash", "ground": "24.1 § 11"}]


def test_the_stand_alone_verifier_names_what_was_withheld(database: Path) -> None:
    """Whoever checks a part reads which events were kept back, on which ground, and how many are gone before which."""
    succeed("audit", "key", "init")
    succeed("case", "note", CASE, "made-up note")
    succeed("audit", "export", "--format", "bundle", "--case", CASE, "--out", "part")
    manifest = json.loads(Path("part/manifest.json").read_text(encoding="utf-8"))
    positions = ", ".join(f"{one['position']} ({one['ground']})" for one in manifest["withheld"])
    code, said = verify("part", pure=True, case=CASE)
    assert f"NOT CHECKED  withheld, since something in them is secret: positions {positions}" in said
    assert (code, any("events before position" in line for line in said)) == (0, True)
    assert [line for line in said if re.search(r"\b1 events\b", line)] == []


@pytest.mark.parametrize("withheld", [3, {"a": 1}, [3], "x", [None]])
def test_a_manifest_that_withholds_no_list_is_not_whole(withheld: object, database: Path) -> None:
    """What stands in its place in the manifest is not taken for a list of events."""
    succeed("audit", "key", "init")
    succeed("audit", "export", "--format", "bundle", "--case", FUNDING, "--out", "part")
    manifest = {**json.loads(Path("part/manifest.json").read_text(encoding="utf-8")), "withheld": withheld}
    Path("part/manifest.json").write_bytes(canonical(manifest) + b"\n")
    code, said = verify("part", pure=True)
    assert (code, said[-1]) == (1, "NOT WHOLE")
