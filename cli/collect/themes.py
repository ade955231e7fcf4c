"""The themes that counties share: listed, raised, taken up, closed; and what several raise that is no theme yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.case.refs import load, subject_code, written
from cli.collect.rounds import county
from cli.collect.standing import WHOLE_STATE, known_cases
from cli.collect.steps import new_case, record_all
from cli.frame.as_of import seen_from
from cli.frame.clocks import parse_day
from cli.screen.page import Column
from cli.screen.shapes import recorded_shape
from engine.assess import Act
from engine.errors import InputRejected
from engine.several import Step
from procedures.shared_theme.guards import counties_of, observations_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from engine.case import Case
    from engine.registrar import Recorded
    from engine.table import Table

PROCEDURE = "shared_theme"


@dataclass(frozen=True, slots=True)
class Raised:
    """What a person raises."""

    name: str
    counties: tuple[str, ...]
    sector: str
    what: str | None
    observations: tuple[str, ...]


def show_themes(run: Invocation, *, every: bool) -> None:
    """Prints the themes that are open, or all of them."""
    with run.record() as record:
        day = seen_from(run, record)[2]
        cases = known_cases(record, WHOLE_STATE, PROCEDURE, run.as_of)
        declarations = record.wiring.declarations
        items = [
            _item(run, declarations.pinned(case.declaration), case, day)
            for case in cases
            if every or case.closed_on is None
        ]
    words = run.words
    columns = [
        Column("theme", words("collect.column.case")),
        Column("name", words("collect.column.theme"), wrap=True),
        Column("state_label", words("collect.status.state"), wrap=True),
        Column("counties", words("collect.column.counties"), wrap=True),
        Column("taken_up_by", words("collect.column.taken_up_by")),
        Column("due", words("collect.column.due"), date=True),
    ]
    waiting = next((item["theme"] for item in items if item["state"] == "raised"), None)
    then = (
        [run.command("theme", "take-up", waiting, "--by", "STM", "--what", "TEXT", "--on", "DATE")] if waiting else []
    )
    run.out.rows(
        items,
        columns,
        empty=words("collect.theme.list_empty"),
        then=then,
        shown=lambda item: {**item, "counties": _names(run, item)},
    )


def _names(run: Invocation, item: Mapping[str, object]) -> str:
    codes = item["counties"]
    directory = run.wiring.directory
    return (
        ", ".join(directory.by_code(code).name.text(run.language) for code in codes if isinstance(code, str))
        if (isinstance(codes, list))
        else ""
    )


def _item(run: Invocation, table: Table, case: Case, day: date) -> dict[str, Any]:
    raised = case.readings[0]
    moves = [*case.every("taken_up"), *case.every("handed_over")]
    taken = max(moves, key=lambda event: event.version, default=None)
    ended = case.last("closed") or case.last("left_to_counties")
    due = next((one.due for one in case.open_deadlines if one.name == "theme_settled"), None)
    state = table.states.get(case.state)
    return {
        "theme": case.case_id,
        "name": raised.data["name"],
        "description": raised.data["description"],
        "sector": raised.data["sector"],
        "state": case.state,
        "state_label": state.label.text(run.language) if state else case.state,
        "counties": sorted(counties_of(case)),
        "observations": sorted(observations_of(case)),
        "raised_on": raised.effective_on.isoformat(),
        "age_days": max(((case.closed_on or day) - raised.effective_on).days, 0),
        "taken_up_by": (taken.data.get("by") or taken.data.get("to")) if taken else None,
        "due": due.isoformat() if due else None,
        "closed_on": case.closed_on.isoformat() if case.closed_on else None,
        "outcome": (ended.data.get("outcome") or ended.data.get("because")) if ended else None,
    }


def record_raised(run: Invocation, raised: Raised, on: str, command_id: str | None) -> None:
    """Records a new theme.

    Raises:
        Refused: fewer than two counties raise it.
        NotFound: an observation is no case.
    """
    day = parse_day(on, "--on")
    codes = tuple(dict.fromkeys(county(run, one) for one in raised.counties))
    with run.record(write=True) as record:
        observations = [load(record, one)[1].case_id for one in raised.observations]
        data: dict[str, Any] = {"name": raised.name, "sector": raised.sector, "counties": list(codes)}
        data |= {"observations": observations, **({"description": raised.what} if raised.what else {})}
        step = new_case(run, PROCEDURE, WHOLE_STATE, Act(fact="raised", on=day, data=data))
        (recorded,) = record_all(run, record, [step], command_id)
    _answer(run, recorded)


def record_taken_up(
    run: Invocation, case_id: str, by: str, what: str, due: str | None, on: str, command_id: str | None
) -> None:
    """Records who takes a theme up.

    Raises:
        NotFound: there is no such theme, or nobody is known by that reference.
        Refused: it is taken up already, or has ended.
    """
    data: dict[str, Any] = {"by": subject_code(run.wiring, by), "what": what}
    data |= {"due_on": parse_day(due, "--due").isoformat()} if due else {}
    _move(run, case_id, Act(fact="taken_up", on=parse_day(on, "--on"), data=data), command_id)


def record_closed(run: Invocation, case_id: str, outcome: str, on: str, command_id: str | None) -> None:
    """Records that a theme has ended, and what came of it.

    Raises:
        NotFound: there is no such theme.
        Refused: it has ended already.
    """
    _move(run, case_id, Act(fact="closed", on=parse_day(on, "--on"), data={"outcome": outcome}), command_id)


def _move(run: Invocation, case_id: str, act: Act, command_id: str | None) -> None:
    with run.record(write=True) as record:
        case = load(record, written(case_id))[1]
        if case.opening.procedure != PROCEDURE:
            raise InputRejected(
                "case-of-other-procedure",
                f"{case.case_id} is a case of {case.opening.procedure}, not of {PROCEDURE}.",
                try_next="ohjaus theme list",
                details={"case": case.case_id, "procedure": case.opening.procedure},
            )
        (recorded,) = record_all(run, record, [Step(case.case_id, act)], command_id)
    _answer(run, recorded)


def _answer(run: Invocation, recorded: Recorded) -> None:
    shape = recorded_shape(recorded, run.language, rehearsed=run.dry_run)

    def page(filled: Page) -> None:
        words, case = run.words, recorded.case
        state = recorded.table.states[case.state].label
        told = words("collect.theme.recorded", what=state, theme=str(case.readings[0].data["name"]))
        filled.title(words("collect.act.would", what=told) if run.dry_run else told)
        filled.field(words("collect.column.case"), case.case_id)
        if run.dry_run:
            filled.say(words("case.nothing_stored"), "warn")
        filled.then(run.command("theme", "list"), run.command("case", "next", case.case_id))

    run.out.thing(shape, page)
