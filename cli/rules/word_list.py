"""The glossary: every name that the declarations use, in Finnish, Swedish and English, with section and place.

It is made from the labels of the declarations. Each term of the law has one English word (`law_terms.toml`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from engine.declaration import Procedure
from engine.declarations import Declarations
from engine.law import Label, cites


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the law: its names and section, and the patterns by which a text is known to speak of it."""

    label: Label
    basis: str
    status: str
    spoken: Label

    def broken_by(self, label: Label) -> bool:
        """Says whether a label speaks of the term in Finnish and calls it otherwise in another language."""
        if not re.search(self.spoken.fi, label.fi, re.IGNORECASE):
            return False
        others = ((self.spoken.sv, label.sv), (self.spoken.en, label.en))
        return not all(re.search(pattern, text, re.IGNORECASE) for pattern, text in others)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a declaration gives to something, with its sections and where it is declared."""

    kind: str
    label: Label
    basis: tuple[str, ...]
    procedure: str


@cache
def terms() -> tuple[Term, ...]:
    """Gives the terms of the law, read once in a process."""
    text = resources.files("cli").joinpath("rules/law_terms.toml").read_text(encoding="utf-8")
    return tuple(
        Term(Label(*row["name"]), row["basis"], row["status"], Label(*row["spoken"]))
        for row in tomllib.loads(text)["term"]
    )


def names_of(procedure: Procedure) -> Iterator[Name]:
    """Gives every name that a declaration gives: to itself, its states, acts, documents, deadlines and the rest."""
    owner = procedure.id
    yield Name("procedure", procedure.label, cites(procedure.basis), owner)
    for role in procedure.roles:
        yield Name("role", role.label, (), owner)
    for state in procedure.states:
        yield Name("state", state.label, (), owner)
    for move in procedure.transitions:
        yield Name("fact", move.fact.label, cites(move.basis), owner)
        for document in move.documents:
            yield Name("document", document.label, cites(document.basis), owner)
    for rule in procedure.deadlines:
        yield Name("deadline", rule.label, cites(rule.basis), owner)
    for standing in procedure.standings:
        yield Name("standing", standing.label, cites(standing.basis), owner)
    for task in procedure.task_rules:
        yield Name("task", task.label, cites(task.basis), owner)


def word_list(declarations: Declarations) -> str:
    """Gives the glossary in Markdown."""
    lines = [
        "# Glossary",
        "",
        "Generated from the declarations; `ohjaus explain CODE` says more of each. Finnish and Swedish are the law's",
        "own terms where the law names a thing; where it does not, the name is this project's, and the card says so.",
        "",
        "## Terms of the law",
        "",
        "| suomi | svenska | English | Section |",
        "| --- | --- | --- | --- |",
    ]
    for term in sorted(terms(), key=lambda one: one.label.fi):
        unsure = "" if term.status == "statute" else f" ({term.status})"
        lines.append(f"| {term.label.fi} | {term.label.sv} | {term.label.en} | {term.basis}{unsure} |")
    found: dict[str, dict[tuple[str, str, str], list[Name]]] = {}
    for table in declarations.all():
        for name in names_of(table.procedure):
            key = (name.label.fi, name.label.sv, name.label.en)
            found.setdefault(name.kind, {}).setdefault(key, []).append(name)
    for kind, names in found.items():
        lines += ["", f"## {_HEADINGS[kind]}", "", "| suomi | svenska | English | Section | In |", "| --- " * 5 + "|"]
        for key in sorted(names, key=lambda one: tuple(text.casefold() for text in one)):
            sections = "; ".join(dict.fromkeys(cite for name in names[key] for cite in name.basis))
            owners = ", ".join(dict.fromkeys(f"`{name.procedure}`" for name in names[key]))
            lines.append(f"| {' | '.join(text.replace('|', '/') for text in key)} | {sections} | {owners} |")
    return "\n".join(lines) + "\n"


_HEADINGS = {
    "procedure": "Procedures",
    "role": "Roles",
    "state": "States",
    "fact": "Acts",
    "document": "Documents",
    "deadline": "Time limits",
    "standing": "Legal statuses",
    "task": "Tasks",
}
