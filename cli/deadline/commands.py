"""`deadline list` and `deadline compute`: what runs, and how long a time is.

`compute` needs no database and loads none: it counts by Act 150/1930 and says how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.deadline.noun import deadline
from cli.frame.command import option
from cli.screen.page import Page
from engine.law import Label

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.invocation import Invocation
    from engine.deadlines import ComputedDay

MANNERS = ("authority_arrival", "ordinary_letter", "electronic_ordinary")
STATUSES = ("open", "met", "late", "passed", "suspended", "cancelled")


@deadline.verb(
    "compute",
    about=Label(
        "Laskee määräajan lain 150/1930 mukaan ja kertoo, miten.",
        "Räknar en tid enligt lag 150/1930 och säger hur.",
        "Counts a time limit by Act 150/1930 and says how.",
    ),
    more=Label(
        "Anna alkupäivä ja tasan yksi pituus, tai säädetty päivä (`--day`), joka siirtyy vapaapäivän yli. `--served` "
        "laskee ensin tiedoksisaantipäivän, josta aika alkaa. Työpäiviä ja sovittuja päiviä laki ei tunne; niihin "
        "käytetään samoja vapaapäiviä.",
        "Ange en begynnelsedag och exakt en längd, eller en föreskriven dag (`--day`), som flyttas över lediga dagar. "
        "`--served` räknar först delgivningsdagen, då tiden börjar. Arbetsdagar och avtalade dagar känner lagen inte; "
        "för dem gäller samma lediga dagar.",
        "Give a start day and exactly one length, or a set day (`--day`), which moves past days off. `--served` first "
        "finds the day of service, which starts the time. The Act knows neither working days nor agreed days; the "
        "same days off are used for them.",
    ),
    examples=(
        "$ ohjaus deadline compute --from 2026-06-05 --days 14",
        "$ ohjaus deadline compute --from 2026-01-31 --months 1",
        "$ ohjaus deadline compute --from 2026-03-02 --working-days 10 --backward --format json",
        "$ ohjaus deadline compute --from 2026-05-29 --served electronic_ordinary --days 30",
        "$ ohjaus deadline compute --day 2028-04-30",
        "$ ohjaus deadline compute --day 2026-07-05 --agreed",
    ),
)
@option(
    "--from",
    "start",
    metavar="DATE",
    about=Label(
        "päivä, josta aika alkaa; `--served`-valitsimen kanssa lähettämis- tai saapumispäivä",
        "dagen som tiden börjar; med `--served` dagen för avsändandet eller ankomsten",
        "the day that starts the time; with `--served` the day of sending or of arrival",
    ),
)
@option(
    "--served",
    type=click.Choice(MANNERS),
    about=Label(
        "miten asiakirja annettiin tiedoksi: kirje viranomaiselle, kirje muulle, sähköinen viesti suostumuksella",
        "hur handlingen delgavs: brev till en myndighet, brev till någon annan, elektroniskt meddelande med samtycke",
        "how the document was served: a letter to an authority, to anybody else, an electronic message with consent",
    ),
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
@option(
    "--day",
    metavar="DATE",
    about=Label(
        "säädetty päivä, pituuden sijasta",
        "en föreskriven dag, i stället för en längd",
        "a set day, instead of a length",
    ),
)
@option(
    "--agreed",
    is_flag=True,
    about=Label(
        "`--day` on sovittu eikä säädetty: se tai seuraava arkipäivä",
        "`--day` är avtalad, inte föreskriven: den eller nästa vardag",
        "`--day` is agreed, not set by statute: it or the next working day",
    ),
)
def compute(
    run: Invocation,
    *,
    start: str | None,
    served: str | None,
    day: str | None,
    agreed: bool,
    backward: bool,
    **lengths: int | None,
) -> None:
    """Counts one period, or moves one set day."""
    from cli.frame.clocks import parse_day

    given = [(unit, amount) for unit, amount in lengths.items() if amount is not None]
    started_on: date | None = None
    if len(given) + (day is not None) != 1:
        raise _misused(run.words("deadline.one_length"))
    if day is not None:
        if start is not None or served is not None or backward:
            raise _misused(run.words("deadline.day_stands_alone"))
        computed = _of_day(parse_day(day, "--day"), agreed=agreed)
    else:
        if agreed:
            raise _misused(run.words("deadline.agreed_needs_day"))
        if start is None:
            raise _misused(run.words("usage.missing", name="--from"))
        if served is not None and backward:
            raise _misused(run.words("deadline.served_runs_forward"))
        started_on, computed = _of_period(parse_day(start, "--from"), served, *given[0], backward=backward)
    data = {
        "due": computed.due,
        "started_on": started_on,
        "derivation": [
            {**step.as_data(), "code": step.code, "status": str(step.status)} for step in computed.derivation
        ],
        "calendar": computed.calendar,
    }
    run.out.thing(data, lambda page: _computed_page(run, computed, page))


def _misused(text: str) -> click.UsageError:
    return click.UsageError(text, click.get_current_context())


def _of_day(day: date, *, agreed: bool) -> ComputedDay:
    from engine.deadlines import day_or_next_working_day, roll_forward
    from procedures.calendar import finnish_calendar

    return (day_or_next_working_day if agreed else roll_forward)(day, calendar=finnish_calendar())


def _of_period(
    start_on: date, manner: str | None, unit: str, amount: int, *, backward: bool
) -> tuple[date, ComputedDay]:
    """Gives the day that starts the period, and its last day with every step from the sending of the document on."""
    from dataclasses import replace

    from engine.deadlines import Unit, compute_period
    from procedures.calendar import finnish_calendar

    calendar = finnish_calendar()
    if manner is None:
        return start_on, compute_period(start_on, amount, Unit(unit), calendar=calendar, backward=backward)
    # The numbers of service are read only here, so that counting without them stays as quick as it is.
    from engine.service import ServiceManner, served_on
    from procedures.administration import numbers

    served = served_on(start_on, ServiceManner(manner), numbers=numbers(), calendar=calendar)
    computed = compute_period(served.due, amount, Unit(unit), calendar=calendar)
    return served.due, replace(computed, derivation=served.derivation + computed.derivation)


def _computed_page(run: Invocation, computed: ComputedDay, page: Page) -> None:
    from cli.deadline.derivation_words import why
    from engine.law import Status

    words = run.words
    page.title(words("deadline.due_title", day=words.weekday(computed.due)))
    for step in computed.derivation:
        text = f"{words.weekday(step.on)}  {why(step).text(words.language)}"
        # A warning says in its own words that the law is open; a number whose section may have changed does not.
        if step.step == "service" and step.status is not Status.STATUTE:
            text += f" ({words.term('law_status', step.status)})"
        page.item(text, tone="warn" if step.step == "warning" or step.status is Status.UNSETTLED else "")
    page.field(words("deadline.calendar"), computed.calendar)


@deadline.verb(
    "list",
    about=Label(
        "Luettelee määräajat: ensin ne, jotka ovat vireillä, varhaisimmasta alkaen.",
        "Räknar upp tidsfristerna: först de som löper, den tidigaste först.",
        "Lists the deadlines: those that run first, the earliest due first.",
    ),
    more=Label(
        "`--overdue` ja `--within` koskevat kuluvia aikoja, eivät keskeytettyjä; yhdessä ne antavat kumpaankin "
        "kuuluvat. `-v` kertoo, miten päivä on laskettu ja mitä määräajalle on sen jälkeen tapahtunut.",
        "`--overdue` och `--within` gäller tider som löper, inte avbrutna; tillsammans ger de dem som hör till endera. "
        "`-v` berättar hur dagen räknats och vad som hänt med tidsfristen sedan dess.",
        "`--overdue` and `--within` speak of those that run, not of suspended ones; together they give what belongs to "
        "either. `-v` tells how the day was reckoned and what has happened to the deadline since.",
    ),
    examples=(
        "$ ohjaus deadline list --overdue",
        "$ ohjaus deadline list --within 30d --subject Keski-Suomi",
        "$ ohjaus deadline list --case evaluation-15-2025 -v",
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
    from cli.deadline.rows import Wanted, columns, details, rows_of, shown_for_people
    from cli.frame.as_of import seen_from
    from cli.rights.in_name_of import ensure_for_nobody

    ensure_for_nobody(run)
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
        today = seen_from(run, record)[2]
    if run.verbose and rows and run.out.for_people:
        page = Page()
        page.table(columns(run, rows), [shown_for_people(run, row) for row in rows])
        details(run, rows, today, page)
        page.then(run.command("case", "show", rows[0]["case"]))
        run.out.page(page)
        return
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
            "opens_on",
            "consumed_days",
        ),
        shown=lambda row: shown_for_people(run, row),
        then=[run.command("case", "show", rows[0]["case"])] if rows else (),
    )
