"""What must not stand in the tree: traces of a machine, dangerous calls, unfinished work, oversized files.

The words looked for are put together from pieces, so that this file does not hold them itself.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_house.tree import ROOMS, Placed, at, files_in_rooms, nodes, project_files, python_files, read

MACHINE_FOLDERS = ("work", "farm", "root", "tmp", "home", "opt", "Users")
MACHINE_PATH = re.compile(
    r"/(?:work|farm|root)/[a-z.]|(?:^|[\s\"'`=(:])/(?:" + "|".join(MACHINE_FOLDERS) + r")\b(?!\s*:)"
)
SLASH_AND_FOLDER = re.compile("/(?:" + "|".join(MACHINE_FOLDERS) + ")")
"""What every path of a machine holds, and hardly any file."""
REGISTRY_HOSTS = (
    "py" + "pi.org",
    "python" + "hosted",
    "registry." + "npm",
    "deb." + "debian",
    "crates" + ".io",
)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplemented(?:Error)?)\b")
LINES_MOST = 400
FORBIDDEN_MODULES = {"dill", "marshal", "pickle", "shelve", "subprocess", "yaml", "ruamel"}
STAND_ALONE = "cli/audit/stand_alone/verify_ohjaus.py"
"""What travels with an export and never runs as part of the program: it asks `openssl`, and starts nothing else."""
OF_DUMPS = "store/postgres/dumping.py"
"""Where `db backup --dump` has the server's own programs write and tell a dump (ADR 0024)."""
FORBIDDEN_BUILTINS = {"__import__", "compile", "eval", "exec"}
FORBIDDEN_OF_OS = {"popen", "system"}
DANGEROUS = r"\b(?:shell|" + "|".join(sorted(FORBIDDEN_MODULES | FORBIDDEN_BUILTINS | FORBIDDEN_OF_OS)) + r")\b"
"""A word that stands in every line that is dangerous, and in some that are not."""


def lines_with(pattern: re.Pattern[str], text: str, part: re.Pattern[str]) -> Iterator[int]:
    """Yields the lines in which a pattern is found; where not even a `part` of it is found, no line is looked at."""
    if part.search(text):
        yield from (number for number, line in enumerate(text.splitlines(), start=1) if pattern.search(line))


def test_no_path_of_a_machine_stands_in_the_tree() -> None:
    """Nothing names a folder that exists only where the project was once written."""
    found = [
        f"{path}:{line}" for path in project_files() for line in lines_with(MACHINE_PATH, read(path), SLASH_AND_FOLDER)
    ]
    assert found == []


def test_no_host_of_a_package_registry_stands_in_the_tree() -> None:
    """Where packages come from is the business of whoever installs them."""
    # A regular expression that ignores case takes a hundred times as long for a text this size.
    folded = {path: read(path).casefold() for path in project_files()}
    found = [str(path) for path, text in folded.items() if any(host in text for host in REGISTRY_HOSTS)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("see /{work}/shared/x", True),
        ("open('/{tmp}/a.db')", True),
        ("HOME=/{root}", True),
        ("docs/{work}/orders.md", True),
        ("cli/clock.py at {work}", False),
        ("and/or", False),
    ],
)
def test_the_rule_on_paths_sees_a_path_of_a_machine(text: str, seen: bool) -> None:
    """A path of a machine is seen wherever it stands in a line."""
    line = text.format(work="work", tmp="tmp", root="root")
    assert bool(MACHINE_PATH.search(line)) is seen


def dangers(tree: ast.Module) -> Iterator[Placed]:
    """Yields what runs text as code, loads objects from bytes, or hands work to a shell."""
    for node in nodes(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias for alias in names if alias.name.split(".")[0] in FORBIDDEN_MODULES)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in FORBIDDEN_MODULES:
                yield node
            case ast.ImportFrom(module="os", names=names):
                yield from (alias for alias in names if alias.name in FORBIDDEN_OF_OS)
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_BUILTINS:
                yield node
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name in FORBIDDEN_OF_OS:
                yield node
            case ast.Call(keywords=keywords) if any(
                keyword.arg == "shell" and not (isinstance(keyword.value, ast.Constant) and not keyword.value.value)
                for keyword in keywords
            ):
                yield node


def starts_a_program(path: Path, node: Placed | ast.alias) -> bool:
    """Tells whether this is one of the two rooms that start another program, with its arguments and without a shell."""
    return path.as_posix() in (STAND_ALONE, OF_DUMPS) and isinstance(node, ast.alias) and node.name == "subprocess"


def test_the_program_runs_no_text_and_starts_no_shell() -> None:
    """No pickle, no eval or exec, no YAML, no shelling out in the four packages."""
    found = [(path, node) for path, tree in python_files(*ROOMS, holding=DANGEROUS) for node in dangers(tree)]
    assert [at(path, node) for path, node in found if not starts_a_program(path, node)] == []


def test_the_rule_on_dangers_sees_each_of_them() -> None:
    """Every dangerous line is seen, and its harmless neighbours are not."""
    tree = ast.parse(
        "import pickle\n"
        "from yaml import safe_load\n"
        "eval('1')\n"
        "os.system('ls')\n"
        "run('ls', shell=True)\n"
        "import subprocess\n"
        "from os import popen\n"
        "re.compile('x')\n"
        "session.exec('x')\n"
        "run('ls', shell=False)\n"
    )
    assert sorted(node.lineno for node in dangers(tree)) == [1, 2, 3, 4, 5, 6, 7]


def test_nothing_in_the_program_is_left_unfinished() -> None:
    """The four packages hold no mark of work still to do."""
    found = [f"{path}:{line}" for path in files_in_rooms() for line in lines_with(UNFINISHED, read(path), UNFINISHED)]
    assert found == []


def test_no_file_of_the_program_is_oversized() -> None:
    """A file past 400 lines has more than one reason to change."""
    sizes = {path.as_posix(): len(read(path).splitlines()) for path in files_in_rooms() if path.suffix == ".py"}
    assert {path: lines for path, lines in sizes.items() if lines > LINES_MOST} == {}
