"""How what the clock records is printed: a line as each thing happens, a list, or a calendar month by month."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from cli.screen.page import Column, Page
from cli.screen.shapes import Shape
from cli.screen.stream import unwritable
from engine.errors import Fault

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

ALSO = ("deadline", "generation", "fact", "offset_days", "overtaken_by", "opens_on", "key", "fired_at", "applied")
"""Further columns of CSV."""


def say_as_they_happen(run: Invocation, rows: Iterable[Shape]) -> None:
    """Prints one JSON line for each thing at once; where nobody can read on, all the same everything is recorded.

    Raises:
        BrokenPipeError: nobody reads on.
        Fault: `output-unwritable`.
    """
    unread: Exception | None = None
    for row in rows:
        if unread is None:
            try:
                run.out.line(row)
                _flush()
            except (BrokenPipeError, Fault) as error:
                unread = error
    if unread is not None:
        raise unread


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error) from error


def say_at_the_end(run: Invocation, rows: Iterable[Shape]) -> None:
    """Prints a list when all is recorded; where a fault ends the tick, what was recorded before it is printed first."""
    told: list[Shape] = []
    try:
        told.extend(rows)
    except Exception:
        if told:
            say_list(run, told, empty="")
        raise
    say_list(run, told, empty=run.words("tick.nothing"))


def say_list(run: Invocation, rows: Sequence[Shape], *, empty: str) -> None:
    """Prints what was recorded or comes as one list."""
    run.out.rows(
        rows,
        _columns(run),
        empty=empty,
        also=ALSO,
        shown=lambda row: {**row, "what": what(run, row)},
        then=[run.command("deadline", "list", "--overdue")],
    )


def say_calendar(
    run: Invocation, rows: Sequence[Shape], ending: Sequence[Shape] = (), *, until: date | None, empty: str
) -> None:
    """Prints what comes, on a terminal month by month under headings, elsewhere as one list.

    `ending` are the times whose last day is `until`, the last one looked at: that they have passed comes a day later.
    """
    if run.out.form != "table" or not (rows or ending):
        say_list(run, rows, empty=empty)
    else:
        page = Page()
        page.title(run.words("tick.has_come") if until is None else run.words("tick.comes_until", day=until))
        entries = _day_by_day(run, rows) if run.verbose else _by_last_day(run, [*rows, *ending])
        for (year, month), found in _grouped(entries, lambda one: (one["on"].year, one["on"].month)):
            page.heading(f"{run.words('deadline.months').split()[month - 1]} {year}")
            for on, on_the_day in _grouped(found, lambda one: one["on"]):
                _day(run, on, on_the_day, page)
        page.then(run.command("deadline", "list"))
        run.out.page(page)
    if run.dry_run and run.out.for_people:
        run.out.hint(run.words("tick.rehearsed"))


def what(run: Invocation, row: Mapping[str, Any]) -> str:
    """Gives what the clock records, in words."""
    words, days = run.words, row["offset_days"]
    if row["fact"] != "reminder_given":
        return words.term("tick", str(row["fact"]))
    if days == 0:
        return words("tick.on_the_day")
    return words.count("tick.before" if days < 0 else "tick.after", abs(days))


def _day_by_day(run: Invocation, rows: Iterable[Shape]) -> list[Shape]:
    """Gives everything that comes, on the day on which it is recorded."""
    return [_entry(run, row) for row in rows]


def _by_last_day(run: Invocation, rows: Sequence[Shape]) -> list[Shape]:
    """Gives each deadline on its last day, with the days of its reminders beside it, and each window on its first.

    What is behind already, and reminders of a day that lies beyond what is looked at, stand where they are recorded.
    """
    words, today, found = run.words, run.wiring.clock.today(), []
    ahead = {_deadline(row) for row in rows if row["fact"] == "deadline_passed" and row["due"] >= today.isoformat()}
    reminders: dict[object, list[str]] = {}
    for row in rows:
        if row["fact"] == "reminder_given":
            reminders.setdefault(_deadline(row), []).append(words.date(row["planned_on"]))
    for row in rows:
        entry = _entry(run, row)
        if _deadline(row) not in ahead or row["fact"] == "window_opened":
            found.append(entry)
        elif row["fact"] == "deadline_passed":
            days = reminders.get(_deadline(row), [])
            note = words("tick.reminders", days=days) if days else ""
            on_the_day = {"on": date.fromisoformat(row["due"]), "told": words("tick.due"), "beside": "", "note": note}
            found.append(entry | on_the_day)
    return sorted(found, key=lambda one: one["on"])


def _entry(run: Invocation, row: Shape) -> Shape:
    last = run.words("tick.last_day", day=run.words.date(row["due"]))
    on, told = date.fromisoformat(row["planned_on"]), what(run, row)
    return {**row, "on": on, "told": told, "beside": f" ({last})", "note": ""}


def _deadline(row: Shape) -> tuple[object, ...]:
    return row["case"], row["deadline"], row["generation"], row["due"]


def _day(run: Invocation, on: date, entries: list[Shape], page: Page) -> None:
    """Adds a day: each thing that comes on it; what comes in several cases alike stands once."""
    weekday = f"{run.words('word.weekdays').split()[on.weekday()]} {on.day:2}"
    alike = _grouped(entries, lambda one: (f"{one['told']}: {one['label']}{one['beside']}", one["note"]))
    for number, ((text, note), group) in enumerate(alike):
        mark = weekday if number == 0 else " " * len(weekday)
        cases = ", ".join(one["case"] for one in group)
        page.item(text, mark=mark, under=[f"{cases} · {note}" if note else cases])


def _grouped(entries: Iterable[Shape], key: Callable[[Shape], Any]) -> Iterator[tuple[Any, list[Shape]]]:
    """Yields entries with the same key together, in the order in which each key first comes."""
    found: dict[Any, list[Shape]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    yield from found.items()


def _columns(run: Invocation) -> list[Column]:
    words = run.words
    return [
        Column("planned_on", words("tick.planned_on"), date=True),
        Column("what", words("tick.what"), wrap=True),
        Column("case", words("case.case")),
        Column("label", words("deadline.column.name"), wrap=True),
        Column("due", words("deadline.column.due"), date=True),
    ]
