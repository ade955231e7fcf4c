"""The composition root: the one place that picks clock, calendar, declarations, directory and database, and joins them.

Store and procedures never meet; they come together here (architecture, section 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from cli.frame.clocks import InjectedClock, SystemClock, parse_instant
from cli.frame.heard import Hear, HeardLog
from cli.frame.settings import Settings
from cli.rights.given_out import VIEW, Shown
from engine.assess import Circumstances
from engine.case import Case
from engine.errors import Fault, InputRejected, NotAuthorised, NotFound, Refused
from engine.registrar import Registrar
from engine.rights import Access, Enabled, Grant, GrantIndex, access_of
from engine.rights_authority import Rights

if TYPE_CHECKING:
    from datetime import date, datetime

    from cli.rights.persons import Persons
    from cli.rights.veil import Veil
    from engine.calendar import Calendar
    from engine.declarations import Declarations
    from engine.envelope import RecordedBy
    from engine.ports import CaseIndex, CaseSummary, EventLog
    from engine.projection import Projection
    from engine.rights_duties import Duties
    from engine.rights_judged import RightsJudge
    from engine.rights_policy import Policy
    from procedures.directory import Directory
    from store.open_log import OpenLog
    from store.place import Place
    from store.queries import Queries

Clock = SystemClock | InjectedClock


class DirectorySubjects:
    """Knows who a procedure can be about, from the directory of actors."""

    def __init__(self, directory: Directory) -> None:
        """Takes the directory."""
        self._directory = directory

    def kind_of(self, code: str) -> str:
        """Gives the kind of a subject.

        Raises:
            NotFound: no actor has that code.
        """
        return str(self._directory.by_code(code).kind)


class _IndexWhenAsked:
    """The index of cases, opened when it is first asked: a case alone can be read while projections are behind."""

    def __init__(self, opened: OpenLog) -> None:
        self._opened = opened

    def cases_of(self, subject: str, procedure: str | None = None) -> tuple[CaseSummary, ...]:
        """Gives the cases about a subject, the oldest first."""
        return self._opened.index.cases_of(subject, procedure)

    def cases_in(self, procedure: str) -> tuple[CaseSummary, ...]:
        """Gives the cases of a procedure, the oldest first."""
        return self._opened.index.cases_in(procedure)


class _GrantsWhenAsked:
    """The index of grants, opened when it is first asked."""

    def __init__(self, opened: OpenLog) -> None:
        self._opened = opened

    def enabled(self) -> Enabled | None:
        """Says that rights are on and how, or gives None while they are off."""
        return self._opened.grants.enabled()

    def of(self, person: str) -> tuple[Grant, ...]:
        """Gives the grants of a person that were not revoked."""
        return self._opened.grants.of(person)

    def administrators(self) -> tuple[Grant, ...]:
        """Gives the grants of every administrator that were not revoked."""
        return self._opened.grants.administrators()


@dataclass(frozen=True)
class Record:
    """An open record: the log with its projections, and the registrar over it.

    What is read through `log`, `registrar`, `queries` and `index` may be shown: it has passed the `veil`. `opened` is
    the record itself, for what proves it; `judging` weighs acts by all that is in it.
    """

    path: Place
    opened: OpenLog
    judging: Registrar
    wiring: Wiring
    shown: Shown = VIEW

    @cached_property
    def veil(self) -> Veil:
        """What of the record may be shown to whoever runs the command."""
        from cli.rights.veil import veil_of

        return veil_of(self)

    @cached_property
    def registrar(self) -> Registrar:
        """The registrar, whose answers may be shown."""
        from cli.rights.seeing import SeenRegistrar

        return SeenRegistrar(self.judging, self.veil)

    @cached_property
    def log(self) -> EventLog:
        """The event log, as it may be shown; `opened.log` is the log itself."""
        from cli.rights.seeing import SeenLog

        return SeenLog(self.opened.log, self.veil)

    @cached_property
    def queries(self) -> Queries:
        """The lists of the cases that may be shown.

        Raises:
            Refused: `projections-behind`.
            IntegrityBroken: `projection-astray`.
        """
        from cli.rights.seeing import SeenQueries

        return SeenQueries(self.opened.queries, self.veil)

    @cached_property
    def index(self) -> CaseIndex:
        """The index of the cases that may be shown.

        Raises:
            Refused: `projections-behind`.
            IntegrityBroken: `projection-astray`.
        """
        from cli.rights.seeing import SeenIndex

        return SeenIndex(self.opened.index, self.veil)

    @property
    def grants(self) -> GrantIndex:
        """Who holds which rights on this log.

        Raises:
            Refused: `projections-behind`.
            IntegrityBroken: `projection-astray`.
        """
        return self.opened.grants

    def access(self) -> Access:
        """Gives what whoever runs the command may do today.

        Raises:
            Refused: `projections-behind`.
        """
        if self.grants.enabled() is None:
            # Who reads makes no difference then, and a login service is not asked for nothing.
            return Access(person="", enabled=False, grants=())
        who = self.wiring.who()
        return access_of(self.grants, who.person, self.wiring.clock.today(), identity=who.identity)

    def circumstances(self, case: Case) -> Circumstances:
        """Gives what acts in a case are judged by today."""
        return Circumstances(
            today=self.wiring.clock.today(),
            calendar=self.wiring.calendar,
            subject_kind=self.wiring.subjects.kind_of(case.subject),
        )


class Wiring:
    """What an invocation works with, each part made when it is first needed."""

    def __init__(
        self,
        settings: Settings,
        *,
        now: str | None = None,
        hear: Hear | None = None,
        who: Callable[[], RecordedBy] | None = None,
        who_was: Callable[[], RecordedBy] | None = None,
    ) -> None:
        """Takes the settings, the time to take as now if one was given, who hears, who asks, and who asked (last)."""
        self._settings = settings
        self._now = now
        self._hear = hear
        self._who = who
        self.who_was = who_was or self.who

    def who(self) -> RecordedBy:
        """Gives whoever runs the command."""
        if self._who is not None:
            return self._who()
        from cli.frame.identity import recorded_by

        return recorded_by(None)

    @property
    def clock_is_injected(self) -> bool:
        """True when the time was given on the command line."""
        return self._now is not None

    @cached_property
    def clock(self) -> Clock:
        """The clock: the machine's, or the one that was given.

        Raises:
            InputRejected: what was given is no time.
        """
        return SystemClock() if self._now is None else InjectedClock(parse_instant(self._now, "--now"))

    @cached_property
    def directory(self) -> Directory:
        """The directory of actors."""
        from procedures.directory import directory

        return directory()

    @cached_property
    def subjects(self) -> DirectorySubjects:
        """Who a procedure can be about."""
        return DirectorySubjects(self.directory)

    @cached_property
    def declarations(self) -> Declarations:
        """Every declared procedure."""
        from procedures.register import declarations

        return declarations()

    @cached_property
    def calendar(self) -> Calendar:
        """The pinned Finnish calendar."""
        from procedures.calendar import finnish_calendar

        return finnish_calendar()

    def calendar_of(self, version: str) -> Calendar:
        """Gives a version of the calendar: the one that is used, or one that it replaced.

        Raises:
            Fault: `calendar-unknown`, this software does not hold it.
        """
        from procedures.calendar import every_calendar

        held = {**every_calendar(), self.calendar.version: self.calendar}
        if version not in held:
            raise Fault(
                "calendar-unknown",
                f"This version of ohjaus holds the calendar {self.calendar.version}, not {version}.",
                details={"calendar": version, "held": ", ".join(held)},
            )
        return held[version]

    @cached_property
    def projections(self) -> tuple[Projection, ...]:
        """Every projection that is kept beside a log; what opens, rebuilds or verifies one asks here."""
        from store.projections.standard import STANDARD

        return STANDARD

    @cached_property
    def path(self) -> Place:
        """Where the database stands: a file, or a database on a server.

        Raises:
            InputRejected: the setting names a kind of database that this version cannot use.
        """
        return database_path(str(self._settings.get("db").value))

    @cached_property
    def persons(self) -> Persons:
        """Whom the references of the log stand for.

        Raises:
            InputRejected: the setting names a kind of database that this version cannot use.
        """
        from cli.rights.persons import Persons

        stated = self._settings.get("persons").value
        return Persons(self.path, None if stated is None else database_path(stated), self.clock)

    @contextmanager
    def open(self, *, write: bool = False, shown: Shown = VIEW) -> Iterator[Record]:
        """Opens the database, for reading only unless something is to be written; `shown` says for what it is read.

        Raises:
            NotFound: there is none; nothing is made.
            Refused: the time was given, and the database is marked as production.
        """
        from store.open_log import open_log

        with open_log(self.path, self.clock, self.projections, read_only=not write) as opened:
            if self.clock_is_injected:
                self._refuse_production(opened)
            self.persons.begin(opened, write=write)
            record = self.record_over(opened, shown)
            try:
                yield record
            except (NotAuthorised, NotFound) as error:
                from cli.rights.denials import note_denied

                note_denied(record, error)
                raise

    def record_over(self, opened: OpenLog, shown: Shown = VIEW) -> Record:
        """Gives the record of a log that is open already."""
        return Record(self.path, opened, self._registrar(opened), self, shown)

    def _registrar(self, opened: OpenLog) -> Registrar:
        return Registrar(
            self._kept_log(opened),
            index=_IndexWhenAsked(opened),
            declarations=self.declarations,
            subjects=self.subjects,
            calendar=self.calendar,
            clock=self.clock,
            rights=self.rights(_GrantsWhenAsked(opened)),
        )

    def rights(self, index: GrantIndex) -> Rights:
        """Gives what rights are judged by, over an index of grants."""
        return Rights(index=index, policy=_policy, duties=_duties, kind_of=self.subjects.kind_of)

    def rights_judge(self, day_of: Callable[[datetime], date]) -> RightsJudge:
        """Gives what asks a history whether each event was recorded by right."""
        from engine.rights_judged import RightsJudge

        return RightsJudge(policy=_policy, duties=_duties, kind_of=self.subjects.kind_of, day_of=day_of)

    def _kept_log(self, opened: OpenLog) -> EventLog:
        from cli.rights.seeing import SaltingLog
        from procedures.publicity import publicity_table

        heard = opened.log if self._hear is None else HeardLog(opened.log, self._hear)
        return SaltingLog(heard, publicity_table)

    def _refuse_production(self, opened: OpenLog) -> None:
        if opened.identity.production:
            raise Refused(
                "now-on-production",
                f"{self.path} is marked as production: its time is the clock's own, and --now is refused.",
                try_next="leave --now out, or name another database with --db",
                details={"path": self.path},
            )


def _policy() -> Policy:
    from procedures.access_rights.policy import policy

    return policy()


def _duties() -> Duties:
    from procedures.access_rights.policy import duties

    return duties()


def database_path(stated: str) -> Place:
    """Gives what a database setting names: a file, by its path or a `sqlite:///` address, or a `postgresql://` server.

    Raises:
        InputRejected: it names a kind of database that this version cannot use.
    """
    from store.postgres.address import address_invalid, is_meant_for_server, is_server, parse_server

    if "://" not in stated:
        if is_meant_for_server(stated):
            raise address_invalid()
        return Path(stated).expanduser()
    if is_server(stated):
        return parse_server(stated)
    parts = urlsplit(stated)
    if parts.scheme.partition("+")[0] != "sqlite" or parts.netloc or len(parts.path) < len("/a"):
        raise InputRejected(
            "database-unsupported",
            f"{parts.scheme}://… cannot be used here: name a SQLite file by its path or as sqlite:///PATH, or a server "
            "as postgresql://USER@HOST/DATABASE.",
            try_next="ohjaus --db PATH init",
            details={"scheme": parts.scheme},
        )
    return Path(unquote(parts.path.removeprefix("/")))
