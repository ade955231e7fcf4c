"""`db backup --dump`, and a dump where a backup is asked for: laid out as a log in a file that goes away again."""

from __future__ import annotations

import shlex
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.frame.invocation import Invocation
    from store.backup import Sound


def dump(run: Invocation, target: Path) -> Sound:
    """Writes the dump of a log on a server, and gives what was read back from it.

    Raises:
        Refused: `dump-of-a-file`, the log is in a file; `file-exists`, `network-drive`, `part-only`.
        IntegrityBroken: `backup-unsound`.
        Fault: `postgres-missing`, `dump-programs-missing`, `dump-failed`, or the disk does not let us.
    """
    from store.place import Server
    from store.server_dump import dump_log

    place = run.wiring.path
    if not isinstance(place, Server):
        raise of_a_file(run, target)
    return dump_log(place, target, run.wiring.clock, run.wiring.projections)


def ensure_possible(run: Invocation, target: Path) -> None:
    """Makes sure, for a rehearsal, that there is a server to dump and a program to do it.

    Raises:
        Refused: `dump-of-a-file`.
        Fault: `postgres-missing`, `dump-programs-missing`.
    """
    from store.place import Server
    from store.server_dump import ensure_able

    if not isinstance(run.wiring.path, Server):
        raise of_a_file(run, target)
    ensure_able()


def of_a_file(run: Invocation, target: Path) -> Refused:
    """Gives the refusal to dump a log that no server keeps."""
    return Refused(
        "dump-of-a-file",
        "A log in a file has no server that could dump it: without --dump its backup holds all of it.",
        try_next=run.command("db", "backup", "--out", target),
    )


def refuse_on_server(file: Path) -> Refused:
    """Gives the refusal to put a backup over a log on a server."""
    from store.server_dump import is_dump

    laid, first = str(file), ""
    if is_dump(file):
        laid = "NEW.db"
        first = f"lay the dump out first, ohjaus db restore {file} --db {laid}, then "
    return Refused(
        "restore-on-server",
        f"A backup is not put over a log on a server. Carry it into an empty database: {first}ohjaus db copy {laid} "
        "postgresql://USER@HOST/DATABASE",
        try_next=f"ohjaus db restore {shlex.quote(str(file))} --db {laid}"
        if first
        else "ohjaus db copy FILE postgresql://USER@HOST/DATABASE",
        details={"path": str(file)},
    )


@contextmanager
def as_a_log(run: Invocation, file: Path, target: Path) -> Iterator[Path]:
    """Yields a backup that can be opened: the file itself, or what a dump holds, laid out.

    It is laid out beside the target, where there is room for a log and where it stays its owner's; a rehearsal, which
    leaves nothing there, uses the system's folder for such files.

    Raises:
        Refused: `log-newer`.
        IntegrityBroken: `backup-unsound`, the dump is cut or changed, or of no log.
        Fault: `postgres-missing`, `dump-programs-missing`, or the disk does not let us.
    """
    from tempfile import TemporaryDirectory

    from store.server_dump import is_dump, lay_out

    if not is_dump(file):
        yield file
        return
    beside = None if run.dry_run or not target.absolute().parent.is_dir() else target.absolute().parent
    with TemporaryDirectory(prefix=".ohjaus-", dir=beside) as folder:
        laid = Path(folder) / f"{file.stem}.db"
        lay_out(file, laid, run.wiring.clock, run.wiring.projections)
        yield laid
