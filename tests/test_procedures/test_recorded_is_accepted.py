"""Whatever the registrar records of an evaluation, the rules accept again, and the projections can be made anew.

Histories are generated: a way through the procedure under either version of the law, about one or two counties, with
acts of all kinds thrown in at any moment, said in other ways (numbers as text, padded text, lacking fields, published
reporting instead of documents), on other days, by other actors, and under a clock that may also go back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from engine.acceptance import Judge
from engine.assess import Act
from engine.envelope import Opening
from engine.errors import OhjausError
from engine.registrar import Registrar
from engine.request import Request
from engine.table import Table
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from store.connection import SqliteDatabase
from store.integrity import check_chain, check_projections, check_schema
from store.open_log import OpenLog, create_log, open_log
from tests.doses import drawn
from tests.golden.record import Directory
from tests.golden.scenarios import RECORDER, WAYS, WAYS_SINCE_2025
from tests.golden.test_golden import helsinki_day
from tests.story import Told, fact, reporting
from tests.test_procedures.evaluation_stories import NEW, OLD, acts

NOTES = (
    fact("noted", "2025-06-02", {"text": "made-up note"}),
    fact("document_attached", "2025-06-02", {}, documents=("letter",)),
    fact("diary_number_assigned", "2025-06-02", {"diary_number": "TEST/2/2000"}),
)
ROLES = (None, "vm", "stm", "county", "evaluation_group")


class MovingClock:
    """A clock that stands at noon of the day it was set to."""

    kind = "injected"

    def __init__(self) -> None:
        self.day = date(2024, 1, 1)

    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)

    def today(self) -> date:
        return self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An act as it is offered: about whom, on which day, and how far from that day the clock stands."""

    told: Told
    subject: str
    on: date
    clock_days: int
    data: dict[str, Any]
    reported: bool
    role: str | None


def said_otherwise(told: Told, how: str) -> dict[str, Any]:
    """The data of an act as people and other programs also write them."""
    data = dict(told.data)
    if how == "as text":
        return {name: str(value) if isinstance(value, int) else value for name, value in data.items()}
    if how == "padded":
        return {name: f" {value} " if name in ("decision", "theme", "text") else value for name, value in data.items()}
    if how == "lacking" and data:
        del data[min(data)]
    return data


@st.composite
def offers(draw: st.DrawFn) -> list[Offered]:
    """A way through the procedure with other acts thrown in."""
    table = draw(st.sampled_from((OLD, NEW)))
    ways = WAYS if table is OLD else {**WAYS, **WAYS_SINCE_2025}
    known = acts(table)
    line = sorted((known[name] for name in draw(st.sampled_from(sorted(ways.values())))), key=lambda told: told.on)
    others = st.sampled_from([*known.values(), *NOTES])
    offered = []
    for told in line:
        offered.append(_offered(draw, told, table, plain=draw(st.integers(0, 9)) > 0))
        for other in draw(st.lists(others, max_size=2)):
            near = fact(other.fact, told.on, other.data, role=other.role, documents=other.documents)
            offered.append(_offered(draw, near if draw(st.booleans()) else other, table, plain=False))
    return offered


def _offered(draw: st.DrawFn, told: Told, table: Table, *, plain: bool) -> Offered:
    if plain:
        return Offered(
            told=told, subject="15", on=told.on, clock_days=0, data=dict(told.data), reported=False, role=told.role
        )
    return Offered(
        told=told,
        subject=draw(st.sampled_from(("15", "15", "21"))),
        on=told.on + timedelta(days=draw(st.integers(-40, 40))),
        clock_days=draw(st.sampled_from((0, 0, 30, 400, -1, -200))),
        data=said_otherwise(told, draw(st.sampled_from(("", "as text", "padded", "lacking")))),
        reported=draw(st.booleans()),
        role=draw(st.sampled_from((told.role, *ROLES))),
    )


@contextmanager
def a_log(clock: MovingClock) -> Iterator[tuple[Registrar, OpenLog]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "generated.db"
        create_log(path, clock)
        with open_log(path, clock) as opened:
            # A generated history need not survive a power cut.
            assert isinstance(opened.database, SqliteDatabase)
            opened.database.driver.execute("PRAGMA synchronous = 0")
            yield (
                Registrar(
                    opened.log,
                    index=opened.index,
                    declarations=declarations(),
                    subjects=Directory(),
                    calendar=finnish_calendar(),
                    clock=clock,
                ),
                opened,
            )


def offer(registrar: Registrar, opened: OpenLog, one: Offered, number: int) -> bool:
    """Offers an act to the open case about its subject, or to the newest, or as an opening when there is none."""
    cases = sorted(opened.index.cases_of(one.subject, "evaluation"), key=lambda case: case.closed_on is None)
    opening = one.told.fact in ("criteria_noted", "initiative_made") and (not cases or cases[-1].closed_on is not None)
    about = Opening(
        procedure="evaluation", subject=one.subject, parties=(one.subject,), ministry="VM", ground="made up"
    )
    guards = tuple(guard.id for guard in NEW.procedure.guards)
    documents = tuple(reporting(document.kind) for document in one.told.documents) or (reporting(),)
    act = Act(
        fact=one.told.fact,
        on=one.on,
        data=one.data,
        role=one.role,
        documents=documents if one.reported else one.told.documents,
        precision="by" if one.reported else "exact",
        unreported=guards if one.reported else (),
        opening=about if opening else None,
    )
    request = Request(command_id=f"generated {number}", recorded_by=RECORDER)
    try:
        if opening:
            registrar.open("evaluation", act, request)
        elif cases:
            registrar.advance(cases[-1].case_id, act, request)
        else:
            return False
    except OhjausError:
        return False
    return True


@given(offers())
@settings(max_examples=drawn(), deadline=None)
def test_what_is_recorded_is_accepted_and_can_be_projected_again(offered: list[Offered]) -> None:
    """The judge finds nothing, the chain and the schema are sound, and kept and folded projections are equal."""
    clock = MovingClock()
    with a_log(clock) as (registrar, opened):
        for number, one in enumerate(offered):
            clock.day = max(one.on, one.told.on) + timedelta(days=one.clock_days)
            offer(registrar, opened, one, number)
        judge = Judge(declarations(), subjects=Directory(), calendars=lambda _: finnish_calendar(), day_of=helsinki_day)
        result = judge.judge_all(opened.log.read())
        assert [*result.refused, *result.reckoned_otherwise] == []
        reports = (
            check_chain(opened.log),
            check_schema(opened.database, opened.projections.projections),
            check_projections(opened.projections),
        )
        assert [report.first_fault for report in reports] == [None, None, None]
        for table, case in map(registrar.load, {one.stream for one in opened.log.read()}):
            fresh = Registrar(
                opened.log,
                index=opened.index,
                declarations=declarations(),
                subjects=Directory(),
                calendar=finnish_calendar(),
                clock=clock,
            )
            assert fresh.load(case.case_id) == (table, case)
        event(f"{result.events // 10 * 10} events or more")
