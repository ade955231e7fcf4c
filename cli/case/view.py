"""A case laid out for a person: first which case, where it stands, whose turn it is, on which section and by when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cli.case.corrections_view import corrections_part
from cli.case.parties import by_party, named
from cli.deadline.ledger_words import life_lines, suspended_since
from cli.deadline.recorded_words import derivation_lines
from cli.screen.citations import sections
from cli.screen.page import Column, Page, Tone
from engine.deadline_standing import RUNNING
from engine.envelope import Deadline, plain

if TYPE_CHECKING:
    from cli.case.shapes import View
    from cli.frame.invocation import Invocation
    from cli.screen.shapes import Shape


MOST_COMMANDS = 5
"""How many next commands a person is offered; `--format json` gives one for every act."""


def case_page(run: Invocation, seen: View, shape: Shape, page: Page) -> None:
    """Fills the page of `case show`."""
    words = run.words
    page.title(f"{shape['case']} · {shape['procedure_label']} · {shape['subject_name']} ({shape['subject']})")
    page.field(words("case.state"), words("case.state_since", state=shape["state_label"], day=seen.case.moved_on))
    _turn(run, seen, shape, page)
    for standing in seen.case.active_standings:
        page.field(
            words("case.standing"),
            words(
                "case.standing_since",
                standing=seen.labels.standing(standing.name),
                day=standing.since,
                basis=standing.basis,
            ),
            "warn",
        )
    opened = words("case.opened_on", day=seen.case.opened_on, ground=seen.case.opening.ground)
    page.field(words("case.opened"), opened)
    page.field(words("case.diary_number"), seen.case.diary_number or words("case.none"))
    page.field(words("case.declaration"), f"{seen.case.declaration}; {words('case.version', n=seen.case.version)}")
    if seen.case.opening.law_in_force_from is not None:
        named_on = words("case.law_named", day=seen.case.opening.law_in_force_from)
        page.field(words("case.declaration"), named_on, "warn")
    if run.asks_for_the_past:
        time = shape["as_of"]["time"]
        page.field(words("case.as_of"), words("case.as_of_position", position=seen.position, time=time), "warn")
    next_part(run, seen, shape["next"], page)
    corrections_part(run, seen, shape, page)
    _deadlines(run, seen, shape, page)
    _documents(run, shape, page)
    _links(run, shape, page)
    _unsettled(run, shape, page)
    _unreported(run, shape, page)
    _commands(run, seen, shape, page)


def _turn(run: Invocation, seen: View, shape: Shape, page: Page) -> None:
    words = run.words
    if seen.case.closed_on is not None:
        page.field(words("case.closed"), words.date(seen.case.closed_on), "good")
        return
    tasks = seen.case.open_tasks
    for group in by_party(tasks):
        task = group[0]
        whose = _whose(seen, task.role, task.organisation)
        if seen.labels.is_of_parties(task.name):
            whose = f"{seen.labels.role(task.role)} ({named(run, [one.organisation for one in group])})"
        page.field(words("case.turn"), f"{whose}: {seen.labels.task(task.name)} ({task.basis})", "strong")
    if not tasks:
        movers = [label for act in shape["next"] if act["target"] and act["allowed"] for label in act["by_labels"]]
        page.field(words("case.turn"), ", ".join(dict.fromkeys(movers)) or words("case.none"), "strong")
    waited = {task.deadline for task in tasks}
    # A time that stands still presses nobody while another runs.
    running = sorted(seen.case.open_deadlines, key=lambda one: (one.status == "suspended", one.name not in waited))
    if running:
        text, tone = _when(run, running[0], seen.today)
        page.field(words("case.due"), f"{text} ({seen.labels.deadline(running[0].name)})", tone)
    else:
        page.field(words("case.due"), words("case.no_deadline"))


def _when(run: Invocation, deadline: Deadline, today: date) -> tuple[str, Tone]:
    since = suspended_since({"status": deadline.status, "ledger": plain(deadline.ledger)})
    if since is not None:
        return run.words("deadline.stands_still", day=run.words.date(since)), "warn"
    return due_in_words(run, deadline.due, today)


def _whose(seen: View, role: str, organisation: str) -> str:
    label = seen.labels.role(role)
    return f"{label} ({organisation})" if organisation not in (seen.case.subject, label) else label


def due_in_words(run: Invocation, due: date, today: date) -> tuple[str, Tone]:
    """Gives a due date with how far away it is, and how pressing that is."""
    words = run.words
    days = (due - today).days
    when = words.weekday(due)
    if days < 0:
        return f"{when}, {words.count('case.days_late', -days)}", "bad"
    if days == 0:
        return f"{when}, {words('case.today')}", "warn"
    return f"{when}, {words.count('case.days_left', days)}", "warn" if days <= 14 else ""  # noqa: PLR2004


def next_part(run: Invocation, seen: View, acts: list[Shape], page: Page) -> None:
    """Adds what may happen next: what is waited for and what moves the case one by one, the others in one line."""
    words = run.words
    if not acts:
        return
    page.heading(words("case.next"))
    pressing = seen.pressing
    beside = []
    for act in in_order(seen, acts):
        if act["target"] or act["fact"] in pressing or run.verbose:
            _act(run, seen, act, page)
        elif act["allowed"]:
            beside.append(act["fact"])
    if beside:
        page.item(words("case.beside", names=beside), mark="+", tone="quiet")


def in_order(seen: View, acts: list[Shape]) -> list[Shape]:
    """Gives the acts as a person asks for them: first what is waited for, and the possible before the impossible."""
    pressing = seen.pressing
    return sorted(acts, key=lambda act: (act["fact"] not in pressing, not act["allowed"], not act["target"]))


def _act(run: Invocation, seen: View, act: Shape, page: Page) -> None:
    words = run.words
    status = "" if act["status"] == "statute" else f" · {words.term('law_status', act['status'])}"
    under = [f"{' / '.join(act['by_labels'])} · {sections(act['basis'])}{status}"]
    if act["due"]:
        due = due_in_words(run, date.fromisoformat(act["due"]), seen.today)[0]
        under.append(f"{words('case.due')}: {due}")
    if act["documents"]:
        names = [f"{one['label']} [{one['kind']}]" for one in act["documents"]]
        under.append(words("case.needs_documents", names=names))
    required = [field["name"] for field in act["fields"] if field["required"]]
    if required:
        under.append(words("case.needs_fields", names=required))
    under += [words("case.lacks", text=one["text"], basis=sections(one["basis"])) for one in act["missing"]]
    target = f" → {act['target_label']}" if act["target"] else ""
    text = f"{act['label']} [{act['fact']}]{target}"
    page.item(text, mark="•" if act["allowed"] else "×", tone="" if act["allowed"] else "quiet", under=under)


def _deadlines(run: Invocation, seen: View, shape: Shape, page: Page) -> None:
    words = run.words
    if not shape["deadlines"]:
        return
    page.heading(words("case.deadlines"))
    rows = [
        {
            **one,
            "status": words.term("deadline_status", one["status"]),
            "left": _left(run, one, seen.today),
        }
        for one in shape["deadlines"]
    ]
    page.table(
        [
            Column("due", words("case.due_column"), date=True),
            Column("label", words("case.deadline"), wrap=True),
            Column("status", words("case.status")),
            Column("left", words("case.left"), wrap=True),
            Column("basis", words("case.basis"), wrap=True),
        ],
        rows,
    )
    for one in shape["deadlines"]:
        told = [*life_lines(words, one, seen.today)] if run.verbose or one["status"] in RUNNING else []
        if run.verbose:
            told += derivation_lines(words, one["derivation"])
        if told:
            page.item(f"{one['label']} [{one['name']}]", under=told)


def _left(run: Invocation, deadline: dict[str, Any], today: date) -> str:
    since = suspended_since(deadline)
    if since is not None:
        return run.words("deadline.stands_still", day=run.words.date(since))
    if deadline["status"] not in ("open", "passed"):
        return run.words.date(deadline["closed_on"]) if deadline["closed_on"] else ""
    return due_in_words(run, date.fromisoformat(deadline["due"]), today)[0].partition(", ")[2]


def _documents(run: Invocation, shape: Shape, page: Page) -> None:
    """Adds the documents, each reference once, with what it was recorded as and when."""
    words = run.words
    if not shape["documents"]:
        return
    page.heading(words("case.documents"))
    by_reference: dict[str, list[Shape]] = {}
    for one in shape["documents"]:
        by_reference.setdefault(one["diary_number"] or one["source"] or one["sha256"] or one["title"], []).append(one)
    for reference, recorded in by_reference.items():
        days: dict[str, list[str]] = {}
        for one in recorded:
            days.setdefault(words.date(one["effective_on"]), []).append(one["label"])
        told = "; ".join(f"{on} {', '.join(dict.fromkeys(labels))}" for on, labels in days.items())
        titles = dict.fromkeys(one["title"] for one in recorded if one["title"] not in (None, reference))
        note = [words("case.reporting")] if recorded[0]["is_reporting"] else []
        page.item(" · ".join([told, *titles, *note]), under=[reference])


def _links(run: Invocation, shape: Shape, page: Page) -> None:
    if shape["links"]:
        page.heading(run.words("case.links"))
        for link in shape["links"]:
            page.item(f"{link['case']} ({link['label']})")


def _unsettled(run: Invocation, shape: Shape, page: Page) -> None:
    if shape["unsettled"]:
        page.heading(run.words("case.unsettled"))
        for one in shape["unsettled"]:
            said = run.verbose and one["meanwhile"]
            meanwhile = [run.words("case.meanwhile", text=one["meanwhile"])] if said else []
            page.item(f"{one['question']} ({sections(one['basis'])})", mark="?", tone="warn", under=meanwhile)
        if not run.verbose:
            page.say(run.words("case.meanwhile_hint"), "quiet")


def _unreported(run: Invocation, shape: Shape, page: Page) -> None:
    if shape["unreported"]:
        page.heading(run.words("case.unreported"))
        for one in shape["unreported"]:
            page.item(f"{run.words.date(one['effective_on'])} {one['label']}: {one['text']}", mark="?", tone="quiet")


def _commands(run: Invocation, seen: View, shape: Shape, page: Page) -> None:
    case_id = seen.case.case_id
    wanted = [act for act in in_order(seen, shape["next"]) if act["allowed"]]
    shown = [act for act in wanted if act["target"] or act["fact"] in seen.pressing]
    page.then(*(act["command"] for act in shown[:MOST_COMMANDS]))
    page.then(run.command("case", "next", case_id), run.command("case", "history", case_id))
