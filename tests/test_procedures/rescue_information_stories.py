"""The made-up rounds on 2023, 2024 and 2025: their acts, their ways to each end, and what breaks each rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from engine.declaration import Procedure
from procedures.rescue_information import since_2023_01_01, since_2024_08_01, since_2026_01_01
from procedures.rescue_information.facts import Content, Examined, Proposal
from procedures.rescue_information.profile import parties_of
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

PARTIES: Final = parties_of("FI")
REPORTS: Final = tuple(f"report_{code}" for code in PARTIES)
CONTENTS: Final = list(get_args(Content))
EXAMINED: Final = list(get_args(Examined))
PROPOSALS: Final = list(get_args(Proposal))


def acts(year: int) -> dict[str, Told]:
    """Every act of the made-up round on a year, complete, by its name here; all but the opening in the year after."""

    def told(fact_id: str, day: str, *documents: str, **data: Any) -> Told:
        return fact(fact_id, f"{year + 1}-{day}", data, documents=documents)

    def assessed(day: str, counties: tuple[str, ...]) -> Told:
        return told(
            "regional_assessments_delivered", day, "expert_assessment", counties=list(counties), examines=EXAMINED
        )

    def published(day: str, counties: tuple[str, ...]) -> Told:
        return told("regional_assessments_published", day, counties=list(counties))

    return {
        "round_opened": told("round_opened", "01-08", year=year),
        **{
            name: told("county_report_delivered", "04-20", "county_report", party=code, contents=CONTENTS)
            for name, code in zip(REPORTS, PARTIES, strict=True)
        },
        "incomplete_report": told(
            "incomplete_report_arrived", "04-14", "county_report", party="15", lacking=["productivity"]
        ),
        "national_assessment_early": told(
            "national_assessment_delivered",
            "06-18",
            "national_assessment",
            assesses_service_level=True,
            assesses_funding=True,
        ),
        "assessed_late": told(
            "regional_assessments_delivered",
            "11-17",
            "expert_assessment",
            counties=list(PARTIES[-1:]),
            examines=EXAMINED,
        ),
        "national_assessment_late": told(
            "national_assessment_delivered",
            "11-18",
            "national_assessment",
            assesses_service_level=True,
            assesses_funding=True,
        ),
        "late_report": told("county_report_delivered", "07-03", "county_report", party="15", contents=CONTENTS),
        "most_assessed": assessed("06-16", PARTIES[:-1]),
        "last_assessed": assessed("06-23", PARTIES[-1:]),
        "all_assessed": assessed("06-23", PARTIES),
        "assessed_again": assessed("08-11", ("15",)),
        "most_published": published("06-26", PARTIES[:-1]),
        "last_published": published("06-27", PARTIES[-1:]),
        "national_assessment": told(
            "national_assessment_delivered",
            "09-08",
            "national_assessment",
            assesses_service_level=True,
            assesses_funding=True,
        ),
        "national_report": told(
            "national_report_given",
            "11-10",
            "national_report",
            draws_on_reports=True,
            assesses_services=True,
            assesses_funding=True,
            proposals_for=PROPOSALS,
        ),
        "national_report_published": told("national_report_published", "11-12"),
        "closed": told("round_closed", "12-15", "closing_note"),
        "closed_without_most": told(
            "round_closed", "12-15", "closing_note", missing=[code for code in PARTIES if code != "15"]
        ),
        "closed_without_anybody": told("round_closed", "12-15", "closing_note", missing=list(PARTIES)),
        "discontinued": told("round_discontinued", "12-15", "closing_note", reason="other"),
    }


_ASSESSED: Final = ("all_assessed", "national_assessment")
WAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "everything": (
        *("round_opened", "incomplete_report", *REPORTS, "most_assessed", "last_assessed"),
        *("most_published", "last_published", "assessed_again"),
        *("national_assessment", "national_report", "national_report_published", "closed"),
    ),
    "most_are_missing": (
        *("round_opened", "all_assessed", "late_report", "national_assessment", "national_report"),
        "closed_without_most",
    ),
    "one_agency_is_late": (
        *("round_opened", "most_assessed", "national_assessment_early", "last_assessed", "national_report"),
        "closed_without_anybody",
    ),
    "the_supervisors_are_late": (
        *("round_opened", "most_assessed", "national_report", "assessed_late", "national_assessment_late"),
        "closed_without_anybody",
    ),
    "without_report": ("round_opened", *_ASSESSED, "discontinued"),
}


def _breaks(told: Mapping[str, Told]) -> dict[str, Breach]:
    opened, assessed = ("round_opened",), ("round_opened", *_ASSESSED)
    report, regional, national = told["report_15"], told["all_assessed"], told["national_report"]
    assessment = told["national_assessment"]
    return {
        **{
            f"holds_{content}": Breach(opened, but(report, contents=[one for one in CONTENTS if one != content]))
            for content in CONTENTS
            if content != "recommendations"
        },
        "answers_recommendations": Breach(
            opened, but(report, contents=[one for one in CONTENTS if one != "recommendations"])
        ),
        "counties_are_parties": Breach(opened, but(regional, counties=["15", "HUS"])),
        **{
            f"examines_{matter}": Breach(opened, but(regional, examines=[one for one in EXAMINED if one != matter]))
            for matter in EXAMINED
        },
        "national_assesses_service_level": Breach(
            (*opened, "all_assessed"), but(assessment, assesses_service_level=False)
        ),
        "national_assesses_funding": Breach((*opened, "all_assessed"), but(assessment, assesses_funding=None)),
        "draws_on_reports": Breach(assessed, but(national, draws_on_reports=None)),
        "assesses_services": Breach(assessed, but(national, assesses_services=False)),
        "assesses_funding": Breach(assessed, but(national, assesses_funding=None)),
        **{
            f"proposes_for_{matter}": Breach(
                assessed, but(national, proposals_for=[one for one in PROPOSALS if one != matter])
            )
            for matter in PROPOSALS
        },
        "missing_named": Breach((*assessed, "national_report"), told["closed"]),
    }


def _book(procedure: Procedure, year: int) -> Book:
    told = acts(year)
    return Book(
        table=table_of(procedure),
        subject="FI",
        subject_kind="state",
        parties=PARTIES,
        acts=told,
        ways=WAYS,
        breaks=_breaks(told),
        meets={
            "county_reports": Meeting(("round_opened", *REPORTS[:-1]), REPORTS[-1]),
            "regional_assessments": Meeting(("round_opened", "most_assessed"), "last_assessed"),
            "national_assessment": Meeting(("round_opened", "all_assessed"), "national_assessment"),
        },
    )


ON_2023: Final = _book(since_2023_01_01.DECLARATION, 2023)
ON_2024: Final = _book(since_2024_08_01.DECLARATION, 2024)
ON_2025: Final = _book(since_2026_01_01.DECLARATION, 2025)
BOOKS: Final[tuple[Book, ...]] = (ON_2023, ON_2024, ON_2025)
