"""Publicity on a log with rights: who reads what by which grant, and what the security log says of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.once import made_once
from tests.test_cli.conftest import answer, copy_with_persons, invoke, stand_in, succeed
from tests.test_publicity.looking import holds, leaks
from tests.test_publicity.planting import CASE, FUNDING, MARK

COUNTY = "test-county"
GRANTED = {
    "test-clerk": ("--role", "registry"),
    COUNTY: ("--role", "county", "--organisation", "15"),
    "test-auditor": ("--role", "log_auditor"),
    "test-reader": ("--role", "vm", "--reads-secret"),
}


def act_as(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the operating system say that this is its user."""
    monkeypatch.setattr("cli.frame.identity.os_user", lambda: name)


@pytest.fixture(scope="session")
def shared(planted: Path) -> Path:
    """The planted log with rights turned on and given, made once in a run."""

    def give_in(place: Path) -> None:
        path = place / "demo.db"
        copy_with_persons(planted, path)
        with pytest.MonkeyPatch.context() as patch:
            stand_in(patch, place)
            patch.setenv("OHJAUS_DB", str(path))
            act_as("test-anna", patch)
            succeed("grant", "enable", "--administrator", "test-anna", "--administrator", "test-bertil")
            for person, right in GRANTED.items():
                succeed("grant", "add", person, *right)

    return made_once("planted-rights", give_in) / "demo.db"


@pytest.fixture
def log(shared: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that log, named by the environment."""
    path = folder / "demo.db"
    copy_with_persons(shared, path)
    monkeypatch.setenv("OHJAUS_DB", str(path))
    return path


def noted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Gives what the security log tells of secrets, the oldest first: which command, about which case."""
    act_as("test-auditor", monkeypatch)
    lines = [line for line in answer("audit", "security") if line["kind"].startswith("secret")]
    return [(f"{line['kind']} {line['what']}", line["about"]) for line in reversed(lines)]


def test_a_grant_without_the_right_to_secrets_shows_them_veiled(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The registry sees every case, and of its secrets the grounds; nothing is noted of that."""
    act_as("test-clerk", monkeypatch)
    assert leaks(log.parent, "case", "history", FUNDING, "-v") == []
    assert leaks(log.parent, "audit", "export", "--format", "csv", "--out", "made-up", "--with-secret") == []
    assert noted(monkeypatch) == []


def test_a_grant_with_the_right_opens_them_and_is_noted(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading is noted once for a command and a case, however many secrets stand there."""
    act_as("test-reader", monkeypatch)
    assert MARK in succeed("case", "history", FUNDING, "-v").stdout
    assert MARK in succeed("case", "show", CASE).stdout
    assert noted(monkeypatch) == [("secret-read case history", FUNDING), ("secret-read case show", CASE)]


def test_taking_secrets_out_is_noted(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export with secrets is noted for each case whose secrets go out."""
    act_as("test-reader", monkeypatch)
    succeed("audit", "export", "--format", "csv", "--out", "made-up.csv", "--case", FUNDING, "--with-secret")
    assert holds((log.parent / "made-up.csv").read_bytes())
    assert noted(monkeypatch) == [("secret-export audit export", FUNDING)]


def test_what_cannot_be_noted_is_not_shown(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another writes to the file for longer than a reader waits, secrets stay veiled, and the view says so."""
    act_as("test-reader", monkeypatch)
    monkeypatch.setattr("store.security_log._PATIENCE_SECONDS", 0.01)
    with sqlite3.connect(log) as other:
        other.execute("BEGIN IMMEDIATE")
        result = invoke("case", "history", FUNDING, "-v")
    assert result.exit_code == 0
    assert not holds(result.stdout_bytes)
    assert "could not be noted in the security log" in result.stderr


def test_a_county_sees_what_it_is_party_to(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case of another county is unknown to it, in lists, by its name, in the log and in an export."""
    act_as("test-county", monkeypatch)
    listed = {row["case"] for row in answer("case", "list")}
    assert CASE in listed
    assert FUNDING not in listed
    assert invoke("case", "show", FUNDING).exit_code == 3
    assert {event["stream"] for event in answer("audit", "log")} == listed
    assert all(row["case"] in listed for row in answer("deadline", "list"))


def test_a_county_is_not_shown_what_is_internal_to_others(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note of the ministry's registry is no document yet (5 § 3 mom.): the county sees that there is one."""
    act_as("test-clerk", monkeypatch)
    succeed("case", "note", CASE, "made-up internal note", "--as", "registry")
    act_as("test-county", monkeypatch)
    told = succeed("case", "history", CASE).stdout
    assert "made-up internal note" not in told
    assert "internal: 621/1999 section 5.3(2)" in told
    act_as("test-clerk", monkeypatch)
    assert "made-up internal note" in succeed("case", "history", CASE).stdout


def test_a_bundle_of_a_county_holds_its_own_cases_alone(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sees a part of the log proves that part, though everything was asked for."""
    act_as("test-county", monkeypatch)
    succeed("audit", "key", "init")
    succeed("audit", "export", "--format", "bundle", "--out", "made-up")
    held = (log.parent / "made-up" / "events.jsonl").read_text(encoding="utf-8")
    assert CASE in held
    assert FUNDING not in held


def test_somebody_without_any_grant_sees_nothing(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights deny by default: no case is there."""
    act_as("test-nobody", monkeypatch)
    assert answer("case", "list") == []
    assert answer("audit", "log") == []
    assert invoke("case", "show", CASE).exit_code == 3


def test_an_export_says_why_secrets_were_left_out(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asked for them and has no right to them is not told to ask for them."""
    act_as("test-clerk", monkeypatch)
    out = ("audit", "export", "--format", "csv", "--out", "made-up.csv", "--yes")
    assert "--with-secret includes it" in succeed(*out).stdout
    said = succeed(*out, "--with-secret").stdout
    assert ("no right of yours covers reading it" in said, "--with-secret" in said) == (True, False)


def test_a_secret_note_is_marked_with_its_ground_once(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To whoever may not read it the ground stands in the label, and nothing in the place of the words."""
    act_as("test-clerk", monkeypatch)
    notes = [line for line in succeed("case", "history", CASE).stdout.splitlines() if "note [" in line]
    assert [line.count("621/1999 section") for line in notes] == [1]
    act_as("test-reader", monkeypatch)
    assert f"24.1(15)]: made-up note {MARK}" in succeed("case", "history", CASE).stdout


def test_a_county_reader_sees_the_rights_of_others_as_a_number(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights are the state's cases, to which no county is a party; an administrator sees all of them."""
    act_as("test-anna", monkeypatch)
    every = answer("grant", "list")
    other, own = (next(one["grant"] for one in every if one["person_name"] == name) for name in ("test-clerk", COUNTY))
    assert len(every) == 2 + len(GRANTED)
    act_as(COUNTY, monkeypatch)
    assert [one["grant"] for one in answer("grant", "list")] == [own]
    assert "5 rights of others are not shown to you." in invoke("grant", "list").stderr
    assert answer("grant", "list", "--person", "test-clerk") == []
    assert (invoke("grant", "show", other).exit_code, invoke("grant", "show", own).exit_code) == (3, 0)
    checked = answer("grant", "check", CASE, "group_met", "--person", "test-clerk")
    assert checked["by_grants"] == []
