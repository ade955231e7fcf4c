"""The work that is measured: whole made-up evaluations of the 21 counties, act by act, as staff would record them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cli.frame.clocks import InjectedClock, parse_instant
from engine.assess import Act
from engine.declarations import Declarations
from engine.envelope import Draft, Opening, RecordedBy
from engine.ports import Command, Write
from engine.registrar import Registrar
from engine.request import Request
from procedures.calendar import finnish_calendar
from procedures.directory import counties, directory
from procedures.register import declarations
from store.open_log import OpenLog, create_log, open_log
from tests.golden.scenarios import WAYS
from tests.test_procedures.evaluation_stories import NEW, acts

RECORDER = RecordedBy(person="test-person", identity="made up for a benchmark")
CLOCK = InjectedClock(parse_instant("2030-01-02T10:00:00Z", "benchmark"))


class Subjects:
    """Knows the counties."""

    def kind_of(self, code: str) -> str:
        return str(directory().by_code(code).kind)


def fresh(path: Path) -> OpenLog:
    """Makes an empty log, with its projections."""
    create_log(path, CLOCK)
    return open_log(path, CLOCK)


def registrar(opened: OpenLog, declared: Declarations | None = None) -> Registrar:
    """Gives a registrar over the log."""
    return Registrar(
        opened.log,
        index=opened.index,
        declarations=declared or declarations(),
        subjects=Subjects(),
        calendar=finnish_calendar(),
        clock=CLOCK,
    )


def record_evaluations(desk: Registrar) -> int:
    """Records one whole evaluation of each county, from the criteria to the end; gives the number of acts."""
    count = 0
    for actor in counties():
        case_id = ""
        for act in _acts_of(actor.code):
            count += 1
            request = Request(command_id=f"{actor.code} {count}", recorded_by=RECORDER)
            if case_id:
                desk.advance(case_id, act, request)
            else:
                case_id = desk.open("evaluation", act, request).case.case_id
    return count


def _acts_of(subject: str) -> Iterator[Act]:
    known = acts(NEW)
    opening = Opening(procedure="evaluation", subject=subject, parties=(subject,), ministry="VM", ground="made up")
    told = sorted((known[name] for name in WAYS["measures_completed"]), key=lambda one: one.on)
    for number, one in enumerate(told):
        yield one.as_act(None if number else opening)


def fill(opened: OpenLog, count: int, *, streams: int = 500) -> None:
    """Appends copies of recorded events to made-up streams, 500 in a transaction, until the log holds `count`."""
    drafts = [draft_of(event) for event in opened.log.read(limit=200)]
    position = opened.log.head().position
    versions: dict[str, int] = {}
    while position < count:
        writes: list[Write] = []
        for number in range(min(500, count - position)):
            stream = f"filler-{(position + number) % streams}"
            version = versions.get(stream, 0)
            writes.append(Write(stream=stream, expected_version=version, drafts=(drafts[version % len(drafts)],)))
            versions[stream] = version + 1
        position = _append(opened, writes, f"filler {position}")


def fill_stream(opened: OpenLog, stream: str, length: int) -> None:
    """Appends one made-up stream of `length` copies of the events of the first recorded case."""
    recorded = opened.log.stream("evaluation-01-2025")
    drafts = [draft_of(event) for event in recorded]
    endless = (*drafts[:-1], *(drafts[2] for _ in range(length)))
    _append(opened, [Write(stream=stream, expected_version=0, drafts=endless[:length])], f"stream {stream}")


def append_singly(opened: OpenLog, count: int) -> int:
    """Appends `count` events, each in a transaction of its own, to a made-up stream."""
    draft = draft_of(opened.log.stream("evaluation-01-2025")[2])
    start = opened.log.version("single")
    for number in range(start, start + count):
        _append(opened, [Write(stream="single", expected_version=number, drafts=(draft,))], f"single {number}")
    return count


def _append(opened: OpenLog, writes: list[Write], command_id: str) -> int:
    command = Command(command_id=command_id, command_hash="0" * 64, recorded_by=RECORDER)
    return opened.log.append(writes, command).events[-1].position


def draft_of(event: Draft) -> Draft:
    """Gives what was admitted, without its place."""
    return Draft(**{name: getattr(event, name) for name in Draft.__struct_fields__})
