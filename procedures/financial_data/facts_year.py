"""Facts of the budget and of the data given during the year (611/2021 115 §, 462/2022 3 § 1–4 kohta)."""

from __future__ import annotations

from typing import ClassVar, Final

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import ShortText, Year
from procedures.financial_data.figures import BudgetFigures, Ended, InterimFigures, PlanFigures


class YearOpened(Payload):
    """The follow-up of one financial year begins."""

    year: Year = Field(description="the financial year, from its budget to its accounts")


class BudgetAdopted(PlanFigures):
    """The council adopted the budget of the year and the economic plan."""

    itemised: bool | None = Field(
        default=None,
        description="the plan gives itemised measures or grounds for its balance or for covering the deficit",
    )
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class BudgetDataDelivered(BudgetFigures):
    """The data on the budget are in the State Treasury's data resource."""


class FirstQuarterDataDelivered(InterimFigures, Ended):
    """January to March."""

    LAST_MONTH: ClassVar[int] = 3


class DataToAprilDelivered(InterimFigures, Ended):
    """January to April."""

    LAST_MONTH: ClassVar[int] = 4


class DataToMayDelivered(InterimFigures, Ended):
    """January to May."""

    LAST_MONTH: ClassVar[int] = 5


class FirstHalfDataDelivered(InterimFigures, Ended):
    """January to June."""

    LAST_MONTH: ClassVar[int] = 6


class DataToJulyDelivered(InterimFigures, Ended):
    """January to July."""

    LAST_MONTH: ClassVar[int] = 7


class DataToAugustDelivered(InterimFigures, Ended):
    """January to August."""

    LAST_MONTH: ClassVar[int] = 8


class ThreeQuartersDataDelivered(InterimFigures, Ended):
    """January to September."""

    LAST_MONTH: ClassVar[int] = 9


class DataToOctoberDelivered(InterimFigures, Ended):
    """January to October."""

    LAST_MONTH: ClassVar[int] = 10


class DataToNovemberDelivered(InterimFigures, Ended):
    """January to November."""

    LAST_MONTH: ClassVar[int] = 11


class WholeYearDataDelivered(InterimFigures, Ended):
    """January to December, as the second half-year's data."""


YEAR_OPENED: Final = Fact(
    "year_opened",
    Label("tilikauden seuranta avattu", "uppföljningen av räkenskapsperioden inledd", "financial year opened"),
    YearOpened,
)
BUDGET_ADOPTED: Final = Fact(
    "budget_adopted",
    Label("talousarvio ja -suunnitelma hyväksytty", "budget och ekonomiplan godkända", "budget and plan adopted"),
    BudgetAdopted,
)
BUDGET_DATA_DELIVERED: Final = Fact(
    "budget_data_delivered",
    Label("talousarviotiedot toimitettu", "budgetuppgifterna lämnade", "budget data delivered"),
    BudgetDataDelivered,
)
FIRST_QUARTER_DATA_DELIVERED: Final = Fact(
    "first_quarter_data_delivered",
    Label(
        "neljännesvuositiedot (tammi–maaliskuu) toimitettu",
        "kvartalsuppgifterna (januari–mars) lämnade",
        "quarterly data (January–March) delivered",
    ),
    FirstQuarterDataDelivered,
)
DATA_TO_APRIL_DELIVERED: Final = Fact(
    "data_to_april_delivered",
    Label(
        "kuukausitiedot (tammi–huhtikuu) toimitettu",
        "månadsuppgifterna (januari–april) lämnade",
        "monthly data (January–April) delivered",
    ),
    DataToAprilDelivered,
)
DATA_TO_MAY_DELIVERED: Final = Fact(
    "data_to_may_delivered",
    Label(
        "kuukausitiedot (tammi–toukokuu) toimitettu",
        "månadsuppgifterna (januari–maj) lämnade",
        "monthly data (January–May) delivered",
    ),
    DataToMayDelivered,
)
FIRST_HALF_DATA_DELIVERED: Final = Fact(
    "first_half_data_delivered",
    Label(
        "puolivuositiedot (tammi–kesäkuu) toimitettu",
        "halvårsuppgifterna (januari–juni) lämnade",
        "half-year data (January–June) delivered",
    ),
    FirstHalfDataDelivered,
)
DATA_TO_JULY_DELIVERED: Final = Fact(
    "data_to_july_delivered",
    Label(
        "kuukausitiedot (tammi–heinäkuu) toimitettu",
        "månadsuppgifterna (januari–juli) lämnade",
        "monthly data (January–July) delivered",
    ),
    DataToJulyDelivered,
)
DATA_TO_AUGUST_DELIVERED: Final = Fact(
    "data_to_august_delivered",
    Label(
        "kuukausitiedot (tammi–elokuu) toimitettu",
        "månadsuppgifterna (januari–augusti) lämnade",
        "monthly data (January–August) delivered",
    ),
    DataToAugustDelivered,
)
THREE_QUARTERS_DATA_DELIVERED: Final = Fact(
    "three_quarters_data_delivered",
    Label(
        "neljännesvuositiedot (tammi–syyskuu) toimitettu",
        "kvartalsuppgifterna (januari–september) lämnade",
        "quarterly data (January–September) delivered",
    ),
    ThreeQuartersDataDelivered,
)
DATA_TO_OCTOBER_DELIVERED: Final = Fact(
    "data_to_october_delivered",
    Label(
        "kuukausitiedot (tammi–lokakuu) toimitettu",
        "månadsuppgifterna (januari–oktober) lämnade",
        "monthly data (January–October) delivered",
    ),
    DataToOctoberDelivered,
)
DATA_TO_NOVEMBER_DELIVERED: Final = Fact(
    "data_to_november_delivered",
    Label(
        "kuukausitiedot (tammi–marraskuu) toimitettu",
        "månadsuppgifterna (januari–november) lämnade",
        "monthly data (January–November) delivered",
    ),
    DataToNovemberDelivered,
)
WHOLE_YEAR_DATA_DELIVERED: Final = Fact(
    "whole_year_data_delivered",
    Label(
        "puolivuositiedot (tammi–joulukuu) toimitettu",
        "halvårsuppgifterna (januari–december) lämnade",
        "half-year data (January–December) delivered",
    ),
    WholeYearDataDelivered,
)
