"""What a person does to a running time, from the command to the record; a refusal names the next command as typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from cli.case.act_commands import in_order
from cli.case.given import DATE, documents
from cli.case.input_problems import in_our_words
from cli.case.refs import load, written
from cli.deadline.ledger_words import life_lines
from cli.frame.clocks import parse_day
from cli.screen.citations import sections
from cli.screen.page import Page
from cli.screen.shapes import Labels, deadline_shape, recorded_shape
from engine.assess import Act
from engine.case import Case
from engine.errors import InputRejected, Missing, NotFound, Refused
from engine.law import LANGUAGES
from engine.registrar import Recorded
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

MODE = "MODE"
_OF_AN_OPTION: Mapping[str, tuple[str, str | None]] = {
    "suspension_mode_known": ("--mode", MODE),
    "suspension_as_declared": ("--mode", None),
    "extension_is_later": ("--until", DATE),
    "not_before_the_deadline": ("--on", DATE),
    "not_before_the_suspension": ("--on", DATE),
    "in-the-future": ("--on", DATE),
    "before-opening": ("--on", DATE),
}
"""Conditions that another value of an option meets, or leaving it out."""
_TO_LOOK_AT = ("deadline_runs", "deadline_is_suspended", "suspension_named")
"""Conditions that no option meets: what runs, and what is suspended and why, is to be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a person asks for: the verb of `case` and its fact, the case, the deadline, and the options as typed."""

    verb: str
    fact: str
    case_id: str
    name: str
    on: str
    options: Mapping[str, object] = field(default_factory=dict)
    docs: Sequence[str] = ()
    command_id: str | None = None

    def words(self, **instead: str | None) -> list[str]:
        """Gives the command as it would be typed again, with other values for some options; None leaves one out."""
        given = {"--on": self.on, **{_option(name): value for name, value in self.options.items()}}
        given |= {_option(name): value for name, value in instead.items()}
        words = ["case", self.verb, self.case_id, self.name]
        for name, value in given.items():
            words += [name, str(value)] if value is not None else []
        return [*words, *(word for one in self.docs for word in ("--doc", one))]


def _option(name: str) -> str:
    return f"--{'until' if name == 'due' else name}"


def change(run: Invocation, asked: Change) -> None:
    """Records what a person does to a deadline, and prints what was recorded.

    Raises:
        NotFound: `deadline-unknown`, the case has no deadline of that name.
        Refused: a condition is unmet; the error names the next command.
    """
    on = parse_day(asked.on, "--on")
    case_id = written(asked.case_id)
    with run.record(write=True) as record:
        table, case = load(record, case_id)
        name = _named(table, case, asked.name)
        data = {"deadline": name, **{key: value for key, value in asked.options.items() if value is not None}}
        act = Act(fact=asked.fact, on=on, data=data, documents=documents(asked.docs, ()))
        try:
            recorded = record.registrar.advance(case_id, act, run.request(asked.command_id))
        except InputRejected as error:
            if error.code == "data-invalid":
                in_our_words(error, table.facts[asked.fact].payload, data)
            raise
        except NotFound:
            raise
        except Refused as error:
            if not any(one.name == name for one in case.deadlines.values()):
                raise _unknown(run, table, case, asked) from error
            error.missing = in_order(error.missing)
            error.try_next = _next_command(run, case, name, asked, error.missing) or error.try_next
            raise
    run.log("recorded", case=case_id, version=recorded.case.version, replayed=recorded.replayed)
    shape = recorded_shape(recorded, run.language, rehearsed=run.dry_run)
    run.out.thing(shape, lambda page: _page(run, recorded, page))


def _named(table: Table, case: Case, text: str) -> str:
    """Gives the name of the deadline that is meant: its name, or what it is called in one of the languages."""
    sought = text.strip().casefold()
    for name, _ in case.deadlines:
        rule = table.deadlines.get(name)
        said = [rule.label.text(language).casefold() for language in LANGUAGES] if rule else []
        if sought in (name.casefold(), *said):
            return name
    return text.strip()


def _unknown(run: Invocation, table: Table, case: Case, asked: Change) -> NotFound:
    names = tuple(dict.fromkeys(one.name for one in case.open_deadlines))
    near = tuple(get_close_matches(asked.name, names, n=3, cutoff=0.4)) or names
    return NotFound(
        "deadline-unknown",
        f"{case.case_id} has no deadline called {asked.name!r}.",
        nearest=near,
        try_next=_to_look(run, case),
        details={"case": case.case_id, "deadline": asked.name, "procedure": table.procedure.id},
    )


def _next_command(run: Invocation, case: Case, name: str, asked: Change, missing: Sequence[Missing]) -> str | None:
    codes = [one.code for one in missing]
    if any(code in _TO_LOOK_AT for code in codes):
        return _to_look(run, case)
    if "deadline_not_over" in codes:
        given = {key: asked.options[key] for key in ("section", "why") if key in asked.options}
        longer = Change(verb="extend", fact="", case_id=case.case_id, name=name, on=asked.on, options=given)
        return run.command(*longer.words(until=DATE))
    instead = dict(_OF_AN_OPTION[code] for code in codes if code in _OF_AN_OPTION)
    if len(instead) == 0:
        return None
    return run.command(*asked.words(**{option.removeprefix("--"): value for option, value in instead.items()}))


def _to_look(run: Invocation, case: Case) -> str:
    return run.command("deadline", "list", "--case", case.case_id, "-v")


def _page(run: Invocation, recorded: Recorded, page: Page) -> None:
    words, labels, case = run.words, Labels(recorded.table, run.language), recorded.case
    heading = "case.would_record" if run.dry_run else "case.replayed" if recorded.replayed else "case.recorded_title"
    page.title(words(heading, case=case.case_id))
    for event in recorded.events:
        about = (words.date(event.effective_on), labels.fact(event.type))
        page.item(f"{' '.join(about)} · {labels.role(event.act_of.role)} · {sections(event.basis)}", mark="+")
        for deadline in event.deadlines:
            status = words.term("deadline_status", deadline.status)
            text = f"{labels.deadline(deadline.name)}: {words.weekday(deadline.due)} · {status}"
            shape = deadline_shape(case.case_id, deadline, seen_on=event.effective_on)
            page.item(text, mark="  +", under=[*life_lines(words, shape, event.effective_on)])
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    page.then(_to_look(run, case), run.command("case", "show", case.case_id))
