"""The tree of the project: its root, its rooms and the files that belong to it."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pathspec

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("engine", "procedures", "store", "cli")

Placed = ast.expr | ast.stmt | ast.arg | ast.alias
"""A node of a syntax tree that knows its line."""


@cache
def project_files() -> tuple[Path, ...]:
    """Gives every file that git keeps or would keep, as paths from the root.

    The tree is walked, not asked of git, so that the rules hold for an exported tree as well.
    """
    ignored = pathspec.GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())
    found = []
    for folder, subfolders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        subfolders[:] = sorted(
            name for name in subfolders if name != ".git" and not ignored.match_file(f"{(here / name).as_posix()}/")
        )
        # In a linked work tree `.git` is a file.
        paths = (here / name for name in sorted(names) if name != ".git")
        found += [path for path in paths if not ignored.match_file(path.as_posix())]
    return tuple(found)


def files_in_rooms() -> Iterator[Path]:
    """Yields the files of the four packages."""
    return (path for path in project_files() if path.parts[0] in ROOMS)


def python_files(*tops: str, holding: str = "") -> Iterator[tuple[Path, ast.Module]]:
    """Yields each Python file under the named top-level folders with its syntax tree.

    With `holding` only those in whose text that pattern is found: what cannot stand in a file need not be looked for
    in its tree, and most of what a rule looks for stands in few files.
    """
    pattern = re.compile(holding)
    for path in project_files():
        if path.parts[0] in tops and path.suffix == ".py" and pattern.search(read(path)):
            yield path, syntax(path)


@cache
def syntax(path: Path) -> ast.Module:
    """Gives the syntax tree of a Python file of the project; nobody changes it."""
    return ast.parse(read(path), filename=str(path))


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Gives every node of a tree, however many rules walk over it."""
    return tuple(ast.walk(tree))


@cache
def read(path: Path) -> str:
    """Gives the text of a file of the project; bytes that are no text are replaced."""
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def at(path: Path, node: Placed) -> str:
    """Says where a node stands."""
    return f"{path.as_posix()}:{node.lineno}"
