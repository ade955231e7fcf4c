"""The book of a made-up pre-emptive steering of HUS, whose every condition applies; and of a county, for the tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from procedures.preemptive_steering.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Story, Told, fact, reporting

TABLE: Final = table_of(DECLARATION)
CONTENTS: Final = ["matters", "outcome", "finance_recommendations", "service_recommendations", "follow_up"]
DAYS: Final = ["2026-01-30", "2026-04-30", "2026-08-31"]
UUSIMAA: Final = ["01", "02", "03", "04", "90"]
ATTENDED: Final = ["HUS", "STM", "SM", *UUSIMAA]


def _told(fact_id: str, on: str, *documents: str, role: str | None = None, **data: Any) -> Told:
    return fact(fact_id, on, data, documents=documents, role=role)


ACTS: Final = {
    "criterion_noted": _told(
        "criterion_noted", "2025-06-02", "monitoring_note", criteria=["1a"], accounts_year=2024, margin_percent="87.5"
    ),
    "another_criterion_noted": _told(
        "criterion_noted",
        "2025-06-16",
        "monitoring_note",
        criteria=["2", "3", "4"],
        unmet_in=["additional_funding"],
        evidently_unmet=True,
        substitute_decided=False,
        plan_defects=["no_itemised_measures"],
        development="essentially_weaker",
    ),
    "unmet_measures_assessed": _told(
        "unmet_measures_assessed", "2025-06-17", required_in="additional_funding", met=True
    ),
    "started": _told("started", "2025-08-18", "start_notice", relied_on=["1a"]),
    "start_declined": _told("start_declined", "2025-08-18", "decline_note", reason="discretion"),
    "materials_delivered": _told("materials_delivered", "2025-09-01", "negotiation_materials"),
    "negotiation_held": _told("negotiation_held", "2025-09-10", "agenda", attended=ATTENDED),
    "negotiation_continued": _told("negotiation_held", "2025-10-08", "agenda", attended=ATTENDED),
    "situation_picture_noted": _told("situation_picture_noted", "2025-10-08", summary="made-up picture"),
    "document_drawn_up": _told(
        "document_drawn_up",
        "2025-11-20",
        "steering_document",
        contents=CONTENTS,
        views_of=["STM", "SM"],
        recommendations_count=4,
        reporting_days=DAYS,
        next_report_by=DAYS[0],
    ),
    "negotiated_on_follow_up": _told("negotiation_held", "2026-03-04", "agenda", attended=["HUS"]),
    "document_published": _told(
        "document_published", "2025-12-01", "steering_document", address="https://example.invalid/steering"
    ),
    "measures_decided": _told("measures_decided", "2025-12-15", "measures_decision", organ="council", extent="partly"),
    "early_reported": _told(
        "follow_up_reported", "2025-11-28", "follow_up_report", answers=DAYS[0], next_report_by=DAYS[1]
    ),
    "first_reported": _told(
        "follow_up_reported", "2026-01-29", "follow_up_report", answers=DAYS[0], next_report_by=DAYS[1]
    ),
    "second_reported": _told(
        "follow_up_reported", "2026-04-30", "follow_up_report", answers=DAYS[1], next_report_by=DAYS[2]
    ),
    "timetable_changed": _told(
        "timetable_changed",
        "2026-05-15",
        "steering_document",
        reporting_days=["2026-09-30"],
        next_report_by="2026-09-30",
    ),
    "last_reported": _told("follow_up_reported", "2026-09-30", "follow_up_report", answers="2026-09-30"),
    "recommendations_assessed": _told("recommendations_assessed", "2026-10-15", finding="partly_followed"),
    "steering_closed": _told("steering_closed", "2026-11-02", "closing_note", outcome="partly_followed"),
    "moved_to_other_procedure": _told("moved_to_other_procedure", "2026-11-02", "closing_note", procedure="evaluation"),
    "discontinued": _told("discontinued", "2025-08-25", "closing_note", reason="opened_in_error"),
}

STARTED: Final = ("criterion_noted", "started")
DRAWN_UP: Final = (*STARTED, "negotiation_held", "document_drawn_up")
PUBLISHED: Final = (*DRAWN_UP, "document_published")

WAYS: Final = {
    "whole": (
        "criterion_noted",
        "another_criterion_noted",
        "unmet_measures_assessed",
        "started",
        "materials_delivered",
        "negotiation_held",
        "negotiation_continued",
        "situation_picture_noted",
        "document_drawn_up",
        "document_published",
        "measures_decided",
        "first_reported",
        "negotiated_on_follow_up",
        "second_reported",
        "timetable_changed",
        "last_reported",
        "recommendations_assessed",
        "steering_closed",
    ),
    "moved": (*DRAWN_UP, "early_reported", "document_published", "second_reported", "moved_to_other_procedure"),
    "not started": ("criterion_noted", "start_declined"),
    "discontinued": (*STARTED, "discontinued"),
}


def _breaks() -> dict[str, Breach]:
    noted, drawn_up, held = ACTS["another_criterion_noted"], ACTS["document_drawn_up"], ACTS["negotiation_held"]
    negotiated = (*STARTED, "negotiation_held")
    contents = {
        guard: Breach(negotiated, but(drawn_up, contents=[one for one in CONTENTS if one != content]))
        for guard, content in (
            ("matters_stated", "matters"),
            ("outcome_stated", "outcome"),
            ("finance_recommendations_stated", "finance_recommendations"),
            ("service_recommendations_stated", "service_recommendations"),
            ("follow_up_stated", "follow_up"),
        )
    }
    return {
        "criterion_named": Breach((), but(ACTS["criterion_noted"], criteria=[])),
        "accounts_ended": Breach((), but(ACTS["criterion_noted"], accounts_year=2025)),
        "figures_below": Breach((), but(ACTS["criterion_noted"], margin_percent="100")),
        "requirement_named": Breach((), but(noted, unmet_in=[])),
        "unmet_without_substitute": Breach((), but(noted, substitute_decided=True)),
        "plan_defect_named": Breach((), but(noted, plan_defects=[])),
        "development_named": Breach((), but(noted, development=None)),
        "relied_on_noted": Breach(("criterion_noted",), but(ACTS["started"], relied_on=["4"])),
        **{
            guard: Breach(STARTED, but(held, attended=[one for one in ATTENDED if one != absent]))
            for guard, absent in (
                ("county_attended", "HUS"),
                ("stm_attended", "STM"),
                ("sm_attended", "SM"),
                ("uusimaa_attended", "03"),
            )
        },
        **contents,
        "timetable_stated": Breach(negotiated, but(drawn_up, reporting_days=[], next_report_by=None)),
        "first_day_stated": Breach(negotiated, but(drawn_up, next_report_by=DAYS[1])),
        "views_reconciled": Breach(negotiated, but(drawn_up, views_of=["STM"])),
        "address_given": Breach(DRAWN_UP, but(ACTS["document_published"], address="by post")),
        "decision_said": Breach(PUBLISHED, but(ACTS["measures_decided"], extent=None)),
        "report_placed": Breach(PUBLISHED, but(ACTS["first_reported"], answers=None)),
        "next_day_by_document": Breach(PUBLISHED, but(ACTS["first_reported"], next_report_by=DAYS[2])),
        "outcome_said": Breach(PUBLISHED, but(ACTS["steering_closed"], outcome=None)),
        "procedure_named": Breach(PUBLISHED, but(ACTS["moved_to_other_procedure"], procedure=None)),
    }


BOOKS: Final = (
    Book(
        table=TABLE,
        subject="HUS",
        subject_kind="joint_authority",
        acts=ACTS,
        ways=WAYS,
        breaks=_breaks(),
        meets={"reporting_day": Meeting(PUBLISHED, "first_reported")},
    ),
)


def of_county(*names: str) -> Story:
    """The same story told of a county, in whose negotiations only the ministries take part besides."""
    told = {**ACTS}
    for name in ("negotiation_held", "negotiation_continued"):
        told[name] = but(told[name], attended=["15", "STM", "SM"])
    return Story(TABLE, subject="15", subject_kind="county").given(*(told[name] for name in names))


def reported_without_criterion() -> Told:
    """A criterion of which the published source says nothing."""
    told = but(ACTS["criterion_noted"], criteria=[])
    return replace(told, documents=(reporting("monitoring_note"),), unreported=("criterion_named",))
