"""Ending, confirming, reporting and closing a month; every act that counts counties names each of the 23."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.case.given import documents
from cli.collect.rounds import county, returns_of, the_return, the_round
from cli.collect.rounds import month as month_named
from cli.collect.status import CountyStatus, standings
from cli.collect.steps import record_all
from cli.frame.clocks import parse_day
from cli.rights.asking import ensure_covered
from engine.assess import Act
from engine.errors import Refused
from engine.request import NOW
from engine.several import Step
from procedures.county_return.values import month_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.wiring import Record
    from engine.case import Case
    from engine.registrar import Recorded

USUAL_PAGES = {
    "core_group": ("overview", "procedures", "goals", "themes"),
    "permanent_secretaries": ("overview", "goals", "themes"),
    "ministerial_group": ("overview",),
    "coordination_group": ("overview", "county", "procedures", "themes"),
    "reform_steering_group": ("overview", "themes"),
    "regional_section": ("overview", "county", "themes"),
}
"""What is shown at each level when nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a person says of a report."""

    level: str
    docs: tuple[str, ...]
    pages: tuple[str, ...]
    position: int | None
    remark: str | None


def who_answered(record: Record, case: Case, day: date) -> dict[str, list[str]]:
    """Gives each of those whom a round asks in one of three groups: answered, silent, or not asked this month.

    Raises:
        Refused: `part-only`, whoever asks does not see what some of them answered.
    """
    groups: dict[str, list[str]] = {"answered": [], "silent": [], "excused": []}
    found = standings(record, month_of(case), day, NOW)
    if any(one.state == "hidden" and one.code in case.opening.partners for one in found):
        seen = ", ".join(one.code for one in found if one.state != "hidden") or "–"
        raise Refused(
            "part-only",
            f"You see only the cases of {seen}; this needs the whole log, which an auditor can read.",
            try_next="ohjaus grant list --mine",
            details={"subjects": seen},
        )
    for one in found:
        if one.code in case.opening.partners:
            groups[_group(one)].append(one.code)
    return groups


def _group(one: CountyStatus) -> str:
    if one.reported:
        return "answered"
    return "excused" if one.state in ("not_sent", "excused") else "silent"


def end_collection(run: Invocation, month: str, on: str, remark: str | None, command_id: str | None) -> None:
    """Ends the collection of a month.

    Raises:
        Refused: somebody is silent and the day has not come.
    """
    which, day = month_named(month), parse_day(on, "--on")
    with run.record(write=True) as record:
        case = the_round(record, which)
        groups = who_answered(record, case, day)
        act = Act(fact="collection_ended", on=day, data={**groups, **_remark(remark)})
        recorded = record_all(run, record, [Step(case.case_id, act)], command_id)
    _answer(run, "ended", which, recorded, groups)


def confirm_returns(run: Invocation, month: str, on: str, counties: Sequence[str], command_id: str | None) -> None:
    """Confirms the returns of counties, all or none.

    Raises:
        Refused: one was not discussed, or not answered.
    """
    which, day = month_named(month), parse_day(on, "--on")
    with run.record(write=True) as record:
        codes = dict.fromkeys(county(run, one) for one in counties)
        cases = [the_return(record, code, which) for code in codes]
        steps = [Step(case.case_id, Act(fact="confirmed", on=day, data={})) for case in cases]
        recorded = record_all(run, record, steps, command_id)
    names = [run.wiring.directory.by_code(one.case.subject).name.text(run.language) for one in recorded]
    shape = {"month": which, "confirmed": list(codes), **_outcome(run, recorded)}

    def page(filled: Page) -> None:
        _title(run, "confirmed", which, filled)
        filled.field(run.words("collect.act.returns"), ", ".join(names))
        filled.then(run.command("collect", "status", "--month", which))

    run.out.thing(shape, page)


def confirm_month(
    run: Invocation, month: str, on: str, headline: str | None, *, end_silent: bool, command_id: str | None
) -> None:
    """Confirms the picture of a month; with `end_silent` the returns of the silent are closed with it.

    Raises:
        Refused: the collection has not ended.
    """
    which, day = month_named(month), parse_day(on, "--on")
    with run.record(write=True) as record:
        case = the_round(record, which)
        groups = who_answered(record, case, day)
        position = record.log.head().position
        data: dict[str, Any] = {**groups, "position": position, **({"headline": headline} if headline else {})}
        steps = [Step(case.case_id, Act(fact="round_confirmed", on=day, data=data))]
        returns = returns_of(record, which) if end_silent else {}
        silent = (returns[code] for code in groups["silent"] if code in returns)
        ended = Act(fact="closed_unanswered", on=day, data={})
        steps += [Step(one.case_id, ended) for one in silent if one.state in ("issued", "discussed")]
        ensure_covered(run, record, steps, command_id)
        run.confirm(run.words("case.confirm", label=which, where=case.case_id))
        recorded = record_all(run, record, steps, command_id)
    _answer(run, "confirmed", which, recorded, groups, position=position)


def report_month(run: Invocation, month: str, on: str, said: Report, command_id: str | None) -> None:
    """Records that the picture of a month was reported.

    Raises:
        Refused: the month is not confirmed, its themes are not compiled, or the compilation is not named.
    """
    which, day = month_named(month), parse_day(on, "--on")
    with run.record(write=True) as record:
        case = the_round(record, which)
        table = record.wiring.declarations.pinned(case.declaration)
        move = next(iter(table.with_fact("reported")))
        position = record.log.head().position if said.position is None else said.position
        pages = said.pages or USUAL_PAGES[said.level]
        data = {"level": said.level, "position": position, "pages": list(dict.fromkeys(pages))}
        data |= _remark(said.remark)
        act = Act(fact="reported", on=day, data=data, documents=documents(said.docs, move.documents))
        recorded = record_all(run, record, [Step(case.case_id, act)], command_id)
    shape = {"month": which, **data, **_outcome(run, recorded)}

    def page(filled: Page) -> None:
        words = run.words
        _title(run, "reported", which, filled, level=words(f"collect.level.{said.level}"))
        filled.field(words("collect.act.position"), str(position))
        filled.field(words("collect.act.pages"), ", ".join(words(f"collect.page.{one}") for one in pages))
        filled.then(run.command("collect", "close", "--month", which, "--on", "DATE"))

    run.out.thing(shape, page)


def close_month(run: Invocation, month: str, on: str, remark: str | None, command_id: str | None) -> None:
    """Closes a round.

    Raises:
        Refused: it was not reported.
    """
    which, day = month_named(month), parse_day(on, "--on")
    with run.record(write=True) as record:
        case = the_round(record, which)
        act = Act(fact="round_closed", on=day, data=_remark(remark))
        recorded = record_all(run, record, [Step(case.case_id, act)], command_id)
    shape = {"month": which, **_outcome(run, recorded)}
    run.out.thing(shape, lambda page: _title(run, "closed", which, page))


def _remark(text: str | None) -> dict[str, str]:
    return {"remark": text} if text else {}


def _outcome(run: Invocation, recorded: Sequence[Recorded]) -> dict[str, Any]:
    return {
        "cases": [{"case": one.case.case_id, "state": one.case.state} for one in recorded],
        "replayed": bool(recorded and recorded[0].replayed),
        "rehearsed": run.dry_run,
    }


def _answer(
    run: Invocation,
    key: str,
    which: str,
    recorded: Sequence[Recorded],
    groups: dict[str, list[str]],
    *,
    position: int | None = None,
) -> None:
    shape = {"month": which, **groups, "position": position, **_outcome(run, recorded)}

    def page(filled: Page) -> None:
        words, directory = run.words, run.wiring.directory
        _title(run, key, which, filled)
        for group, codes in groups.items():
            names = ", ".join(directory.by_code(code).name.text(run.language) for code in codes)
            filled.field(words(f"collect.act.{group}"), names or words("collect.act.none"))
        filled.then(run.command("collect", "compile", "--month", which, "--on", "DATE"))
        filled.then(run.command("collect", "status", "--month", which))

    run.out.thing(shape, page)


def _title(run: Invocation, key: str, which: str, page: Page, **values: object) -> None:
    told = run.words(f"collect.act.{key}", month=which, **values)
    page.title(run.words("collect.act.would", what=told) if run.dry_run else told)
    if run.dry_run:
        page.say(run.words("case.nothing_stored"), "warn")
