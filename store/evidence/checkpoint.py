"""Checkpoints (C2SP tlog-checkpoint): which log, how many events, the root over them, and where its chain stood.

Three lines are the format's own: origin, size, root in base64. The extension lines are ours, one word and one value
each; a line that we do not know is let be, as the format asks. `docs/evidence.md` publishes a whole example.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import UTC, datetime

from engine.envelope import canonical, event_hash
from engine.errors import InputRejected
from store.connection import Database
from store.evidence.tree import HASH_BYTES
from store.identity import Identity
from store.integrity import kept_schema

FORMAT = 1
"""Version of what the extension lines mean."""

RECORD_TABLES = ("events", "log_identity")
"""The tables that are the record: what stands on them is fingerprinted, what can be made again from them is not."""

FORMER_SCHEMAS: tuple[str, ...] = ()
"""Fingerprints that earlier migrations gave those tables; a checkpoint of then is no worse for naming one."""

_SIZE = re.compile(r"0|[1-9][0-9]{0,15}")
_HEX = re.compile(r"[0-9a-f]{64}")
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_REQUIRED = ("chain", "schema", "time", "clock", "production", "format")
_FEWEST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A log at one size. `time` is what the signer's clock said, and `clock` which kind of clock that was.

    `chain` is the hash of the newest event, of the log's identity when there is none. `schema` is the fingerprint of
    the record's tables. `production` is the log's mark, which goes one way.
    """

    origin: str
    size: int
    root: bytes
    chain: str
    schema: str
    time: datetime
    clock: str = "system"
    production: bool = False

    def text(self) -> str:
        """Gives the text that is signed."""
        lines = (
            self.origin,
            str(self.size),
            b64encode(self.root).decode(),
            f"chain {self.chain}",
            f"schema {self.schema}",
            f"time {self.time.astimezone(UTC).strftime(_TIME)}",
            f"clock {self.clock}",
            f"production {'yes' if self.production else 'no'}",
            f"format {FORMAT}",
        )
        return "".join(f"{line}\n" for line in lines)


def origin_of(identity: Identity) -> str:
    """Gives the name by which checkpoints call a log: it names no machine and no place."""
    return f"ohjaus/{identity.log_id}"


def schema_fingerprint(database: Database) -> str:
    """Gives the SHA-256 over the declarations of the record's tables, indexes and triggers, as the file holds them."""
    rows = [
        [kind, name, table, sql]
        for (kind, name), (table, sql) in sorted(kept_schema(database).items())
        if table in RECORD_TABLES
    ]
    return event_hash(canonical(rows))


def parse_checkpoint(text: str) -> Checkpoint:
    """Reads the text of a checkpoint of ours.

    Raises:
        InputRejected: `checkpoint-malformed`.
    """
    lines = text.split("\n")
    if len(lines) <= _FEWEST_LINES or lines.pop() != "" or not all(lines):
        raise _malformed("it has fewer than three lines, or an empty one")
    origin, size, root, *extensions = lines
    if not _SIZE.fullmatch(size):
        raise _malformed("its second line is no size")
    said = _said(extensions)
    if not (_HEX.fullmatch(said["chain"]) and _HEX.fullmatch(said["schema"])):
        raise _malformed("its chain or its schema is no hash")
    if said["production"] not in ("yes", "no") or said["format"] != str(FORMAT):
        raise _malformed(f"its format is {said['format']}, or its mark is neither yes nor no")
    return Checkpoint(
        origin=origin,
        size=int(size),
        root=_root(root),
        chain=said["chain"],
        schema=said["schema"],
        time=_time(said["time"]),
        clock=said["clock"],
        production=said["production"] == "yes",
    )


def _said(lines: list[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(" ")
        if name in said:
            raise _malformed(f"it says twice what its {name} is")
        said[name] = value
    lacking = [name for name in _REQUIRED if name not in said]
    if lacking:
        raise _malformed(f"it does not say its {lacking[0]}")
    return said


def _root(encoded: str) -> bytes:
    try:
        root = b64decode(encoded, validate=True)
    except (NotBase64, ValueError):
        root = b""
    if len(root) != HASH_BYTES or b64encode(root).decode() != encoded:
        raise _malformed("its third line is no root")
    return root


def _time(written: str) -> datetime:
    try:
        time = datetime.strptime(written, _TIME).replace(tzinfo=UTC)
    except ValueError:
        time = None
    if time is None or time.strftime(_TIME) != written:
        raise _malformed("its time is not written as 2026-01-31T12:00:00Z")
    return time


def _malformed(why: str) -> InputRejected:
    return InputRejected("checkpoint-malformed", f"This is no checkpoint of ours: {why}.", details={"why": why})
