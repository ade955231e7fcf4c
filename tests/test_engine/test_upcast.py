"""Stored payloads of older shapes are lifted to the one declared now, step by step and without gaps."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from engine.errors import Fault
from engine.upcast import Upcaster
from tests.test_engine.sample_facts import NEIGHBOURS_HEARD
from tests.test_engine.sample_procedure import TABLE

HEARD = "dragon_permit.neighbours_heard"
NOW = {"neighbours": ["Test Neighbour"], "reply_by": None}

SHAPES: list[tuple[int, dict[str, Any]]] = [
    (1, {"neighbour": "Test Neighbour"}),
    (2, {"neighbours": ["Test Neighbour"]}),
    (3, NOW),
]


@pytest.mark.parametrize(("schema", "data"), SHAPES)
def test_every_older_shape_becomes_the_one_of_now(schema: int, data: dict[str, Any]) -> None:
    """From whichever version it starts, the chain ends in the same data."""
    assert TABLE.upcaster.lift(HEARD, schema, data) == NOW


@pytest.mark.parametrize(("schema", "data"), SHAPES)
def test_what_was_stored_is_left_as_it_is(schema: int, data: dict[str, Any]) -> None:
    """Lifting reads; a step that takes fields away takes them from a copy."""
    before = copy.deepcopy(data)
    TABLE.upcaster.lift(HEARD, schema, data)
    assert data == before


@pytest.mark.parametrize(("schema", "data"), SHAPES)
def test_what_is_lifted_is_what_the_fact_takes_now(schema: int, data: dict[str, Any]) -> None:
    """The payload of today accepts every payload of the past."""
    lifted = TABLE.upcaster.lift(HEARD, schema, data)
    assert NEIGHBOURS_HEARD.payload.model_validate(lifted).model_dump(mode="json") == NOW


@pytest.mark.parametrize("event_type", ["dragon_permit.fee_paid", "case.noted", "griffin_permit.unheard_of"])
def test_a_fact_that_never_changed_is_read_as_it_stands(event_type: str) -> None:
    """Nothing is done to data of the first and only version."""
    data = {"any": "thing"}
    assert TABLE.upcaster.lift(event_type, 1, data) is data


@pytest.mark.parametrize(("event_type", "schema", "known"), [(HEARD, 4, 3), ("dragon_permit.fee_paid", 2, 1)])
def test_an_event_of_a_newer_program_is_not_guessed_at(event_type: str, schema: int, known: int) -> None:
    """A version that this program does not know is a fault that says so."""
    with pytest.raises(Fault) as caught:
        TABLE.upcaster.lift(event_type, schema, {})
    assert (caught.value.code, caught.value.details) == (
        "schema-unknown",
        {"type": event_type, "schema": schema, "known": known},
    )


def test_only_facts_that_changed_have_steps() -> None:
    """The chains are those of the declaration, in its order."""
    upcaster = Upcaster.of({HEARD: NEIGHBOURS_HEARD, "dragon_permit.fee_paid": TABLE.facts["fee_paid"]})
    assert (upcaster.current, upcaster.steps) == ({HEARD: 3}, {HEARD: NEIGHBOURS_HEARD.upcasts})
