"""Which ministry prepares which part of the decision, as dated data: the declarations follow from this table.

The law divides little of the work (617/2021 26 § 2 mom.), and measure 3.4 of the proposal for developing the steering
asks for a clearer division. So it is a table: who sets the group, who prepares entitlement, amount and conditions, who
presents. Tasks and the `by` of those acts are read from it (`states`, `moves_preparation`, `versions`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from engine.declaration import Role
from engine.law import Basis, Label, Status
from procedures.roles import SM, STM, VM

PARTS: Final = ("group", "entitlement", "amount", "conditions", "presentation")
"""What is divided: setting the group, the three questions of 26 § 2 mom., and presenting to the Government."""

_MINISTRIES: Final = {role.organisation: role for role in (VM, STM, SM)}


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the preparation: whose it is (of several: each one's own), and on what that rests."""

    ministries: tuple[Role, ...]
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The division of the preparation from a day on."""

    in_force_from: date
    group: Share
    entitlement: Share
    amount: Share
    conditions: Share
    presentation: Share


@cache
def divisions() -> tuple[Division, ...]:
    """Gives the divisions of `responsibilities.toml`, oldest first."""
    text = files(__package__).joinpath("responsibilities.toml").read_text(encoding="utf-8")
    return parse_divisions(tomllib.loads(text))


def parse_divisions(document: Mapping[str, Any]) -> tuple[Division, ...]:
    """Reads divisions from a parsed table.

    Raises:
        ValueError: a part is missing or unknown, a ministry is none of the three, or the days do not ascend.
    """
    found = tuple(_division(table) for table in document.get("division", ()))
    days = [division.in_force_from for division in found]
    if not days or days != sorted(set(days)):
        raise ValueError("the divisions must begin on different days, oldest first, and there must be one")
    return found


def division_on(table: Iterable[Division], day: date) -> Division:
    """Gives the division in force on `day`.

    Raises:
        ValueError: none has begun by then.
    """
    begun = [division for division in table if division.in_force_from <= day]
    if not begun:
        raise ValueError(f"no division of the preparation is in force on {day}")
    return begun[-1]


def _division(table: Mapping[str, Any]) -> Division:
    if set(table) != {"from", *PARTS}:
        raise ValueError(f"a division has exactly from, {', '.join(PARTS)}; this one has {', '.join(sorted(table))}")
    # TOML tells a day from an instant; the engine compares days only.
    begins = date.fromisoformat(str(table["from"]))
    return Division(in_force_from=begins, **{part: _share(part, table[part]) for part in PARTS})


def _share(part: str, table: Mapping[str, Any]) -> Share:
    unknown = [code for code in table["ministries"] if code not in _MINISTRIES]
    if unknown or not table["ministries"]:
        raise ValueError(f"{part} is prepared by one or more of {', '.join(_MINISTRIES)}, not {', '.join(unknown)}")
    note = Label(**table["note"]) if "note" in table else None
    return Share(
        tuple(_MINISTRIES[code] for code in dict.fromkeys(table["ministries"])),
        Basis(table["statute"], table["section"], Status(table["status"]), note),
    )
