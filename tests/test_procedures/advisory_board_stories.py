"""The made-up board of the counties, before and since the decree: acts, ways to each end, and what breaks each rule."""

from __future__ import annotations

from typing import Any, Final

from procedures.advisory_board.since_2024_08_01 import DECLARATION as BEFORE_DECREE
from procedures.advisory_board.since_2025_01_31 import DECLARATION as SINCE_DECREE
from procedures.directory import steered
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told, fact

REGIONS: Final = tuple(actor.code for actor in steered())
MINISTRIES: Final = ("VM", "VM", "STM", "STM", "SM", "TEM", "OKM")
FEW: Final = ("01", "15", "90")
"""A board of three regions is enough to tell how members are named one by one."""

OLD: Final = table_of(BEFORE_DECREE)
NEW: Final = table_of(SINCE_DECREE)


def _told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
    return fact(fact_id, day, data, role=role, documents=documents)


def named(party: str, day: str) -> Told:
    """A county, Helsinki or HUS names its member and a deputy."""
    return _told("member_named", day, party=party, deputy_named=True, leads_operations=True)


def attendance(ministries: int, regions: int) -> dict[str, Any]:
    """Who was present at a meeting that the chair led: so many seats of ministries, so many of the regions."""
    return {
        "chair_present": True,
        "vice_chairs_present": ["STM"],
        "ministries_present": list(MINISTRIES[:ministries]),
        "regions_present": list(REGIONS[:regions]),
    }


def board(day: str, **data: Any) -> Told:
    """The Government sets a board of which every seat is as the decree has it."""
    return _told(
        "board_set",
        day,
        "setting_decision",
        **{
            "chair_from": "VM",
            "vice_chairs_from": ["STM", "SM"],
            "ministry_members": list(MINISTRIES),
            "regional_members": list(REGIONS),
            "ministry_deputies": list(MINISTRIES),
            "regional_deputies": list(REGIONS),
            "deputies_of_chairs": 0,
            "members_lead_operations": True,
            **data,
        },
    )


ACTS: Final = {
    "nominations_requested": _told("nominations_requested", "2025-02-03", reply_by="2025-02-28"),
    "named_by_01": named("01", "2025-02-10"),
    "named_by_15": named("15", "2025-02-14"),
    "named_by_90": named("90", "2025-02-21"),
    "board_set": board("2025-03-13", term_from="2025-03-15", term_ends_on="2027-06-30"),
    "not_set": _told("not_set", "2025-03-13", reason="made-up reason"),
    "government_sets_none": _told("not_set", "2025-03-13", role="government"),
    "earlier_board_ended": _told("earlier_board_ended", "2025-03-13", board="economy_and_administration"),
    "secretary_general_named": _told("secretary_general_named", "2025-03-17", "appointment", other_secretaries=2),
    "meeting_requested": _told("meeting_requested", "2025-03-20", requested_by=15, matter="made-up matter"),
    "meeting_called": _told("meeting_called", "2025-03-24", called_by="chair", meeting_on="2025-04-15"),
    "called_by_vice_chair": _told(
        "meeting_called", "2025-05-05", called_by="vice_chair", chair_hindered=True, meeting_on="2025-05-20"
    ),
    "meeting_held": _told("meeting_held", "2025-04-15", "minutes", **attendance(4, 12)),
    "meeting_without_quorum": _told("meeting_without_quorum", "2025-05-20", "minutes", **attendance(3, 12)),
    "matter_handled": _told(
        "matter_handled", "2025-04-15", meeting=1, task="state_measures", matter="made-up bill", position="made-up view"
    ),
    "objectives_proposal_made": _told("objectives_proposal_made", "2025-04-15", meeting=1, proposal="made-up proposal"),
    "section_set": _told("section_set", "2025-04-15", meeting=1, name="made-up section", outsiders=True),
    "initiative_of_counties": _told(
        "initiative_received", "2025-04-01", "initiative", kind="county_proposal", made_by=["15", "90"]
    ),
    "initiative_of_ministry": _told(
        "initiative_received", "2025-04-02", "initiative", kind="ministry_initiative", made_by=["TEM", "PLM"]
    ),
    "first_handled": _told("initiative_handled", "2025-04-15", number=1, meeting=1, position="supports"),
    "second_handled": _told("initiative_handled", "2025-04-15", number=2, meeting=1, position="no_position"),
    "experts_called": _told(
        "experts_called", "2025-05-21", capacity="temporary", number_of_experts=2, subject_matter="made-up matter"
    ),
    "member_left": _told("member_left", "2025-09-01", represents="15", seat="member", how="resigned"),
    "deputy_left": _told("member_left", "2025-09-08", represents="OKM", seat="deputy", how="deemed_resigned"),
    "first_replaced": _told("replacement_named", "2025-09-15", "appointment", number=1, proposed_by="15"),
    "second_replaced": _told("replacement_named", "2025-09-22", "appointment", number=2, proposed_by="OKM"),
    "term_changed": _told("term_changed", "2027-05-12", "term_decision", term_ends_on="2027-12-31"),
    "term_ended": _told("term_ended", "2027-12-31", reason="term_over"),
    "ended_by_new_board": _told("term_ended", "2027-06-30", reason="new_board_set"),
}

SET: Final = ("nominations_requested", "named_by_01", "named_by_15", "named_by_90", "board_set")
MET: Final = ("board_set", "meeting_called", "meeting_held")
INITIATED: Final = (
    "board_set",
    "meeting_called",
    "initiative_of_counties",
    "initiative_of_ministry",
    "meeting_held",
)
LEFT: Final = ("board_set", "member_left", "deputy_left")

BOOK: Final = Book(
    table=NEW,
    subject="FI",
    subject_kind="state",
    parties=FEW,
    acts=ACTS,
    ways={
        "term_over": (
            *SET,
            "earlier_board_ended",
            "secretary_general_named",
            "meeting_requested",
            "meeting_called",
            "initiative_of_counties",
            "initiative_of_ministry",
            "meeting_held",
            "matter_handled",
            "objectives_proposal_made",
            "section_set",
            "first_handled",
            "second_handled",
            "called_by_vice_chair",
            "meeting_without_quorum",
            "experts_called",
            "member_left",
            "deputy_left",
            "first_replaced",
            "second_replaced",
            "term_changed",
            "term_ended",
        ),
        "new_board": ("board_set", "ended_by_new_board"),
        "not_set": ("nominations_requested", "not_set"),
        "government_sets_none": ("nominations_requested", "government_sets_none"),
    },
    breaks={
        "deputy_named": Breach(("nominations_requested",), but(ACTS["named_by_01"], deputy_named=None)),
        "chair_from_vm": Breach((), but(ACTS["board_set"], chair_from="STM")),
        "vice_chairs_from_stm_and_sm": Breach((), but(ACTS["board_set"], vice_chairs_from=["STM", "STM"])),
        "ministry_members_as_decreed": Breach(
            (),
            but(
                ACTS["board_set"],
                ministry_members=["VM", "VM", "VM", "STM", "SM", "TEM", "OKM"],
                ministry_deputies=["VM", "VM", "VM", "STM", "SM", "TEM", "OKM"],
            ),
        ),
        "one_from_each_region": Breach(
            (),
            but(
                ACTS["board_set"],
                regional_members=["01", *REGIONS[:-1]],
                regional_deputies=["01", *REGIONS[:-1]],
            ),
        ),
        "number_of_others": Breach(
            (),
            but(ACTS["board_set"], regional_members=list(REGIONS[:-1]), regional_deputies=list(REGIONS[:-1])),
        ),
        "deputy_for_each": Breach((), but(ACTS["board_set"], regional_deputies=list(REGIONS[1:]))),
        "no_deputy_for_chairs": Breach((), but(ACTS["board_set"], deputies_of_chairs=1)),
        "operations_led": Breach((), but(ACTS["board_set"], members_lead_operations=None)),
        "term_stated": Breach((), but(ACTS["board_set"], term_ends_on=None)),
        "not_ended_before": Breach(("board_set", "earlier_board_ended"), ACTS["earlier_board_ended"]),
        "end_has_come": Breach(("board_set",), on(ACTS["term_ended"], "2027-06-29")),
        "departure_known": Breach(("board_set", "member_left"), ACTS["second_replaced"]),
        "not_replaced_before": Breach((*LEFT, "first_replaced"), on(ACTS["first_replaced"], "2025-09-22")),
        "proposed_by_same": Breach(LEFT, but(ACTS["first_replaced"], proposed_by="14")),
        "enough_ask": Breach(("board_set",), but(ACTS["meeting_requested"], requested_by=14)),
        "matter_stated": Breach(("board_set",), but(ACTS["meeting_requested"], matter=None)),
        "called_by_right": Breach(("board_set",), but(ACTS["called_by_vice_chair"], chair_hindered=None)),
        "was_called": Breach(MET, on(ACTS["meeting_held"], "2025-04-16")),
        "hold_seats": Breach(
            ("board_set", "meeting_called"),
            but(ACTS["meeting_held"], ministries_present=["TEM", "TEM", "OKM", "VM", "STM"]),
        ),
        "chair_present": Breach(
            ("board_set", "meeting_called"),
            but(ACTS["meeting_held"], chair_present=False, vice_chairs_present=None),
        ),
        "half_of_ministries": Breach(("board_set", "meeting_called"), but(ACTS["meeting_held"], **attendance(2, 12))),
        "half_of_regions": Breach(("board_set", "meeting_called"), but(ACTS["meeting_held"], **attendance(4, 11))),
        "no_quorum": Breach(("board_set", "meeting_called"), but(ACTS["meeting_without_quorum"], **attendance(4, 12))),
        "at_quorate_meeting": Breach(
            ("board_set", "called_by_vice_chair", "meeting_without_quorum"), on(ACTS["matter_handled"], "2025-05-20")
        ),
        "maker_entitled": Breach(("board_set",), but(ACTS["initiative_of_counties"], made_by=["15", "HUS"])),
        "initiative_waits": Breach(MET, ACTS["first_handled"]),
    },
    meets={
        "nomination_reply": Meeting(("nominations_requested", "named_by_01", "named_by_15"), "named_by_90"),
        "term": Meeting(("board_set",), "ended_by_new_board"),
        "meeting_day": Meeting(("board_set", "meeting_called"), "meeting_held"),
    },
)

EARLY: Final = {
    "nominations_requested": _told("nominations_requested", "2024-08-12", reply_by="2024-09-06"),
    "named_by_01": named("01", "2024-08-20"),
    "named_by_15": named("15", "2024-08-26"),
    "named_by_90": named("90", "2024-09-02"),
    "board_set": _told(
        "board_set",
        "2024-10-03",
        "setting_decision",
        chair_from="VM",
        ministry_members=["STM", "SM"],
        regional_members=list(REGIONS),
        term_ends_on="2027-06-30",
    ),
    "not_set": _told("not_set", "2024-10-03"),
    "earlier_board_ended": _told("earlier_board_ended", "2024-10-03", board="rescue"),
    "meeting_held": _told("meeting_held", "2024-11-05", "minutes", **attendance(1, 2)),
    "matter_handled": _told("matter_handled", "2024-11-05", meeting=1, task="development", matter="made-up outlook"),
    "objectives_proposal_made": _told("objectives_proposal_made", "2024-11-05", meeting=1),
    "initiative_of_counties": _told(
        "initiative_received", "2024-10-21", "initiative", kind="county_proposal", made_by=["15"]
    ),
    "initiative_of_ministry": _told(
        "initiative_received", "2024-10-22", "initiative", kind="ministry_initiative", made_by=["VM"]
    ),
    "first_handled": _told("initiative_handled", "2024-11-05", number=1, meeting=1),
    "second_handled": _told("initiative_handled", "2024-11-05", number=2, meeting=1),
    "term_changed": _told("term_changed", "2025-01-16", "term_decision", term_ends_on="2026-12-31"),
    "term_ended": _told("term_ended", "2026-12-31", reason="term_over"),
    "abolished": _told("term_ended", "2026-12-31", reason="abolished"),
}

EARLY_BOOK: Final = Book(
    table=OLD,
    subject="FI",
    subject_kind="state",
    parties=FEW,
    acts=EARLY,
    ways={
        "term_over": (
            *SET,
            "earlier_board_ended",
            "initiative_of_counties",
            "initiative_of_ministry",
            "meeting_held",
            "matter_handled",
            "objectives_proposal_made",
            "first_handled",
            "second_handled",
            "term_changed",
            "term_ended",
        ),
        "abolished": ("board_set", "abolished"),
        "not_set": ("nominations_requested", "not_set"),
    },
    breaks={
        "ministries_represented": Breach((), but(EARLY["board_set"], ministry_members=["STM", "TEM"])),
        "regions_represented": Breach((), but(EARLY["board_set"], regional_members=list(REGIONS[1:]))),
        "term_stated": Breach((), but(EARLY["board_set"], term_ends_on=None)),
        "not_ended_before": Breach(("board_set", "earlier_board_ended"), EARLY["earlier_board_ended"]),
        "at_meeting": Breach(("board_set",), EARLY["matter_handled"]),
        "maker_entitled": Breach(("board_set",), but(EARLY["initiative_of_ministry"], made_by=["15"])),
        "initiative_waits": Breach(("board_set", "meeting_held"), EARLY["first_handled"]),
        "end_has_come": Breach(("board_set",), EARLY["term_ended"]),
    },
    meets={
        "nomination_reply": Meeting(("nominations_requested", "named_by_01", "named_by_15"), "named_by_90"),
        "term": Meeting(("board_set",), "abolished"),
    },
)
BOOKS: Final = (EARLY_BOOK, BOOK)
