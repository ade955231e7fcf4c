"""A history on a page for a person: each step with what it changed, then where that left the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from cli.audit.recorded_data import data_lines, value_text
from cli.audit.replay_view import type_label
from cli.audit.telling import (
    MARKS,
    as_of_options,
    as_of_text,
    basis_text,
    deadline_text,
    recorded_text,
    standing_text,
    subject_of,
)
from cli.audit.why import corrected_fields
from cli.case.parties import by_party, role_of
from cli.deadline.ledger_words import ledger_lines
from cli.deadline.recorded_words import derivation_lines
from engine.correction_reading import ANNULLED, RESULTS
from engine.envelope import plain

if TYPE_CHECKING:
    from cli.audit.changes import DeadlineChange
    from cli.audit.replay import Step
    from cli.audit.replay_view import Replay
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.screen.shapes import Labels
    from engine.envelope import DocumentRef, Envelope, Task
    from engine.table import Table

_TOLD_APART = ("supersedes", *RESULTS)
"""What the data of a correction holds and the page says in words of its own."""


def replay_page(replay: Replay, page: Page) -> None:
    """Fills the page of a history."""
    run, case = replay.run, replay.case
    page.title(f"{case.case_id} · {replay.labels(replay.table).procedure()} · {subject_of(run, case)}")
    if (told := as_of_text(run, replay.position, replay.time, replay.in_force_on)) is not None:
        page.say(told, "warn")
    if replay.is_part:
        page.say(_part(replay), "quiet")
    for step in replay.shown:
        _step(replay, step, page)
    _where_it_stands(replay, page)
    page.then(*_next(replay))


def _part(replay: Replay) -> str:
    words, shown = replay.run.words, [step.event.version for step in replay.shown]
    if not shown:
        return words("history.part_none", all=replay.case.version)
    if len(shown) == 1:
        return words("history.part_one", n=shown[0], all=replay.case.version)
    return words("history.part", first=shown[0], last=shown[-1], all=replay.case.version)


def _step(replay: Replay, step: Step, page: Page) -> None:
    run, words, event, labels = replay.run, replay.run.words, step.event, replay.labels(step.table)
    page.heading(f"{event.version}. {words.date(event.effective_on)}  {labels.fact(event.type)}")
    _corrections(replay, step, page)
    if step.moves:
        before = replay.state_before_label(step) or words("audit.nothing")
        page.field(words("audit.state"), f"{before} → {labels.state(step.after.state)}", "strong")
    page.field(words("audit.whose"), replay.whose(event.act_of, labels))
    for said in recorded_text(run, event, labels):
        page.field(words("audit.recorded"), said)
    page.field(words("audit.basis"), basis_text(run, event.basis))
    if step.before is not None and step.before.declaration != event.declaration:
        page.field(words("audit.rules"), f"{step.before.declaration} → {event.declaration}", "warn")
    if event.precision != "exact":
        page.field(words("audit.precision"), words.term("precision", event.precision), "warn")
    for document in event.documents:
        for said in _document(run, labels, document):
            page.field(words("audit.document"), said)
    for code in event.unreported:
        page.field(words("audit.unreported"), _condition(run, step.table, code), "warn")
    for line in data_lines(words, {name: value for name, value in event.data.items() if name not in _TOLD_APART}):
        page.field(words("audit.data"), line)
    _readings(replay, step, page)
    _effects(replay, step, labels, page)


def _corrections(replay: Replay, step: Step, page: Page) -> None:
    words = replay.run.words
    correction = replay.superseded.get(step.event.version)
    if correction is not None:
        key = "history.annulled" if correction.type == ANNULLED else "history.superseded"
        page.field(words(key), _named(replay, correction), "bad")
    if step.supersedes is not None:
        found = next((one for one in replay.case.events if one.version == step.supersedes), None)
        key = "history.annuls" if step.event.type == ANNULLED else "history.supersedes"
        page.field(words(key), _named(replay, found) if found else str(step.supersedes), "warn")


def _readings(replay: Replay, step: Step, page: Page) -> None:
    """Adds what reads otherwise since a correction, and which later events lost their footing by it."""
    words = replay.run.words
    if step.supersedes is None:
        return
    left_out = step.event.type == ANNULLED and step.event.data.get("reading") is None
    for one in () if left_out else corrected_fields(step.before, step.after):
        before, now = value_text(words, one.before), value_text(words, one.after)
        page.field(words("history.reads"), f"{one.name}: {before} → {now}", "strong")
    for incident in step.event.data.get("incidents", ()):
        page.field(words("history.incident"), _incident(replay, incident), "warn")


def _incident(replay: Replay, incident: Mapping[str, Any]) -> str:
    where = incident.get("case")
    found = next((one for one in replay.case.events if one.version == incident.get("version")), None)
    if where in (None, replay.case.case_id) and found is not None:
        told = _named(replay, found)
    else:
        told = ", ".join(str(incident[name]) for name in ("case", "version", "type") if incident.get(name))
    table = replay.table
    missing = "; ".join(_condition(replay.run, table, str(code)) for code in incident.get("missing") or ())
    return f"{told} ({missing})" if missing else told


def _named(replay: Replay, event: Envelope) -> str:
    words = replay.run.words
    label = type_label(replay.run, event.declaration, event.type)
    return f"{event.version}. {words.date(event.effective_on)} {label}"


def _condition(run: Invocation, table: Table, code: str) -> str:
    procedure = table.procedure
    texts = {guard.id: guard.label for guard in procedure.guards}
    for move in procedure.transitions:
        texts.update({f"document:{rule.kind}": rule.label for rule in move.documents})
    label = texts.get(code)
    return f"{label.text(run.language)} [{code}]" if label else code


def _document(run: Invocation, labels: Labels, document: DocumentRef) -> Iterator[str]:
    parts = [labels.document(document.kind), document.diary_number, document.title]
    said = ", ".join(part for part in parts if part)
    yield f"{said} ({run.words('audit.reporting')})" if document.is_reporting else said
    if document.source:
        yield document.source
    if document.sha256:
        yield f"SHA-256 {document.sha256}"


def _effects(replay: Replay, step: Step, labels: Labels, page: Page) -> None:
    run, words = replay.run, replay.run.words
    for change in step.deadlines:
        page.item(
            deadline_text(run, change, labels),
            mark=MARKS.get(change.kind, "~"),
            under=_why_then(run, change),
        )
    for mark, task_kind, group in _task_groups(step):
        name, role = labels.task(group[0].name), role_of(run, labels, group)
        page.item(words(f"history.task.{task_kind}", name=name, role=role), mark=mark)
    for standing in step.standings:
        page.item(standing_text(run, standing, labels), mark=MARKS.get(standing.kind, "~"))
    for link in step.event.links:
        page.item(words("audit.linked", case=link.case, relation=labels.relation(link.relation)), mark="→")
    caused = replay.causes[step.event.position]
    if caused.by is not None:
        page.item(words("history.caused_by", what=_elsewhere(replay, caused.by)), mark="←")
    for reaction in caused.reactions:
        page.item(words("history.caused", what=_elsewhere(replay, reaction)), mark="→")


def _elsewhere(replay: Replay, event: Envelope) -> str:
    label = type_label(replay.run, event.declaration, event.type)
    return replay.run.words("history.elsewhere", case=event.stream, label=label, position=event.position)


def _task_groups(step: Step) -> Iterator[tuple[str, str, list[Task]]]:
    by_kind: dict[str, list[Task]] = {}
    for change in step.tasks:
        by_kind.setdefault(change.kind, []).append(change.after)
    for kind, tasks in by_kind.items():
        for group in by_party(tasks):
            yield MARKS.get(kind, "~"), kind, group


def _why_then(run: Invocation, change: DeadlineChange) -> list[str]:
    """Gives how the day came about: of a new deadline or a moved one each step, of any other what happened to it."""
    told = ledger_lines(run.words, [plain(entry) for entry in change.entries])
    moved = change.before is None or change.before.due != change.after.due
    reckoned = change.before is None or change.before.derivation != change.after.derivation
    if moved and reckoned:
        told += derivation_lines(run.words, [plain(step) for step in change.after.derivation])
    return told


def _where_it_stands(replay: Replay, page: Page) -> None:
    run, words = replay.run, replay.run.words
    whole = not replay.shown or replay.shown[-1] is replay.steps[-1]
    case = replay.case if whole else replay.shown[-1].after
    then = run.asks_for_the_past or case is not replay.case
    table = replay.table if whole else replay.shown[-1].table
    labels = replay.labels(table)
    heading = words("history.stood") if then else words("audit.now_heading")
    page.heading(heading if whole else words("history.after", n=replay.shown[-1].event.version))
    page.field(words("audit.state"), labels.state(case.state), "strong")
    page.field(words("audit.version"), str(case.version))
    for deadline in case.open_deadlines:
        status = words.term("deadline_status", deadline.status)
        line = f"{words.weekday(deadline.due)}  {labels.deadline(deadline.name)} ({status})"
        page.field(words("history.deadlines"), line)
    for group in by_party(case.open_tasks):
        page.field(words("history.tasks"), f"{labels.task(group[0].name)} ({role_of(run, labels, group)})")
    for standing in case.active_standings:
        page.field(words("history.standings"), f"{labels.standing(standing.name)}, {words.date(standing.since)}–")


def _next(replay: Replay) -> Iterator[str]:
    run, case = replay.run, replay.case
    past = as_of_options(run)
    if replay.is_part and replay.shown:
        following = replay.shown[-1].event.version + 1
        if any(step.event.version >= following for step in replay.steps):
            one = len(replay.shown) == 1
            wanted = ("--step", following) if one else ("--from-version", following)
            yield run.command("audit", "replay", case.case_id, *wanted, *past)
        else:
            yield run.command("audit", "replay", case.case_id, *past)
    yield run.command("audit", "replay", case.case_id, "--why", "state", *past)
    yield run.command("case", "show", case.case_id, *past)
    if replay.shown:
        yield run.command(
            "audit", "log", case.case_id, "--since", replay.shown[-1].event.position - 1, "--format", "json"
        )
