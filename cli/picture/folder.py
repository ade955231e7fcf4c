"""The folder of a picture: written as a whole, known again by its `picture.json`, and nothing else ever overwritten."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from cli.screen.safe_text import safe_json
from engine.errors import Fault, InputRejected, NotFound, Refused

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.picture.render import Written

MANIFEST = "picture.json"
KIND, FORMAT = "ohjaus-picture", 1
_OURS = (".html", ".csv", ".xlsx", ".ics")
_LARGEST = 50_000_000
"""Bytes that a picture's own data may have before it is not read."""


class Folder:
    """One folder."""

    def __init__(self, path: Path) -> None:
        """Takes the path; nothing is looked at yet."""
        self.path = path

    def ensure_ours(self, run: Invocation) -> None:
        """Makes sure that a picture may be written here: a new or empty folder, or one that holds a picture.

        Raises:
            Refused: `picture-folder-foreign`, something else is there and nobody said `--yes`.
        """
        # A name that no disk takes is told before all the pages are made: this look does not pass over it.
        with suppress(FileNotFoundError, NotADirectoryError):
            self.path.lstat()
        if not self.path.exists() or run.given.get("yes"):
            return
        if self.path.is_dir() and (not any(self.path.iterdir()) or self._is_ours()):
            return
        raise Refused(
            "picture-folder-foreign",
            f"{self.path} holds something else than a picture; nothing was written.",
            try_next=run.command("picture", "build", "--out", "DIR"),
            details={"path": str(self.path)},
        )

    def write(self, written: Sequence[Written], shape: dict[str, Any], *, rehearse: bool) -> dict[str, Any]:
        """Writes the files and the manifest, and takes away what an earlier picture left here; gives what came about.

        Raises:
            Fault: `cannot-create`, the machine does not let us.
        """
        files = {one.path: one.content for one in written}
        manifest = {"kind": KIND, "format": FORMAT, "files": sorted(files), "picture": shape}
        text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        files[MANIFEST] = f"{safe_json(text)}\n".encode()
        pages = {path: len(content) for path, content in files.items() if path.endswith(".html")}
        largest = max(pages, key=lambda path: (pages[path], path))
        if not rehearse:
            self._store(files)
        return {
            "out": str(self.path),
            "start": str(self.path / "index.html"),
            "pages": len(pages),
            "tables": sum(path.endswith(".csv") for path in files),
            "bytes": sum(map(len, files.values())),
            "largest": {"path": largest, "bytes": pages[largest]},
        }

    def picture(self) -> dict[str, Any]:
        """Reads the picture's data back.

        Raises:
            NotFound: `picture-folder-missing`, there is no picture here.
            InputRejected: `picture-folder-unreadable`, its data is not what a picture writes.
        """
        file = self.path / MANIFEST
        if not file.is_file():
            raise NotFound(
                "picture-folder-missing",
                f"{self.path} holds no picture.",
                try_next="ohjaus picture build --out DIR",
                details={"path": str(self.path)},
            )
        data = self._manifest()
        if data is None or not isinstance(data.get("picture"), dict):
            raise InputRejected(
                "picture-folder-unreadable",
                f"{file} is not what a picture writes.",
                try_next="ohjaus picture build --out DIR",
                details={"path": str(file)},
            )
        found: dict[str, Any] = data["picture"]
        return found

    def _is_ours(self) -> bool:
        return self._manifest() is not None

    def _manifest(self) -> dict[str, Any] | None:
        file = self.path / MANIFEST
        try:
            if file.stat().st_size > _LARGEST:
                return None
            data = msgspec.json.decode(file.read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
            return None
        return data if isinstance(data, dict) and data.get("kind") == KIND and data.get("format") == FORMAT else None

    def _store(self, files: dict[str, bytes]) -> None:
        before = self._manifest()
        try:
            for path, content in files.items():
                file = self.path / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            for path in (before or {}).get("files", ()):
                if isinstance(path, str) and path not in files and _inside(path):
                    (self.path / path).unlink(missing_ok=True)
        except OSError as error:
            raise Fault(
                "cannot-create",
                f"{self.path} cannot be written: {error.strerror}.",
                details={"path": str(self.path)},
            ) from error


def _inside(path: str) -> bool:
    """Tells whether a path of an earlier picture is one that a picture writes: a page, a table, a calendar."""
    parts = Path(path).parts
    return ".." not in parts and not Path(path).is_absolute() and Path(path).suffix in _OURS
