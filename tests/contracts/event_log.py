"""What every event log must do, written against `engine.ports.EventLog` alone.

A test class inherits this one and gives the fixtures `log`, `clock` and `race`; `race` lets several writers append at
the same time, each as the implementation is really used (threads for memory, processes for a file), and gives back
what each of them was told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pytest

from engine.envelope import Draft, canonical, event_hash
from engine.errors import Conflict, Fault
from engine.ports import EventLog, Head
from tests.contracts.builders import SetClock, closing, command, draft, opening, write


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What one writer was told about one of its appends."""

    command_id: str
    stream: str
    version: int
    position: int


Race = Callable[[int, int, int], list[Acknowledged]]
"""Lets so many writers append so many times each to so many streams; who lost a race looks again and retries."""


class EventLogContract:
    """The contract; see the module."""

    appends_a_writer = 60
    """How often each of the racing writers appends."""

    def test_an_empty_log_stands_at_the_hash_of_its_identity(self, log: EventLog) -> None:
        """An empty log has position 0 and a hash of its own, which the first event follows."""
        empty = log.head()
        log.append([write("kite-1", 0, opening())], command("c1"))
        assert (empty.position, len(empty.hash), next(log.read()).previous_hash) == (0, 64, empty.hash)

    def test_events_stand_in_the_order_of_their_appends(self, log: EventLog) -> None:
        """Positions count the whole log from 1, versions each stream, both without gaps."""
        log.append([write("kite-1", 0, opening(), draft())], command("c1"))
        log.append([write("kite-2", 0, opening())], command("c2"))
        log.append([write("kite-1", 2, closing())], command("c3"))
        assert [(event.position, event.stream, event.version) for event in log.read()] == [
            (1, "kite-1", 1),
            (2, "kite-1", 2),
            (3, "kite-2", 1),
            (4, "kite-1", 3),
        ]

    def test_what_an_append_rests_on_is_looked_at_again_under_the_lock(self, log: EventLog) -> None:
        """What `confirm` raises undoes the append; it sees the log as it stands and may read it."""
        log.append([write("kite-1", 0, opening())], command("c1"))
        seen = []

        def refuse(_: datetime) -> None:
            seen.append((log.head().position, log.version("kite-1")))
            raise LookupError("another kite is up")

        with pytest.raises(LookupError):
            log.append([write("kite-2", 0, opening())], command("c2"), confirm=refuse)
        assert (seen, log.head().position, log.of_command("c2")) == ([(1, 1)], 1, ())
        assert log.append([write("kite-1", 0, opening())], command("c1"), confirm=refuse).replayed
        assert len(seen) == 1

    def test_whoever_was_too_late_looks_again_in_its_turn(self, log: EventLog) -> None:
        """What is seen within a turn is what the append finds; one that is refused there leaves the log as it was."""
        log.append([write("kite-1", 0, opening())], command("c1"))
        with log.turn(), pytest.raises(Conflict):
            log.append([write("kite-1", 0, opening())], command("c2"))
        with log.turn():
            version = log.version("kite-1")
            (event,) = log.append([write("kite-1", version, draft())], command("c2")).events
        assert (event.position, log.head().position) == (2, 2)

    def test_what_was_drafted_is_what_is_read(self, log: EventLog, clock: SetClock) -> None:
        """Every field of a draft comes back as it was written, with what the log and the command added."""
        drafted = opening(data={"wind": 7, "words": ["ä", None, True]})
        appended = log.append([write("kite-1", 0, drafted)], command("c1")).events
        (event,) = log.stream("kite-1")
        assert (event,) == appended
        assert {name: getattr(event, name) for name in Draft.__struct_fields__} == {
            name: getattr(drafted, name) for name in Draft.__struct_fields__
        }
        assert (event.recorded_at, event.clock, event.recorded_by, event.command_hash) == (
            clock.now(),
            "injected",
            command("c1").recorded_by,
            command("c1").command_hash,
        )

    def test_each_event_seals_the_one_before(self, log: EventLog) -> None:
        """The previous hash is the hash of the canonical bytes of the event before, across appends and streams."""
        log.append([write("kite-1", 0, opening(), draft())], command("c1"))
        log.append([write("kite-2", 0, opening())], command("c2"))
        events = list(log.read())
        hashes = [event_hash(canonical(event)) for event in events]
        assert [event.previous_hash for event in events[1:]] == hashes[:-1]
        assert log.head() == Head(3, hashes[-1])

    def test_a_stream_that_moved_on_is_not_written(self, log: EventLog) -> None:
        """An append on an outdated version is a conflict that tells both versions, and stores nothing."""
        log.append([write("kite-1", 0, opening(), draft())], command("c1"))
        before = log.head()
        with pytest.raises(Conflict) as caught:
            log.append([write("kite-1", 1, closing())], command("c2"))
        assert (caught.value.code, caught.value.details) == (
            "version-conflict",
            {"stream": "kite-1", "expected": 1, "actual": 2},
        )
        assert (log.head(), log.of_command("c2")) == (before, ())

    def test_a_stream_is_opened_once(self, log: EventLog) -> None:
        """An append that expects no stream conflicts with one that is there."""
        log.append([write("kite-1", 0, opening())], command("c1"))
        with pytest.raises(Conflict):
            log.append([write("kite-1", 0, opening())], command("c2"))

    def test_a_stream_that_is_not_there_has_no_versions(self, log: EventLog) -> None:
        """An append that expects a stream conflicts when there is none."""
        with pytest.raises(Conflict):
            log.append([write("kite-1", 3, draft())], command("c1"))
        assert (log.version("kite-1"), log.stream("kite-1"), log.head().position) == (0, (), 0)

    def test_the_same_command_again_is_answered_and_not_repeated(self, log: EventLog) -> None:
        """A repeated command gets its first result, even when the stream has moved on since."""
        first = log.append([write("kite-1", 0, opening())], command("c1"))
        log.append([write("kite-1", 1, draft())], command("c2"))
        again = log.append([write("kite-1", 0, opening())], command("c1"))
        assert (first.replayed, again.replayed, again.events) == (False, True, first.events)
        assert log.head().position == 2

    def test_a_command_id_is_not_used_for_something_else(self, log: EventLog) -> None:
        """The same command id with another content is a conflict and stores nothing."""
        log.append([write("kite-1", 0, opening())], command("c1", "open the first"))
        with pytest.raises(Conflict) as caught:
            log.append([write("kite-2", 0, opening())], command("c1", "open the second"))
        assert (caught.value.code, log.version("kite-2")) == ("command-reused", 0)

    def test_a_command_is_answered_with_all_its_events(self, log: EventLog) -> None:
        """What a command recorded in several streams is found under its id, in order."""
        appended = log.append([write("kite-1", 0, opening(), draft()), write("kite-2", 0, opening())], command("c1"))
        assert log.of_command("c1") == appended.events
        assert [event.stream for event in appended.events] == ["kite-1", "kite-1", "kite-2"]

    def test_two_streams_are_written_together_or_not_at_all(self, log: EventLog) -> None:
        """When one of two streams has moved on, the other is not written either."""
        log.append([write("kite-2", 0, opening())], command("c1"))
        with pytest.raises(Conflict):
            log.append([write("kite-1", 0, opening()), write("kite-2", 0, opening())], command("c2"))
        assert (log.version("kite-1"), log.version("kite-2"), log.head().position) == (0, 1, 1)

    def test_one_append_may_return_to_a_stream(self, log: EventLog) -> None:
        """A later write of the same append counts on the earlier one."""
        writes = [write("kite-1", 0, opening()), write("kite-2", 0, opening()), write("kite-1", 1, draft())]
        log.append(writes, command("c1"))
        assert [event.version for event in log.stream("kite-1")] == [1, 2]

    def test_a_reaction_names_its_cause(self, log: EventLog) -> None:
        """An event that reacts to another carries its id; what was asked for directly has no cause."""
        asked, reaction, deeper = log.append(
            [
                write("kite-1", 0, opening()),
                write("kite-2", 0, opening(), causes=(0,)),
                write("kite-1", 1, draft(), causes=(1,)),
            ],
            command("c1"),
        ).events
        assert [event.causation_id for event in (asked, reaction, deeper)] == [None, asked.event_id, reaction.event_id]
        assert {event.correlation_id for event in (asked, reaction, deeper)} == {"c1"}

    @pytest.mark.parametrize(
        "causes", [(0,), (1,), (-1,), (None, None)], ids=["itself", "later", "negative", "too many"]
    )
    def test_a_cause_comes_before_its_effect(self, log: EventLog, causes: tuple[int | None, ...]) -> None:
        """An append whose causes cannot be is a fault of whoever composed it."""
        with pytest.raises(Fault, match="cause"):
            log.append([write("kite-1", 0, opening(), causes=causes)], command("c1"))

    def test_an_append_records_something(self, log: EventLog) -> None:
        """An append without any event is a fault of whoever composed it."""
        with pytest.raises(Fault, match="without any event"):
            log.append([write("kite-1", 0)], command("c1"))

    def test_a_write_without_events_still_expects(self, log: EventLog) -> None:
        """A write without events holds a stream to its version while another is written."""
        log.append([write("kite-1", 0, opening())], command("c1"))
        with pytest.raises(Conflict):
            log.append([write("kite-1", 0), write("kite-2", 0, opening())], command("c2"))
        log.append([write("kite-1", 1), write("kite-2", 0, opening())], command("c3"))
        assert (log.version("kite-1"), log.version("kite-2")) == (1, 1)

    def test_a_rehearsal_stores_nothing(self, log: EventLog) -> None:
        """A rehearsal gives the whole result and leaves the log, its command ids and its positions as they were."""
        log.append([write("kite-1", 0, opening())], command("c1"))
        before = log.head()
        rehearsed = log.append(
            [write("kite-1", 1, draft()), write("kite-2", 0, opening())], command("c2"), rehearse=True
        )
        assert [(event.position, event.version) for event in rehearsed.events] == [(2, 2), (3, 1)]
        assert (log.head(), log.of_command("c2"), log.version("kite-2")) == (before, (), 0)
        assert not log.append([write("kite-1", 1, draft())], command("c2")).replayed

    def test_a_rehearsal_meets_the_same_conflicts(self, log: EventLog) -> None:
        """What would conflict conflicts in rehearsal as well."""
        log.append([write("kite-1", 0, opening())], command("c1"))
        with pytest.raises(Conflict):
            log.append([write("kite-1", 0, opening())], command("c2"), rehearse=True)
        with pytest.raises(Conflict):
            log.append([write("kite-1", 1, draft())], command("c1", "something else"), rehearse=True)

    def test_reading_starts_where_it_is_asked_to(self, log: EventLog) -> None:
        """Reading from a position gives each later event once and in order, however many there are."""
        log.append([write("kite-1", 0, opening(), *(draft() for _ in range(1499)))], command("c1"))
        asked: list[tuple[int, int | None]] = [(0, None), (1498, None), (1500, None), (9, 2), (0, 0)]
        assert [
            [event.position for event in log.read(after_position=after, limit=limit)] for after, limit in asked
        ] == [[*range(1, 1501)], [1499, 1500], [], [10, 11], []]

    def test_a_reader_sees_what_comes_meanwhile(self, log: EventLog) -> None:
        """An event that is appended while a reader is at work is read in its turn."""
        log.append([write("kite-1", 0, opening(), draft())], command("c1"))
        reading = log.read(limit=None)
        seen = [next(reading).position]
        log.append([write("kite-1", 2, draft())], command("c2"))
        after = log.read(after_position=2)
        assert seen + [event.position for event in reading][:1] + [event.position for event in after] == [1, 2, 3]

    def test_a_stream_is_read_from_a_version(self, log: EventLog) -> None:
        """A stream may be read from where the reader has it already."""
        log.append([write("kite-1", 0, opening(), draft(), closing())], command("c1"))
        assert [event.version for event in log.stream("kite-1", after_version=1)] == [2, 3]

    def test_recorded_time_never_goes_backwards(self, log: EventLog, clock: SetClock) -> None:
        """When the clock is set back, the newest recorded time stands still until the clock has caught up."""
        ahead = clock.now()
        log.append([write("kite-1", 0, opening())], command("c1"))
        clock.tick(days=-1)
        log.append([write("kite-1", 1, draft())], command("c2"))
        clock.tick(days=1, microseconds=1)
        log.append([write("kite-1", 2, draft())], command("c3"))
        assert [event.recorded_at for event in log.read()] == [ahead, ahead, clock.now()]

    def test_what_is_recorded_is_not_changed_by_the_writer(self, log: EventLog) -> None:
        """A writer that changes its own data afterwards does not change what was recorded."""
        data = {"wind": 7}
        log.append([write("kite-1", 0, opening(data=data))], command("c1"))
        data["wind"] = 8
        assert log.stream("kite-1")[0].data == {"wind": 7}

    def test_event_ids_are_unique_and_in_order_of_time(self, log: EventLog) -> None:
        """Every event has an id of its own; later appends have later ids."""
        for number in range(20):
            log.append([write("kite-1", number, draft())], command(f"c{number}"))
        ids = [event.event_id for event in log.read()]
        assert (len(set(ids)), sorted(ids)) == (20, ids)

    @pytest.mark.parametrize("streams", [1, 5])
    def test_racing_writers_lose_nothing_and_overwrite_nobody(self, log: EventLog, race: Race, streams: int) -> None:
        """What was acknowledged to several writers at once is what the log holds: each once, in order, without gaps."""
        told = race(4, self.appends_a_writer, streams)
        stored = [Acknowledged(event.command_id, event.stream, event.version, event.position) for event in log.read()]
        assert sorted(told, key=lambda one: one.position) == stored
        assert [one.position for one in stored] == list(range(1, 4 * self.appends_a_writer + 1))
        for stream in {one.stream for one in stored}:
            versions = [one.version for one in stored if one.stream == stream]
            assert versions == list(range(1, len(versions) + 1))
