"""Reading cases: `case list`, `case show`, `case next`, `case history`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.case.noun import case, case_argument
from cli.frame.command import option
from cli.frame.completing import complete_procedures, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.frame.invocation import Invocation
    from engine.case import Case
    from engine.envelope import Envelope
    from engine.publicity import Ground


@case.verb(
    "list",
    about=Label(
        "Luettelee asiat, vanhimman ensin.",
        "Räknar upp ärendena, det äldsta först.",
        "Lists the cases, the oldest first.",
    ),
    examples=(
        "$ ohjaus case list --open",
        "$ ohjaus case list --procedure evaluation --subject Lappi",
        "$ ohjaus case list --overdue --format json",
    ),
)
@option(
    "--procedure",
    shell_complete=complete_procedures,
    metavar="ID",
    about=Label("vain tämän menettelyn asiat", "endast ärenden i detta förfarande", "cases of this procedure only"),
)
@option(
    "--subject",
    shell_complete=complete_subjects,
    metavar="REF",
    about=Label("vain tätä tahoa koskevat", "endast de som gäller denna part", "cases about this subject only"),
)
@option(
    "--state", metavar="STATE", about=Label("vain tässä tilassa olevat", "endast i detta läge", "in this state only")
)
@option(
    "--open/--closed",
    "is_open",
    default=None,
    about=Label("vain vireillä olevat / päättyneet", "endast öppna / avslutade", "open ones only / closed ones only"),
)
@option(
    "--overdue",
    is_flag=True,
    about=Label("vain ne, joiden määräaika on ylittynyt", "endast försenade", "those with a deadline behind them only"),
)
def list_cases(
    run: Invocation,
    *,
    procedure: str | None,
    subject: str | None,
    state: str | None,
    is_open: bool | None,
    overdue: bool,
) -> None:
    """Lists cases."""
    from cli.case.listing import Wanted, listed
    from cli.rights.in_name_of import ensure_for_nobody
    from cli.screen.page import Column

    ensure_for_nobody(run)
    with run.record() as record:
        items = listed(run, record, Wanted.of(run, procedure, subject, state=state, is_open=is_open, overdue=overdue))
    words = run.words
    run.out.rows(
        items,
        [
            Column("case", words("case.case")),
            Column("subject_name", words("case.subject"), wrap=True),
            Column("state_label", words("case.state"), wrap=True),
            Column("opened_on", words("case.opened"), date=True),
            Column("next_due", words("case.due_column"), date=True),
        ],
        empty=words("case.list_empty"),
        also=("procedure", "subject", "state", "version", "closed_on", "diary_number"),
        then=[run.command("case", "show", item["case"]) for item in items[:3]] or [run.command("procedure", "list")],
    )


@case.verb(
    "show",
    about=Label(
        "Näyttää asian: missä se on, kenen vuoro on, mitä puuttuu ja mihin mennessä.",
        "Visar ett ärende: var det står, vems tur det är, vad som saknas och när.",
        "Shows a case: where it stands, whose turn it is, what is missing and by when.",
    ),
    examples=(
        "$ ohjaus case show evaluation-15-2025",
        "$ ohjaus case show evaluation-15-2025 --in-force-on 2025-09-30",
        "$ ohjaus case show evaluation-15-2025 --format json",
    ),
)
@case_argument()
def show_case(run: Invocation, case_id: str) -> None:
    """Shows one case."""
    from cli.case.shapes import show_shape, view
    from cli.case.view import case_page

    with run.record() as record:
        seen = view(run, record, case_id)
    shape = show_shape(run, seen)
    run.out.thing(shape, lambda page: case_page(run, seen, shape, page))


@case.verb(
    "next",
    about=Label(
        "Kertoo, mitä asiassa voi tapahtua seuraavaksi, kenen toimesta ja millä edellytyksillä.",
        "Berättar vad som kan ske härnäst i ärendet, av vem och på vilka villkor.",
        "Says what may happen next in a case, by whom and on what conditions.",
    ),
    examples=("$ ohjaus case next evaluation-15-2025", "$ ohjaus case next evaluation-15-2025 --format json"),
)
@case_argument()
def next_in_case(run: Invocation, case_id: str) -> None:
    """Lists what may happen next."""
    from cli.case.shapes import next_shapes, view
    from cli.case.view import MOST_COMMANDS, in_order, next_part
    from cli.screen.page import Column, Page

    with run.record() as record:
        seen = view(run, record, case_id)
    acts = next_shapes(run, seen)
    if not run.out.for_people:
        run.out.rows(acts, [Column(key, key) for key in ("fact", "label", "by", "kind", "allowed", "due")], empty="")
        return
    page = Page()
    page.title(
        f"{seen.case.case_id} · {seen.labels.procedure()} · {seen.subject_name}: {seen.labels.state(seen.case.state)}"
    )
    next_part(run, seen, acts, page)
    if not acts:
        page.say(run.words("case.nothing_next"))
    possible = [act["command"] for act in in_order(seen, acts) if act["allowed"]]
    page.then(*possible[:MOST_COMMANDS], run.command("case", "show", seen.case.case_id))
    run.out.page(page)


@case.verb(
    "history",
    about=Label(
        "Näyttää kaiken, mitä asiaan on kirjattu, järjestyksessä.",
        "Visar allt som registrerats i ärendet, i ordning.",
        "Shows everything recorded in a case, in order.",
    ),
    examples=(
        "$ ohjaus case history evaluation-15-2025",
        "$ ohjaus case history evaluation-15-2025 --format jsonl",
    ),
)
@case_argument()
def history_of_case(run: Invocation, case_id: str) -> None:
    """Lists the events of a case."""
    from cli.case.corrections_view import superseded_by
    from cli.case.refs import load
    from cli.frame.clocks import helsinki
    from cli.rights.in_name_of import ensure_for_nobody
    from cli.rights.persons import recorder, with_name
    from cli.screen.page import Column
    from cli.screen.shapes import Labels, envelope_shape

    ensure_for_nobody(run)
    with run.record() as record:
        table, found = load(record, case_id, run.as_of)
        secret = {event.version: record.veil.grounds(event) for event in found.events}
    labels = Labels(table, run.language)
    superseded = superseded_by(found)
    items = [
        {
            **(shape := envelope_shape(event)),
            "recorded_by": with_name(run, shape["recorded_by"]),
            "superseded_by": superseded.get(event.version),
        }
        for event in found.events
    ]

    by_version = {event.version: event for event in found.events}

    def shown(item: Mapping[str, object]) -> Mapping[str, object]:
        # As of a legal day a version may be missing between others: what was recorded later can have come earlier.
        event = by_version[_integer(item["version"])]
        recorded = event.recorded_at.astimezone(helsinki())
        return {
            **item,
            "label": _told(run, _marked(run, found, event, labels.fact(event.type), secret[event.version]), event),
            "act_of": labels.role(event.act_of.role),
            "recorded": f"{recorded:%Y-%m-%d %H:%M}",
            "person": recorder(run, event.recorded_by.person, event.acting_for),
            "precision": "" if event.precision == "exact" else run.words.term("precision", event.precision),
        }

    words = run.words
    columns = [
        Column("version", "#", right=True),
        Column("effective_on", words("case.day"), date=True),
        Column("label", words("case.event"), wrap=True),
        Column("act_of", words("case.act_of"), wrap=True),
        Column("recorded", words("case.recorded")),
        Column("person", words("case.person"), wrap=True),
    ]
    if run.verbose:
        columns.append(Column("position", words("case.position"), right=True))
    if any(event.precision != "exact" for event in found.events):
        columns.insert(2, Column("precision", words("case.precision"), wrap=True))
    run.out.rows(
        items,
        columns,
        empty=words("case.nothing_recorded"),
        also=("type", "event_id", "state", "hash"),
        then=[run.command("case", "show", found.case_id), run.command("audit", "replay", found.case_id)],
        shown=shown,
    )


def _marked(run: Invocation, case: Case, event: Envelope, label: str, secret: tuple[Ground, ...]) -> str:
    """Gives an event's label, marked where it holds something secret or a correction took its place."""
    from engine.correction_reading import superseded_version

    if secret:
        label = f"{label} [{'; '.join(ground.marker.text(run.language) for ground in secret)}]"
    newer, older = case.superseded.get(event.version), superseded_version(event)
    if newer is not None:
        label = run.words("correction.superseded", label=label, version=newer)
    return label if older is None else run.words("correction.takes_place", label=label, version=older)


def _told(run: Invocation, label: str, event: Envelope) -> str:
    """Gives an event's label with what a note says, and with all its data when more detail is wanted."""
    from engine.veiling import Veiled

    if event.type == "case.noted":
        text = event.data.get("text", "")
        # On which ground there is nothing to read, the label may say already.
        return label if isinstance(text, Veiled) and text in label else f"{label}: {text}"
    if not run.verbose:
        return label
    from cli.screen.values import plain_value

    told = [f"{name}={plain_value(value)}" for name, value in event.data.items() if value not in (None, [], "")]
    told += [f"{one.kind}={one.diary_number or one.source or one.sha256}" for one in event.documents]
    return f"{label}: {'; '.join(told)}" if told else label


def _integer(value: object) -> int:
    return int(str(value))
