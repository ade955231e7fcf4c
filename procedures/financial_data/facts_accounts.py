"""Facts of the accounts, of corrections, of what the ministry finds, and of the end of the follow-up."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import LongText, ShortText
from procedures.financial_data.figures import BudgetFigures, Ended, GroupFigures, InterimFigures

Product = Literal[
    "budget_data",
    "first_quarter_data",
    "data_to_april",
    "data_to_may",
    "first_half_data",
    "data_to_july",
    "data_to_august",
    "three_quarters_data",
    "data_to_october",
    "data_to_november",
    "accounts_estimate",
    "whole_year_data",
    "accounts_data",
    "supplementary_data",
]
"""The data sets of 462/2022 3 §, each by the stem of the fact by which it is delivered."""

Item = Literal[Product, "budget", "accounts_completed", "audit", "accounts_handling"]
"""What can be missing when the follow-up of a year is closed."""

SupplementaryPart = Literal["supplementary", "per_service", "other"]
"""The three parts of 462/2022 3 § 7 kohta."""


class AccountsEstimateDelivered(GroupFigures):
    """The estimate of the accounts is in the State Treasury's data resource; it may come before the year is over."""


class AccountsCompleted(Ended):
    """The executive drew up the accounts and gave them to the auditor."""

    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class AccountsDataDelivered(GroupFigures, Ended):
    """The data on the accounts are in the State Treasury's data resource."""


class SupplementaryDataDelivered(Ended):
    """What supplements the accounts' data, per service among it, is in the State Treasury's data resource."""

    parts: tuple[SupplementaryPart, ...] = Field(
        default=("supplementary", "per_service", "other"), max_length=3, description="which parts were delivered"
    )


class AccountsAudited(Payload):
    """The auditor audited the year's administration, bookkeeping and accounts."""

    approval_proposed: bool | None = Field(
        default=None, description="the auditor finds that the accounts can be approved"
    )
    reminder: bool | None = Field(default=None, description="the audit report holds a reminder")


class AccountsHandled(Payload):
    """The council handled the accounts."""

    approved: bool | None = Field(default=None, description="the council approved the accounts")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class ErrorNoted(Payload):
    """Somebody found an error in data that were delivered: a corrected content is to be delivered."""

    product: Product = Field(description="which data hold the error")
    error: LongText | None = Field(default=None, description="what is wrong")


class CorrectionDaySet(Payload):
    """The State Treasury set a time for the corrected content."""

    product: Product = Field(description="which data are to be corrected")
    corrected_by: Day = Field(description="the day that the State Treasury sets")


class CorrectedDataDelivered(GroupFigures, BudgetFigures, InterimFigures):
    """A corrected content took the place of what had been delivered: figures left out are no longer known."""

    product: Product = Field(description="which data were corrected")
    number: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        default=None, description="the number of the day that this meets, counted from the first one set; empty: none"
    )


class BudgetAssessed(Payload):
    """What the ministry finds in the budget and plan; it decides nothing."""

    itemised: bool | None = Field(default=None, description="itemised measures or grounds are given as the plan needs")
    compliant: bool | None = Field(default=None, description="budget and plan comply with 115 §")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class DevelopmentAssessed(Payload):
    """What the ministry finds in how the year goes; it decides nothing."""

    essentially_weaker: bool | None = Field(default=None, description="development is essentially weaker than budgeted")
    assessable: bool | None = Field(default=None, description="it can be assessed from the data presented or reported")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class YearClosed(Payload):
    """The follow-up ended; what never came is named."""

    missing: tuple[Item, ...] = Field(default=(), max_length=20, description="what never came")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class YearDiscontinued(Payload):
    """The follow-up was opened in error, or nothing can be followed: it counts as if it had not been."""

    reason: Literal["opened_in_error", "county_ceased", "other"] = Field(
        description="why the follow-up was discontinued"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


ACCOUNTS_ESTIMATE_DELIVERED: Final = Fact(
    "accounts_estimate_delivered",
    Label("tilinpäätösarvio toimitettu", "bokslutsprognosen lämnad", "estimate of the accounts delivered"),
    AccountsEstimateDelivered,
)
ACCOUNTS_COMPLETED: Final = Fact(
    "accounts_completed",
    Label("tilinpäätös laadittu", "bokslutet upprättat", "accounts drawn up"),
    AccountsCompleted,
)
ACCOUNTS_DATA_DELIVERED: Final = Fact(
    "accounts_data_delivered",
    Label("tilinpäätöstiedot toimitettu", "bokslutsuppgifterna lämnade", "accounts' data delivered"),
    AccountsDataDelivered,
)
SUPPLEMENTARY_DATA_DELIVERED: Final = Fact(
    "supplementary_data_delivered",
    Label(
        "täydentävät ja palvelukohtaiset tiedot toimitettu",
        "kompletterande och tjänstspecifika uppgifter lämnade",
        "supplementary and per-service data delivered",
    ),
    SupplementaryDataDelivered,
)
ACCOUNTS_AUDITED: Final = Fact(
    "accounts_audited", Label("tilinpäätös tarkastettu", "bokslutet granskat", "accounts audited"), AccountsAudited
)
ACCOUNTS_HANDLED: Final = Fact(
    "accounts_handled",
    Label("tilinpäätös käsitelty valtuustossa", "bokslutet behandlat i fullmäktige", "accounts handled by the council"),
    AccountsHandled,
)
ERROR_NOTED: Final = Fact(
    "error_noted",
    Label("virhe todettu toimitetuissa tiedoissa", "fel konstaterat i lämnade uppgifter", "error noted in data"),
    ErrorNoted,
)
CORRECTION_DAY_SET: Final = Fact(
    "correction_day_set",
    Label(
        "määräaika korjatulle tietosisällölle asetettu",
        "tidsfrist för det korrigerade informationsinnehållet bestämd",
        "time for corrected data set",
    ),
    CorrectionDaySet,
)
CORRECTED_DATA_DELIVERED: Final = Fact(
    "corrected_data_delivered",
    Label("korjattu tietosisältö toimitettu", "korrigerat informationsinnehåll lämnat", "corrected data delivered"),
    CorrectedDataDelivered,
)
BUDGET_ASSESSED: Final = Fact(
    "budget_assessed",
    Label("talousarvio ja -suunnitelma arvioitu", "budgeten och ekonomiplanen bedömda", "budget and plan assessed"),
    BudgetAssessed,
)
DEVELOPMENT_ASSESSED: Final = Fact(
    "development_assessed",
    Label("talouskehitys arvioitu", "den ekonomiska utvecklingen bedömd", "economic development assessed"),
    DevelopmentAssessed,
)
YEAR_CLOSED: Final = Fact(
    "year_closed",
    Label("tilikauden seuranta päätetty", "uppföljningen av räkenskapsperioden avslutad", "financial year closed"),
    YearClosed,
)
YEAR_DISCONTINUED: Final = Fact(
    "year_discontinued",
    Label(
        "tilikauden seuranta rauennut", "uppföljningen av räkenskapsperioden förfallen", "financial year discontinued"
    ),
    YearDiscontinued,
)
