"""The books of a made-up round of negotiations: with a county, and with HUS, of which other things are asked."""

from __future__ import annotations

from typing import Final

from procedures.steering_negotiation.guards_round import UUSIMAA_ATTENDERS
from procedures.steering_negotiation.since_2024_08_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

COUNTY: Final = "15"
HUS: Final = "HUS"
TABLE: Final = table_of(DECLARATION)

_MATTERS: Final = [
    "organising_responsibility",
    "objectives_and_measures",
    "costs_and_funding",
    "cost_control_measures",
    "national_objectives",
]


def recommendation(number: int) -> dict[str, object]:
    """A made-up recommendation."""
    return {"number": number, "text": f"made-up recommendation {number}", "concerns": "finances"}


def answer(number: int, outcome: str = "under_way") -> dict[str, object]:
    """A made-up answer to a recommendation."""
    return {"number": number, "outcome": outcome}


def _acts() -> dict[str, Told]:
    return {
        "planned": fact("planned", "2025-05-05", year=2025, themes=["made-up theme"]),
        "themes_agreed": fact("themes_agreed", "2025-05-20", themes=["made-up theme"]),
        "material_requested": fact(
            "material_requested",
            "2025-06-02",
            documents=("material_request",),
            services_report_by="2025-08-29",
            rescue_report_by="2025-08-22",
        ),
        "services_report_received": fact(
            "services_report_received",
            "2025-08-28",
            documents=("services_report",),
            year=2024,
            investment_proposal_included=True,
            address="https://example.invalid/report",
        ),
        "rescue_report_received": fact(
            "rescue_report_received", "2025-08-28", documents=("rescue_report",), year=2024, given_on="2025-04-30"
        ),
        "rescue_assessment_received": fact(
            "rescue_assessment_received",
            "2025-09-01",
            documents=("rescue_assessment",),
            authority="AVI",
            given_on="2025-06-30",
        ),
        "services_assessment_received": fact(
            "services_assessment_received", "2025-10-21", documents=("services_assessment",)
        ),
        "other_assessment_received": fact(
            "other_assessment_received", "2025-10-22", documents=("other_assessment",), authority="made-up authority"
        ),
        "picture_completed": fact("picture_completed", "2025-10-30", documents=("picture",)),
        "invited": fact("invited", "2025-11-03", documents=("invitation",), meeting_on="2025-11-24"),
        "invited_again": fact("invited", "2025-11-10", documents=("invitation",), meeting_on="2025-11-27"),
        "negotiated": fact(
            "negotiated", "2025-11-27", attended=["VM", "STM", "SM", COUNTY], matters=_MATTERS, also_handled=["staff"]
        ),
        "round_discontinued": fact(
            "round_discontinued",
            "2025-11-28",
            documents=("closing_note",),
            reason="opened_by_mistake",
            grounds="made-up grounds",
        ),
        "recommendations_given": fact(
            "recommendations_given", "2025-11-27", recommendations=[recommendation(1), recommendation(2)]
        ),
        "stm_recommends": fact("recommendations_given", "2025-11-28", role="stm", recommendations=[recommendation(3)]),
        "sm_finds_none_needed": fact("recommendations_found_unneeded", "2025-11-28", role="sm"),
        "recommendations_found_unneeded": fact("recommendations_found_unneeded", "2025-11-28"),
        "draft_sent": fact("draft_sent", "2025-12-05", documents=("draft",), comments_by="2025-12-19"),
        "draft_commented": fact("draft_commented", "2025-12-18", accepts=False, remark="made-up remark"),
        "draft_sent_again": fact("draft_sent", "2025-12-22", documents=("draft",), comments_by="2026-01-09"),
        "document_confirmed": fact(
            "document_confirmed",
            "2026-01-12",
            documents=("negotiation_document",),
            matters_stated=True,
            results_stated=True,
            recommendations_stated=True,
        ),
        "published": fact("published", "2026-01-14", address="https://example.invalid/negotiation"),
        "follow_up_begun": fact("follow_up_begun", "2026-01-14", answers_by="2026-08-31"),
        "answered_partly": fact(
            "recommendations_answered",
            "2026-04-30",
            documents=("county_report",),
            report="rescue_report",
            year=2025,
            answers=[answer(3, "carried_out")],
        ),
        "answered": fact(
            "recommendations_answered",
            "2026-08-28",
            documents=("county_report",),
            report="services_report",
            year=2025,
            answers=[answer(1), answer(2, "not_carried_out")],
        ),
        "round_concluded": fact("round_concluded", "2026-10-01", carried_over=[2]),
        "concluded_at_once": fact("round_concluded", "2026-01-15"),
    }


ACTS: Final = _acts()
REQUESTED: Final = ("planned", "material_requested")
RECEIVED: Final = (
    "services_report_received",
    "rescue_report_received",
    "rescue_assessment_received",
    "services_assessment_received",
)
INVITED: Final = (*REQUESTED, *RECEIVED, "picture_completed", "invited")
NEGOTIATED: Final = (*INVITED, "negotiated")
DRAFTED: Final = (*NEGOTIATED, "recommendations_given", "stm_recommends", "sm_finds_none_needed", "draft_sent")
PUBLISHED: Final = (*DRAFTED, "draft_commented", "document_confirmed", "published")
FOLLOWED_UP: Final = (*PUBLISHED, "follow_up_begun")

_WITH_COUNTY: Final = Book(
    table=TABLE,
    subject=COUNTY,
    subject_kind="county",
    acts=ACTS,
    ways={
        "recommended": (
            *("planned", "themes_agreed", "material_requested", *RECEIVED, "other_assessment_received"),
            *("picture_completed", "invited", "invited_again", "negotiated"),
            *("recommendations_given", "stm_recommends", "sm_finds_none_needed"),
            *("draft_sent", "draft_commented", "draft_sent_again", "document_confirmed", "published"),
            *("follow_up_begun", "answered_partly", "answered", "round_concluded"),
        ),
        "nothing_recommended": (
            *(*NEGOTIATED, "recommendations_found_unneeded", "draft_sent", "draft_commented"),
            *("document_confirmed", "published", "concluded_at_once"),
        ),
        "not_held": ("planned", "round_discontinued"),
    },
    breaks={
        "supervisor_of_the_day": Breach(REQUESTED, but(ACTS["rescue_assessment_received"], authority="LVV")),
        **{
            f"{source}_used": Breach(
                (*REQUESTED, *(name for name in RECEIVED if name != f"{source}_received")), ACTS["picture_completed"]
            )
            for source in ("services_report", "rescue_report", "services_assessment", "rescue_assessment")
        },
        "investment_proposal_used": Breach((*REQUESTED, *RECEIVED[1:]), ACTS["picture_completed"]),
        "lacking_explained": Breach((*REQUESTED, *RECEIVED), but(ACTS["picture_completed"], lacking=["rescue_report"])),
        **{
            f"{code.lower()}_attended": Breach(
                INVITED,
                but(ACTS["negotiated"], attended=[one for one in ("VM", "STM", "SM", COUNTY) if one != code]),
            )
            for code in ("VM", "STM", "SM")
        },
        "subject_attended": Breach(INVITED, but(ACTS["negotiated"], attended=["VM", "STM", "SM", "16"])),
        **{
            f"{matter}_handled": Breach(
                INVITED, but(ACTS["negotiated"], matters=[one for one in _MATTERS if one != matter])
            )
            for matter in _MATTERS
        },
        "recommendation_said": Breach(NEGOTIATED, but(ACTS["recommendations_given"], recommendations=[])),
        "recommendation_numbers_new": Breach(
            (*NEGOTIATED, "recommendations_given"), but(ACTS["stm_recommends"], recommendations=[recommendation(2)])
        ),
        "recommendations_weighed": Breach(NEGOTIATED, ACTS["draft_sent"]),
        **{
            name: Breach((*DRAFTED, "draft_commented"), but(ACTS["document_confirmed"], **{name: None}))
            for name in ("matters_stated", "results_stated", "recommendations_stated")
        },
        "drawn_up_with_county": Breach(DRAFTED, ACTS["document_confirmed"]),
        "in_the_public_network": Breach(PUBLISHED[:-1], but(ACTS["published"], address="made-up notice board")),
        "something_to_follow": Breach(
            (
                *(*NEGOTIATED, "recommendations_found_unneeded", "draft_sent", "draft_commented"),
                *("document_confirmed", "published"),
            ),
            ACTS["follow_up_begun"],
        ),
        "answers_said": Breach(FOLLOWED_UP, but(ACTS["answered"], answers=[])),
        "answers_fit": Breach(FOLLOWED_UP, but(ACTS["answered"], answers=[answer(4)])),
        "nothing_unanswered": Breach((*FOLLOWED_UP, "answered"), ACTS["round_concluded"]),
        "carried_over_known": Breach(
            (*FOLLOWED_UP, "answered_partly", "answered"), but(ACTS["round_concluded"], carried_over=[4])
        ),
    },
    meets={
        "services_report": Meeting(REQUESTED, "services_report_received"),
        "rescue_report": Meeting(REQUESTED, "rescue_report_received"),
        "negotiation_day": Meeting(INVITED, "negotiated"),
        "draft_comments": Meeting(DRAFTED, "draft_commented"),
        "answers": Meeting((*FOLLOWED_UP, "answered_partly"), "answered"),
    },
)

_OTHERS: Final = list(UUSIMAA_ATTENDERS)
HUS_ACTS: Final = {
    **ACTS,
    "invited": but(ACTS["invited"], also_invited=_OTHERS),
    "negotiated": but(
        ACTS["negotiated"], attended=["VM", "STM", "SM", HUS, *_OTHERS], matters=[*_MATTERS, "hus_agreement"]
    ),
}
HUS_INVITED: Final = (
    *(*REQUESTED, "services_report_received", "services_assessment_received", "picture_completed"),
    "invited",
)

_WITH_HUS: Final = Book(
    table=TABLE,
    subject=HUS,
    subject_kind="joint_authority",
    acts=HUS_ACTS,
    ways={
        "nothing_recommended_to_hus": (
            *(*HUS_INVITED, "negotiated", "recommendations_found_unneeded", "draft_sent", "draft_commented"),
            *("document_confirmed", "published", "concluded_at_once"),
        ),
    },
    breaks={
        "organises_rescue": Breach(REQUESTED, ACTS["rescue_report_received"]),
        "uusimaa_invited": Breach(HUS_INVITED[:-1], but(HUS_ACTS["invited"], also_invited=["01", "90"])),
        "uusimaa_attended": Breach(
            HUS_INVITED, but(HUS_ACTS["negotiated"], attended=["VM", "STM", "SM", HUS, "01", "02", "03", "04"])
        ),
        "hus_agreement_followed": Breach(HUS_INVITED, but(HUS_ACTS["negotiated"], matters=_MATTERS)),
    },
    meets={"services_report": Meeting(REQUESTED, "services_report_received")},
)

BOOKS: Final = (_WITH_COUNTY, _WITH_HUS)
