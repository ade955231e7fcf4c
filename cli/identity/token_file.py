"""Where a login is kept: one file for each issuer in the user's state folder, for its owner only (mode 0600).

It holds the ID token, which says who somebody is and opens nothing; it is checked anew each time, against keys that the
issuer is asked for then. No access token and no refresh token is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cli.identity.issuer import Issuer, issuer_of
from engine.errors import Fault, NotAuthorised, OhjausError

LARGEST_BYTES = 100_000
_OTHERS = 0o077


def token_folder() -> Path:
    """Gives the folder in which logins are kept, there or not."""
    import platformdirs

    return platformdirs.user_state_path("ohjaus", appauthor=False) / "identity"


def token_file(issuer: Issuer) -> Path:
    """Gives where the login at an issuer is kept, there or not."""
    return token_folder() / f"{hashlib.sha256(str(issuer).encode()).hexdigest()[:24]}.token"


def read_token(issuer: Issuer) -> str | None:
    """Gives the token of the login at an issuer, or None when there is none.

    Raises:
        NotAuthorised: `token-file-open`, others can read or write it; `token-file-malformed`.
        Fault: `cannot-open`.
    """
    path = token_file(issuer)
    content = _content(path)
    return None if content is None else _token(path, content, issuer)


def issuers_of_logins(since: datetime) -> tuple[Issuer, ...]:
    """Gives the issuers at which somebody has logged in since a moment; a file that cannot be taken names none."""
    found = []
    for path in token_files():
        with suppress(OSError, OhjausError):
            stated = _stated(_content(path) or b"") if path.stat().st_mtime >= since.timestamp() else None
            if stated is not None:
                found.append(issuer_of(str(stated.get("issuer")), str(stated.get("client_id"))))
    return tuple(found)


def _content(path: Path) -> bytes | None:
    """Reads a file that is its owner's alone; None when there is none."""
    try:
        # What was looked at is what is read: a link put in its place meanwhile is not followed.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Fault(
            "cannot-open", f"{path} cannot be opened: {error.strerror}.", details={"path": str(path)}
        ) from error
    with os.fdopen(handle, "rb") as file:
        _refuse_open(path, os.fstat(handle))
        return file.read(LARGEST_BYTES + 1)


def write_token(issuer: Issuer, token: str) -> Path:
    """Keeps the token of a login in the place of an earlier one, and gives the file.

    Raises:
        Fault: `cannot-create`.
    """
    path = token_file(issuer)
    kept = {"issuer": issuer.url, "client_id": issuer.client_id, "id_token": token}
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".draft")  # 0600 from its first moment
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(kept, file)
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Fault(
            "cannot-create", f"{path} cannot be written: {error.strerror}.", details={"path": str(path)}
        ) from error
    return path


def forget(path: Path) -> bool:
    """Deletes a login, and tells whether there was one.

    Raises:
        Fault: `cannot-create`, the file cannot be deleted.
    """
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise Fault(
            "cannot-create", f"{path} cannot be deleted: {error.strerror}.", details={"path": str(path)}
        ) from error
    return True


def token_files() -> tuple[Path, ...]:
    """Gives the files of every login that is kept."""
    folder = token_folder()
    return tuple(sorted(folder.glob("*.token"))) if folder.is_dir() else ()


def _refuse_open(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise _malformed(path)
    if os.name != "posix":
        return
    if found.st_mode & _OTHERS or found.st_uid != os.geteuid():
        raise NotAuthorised(
            "token-file-open",
            f"Others than you can read or write {path}: what it says counts for nothing.",
            try_next=f"chmod 600 {path}",
            details={"path": str(path), "mode": f"{stat.S_IMODE(found.st_mode):04o}"},
        )


def _stated(content: bytes) -> dict[str, object] | None:
    try:
        found = json.loads(content) if len(content) <= LARGEST_BYTES else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _token(path: Path, content: bytes, issuer: Issuer) -> str:
    found = _stated(content)
    if found is None or (found.get("issuer"), found.get("client_id")) != (issuer.url, issuer.client_id):
        raise _malformed(path)
    token = found.get("id_token")
    if not isinstance(token, str):
        raise _malformed(path)
    return token


def _malformed(path: Path) -> NotAuthorised:
    return NotAuthorised(
        "token-file-malformed",
        f"{path} holds no login.",
        try_next="ohjaus identity login",
        details={"path": str(path)},
    )
