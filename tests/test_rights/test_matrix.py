"""Every role against every act, in every state, of one's own organisation and procedure and of others: cell by cell.

What is expected is read here from the declarations and from `roles.toml` themselves, not asked of the code under test.
The newest version of each procedure is gone through in an ordinary run, every version with OHJAUS_LONG=1.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import pytest

from engine.assess import Act
from engine.declaration import PARTY, SUBJECT, Kind, Procedure, Role, Transition
from engine.envelope import ActOf, Opening
from engine.errors import NotAuthorised
from engine.rights import Grant
from engine.rights_policy import Deed, covers, foreseen
from engine.table import Table
from procedures.access_rights.policy import policy
from procedures.directory import directory
from procedures.register import declarations
from tests.book import Book
from tests.books import BOOKS
from tests.doses import LONG
from tests.golden.record import Directory
from tests.grants import in_force
from tests.test_rights.desk import BERTIL, CECILIA, TODAY, Desk, act_of, request

ROLES: Final[Mapping[str, Any]] = tomllib.loads(
    files("procedures.access_rights").joinpath("roles.toml").read_text(encoding="utf-8")
)
TECHNICAL: Final = tuple(ROLES["role"])
OTHER: Final = "THL"
"""An organisation that no role in a matrix stands for, unless its own role is THL's."""
CORRECTING: Final = ("clerical_error_corrected", "decision_corrected", "act_annulled")

NEWEST: Final = tuple(declarations().versions(name)[-1] for name in declarations().names)
EVERY: Final = declarations().all()
TABLES: Final = EVERY if LONG else NEWEST


@dataclass(frozen=True, slots=True)
class Cell:
    """A role with an organisation (None: every one), against an act in a state, and whose act that is."""

    state: str
    move: Transition
    by: Role
    act: ActOf
    role: str
    organisation: str | None


def subject_of(procedure: Procedure) -> str:
    """Somebody whom the procedure can be about."""
    return next(actor.code for actor in directory().actors(None) if str(actor.kind) in procedure.subject_kinds)


def opening_of(procedure: Procedure) -> Opening:
    """What a made-up case of the procedure is opened with."""
    subject = subject_of(procedure)
    return Opening(
        procedure=procedure.id,
        subject=subject,
        parties=procedure.parties_of(subject),
        ministry=procedure.ministry,
        ground="made up",
    )


def whose(by: Role, opening: Opening) -> ActOf:
    """Whose act it is, by the declaration: the organisation of the role, bound to the case."""
    bound = {SUBJECT: opening.subject, "@ministry": opening.ministry, PARTY: opening.partners[0]}
    return ActOf(role=by.id, organisation=bound.get(by.organisation, by.organisation), body=by.body)


def moves_in(table: Table, state: str) -> Iterator[Transition]:
    """The acts that the declaration knows in a state, and those that every case has."""
    seen = set()
    for move in (*table.procedure.transitions, *(table.shared if state else ())):
        sources = [source.id for source in move.sources] or [""]
        if move in table.shared or state in sources:
            if move.fact.id not in seen:
                yield move
            seen.add(move.fact.id)


def cells(table: Table) -> Iterator[Cell]:
    """Every cell of one declaration."""
    procedure = table.procedure
    opening = opening_of(procedure)
    roles = dict.fromkeys([*(role.id for role in procedure.roles), *TECHNICAL, *ROLES["ministries"]])
    for state in ("", *(state.id for state in procedure.states)):
        for move in moves_in(table, state):
            for by in move.by:
                act = whose(by, opening)
                for role in roles:
                    for organisation in dict.fromkeys((None, act.organisation, opening.ministry, OTHER)):
                        yield Cell(state, move, by, act, role, organisation)


def expected(procedure: Procedure, cell: Cell, *, published: bool) -> bool:
    """What the declaration and the table of roles say of a cell, in the words of the guide."""
    act = cell.act
    of_ministry = cell.organisation in (None, procedure.ministry)
    of_actor = cell.organisation in (None, act.organisation) or act.organisation.startswith("@")
    if cell.move.kind is Kind.CLOCK:
        return cell.role == "scheduler" and of_ministry
    if procedure.id in ROLES["administered"]:
        return cell.role == "administrator"
    if cell.role in TECHNICAL:
        records = ROLES["role"][cell.role]["records"]
        if records == "published":
            return published and of_ministry
        if records != "of_others" or not of_ministry or act.role == "ministry_responsible":
            return False
        return act.role == "registry" or act.body is not None or act.organisation not in own_kinds()
    if act.role in ("ministry_responsible", "registry"):
        return of_actor and ROLES["ministries"].get(cell.role) == procedure.ministry
    return of_actor and cell.role == act.role


@cache
def own_kinds() -> frozenset[str]:
    """The organisations that act for themselves."""
    return frozenset(actor.code for actor in directory().actors(None) if str(actor.kind) in ROLES["own_kinds"])


@cache
def held(role: str, organisation: str | None, procedure: str | None) -> Grant:
    """A grant in force, as a cell has it, for one procedure or for every one."""
    return in_force(role, organisation, procedure, person=CECILIA, grant_id="grant-fi-2027")


def deed_of(procedure: Procedure, cell: Cell, *, published: bool) -> Deed:
    """The act of a cell, as rights look at it."""
    return Deed(
        procedure=procedure.id,
        fact=cell.move.fact.id,
        kind=cell.move.kind,
        act_of=cell.act,
        ministry=procedure.ministry,
        published=published,
    )


COUNTED: dict[str, int] = {}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.procedure.declaration_id)
def test_each_cell_is_allowed_exactly_where_declaration_and_roles_say_so(table: Table) -> None:
    """A role of the law for its own acts, a technical role for what its row says, nobody for anything else."""
    procedure, kind_of, known = table.procedure, Directory().kind_of, policy()
    wrong, allowed, number = [], 0, 0
    for cell in cells(table):
        # Only who imports is asked on what an act rests.
        for published in (False, True) if cell.role == "importer" else (False,):
            deed = deed_of(procedure, cell, published=published)
            may = expected(procedure, cell, published=published)
            of_procedures = {None: may, procedure.id: may, "another": False}
            found = {
                named: covers(known, held(cell.role, cell.organisation, named), deed, kind_of)
                for named in of_procedures
            }
            number += len(found)
            allowed += may
            if found != of_procedures:
                wrong.append((cell.state, cell.move.fact.id, cell.by.id, cell.role, cell.organisation, found))
    COUNTED[procedure.declaration_id] = number
    assert wrong == []
    assert 0 < allowed < number


def test_the_number_of_cells_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """How much was asked stands in the output of the run."""
    if not COUNTED:
        for table in NEWEST[:1]:
            test_each_cell_is_allowed_exactly_where_declaration_and_roles_say_so(table)
    with capsys.disabled():
        sys.stdout.write(f"\n{sum(COUNTED.values()):,} cells of {len(COUNTED)} declarations\n")
    assert sum(COUNTED.values()) > 1_000


@pytest.mark.parametrize("table", NEWEST, ids=lambda table: table.procedure.declaration_id)
def test_what_is_foreseen_of_an_act_is_what_the_declaration_says(table: Table) -> None:
    """Before the law is asked: whose act it would be, in each state, for each actor; a correction looks through."""
    opening = opening_of(table.procedure)
    party = opening.partners[0]
    for move in table.openings:
        for by in move.by:
            act = Act(fact=move.fact.id, on=TODAY, data={"party": party}, role=by.id, opening=opening)
            deed = foreseen(table, None, act)
            assert deed is not None
            assert (deed.act_of, deed.kind, deed.ministry) == (whose(by, opening), move.kind, opening.ministry)


FIRST_ACTS: Final = [
    pytest.param(book, way[0], id=f"{book.table.procedure.declaration_id} {book.subject} {way[0]}")
    for book in {book.table.procedure.id: book for book in BOOKS}.values()
    for way in list(book.ways.values())[:1]
    # Administrators open the cases of rights; `test_keeping` tells of them.
    if book.table.procedure.id not in ROLES["administered"]
]


@pytest.mark.parametrize(("book", "name"), FIRST_ACTS)
def test_a_denial_changes_nothing_and_the_right_role_opens_the_case(desk: Desk, book: Book, name: str) -> None:
    """End to end, on one act of each procedure: every role of the law and every technical role, denied or not."""
    procedure = book.table.procedure
    act = act_of(book, name)
    desk.clock.day = max(desk.clock.day, act.on)
    move = next(move for move in book.table.openings if move.fact.id == act.fact)
    by = next((role for role in move.by if role.id == act.role), None)
    actors, opening = (by,) if by else move.by, opening_of(procedure)
    desk.enable()
    # One grant at a time, since a command may rest on any that is held.
    roles = dict.fromkeys([*(role.id for role in procedure.roles), *TECHNICAL])
    for role in (role for role in roles if role not in ("delegate", "clock")):
        grant_id = desk.grant(CECILIA, role)
        before = desk.opened.log.head()
        published = bool(act.documents) and all(document.source for document in act.documents)
        found = [Cell("", move, one, whose(one, opening), role, None) for one in actors]
        may = any(expected(procedure, cell, published=published) for cell in found)
        try:
            desk.registrar.open(procedure.id, act, request(CECILIA, rehearse=True))
        except NotAuthorised:
            assert not may, role
        else:
            assert may, role
        assert desk.opened.log.head() == before
        desk.revoke(grant_id, CECILIA, by=BERTIL)
