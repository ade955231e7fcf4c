"""The export bundle: events with what proves them, to be checked without this software (`docs/evidence.md`).

A bundle is a folder or a ZIP of the same files. It is built beside its place and put there whole or not at all. The
same contents give the same bytes: names sorted, lines in order of position, dates fixed, nothing compressed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.envelope import canonical
from engine.errors import Refused
from store.evidence.checkpoint import Checkpoint
from store.evidence.keys import cannot_create
from store.evidence.note import VerifierKey
from store.evidence.proof import Consistency, ProvedEvent

Lines = Callable[[Path], int]
"""Writes the files of the events into a folder and gives how many events those are."""

FORMAT = 1
VERIFIER = "verify_ohjaus.py"

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_ZIP_MODE = 0o600 << 16
_BLOCK_BYTES = 1 << 20

README = f"""\
fi: Tämä paketti on ote Ohjaus-lokista tai koko loki, allekirjoitettuine tarkistuspisteineen.
fi: Tarkista se ilman ohjelmistoa alla olevalla komennolla; siihen riittää Python 3.9 tai uudempi.
fi: Kysy allekirjoittajan julkinen avain muualta kuin tästä paketista ja anna se valitsimella --key.

sv: Detta paket är ett utdrag ur en Ohjaus-logg eller hela loggen, med dess undertecknade kontrollpunkt.
sv: Kontrollera det utan programvaran med kommandot nedan; Python 3.9 eller nyare räcker.
sv: Fråga undertecknarens publika nyckel någon annanstans än ur paketet och ange den med --key.

en: This bundle is an extract of an Ohjaus log, or the whole log, with its signed checkpoint.
en: Check it without the software by the command below; Python 3.9 or newer is enough.
en: Ask for the signer's public key elsewhere than in this bundle, and name it with --key.

    python3 {VERIFIER} .
"""


@dataclass(frozen=True, slots=True)
class Withheld:
    """An event that is not disclosed since it holds something secret: where it stands, its leaf, and on what ground."""

    position: int
    hash: str
    ground: str

    def as_data(self) -> dict[str, object]:
        """Gives it as plain data."""
        return {"position": self.position, "leaf": self.hash, "ground": self.ground}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a bundle holds besides its events.

    `note` is the signed checkpoint and `older_note` an earlier one, with the proof that the log grew from it. `anchor`
    is the hash before the first event. `verifier` is the stand-alone program, None where there is none to add.
    `withheld` are events that were asked for and hold something secret: only place and hash of each are given.
    """

    note: bytes
    checkpoint: Checkpoint
    key: VerifierKey
    anchor: str
    older_note: bytes | None = None
    consistency: Consistency | None = None
    verifier: bytes | None = None
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: where, how many events, the files by name with their SHA-256, and all their bytes."""

    path: Path
    events: int
    files: dict[str, str]
    size_bytes: int


def write_whole(target: Path, events: Iterable[tuple[int, bytes, str]], contents: Contents) -> Written:
    """Writes the whole log: `events` are position, canonical bytes and hash of all that the checkpoint saw, in order.

    Raises:
        Refused: `file-exists`.
        Fault: `cannot-create`.
        IntegrityBroken: what giving the events raises.
    """

    def lines(folder: Path) -> int:
        count = 0
        with (folder / "events.jsonl").open("wb") as file:
            for _, stored, _ in events:
                file.write(stored + b"\n")
                count += 1
        return count

    return _write(target, "whole", lines, contents)


def write_part(target: Path, events: Iterable[ProvedEvent], contents: Contents) -> Written:
    """Writes some events of the log, each with its proof, and nothing of the others.

    Raises:
        Refused: `file-exists`.
        Fault: `cannot-create`.
    """

    def lines(folder: Path) -> int:
        count = 0
        with (folder / "events.jsonl").open("wb") as file, (folder / "proofs.jsonl").open("wb") as proofs:
            for event in sorted(events, key=lambda one: one.position):
                file.write(event.canonical + b"\n")
                path = [step.hex() for step in event.path]
                proofs.write(canonical({"position": event.position, "leaf": event.hash, "path": path}) + b"\n")
                count += 1
        return count

    return _write(target, "part", lines, contents)


def refuse_existing(target: Path) -> None:
    """Makes sure that nothing is at `target`.

    Raises:
        Refused: `file-exists`.
    """
    if os.path.lexists(target):
        raise Refused(
            "file-exists",
            f"There is something at {target} already. It was left as it is.",
            try_next="name another place",
            details={"path": str(target)},
        )


def is_zip(target: Path) -> bool:
    """Tells whether a bundle at `target` is to be a ZIP, which its name says."""
    return target.suffix.lower() == ".zip"


def _write(target: Path, kind: Literal["whole", "part"], lines: Lines, contents: Contents) -> Written:
    refuse_existing(target)
    try:
        # The draft folder is its owner's only (0700), whatever the mask says, and lies on the drive of its goal.
        draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.absolute().parent))
    except OSError as error:
        raise cannot_create(target, error) from error
    try:
        count = lines(draft)
        _write_rest(draft, contents)
        files = {path.name: _digest(path) for path in sorted(draft.iterdir(), key=lambda path: path.name)}
        manifest = {
            "anchor": contents.anchor,
            "chain": kind == "whole",
            "events": count,
            "files": files,
            "format": FORMAT,
            "kind": kind,
            "origin": contents.checkpoint.origin,
            "size": contents.checkpoint.size,
            **({"withheld": [one.as_data() for one in contents.withheld]} if contents.withheld else {}),
        }
        (draft / "manifest.json").write_bytes(canonical(manifest) + b"\n")
        files["manifest.json"] = _digest(draft / "manifest.json")
        size_bytes = _put(draft, target)
    except OSError as error:
        raise cannot_create(target, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Written(target, count, dict(sorted(files.items())), size_bytes)


def _write_rest(folder: Path, contents: Contents) -> None:
    (folder / "checkpoint.note").write_bytes(contents.note)
    (folder / "key.txt").write_text(f"{contents.key}\n", encoding="utf-8", newline="\n")
    (folder / "README.txt").write_text(README, encoding="utf-8", newline="\n")
    if contents.older_note is not None:
        (folder / "older.note").write_bytes(contents.older_note)
    if contents.consistency is not None:
        (folder / "consistency.json").write_bytes(canonical(contents.consistency.as_data()) + b"\n")
    if contents.verifier is not None:
        (folder / VERIFIER).write_bytes(contents.verifier)


def _put(draft: Path, target: Path) -> int:
    """Brings a finished draft to its place, and gives the bytes that it takes there."""
    found = sorted(draft.iterdir(), key=lambda path: path.name)
    for path in found:
        path.chmod(0o600)
    if not is_zip(target):
        size_bytes = sum(path.stat().st_size for path in found)
        # Renaming a folder onto nothing; what came to be there meanwhile is not covered, unless it is an empty folder.
        draft.rename(target)
        return size_bytes
    packed = draft / "bundle.zip"
    with zipfile.ZipFile(packed, "x", zipfile.ZIP_STORED) as archive:
        for path in found:
            entry = zipfile.ZipInfo(path.name, _ZIP_DATE)
            entry.create_system, entry.external_attr, entry.file_size = 3, _ZIP_MODE, path.stat().st_size
            with path.open("rb") as file, archive.open(entry, "w") as into:
                shutil.copyfileobj(file, into, _BLOCK_BYTES)
    packed.chmod(0o600)
    # A link never covers what is there.
    target.hardlink_to(packed)
    return target.stat().st_size


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
