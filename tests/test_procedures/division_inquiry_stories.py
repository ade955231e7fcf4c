"""The books of a made-up change of the counties, under 614/2021 and under the act that replaced it."""

from __future__ import annotations

from typing import Any, Final

from engine.table import Table
from procedures.division_inquiry.since_2021_07_01 import DECLARATION as BEFORE
from procedures.division_inquiry.since_2025_12_15 import DECLARATION as SINCE
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told, fact

OLD: Final = table_of(BEFORE)
NEW: Final = table_of(SINCE)
BOTH: Final = (OLD, NEW)

CONTENTS: Final = ["manner_and_time", "administration", "name", "services", "finances", "participation"]
REASONED: Final[dict[str, Any]] = {"need": "made-up need", "conditions": "made-up conditions"}
PARTIES: Final = ("15", "13")
MUNICIPALITY: Final = "Exampleville"


def first_year(table: Table) -> int:
    """The year in which the made-up change is set in motion; with it, elections fall in the third year after."""
    return 2022 if table is OLD else 2026


def acts(table: Table) -> dict[str, Told]:
    """Every act of the made-up change, complete, by its name here (mostly the fact's)."""
    year = first_year(table)
    merger_from, transfer_from, later_from = f"{year + 3}-01-01", f"{year + 4}-01-01", f"{year + 5}-01-01"

    def told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
        for step in range(5):
            day = day.replace(f"Y{step}", str(year + step))
        return fact(fact_id, day, data, documents=documents, role=role)

    merger: dict[str, Any] = {
        "change": "merger_new_county",
        "merging": ["15", "13"],
        "functional_whole": True,
        "improves": ["capacity"],
        "languages_considered": True,
        "new_name": True,
        "elections_in_preceding_year": False,
        "regions_changed": True,
    }
    transfer: dict[str, Any] = {**merger, "change": "municipal_transfer", "merging": [], "new_name": False}
    heard: dict[str, Any] = {"heard": ["15", "13"], "municipalities": [MUNICIPALITY]}
    return {
        "county_proposed": told(
            "county_proposed", "Y0-09-01", "change_proposal", change="merger_into_existing", **REASONED
        ),
        "joint_proposal_made": told(
            "joint_proposal_made",
            "Y0-09-01",
            "change_proposal",
            "council_decisions",
            "merger_account",
            change="merger_new_county",
            counties=["15", "13"],
            identical_decisions=["15", "13"],
            contents=CONTENTS,
            **REASONED,
        ),
        "municipality_proposed": told(
            "municipality_proposed",
            "Y0-09-01",
            "change_proposal",
            proposer=MUNICIPALITY,
            change="municipal_transfer",
            municipality=MUNICIPALITY,
            **REASONED,
        ),
        "residents_proposed": told(
            "residents_proposed", "Y0-09-01", "inquiry_proposal", supporters_count=20_000, entitled_count=100_000
        ),
        "evaluation_group_proposed": told("evaluation_group_proposed", "Y0-09-01", "inquiry_proposal"),
        "own_initiative_taken": told("own_initiative_taken", "Y0-09-01", "initiative", ground="evaluation"),
        "heard_before_appointing": told("heard_before_appointing", "Y0-10-03", "hearing", **heard),
        "investigator_appointed": told(
            "investigator_appointed",
            "Y0-11-01",
            "investigator_appointment",
            investigators_count=1,
            competence_ascertained=True,
            term_ends_on=f"{year + 1}-05-31",
        ),
        "no_inquiry_ordered": told("no_inquiry_ordered", "Y0-11-01", "vm_decision"),
        "first_took_part": told("county_took_part", "Y0-11-15", party="15"),
        "second_took_part": told("county_took_part", "Y0-11-15", party="13"),
        "information_obtained": told("information_obtained", "Y0-12-01", source="made-up register"),
        "investigator_term_changed": told(
            "investigator_term_changed", "Y1-04-03", "investigator_appointment", term_ends_on=f"{year + 1}-06-30"
        ),
        "no_change_found_necessary": told("no_change_found_necessary", "Y1-05-02", "inquiry_result"),
        "merger_proposed": told(
            "investigator_proposed",
            "Y1-05-02",
            "investigators_proposal",
            change="merger_new_county",
            merging=["15", "13"],
            contents=CONTENTS,
        ),
        "transfer_proposed": told(
            "investigator_proposed",
            "Y1-05-02",
            "investigators_proposal",
            change="municipal_transfer",
            municipality=MUNICIPALITY,
            economic_account="given",
        ),
        "division_proposed": told(
            "investigator_proposed",
            "Y1-05-02",
            "investigators_proposal",
            change="division_among_counties",
            merging=["15", "13"],
            contents=CONTENTS,
            economic_account="given",
        ),
        "first_approves": told("council_opinion_given", "Y1-06-05", "opinion", party="15", position="approves"),
        "first_opposes": told("council_opinion_given", "Y1-06-05", "opinion", party="15", position="opposes"),
        "second_approves": told("council_opinion_given", "Y1-06-06", "opinion", party="13", position="approves"),
        "second_opposes": told("council_opinion_given", "Y1-06-06", "opinion", party="13", position="opposes"),
        "municipal_opinion": told(
            "municipal_opinion_obtained", "Y1-06-07", "opinion", municipality=MUNICIPALITY, position="approves"
        ),
        "proposal_delivered": told("proposal_delivered", "Y1-06-20", "investigators_proposal", "opinion"),
        "heard_on_change": told("heard_on_change", "Y1-09-01", "hearing", **heard),
        "effects_clarified": told(
            "effects_clarified", "Y1-09-15", "effects_note", state_districts=True, eu_divisions=True
        ),
        "name_opinion_obtained": told("name_opinion_obtained", "Y1-10-02", "name_opinion", name="made-up name"),
        "effect_planned": told(
            "effect_planned", "Y1-10-03", effective_from=merger_from, elections_in_preceding_year=False
        ),
        "effect_planned_after_elections": told(
            "effect_planned", "Y1-10-04", effective_from=transfer_from, elections_in_preceding_year=True
        ),
        "merger_decided": told(
            "division_decided", "Y1-11-30", "government_decision", effective_from=merger_from, **merger
        ),
        "transfer_decided": told(
            "division_decided",
            "Y1-11-30",
            "government_decision",
            effective_from=transfer_from,
            next_elections_year=year + 3,
            **{**transfer, "elections_in_preceding_year": True},
        ),
        "merger_decided_for_later": told(
            "division_decided", "Y1-11-30", "government_decision", effective_from=later_from, **merger
        ),
        "left_unchanged": told("left_unchanged", "Y1-11-30", "government_decision", grounds="made-up grounds"),
        "decision_published": told("decision_published", "Y1-12-08", "statute_book", number="900/2000"),
        "rejection_served": told("rejection_served", "Y1-12-08", "notice"),
        "appeal_made": told("appeal_made", "Y1-12-20", "appeal", county="15", by="county"),
        "enforcement_forbidden": told("enforcement_forbidden", "Y2-01-15", "court_decision"),
        "appeal_dismissed": told("appeal_dismissed", "Y2-06-03", "court_decision", outcome="dismissed"),
        "appeal_dismissed_late": told("appeal_dismissed", "Y3-03-03", "court_decision", outcome="discontinued"),
        "decision_annulled": told("decision_annulled", "Y2-06-03", "court_decision"),
        "left_unchanged_after_all": told("left_unchanged", "Y2-09-02", "government_decision"),
        "rejection_served_after_all": told("rejection_served", "Y2-09-09", "notice"),
        "rejection_became_final": told("rejection_became_final", "Y2-11-02"),
        "change_took_effect": told("change_took_effect", merger_from),
        "transfer_took_effect": told("change_took_effect", transfer_from),
        "discontinued": told("discontinued", "Y1-05-02", "closing_note", reason="proposal_withdrawn"),
    }


APPOINTED: Final = ("heard_before_appointing", "investigator_appointed")
APPROVED: Final = (*APPOINTED, "merger_proposed", "first_approves", "second_approves", "proposal_delivered")
PREPARED: Final = ("heard_on_change", "effects_clarified", "name_opinion_obtained")

WAYS: Final = {
    "merger": (
        "own_initiative_taken",
        *APPOINTED,
        "first_took_part",
        "second_took_part",
        "information_obtained",
        "investigator_term_changed",
        "merger_proposed",
        "first_approves",
        "second_approves",
        "proposal_delivered",
        *PREPARED,
        "effect_planned",
        "merger_decided",
        "decision_published",
        "appeal_made",
        "enforcement_forbidden",
        "appeal_dismissed",
        "change_took_effect",
    ),
    "against the council, then annulled": (
        "evaluation_group_proposed",
        *APPOINTED,
        "merger_proposed",
        "first_opposes",
        "second_approves",
        "proposal_delivered",
        *PREPARED,
        "effect_planned",
        "merger_of_evaluated_decided",
        "decision_published",
        "appeal_made",
        "decision_annulled",
        "left_unchanged_after_all",
        "rejection_served_after_all",
        "rejection_became_final",
    ),
    "transfer": (
        "municipality_proposed",
        *APPOINTED,
        "transfer_proposed",
        "first_approves",
        "second_opposes",
        "municipal_opinion",
        "proposal_delivered",
        *PREPARED,
        "effect_planned_after_elections",
        "transfer_decided",
        "decision_published",
        "transfer_took_effect",
    ),
    "in effect under appeal": (
        "joint_proposal_made",
        "no_inquiry_ordered",
        *PREPARED,
        "effect_planned",
        "merger_decided",
        "decision_published",
        "appeal_made",
        "change_took_effect",
        "appeal_dismissed_late",
    ),
    "joint proposal without an inquiry": (
        "joint_proposal_made",
        "no_inquiry_ordered",
        *PREPARED,
        "effect_planned",
        "merger_decided",
        "decision_published",
        "change_took_effect",
    ),
    "no inquiry": ("residents_proposed", "no_inquiry_ordered"),
    "no change necessary": ("own_initiative_taken", *APPOINTED, "no_change_found_necessary"),
    "proposal rejected": (
        "county_proposed",
        *APPOINTED,
        "no_change_found_necessary",
        "heard_on_change",
        "left_unchanged",
        "rejection_served",
        "rejection_became_final",
    ),
    "withdrawn": ("county_proposed", *APPOINTED, "discontinued"),
}


def _book(table: Table) -> Book:
    known = acts(table)
    known["merger_of_evaluated_decided"] = but(known["merger_decided"], been_evaluated=["15"])
    year = first_year(table)
    own, joint, decided = known["county_proposed"], known["joint_proposal_made"], known["merger_decided"]
    appointed = ("own_initiative_taken", *APPOINTED)
    in_preparation = ("own_initiative_taken", *APPROVED, *PREPARED)
    delivered = ("own_initiative_taken", *APPOINTED, "merger_proposed", "first_approves")
    opposed = ("own_initiative_taken", *APPOINTED, "merger_proposed", "first_opposes", "second_approves")
    published = (*in_preparation, "merger_decided", "decision_published")
    rejected = ("county_proposed", "no_inquiry_ordered", "heard_on_change", "left_unchanged", "rejection_served")
    breaks = {
        "need_justified": Breach((), but(own, need=None)),
        "conditions_explained": Breach((), but(own, conditions=None)),
        "identical_decisions": Breach((), but(joint, identical_decisions=["15"])),
        **{
            f"{content}_accounted": Breach((), but(joint, contents=[one for one in CONTENTS if one != content]))
            for content in CONTENTS
        },
        "enough_residents": Breach((), but(known["residents_proposed"], supporters_count=19_999)),
        "counties_heard": Breach(("own_initiative_taken",), known["investigator_appointed"]),
        "municipality_heard": Breach(("municipality_proposed",), known["investigator_appointed"]),
        "competence_ascertained": Breach(
            ("own_initiative_taken", "heard_before_appointing"),
            but(known["investigator_appointed"], competence_ascertained=False),
        ),
        "merging_named": Breach(appointed, but(known["merger_proposed"], merging=["15", "14"])),
        "municipality_named": Breach(appointed, but(known["transfer_proposed"], municipality=None)),
        "transfer_accounted": Breach(appointed, but(known["transfer_proposed"], economic_account=None)),
        "councils_handled": Breach(delivered, known["proposal_delivered"]),
        "municipal_council_handled": Breach(
            (*appointed, "transfer_proposed", "first_approves", "second_opposes"), known["proposal_delivered"]
        ),
        "uniform_area": Breach(in_preparation, but(decided, functional_whole=False)),
        "improvement": Breach(in_preparation, but(decided, improves=[])),
        "languages_considered": Breach(in_preparation, but(decided, languages_considered=False)),
        "merger_based": Breach(("county_proposed", "no_inquiry_ordered", *PREPARED), decided),
        "merger_agreed": Breach((*opposed, "proposal_delivered", *PREPARED), decided),
        "heard_on_change": Breach(("own_initiative_taken", *APPROVED), decided),
        "effects_clarified": Breach(("own_initiative_taken", *APPROVED), decided),
        "name_opinion": Breach(("own_initiative_taken", *APPROVED), decided),
        "at_new_year": Breach(in_preparation, but(known["effect_planned"], effective_from=f"{year + 3}-07-01")),
        "after_elections": Breach(in_preparation, but(known["transfer_decided"], next_elections_year=year + 2)),
        "elections_said": Breach(in_preparation, but(known["effect_planned"], elections_in_preceding_year=None)),
        "decided_before_summer": Breach(in_preparation, on(decided, f"{year + 2}-07-01")),
        "decided_a_year_before": Breach(in_preparation, on(decided, f"{year + 2}-01-02")),
        "regions_decided": Breach(in_preparation, but(decided, regions_changed=False)),
        "transfer_or_division_accounted": Breach(appointed, but(known["division_proposed"], economic_account=None)),
        "appeal_pending": Breach(published, known["appeal_dismissed"]),
        "no_appeal_pending": Breach((*rejected, "appeal_made"), known["rejection_became_final"]),
        "enforcement_allowed": Breach(
            (*published, "appeal_made", "enforcement_forbidden"), known["change_took_effect"]
        ),
        "not_in_effect": Breach((*published, "appeal_made", "change_took_effect"), known["change_took_effect"]),
        "effect_has_come": Breach(published, on(known["change_took_effect"], f"{year + 2}-12-31")),
        "appeal_time_over": Breach(rejected, on(known["rejection_became_final"], f"{year + 1}-12-20")),
    }
    meets = {
        "investigator_term": Meeting(appointed, "no_change_found_necessary"),
        "decision_in_time": Meeting((*in_preparation, "effect_planned"), "merger_decided_for_later"),
        "decision_before_elections": Meeting(
            (*in_preparation, "effect_planned_after_elections"), "merger_decided_for_later"
        ),
        "appeal": Meeting(published, None),
    }
    guards, deadlines = {guard.id for guard in table.procedure.guards}, set(table.deadlines)
    return Book(
        table=table,
        subject="15",
        subject_kind="county",
        acts=known,
        ways=WAYS,
        breaks={name: breach for name, breach in breaks.items() if name in guards},
        meets={name: meeting for name, meeting in meets.items() if name in deadlines},
        parties=PARTIES,
    )


BOOKS: Final = tuple(map(_book, BOTH))
