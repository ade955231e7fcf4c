r"""The server's own dump of a log (`pg_dump`, custom format), and what such a file holds, read back without a server.

`pg_restore` tells a dump as text: statements, and the rows of a table between `COPY … FROM stdin;` and `\.`. That text
is only read, never run, so a dump that somebody wrote by hand does nothing; whether its rows are those of the log, the
chain of hashes tells. A password goes to `pg_dump` in its environment, since everybody on a machine sees arguments.

The two programs are looked for on PATH. They are those of the server's version or newer.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from engine.errors import Fault, IntegrityBroken
from store.alien import LENGTH_CAP_BYTES
from store.postgres.address import SECRET, Server
from store.postgres.layout import KEPT, RECORD
from store.postgres.schema import FUNCTIONS, TRIGGERS
from store.schema import metadata

_WAIT_MS = 30_000
"""How long a dump waits for a table that somebody has locked."""
_LONGEST_LINE = 3 * LENGTH_CAP_BYTES
"""Bytes stand as hexadecimal digits in a row, beside texts of the same event."""
_TOLD = 2_000

_COPY = re.compile(rb"COPY (\w+)\.(\w+) \((.*)\) FROM stdin;")
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_OCTAL = re.compile(rb"\\(\\|[0-3][0-7]{2})")
_MEANT = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}

Row = dict[str, bytes | None]


@dataclass(frozen=True, slots=True)
class Held:
    """What a dump says of itself: the identity of its log, as the table keeps it, and the revision of its schema."""

    identity: Mapping[str, str]
    revision: str


def ensure_programs() -> None:
    """Makes sure that the server's programs are at hand.

    Raises:
        Fault: `dump-programs-missing`.
    """
    for name in ("pg_dump", "pg_restore"):
        _program(name)


def write(server: Server, draft: Path) -> None:
    """Dumps the record and what is kept about it, at one moment, into a file that is there and empty.

    The names of persons are not in it. Row security stays on: whoever sees a part dumps a part, which the reading
    back finds.

    Raises:
        Fault: `dump-programs-missing`, `dump-failed`.
    """
    values = {**conninfo_to_dict(server.conninfo), "application_name": "ohjaus"}
    password = values.get("password")
    values["options"] = f"{values.get('options') or ''} -c bytea_output=hex".strip()
    address = make_conninfo("", **{name: value for name, value in values.items() if name not in SECRET})
    arguments = (
        "--format=custom",
        "--encoding=UTF8",
        *(f"--schema={schema}" for schema in (RECORD, KEPT)),
        "--enable-row-security",
        "--no-password",
        f"--lock-wait-timeout={_WAIT_MS}",
        f"--file={draft}",
        f"--dbname={address}",
    )
    given = {} if password is None else {"PGPASSWORD": str(password)}
    done = subprocess.run(  # noqa: S603 - no shell; the address is an argument of its own
        [_program("pg_dump"), *arguments],
        env=_environment(given),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode != 0:
        said = _told(done.stderr)
        raise Fault(
            "dump-failed",
            f"pg_dump did not write the dump of {server}; nothing was kept. It said: {said}",
            details={"path": str(server), "said": said},
        )


def ensure_readable(dump: Path) -> None:
    """Reads a dump to its end, with what is not of the log as well.

    Raises:
        IntegrityBroken: `backup-unsound`, it is cut or changed.
        Fault: `dump-programs-missing`.
    """
    with _told_by(dump) as text:
        for _ in text:
            pass


def held(dump: Path) -> Held:
    """Reads which log a dump is of.

    Raises:
        IntegrityBroken: `backup-unsound`, it is cut or changed, or of no log.
        Fault: `dump-programs-missing`.
    """
    tables = ("log_identity", "alembic_version")
    identity: dict[str, str] = {}
    revisions: list[str] = []
    for table, row in _rows(dump, tables):
        texts = {name: (value or b"").decode("utf-8", "replace") for name, value in row.items()}
        if table == "log_identity":
            identity[texts.get("name", "")] = texts.get("value", "")
        else:
            revisions.append(texts.get("version_num", ""))
    if not identity or len(revisions) != 1:
        raise unsound(dump, "It is not the dump of a log.")
    return Held(identity, revisions[0])


def events(dump: Path) -> Iterator[Row]:
    """Gives the rows of the events of a dump, in the order in which they stand there, as bytes by column.

    Raises:
        IntegrityBroken: `backup-unsound`.
    """
    for _, row in _rows(dump, ("events",)):
        canonical = row.get("canonical")
        if canonical is not None:
            try:
                row["canonical"] = _bytes(canonical)
            except ValueError as error:
                raise unsound(dump, "The bytes of an event cannot be read.") from error
        yield row


def lacking(dump: Path) -> tuple[str, ...]:
    """Gives what the log's schema has and a dump would not make again: tables, functions, triggers that are always on.

    Raises:
        IntegrityBroken: `backup-unsound`.
    """
    wanted = {
        **{f"CREATE TABLE {RECORD}.{name} (".encode(): name for name in metadata.tables},
        **{f"CREATE FUNCTION {RECORD}.{one.name}(".encode(): one.name for one in FUNCTIONS},
        **{f"{one.always};".encode(): one.name for one in TRIGGERS},
    }
    with _told_by(dump, "--schema-only", f"--schema={RECORD}") as text:
        for line in text:
            for beginning in [one for one in wanted if line.startswith(one)]:
                del wanted[beginning]
    return tuple(wanted.values())


def looking_at(dump: Path) -> str:
    """Gives the command by which a dump is looked at without this program."""
    return f"pg_restore --list {shlex.quote(str(dump))}"


def unsound(dump: Path, why: str) -> IntegrityBroken:
    """Gives the error of a dump that does not hold what it should."""
    return IntegrityBroken(
        "backup-unsound",
        f"{dump.name} is not whole: {why} It does not serve as a backup.",
        try_next=looking_at(dump),
        details={"path": str(dump), "fault": "dump-differs", "where": "dump", "text": why},
    )


def _rows(dump: Path, tables: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """Gives the rows of some tables of the record, each with the table's name."""
    chosen = (f"--table={table}" for table in tables)
    with _told_by(dump, "--data-only", f"--schema={RECORD}", *chosen) as text:
        table, columns = "", list[str]()
        for line in text:
            if not columns:
                found = _COPY.match(line)
                if found and found[1].decode() == RECORD:
                    table = found[2].decode()
                    columns = [name.strip('" ') for name in found[3].decode().split(",")]
            elif line == b"\\.\n":
                columns = []
            else:
                values = line.removesuffix(b"\n").split(b"\t")
                if len(values) != len(columns):
                    raise unsound(dump, f"A row of {table} has other columns than the table.")
                yield table, dict(zip(columns, map(_value, values), strict=True))


def _value(stated: bytes) -> bytes | None:
    if stated == rb"\N":
        return None
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), stated) if b"\\" in stated else stated


def _bytes(stated: bytes) -> bytes:
    r"""Gives bytes as a server tells them: `\x…`, or in the older form, `\\` and three octal digits for one of them."""
    if stated.startswith(rb"\x"):
        return bytes.fromhex(stated[2:].decode("ascii"))
    return _OCTAL.sub(lambda found: b"\\" if found[1] == b"\\" else bytes([int(found[1], 8)]), stated)


@contextmanager
def _told_by(dump: Path, *arguments: str) -> Iterator[Iterator[bytes]]:
    """Yields the lines in which `pg_restore` tells a dump, and makes sure at the end that it told all of it."""
    with tempfile.TemporaryFile() as said:
        command = [_program("pg_restore"), *arguments, "--file=-", str(dump.absolute())]
        with subprocess.Popen(  # noqa: S603 - no shell; without an address it only prints
            command, env=_environment({}), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said
        ) as process:
            try:
                yield _lines(cast("IO[bytes]", process.stdout), dump)
            except BaseException:
                process.kill()
                raise
        if process.returncode != 0:
            said.seek(0)
            raise unsound(dump, f"pg_restore said: {_told(said.read(_TOLD))}")


def _lines(stream: IO[bytes], dump: Path) -> Iterator[bytes]:
    while line := stream.readline(_LONGEST_LINE):
        if not line.endswith(b"\n"):
            raise unsound(dump, "A line of it is too long, or it ends in the middle.")
        yield line


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Fault(
            "dump-programs-missing",
            f"{name} was not found. A dump takes the programs of the server's own version or newer, on PATH.",
            details={"name": name},
        )
    return found


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    # What it says is told to people as it comes; it says it in one language everywhere.
    return {**os.environ, "LC_ALL": "C", **given}


def _told(said: bytes) -> str:
    return " ".join(said[:_TOLD].decode("utf-8", "replace").split()) or "nothing"
