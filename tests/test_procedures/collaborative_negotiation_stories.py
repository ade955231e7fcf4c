"""The made-up round of the eastern area: its acts, its ways to each end, and what breaks each rule."""

from __future__ import annotations

from typing import Any, Final

from procedures.collaborative_negotiation.since_2022_03_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

AREA: Final = "I-S"
COUNTIES: Final = ("12", "13", "14", "15")
ALL: Final = (*COUNTIES, "STM", "VM", "SM")
ORDERED_THEMES: Final = (
    "ict",
    "ict_disturbance_management",
    "cyber_security",
    "rarely_needed_services",
    "childrens_substance_abuse_and_mental_health",
)


def _told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
    return fact(fact_id, day, data, role=role, documents=documents)


def _material(party: str, day: str) -> Told:
    return _told("material_delivered", day, "material", party=party, contains=["agreement", "implementation_status"])


ACTS: Final = {
    "round_planned": _told("round_planned", "2025-06-02", year=2026, aspects=["implementation"]),
    "planned_by_government": _told("round_planned", "2025-06-02", role="government", year=2026),
    "mandate_recorded": _told(
        "mandate_recorded",
        "2025-06-02",
        "mandate",
        year=2026,
        ordered_on="2025-04-23",
        aspects=["preparation", "implementation"],
        themes=list(ORDERED_THEMES),
        assess_by="2026-04-30",
        confirm_by="2026-09-30",
    ),
    "mandate_added": _told(
        "mandate_recorded", "2026-01-15", "mandate", year=2026, themes=["cyber_security"], assess_by="2026-04-30"
    ),
    "round_set": _told("round_set", "2026-01-12", year=2026, material_by="2026-02-27", meeting_on="2026-03-24"),
    "meeting_rescheduled": _told("meeting_rescheduled", "2026-03-02", meeting_on="2026-03-31", reason="made-up"),
    "material_requested": _told("material_requested", "2026-01-20", "material_request", reply_by="2026-02-27"),
    "material_of_12": _material("12", "2026-02-20"),
    "material_of_13": _material("13", "2026-02-23"),
    "material_of_14": _material("14", "2026-02-26"),
    "material_of_15": _material("15", "2026-02-27"),
    "area_assessment_given": _told("area_assessment_given", "2026-02-10", "area_assessment", year=2025),
    "situation_described": _told("situation_described", "2026-03-10", "situation_picture"),
    "late_material": _material("15", "2026-03-12"),
    "meeting_held": _told("meeting_held", "2026-03-24", attended=list(ALL), themes=list(ORDERED_THEMES)),
    "fewer_counties": _told(
        "meeting_held", "2026-03-24", attended=["12", "13", "14", "STM", "VM", "SM"], themes=list(ORDERED_THEMES)
    ),
    "without_vm": _told("meeting_held", "2026-03-24", attended=[*COUNTIES, "STM", "SM"], themes=list(ORDERED_THEMES)),
    "without_sm": _told("meeting_held", "2026-03-24", attended=[*COUNTIES, "STM", "VM"], themes=list(ORDERED_THEMES)),
    "fewer_themes": _told("meeting_held", "2026-03-24", attended=list(ALL), themes=["ict", "cyber_security"]),
    "second_meeting": _told("meeting_held", "2026-04-14", attended=["STM", "15"], themes=["investments"]),
    "agreement_evaluated": _told(
        "agreement_evaluated", "2026-04-15", aspects=["preparation", "implementation"], findings="made-up findings"
    ),
    "preparation_evaluated": _told("agreement_evaluated", "2026-04-14", aspects=["preparation"]),
    "implementation_evaluated": _told("agreement_evaluated", "2026-04-15", aspects=["implementation"]),
    "memo_drawn_up": _told("memo_drawn_up", "2026-04-22", "memo", published=True),
    "concluded_no_change": _told("concluded_no_change", "2026-04-28", "conclusions"),
    "concluded_amendment": _told(
        "concluded_amendment", "2026-04-28", "conclusions", initiated_by="county_proposal", proposing=["13", "15"]
    ),
    "concluded_on_initiative": _told(
        "concluded_amendment", "2026-04-28", "conclusions", initiated_by="ministry_initiative"
    ),
    "concluded_government_assessment": _told(
        "concluded_government_assessment", "2026-04-28", "conclusions", grounds=["duties_not_secured"]
    ),
    "assessment_ordered": _told("concluded_government_assessment", "2026-04-28", "conclusions"),
    "decision_preparation_begun": _told("decision_preparation_begun", "2026-09-10"),
    "legislation_chosen": _told("legislation_chosen", "2026-09-10", project="made-up project"),
    "confirmation_not_needed": _told("confirmation_not_needed", "2026-09-10", role="government"),
    "stm_confirms_nothing": _told("confirmation_not_needed", "2026-09-10", role="stm"),
    "round_cancelled": _told("round_cancelled", "2026-04-30", reason="made-up reason"),
}

ORDERED: Final = ("mandate_recorded", "round_set")
WHOLE: Final = (
    *ORDERED,
    "material_requested",
    "area_assessment_given",
    "material_of_12",
    "material_of_13",
    "material_of_14",
    "situation_described",
)
MET: Final = (*WHOLE, "meeting_held")
EVALUATED: Final = (*MET, "preparation_evaluated", "implementation_evaluated")
MEMO: Final = (*EVALUATED, "memo_drawn_up")
ASSESSED: Final = (*MEMO, "concluded_government_assessment")

BOOK: Final = Book(
    table=table_of(DECLARATION),
    subject=AREA,
    subject_kind="collaborative_area",
    parties=COUNTIES,
    acts=ACTS,
    ways={
        "no_change": (
            "round_set",
            "material_requested",
            "material_of_12",
            "material_of_13",
            "material_of_14",
            "material_of_15",
            "meeting_rescheduled",
            "meeting_held",
            "agreement_evaluated",
            "memo_drawn_up",
            "concluded_no_change",
        ),
        "amendment": (
            *WHOLE,
            "late_material",
            "meeting_held",
            "agreement_evaluated",
            "memo_drawn_up",
            "concluded_amendment",
        ),
        "amendment_on_initiative": (
            "round_planned",
            "round_set",
            "mandate_added",
            "meeting_held",
            "second_meeting",
            "agreement_evaluated",
            "memo_drawn_up",
            "concluded_on_initiative",
        ),
        "decision": (*ASSESSED, "decision_preparation_begun"),
        "legislation": (*MEMO, "assessment_ordered", "legislation_chosen"),
        "no_confirmation": (*ASSESSED, "confirmation_not_needed"),
        "no_confirmation_by_ministry": (*ASSESSED, "stm_confirms_nothing"),
        "cancelled": ("planned_by_government", "round_cancelled"),
    },
    breaks={
        "of_the_round": Breach(("mandate_recorded",), but(ACTS["round_set"], year=2027)),
        "days_set": Breach((), but(ACTS["round_set"], meeting_on=None)),
        "material_before_meeting": Breach((), but(ACTS["round_set"], material_by="2026-03-25")),
        "mandate_says_something": Breach(
            (), but(ACTS["mandate_recorded"], aspects=None, themes=None, assess_by=None, confirm_by=None)
        ),
        "ordered_already": Breach((), but(ACTS["mandate_recorded"], ordered_on="2025-06-03")),
        "reply_day_stated": Breach(("round_set",), but(ACTS["material_requested"], reply_by=None)),
        "attendance_stated": Breach(("round_set",), but(ACTS["meeting_held"], attended=None)),
        "led_by_ministry": Breach(("round_set",), but(ACTS["meeting_held"], attended=["12", "VM"])),
        "members_took_part": Breach(
            (*ORDERED, "fewer_counties", "preparation_evaluated", "implementation_evaluated"), ACTS["memo_drawn_up"]
        ),
        "vm_took_part": Breach(
            (*ORDERED, "without_vm", "preparation_evaluated", "implementation_evaluated"), ACTS["memo_drawn_up"]
        ),
        "sm_took_part": Breach(
            (*ORDERED, "without_sm", "preparation_evaluated", "implementation_evaluated"), ACTS["memo_drawn_up"]
        ),
        "aspect_named": Breach(MET, but(ACTS["agreement_evaluated"], aspects=None)),
        "evaluated": Breach(("round_set", "meeting_held"), ACTS["memo_drawn_up"]),
        "aspects_evaluated": Breach((*MET, "preparation_evaluated"), ACTS["memo_drawn_up"]),
        "themes_handled": Breach(
            (*ORDERED, "fewer_themes", "preparation_evaluated", "implementation_evaluated"), ACTS["memo_drawn_up"]
        ),
        "initiator_named": Breach(MEMO, but(ACTS["concluded_amendment"], initiated_by=None, proposing=None)),
        "proposers_are_members": Breach(MEMO, but(ACTS["concluded_amendment"], proposing=["08"])),
        "ground_named": Breach(
            ("round_set", "meeting_held", "agreement_evaluated", "memo_drawn_up"),
            but(ACTS["concluded_government_assessment"], grounds=None),
        ),
        "ground_for_decision": Breach(
            (*MEMO, "assessment_ordered"), but(ACTS["decision_preparation_begun"], grounds=None)
        ),
    },
    meets={
        "material_reply": Meeting(
            ("round_set", "material_requested", "material_of_12", "material_of_13", "material_of_14"),
            "material_of_15",
        ),
        "meeting_day": Meeting(("round_set",), "meeting_held"),
        "assessment_window": Meeting(MET, "agreement_evaluated"),
        "government_confirmation": Meeting(ASSESSED, "decision_preparation_begun"),
    },
)
BOOKS: Final = (BOOK,)
