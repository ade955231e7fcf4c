"""A desk that keeps dragon permits: a registrar over a log in memory, a clock that can be set, and what it records.

Everything goes through the registrar, so that each history is one that the log would hold, and can be judged again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from engine.acceptance import Judge
from engine.assess import Act
from engine.calendar import Calendar, DayOff
from engine.case import Case, fold
from engine.deadline_acts import OF_THE_CLOCK
from engine.declaration import Procedure
from engine.declarations import Declarations
from engine.envelope import Deadline, Envelope, LedgerEntry, Opening, RecordedBy
from engine.errors import Refused
from engine.firing import Occurrence, due_by, planned, planned_after_passing
from engine.registrar import Registrar
from engine.request import Request
from engine.table import Table
from procedures.administration import numbers
from procedures.calendar import finnish_calendar
from store.memory_log import MemoryEventLog
from tests.story import day, document
from tests.test_engine import sample_procedure as sample

BY = RecordedBy(person="test-person", identity="made up for a test")
HELSINKI = ZoneInfo("Europe/Helsinki")
OPENED_ON = "2024-05-06"
"""A Monday; the decision is due three months later, on Tuesday 6 August 2024."""
HEARD = {"neighbours": ["Test Neighbour"], "reply_by": "2024-09-01"}
INSPECTED = {"inspected_on": "2024-06-03", "fire_proof": True}
_CLOCK_TYPES = frozenset(f"case.{move.fact.id}" for move in OF_THE_CLOCK)


def helsinki_day(moment: datetime) -> date:
    """The date of an instant in Helsinki."""
    return moment.astimezone(HELSINKI).date()


def noon(on: str | date) -> datetime:
    """Midday of a date, well within it in every zone near."""
    return datetime.combine(day(on), time(12), UTC)


@dataclass
class SetClock:
    """A clock that stands where it was set."""

    at: datetime
    kind: str = "injected"

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return helsinki_day(self.at)


class Dragons:
    """Every subject is a county, which dragon permits are about, but for the court."""

    def kind_of(self, code: str) -> str:
        return "court" if code == "KHO" else "county"


def with_day_off(on: str, *, version: str) -> Calendar:
    """The Finnish calendar with one more day off, as when a new holiday is enacted."""
    known = finnish_calendar()
    days_off = sorted((*known.days_off, DayOff(day(on), "independence_day")))
    return replace(known, version=version, days_off=tuple(days_off))


class Desk:
    """One case of a dragon permit, from its opening on."""

    def __init__(
        self,
        procedure: Procedure = sample.PROCEDURE,
        *,
        opened_on: str = OPENED_ON,
        calendars: Iterable[Calendar] = (),
        later: Iterable[Procedure] = (),
        **data: Any,
    ) -> None:
        self.declarations = Declarations((procedure, *later), common=numbers)
        self.clock = SetClock(noon(opened_on))
        self.log = MemoryEventLog(clock=self.clock)
        self.calendars = {one.version: one for one in (finnish_calendar(), *calendars)}
        self.calendar = finnish_calendar()
        self.registrar = self._registrar(self.calendar)
        opening = Opening(procedure=procedure.id, subject="99", parties=("99",), ministry="VM", ground="made up")
        act = Act(
            fact="application_lodged",
            on=day(opened_on),
            data={"name": "Test Dragon", "heads": 1, **data},
            documents=(document("application"),),
            opening=opening,
        )
        self.case_id = self.registrar.open(procedure.id, act, self._request("open")).case.case_id

    def _registrar(self, calendar: Calendar) -> Registrar:
        return Registrar(
            self.log,
            index=self.log,
            declarations=self.declarations,
            subjects=Dragons(),
            calendar=calendar,
            clock=self.clock,
        )

    def _request(self, command_id: str) -> Request:
        return Request(command_id=command_id, recorded_by=BY)

    @property
    def table(self) -> Table:
        return self.registrar.load(self.case_id)[0]

    @property
    def case(self) -> Case:
        return self.registrar.load(self.case_id)[1]

    @property
    def events(self) -> tuple[Envelope, ...]:
        return self.log.stream(self.case_id)

    def deadline(self, name: str = "decision_due", generation: int = 1) -> Deadline:
        return self.case.deadlines[name, generation]

    def on(self, today: str | date | datetime) -> Desk:
        """Sets the clock: to an instant, or to the middle of a day."""
        self.clock.at = today if isinstance(today, datetime) else noon(today)
        return self

    def under(self, version: str) -> Desk:
        """Goes on by another calendar."""
        self.calendar = self.calendars[version]
        self.registrar = self._registrar(self.calendar)
        return self

    def does(self, fact: str, on: str | date, **data: Any) -> Envelope:
        """Records an act on the day of the act, or today where that is later."""
        self.clock.at = max(self.clock.at, noon(on))
        number = self.log.head().position
        documents = (document("decision"),) if fact.startswith("permit") else ()
        act = Act(fact=fact, on=day(on), data=data, documents=documents)
        return self.registrar.advance(self.case_id, act, self._request(f"command {number}")).events[0]

    def about(self, act: str, on: str | date, name: str = "decision_due", **data: Any) -> Deadline:
        """Does something to a deadline, and gives what became of it."""
        stated = {"section": "0/2000 4 §"} if act in ("suspended", "extended", "cancelled") else {}
        said = {} if act == "moved" else {"why": "made up"}
        self.does(f"deadline_{act}", on, **{"deadline": name, **stated, **said, **data})
        return self.deadline(name)

    def refuses(self, fact: str, on: str | date, **data: Any) -> set[str]:
        """The codes of what is missing; the log stays as it was."""
        before = self.log.head()
        try:
            self.does(fact, on, **data)
        except Refused as refused:
            assert self.log.head() == before
            return {one.code for one in refused.missing} or {refused.code}
        return set()

    @property
    def keys(self) -> list[str]:
        """The keys of what the clock has recorded, in order."""
        return [str(event.data["key"]) for event in self.events if event.type in _CLOCK_TYPES]

    @property
    def planned(self) -> tuple[Occurrence, ...]:
        """All that the clock will record of what runs now."""
        case, table = self.case, self.table
        return tuple(
            one
            for deadline in case.open_deadlines
            for plan in (planned, planned_after_passing)
            for one in plan(table, case.case_id, deadline, case.opened_on)
        )

    @property
    def due_now(self) -> tuple[Occurrence, ...]:
        """What the clock has to record today."""
        return due_by(self.planned, self.clock.today(), frozenset(self.keys))

    def fires(self, one: Occurrence) -> Envelope:
        """Records an occurrence as the tick does: under its key, on the day for which it was planned."""
        act = Act(fact=one.fact, on=one.planned_on, data=one.data)
        return self.registrar.advance(self.case_id, act, self._request(one.key)).events[0]

    def ticks(self, today: str | date | datetime) -> list[tuple[str, str]]:
        """Records all that has come by a day; gives the fact, and its offset or the planned day, of each."""
        self.on(today)
        fired: list[tuple[str, str]] = []
        while due := self.due_now:
            for one in due:
                said = f"{one.deadline} {one.fact}" + (f" {one.offset_days:+d}" if one.offset_days is not None else "")
                fired.append((said, self.fires(one).effective_on.isoformat()))
        return fired

    def ticks_until(self, last: str) -> list[tuple[str, str]]:
        """Ticks on every day from today on through a day."""
        fired, today = [], self.clock.today()
        while today <= day(last):
            fired += self.ticks(today)
            today += timedelta(days=1)
        return fired

    def ensure_sound(self) -> None:
        """Makes sure that the history is accepted again, event by event, and folds at once as it grew."""
        judge = Judge(self.declarations, subjects=Dragons(), calendars=self.calendars.__getitem__, day_of=helsinki_day)
        found = judge.judge_all(self.log.read())
        assert [one.text for one in (*found.refused, *found.reckoned_otherwise)] == []
        assert fold(self.table, self.events) == self.case


def suspended(desk: Desk, since: str, why: str = "made up", mode: str = "freeze", name: str = "decision_due") -> None:
    """Suspends a deadline of the desk's case."""
    desk.about("suspended", since, name, why=why, mode=mode)


def entry(since: str, until: str | None, **more: Any) -> LedgerEntry:
    """An entry of the ledger of the decision's deadline; days may be written out."""
    usual = {"kind": "suspended", "section": "0/2000 4 §", "why": "made up", "due_before": date(2024, 8, 6)}
    days = {name: day(value) for name, value in more.items() if name.startswith("due_")}
    other = {name: value for name, value in more.items() if name not in days}
    return LedgerEntry(since=day(since), until=day(until) if until else None, **{**usual, **other, **days})
