"""Scenarios in which something was recorded or decided wrongly, or annulled, and put right by an event of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from engine.assess import Act
from engine.envelope import RecordedBy
from engine.registrar import Registrar
from engine.request import Request
from tests.book import Book
from tests.story import day, document
from tests.test_procedures.agreement_decision_stories import BOOKS as AGREEMENT_DECISIONS
from tests.test_procedures.borrowing_authority_stories import BOOKS as BORROWING_AUTHORITIES

RECORDER = RecordedBy(person="test-person", identity="made up for a test")
STATED: Mapping[str, Any] = {"reason": "made-up reason", "section": "0/2000 1 §", "second_person": "made-up-person"}
SERVED = (
    "ground_recorded",
    "draft_prepared",
    "hearing_requested",
    "reply_of_07",
    "reply_of_08",
    "reply_of_16",
    "parties_heard",
    "ministerially_handled",
    "decided",
    "service_on_07",
    "service_on_08",
    "service_on_16",
    "appeal_of_16",
)


class Telling:
    """A case that is told act by act."""

    def __init__(self, registrar: Registrar, book: Book, names: Iterable[str]) -> None:
        self.registrar, self.case_id, self.number = registrar, "", 0
        procedure = book.table.procedure
        for name in names:
            told = book.acts[name]
            if self.case_id:
                self.tells(told.as_act())
            else:
                opening = told.as_act(book.opened().opening)
                self.case_id = registrar.open(procedure.id, opening, self._request()).case.case_id

    def tells(self, act: Act) -> None:
        self.registrar.advance(self.case_id, act, self._request())

    def does(self, fact: str, on: str, *, documents: tuple[str, ...] = (), **data: Any) -> None:
        self.tells(Act(fact=fact, on=day(on), data=data, documents=tuple(document(one) for one in documents)))

    def version(self, fact_id: str, number: int = 0) -> int:
        return self.registrar.load(self.case_id)[1].every(fact_id)[number].version

    def _request(self) -> Request:
        self.number += 1
        return Request(command_id=f"corrected {self.number}", recorded_by=RECORDER)


def clerical_error(registrar: Registrar, *, book: Book) -> None:
    """A day of service was written wrongly; the time to appeal moves, and the appeal turns out late."""
    told = Telling(registrar, book, SERVED)
    values = {"served_on": "2026-09-18"}
    told.does(
        "clerical_error_corrected",
        "2026-11-02",
        supersedes=told.version("decision_served", 2),
        values=values,
        **STATED,
    )


def annulled(registrar: Registrar, *, book: Book) -> None:
    """The Supreme Administrative Court annuls the decision; what was built upon it is settled by a person."""
    told = Telling(registrar, book, SERVED)
    told.does(
        "act_annulled",
        "2027-03-01",
        documents=("annulling_decision",),
        supersedes=told.version("decided"),
        remedy="appeal",
        court="KHO",
        **STATED,
    )
    case = registrar.load(told.case_id)[1]
    for incident in case.events[-1].data["incidents"]:
        if incident.get("case") is None:
            told.does(
                "incident_settled",
                "2027-03-08",
                version=incident["version"],
                outcome="annulled",
                reason="made up",
                section="0/2000 1 §",
            )


def decided_anew(registrar: Registrar, *, book: Book) -> None:
    """The Government corrects the amount it confirmed, to the county's detriment and with its consent."""
    way = book.ways["used_and_drawn"]
    told = Telling(registrar, book, way[: way.index("confirmed") + 1])
    version = told.version("confirmed")
    decided = registrar.load(told.case_id)[1].events[version - 1]
    on = decided.effective_on.isoformat()
    told.does(
        "decision_corrected",
        on,
        supersedes=version,
        values={
            "amount_cents": decided.data["amount_cents"] - 1_000_00,
            "exceptional_grounds": ["county_finances"],
        },
        ground="wrong_application",
        detriment_of=["15"],
        consented=["15"],
        taken_up_on=on,
        **STATED,
    )


def _scenarios() -> dict[str, Callable[[Registrar], None]]:
    agreement, borrowing = AGREEMENT_DECISIONS[0], BORROWING_AUTHORITIES[1]
    told = (
        (agreement, "clerical_error_corrected", clerical_error),
        (agreement, "annulled_by_a_court", annulled),
        (borrowing, "decided_anew", decided_anew),
    )
    return {
        f"{book.table.procedure.id}/{book.table.procedure.declaration_id}/{name}": partial(play, book=book)
        for book, name, play in told
    }


CORRECTED = _scenarios()
"""Every scenario with a correction, by the name of its story."""
