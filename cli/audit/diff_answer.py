"""How `audit diff` answers: a page or a line for each case as it is found, or one whole answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from cli.audit.diff_lines import lines_of
from cli.audit.diff_page import case_part, moments_part, sum_part
from cli.audit.diff_shapes import case_diff_shape, moment_shape
from cli.screen.page import Column, Page

if TYPE_CHECKING:
    from cli.audit.diff import CaseDiff, Moment
    from cli.frame.invocation import Invocation
    from cli.screen.shapes import Shape

_COLUMNS = ("case", "subject", "what", "name", "change", "before", "after", "positions")


@dataclass(frozen=True, slots=True)
class Asked:
    """Between which moments, and of which case or subject; of the whole archive when neither is named."""

    start: Moment
    end: Moment
    case_id: str | None = None
    subject: str | None = None


def answer(run: Invocation, asked: Asked, found: Iterator[CaseDiff]) -> None:
    """Prints what came about."""
    match run.out.form:
        case "jsonl":
            _lines(run, asked, found)
        case "csv":
            _spreadsheet(run, found)
        case "json":
            _whole(run, asked, found)
        case _:
            _pages(run, asked, found)


def _between(asked: Asked) -> Shape:
    return {"from": moment_shape(asked.start), "to": moment_shape(asked.end)}


def _whole(run: Invocation, asked: Asked, found: Iterator[CaseDiff]) -> None:
    cases = [case_diff_shape(run, one) for one in found]
    events = sum(len(one["events"]) for one in cases)
    run.out.thing({**_between(asked), "cases": cases, "events": events}, lambda _: None)


def _lines(run: Invocation, asked: Asked, found: Iterator[CaseDiff]) -> None:
    """Prints a line for each case as it is found, and one with the sums at the end: memory holds one case at a time."""
    cases = events = 0
    for one in found:
        run.out.line(case_diff_shape(run, one))
        cases, events = cases + 1, events + len(one.events)
    run.out.line({**_between(asked), "cases": cases, "events": events})


def _spreadsheet(run: Invocation, found: Iterator[CaseDiff]) -> None:
    rows = [line for one in found for line in lines_of(case_diff_shape(run, one))]
    run.out.rows(rows, [Column(name, name) for name in _COLUMNS], empty="")


def _pages(run: Invocation, asked: Asked, found: Iterator[CaseDiff]) -> None:
    """Prints a part for each case as it is found."""
    cases = events = 0
    first = next(found, None)
    page = Page()
    moments_part(run, asked.start, asked.end, _about(run, asked), page)
    run.out.page(page)
    for one in () if first is None else chain((first,), found):
        part = Page()
        case_part(run, one, part)
        run.out.page(part)
        cases, events = cases + 1, events + len(one.events)
    end = Page()
    sum_part(run, cases, events, end)
    end.then(*_next(run, asked, first))
    run.out.page(end)


def _about(run: Invocation, asked: Asked) -> str:
    words = run.words
    if asked.case_id is not None:
        return words("history.diff.one_case", case=asked.case_id)
    if asked.subject is not None:
        name = run.wiring.directory.by_code(asked.subject).name.text(run.language)
        return words("history.diff.one_subject", subject=f"{name} ({asked.subject})")
    return words("history.diff.whole")


def _next(run: Invocation, asked: Asked, first: CaseDiff | None) -> Iterator[str]:
    if first is None:
        yield run.command("audit", "log", *([asked.case_id] if asked.case_id else []), "--limit", 20)
        return
    case_id = first.after.case_id
    newest = first.events[-1].version if first.events else first.after.version
    yield run.command("audit", "replay", case_id, "--step", newest)
    yield run.command("case", "show", case_id, "--known-at", asked.end.position)
