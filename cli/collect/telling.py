"""What cells and rows are called by people: words for ids, names for sub-tasks, cases and matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procedures.roadmap.catalogue import roadmap

if TYPE_CHECKING:
    from cli.messages import Words

_WORDS = {
    "state": "collect.state",
    "observed": "collect.observed",
    "support_asked": "collect.yes_no",
    "progress": "collect.progress",
}


def cell_text(words: Words, field: str, value: str | None) -> str:
    """Gives what a cell says in the language of the reader; a dash for an empty one."""
    if value is None:
        return "–"
    kind = _WORDS.get(field)
    return words.term(kind, value) if kind else value


def row_name(words: Words, kind: str, about: str) -> str:
    """Gives what a row is about: a sub-task with its name, a case by its id, a matter by its name."""
    if kind == "task" and about in roadmap().subtasks:
        return f"{about} {roadmap().subtask(about).name.text(words.language)}"
    return words.term("collect.matter", about) if kind == "contact" else about
