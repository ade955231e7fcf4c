"""What `audit` shows to a person: lines of the log, a history step by step, what set a value, is all whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cli.audit.recorded_data import data_lines, value_text
from cli.audit.replay import Setting, Step, Why
from cli.case.parties import by_party, role_of
from cli.frame.clocks import helsinki
from cli.screen.page import Column, Page, Tone
from cli.screen.shapes import Labels, Shape
from engine.errors import Fault

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.case import Case
    from engine.envelope import ActOf, DocumentRef
    from engine.table import Table

CHECKS = ("schema", "chain", "projections", "deadlines", "acceptance", "tree", "checkpoints")


def log_columns(run: Invocation) -> Sequence[Column]:
    """Gives the columns of the log as a person sees it."""
    words = run.words
    at = Column("recorded_at", words("audit.column.recorded_at"), wrap=True)
    by = Column("recorded_by", words("audit.column.recorded_by"), wrap=True)
    return (
        Column("position", words("audit.column.position"), right=True),
        Column("effective_on", words("audit.column.effective_on"), date=True),
        Column("stream", words("audit.column.case")),
        Column("type", words("audit.column.type"), wrap=True),
        Column("act_of", words("audit.column.act_of")),
        # A table of a narrow terminal has room for one column; lines that a program cuts keep both.
        *((at,) if run.out.form == "table" else (at, by)),
    )


def log_row(run: Invocation, row: Mapping[str, Any]) -> Shape:
    """Gives an envelope as one line for a person."""
    person = row["recorded_by"]
    recorder = person["person"] + (f" ({person['role']})" if person["role"] else "")
    at = moment(run, datetime.fromisoformat(row["recorded_at"]))
    return {
        **row,
        "type": _label(run, row) if run.out.form == "table" else row["type"],
        "act_of": row["act_of"]["organisation"],
        "recorded_at": f"{at} {recorder}" if run.out.form == "table" else at,
        "recorded_by": recorder,
    }


def _label(run: Invocation, row: Mapping[str, Any]) -> str:
    try:
        return Labels(run.wiring.declarations.pinned(row["declaration"]), run.language).fact(row["type"])
    except Fault:  # a declaration that this version does not hold: the log is shown all the same
        return str(row["type"])


def moment(run: Invocation, at: datetime) -> str:
    """Gives an instant to the minute in Europe/Helsinki, as the language writes it."""
    local = at.astimezone(helsinki())
    return f"{run.words.date(local.date())} {local:%H:%M}"


def whose(act_of: ActOf, labels: Labels) -> str:
    """Gives whose act it is: the role's name, and the organisation's code."""
    return f"{labels.role(act_of.role)} ({act_of.organisation})"


def replay_page(run: Invocation, table: Table, case: Case, steps: Sequence[Step], page: Page) -> None:
    """Fills the page of a history."""
    words, labels = run.words, Labels(table, run.language, run.wiring.declarations)
    page.title(f"{case.case_id} · {labels.procedure()} · {_subject(run, case)} ({case.subject})")
    for step in steps:
        _step(run, table, step, labels, page)
    page.heading(words("audit.now_heading"))
    page.field(words("audit.state"), labels.state(case.state), "strong")
    page.field(words("audit.version"), str(case.version))
    last = steps[-1].event
    page.then(
        run.command("audit", "replay", case.case_id, "--why", "state"),
        run.command("case", "show", case.case_id),
        run.command("audit", "log", case.case_id, "--since", last.position - 1, "--format", "json"),
    )


def _subject(run: Invocation, case: Case) -> str:
    return run.wiring.directory.by_code(case.subject).name.text(run.language)


def _condition(run: Invocation, table: Table, code: str) -> str:
    procedure = table.procedure
    texts = {guard.id: guard.label for guard in procedure.guards}
    for move in procedure.transitions:
        texts.update({f"document:{rule.kind}": rule.label for rule in move.documents})
    label = texts.get(code)
    return f"{label.text(run.language)} [{code}]" if label else code


def _step(run: Invocation, table: Table, step: Step, labels: Labels, page: Page) -> None:
    words, event = run.words, step.event
    page.heading(f"{event.position}  {words.date(event.effective_on)}  {labels.fact(event.type)}")
    if step.moves:
        before = labels.state(step.state_before) if step.state_before else words("audit.nothing")
        page.field(words("audit.state"), f"{before} → {labels.state(step.after.state)}", "strong")
    page.field(words("audit.whose"), whose(event.act_of, labels))
    recorder = event.recorded_by
    page.field(
        words("audit.recorded"),
        words(
            "audit.recorded_line",
            at=moment(run, event.recorded_at),
            person=recorder.person,
            identity=recorder.identity,
        )
        + ("" if event.clock == "system" else f" ({words('audit.clock_injected')})"),
    )
    page.field(words("audit.basis"), "; ".join(event.basis))
    if event.precision != "exact":
        page.field(words("audit.precision"), words.term("precision", event.precision), "warn")
    for document in event.documents:
        for said in _document(run, labels, document):
            page.field(words("audit.document"), said)
    for code in event.unreported:
        page.field(words("audit.unreported"), _condition(run, table, code), "warn")
    for line in data_lines(words, event.data):
        page.field(words("audit.data"), line)
    _effects(run, step, labels, page)


def _document(run: Invocation, labels: Labels, document: DocumentRef) -> Iterator[str]:
    parts = [labels.document(document.kind), document.diary_number, document.title]
    said = ", ".join(part for part in parts if part)
    yield f"{said} ({run.words('audit.reporting')})" if document.is_reporting else said
    if document.source:
        yield document.source


def _effects(run: Invocation, step: Step, labels: Labels, page: Page) -> None:
    words = run.words
    for deadline in step.deadlines_set:
        name = labels.deadline(deadline.name)
        page.item(
            words("audit.deadline_set", name=name, due=words.weekday(deadline.due), rule=deadline.rule),
            mark="+",
            under=[f"{words.date(one.date)}  {one.why}" for one in deadline.derivation] if run.verbose else (),
        )
    for deadline in step.deadlines_closed:
        status = words.term("deadline_status", deadline.status)
        page.item(words("audit.deadline_closed", name=labels.deadline(deadline.name), status=status), mark="−")
    for group in by_party(step.tasks_raised):
        name, role = labels.task(group[0].name), role_of(run, labels, group)
        page.item(words("audit.task_raised", name=name, role=role), mark="+")
    for group in by_party(step.tasks_closed):
        status = words.term("task_status", group[0].status)
        name, role = labels.task(group[0].name), role_of(run, labels, group)
        page.item(words("audit.task_closed", name=name, role=role, status=status), mark="−")
    for standing in step.standings_begun:
        page.item(words("audit.standing_begun", name=labels.standing(standing.name), basis=standing.basis), mark="+")
    for standing in step.standings_ended:
        page.item(words("audit.standing_ended", name=labels.standing(standing.name)), mark="−")
    for link in step.event.links:
        page.item(words("audit.linked", case=link.case, relation=labels.relation(link.relation)), mark="+")


def why_page(run: Invocation, table: Table, case: Case, found: Why, page: Page) -> None:
    """Fills the page that says which event set a value."""
    words, labels = run.words, Labels(table, run.language, run.wiring.declarations)
    newest = found.newest
    page.title(f"{found.field} = {_shown(run, found.field, newest.value, labels)}")
    _setting(run, newest, labels, page)
    earlier = found.settings[:-1]
    if earlier:
        page.heading(words("audit.earlier"))
        for setting in reversed(earlier):
            value = _shown(run, found.field, setting.value, labels)
            page.item(f"{value}  ← {setting.event.position} {labels.fact(setting.event.type)}")
    page.then(run.command("audit", "replay", case.case_id), run.command("case", "show", case.case_id))


def _setting(run: Invocation, setting: Setting, labels: Labels, page: Page) -> None:
    words, event = run.words, setting.event
    page.field(words("audit.set_by"), f"{event.position}  {labels.fact(event.type)} [{event.type}]", "strong")
    page.field(words("audit.column.effective_on"), words.weekday(event.effective_on))
    page.field(words("audit.whose"), whose(event.act_of, labels))
    page.field(
        words("audit.recorded"),
        words(
            "audit.recorded_line",
            at=moment(run, event.recorded_at),
            person=event.recorded_by.person,
            identity=event.recorded_by.identity,
        ),
    )
    page.field(words("audit.basis"), "; ".join(event.basis))
    page.field(words("audit.rules"), event.declaration)


def _shown(run: Invocation, field: str, value: Any, labels: Labels) -> str:  # noqa: ANN401 - whatever was recorded
    if field == "state":
        return f"{labels.state(str(value))} [{value}]"
    if isinstance(value, Mapping) and "due" in value:
        return f"{run.words.weekday(value['due'])}, {run.words.term('deadline_status', value['status'])}"
    if isinstance(value, Mapping) and "since" in value:
        until = value_text(run.words, value["until"]) if value["until"] else ""
        return f"{value_text(run.words, value['since'])}–{until}"
    if isinstance(value, Mapping) and "status" in value:
        return run.words.term("task_status", value["status"])
    return value_text(run.words, value)


def verify_page(run: Invocation, found: Mapping[str, Any], page: Page) -> None:
    """Fills the page of a verification: each check, then the first divergence of each that found one."""
    words = run.words
    verdict = "whole" if found["ok"] else "broken"
    tone: Tone = "good" if found["ok"] else "bad"
    page.title(words(f"audit.verdict.{verdict}", path=run.wiring.path))
    if found["events"] is not None:
        page.field(words("audit.events"), str(found["events"]))
    for name in CHECKS:
        page.field(words(f"audit.check.{name}"), *_checked(run, found[name]))
    if found["head"]:
        page.field(words("audit.head"), found["head"])
    for name in CHECKS:
        check = found[name]
        if check is not None and check["first_fault"] is not None:
            _divergence(run, name, check, page)
    if not found["ok"]:
        page.heading(words("audit.what_to_do"))
    page.say(words(f"audit.advice.{verdict}"), tone)
    page.then(*([run.command("audit", "log", "--limit", 20)] if found["ok"] else [run.command("doctor")]))


def _checked(run: Invocation, check: Mapping[str, Any] | None) -> tuple[str, Tone]:
    words = run.words
    if check is None:
        return words("audit.none_yet"), "quiet"
    if check["ok"] is None:
        return words("audit.not_judged"), "warn"
    if check["ok"]:
        return words("audit.sound", checked=check["checked"]), "good"
    return words("audit.unsound", checked=check["checked"]), "bad"


def _divergence(run: Invocation, name: str, check: Mapping[str, Any], page: Page) -> None:
    words, fault = run.words, check["first_fault"]
    page.heading(words("audit.divergence", check=words(f"audit.check.{name}")))
    text = words.explained(fault["code"], fault["text"])
    page.item(f"{fault['where']}: {text}  [{fault['code']}]", mark="×", tone="bad")
    others = check.get("faults", 1) - 1
    if others > 0:
        page.say(words("audit.further", count=others))
