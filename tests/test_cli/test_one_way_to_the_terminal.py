"""Nothing reaches a terminal but through the functions that make it safe: every place that writes there is looked at.

Whatever writes to a stream is found in the source. What it writes must be a call of `safe` or `safe_json`, or stand in
one of the few modules that write what others made safe, which are named here with their reason.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.test_house.tree import ROOMS, nodes, python_files

SAFE = {"safe", "safe_json"}
WRITERS = {
    "cli/screen/stream.py": "the stream itself: `write` gets what `cli.screen.output` made safe",
    "cli/screen/output.py": "calls `safe` before `text`; lines of JSON and CSV go through `safe_json`",
    "cli/screen/terminal.py": "every text is made safe before rich lays it out",
    "cli/screen/progress.py": "a bar of plain signs, numbers and a label of ours",
    "cli/frame/logs.py": "structlog's JSON, each value made safe by a processor",
    "cli/frame/failure.py": "`_print` makes each line safe",
    "cli/frame/command.py": "help texts, which are ours",
    "cli/main.py": "the version",
}
APART = ("cli/audit/stand_alone/", "procedures/calendar/generate.py")
"""Programs of their own: the verifier that travels with an export, which writes out its lines by itself, and the tool
that makes the calendar, which tells names of days off.
"""
FUNCTIONS = {"print", "input"}
METHODS = {("click", "echo"), ("click", "secho"), ("click", "prompt"), ("click", "confirm"), ("click", "pause")}
WRITING = r"\b(?:" + "|".join(sorted({*FUNCTIONS, *(name for _, name in METHODS), "writelines", "write"})) + r")\b"
"""A word that stands in every line that writes to a terminal, and in some that do not."""


def writes(tree: ast.AST) -> Iterator[ast.Call]:
    """Yields every call that writes to standard output or standard error."""
    for node in nodes(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id=name) if name in FUNCTIONS:
                yield node
            case ast.Attribute(value=ast.Name(id=module), attr=name) if (module, name) in METHODS:
                yield node
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "stderr" | "__stdout__" | "__stderr__"),
                attr="write" | "writelines",
            ):
                yield node
            case ast.Attribute(value=ast.Name(id="os"), attr="write"):
                yield node


def is_safe(tree: ast.AST, argument: ast.expr) -> bool:
    """Tells whether what is written is a constant, a call of `safe`, a sum of such, or a name that such a call gave."""
    match argument:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in SAFE
        case ast.BinOp(left=left, right=right):
            return is_safe(tree, left) and is_safe(tree, right)
        case ast.Name(id=name):
            given = [
                node.value
                for node in nodes(tree)
                if isinstance(node, ast.Assign)
                and any(isinstance(one, ast.Name) and one.id == name for one in node.targets)
            ]
            return bool(given) and all(is_safe(tree, value) for value in given if not isinstance(value, ast.Name))
        case ast.JoinedStr(values=values):
            return all(is_safe(tree, one.value if isinstance(one, ast.FormattedValue) else one) for one in values)
    return False


def unsafe(tree: ast.AST) -> list[int]:
    """Gives the lines that write something that nobody made safe."""
    return [call.lineno for call in writes(tree) if call.args and not is_safe(tree, call.args[0])]


def test_nothing_else_writes_to_a_terminal() -> None:
    """Outside the modules that are named, whatever is written was made safe where it is written."""
    rooms = [(str(path), tree) for path, tree in python_files(*ROOMS, holding=WRITING)]
    found = {f"{path}:{line}" for path, tree in rooms for line in unsafe(tree) if not path.endswith(tuple(WRITERS))}
    assert {one for one in found if not one.startswith(APART)} == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("print(event.data)", [1]),
        ("import sys\nsys.stdout.write(name)", [2]),
        ("click.echo(f'{name}')", [1]),
        ("click.echo(safe(name), err=True)", []),
        ("asked = safe(name)\nclick.prompt(asked)", []),
        ("sys.stderr.write(safe(text) + '\\n')", []),
        ("sys.stderr.write(text + '\\n')", [1]),
    ],
)
def test_the_look_finds_what_is_written_unsafely(source: str, found: list[int]) -> None:
    """A planted line is found; one that was made safe is not."""
    assert unsafe(ast.parse(source)) == found
