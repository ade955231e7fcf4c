"""`ohjaus procedure`: the declared procedures, one declaration whole, and its diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_cases, complete_procedures
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.table import Table

procedure = Noun(
    "procedure",
    about=Label(
        "Menettelyt: mitä niissä voi tapahtua, kuka päättää, minkä säännöksen nojalla.",
        "Förfarandena: vad som kan ske i dem, vem som beslutar, med stöd av vilken bestämmelse.",
        "The procedures: what may happen in them, who decides, on which section.",
    ),
    examples=("$ ohjaus procedure list", "$ ohjaus procedure show evaluation", "$ ohjaus procedure graph evaluation"),
)

_ID = Label(
    "menettely, myös päivättynä: evaluation@2025-01-01",
    "förfarandet, även daterat: evaluation@2025-01-01",
    "the procedure, also with its day: evaluation@2025-01-01",
)
_ON = Label(
    "laki, joka oli voimassa sinä päivänä; tänään",
    "lagen som gällde den dagen; i dag",
    "the law in force on that day; today if left out",
)


@procedure.verb(
    "list",
    about=Label(
        "Luettelee menettelyt ja niiden versiot.",
        "Räknar upp förfarandena och deras versioner.",
        "Lists the procedures and their versions.",
    ),
    examples=("$ ohjaus procedure list", "$ ohjaus procedure list --format json"),
)
def list_procedures(run: Invocation) -> None:
    """Lists every declaration."""
    from cli.screen.page import Column

    tables = run.wiring.declarations.all()
    words = run.words
    run.out.rows(
        [_summary(run, table) for table in tables],
        [
            Column("declaration", words("procedure.declaration")),
            Column("label", words("procedure.name"), wrap=True),
            Column("in_force_from", words("procedure.from"), date=True),
            Column("in_force_until", words("procedure.until"), date=True),
            Column("open_questions", words("procedure.open_questions"), right=True),
        ],
        empty=words("procedure.none"),
        also=("procedure", "ministry", "subject_kinds", "basis"),
        then=[run.command("procedure", "show", table.procedure.declaration_id) for table in tables[-2:]],
    )


def _summary(run: Invocation, table: Table) -> dict[str, object]:
    declared = table.procedure
    return {
        "procedure": declared.id,
        "declaration": declared.declaration_id,
        "label": declared.label.text(run.language),
        "labels": declared.label.as_data(),
        "in_force_from": declared.in_force_from.isoformat(),
        "in_force_until": declared.in_force_until.isoformat() if declared.in_force_until else None,
        "ministry": declared.ministry,
        "subject_kinds": list(declared.subject_kinds),
        "basis": [basis.cite for basis in declared.basis],
        "states": len(declared.states),
        "facts": len(declared.facts),
        "open_questions": len(declared.open_questions),
        "content_hash": table.content_hash,
    }


@procedure.verb(
    "show",
    about=Label(
        "Näyttää menettelyn: tilat, toimet, edellytykset, määräajat ja avoimet kysymykset.",
        "Visar ett förfarande: lägen, åtgärder, villkor, tidsfrister och öppna frågor.",
        "Shows a procedure: states, acts, conditions, deadlines and open questions.",
    ),
    examples=(
        "$ ohjaus procedure show evaluation",
        "$ ohjaus procedure show evaluation --on 2024-12-31",
        "$ ohjaus procedure show evaluation@2025-01-01 --format json",
    ),
)
@argument("procedure_id", metavar="ID", shell_complete=complete_procedures, about=_ID)
@option("--on", metavar="DATE", about=_ON)
def show_procedure(run: Invocation, procedure_id: str, *, on: str | None) -> None:
    """Shows one declaration."""
    from cli.rules.procedure_view import declared, procedure_page
    from engine.export import as_data

    table = declared(run, procedure_id, on)
    data = {**as_data(table.procedure), "content_hash": table.content_hash}
    run.out.thing(data, lambda page: procedure_page(run, table, page))


@procedure.verb(
    "card",
    about=Label(
        "Tulostaa menettelyn kortin Markdownina, säännösten rinnalla luettavaksi; kieli: --lang.",
        "Skriver ut förfarandets kort som Markdown, att läsas bredvid lagen; språk: --lang.",
        "Prints the procedure's card in Markdown, to be read beside the statute; its language: --lang.",
    ),
    examples=("$ ohjaus procedure card evaluation", "$ ohjaus procedure card evaluation@2023-01-01 --lang fi"),
)
@argument("procedure_id", metavar="ID", shell_complete=complete_procedures, about=_ID)
@option("--on", metavar="DATE", about=_ON)
def print_card(run: Invocation, procedure_id: str, *, on: str | None) -> None:
    """Prints the card of one declaration."""
    from cli.rules.card import Card
    from cli.rules.procedure_view import declared

    table = declared(run, procedure_id, on)
    text = Card(table.procedure, run.words).markdown()
    if run.out.for_people:
        run.out.raw(text)
    else:
        run.out.thing({"declaration": table.procedure.declaration_id, "markdown": text}, lambda _: None)


@procedure.verb(
    "glossary",
    about=Label(
        "Tulostaa sanaston Markdownina: jokainen nimi kolmella kielellä, säännös ja menettely.",
        "Skriver ut ordlistan som Markdown: varje namn på tre språk, bestämmelse och förfarande.",
        "Prints the glossary in Markdown: every name in three languages, with section and procedure.",
    ),
    examples=("$ ohjaus procedure glossary",),
)
def print_glossary(run: Invocation) -> None:
    """Prints the glossary over all declarations."""
    from cli.rules.word_list import word_list

    text = word_list(run.wiring.declarations)
    if run.out.for_people:
        run.out.raw(text)
    else:
        run.out.thing({"markdown": text}, lambda _: None)


@procedure.verb(
    "graph",
    about=Label(
        "Piirtää menettelyn Mermaid-kaaviona; --case merkitsee, missä asia on.",
        "Ritar förfarandet som ett Mermaid-diagram; --case märker ut var ett ärende står.",
        "Draws the procedure as a Mermaid diagram; --case marks where a case stands.",
    ),
    examples=("$ ohjaus procedure graph evaluation", "$ ohjaus procedure graph evaluation --case evaluation-15-2025"),
)
@argument("procedure_id", metavar="ID", shell_complete=complete_procedures, about=_ID)
@option("--on", metavar="DATE", about=_ON)
@option(
    "--case",
    "case_id",
    metavar="CASE",
    shell_complete=complete_cases,
    about=Label("asia, jonka kulku merkitään", "ärendet vars gång märks ut", "the case whose way is marked"),
)
def graph_procedure(run: Invocation, procedure_id: str, *, on: str | None, case_id: str | None) -> None:
    """Draws one declaration."""
    from cli.rules.procedure_view import declared
    from engine.diagram import mermaid

    current: str | None = None
    path: tuple[str, ...] = ()
    if case_id is None:
        table = declared(run, procedure_id, on)
    else:
        from cli.case.refs import load
        from cli.case.refs import procedure_id as understood
        from engine.errors import InputRejected

        with run.record() as record:
            table, case = load(record, case_id, run.as_of)
        if understood(run.wiring, procedure_id.partition("@")[0]) != table.procedure.id:
            raise InputRejected(
                "case-of-other-procedure",
                f"{case.case_id} is a case of {table.procedure.id}, not of {procedure_id}.",
                try_next=run.command("procedure", "graph", table.procedure.id, "--case", case.case_id),
                details={"case": case.case_id, "procedure": table.procedure.id},
            )
        current, path = case.state, tuple(dict.fromkeys(event.state for event in case.events))
    text = mermaid(table.procedure, language=run.language, current=current, path=path)
    if run.out.for_people:
        run.out.raw(text)
    else:
        run.out.thing({"declaration": table.procedure.declaration_id, "mermaid": text}, lambda _: None)
