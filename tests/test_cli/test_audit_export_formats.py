"""`audit export`, format by format, each read back by a program that knows nothing of us."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import Counter
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pyarrow.parquet as parquet_files
import pytest
import r4pm
from jsonschema import Draft202012Validator
from r4pm import bindings

from cli.audit.export import xlsx_table
from cli.audit.export.columns import COLUMNS
from cli.screen.formulas import defused
from engine.envelope import canonical, event_hash
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.ocel20 import SCHEMA

CASE = "evaluation-15-2025"
XES = "{http://www.xes-standard.org/}"
NAMES = [column.name for column in COLUMNS]


def exported(kind: str, folder: Path, *given: str) -> Path:
    """The file of an export."""
    path = folder / f"made-up.{kind}"
    succeed("audit", "export", "--format", kind, "--out", str(path), "--yes", *given)
    return path


def the_log() -> list[dict[str, Any]]:
    """Every envelope, as `audit log` prints it."""
    return [json.loads(line) for line in succeed("audit", "log", "--format", "jsonl").stdout.splitlines()]


def test_json_lines_are_what_the_log_prints(database: Path, folder: Path) -> None:
    """Each line is an envelope with its hash, the same as `audit log --format jsonl`."""
    printed = succeed("audit", "log", "--format", "jsonl").stdout
    assert exported("jsonl", folder).read_text(encoding="utf-8") == printed


def test_cloudevents_carry_the_event_as_it_was_recorded(database: Path, folder: Path) -> None:
    """The attributes are those of the specification, and the data has the hash that the envelope states."""
    lines = exported("cloudevents", folder).read_bytes().splitlines()
    for event, line in zip(the_log(), lines, strict=True):
        found = json.loads(line)
        data = found.pop("data")
        assert event_hash(canonical(data)) == found["hash"] == event["hash"]
        assert (found["specversion"], found["id"], found["subject"]) == ("1.0", event["event_id"], event["stream"])
        assert (found["type"], found["time"]) == (f"ohjaus.{event['type']}", event["recorded_at"])
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", found["source"])
        assert found["datacontenttype"] == "application/json"
        assert [name for name in found if not re.fullmatch(r"[a-z0-9]{1,20}", name)] == []
        assert [name for name, value in found.items() if not isinstance(value, str | int)] == []


def test_ocel_keeps_the_rules_of_the_format(database: Path, folder: Path) -> None:
    """The document fits the schema, and every type, object and attribute that is spoken of is declared."""
    log = json.loads(exported("ocel", folder).read_bytes())
    assert list(Draft202012Validator(SCHEMA).iter_errors(log)) == []
    declared = {kind: {one["name"]: one["attributes"] for one in log[f"{kind}Types"]} for kind in ("event", "object")}
    ids = [one["id"] for one in log["objects"]]
    assert len(ids) == len(set(ids))
    for kind in ("event", "object"):
        for one in log[f"{kind}s"]:
            known = {attribute["name"] for attribute in declared[kind][one["type"]]}
            assert {attribute["name"] for attribute in one["attributes"]} <= known
            assert {link["objectId"] for link in one["relationships"]} <= set(ids)


def test_ocel_is_loaded_by_an_independent_reader(database: Path, folder: Path) -> None:
    """A process-mining library counts the same events and objects, and sees the states that a case went through."""
    path = exported("ocel", folder).rename(folder / "made-up.json")
    written = json.loads(path.read_bytes())
    read = bindings.slim_link_ocel(r4pm.import_item("OCEL", str(path)))
    events = the_log()
    stats = bindings.ocel_type_stats(read)
    assert bindings.num_events(read) == len(events)
    assert bindings.num_objects(read) == len(written["objects"])
    assert stats["event_type_counts"] == Counter(event["type"] for event in events)
    assert stats["object_type_counts"] == Counter(one["type"] for one in written["objects"])
    assert stats["object_type_counts"]["case"] == len({event["stream"] for event in events})
    traces = bindings.get_object_attribute_changes(read, f"case:{CASE}")["traces"]
    history = answer("case", "history", CASE)
    states = [event["state"] for event in history]
    moved = [state for number, state in enumerate(states) if not number or state != states[number - 1]]
    assert [change["value"] for change in traces["state"]] == moved


def test_ocel_events_touch_what_the_act_touched(database: Path, folder: Path) -> None:
    """A meeting and a decision are objects of their own, beside case, county, organisation and documents."""
    log = json.loads(exported("ocel", folder, "--case", CASE).read_bytes())
    by_type = {event["type"]: event for event in log["events"]}
    kinds = {one["id"]: one["type"] for one in log["objects"]}

    def touched(event_type: str) -> set[tuple[str, str]]:
        return {(link["qualifier"], kinds[link["objectId"]]) for link in by_type[event_type]["relationships"]}

    every = {("happened in", "case"), ("is about", "county")}
    assert every | {("took place as", "meeting")} <= touched("evaluation.group_met")
    assert every | {("was made as", "decision"), ("is an act of", "ministry")} <= touched("evaluation.group_appointed")
    assert every | {("refers to", "document")} <= touched("evaluation.criteria_noted")


def test_ocel_time_is_the_time_of_recording(database: Path, folder: Path) -> None:
    """The legal day, which has no hour, is an attribute beside it."""
    log = json.loads(exported("ocel", folder).read_bytes())
    for event, found in zip(the_log(), log["events"], strict=True):
        values = {one["name"]: one["value"] for one in found["attributes"]}
        assert (found["id"], found["time"]) == (event["event_id"], event["recorded_at"])
        assert (values["effective_on"], values["position"]) == (event["effective_on"], str(event["position"]))


def test_ocel_links_cases_that_both_go_out(database: Path, folder: Path) -> None:
    """A link between cases is a relationship of objects; to a case that does not go out there is none."""
    links = [(event["stream"], link["case"], link["relation"]) for event in the_log() for link in event["links"]]
    log = json.loads(exported("ocel", folder).read_bytes())
    found = {
        (one["id"], link["objectId"], link["qualifier"]) for one in log["objects"] for link in one["relationships"]
    }
    assert {(f"case:{one}", f"case:{other}", relation) for one, other, relation in links} <= found
    for one, *_ in links:
        alone = json.loads(exported("ocel", folder, "--case", one).read_bytes())
        assert [item["id"] for item in alone["objects"] if item["type"] == "case"] == [f"case:{one}"]


def test_xes_has_a_trace_for_each_case(database: Path, folder: Path) -> None:
    """The library reads as many traces and events, and the activities that follow each other in a case."""
    path = exported("xes", folder, "--procedure", "evaluation")
    read = r4pm.import_item("EventLog", str(path))
    graph = bindings.discover_dfg(read)
    events = [event for event in the_log() if event["stream"].startswith("evaluation-")]
    assert graph["activities"] == Counter(event["type"] for event in events)
    follows: Counter[tuple[str, str]] = Counter()
    for stream in {event["stream"] for event in events}:
        types = [event["type"] for event in events if event["stream"] == stream]
        follows.update(pairwise(types))
    assert {tuple(pair): count for pair, count in graph["directly_follows_relations"]} == follows


def test_xes_declares_what_it_uses(database: Path, folder: Path) -> None:
    """Extensions, globals and a classifier stand first, and every event has what is said to be everywhere."""
    root = ET.parse(exported("xes", folder)).getroot()  # noqa: S314 - a file that was just written
    prefixes = {one.get("prefix") for one in root.findall(f"{XES}extension")}
    assert (root.tag, prefixes) == (f"{XES}log", {"concept", "time", "org", "lifecycle"})
    everywhere = {
        one.get("key") for scope in root.findall(f"{XES}global") if scope.get("scope") == "event" for one in scope
    }
    assert everywhere == {"concept:name", "time:timestamp", "lifecycle:transition"}
    events = {event["event_id"]: event for event in the_log()}
    told = [{one.get("key"): one.get("value") for one in event} for event in root.iter(f"{XES}event")]
    assert len(told) == len(events)
    for one in told:
        event = events[str(one["concept:instance"])]
        assert everywhere <= set(one)
        assert {str(key).partition(":")[0] for key in one if ":" in str(key)} <= prefixes
        assert (one["concept:name"], one["time:timestamp"]) == (event["type"], event["recorded_at"])
        assert (one["org:group"], one["effective_on"]) == (event["act_of"]["organisation"], event["effective_on"])
        assert json.loads(str(one["data"])) == event["data"]


TRICKS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\x00=1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    " =1",
    "\u200b=1",
    "\ufeff=1",
    "\ufe62" + "1",
)
HARMLESS = ("", "a=b", "1-2", "{}", "Östra Nyland", "(=1)", "'=1", " a")


@pytest.mark.parametrize("text", TRICKS)
def test_a_formula_is_defused(text: str) -> None:
    """Whatever a spreadsheet could take for a formula gets an apostrophe before it, and stays readable."""
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    """Text that no spreadsheet runs is not touched."""
    assert defused(text) == text


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_row_for_each_event(database: Path, folder: Path) -> None:
    """The columns are fixed, and each says what the envelope says."""
    rows = rows_of(exported("csv", folder))
    for event, row in zip(the_log(), rows, strict=True):
        assert list(row) == NAMES
        assert (row["position"], row["case"], row["type"]) == (str(event["position"]), event["stream"], event["type"])
        assert (row["recorded_at"], row["hash"]) == (event["recorded_at"], event["hash"])
        assert json.loads(row["data"]) == event["data"]
        assert row["basis"] == "; ".join(event["basis"])


def test_only_spreadsheets_get_the_apostrophe(database: Path, folder: Path) -> None:
    """A recorded text that is a formula is defused in CSV and XLSX, and stays exact everywhere else."""
    trick = "=HYPERLINK(1)"
    succeed("case", "note", CASE, "made-up", "--command-id", trick)
    assert rows_of(exported("csv", folder))[-1]["command_id"] == f"'{trick}"
    sheet = openpyxl.load_workbook(exported("xlsx", folder))["events"]
    assert sheet.cell(sheet.max_row, NAMES.index("command_id") + 1).value == f"'{trick}"
    assert json.loads(exported("jsonl", folder).read_text().splitlines()[-1])["command_id"] == trick
    assert parquet_files.read_table(exported("parquet", folder)).to_pylist()[-1]["command_id"] == trick


def test_xlsx_has_the_rows_of_the_csv_as_texts(database: Path, folder: Path) -> None:
    """No cell is a formula or a link, numbers are numbers, and the rest is the same text."""
    book = openpyxl.load_workbook(exported("xlsx", folder))
    rows = rows_of(exported("csv", folder))
    heading, *found = book["events"].iter_rows()
    assert [cell.value for cell in heading] == NAMES
    for row, cells in zip(rows, found, strict=True):
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
        assert [str(cell.value) if cell.value is not None else "" for cell in cells] == list(row.values())


def test_a_text_too_long_for_a_cell_says_so(database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A longer text is cut to what a cell holds, and its end says how long it was."""
    monkeypatch.setattr(xlsx_table, "SIGNS_MOST", 40)
    sheet = openpyxl.load_workbook(exported("xlsx", folder))["events"]
    for row, cells in zip(rows_of(exported("csv", folder)), list(sheet.iter_rows())[1:], strict=True):
        for text, cell in zip(row.values(), cells, strict=True):
            found = str(cell.value or "")
            assert found == text if len(text) <= 40 else (len(found), found.endswith(f" … [{len(text)}]")) == (40, True)


def test_more_events_than_a_sheet_holds_are_refused(
    database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is left out silently: no file is made, and another format is proposed."""
    monkeypatch.setattr(xlsx_table, "ROWS_MOST", 99)
    result = invoke("audit", "export", "--format", "xlsx", "--out", "made-up.xlsx")
    assert (result.exit_code, "[sheet-full]" in result.stderr) == (9, True)
    assert list(folder.glob("*made-up*")) == []


def test_parquet_has_the_columns_of_the_csv_with_types(database: Path, folder: Path) -> None:
    """Days are dates, instants are instants in UTC, lists are lists, and nothing is lost."""
    table = parquet_files.read_table(exported("parquet", folder))
    assert table.column_names == NAMES
    for event, row in zip(the_log(), table.to_pylist(), strict=True):
        assert (row["position"], row["version"]) == (event["position"], event["version"])
        assert row["effective_on"] == date.fromisoformat(event["effective_on"])
        assert row["recorded_at"] == datetime.fromisoformat(event["recorded_at"]).astimezone(UTC)
        assert (row["basis"], json.loads(row["data"])) == (event["basis"], event["data"])
        assert (row["body"], row["hash"]) == (event["act_of"]["body"], event["hash"])


@pytest.mark.parametrize("kind", ["ocel", "xes", "csv", "xlsx", "jsonl", "cloudevents", "parquet"])
def test_the_same_log_gives_the_same_bytes(kind: str, database: Path, folder: Path) -> None:
    """On another day, and as it was known before more was recorded, the file is the same to the byte."""
    first = exported(kind, folder).read_bytes()
    told = answer("audit", "verify")["events"]
    succeed("case", "note", CASE, "A made-up note")
    assert exported(kind, folder).read_bytes() != first
    again = exported(kind, folder, "--known-at", str(told), "--now", "2045-01-01T12:00:00+02:00")
    assert hashlib.sha256(again.read_bytes()).hexdigest() == hashlib.sha256(first).hexdigest()
