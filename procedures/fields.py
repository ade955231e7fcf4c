"""Types of payload fields that several procedures share: texts of two lengths, years, counts, money and actors."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from engine.errors import NotFound
from procedures.directory import directory

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Year = Annotated[int, Field(ge=2000, le=2200)]
Count = Annotated[int, Field(ge=0, le=10_000)]
Cents = Annotated[int, Field(ge=0, le=100_000_000_000_000)]
"""An amount of money that cannot be negative, in cents."""
SignedCents = Annotated[int, Field(ge=-100_000_000_000_000, le=100_000_000_000_000)]
"""An amount of money that can be negative, such as an annual margin, in cents."""


def _known(code: str) -> str:
    try:
        return directory().by_code(code).code
    except NotFound as error:
        raise ValueError(error.message) from error


ActorCode = Annotated[str, StringConstraints(max_length=40), AfterValidator(_known)]
"""The code of an actor of the directory, such as `15`, `HUS` or `E-S`."""
