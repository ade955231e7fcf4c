"""`audit log`, `audit replay`, `audit verify`: what was recorded, how a case came to where it is, is all whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cli.case.noun import case_argument
from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_cases
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.envelope import Envelope

BROKEN = 7
"""The exit code of a record that is not what was written."""

CASE = Label("yksi asia; ilman sitä koko loki", "ett ärende; annars hela loggen", "one case; without it the whole log")

audit = Noun(
    "audit",
    about=Label(
        "Loki, historian toisto ja eheyden tarkistus.",
        "Loggen, historien på nytt och kontroll av integriteten.",
        "The log, histories replayed, integrity verified.",
    ),
    examples=(
        "$ ohjaus audit log evaluation-15-2025",
        "$ ohjaus audit replay evaluation-15-2025 --why state",
        "$ ohjaus audit verify",
    ),
)


@audit.verb(
    "log",
    about=Label(
        "Näyttää kirjatut tapahtumat järjestyksessä.",
        "Visar de registrerade händelserna i ordning.",
        "Shows the recorded events in their order.",
    ),
    more=Label(
        "Ilman asiaa koko loki. JSON-muodoissa jokainen tapahtuma on kokonainen kirjauskuorineen ja tiivisteineen.",
        "Utan ärende hela loggen. I JSON-form är varje händelse hel, med kuvert och kontrollsumma.",
        "Without a case the whole log. In the JSON formats each event is whole, with its envelope and hash.",
    ),
    examples=(
        "$ ohjaus audit log --limit 20",
        "$ ohjaus audit log evaluation-15-2025",
        "$ ohjaus audit log --since 10 --format jsonl",
    ),
)
@argument("case_id", metavar="[CASE]", required=False, about=CASE, shell_complete=complete_cases)
@option(
    "--since",
    metavar="POSITION",
    type=click.IntRange(min=0),
    default=0,
    about=Label(
        "vain tämän lokin kohdan jälkeen", "endast efter denna plats i loggen", "only after this position of the log"
    ),
)
@option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    about=Label("enintään näin monta", "högst så här många", "at most so many"),
)
def log(run: Invocation, *, case_id: str | None, since: int, limit: int | None) -> None:
    """Prints envelopes."""
    from cli.audit.pages import log_columns, log_row
    from cli.screen.shapes import envelope_shape

    with run.record() as record:
        events = _chosen(run, record, case_id, since, limit)
        if run.out.form == "jsonl":
            # Line by line, so that a log of any length passes through.
            for event in events:
                run.out.line(envelope_shape(event))
            return
        listed = list(events)
    more = len(listed) == limit
    run.out.rows(
        [envelope_shape(event) for event in listed],
        log_columns(run),
        empty=run.words("audit.log_empty"),
        also=("event_id", "command_id", "data", "hash"),
        shown=lambda row: log_row(run, row),
        then=_after_log(run, listed, case_id, more=more),
    )


def _chosen(run: Invocation, record: Record, case_id: str | None, since: int, limit: int | None) -> Iterator[Envelope]:
    from cli.case.refs import load

    if case_id is None:
        events = record.log.read(after_position=since)
    else:
        events = iter(record.log.stream(load(record, case_id)[1].case_id))
    left = limit
    for event in events:
        if event.position <= since or not run.as_of.admits(event):
            continue
        if left == 0:
            return
        left = None if left is None else left - 1
        yield event


def _after_log(run: Invocation, listed: list[Envelope], case_id: str | None, *, more: bool) -> list[str]:
    if not listed:
        return []
    last = listed[-1]
    commands = []
    if more:
        about = [case_id] if case_id else []
        commands.append(run.command("audit", "log", *about, "--since", last.position, "--limit", len(listed)))
    commands.append(run.command("audit", "replay", last.stream))
    return commands


@audit.verb(
    "replay",
    about=Label(
        "Käy asian läpi vaihe vaiheelta.",
        "Går igenom ett ärende steg för steg.",
        "Walks through a case step by step.",
    ),
    more=Label(
        "`--why` kertoo, mikä tapahtuma antoi arvon: state, määräaika, tehtävä tai oikeusasema nimeltä tai "
        "toimi.kenttä.",
        "`--why` säger vilken händelse som satte värdet: state, en frist, uppgift eller ställning vid namn eller "
        "åtgärd.fält.",
        "`--why` names the event that set a value: state, a deadline, task or standing by name, or fact.field.",
    ),
    examples=(
        "$ ohjaus audit replay evaluation-15-2025",
        "$ ohjaus audit replay evaluation-15-2025 --in-force-on 2025-08-31",
        "$ ohjaus audit replay evaluation-15-2025 --why state",
    ),
)
@case_argument()
@option(
    "--why",
    "field",
    metavar="FIELD",
    about=Label("mikä tapahtuma antoi tämän arvon", "vilken händelse som satte värdet", "which event set this value"),
)
def replay(run: Invocation, *, case_id: str, field: str | None) -> None:
    """Walks through a case."""
    from cli.audit.pages import replay_page, why_page
    from cli.audit.replay import steps_of, why
    from cli.audit.replay_shapes import replay_shape, why_shape
    from cli.case.refs import load

    with run.record() as record:
        table, case = load(record, case_id, run.as_of)
        steps = steps_of(table, case.events)
    if field is None:
        run.out.thing(
            replay_shape(table, case, steps, run.language), lambda page: replay_page(run, table, case, steps, page)
        )
        return
    found = why(table, steps, field)
    run.out.thing(why_shape(case, found), lambda page: why_page(run, table, case, found, page))


@audit.verb(
    "verify",
    about=Label(
        "Tarkistaa, että kirjattu on ehjää ja sääntöjen mukaista.",
        "Kontrollerar att det registrerade är helt och enligt reglerna.",
        "Verifies that the record is whole and was made by the rules.",
    ),
    more=Label(
        "Ketju, sijainnit, skeema, johdetut näkymät, määräajat laskettuina uudelleen, ja jokainen tapahtuma "
        "ratkaistuna uudelleen menettelyn sääntöjen mukaan. Poikkeama päättää ohjelman koodilla 7.",
        "Kedjan, platserna, schemat, vyerna, fristerna räknade på nytt, och varje händelse prövad på nytt enligt "
        "förfarandets regler. En avvikelse ger slutkoden 7.",
        "Chain, positions, schema, projections, deadlines reckoned again, and every event judged again by the rules "
        "of its procedure. A divergence ends with code 7.",
    ),
    examples=("$ ohjaus audit verify", "$ ohjaus audit verify --format json"),
)
def verify(run: Invocation) -> None:
    """Verifies the record."""
    from cli.audit.pages import verify_page
    from cli.audit.verification import verify as verify_record

    found = verify_record(run)
    run.out.thing(found, lambda page: verify_page(run, found, page))
    if not found["ok"]:
        raise click.exceptions.Exit(BROKEN)
