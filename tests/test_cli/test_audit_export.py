"""`audit export`: what goes out and what does not, where it is put, and what is said of it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cli.audit.export_commands import FORMATS
from tests.test_cli.bundles import files_of, stand_alone
from tests.test_cli.conftest import answer, invoke, succeed

CASE, COUNTY = "evaluation-15-2025", "15"
FILES = tuple(kind for kind in FORMATS if kind != "bundle")


def export(kind: str, out: str, *given: str) -> Any:
    """What the command answers as JSON; the form of the answer stands before the noun."""
    return json.loads(succeed("--format", "json", "audit", "export", "--format", kind, "--out", out, *given).stdout)


def positions(path: Path) -> list[int]:
    return [json.loads(line)["position"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def vkey(database: Path) -> str:
    """The public half of a key to sign with."""
    succeed("audit", "key", "init", "--name", "made-up")
    return str(answer("audit", "key", "show")["keys"][0]["vkey"])


@pytest.mark.parametrize("kind", FILES)
def test_what_is_said_is_what_was_written(kind: str, database: Path, folder: Path) -> None:
    """Events, cases, bytes, position and hash are those of the file, and only its owner may read it."""
    told = export(kind, "made-up")
    content = (folder / "made-up").read_bytes()
    log = answer("audit", "log")
    assert told == {
        "format": kind,
        "out": "made-up",
        "events": len(log),
        "cases": len({event["stream"] for event in log}),
        "left_out": 0,
        "bytes": len(content),
        "position": log[-1]["position"],
        "sha256": hashlib.sha256(content).hexdigest(),
        "key": None,
        "rehearsed": False,
    }
    assert stat.S_IMODE((folder / "made-up").stat().st_mode) == 0o600
    assert [one.name for one in folder.iterdir() if "made-up" in one.name] == ["made-up"]


def test_cases_subject_and_procedure_narrow_the_choice(database: Path, folder: Path) -> None:
    """Each filter lets through what it names, in the order of the log; together they let through what fits all."""
    log = answer("audit", "log")

    def chosen(*given: str) -> list[int]:
        export("jsonl", "made-up", "--yes", *given)
        return positions(folder / "made-up")

    subject_of = {event["stream"]: event["opening"]["subject"] for event in log if event["opening"]}
    procedure_of = {event["stream"]: event["opening"]["procedure"] for event in log if event["opening"]}
    two = (CASE, "evaluation-21-2025")
    assert chosen("--case", two[1], "--case", two[0].upper()) == [e["position"] for e in log if e["stream"] in two]
    assert chosen("--subject", "Keski-Suomi") == [e["position"] for e in log if subject_of[e["stream"]] == COUNTY]
    assert chosen("--procedure", "evaluation") == [
        e["position"] for e in log if procedure_of[e["stream"]] == "evaluation"
    ]
    assert chosen("--subject", COUNTY, "--procedure", "evaluation") == [
        e["position"] for e in log if e["stream"] == CASE
    ]
    assert chosen("--case", two[1], "--subject", COUNTY) == []


def test_both_axes_of_time_narrow_the_choice(database: Path, folder: Path) -> None:
    """What was known at a position, and what had happened by a day."""
    log = answer("audit", "log")
    told = export("jsonl", "made-up", "--known-at", "30")
    assert (told["position"], positions(folder / "made-up")) == (30, list(range(1, 31)))
    export("jsonl", "made-up", "--in-force-on", "2025-06-17", "--yes")
    assert positions(folder / "made-up") == [e["position"] for e in log if e["effective_on"] <= "2025-06-17"]


@pytest.mark.parametrize(
    ("given", "code", "exit_code"),
    [
        (("--case", "evaluation-16-2025"), "case-unknown", 3),
        (("--subject", "Atlantis"), "unknown-actor", 3),
        (("--procedure", "nothing"), "procedure-unknown", 3),
    ],
)
def test_what_is_not_known_is_not_exported(
    given: tuple[str, ...], code: str, exit_code: int, database: Path, folder: Path
) -> None:
    """Nothing unknown gives an empty file."""
    result = invoke("--format", "json", "audit", "export", "--format", "csv", "--out", "made-up", *given)
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (exit_code, code)
    assert not (folder / "made-up").exists()


def test_nothing_is_overwritten_unasked(database: Path, folder: Path) -> None:
    """A file that is there stays, unless --yes says that it is to be replaced."""
    (folder / "made-up").write_text("mine")
    result = invoke("--format", "json", "audit", "export", "--format", "csv", "--out", "made-up")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (5, "file-exists")
    assert (folder / "made-up").read_text() == "mine"
    export("csv", "made-up", "--yes")
    assert (folder / "made-up").read_text().startswith("position,case,")


@pytest.mark.parametrize("out", ["demo.db", "./demo.db", "link.db", "demo.db-wal", "demo.db-journal"])
def test_the_log_is_never_written_over(out: str, database: Path, folder: Path) -> None:
    """Not even with --yes, and not by another name of the same file."""
    os.link(database, folder / "link.db")
    before = database.read_bytes()
    result = invoke("--format", "json", "audit", "export", "--format", "csv", "--out", out, "--yes")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (5, "export-over-log")
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    ("out", "code"), [("no-such-folder/x", "file-unwritable"), (".", "file-exists"), ("soft", "file-exists")]
)
def test_an_unfit_place_is_refused(out: str, code: str, database: Path, folder: Path) -> None:
    """A folder that is not there, a folder that is, and a link: nothing is written through any of them."""
    (folder / "soft").symlink_to(folder / "elsewhere")
    result = invoke("--format", "json", "audit", "export", "--format", "csv", "--out", out, "--yes")
    assert json.loads(result.stdout)["error"]["code"] == code
    assert not (folder / "elsewhere").exists()


def test_a_rehearsal_writes_nothing(vkey: str, folder: Path) -> None:
    """`--dry-run` says what would be written, to the byte."""
    for kind in ("csv", "bundle"):
        told = export(kind, "made-up.zip", "--dry-run")
        assert (told["events"], told["rehearsed"]) == (len(answer("audit", "log")), True)
        assert not (folder / "made-up.zip").exists()
    assert export("csv", "made-up")["sha256"] == export("csv", "other", "--dry-run")["sha256"]


def test_a_missing_extra_is_named(database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its library Parquet is refused, with what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = invoke("--format", "json", "audit", "export", "--format", "parquet", "--out", "made-up")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"]) == (9, "extra-missing")
    assert "ohjaus[parquet]" in error["try"]
    assert not (folder / "made-up").exists()


def test_the_form_of_the_file_is_not_that_of_the_answer(database: Path, folder: Path) -> None:
    """`--format csv` beside the verb leaves the answer for people, and an option of a bundle belongs to it alone."""
    text = succeed("audit", "export", "--format", "csv", "--out", "made-up").stdout
    assert text.splitlines()[0] == "Exported as csv: made-up"
    words = ("audit", "export", "--format", "csv", "--out", "other", "--older", "made-up")
    result = invoke(*words)
    assert (result.exit_code, "--older belongs to --format bundle" in result.stderr) == (2, True)
    finnish = invoke(*words, "--lang", "fi")
    assert (finnish.exit_code, "--older kuuluu vain muotoon --format bundle" in finnish.stderr) == (2, True)


@pytest.mark.parametrize(("language", "title"), [("fi", "Viety muodossa xes: x"), ("sv", "Exporterat som xes: x")])
def test_the_answer_is_in_the_readers_language(language: str, title: str, database: Path) -> None:
    """Finnish and Swedish readers are answered in their language, with commands to go on with."""
    lines = succeed("audit", "export", "--format", "xes", "--out", "x", "--lang", language).stdout.splitlines()
    assert lines[0] == title
    assert [line.partition("ohjaus ")[2] for line in lines[-2:]] == [
        "audit verify",
        "audit export --format bundle --out DIR",
    ]


def of_others(log: list[dict[str, Any]], shown: set[str]) -> set[str]:
    """What is recorded of cases that are not shown, but for words of the rules: ids, grounds, titles, texts."""

    def texts(value: object) -> set[str]:
        match value:
            case dict():
                return {text for one in value.values() for text in texts(one)}
            case list():
                return {text for one in value for text in texts(one)}
            case str():
                return {value}
        return set()

    fields = ("stream", "event_id", "command_id", "command_hash", "data", "documents", "opening")
    told = "\n".join(text for event in log if event["stream"] in shown for text in texts(event))
    others = {text for event in log if event["stream"] not in shown for name in fields for text in texts(event[name])}
    # What a disclosed event itself says, such as the year of a day, tells nothing of the others.
    return {text for text in others if len(text) > 3 and text not in told and not re.fullmatch("[a-z_]+", text)}


@pytest.mark.parametrize("given", [("--case", CASE), ("--subject", COUNTY)])
def test_a_disclosure_leaves_others_unseen(given: tuple[str, ...], vkey: str, folder: Path) -> None:
    """No byte of the data, ids or names of other cases is in the bundle, and what is in it is proved."""
    export("bundle", "part", *given)
    held = files_of(folder / "part")
    log = answer("audit", "log")
    shown = {json.loads(line)["stream"] for line in held["events.jsonl"].splitlines()}
    content = b"\n".join(held[name] for name in held if name != "verify_ohjaus.py")
    unseen = of_others(log, shown)
    assert len(unseen) > 300
    assert [text for text in sorted(unseen) if json.dumps(text, ensure_ascii=False)[1:-1].encode() in content] == []
    counties = (one for one in answer("actor", "list") if (one["kind"], one["code"]) != ("county", COUNTY))
    names = {name for one in counties if one["kind"] == "county" for name in one["name"].values()}
    assert [name for name in sorted(names) if name in held["events.jsonl"].decode()] == []
    verifier = stand_alone()
    assert verifier.verify(str(folder / "part"), [verifier.key_of(vkey)], pure=True)[0] == 0


def test_the_events_disclosed_are_the_bytes_that_were_recorded(vkey: str, folder: Path) -> None:
    """Each line has the hash that the log states of that event."""
    export("bundle", "part", "--case", CASE)
    lines = (folder / "part" / "events.jsonl").read_bytes().splitlines()
    hashes = [event["hash"] for event in answer("audit", "log", CASE)]
    assert [hashlib.sha256(line).hexdigest() for line in lines] == hashes


def test_a_whole_bundle_from_one_checkpoint_is_the_same_to_the_byte(vkey: str, folder: Path) -> None:
    """Only the signed time differs between two exports; from a kept checkpoint nothing does, even after more events."""
    succeed("audit", "checkpoint", "--out", "kept.note")
    first = export("bundle", "first.zip", "--checkpoint", "kept.note")
    succeed("case", "note", CASE, "made-up")
    again = export("bundle", "again.zip", "--checkpoint", "kept.note")
    assert (first["sha256"], first["events"], again["position"]) == (
        again["sha256"],
        again["events"],
        first["position"],
    )
    with zipfile.ZipFile(folder / "first.zip") as archive:
        assert json.loads(archive.read("manifest.json"))["kind"] == "whole"


def test_a_bundle_proves_growth_from_an_older_checkpoint(vkey: str, folder: Path) -> None:
    """With --older the earlier note travels along, and for a part the proof that the log only grew since."""
    succeed("audit", "checkpoint", "--out", "older.note")
    size = len(answer("audit", "log"))
    succeed("case", "note", CASE, "made-up")
    export("bundle", "part", "--case", CASE, "--older", "older.note")
    verifier = stand_alone()
    code, lines = verifier.verify(str(folder / "part"), [verifier.key_of(vkey)], pure=True)
    assert (code, f"checked      growth: the log only grew since its checkpoint at {size}" in lines) == (0, True)


def test_without_a_key_no_bundle_is_made(database: Path, folder: Path) -> None:
    """Nothing is signed without a key, and the way to one is named."""
    result = invoke("--format", "json", "audit", "export", "--format", "bundle", "--out", "made-up")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"]) == (3, "key-missing")
    assert "ohjaus audit key init" in error["try"]
    assert not (folder / "made-up").exists()


def test_an_empty_log_goes_out_empty(empty: Path, folder: Path) -> None:
    """No events are no fault: each format holds none, and it is said."""
    for kind in FILES:
        assert export(kind, f"made-up.{kind}")["events"] == 0
    assert "no event fits" in succeed("audit", "export", "--format", "csv", "--out", "other").stdout
