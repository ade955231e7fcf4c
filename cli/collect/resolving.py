"""Resolving conflicts cell by cell: what waits, and what stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.collect.answering import contact_steps
from cli.collect.conflicts import Side, Waiting, named_cells, resolved, waiting
from cli.collect.rounds import county, month, the_return
from cli.collect.rows import nothing
from cli.collect.standing import Standing
from cli.collect.steps import record_all
from cli.collect.taking import conflict_columns, conflict_row
from cli.frame.clocks import parse_day
from engine.assess import Act
from engine.errors import InputRejected, NotFound
from engine.several import Step

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.wiring import Record
    from engine.case import Case


@dataclass(frozen=True, slots=True)
class Choice:
    """Which cells of whose workbook are resolved, and how."""

    month: str
    county: str
    cells: tuple[str, ...]
    take: str | None
    reason: str | None
    on: str | None
    command_id: str | None


def resolve_cells(run: Invocation, choice: Choice) -> None:
    """Records which side stands in cells that two have changed, or prints which wait when none is named.

    Raises:
        NotFound: a cell is in no conflict.
        InputRejected: cells without a choice, or a choice without cells.
    """
    which, code = month(choice.month), county(run, choice.county)
    if bool(choice.cells) != bool(choice.take):
        raise InputRejected(
            "resolution-lacking",
            "Name the cells and which side stands in them: CELL --take given, or CELL --take kept.",
            try_next=run.command("collect", "resolve", "--month", which, "--county", choice.county),
        )
    with run.record(write=bool(choice.take)) as record:
        case = the_return(record, code, which)
        now = Standing(record, code).values
        open_ones = waiting(case, now)
        chosen: tuple[Waiting, ...] = ()
        if choice.take:
            chosen = _chosen(run, choice, open_ones)
            _record(run, record, case, chosen, choice)
            open_ones = tuple(one for one in open_ones if one not in chosen)
    shown = {one: now.get(one.key, nothing(one.key.kind)).get(one.field) for one in (*open_ones, *chosen)}
    data = {
        "county": code,
        "month": which,
        "case": case.case_id,
        "resolved": [{**_shape(one, shown[one]), "kept": _side(choice)} for one in chosen],
        "waiting": [_shape(one, shown[one]) for one in open_ones],
        "rehearsed": run.dry_run,
    }
    run.out.thing(data, lambda page: _page(run, data, choice, page))


def _chosen(run: Invocation, choice: Choice, open_ones: tuple[Waiting, ...]) -> tuple[Waiting, ...]:
    chosen, unknown = named_cells(open_ones, choice.cells)
    if unknown:
        raise NotFound(
            "conflict-unknown",
            f"No conflict waits in {', '.join(unknown)}.",
            nearest=tuple(dict.fromkeys(one.cell for one in open_ones))[:3],
            try_next=run.command("collect", "resolve", "--month", choice.month, "--county", choice.county),
            details={"cells": ", ".join(unknown)},
        )
    return chosen


def _record(run: Invocation, record: Record, case: Case, chosen: tuple[Waiting, ...], choice: Choice) -> None:
    on = parse_day(choice.on, "--on") if choice.on else run.wiring.clock.today()
    data, contacts = resolved(chosen, _side(choice), Standing(record, case.subject).values)
    if choice.reason:
        data["because"] = choice.reason
    step = Step(case.case_id, Act(fact="conflicts_resolved", on=on, data=data), expected_version=case.version)
    record_all(run, record, [step, *contact_steps(record, case.subject, contacts, on)], choice.command_id)


def _side(choice: Choice) -> Side:
    return "workbook" if choice.take == "given" else "log"


def _shape(one: Waiting, now: str | None) -> dict[str, Any]:
    return {
        "kind": one.key.kind,
        "about": one.key.about,
        "field": one.field,
        "cell": one.cell,
        "was": one.in_template,
        "now": now,
        "given": one.in_workbook,
    }


def _page(run: Invocation, data: dict[str, Any], choice: Choice, page: Page) -> None:
    words = run.words
    name = run.wiring.directory.by_code(data["county"]).name
    page.title(words("collect.resolve.title", county=name, month=data["month"]))
    if data["resolved"]:
        side = words("collect.resolve.given" if choice.take == "given" else "collect.resolve.kept")
        page.say(words.count("collect.resolve.done", len(data["resolved"]), side=side))
        page.table(conflict_columns(run), [conflict_row(run, one) for one in data["resolved"]])
    if data["waiting"]:
        page.heading(words("collect.take.waiting"))
        page.table(conflict_columns(run), [conflict_row(run, one) for one in data["waiting"]])
        first = data["waiting"][0]["cell"]
        again = ("collect", "resolve", "--month", data["month"], "--county", choice.county, first)
        page.then(run.command(*again, "--take", "given"), run.command(*again, "--take", "kept"))
    else:
        page.say(words("collect.resolve.none"))
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    page.then(run.command("agenda", "make", "--month", data["month"], "--county", choice.county))
