"""Who sits on the board: the ministries, and the counties with Helsinki and HUS; by code, never by person."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, StringConstraints

from engine.errors import NotFound
from procedures.directory import directory, steered

Ministry = Literal["VM", "STM", "SM", "TEM", "OKM"]
"""The ministries that have seats (25/2025 1 § 2 mom.)."""

MINISTRIES: Final = frozenset({"VNK", "UM", "OM", "SM", "PLM", "VM", "OKM", "MMM", "LVM", "TEM", "STM", "YM"})
"""All ministries: any of them may take the initiative to amend the objectives (611/2021 12 a § 4 mom.)."""

_BESIDE_DIRECTORY: Final = frozenset({"TEM", "OKM"})
"""Ministries that do not steer the counties (Economic Affairs and Employment, Education and Culture)."""

REGIONS: Final = tuple(actor.code for actor in steered())
"""Each county, Helsinki and HUS: those who name a member and a deputy each."""


def _represented(code: str) -> str:
    if code in _BESIDE_DIRECTORY:
        return code
    try:
        return directory().by_code(code).code
    except NotFound as error:
        raise ValueError(error.message) from error


def _maker(code: str) -> str:
    return code if code in MINISTRIES else _represented(code)


Represented = Annotated[str, StringConstraints(max_length=40), AfterValidator(_represented)]
"""The code of a ministry that has a seat, of a county, Helsinki or HUS."""

Maker = Annotated[str, StringConstraints(max_length=40), AfterValidator(_maker)]
"""The code of any ministry, of a county, Helsinki or HUS."""

Ordinal = Annotated[int, Field(ge=1, le=10_000)]
