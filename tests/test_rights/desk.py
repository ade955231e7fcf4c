"""A desk with a log on which rights are kept: made-up people come to it, each with an identity of their own.

Real procedures, a real log in a file or on a server, the real tables of roles and duties; only the people are made up.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Any

from engine.acceptance import Judge
from engine.assess import Act
from engine.case import Case
from engine.envelope import Envelope, Opening, RecordedBy
from engine.registrar import Recorded, Registrar
from engine.request import Request
from engine.rights_authority import Rights
from engine.rights_judged import RightsJudge
from procedures.access_rights.policy import duties, policy
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from store.open_log import OpenLog, create_log, open_log
from store.place import Place
from tests.book import Book
from tests.golden.record import Directory
from tests.golden.test_golden import helsinki_day
from tests.story import Told

ANNA, BERTIL = "test-anna", "test-bertil"
"""The first administrators."""
CECILIA, DAVID, ERIK = "test-cecilia", "test-david", "test-erik"
"""People who ask for something."""

TODAY = date(2027, 3, 1)


class DayClock:
    """A clock that stands at noon of a day."""

    kind = "injected"

    def __init__(self, day: date = TODAY) -> None:
        self.day = day

    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)

    def today(self) -> date:
        return self.day


class Desk:
    """What people come to; `as_of` nothing, only now."""

    def __init__(self, opened: OpenLog, clock: DayClock) -> None:
        self.opened = opened
        self.clock = clock
        self.rights = Rights(index=opened.grants, policy=policy, duties=duties, kind_of=Directory().kind_of)
        self.registrar = self.registrar_over(opened.log)
        self.unguarded = self.registrar_over(opened.log, guarded=False)

    def registrar_over(self, log: Any, *, guarded: bool = True) -> Registrar:
        """A registrar over a log; not guarded, it is another program that asks nobody."""
        return Registrar(
            log,
            index=self.opened.index,
            declarations=declarations(),
            subjects=Directory(),
            calendar=finnish_calendar(),
            clock=self.clock,
            rights=self.rights if guarded else None,
        )

    def enable(self, *administrators: str, by: str = ANNA, **data: Any) -> str:
        """Turns rights on and gives the id of the case."""
        data = {"administrators": list(administrators or (ANNA, BERTIL)), **data}
        return self._about_rights("access_rights", "rights_enabled", data, by)

    def grant(self, person: str, role: str, organisation: str | None = None, *, by: str = ANNA, **data: Any) -> str:
        """Gives a right and gives its id."""
        said = {"person": person, "role": role, "organisation": organisation, "valid_from": TODAY.isoformat(), **data}
        return self._about_rights("grant", "grant_added", said, by)

    def revoke(self, grant_id: str, person: str, *, by: str = ANNA) -> Recorded:
        """Takes a right back."""
        return self.advance(grant_id, "grant_revoked", by=by, person=person, reason="made-up reason")

    def _about_rights(self, procedure: str, fact: str, data: dict[str, Any], by: str) -> str:
        opening = Opening(procedure=procedure, subject="FI", parties=("FI", "VM"), ministry="VM", ground="made up")
        act = Act(fact=fact, on=self.clock.day, data=data, opening=opening)
        return self.registrar.open(procedure, act, request(by)).case.case_id

    def open(self, book: Book, name: str, *, by: str, **asked: Any) -> Case:
        """Opens a case of a book with one of its acts."""
        return self.registrar.open(book.table.procedure.id, act_of(book, name), request(by, **asked)).case

    def tell(self, case: Case, told: Told, *, by: str, **asked: Any) -> Recorded:
        """Records a told act in a case."""
        return self.registrar.advance(case.case_id, told.as_act(), request(by, **asked))

    def advance(self, case_id: str, fact: str, *, by: str, on: date | None = None, **data: Any) -> Recorded:
        """Records a fact in a case, today."""
        return self.registrar.advance(case_id, Act(fact=fact, on=on or self.clock.day, data=data), request(by))

    def follow(self, book: Book, names: tuple[str, ...], *, by: str) -> Case:
        """Records acts of a book in their order, past the rights, all by one person, before rights are on."""
        case = self.unguarded.open(book.table.procedure.id, act_of(book, names[0]), request(by)).case
        for name in names[1:]:
            case = self.unguarded.advance(case.case_id, book.acts[name].as_act(), request(by)).case
        return case

    def events(self) -> list[Envelope]:
        """Everything that is recorded."""
        return list(self.opened.log.read())

    def findings(self) -> list[str]:
        """The codes of what the judge of law and rights finds."""
        asked = RightsJudge(policy=policy, duties=duties, kind_of=Directory().kind_of, day_of=helsinki_day)
        judge = Judge(
            declarations(),
            subjects=Directory(),
            calendars=lambda _: finnish_calendar(),
            day_of=helsinki_day,
            rights=asked,
        )
        result = judge.judge_all(self.opened.log.read())
        return [one.code for one in (*result.refused, *result.reckoned_otherwise)]


def act_of(book: Book, name: str) -> Act:
    """The act of a book by which a case is opened."""
    procedure = book.table.procedure
    opening = Opening(
        procedure=procedure.id,
        subject=book.subject,
        parties=book.parties or procedure.parties_of(book.subject),
        ministry=procedure.ministry,
        ground="made up",
        law_in_force_from=None if book.law_in_force_from is None else date.fromisoformat(book.law_in_force_from),
    )
    return book.acts[name].as_act(opening)


def request(person: str, **asked: Any) -> Request:
    """What somebody asks for; `role` and `identity` are of who records, the rest is the request's."""
    role, identity = asked.pop("role", None), asked.pop("identity", "asserted:made-up")
    who = RecordedBy(person=person, identity=identity, role=role)
    return Request(command_id=asked.pop("command_id", None) or str(uuid.uuid4()), recorded_by=who, **asked)


@contextmanager
def a_desk(place: Place, clock: DayClock | None = None, *, create: bool = True) -> Iterator[Desk]:
    """A desk over a log at a place, which is made unless it is there."""
    clock = clock or DayClock()
    if create:
        create_log(place, clock)
    with open_log(place, clock) as opened:
        yield Desk(opened, clock)
