"""A running deadline as data and on a page: when, on which section, since when, how reckoned, what happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.audit.replay_shapes import deadline_change_shape
from cli.audit.replay_view import whose
from cli.audit.telling import as_of_options, as_of_text, due_text
from cli.case.parties import by_party, role_of
from cli.case.view import due_in_words
from cli.deadline.ledger_words import life_lines
from cli.deadline.recorded_words import derivation_lines
from cli.screen.citations import cited_in
from cli.screen.shapes import Shape, day, deadline_shape, instant, task_shape
from engine.counting import AgreedDay, NextOf, Period, SetDay, Stated
from engine.deadline_standing import RUNNING
from engine.envelope import plain

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.rules.running_deadline import Explained
    from cli.screen.page import Page
    from engine.counting import Counting
    from engine.parameters import ParameterValue


def running_deadline_shape(run: Invocation, found: Explained) -> Shape:
    """Gives a running deadline as data; `entries` holds what the declaration says of its rule."""
    deadline, event = found.deadline, found.set_by.event
    shape = deadline_shape(found.case.case_id, deadline, found.labels.deadline(deadline.name), seen_on=found.seen.today)
    return {
        "code": found.code,
        "entries": [found.entry.as_data()] if found.entry else [],
        "case": found.case.case_id,
        "subject": found.case.subject,
        "state": found.case.state,
        "deadline": shape,
        "told": derivation_lines(run.words, plain(deadline.derivation)),
        "reckoned": reckoned_text(run, found),
        "days_left": (deadline.due - found.seen.today).days if deadline.status in RUNNING else None,
        "set_by": {
            "position": event.position,
            "version": event.version,
            "type": event.type,
            "label": found.labels.fact(event.type),
            "effective_on": day(event.effective_on),
            "recorded_at": instant(event.recorded_at),
            "act_of": plain(event.act_of),
            "basis": list(event.basis),
            "declaration": event.declaration,
            "parameters": plain(event.parameters),
        },
        "history": [
            {
                "position": step.event.position,
                "type": step.event.type,
                "effective_on": day(step.event.effective_on),
                **deadline_change_shape(change, found.labels),
            }
            for step, change in found.changes
        ],
        "met_by": [label.text(run.language) for label in found.met_by],
        "tasks": [task_shape(found.case.case_id, one, found.labels.task(one.name)) for one in found.waits],
        "runs": [{"generation": one.generation, "due": day(one.due), "status": one.status} for one in found.runs],
    }


def running_deadline_page(run: Invocation, found: Explained, page: Page) -> None:
    """Fills the page of a running deadline."""
    words, deadline, event = run.words, found.deadline, found.set_by.event
    label = found.labels.deadline(deadline.name)
    page.title(words("history.running.title", label=label, case=found.case.case_id))
    if (told := as_of_text(run, found.seen.position, found.seen.time, run.as_of.in_force_on)) is not None:
        page.say(told, "warn")
    _when(run, found, page)
    page.field(words("history.running.kind"), words.term("deadline_kind", deadline.kind))
    status = words.term("law_status", deadline.law_status)
    sections = "; ".join(dict.fromkeys(cited_in(run.language, deadline.basis).split("; ")))
    page.field(words("history.running.basis"), f"{sections} ({status})")
    page.field(words("history.running.rule"), reckoned_text(run, found))
    page.field(words("history.running.started"), words.weekday(deadline.started_on))
    set_by = f"{event.version}. {words.date(event.effective_on)} {found.labels.fact(event.type)}"
    page.field(words("history.running.started_by"), f"{set_by} · {whose(run, event.act_of, found.labels)}")
    page.field(words("history.running.calendar"), deadline.calendar)
    if found.met_by and deadline.status in RUNNING:
        page.field(words("history.running.met_by"), " / ".join(one.text(run.language) for one in found.met_by))
    for group in by_party(found.waits):
        role = role_of(run, found.labels, group)
        page.field(words("history.running.waits"), f"{role}: {found.labels.task(group[0].name)}")
    page.heading(words("history.running.derivation"))
    for line in derivation_lines(words, plain(deadline.derivation)):
        page.item(line)
    _history(run, found, page)
    others = [one for one in found.runs if one.generation != deadline.generation]
    if others:
        page.heading(words("history.running.runs"))
        for one in others:
            page.item(f"#{one.generation}  {words.weekday(one.due)}  {words.term('deadline_status', one.status)}")
    page.then(*_next(run, found))


def _when(run: Invocation, found: Explained, page: Page) -> None:
    words, deadline = run.words, found.deadline
    if deadline.status in ("open", "passed"):
        text, tone = due_in_words(run, deadline.due, found.seen.today)
        page.field(words("history.running.due"), text, tone or "strong")
    else:
        page.field(words("history.running.due"), words.weekday(deadline.due), "strong")
    closed = f", {words.date(deadline.closed_on)}" if deadline.closed_on else ""
    page.field(words("history.running.status"), words.term("deadline_status", deadline.status) + closed)


def _history(run: Invocation, found: Explained, page: Page) -> None:
    """Adds what happened to the deadline: what its ledger says, and each act that touched it after it was set."""
    words = run.words
    shape = deadline_shape(found.case.case_id, found.deadline, seen_on=found.seen.today)
    told = list(life_lines(words, shape, found.seen.today))
    later = found.changes[1:]
    if not told and not later:
        return
    page.heading(words("history.running.ledger"))
    for line in told:
        page.item(line)
    for step, change in later:
        event = step.event
        act = f"{event.version}. {words.date(event.effective_on)} {found.labels.fact(event.type)}"
        page.item(f"{act}: {due_text(run, change)}", mark="·")


def reckoned_text(run: Invocation, found: Explained) -> str:
    """Says by which rule the day was reckoned, with the number of the law and since when that was in force."""
    words, rule = run.words, found.table.deadlines.get(found.deadline.name)
    if rule is None:
        return found.deadline.rule
    counting = rule.counting
    if isinstance(counting, Stated | AgreedDay):
        return words("card.stated", field=counting.field)
    number = next(iter(_number(run, found, counting.parameter)), None)
    value, source = number or (counting.parameter, "")
    return _counted(run, counting, value) + source


def _counted(run: Invocation, counting: Counting, value: str) -> str:
    words = run.words
    if isinstance(counting, Period):
        key = "card.backward" if counting.backward else "card.period"
        return words(key, values=value, start=counting.after or words("card.legal_day"))
    if isinstance(counting, SetDay):
        later = counting.years_later
        return (
            words("card.set_day", values=value, later=later) if later else words("history.running.set_day", day=value)
        )
    assert isinstance(counting, NextOf)  # noqa: S101 - the last of the ways to count
    return words("card.next_of", values=value)


def _number(run: Invocation, found: Explained, name: str) -> Iterator[tuple[str, str]]:
    """Yields the number that was used, with its unit, and where it comes from: its name, section and first day."""
    words, parameters = run.words, found.table.procedure.parameters
    parameter = parameters.by_name.get(name)
    since = found.set_by.event.parameters.get(f"{parameters.owner}.{name}")
    for dated in parameter.values if parameter else ():
        if dated.in_force_from == since:
            cited = cited_in(run.language, dated.basis)
            yield _value(run, dated.value, parameters.unit(name)), f" ({name}: {cited}, {words.date(since)}–)"


def _value(run: Invocation, value: ParameterValue, unit: str) -> str:
    """Gives a number of the law with its unit; a day of the year as the language writes it."""
    if unit not in ("month_day", "month_days"):
        return f"{value} {run.words.term('unit', unit)}".strip()
    days = value if isinstance(value, tuple) else (str(value),)
    parts = (one.split("-") for one in days)
    return ", ".join(
        one if run.language == "en" else f"{int(day)}.{int(month)}."
        for one, (month, day) in zip(days, parts, strict=True)
    )


def _next(run: Invocation, found: Explained) -> Iterator[str]:
    past = as_of_options(run)
    deadline, case_id = found.deadline, found.case.case_id
    yield run.command("audit", "replay", case_id, "--why", f"{deadline.name}#{deadline.generation}.due", *past)
    yield run.command("deadline", "list", "--case", case_id, "-v", *past)
    yield run.command("explain", deadline.name)
    yield run.command("case", "show", case_id, *past)
