"""Holding a log against checkpoints that somebody else keeps: what no check inside the file can find.

A file that was rewritten as a whole, cut at its end or replaced by an old backup is whole in itself. A checkpoint that
was signed before and kept elsewhere contradicts it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import Diagnosis, Fault, NotFound, OhjausError
from store.evidence.archive import Passed
from store.evidence.checkpoint import FORMER_SCHEMAS, Checkpoint, parse_checkpoint
from store.evidence.elsewhere import elsewhere, lacks_roles
from store.evidence.note import LARGEST_BYTES, VerifierKey, open_note, parse_note

SUFFIX = ".note"

LOG_SHORTER = "checkpoint-log-shorter"
"""The code of a log that is shorter than a checkpoint says it was: it was rolled back."""

ROLES_LACKING = "checkpoint-roles-lacking"
"""The code of a log on a server where the roles do not stand that a checkpoint saw: not made yet, or taken away."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One checkpoint that was kept: where, what it says, who signed it, and what is wrong with it as a note."""

    place: str
    checkpoint: Checkpoint | None
    signers: tuple[VerifierKey, ...] = ()
    fault: Diagnosis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What a checkpoint is held against: which log, what a pass over it found, and how its tables are declared."""

    origin: str
    passed: Passed
    schema: str
    production: bool


def note_files(places: Iterable[Path]) -> tuple[Path, ...]:
    """Gives the notes that `places` name: a file itself, or every `*.note` of a folder, the smallest size first.

    Raises:
        NotFound: `checkpoints-missing`, a place is not there or a folder holds none.
    """
    found: list[Path] = []
    for place in places:
        inside = sorted(place.glob(f"*{SUFFIX}"), key=_by_size) if place.is_dir() else [place]
        if not inside or not inside[0].exists():
            raise NotFound(
                "checkpoints-missing",
                f"There is no checkpoint at {place}. If there was one, ask whoever keeps the copies.",
                try_next="ohjaus audit checkpoint --out DIR",
                details={"path": str(place)},
            )
        found += inside
    return tuple(found)


def read_note(path: Path) -> bytes:
    """Reads the bytes of a note's file, no more than a note can have.

    Raises:
        NotFound: `checkpoints-missing`.
        Fault: `cannot-open`.
    """
    if path.exists() and not path.is_file():
        # Opening a pipe waits for whoever writes into it, perhaps for ever.
        raise Fault("cannot-open", f"{path} cannot be opened: it is not a file.", details={"path": str(path)})
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(
            "checkpoints-missing", f"There is no checkpoint at {path}.", details={"path": str(path)}
        ) from error
    except OSError as error:
        raise Fault(
            "cannot-open", f"{path} cannot be opened: {error.strerror}.", details={"path": str(path)}
        ) from error


def witness(place: str, content: bytes, keys: Collection[VerifierKey]) -> Witness:
    """Gives a checkpoint as a witness: one that is no note, or that no known key signed, is a finding."""
    try:
        note, signers = open_note(content, keys)
        return Witness(place, parse_checkpoint(note.text), signers)
    except OhjausError as error:
        return Witness(place, _unsigned(content), (), Diagnosis(error.code, place, error.message, error.details))


def contradiction(found: Witness, log: Log) -> Diagnosis | None:
    """Gives how a checkpoint contradicts the log, or None; a checkpoint that cannot be trusted says nothing."""
    checkpoint = found.checkpoint
    if found.fault is not None or checkpoint is None:
        return found.fault
    return _contradiction(found.place, checkpoint, log)


def newest(witnesses: Sequence[Witness]) -> Witness | None:
    """Gives the witness of the largest size, the latest of those."""
    return max(
        (one for one in witnesses if one.checkpoint is not None and one.fault is None),
        key=lambda one: (one.checkpoint.size, one.checkpoint.time) if one.checkpoint else (-1, None),
        default=None,
    )


def _contradiction(place: str, checkpoint: Checkpoint, log: Log) -> Diagnosis | None:
    size, passed = checkpoint.size, log.passed
    if checkpoint.origin != log.origin:
        text = f"The checkpoint is of another log: {checkpoint.origin}, not {log.origin}."
        return _found("checkpoint-foreign", place, text, log.origin, checkpoint.origin)
    if size > passed.size:
        text = f"The log has {passed.size} events; it had {size} when the checkpoint was signed. It was rolled back."
        return _found(LOG_SHORTER, place, text, passed.size, size)
    root, head = passed.roots[size], passed.heads[size]
    if root != checkpoint.root:
        text = f"The first {size} events are not those that the checkpoint was signed over. The log was rewritten."
        return _found("checkpoint-root-differs", place, text, root.hex(), checkpoint.root.hex(), size=size)
    if head != checkpoint.chain:
        text = f"The chain stands elsewhere at event {size} than the checkpoint says."
        return _found("checkpoint-chain-differs", place, text, head, checkpoint.chain, size=size)
    if lacks_roles(log.schema, checkpoint.schema):
        text = (
            "The server's roles stood when the checkpoint was signed, and do not stand here; events, tables and "
            "triggers are as they were. On a server to which the log was carried they are yet to be made "
            "(db init-roles); where they were made before, somebody has taken them away."
        )
        return _found(ROLES_LACKING, place, text, log.schema, checkpoint.schema)
    if checkpoint.schema not in (log.schema, *FORMER_SCHEMAS, *elsewhere(log.schema)):
        text = "The record's tables and triggers are declared otherwise than when the checkpoint was signed."
        return _found("checkpoint-schema-differs", place, text, log.schema, checkpoint.schema)
    if checkpoint.production and not log.production:
        text = "The log bore the mark of production when the checkpoint was signed, and bears it no longer."
        return _found("checkpoint-production-differs", place, text, "no", "yes")
    return None


def _found(code: str, place: str, text: str, recorded: object, expected: object, **more: object) -> Diagnosis:
    return Diagnosis(code, place, text, {"recorded": recorded, "expected": expected, **more})


def _unsigned(content: bytes) -> Checkpoint | None:
    """Gives what a note says that nobody vouches for: shown, never believed."""
    try:
        return parse_checkpoint(parse_note(content).text)
    except OhjausError:
        return None


def _by_size(path: Path) -> tuple[int, str]:
    stem = path.name.split(".")[0]
    return (int(stem) if stem.isascii() and stem.isdigit() else -1, path.name)
