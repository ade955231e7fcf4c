"""Books of the investment plan: a county's, that of HUS with one partial plan, and Helsinki's without the check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from engine.table import Table
from procedures.investment_plan import since_2022_03_01, since_2023_01_01, since_2025_01_01
from procedures.investment_plan.facts import Content
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told, fact

FIRST: Final = table_of(since_2022_03_01.DECLARATION)
OLD: Final = table_of(since_2023_01_01.DECLARATION)
NEW: Final = table_of(since_2025_01_01.DECLARATION)
EVERY: Final = (FIRST, OLD, NEW)

MILLION: Final = 100_000_000
"""A million euros in cents."""

CONTENTS: Final = [
    "investments",
    "equivalent_contracts",
    "disposals",
    "financing",
    "health_part_on_objectives_and_needs",
    "health_part_effects_assessed",
    "cooperation_agreement_considered",
    "rescue_part_on_objectives_needs_and_risks",
    "rescue_part_effects_assessed",
]


def plan_year(table: Table) -> int:
    """The calendar year by whose end the made-up proposal is due under this version of the law."""
    return table.procedure.in_force_from.year


def years_of(table: Table) -> tuple[int, int]:
    """The first and the last financial year of the made-up plan."""
    first = plan_year(table) + (1 if table is FIRST else 2)
    return first, first + 3


def items(table: Table) -> list[dict[str, Any]]:
    """The items of the made-up plan: one of the first year in each part, one of the second year."""
    first, _ = years_of(table)
    wing = {"name": "made-up wing", "part": "health_and_social", "kind": "investment", "loan_cents": 30 * MILLION}
    station = {"name": "made-up station", "part": "rescue", "kind": "investment", "loan_cents": 5 * MILLION}
    lease = {"name": "made-up lease", "part": "health_and_social", "kind": "equivalent_contract"}
    return [{**wing, "year": first}, {**station, "year": first}, {**lease, "year": first + 1}]


def acts(table: Table) -> dict[str, Told]:
    """Every act of the made-up cases, complete, by its name here."""
    year = plan_year(table)
    first, last = years_of(table)
    # The first plan is decided on in the year of the proposal, a later one in the year after.
    decided = year if table is FIRST else year + 1
    delivered, check = ("09-15", "10-20") if table is FIRST else ("12-15", "08-20")

    def told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
        return fact(fact_id, day, data, documents=documents, role=role)

    proposal: dict[str, Any] = {
        "plan_year": year,
        "first_financial_year": first,
        "last_financial_year": last,
        "delivered_to": ["VM", "STM", "SM"],
        "contents": CONTENTS,
        "parts": ["health_and_social", "rescue"],
        "health_loans_cents": 30 * MILLION,
        "rescue_loans_cents": 5 * MILLION,
        "items": items(table),
    }
    compared: dict[str, Any] = {"financial_year": first, "authority_cents": 40 * MILLION, "loans_cents": 35 * MILLION}
    refused: dict[str, Any] = {
        "concerns_year": first,
        "concerns": ["investment"],
        "significance": ["economically_significant"],
    }
    replaced: dict[str, Any] = {"delivered_to": ["VM", "STM", "SM"]}
    return {
        "round_opened": told("round_opened", f"{year}-03-02", plan_year=year),
        "preliminary": told(
            "preliminary_proposal_given",
            f"{year}-04-30",
            "county_report",
            plan_year=year,
            reports=["health_and_social", "rescue"],
        ),
        "delivered": told("proposal_delivered", f"{year}-{delivered}", "proposal", **proposal),
        "check_passed": told(
            "authority_check_passed",
            f"{decided}-{check}",
            "authority_check",
            equivalent_contracts_counted=True,
            **compared,
        ),
        "rejected": but(
            told("proposal_rejected", f"{decided}-{check}", "stm_decision", **compared),
            loans_cents=41 * MILLION,
        ),
        "rejection_served": told("decision_served", f"{decided}-10-22", role="stm"),
        "refusal_served": told("decision_served", f"{decided}-11-05", role="sm"),
        "no_remedy_sought": told("no_remedy_sought", f"{decided}-12-10"),
        "appeal_made": told("appeal_made", f"{decided}-10-23", "appeal", generation=1),
        "appeal_decided": told("appeal_decided", f"{decided}-10-24", "judgment", outcome="dismissed"),
        "rejection_annulled": told(
            "appeal_decided", f"{decided}-10-24", "judgment", outcome="annulled", returns="rejection"
        ),
        "refusal_appealed": told("appeal_made", f"{decided}-11-06", "appeal", generation=1),
        "health_returned": told(
            "appeal_decided", f"{decided}-11-09", "judgment", outcome="referred_back", returns="health_and_social"
        ),
        "rescue_returned": told("appeal_decided", f"{decided}-11-09", "judgment", outcome="annulled", returns="rescue"),
        "corrected": told("corrected_proposal_delivered", f"{decided}-10-25", "proposal", **proposal),
        "check_passed_later": told(
            "authority_check_passed",
            f"{decided}-10-28",
            "authority_check",
            equivalent_contracts_counted=True,
            **compared,
        ),
        "health_approved": told("health_part_approved", f"{decided}-11-10", "stm_decision"),
        "rescue_approved": told("rescue_part_approved", f"{decided}-11-10", "sm_decision"),
        "health_refused": told(
            "health_part_not_approved", f"{decided}-11-02", "stm_decision", grounds=["cheaper_jointly"], **refused
        ),
        "rescue_refused": told(
            "rescue_part_not_approved", f"{decided}-11-02", "sm_decision", grounds=["not_cost_effective"], **refused
        ),
        "health_replaced": told(
            "health_replacement_delivered",
            f"{decided}-11-06",
            "replacement",
            loans_cents=30 * MILLION,
            items=items(table)[:1],
            **replaced,
        ),
        "rescue_replaced": told(
            "rescue_replacement_delivered",
            f"{decided}-11-06",
            "replacement",
            loans_cents=5 * MILLION,
            items=items(table)[1:2],
            **replaced,
        ),
        "new_proposal": told("new_proposal_delivered", f"{decided}-11-09", "proposal", **proposal),
        "check_passed_again": told(
            "authority_check_passed",
            f"{decided}-11-09",
            "authority_check",
            equivalent_contracts_counted=True,
            **compared,
        ),
        "budget_adopted": told("budget_adopted", f"{decided}-12-14", "budget", budget_year=first, follows_plan=True),
        "started": told(
            "investment_started",
            f"{first}-03-02",
            item="Made-up wing",
            part="health_and_social",
            kind="investment",
            financial_year=first,
        ),
        "follow_up_ended": told("follow_up_ended", f"{first + 1}-01-11", "closing_note"),
        "discontinued": told("discontinued", f"{year}-05-04", "closing_note", reason="opened_in_error"),
    }


AWAITED: Final = ("round_opened",)
DELIVERED: Final = (*AWAITED, "delivered")
DECIDING: Final = (*DELIVERED, "check_passed")
APPROVED: Final = (*DECIDING, "health_approved", "rescue_approved")


def ways(table: Table) -> dict[str, tuple[str, ...]]:
    """The ways of a county's plan to each end."""
    preliminary = () if table is FIRST else ("preliminary",)
    reported = AWAITED if table is FIRST else ("preliminary",)
    return {
        "approved": (
            *(*AWAITED, *preliminary, "delivered", "check_passed", "rescue_approved", "health_approved"),
            *("budget_adopted", "started", "follow_up_ended"),
        ),
        "rejected_and_corrected": (
            *reported,
            "delivered",
            "rejected",
            "rejection_served",
            "appeal_made",
            "appeal_decided",
            "corrected",
            "check_passed_later",
            "health_approved",
            "rescue_approved",
            "follow_up_ended",
        ),
        "replaced": (
            *("delivered", "check_passed", "health_refused", "rescue_refused", "refusal_served"),
            *("health_replaced", "rescue_replaced", "health_approved", "rescue_approved"),
            *("no_remedy_sought", "follow_up_ended"),
        ),
        "proposed_anew": (
            *(*DECIDING, "health_refused", "new_proposal", "check_passed_again"),
            *("rescue_approved", "health_approved", "follow_up_ended"),
        ),
        "rejection_annulled": (
            *(*DELIVERED, "rejected", "rejection_served", "appeal_made", "rejection_annulled"),
            *("check_passed_later", "health_approved", "rescue_approved", "follow_up_ended"),
        ),
        "health_part_returned": (
            *(*DECIDING, "health_refused", "refusal_served", "refusal_appealed", "health_returned"),
            *("health_approved", "rescue_approved", "follow_up_ended"),
        ),
        "rescue_part_returned": (
            *(*DECIDING, "rescue_refused", "refusal_served", "refusal_appealed", "rescue_returned"),
            *("rescue_approved", "health_approved", "follow_up_ended"),
        ),
        "discontinued": (*AWAITED, "discontinued"),
    }


def helsinki_ways() -> dict[str, tuple[str, ...]]:
    """The ways of Helsinki's plan: nothing is compared with an authority, and nothing follows the approval."""
    return {
        "helsinki_approved": (*DELIVERED, "health_approved", "rescue_approved"),
        "helsinki_in_the_other_order": (
            *("delivered", "health_refused", "new_proposal", "rescue_approved", "health_approved"),
        ),
    }


def hus_ways() -> dict[str, tuple[str, ...]]:
    """The ways of the plan of HUS: the health and social partial plan is the whole of it."""
    return {
        "hus_approved": (*DECIDING, "health_approved", "budget_adopted", "started", "follow_up_ended"),
        "hus_replaced": (
            *("delivered", "check_passed", "health_refused", "health_replaced", "health_approved"),
            "follow_up_ended",
        ),
    }


def _without(content: Content) -> list[str]:
    return [one for one in CONTENTS if one != content]


def another_year(delivered: Told) -> Told:
    """The proposal of the year after, in the case of this year."""
    years = {name: delivered.data[name] + 1 for name in ("plan_year", "first_financial_year", "last_financial_year")}
    return but(delivered, items=[], **years)


def breaks(table: Table) -> dict[str, Breach]:
    """For each condition, an act of a county's case that it refuses."""
    known = acts(table)
    delivered, health, rescue = known["delivered"], known["health_refused"], known["rescue_refused"]
    first, last = years_of(table)
    years = "years_of_first_plan" if table is FIRST else "years_of_plan"
    objectives = "objectives_ground_in_force" if table is NEW else "no_objectives_ground"
    later = [{**items(table)[0], "year": last + 1}]
    of_version = (
        {
            "equivalent_contracts_counted": Breach(
                DELIVERED, but(known["check_passed"], equivalent_contracts_counted=False)
            )
        }
        if table is NEW
        else {}
    )
    replaced = (*DECIDING, "health_refused", "rescue_refused")
    without_effects = Breach(AWAITED, but(delivered, contents=_without("rescue_part_effects_assessed")))
    contents = (
        {"effects_of_first_plan": without_effects}
        if table is FIRST
        else {
            "contents_of_health_part": Breach(
                AWAITED, but(delivered, contents=_without("cooperation_agreement_considered"))
            ),
            "contents_of_rescue_part": without_effects,
        }
    )
    return {
        **of_version,
        "same_plan_year": Breach(AWAITED, another_year(delivered)),
        years: Breach(AWAITED, but(delivered, last_financial_year=last + 1)),
        "items_in_years": Breach(AWAITED, but(delivered, items=later)),
        "to_three_ministries": Breach(AWAITED, but(delivered, delivered_to=["STM", "SM"])),
        "contents_of_plan": Breach(AWAITED, but(delivered, contents=_without("disposals"))),
        "both_parts": Breach(AWAITED, but(delivered, parts=["health_and_social"])),
        **contents,
        "loans_stated": Breach(AWAITED, but(delivered, rescue_loans_cents=None)),
        "fits_authority": Breach(DELIVERED, but(known["check_passed"], loans_cents=40 * MILLION + 1)),
        "conflict_shown": Breach(DELIVERED, but(known["rejected"], loans_cents=40 * MILLION)),
        "health_part_awaits": Breach((*DECIDING, "health_approved"), known["health_approved"]),
        "rescue_part_awaits": Breach((*DECIDING, "rescue_refused"), known["rescue_approved"]),
        "ground_named": Breach(DECIDING, but(health, grounds=None)),
        "first_year_tested": Breach(DECIDING, but(rescue, concerns_year=first + 1)),
        "significant_item": Breach(DECIDING, but(rescue, significance=None)),
        "not_only_disposals": Breach(DECIDING, but(health, concerns=["disposal"])),
        objectives: Breach(DECIDING, but(health, grounds=["conflicts_with_national_objectives"])),
        "health_part_to_replace": Breach((*DECIDING, "rescue_refused"), known["health_replaced"]),
        "rescue_part_to_replace": Breach((*DECIDING, "health_refused"), known["rescue_replaced"]),
        "health_replacement_loans": Breach((*replaced, "health_replaced_dearer"), known["health_approved"]),
        "rescue_replacement_loans": Breach((*replaced, "rescue_replaced_silently"), known["rescue_approved"]),
        "some_part_not_approved": Breach(DECIDING, known["new_proposal"]),
        "part_approved": Breach((*DECIDING, "rescue_approved"), known["started"]),
        "not_before_first_year": Breach(APPROVED, but(known["started"], financial_year=first - 1)),
        "item_in_first_year": Breach(APPROVED, but(known["started"], item="made-up lease", kind="equivalent_contract")),
        "budget_follows_plan": Breach(APPROVED, but(known["budget_adopted"], follows_plan=None)),
        "first_year_over": Breach(APPROVED, on(known["follow_up_ended"], f"{first}-12-31")),
        "no_appeal_pending": Breach(
            (
                *(*DELIVERED, "rejected", "appeal_made", "corrected", "check_passed_later"),
                *("health_approved", "rescue_approved"),
            ),
            known["follow_up_ended"],
        ),
    }


def with_breaches(table: Table) -> dict[str, Told]:
    """The acts, and those that only a breach needs."""
    known = acts(table)
    return {
        **known,
        "health_replaced_dearer": but(known["health_replaced"], loans_cents=30 * MILLION + 1),
        "rescue_replaced_silently": but(known["rescue_replaced"], loans_cents=None),
    }


def meets(table: Table) -> dict[str, Meeting]:
    """How each deadline is met."""
    appeal = {"ministry_appeal": Meeting((*DELIVERED, "rejected", "rejection_served"), "appeal_made")}
    if table is not FIRST:
        return {"proposal_due": Meeting(AWAITED, "delivered"), **appeal}
    return {
        "first_proposal_due": Meeting(AWAITED, "delivered"),
        "first_health_decision": Meeting(DECIDING, "health_refused"),
        "first_rescue_decision": Meeting(DECIDING, "rescue_approved"),
        **appeal,
    }


def _of(table: Table, subject: str, kind: str, of_subject: Mapping[str, tuple[str, ...]]) -> Book:
    return Book(table=table, subject=subject, subject_kind=kind, acts=acts(table), ways=of_subject)


def _county(table: Table) -> Book:
    return Book(
        table=table,
        subject="15",
        subject_kind="county",
        acts=with_breaches(table),
        ways=ways(table),
        breaks=breaks(table),
        meets=meets(table),
    )


COUNTY_BOOKS: Final = tuple(map(_county, EVERY))
HELSINKI_BOOKS: Final = tuple(_of(table, "90", "city", helsinki_ways()) for table in EVERY)
HUS_BOOKS: Final = tuple(_of(table, "HUS", "joint_authority", hus_ways()) for table in EVERY)
BOOKS: Final = (*COUNTY_BOOKS, *HELSINKI_BOOKS, *HUS_BOOKS)
