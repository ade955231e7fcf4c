"""What is due of one financial year: each item with its day, whose act it is, the section, and how it is met.

The days of the decree are days for the State Treasury; those of 115 and 117 § are days for organs of the county itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from engine.counting import DeadlineKind, SetDay
from engine.declaration import DeadlineRule, Fact, Role, TaskRule
from engine.law import Basis, Label, Status
from procedures.financial_data import facts_accounts as accounts
from procedures.financial_data import facts_year as year
from procedures.roles import AUDITOR, COUNCIL, COUNTY
from procedures.statutes import COUNTIES, FINANCE_DATA, MUNICIPALITIES

_HELSINKI: Final = Label(
    "Helsingin kaupunki: kuntalaki", "Helsingfors stad: kommunallagen", "City of Helsinki: the act on municipalities"
)


@dataclass(frozen=True)
class Item:
    """One thing that is due once for each financial year; `years_later` counts from that year."""

    id: str
    fact: Fact
    label: Label
    task: Label
    by: Role
    parameter: str
    years_later: int
    basis: tuple[Basis, ...]

    @cached_property
    def deadline(self) -> DeadlineRule:
        """The day by which it is due, set when the year is opened."""
        return DeadlineRule(
            self.id,
            self.label,
            DeadlineKind.FIXED,
            SetDay(self.parameter, year_after="year", years_later=self.years_later),
            self.basis,
            reminders_days=(-14, -3, 1),
        )

    @cached_property
    def duty(self) -> TaskRule:
        """The task that waits until it has come."""
        return TaskRule(f"give_{self.id}", self.task, self.by, self.basis, deadline=self.id, done_by=(self.fact.id,))


def _data(item_id: str, fact: Fact, label: Label, point: int, parameter: str, later: int = 0) -> Item:
    task = Label(
        f"toimita Valtiokonttorille: {label.fi}",
        f"lämna till Statskontoret: {label.sv}",
        f"deliver to the State Treasury: {label.en}",
    )
    basis = (COUNTIES("120 § 2 mom."), FINANCE_DATA(f"3 § {point} kohta"))
    return Item(item_id, fact, label, task, COUNTY, parameter, later, basis)


def _organ(item_id: str, fact: Fact, task: Label, by: Role, parameter: str, later: int, *basis: Basis) -> Item:
    return Item(item_id, fact, fact.label, task, by, parameter, later, basis)


BUDGET: Final = _organ(
    "budget",
    year.BUDGET_ADOPTED,
    Label("hyväksy talousarvio ja -suunnitelma", "godkänn budgeten och ekonomiplanen", "adopt the budget and plan"),
    COUNCIL,
    "budget_day",
    -1,
    COUNTIES("115 § 1 mom."),
    MUNICIPALITIES("110 § 1 mom.", Status.STATUTE, _HELSINKI),
)
BUDGET_DATA: Final = _data(
    "budget_data",
    year.BUDGET_DATA_DELIVERED,
    Label("talousarviotiedot", "budgetuppgifterna", "budget data"),
    1,
    "budget_data_day",
)
FIRST_QUARTER: Final = _data(
    "first_quarter_data",
    year.FIRST_QUARTER_DATA_DELIVERED,
    Label(
        "neljännesvuositiedot (tammi–maaliskuu)", "kvartalsuppgifterna (januari–mars)", "quarterly data (January–March)"
    ),
    2,
    "first_quarter_day",
)
TO_APRIL: Final = _data(
    "data_to_april",
    year.DATA_TO_APRIL_DELIVERED,
    Label("kuukausitiedot (tammi–huhtikuu)", "månadsuppgifterna (januari–april)", "monthly data (January–April)"),
    3,
    "to_april_day",
)
TO_MAY: Final = _data(
    "data_to_may",
    year.DATA_TO_MAY_DELIVERED,
    Label("kuukausitiedot (tammi–toukokuu)", "månadsuppgifterna (januari–maj)", "monthly data (January–May)"),
    3,
    "to_may_day",
)
FIRST_HALF: Final = _data(
    "first_half_data",
    year.FIRST_HALF_DATA_DELIVERED,
    Label("puolivuositiedot (tammi–kesäkuu)", "halvårsuppgifterna (januari–juni)", "half-year data (January–June)"),
    4,
    "first_half_day",
)
TO_JULY: Final = _data(
    "data_to_july",
    year.DATA_TO_JULY_DELIVERED,
    Label("kuukausitiedot (tammi–heinäkuu)", "månadsuppgifterna (januari–juli)", "monthly data (January–July)"),
    3,
    "to_july_day",
)
TO_AUGUST: Final = _data(
    "data_to_august",
    year.DATA_TO_AUGUST_DELIVERED,
    Label("kuukausitiedot (tammi–elokuu)", "månadsuppgifterna (januari–augusti)", "monthly data (January–August)"),
    3,
    "to_august_day",
)
THREE_QUARTERS: Final = _data(
    "three_quarters_data",
    year.THREE_QUARTERS_DATA_DELIVERED,
    Label(
        "neljännesvuositiedot (tammi–syyskuu)",
        "kvartalsuppgifterna (januari–september)",
        "quarterly data (January–September)",
    ),
    2,
    "three_quarters_day",
)
TO_OCTOBER: Final = _data(
    "data_to_october",
    year.DATA_TO_OCTOBER_DELIVERED,
    Label("kuukausitiedot (tammi–lokakuu)", "månadsuppgifterna (januari–oktober)", "monthly data (January–October)"),
    3,
    "to_october_day",
)
TO_NOVEMBER: Final = _data(
    "data_to_november",
    year.DATA_TO_NOVEMBER_DELIVERED,
    Label(
        "kuukausitiedot (tammi–marraskuu)", "månadsuppgifterna (januari–november)", "monthly data (January–November)"
    ),
    3,
    "to_november_day",
)
ACCOUNTS_ESTIMATE: Final = _data(
    "accounts_estimate",
    accounts.ACCOUNTS_ESTIMATE_DELIVERED,
    Label("tilinpäätösarvio", "bokslutsprognosen", "estimate of the accounts"),
    5,
    "accounts_estimate_day",
    1,
)
ACCOUNTS_COMPLETED: Final = _organ(
    "accounts_completed",
    accounts.ACCOUNTS_COMPLETED,
    Label(
        "laadi tilinpäätös ja anna se tarkastettavaksi",
        "upprätta bokslutet och lämna det för granskning",
        "draw up the accounts and give them to be audited",
    ),
    COUNTY,
    "accounts_completed_day",
    1,
    COUNTIES("117 § 1 mom."),
    MUNICIPALITIES("113 § 1 mom.", Status.STATUTE, _HELSINKI),
)
WHOLE_YEAR: Final = _data(
    "whole_year_data",
    year.WHOLE_YEAR_DATA_DELIVERED,
    Label(
        "puolivuositiedot (tammi–joulukuu)",
        "halvårsuppgifterna (januari–december)",
        "half-year data (January–December)",
    ),
    4,
    "whole_year_day",
    1,
)
ACCOUNTS_DATA: Final = _data(
    "accounts_data",
    accounts.ACCOUNTS_DATA_DELIVERED,
    Label("tilinpäätöstiedot", "bokslutsuppgifterna", "accounts' data"),
    6,
    "accounts_data_day",
    1,
)
SUPPLEMENTARY_DATA: Final = _data(
    "supplementary_data",
    accounts.SUPPLEMENTARY_DATA_DELIVERED,
    Label(
        "täydentävät ja palvelukohtaiset tiedot",
        "kompletterande och tjänstspecifika uppgifter",
        "supplementary and per-service data",
    ),
    7,
    "supplementary_data_day",
    1,
)
AUDIT: Final = _organ(
    "audit",
    accounts.ACCOUNTS_AUDITED,
    Label("tarkasta tilinpäätös", "granska bokslutet", "audit the accounts"),
    AUDITOR,
    "audit_day",
    1,
    COUNTIES("117 § 1 mom."),
    COUNTIES("127 § 1 mom."),
    MUNICIPALITIES("113 § 1 mom.", Status.STATUTE, _HELSINKI),
)
HANDLING: Final = _organ(
    "accounts_handling",
    accounts.ACCOUNTS_HANDLED,
    Label("käsittele tilinpäätös", "behandla bokslutet", "handle the accounts"),
    COUNCIL,
    "accounts_handled_day",
    1,
    COUNTIES("117 § 1 mom."),
    MUNICIPALITIES("113 § 1 mom.", Status.STATUTE, _HELSINKI),
)

DATA: Final = (
    BUDGET_DATA,
    FIRST_QUARTER,
    TO_APRIL,
    TO_MAY,
    FIRST_HALF,
    TO_JULY,
    TO_AUGUST,
    THREE_QUARTERS,
    TO_OCTOBER,
    TO_NOVEMBER,
    ACCOUNTS_ESTIMATE,
    WHOLE_YEAR,
    ACCOUNTS_DATA,
    SUPPLEMENTARY_DATA,
)
"""The data sets of 462/2022 3 §."""

BEFORE_HANDLING: Final = (BUDGET, *DATA, ACCOUNTS_COMPLETED, AUDIT)
"""What is to have come when the council handles the accounts."""

ALL: Final = (BUDGET, *DATA, ACCOUNTS_COMPLETED, AUDIT, HANDLING)
