"""A declaration laid out for a person, as a clerk would read it: states, acts by state, deadlines, open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.case.refs import procedure_id as understood
from cli.frame.clocks import parse_day
from cli.screen.citations import cited_in
from cli.screen.page import Column, Page
from engine.declaration import Transition
from engine.errors import NotFound, Refused
from engine.law import Basis, Status
from engine.next_acts import least_certain
from engine.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cli.frame.invocation import Invocation


def declared(run: Invocation, reference: str, on: str | None) -> Table:
    """Gives the declaration that is meant: by its full id, or the one in force on a day, or else the newest.

    Raises:
        NotFound: there is none.
        Refused: a day was given on which none is in force.
    """
    name, _, version = reference.partition("@")
    procedure = understood(run.wiring, name)
    declarations = run.wiring.declarations
    versions = declarations.versions(procedure)
    if version:
        for table in versions:
            if table.procedure.declaration_id == f"{procedure}@{version}":
                return table
        known = tuple(table.procedure.declaration_id for table in versions)
        raise NotFound(
            "declaration-version-unknown",
            f"There is no version {reference}; there are {', '.join(known)}.",
            nearest=known,
            try_next=f"ohjaus procedure show {known[-1]}",
            details={"declaration": reference, "known": known},
        )
    day = parse_day(on, "--on") if on is not None else run.as_of.in_force_on
    if day is not None:
        return declarations.in_force(procedure, day)
    try:
        return declarations.in_force(procedure, run.wiring.clock.today())
    except Refused:
        return versions[-1]


def procedure_page(run: Invocation, table: Table, page: Page) -> None:
    """Fills the page of `procedure show`."""
    words, language, what = run.words, run.language, table.procedure
    page.title(f"{what.declaration_id} · {what.label.text(language)}")
    page.say(what.description.text(language))
    if what.status is Status.UNSETTLED:
        page.say(words("card.not_confirmed"), "warn")
    until = words.date(what.in_force_until) if what.in_force_until else words("procedure.until_further")
    page.field(words("procedure.in_force"), f"{words.date(what.in_force_from)} – {until}")
    page.field(words("procedure.basis"), cited(run, what.basis))
    page.field(words("procedure.ministry"), what.ministry)
    page.field(words("procedure.subjects"), ", ".join(words.term("actor_kind", kind) for kind in what.subject_kinds))
    page.heading(words("procedure.opens"))
    for move in table.openings:
        _move(run, move, page)
    for state in what.states:
        ending = f" · {words('procedure.final')}" if state.final else ""
        unnamed = f" · {words.term('law_status', str(state.status))}" if state.status is not Status.STATUTE else ""
        page.heading(f"{state.label.text(language)} [{state.id}]{ending}{unnamed}")
        for move in what.transitions:
            if state in move.sources and move.target is not None:
                _move(run, move, page)
    _beside(run, table, page)
    _deadlines(run, table, page)
    _connections(run, table, page)
    _questions(run, table, page)
    page.then(
        run.command("procedure", "graph", what.declaration_id),
        run.command("procedure", "show", what.declaration_id, "--format", "json"),
        run.command("case", "list", "--procedure", what.id),
    )


def _beside(run: Invocation, table: Table, page: Page) -> None:
    """Adds the acts that leave a case where it stands, each once, with the states in which it may happen."""
    beside = [move for move in table.procedure.transitions if move.target is None and move.sources]
    if beside:
        page.heading(run.words("procedure.beside"))
    for move in beside:
        states = ", ".join(state.label.text(run.language) for state in move.sources)
        _move(run, move, page, run.words("procedure.in_states", states=states))


def _move(run: Invocation, move: Transition, page: Page, *more: str) -> None:
    words, language = run.words, run.language
    target = f" → {move.target.label.text(language)}" if move.target else ""
    by = " / ".join(role.label.text(language) for role in move.by)
    under = [f"{by} · {cited(run, move.basis)}", *more]
    if move.when is not None:
        under.append(f"{words('card.when')}: {move.when.label.text(language)}")
    if run.verbose:
        under += [f"{words('procedure.requires')}: {guard.label.text(language)}" for guard in move.guards]
        under += [
            f"{words('procedure.document')}: {rule.label.text(language)} [{rule.kind}]" for rule in move.documents
        ]
        under += [f"{words('procedure.starts')}: {rule.label.text(language)}" for rule in move.starts]
    page.item(
        f"{move.fact.label.text(language)} [{move.fact.id}]{target}",
        mark="!" if least_certain(move) is Status.UNSETTLED else "–",
        under=under,
    )


def cited(run: Invocation, bases: Iterable[Basis]) -> str:
    """Gives sections, each with its status where that is not the statute itself."""
    said = []
    for basis in bases:
        cite = cited_in(run.language, basis.cite)
        unsure = basis.status is not Status.STATUTE
        said.append(f"{cite} ({run.words.term('law_status', str(basis.status))})" if unsure else cite)
    return "; ".join(said)


def _deadlines(run: Invocation, table: Table, page: Page) -> None:
    if not table.procedure.deadlines:
        return
    words = run.words
    page.heading(words("procedure.deadlines"))
    page.table(
        [
            Column("name", words("procedure.id")),
            Column("label", words("procedure.name"), wrap=True),
            Column("kind", words("procedure.kind"), wrap=True),
            Column("basis", words("procedure.basis"), wrap=True),
        ],
        [
            {
                "name": rule.id,
                "label": rule.label.text(run.language),
                "kind": words.term("deadline_kind", str(rule.kind)),
                "basis": cited(run, rule.basis),
            }
            for rule in table.procedure.deadlines
        ],
    )


def _connections(run: Invocation, table: Table, page: Page) -> None:
    """Adds what happens here and elsewhere that links cases or raises tasks, and the rules that move open cases."""
    what, words, language = table.procedure, run.words, run.language
    if what.reactions or what.listens:
        page.heading(words("card.connections"))
    for reaction in what.reactions:
        page.item(f"{what.id}.{reaction.on.id} → {reaction.procedure}: {reaction.causing.label.text(language)}")
    for listening in what.listens:
        task = f" · {listening.task.label.text(language)}" if listening.task else ""
        page.item(f"{listening.to} → {what.id}: {listening.causing.label.text(language)}{task}")
    if what.transitional:
        page.heading(words("card.transitional"))
    for rule in what.transitional:
        page.item(f"{rule.label.text(language)} ({cited(run, rule.basis)})")


def _questions(run: Invocation, table: Table, page: Page) -> None:
    if not table.procedure.open_questions:
        return
    page.heading(run.words("procedure.unsettled"))
    for question in table.procedure.open_questions:
        page.item(
            f"{question.question.text(run.language)} ({cited(run, question.basis)})",
            mark="?",
            tone="warn",
            under=[run.words("case.meanwhile", text=question.meanwhile)],
        )
