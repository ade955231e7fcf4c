"""Who sits on the board: the ministries, and the counties with Helsinki and HUS; by code, never by person."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, StringConstraints

from engine.errors import NotFound
from procedures.directory import directory, steered

Ministry = Literal["VM", "STM", "SM", "TEM", "OKM"]
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


Represented = Annotated[str, StringConstraints(max_length=40), AfterValidator(_represented)]
"""The code of a ministry, a county, Helsinki or HUS."""

Ordinal = Annotated[int, Field(ge=1, le=10_000)]
