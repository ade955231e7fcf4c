"""A made-up library that lends books: thousands of deadlines for the schedulers, and machines whose clocks are set.

A loan is due on the day that is stated. Of a precious book the reader is reminded a week before and a day after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from cli.deadline.ticking import Fired
from cli.frame.clocks import InjectedClock, SystemClock
from cli.frame.machine import Machine
from cli.frame.settings import Settings
from cli.schedule.running import Scheduler
from cli.wiring import Record, Wiring
from engine.assess import Act
from engine.counting import DeadlineKind, Stated
from engine.declaration import (
    SUBJECT,
    Day,
    DeadlineRule,
    Fact,
    Kind,
    Meets,
    Payload,
    Procedure,
    Role,
    State,
    Transition,
)
from engine.declarations import Declarations
from engine.envelope import Envelope, Opening, RecordedBy
from engine.errors import OhjausError
from engine.law import Label, Statute
from engine.parameters import Parameters
from engine.registrar import Registrar
from engine.request import Request
from procedures.calendar import finnish_calendar
from store.connection import PATIENCE_SECONDS, SqliteDatabase
from store.heartbeat import Heartbeat, Heartbeats
from store.open_log import create_log, open_log

LIBRARY_ACT = Statute("0/2030", Label("kirjastolaki", "bibliotekslagen", "library act"))
READER = Role("reader", Label("lukija", "läsaren", "reader"), SUBJECT)
LIBRARIAN = RecordedBy(person="test-person", identity="made up for a test")
LENT_ON = date(2030, 1, 2)
SPRING = datetime(2030, 3, 25, 9, tzinfo=UTC)
TODAY = date(2030, 3, 25)


class Lent(Payload):
    """A book is lent until a day: an ordinary one, or a precious one."""

    return_on: Day | None = None
    precious_return_on: Day | None = None


class Returned(Payload):
    """The book is back."""


RETURN = DeadlineRule(
    "return",
    Label("palautus", "återlämning", "return"),
    DeadlineKind.AGREED,
    Stated("return_on"),
    (LIBRARY_ACT("2 §"),),
)
PRECIOUS = DeadlineRule(
    "precious_return",
    Label("harvinaisen kirjan palautus", "återlämning av en raritet", "return of a precious book"),
    DeadlineKind.AGREED,
    Stated("precious_return_on"),
    (LIBRARY_ACT("3 §"),),
    reminders_days=(-7, 1),
)
LENT = Fact("lent", Label("lainattu", "utlånad", "lent"), Lent)
RETURNED = Fact("returned", Label("palautettu", "återlämnad", "returned"), Returned)
OUT = State("out", Label("lainassa", "utlånad", "out"))
BACK = State("back", Label("hyllyssä", "på hyllan", "back"), final=True)
LOAN = Procedure(
    id="loan",
    label=Label("laina", "lån", "loan"),
    description=Label("Kirja lainataan.", "En bok lånas ut.", "A book is lent."),
    in_force_from=date(2030, 1, 1),
    in_force_until=None,
    ministry="OKM",
    subject_kinds=("reader",),
    roles=(READER,),
    states=(OUT, BACK),
    transitions=(
        Transition(
            fact=LENT,
            sources=(),
            target=OUT,
            by=(READER,),
            kind=Kind.ACT,
            basis=(LIBRARY_ACT("1 §"),),
            starts=(RETURN, PRECIOUS),
        ),
        Transition(
            fact=RETURNED,
            sources=(OUT,),
            target=BACK,
            by=(READER,),
            kind=Kind.ACT,
            basis=(LIBRARY_ACT("1 §"),),
            meets=(Meets(RETURN), Meets(PRECIOUS)),
        ),
    ),
    guards=(),
    parameters=Parameters("loan"),
    basis=(LIBRARY_ACT("1 §"),),
)


class Readers:
    """Everybody is a reader."""

    def kind_of(self, code: str) -> str:
        return "reader"


@cache
def loans() -> Declarations:
    return Declarations((LOAN,))


@contextmanager
def library(
    path: Path,
    clock: SystemClock | InjectedClock,
    *,
    patience_seconds: float = PATIENCE_SECONDS,
    declared: Declarations | None = None,
    database_at: datetime | None = None,
) -> Iterator[Record]:
    """Opens the record of a library for writing, with a clock of the test's own.

    The database looks at the same clock, as it does on one machine, unless it is told another time.
    """
    wiring = Wiring(Settings({"db": str(path)}, {}, path.parent))
    wiring.clock, wiring.declarations = clock, declared or loans()
    with open_log(path, clock, patience_seconds=patience_seconds) as opened:
        said = database_at or clock.now()
        assert isinstance(opened.database, SqliteDatabase)
        opened.database.driver.create_function("strftime", 2, lambda *_: said.isoformat())
        registrar = Registrar(
            opened.log,
            index=opened.index,
            declarations=wiring.declarations,
            subjects=Readers(),
            calendar=finnish_calendar(),
            clock=clock,
        )
        yield Record(path, opened, registrar, wiring)


def lend(path: Path, ordinary: Sequence[date], precious: Sequence[date] = ()) -> None:
    """Makes a log in which a book is out for each of these days, the ordinary ones first."""
    clock = InjectedClock(datetime(2030, 1, 2, 9, tzinfo=UTC))
    create_log(path, clock)
    data = [{"return_on": day.isoformat()} for day in ordinary]
    data += [{"precious_return_on": day.isoformat()} for day in precious]
    with library(path, clock) as record:
        acts = [
            Act(
                fact="lent",
                on=LENT_ON,
                data=stated,
                opening=Opening(procedure="loan", subject=f"r{n}", parties=(f"r{n}",), ministry="OKM", ground="a card"),
            )
            for n, stated in enumerate(data)
        ]
        for n in range(0, len(acts), 250):
            record.registrar.open_all("loan", acts[n : n + 250], Request(command_id=f"lend {n}", recorded_by=LIBRARIAN))


@dataclass
class MadeUpMachine:
    """A machine whose count of seconds a test moves on, and whose clock it sets."""

    at: datetime
    seconds: float = 1000.0
    boot: str = "the first start"
    _off: timedelta = field(default_factory=timedelta)

    def wait(self, **by: float) -> None:
        """Lets time pass, for the clock and the count alike."""
        self.at += timedelta(**by)
        self.seconds += timedelta(**by).total_seconds()

    def set_clock(self, **by: float) -> None:
        """Sets the clock so far from the right time, at which it is by nothing at all."""
        self._off = timedelta(**by)

    def clock(self) -> SystemClock:
        """The clock of this machine, read now."""
        machine = Machine(now=lambda: self.at + self._off, seconds=lambda: self.seconds, boot=lambda: self.boot)
        return SystemClock(machine=machine)


@dataclass
class Told:
    """Keeps what a scheduler tells, and lets it stop after so many firings."""

    keys: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    ticks: int = 0
    stop_after: int | None = None

    def fired(self, record: Record, one: Fired) -> None:
        self.keys.append(one.occurrence.key)

    def ticked(self, *, fired: int, next_at: datetime | None, position: int) -> None:
        self.ticks += 1

    def failed(self, error: OhjausError) -> None:
        self.failures.append(error.code)

    def enough(self) -> bool:
        return self.stop_after is not None and len(self.keys) >= self.stop_after


def scheduler_of(path: Path, machine: MadeUpMachine, told: Told) -> Scheduler:
    """A scheduler of the library on a made-up machine."""
    return Scheduler(lambda: library(path, machine.clock()), LIBRARIAN, told, stopped=told.enough)


def days(*after: int) -> list[date]:
    """Days so many days after the made-up today, or before it."""
    return [TODAY + timedelta(days=one) for one in after]


def recorded(path: Path, after: int) -> list[Envelope]:
    """The events of a log after a position."""
    with library(path, InjectedClock(SPRING)) as record:
        return list(record.log.read(after_position=after))


def signs(path: Path) -> tuple[Heartbeat, ...]:
    """The signs of life in a log."""
    with library(path, InjectedClock(SPRING)) as record:
        return Heartbeats(record.opened.database).all()
