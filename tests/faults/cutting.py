"""Power cuts: a real writer's every write and sync is written down, and the disk loses its power at each of them."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from store.open_log import create_log
from tests.contracts.builders import SetClock
from tests.faults import disk
from tests.faults.acts import whole
from tests.faults.layer import ROOT, Op, compiled, traced, under
from tests.faults.ledger import Dose, Outcome

LOG = "kites.db"
COMMANDS, COMMANDS_OF_ALL = 30, 240
POINTS, POINTS_OF_ALL = 40, 10_000


def recorded(folder: Path, commands: int) -> tuple[Mapping[str, bytes], Sequence[Op]]:
    """Gives the files before a writer wrote, and all that it did to them."""
    watched = folder / "watched"
    watched.mkdir()
    path, to = watched / LOG, folder / "trace"
    create_log(path, SetClock())
    before = {LOG: path.read_bytes()}
    words = ("-m", "tests.faults.layered", "trace", str(path), str(to), str(commands))
    subprocess.run([sys.executable, *words], env=under(compiled(folder)), cwd=ROOT, check=True)
    shutil.rmtree(watched)
    return before, [op for op in traced(to) if not op.name.endswith("-shm")]


def keeps(chance: random.Random, kind: str) -> disk.Keep:
    """What becomes of the writes that were not synced."""
    made = {"dropped": disk.nothing, "kept": disk.everything}
    return made.get(kind) or {"torn": disk.torn, "scattered": disk.scattered}[kind](chance)


KINDS = ("dropped", "torn", "scattered", "scattered", "kept")


def cuts(before: Mapping[str, bytes], ops: Sequence[Op], dose: Dose) -> Iterator[tuple[str, int, dict[str, bytes]]]:
    """Yields what the disk holds after each cut: which cut it was, what was acknowledged before it, and the files."""
    chance = random.Random(dose.seed)  # noqa: S311 - chosen for being repeatable
    boundaries = [number for number, op in enumerate(ops) if op.name != "acks"]
    points = dose.of(POINTS, POINTS_OF_ALL)
    whole_rounds, rest = divmod(points, len(boundaries))
    often = Counter(dict.fromkeys(boundaries, whole_rounds))
    often.update(chance.sample(boundaries, rest))
    running, acknowledged = disk.Disk.holding(before), 0
    for number, op in enumerate(ops):
        # The power goes before this is done; the last thing that was done is on its way.
        for turn in range(often[number]):
            kind = KINDS[turn] if whole_rounds and turn < len(KINDS) else chance.choice(KINDS)
            yield f"before call {number} {kind}", acknowledged, running.after_a_cut(keeps(chance, kind))
        if op.name == "acks":
            acknowledged += len(op.data)
        else:
            running.do(op)


def power_cuts(dose: Dose) -> Outcome:
    """After each cut what was acknowledged is there, whole and once, and the log takes the next command."""
    before, ops = recorded(dose.folder, dose.of(COMMANDS, COMMANDS_OF_ALL))
    outcome, kinds = Outcome(), Counter[str]()
    here = dose.folder / "after"
    for which, acknowledged, files in cuts(before, ops, dose):
        here.mkdir()
        for name, content in files.items():
            (here / name).write_bytes(content)
            (here / name).chmod(0o600)
        found = whole(here / LOG, acknowledged, acknowledged=False)
        if found is not None:
            outcome.broken.append(f"{which}: {found}")
        outcome.times += 1
        kinds[which.rpartition(" ")[2]] += 1
        shutil.rmtree(here)
    outcome.seen = {"calls": len(ops), "acknowledged": dose.of(COMMANDS, COMMANDS_OF_ALL), **kinds}
    return outcome
