"""The folds that know only the envelope, and what keeps their tables."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.envelope import Draft, Envelope
from engine.errors import Fault, IntegrityBroken, NotFound, Refused
from engine.ports import Write
from engine.projection import ColumnType, Drop, Put, Rows
from store import integrity
from store.memory_log import MemoryEventLog
from store.open_log import OpenLog, create_log, open_log
from store.projections.cases import CASES
from store.projections.fold import fold
from store.projections.standard import STANDARD
from store.projections.tables import kept_table
from tests.contracts.builders import MIDSUMMER, SetClock, closing, command, deadline, draft, opening, task, write
from tests.doses import drawn

LATER, LAST = date(2031, 7, 1), date(2031, 8, 1)


def folded(clock: SetClock, *writes: Write) -> dict[str, dict[tuple[str | int, ...], dict[str, str | int | None]]]:
    """The rows of all standard projections after the given writes."""
    log = MemoryEventLog(clock=clock)
    log.append(writes, command("c1"))
    return fold(STANDARD, log.read())


def test_a_case_stands_where_its_newest_event_left_it(clock: SetClock) -> None:
    """The row of a case tells how it was opened, where it is, since when, and that it is over."""
    rows = folded(clock, write("kite-1", 0, opening(), draft(on=LATER), draft(on=LAST), closing(on=LAST)))
    assert rows["cases"]["kite-1",] == {
        "case_id": "kite-1",
        "procedure": "kite",
        "declaration": "kite@1",
        "subject": "99",
        "ministry": "ministry-99",
        "diary_number": None,
        "state": "landed",
        "version": 4,
        "opened_on": "2031-06-21",
        "moved_on": "2031-08-01",
        "closed_on": "2031-08-01",
        "position": 4,
    }


def test_a_case_moves_only_when_its_state_changes(clock: SetClock) -> None:
    """A fact that leaves the case where it is does not move its day of moving."""
    rows = folded(clock, write("kite-1", 0, opening(), draft(on=LATER), draft("kite.seen", on=LAST)))
    assert (rows["cases"]["kite-1",]["moved_on"], rows["cases"]["kite-1",]["version"]) == ("2031-07-01", 3)


def test_a_case_that_moves_on_after_its_end_is_open_again(clock: SetClock) -> None:
    """A reopened case has no closing day."""
    rows = folded(clock, write("kite-1", 0, opening(), closing(), draft("kite.reopened", on=LATER, state="opened")))
    assert rows["cases"]["kite-1",]["closed_on"] is None


def test_a_diary_number_may_come_later(clock: SetClock) -> None:
    """The number given after the opening is the number of the case."""
    given_later = draft("case.diary_number_assigned", data={"diary_number": "TEST/1/2031"}, state="opened")
    rows = folded(clock, write("kite-1", 0, opening(), given_later))
    assert rows["cases"]["kite-1",]["diary_number"] == "TEST/1/2031"


def test_a_stream_that_is_no_case_is_passed_over(clock: SetClock) -> None:
    """Events outside cases leave no row of a case; a deadline of theirs has neither subject nor procedure."""
    rows = folded(clock, write("register", 0, draft(), draft(deadlines=(deadline(),))))
    assert (rows["cases"], rows["subject_matrix"]) == ({}, {})
    (row,) = rows["deadlines"].values()
    assert (row["subject"], row["procedure"], row["case_id"]) == (None, None, "register")


def test_a_deadline_keeps_its_newest_value_for_each_generation(clock: SetClock) -> None:
    """A met deadline is met, the next generation is a row of its own, and both know whose case it is."""
    rows = folded(
        clock,
        write(
            "kite-1",
            0,
            opening(deadlines=(deadline(),)),
            draft(deadlines=(deadline(status="met", closed_on=LATER), deadline(generation=2, due=LAST))),
        ),
    )
    told = [
        (key, row["status"], row["due"], row["closed_on"], row["subject"], row["procedure"], row["position"])
        for key, row in rows["deadlines"].items()
    ]
    assert told == [
        (("kite-1", "answer", 1), "met", "2031-06-21", "2031-07-01", "99", "kite", 2),
        (("kite-1", "answer", 2), "open", "2031-08-01", None, "99", "kite", 2),
    ]


def test_the_derivation_of_a_deadline_is_kept_as_canonical_json(clock: SetClock) -> None:
    """How the due date came about can be shown without reading the log."""
    rows = folded(clock, write("kite-1", 0, opening(deadlines=(deadline(),))))
    (row,) = rows["deadlines"].values()
    assert row["derivation"] == '[{"date":"2031-06-21","step":"start","why":"the kite flew"}]'


def test_a_task_keeps_its_newest_value(clock: SetClock) -> None:
    """A task that is done is done, under the role that did it."""
    done = task(status="done", closed_on=LATER)
    rows = folded(
        clock, write("kite-1", 0, opening(tasks=(task(), task("wind up")))), write("kite-1", 1, draft(tasks=(done,)))
    )
    assert [(row["name"], row["role"], row["status"], row["closed_on"]) for row in rows["tasks"].values()] == [
        ("reel in", "kite_office", "done", "2031-07-01"),
        ("wind up", "kite_office", "open", None),
    ]


def test_the_matrix_counts_cases_and_follows_the_newest(clock: SetClock) -> None:
    """A subject's cases of one procedure are counted; state and day are those of the case opened last in law."""
    rows = folded(
        clock,
        write("kite-1", 0, opening(on=LATER)),
        write("kite-2", 0, opening()),
        write("kite-3", 0, opening("98")),
        write("balloon-1", 0, opening(procedure="balloon")),
        write("kite-2", 1, closing(on=LAST)),
        write("kite-1", 1, draft(on=LAST)),
    )
    told = {
        key: (row["cases"], row["open_cases"], row["newest_case"], row["state"])
        for key, row in rows["subject_matrix"].items()
    }
    assert told == {
        ("99", "kite"): (2, 1, "kite-1", "flying"),
        ("98", "kite"): (1, 1, "kite-3", "opened"),
        ("99", "balloon"): (1, 1, "balloon-1", "opened"),
    }
    assert rows["subject_matrix"]["99", "kite"]["since"] == "2031-08-01"


def test_the_matrix_counts_a_reopened_case_as_open(clock: SetClock) -> None:
    """Closing takes one from the open cases, reopening gives it back, and closing again takes it once more."""
    reopened = draft("kite.reopened", state="opened")
    for drafts, expected in (((closing(),), 0), ((closing(), reopened), 1), ((closing(), reopened, closing()), 0)):
        rows = folded(clock, write("kite-1", 0, opening(), *drafts))
        assert rows["subject_matrix"]["99", "kite"]["open_cases"] == expected


def drafts_of_a_case() -> st.SearchStrategy[tuple[Draft, ...]]:
    """Any course of a case, with deadlines and tasks coming and going."""
    days = st.dates(date(2031, 1, 1), date(2031, 12, 31))
    deadlines = st.lists(
        st.builds(
            deadline,
            st.sampled_from(["answer", "review"]),
            days,
            st.integers(1, 2),
            st.sampled_from(["open", "met", "passed"]),
        ),
        max_size=2,
    ).map(tuple)
    tasks = st.lists(
        st.builds(task, st.sampled_from(["reel in", "wind up"]), status=st.sampled_from(["open", "done"])), max_size=2
    ).map(tuple)
    first = st.builds(
        opening,
        st.sampled_from(["98", "99"]),
        st.sampled_from(["kite", "balloon"]),
        days,
        deadlines=deadlines,
        tasks=tasks,
    )
    later = st.builds(
        draft, on=days, state=st.sampled_from(["opened", "flying", "landed"]), closes=st.booleans(), deadlines=deadlines
    )
    return st.tuples(first, st.lists(later, max_size=4)).map(lambda found: (found[0], *found[1]))


@settings(max_examples=drawn(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(courses=st.lists(drafts_of_a_case(), min_size=1, max_size=4), together=st.booleans())
def test_what_is_kept_is_what_the_log_says(
    tmp_path_factory: pytest.TempPathFactory, courses: list[tuple[Draft, ...]], *, together: bool
) -> None:
    """However events are grouped into appends, the kept tables equal a fold of the whole log in memory."""
    path = tmp_path_factory.mktemp("kept") / "kites.db"
    create_log(path, SetClock())
    with open_log(path, SetClock()) as opened:
        if together:
            opened.log.append([write(f"kite-{n}", 0, *drafts) for n, drafts in enumerate(courses)], command("all"))
        else:
            for number, drafts in enumerate(courses):
                for version, drafted in enumerate(drafts):
                    opened.log.append([write(f"kite-{number}", version, drafted)], command(f"{number}-{version}"))
        assert [one.difference for one in opened.projections.compare()] == [None] * len(STANDARD)
        assert integrity.check_projections(opened.projections).ok


class Sightings:
    """A projection as a procedure may declare one: it drops rows, writes partly, and reads the cases."""

    name: str = "sightings"
    version: int = 1
    key: Sequence[str] = ("case_id",)
    columns: Mapping[str, ColumnType] = {"case_id": "text", "seen": "integer", "subject": "text", "last_on": "date"}
    indexes: Sequence[Sequence[str]] = (("subject", "seen"),)

    def apply(self, event: Envelope, rows: Rows) -> Iterator[Put | Drop]:
        row = rows.get((event.stream,))
        case = rows.of(CASES.name).get((event.stream,))
        if event.closes:
            yield Drop((event.stream,))
        elif event.type == "kite.forgotten":
            yield Drop((event.stream,))
            yield Put((event.stream,), {"seen": 0})
        elif event.type == "kite.named":
            yield Put((event.stream,), {})
        else:
            seen = int(row["seen"] or 0) if row else 0
            yield Put((event.stream,), {"seen": seen + 1, "last_on": event.effective_on.isoformat()})
            if case:
                yield Put((event.stream,), {"subject": case["subject"]})


def test_a_table_is_declared_once_for_each_projection() -> None:
    """A process that opens many logs declares it once, and another projection of the same name has its own."""
    first, second = Sightings(), Sightings()
    second.columns = {"case_id": "text"}
    second.indexes = ()
    assert kept_table(first) is kept_table(first)
    assert [tuple(kept_table(one).columns) for one in (first, second)] == [tuple(first.columns), ("case_id",)]


def test_what_was_opened_soundly_before_is_looked_at_again(path: Path) -> None:
    """What a log must have is worked out once in a process; what a log has is read each time."""
    open_log(path, SetClock()).close()
    with contextlib.closing(sqlite3.connect(path)) as driver:
        driver.execute("CREATE TABLE stranger (x)")
    with pytest.raises(IntegrityBroken) as broken:
        open_log(path, SetClock())
    assert broken.value.code == "schema-changed"


def seen_then(*types: str) -> tuple[Draft, ...]:
    return (opening(), *(closing(type_) if type_ == "kite.landed" else draft(type_) for type_ in types))


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ((), [("kite-1", 1, None, "2031-06-21")]),
        (("kite.flown",), [("kite-1", 2, "99", "2031-06-21")]),
        (("kite.landed",), []),
        (("kite.forgotten",), [("kite-1", 0, None, None)]),
        (("kite.forgotten", "kite.flown"), [("kite-1", 1, "99", "2031-06-21")]),
        (("kite.landed", "kite.flown"), [("kite-1", 1, "99", "2031-06-21")]),
        (("kite.landed", "kite.named"), [("kite-1", None, None, None)]),
        (("kite.named",), [("kite-1", 1, None, "2031-06-21")]),
    ],
)
@pytest.mark.parametrize("together", [True, False], ids=["in one append", "one by one"])
def test_rows_are_put_in_part_and_dropped(
    tmp_path: Path, clock: SetClock, types: tuple[str, ...], expected: list[object], *, together: bool
) -> None:
    """A row written in part keeps the rest, a dropped one loses all, in memory as in the kept table."""
    projections = (*STANDARD, Sightings())
    create_log(tmp_path / "kites.db", clock, projections)
    drafts = seen_then(*types)
    with open_log(tmp_path / "kites.db", clock, projections) as opened:
        if together:
            opened.log.append([write("kite-1", 0, *drafts)], command("c1"))
        else:
            for version, drafted in enumerate(drafts):
                opened.log.append([write("kite-1", version, drafted)], command(f"c{version}"))
        assert opened.database.run("SELECT * FROM projection_sightings") == expected
        assert opened.projections.compare(["sightings"])[0].equal


def test_a_new_projection_is_made_from_the_whole_log(opened: OpenLog, path: Path, clock: SetClock) -> None:
    """A projection that the log has never kept is reported to a reader and filled for a writer."""
    opened.log.append([write("kite-1", 0, opening(), draft())], command("c1"))
    opened.close()
    projections = (*STANDARD, Sightings())
    with open_log(path, clock, projections, read_only=True) as reader:
        with pytest.raises(Refused) as caught:
            _ = reader.queries
        assert (caught.value.code, caught.value.try_next) == ("projections-behind", "ohjaus projection rebuild")
        assert len(list(reader.log.read())) == 2
    with open_log(path, clock, projections) as writer:
        assert writer.database.run("SELECT seen FROM projection_sightings") == [(2,)]
        assert writer.queries.case("kite-1") is not None


def test_a_new_version_of_a_projection_is_made_again(path: Path, clock: SetClock) -> None:
    """When the version rises the table is made anew with its new columns, and a writer of the old one is stopped."""

    class Renewed(Sightings):
        version = 2
        columns: Mapping[str, ColumnType] = {**Sightings.columns, "note": "text"}

    before, after = (*STANDARD, Sightings()), (*STANDARD, Renewed())
    with open_log(path, clock, before) as old:
        old.log.append([write("kite-1", 0, opening())], command("c1"))
        with open_log(path, clock, after) as new:
            assert new.database.run("SELECT seen, note FROM projection_sightings") == [(1, None)]
            new.log.append([write("kite-1", 1, draft())], command("c2"))
        with pytest.raises(Fault) as caught:
            old.log.append([write("kite-1", 2, draft())], command("c3"))
        assert (caught.value.code, old.log.version("kite-1")) == ("projection-stale", 2)


def test_a_log_without_a_projection_it_once_kept_stays_sound(path: Path, clock: SetClock) -> None:
    """Software that does not know a kept projection leaves it behind, and whoever knows it brings it up again."""
    with open_log(path, clock, (*STANDARD, Sightings())) as opened:
        opened.log.append([write("kite-1", 0, opening())], command("c1"))
    with open_log(path, clock) as opened:
        opened.log.append([write("kite-1", 1, draft())], command("c2"))
        assert {one.name: one.state for one in opened.projections.standings()}["sightings"] == "foreign"
        assert integrity.check_schema(opened.database, STANDARD).ok
        assert integrity.check_projections(opened.projections).ok
    with open_log(path, clock, (*STANDARD, Sightings())) as opened:
        assert opened.database.run("SELECT seen FROM projection_sightings") == [(2,)]


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [("version", "1.0", "version is 1.0"), ("state", "CAST(state AS BLOB)", "state is b'"), ("version", "2", "is 2")],
    ids=["a float for a whole number", "bytes for text", "another number"],
)
def test_a_value_of_another_kind_is_a_difference(
    opened: OpenLog, path: Path, column: str, value: str, told: str
) -> None:
    """What Python or JSON would take for the same is not what the log says, in a table that was made loose."""
    opened.log.append([write("kite-1", 0, opening())], command("c1"))
    columns = ", ".join(f"{value} AS {name}" if name == column else name for name in CASES.columns)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as driver:
        driver.execute(f"CREATE TABLE loose AS SELECT {columns} FROM projection_cases")
        driver.execute("DROP TABLE projection_cases")
        driver.execute(f"CREATE TABLE projection_cases ({', '.join(CASES.columns)})")
        driver.execute("INSERT INTO projection_cases SELECT * FROM loose")
    (found,) = opened.projections.compare(["cases"])
    assert not found.equal
    assert told in str(found.difference)


def test_a_projection_that_reads_one_which_is_not_kept_is_a_fault(tmp_path: Path, clock: SetClock) -> None:
    """A missing neighbour is told by name, and nothing is stored."""
    create_log(tmp_path / "kites.db", clock, (Sightings(),))
    with open_log(tmp_path / "kites.db", clock, (Sightings(),)) as opened:
        with pytest.raises(Fault) as caught:
            opened.log.append([write("kite-1", 0, opening())], command("c1"))
        assert (caught.value.code, opened.log.head().position) == ("projection-unknown", 0)


def test_a_projection_that_nobody_knows_is_not_rebuilt(opened: OpenLog) -> None:
    """A wrong name is refused with the names that there are."""
    with pytest.raises(NotFound) as caught:
        opened.projections.rebuild(["casez"])
    assert caught.value.nearest == ("cases", "deadlines", "tasks", "subject_matrix", "occurrences", "grants")


def test_an_index_serves_each_list(opened: OpenLog) -> None:
    """Due deadlines, a role's tasks and a subject's cases are found by index, without reading whole tables."""
    for sql, index in (
        ("SELECT * FROM projection_deadlines WHERE status IN ('open') AND due <= '2031'", "deadlines_status_due"),
        ("SELECT * FROM projection_tasks WHERE status IN ('open') AND role = 'x'", "tasks_status_role"),
        ("SELECT * FROM projection_cases WHERE subject = '99' AND procedure = 'kite'", "cases_subject_procedure"),
    ):
        (plan,) = opened.database.run(f"EXPLAIN QUERY PLAN {sql}")
        assert f"USING INDEX ix_projection_{index} " in plan[3]


def test_the_newest_day_counts_not_the_newest_record(clock: SetClock) -> None:
    """A case recorded later but opened earlier in law is not the newest."""
    rows = folded(clock, write("kite-1", 0, opening(on=LATER)), write("kite-2", 0, opening(on=MIDSUMMER)))
    assert rows["subject_matrix"]["99", "kite"]["newest_case"] == "kite-1"
