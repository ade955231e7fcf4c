"""Commands to paste: how the next act would be recorded, with placeholders for what only a person knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from cli.case.given import DATE, DIARY, NUMBER, VALUE
from cli.case.looking import looked_at
from cli.case.typed import Typed
from engine.declaration import Transition
from engine.export import fields_of
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.errors import Missing

Fields = Mapping[str, Sequence[Mapping[str, Any]]]
"""For each fact of a declaration the fields of its data: name, type, whether required, description."""


def declared_fields(table: Table) -> Fields:
    """Gives the fields of every fact that a declaration knows, those that all cases share among them."""
    shared = {move.fact.id: _shared_fields(move) for move in table.shared}
    return shared | {fact.id: fields_of(fact) for fact in table.procedure.facts}


def _shared_fields(move: Transition) -> Sequence[Mapping[str, Any]]:
    return [
        {"name": name, "type": "str", "required": info.is_required(), "description": info.description}
        for name, info in move.fact.payload.model_fields.items()
    ]


def advance_command(
    run: Invocation, fields: Fields, case_id: str, move: Transition, on: date, *, whole: bool = False
) -> str:
    """Gives the command that records `move` in a case, with placeholders for documents and required data.

    A `whole` one has placeholders for what may be left out as well.
    """
    words: list[str] = ["case", "advance", case_id, move.fact.id, "--on", on.isoformat()]
    if len(move.by) > 1:
        words += ["--by", move.by[0].id]
    words += _documents(rule.kind for rule in move.documents)
    words += _fields(field for field in fields[move.fact.id] if whole or field["required"])
    return run.command(*words)


def start_command(
    run: Invocation,
    fields: Fields,
    procedure_id: str,
    move: Transition,
    on: date,
    *,
    subject: str = "SUBJECT",
    parties: Sequence[str] = (),
) -> str:
    """Gives the command that opens a case by `move`; `parties` are options that name them."""
    words: list[str] = ["case", "start", procedure_id, "--subject", subject, *parties, "--on", on.isoformat()]
    words += ["--fact", move.fact.id]
    words += _documents(rule.kind for rule in move.documents)
    words += _fields(field for field in fields[move.fact.id] if field["required"])
    return run.command(*words)


_UNMENDABLE = (
    "subject-not-covered",
    "open-case-exists",
    "same-case-exists",
    "not-an-opening",
    "already-open",
    "case-closed",
    "wrong-state",
)
_OF_PARTIES = ("counties_heard", "merging_named")
"""Conditions that a case cannot meet which was opened with one party alone: parties are named then, and not later."""
_OF_THE_COMMAND = {
    "wrong-actor": "--by",
    "in-the-future": "--on",
    "before-opening": "--on",
    "before-last-move": "--on",
    "law-not-confirmed": "--law-in-force-from",
}
"""Conditions that another value of an option meets."""


def in_order(missing: Iterable[Missing]) -> tuple[Missing, ...]:
    """Gives unmet conditions with those first that no document and no data can meet."""
    first = (*_UNMENDABLE, *_OF_THE_COMMAND)
    return tuple(sorted(missing, key=lambda one: first.index(one.code) if one.code in first else len(first)))


def helpful_command(run: Invocation, typed: Typed, missing: Sequence[Missing]) -> str | None:
    """Gives the command that would meet what is missing, or None when no single one is known.

    Documents and data are added to the command that was typed, as placeholders; where a condition bears the name of an
    act that may come first, that act is what to record next. Where the act cannot be at all, it is where to look.
    """
    fields = declared_fields(typed.table)
    if missing and missing[0].code in _UNMENDABLE:
        return _elsewhere(run, typed, fields, missing[0].code)
    if any(one.code in _OF_PARTIES for one in missing) and (anew := _with_parties(run, typed, fields)):
        return anew
    named = {str(field["name"]): field for field in fields[typed.move.fact.id]}
    words = list(typed.words)
    wanted: dict[str, bool] = {}
    for one in missing:
        kind, _, name = one.code.rpartition(":")
        if kind == "document":
            words += _documents([name])
        elif one.code in _OF_THE_COMMAND:
            words = _with_option(words, typed, _OF_THE_COMMAND[one.code])
        elif name.partition(".")[0] in named:
            wanted[name.partition(".")[0]] = True
        else:
            looked = looked_at(run.wiring, typed, one.code)
            for first in (one.code, *looked.facts):
                if act_first := _act_first(run, typed, fields, first):
                    return act_first
            wanted.update(dict.fromkeys(looked.fields, True))
    words += _fields(named[name] for name in wanted if name in named)
    return run.command(*words) if words != list(typed.words) else None


def _elsewhere(run: Invocation, typed: Typed, fields: Fields, code: str) -> str | None:
    """Gives where to look when no addition would help; None leaves it to the error."""
    if typed.case is not None or typed.act.opening is None:
        return None
    procedure, subject = typed.table.procedure.id, typed.act.opening.subject
    if code == "open-case-exists":
        return run.command("case", "list", "--procedure", procedure, "--subject", subject, "--open")
    if code == "same-case-exists":
        return run.command("case", "list", "--procedure", procedure, "--subject", subject)
    if code == "not-an-opening":
        return start_command(run, fields, procedure, typed.table.openings[0], typed.act.on, subject=subject)
    return run.command("procedure", "show", procedure)


def _with_parties(run: Invocation, typed: Typed, fields: Fields) -> str | None:
    """Gives the command that opens the case anew with its parties; None where several were named."""
    case = typed.case
    if case is None or len(case.opening.partners) > 1:
        return None
    began = case.events[0].type.partition(".")[2]
    move = next((one for one in typed.table.openings if one.fact.id == began), typed.table.openings[0])
    parties = ("--party", case.subject, "--party", "REF")
    return start_command(
        run, fields, typed.table.procedure.id, move, case.opened_on, subject=case.subject, parties=parties
    )


def _with_option(words: Sequence[str], typed: Typed, option: str) -> list[str]:
    kept = list(words)
    if option in kept:
        at = kept.index(option)
        del kept[at : at + 2]
    return [*kept, option, typed.move.by[0].id if option == "--by" else DATE]


def fields_command(run: Invocation, typed: Typed) -> str:
    """Gives the command that shows which data an act takes."""
    if typed.case is None:
        return run.command("procedure", "show", typed.table.procedure.declaration_id, "--format", "json")
    return run.command("case", "next", typed.case.case_id, "--format", "json")


def _act_first(run: Invocation, typed: Typed, fields: Fields, code: str) -> str | None:
    if typed.case is None:
        return None
    move = next((one for one in typed.table.from_state(typed.case.state) if one.fact.id == code), None)
    if move is None:
        return None
    # It stands there already and the condition is unmet all the same: then it lacked data that need not be given.
    whole = typed.case.has(code)
    return advance_command(run, fields, typed.case.case_id, move, typed.act.on, whole=whole)


def _documents(kinds: Iterable[str]) -> list[str]:
    return [word for kind in kinds for word in ("--doc", f"{kind}={DIARY}")]


def _fields(fields: Iterable[Mapping[str, Any]]) -> list[str]:
    return [word for field in fields for word in ("--set", f"{field['name']}={_placeholder(str(field['type']))}")]


def _placeholder(kind: str) -> str:
    if kind.startswith("date"):
        return DATE
    if kind.startswith(("int", "float")):
        return NUMBER
    return VALUE
