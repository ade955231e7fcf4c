"""What is secret or internal in the declared procedures, and on what ground: the pinned table beside the declarations.

The table changes no declaration and no event. It says what is shown to whom (`engine.publicity`), today, of what was
recorded whenever; the classes that stand in events (`Fact.publicity`, and what a recorder stated) come on top.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from engine.law import Label, Status
from engine.publicity import Ground, Publicity, PublicityTable, SecretRule


@cache
def publicity_table() -> PublicityTable:
    """Gives the table."""
    return parse_table(files(__name__).joinpath("secrets.toml").read_text(encoding="utf-8"))


def parse_table(text: str) -> PublicityTable:
    """Reads a table; each field and each kind of document becomes a rule of its own.

    Raises:
        KeyError: a rule names a ground that is not in the table, or lacks what it must say.
    """
    held = tomllib.loads(text)
    grounds = {one["id"]: _ground(one) for one in held["grounds"]}
    rules = tuple(rule for one in held["rules"] for rule in _rules(one, grounds))
    return PublicityTable(grounds=grounds, rules=rules, internal=_ground(held["internal"]))


def _ground(held: Mapping[str, Any]) -> Ground:
    return Ground(
        id=held["id"],
        section=held["section"],
        status=Status(held["status"]),
        about=Label(*held["about"]),
        marker=Label(*held["marker"]),
    )


def _rules(held: Mapping[str, Any], grounds: Mapping[str, Ground]) -> Iterator[SecretRule]:
    said: dict[str, Any] = {
        "procedure": held["procedure"],
        "publicity": Publicity(held["publicity"]),
        "ground": grounds[held["ground"]],
        "status": Status(held["status"]),
        "why": Label(*held["why"]),
        "until": tuple(held.get("until", ())),
    }
    for name in held.get("fields", ()):
        yield SecretRule(**said, facts=tuple(held["facts"]), field=name)
    for kind in held.get("documents", ()):
        yield SecretRule(**said, document=kind)
