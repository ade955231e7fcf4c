"""What happens in one case reaches others: every declared reaction and listening, through the registrar.

For each of them the receiving case is opened and the causing one told up to its fact. Then the receiving case holds the
link, and the task where one is declared; the causing one holds the link back; and nobody's state has changed by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from engine.case import Case
from engine.declaration import Listening, Reach, Reaction
from engine.envelope import Opening
from engine.errors import Refused
from engine.registrar import Registrar
from engine.request import Request
from engine.table import Table
from procedures.register import declarations
from tests.book import Book
from tests.books import BOOKS
from tests.golden.record import registrar_over_memory
from tests.golden.scenarios import RECORDER
from tests.story import Told
from tests.test_procedures.evaluation_stories import NEW, acts

EVALUATION = Book(
    table=NEW,
    subject="15",
    subject_kind="county",
    acts=acts(NEW),
    ways={
        "reported": (
            *("criteria_noted", "hearing_letter_sent", "county_heard", "start_decided"),
            *("vm_named", "stm_named", "sm_named", "county_named", "chair_consulted", "group_appointed"),
            *("assessment_begun", "division_proposal_handled", "proposals_given", "council_decided"),
            *("decision_notified", "interim_report_given", "no_investigator_decided"),
            *("measures_reported_in_negotiation", "measures_report_given", "division_inquiry_needed"),
        ),
        "by initiative": ("initiative_made",),
        "investigated": (
            *("criteria_noted", "hearing_letter_sent", "county_heard", "start_decided"),
            *("vm_named", "stm_named", "sm_named", "county_named", "chair_consulted", "group_appointed"),
            *("assessment_begun", "division_proposal_handled", "proposals_given", "council_decided"),
            *("decision_notified", "counties_heard_on_division", "investigator_appointed"),
        ),
    },
)


@dataclass(frozen=True)
class Connection:
    """A declared effect: the event that causes it, the procedure that receives it, and what it does there."""

    source: str
    fact: str
    receiver: str
    rule: Reaction | Listening

    @property
    def name(self) -> str:
        return f"{self.source}.{self.fact} to {self.receiver} ({self.rule.id})"


@cache
def newest(procedure: str) -> Table:
    return declarations().versions(procedure)[-1]


def connections() -> Iterator[Connection]:
    """Every effect that the newest version of a procedure declares."""
    for name in declarations().names:
        procedure = newest(name).procedure
        for reaction in procedure.reactions:
            yield Connection(name, reaction.on.id, reaction.procedure, reaction)
        for listening in procedure.listens:
            source, _, fact = listening.to.partition(".")
            yield Connection(source, fact, name, listening)


def books_of(procedure: str) -> list[Book]:
    found = [book for book in BOOKS if book.table is newest_table(procedure, book)]
    return found or [EVALUATION]


def newest_table(procedure: str, book: Book) -> Table | None:
    wanted = newest(procedure).procedure.declaration_id
    return book.table if book.table.procedure.declaration_id == wanted else None


def opening(book: Book, subject: str) -> Opening:
    own = book.opened().opening
    if subject == own.subject:
        return own
    return replace_opening(own, subject, book.table.procedure.parties_of(subject))


def replace_opening(own: Opening, subject: str, parties: tuple[str, ...]) -> Opening:
    return Opening(
        procedure=own.procedure,
        subject=subject,
        parties=parties,
        ministry=own.ministry,
        ground=own.ground,
        law_in_force_from=own.law_in_force_from,
    )


def request(command_id: str) -> Request:
    return Request(command_id=command_id, recorded_by=RECORDER)


def first_case(registrar: Registrar, connection: Connection, subject: str) -> Case | None:
    """Opens a case of the receiving procedure, about the same subject where the effect asks for that."""
    for book in books_of(connection.receiver):
        about = book.subject if connection.rule.reach is Reach.ALL else subject
        for way in book.ways.values():
            told = another(book.acts[way[0]], about)
            try:
                case = registrar.open(connection.receiver, told.as_act(opening(book, about)), request("receiver")).case
            except Refused:
                continue
            if connection.source == connection.receiver == "evaluation":
                # A county has one open evaluation; the earlier one must have ended.
                for name in ("hearing_letter_sent", "county_heard", "start_declined"):
                    case = registrar.advance(case.case_id, book.acts[name].as_act(), request(f"receiver {name}")).case
            return case
    return None


HOSTS = {"I-S": "13", "S-S": "08"}


def another(told: Told, subject: str) -> Told:
    """The opening of another case: the year or the term before, and about an area by that area's own host."""
    data = dict(told.data)
    for name in ("year", "financial_year", "plan_year"):
        if isinstance(data.get(name), int):
            data[name] -= 1
    if subject in HOSTS and "host" in data:
        data |= {"host": HOSTS[subject], "coordinators": [HOSTS[subject]]}
    elif data.get("council_term_from") == "2025-06-01":
        data |= {"council_term_from": "2022-03-01", "council_term_until": "2025-05-31"}
    return replace(told, data=data)


def tell(connection: Connection) -> tuple[Registrar, Case, Case] | None:
    """The receiving case as it was opened, and the causing one told up to the fact; None when no book tells it."""
    for book in books_of(connection.source):
        for way in book.ways.values():
            until = [number for number, name in enumerate(way) if book.acts[name].fact == connection.fact]
            for subject in (book.subject, *(one.subject for one in books_of(connection.receiver))) if until else ():
                registrar, _ = registrar_over_memory()
                try:
                    receiver = first_case(registrar, connection, subject)
                    if receiver is not None:
                        return registrar, receiver, told_about(registrar, book, way[: until[0] + 1], subject)
                except Refused:
                    # The acts of this book are not those of this subject; another one tells it.
                    continue
    return None


def told_about(registrar: Registrar, book: Book, names: tuple[str, ...], subject: str) -> Case:
    first = book.acts[names[0]].as_act(opening(book, subject))
    case = registrar.open(book.table.procedure.id, first, request("cause")).case
    for number, name in enumerate(names[1:]):
        case = registrar.advance(case.case_id, book.acts[name].as_act(), request(f"cause {number}")).case
    return case


CONNECTIONS = {connection.name: connection for connection in connections()}


@pytest.mark.parametrize("connection", CONNECTIONS.values(), ids=list(CONNECTIONS))
def test_what_happens_reaches_the_other_case(connection: Connection) -> None:
    """The other case records the link and the task, the causing one the link back, and no state moves by it."""
    told = tell(connection)
    assert told is not None, "no book tells it"
    registrar, before, cause = told
    after = registrar.load(before.case_id)[1]
    links = {(link.case, link.relation) for link in after.links}
    assert (cause.case_id, connection.rule.causing.id) in links
    assert (before.case_id, connection.rule.reached.id) in {(link.case, link.relation) for link in cause.links}
    assert (after.state, after.closed_on) == (before.state, before.closed_on)
    if connection.rule.task is not None:
        raised = {task.name for task in after.tasks.values()} - {task.name for task in before.tasks.values()}
        assert connection.rule.task.id in raised
