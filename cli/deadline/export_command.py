"""`deadline export`: deadlines as a file that calendars take in, one for each county, procedure, role or person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.deadline.noun import deadline
from cli.frame.command import option
from cli.frame.completing import complete_procedures, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cli.deadline.exporting import Entry
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page


@deadline.verb(
    "export",
    about=Label(
        "Kirjoittaa määräajat kalenteritiedostoksi (ICS).",
        "Skriver tidsfristerna som en kalenderfil (ICS).",
        "Writes the deadlines as a calendar file (ICS).",
    ),
    more=Label(
        "Jokainen määräaika on koko päivän merkintä viimeisenä päivänään, ja sillä on pysyvä tunnus: kun tiedosto "
        "tuodaan uudelleen, muuttuneet korvaavat entiset ja rauenneet peruuntuvat.",
        "Varje tidsfrist är en heldagspost på sin sista dag och har ett bestående id: när filen läses in på nytt "
        "ersätter de ändrade de gamla, och de förfallna ställs in.",
        "Each deadline is an entry of the whole day on its last day, with an id that stays: when the file is taken in "
        "again, what changed replaces what was there, and what lapsed is cancelled.",
    ),
    examples=(
        "$ ohjaus deadline export --subject Keski-Suomi",
        "$ ohjaus deadline export --procedure evaluation --lang fi --out evaluation.ics",
        "$ ohjaus deadline export --role vm --since 2026-01-01 --out vm.ics",
        "$ ohjaus deadline export --person made-up-person  # exit 3",
    ),
)
@option(
    "--subject",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("yhden tahon", "om en part", "about one subject"),
)
@option(
    "--procedure",
    metavar="ID",
    shell_complete=complete_procedures,
    about=Label("yhden menettelyn", "i ett förfarande", "of one procedure"),
)
@option(
    "--role",
    metavar="ROLE",
    about=Label(
        "ne, jotka tämän roolin toimi täyttää tai tehtävä odottaa",
        "de som denna rolls åtgärd uppfyller eller uppgift väntar på",
        "those that an act of this role meets or a task of it waits for",
    ),
)
@option(
    "--person",
    metavar="PERSON",
    about=Label(
        "asioissa, joihin tämä henkilö on kirjannut",
        "i ärenden där denna person har registrerat",
        "of the cases in which this person has recorded something",
    ),
)
@option(
    "--since",
    metavar="DATE",
    about=Label("joiden päivä on tämä tai myöhempi", "vars dag är denna eller senare", "due on this day or later"),
)
@option(
    "--out",
    metavar="FILE",
    about=Label(
        "tiedosto; muuten vakiotulosteeseen", "fil; annars till standardutmatningen", "a file; else standard output"
    ),
)
def export_deadlines(
    run: Invocation,
    *,
    subject: str | None,
    procedure: str | None,
    role: str | None,
    person: str | None,
    since: str | None,
    out: str | None,
) -> None:
    """Writes a calendar."""
    from dataclasses import replace
    from pathlib import Path

    from cli.deadline.exporting import entries, name_of, scope_of, write_file
    from cli.deadline.ics import calendar_file
    from cli.frame.as_of import seen_from
    from cli.frame.clocks import parse_day

    first = None if since is None else parse_day(since, "--since")
    scope = replace(scope_of(run, subject, procedure, role, first), person=person)
    with run.record() as record:
        found = entries(run, record, scope)
        if scope.person is not None:
            # The file may go to others: what stands in it is the reference.
            scope = replace(scope, person=record.wiring.persons.known(scope.person) or scope.person)
        position = seen_from(run, record)[0]
    name = name_of(run, scope)
    content = calendar_file(name, run.language, [one.day for one in found])
    if out is None and run.out.for_people:
        _write_out(content)
        return
    if out is not None and not run.dry_run:
        write_file(Path(out), content)
    data = {"name": name, "position": position, "out": out, "rehearsed": run.dry_run, "events": _shapes(found)}
    run.out.thing(data, lambda page: _page(run, data, page))


def _shapes(found: Sequence[Entry]) -> list[dict[str, Any]]:
    return [
        {
            "case": one.case_id,
            "deadline": one.deadline.name,
            "generation": one.deadline.generation,
            "due": one.day.on.isoformat(),
            "uid": one.day.uid,
            "sequence": one.day.sequence,
            "status": one.day.status,
            "summary": one.day.summary,
        }
        for one in found
    ]


def _write_out(content: bytes) -> None:
    """Writes the file to standard output as it is, its line ends included."""
    import sys

    from cli.screen.stream import unwritable

    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error) from error


def _page(run: Invocation, data: dict[str, Any], page: Page) -> None:
    words = run.words
    page.title(data["name"])
    page.field(words("deadline.export.out"), str(data["out"]))
    page.field(words("deadline.export.events"), str(len(data["events"])))
    page.field(words("deadline.export.position"), str(data["position"]))
    if run.dry_run:
        page.say(words("deadline.export.not_written"), "warn")
    page.then(run.command("deadline", "list"))
