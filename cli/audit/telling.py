"""What a history's pages say alike: instants, who recorded what, as of when it is looked at, what became of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from cli.frame.clocks import day_of, helsinki
from cli.rights.persons import called
from cli.screen.citations import cited_in, sections

if TYPE_CHECKING:
    from cli.audit.changes import DeadlineChange, StandingChange
    from cli.frame.invocation import Invocation
    from cli.screen.shapes import Labels
    from engine.case import Case
    from engine.envelope import Envelope, RecordedBy

MARKS: Mapping[str, str] = {
    "set": "+",
    "raised": "+",
    "begun": "+",
    "reopened": "+",
    "resumed": "+",
    "met": "−",
    "late": "−",
    "done": "−",
    "ended": "−",
    "cancelled": "×",
    "passed": "!",
}
"""The mark of a change; what is only changed has `~`."""


class Seen(NamedTuple):
    """From where a reader looks: the newest position known, the instant, and the day that counts as today."""

    position: int
    time: datetime
    today: date


def moment(run: Invocation, at: datetime) -> str:
    """Gives an instant to the minute in Europe/Helsinki, as the language writes it."""
    local = at.astimezone(helsinki())
    return f"{run.words.date(local.date())} {local:%H:%M}"


def written_moment(run: Invocation, written: str) -> str:
    """Gives an instant that stands in data, which is told in UTC there, as people are told it."""
    return moment(run, datetime.fromisoformat(written))


def as_of_text(run: Invocation, position: int, time: datetime, in_force_on: date | None) -> str | None:
    """Says in words what the two as-of axes ask for, what was known when about which day; None without them."""
    known = run.as_of.known_at is not None
    if not known and in_force_on is None:
        return None
    key = "history.known_and_in_force" if known and in_force_on else "history.known" if known else "history.in_force"
    values = {"at": moment(run, time), "position": position, "day": in_force_on}
    return run.words(key, **values)


def subject_of(run: Invocation, case: Case) -> str:
    """Gives the name and the code of whom a case is about."""
    return f"{run.wiring.directory.by_code(case.subject).name.text(run.language)} ({case.subject})"


def basis_text(run: Invocation, basis: Sequence[str]) -> str:
    """Gives sections as the language cites them."""
    return sections([cited_in(run.language, cite) for cite in basis])


def days_after(event: Envelope) -> int:
    """Gives how many days after its legal day an event was recorded; negative when it was recorded ahead."""
    return (day_of(event.recorded_at) - event.effective_on).days


def recorded_text(run: Invocation, event: Envelope, labels: Labels) -> Iterator[str]:
    """Yields when an event was recorded, how long after its day that was, by whom, and how they were identified."""
    words, days = run.words, days_after(event)
    parts = [words("history.recorded_line", at=moment(run, event.recorded_at), position=event.position)]
    if event.clock != "system":
        parts.append(words("audit.clock_injected"))
    if days:
        parts.append(words.count("history.days_after" if days > 0 else "history.days_ahead", abs(days)))
    yield ", ".join(parts)
    yield _recorder(run, event.recorded_by, labels)
    if event.acting_for is not None:
        yield words("history.acting_for", whom=called(run, event.acting_for))


def _recorder(run: Invocation, recorder: RecordedBy, labels: Labels) -> str:
    identity = run.words.term("history.identity", recorder.identity)
    role = "" if recorder.role is None else f", {labels.role(recorder.role)}"
    return f"{called(run, recorder.person)}{role} ({identity})"


def deadline_text(run: Invocation, change: DeadlineChange, labels: Labels) -> str:
    """Says what became of a deadline, with its last day before and after."""
    after = change.after
    name = labels.deadline(after.name) + (f" ({after.generation}.)" if after.generation > 1 else "")
    return run.words(f"history.deadline.{change.kind}", name=name, due=due_text(run, change))


def due_text(run: Invocation, change: DeadlineChange) -> str:
    """Gives the last day of a deadline, with the one before it where it was another."""
    words, before, after = run.words, change.before, change.after
    due = words.weekday(after.due)
    return due if before is None or before.due == after.due else f"{words.weekday(before.due)} → {due}"


def standing_text(run: Invocation, change: StandingChange, labels: Labels) -> str:
    """Says what became of a legal status."""
    standing = change.after
    return run.words(
        f"history.standing.{change.kind}",
        name=labels.standing(standing.name),
        basis=cited_in(run.language, standing.basis),
        since=standing.since,
        until=standing.until,
    )


def as_of_options(run: Invocation) -> tuple[str, ...]:
    """Gives the as-of options that were given, to be repeated in the next command."""
    names = (("known_at", "--known-at"), ("in_force_on", "--in-force-on"))
    return tuple(part for key, name in names if run.given.get(key) is not None for part in (name, str(run.given[key])))
