"""Figures for the borrowing authority as they are handed in: euros as decimal text, or whole cents; no floats.

An amount stands under its name as decimal text of euros (`opening_debt = "190000000.00"`) or under the name with
`_cents` as a whole number. What is left out is unknown, and says so in the result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from engine.errors import InputRejected

_EUROS: Final = re.compile(r"-?\d{1,15}(\.\d{1,2})?")
_MOST_CENTS: Final = 10**17

FigureCents = Annotated[int, Field(strict=True, ge=-_MOST_CENTS, le=_MOST_CENTS)]
DebtCents = Annotated[int, Field(strict=True, ge=0, le=_MOST_CENTS)]


class AuthorityFigures(BaseModel):
    """What is known of one county for one financial year, in cents.

    The margin is that of the budget of the year before; `adjusted_margin_cents` is the same as adjusted with monitoring
    data, and counts instead where it is known. `earlier_authorities_cents` is what earlier decisions take up.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: str = Field(min_length=1, max_length=20)
    financial_year: Annotated[int, Field(strict=True, ge=2000, le=2200)]
    annual_margin_cents: FigureCents | None = None
    adjusted_margin_cents: FigureCents | None = None
    interest_cents: DebtCents | None = None
    opening_debt_cents: DebtCents | None = None
    earlier_authorities_cents: DebtCents | None = None
    equivalent_contracts_included: Annotated[bool, Field(strict=True)] | None = None

    @property
    def margin_cents(self) -> int | None:
        """The margin that counts: the adjusted one where there is one."""
        return self.annual_margin_cents if self.adjusted_margin_cents is None else self.adjusted_margin_cents

    @model_validator(mode="before")
    @classmethod
    def _from_euros(cls, data: object) -> object:
        if not isinstance(data, Mapping):
            return data
        taken = dict(data)
        for name in [key for key in cls.model_fields if key.endswith("_cents")]:
            plain = name.removesuffix("_cents")
            if plain not in taken:
                continue
            if name in taken:
                raise ValueError(f"{plain} is given twice, in euros and in cents")
            value = taken.pop(plain)
            taken[name] = None if value is None else _cents(plain, value)
        return taken


def _cents(name: str, value: object) -> int:
    if isinstance(value, str) and _EUROS.fullmatch(value.strip()):
        return int(Decimal(value.strip()).scaleb(2))
    raise ValueError(f"{name} is euros as decimal text such as '250000.00', or a whole number as {name}_cents")


def read_authority_figures(document: Mapping[str, Any]) -> AuthorityFigures:
    """Reads the figures from parsed JSON or TOML.

    Raises:
        InputRejected: `figures-invalid`, naming every field that cannot be taken.
    """
    try:
        return AuthorityFigures.model_validate(document)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
    said = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'figures'}: {one['msg']}" for one in problems)
    raise InputRejected(
        "figures-invalid",
        f"The figures cannot be taken: {said}.",
        try_next="ohjaus procedure show borrowing_authority",
        details={"problems": said},
    )
