"""Opening a month: its round, and a return for each county whose turn it is, in one act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.collect.rounds import answer_due, county, month, returns_of, round_of
from cli.collect.standing import WHOLE_STATE, known_cases
from cli.collect.steps import id_for, new_case, record_all
from cli.frame.clocks import parse_day
from cli.screen.page import Column
from engine.assess import Act
from engine.errors import InputRejected
from engine.registrar import Recorded
from procedures.county_roadmap.since_2025_01_01 import answers_in
from procedures.monthly_round.guards import agreed_day

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.wiring import Record
    from engine.case import Case
    from engine.several import Step


_OPENINGS = ("monthly_round.round_opened", "county_return.template_issued")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a person asks to be opened."""

    month: str
    on: str
    counties: tuple[str, ...]
    every: bool
    due: str | None
    because: str | None
    command_id: str | None


def open_month(run: Invocation, asked: Opened) -> None:
    """Opens the round of a month and the returns, and prints them.

    Raises:
        Refused: a condition is unmet; nothing is stored.
        InputRejected: nobody is left to whom a workbook could go.
    """
    which, on = month(asked.month), parse_day(asked.on, "--on")
    with run.record(write=True) as record:
        before = _before(record, asked)
        if before is None:
            steps, told = _steps(run, record, asked, which, on)
        else:
            steps, told = [], {}
        recorded = record_all(run, record, steps, asked.command_id) if before is None else before
        cases = [one.case for one in recorded]
        returns = [one for one in cases if one.opening.procedure == "county_return"]
        the_round = next((one for one in cases if one.opening.procedure == "monthly_round"), None)
        known = the_round or round_of(record, which)
    due = max((day for day in map(answer_due, cases) if day), default=None)
    data = {
        "month": which,
        "round": known.case_id if known else None,
        "due": due.isoformat() if due else None,
        "position": told.get("position"),
        "cases": [_shape(one) for one in returns],
        "excused": told.get("excused", []),
        "already": told.get("already", []),
        "replayed": bool(recorded and recorded[0].replayed),
        "rehearsed": run.dry_run,
    }
    run.out.thing(data, lambda page: _page(run, data, due, page))


def _before(record: Record, asked: Opened) -> tuple[Recorded, ...] | None:
    """Gives what the same command recorded before; None for a new one.

    What was chosen then stands: by now the returns are there, and the choice would be another.
    """
    events = record.log.of_command(asked.command_id) if asked.command_id else ()
    if not events or any(event.type not in _OPENINGS or event.data["month"] != asked.month for event in events):
        return None
    found = []
    for event in events:
        table, case = record.registrar.load(event.stream)
        found.append(Recorded(table, case, (event,), (), replayed=True))
    return tuple(found)


def _steps(run: Invocation, record: Record, asked: Opened, which: str, on: date) -> tuple[list[Step], dict[str, Any]]:
    there = round_of(record, which)
    returns = returns_of(record, which)
    codes = tuple(dict.fromkeys(county(run, one) for one in asked.counties))
    chosen = codes or tuple(actor.code for actor in record.wiring.directory.steered())
    excused = [] if codes else [code for code in chosen if not _turn(record, code, which)]
    left = [code for code in chosen if code not in returns and code not in excused]
    if not left and there is not None:
        raise InputRejected(
            "nobody-left",
            f"Everybody has a workbook for {which} already.",
            try_next=f"ohjaus collect status --month {which}",
            details={"procedure": "county_return"},
        )
    agreed = _agreed_on(run, there, asked, which, on)
    position = record.log.head().position
    steps = []
    round_id = there.case_id if there else None
    if there is None:
        data: dict[str, Any] = {"month": which, "agreed_on": agreed.isoformat()}
        data |= {"other_day_because": asked.because} if asked.because else {}
        data["scope"] = "all" if asked.every else "critical"
        step = new_case(run, "monthly_round", WHOLE_STATE, Act(fact="round_opened", on=on, data=data))
        round_id = id_for(record, step)
        steps.append(new_case(run, "monthly_round", WHOLE_STATE, Act(fact="round_opened", on=on, data=data), round_id))
    for code in left:
        data = {"month": which, "agreed_on": agreed.isoformat(), "position": position, "round_case": round_id}
        data["only_critical"] = not (asked.every or (there is not None and there.readings[0].data["scope"] == "all"))
        steps.append(new_case(run, "county_return", code, Act(fact="template_issued", on=on, data=data)))
    already = [code for code in chosen if code in returns]
    return steps, {"position": position, "excused": excused, "already": already}


def _turn(record: Record, code: str, which: str) -> bool:
    cases = [one for one in known_cases(record, code, "county_roadmap") if one.closed_on is None]
    return answers_in(cases[-1] if cases else None, which)


def _agreed_on(run: Invocation, there: Case | None, asked: Opened, which: str, on: date) -> date:
    """Gives the agreed day: the one named, that of the round, or the day of the month that the rules name."""
    if asked.due is not None:
        return parse_day(asked.due, "--due")
    if there is not None:
        said = there.last("due_day_changed") or there.readings[0]
        return parse_day(str(said.data["agreed_on"]), "agreed_on")
    table = run.wiring.declarations.in_force("monthly_round", on)
    number = table.procedure.parameters.on("due_day_of_month", on).value
    return agreed_day(which, int(str(number)))


def _shape(case: Case) -> dict[str, Any]:
    due = answer_due(case)
    return {
        "county": case.subject,
        "case": case.case_id,
        "state": case.state,
        "due": due.isoformat() if due else None,
    }


def _page(run: Invocation, data: dict[str, Any], due: date | None, page: Page) -> None:
    words, directory = run.words, run.wiring.directory
    key = "would_open" if run.dry_run else "replayed" if data["replayed"] else "opened"
    page.title(words(f"collect.open.{key}", month=data["month"]))
    if due is not None:
        page.field(words("collect.column.due"), words.weekday(due))
    page.field(words("collect.open.round"), str(data["round"]))
    page.field(words("collect.open.sent"), str(len(data["cases"])))
    names = {code: directory.by_code(code).name.text(run.language) for code in (*data["excused"], *data["already"])}
    for kind in ("excused", "already"):
        if data[kind]:
            page.field(words(f"collect.open.{kind}"), ", ".join(names[code] for code in data[kind]))
    rows = [{**one, "name": directory.by_code(one["county"]).name.text(run.language)} for one in data["cases"]]
    page.table([Column("name", words("collect.column.county")), Column("case", words("collect.column.case"))], rows)
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    page.then(
        run.command("collect", "template", "--month", data["month"], "--out", "DIR"),
        run.command("collect", "status", "--month", data["month"]),
    )
