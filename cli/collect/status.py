"""Where a round stands: each of the 23 by name, and no total that passes over one of them.

Silence is a state with an age: the days since the day for answering, and since the county last answered at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from cli.collect.conflicts import waiting
from cli.collect.rounds import answer_due, month, rounds, the_round
from cli.collect.standing import Standing
from cli.frame.as_of import seen_from
from cli.frame.part import sight_of
from cli.screen.page import Column
from procedures.county_observation.since_2025_01_01 import waiting_since
from procedures.county_return.values import month_of

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.wiring import Record
    from engine.case import Case
    from engine.request import AsOf

SILENT = ("silent", "waiting", "unanswered")
"""States in which nothing has come."""


@dataclass(frozen=True, slots=True)
class CountyStatus:
    """Where one county stands in a round."""

    code: str
    state: str
    case: Case | None
    due: date | None
    answered_on: date | None
    last_answered_on: date | None
    silent_days: int | None
    conflicts: int
    observations: int
    questions: int | None

    @property
    def reported(self) -> bool:
        """True when it has answered."""
        return self.answered_on is not None

    def shape(self, name: str) -> dict[str, Any]:
        """Gives it as data."""
        return {
            "county": self.code,
            "name": name,
            "case": self.case.case_id if self.case else None,
            "state": self.state,
            "due": _day(self.due),
            "answered_on": _day(self.answered_on),
            "last_answered_on": _day(self.last_answered_on),
            "silent_days": self.silent_days,
            "conflicts": self.conflicts,
            "unanswered_observations": self.observations,
            "discussed_on": _day(_last(self.case, "discussed")),
            "confirmed_on": _day(_last(self.case, "confirmed")),
            "questions": self.questions,
        }


def standings(record: Record, which: str, day: date, as_of: AsOf) -> tuple[CountyStatus, ...]:
    """Gives where each of the 23 stands in the round of a month."""
    sight, codes = sight_of(record), [actor.code for actor in record.wiring.directory.steered()]
    return tuple(_one(record, code, which, day, as_of, hidden=sight.hides(code, "county_return")) for code in codes)


def _one(record: Record, code: str, which: str, day: date, as_of: AsOf, *, hidden: bool) -> CountyStatus:
    county = Standing(record, code, as_of)
    case = next((one for one in county.returns if month_of(one) == which), None)
    due = answer_due(case) if case else None
    answered = case.last("answered") if case else None
    ever = [event.effective_on for one in county.returns for event in one.every("answered")]
    silent = case is not None and answered is None and due is not None and due < day and case.state != "excused"
    return CountyStatus(
        code=code,
        state="hidden" if case is None and hidden else _state(case, silent=silent),
        case=case,
        due=due,
        answered_on=answered.effective_on if answered else None,
        last_answered_on=max(ever, default=None),
        silent_days=(day - due).days if silent and due else None,
        conflicts=len(waiting(case, county.values)) if case else 0,
        observations=sum(waiting_since(one) is not None for one in county.observations),
        questions=_questions(county, case) if case else None,
    )


def _state(case: Case | None, *, silent: bool) -> str:
    if case is None:
        return "not_sent"
    if case.state == "issued":
        return "silent" if silent else "waiting"
    return case.state


def _questions(county: Standing, case: Case) -> int:
    last = case.last("template_reissued") or case.readings[0]
    return len(county.asked(only_critical=bool(last.data["only_critical"])))


def _last(case: Case | None, fact: str) -> date | None:
    event = case.last(fact) if case else None
    return event.effective_on if event else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def show(run: Invocation, which: str | None) -> None:
    """Prints where a round stands.

    Raises:
        NotFound: there is no such round.
    """
    with run.record() as record:
        case = the_round(record, month(which) if which else None, run.as_of)
        day = seen_from(run, record)[2]
        counties = standings(record, month_of(case), day, run.as_of)
        earlier = [one for one in rounds(record, run.as_of) if month_of(one) < month_of(case)]
        before = standings(record, month_of(earlier[-1]), day, run.as_of) if earlier else ()
        state = record.wiring.declarations.pinned(case.declaration).states[case.state].label
    directory = run.wiring.directory
    missing = [one.code for one in counties if not one.reported]
    due = answer_due(case)
    data = {
        "month": month_of(case),
        "round": case.case_id,
        "state": case.state,
        "state_label": state.text(run.language),
        "due": _day(due),
        "seen_on": day.isoformat(),
        "based_on": {"reported": len(counties) - len(missing), "expected": len(counties), "missing": missing},
        "questions": _most_questions(counties),
        "questions_before": _most_questions(before),
        "counties": [one.shape(directory.by_code(one.code).name.text(run.language)) for one in counties],
    }
    run.out.thing(data, lambda page: _page(run, data, counties, page))


def _most_questions(counties: Sequence[CountyStatus]) -> int | None:
    return max((one.questions for one in counties if one.questions is not None), default=None)


def _page(run: Invocation, data: dict[str, Any], counties: Sequence[CountyStatus], page: Page) -> None:
    words = run.words
    page.title(words("collect.status.title", month=data["month"]))
    page.field(words("collect.status.state"), data["state_label"])
    if data["due"]:
        page.field(words("collect.column.due"), words.weekday(date.fromisoformat(data["due"])))
    page.say(based_on(run, data["based_on"], counties), "warn" if data["based_on"]["missing"] else "good")
    if data["questions"] is not None:
        key = "burden" if data["questions_before"] is not None else "burden_first"
        page.say(words(f"collect.status.{key}", now=data["questions"], before=data["questions_before"]), "quiet")
    page.table(
        [
            Column("name", words("collect.column.county")),
            Column("answer", words("collect.column.answer_state")),
            Column("silent", words("collect.column.silent"), wrap=True),
            Column("conflicts", words("collect.column.conflicts"), right=True),
            Column("unanswered_observations", words("collect.column.waiting"), right=True),
            Column("discussed_on", words("collect.column.discussed_on"), date=True),
            Column("confirmed_on", words("collect.column.confirmed_on"), date=True),
        ],
        [_row(run, one, shape) for one, shape in zip(counties, data["counties"], strict=True)],
    )
    _next(run, data, counties, page)


def based_on(run: Invocation, found: dict[str, Any], counties: Sequence[CountyStatus]) -> str:
    """Gives the sentence that stands with every total: on how many it rests, and who is missing."""
    if not found["missing"]:
        return run.words("collect.status.based_on_all", expected=found["expected"])
    if any(one.state == "hidden" for one in counties):
        return run.words("collect.status.based_on_part", **found)
    names = [run.wiring.directory.by_code(code).name for code in found["missing"]]
    return run.words("collect.status.based_on", **{**found, "missing": names})


def _row(run: Invocation, one: CountyStatus, shape: dict[str, Any]) -> dict[str, Any]:
    words = run.words
    told = words(f"collect.answer.{one.state}")
    silent = ""
    if one.silent_days is not None:
        days = words.count("collect.status.days", one.silent_days)
        if one.last_answered_on:
            silent = words("collect.status.last", days=days, on=one.last_answered_on)
        else:
            silent = f"{days}; {words('collect.status.never')}"
    answered = f"{told} {words.date(one.answered_on)}" if one.answered_on and one.state == "answered" else told
    return {**shape, "answer": answered, "silent": silent}


def _next(run: Invocation, data: dict[str, Any], counties: Sequence[CountyStatus], page: Page) -> None:
    directory, which = run.wiring.directory, data["month"]
    for one in counties:
        if one.conflicts:
            slug = directory.by_code(one.code).slug
            page.then(run.command("collect", "resolve", "--month", which, "--county", slug))
    talk = next((one for one in counties if one.state == "answered"), None)
    if talk is not None:
        page.then(run.command("agenda", "make", "--month", which, "--county", directory.by_code(talk.code).slug))
    if data["state"] == "collecting":
        page.then(run.command("collect", "template", "--month", which, "--out", "DIR"))
        page.then(run.command("collect", "end", "--month", which, "--on", "DATE"))
    elif data["state"] == "discussing":
        page.then(run.command("collect", "compile", "--month", which, "--on", "DATE"))
        page.then(run.command("collect", "confirm", "--month", which, "--on", "DATE"))
    elif data["state"] == "confirmed":
        page.then(run.command("collect", "report", "--month", which, "--to", "core_group", "--on", "DATE"))
