"""What `audit verify` finds in an event with something secret is told to everybody; its values are not."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from cli.wiring import Record
from engine.errors import Refused
from engine.rights import Access
from tests.test_cli.conftest import answer, invoke
from tests.test_cli.test_audit_verify import forge
from tests.test_publicity.planting import AMOUNT_CENTS, FUNDING, MARK
from tests.test_publicity.test_rights_and_publicity import act_as, log, noted, shared

__all__ = ["log", "shared"]

AMOUNT = f'"amount_cents":{AMOUNT_CENTS}'.encode()
AS_TEXT = f'"amount_cents":"{AMOUNT_CENTS}"'.encode()


def finding() -> dict[str, Any]:
    """Verifies, and gives the first fault of the acceptance."""
    result = invoke("audit", "verify", "--format", "json")
    assert result.exit_code == 7
    found: dict[str, Any] = json.loads(result.stdout)["acceptance"]["first_fault"]
    return found


def told() -> str:
    """Gives what verifying says to a person, in each language and as data."""
    ways = (("--lang", "fi"), ("--lang", "sv"), ("--lang", "en"), ("--format", "json"))
    return "".join(invoke("audit", "verify", *way).stdout for way in ways)


def test_who_may_not_read_is_told_the_field_and_no_value(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is and which field differs stands in the finding, and nothing of what the field holds."""
    forge(log, AMOUNT, AS_TEXT)
    act_as("test-clerk", monkeypatch)
    found = finding()
    assert (found["code"], found["details"]["case"], found["details"]["field"]) == ("differs:data", FUNDING, "data")
    assert {*found["details"]} == {"position", "case", "field"}
    assert found["text"] == "data is recorded otherwise than the declaration gives; this reader may not see the values."
    said = told()
    assert ("differs:data" in said, AMOUNT_CENTS in said, MARK in said) == (True, False, False)
    assert noted(monkeypatch) == []


def test_who_may_read_sees_both_values_and_it_is_noted(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A grant that reads secrets shows what is recorded and what the declaration gives; the reading is noted."""
    forge(log, AMOUNT, AS_TEXT)
    act_as("test-reader", monkeypatch)
    details = finding()["details"]
    assert json.loads(details["recorded"])["amount_cents"] == AMOUNT_CENTS
    assert json.loads(details["expected"])["amount_cents"] == int(AMOUNT_CENTS)
    assert noted(monkeypatch) == [("secret-read audit verify", FUNDING)]


def test_whoever_does_not_see_the_case_sees_no_value_of_it(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of another county's case a county is told that an event is not lawful, whichever field it is in."""
    forge(log, b'"state":"group_set"', b'"state":"made_up_state"')
    act_as("test-county", monkeypatch)
    assert {*finding()["details"]} <= {"position", "case", "field"}
    assert "made_up_state" not in told()


def test_while_rights_are_off_the_owner_reads_everything(database: Path) -> None:
    """Who holds the file is told the values, as in every other view."""
    forge(database, AMOUNT, AS_TEXT)
    assert json.loads(finding()["details"]["recorded"])["amount_cents"] == AMOUNT_CENTS


def test_nobody_may_read_where_rights_cannot_be_found_out(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record whose grants cannot be read tells no values: better silent than wrong."""

    def unreadable(_: Record) -> Access:
        raise Refused("projections-behind", "made-up")

    forge(database, AMOUNT, AS_TEXT)
    monkeypatch.setattr(Record, "access", unreadable)
    assert {*finding()["details"]} == {"position", "case", "field"}


def test_a_class_that_is_none_is_a_finding_without_values(database: Path) -> None:
    """A forged class of publicity, by which nobody can tell who may read, is reported and shows nothing."""
    forge(database, b'"publicity":"secret"', b'"publicity":"made-up"')
    assert {*finding()["details"]} <= {"position", "case", "field"}
    assert MARK not in told()


def test_what_is_never_secret_is_told_to_everybody(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state that differs is told with both values, in a case that holds secrets as in any other."""
    forge(log, b'"state":"group_set"', b'"state":"made_up_state"')
    act_as("test-clerk", monkeypatch)
    found = finding()
    assert found["code"] == "differs:state"
    assert {"recorded", "expected"} <= {*found["details"]}
    assert answer("case", "list")


def edited(path: Path) -> None:
    """Changes a row that is kept beside the log of a case with secrets."""
    with sqlite3.connect(path) as driver:
        driver.execute("UPDATE projection_cases SET state = ? WHERE case_id = ?", (f"made up {MARK}", FUNDING))
    driver.close()


def kept_otherwise() -> dict[str, Any]:
    """Verifies, and gives what is found of the projections."""
    result = invoke("audit", "verify", "--format", "json")
    found: dict[str, Any] = json.loads(result.stdout)["projections"]["first_fault"]
    assert (result.exit_code, found["code"]) == (7, "projection-differs")
    return found


def test_a_column_that_differs_is_named_and_its_value_is_not(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may not read the secrets of the case is told which column of which row, by verifying and by comparing."""
    edited(log)
    act_as("test-clerk", monkeypatch)
    assert kept_otherwise()["details"] == {
        "projection": "cases",
        "row": f"case_id {FUNDING}",
        "case": FUNDING,
        "column": "state",
    }
    compared = invoke("projection", "check", "--format", "json").stdout
    assert (MARK in told() + compared, f"case_id {FUNDING}: state" in compared) == (False, True)
    act_as("test-reader", monkeypatch)
    details = kept_otherwise()["details"]
    assert json.loads(details["recorded"]) == f"made up {MARK}"
    assert MARK in invoke("projection", "check").stdout
