"""Where signing keys lie: one file for each, mode 0600, in a folder of the user's own, never in a database.

Beside each key lies, for each log, the newest checkpoint that it signed. A log must never sign a checkpoint that
contradicts an earlier one (C2SP), so whoever signs compares with that memory first.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from engine.errors import Fault, InputRejected, NotFound, Refused
from store.evidence.note import LARGEST_BYTES, SignerKey, parse_signer

SUFFIX = ".key"
PUBLIC_SUFFIX = ".vkey"
_OTHERS = 0o077
_PLAIN = re.compile(r"[^A-Za-z0-9._-]")


def key_file(folder: Path, name: str) -> Path:
    """Gives where the key called `name` lies, there or not."""
    return folder / (_PLAIN.sub("_", name) + SUFFIX)


def key_files(folder: Path) -> tuple[Path, ...]:
    """Gives every key file of a folder, by name; none when there is no folder."""
    return tuple(sorted(folder.glob(f"*{SUFFIX}"))) if folder.is_dir() else ()


def verifier_files(folder: Path) -> tuple[Path, ...]:
    """Gives every public key of a folder, those of one's own keys and those that others handed over."""
    return tuple(sorted(folder.glob(f"*{PUBLIC_SUFFIX}"))) if folder.is_dir() else ()


def write_key(path: Path, key: SignerKey) -> None:
    """Writes a new key, readable by its owner only, and its public half beside it; what is there is left as it is.

    Raises:
        Refused: `key-exists`.
        Fault: `cannot-create`.
    """
    public = path.with_suffix(PUBLIC_SUFFIX)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        refuse_existing(path)
        write_once(path, f"{key.encode()}\n".encode())
        write_once(public, f"{key.verifier}\n".encode())
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        raise cannot_create(path, error) from error


def refuse_existing(path: Path) -> None:
    """Makes sure that no key lies at `path`, nor a public one beside it.

    A public key without its private half is somebody's who handed it over: what they signed is checked by it.

    Raises:
        Refused: `key-exists`.
    """
    for one in (path, path.with_suffix(PUBLIC_SUFFIX)):
        if os.path.lexists(one):
            raise _exists(one)


def read_key(path: Path) -> SignerKey:
    """Reads a private key from its file.

    Raises:
        NotFound: `key-missing`.
        Refused: `key-too-open`, others than its owner may read it.
        InputRejected: `key-malformed`.
        Fault: `cannot-open`.
    """
    try:
        # What was looked at is what is read: a link put in its place meanwhile is not followed.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            _refuse_open(path, os.fstat(handle))
            content = file.read(LARGEST_BYTES)
    except FileNotFoundError as error:
        raise missing_key(f"There is no key at {path}.") from error
    except OSError as error:
        raise Fault(
            "cannot-open", f"{path} cannot be opened: {error.strerror}.", details={"path": str(path)}
        ) from error
    try:
        return parse_signer(content.decode().removesuffix("\n"))
    except UnicodeDecodeError as error:
        raise InputRejected("key-malformed", f"{path} holds no key.", details={"why": "it is not text"}) from error


def missing_key(message: str) -> NotFound:
    """Gives the error of a key that is not there."""
    return NotFound("key-missing", message, try_next="ohjaus audit key init")


def memory_file(key_path: Path, origin: str) -> Path:
    """Gives where the newest checkpoint of a log that a key signed is remembered."""
    return key_path.with_name(f"{key_path.name.removesuffix(SUFFIX)}.{_PLAIN.sub('_', origin)}.signed")


def recall(key_path: Path, origin: str) -> bytes | None:
    """Gives the newest checkpoint that the key signed for a log, or None.

    Raises:
        Fault: `cannot-open`.
    """
    path = memory_file(key_path, origin)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Fault(
            "cannot-open", f"{path} cannot be opened: {error.strerror}.", details={"path": str(path)}
        ) from error


def remember(key_path: Path, origin: str, note: bytes) -> None:
    """Keeps the newest checkpoint that the key signed for a log, durably, before anybody is shown it.

    Raises:
        Fault: `cannot-create`.
    """
    path = memory_file(key_path, origin)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.unlink(missing_ok=True)
        write_once(draft, note)
        draft.replace(path)
    except OSError as error:
        raise cannot_create(path, error) from error


def write_once(path: Path, content: bytes) -> None:
    """Writes a new file durably, mode 0600; a half-written one does not stay.

    Raises:
        FileExistsError: something is there.
        OSError: the disk does not let us.
    """
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def cannot_create(path: Path, error: OSError) -> Fault:
    """Gives the fault of a file that the disk does not let us write."""
    return Fault("cannot-create", f"{path} cannot be written: {error.strerror}.", details={"path": str(path)})


def _exists(path: Path) -> Refused:
    return Refused(
        "key-exists",
        f"There is a key at {path} already. It was left as it is: nothing else can sign on in its name.",
        try_next="ohjaus audit key show",
        details={"path": str(path)},
    )


def _refuse_open(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise InputRejected("key-malformed", f"{path} is not a file.", details={"why": "it is not a file"})
    if os.name == "posix" and (found.st_mode & _OTHERS or found.st_uid != os.geteuid()):
        raise Refused(
            "key-too-open",
            f"The key {path} can be read by others than you. Whoever can read it can sign in its name.",
            try_next=f"chmod 600 {path}",
            details={"path": str(path), "mode": f"{stat.S_IMODE(found.st_mode):04o}"},
        )
