"""Key figures as they are handed in: amounts in cents or as decimal text of euros, days as dates, no floats.

An amount stands under its name as decimal text (`annual_margin = "12.3"`; any one unit for the whole year, such as
millions) or under the name with `_cents` as a whole number. What is left out is unknown, and says so in the result;
an empty list says that there is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from engine.declaration import Day
from engine.errors import InputRejected

_DECIMAL = re.compile(r"-?\d{1,15}(\.\d{1,6})?")
_MOST_CENTS = 10**17


def _amount(value: object) -> object:
    if value is None or isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _DECIMAL.fullmatch(value.strip()):
        return Decimal(value.strip())
    raise ValueError("an amount is decimal text such as '12.3', or a whole number of cents under a name with _cents")


def _year(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("a year is a whole number")  # noqa: TRY004 - pydantic reports ValueError by field
    return value


Amount = Annotated[Decimal, BeforeValidator(_amount)]
Year = Annotated[int, BeforeValidator(_year), Field(ge=2000, le=2200)]
Days = Annotated[tuple[Day, ...], Field(max_length=200)]


class _WithAmounts(BaseModel):
    """Takes each amount under its name or, in cents, under its name with `_cents`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _from_cents(cls, data: object) -> object:
        if not isinstance(data, Mapping):
            return data
        taken = dict(data)
        for name in [key for key in data if isinstance(key, str) and key.endswith("_cents")]:
            plain, cents = name.removesuffix("_cents"), taken.pop(name)
            if plain in taken:
                raise ValueError(f"{plain} is given twice, in euros and in cents")
            if isinstance(cents, bool) or not isinstance(cents, int) or abs(cents) > _MOST_CENTS:
                raise ValueError(f"{name} is a whole number of cents")
            taken[plain] = Decimal(cents).scaleb(-2)
        return taken


class YearFigures(_WithAmounts):
    """The group accounts of one financial year; `annual_margin` includes the additional funding received."""

    annual_margin: Amount | None = None
    depreciation: Amount | None = None
    interest: Amount | None = None
    loans: Amount | None = None
    additional_funding: Amount = Decimal(0)


class Deficit(_WithAmounts):
    """An accumulated deficit: from which accounts it stems, how much is uncovered, and a cover day set otherwise."""

    first_year: Year | None = None
    uncovered: Amount | None = None
    cover_by: Day | None = None


class KeyFigures(BaseModel):
    """What is known of one county."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: str = Field(min_length=1, max_length=20)
    years: Annotated[dict[Year, YearFigures], Field(max_length=100)] = Field(default_factory=dict)
    deficit: Deficit | None = None
    borrowing_authority_changed_on: Days | None = None
    additional_funding_granted_on: Days | None = None
    service_endangered_years: Annotated[tuple[Year, ...], Field(max_length=200)] | None = None


def read_key_figures(document: Mapping[str, Any]) -> KeyFigures:
    """Reads key figures from parsed JSON or TOML.

    Raises:
        InputRejected: `figures-invalid`, naming every field that cannot be taken.
    """
    try:
        return KeyFigures.model_validate(document)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
    said = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'figures'}: {one['msg']}" for one in problems)
    raise InputRejected(
        "figures-invalid",
        f"The key figures cannot be taken: {said}.",
        try_next="ohjaus figures check --help",
        details={"problems": said},
    )
