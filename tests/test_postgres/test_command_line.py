"""The command line over a server says what it says over a file, and never a password."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.postgres.address import Server, told
from tests.test_cli.conftest import copy_with_persons, invoke, stand_in, succeed

SECRET = "geheim"  # noqa: S105 - of nobody
READING = (
    "db check",
    "case list",
    "case show evaluation-15-2025",
    "case next evaluation-15-2025",
    "deadline list",
    "todo",
    "picture show",
    "audit verify",
    "audit log --limit 5",
    "audit replay evaluation-15-2025",
    "projection list",
    "projection check",
    "schedule status",
)
WRITING = ("deadline tick", "projection rebuild", "import history.toml", "db upgrade")
OF_THE_PLACE = frozenset(("db", "beat_at", "schema", "checked", "now"))
"""What differs between two places, and says nothing of the record."""

OF_THE_EVENTS = frozenset(("head", "hash", "root", "noted_root", "digest", "kept_digest", "event_id", "command_id"))


@pytest.fixture
def both(filled: Path, empty: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The demo log in a file and on a server, whose address holds a password that nobody asks for."""
    stand_in(monkeypatch, tmp_path)
    file = tmp_path / "demo.db"
    copy_with_persons(filled, file)
    shutil.copy(Path(__file__).parents[2] / "procedures" / "real_history.toml", tmp_path / "history.toml")
    there = empty.conninfo if ":" in empty.conninfo.partition("://")[2].partition("@")[0] else with_secret(empty)
    copied = succeed("db", "copy", str(file), there, "--format", "json")
    assert SECRET not in copied.stdout + copied.stderr
    return str(file), there


def with_secret(server: Server) -> str:
    """An address with a password in it."""
    return server.conninfo.replace("@", f":{SECRET}@", 1)


def plain(found: Any, without: frozenset[str]) -> Any:
    """An answer without what is of the place."""
    if isinstance(found, dict):
        return {name: plain(value, without) for name, value in found.items() if name not in without}
    return [plain(one, without) for one in found] if isinstance(found, list) else found


def documents(text: str) -> Iterator[Any]:
    """The answers in a text, one after the other."""
    rest = text.strip()
    while rest:
        found, end = json.JSONDecoder().raw_decode(rest)
        yield found
        rest = rest[end:].lstrip()


def differences(one: Any, other: Any, at: str = "") -> Iterator[str]:
    """Where two answers differ, and how."""
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for name in one:
            yield from differences(one[name], other[name], f"{at}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, f"{at}[{number}]")
    else:
        yield f"{at}: {one!r} is {other!r} on the server"


def test_every_answer_is_the_same_from_a_file_and_from_a_server(both: tuple[str, str]) -> None:
    """Reading and writing commands end alike and answer alike, one after the other on each."""
    now = ("--now", "2026-12-01T12:00+02:00")
    for number, words in enumerate((*READING, *WRITING, *READING)):
        # What is recorded on each has ids of its own, and so hashes of its own.
        without = OF_THE_PLACE if number < len(READING) else OF_THE_PLACE | OF_THE_EVENTS
        answers = []
        for place in both:
            result = invoke(*words.split(), "--db", place, "--format", "json", *now)
            assert result.exit_code == 0, (words, place, result.stdout, result.stderr)
            assert SECRET not in result.stdout + result.stderr
            # A proposed command names the place, as it may be shown.
            answers.append([plain(one, without) for one in documents(result.stdout.replace(told(place), "PLACE"))])
        assert list(differences(answers[0], answers[1])) == [], words


def test_no_page_and_no_proposed_command_tells_a_password(both: tuple[str, str]) -> None:
    """Pages, proposals, settings, units and faults show the address without it."""
    _, there = both
    for words in (
        "case list",
        "doctor",
        "config show",
        "schedule install",
        "db check",
        "db init-roles",
        "audit verify",
        "case show no-such-case",
        "init",
        "db copy demo.db demo.db",
    ):
        result = invoke(*words.split(), "--db", there, "--lang", "en", "-v")
        assert SECRET not in result.stdout + result.stderr, words
    lost = invoke("case", "list", "--db", there.replace("/kites", "/no_kites"))
    assert (lost.exit_code, SECRET in lost.stdout + lost.stderr) == (1, False)


def test_a_log_is_made_and_filled_on_a_server(empty: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From nothing to roles: `init`, its refusal the second time, roles, a whole doctor's look."""
    stand_in(monkeypatch, tmp_path)
    monkeypatch.setenv("OHJAUS_DB", empty.conninfo)
    assert invoke("case", "list").exit_code == 3
    assert json.loads(succeed("init", "--dry-run", "--format", "json").stdout)["rehearsed"]
    made = json.loads(succeed("init", "--production", "--format", "json").stdout)
    assert (made["production"], made["mode"]) == (True, None)
    assert invoke("init").exit_code == 5
    assert invoke("case", "list", "--now", "2026-12-01T12:00+02:00").exit_code == 5
    printed = json.loads(succeed("db", "init-roles", "--county", "15", "--format", "json").stdout)
    applied = json.loads(succeed("db", "init-roles", "--county", "15", "--yes", "--format", "json").stdout)
    assert (printed["applied"], applied["applied"], printed["statements"]) == (False, True, applied["statements"])
    said = succeed("db", "init-roles", "--county", "15", "--yes").stdout
    assert ("ALTER TABLE" in said, f"{len(applied['statements'])} statements were run" in said) == (False, True)
    checks = json.loads(succeed("doctor", "--format", "json").stdout)["checks"]
    outcomes = {check["name"]: check["outcome"] for check in checks}
    assert (outcomes["log"], outcomes["server"], outcomes["rights"]) == ("fine", "fine", "more")
    assert json.loads(succeed("audit", "verify", "--format", "json").stdout)["ok"]


def test_a_file_has_no_roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They can be looked at everywhere, and made only on a server."""
    stand_in(monkeypatch, tmp_path)
    succeed("init", "--db", "kites.db")
    assert "ohjaus_auditor" in succeed("db", "init-roles", "--db", "kites.db").stdout
    assert invoke("db", "init-roles", "--yes", "--db", "kites.db").exit_code == 5
