"""Everything that has a code, explained: errors and terms from `messages/codes.toml`, and all that is declared.

A code may name several things, such as a fact and the guard that asks for it; each of them is an entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from engine.counting import AgreedDay, NextOf, Period, SetDay, Stated
from engine.declaration import DeadlineRule, Procedure, TaskRule, Transition
from engine.declarations import Declarations
from engine.errors import NotFound
from engine.law import Basis, Label, Status
from engine.parameters import Parameter

EXIT_OF_FAMILY: Mapping[str, int | None] = {
    "refused": 5,
    "not-authorised": 4,
    "input": 9,
    "not-found": 3,
    "conflict": 6,
    "fault": 1,
    "integrity": 7,
    "missing": 5,
    "finding": None,
    "term": None,
}
"""The exit code that goes with each family of codes; None where a code is no answer of a command."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a code names; `detail` says more than the label does, `declarations` where it is declared."""

    code: str
    kind: str
    label: Label
    detail: Label | None = None
    basis: tuple[Basis, ...] = ()
    declarations: tuple[str, ...] = ()
    exit: int | None = None

    def as_data(self) -> dict[str, Any]:
        """Gives the entry as plain data."""
        return {
            "code": self.code,
            "kind": self.kind,
            "label": self.label.as_data(),
            "detail": self.detail.as_data() if self.detail else None,
            "basis": [basis.as_data() for basis in self.basis],
            "declarations": list(self.declarations),
            "exit": self.exit,
        }


@cache
def written_codes() -> Mapping[str, Entry]:
    """Gives the codes and terms that are explained in `codes.toml`, read once in a process."""
    text = resources.files("cli").joinpath("messages/codes.toml").read_text(encoding="utf-8")
    return {
        code: Entry(code, row["family"], Label(row["fi"], row["sv"], row["en"]), exit=EXIT_OF_FAMILY[row["family"]])
        for code, row in tomllib.loads(text).items()
    }


@lru_cache(maxsize=1)
def glossary(declarations: Declarations) -> Mapping[str, tuple[Entry, ...]]:
    """Gives every entry by its code; what several versions of a procedure declare is one entry, the newest one's."""
    entries: dict[tuple[str, str, str], Entry] = {}
    for table in declarations.all():
        for entry in _declared(table.procedure):
            key = (entry.code, entry.kind, table.procedure.id)
            before = entries.get(key)
            entries[key] = replace(entry, declarations=before.declarations + entry.declarations) if before else entry
    by_code: dict[str, list[Entry]] = {code: [entry] for code, entry in written_codes().items()}
    for entry in entries.values():
        by_code.setdefault(entry.code, []).append(entry)
    return {code: tuple(found) for code, found in by_code.items()}


def explain(declarations: Declarations, code: str) -> tuple[Entry, ...]:
    """Gives what `code` stands for; one with parts, such as `21:document:report`, is found by each that is known.

    Raises:
        NotFound: `code-unknown`, with the nearest codes.
    """
    known = glossary(declarations)
    wanted = code.strip()
    found = known.get(wanted) or known.get(wanted.lower())
    if found is None and ":" in wanted:
        found = tuple(entry for part in wanted.split(":") for entry in known.get(part, ()))
    if not found:
        near = tuple(get_close_matches(wanted.lower(), known, n=3, cutoff=0.5))
        raise NotFound(
            "code-unknown",
            f"Nothing is called {code!r}." + (f" Did you mean {', '.join(near)}?" if near else ""),
            nearest=near,
            try_next=f"ohjaus explain {near[0]}" if near else "ohjaus procedure list",
            details={"code": code},
        )
    return found


def _declared(procedure: Procedure) -> Iterator[Entry]:
    owner = (procedure.declaration_id,)
    yield Entry(procedure.id, "procedure", procedure.label, procedure.description, procedure.basis, owner)
    yield Entry(procedure.declaration_id, "declaration", procedure.label, procedure.description, procedure.basis, owner)
    for role in procedure.roles:
        yield Entry(role.id, "role", role.label, declarations=owner)
    for state in procedure.states:
        yield Entry(state.id, "state", state.label, _state_note(state.status), declarations=owner)
    for fact in procedure.facts:
        yield Entry(fact.id, "fact", fact.label, basis=_bases_of_fact(procedure, fact.id), declarations=owner)
    for guard in procedure.guards:
        yield Entry(guard.id, "guard", guard.label, _docstring(guard.holds), guard.basis, owner)
    for rule in procedure.deadlines:
        yield Entry(rule.id, "deadline", rule.label, _counting(rule, procedure), rule.basis, owner)
    for standing in procedure.standings:
        yield Entry(standing.id, "standing", standing.label, basis=standing.basis, declarations=owner)
    for task in procedure.task_rules:
        yield Entry(task.id, "task", task.label, _whose(task), task.basis, owner)
    yield from _rest(procedure, owner)


def _rest(procedure: Procedure, owner: tuple[str, ...]) -> Iterator[Entry]:
    for document in _once(rule for move in procedure.transitions for rule in move.documents):
        yield Entry(document.kind, "document", document.label, basis=document.basis, declarations=owner)
    for reaction in procedure.reactions:
        for relation in (reaction.causing, reaction.reached):
            yield Entry(relation.id, "relation", relation.label, basis=reaction.basis, declarations=owner)
    for parameter in procedure.parameters.by_name.values():
        yield Entry(parameter.name, "parameter", parameter.label, _values(parameter), _sections(parameter), owner)
    for question in procedure.open_questions:
        yield Entry(question.id, "open_question", question.question, question.meanwhile, question.basis, owner)


def _once(rules: Iterable[Any]) -> Iterable[Any]:
    return {rule.kind: rule for rule in rules}.values()


def _bases_of_fact(procedure: Procedure, fact_id: str) -> tuple[Basis, ...]:
    moves: Iterable[Transition] = (move for move in procedure.transitions if move.fact.id == fact_id)
    return tuple(dict.fromkeys(basis for move in moves for basis in move.basis))


def _state_note(status: Status) -> Label | None:
    if status is Status.STATUTE:
        return None
    return Label(
        "laki ei nimeä tätä vaihetta; nimi on tämän mallin",
        "lagen namnger inte detta skede; namnet är modellens",
        "the law names no such stage; the name is this model's",
    )


def _docstring(holds: object) -> Label | None:
    said = " ".join((getattr(holds, "__doc__", None) or "").split())
    return Label(said, said, said) if said else None


def _whose(task: TaskRule) -> Label:
    label = task.role.label
    return Label(f"kenen: {label.fi}", f"vems: {label.sv}", f"whose: {label.en}")


def _counting(rule: DeadlineRule, procedure: Procedure) -> Label:
    counting = rule.counting
    if isinstance(counting, Stated | AgreedDay):
        return Label(
            f"asiakirjassa ilmoitettu päivä ({counting.field})",
            f"den dag som handlingen anger ({counting.field})",
            f"the day that the document states ({counting.field})",
        )
    parameter = procedure.parameters.by_name.get(counting.parameter)
    values = "; ".join(_value_lines(parameter)) if parameter else counting.parameter
    how = _how(counting)
    return Label(f"{how.fi}: {values}", f"{how.sv}: {values}", f"{how.en}: {values}")


def _how(counting: Period | SetDay | NextOf) -> Label:
    if isinstance(counting, Period):
        start = f" ({counting.after})" if counting.after else ""
        return Label(f"aika päivästä{start}", f"tid räknad från en dag{start}", f"period counted from a day{start}")
    if isinstance(counting, SetDay):
        return Label("säädetty päivä", "föreskriven dag", "day that is set")
    return Label("seuraava säädetyistä päivistä", "nästa av de föreskrivna dagarna", "next of the days that are set")


def _values(parameter: Parameter) -> Label:
    lines = "; ".join(_value_lines(parameter))
    return Label(lines, lines, lines)


def _value_lines(parameter: Parameter) -> Iterator[str]:
    for dated in parameter.values:
        value = ", ".join(dated.value) if isinstance(dated.value, tuple) else dated.value
        yield f"{value} {parameter.unit} ({dated.in_force_from}–, {dated.basis}, {dated.status})"


def _sections(parameter: Parameter) -> tuple[Basis, ...]:
    cited = ((dated.basis.partition(" "), dated.status) for dated in parameter.values)
    return tuple(dict.fromkeys(Basis(statute, section, status) for (statute, _, section), status in cited))
