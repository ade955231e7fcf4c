"""What came about between two moments, for a person: a part for each case, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cli.audit.changes import carriers
from cli.audit.diff_shapes import state_before
from cli.audit.recorded_data import value_text
from cli.audit.replay_view import type_label
from cli.audit.telling import MARKS, deadline_text, moment, standing_text, subject_of
from cli.case.corrections_view import incident_lines, incident_shape
from cli.case.parties import by_party, role_of
from cli.screen.shapes import Labels
from engine.correction_reading import superseded_version

if TYPE_CHECKING:
    from cli.audit.changes import TaskChange
    from cli.audit.diff import CaseDiff, Moment
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page

_EVENTS_SHOWN = 12
_Carried = Mapping[tuple[str, str, int], Sequence[int]]


def moments_part(run: Invocation, start: Moment, end: Moment, about: str, page: Page) -> None:
    """Adds between which moments, and what the answer is about."""
    words = run.words
    page.title(about)
    page.field(words("history.diff.from"), _moment(run, start))
    page.field(words("history.diff.to"), _moment(run, end))


def _moment(run: Invocation, one: Moment) -> str:
    words = run.words
    if one.time is None:
        told = words("history.diff.beginning")
    else:
        told = words("history.diff.moment", at=moment(run, one.time), position=one.position)
    if one.in_force_on is None:
        return told
    return words("history.diff.moment_in_force", moment=told, day=one.in_force_on)


def case_part(run: Invocation, found: CaseDiff, page: Page) -> None:
    """Adds what came about in one case: where it went, the events, and what they changed."""
    words, labels = run.words, Labels(found.table, run.language, run.wiring.declarations)
    after = found.after
    page.heading(f"{after.case_id} · {labels.procedure()} · {subject_of(run, after)}")
    _where(run, found, labels, page)
    _events(run, found, page)
    for text in _readings(run, found):
        page.item(text, mark="~", tone="warn")
    carried = carriers(found.events)
    for change in found.deadlines:
        at = _at(carried.get(("deadline", change.after.name, change.after.generation), ()))
        page.item(deadline_text(run, change, labels) + at, mark=MARKS.get(change.kind, "~"))
    for mark, text in _tasks(run, found, labels, carried):
        page.item(text, mark=mark)
    for standing in found.standings:
        at = _at(carried.get(("standing", standing.after.name, 0), ()))
        page.item(standing_text(run, standing, labels) + at, mark=MARKS.get(standing.kind, "~"))
    for text in _gone(run, found, labels):
        page.item(words("history.diff.gone", what=text), mark="−")
    for name, positions in _documents(found, labels):
        page.item(words("history.diff.document", name=name) + _at(positions), mark="+")
    for event in found.events:
        for link in event.links:
            relation = labels.relation(link.relation)
            page.item(words("audit.linked", case=link.case, relation=relation) + _at([event.position]), mark="→")


def _readings(run: Invocation, found: CaseDiff) -> Iterator[str]:
    """Yields what reads otherwise by corrections between, and what lost its footing by them or was settled since."""
    words = run.words
    for one in found.readings:
        before, now = value_text(words, one.before), value_text(words, one.after)
        yield f"{words('history.reads')}: {one.name}: {before} → {now}"
    for lost in (incident_shape(run, found.table, one) for one in found.incidents):
        told = f"{lost['version']}. {lost['label']} ({'; '.join(incident_lines(run, lost))})"
        yield f"{words('history.incident')}: {told}"


def _gone(run: Invocation, found: CaseDiff, labels: Labels) -> Iterator[str]:
    """Yields what there was at the earlier moment and, as is known at the later one, was not there on its day."""
    words = run.words
    for event in found.gone:
        yield f"{words.date(event.effective_on)} {type_label(run, event.declaration, event.type)}  [{event.position}]"
    for deadline in found.deadlines_gone:
        yield words("history.deadline.set", name=labels.deadline(deadline.name), due=words.weekday(deadline.due))
    for group in by_party(found.tasks_gone):
        yield words("history.task.raised", name=labels.task(group[0].name), role=role_of(run, labels, group))
    for standing in found.standings_gone:
        yield f"{labels.standing(standing.name)} ({standing.basis})"


def _documents(found: CaseDiff, labels: Labels) -> Iterator[tuple[str, list[int]]]:
    """Yields the documents by what they are called, with the positions of the events that refer to them."""
    named: dict[str, list[int]] = {}
    for event in found.events:
        for one in event.documents:
            name = ", ".join(filter(None, (labels.document(one.kind), one.diary_number, one.title)))
            named.setdefault(name, []).append(event.position)
    yield from named.items()


def _where(run: Invocation, found: CaseDiff, labels: Labels, page: Page) -> None:
    words, before, after = run.words, found.before, found.after
    if found.opened:
        page.field(words("history.diff.opened"), words.date(after.opened_on))
    if found.moved:
        was = state_before(run, found) or words("audit.nothing")
        page.field(words("history.diff.state"), f"{was} → {labels.state(after.state)}{_at(found.movers)}", "strong")
    if found.closed and after.closed_on is not None:
        page.field(words("history.diff.closed"), words.date(after.closed_on), "good")
    if found.reopened:
        page.field(words("history.diff.reopened"), labels.state(after.state), "warn")
    if before is not None and before.declaration != after.declaration:
        page.field(words("history.diff.law"), f"{before.declaration} → {after.declaration}", "warn")
    number = before.diary_number if before else None
    if number != after.diary_number:
        text = f"{number or words('history.diff.nothing')} → {after.diary_number or words('history.diff.nothing')}"
        page.field(words("history.diff.diary_number"), text)


def _events(run: Invocation, found: CaseDiff, page: Page) -> None:
    words = run.words
    shown = found.events if run.verbose else found.events[:_EVENTS_SHOWN]
    by_version = {event.version: event for event in found.after.events}
    for event in shown:
        day = words.date(event.effective_on)
        text = words(
            "history.diff.event",
            position=event.position,
            day=day,
            label=type_label(run, event.declaration, event.type),
        )
        corrected = by_version.get(superseded_version(event) or 0)
        if corrected is not None:
            what = f"{corrected.position} {type_label(run, corrected.declaration, corrected.type)}"
            text += f" – {words('history.diff.corrected', what=what)}"
        page.item(text, mark="·")
    more = len(found.events) - len(shown)
    if more:
        page.item(words.count("history.diff.more_events", more), mark="·", tone="quiet")


def _tasks(run: Invocation, found: CaseDiff, labels: Labels, carried: _Carried) -> Iterator[tuple[str, str]]:
    by_kind: dict[str, list[TaskChange]] = {}
    for change in found.tasks:
        by_kind.setdefault(change.kind, []).append(change)
    for kind, changes in by_kind.items():
        for group in by_party(change.after for change in changes):
            positions = [p for one in group for p in carried.get(("task", one.name, one.generation), ())]
            text = run.words(f"history.task.{kind}", name=labels.task(group[0].name), role=role_of(run, labels, group))
            yield MARKS.get(kind, "~"), text + _at(positions)


def _at(positions: Sequence[int]) -> str:
    return f"  [{', '.join(map(str, sorted(set(positions))))}]" if positions else ""


def sum_part(run: Invocation, cases: int, events: int, page: Page) -> None:
    """Adds how many cases and events there were, or that nothing changed."""
    words = run.words
    if not cases:
        page.say(words("history.diff.same"))
        return
    counted = words("history.diff.sum", cases=_counted(run, "cases", cases), events=_counted(run, "events", events))
    page.say(counted)


def _counted(run: Invocation, key: str, number: int) -> str:
    return run.words.count(f"history.diff.{key}", number)
