"""The examples of every command's help, found by walking the commands, and run as they stand."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

import click

from cli.frame.command import Explained
from cli.main import ohjaus

_MARK = re.compile(r"\s+# exit (\d+)$")


@dataclass(frozen=True, slots=True)
class Example:
    """One line of a help text: its arguments, and the exit code that it says it has."""

    line: str
    arguments: tuple[str, ...]
    exit_code: int


def commands() -> Iterator[tuple[str, Explained]]:
    """Yields every command by its path, such as `case show`, the top group among them."""
    yield from _below("", ohjaus)


def _below(path: str, command: click.Command) -> Iterator[tuple[str, Explained]]:
    assert isinstance(command, Explained), path
    yield path, command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            assert inner is not None, name
            yield from _below(f"{path} {name}".strip(), inner)


def examples_in(help_text: str) -> Iterator[Example]:
    """Yields the examples that a help text shows: the lines that start with `$ ohjaus`."""
    for shown in help_text.splitlines():
        line = shown.strip()
        if not line.startswith("$ ohjaus"):
            continue
        mark = _MARK.search(line)
        command = line[: mark.start()] if mark else line
        arguments = shlex.split(command.removeprefix("$ "))[1:]
        yield Example(line, tuple(arguments), int(mark.group(1)) if mark else 0)
