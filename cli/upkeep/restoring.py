"""What putting a backup in the place of a log would lose, and asking for it: held against the log and checkpoints."""

from __future__ import annotations

import shlex
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engine.errors import IntegrityBroken, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cli.frame.invocation import Invocation
    from store.backup import Sound
    from store.restore import Restored, Standing

SHORT_ID = 8
"""So much of a log's id is enough to type."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A backup, what stands where it is to go, and the checkpoints of it that are at hand.

    `file` is what was named: the backup itself, or the dump of which it was laid out. `witnessed` is the size of the
    newest checkpoint that agrees or saw more; `production` whether one bore the mark.
    """

    file: Path
    backup: Sound
    standing: Standing
    checkpoints: int
    witnessed: int
    production: bool

    @property
    def unseen(self) -> int:
        """How many events a checkpoint saw that the backup does not hold."""
        return max(0, self.witnessed - self.backup.head.position)

    @property
    def loses(self) -> bool:
        """True when something is lost, or nobody can tell whether anything is."""
        return bool(self.standing.lost or self.unseen or self.standing.state == "damaged")

    def as_data(self, restored: Restored | None, *, rehearsed: bool) -> dict[str, Any]:
        """Gives the plan, and what came of it, in the contract's shape."""
        there = self.standing
        return {
            "backup": {**backup_shape(self.backup), "file": str(self.file.absolute())},
            "target": {
                "db": str(there.path.absolute()),
                "state": there.state,
                "position": there.head.position if there.head else None,
                "common": there.common,
                "lost": there.lost,
                "first_at": there.first_at,
                "last_at": there.last_at,
                "cases": list(there.cases),
                "cases_count": there.cases_count,
                "why": there.why,
            },
            "checkpoints": {"checked": self.checkpoints, "witnessed": self.witnessed, "lost": self.unseen},
            "loses": self.loses,
            "kept": str(restored.kept.absolute()) if restored and restored.kept else None,
            "restored": restored is not None,
            "rehearsed": rehearsed,
        }


def backup_shape(found: Sound) -> dict[str, Any]:
    """Gives what a verified file holds in the contract's shape."""
    return {
        "file": str(found.path.absolute()),
        "log_id": found.identity.log_id,
        "production": found.identity.production,
        "position": found.head.position,
        "head": found.head.hash,
        "root": found.root.hex(),
        "newest_at": found.newest_at.isoformat() if found.newest_at else None,
        "revision": found.revision,
        "projections_checked": found.judged,
        "bytes": found.size_bytes,
        "sha256": found.sha256,
    }


def plan(run: Invocation, file: Path, target: Path, places: Sequence[str], keys: Sequence[str], *, given: Path) -> Plan:
    """Verifies a backup and holds it against what stands at the target, and against checkpoints.

    `given` is what was named, which a dump is laid out of.
    Besides those at `places`, the newest that each key of the user's own signed of the log is asked.

    Raises:
        IntegrityBroken: `backup-unsound`; how a checkpoint contradicts the backup other than by having seen more.
        Refused: `restore-other-log`.
    """
    from contextlib import closing

    from cli.upkeep.witnessed import witnesses_of
    from store.backup import verified
    from store.connection import open_database
    from store.evidence.checkpoint import origin_of
    from store.evidence.witness import LOG_SHORTER, Log, contradiction
    from store.identity import read_identity
    from store.restore import compare

    clock = run.wiring.clock
    with _of_the_backup(file):
        with closing(open_database(file, read_only=True)) as database:
            origin = origin_of(read_identity(database))
        known = witnesses_of(origin, places, keys)
        sizes = {one.checkpoint.size for one in known if one.checkpoint is not None}
        backup = verified(file, clock, run.wiring.projections, sizes=sizes)
    log = Log(origin=origin, passed=backup.passed, schema=backup.schema, production=backup.identity.production)
    for one in known:
        fault = contradiction(one, log)
        if fault is not None and fault.code not in (LOG_SHORTER, "checkpoint-production-differs"):
            raise IntegrityBroken(fault.code, f"{fault.where}: {fault.text}", details=fault.details)
    return Plan(
        given,
        backup,
        compare(backup, target, clock),
        checkpoints=len(known),
        witnessed=max(sizes, default=0),
        production=any(one.checkpoint is not None and one.checkpoint.production for one in known),
    )


@contextmanager
def _of_the_backup(file: Path) -> Iterator[None]:
    """Says of which file it is that it is damaged: two stand beside each other here."""
    look = f"ohjaus audit verify --db {shlex.quote(str(file))}"
    try:
        yield
    except IntegrityBroken as error:
        if error.code == "backup-unsound":
            error.try_next = look
        if error.code != "database-damaged":
            raise
        raise IntegrityBroken(
            "backup-unsound",
            f"{file.name} is damaged. It does not serve as a backup.",
            try_next=look,
            details={"path": str(file), "fault": error.code},
        ) from error


def ensure_agreed(run: Invocation, found: Plan) -> None:
    """Asks whoever sits there to type the id of the log, where something would be lost; a plain yes where nothing is.

    Raises:
        Refused: `restore-loses`, nobody sits there and `--yes` was not given.
        Abort: what was typed is not the id.
    """
    if not found.loses:
        if found.standing.state != "absent":
            run.confirm(run.words("upkeep.restore.confirm", path=found.standing.path))
        return
    if run.given.get("yes"):
        return
    log_id = found.backup.identity.log_id
    if run.given.get("no_input") or not (sys.stdin.isatty() and sys.stderr.isatty()):
        said = " ".join(losses(run, found))
        raise Refused(
            "restore-loses",
            f"{said} Nothing was restored. With --yes it is done all the same.",
            try_next=run.command("db", "restore", found.file, "--dry-run"),
            details={"log_id": log_id, "losses": said},
        )
    from cli.screen.safe_text import safe

    for line in losses(run, found):
        click.echo(safe(line), err=True)
    asked = safe(run.words("upkeep.restore.type_id", log_id=log_id))
    typed = str(click.prompt(asked, default="", show_default=False, err=True)).strip().lower()
    if typed not in (log_id, log_id[:SHORT_ID]):
        raise click.Abort


def losses(run: Invocation, found: Plan) -> tuple[str, ...]:
    """Gives what would be lost, a sentence for each way in which it is known."""
    from cli.audit.telling import written_moment

    words, there = run.words, found.standing
    first, last = (written_moment(run, one) if one else None for one in (there.first_at, there.last_at))
    said: list[str] = []
    if there.state == "damaged":
        why = words.explained(there.why_code or "", there.why or "", there.why_details)
        said.append(words("upkeep.restore.damaged", path=there.path, why=why.rstrip(".")))
    if there.lost:
        said.append(
            words.count(
                "upkeep.restore.lost",
                there.lost,
                position=found.backup.head.position,
                after=there.common,
                first=first,
                last=last,
                cases=_cases(there),
            )
        )
    if found.unseen:
        said.append(words.count("upkeep.restore.unseen", found.unseen, size=found.witnessed))
    return tuple(said)


def _cases(there: Standing) -> str:
    further = there.cases_count - len(there.cases)
    return ", ".join(there.cases) + (f" + {further}" if further else "")
