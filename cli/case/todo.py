"""`ohjaus todo`: what is to be done, by whom and by when, over all cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.frame.command import command, option
from cli.frame.completing import complete_procedures, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.frame.invocation import Invocation


@command(
    "todo",
    about=Label(
        "Kertoo, mitä on tehtävä, kenen toimesta ja mihin mennessä; myöhässä oleva ensin.",
        "Berättar vad som ska göras, av vem och när; det försenade först.",
        "Says what is to be done, by whom and by when; what is late comes first.",
    ),
    examples=(
        "$ ohjaus todo",
        "$ ohjaus todo --role vm",
        "$ ohjaus todo --overdue --format json",
    ),
)
@option(
    "--role",
    metavar="ROLE",
    about=Label("vain tämän roolin tehtävät", "endast denna rolls uppgifter", "tasks of this role only"),
)
@option(
    "--procedure",
    metavar="ID",
    shell_complete=complete_procedures,
    about=Label("vain tässä menettelyssä", "endast i detta förfarande", "in this procedure only"),
)
@option(
    "--subject",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("vain tätä tahoa koskevat", "endast de som gäller denna part", "about this subject only"),
)
@option("--overdue", is_flag=True, about=Label("vain myöhässä olevat", "endast försenade", "late ones only"))
def todo(run: Invocation, *, role: str | None, procedure: str | None, subject: str | None, overdue: bool) -> None:
    """Lists what is to be done."""
    from cli.case.todo_list import Sought, to_do
    from cli.screen.page import Column

    with run.record() as record:
        items = to_do(run, record, Sought.of(run, role or _own_role(run), procedure, subject))
    if overdue:
        items = [item for item in items if item["days_left"] is not None and item["days_left"] < 0]
    if run.out.for_people:
        from cli.case.parties import in_one_line

        items = in_one_line(run, items)
    words = run.words

    def shown(item: Mapping[str, object]) -> Mapping[str, object]:
        return {**item, "left": _left(run, item["days_left"])}

    first = dict.fromkeys(str(item["case"]) for item in items)
    run.out.rows(
        items,
        [
            Column("due", words("case.due_column"), date=True),
            Column("left", words("case.left"), wrap=True),
            Column("case", words("case.case")),
            Column("whose", words("case.turn"), wrap=True),
            Column("label", words("case.task"), wrap=True),
        ],
        empty=words("case.todo_empty"),
        also=("procedure", "subject", "role", "organisation", "party", "task", "basis", "raised_on", "days_left"),
        then=[run.command("case", "next", one) for one in list(first)[:3]] or [run.command("case", "list")],
        shown=shown,
    )


def _own_role(run: Invocation) -> str | None:
    """Gives the role of `--as`; a role that a settings file names for recording hides nobody's tasks."""
    setting = run.settings.get("as")
    return setting.value if setting.origin == "option" else None


def _left(run: Invocation, days: object) -> str:
    if not isinstance(days, int):
        return ""
    if days == 0:
        return run.words("case.today")
    return run.words.count("case.days_late" if days < 0 else "case.days_left", abs(days))
