"""A fold in little memory: rows that wait elsewhere are the same rows, and tables are compared a page at a time."""

from __future__ import annotations

import resource
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.envelope import Envelope
from engine.errors import Fault
from engine.projection import ColumnType, Drop, Put, Rows, Value
from store.open_log import open_log
from store.projections.fold import Folding
from store.projections.spilling import Overflow
from store.projections.standard import STANDARD
from tests.benchmarks import archive, workload
from tests.doses import drawn


@cache
def archived() -> list[Envelope]:
    """Events of many cases, made when they are first asked for."""
    return list(archive.told(1_200))


class Kites:
    """One row for each kite: seen so often; a kite that comes down is no longer told of."""

    name: str = "kites"
    version: int = 1
    key: Sequence[str] = ("name", "number")
    columns: Mapping[str, ColumnType] = {"name": "text", "number": "integer", "seen": "integer", "where": "text"}
    indexes: Sequence[Sequence[str]] = ()

    def apply(self, event: Envelope, rows: Rows) -> Iterator[Put | Drop]:
        """Counts by the name and the number that the event is given in the tests."""
        key = (str(event.data["kite"]), int(event.data["number"]))
        if event.data["down"]:
            yield Drop(key)
            return
        before = rows.get(key)
        yield Put(key, {"seen": 1 + (int(before["seen"] or 0) if before else 0)})


def seen(name: str, number: int, *, down: bool) -> Envelope:
    data = {"kite": name, "number": number, "down": down}
    return Envelope(**{**{one: getattr(archived()[0], one) for one in Envelope.__struct_fields__}, "data": data})


def in_order(folding: Folding, names: Sequence[str]) -> dict[str, list[tuple[Value, ...]]]:
    return {name: [*folding.in_order(name)] for name in names}


@pytest.mark.parametrize("most_rows", [1, 2, 7, 100])
def test_rows_that_had_to_wait_are_the_same(most_rows: int) -> None:
    """However few rows are kept, every projection gives the same rows in the same order."""
    names = [one.name for one in STANDARD]
    roomy, narrow = Folding(STANDARD), Folding(STANDARD, most_rows=most_rows)
    for folding in (roomy, narrow):
        folding.extend(archived())
    assert in_order(narrow, names) == in_order(roomy, names)


@pytest.mark.parametrize("places", [8, 256])
def test_marks_that_coincide_change_nothing(places: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark only spares a look: with hardly any places for them, in whatever way keys hash, the rows are the same."""
    monkeypatch.setattr("store.projections.spilling._MARKS", places)
    names = [one.name for one in STANDARD]
    roomy, narrow = Folding(STANDARD), Folding(STANDARD, most_rows=7)
    for folding in (roomy, narrow):
        folding.extend(archived()[:400])
    assert in_order(narrow, names) == in_order(roomy, names)


@given(st.lists(st.tuples(st.sampled_from("abcdeä"), st.integers(1, 3), st.booleans()), max_size=60), st.integers(1, 5))
@settings(max_examples=drawn(60), deadline=None)
def test_rows_come_go_and_come_again(told: list[tuple[str, int, bool]], most_rows: int) -> None:
    """A row that is dropped is gone wherever it was; one that is written again begins anew; a look changes nothing."""
    roomy, narrow = Folding((Kites(),)), Folding((Kites(),), most_rows=most_rows)
    for place, (name, number, down) in enumerate(told):
        for folding in (roomy, narrow):
            folding.extend([seen(name, number, down=down)])
        if place % 20 == 0:
            in_order(narrow, ["kites"])
    assert in_order(narrow, ["kites"]) == in_order(roomy, ["kites"])


def test_nothing_waits_elsewhere_as_long_as_the_rows_fit() -> None:
    """A small log is folded in memory alone."""
    overflow = Overflow(Kites())
    assert (overflow.used, overflow.get(("a", 1)), [*overflow.rows()]) == (False, None, [])


def test_a_machine_without_room_is_not_taken_for_damage() -> None:
    """When what has to wait cannot be written, that is the machine's fault and says so."""
    wide = ({"name": "a" * 5_000, "number": number, "seen": 0, "where": None} for number in range(2_000))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, before[1]))
    try:
        with pytest.raises(Fault) as raised:
            Overflow(Kites()).put(wide)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert raised.value.code == "no-room-to-compare"


@pytest.fixture(scope="module")
def long_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log whose tables have several pages."""
    path = tmp_path_factory.mktemp("long") / "long.db"
    archive.write(path, 3_000)
    return path


CHANGES: dict[str, tuple[str, str]] = {
    "changed": (
        "UPDATE projection_tasks SET status = 'made up' WHERE rowid = {row}",
        "status is 'made up', the log gives",
    ),
    "missing": ("DELETE FROM projection_tasks WHERE rowid = {row}", "is missing"),
    "added": ("UPDATE projection_tasks SET name = name || '-x' WHERE rowid = {row}", ""),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_row_that_differs_is_found_on_whichever_page(long_log: Path, change: str) -> None:
    """First, last and between: the table is compared to its end, and the first row that differs is told."""
    statement, told = CHANGES[change]
    with open_log(long_log, workload.CLOCK) as opened:
        folded = opened.projections.folding()
        folded.extend(opened.log.read())
        assert all(one.equal for one in opened.projections.compare(folded=folded))
        last = opened.database.run("SELECT max(rowid) FROM projection_tasks")[0][0]
        assert last > 2_000
        for row in (1, last // 2, last):
            with opened.database.writing(keep=False):
                opened.database.change(statement.format(row=row), {})
                found = {one.name: one for one in opened.projections.compare(folded=folded)}
            assert [one.name for one in found.values() if not one.equal] == ["tasks"]
            assert told in str(found["tasks"].difference)
