"""A test states the rule that it proves, and can fail."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.test_house.tree import at, nodes, python_files


def rules_in(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node


def empty_assertions(tree: ast.Module) -> Iterator[ast.Assert]:
    """Yields assertions that hold whatever the program does."""
    for node in nodes(tree):
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant | ast.Tuple | ast.JoinedStr):
            yield node


def test_every_test_states_its_rule() -> None:
    """Each test function has a docstring."""
    silent = [
        f"{at(path, test)} {test.name}"
        for path, tree in python_files("tests", holding=r"\bdef\s+test_")
        for test in rules_in(tree)
        if not ast.get_docstring(test)
    ]
    assert silent == []


def test_no_assertion_is_empty() -> None:
    """No test asserts a constant."""
    assert [
        at(path, node) for path, tree in python_files("tests", holding=r"\bassert\b") for node in empty_assertions(tree)
    ] == []


def test_the_rule_on_assertions_sees_an_empty_one() -> None:
    """A constant and a filled tuple always hold; a comparison may fail."""
    tree = ast.parse("assert True\nassert 1\nassert (1 == 2, 'never')\nassert 1 == 2")
    assert [node.lineno for node in empty_assertions(tree)] == [1, 2, 3]
