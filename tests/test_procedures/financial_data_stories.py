"""The made-up financial year 2025 of one county: its acts, its ways to the end, and what breaks each rule."""

from __future__ import annotations

from typing import Any, Final

from procedures.financial_data.items import ACCOUNTS_ESTIMATE, DATA
from procedures.financial_data.since_2023_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told, fact

COUNTY: Final = "15"
DAYS: Final = {
    "budget_data": "2025-01-14",
    "first_quarter_data": "2025-04-28",
    "data_to_april": "2025-05-28",
    "data_to_may": "2025-06-27",
    "first_half_data": "2025-08-13",
    "data_to_july": "2025-08-28",
    "data_to_august": "2025-09-26",
    "three_quarters_data": "2025-10-29",
    "data_to_october": "2025-11-27",
    "data_to_november": "2025-12-29",
    "accounts_estimate": "2026-01-22",
    "whole_year_data": "2026-04-13",
    "accounts_data": "2026-04-14",
    "supplementary_data": "2026-05-27",
}
"""The day on which each data set is delivered, in the order in which they fall due."""

KEY_FIGURES: Final[dict[str, Any]] = {
    "annual_margin_cents": 1_230_000_000,
    "depreciation_cents": 2_000_000_000,
    "interest_cents": 150_000_000,
    "loans_cents": 30_000_000_000,
    "additional_funding_cents": 0,
    "result_cents": -770_000_000,
    "accumulated_cents": -4_100_000_000,
    "deficit_first_year": 2023,
}
_FIGURES: Final[dict[str, dict[str, Any]]] = {
    "budget_data": {"budgeted_result_cents": -300_000_000},
    "first_quarter_data": {"result_to_date_cents": -250_000_000, "forecast_result_cents": -600_000_000},
    "three_quarters_data": {"forecast_result_cents": -800_000_000},
    "accounts_estimate": {"result_cents": -750_000_000},
    "accounts_data": KEY_FIGURES,
}


def _told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
    return fact(fact_id, day, data, role=role, documents=documents)


ACTS: Final = {
    "opened": _told("year_opened", "2024-09-02", year=2025),
    "budget_adopted": _told(
        "budget_adopted",
        "2024-12-16",
        "budget",
        budgeted_result_cents=-300_000_000,
        itemised=True,
        cover_by="2026-12-31",
        plan=[
            {"year": 2025, "accumulated_cents": -3_630_000_000},
            {"year": 2026, "accumulated_cents": -1_200_000_000},
        ],
    ),
    "budget_assessed": _told("budget_assessed", "2025-02-10", itemised=False, compliant=True),
    "development_assessed": _told("development_assessed", "2025-11-10", essentially_weaker=True, assessable=True),
    **{item.id: _told(item.fact.id, DAYS[item.id], **_FIGURES.get(item.id, {})) for item in DATA},
    "accounts_completed": _told("accounts_completed", "2026-03-30", "accounts"),
    "audited": _told("accounts_audited", "2026-05-28", "audit_report", approval_proposed=True),
    "handled": _told("accounts_handled", "2026-06-15", "audit_report", "council_decision", approved=True),
    "error_noted": _told(
        "error_noted", "2026-05-04", role="state_treasury", product="accounts_data", error="made-up error"
    ),
    "other_error_noted": _told("error_noted", "2026-05-05", role="county", product="budget_data"),
    "correction_day_set": _told("correction_day_set", "2026-05-06", product="accounts_data", corrected_by="2026-05-20"),
    "corrected": _told(
        "corrected_data_delivered",
        "2026-05-18",
        product="accounts_data",
        number=1,
        **{**KEY_FIGURES, "annual_margin_cents": 1_190_000_000},
    ),
    "other_corrected": _told(
        "corrected_data_delivered", "2026-05-19", product="budget_data", budgeted_result_cents=-320_000_000
    ),
    "closed": _told("year_closed", "2026-09-01", "closing_note", missing=["data_to_may"], grounds="made-up grounds"),
    "closed_early": _told(
        "year_closed",
        "2024-09-20",
        "closing_note",
        missing=["budget", *DAYS, "accounts_completed", "audit", "accounts_handling"],
        grounds="made-up grounds",
    ),
    "discontinued": _told("year_discontinued", "2024-09-20", "closing_note", reason="opened_in_error"),
}
_YEAR: Final = tuple(DAYS)
BEFORE_ACCOUNTS: Final = ("opened", "budget_adopted", *_YEAR[: _YEAR.index(ACCOUNTS_ESTIMATE.id) + 1])
BEFORE_AUDIT: Final = (*BEFORE_ACCOUNTS, "accounts_completed", "whole_year_data", "accounts_data")
CORRECTING: Final = ("error_noted", "other_error_noted", "correction_day_set", "corrected", "other_corrected")
EVERYTHING: Final = (*BEFORE_AUDIT, "supplementary_data", "audited", "handled")

BOOK: Final = Book(
    table=table_of(DECLARATION),
    subject=COUNTY,
    subject_kind="county",
    acts=ACTS,
    ways={
        "everything": EVERYTHING,
        "with_corrections": (
            *("opened", "budget_adopted", "budget_data", "budget_assessed", *_YEAR[1:8], "development_assessed"),
            *(*_YEAR[8:11], "accounts_completed", "whole_year_data", "accounts_data", *CORRECTING),
            *("supplementary_data", "audited", "handled"),
        ),
        "one_missing": (
            *(name for name in BEFORE_AUDIT if name != "data_to_may"),
            *("supplementary_data", "audited", "handled", "closed"),
        ),
        "closed_early": ("opened", "closed_early"),
        "in_error": ("opened", "discontinued"),
    },
    breaks={
        "budget_before": Breach(("opened",), ACTS["budget_assessed"]),
        "budget_finding_said": Breach(
            ("opened", "budget_adopted"), but(ACTS["budget_assessed"], itemised=None, compliant=None)
        ),
        "development_finding_said": Breach(
            ("opened",), but(ACTS["development_assessed"], essentially_weaker=None, assessable=None)
        ),
        "period_ended": Breach(("opened",), on(ACTS["first_quarter_data"], "2025-03-31")),
        "product_delivered": Breach(("opened",), ACTS["error_noted"]),
        "error_open": Breach(BEFORE_AUDIT, ACTS["correction_day_set"]),
        "meets_its_day": Breach(
            (*BEFORE_AUDIT, "error_noted", "correction_day_set"), but(ACTS["corrected"], number=None)
        ),
        "missing_named": Breach(("opened",), but(ACTS["closed_early"], missing=["budget"])),
    },
    meets={
        "budget": Meeting(("opened",), "budget_adopted"),
        **{item.id: Meeting(("opened",), item.id) for item in DATA},
        "accounts_completed": Meeting(("opened",), "accounts_completed"),
        "audit": Meeting(("opened", "accounts_completed"), "audited"),
        "accounts_handling": Meeting(("opened", "accounts_completed", "audited"), "handled"),
        "correction": Meeting((*BEFORE_AUDIT, "error_noted", "correction_day_set"), "corrected"),
    },
)
BOOKS: Final[tuple[Book, ...]] = (BOOK,)
