"""The catalogues of all procedures: they name only what is declared, and leave nothing of the real history over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from engine.declaration import Transition
from procedures.directory import Kind
from procedures.history import plan, real_history
from procedures.history_words import catalogue
from procedures.register import declarations

FROM_THE_ROW = {"on", "month", "year", "amount_cents"}
every_procedure = pytest.mark.parametrize("procedure", declarations().names)


def moves_of(procedure: str) -> list[Transition]:
    """Every move of every version of a procedure."""
    return [move for table in declarations().versions(procedure) for move in table.procedure.transitions]


def fields_of(procedure: str, fact: str) -> set[str]:
    """The data fields of a fact, in whichever version it has them."""
    return {name for move in moves_of(procedure) if move.fact.id == fact for name in move.fact.payload.model_fields}


def asked_for(data: object) -> Iterator[str]:
    """The names that a template of data asks for."""
    if isinstance(data, str) and data.startswith("$"):
        yield data[1:]
    inner: Any = data.values() if hasattr(data, "values") else data if isinstance(data, list) else ()
    for part in inner:
        yield from asked_for(part)


def test_every_row_of_the_real_history_is_told() -> None:
    """Nothing of what was published is left over."""
    left = {one.row: one.why.en for one in plan(real_history())[1]}
    rows = {row.number: f"{row.procedure} {row.subject} {row.on}: {row.what}" for row in real_history().rows}
    assert {rows[number]: why for number, why in left.items()} == {}


def test_every_act_of_the_real_history_belongs_to_a_case_that_it_opens() -> None:
    """No row goes on with a case of which the history tells no opening."""
    acts = plan(real_history())[0]
    opened = {act.command_id for act in acts if act.act.opening is not None}
    assert {act.opened_by for act in acts} == opened


@every_procedure
def test_a_catalogue_tells_facts_and_fields_that_are_declared(procedure: str) -> None:
    """Each fact is one of the procedure's own, with fields that it has, filled from what was captured or the row."""
    declared = {move.fact.id for move in moves_of(procedure)}
    for happening in catalogue(procedure).happenings:
        captured = {capture.name for capture in happening.captures} | FROM_THE_ROW
        for told in happening.facts:
            assert told.fact in declared, told
            assert set(told.data) <= fields_of(procedure, told.fact), told
            assert set(asked_for(told.data)) <= captured, told
            assert told.each is None or told.each in set(Kind), told


@every_procedure
def test_a_catalogue_is_silent_about_guards_that_are_declared(procedure: str) -> None:
    """Each guard that a report may leave open is asked by some move, whose fact has the fields that would tell it."""
    for guard, names in catalogue(procedure).silences.items():
        asking = {move.fact.id for move in moves_of(procedure) if guard in {one.id for one in move.guards}}
        known = set().union(*(fields_of(procedure, fact) for fact in asking))
        assert asking, guard
        assert set(names) <= known, guard


@every_procedure
def test_matters_are_told_apart_by_fields_of_an_opening(procedure: str) -> None:
    """Only where several cases may be open is there anything to tell apart."""
    matter = set(catalogue(procedure).matter)
    openings = {move.fact.id for move in moves_of(procedure) if move.opens}
    assert matter <= set().union(*(fields_of(procedure, fact) for fact in openings))
    assert not matter or all(not table.procedure.one_open_case for table in declarations().versions(procedure))


def test_what_a_change_of_law_is_said_to_concern_is_declared() -> None:
    """The real history names only procedures that there are."""
    acts = plan(real_history())[0]
    concerned = {name for act in acts if act.procedure == "legislation" for name in act.act.data.get("concerns", ())}
    assert concerned <= set(declarations().names)
