"""The made-up rounds of 2023, 2025 and 2026: their acts, their ways to each end, and what breaks each rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from engine.declaration import Procedure
from procedures.service_information import since_2023_01_01, since_2024_08_01, since_2026_01_01
from procedures.service_information.facts_national import Examined, Proposal
from procedures.service_information.facts_reports import Agency, Content
from procedures.service_information.profile import parties_of
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

PARTIES: Final = parties_of("FI")
REPORTS: Final = tuple(f"report_{code}" for code in PARTIES)
CONTENTS: Final = list(get_args(Content))
EXAMINED: Final = list(get_args(Examined))
PROPOSALS: Final = list(get_args(Proposal))
AGENCIES: Final = list(get_args(Agency))
AREAS: Final = ["E-S", "I-S", "S-S", "L-S", "P-S"]


def acts(year: int) -> dict[str, Told]:
    """Every act of the made-up round of a year, complete, by its name here."""

    def told(fact_id: str, day: str, *documents: str, **data: Any) -> Told:
        return fact(fact_id, f"{year}-{day}", data, documents=documents)

    def delivered(day: str, **data: Any) -> Told:
        return told("assessments_delivered", day, "expert_assessment", examines=EXAMINED, **data)

    def published(day: str, **data: Any) -> Told:
        return told("assessments_published", day, "expert_assessment", **data)

    return {
        "round_opened": told(
            "round_opened",
            "01-15",
            "yearly_letter",
            year=year,
            county_reports_by=f"{year}-05-29",
            accounts_by=f"{year}-06-15",
            assessments_by=f"{year}-10-30",
            national_report_by=f"{year}-12-15",
        ),
        "days_restated": told(
            "days_restated", "02-02", "yearly_letter", county_reports_by=f"{year}-06-05", reason="made-up reason"
        ),
        **{
            name: told("county_report_delivered", "05-20", "county_report", party=code, contents=CONTENTS)
            for name, code in zip(REPORTS, PARTIES, strict=True)
        },
        "incomplete_report": told(
            "incomplete_report_arrived", "05-12", "county_report", party="15", lacking=["investment_proposal"]
        ),
        "report_published": told("county_report_published", "05-22", party="15"),
        "valvira_account": told("valvira_account_delivered", "06-11", "account_of_equality"),
        "five_agencies": told("agency_accounts_delivered", "06-10", "account_of_equality", agencies=AGENCIES[:5]),
        "last_agency": told("agency_accounts_delivered", "06-12", "account_of_equality", agencies=AGENCIES[5:]),
        "all_agencies": told("agency_accounts_delivered", "06-10", "account_of_equality", agencies=AGENCIES),
        "supervisory_account": told("supervisory_account_delivered", "06-12", "account_of_equality"),
        "national_delivered": delivered("10-12", scope="national"),
        "areas_delivered": delivered("10-13", scope="area", of=AREAS),
        "counties_delivered": delivered("10-14", scope="county", of=list(PARTIES)),
        "all_delivered": delivered("10-20", scope="all"),
        "national_published": published("10-20", scope="national"),
        "all_published": published("10-21", scope="all"),
        "national_report": told(
            "national_report_given",
            "12-01",
            "national_report",
            draws_on_assessments=True,
            assesses_equality=True,
            assesses_funding=True,
            proposals_for=PROPOSALS,
        ),
        "national_report_published": told("national_report_published", "12-08", "national_report"),
        "closed": told("round_closed", "12-18", "closing_note"),
        "closed_without_most": told(
            "round_closed", "12-18", "closing_note", missing=[code for code in PARTIES if code != "15"]
        ),
        "discontinued": told("round_discontinued", "12-18", "closing_note", reason="opened_in_error"),
    }


_REPORTED: Final = ("national_report", "national_report_published")
_ENDS: Final[Mapping[str, tuple[str, ...]]] = {
    "most_are_missing": (
        *("round_opened", "report_15", "report_published", "national_delivered", "national_published"),
        *_REPORTED,
        "closed_without_most",
    ),
    "in_error": ("round_opened", "all_published", "discontinued"),
}
_BEFORE_2026: Final[Mapping[str, tuple[str, ...]]] = {
    "everything": (
        *("round_opened", "days_restated", "incomplete_report", *REPORTS, "report_published"),
        *("five_agencies", "valvira_account", "last_agency"),
        *("national_delivered", "areas_delivered", "counties_delivered", "national_published", "all_published"),
        *_REPORTED,
        "closed",
    ),
    "valvira_last": ("round_opened", "all_agencies", "valvira_account", "discontinued"),
    "valvira_still_to_come": ("round_opened", "five_agencies", "last_agency", "discontinued"),
    **_ENDS,
}
_SINCE_2026: Final[Mapping[str, tuple[str, ...]]] = {
    "everything": (
        *("round_opened", "days_restated", "incomplete_report", *REPORTS, "report_published"),
        *("supervisory_account", "national_delivered", "all_delivered", "national_published", "all_published"),
        *_REPORTED,
        "closed",
    ),
    **_ENDS,
}


def _breaks(told: Mapping[str, Told]) -> dict[str, Breach]:
    opened, assessed = ("round_opened",), ("round_opened", "all_delivered", "all_published")
    report, assessments, national = told["report_15"], told["all_delivered"], told["national_report"]
    return {
        **{
            f"holds_{content}": Breach(opened, but(report, contents=[one for one in CONTENTS if one != content]))
            for content in CONTENTS
            if content != "recommendations"
        },
        "answers_recommendations": Breach(
            opened, but(report, contents=[one for one in CONTENTS if one != "recommendations"])
        ),
        "level_named": Breach(opened, but(told["areas_delivered"], of=["E-S", "15"])),
        **{
            f"examines_{matter}": Breach(opened, but(assessments, examines=[one for one in EXAMINED if one != matter]))
            for matter in EXAMINED
        },
        "draws_on_assessments": Breach(assessed, but(national, draws_on_assessments=None)),
        "assesses_equality": Breach(assessed, but(national, assesses_equality=False)),
        "assesses_funding": Breach(assessed, but(national, assesses_funding=None)),
        **{
            f"proposes_for_{matter}": Breach(
                assessed, but(national, proposals_for=[one for one in PROPOSALS if one != matter])
            )
            for matter in PROPOSALS
        },
        "missing_named": Breach((*assessed, *_REPORTED), told["closed"]),
    }


def _book(procedure: Procedure, year: int) -> Book:
    told = acts(year)
    since_2026 = procedure is since_2026_01_01.DECLARATION
    used = _SINCE_2026 if since_2026 else _BEFORE_2026
    return Book(
        table=table_of(procedure),
        subject="FI",
        subject_kind="state",
        parties=PARTIES,
        acts=told,
        ways=used,
        breaks=_breaks(told),
        meets={
            "county_reports": Meeting(("round_opened", *REPORTS[:-1]), REPORTS[-1]),
            "accounts_of_equality": Meeting(("round_opened",), "supervisory_account")
            if since_2026
            else Meeting(("round_opened", "all_agencies"), "valvira_account"),
            "expert_assessments": Meeting(("round_opened",), "all_delivered"),
            "national_report": Meeting(("round_opened", "all_delivered", "all_published"), "national_report"),
        },
    )


IN_2023: Final = _book(since_2023_01_01.DECLARATION, 2023)
IN_2025: Final = _book(since_2024_08_01.DECLARATION, 2025)
IN_2026: Final = _book(since_2026_01_01.DECLARATION, 2026)
BOOKS: Final[tuple[Book, ...]] = (IN_2023, IN_2025, IN_2026)
