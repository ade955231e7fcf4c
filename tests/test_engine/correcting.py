"""Corrections as tests offer them: in the dragon's case at its desk, and in cases of real declarations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.acceptance import Judge
from engine.assess import Act
from engine.case import Case, fold
from engine.envelope import Deadline, Envelope, Opening
from engine.errors import Refused
from engine.registrar import Registrar
from engine.request import Request
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from store.memory_log import MemoryEventLog
from tests.book import Book
from tests.golden.record import Directory, registrar_over_memory
from tests.golden.scenarios import RECORDER
from tests.story import day, document
from tests.test_engine.dragon_desk import HEARD, INSPECTED, Desk, helsinki_day, noon

SECTION = "0/2000 1 §"
STATED: Mapping[str, Any] = {"reason": "made-up reason", "section": SECTION, "second_person": "made-up-person"}
ANEW: Mapping[str, Any] = {"ground": "wrong_application", "taken_up_on": "2024-07-02"}
"""What a correction of the dragon's permit says beside its values."""


class CorrectingDesk(Desk):
    """The desk of a dragon permit, where something was recorded wrongly."""

    def does(self, fact: str, on: Any, **data: Any) -> Envelope:
        """Records an act; an annulment rests on the decision that annuls."""
        if fact != "act_annulled":
            return super().does(fact, on, **data)
        return self.offers(fact, on, documents=("annulling_decision",), **data)

    def offers(
        self, fact: str, on: Any, *, role: str | None = None, documents: tuple[str, ...] = (), **data: Any
    ) -> Envelope:
        """Records an act in a role, with documents."""
        self.clock.at = max(self.clock.at, noon(on))
        number = self.log.head().position
        act = Act(fact=fact, on=day(on), data=data, role=role, documents=tuple(document(one) for one in documents))
        return self.registrar.advance(self.case_id, act, self._request(f"command {number}")).events[0]

    def corrects(self, version: int, on: str, effective_on: str | None = None, **values: Any) -> Envelope:
        """Corrects a clerical error."""
        data = {**STATED, "supersedes": version, "values": values, "effective_on": effective_on}
        return self.does("clerical_error_corrected", on, **data)

    def decides_anew(self, version: int, on: str, values: Mapping[str, Any], **said: Any) -> Envelope:
        """Corrects a substantive error in a decision."""
        data = {**STATED, **ANEW, "supersedes": version, "values": values, **said}
        return self.does("decision_corrected", on, **data)

    def annuls(self, version: int, on: str, **said: Any) -> Envelope:
        """A court annuls an act, or what is said annuls it."""
        data = {**STATED, "supersedes": version, "remedy": "appeal", "court": "KHO", **said}
        return self.does("act_annulled", on, **data)

    def withdraws(self, version: int, on: str) -> Envelope:
        """The authority withdraws what is no decision, or a correction."""
        data = {**STATED, "supersedes": version, "remedy": "withdrawal"}
        return self.offers("act_annulled", on, role="authority_of_the_act", documents=("annulling_decision",), **data)

    def settles(self, version: int, on: str, outcome: str = "stands", case: str | None = None) -> Envelope:
        """Settles an incident."""
        said = {"version": version, "case": case, "outcome": outcome, "reason": "made up", "section": SECTION}
        return self.does("incident_settled", on, **said)


def inspected() -> CorrectingDesk:
    """A permit applied for (1), neighbours heard (2), the cave inspected on 3 June 2024 (3), the report given (4).

    The report is due ten working days after the inspection: on Monday 17 June 2024; it was given on the Friday before.
    """
    desk = CorrectingDesk()
    desk.does("neighbours_heard", "2024-05-13", **HEARD)
    desk.does("inspection_held", "2024-06-03", **INSPECTED)
    desk.does("report_given", "2024-06-14", generation=1)
    return desk


def granted() -> CorrectingDesk:
    """The same, and the permit granted on 1 July 2024 (5), which ends the case."""
    desk = inspected()
    desk.does("permit_granted", "2024-07-01")
    return desk


@dataclass
class Bench:
    """A case of a real declaration over a log in memory."""

    registrar: Registrar
    log: MemoryEventLog
    case_id: str

    @classmethod
    def of(cls, book: Book, *names: str) -> Bench:
        """Records the named acts of a book."""
        registrar, log = registrar_over_memory()
        procedure = book.table.procedure
        opening = Opening(
            procedure=procedure.id,
            subject=book.subject,
            parties=book.parties or (book.subject,),
            ministry=procedure.ministry,
            ground="made up",
        )
        first = registrar.open(procedure.id, book.acts[names[0]].as_act(opening), cls.request("open"))
        bench = cls(registrar, log, first.case.case_id)
        for number, name in enumerate(names[1:]):
            registrar.advance(bench.case_id, book.acts[name].as_act(), cls.request(f"act {number}"))
        return bench

    @staticmethod
    def request(command_id: str) -> Request:
        return Request(command_id=command_id, recorded_by=RECORDER)

    @property
    def case(self) -> Case:
        return self.registrar.load(self.case_id)[1]

    def version(self, fact_id: str, number: int = 0) -> int:
        """The version of an event of a fact."""
        return self.case.every(fact_id)[number].version

    def does(
        self, fact: str, on: str, *, role: str | None = None, documents: tuple[str, ...] = (), **data: Any
    ) -> Envelope:
        """Records an act."""
        act = Act(fact=fact, on=day(on), data=data, role=role, documents=tuple(document(one) for one in documents))
        number = self.log.head().position
        return self.registrar.advance(self.case_id, act, self.request(f"command {number}")).events[0]

    def refuses(self, fact: str, on: str, **data: Any) -> set[str]:
        """The codes of what is missing; nothing is stored."""
        before = self.log.head()
        try:
            self.does(fact, on, **data)
        except Refused as refused:
            assert self.log.head() == before
            return {one.code for one in refused.missing} or {refused.code}
        return set()

    def ensure_sound(self) -> None:
        """Makes sure that the history is accepted again, and folds at once as it grew."""
        judge = Judge(declarations(), subjects=Directory(), calendars=lambda _: finnish_calendar(), day_of=helsinki_day)
        found = judge.judge_all(self.log.read())
        assert [one.text for one in (*found.refused, *found.reckoned_otherwise)] == []
        table, case = self.registrar.load(self.case_id)
        assert fold(table, self.log.stream(self.case_id)) == case


def due(deadline: Deadline) -> tuple[str, str]:
    """A deadline's last day and status."""
    return deadline.due.isoformat(), deadline.status
