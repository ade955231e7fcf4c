"""`audit log` and `audit replay`: what was recorded, and how a case came to where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.audit.noun import audit
from cli.case.noun import case_argument
from cli.frame.command import argument, option
from cli.frame.completing import complete_cases, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from cli.audit.log_reading import Wanted
    from cli.frame.invocation import Invocation

CASE = Label("yksi asia; ilman sitä koko loki", "ett ärende; annars hela loggen", "one case; without it the whole log")
SUBJECT = Label("vain tätä tahoa koskevat", "endast de som gäller denna part", "those about this subject only")
STEPS_ON_A_SCREEN = 20
"""How many steps a person on a terminal is shown at a time, unless told otherwise."""


@audit.verb(
    "log",
    about=Label(
        "Näyttää kirjatut tapahtumat järjestyksessä.",
        "Visar de registrerade händelserna i ordning.",
        "Shows the recorded events in their order.",
    ),
    more=Label(
        "Ilman asiaa koko loki. JSON-muodoissa jokainen tapahtuma on kokonainen kirjauskuorineen ja tiivisteineen; "
        "korjatulla on lisäksi korjauksen paikka, `superseded_by`.",
        "Utan ärende hela loggen. I JSON-form är varje händelse hel, med kuvert och kontrollsumma; en rättad händelse "
        "har dessutom rättelsens plats, `superseded_by`.",
        "Without a case the whole log. In the JSON formats each event is whole, with its envelope and hash; one that "
        "was corrected also has the position of the correction, `superseded_by`.",
    ),
    examples=(
        "$ ohjaus audit log --limit 20",
        "$ ohjaus audit log evaluation-15-2025",
        "$ ohjaus audit log --subject Lappi --known-at 60",
        "$ ohjaus audit log --since 10 --format jsonl",
    ),
)
@argument("case_id", metavar="[CASE]", required=False, about=CASE, shell_complete=complete_cases)
@option("--subject", shell_complete=complete_subjects, metavar="REF", about=SUBJECT)
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
def log(run: Invocation, *, case_id: str | None, subject: str | None, since: int, limit: int | None) -> None:
    """Prints envelopes."""
    from cli.audit.log_reading import Wanted, shapes_of
    from cli.audit.pages import log_columns, log_row

    wanted = Wanted(case_id=case_id, subject=subject, since=since, limit=limit)
    with run.record() as record:
        found = shapes_of(run, record, wanted)
        if run.out.form == "jsonl":
            # Line by line, so that a log of any length passes through.
            for shape in found:
                run.out.line(shape)
            return
        listed = list(found)
    run.out.rows(
        listed,
        log_columns(run),
        empty=run.words("audit.log_empty"),
        also=("event_id", "command_id", "data", "hash"),
        shown=lambda row: log_row(run, row),
        then=_after_log(run, listed, wanted),
    )


def _after_log(run: Invocation, listed: list[dict[str, Any]], wanted: Wanted) -> list[str]:
    from cli.audit.telling import as_of_options

    if not listed:
        return []
    last = listed[-1]
    commands = []
    if len(listed) == wanted.limit:
        about = [wanted.case_id] if wanted.case_id else []
        whose = ["--subject", wanted.subject] if wanted.subject else []
        part = ["--since", last["position"], "--limit", wanted.limit]
        commands.append(run.command("audit", "log", *about, *whose, *part, *as_of_options(run)))
    commands.append(run.command("audit", "replay", last["stream"]))
    return commands


@audit.verb(
    "replay",
    about=Label(
        "Käy asian läpi vaihe vaiheelta.",
        "Går igenom ett ärende steg för steg.",
        "Walks through a case step by step.",
    ),
    more=Label(
        "`--known-at` ja `--in-force-on` yhdessä kertovat, mitä hetkellä T tiedettiin päivästä D. `--why` kertoo, mikä "
        "tapahtuma antoi arvon ja mikä se oli ennen: state, closed_on, diary_number, määräaika (.due, .status, "
        "nimi#2), tehtävä tai oikeusasema nimeltä tai toimi.kenttä (luettelon osa: toimi.kenttä.1). "
        "Päätteellä näkyy 20 vaihetta kerrallaan.",
        "`--known-at` och `--in-force-on` säger tillsammans vad man vid T visste om dagen D. `--why` säger vilken "
        "händelse som satte värdet och vad det var förut: state, closed_on, diary_number, en frist (.due, .status, "
        "namn#2), uppgift eller ställning vid namn eller åtgärd.fält (del av en lista: åtgärd.fält.1). "
        "En terminal visar 20 steg åt gången.",
        "`--known-at` and `--in-force-on` together tell what was known on T about day D. `--why` names the event that "
        "set a value, and what it was before: state, closed_on, diary_number, a deadline (.due, .status, name#2), task "
        "or standing by name, or fact.field (part of a list: fact.field.1). A terminal shows 20 steps at a time.",
    ),
    examples=(
        "$ ohjaus audit replay evaluation-15-2025",
        "$ ohjaus audit replay evaluation-15-2025 --step 3",
        "$ ohjaus audit replay evaluation-15-2025 --known-at 60 --in-force-on 2025-08-31",
        "$ ohjaus audit replay evaluation-15-2025 --why state",
        "$ ohjaus audit replay evaluation-15-2025 --why group_term.due",
    ),
)
@case_argument()
@option(
    "--why",
    "field",
    metavar="FIELD",
    about=Label("mikä tapahtuma antoi tämän arvon", "vilken händelse som satte värdet", "which event set this value"),
)
@option(
    "--step",
    metavar="N",
    type=click.IntRange(min=1),
    about=Label("vain asian N:s tapahtuma", "endast ärendets N:te händelse", "only the Nth event of the case"),
)
@option(
    "--from-version",
    metavar="N",
    type=click.IntRange(min=1),
    about=Label("asian N:nnestä tapahtumasta alkaen", "från ärendets N:te händelse", "from the Nth event of the case"),
)
@option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    about=Label("enintään näin monta vaihetta", "högst så här många steg", "at most so many steps"),
)
def replay(
    run: Invocation,
    *,
    case_id: str,
    field: str | None,
    step: int | None,
    from_version: int | None,
    limit: int | None,
) -> None:
    """Walks through a case."""
    from cli.audit.replay_pages import replay_page
    from cli.audit.replay_shapes import replay_shape
    from cli.audit.replay_view import Part, replay_of

    if field is not None:
        _why(run, case_id, field)
        return
    if limit is None and run.out.form == "table":
        limit = STEPS_ON_A_SCREEN
    with run.record() as record:
        found = replay_of(run, record, case_id, Part(step=step, from_version=from_version, limit=limit))
    run.out.thing(replay_shape(found), lambda page: replay_page(found, page))


def _why(run: Invocation, case_id: str, field: str) -> None:
    from cli.audit.replay import steps_of
    from cli.audit.replay_shapes import why_shape
    from cli.audit.telling import Seen
    from cli.audit.why import why
    from cli.audit.why_page import why_page
    from cli.case.refs import load
    from cli.frame.as_of import seen_from

    with run.record() as record:
        table, case = load(record, case_id, run.as_of)
        found = why(steps_of(table, case.events), field)
        seen = Seen(*seen_from(run, record))
    run.out.thing(why_shape(run, case, found), lambda page: why_page(run, case, found, seen, page))
