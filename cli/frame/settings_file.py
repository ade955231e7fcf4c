"""Writing one setting to a settings file; every other line of it stays as it is."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path

from cli.frame.settings import CHOICES, FILE, LARGEST_FILE_BYTES, NAMES, Settings, read_settings, user_file
from engine.errors import Fault, InputRejected, NotFound


def settings_path(settings: Settings, *, project: bool) -> Path:
    """Gives the file to write to: the user's, or the project's, which is the nearest one or a new one here."""
    if not project:
        return user_file()
    return settings.project_file or Path.cwd() / FILE


def write_setting(path: Path, name: str, value: str, *, keep: bool = True) -> str:
    """Sets `name` in the file at `path`, or takes it out when `value` is empty, and gives the file's text.

    Without `keep` the file stays as it is.

    Raises:
        NotFound: there is no such setting.
        InputRejected: the value cannot be, or the file is no settings file.
        Fault: the file cannot be written.
    """
    if name not in NAMES:
        raise NotFound(
            "setting-unknown",
            f"There is no setting called {name!r}; the settings are {', '.join(NAMES)}.",
            nearest=NAMES,
            try_next="ohjaus config show",
            details={"name": name, "known": NAMES},
        )
    choices = CHOICES.get(name)
    if value and choices is not None and value not in choices:
        raise InputRejected(
            "settings-invalid",
            f"{path}: {name} cannot be {value!r}; it is one of {', '.join(choices)}.",
            details={"where": path, "problem": f"{name}: {value!r}; {', '.join(choices)}"},
        )
    try:
        before = ""
        if path.is_file():
            read_settings(path)
            before = path.read_bytes()[:LARGEST_FILE_BYTES].decode("utf-8")
        text = with_setting(before, name, value)
        _ensure_said(path, text, name, value)
        if keep:
            _replace(path, text)
    except OSError as error:
        raise Fault(
            "cannot-create", f"{path} cannot be written: {error.strerror}.", details={"path": str(path)}
        ) from error
    return text


def with_setting(text: str, name: str, value: str) -> str:
    """Gives the text of a settings file with one setting changed, added before its tables, or taken out.

    Example:
        >>> print(with_setting('lang = "sv" # for now', "lang", "fi"), end="")
        lang = "fi"
    """
    line = f"{name} = {json.dumps(value, ensure_ascii=False)}" if value else None
    mine = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=")
    lines = text.splitlines()
    kept = [one for one in lines if not mine.match(one)]
    if line is not None:
        tables = next((number for number, one in enumerate(kept) if one.lstrip().startswith("[")), len(kept))
        place = next((number for number, one in enumerate(lines) if mine.match(one)), tables)
        kept.insert(place, line)
    return "".join(f"{one}\n" for one in kept)


def _ensure_said(path: Path, text: str, name: str, value: str) -> None:
    """Makes sure that the file would say what it is to say; a setting that stands in a table is not found by its line.

    Raises:
        InputRejected: `settings-invalid`.
    """
    import tomllib

    table, _, key = name.rpartition(".")
    try:
        found = tomllib.loads(text)
        said = (found.get(table, {}) if table else found).get(key)
    except (tomllib.TOMLDecodeError, AttributeError):
        said = None if value else value
    if said != (value or None):
        problem = f"{name} stands in a table; change it there by hand"
        raise InputRejected(
            "settings-invalid",
            f"The settings in {path} cannot be changed: {problem}.",
            try_next=f"change {path} by hand",
            details={"where": path, "problem": problem},
        )


def _replace(path: Path, text: str) -> None:
    """Writes beside the file and puts it in its place, so that a half-written one is never read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
