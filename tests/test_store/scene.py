"""The scene of an attack: a log of public history, what somebody else keeps of it, and the tools of the attacker.

`Attack` names what is done and which layer stops or reveals it. The attacker has a plain SQLite connection without any
of our settings, an editor for bytes, and our own program.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.envelope import Draft, Envelope, canonical, decode, event_hash
from engine.ports import Write
from store.open_log import open_log
from store.schema import SQLITE_TRIGGERS
from tests.contracts.builders import SetClock, command
from tests.test_cli.conftest import succeed

CHECK_OF = {
    "event hash": "chain",
    "canonical form": "chain",
    "columns against bytes": "chain",
    "chain": "chain",
    "tree": "tree",
    "integrity_check": "schema",
    "schema fingerprint": "schema",
    "projections": "projections",
    "deadlines": "deadlines",
    "acceptance": "acceptance",
    "WAL walk": "wal",
    "checkpoint": "checkpoints",
}
"""The layers that reveal, with the check of `audit verify` that each speaks through."""

STOPPING = ("trigger", "insert guard", "recursive_triggers", "opening", "opening for writing")
"""The layers that stop an attack, or refuse to look at what it left."""

HARMLESS = "nothing is recorded there"


@dataclass(slots=True)
class Scene:
    """One copy of the log, and what belongs to it."""

    path: Path
    checkpoints: Path
    """Checkpoints of the log as it stands, kept by somebody else."""

    backup: Path
    """The log as it was before its newest events."""

    other: Path
    """Another log, with another identity."""

    @property
    def wal(self) -> Path:
        """The WAL beside the log."""
        return self.path.with_name(self.path.name + "-wal")

    @contextmanager
    def driver(self, *, disarmed: bool = False, **settings: int) -> Iterator[sqlite3.Connection]:
        """A plain connection; `disarmed` takes the triggers away for the block and puts back the very same ones."""
        driver = sqlite3.connect(self.path, isolation_level=None)
        try:
            for name, value in settings.items():
                driver.execute(f"PRAGMA {name} = {value}")
            for name in SQLITE_TRIGGERS if disarmed else ():
                driver.execute(f"DROP TRIGGER {name}")
            yield driver
            for sql in SQLITE_TRIGGERS.values() if disarmed else ():
                driver.execute(sql)
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            driver.close()

    def events(self) -> list[Envelope]:
        """Every event of the log."""
        with self.driver() as driver:
            return [decode(row[0]) for row in driver.execute("SELECT canonical FROM events ORDER BY position")]

    def rewrite(self, change: Callable[[bytes], bytes], *, also: str | None = None) -> None:
        """Changes stored events and gives everything after them new hashes; then notes that the projections saw it."""
        with self.driver(disarmed=True) as driver:
            if also is not None:
                driver.execute(also)
            previous: str | None = None
            for position, stored in driver.execute(
                "SELECT position, canonical FROM events ORDER BY position"
            ).fetchall():
                forged = change(stored)
                if previous is not None:
                    forged = forged.replace(decode(forged).previous_hash.encode(), previous.encode())
                previous = event_hash(forged)
                assert canonical(decode(forged)) == forged
                values = (forged, previous, position)
                driver.execute("UPDATE events SET canonical = ?, hash = ? WHERE position = ?", values)
            driver.execute("UPDATE projections SET hash = ?", (previous,))
        self.rebuild()

    def rebuild(self) -> None:
        """Makes the projections true to the log as it is now, with our own program."""
        succeed("projection", "rebuild", "--db", str(self.path))

    def cut(self, after: int) -> None:
        """Takes the newest events away, and lets the projections say that they never saw them."""
        with self.driver(disarmed=True) as driver:
            driver.execute("DELETE FROM events WHERE position > ?", (after,))
            (newest,) = driver.execute("SELECT hash FROM events WHERE position = ?", (after,)).fetchone()
            driver.execute("UPDATE projections SET position = ?, hash = ?", (after, newest))
        self.rebuild()

    def append(self, *drafts: Draft, stream: str, command_id: str = "forged") -> None:
        """Records whatever is wanted, past the rules, by the log's own means: a sound chain and sound projections."""
        clock = SetClock(max(event.recorded_at for event in self.events()))
        with open_log(self.path, clock) as opened:
            version = opened.log.version(stream)
            opened.log.append([Write(stream=stream, expected_version=version, drafts=drafts)], command(command_id))

    def edit(self, old: bytes, new: bytes, *, file: Path | None = None) -> None:
        """Changes bytes of a file where they first stand."""
        target = file or self.path
        content = target.read_bytes()
        assert content.count(old) > 0
        target.write_bytes(content.replace(old, new, 1))

    def go_down(self) -> None:
        """Records a note and lets the machine go down: what was acknowledged stands in the WAL alone."""
        down = self.path.with_name("down")
        down.mkdir()
        with open_log(self.path, SetClock(max(event.recorded_at for event in self.events()))) as opened:
            last = next(opened.log.read(after_position=opened.log.head().position - 1))
            succeed("case", "note", last.stream, "made-up note", "--db", str(self.path))
            for left in (self.path, self.wal):
                shutil.copy(left, down / left.name)
        for left in down.iterdir():
            shutil.move(left, self.path.with_name(left.name))
        down.rmdir()

    def see(self, *, as_stranger: bool = False) -> None:
        """Lets somebody sign where the log stands, in the place of what was kept; a stranger signs with a new key."""
        for note in self.checkpoints.glob("*.note"):
            note.unlink()
        key = ("--sign-with", "stranger") if as_stranger else ()
        with pytest.MonkeyPatch.context() as patch:
            if as_stranger:
                patch.setenv("XDG_CONFIG_HOME", str(self.path.parent / "stranger"))
                succeed("audit", "key", "init", "--name", "stranger", "--db", str(self.path))
            succeed("audit", "checkpoint", *key, "--out", str(self.checkpoints), "--db", str(self.path))

    def page(self, name: str, *, leaf: bool = True) -> list[int]:
        """Gives where the leaves of a table or an index begin in the file, or where its root does."""
        with self.driver() as driver:
            (size,) = driver.execute("PRAGMA page_size").fetchone()
            kinds = "pagetype = 'leaf'" if leaf else "path = '/'"
            rows = driver.execute(f"SELECT pageno FROM dbstat WHERE name = ? AND {kinds}", (name,))
            return [(page - 1) * size for (page,) in rows.fetchall()]


def again(event: Envelope) -> Draft:
    """Gives an event as somebody would state it once more."""
    return Draft(**{name: getattr(event, name) for name in Draft.__struct_fields__})


@dataclass(frozen=True, slots=True)
class Attack:
    """What somebody does, and which layer ends it.

    `code` is what the layer says first: the code of its finding or refusal, or the words of a trigger. `alone` is said
    of an attack that no other check finds.
    """

    name: str
    layer: str
    code: str
    carry_out: Callable[[Scene], None]
    alone: bool = False

    @property
    def ends(self) -> str:
        """How the attack ends."""
        if self.layer == HARMLESS:
            return "harmless"
        return "stopped" if self.layer in STOPPING else "revealed"


CATALOGUE: list[Attack] = []


def attack(
    name: str, layer: str, code: str = "", *, alone: bool = False
) -> Callable[[Callable[[Scene], None]], Callable[[Scene], None]]:
    """Enters an attack in the catalogue."""
    assert layer in (*CHECK_OF, *STOPPING, HARMLESS), layer

    def enter(carry_out: Callable[[Scene], None]) -> Callable[[Scene], None]:
        CATALOGUE.append(Attack(name, layer, code, carry_out, alone))
        return carry_out

    return enter
