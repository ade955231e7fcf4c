"""A made-up procedure is added in one folder, and the whole command line knows it: nothing else is touched.

The four rooms are copied, a folder and its line in the register are added to the copy, and the program runs from there:
in a process of its own, which imports the copy once and runs one command after another.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("engine", "procedures", "store", "cli")

DECLARATION = '''
"""A made-up permit to keep a dragon, in force from 2020."""

from datetime import date

from pydantic import Field

from engine.counting import DeadlineKind, Period
from engine.declaration import (
    DeadlineRule, DocumentRule, Fact, Guard, Kind, Listening, Meets, Payload, Procedure, Relation, State, TaskRule,
    Transition,
)
from engine.law import Label, Statute
from procedures.declaring import guards_of, numbers_of
from procedures.roles import COUNTY, VM

DRAGONS = Statute("0/2000", Label("lohikäärmelaki", "draklagen", "dragon act"))


class Applied(Payload):
    """What is asked for."""

    heads: int = Field(ge=1, description="how many heads the dragon has")


class Granted(Payload):
    """The permit."""


def _few(offer):
    """Holds when the dragon has at most three heads."""
    return offer.payload.heads <= 3


THREE = Label("enintään kolme päätä", "högst tre huvuden", "three heads at most")
FEW = Guard("few_heads", THREE, (DRAGONS("2 §"),), _few, reads_payload=True)
APPLIED = Fact("applied", Label("lupaa haettu", "tillstånd sökt", "permit applied for"), Applied)
GRANTED = Fact("granted", Label("lupa annettu", "tillstånd beviljat", "permit granted"), Granted)
DUE = DeadlineRule(
    "decision_due", Label("ratkaisuaika", "tid för beslut", "time for the decision"), DeadlineKind.PERIOD,
    Period("decision_months"), (DRAGONS("4 §"),),
)
DECIDE = TaskRule("decide", Label("ratkaise", "avgör", "decide"), VM, (DRAGONS("4 §"),), deadline="decision_due")
WAITING = State("waiting", Label("vireillä", "anhängig", "pending"), tasks=(DECIDE,))
DONE = State("done", Label("ratkaistu", "avgjord", "decided"), final=True)
MOVES = (
    Transition(
        fact=APPLIED, sources=(), target=WAITING, by=(COUNTY,), kind=Kind.ACT, basis=(DRAGONS("1 §"),),
        guards=(FEW,), starts=(DUE,),
    ),
    Transition(
        fact=GRANTED, sources=(WAITING,), target=DONE, by=(VM,), kind=Kind.DECISION, basis=(DRAGONS("4 §"),),
        documents=(DocumentRule("decision", Label("päätös", "beslut", "decision"), (DRAGONS("5 §"),)),),
        meets=(Meets(DUE),),
    ),
)
DECLARATION = Procedure(
    id="dragon_permit",
    label=Label("lohikäärmelupa", "draktillstånd", "dragon permit"),
    description=Label("Miten lupa annetaan.", "Hur tillstånd beviljas.", "How a permit is granted."),
    in_force_from=date(2020, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("county",),
    roles=(COUNTY, VM),
    states=(WAITING, DONE),
    transitions=MOVES,
    guards=guards_of(MOVES),
    parameters=numbers_of(__package__, "decision_months"),
    basis=(DRAGONS("1 §"),),
    listens=(
        Listening(
            id="evaluation_is_heard_of",
            to="evaluation.start_decided",
            causing=Relation("evaluation_of_keeper", Label("pitäjän arviointi", "utvärdering", "an evaluation")),
            reached=Relation("dragon_kept", Label("lohikäärmelupa", "draktillstånd", "a dragon permit")),
            basis=(DRAGONS("7 §"),),
        ),
    ),
)
'''

NUMBERS = """
[decision_months]
unit = "months"
label = {fi = "ratkaisuaika", sv = "tid för beslut", en = "time for the decision"}
values = [{from = 2020-01-01, value = 3, basis = "0/2000 4 §", status = "statute"}]
"""

LOADER = """
def _dragon_permit() -> Versions:
    from procedures.dragon_permit import since_2020_01_01

    return (since_2020_01_01.DECLARATION,)


PROCEDURES: """


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rooms in which one folder and its entry in the register were added."""
    root = tmp_path_factory.mktemp("tree")
    for room in ROOMS:
        # What Python made of the modules comes along, and holds as long as the copy has their size and time.
        shutil.copytree(ROOT / room, root / room)
    folder = root / "procedures" / "dragon_permit"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""A made-up permit."""\n', encoding="utf-8")
    (folder / "since_2020_01_01.py").write_text(DECLARATION, encoding="utf-8")
    (folder / "parameters.toml").write_text(NUMBERS, encoding="utf-8")
    register = root / "procedures" / "register.py"
    text = register.read_text(encoding="utf-8")
    text = text.replace("\nPROCEDURES: ", LOADER, 1)
    text = text.replace("] = {\n", '] = {\n    "dragon_permit": _dragon_permit,\n', 1)
    register.write_text(text, encoding="utf-8")
    return root


RUNNER = """
import json, sys
from click.testing import CliRunner
import cli
from cli.main import ohjaus

print(json.dumps(cli.__file__), flush=True)
for line in sys.stdin:
    done = CliRunner().invoke(ohjaus, json.loads(line))
    print(json.dumps([done.exit_code, done.stdout, done.stderr]), flush=True)
"""


class Program:
    """The program of the changed tree, in a process that stays."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def said(self) -> Any:
        """The next line that the process prints."""
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def __call__(self, *words: str, code: int = 0) -> Any:
        """Runs one command, and gives what it answers."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([*words, "--format", "json"]) + "\n")
        self._process.stdin.flush()
        exit_code, printed, complained = self.said()
        assert exit_code == code, (exit_code, printed, complained)
        return json.loads(printed)


@pytest.fixture(scope="module")
def ohjaus(tree: Path) -> Iterator[Program]:
    """The program of the changed tree, made sure to be that one."""
    with subprocess.Popen(
        [sys.executable, "-P", "-c", RUNNER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "OHJAUS_DB": str(tree / "dragons.db")},
    ) as process:
        program = Program(process)
        assert Path(program.said()).is_relative_to(tree)
        yield program
        assert process.stdin is not None
        process.stdin.close()


def test_the_command_line_knows_a_procedure_that_was_only_added(ohjaus: Program) -> None:
    """It is listed, shown, drawn, carded and explained; its case is opened, refused, advanced and closed."""
    assert "dragon_permit@2020-01-01" in [row["declaration"] for row in ohjaus("procedure", "list")]
    assert ohjaus("procedure", "show", "dragon_permit")["states"][0]["id"] == "waiting"
    assert "permit granted" in ohjaus("procedure", "graph", "dragon_permit")["mermaid"]
    assert "Dragon permit" in ohjaus("procedure", "card", "dragon_permit")["markdown"]
    assert ohjaus("explain", "few_heads")
    ohjaus("init")
    start = ("case", "start", "dragon_permit", "--subject", "Lappi", "--on", "2026-02-27")
    refused = ohjaus(*start, "--set", "heads=7", code=5)
    assert [one["code"] for one in refused["error"]["missing"]] == ["few_heads"]
    opened = ohjaus(*start, "--set", "heads=3")
    assert [(one["name"], one["due"]) for one in opened["deadlines"]] == [("decision_due", "2026-05-27")]
    case_id = opened["case"]
    assert [one["fact"] for one in ohjaus("case", "next", case_id)] == ["granted"]
    granted = ("case", "advance", case_id, "granted", "--on", "2026-03-02")
    assert ohjaus(*granted, code=5)["error"]["missing"][0]["code"] == "document:decision"
    closed = ohjaus(*granted, "--doc", "decision=TEST/1/2026;made-up decision")
    assert (closed["state"], closed["deadlines"][0]["status"]) == ("done", "met")
    assert ohjaus("audit", "verify")["ok"] is True


def test_it_hears_what_happens_in_a_procedure_that_was_there_before(tree: Path, ohjaus: Program) -> None:
    """An evaluation that starts is linked with the open permit, although evaluation knows nothing of dragons."""
    database = ("--db", str(tree / "heard.db"))
    ohjaus("init", *database)
    start = ("--on", "2025-05-02", "--set", "heads=1", *database)
    permit = ohjaus("case", "start", "dragon_permit", "--subject", "15", *start)["case"]
    source = "https://example.invalid/news"
    criteria = ("--set", "gates=E4", "--doc", f"calculation={source}", "--unreported", "authority_or_grant")
    begin = ("case", "start", "evaluation", "--subject", "15", "--on", "2025-06-02")
    evaluation = ohjaus(*begin, *criteria, *database)["case"]
    silent = ("--unreported", "county_heard", "--doc", f"start_decision={source}")
    ohjaus("case", "advance", evaluation, "start_decided", "--on", "2025-06-17", *silent, *database)
    links = ohjaus("case", "show", permit, *database)["links"]
    assert links == [{"case": evaluation, "relation": "evaluation_of_keeper", "label": "an evaluation"}]
    back = ohjaus("case", "show", evaluation, *database)["links"]
    assert back == [{"case": permit, "relation": "dragon_kept", "label": "a dragon permit"}]
