"""Many writers and tailing readers at once, on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import os
import random
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from store import integrity
from store.open_log import create_log, open_log
from store.place import Place, as_place
from tests.contracts.builders import SetClock
from tests.faults.layer import ROOT
from tests.faults.ledger import CannotRun, Dose, Outcome
from tests.ready import program

STREAMS = (1, 50)
READERS = 4
TIMES, TIMES_OF_ALL = 8, 1_000


def raced(
    place: Place,
    address: str,
    *,
    writers: int,
    times: int,
    streams: int,
    afterwards: Callable[[], object] = lambda: None,
) -> Outcome:
    """One race on a log that is empty yet, and what it shows; `afterwards` comes before it is looked at."""
    words = (address, str(writers), str(READERS), str(times), str(streams))
    done = subprocess.run(
        [*program("tests.faults.racers"), *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    afterwards()
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    outcome = Outcome(times=writers * times)
    outcome.broken += list(in_what_was_told(lines, writers, writers * times))
    if done.returncode:
        outcome.broken.append(done.stderr[-500:])
    told = sorted((position, name) for one in of_kind(lines, "writer") for name, _, _, position in one["told"])
    with open_log(place, SetClock(), read_only=True) as opened:
        stored = [(event.position, event.command_id) for event in opened.log.read()]
        if told != stored:
            outcome.broken.append(f"{len(told)} were acknowledged, {len(stored)} are stored")
        if not integrity.check_chain(opened.log).ok or not integrity.check_projections(opened.projections).ok:
            outcome.broken.append("chain or projections do not hold")
    lost = sum(one["lost"] for one in lines if "lost" in one)
    waits = [one["longest"] for one in of_kind(lines, "writer")]
    tries = [one["most"] for one in of_kind(lines, "writer")]
    outcome.seen = {
        f"acknowledged on {streams}": len(told),
        f"conflicts on {streams}": sum(one["conflicts"] for one in of_kind(lines, "writer")),
        f"longest wait on {streams} (s)": round(max(waits, default=0.0), 2),
        f"most conflicts of one append on {streams}": max(tries, default=0),
        **({"connections lost": lost} if lost else {}),
    }
    return outcome


def of_kind(lines: Sequence[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """What the writers told, or the readers."""
    return [one for one in lines if one["kind"] == kind]


def in_what_was_told(lines: Sequence[dict[str, Any]], writers: int, events: int) -> Iterator[str]:
    """Yields what a writer or a reader did not do."""
    if of_kind(lines, "died") or len(of_kind(lines, "writer")) != writers:
        yield f"{len(of_kind(lines, 'writer'))} of {writers} writers came to their end"
    for one in lines:
        if one.get("errors"):
            yield f"a {one['kind']} met {sorted(set(one['errors']))}"
    for one in of_kind(lines, "reader"):
        if (one["reached"], one["skipped"]) != (events, 0):
            yield f"a reader came to {one['reached']} of {events} and missed its next one {one['skipped']} times"


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """Several outcomes as one."""
    whole = Outcome(times=sum(one.times for one in outcomes))
    for one in outcomes:
        whole.seen.update(one.seen)
        whole.broken += one.broken
    return whole


def on_sqlite(dose: Dose) -> Outcome:
    """A file of one log."""
    if not hasattr(os, "fork"):
        raise CannotRun("the writers are forked, which this system cannot")
    made = []
    for streams in STREAMS:
        path = dose.folder / f"race-{streams}.db"
        times = dose.of(TIMES, TIMES_OF_ALL)
        create_log(path, SetClock())
        made.append(raced(path, str(path), writers=dose.of(6, 32), times=times, streams=streams))
    return together(made)


def on_postgres(dose: Dose) -> Outcome:
    """A log on a server."""
    made = []
    with server() as administrator:
        for streams in STREAMS:
            with database(administrator, f"race_{streams}") as address:
                create_log(as_place(address), SetClock())
                times = dose.of(TIMES, TIMES_OF_ALL)
                made.append(raced(as_place(address), address, writers=dose.of(6, 64), times=times, streams=streams))
    return together(made)


def lost_connections(dose: Dose) -> Outcome:
    """A server that is killed and restarted while writers and readers are at work."""
    chance = random.Random(dose.seed)  # noqa: S311 - chosen for being repeatable
    from tests.test_postgres import server as servers

    binaries = servers.binaries()
    if binaries is None:
        raise CannotRun("the binaries of pgserver are not there, and a server of somebody else is not killed")
    embedded = servers.Embedded(binaries)
    times, ended = dose.of(3, 200), threading.Event()

    def falling() -> int:
        fallen = 0
        while fallen < times and not ended.wait(chance.uniform(0.2, 1.0)):
            embedded.kill() if chance.random() < 0.5 else embedded.restart()
            fallen += 1
        return fallen

    try:
        with database(embedded.address, "falling") as address, ThreadPoolExecutor(1) as other:
            create_log(as_place(address), SetClock())
            fallen = other.submit(falling)

            def in_peace() -> int:
                ended.set()
                return fallen.result()

            try:
                # A server that falls while it is looked at shows nothing of the log.
                outcome = raced(
                    as_place(address),
                    address,
                    writers=4,
                    times=dose.of(60, 20_000),
                    streams=3,
                    afterwards=in_peace,
                )
            finally:
                ended.set()
            outcome.times = fallen.result()
            outcome.seen["falls of the server"] = outcome.times
    finally:
        embedded.close()
    return outcome


@contextmanager
def server() -> Iterator[str]:
    """The address of a server: the one that is named, or an embedded one.

    Raises:
        CannotRun: there is neither.
    """
    from tests.test_postgres import server as servers

    named = os.environ.get(servers.VARIABLE)
    if named:
        yield named
        return
    binaries = servers.binaries()
    if binaries is None:
        raise CannotRun(f"no server: neither {servers.VARIABLE} nor the binaries of pgserver are there")
    embedded = servers.Embedded(binaries)
    try:
        yield embedded.address
    finally:
        embedded.close()


@contextmanager
def database(administrator: str, name: str) -> Iterator[str]:
    """A new database on a server."""
    import psycopg

    def ask(*statements: str) -> None:
        with psycopg.connect(administrator, autocommit=True) as driver:
            for statement in statements:
                driver.execute(statement.encode())

    away = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"
    ask(away, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    yield urlunsplit(urlsplit(administrator)._replace(path=f"/{name}"))
    ask(away)
