"""A revocation racing an act: whoever commits first decides, on a file and on a server."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cli.wiring import Wiring
from engine.assess import Act
from engine.errors import Conflict, NotAuthorised, Refused
from engine.ports import Appended, Command, EventLog, Write
from store.place import Place, as_place
from tests.faults.layer import ROOT
from tests.ready import program
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.filling import ON, fill, opened, workbook
from tests.test_postgres.conftest import administration, database, embedded
from tests.test_rights.desk import ANNA, BERTIL, CECILIA, TODAY, Desk, a_desk, request
from tests.test_rights.test_commands import ON as GIVEN_ON
from tests.test_rights.test_commands import sit
from tests.test_rights.test_granting import AUTHORITY

__all__ = ["administration", "embedded"]

NOTE = Act(fact="noted", on=TODAY, data={"text": "made up"})


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where the log stands: in a file, then in a database on a server."""
    if request.param == "file":
        yield str(tmp_path / "race.db")
        return
    with database(request.getfixturevalue("administration")) as server:
        yield str(server)


class Interrupted:
    """A log before whose next append something else is recorded, as by another process."""

    def __init__(self, log: EventLog, before: Callable[[], object]) -> None:
        self._log = log
        self._before: Callable[[], object] | None = before

    def append(self, writes: Sequence[Write], command: Command, **asked: Any) -> Appended:
        before, self._before = self._before, None
        if before is not None:
            before()
        return self._log.append(writes, command, **asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._log, name)


def test_a_revocation_between_deciding_and_appending_wins(desk: Desk) -> None:
    """The act was decided upon a right that was there; under the lock it is not there any more."""
    desk.enable()
    grant_id = desk.grant(CECILIA, "vm", "VM")
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    slow = desk.registrar_over(Interrupted(desk.opened.log, lambda: desk.revoke(grant_id, CECILIA)))
    with pytest.raises(NotAuthorised):
        slow.advance(case.case_id, NOTE, request(CECILIA))
    assert [event.type for event in desk.events()][-1] == "grant.grant_revoked"


def test_rights_turned_on_between_deciding_and_appending_win(desk: Desk) -> None:
    """An act that was decided while rights were off is denied once they are on."""
    case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    slow = desk.registrar_over(Interrupted(desk.opened.log, desk.enable))
    with pytest.raises(NotAuthorised):
        slow.advance(case.case_id, NOTE, request(CECILIA))
    assert [event.type for event in desk.events()][-1] == "access_rights.rights_enabled"


def test_of_two_last_administrators_only_one_goes(desk: Desk) -> None:
    """Each withdraws the other at the same moment: the second is decided anew, and refused."""
    case_id = desk.enable(ANNA, BERTIL)
    withdraw = "administrator_withdrawn"

    def first() -> None:
        desk.advance(case_id, withdraw, by=BERTIL, person=BERTIL, reason="made up")

    slow = desk.registrar_over(Interrupted(desk.opened.log, first))
    act = Act(fact=withdraw, on=desk.clock.day, data={"person": ANNA, "reason": "made up"})
    with pytest.raises((Refused, Conflict)):
        slow.advance(case_id, act, request(ANNA))
    assert [one.person for one in desk.opened.grants.administrators()] == [ANNA]


def test_of_two_processes_whoever_commits_first_decides(place: str, tmp_path: Path) -> None:
    """No note stands after the revocation, every acknowledged one before it, and the last one was denied."""
    at: Place = as_place(place)
    go = tmp_path / "go"
    with a_desk(at) as desk:
        desk.enable()
        grant_id = desk.grant(CECILIA, "vm", "VM")
        case = desk.open(AUTHORITY, "calculated", by=CECILIA)
    sides = {
        side: subprocess.Popen(
            [*program("tests.test_rights.racing"), place, side, about, str(go)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for side, about in (("acting", case.case_id), ("revoking", grant_id))
    }
    go.touch()
    told_by = {side: json.loads(process.communicate(timeout=120)[0]) for side, process in sides.items()}
    revoked_at = told_by["revoking"]["positions"][0]
    assert told_by["acting"]["ended"] == "act-not-granted"
    with a_desk(at, create=False) as desk:
        events = desk.events()
        stored = [event.position for event in events if event.type == "case.noted"]
        assert stored == told_by["acting"]["positions"]
        assert all(position < revoked_at for position in stored)
        assert desk.findings() == []


@pytest.fixture
def workbooks(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Kainuu and Lapland have answered, and Cecilia's right to take it in: `grant-fi-2026-2`."""
    monkeypatch.setenv("OHJAUS_DB", place)
    sit(monkeypatch, "anna")
    succeed("init")
    succeed("grant", "enable", "--administrator", "test-anna", "--administrator", "test-bertil", "--yes", *GIVEN_ON)
    succeed("grant", "add", "test-david", "--role", "stm", *GIVEN_ON)
    succeed("grant", "add", "test-cecilia", "--role", "registry", *GIVEN_ON)
    sit(monkeypatch, "david")
    counties = ("Kainuu", "Lappi")
    opened(*counties)
    made = [workbook(tmp_path, county, name=f"{county}.xlsx") for county in counties]
    sit(monkeypatch, "cecilia")
    wish = {"Observations!A2": "wish", "Observations!B2": "a made-up wish"}
    return [str(fill(path, {"HTT!D2": "on schedule", **wish})) for path in made]


def taken_back() -> None:
    """Bertil takes Cecilia's right back, in a command of his own."""
    with pytest.MonkeyPatch.context() as patch:
        sit(patch, "bertil")
        succeed("grant", "revoke", "grant-fi-2026-2", "--reason", "made up", "--yes", *GIVEN_ON)


def test_an_import_of_several_workbooks_is_covered_whole_or_not_recorded(
    workbooks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The right ends when all is decided and nothing is recorded yet: the import is denied, in one line, whole."""
    kept, before = Wiring._kept_log, [taken_back]
    monkeypatch.setattr(
        Wiring,
        "_kept_log",
        lambda wiring, opened: Interrupted(kept(wiring, opened), before.pop()) if before else kept(wiring, opened),
    )
    denied = invoke("collect", "import", *workbooks, *ON)
    assert (denied.exit_code, "[act-not-granted]" in denied.stderr) == (4, True)
    sit(monkeypatch, "anna")
    assert answer("audit", "log")[-1]["type"] == "grant.grant_revoked"
    assert [(line["what"], line["code"]) for line in answer("audit", "security")] == [
        ("collect import", "act-not-granted")
    ]
    assert answer("audit", "verify")["ok"] is True


def test_what_was_imported_before_the_right_ended_stays(workbooks: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each act was covered at its moment; the next import of the same person is not."""
    assert answer("collect", "import", *workbooks, *ON)["events"] == 4
    taken_back()
    assert invoke("collect", "import", *workbooks, *ON).exit_code != 0
    sit(monkeypatch, "anna")
    imported = [event["recorded_by"]["grant"] for event in answer("audit", "log")[-5:-1]]
    assert imported == ["grant-fi-2026-2"] * 4
    assert answer("audit", "verify")["ok"] is True
