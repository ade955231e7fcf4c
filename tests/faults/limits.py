"""Real limits of a real machine: a disk that is full, files that may not grow, no memory, a log that is locked."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
from collections import Counter
from contextlib import closing
from pathlib import Path

from engine.errors import Fault
from store.open_log import create_log, open_log
from tests.contracts.builders import SetClock, command
from tests.faults.acts import whole
from tests.faults.layer import ROOT
from tests.faults.ledger import CannotRun, Dose, Outcome
from tests.ready import program
from tests.test_store.writer import both_streams

MOST = 4_000


def growing(dose: Dose, limit: str, most_step: int, step: int) -> Outcome:
    """An append and a command under a limit that grows from nothing until they are done."""
    if not Path("/proc/self/maps").exists():
        raise CannotRun("the limits of this row are those of Linux")
    chance = random.Random(dose.seed)  # noqa: S311 - chosen for being repeatable
    outcome, told = Outcome(), Counter[str]()
    for what in ("append", "note") if dose.long else ("append",):
        folder = dose.folder / f"{limit}-{what}"
        folder.mkdir()
        each = dose.of(most_step, step)
        words = (str(folder), what, limit, str(chance.randrange(each)), str(each), str(MOST))
        command_line = [*program("tests.faults.limited"), *words]
        done = subprocess.run(command_line, cwd=ROOT, capture_output=True, text=True, check=False)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        if done.returncode and "Traceback" not in done.stderr:
            raise CannotRun(done.stderr.strip())
        if done.returncode or not lines or lines[-1]["fired"]:
            outcome.broken.append(f"{what} was never done: {done.stderr[-300:]}")
        outcome.broken += [f"{what} with {one['at']} bytes: {one['broken']}" for one in lines if one["broken"]]
        outcome.times += sum(one["fired"] for one in lines)
        told.update(one["told"] for one in lines)
    outcome.seen = dict(told.most_common())
    return outcome


def file_size(dose: Dose) -> Outcome:
    """No file may grow past a length."""
    return growing(dose, "file-size", 9_001, 512)


def memory(dose: Dose) -> Outcome:
    """SQLite gets no more memory."""
    return growing(dose, "memory", 20_001, 512)


def full_disk(dose: Dose) -> Outcome:
    """A disk filled to the last page: what is there can be read, and once there is room there is writing again."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None:
        raise CannotRun("a small disk cannot be mounted here")
    chance = random.Random(dose.seed)  # noqa: S311 - chosen for being repeatable
    outcome = Outcome()
    place = dose.folder / "disk"
    place.mkdir()
    for _ in range(dose.of(1, 25)):
        size = chance.randrange(1_000_000, 3_000_000, 4096)
        made = subprocess.run(
            [mount, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True, check=False
        )
        if made.returncode:
            raise CannotRun("a small disk cannot be mounted here: that takes an administrator of the machine")
        try:
            found = filled(place / "kites.db", chance)
            subprocess.run([mount, "-o", f"remount,size={2 * size}", str(place)], check=True)
            broken = whole(place / "kites.db", found, acknowledged=False)
            outcome.seen["acknowledged until full"] = outcome.seen.get("acknowledged until full", 0) + found
        finally:
            subprocess.run([unmount, str(place)], check=True)
        outcome.times += 1
        if broken:
            outcome.broken.append(f"disk of {size} bytes: {broken}")
    return outcome


def filled(path: Path, chance: random.Random) -> int:
    """Records commands until the disk is full, tries twice more, reads all, and gives how many were acknowledged."""
    create_log(path, SetClock())
    # Something of somebody else takes a part of the room, so that the last page falls elsewhere each time.
    path.with_name("other").write_bytes(bytes(chance.randrange(65_536)))
    acknowledged, refused = 0, 0
    with open_log(path, SetClock()) as opened:
        while refused < 3:
            try:
                opened.log.append(both_streams(0, acknowledged), command(f"0-{acknowledged}"))
                acknowledged += 1
            except Fault as error:
                if error.code != "disk-full":
                    raise
                refused += 1
        assert len(list(opened.log.read())) == 2 * acknowledged
    return acknowledged


def locked(dose: Dose) -> Outcome:
    """Somebody holds the log for longer than we wait: it is said to be busy, can be read, and goes on afterwards."""
    path = dose.folder / "locked.db"
    create_log(path, SetClock())
    outcome = Outcome()
    with open_log(path, SetClock(), patience_seconds=0.02) as opened:
        for number in range(dose.of(5, 1_000)):
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                code = "acknowledged"
                try:
                    opened.log.append(both_streams(0, number), command(f"0-{number}"))
                except Fault as error:
                    code = error.code
                read = len(list(opened.log.read(after_position=2 * (number - 1) if number else 0)))
            outcome.times += 1
            if (code, read) != ("log-busy", 2 if number else 0):
                outcome.broken.append(f"lock {number}: {code}, {read} events were read")
            opened.log.append(both_streams(0, number), command(f"0-{number}"))
    broken = whole(path, outcome.times, acknowledged=False)
    outcome.broken += [broken] if broken else []
    return outcome
