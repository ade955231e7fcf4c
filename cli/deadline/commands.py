"""`deadline list` and `deadline compute`: what runs, and how long a time is.

`compute` needs no database and loads none: it counts by Act 150/1930 and says how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.frame.command import Noun, option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from engine.deadlines import ComputedDay, Unit

UNITS = ("days", "weeks", "months", "years", "working_days")
STATUSES = ("open", "met", "late", "passed", "suspended", "cancelled")

deadline = Noun(
    "deadline",
    about=Label(
        "Määräajat: mitä on vireillä ja miten aika lasketaan.",
        "Tidsfrister: vad som löper och hur en tid räknas.",
        "Deadlines: what runs, and how a time limit is counted.",
    ),
    examples=(
        "$ ohjaus deadline list --within 30d",
        "$ ohjaus deadline compute --from 2026-06-05 --days 14",
    ),
)


@deadline.verb(
    "compute",
    about=Label(
        "Laskee määräajan lain 150/1930 mukaan ja kertoo, miten.",
        "Räknar en tid enligt lag 150/1930 och säger hur.",
        "Counts a time limit by Act 150/1930 and says how.",
    ),
    more=Label(
        "Anna tasan yksi pituus. Työpäiviä laki ei tunne; ne lasketaan samojen vapaapäivien mukaan.",
        "Ange exakt en längd. Arbetsdagar känner lagen inte; de räknas med samma lediga dagar.",
        "Give exactly one length. The Act knows no working days; they are counted with the same days off.",
    ),
    examples=(
        "$ ohjaus deadline compute --from 2026-06-05 --days 14",
        "$ ohjaus deadline compute --from 2026-01-31 --months 1",
        "$ ohjaus deadline compute --from 2026-03-02 --working-days 10 --backward --format json",
    ),
)
@option(
    "--from",
    "start",
    metavar="DATE",
    required=True,
    about=Label("päivä, josta aika alkaa", "dagen som tiden börjar", "the day that starts the time"),
)
@option("--days", metavar="N", type=int, about=Label("päiviä", "dagar", "days"))
@option("--weeks", metavar="N", type=int, about=Label("viikkoja", "veckor", "weeks"))
@option("--months", metavar="N", type=int, about=Label("kuukausia", "månader", "months"))
@option("--years", metavar="N", type=int, about=Label("vuosia", "år", "years"))
@option("--working-days", metavar="N", type=int, about=Label("työpäiviä", "arbetsdagar", "working days"))
@option(
    "--backward",
    is_flag=True,
    about=Label("laskee ajassa taaksepäin", "räknar bakåt i tiden", "counts towards the past"),
)
def compute(run: Invocation, *, start: str, backward: bool, **lengths: int | None) -> None:
    """Counts one period."""
    from cli.frame.clocks import parse_day
    from engine.deadlines import Unit, compute_period
    from procedures.calendar import finnish_calendar

    unit, amount = _one_length(lengths, run)
    computed = compute_period(
        parse_day(start, "--from"), amount, Unit(unit), calendar=finnish_calendar(), backward=backward
    )
    data = {
        "due": computed.due,
        "derivation": [
            {**step.as_data(), "code": step.code, "status": str(step.status)} for step in computed.derivation
        ],
        "calendar": computed.calendar,
    }
    run.out.thing(data, lambda page: _computed_page(run, computed, page))


def _one_length(lengths: dict[str, int | None], run: Invocation) -> tuple[Unit, int]:
    from engine.deadlines import Unit

    given = [(unit, amount) for unit, amount in lengths.items() if amount is not None]
    if len(given) != 1:
        raise click.UsageError(run.words("deadline.one_length"), click.get_current_context())
    unit, amount = given[0]
    return Unit(unit), amount


def _computed_page(run: Invocation, computed: ComputedDay, page: Page) -> None:
    from cli.deadline.derivation_words import why

    words = run.words
    page.title(words("deadline.due_title", day=words.weekday(computed.due)))
    for step in computed.derivation:
        tone = "warn" if step.step == "warning" else ""
        page.item(f"{words.weekday(step.on)}  {why(step).text(words.language)}", tone="warn" if tone else "")
    page.field(words("deadline.calendar"), computed.calendar)


@deadline.verb(
    "list",
    about=Label(
        "Luettelee määräajat: ensin ne, jotka ovat vireillä, varhaisimmasta alkaen.",
        "Räknar upp tidsfristerna: först de som löper, den tidigaste först.",
        "Lists the deadlines: those that run first, the earliest due first.",
    ),
    more=Label(
        "`--overdue` ja `--within` koskevat vireillä olevia; yhdessä ne antavat kumpaankin kuuluvat.",
        "`--overdue` och `--within` gäller dem som löper; tillsammans ger de dem som hör till endera.",
        "`--overdue` and `--within` speak of those that run; together they give what belongs to either.",
    ),
    examples=(
        "$ ohjaus deadline list --overdue",
        "$ ohjaus deadline list --within 30d --subject Keski-Suomi",
        "$ ohjaus deadline list --status met --format csv",
    ),
)
@option("--overdue", is_flag=True, about=Label("jo umpeutuneet", "redan utgångna", "whose day is past"))
@option(
    "--within",
    metavar="SPAN",
    about=Label(
        "joiden päivä on tämän ajan sisällä, esim. 30d tai 2w",
        "vars dag infaller inom denna tid, t.ex. 30d eller 2w",
        "whose day comes within this span, such as 30d or 2w",
    ),
)
@option("--case", "case_id", metavar="CASE", about=Label("yhden asian", "i ett ärende", "of one case"))
@option("--subject", metavar="REF", about=Label("yhden tahon", "om en part", "about one subject"))
@option("--procedure", metavar="ID", about=Label("yhden menettelyn", "i ett förfarande", "of one procedure"))
@option("--status", type=click.Choice(STATUSES), about=Label("yhdessä tilassa", "i ett läge", "of one status"))
def deadlines(
    run: Invocation,
    *,
    overdue: bool,
    within: str | None,
    case_id: str | None,
    subject: str | None,
    procedure: str | None,
    status: str | None,
) -> None:
    """Lists deadlines."""
    from cli.deadline.rows import Wanted, columns, rows_of, shown_for_people

    wanted = Wanted(
        overdue=overdue,
        within=within,
        case_id=case_id,
        subject=subject,
        procedure=procedure,
        status=status,
    )
    with run.record() as record:
        rows: list[dict[str, Any]] = rows_of(run, record, wanted)
    run.out.rows(
        rows,
        columns(run, rows),
        empty=run.words("deadline.none"),
        also=(
            "started_on",
            "rule",
            "calendar",
            "generation",
            "subject",
            "procedure",
            "kind",
            "law_status",
            "closed_on",
        ),
        shown=lambda row: shown_for_people(run, row),
        then=[run.command("case", "show", rows[0]["case"])] if rows else (),
    )
