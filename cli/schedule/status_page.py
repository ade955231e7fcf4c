"""`schedule status` as data and as a page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cli.frame.clocks import helsinki, start_of
from cli.screen.shapes import Shape, day, instant

if TYPE_CHECKING:
    from datetime import datetime

    from cli.deadline.coming import Cases
    from cli.frame.invocation import Invocation
    from cli.schedule.doubts import Doubt
    from cli.schedule.standing import Beating, Standing
    from cli.screen.page import Page, Tone
    from cli.wiring import Record
    from engine.firing import Occurrence

_MOST_SHOWN = 10
_DATE_WIDTH = len("31.12.2026")
_MARKS: dict[str, tuple[str, Tone]] = {
    "beating": ("✓", "good"),
    "doubtful": ("!", "warn"),
    "silent": ("✗", ""),
    "stopped": ("–", "quiet"),
    "ahead": ("!", "warn"),
}


def shape_of(run: Invocation, record: Record, standing: Standing) -> Shape:
    """Gives the whole standing as data."""
    from cli.deadline.coming import Cases

    upcoming, cases = standing.next_on, Cases(run, record)
    return {
        "db": str(record.path.absolute()),
        "now": instant(standing.now),
        "ok": standing.ok,
        "schedulers": [_scheduler(one) for one in standing.schedulers],
        "doubts": [_doubt(run, record, standing.doubt)] if standing.doubt else [],
        "due": [_occurrence(cases, one) for one in standing.due if record.veil.sees(one.case_id)],
        "next": None
        if upcoming is None
        else {"on": day(upcoming), "at": instant(start_of(upcoming)), "count": standing.next_count},
    }


def _scheduler(one: Beating) -> Shape:
    sign = one.sign
    return {
        "scheduler": sign.scheduler,
        "kind": sign.kind,
        "state": one.state,
        "beat_at": instant(sign.beat_at),
        "seconds_ago": None if one.age is None else round(one.age.total_seconds()),
        "started_at": instant(sign.started_at),
        "stopped_at": None if sign.stopped_at is None else instant(sign.stopped_at),
        "fired": sign.fired,
        "next_at": None if sign.next_at is None else instant(sign.next_at),
        "doubt": sign.doubt,
        "software": sign.software,
    }


def _doubt(run: Invocation, record: Record, doubt: Doubt) -> Shape:
    return {
        "reason": doubt.reason,
        "clock": instant(doubt.clock),
        "witness": instant(doubt.witness),
        "event": doubt.event_shown(record) or None,
        "text": doubt_text(run, record, doubt),
    }


def _occurrence(cases: Cases, one: Occurrence) -> Shape:
    return {
        "planned_on": day(one.planned_on),
        "case": one.case_id,
        "deadline": one.deadline,
        "generation": one.generation,
        "due": day(one.due),
        "fact": one.fact,
        "offset_days": one.offset_days,
        "key": one.key,
        "label": cases.labels(one.case_id).deadline(one.deadline),
    }


def doubt_text(run: Invocation, record: Record, doubt: Doubt) -> str:
    """Gives a doubt about the clock in sentences, with the event that bears a later time as its reader may see it."""
    said = run.words(f"schedule.doubt_{doubt.reason}", clock=_local(doubt.clock), witness=_local(doubt.witness))
    event = doubt.event_shown(record)
    if not event:
        return said
    return f"{said} {run.words('schedule.doubt_event' if 'case' in event else 'schedule.doubt_position', **event)}"


def ago(run: Invocation, age: timedelta | None) -> str:
    """Gives how long ago something was, in the largest unit that fits; nothing where nobody knows."""
    if age is None:
        return ""
    seconds = max(round(age.total_seconds()), 0)
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= length:
            return run.words.count(f"schedule.{unit}_ago", seconds // length)
    return run.words.count("schedule.seconds_ago", seconds)


def _local(instant_: datetime) -> str:
    return f"{instant_.astimezone(helsinki()):%Y-%m-%d %H:%M:%S}"


def fill(run: Invocation, standing: Standing, data: Shape, page: Page) -> None:
    """Says how it stands: the verdict first, then who is at work, what is in doubt, what is due and what comes."""
    words = run.words
    verdict = _verdict(standing)
    page.title(
        words.count("schedule.title_nobody", len(standing.due))
        if verdict == "nobody"
        else words(f"schedule.title_{verdict}")
    )
    for doubt in data["doubts"]:
        page.item(doubt["text"], mark="!", tone="warn")
    if standing.next_on is not None:
        page.field(words("schedule.next"), words.count("schedule.next_on", standing.next_count,
                   day=words.weekday(standing.next_on)))  # fmt: skip
    page.heading(words("schedule.schedulers"))
    for one in standing.schedulers[:_MOST_SHOWN]:
        _say_scheduler(run, one, page)
    if not standing.schedulers:
        page.say(words("schedule.no_schedulers"))
    _say_due(run, data["due"], page)
    page.then(*_next_commands(run, standing))


def _verdict(standing: Standing) -> str:
    if standing.doubt is not None:
        return "doubt"
    if standing.beating is not None:
        return "at_work"
    return "nobody" if standing.due else "idle"


def _say_scheduler(run: Invocation, one: Beating, page: Page) -> None:
    words, mark = run.words, _MARKS[one.state]
    sign = one.sign
    text = words(
        f"schedule.{one.state}_{sign.kind}",
        scheduler=sign.scheduler,
        ago=ago(run, one.age),
        beat=_local(sign.beat_at),
        since=_local(sign.started_at),
        fired=words.count("schedule.fired", sign.fired),
    )
    under = [words(f"schedule.doubts_{sign.doubt}")] if one.state == "doubtful" else []
    page.item(text, mark=mark[0], tone=mark[1], under=under)


def _say_due(run: Invocation, due: list[Shape], page: Page) -> None:
    from cli.deadline.tick_pages import what

    if not due:
        return
    page.heading(run.words.count("schedule.due", len(due)))
    for row in due[:_MOST_SHOWN]:
        text = f"{what(run, row)}: {row['label']}"
        page.item(text, mark=f"{run.words.date(row['planned_on']):>{_DATE_WIDTH}}", under=[row["case"]])
    if len(due) > _MOST_SHOWN:
        page.say(run.words.count("schedule.more_due", len(due) - _MOST_SHOWN))


def _next_commands(run: Invocation, standing: Standing) -> list[str]:
    if standing.doubt is not None:
        return [run.command("doctor")]
    if standing.due and standing.beating is None:
        return [run.command("deadline", "tick"), run.command("schedule", "install")]
    if standing.beating is None:
        return [run.command("schedule", "install"), run.command("deadline", "list", "--within", "30d")]
    return [run.command("deadline", "list", "--within", "30d")]
