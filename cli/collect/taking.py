"""Checking and taking in filled workbooks, and what a person reads of it: cell by cell, and what waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.collect.answering import Answer, answers_in, steps_of
from cli.collect.rounds import county as county_code
from cli.collect.steps import decided_anew, record_all
from cli.collect.telling import cell_text, row_name
from cli.frame.clocks import parse_day
from cli.screen.page import Column

if TYPE_CHECKING:
    from cli.collect.delta import CellChange
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page

MOST_SHOWN = 60
"""Changed cells of one workbook that a page for people lists before it only counts the rest."""


def look(run: Invocation, files: Sequence[str], county: str | None) -> None:
    """Prints what filled workbooks would change.

    Raises:
        InputRejected: one of them cannot be taken.
    """
    expected = county_code(run, county) if county else None
    with run.record() as record:
        answers = answers_in(record, [Path(name) for name in files], county=expected)
        data = {"files": [_shape(one) for one in answers]}
    run.out.thing(data, lambda page: _page(run, data, "check", page))


def take(run: Invocation, files: Sequence[str], on: str, county: str | None, command_id: str | None) -> None:
    """Records what filled workbooks change, and prints it.

    Raises:
        InputRejected: one of them cannot be taken; nothing is stored.
        Refused: a condition is unmet; nothing is stored.
    """
    day = parse_day(on, "--on")
    expected = county_code(run, county) if county else None
    paths = [Path(name) for name in files]
    with run.record(write=True) as record:

        def attempt() -> tuple[tuple[Answer, ...], int]:
            answers = answers_in(record, paths, county=expected)
            steps = [step for one in answers for step in steps_of(run, record, one, day)]
            recorded = record_all(run, record, steps, command_id)
            return answers, sum(len(one.events) for one in recorded)

        answers, events = decided_anew(attempt)
    data = {"files": [_shape(one) for one in answers], "events": events, "rehearsed": run.dry_run}
    run.out.thing(data, lambda page: _page(run, data, "import", page))


def _shape(one: Answer) -> dict[str, Any]:
    issued = one.recognised.form.issue
    return {
        "path": str(one.recognised.book.path),
        "county": issued.county,
        "month": issued.month,
        "case": one.recognised.case.case_id,
        "issued_from": issued.position,
        "changes": [change_shape(change) for change in one.changes],
        "conflicts": [change_shape(change) for change in one.conflicts],
        "observations": [{"kind": each.kind, "text": each.text, "cell": each.cell} for each in one.observations],
        "nothing_changed": one.first and not (one.changes or one.conflicts or one.observations),
        "adds": one.adds,
        "not_read": list(one.not_read),
    }


def change_shape(change: CellChange) -> dict[str, Any]:
    """Gives a changed cell as data."""
    return {
        "kind": change.key.kind,
        "about": change.key.about,
        "field": change.field,
        "cell": change.cell,
        "was": change.was,
        "now": change.now,
        "given": change.given,
    }


def _page(run: Invocation, data: Mapping[str, Any], verb: str, page: Page) -> None:
    words = run.words
    stored = verb == "import" and not run.dry_run
    for one in data["files"]:
        name = run.wiring.directory.by_code(one["county"]).name
        page.title(words("collect.take.title", county=name, month=one["month"], file=Path(one["path"]).name))
        if not one["adds"]:
            page.say(words("collect.take.already"))
        elif one["nothing_changed"]:
            page.say(words("collect.take.nothing_changed"))
        else:
            parts = [words.count("collect.take.changes", len(one["changes"]))]
            parts.append(words.count("collect.take.observations", len(one["observations"])))
            if one["conflicts"]:
                parts.append(words.count("collect.take.conflicts", len(one["conflicts"])))
            page.say(" · ".join(parts))
        _cells(run, one, page)
        if one["not_read"]:
            page.say(words("collect.take.not_read", sheets=", ".join(one["not_read"])), "warn")
    if not stored:
        page.say(words("case.nothing_stored"), "warn")
    _next(run, data, verb, page)


def _cells(run: Invocation, one: Mapping[str, Any], page: Page) -> None:
    words = run.words
    for change in one["changes"][:MOST_SHOWN]:
        was, given = (
            cell_text(words, change["field"], change["was"]),
            cell_text(words, change["field"], change["given"]),
        )
        page.item(f"{change['cell']} {row_name(run.words, change['kind'], change['about'])}: {was} → {given}", mark="+")
    left = len(one["changes"]) - MOST_SHOWN
    if left > 0:
        page.item(words.count("case.and_more", left), tone="quiet")
    for observed in one["observations"]:
        page.item(f"{observed['cell']} {words('collect.observed.' + observed['kind'])}: {observed['text']}", mark="+")
    if one["conflicts"]:
        page.heading(words("collect.take.waiting"))
        page.table(conflict_columns(run), [conflict_row(run, change) for change in one["conflicts"]])


def conflict_columns(run: Invocation) -> list[Column]:
    """Gives the columns of a table of conflicts."""
    words = run.words
    return [
        Column("cell", words("collect.column.cell")),
        Column("about", words("collect.column.about"), wrap=True),
        Column("was", words("collect.column.was"), wrap=True),
        Column("now", words("collect.column.now"), wrap=True),
        Column("given", words("collect.column.given"), wrap=True),
    ]


def conflict_row(run: Invocation, change: Mapping[str, Any]) -> dict[str, str]:
    """Gives a conflict as a row for people."""
    told = {name: cell_text(run.words, change["field"], change[name]) for name in ("was", "now", "given")}
    return {"cell": change["cell"], "about": row_name(run.words, change["kind"], change["about"]), **told}


def _next(run: Invocation, data: Mapping[str, Any], verb: str, page: Page) -> None:
    files = [one["path"] for one in data["files"]]
    if verb == "check":
        page.then(run.command("collect", "import", *files, "--on", "DATE"))
    for one in data["files"] if verb == "import" else ():
        slug = run.wiring.directory.by_code(one["county"]).slug
        if one["conflicts"]:
            page.then(run.command("collect", "resolve", "--month", one["month"], "--county", slug))
        page.then(run.command("agenda", "make", "--month", one["month"], "--county", slug))
    page.then(run.command("collect", "status", "--month", data["files"][0]["month"]))
