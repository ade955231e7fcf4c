"""The canonical bytes of an event: one form for each value, and nothing that has two.

The published vectors are in `test_canonical_form`.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.envelope import (
    DEEPEST,
    FORMAT,
    ActOf,
    Deadline,
    DerivationRecord,
    DocumentRef,
    Draft,
    Envelope,
    Link,
    Opening,
    RecordedBy,
    Rewriting,
    Standing,
    Task,
    canonical,
    decode,
    event_hash,
    refuse_floats,
    seal,
)
from engine.envelope import plain as shown_whole
from engine.errors import InputRejected, IntegrityBroken
from tests.story import Story, fact
from tests.test_engine.sample_procedure import TABLE

DRAFT = Draft(
    type="test.happened",
    publicity="public",
    precision="exact",
    schema=1,
    effective_on=date(2025, 6, 17),
    act_of=ActOf(role="council", organisation="99"),
    declaration="test@2025-01-01",
    declaration_hash="d" * 64,
    parameters={"test.days": date(2025, 1, 1)},
    calendar="test-1",
    basis=("0/2000 1 §",),
    data={"b": 1, "a": "ä", "c": [True, None]},
    state="open",
    deadlines=(
        Deadline(
            name="answer",
            generation=1,
            kind="period_from_event",
            due=date(2025, 7, 1),
            started_on=date(2025, 6, 17),
            rule="14 days",
            basis="0/2000 1 §",
            law_status="statute",
            calendar="test-1",
            status="open",
            derivation=(DerivationRecord(step="due", date=date(2025, 7, 1), why="a working day"),),
        ),
    ),
)

EVENT = seal(
    DRAFT,
    position=1,
    stream="test-99-2025",
    version=1,
    event_id="00000000-0000-7000-8000-000000000001",
    recorded_at=datetime(2025, 6, 17, 9, tzinfo=UTC),
    clock="injected",
    recorded_by=RecordedBy(person="test-person", identity="asserted"),
    command_id="command-1",
    command_hash="c" * 64,
    correlation_id="command-1",
    previous_hash="0" * 64,
)

EVENT_BYTES = (
    '{"act_of":{"organisation":"99","role":"council"},"basis":["0/2000 1 §"],'
    '"calendar":"test-1","clock":"injected",'
    f'"command_hash":"{"c" * 64}","command_id":"command-1","correlation_id":"command-1",'
    '"data":{"a":"ä","b":1,"c":[true,null]},"deadlines":[{"basis":"0/2000 1 §","calendar":"test-1",'
    '"derivation":[{"date":"2025-07-01","step":"due","why":"a working day"}],"due":"2025-07-01",'
    '"generation":1,"kind":"period_from_event","law_status":"statute","name":"answer","rule":"14 days",'
    f'"started_on":"2025-06-17","status":"open"}}],"declaration":"test@2025-01-01","declaration_hash":"{"d" * 64}",'
    '"effective_on":"2025-06-17","event_id":"00000000-0000-7000-8000-000000000001","format":1,'
    '"parameters":{"test.days":"2025-01-01"},"position":1,"precision":"exact",'
    f'"previous_hash":"{"0" * 64}","publicity":"public","recorded_at":"2025-06-17T09:00:00Z",'
    '"recorded_by":{"identity":"asserted","person":"test-person"},"schema":1,'
    '"state":"open","stream":"test-99-2025","type":"test.happened",'
    '"version":1}'
).encode()

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def by_the_standard_library(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def rewritten(stored: bytes) -> str:
    return canonical(decode(stored)).decode()


def test_an_event_has_what_applies_in_its_bytes() -> None:
    """Sorted, written out once, and without what is null, false or empty."""
    assert canonical(EVENT) == EVENT_BYTES
    shown = shown_whole(EVENT)
    assert sorted(shown) == sorted(field.name for field in msgspec.structs.fields(Envelope))
    assert {name: value for name, value in shown.items() if value not in (None, False, [], {})}.keys() == json.loads(
        EVENT_BYTES
    ).keys()


@pytest.mark.parametrize("record", [ActOf, RecordedBy, DocumentRef, Deadline, Task, Standing, Opening, Link, Envelope])
def test_no_field_has_a_default_that_could_be_written_two_ways(record: type[msgspec.Struct]) -> None:
    """What may be left out is null, false or empty: msgspec tells any other default apart by identity, a gamble."""
    defaults = [field.default for field in msgspec.structs.fields(record) if not field.required]
    assert all(default in (None, False, ()) for default in defaults)


def test_an_event_comes_back_from_its_bytes() -> None:
    """Reading what was written gives the event, and writing that again gives the bytes."""
    assert decode(EVENT_BYTES) == EVENT
    assert canonical(decode(EVENT_BYTES)) == EVENT_BYTES


def test_every_recorded_event_comes_back_from_its_bytes() -> None:
    """So do the events of a case that was admitted, with openings, tasks, deadlines and documents."""
    story = Story(TABLE).given(
        fact("application_lodged", "2024-05-06", name="Test Dragon", heads=1, documents=("application",)),
        fact("interim_keeping_allowed", "2024-05-10"),
        fact("permit_denied", "2024-06-01", documents=("decision",)),
    )
    assert tuple(decode(canonical(event)) for event in story.events) == story.events


def test_sealing_adds_what_only_the_log_knows() -> None:
    """What was admitted is in the event unchanged; the format says how it is to be read."""
    assert {name: getattr(EVENT, name) for name in DRAFT.__struct_fields__} == {
        name: getattr(DRAFT, name) for name in DRAFT.__struct_fields__
    }
    assert (EVENT.format, EVENT.position, EVENT.previous_hash) == (FORMAT, 1, "0" * 64)


def test_the_hash_is_sha_256_over_the_bytes() -> None:
    """Any implementation of SHA-256 finds the same."""
    assert event_hash(EVENT_BYTES) == hashlib.sha256(EVENT_BYTES).hexdigest()


@given(plain)
def test_the_standard_library_writes_the_same_bytes(value: Any) -> None:
    """Whatever plain data is recorded, an auditor's own few lines of Python give the bytes that were hashed."""
    assert canonical(value) == by_the_standard_library(value)


@given(plain)
def test_plain_data_survives_its_bytes(value: Any) -> None:
    """Reading the bytes gives the value, whatever its size, and writing it again gives the bytes."""
    written = canonical(value)
    assert msgspec.json.decode(written) == value
    assert canonical(msgspec.json.decode(written)) == written


@given(st.dictionaries(st.text(max_size=8), plain, max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_data_was_put_together_leaves_no_trace(data: dict[str, Any], random: Any) -> None:
    """Two mappings with the same content have the same bytes."""
    keys = list(data)
    random.shuffle(keys)
    assert canonical({key: data[key] for key in keys}) == canonical(data)


@given(plain)
def test_plain_data_without_floats_is_taken(value: Any) -> None:
    """Text, whole numbers, truth values, null, lists and mappings may be recorded."""
    refuse_floats(value)
    refuse_floats((value, (value,)))


@pytest.mark.parametrize("levels", [DEEPEST, DEEPEST + 1, 100_000])
def test_plain_data_has_an_end_to_its_nesting(levels: int) -> None:
    """What is nested too deep is refused before it exhausts whoever reads it."""
    value: dict[str, Any] = {}
    for _ in range(levels):
        value = {"a": value}
    if levels <= DEEPEST:
        refuse_floats(value)
        return
    with pytest.raises(InputRejected, match="nested deeper") as caught:
        refuse_floats(value)
    assert caught.value.code == "not-canonical"
    unpicked = value
    while unpicked:
        unpicked = unpicked.pop("a")


@given(plain, st.floats(), st.randoms(use_true_random=False))
def test_a_float_is_refused_wherever_it_stands(value: Any, number: float, random: Any) -> None:
    """However deep it is buried, a float, NaN and infinity among them, is found."""
    buried: Any = number
    for _ in range(random.randint(0, 4)):
        buried = random.choice(([value, buried], {"before": value, "deeper": buried}, [buried], (buried,)))
    with pytest.raises(InputRejected) as caught:
        refuse_floats(buried)
    assert caught.value.code == "not-canonical"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"a": [1, {"b": 0.5}]}, "data.a[1].b holds a float"),
        ({"a": {1: "b"}}, "data.a has a key that is not text: 1"),
        ({"a": date(2025, 1, 1)}, "data.a holds a date"),
        ({"a": {1, 2}}, "data.a holds a set"),
        (b"bytes", "data holds a bytes"),
    ],
)
def test_a_refusal_says_where_the_value_stands(value: object, says: str) -> None:
    """What is not plain data is named with its place."""
    with pytest.raises(InputRejected) as caught:
        refuse_floats(value)
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version":1}', '"version":1,"version":1}'),
        ('"data":{"a":"ä"', '"data":{"a":"x","a":"ä"'),
        (
            '"basis":["0/2000 1 §"],"calendar":"test-1","clock"',
            '"basis":["0/2000 1 §"],"calendar":"test-1","causation_id":null,"clock"',
        ),
        ('"format":1', '"format": 1'),
        ('"a":"ä","b":1', '"b":1,"a":"ä"'),
        ('"ä"', '"\\u00e4"'),
        ('"b":1,', '"b":1e0,'),
        ('"recorded_at":"2025-06-17T09:00:00Z"', '"recorded_at":"2025-06-17T09:00:00.000Z"'),
    ],
    ids=[
        "duplicate field",
        "duplicate key in the data",
        "null written out",
        "white space",
        "unsorted",
        "escaped",
        "exponent",
        "empty fraction",
    ],
)
def test_bytes_of_another_form_are_found_by_writing_them_again(old: str, new: str) -> None:
    """What reads as the same event, or nearly, but is not its canonical form, differs when it is written again."""
    assert old in EVENT_BYTES.decode()
    other = EVENT_BYTES.decode().replace(old, new, 1).encode()
    assert rewritten(other) != other.decode()
    rewriting = Rewriting()
    event = msgspec.json.decode(other, type=Envelope)
    assert [rewriting.gives(event, EVENT_BYTES), rewriting.gives(event, other)] == [
        canonical(event) == EVENT_BYTES,
        False,
    ]


@given(st.lists(plain, max_size=5))
def test_room_that_is_kept_leaves_nothing_behind(values: list[Any]) -> None:
    """One value after another, shorter and longer ones, is held against its own canonical bytes and no others."""
    rewriting = Rewriting()
    for value in values:
        stored = canonical(value)
        assert rewriting.gives(value, stored)
        assert not rewriting.gives(value, stored + b" ")
        assert not rewriting.gives(value, stored[:-1])


def test_a_float_in_stored_data_is_found_by_looking_for_it() -> None:
    """A float is written again as it was read, and is what nothing recorded can hold."""
    with pytest.raises(InputRejected):
        refuse_floats(decode(EVENT_BYTES.replace(b'"b":1,', b'"b":1.0,')).data)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"no event",
        b"[]",
        b"{}",
        EVENT_BYTES[:-1],
        EVENT_BYTES + b"x",
        EVENT_BYTES.replace(b'"version":1}', b'"version":"1"}'),
        EVENT_BYTES.replace(b'"generation":1,', b'"generation":1.5,'),
        EVENT_BYTES.replace(b'"version":1}', b'"version":1,"verse":1}'),
        EVENT_BYTES.replace(b'"format":1,', b'"format":2,'),
        EVENT_BYTES.replace(b"2025-06-17T09:00:00Z", b"yesterday"),
        EVENT_BYTES.replace("ä".encode(), b"\xe4"),
    ],
    ids=[
        "nothing",
        "text",
        "list",
        "empty",
        "cut",
        "longer",
        "wrong kind",
        "float",
        "unknown field",
        "another format",
        "no instant",
        "no UTF-8",
    ],
)
def test_what_is_no_event_is_damage(damaged: bytes) -> None:
    """Stored bytes that cannot be read are reported as broken integrity, never as something else."""
    with pytest.raises(IntegrityBroken) as caught:
        decode(damaged)
    assert caught.value.code == "event-unreadable"


@pytest.mark.parametrize(
    ("instant", "written"),
    [
        (datetime(2025, 6, 17, 9, tzinfo=UTC), b'"2025-06-17T09:00:00Z"'),
        (datetime(2025, 6, 17, 9, 0, 0, 120_000, tzinfo=UTC), b'"2025-06-17T09:00:00.120000Z"'),
        (datetime(2025, 6, 17, 9, tzinfo=timezone(timedelta(0))), b'"2025-06-17T09:00:00Z"'),
    ],
)
def test_an_instant_in_utc_has_one_form(instant: datetime, written: bytes) -> None:
    """Seconds always, a fraction of six digits only where there is one, and Z for the zone."""
    assert canonical(instant) == written
