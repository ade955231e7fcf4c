"""The catalogue of attacks on real files: each is stopped or revealed by the layer that it names, or changes nothing.

`docs/attacks.md` lists them; `OHJAUS_WRITE_DOCS=1` writes its table again.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from store.open_log import open_log
from tests.contracts.builders import SetClock
from tests.test_cli.conftest import invoke, stand_in, succeed
from tests.test_store import attacks_on_files, attacks_on_rows, attacks_on_the_schema
from tests.test_store.scene import CATALOGUE, CHECK_OF, HARMLESS, STOPPING, Attack, Scene

MODULES = (attacks_on_rows, attacks_on_the_schema, attacks_on_files)
PAGE = Path(__file__).parents[2] / "docs" / "attacks.md"
BEGIN, END = "<!-- catalogue -->\n", "<!-- end of catalogue -->\n"
FEWEST = 30
BROKEN = 7
BARRED = ("trigger", "insert guard", "recursive_triggers")
CASE = "evaluation-15-2025"


def told(scene: Scene) -> tuple[int, dict[str, Any]]:
    """Verifies the log against what is kept elsewhere."""
    result = invoke(
        "audit", "verify", "--checkpoints", str(scene.checkpoints), "--db", str(scene.path), "--format", "json"
    )
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result.exit_code, json.loads(result.stdout) if result.stdout else {}


def recorded(scene: Scene) -> str:
    """All events as the program tells them."""
    return succeed("audit", "log", "--db", str(scene.path), "--format", "jsonl").stdout


def codes(found: dict[str, Any]) -> dict[str, str]:
    """What each check found first, by the name of the check."""
    checks = {name: found[name] for name in {*CHECK_OF.values()} if found[name] is not None}
    return {name: check["first_fault"]["code"] for name, check in checks.items() if check["first_fault"]}


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every scene is copied from: a log marked as production, an older state of it, another log, a checkpoint."""
    folder = tmp_path_factory.mktemp("grounds")
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        for name in ("log", "other"):
            succeed("demo", "--db", str(folder / f"{name}.db"))
        shutil.copy(folder / "log.db", folder / "backup.db")
        succeed("deadline", "tick", "--db", str(folder / "log.db"))
        mark_production(folder / "log.db")
        succeed("audit", "key", "init", "--db", str(folder / "log.db"))
        (folder / "checkpoints").mkdir()
        succeed("audit", "checkpoint", "--db", str(folder / "log.db"), "--out", str(folder / "checkpoints"))
    return folder


@pytest.fixture
def scene(grounds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A scene of its own for each attack."""
    folder = tmp_path / "scene"
    shutil.copytree(grounds, folder)
    stand_in(monkeypatch, folder)
    return Scene(folder / "log.db", folder / "checkpoints", folder / "backup.db", folder / "other.db")


def mark_production(path: Path) -> None:
    """Marks a log as production, for good."""
    with open_log(path, SetClock()) as opened:
        opened.mark_production()


def test_a_log_that_nobody_touched_is_sound_and_witnessed(scene: Scene) -> None:
    """Before the attack every check passes, and the checkpoint has seen every event."""
    code, found = told(scene)
    assert (code, codes(found), found["verdict"]) == (0, {}, "witnessed")


@pytest.mark.parametrize("attack", CATALOGUE, ids=lambda attack: attack.name)
def test_an_attack_ends_at_its_layer(scene: Scene, attack: Attack) -> None:
    """Each attack of the catalogue is ended by the layer that it names, in the words that the layer has for it."""
    before = recorded(scene) if attack.layer in (*BARRED, HARMLESS) else ""
    if attack.layer in BARRED:
        with pytest.raises(sqlite3.IntegrityError, match=attack.code):
            attack.carry_out(scene)
        assert (told(scene)[0], recorded(scene)) == (0, before)
        return
    attack.carry_out(scene)
    if attack.layer == HARMLESS:
        assert (told(scene)[0], recorded(scene)) == (0, before)
    elif attack.layer == "opening":
        ensure_refused(scene, attack, "audit", "log")
    elif attack.layer == "opening for writing":
        ensure_refused(scene, attack, "case", "note", CASE, "made-up note")
        assert told(scene)[0] == BROKEN
    else:
        ensure_revealed(scene, attack)


def ensure_refused(scene: Scene, attack: Attack, *arguments: str) -> None:
    """Makes sure that the program refuses to work upon the file, for the reason that the attack names."""
    result = invoke(*arguments, "--db", str(scene.path), "--format", "json")
    assert isinstance(result.exception, SystemExit | None), result.exception
    assert result.exit_code != 0
    assert json.loads(result.stdout)["error"]["code"] == attack.code


def ensure_revealed(scene: Scene, attack: Attack) -> None:
    """Makes sure that the layer's check says what the attack names, and no other check if it is found alone."""
    code, found = told(scene)
    said = codes(found)
    assert (code, found["ok"], said.get(CHECK_OF[attack.layer])) == (BROKEN, False, attack.code), said
    if attack.alone:
        assert set(said) == {CHECK_OF[attack.layer]}


def test_the_catalogue_is_whole() -> None:
    """It holds no fewer attacks than promised, each once, and every layer has at least one to end."""
    names = [attack.name for attack in CATALOGUE]
    assert len(names) == len(set(names)) >= FEWEST
    assert {attack.layer for attack in CATALOGUE} == {*CHECK_OF, *STOPPING, HARMLESS}


def table() -> str:
    """The catalogue as the documentation lists it."""
    lines = ["| Attack | Ends | By | Says |", "|---|---|---|---|"]
    for module in MODULES:
        for attack in CATALOGUE:
            if attack.carry_out.__module__ == module.__name__:
                said = f"`{attack.code}`" if attack.code else ""
                only = " (alone)" if attack.alone else ""
                lines.append(f"| {attack.name} | {attack.ends} | {attack.layer}{only} | {said} |")
    return "\n".join(lines) + "\n"


def test_the_documentation_lists_the_catalogue() -> None:
    """The table of `docs/attacks.md` is the one that the tests carry out."""
    text = PAGE.read_text("utf-8")
    before, rest = text.split(BEGIN)
    kept, after = rest.split(END)
    if os.environ.get("OHJAUS_WRITE_DOCS"):
        PAGE.write_text(before + BEGIN + table() + END + after, "utf-8")
        return
    assert kept == table()


def test_a_time_that_was_forgotten_does_not_come_twice(scene: Scene) -> None:
    """Though what the clock recorded is taken out of its list, the next tick finds it in the log and adds nothing."""
    before = recorded(scene)
    with scene.driver() as driver:
        assert driver.execute("DELETE FROM projection_occurrences").rowcount > 0
    succeed("deadline", "tick", "--db", str(scene.path))
    assert recorded(scene) == before


@pytest.mark.parametrize("arguments", [("audit", "log"), ("projection", "check"), ("projection", "rebuild")])
def test_reading_in_a_circle_comes_to_an_end(scene: Scene, arguments: tuple[str, ...]) -> None:
    """In a file whose pages lead back to where they began, whoever reads on is told of the damage."""
    next(one for one in CATALOGUE if "leads to itself" in one.name).carry_out(scene)
    result = invoke(*arguments, "--db", str(scene.path))
    assert result.exit_code == BROKEN
    assert "database-damaged" in result.stderr
