"""`deadline tick` and `deadline preview`: what the clock records now, and what it will."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.deadline.noun import deadline
from cli.frame.command import option
from cli.frame.completing import complete_procedures, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cli.deadline.coming import About
    from cli.deadline.ticking import Fired
    from cli.frame.invocation import Invocation
    from cli.wiring import Record

_SUBJECT = Label("yhden tahon", "om en part", "about one subject")
_PROCEDURE = Label("yhden menettelyn", "i ett förfarande", "of one procedure")


@deadline.verb(
    "tick",
    writes=True,
    about=Label(
        "Kirjaa, mitä kello tietää määräajoista: muistutukset ja umpeutuneet ajat, kunkin kerran.",
        "Registrerar vad klockan vet om tidsfristerna: påminnelser och utgångna tider, var och en en gång.",
        "Records what the clock knows of deadlines: reminders and times that have passed, each once.",
    ),
    more=Label(
        "Kello ei ratkaise mitään. Useampi yhtäaikainen ajo ei haittaa. JSON: yksi rivi kirjausta kohden, heti kun se "
        "on kirjattu. --dry-run kokeilee kopiolla: yksin sitä, mitä nyt kirjattaisiin, ja --until-päivään asti päivä "
        "kerrallaan, niin kuin ajastin sen tekisi.",
        "Klockan avgör ingenting. Flera samtidiga körningar skadar inte. JSON: en rad per registrering, så snart den "
        "gjorts. --dry-run prövar på en kopia: ensamt det som nu skulle registreras, och med --until dag för dag, så "
        "som tidsstyrningen gör det.",
        "The clock decides nothing. Several runs at once do no harm. JSON: one line for each firing, as it happens. "
        "--dry-run tries it on a copy: alone what would be recorded now, and with --until day by day, as a scheduler "
        "does it.",
    ),
    examples=(
        "$ ohjaus deadline tick --dry-run --until 2027-12-31 --subject Keski-Suomi",
        "$ ohjaus deadline tick --dry-run --now 2027-01-01T06:00:00+02:00",
        "$ ohjaus deadline tick",
    ),
)
@option(
    "--until",
    metavar="DATE",
    about=Label(
        "kokeilu tähän päivään asti, päivä kerrallaan",
        "prövning till och med denna dag, dag för dag",
        "rehearse until this day, day by day",
    ),
)
@option("--subject", metavar="REF", shell_complete=complete_subjects, about=_SUBJECT)
@option("--procedure", metavar="ID", shell_complete=complete_procedures, about=_PROCEDURE)
def tick_deadlines(run: Invocation, *, until: str | None, subject: str | None, procedure: str | None) -> None:
    """Records what has come."""
    from cli.deadline.coming import About, ending_on
    from cli.deadline.rehearsing import rehearsed
    from cli.deadline.tick_pages import say_calendar
    from cli.deadline.ticking import tick
    from cli.frame.clocks import parse_day
    from cli.rights.in_name_of import ensure_for_nobody

    ensure_for_nobody(run, "rights.for_own")
    if not run.dry_run:
        if (until, subject, procedure) != (None, None, None):
            raise click.UsageError(run.words("tick.only_rehearsed"), click.get_current_context())
        with run.record(write=True) as record:
            _say(run, _rows(run, record, tick(record, run.recorded_by), About()))
        return
    last = None if until is None else parse_day(until, "--until")
    about = About.of(run, subject, procedure)
    with run.record() as record, rehearsed(run, record, last) as (copied, fired):
        rows = _rows(run, copied, fired, about)
        if run.out.for_people:
            told = list(rows)
            then = ending_on(run, copied, about, last) if last else ()
            say_calendar(run, told, then, until=last, empty=run.words("tick.nothing"))
        else:
            _say(run, rows)


@deadline.verb(
    "preview",
    about=Label(
        "Näyttää, mitä kello tulee kirjaamaan annettuun päivään mennessä.",
        "Visar vad klockan kommer att registrera till och med en viss dag.",
        "Shows what the clock will record until a day.",
    ),
    more=Label(
        "Vain nyt vireillä olevista määräajoista: uudet asiat ja toimet tuovat lisää.",
        "Endast om tidsfrister som löper nu: nya ärenden och åtgärder ger flera.",
        "Only of deadlines that run now: new cases and acts bring more.",
    ),
    examples=(
        "$ ohjaus deadline preview --until 2029-12-31",
        "$ ohjaus deadline preview --until 2027-12-31 --subject Keski-Suomi",
    ),
)
@option(
    "--until", required=True, metavar="DATE", about=Label("viimeinen päivä", "sista dagen", "the last day to look at")
)
@option("--subject", metavar="REF", shell_complete=complete_subjects, about=_SUBJECT)
@option("--procedure", metavar="ID", shell_complete=complete_procedures, about=_PROCEDURE)
def preview(run: Invocation, *, until: str, subject: str | None, procedure: str | None) -> None:
    """Shows what will be recorded."""
    from cli.deadline.coming import About, coming, ending_on
    from cli.deadline.tick_pages import say_calendar
    from cli.frame.clocks import parse_day

    last = parse_day(until, "--until")
    about = About.of(run, subject, procedure)
    with run.record() as record:
        rows = coming(run, record, about, last)
        ending = ending_on(run, record, about, last) if run.out.for_people else ()
    say_calendar(run, rows, ending, until=last, empty=run.words("tick.nothing_coming"))


def _say(run: Invocation, rows: Iterable[dict[str, Any]]) -> None:
    """Prints each firing as it stands in the log: a line of JSON at once, or a list at the end."""
    from cli.deadline.tick_pages import say_as_they_happen, say_at_the_end

    if run.out.form in ("json", "jsonl"):
        say_as_they_happen(run, rows)
    else:
        say_at_the_end(run, rows)


def _rows(run: Invocation, record: Record, fired: Iterable[Fired], about: About) -> Iterator[dict[str, Any]]:
    from cli.deadline.coming import Cases

    cases = Cases(run, record)
    for one in fired:
        run.log("fired", key=one.occurrence.key, applied=one.applied)
        row = one.as_data()
        case = cases.row(row["case"])
        if about.covers(case.subject, case.procedure):
            label = cases.labels(row["case"]).deadline(row["deadline"])
            yield {**row, "label": label, "rehearsed": run.dry_run}
