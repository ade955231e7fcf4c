"""Settings and where each came from: the option, then the environment, then the project's TOML, then the user's TOML.

The project's file is `ohjaus.toml` in the working directory or the nearest folder above it; the user's stands in the
user's configuration folder. Both are read only when something is asked that neither option nor environment answers.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from cli.frame.language import of_locale
from cli.frame.options import COLORS, FORMATS
from engine.errors import InputRejected
from engine.law import LANGUAGES, Label
from engine.unreadable import where_unreadable

Origin = Literal["option", "environment", "project", "user", "default"]

FILE = "ohjaus.toml"
LARGEST_FILE_BYTES = 1_000_000
VARIABLES = {
    "db": "OHJAUS_DB",
    "lang": "OHJAUS_LANG",
    "format": "OHJAUS_FORMAT",
    "color": "OHJAUS_COLOR",
    "as": "OHJAUS_AS",
    "persons": "OHJAUS_PERSONS",
}
"""Every setting that the environment can give, with its variable."""

IN_FILES = ("identity.issuer", "identity.client_id", "identity.shared_logins")
"""Settings that stand in files only: who somebody is must not depend on a variable."""

NAMES = (*VARIABLES, *IN_FILES)

CHOICES: Mapping[str, tuple[str, ...]] = {"lang": LANGUAGES, "format": FORMATS, "color": COLORS}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its value, which kind of place it came from, and which one exactly (a variable or a file)."""

    name: str
    value: str | None
    origin: Origin
    where: str | None = None


class Settings:
    """The settings of one invocation."""

    def __init__(self, options: Mapping[str, object], environment: Mapping[str, str], folder: Path) -> None:
        """Takes the options given, the environment, and the folder in which the command runs."""
        self._options = options
        self._environment = environment
        self._folder = folder

    def all(self) -> tuple[Setting, ...]:
        """Gives every setting."""
        return tuple(self.get(name) for name in NAMES)

    def get(self, name: str) -> Setting:
        """Gives one setting, the default when nothing states it.

        Raises:
            InputRejected: a settings file cannot be read, or states something that is no setting.
        """
        stated = self._options.get(name)
        if stated is not None:
            return Setting(name, str(stated), "option")
        variable = VARIABLES.get(name)
        stated = self._environment.get(variable) if variable else None
        if variable and stated:
            return Setting(name, _checked(name, stated, variable), "environment", variable)
        if name == "color" and self._environment.get("NO_COLOR"):
            return Setting(name, "never", "environment", "NO_COLOR")
        for origin, path, table in self._tables:
            if name in table:
                return Setting(name, table[name], origin, str(path))
        return Setting(name, self._default(name), "default")

    def _default(self, name: str) -> str | None:
        match name:
            case "db":
                return str(user_database())
            case "lang":
                return of_locale() or "en"
            case "color":
                return "auto"
            case _:
                return None

    @cached_property
    def project_file(self) -> Path | None:
        """The settings file of the project: the nearest from the working directory upwards."""
        for folder in (self._folder, *self._folder.parents):
            if (folder / FILE).is_file():
                return folder / FILE
        return None

    @cached_property
    def _tables(self) -> tuple[tuple[Origin, Path, Mapping[str, str]], ...]:
        project = self.project_file
        found: list[tuple[Origin, Path, Mapping[str, str]]] = []
        if project is not None:
            found.append(("project", project, read_settings(project)))
        user = user_file()
        if user.is_file():
            found.append(("user", user, read_settings(user)))
        return tuple(found)


def user_file() -> Path:
    """Gives the path of the user's settings file, there or not."""
    import platformdirs

    return platformdirs.user_config_path("ohjaus", appauthor=False) / FILE


def user_database() -> Path:
    """Gives the path of the database that is used when nothing names another."""
    import platformdirs

    return platformdirs.user_data_path("ohjaus", appauthor=False) / "ohjaus.db"


def read_settings(path: Path) -> Mapping[str, str]:
    """Reads a settings file; a relative database path in it is taken from the file's own folder.

    Raises:
        InputRejected: it is no TOML, too large, or states an unknown setting or value.
    """
    import tomllib

    from engine.nesting import has_longer_key

    try:
        size = path.stat().st_size
        if size > LARGEST_FILE_BYTES:
            raise InputRejected("settings-invalid", f"{path} is larger than a settings file can be.")
        text = path.read_text(encoding="utf-8")
        if has_longer_key(text):
            raise _invalid(path, _TOO_LONG)
        table: dict[str, Any] = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _invalid(path, where_unreadable(error)) from error
    flat = _flat(table)
    unknown = [name for name in flat if name not in NAMES]
    if unknown:
        known = ", ".join(NAMES)
        problem = Label(
            f"asetusta {unknown[0]} ei ole; asetukset ovat {known}",
            f"inställningen {unknown[0]} finns inte; inställningarna är {known}",
            f"there is no setting called {unknown[0]}; the settings are {known}",
        )
        raise _invalid(path, problem)
    settings: dict[str, str] = {}
    for name, value in flat.items():
        if not isinstance(value, str):
            quoted = (f"{name} on tekstiä lainausmerkeissä", f"{name} ska vara text inom citationstecken")
            raise _invalid(path, Label(*quoted, f"{name} is to be text in quotes"))
        settings[name] = _checked(name, value, str(path))
    for place in {"db", "persons"} & settings.keys():
        if "://" not in settings[place]:
            settings[place] = str(path.parent / Path(settings[place]).expanduser())
    return settings


def _flat(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Gives settings by their whole names, those of a table such as `[identity]` too."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        found |= {f"{name}.{key}": inner for key, inner in value.items()} if isinstance(value, dict) else {name: value}
    return found


def _checked(name: str, value: str, where: str) -> str:
    choices = CHOICES.get(name)
    if choices is not None and value not in choices:
        raise InputRejected(
            "settings-invalid",
            f"{where}: {name} cannot be {value!r}; it is one of {', '.join(choices)}.",
            try_next="ohjaus config show --origin",
            details={"where": where, "problem": f"{name}: {value!r}; {', '.join(choices)}"},
        )
    return value


_TOO_LONG = Label("nimessä on liian monta osaa", "ett namn har för många delar", "a name in it has too many parts")


def _invalid(path: Path, problem: Label) -> InputRejected:
    return InputRejected(
        "settings-invalid",
        f"The settings in {path} cannot be used: {problem.en}.",
        try_next=f"mend or remove {path}",
        details={"where": path, "problem": problem},
    )


def of_this_process(options: Mapping[str, object]) -> Settings:
    """Gives the settings with this process's own environment and working directory."""
    return Settings(options, os.environ, Path.cwd())
