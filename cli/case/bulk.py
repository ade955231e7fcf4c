"""Opening a round of cases and moving open cases under a new law: what is meant, the one act, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cli.case.input_problems import in_our_words
from cli.case.recording import DATA_INVALID, Start, act_of, opening_move, opening_of
from cli.case.refs import load, procedure_id, subject_code
from cli.frame.clocks import parse_day
from cli.rights.asking import ensure_covered, ensure_law_change_covered
from cli.screen.shapes import Labels, missing_data, recorded_shape
from engine.case_register import LAW_CHANGED
from engine.declaration import Kind
from engine.errors import InputRejected, Refused
from engine.law import LANGUAGES, Label
from engine.several import Step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cli.case.act_options import Given
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.wiring import Record
    from engine.declaration import Procedure
    from engine.law_change import Prospect
    from engine.registrar import Recorded
    from engine.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """For whom cases are to be opened; empty means everybody whom the procedure can be about."""

    kinds: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    skip_open: bool = False


def start_all(
    run: Invocation, procedure: str, choice: Choice, given: Given, *, fact: str | None, ground: str | None
) -> None:
    """Opens a case for each subject in one act and prints what was recorded.

    Raises:
        Refused: at least one would be refused; nothing is stored.
        InputRejected: nobody is left to open a case for.
    """
    on = parse_day(given.on, "--on")
    name = procedure_id(run.wiring, procedure)
    table = run.wiring.declarations.in_force(name, on)
    move = opening_move(table, fact)
    with run.record(write=True) as record:
        subjects = _subjects(run, table.procedure, choice, on)
        skipped = _skipped(record, name, subjects, given.command_id) if choice.skip_open else ()
        chosen = [code for code in subjects if code not in skipped]
        if not chosen:
            raise InputRejected(
                "nobody-left",
                f"Nobody is left for whom a case of {name} could be opened.",
                try_next=f"ohjaus case list --procedure {name} --open",
                details={"procedure": name},
            )
        acts = []
        for code in chosen:
            asked = Start(name, code, fact, None, ground, ())
            opening = opening_of(run, table, move, asked, on)
            acts.append(act_of(move, given, on, fact=fact or move.fact.id, opening=opening))
        if move.kind is Kind.DECISION:
            ensure_covered(run, record, [Step(name, act) for act in acts], given.command_id)
            run.confirm(run.words("case.confirm", label=move.fact.label, where=f"{name} × {len(acts)}"))
        try:
            recorded = record.registrar.open_all(name, acts, run.request(given.command_id))
        except InputRejected as error:
            if error.code == DATA_INVALID:
                in_our_words(error, move.fact.payload, acts[0].data)
            raise
        except Refused as error:
            if error.code == "bulk-refused":
                _name_subjects(run, table, error)
            raise
    run.log("recorded", procedure=name, cases=len(recorded), replayed=recorded[0].replayed)
    shape = {
        "procedure": name,
        "cases": [recorded_shape(one, run.language, rehearsed=run.dry_run) for one in recorded],
        "skipped": list(skipped),
        "replayed": recorded[0].replayed,
        "rehearsed": run.dry_run,
    }
    run.out.thing(shape, lambda page: _opened_page(run, table, recorded, skipped, page))


def _subjects(run: Invocation, procedure: Procedure, choice: Choice, on: date) -> tuple[str, ...]:
    if choice.subjects:
        named = [str(subject_code(run.wiring, one, on)) for one in choice.subjects]
    else:
        kinds = choice.kinds or procedure.subject_kinds
        _refuse_other_kinds(kinds, procedure)
        named = [actor.code for kind in kinds for actor in run.wiring.directory.actors(kind) if actor.in_being(on)]
    left_out = {str(subject_code(run.wiring, one, on)) for one in choice.left_out}
    return tuple(code for code in dict.fromkeys(named) if code not in left_out)


def _refuse_other_kinds(kinds: Sequence[str], procedure: Procedure) -> None:
    for kind in kinds:
        if kind not in procedure.subject_kinds:
            raise InputRejected(
                "kind-unknown",
                f"{procedure.id} can be about: {', '.join(procedure.subject_kinds)}; not {kind!r}.",
                details={"procedure": procedure.id, "kind": kind, "kinds": procedure.subject_kinds},
            )


def _skipped(record: Record, procedure: str, subjects: Sequence[str], command_id: str | None) -> tuple[str, ...]:
    """Gives who is left out for having an open case; for a command that is repeated, who was left out then."""
    before = record.log.of_command(command_id) if command_id else ()
    opened = {event.opening.subject for event in before if event.opening is not None}
    if opened:
        return tuple(code for code in subjects if code not in opened)
    index = record.opened.index
    return tuple(code for code in subjects if any(case.closed_on is None for case in index.cases_of(code, procedure)))


def _name_subjects(run: Invocation, table: Table, error: Refused) -> None:
    """Says by name for whom no case was opened, where the refusal has only the codes of the directory."""
    names: dict[str, Label] = {}
    missing = []
    for one in error.missing:
        code = one.code.partition(":")[0]
        name = names.setdefault(code, run.wiring.directory.by_code(code).name)
        told = {lang: f"{name.text(lang)}: {one.text.text(lang).removeprefix(f'{code}: ')}" for lang in LANGUAGES}
        missing.append(replace(one, text=Label(**told)))
    error.missing = tuple(missing)
    error.details = {**error.details, "procedure": table.procedure.label, "subjects": tuple(names.values())}


def _opened_page(
    run: Invocation, table: Table, recorded: Sequence[Recorded], skipped: Sequence[str], page: Page
) -> None:
    words, directory = run.words, run.wiring.directory
    key = "bulk.would_open" if run.dry_run else "bulk.replayed" if recorded[0].replayed else "bulk.opened"
    page.title(words.count(key, len(recorded), procedure=table.procedure.label.text(run.language)))
    labels = Labels(table, run.language)
    for one in recorded:
        name = directory.by_code(one.case.subject).name.text(run.language)
        page.item(f"{one.case.case_id} · {name} · {labels.state(one.case.state)}", mark="+")
    if skipped:
        names = ", ".join(directory.by_code(code).name.text(run.language) for code in skipped)
        page.field(words("bulk.skipped"), names)
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    page.then(run.command("case", "list", "--procedure", table.procedure.id, "--open"), run.command("todo"))


def change_law(
    run: Invocation, procedure: str, on: str, case_ids: Sequence[str], *, every: bool, command_id: str | None
) -> None:
    """Prints the plan of a move to the law in force on a day or, for named cases, records it.

    Raises:
        Refused: a named case stays with its law; nothing is stored.
    """
    day = parse_day(on, "--on")
    name = procedure_id(run.wiring, procedure)
    moving = every or bool(case_ids)
    with run.record(write=moving) as record:
        target, found = record.registrar.prospects(name, day)
        chosen = _to_move(record, target, found, case_ids, every=every, command_id=command_id)
        moved: tuple[Recorded, ...] = ()
        if chosen:
            declaration = target.procedure.declaration_id
            ensure_law_change_covered(run, record, target, found, chosen, command_id)
            run.confirm(run.words("law_change.confirm", count=len(chosen), declaration=declaration))
            moved = record.registrar.change_law(chosen, declaration, day, run.request(command_id))
    shape = {
        "procedure": name,
        "declaration": target.procedure.declaration_id,
        "on": day.isoformat(),
        "plan": [_prospect_shape(run, one) for one in found],
        "moved": [recorded_shape(one, run.language, rehearsed=run.dry_run) for one in moved],
        "replayed": any(one.replayed for one in moved),
        "rehearsed": run.dry_run,
    }
    which = ["--all"] if every else [word for case_id in chosen for word in ("--case", case_id)]
    again = ("case", "change-law", name, "--on", day.isoformat(), *(which or ("--all",)))
    run.out.thing(shape, lambda page: _law_page(run, target, found, moved, again, page))


def _to_move(
    record: Record,
    target: Table,
    found: Sequence[Prospect],
    case_ids: Sequence[str],
    *,
    every: bool,
    command_id: str | None,
) -> list[str]:
    """Gives the cases to move: those named, or all that a rule moves; for a command that is repeated, those of then."""
    if not every:
        return [_of_procedure(record, target, case_id) for case_id in case_ids]
    before = record.log.of_command(command_id) if command_id else ()
    moved = [event.stream for event in before if event.type == target.type_of(LAW_CHANGED.id)]
    return moved or [one.case.case_id for one in found if one.rule is not None and not one.stays]


def _of_procedure(record: Record, target: Table, reference: str) -> str:
    table, case = load(record, reference)
    procedure = table.procedure.id
    if procedure != target.procedure.id:
        raise InputRejected(
            "case-of-other-procedure",
            f"{case.case_id} is a case of {procedure}, not of {target.procedure.id}.",
            try_next=f"ohjaus procedure show {procedure}",
            details={"case": case.case_id, "procedure": procedure},
        )
    return case.case_id


def _prospect_shape(run: Invocation, found: Prospect) -> dict[str, Any]:
    rule = found.rule
    return {
        "case": found.case.case_id,
        "from": found.case.declaration,
        "state": found.case.state,
        "rule": rule.id if rule else None,
        "label": rule.label.text(run.language) if rule else None,
        "basis": [basis.cite for basis in rule.basis] if rule else [],
        "status": [str(basis.status) for basis in rule.basis] if rule else [],
        "moves": rule is not None and not found.stays,
        "stays": missing_data(found.stays, run.language),
    }


def _law_page(
    run: Invocation,
    target: Table,
    found: Sequence[Prospect],
    moved: Sequence[Recorded],
    again: Sequence[str],
    page: Page,
) -> None:
    """Fills the page of `case change-law`; `again` is the command that moves what can be moved."""
    words = run.words
    page.title(words("law_change.title", declaration=target.procedure.declaration_id))
    for recorded in moved:
        key = "law_change.would_move" if run.dry_run else "law_change.moved"
        page.item(words(key, case=recorded.case.case_id, state=Labels(target, run.language).state(recorded.case.state)))
    if not moved:
        for one in found:
            _prospect_item(run, one, page)
        if not found:
            page.say(words("law_change.none"))
    if run.dry_run and moved:
        page.say(words("case.nothing_stored"), "warn")
        page.then(run.command(*again))
    elif not moved and any(one.rule is not None and not one.stays for one in found):
        page.then(run.command(*again, "--dry-run"))
    else:
        page.then(run.command("case", "list", "--procedure", target.procedure.id, "--open"))


def _prospect_item(run: Invocation, found: Prospect, page: Page) -> None:
    words, rule = run.words, found.rule
    if rule is None or found.stays:
        why = [one.text.text(run.language) for one in found.stays]
        page.item(words("law_change.stays", case=found.case.case_id), mark="○", under=why)
        return
    sections = "; ".join(f"{basis.cite} ({words.term('law_status', str(basis.status))})" for basis in rule.basis)
    page.item(
        words("law_change.moves", case=found.case.case_id),
        mark="●",
        under=[f"{rule.label.text(run.language)}: {sections}"],
    )
