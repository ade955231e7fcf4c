"""Who may import whom, and that the four literal names mean this tree and nothing else."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_house.tree import ROOMS, ROOT, Placed, at, nodes, python_files

PLANTED = {
    "engine/__init__.py": "import click\nimport pathlib\nimport store",
    "engine/machine.py": "import transitions",
    "procedures/__init__.py": "import jinja2\nimport sqlalchemy",
    "procedures/calendar/__init__.py": "",
    "procedures/calendar/generate.py": "import holidays",
    "store/__init__.py": "import transitions",
    "cli/__init__.py": "import apscheduler.events",
    "cli/clock.py": "import apscheduler",
    "cli/days.py": "import cryptography\nimport holidays\nimport psycopg",
}
"""A tree that breaks every contract once."""

CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "monotonic"),
    ("time", "time"),
}
CLOCK = r"\b(?:open|" + "|".join(sorted({asked for _, asked in CLOCKS})) + r")\b"
"""A word that stands in every line that asks a clock or opens a file."""

ROOM = "(?:" + "|".join(ROOMS) + ")"
IMPORT_OF_A_ROOM = rf"(?m)\bimport\b.*(?:\b{ROOM}\b|\\$)"
"""What stands where a room is imported whole; an import that goes on in the next line may be one."""
BARE_ROOM = rf"(?<![\w.]){ROOM}\b(?!\.)"
"""The name of a room on its own, as every name that is bound is written."""


def lint_imports(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command is not None
    arguments = [command, "--no-logo", "--config", str(ROOT / "pyproject.toml"), *options]
    return subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)


def test_the_contracts_of_imports_hold() -> None:
    """Imports run from cli over store and procedures to engine, and each library stays in its room."""
    outcome = lint_imports(ROOT)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_contract_breaks_where_it_is_broken(tmp_path: Path) -> None:
    """A tree planted with one violation of each contract keeps none of them."""
    for name, source in PLANTED.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    outcome = lint_imports(tmp_path, "--no-cache")
    verdict = re.search(r"Contracts: (\d+) kept, (\d+) broken", outcome.stdout)
    assert verdict is not None, outcome.stdout + outcome.stderr
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8").count("[[tool.importlinter.contracts]]")
    assert verdict.groups() == ("0", str(declared)), outcome.stdout


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_imported_from_this_tree(room: str, tmp_path: Path) -> None:
    """From any working directory each name resolves into this tree, as installed."""
    show = f"from importlib.util import find_spec; print(find_spec({room!r}).origin)"
    found = subprocess.run([sys.executable, "-P", "-c", show], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()).resolve() == ROOT / room / "__init__.py"


def test_no_other_distribution_brings_one_of_the_names() -> None:
    """Each of the four names belongs to one installed distribution: this one."""
    owners = packages_distributions()
    assert {room: set(owners.get(room, ())) - {"ohjaus"} for room in ROOMS} == {room: set() for room in ROOMS}


def bare_imports(tree: ast.Module) -> Iterator[ast.alias]:
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias for alias in node.names if alias.name.split(".")[0] in ROOMS)


def test_a_room_is_never_imported_whole() -> None:
    """Always `from engine.case import Case`: a bare import would bind a name that a variable may shadow."""
    assert [
        at(path, alias)
        for path, tree in python_files(*ROOMS, "tests", holding=IMPORT_OF_A_ROOM)
        for alias in bare_imports(tree)
    ] == []


def test_the_rule_on_bare_imports_sees_them() -> None:
    """Both forms of a bare import are found, and the literal form is not."""
    tree = ast.parse("import engine\nimport store.log as log\nfrom engine.case import Case\nimport engineering")
    assert [alias.name for alias in bare_imports(tree)] == ["engine", "store.log"]


def names_bound(node: ast.AST, *, in_class: bool = False) -> Iterator[tuple[str, Placed]]:
    """Yields the names bound below a node, without the fields and methods of a class."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.arg(arg=name):
                yield name, child
            case ast.alias(name=name, asname=bound) if not in_class:
                yield bound or name, child
            case ast.Name(id=name, ctx=ast.Store()) if not in_class:
                yield name, child
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name) if not in_class:
                yield name, child
        opens_scope = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from names_bound(child, in_class=isinstance(child, ast.ClassDef) or (in_class and not opens_scope))


def could_bind(tree: ast.Module) -> bool:
    """Says whether the name of a room is given to anything, a field among it: that is seen without looking where."""
    given = {getattr(node, field, None) for node in nodes(tree) for field in ("id", "arg", "name", "asname")}
    return not given.isdisjoint(ROOMS)


def test_no_variable_is_called_like_a_room() -> None:
    """A database, an event log or commands have names of their own; engine, store and cli are packages."""
    taken = [
        f"{at(path, node)} {name}"
        for path, tree in python_files(*ROOMS, "tests", holding=BARE_ROOM)
        if could_bind(tree)
        for name, node in names_bound(tree)
        if name in ROOMS
    ]
    assert taken == []


def test_the_rule_on_names_sees_every_way_to_bind_one() -> None:
    """Assignments, parameters, loops, aliases and functions bind a name; fields and attributes do not."""
    tree = ast.parse(
        "store = 1\n"
        "def f(engine): pass\n"
        "for cli in (): pass\n"
        "from x import y as procedures\n"
        "def store(): pass\n"
        "class Field:\n    store: int = 0\n    def cli(self): self.engine = 1\n"
        "f(engine=1)\n"
        "with f() as store: pass\n"
    )
    found = [(name, node.lineno) for name, node in names_bound(tree) if name in ROOMS]
    assert found == [("store", 1), ("engine", 2), ("cli", 3), ("procedures", 4), ("store", 5), ("store", 10)]


def asks_the_wall(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr=asked, value=ast.Name(id=owner) | ast.Attribute(attr=owner))):
            return (owner, asked) in CLOCKS
        case ast.Call(func=ast.Name(id="open")):
            return True
    return False


def test_engine_and_procedures_ask_no_clock_and_open_no_file() -> None:
    """The day is handed in; only the composition root looks at the clock."""
    asked = [
        at(path, node)
        for path, tree in python_files("engine", "procedures", holding=CLOCK)
        for node in nodes(tree)
        if isinstance(node, ast.Call) and asks_the_wall(node)
    ]
    assert asked == []


@pytest.mark.parametrize(
    ("source", "asks"),
    [
        ("datetime.now(UTC)", True),
        ("datetime.datetime.now()", True),
        ("date.today()", True),
        ("open('x')", True),
        ("date(2026, 1, 1)", False),
        ("case.open()", False),
    ],
)
def test_the_rule_on_clocks_sees_a_question_to_the_wall(source: str, asks: bool) -> None:
    """Asking today's date or opening a file is seen, and a date that is written out is not."""
    assert asks_the_wall(ast.parse(source, mode="eval").body) is asks
