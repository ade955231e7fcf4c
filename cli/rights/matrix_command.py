"""`grant matrix`: which role may record which act of a procedure, as the declaration and the table of roles say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.frame.command import option
from cli.rights.grant_noun import grant
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.declaration import Transition
    from engine.table import Table


@grant.verb(
    "matrix",
    about=Label(
        "Näyttää menettelyn toimet ja roolit, jotka saavat kirjata kunkin.",
        "Visar ett förfarandes åtgärder och de roller som får anteckna dem.",
        "Shows the acts of a procedure and the roles that may record each.",
    ),
    more=Label(
        "Rooli kirjaa vain oman organisaationsa toimet; kirjaamo vain asioissa, joista sen ministeriö vastaa.",
        "En roll antecknar endast den egna organisationens åtgärder; registratorskontoret endast i det egna "
        "ministeriets ärenden.",
        "A role records its own organisation's acts only; the registry only in cases of its own ministry.",
    ),
    examples=(
        "$ ohjaus grant matrix --procedure evaluation",
        "$ ohjaus grant matrix --procedure red-flag --format csv",
    ),
)
@option("--procedure", required=True, metavar="PROCEDURE", about=Label("menettely", "förfarande", "the procedure"))
@option(
    "--every-case",
    is_flag=True,
    about=Label("myös kaikkien asioiden toimet", "även åtgärder i alla ärenden", "also the acts that every case has"),
)
def matrix(run: Invocation, *, procedure: str, every_case: bool) -> None:
    """Shows who may record what."""
    from cli.case.refs import procedure_id
    from cli.screen.page import Column

    words = run.words
    table = run.wiring.declarations.versions(procedure_id(run.wiring, procedure))[-1]
    moves = (*table.procedure.transitions, *(table.shared if every_case else ()))
    rows = [*{move.fact.id: _row(run, table, move) for move in reversed(moves)}.values()][::-1]
    run.out.rows(
        rows,
        [
            Column("fact", words("rights.act")),
            Column("label", words("rights.label"), wrap=True),
            Column("roles_label", words("rights.roles"), wrap=True),
        ],
        empty=words("rights.none"),
        also=("procedure", "roles"),
        then=[run.command("grant", "list")],
        shown=lambda item: {**item, "roles_label": ", ".join(_texts(item["roles"]))},
    )


def _texts(roles: object) -> list[str]:
    return [str(role) for role in roles] if isinstance(roles, list) else []


def _row(run: Invocation, table: Table, move: Transition) -> dict[str, Any]:
    return {
        "procedure": table.procedure.declaration_id,
        "fact": move.fact.id,
        "label": move.fact.label.text(run.language),
        "roles": roles_of(run, table, move.fact.id),
    }


def roles_of(run: Invocation, table: Table, fact: str) -> list[str]:
    """Gives the roles whose holders may record a fact, were it of their own organisation; in order of their names."""
    from datetime import date

    from engine.consequences import act_of
    from engine.envelope import Opening
    from engine.rights import Grant
    from engine.rights_policy import Deed, covers
    from procedures.access_rights.policy import policy

    known = policy()
    subject = "@subject"
    opening = Opening(
        procedure=table.procedure.id,
        subject=subject,
        parties=(subject, table.procedure.ministry),
        ministry=table.procedure.ministry,
        ground="-",
    )
    of_law = {role.id for role in table.procedure.roles} | {"vm", "stm", "sm"}
    found = set()
    for move in table.with_fact(fact):
        for role in move.by:
            deed = Deed(
                procedure=table.procedure.id,
                fact=fact,
                kind=move.kind,
                act_of=act_of(role, opening, {}),
                ministry=table.procedure.ministry,
                published=True,
            )
            for name in (*known.technical, *of_law, role.id):
                grant = Grant(
                    grant_id="-",
                    person="-",
                    role=name,
                    organisation=None,
                    procedure=None,
                    valid_from=date.min,
                    valid_until=None,
                    may_delegate=False,
                    reads_secret=False,
                )
                if covers(known, grant, deed, run.wiring.subjects.kind_of):
                    found.add(name)
    return sorted(found)
