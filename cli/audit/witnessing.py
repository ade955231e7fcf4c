"""Signing checkpoints and holding a log against them: keys of one's own, keys of others, notes that were kept.

Nothing here reads a secret but what `own_signer` reads to sign, and nothing prints one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cli.audit.findings import fault_shape
from engine.errors import IntegrityBroken, Refused
from store.evidence.archive import Passed, pass_over
from store.evidence.bundle import VERIFIER, Contents
from store.evidence.checkpoint import Checkpoint, origin_of, parse_checkpoint, schema_fingerprint
from store.evidence.keys import (
    SUFFIX,
    key_file,
    key_files,
    missing_key,
    read_key,
    recall,
    remember,
    verifier_files,
)
from store.evidence.note import SignerKey, VerifierKey, open_note, parse_verifier
from store.evidence.proof import prove_consistency
from store.evidence.witness import (
    LOG_SHORTER,
    ROLES_LACKING,
    Log,
    Witness,
    contradiction,
    newest,
    note_files,
    read_note,
    witness,
)

if TYPE_CHECKING:
    from engine.errors import Diagnosis
    from engine.ports import Clock
    from store.open_log import OpenLog


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint with the note that carries it and a key that signed it."""

    note: bytes
    checkpoint: Checkpoint
    key: VerifierKey


@dataclass(frozen=True, slots=True)
class OwnKey:
    """A signing key of the user's, and the file in which it lies."""

    path: Path
    signer: SignerKey


class Witnesses:
    """The checkpoints that a log is held against, and the keys that are believed."""

    def __init__(self, found: Sequence[Witness], keys: Sequence[VerifierKey]) -> None:
        self.found = tuple(found)
        self.keys = tuple(keys)

    @property
    def sizes(self) -> frozenset[int]:
        """The sizes at which the log's root is asked for."""
        return frozenset(one.checkpoint.size for one in self.found if one.checkpoint is not None)

    def testimony(self, opened: OpenLog, passed: Passed, *, now: datetime) -> dict[str, Any]:
        """Gives what the checkpoints say of a log over which a pass went: each of them, and how old the newest is."""
        log = log_of(opened, passed)
        faults = [contradiction(one, log) for one in self.found]
        wrong = [fault for fault in faults if fault is not None]
        sound = [one for one, fault in zip(self.found, faults, strict=True) if fault is None]
        latest = newest(sound)
        return {
            "ok": not wrong,
            "checked": len(sound),
            "first_fault": fault_shape(wrong[0] if wrong else None),
            "faults": len(wrong),
            **self.silent(),
            **_age(latest, passed.size, now),
            "rolled_back": any(fault.code == LOG_SHORTER for fault in wrong),
            "notes": [_note_shape(one, fault) for one, fault in zip(self.found, faults, strict=True)],
        }

    def silent(self) -> dict[str, Any]:
        """Gives the testimony of checkpoints that could not be held against anything."""
        return {
            "witnessed_at": None,
            "witnessed_events": None,
            "unwitnessed_events": None,
            "age_seconds": None,
            "dated_ahead": None,
            "rolled_back": False,
            "keys": [str(key) for key in self.keys],
            "notes": [_note_shape(one, one.fault) for one in self.found],
        }


def witnesses(places: Sequence[str], keys: Sequence[str]) -> Witnesses | None:
    """Gives the checkpoints at `places`, believing `keys`, or one's own when none is named; None without places.

    Raises:
        NotFound: `checkpoints-missing`.
        InputRejected: `key-malformed`.
    """
    if not places:
        return None
    believed = believed_keys(keys)
    files = note_files([Path(place) for place in places])
    return Witnesses([witness(str(path), read_note(path), believed) for path in files], believed)


def keys_folder() -> Path:
    """Gives the folder of the user's signing keys: among the settings, apart from any database."""
    import platformdirs

    return platformdirs.user_config_path("ohjaus", appauthor=False) / "keys"


def believed_keys(given: Sequence[str]) -> tuple[VerifierKey, ...]:
    """Gives the keys that a person names, as text or as a file that holds one.

    When none is named, those that lie in the folder of keys: the person's own, and what others handed over.

    Raises:
        InputRejected: `key-malformed`.
    """
    return tuple(_verifier(text) for text in given or [str(path) for path in verifier_files(keys_folder())])


def own_keys() -> tuple[OwnKey, ...]:
    """Gives every signing key of the user's.

    Raises:
        Refused: `key-too-open`.
        InputRejected: `key-malformed`.
    """
    return tuple(OwnKey(path, read_key(path)) for path in key_files(keys_folder()))


def own_signer(origin: str, chosen: str | None) -> OwnKey:
    """Gives the key to sign with: the chosen name or file, else the one named as the log, else the only one there is.

    Raises:
        NotFound: `key-missing`.
        Refused: `key-too-open`, `key-ambiguous`.
    """
    if chosen is not None:
        path = Path(chosen) if chosen.endswith(SUFFIX) else key_file(keys_folder(), chosen)
        found = read_key(path)
        if not chosen.endswith(SUFFIX) and found.name != chosen:
            # A file's name has _ in place of /, so it may be that of another key.
            raise missing_key(f"There is no key called {chosen}: {path} holds {found.name}.")
        return OwnKey(path, found)
    own = {key.signer.name: key for key in own_keys()}
    if origin in own:
        return own[origin]
    if not own:
        raise missing_key("There is no key to sign with yet.")
    if len(own) > 1:
        raise Refused(
            "key-ambiguous",
            f"There are several keys, and none is named as the log: {', '.join(own)}. Name one with --sign-with.",
            try_next="ohjaus audit key show",
            details={"keys": tuple(own)},
        )
    return next(iter(own.values()))


def signed_checkpoint(
    opened: OpenLog, clock: Clock, key: OwnKey, kept: Sequence[Witness] = (), *, rehearse: bool = False
) -> Signed:
    """Signs where the log stands, after making sure that it is sound and contradicts nothing that was signed before.

    `kept` are earlier checkpoints that are at hand; what this key itself signed last is remembered beside it.

    Raises:
        IntegrityBroken: the first fault of the chain, the schema or the projections; how an earlier checkpoint is
            contradicted; a signature that is false.
    """
    from store.integrity import check_schema, check_standings, check_wal

    origin = origin_of(opened.identity)
    earlier = [*kept, *_remembered(key, origin)]
    place = opened.database.path
    for report in (
        # Only a file has a write-ahead log beside it.
        *([check_wal(place)] if isinstance(place, Path) else []),
        check_schema(opened.database, opened.projections.projections),
        check_standings(opened.projections),
    ):
        _refuse(report.first_fault)
    passed = pass_over(opened.log, sizes={one.checkpoint.size for one in earlier if one.checkpoint})
    _refuse(passed.chain.first_fault)
    _refuse(passed.tree_fault)
    log = log_of(opened, passed)
    for one in earlier:
        _refuse(contradiction(one, log))
    checkpoint = Checkpoint(
        origin=origin,
        size=passed.size,
        root=passed.root,
        chain=opened.log.head().hash,
        schema=log.schema,
        time=clock.now().astimezone(UTC).replace(microsecond=0),
        clock=clock.kind,
        production=log.production,
    )
    note = key.signer.sign(checkpoint.text())
    if not rehearse:
        remember(key.path, origin, note)
    return Signed(note, checkpoint, key.signer.verifier)


def given_checkpoint(opened: OpenLog, place: Path, keys: Sequence[VerifierKey]) -> Signed:
    """Gives a checkpoint that was kept, after making sure that it is signed and that the log does not contradict it.

    Raises:
        NotFound: `checkpoints-missing`.
        InputRejected: `note-malformed`, `checkpoint-malformed`.
        IntegrityBroken: `note-key-unknown`, `note-signature-false`, and what `contradiction` finds.
    """
    content = read_note(place)
    note, signers = open_note(content, keys)
    checkpoint = parse_checkpoint(note.text)
    passed = pass_over(opened.log, sizes={checkpoint.size})
    _refuse(passed.tree_fault or passed.chain.first_fault)
    _refuse(contradiction(Witness(str(place), checkpoint, signers), log_of(opened, passed)))
    return Signed(content, checkpoint, signers[0])


def bundle_contents(opened: OpenLog, signed: Signed, older: Signed | None = None) -> Contents:
    """Gives what a bundle holds besides its events; with an older checkpoint, the proof that the log grew from it.

    Raises:
        Refused: `checkpoint-not-older`.
    """
    if older is not None and older.checkpoint.size > signed.checkpoint.size:
        raise Refused(
            "checkpoint-not-older",
            f"The older checkpoint saw {older.checkpoint.size} events, the newer one {signed.checkpoint.size}.",
            details={"older": older.checkpoint.size, "newer": signed.checkpoint.size},
        )
    return Contents(
        note=signed.note,
        checkpoint=signed.checkpoint,
        key=signed.key,
        anchor=opened.identity.anchor,
        older_note=older.note if older else None,
        consistency=prove_consistency(opened.log, older.checkpoint, signed.checkpoint) if older else None,
        verifier=stand_alone_verifier(),
    )


def stand_alone_verifier() -> bytes:
    """Gives the program that checks a bundle without this software."""
    return resources.files("cli.audit.stand_alone").joinpath(VERIFIER).read_bytes()


def log_of(opened: OpenLog, passed: Passed) -> Log:
    """Gives a log as checkpoints are held against it."""
    return Log(
        origin=origin_of(opened.identity),
        passed=passed,
        schema=schema_fingerprint(opened.database),
        production=opened.identity.production,
    )


def _remembered(key: OwnKey, origin: str) -> tuple[Witness, ...]:
    content = recall(key.path, origin)
    return () if content is None else (witness(f"{key.path}: what it signed last", content, [key.signer.verifier]),)


def _verifier(text: str) -> VerifierKey:
    path = Path(text)
    if "+" not in text and path.is_file():
        text = read_note(path).decode(errors="replace").strip()
    return parse_verifier(text)


def _refuse(fault: Diagnosis | None) -> None:
    if fault is not None:
        then = "ohjaus db init-roles --yes" if fault.code == ROLES_LACKING else "ohjaus audit verify"
        raise IntegrityBroken(fault.code, f"{fault.where}: {fault.text}", try_next=then, details=fault.details)


_CLOCKS_DIFFER: Final = timedelta(minutes=5)


def _age(latest: Witness | None, size: int, now: datetime) -> dict[str, Any]:
    if latest is None or latest.checkpoint is None:
        return {"unwitnessed_events": size}
    at = latest.checkpoint.time
    return {
        "witnessed_at": at.isoformat(),
        "witnessed_events": latest.checkpoint.size,
        "unwitnessed_events": size - latest.checkpoint.size,
        "age_seconds": max(0, int((now - at).total_seconds())),
        # Clocks of two machines may differ by minutes; what is dated later than that says nothing of how fresh it is.
        "dated_ahead": at - now > _CLOCKS_DIFFER,
    }


def _note_shape(one: Witness, fault: Diagnosis | None) -> dict[str, Any]:
    checkpoint = one.checkpoint
    return {
        "file": one.place,
        "size": checkpoint.size if checkpoint else None,
        "time": checkpoint.time.isoformat() if checkpoint else None,
        "signed_by": [key.name for key in one.signers],
        "ok": fault is None,
        "fault": fault_shape(fault),
    }
