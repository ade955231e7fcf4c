"""The page that says which event set a value, and what it was before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cli.audit.recorded_data import value_text
from cli.audit.replay_view import whose
from cli.audit.telling import Seen, as_of_options, as_of_text, basis_text, recorded_text
from cli.screen.shapes import Labels
from engine.correction_reading import ANNULLED

if TYPE_CHECKING:
    from cli.audit.why import Setting, Why
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from engine.case import Case


def why_page(run: Invocation, case: Case, found: Why, seen: Seen, page: Page) -> None:
    """Fills the page that says which event set a value, and what it was before."""
    words, newest = run.words, found.newest
    page.title(f"{case.case_id} · {found.field} = {_shown(run, found.field, newest)}")
    if (told := as_of_text(run, seen.position, seen.time, run.as_of.in_force_on)) is not None:
        page.say(told, "warn")
    if found.before is not None:
        page.field(words("history.before"), _shown(run, found.field, found.before))
    _setting(run, newest, page)
    earlier = found.settings[:-1]
    if earlier:
        page.heading(words("audit.earlier"))
        for setting in reversed(earlier):
            page.item(f"{_shown(run, found.field, setting)}  ← {_event(run, setting)}")
    page.then(
        run.command("audit", "replay", case.case_id, "--step", newest.event.version, *as_of_options(run)),
        run.command("case", "show", case.case_id, *as_of_options(run)),
    )


def _event(run: Invocation, setting: Setting) -> str:
    event = setting.event
    return f"{event.version}. {run.words.date(event.effective_on)} {_labels(run, setting).fact(event.type)}"


def _labels(run: Invocation, setting: Setting) -> Labels:
    return Labels(setting.table, run.language, run.wiring.declarations)


def _setting(run: Invocation, setting: Setting, page: Page) -> None:
    words, event, labels = run.words, setting.event, _labels(run, setting)
    key = "history.corrected_by" if setting.is_correction else "audit.set_by"
    key = "history.annulled_by" if event.type == ANNULLED else key
    page.field(words(key), f"{_event(run, setting)} [{event.type}]", "strong")
    page.field(words("audit.whose"), whose(run, event.act_of, labels))
    for said in recorded_text(run, event, labels):
        page.field(words("audit.recorded"), said)
    page.field(words("audit.basis"), basis_text(run, event.basis))
    page.field(words("audit.rules"), event.declaration)


def _shown(run: Invocation, field: str, setting: Setting) -> str:
    value: Any = setting.value
    words = run.words
    if field == "state":
        return f"{_labels(run, setting).state(str(value))} [{value}]"
    if isinstance(value, Mapping) and "due" in value:
        return f"{words.weekday(value['due'])}, {words.term('deadline_status', value['status'])}"
    if isinstance(value, Mapping) and "since" in value:
        until = value_text(words, value["until"]) if value["until"] else ""
        return f"{value_text(words, value['since'])}–{until}"
    if isinstance(value, Mapping) and "status" in value:
        return words.term("task_status", value["status"])
    if field.endswith(".status") and isinstance(value, str):
        name = field.removesuffix(".status").partition("#")[0]
        return words.term("task_status" if name in setting.table.tasks else "deadline_status", value)
    return value_text(words, value)
