"""Books of changing a borrowing authority: application, group, decision, conditions, consequences."""

from __future__ import annotations

from typing import Any, Final

from engine.table import Table
from procedures.borrowing_authority_change import since_2021_07_01, since_2025_01_01
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told, fact

OLD: Final = table_of(since_2021_07_01.DECLARATION)
NEW: Final = table_of(since_2025_01_01.DECLARATION)
BOTH: Final = (OLD, NEW)

COUNTY: Final = "15"
MILLION: Final = 100_000_000
"""A million euros in cents."""


def first_year(table: Table) -> int:
    """The year in which the made-up county applies under this version of the law."""
    return 2023 if table is OLD else 2025


def acts(table: Table) -> dict[str, Told]:
    """Every act of the made-up case, complete, by its name here."""
    year = first_year(table)
    this, following = str(year), str(year + 1)

    def told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
        day = day.replace("Y1", following).replace("Y0", this)
        return fact(fact_id, day, data, documents=documents, role=role)

    sought: dict[str, Any] = {
        "financial_year": year + 1,
        "amount_cents": 90 * MILLION,
        "investments": "made-up hospital wing",
        "necessary_for": ["continuity_of_services"],
        "no_other_cover": True,
    }
    changed = told(
        "changed",
        "Y1-02-12",
        "government_decision",
        financial_year=year + 1,
        granted_cents=69 * MILLION,
        necessary_for=["continuity_of_services"],
        no_other_cover=True,
        conditions=["the council commits itself to made-up targets"],
        next_report_on=f"{following}-06-30",
    )
    return {
        "application_decided": told(
            "application_decided", "Y0-08-19", "executive_decision", financial_year=year + 1, amount_cents=90 * MILLION
        ),
        "application_made": told("application_made", "Y0-09-01", "application", **sought),
        "application_completed": but(
            told("application_made", "Y0-09-10", "application", **sought), amount_cents=80 * MILLION
        ),
        "initiative_made": told("initiative_made", "Y0-09-01", "initiative", role="stm", **sought),
        "vm_named": told("representatives_named", "Y0-09-15", role="vm"),
        "stm_named": told("representatives_named", "Y0-09-15", role="stm"),
        "sm_named": told("representatives_named", "Y0-09-16", role="sm"),
        "county_named": told("representatives_named", "Y0-09-18", role="county", count=2),
        "group_appointed": told(
            "group_appointed", "Y0-09-22", "appointment_decision", term_ends_on=f"{following}-01-30"
        ),
        "county_heard": told("county_heard", "Y0-11-03", reply="made-up reply"),
        "assessment_given": told(
            "assessment_given",
            "Y1-01-15",
            "assessment",
            necessary_for=["continuity_of_services"],
            no_other_cover=True,
            amount_cents=69 * MILLION,
            terms=["a made-up term"],
            overall_assessment=True,
            unanimous=False,
        ),
        "dissent_recorded": told("dissent_recorded", "Y1-01-16", "dissent", role="county", about=["size"]),
        "presented": told("presented_to_government", "Y1-02-05", proposal="change"),
        "changed": changed,
        "changed_without_conditions": but(changed, conditions=None, next_report_on=None),
        "refused": told(
            "refused",
            "Y1-02-12",
            "government_decision",
            unmet=["no_other_cover"],
        ),
        "withdrawn": told("withdrawn", "Y0-10-01", reason="withdrawn"),
        "initiative_withdrawn": told("initiative_withdrawn", "Y0-10-01", role="stm", reason="withdrawn"),
        "served": told("decision_served", "Y1-02-16"),
        "no_remedy_sought": told("no_remedy_sought", "Y1-03-20"),
        "appeal_made": told("appeal_made", "Y1-03-02", "appeal", generation=1),
        "appeal_dismissed": told("appeal_decided", "Y1-05-04", "judgment", outcome="dismissed"),
        "appeal_referred_back": told("appeal_decided", "Y1-05-04", "judgment", outcome="referred_back"),
        "changed_after_all": but(
            told("changed", "Y1-05-28", "government_decision", **changed.data),
            next_report_on=None,
        ),
        "evaluation_weighed": told("evaluation_weighed", "Y1-06-01", outcome="not_now"),
        "report_given": told(
            "report_given", "Y1-06-15", "report", fulfilled="partly", next_report_on=f"{following}-09-30"
        ),
        "last_report_given": told("report_given", "Y1-09-30", "report", fulfilled="yes"),
        "condition_unmet": told(
            "condition_unmet", "Y1-10-05", "vm_note", condition="made-up measure", evident=True, no_substitute=True
        ),
        "preemptive_weighed": told("preemptive_weighed", "Y1-10-12", outcome="not_now"),
        "substitute_decided": told(
            "substitute_decided", "Y1-11-02", "substitute_decision", role="council", measures="made-up measures"
        ),
        "conditions_fulfilled": told("conditions_fulfilled", "Y1-12-15", "vm_note"),
        "follow_up_ended": told("follow_up_ended", "Y1-12-15", "vm_note", reason="no_conditions"),
        "became_final": told("became_final", "Y1-06-01"),
    }


NAMED: Final = ("vm_named", "stm_named", "sm_named", "county_named")
APPOINTED: Final = ("application_made", *NAMED, "group_appointed")
ASSESSED: Final = (*APPOINTED, "assessment_given")
CHANGED: Final = (*ASSESSED, "changed")


def ways(table: Table) -> dict[str, tuple[str, ...]]:
    """The ways to each end; since 2025 an unmet condition has to be weighed before the end."""
    weighed = ("preemptive_weighed",) if table is NEW else ()
    return {
        "conditions_fulfilled": (
            "application_decided",
            "application_made",
            "application_completed",
            *NAMED,
            "group_appointed",
            "county_heard",
            "assessment_given",
            "dissent_recorded",
            "presented",
            "changed",
            "served",
            "appeal_made",
            "appeal_dismissed",
            "evaluation_weighed",
            "report_given",
            "last_report_given",
            "condition_unmet",
            *weighed,
            "substitute_decided",
            "conditions_fulfilled",
        ),
        "without_conditions": (
            "initiative_made",
            *NAMED,
            "group_appointed",
            "assessment_given",
            "changed_without_conditions",
            "evaluation_weighed",
            "follow_up_ended",
        ),
        "refused": (*ASSESSED, "refused", "served", "no_remedy_sought", "became_final"),
        "refused_at_first": (
            *ASSESSED,
            "refused",
            "served",
            "appeal_made",
            "appeal_referred_back",
            "changed_after_all",
            "evaluation_weighed",
            "conditions_fulfilled",
        ),
        "withdrawn": ("application_made", "withdrawn"),
        "initiative_withdrawn": ("initiative_made", "initiative_withdrawn"),
    }


def breaks(table: Table) -> dict[str, Breach]:
    """For each condition, an act that it refuses."""
    known = acts(table)
    assessment, changed = known["assessment_given"], known["changed"]
    since_2025 = {
        "evidently_unmet": Breach(CHANGED, but(known["condition_unmet"], evident=None)),
        "no_substitute": Breach(CHANGED, but(known["condition_unmet"], no_substitute=False)),
        "preemptive_weighed": Breach(
            (*CHANGED, "evaluation_weighed", "condition_unmet"), known["conditions_fulfilled"]
        ),
    }
    return {
        **(since_2025 if table is NEW else {}),
        "brought_by_county": Breach(("initiative_made",), known["withdrawn"]),
        "brought_by_ministry": Breach(("application_made",), known["initiative_withdrawn"]),
        "four_represented": Breach(("application_made", *NAMED[:3]), known["group_appointed"]),
        "necessity_assessed": Breach(APPOINTED, but(assessment, necessary_for=None)),
        "other_cover_assessed": Breach(APPOINTED, but(assessment, no_other_cover=None)),
        "size_assessed": Breach(APPOINTED, but(assessment, amount_cents=None)),
        "terms_assessed": Breach(APPOINTED, but(assessment, terms=None)),
        "overall_assessment": Breach(APPOINTED, but(assessment, overall_assessment=None)),
        "necessity_found": Breach(ASSESSED, but(changed, necessary_for=None)),
        "no_other_cover": Breach(ASSESSED, but(changed, no_other_cover=False)),
        "granted_said": Breach(ASSESSED, but(changed, granted_cents=None)),
        "granted_not_above_sought": Breach(ASSESSED, but(changed, granted_cents=90 * MILLION + 1)),
        "unmet_named": Breach(ASSESSED, but(known["refused"], unmet=None)),
        "evaluation_weighed": Breach(CHANGED, known["follow_up_ended"]),
        "no_appeal_pending": Breach((*CHANGED, "appeal_made", "evaluation_weighed"), known["follow_up_ended"]),
        "appeal_time_over": Breach(
            (*ASSESSED, "refused", "served"), on(known["became_final"], f"{first_year(table) + 1}-03-18")
        ),
    }


def _book(table: Table) -> Book:
    return Book(
        table=table,
        subject=COUNTY,
        subject_kind="county",
        acts=acts(table),
        ways=ways(table),
        breaks=breaks(table),
        meets={
            "group_term": Meeting(APPOINTED, "assessment_given"),
            "condition_report": Meeting(CHANGED, "report_given"),
            "government_appeal": Meeting((*CHANGED, "served"), "appeal_made"),
        },
    )


BOOKS: Final = tuple(map(_book, BOTH))
OLD_BOOK: Final = BOOKS[0]
NEW_BOOK: Final = BOOKS[1]
