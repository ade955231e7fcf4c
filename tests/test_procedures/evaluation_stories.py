"""Builders of evaluation stories: the acts of a whole procedure, and a story told up to any of its states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.table import Table
from procedures.register import declarations
from tests.story import Story, Told, fact

OLD = declarations().pinned("evaluation@2023-01-01")
NEW = declarations().pinned("evaluation@2025-01-01")
BOTH = (OLD, NEW)

COUNTY = "15"


def first_year(table: Table) -> int:
    """The year in which the made-up procedure starts under this version of the law."""
    return 2024 if table is OLD else 2025


def acts(table: Table = NEW) -> dict[str, Told]:
    """Every act of the made-up procedure, complete, by its name here (mostly the fact's)."""
    year = first_year(table)
    this, following, third = str(year), str(year + 1), str(year + 2)

    def told(fact_id: str, on: str, *documents: str, role: str | None = None, **data: Any) -> Told:
        on = on.replace("Y2", third).replace("Y1", following).replace("Y0", this)
        return fact(fact_id, on, data, documents=documents, role=role)

    return {
        "criteria_noted": told(
            "criteria_noted",
            "Y0-06-02",
            "calculation",
            gates=["E4"],
            borrowing_authority_changed_on=[f"{year}-03-01"],
        ),
        "initiative_made": told(
            "initiative_made",
            "Y0-06-02",
            "initiative",
            grounds=["capacity"],
            endangered_years=[year - 2, year - 1],
        ),
        "initiative_notified": told("initiative_notified", "Y0-06-03", "initiative_notice"),
        "hearing_letter_sent": told("hearing_letter_sent", "Y0-06-03", "hearing_letter", reply_by=f"{year}-06-13"),
        "county_heard": told("county_heard", "Y0-06-16", "hearing_letter", reply="given"),
        "start_decided": told("start_decided", "Y0-06-17", "start_decision", relied_on=["E4"]),
        "start_declined": told("start_declined", "Y0-06-17", "decline_decision", reason="discretion"),
        "vm_named": told("members_named", "Y0-08-01", role="vm", count=1),
        "stm_named": told("members_named", "Y0-08-01", role="stm", count=1),
        "sm_named": told("members_named", "Y0-08-04", role="sm", count=1),
        "county_named": told("members_named", "Y0-08-08", role="county", count=1),
        "chair_consulted": told("chair_consulted", "Y0-08-11", position="supports"),
        "group_appointed": told(
            "group_appointed",
            "Y0-08-29",
            "appointment_decision",
            chair_from="University of Exampleville",
            term_ends_on=f"{year + 1}-06-12",
        ),
        "group_term_changed": told(
            "group_term_changed", "Y1-05-04", "appointment_decision", term_ends_on=f"{year + 1}-09-30"
        ),
        "assessment_begun": told("assessment_begun", "Y0-09-09"),
        "group_met": told("group_met", "Y0-09-09", rhythm="monthly"),
        "partial_proposal_given": told(
            "partial_proposal_given", "Y0-12-04", "partial_proposal", theme="rescue services"
        ),
        "partial_proposals_noted": told("partial_proposals_noted", "Y1-02-17", "council_minutes"),
        "partial_proposals_decided": told(
            "partial_proposals_decided", "Y1-02-17", "council_decision", proposals_adopted=3
        ),
        "division_proposal_handled": told(
            "division_proposal_handled", "Y1-05-20", "group_minutes", outcome="does_not_propose_change"
        ),
        "proposals_given": told(
            "proposals_given",
            "Y1-06-05",
            "report",
            covers_finances=True,
            covers_service_capacity=True,
            proposals_count=30,
        ),
        "council_decided": told(
            "council_decided",
            "Y1-06-22",
            "council_decision",
            proposals_adopted=27,
            proposals_amended=2,
            proposals_rejected=1,
        ),
        "decision_notified": told("decision_notified", "Y1-06-25", "notice"),
        "no_investigator_decided": told("no_investigator_decided", "Y1-09-01", "vm_decision"),
        "counties_heard_on_division": told("counties_heard_on_division", "Y1-08-20", "division_hearing", heard=["15"]),
        "investigator_appointed": told("investigator_appointed", "Y1-09-01", "investigator_appointment"),
        "division_decision_made": told("division_decision_made", "Y2-11-30", "government_decision", outcome="merged"),
        "division_left_unchanged": told(
            "division_left_unchanged", "Y2-11-30", "inquiry_result", how="decided_not_to_change"
        ),
        "budget_adopted": told("budget_adopted", "Y1-12-14", "budget", budget_year=year + 2, implements_measures=True),
        "interim_report_given": told(
            "interim_report_given", "Y1-08-14", "interim_report", reports_after=f"{year + 1}-08-17"
        ),
        "measures_reported_in_negotiation": told("measures_reported_in_negotiation", "Y1-11-11"),
        "measures_report_given": told(
            "measures_report_given",
            "Y2-06-15",
            "activity_report",
            year=year + 1,
            reports_after=f"{year + 2}-06-30",
        ),
        "division_inquiry_needed": told(
            "division_inquiry_needed", "Y2-09-01", "vm_decision", measures_unfulfilled=True, gates=["E2"]
        ),
        "measures_completed": told("measures_completed", "Y2-12-15", "closing_note"),
        "discontinued": told("discontinued", "Y2-12-15", "closing_note", reason="other"),
        "restricted_decision_served": told(
            "restricted_decision_served",
            "Y0-11-05",
            "restricted_decision",
            decision="made-up hospital lease",
            decided_by="other_organ",
            decided_on=f"{year}-11-03",
            served_on=f"{year}-11-05",
            kind="significant_long_term",
            urgency_grounds="made-up urgency",
        ),
        "council_decision_served": told(
            "restricted_decision_served",
            "Y0-11-05",
            "restricted_decision",
            decided_by="council",
            served_on=f"{year}-11-05",
            kind="significant_long_term",
        ),
        "no_remedy_sought": told("no_remedy_sought", "Y0-11-10", number=1),
        "rectification_requested": told("rectification_requested", "Y0-11-12", "rectification_request", generation=1),
        "rectification_decided": told(
            "rectification_decided", "Y0-12-01", "rectification_decision", number=1, outcome="rejected"
        ),
        "appeal_made": told("appeal_made", "Y0-12-05", "appeal", generation=1),
        "appeal_after_rectification": told("appeal_made", "Y0-12-05", "appeal", generation=2),
        "restricted_decision_judged": told(
            "restricted_decision_judged", "Y1-04-10", "judgment", number=1, outcome="dismissed"
        ),
        "further_appeal_made": told("further_appeal_made", "Y1-05-02", "appeal", generation=1),
        "further_appeal_judged": told(
            "further_appeal_judged", "Y1-11-02", "judgment", number=1, outcome="leave_refused"
        ),
        "restriction_ended": told("restriction_ended", "Y1-09-15", "confirmation", ground="no_investigator"),
    }


MAIN_LINE = (
    ("criteria_met", ("criteria_noted",)),
    ("started", ("county_heard", "start_decided")),
    (
        "group_appointed",
        ("vm_named", "stm_named", "sm_named", "county_named", "chair_consulted", "group_appointed"),
    ),
    ("assessment", ("assessment_begun",)),
    ("proposals_given", ("division_proposal_handled", "proposals_given")),
    ("council_decided", ("council_decided",)),
    ("notified_to_vm", ("decision_notified",)),
    ("follow_up", ("no_investigator_decided",)),
)
"""The acts that lead to each state of the main line."""


def tell(story: Story, *names: str, table: Table = NEW) -> Story:
    """The story after these acts of the made-up procedure."""
    known = acts(table)
    return story.given(*(known[name] for name in names))


def at(state: str, table: Table = NEW, *, subject: str = COUNTY, subject_kind: str = "county") -> Story:
    """A story told, by the shortest way, up to a state that is still open."""
    story = Story(table, subject=subject, subject_kind=subject_kind)
    if state == "investigator_appointed":
        return tell(at("notified_to_vm", table), "counties_heard_on_division", "investigator_appointed", table=table)
    for reached, names in MAIN_LINE:
        story = tell(story, *names, table=table)
        if reached == state:
            return story
    raise LookupError(state)


def but(told: Told, **data: Any) -> Told:
    """The act with other data; a value of None leaves the field out."""
    changed = {**told.data, **data}
    return replace(told, data={name: value for name, value in changed.items() if value is not None})


def without(told: Told, *names: str) -> Told:
    """The act without some of its data."""
    return replace(told, data={name: value for name, value in told.data.items() if name not in names})


def on(told: Told, day: str) -> Told:
    """The act on another day."""
    return fact(told.fact, day, told.data, role=told.role, documents=told.documents, unreported=told.unreported)
