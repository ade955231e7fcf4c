"""What rights are judged by: the table of technical roles and the table of duties, read from the files beside this."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from engine.declaration import Role
from engine.law import Basis, Label, Status
from engine.rights_duties import Duties, Duty
from engine.rights_policy import Policy, Records, TechnicalRole
from procedures import roles

_PACKAGE: Final = "procedures.access_rights"


@cache
def policy() -> Policy:
    """Gives the table of technical roles."""
    table = _read("roles.toml")
    technical = {name: _role(name, row) for name, row in table["role"].items()}
    of_law = {one.id: one.label for one in vars(roles).values() if isinstance(one, Role)}
    return Policy(
        technical=technical,
        administered=frozenset(table["administered"]),
        own_kinds=frozenset(table["own_kinds"]),
        ministries=dict(table["ministries"]),
        labels=of_law | {name: one.label for name, one in technical.items()},
    )


@cache
def duties() -> Duties:
    """Gives every duty, in the order of the file."""
    return tuple(
        Duty(
            procedure=row["procedure"],
            fact=row["fact"],
            apart_from=tuple(row["apart_from"]),
            why=Label(row["fi"], row["sv"], row["en"]),
            basis=(_basis(row),),
        )
        for row in _read("duties.toml")["duty"]
    )


def _role(name: str, row: dict[str, Any]) -> TechnicalRole:
    return TechnicalRole(
        id=name,
        label=Label(row["fi"], row["sv"], row["en"]),
        purpose=Label(row["purpose_fi"], row["purpose_sv"], row["purpose_en"]),
        records=Records(row["records"]),
        basis=(_basis(row),),
    )


def _basis(row: dict[str, Any]) -> Basis:
    statute, _, section = row["basis"].partition(" ")
    return Basis(statute, section, Status(row["status"]))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(_PACKAGE).joinpath(name).read_text(encoding="utf-8"))
