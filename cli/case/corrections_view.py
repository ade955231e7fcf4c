"""What corrections have done to a case, as data and on its page: what gave place, and what is to be settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.rights.persons import called
from cli.screen.shapes import Labels, Shape, day
from engine.case import Case
from engine.correction_incidents import Incident, listed_incidents
from engine.correction_reading import is_correction, superseded_version
from engine.table import Table

if TYPE_CHECKING:
    from cli.case.shapes import View
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page


def superseded_by(case: Case) -> dict[int, int]:
    """Gives, by the version of an event, the position of the correction that took its place."""
    positions = {event.version: event.position for event in case.events}
    return {version: positions[newest] for version, newest in case.superseded.items()}


def incident_shape(run: Invocation, table: Table, one: Incident) -> Shape:
    """Gives an event that lost its footing as data; `outcome` is null until it is settled."""
    labels = Labels(table, run.language)
    return {
        "case": one.case,
        "version": one.version,
        "type": one.type,
        "label": labels.fact(one.type),
        "missing": [{"code": code, "text": lacking(run, table, code)} for code in one.missing],
        "correction": one.correction,
        "position": one.position,
        "outcome": one.outcome,
    }


def incidents_of(run: Invocation, table: Table, case: Case) -> list[Shape]:
    """Gives every event that lost its footing by a correction in force, settled or not."""
    return [incident_shape(run, table, one) for one in listed_incidents(case)]


def lacking(run: Invocation, table: Table, code: str) -> str:
    """Gives what an event lacks in the reader's language: a condition, a document, or what the record asks of all."""
    moves = (*table.procedure.transitions, *table.shared)
    guards = {guard.id: guard.label for move in moves for guard in move.guards}
    if code in guards:
        return guards[code].text(run.language)
    if code.startswith("document:"):
        return Labels(table, run.language).document(code.removeprefix("document:"))
    return run.words.term("correction.lacking", code)


def corrections_of(run: Invocation, case: Case, labels: Labels) -> list[Shape]:
    """Gives the corrections of a case: what each took the place of, why, and who looked at it."""
    types = {event.version: event.type for event in case.events}
    return [
        {
            "version": event.version,
            "position": event.position,
            "type": event.type,
            "label": labels.fact(event.type),
            "effective_on": day(event.effective_on),
            "supersedes": superseded_version(event),
            "superseded_label": labels.fact(types[superseded_version(event) or 0]),
            "reason": event.data["reason"],
            "section": event.data["section"],
            "second_person": event.data["second_person"],
            "second_person_name": run.wiring.persons.name_of(str(event.data["second_person"])),
        }
        for event in case.events
        if is_correction(event)
    ]


def corrections_part(run: Invocation, seen: View, shape: Shape, page: Page) -> None:
    """Adds the open incidents, and what was corrected."""
    words = run.words
    waiting = [one for one in shape["incidents"] if one["outcome"] is None]
    if waiting:
        page.heading(words("correction.incidents"))
        for one in waiting:
            page.item(f"{one['version']}: {one['label']}", mark="!", tone="bad", under=incident_lines(run, one))
            settle = ["case", "settle", seen.case.case_id, one["version"], "--outcome", "VALUE", "--reason", "VALUE"]
            page.then(run.command(*settle, *(("--in-case", one["case"]) if one["case"] else ())))
    if shape["corrections"]:
        page.heading(words("correction.corrections"))
    for one in shape["corrections"]:
        second = called(run, one["second_person"])
        about = words("correction.of_event", version=one["supersedes"], label=one["superseded_label"])
        page.item(
            f"{words.date(one['effective_on'])} {one['label']}: {about}",
            under=[f"{one['reason']} ({one['section']}; {words('correction.second')}: {second})"],
        )


def incident_lines(run: Invocation, incident: Shape) -> list[str]:
    """Gives where an event is, what it lacks now, and how that was settled."""
    words = run.words
    where = [words("correction.in_case", case=incident["case"])] if incident["case"] else []
    lacks = words("correction.lacks", texts=[one["text"] for one in incident["missing"]])
    settled = [words.term("correction.outcome", incident["outcome"])] if incident["outcome"] else []
    return [*where, lacks, *settled]
