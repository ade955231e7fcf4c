"""Books of additional funding: the acts of a made-up case under each version of the law."""

from __future__ import annotations

from typing import Any, Final

from engine.table import Table
from procedures.additional_funding import since_2023_01_01, since_2025_01_01
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Story, Told, fact

OLD: Final = table_of(since_2023_01_01.DECLARATION)
NEW: Final = table_of(since_2025_01_01.DECLARATION)

CONDITIONS: Final = [
    {"kind": "quantity", "text": "made-up waiting times"},
    {"kind": "targeted_measures", "text": "made-up urgent measures"},
]
APPLIED_CENTS: Final = 28_400_000_00
GRANTED_CENTS: Final = 2_600_000_00


def acts(table: Table) -> dict[str, Told]:
    """Every act of the made-up matter, complete, by its name here (mostly the fact's)."""
    year = 2023 if table is OLD else 2025
    return {**_preparation(year), **_decision(year), **_remedies(year), **_after(year, table)}


def _day(year: int, day: str) -> str:
    """A day written `Y0-05-15`: the year of the application, or so many years after it."""
    return f"{year + int(day[1])}{day[2:]}"


def _told(year: int, fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
    return fact(fact_id, _day(year, day), data, documents=documents, role=role)


def _preparation(year: int) -> dict[str, Told]:
    def told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
        return _told(year, fact_id, day, *documents, role=role, **data)

    return {
        "application_made": told(
            "application_made",
            "Y0-05-15",
            "application",
            applied_cents=APPLIED_CENTS,
            financial_year=year,
            services=["health_and_social"],
        ),
        "initiative_made": told("initiative_made", "Y0-05-15", "initiative", role="stm", services=["rescue"]),
        "application_supplemented": told(
            "application_supplemented", "Y0-05-28", "supplement", remark="made-up figures"
        ),
        "preparation_group_set": told(
            "preparation_group_set", "Y0-06-05", "group_appointment", term_ends_on=f"{year}-09-29"
        ),
        "vm_named": told("representatives_named", "Y0-06-12", role="vm", count=2),
        "stm_named": told("representatives_named", "Y0-06-12", role="stm", count=2),
        "sm_named": told("representatives_named", "Y0-06-13", role="sm", count=1),
        "county_named": told("representatives_named", "Y0-06-16", role="county", count=2),
        "assessment_begun": told("assessment_begun", "Y0-06-18"),
        "entitlement_prepared": told("entitlement_prepared", "Y0-08-20", role="stm", view="made-up view"),
        "amount_prepared": told("amount_prepared", "Y0-08-21", role="vm", amount_cents=GRANTED_CENTS),
        "conditions_prepared": told("conditions_prepared", "Y0-08-22", role="sm", view="made-up view"),
        "dissent_recorded": told("dissent_recorded", "Y0-09-10", "dissent", role="county", about=["amount"]),
        "memorandum_given": told(
            "memorandum_given",
            "Y0-09-15",
            "memorandum",
            entitlement="met",
            amount="not_agreed",
            conditions="proposed",
            overall_assessment=True,
        ),
        "withdrawn": told("withdrawn", "Y0-09-20"),
        "initiative_withdrawn": told("initiative_withdrawn", "Y0-09-20", role="stm"),
        "presented_to_government": told("presented_to_government", "Y0-10-02", "presentation", proposal="grant"),
    }


def _decision(year: int) -> dict[str, Told]:
    grant = _told(
        year,
        "granted",
        "Y0-10-30",
        "government_decision",
        granted_cents=GRANTED_CENTS,
        financial_year=year,
        secures=["health_and_social"],
        conditions=CONDITIONS,
        report_by=f"{year + 1}-04-30",
        appropriation="made-up appropriation",
        earlier_grants_on=[f"{year - 1}-02-06"],
    )
    return {
        "granted": grant,
        "granted_under_evaluation": but(grant, evaluation_under_way=True, conditions=[], report_by=None),
        "granted_on_request": on(grant, f"{year + 1}-02-12"),
        "granted_anew": on(grant, f"{year + 1}-11-20"),
        "rejected": _told(year, "rejected", "Y0-10-30", "government_decision", grounds=["services_not_endangered"]),
        "decision_served": _told(year, "decision_served", "Y0-10-31"),
    }


def _remedies(year: int) -> dict[str, Told]:
    def told(fact_id: str, day: str, *documents: str, **data: Any) -> Told:
        return _told(year, fact_id, day, *documents, **data)

    return {
        "no_remedy_sought": told("no_remedy_sought", "Y0-11-05"),
        "rectification_requested": told("rectification_requested", "Y0-12-10", "rectification_request"),
        "rectification_rejected": told("rectification_rejected", "Y1-02-12", "rectification_decision"),
        "decision_amended": told(
            "decision_amended", "Y1-02-12", "rectification_decision", granted_cents=GRANTED_CENTS + 100
        ),
        "served_on_request": told("decision_served", "Y1-02-13"),
        "appeal_made": told("appeal_made", "Y1-03-10", "appeal"),
        "appeal_dismissed": told("appeal_dismissed", "Y1-10-05", "judgment", handling="dismissed"),
        "decision_annulled": told("decision_annulled", "Y1-10-05", "judgment"),
        "group_set_anew": told("preparation_group_set", "Y1-10-20", "group_appointment"),
        "withdrawn_at_last": told("withdrawn", "Y1-11-02"),
        "presented_anew": told("presented_to_government", "Y1-11-05", "presentation"),
        "served_anew": told("decision_served", "Y1-11-21"),
        "no_remedy_sought_now": told("no_remedy_sought", "Y1-11-25"),
    }


def _after(year: int, table: Table) -> dict[str, Told]:
    def told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
        return _told(year, fact_id, day, *documents, role=role, **data)

    evident: dict[str, Any] = {"evident": True} if table is NEW else {}
    common = {
        "paid": told("paid", "Y0-11-01", amount_cents=GRANTED_CENTS),
        "evaluation_weighed": told("evaluation_weighed", "Y0-11-20", outcome="not_start"),
        "difference_paid": told("paid", "Y1-03-02", amount_cents=100),
        "conditions_reported": told(
            "conditions_reported", "Y1-04-15", "conditions_report", report_by=f"{year + 1}-10-30"
        ),
        "condition_unmet": told("condition_unmet", "Y1-05-20", "follow_up_note", condition=2, **evident),
        "conditions_fulfilled": told("conditions_fulfilled", "Y1-06-10", "follow_up_note"),
        "paid_anew": told("paid", "Y1-12-01"),
        "weighed_anew": told("evaluation_weighed", "Y1-12-10", outcome="later"),
        "fulfilled_at_last": told("conditions_fulfilled", "Y1-12-11", "follow_up_note"),
        "closed": told("closed", "Y2-01-20", "closing_note"),
    }
    if table is OLD:
        return common
    return {
        **common,
        "substitute_measures_decided": told(
            "substitute_measures_decided", "Y1-05-10", "county_decision", role="council", condition=1
        ),
        "preemptive_weighed": told("preemptive_weighed", "Y1-06-01", outcome="start"),
    }


GROUP: Final = ("preparation_group_set", "vm_named", "stm_named", "sm_named", "county_named", "assessment_begun")
PREPARED: Final = ("application_made", *GROUP, "memorandum_given", "presented_to_government")
GRANTED: Final = (*PREPARED, "granted", "decision_served")
REJECTED: Final = (*PREPARED, "rejected", "decision_served")
ANNULLED: Final = (
    *REJECTED,
    "rectification_requested",
    "rectification_rejected",
    "served_on_request",
    "appeal_made",
    "decision_annulled",
)

_WAYS: Final = {
    "granted_and_fulfilled": (
        "application_made",
        "application_supplemented",
        *GROUP,
        "entitlement_prepared",
        "amount_prepared",
        "conditions_prepared",
        "dissent_recorded",
        "memorandum_given",
        "presented_to_government",
        "granted",
        "decision_served",
        "paid",
        "no_remedy_sought",
        "evaluation_weighed",
        "conditions_reported",
        "conditions_fulfilled",
        "closed",
    ),
    "granted_under_evaluation": (*PREPARED, "granted_under_evaluation", "decision_served", "paid", "closed"),
    "grant_amended": (
        *GRANTED,
        "paid",
        "evaluation_weighed",
        "rectification_requested",
        "decision_amended",
        "served_on_request",
        "difference_paid",
        "conditions_fulfilled",
        "closed",
    ),
    "rejected": (*REJECTED, "no_remedy_sought", "closed"),
    "rejection_reversed": (
        *REJECTED,
        "rectification_requested",
        "granted_on_request",
        "served_on_request",
        "paid_anew",
        "weighed_anew",
        "fulfilled_at_last",
        "closed",
    ),
    "appeal_dismissed": (
        *REJECTED,
        "rectification_requested",
        "rectification_rejected",
        "served_on_request",
        "appeal_made",
        "appeal_dismissed",
        "closed",
    ),
    "annulled_and_granted": (
        *ANNULLED,
        "presented_anew",
        "granted_anew",
        "served_anew",
        "no_remedy_sought_now",
        "paid_anew",
        "weighed_anew",
        "fulfilled_at_last",
        "closed",
    ),
    "annulled_and_withdrawn": (*ANNULLED, "group_set_anew", "withdrawn_at_last"),
    "withdrawn": ("application_made", "withdrawn"),
    "initiative_withdrawn": ("initiative_made", "initiative_withdrawn"),
    "condition_unmet": (
        *GRANTED,
        "paid",
        "no_remedy_sought",
        "evaluation_weighed",
        "condition_unmet",
        "closed",
    ),
}
_WAYS_OF_2025: Final = {
    **_WAYS,
    "condition_unmet": (
        *GRANTED,
        "paid",
        "no_remedy_sought",
        "evaluation_weighed",
        "substitute_measures_decided",
        "condition_unmet",
        "preemptive_weighed",
        "closed",
    ),
}


def _breaks(known: dict[str, Told]) -> dict[str, Breach]:
    memorandum, granted = known["memorandum_given"], known["granted"]
    begun = ("application_made", *GROUP)
    paid = (*GRANTED, "paid", "no_remedy_sought", "evaluation_weighed")
    return {
        "application_on_record": Breach(("initiative_made",), known["withdrawn"]),
        "initiative_on_record": Breach(("application_made",), known["initiative_withdrawn"]),
        "four_represented": Breach(
            ("application_made", "preparation_group_set", "vm_named", "stm_named", "sm_named"),
            known["assessment_begun"],
        ),
        "entitlement_assessed": Breach(begun, but(memorandum, entitlement=None)),
        "amount_assessed": Breach(begun, but(memorandum, amount=None)),
        "conditions_assessed": Breach(begun, but(memorandum, conditions=None)),
        "overall_assessment_made": Breach(begun, but(memorandum, overall_assessment=False)),
        "group_was_set": Breach(("application_made",), granted),
        "assessment_given": Breach(begun, granted),
        "presented": Breach((*begun, "memorandum_given"), granted),
        "request_behind_reversal": Breach(REJECTED, known["granted_on_request"]),
        "amount_stated": Breach(PREPARED, but(granted, granted_cents=0)),
        "granted_within_applied": Breach(PREPARED, but(granted, granted_cents=APPLIED_CENTS + 1)),
        "services_named": Breach(PREPARED, but(granted, secures=[])),
        "condition_kinds_named": Breach(PREPARED, but(granted, conditions=[{"text": "made-up condition"}])),
        "appropriation_named": Breach(PREPARED, but(granted, appropriation=None)),
        "grounds_stated": Breach(PREPARED, but(known["rejected"], grounds=[])),
        "to_be_served": Breach(GRANTED, known["served_on_request"]),
        "rectifiable": Breach(
            (*REJECTED, "rectification_requested", "rectification_rejected"),
            on(known["rectification_requested"], known["served_on_request"].on.isoformat()),
        ),
        "request_made": Breach(REJECTED, known["rectification_rejected"]),
        "appealable": Breach(REJECTED, known["appeal_made"]),
        "appeal_pending": Breach(
            (*REJECTED, "rectification_requested", "rectification_rejected"), known["appeal_dismissed"]
        ),
        "paid_as_granted": Breach(GRANTED, but(known["paid"], amount_cents=GRANTED_CENTS + 1)),
        "condition_set": Breach((*GRANTED, "paid"), but(known["condition_unmet"], condition=3)),
        "gate_met": Breach((*PREPARED, "granted_under_evaluation"), known["evaluation_weighed"]),
        "conditions_settled": Breach(paid, known["closed"]),
        "evaluation_was_weighed": Breach(
            (*GRANTED, "paid", "no_remedy_sought", "conditions_fulfilled"), known["closed"]
        ),
        "no_remedy_pending": Breach((*REJECTED, "rectification_requested"), known["closed"]),
        "remedy_time_over": Breach(REJECTED, on(known["closed"], known["rectification_requested"].on.isoformat())),
    }


def _breaks_of_2025(known: dict[str, Told]) -> dict[str, Breach]:
    paid = (*GRANTED, "paid", "no_remedy_sought", "evaluation_weighed")
    unmet = known["condition_unmet"]
    return {
        **_breaks(known),
        "evident": Breach(paid, but(unmet, evident=False)),
        "no_substitute": Breach((*paid, "substitute_measures_decided"), but(unmet, condition=1)),
        "unmet_noted": Breach(paid, known["preemptive_weighed"]),
        "preemptive_was_weighed": Breach((*paid, "condition_unmet"), known["closed"]),
    }


_MEETS: Final = {
    "group_term": Meeting(("application_made", *GROUP), "memorandum_given"),
    "payment": Meeting((*PREPARED, "granted"), "paid"),
    "conditions_report": Meeting((*GRANTED, "paid"), "conditions_reported"),
    "rectification_request": Meeting(REJECTED, "rectification_requested"),
    "appeal": Meeting(
        (*REJECTED, "rectification_requested", "rectification_rejected", "served_on_request"), "appeal_made"
    ),
}

OLD_BOOK: Final = Book(
    table=OLD, subject="14", subject_kind="county", acts=acts(OLD), ways=_WAYS, breaks=_breaks(acts(OLD)), meets=_MEETS
)
NEW_BOOK: Final = Book(
    table=NEW,
    subject="14",
    subject_kind="county",
    acts=acts(NEW),
    ways=_WAYS_OF_2025,
    breaks=_breaks_of_2025(acts(NEW)),
    meets=_MEETS,
)
BOOKS: Final[tuple[Book, ...]] = (OLD_BOOK, NEW_BOOK)

GATE: Final = "evaluation_gate_met"


def prepared(table: Table, acts: dict[str, str], *, subject: str = "14", subject_kind: str = "county") -> Story:
    """A case of `subject` that is presented to the Government, its acts on these days."""
    told = [
        fact("application_made", acts["applied"], {"applied_cents": APPLIED_CENTS}, documents=("application",)),
        fact("preparation_group_set", acts["group"], documents=("group_appointment",)),
        *(fact("representatives_named", acts["group"], role=role) for role in ("vm", "stm", "sm", "county")),
        fact("assessment_begun", acts["group"]),
        on(NEW_BOOK.acts["memorandum_given"], acts["assessed"]),
        on(NEW_BOOK.acts["presented_to_government"], acts["assessed"]),
    ]
    return Story(table, subject=subject, subject_kind=subject_kind).given(*told)


IN_2024: Final = {"applied": "2024-05-02", "group": "2024-06-03", "assessed": "2024-09-02"}


def grant(day: str, *earlier: str) -> Told:
    """A grant on a day, after earlier grants to the same county."""
    return but(on(NEW_BOOK.acts["granted"], day), earlier_grants_on=list(earlier), report_by=None)
