"""What a correction does, laid out: what it takes the place of, each value before and after, deadlines, incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.case.corrections_view import incident_lines, incident_shape
from cli.case.parties import by_party, role_of
from cli.screen.citations import sections
from cli.screen.shapes import Labels, Shape, day, recorded_shape
from cli.screen.values import plain_value
from engine.case import Case
from engine.correction_incidents import listed_incidents
from engine.correction_reading import root_version, superseded_version
from engine.envelope import Envelope

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from engine.registrar import Recorded


def correction_shape(run: Invocation, before: Case, recorded: Recorded) -> Shape:
    """Gives what the verbs of correction answer: what `case advance` answers, and what gave place and what follows."""
    event, labels = recorded.events[0], Labels(recorded.table, run.language)
    superseded = superseded_version(event)
    named = next((one for one in recorded.case.events if one.version == superseded), None)
    if recorded.replayed:
        before = recorded.case
    listed = listed_incidents(recorded.case)
    return recorded_shape(recorded, run.language, rehearsed=run.dry_run) | {
        "supersedes": superseded,
        "superseded": None
        if named is None
        else {
            "version": named.version,
            "position": named.position,
            "type": named.type,
            "label": labels.fact(named.type),
        },
        "incidents": [
            incident_shape(run, recorded.table, one)
            for one in listed
            if superseded is None or one.correction == event.version
        ],
        "changes": _changes(labels, before, recorded.case, event),
    }


def _changes(labels: Labels, before: Case, after: Case, event: Envelope) -> Shape:
    return {
        "fields": _fields(before, after, event),
        "effective_on": _days(before, after, event),
        "state": {"before": before.state, "after": after.state},
        "deadlines": [
            {
                "name": one.name,
                "generation": one.generation,
                "label": labels.deadline(one.name),
                "due_before": day(was.due) if was else None,
                "due_after": day(one.due),
                "status_before": was.status if was else None,
                "status_after": one.status,
                "counted_from_before": day(was.started_on) if was else None,
                "counted_from_after": day(one.started_on),
            }
            for one in event.deadlines
            for was in (before.deadlines.get((one.name, one.generation)),)
        ],
    }


def _reads(case: Case, version: int) -> Envelope | None:
    return next((one for one in case.readings if one.version == version), None)


def _fields(before: Case, after: Case, event: Envelope) -> list[Shape]:
    was, now = _reads(before, root_version(event)), _reads(after, root_version(event))
    if was is None or now is None:
        return []
    names = dict.fromkeys((*was.data, *now.data))
    return [
        {"name": name, "before": was.data.get(name), "after": now.data.get(name)}
        for name in names
        if was.data.get(name) != now.data.get(name)
    ]


def _days(before: Case, after: Case, event: Envelope) -> Shape | None:
    was, now = _reads(before, root_version(event)), _reads(after, root_version(event))
    if was is None or now is None or was.effective_on == now.effective_on:
        return None
    return {"before": day(was.effective_on), "after": day(now.effective_on)}


def correction_page(run: Invocation, before: Case, recorded: Recorded, shape: Shape, page: Page) -> None:
    """Fills the page that follows a correction."""
    words, labels, case = run.words, Labels(recorded.table, run.language), recorded.case
    event = recorded.events[0]
    heading = "case.would_record" if run.dry_run else "case.replayed" if recorded.replayed else "case.recorded_title"
    page.title(words(heading, case=case.case_id))
    about = f"{words.date(event.effective_on)} {labels.fact(event.type)}"
    page.item(f"{about} · {labels.role(event.act_of.role)} · {sections(event.basis)}", mark="+")
    if shape["superseded"]:
        named = shape["superseded"]
        page.field(words("correction.supersedes"), f"{named['version']}: {named['label']}")
    _values(run, shape["changes"], page)
    _deadlines(run, shape["changes"]["deadlines"], page)
    for group in by_party(task for task in event.tasks if task.status == "open"):
        page.item(f"{words('case.turn')}: {role_of(run, labels, group)}: {labels.task(group[0].name)}", mark="  +")
    _incidents(run, shape["incidents"], page)
    state = labels.state(case.state)
    if before.state != case.state and not recorded.replayed:
        state = words("correction.from_to", before=labels.state(before.state), after=state)
    page.field(words("case.state"), state)
    page.field(words("case.version_column"), str(case.version))
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    settle = [run.command(*_settle_words(case, one)) for one in shape["incidents"] if one["outcome"] is None]
    page.then(*settle[:2], run.command("case", "show", case.case_id), run.command("case", "history", case.case_id))


def _values(run: Invocation, changes: Shape, page: Page) -> None:
    words, days = run.words, changes["effective_on"]
    if days:
        page.field(
            words("case.day"),
            words("correction.from_to", before=words.date(days["before"]), after=words.date(days["after"])),
        )
    for one in changes["fields"]:
        was, now = plain_value(one["before"]), plain_value(one["after"])
        none = words("case.none")
        page.field(one["name"], words("correction.from_to", before=was or none, after=now or none))


def _deadlines(run: Invocation, deadlines: list[Shape], page: Page) -> None:
    words = run.words
    for one in deadlines:
        after = f"{words.date(one['due_after'])} ({words.term('deadline_status', one['status_after'])})"
        if one["due_before"] is None:
            page.item(f"{one['label']}: {after}", mark="  +")
            continue
        was = f"{words.date(one['due_before'])} ({words.term('deadline_status', one['status_before'])})"
        told = words("correction.from_to", before=was, after=after)
        counted = one["counted_from_before"], one["counted_from_after"]
        if was == after and counted[0] != counted[1]:
            start, now = (words.date(day) for day in counted)
            told = words("correction.same_due", due=after, before=start, after=now)
        page.item(f"{one['label']}: {told}", mark="  +", tone="warn")


def _incidents(run: Invocation, incidents: list[Shape], page: Page) -> None:
    if incidents:
        page.heading(run.words("correction.incidents"))
    for one in incidents:
        page.item(
            f"{one['version']}: {one['label']}",
            mark="!" if one["outcome"] is None else "•",
            tone="bad" if one["outcome"] is None else "",
            under=incident_lines(run, one),
        )


def _settle_words(case: Case, incident: Shape) -> list[Any]:
    words = ["case", "settle", case.case_id, incident["version"], "--outcome", "VALUE", "--reason", "VALUE"]
    return [*words, "--in-case", incident["case"]] if incident["case"] else words
