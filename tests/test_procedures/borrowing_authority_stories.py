"""Books of the borrowing authority: a county's authority of one financial year, and the joint decision of all."""

from __future__ import annotations

from typing import Any, Final

from engine.table import Table
from procedures.borrowing_authority import since_2021_07_01, since_2025_01_01
from procedures.directory import counties
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

OLD: Final = table_of(since_2021_07_01.DECLARATION)
NEW: Final = table_of(since_2025_01_01.DECLARATION)
BOTH: Final = (OLD, NEW)

COUNTY: Final = "15"
MILLION: Final = 100_000_000
"""A million euros in cents."""

LOAN: Final = "made-up loan"


def decision_year(table: Table) -> int:
    """The year in which the made-up authority is decided under this version of the law."""
    return 2023 if table is OLD else 2025


def acts(table: Table) -> dict[str, Told]:
    """Every act of a county's made-up case, complete, by its name here."""
    year = decision_year(table)
    this, following, third = str(year), str(year + 1), str(year + 2)

    def told(fact_id: str, on: str, *documents: str, role: str | None = None, **data: Any) -> Told:
        on = on.replace("Y2", third).replace("Y1", following).replace("Y0", this)
        return fact(fact_id, on, data, documents=documents, role=role)

    calculated = told(
        "authority_calculated",
        "Y0-04-10",
        "calculation",
        financial_year=year + 1,
        figures_from="own_budget_of_the_year_before",
        annual_margin_cents=30 * MILLION,
        opening_debt_cents=240 * MILLION,
        earlier_authorities_cents=10 * MILLION,
        formula_cents=50 * MILLION,
        equivalent_contracts_included=True,
    )
    granted = told(
        "guarantee_granted",
        "Y1-04-10",
        "guarantee_decision",
        loan=LOAN,
        amount_cents=30 * MILLION,
        form="own_debt",
        loan_has_collateral=False,
        within_budget_authorisation=True,
    )
    requested = told(
        "guarantee_change_requested",
        "Y1-06-01",
        "guarantee_request",
        loan=LOAN,
        changes=["interest"],
        principal_cents=20 * MILLION - 1,
    )
    return {
        "calculated": calculated,
        "recalculated": but(
            told("authority_calculated", "Y0-05-02", "calculation", **calculated.data),
            adjusted_margin_cents=29 * MILLION,
            formula_cents=40 * MILLION,
        ),
        "county_heard": told("county_heard", "Y0-05-05", reply="made-up reply"),
        "proposal_made": told("proposal_made", "Y0-05-20", "proposal", amount_cents=40 * MILLION),
        "confirmed": told(
            "confirmed",
            "Y0-06-12",
            "government_decision",
            amount_cents=40 * MILLION,
        ),
        "served": told("decision_served", "Y0-06-16", role="vm", decision="authority"),
        "change_served": told("decision_served", "Y1-06-18", role="state_treasury", decision="loan_change_by_treasury"),
        "security_consented": told(
            "security_consent_given", "Y1-05-04", "security_consent", loan=LOAN, property="made-up hospital wing"
        ),
        "rectification_requested": told(
            "rectification_requested", "Y1-07-06", "rectification_request", loan=LOAN, generation=1
        ),
        "rectification_decided": told(
            "rectification_decided", "Y1-07-16", "rectification_decision", loan=LOAN, outcome="dismissed"
        ),
        "no_remedy_sought": told("no_remedy_sought", "Y1-07-20"),
        "appeal_made": told("appeal_made", "Y0-06-30", "appeal", generation=1),
        "appeal_dismissed": told("appeal_decided", "Y0-12-01", "judgment", outcome="dismissed"),
        "appeal_annulled": told("appeal_decided", "Y0-12-01", "judgment", outcome="annulled"),
        "proposal_again": told("proposal_made", "Y0-12-04", "proposal"),
        "confirmed_again": told("confirmed", "Y0-12-18", "government_decision", amount_cents=40 * MILLION),
        "change_recorded": told("change_recorded", "Y1-02-13", "change_decision", amount_cents=109 * MILLION),
        "change_of_another_year": told("change_recorded", "Y0-05-10", "change_decision"),
        "used": told(
            "authority_used",
            "Y1-03-02",
            investment="made-up hospital wing",
            kind="investment",
            amount_cents=30 * MILLION,
            in_plan=True,
        ),
        "contract": told(
            "authority_used",
            "Y1-03-05",
            investment="made-up lease",
            kind="equivalent_contract",
            amount_cents=10 * MILLION,
            in_plan=True,
        ),
        "loan_drawn": told("loan_drawn", "Y1-04-01", loan=LOAN, amount_cents=30 * MILLION),
        "loan_begun": told("loan_drawn", "Y1-04-01", loan=LOAN, amount_cents=10 * MILLION),
        "loan_completed": told("loan_drawn", "Y2-02-02", loan=LOAN, amount_cents=20 * MILLION),
        "guaranteed": granted,
        "change_requested": requested,
        "change_approved": told(
            "guarantee_change_approved",
            "Y1-06-15",
            "guarantee_change",
            loan=LOAN,
        ),
        "large_change_requested": but(
            told("guarantee_change_requested", "Y1-08-03", "guarantee_request", **requested.data),
            principal_cents=20 * MILLION,
        ),
        "large_change_approved": told(
            "guarantee_change_approved_by_government", "Y1-09-03", "guarantee_change", loan=LOAN
        ),
        "significant_change_requested": but(
            told("guarantee_change_requested", "Y1-10-01", "guarantee_request", **requested.data),
            exceptionally_significant=True,
        ),
        "change_refused": told("guarantee_change_refused_by_government", "Y1-10-20", "guarantee_change", loan=LOAN),
        "small_change_requested": told("guarantee_change_requested", "Y1-10-26", "guarantee_request", **requested.data),
        "small_change_refused": told("guarantee_change_refused", "Y1-11-02", "guarantee_change", loan=LOAN),
        "year_ended": told("financial_year_ended", "Y2-01-02"),
        "guarantee_ended": told("guarantee_ended", "Y2-05-04", loan=LOAN, why="repaid"),
        "follow_up_ended": told("follow_up_ended", "Y2-06-01", "closing_note"),
        "discontinued": told("discontinued", "Y0-05-11", "closing_note", reason="opened_in_error"),
    }


CALCULATED: Final = ("calculated", "recalculated")
CONFIRMED: Final = (*CALCULATED, "proposal_made", "confirmed")
GUARANTEED: Final = (*CONFIRMED, "used", "loan_begun", "guaranteed")

WAYS: Final = {
    "used_and_drawn": (
        *CALCULATED,
        "county_heard",
        "proposal_made",
        "confirmed",
        "served",
        "appeal_made",
        "appeal_dismissed",
        "change_recorded",
        "used",
        "contract",
        "loan_drawn",
        "year_ended",
    ),
    "guaranteed": (
        *GUARANTEED,
        "security_consented",
        "change_requested",
        "change_approved",
        "change_served",
        "rectification_requested",
        "rectification_decided",
        "no_remedy_sought",
        "large_change_requested",
        "large_change_approved",
        "significant_change_requested",
        "change_refused",
        "small_change_requested",
        "small_change_refused",
        "year_ended",
        "loan_completed",
        "guarantee_ended",
        "follow_up_ended",
    ),
    "annulled": (
        *CONFIRMED,
        "served",
        "appeal_made",
        "appeal_annulled",
        "proposal_again",
        "confirmed_again",
        "year_ended",
    ),
    "discontinued": ("calculated", "change_of_another_year", "discontinued"),
}


def breaks(table: Table) -> dict[str, Breach]:
    """For each condition asked in a county's case, an act that it refuses."""
    known = acts(table)
    calculated = known["calculated"]
    predecessors = Breach((), but(calculated, figures_from="predecessors_of_2021_and_2022"))
    of_version = {"first_year_figures": predecessors}
    if table is NEW:
        of_version = {
            "own_figures": predecessors,
            "equivalent_contracts_covered": Breach((), but(calculated, equivalent_contracts_included=False)),
        }
    proposed = (*CALCULATED, "proposal_made")
    joint = fact(
        "joint_decision_made",
        known["confirmed"].on,
        amounts=amounts(0),
        documents=("government_decision",),
    )
    return {
        **of_version,
        "of_whole_state": Breach(proposed, joint),
        "same_financial_year": Breach(
            ("calculated",), but(known["recalculated"], financial_year=decision_year(table) + 2)
        ),
        "calculation_complete": Breach((), but(calculated, opening_debt_cents=None)),
        "formula_followed": Breach((), but(calculated, formula_cents=50 * MILLION + 1)),
        "amount_said": Breach(proposed, but(known["confirmed"], amount_cents=None)),
        "lower_only_exceptionally": Breach(proposed, but(known["confirmed"], amount_cents=40 * MILLION - 1)),
        "not_above_formula": Breach(proposed, but(known["confirmed"], amount_cents=40 * MILLION + 1)),
        "in_plan": Breach(CONFIRMED, but(known["used"], in_plan=None)),
        "use_within_authority": Breach((*CONFIRMED, "used"), but(known["contract"], amount_cents=10 * MILLION + 1)),
        "loans_within_authority": Breach(CONFIRMED, but(known["loan_drawn"], amount_cents=40 * MILLION + 1)),
        "guarantee_within_authority": Breach(CONFIRMED, but(known["guaranteed"], amount_cents=40 * MILLION + 1)),
        "supplementary_if_collateral": Breach(CONFIRMED, but(known["guaranteed"], loan_has_collateral=True)),
        "budget_authorisation": Breach(CONFIRMED, but(known["guaranteed"], within_budget_authorisation=None)),
        "guarantee_runs": Breach(CONFIRMED, known["change_requested"]),
        "change_is_requested": Breach(GUARANTEED, known["change_approved"]),
        "treasury_decides": Breach((*GUARANTEED, "large_change_requested"), late(known["change_approved"], known)),
        "government_decides": Breach((*GUARANTEED, "change_requested"), known["large_change_approved"]),
        "rectification_pending": Breach(GUARANTEED, known["rectification_decided"]),
        "year_is_over": Breach(CONFIRMED, fact("financial_year_ended", f"{decision_year(table) + 1}-12-31")),
        "nothing_remains": Breach((*GUARANTEED, "year_ended"), known["follow_up_ended"]),
    }


def late(told: Told, known: dict[str, Told]) -> Told:
    """The act on the day of the large change's approval, after its request."""
    return fact(told.fact, known["large_change_approved"].on, told.data, documents=told.documents)


def amounts(cents: int) -> list[dict[str, Any]]:
    """The same amount for each county and HUS, as the joint decision tells it."""
    return [{"county": code, "amount_cents": cents} for code in (*(one.code for one in counties()), "HUS")]


def joint_acts(table: Table) -> dict[str, Told]:
    """Every act of the made-up joint decision."""
    year = decision_year(table)
    return {
        "calculated": fact(
            "authority_calculated", f"{year}-04-10", documents=("calculation",), financial_year=year + 1
        ),
        "proposal_made": fact("proposal_made", f"{year}-05-20", documents=("proposal",)),
        "joint_decision": fact(
            "joint_decision_made", f"{year}-06-12", documents=("government_decision",), amounts=amounts(MILLION)
        ),
    }


def _county(table: Table) -> Book:
    return Book(
        table=table,
        subject=COUNTY,
        subject_kind="county",
        acts=acts(table),
        ways=WAYS,
        breaks=breaks(table),
        meets={
            "government_appeal": Meeting((*CONFIRMED, "served"), "appeal_made"),
            "treasury_rectification": Meeting(
                (*GUARANTEED, "change_requested", "change_approved", "change_served"), "rectification_requested"
            ),
        },
    )


def _joint(table: Table) -> Book:
    known = joint_acts(table)
    alone = fact("confirmed", known["joint_decision"].on, documents=("government_decision",), amount_cents=0)
    return Book(
        table=table,
        subject="FI",
        subject_kind="state",
        acts=known,
        ways={"joint_decision": ("calculated", "proposal_made", "joint_decision")},
        breaks={
            "of_one_county": Breach(("calculated", "proposal_made"), alone),
            "every_county_has_amount": Breach(
                ("calculated", "proposal_made"), but(known["joint_decision"], amounts=amounts(0)[1:])
            ),
        },
    )


COUNTY_BOOKS: Final = tuple(map(_county, BOTH))
JOINT_BOOKS: Final = tuple(map(_joint, BOTH))
BOOKS: Final = (*COUNTY_BOOKS, *JOINT_BOOKS)
