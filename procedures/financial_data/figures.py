"""What deliveries carry: amounts in cents, all optional, since the law names the data sets and not each figure.

Figures of the group are those by which 611/2021 123 § 2 mom. counts: the annual margin of the group's income statement
with the additional funding received, its depreciation, its interest and its loans.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from engine.declaration import Day, Payload
from procedures.fields import Cents, SignedCents, Year


class PlanYear(Payload):
    """One year of the economic plan."""

    year: Year = Field(description="the year of the plan")
    accumulated_cents: SignedCents = Field(
        description="surplus, or below zero the deficit, that the plan shows at the end of the year, in cents"
    )


class GroupFigures(Payload):
    """The key figures of the group, in cents."""

    annual_margin_cents: SignedCents | None = Field(
        default=None, description="group annual margin with the additional funding received, in cents"
    )
    depreciation_cents: Cents | None = Field(default=None, description="group depreciation, in cents")
    interest_cents: Cents | None = Field(default=None, description="group interest, in cents")
    loans_cents: Cents | None = Field(default=None, description="group loans, in cents")
    additional_funding_cents: Cents | None = Field(
        default=None, description="additional funding in the annual margin, in cents; none if not given"
    )
    result_cents: SignedCents | None = Field(default=None, description="result of the year, in cents")
    accumulated_cents: SignedCents | None = Field(
        default=None, description="accumulated surplus, or below zero the deficit, in the balance sheet, in cents"
    )
    deficit_first_year: Year | None = Field(
        default=None, description="the financial year whose accounts first showed the deficit that is still uncovered"
    )


class BudgetFigures(Payload):
    """What is budgeted for the year, in cents."""

    budgeted_result_cents: SignedCents | None = Field(default=None, description="budgeted result, in cents")
    budgeted_margin_cents: SignedCents | None = Field(default=None, description="budgeted annual margin, in cents")


class InterimFigures(Payload):
    """How the year goes, in cents."""

    result_to_date_cents: SignedCents | None = Field(
        default=None, description="result from the beginning of the year to the end of the period, in cents"
    )
    forecast_result_cents: SignedCents | None = Field(
        default=None, description="forecast of the whole year's result, in cents"
    )


class PlanFigures(BudgetFigures):
    """What the council adopted: the budget's result, and what the plan shows at the end of each year."""

    plan: Annotated[tuple[PlanYear, ...], Field(max_length=20)] = Field(
        default=(), description="the years of the economic plan"
    )
    cover_by: Day | None = Field(default=None, description="the day by which an accumulated deficit is to be covered")


class Ended(Payload):
    """Data that can only be given once a period has ended; which one, the kind of data says."""

    LAST_MONTH: ClassVar[int] = 12

    @classmethod
    def ended_by(cls, year: int, on: date) -> bool:
        """Says whether the period of the financial year `year` is over on a day."""
        return (on.year, on.month) > (year, cls.LAST_MONTH)
