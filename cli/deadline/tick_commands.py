"""`deadline tick` and `deadline preview`: what the clock records now, and what it will."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.deadline.noun import deadline
from cli.frame.command import option
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cli.deadline.ticking import Fired
    from cli.frame.invocation import Invocation
    from cli.wiring import Record


@deadline.verb(
    "tick",
    writes=True,
    about=Label(
        "Kirjaa, mitä kello tietää määräajoista: muistutukset ja umpeutuneet ajat, kunkin kerran.",
        "Registrerar vad klockan vet om tidsfristerna: påminnelser och utgångna tider, var och en en gång.",
        "Records what the clock knows of deadlines: reminders and times that have passed, each once.",
    ),
    more=Label(
        "Kello ei ratkaise mitään. Useampi yhtäaikainen ajo ei haittaa. JSON: yksi rivi kirjausta kohden.",
        "Klockan avgör ingenting. Flera samtidiga körningar skadar inte. JSON: en rad per registrering.",
        "The clock decides nothing. Several runs at once do no harm. JSON: one line for each firing.",
    ),
    examples=("$ ohjaus deadline tick", "$ ohjaus deadline tick --dry-run --now 2027-01-01T06:00:00+02:00"),
)
def tick_deadlines(run: Invocation) -> None:
    """Records what has come."""
    from cli.deadline.ticking import tick
    from cli.wiring import Wiring

    with run.record(write=not run.dry_run) as record:
        if not run.dry_run:
            _say(run, record, tick(record, run.recorded_by))
            return
        from cli.upkeep.rehearsal import copy_of

        with copy_of(record.opened) as path:
            settings = type(run.settings)({**run.options, "db": str(path)}, {}, path.parent)
            now = run.given.get("now")
            with Wiring(settings, now=None if now is None else str(now)).open(write=True) as copied:
                _say(run, copied, tick(copied, run.recorded_by))


@deadline.verb(
    "preview",
    about=Label(
        "Näyttää, mitä kello tulee kirjaamaan annettuun päivään mennessä.",
        "Visar vad klockan kommer att registrera till och med en viss dag.",
        "Shows what the clock will record until a day.",
    ),
    more=Label(
        "Vain nyt vireillä olevista määräajoista: uudet asiat ja toimet tuovat lisää.",
        "Endast av de tidsfrister som löper nu: nya ärenden och åtgärder ger fler.",
        "Of the deadlines that run now: new cases and acts will bring more.",
    ),
    examples=(
        "$ ohjaus deadline preview --until 2026-12-31",
        "$ ohjaus deadline preview --until 2026-12-31 --subject Keski-Suomi --format json",
    ),
)
@option("--until", required=True, metavar="DATE", about=Label("viimeinen päivä", "sista dagen", "the last day"))
@option("--subject", metavar="REF", about=Label("yhden tahon", "om en part", "about one subject"))
@option("--procedure", metavar="ID", about=Label("yhden menettelyn", "i ett förfarande", "of one procedure"))
def preview(run: Invocation, *, until: str, subject: str | None, procedure: str | None) -> None:
    """Shows what will be recorded."""
    from cli.case.refs import procedure_id, subject_code
    from cli.deadline.ticking import all_planned
    from cli.frame.clocks import parse_day
    from engine.firing import due_by

    last = parse_day(until, "--until")
    about = subject_code(run.wiring, subject)
    of = procedure_id(run.wiring, procedure) if procedure else None
    with run.record() as record:
        cases = {row.case_id: row for row in record.opened.queries.case_list()}
        chosen = (
            one
            for one in all_planned(record)
            if about in (None, cases[one.case_id].subject) and of in (None, cases[one.case_id].procedure)
        )
        known = record.opened.queries.occurrence_keys()
        coming = [one for one in sorted(chosen) if one.planned_on <= last and one.key not in known]
        now = {one.key: one for one in due_by(coming, record.wiring.clock.today(), known)}
        rows = [
            {
                "planned_on": one.planned_on.isoformat(),
                "case": one.case_id,
                "deadline": one.deadline,
                "generation": one.generation,
                "due": one.due.isoformat(),
                "fact": now.get(one.key, one).fact,
                "offset_days": one.offset_days,
                "key": one.key,
                "label": _label(run, record, one.case_id, one.deadline),
            }
            for one in coming
        ]
    _rows(run, rows, empty=run.words("tick.nothing_coming"))


def _say(run: Invocation, record: Record, fired: Iterable[Fired]) -> None:
    """Prints each firing as it stands in the log: a line of JSON at once, or a row of the list at the end."""
    rows: list[dict[str, Any]] = []
    for one in fired:
        run.log("fired", key=one.occurrence.key, applied=one.applied)
        row = one.as_data()
        rows.append({**row, "label": _label(run, record, row["case"], row["deadline"])})
    _rows(run, rows, empty=run.words("tick.nothing"))


def _rows(run: Invocation, rows: list[dict[str, Any]], *, empty: str) -> None:
    from cli.screen.page import Column

    words = run.words
    run.out.rows(
        rows,
        [
            Column("planned_on", words("tick.planned_on"), date=True),
            Column("what", words("tick.what"), wrap=True),
            Column("case", words("case.case")),
            Column("label", words("deadline.column.name"), wrap=True),
            Column("due", words("deadline.column.due"), date=True),
        ],
        empty=empty,
        also=("deadline", "generation", "fact", "offset_days", "key", "fired_at", "applied", "overtaken_by"),
        shown=lambda row: {**row, "what": _what(run, row)},
        then=[run.command("deadline", "list", "--overdue")],
    )


def _what(run: Invocation, row: Any) -> str:  # noqa: ANN401 - a row of any of the two lists
    words = run.words
    if row["fact"] == "reminder_given":
        days = int(row["offset_days"])
        return words.count("tick.before" if days < 0 else "tick.after", abs(days))
    return words.term("tick", str(row["fact"]))


def _label(run: Invocation, record: Record, case_id: str, name: str) -> str:
    from cli.screen.shapes import Labels

    table = record.registrar.load(case_id)[0]
    return Labels(table, run.language).deadline(name)
