"""The scenarios from which golden histories are recorded: the three real cases, and every way in which a case ends.

The acts of the made-up cases are those of the evaluation stories and, for every other procedure, of its book. A
scenario that was recorded stays here as it was; a change in it changes no history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from engine.envelope import Opening, RecordedBy
from engine.registrar import Registrar
from engine.request import Request
from engine.table import Table
from procedures.history import plan, real_history
from tests.book import Book
from tests.books import BOOKS
from tests.golden.corrections import CORRECTED
from tests.test_procedures.evaluation_stories import NEW, OLD, acts

Play = Callable[[Registrar], None]

RECORDER = RecordedBy(person="test-person", identity="made up for a test")
_HEARD = ("criteria_noted", "hearing_letter_sent", "county_heard")
_STARTED = (*_HEARD, "start_decided")
_NAMED = ("vm_named", "stm_named", "sm_named", "county_named", "chair_consulted")
_APPOINTED = (*_STARTED, *_NAMED, "group_appointed")
_ASSESSED = (*_APPOINTED, "assessment_begun", "group_met", "division_proposal_handled", "proposals_given")
_NOTIFIED = (*_ASSESSED, "council_decided", "decision_notified")
_FOLLOWED = (*_NOTIFIED, "no_investigator_decided")
_INVESTIGATED = (*_NOTIFIED, "counties_heard_on_division", "investigator_appointed")
_PARTIAL = ("partial_proposal_given", "partial_proposals_noted", "partial_proposals_decided", "group_term_changed")
_REMEDIES = (
    "restricted_decision_served",
    "rectification_requested",
    "rectification_decided",
    "appeal_after_rectification",
    "restricted_decision_judged",
    "further_appeal_made",
)

WAYS: dict[str, tuple[str, ...]] = {
    "measures_completed": (
        *_FOLLOWED,
        "restriction_ended",
        "budget_adopted",
        "measures_report_given",
        "measures_completed",
    ),
    "not_started": (*_HEARD, "start_declined"),
    "initiative_not_started": ("initiative_made", "initiative_notified", "start_declined"),
    "discontinued_on_the_way": (*_STARTED, *_NAMED[:2], "discontinued"),
    "merged": (*_INVESTIGATED, "division_decision_made"),
    "left_unchanged": (*_INVESTIGATED, "division_left_unchanged", "measures_completed"),
    "partial_proposals": (*_APPOINTED, "assessment_begun", *_PARTIAL),
    "remedies": (*_APPOINTED, "assessment_begun", *_REMEDIES),
}
"""The ways that both versions of the law know, by the names of the acts."""

WAYS_SINCE_2025: dict[str, tuple[str, ...]] = {
    "quarterly_reports": (
        *_FOLLOWED,
        "interim_report_given",
        "measures_reported_in_negotiation",
        "measures_report_given",
        "measures_completed",
    ),
    "inquiry_without_new_evaluation": (
        *_FOLLOWED,
        "measures_report_given",
        "division_inquiry_needed",
    ),
}
"""The ways that 1056/2024 opened."""


def play(registrar: Registrar, *, table: Table, names: Iterable[str]) -> None:
    """Tells a made-up case act by act, in the order of days."""
    known = acts(table)
    told = sorted((known[name] for name in names), key=lambda one: one.on)
    recorded_as = table.procedure.declaration_id
    case_id = ""
    for number, one in enumerate(told):
        request = Request(command_id=f"{recorded_as} {number}", recorded_by=RECORDER)
        if case_id:
            registrar.advance(case_id, one.as_act(), request)
        else:
            case_id = registrar.open("evaluation", one.as_act(_opening()), request).case.case_id


def play_published(registrar: Registrar, *, subject: str) -> None:
    """Tells what was published of one county's evaluation."""
    planned, _ = plan(real_history())
    for one in planned:
        if one.subject != subject or one.procedure != "evaluation":
            continue
        request = Request(command_id=one.command_id, recorded_by=RECORDER)
        if one.act.opening is not None:
            registrar.open("evaluation", one.act, request)
        else:
            registrar.advance(f"evaluation-{subject}-2025", one.act, request)


def _opening() -> Opening:
    return Opening(
        procedure="evaluation",
        subject="15",
        parties=("15",),
        ministry="VM",
        ground="made up",
        diary_number="TEST/1/2000",
    )


def play_way(registrar: Registrar, *, book: Book, names: Iterable[str]) -> None:
    """Tells one way of a book, act by act."""
    procedure, case_id = book.table.procedure, ""
    for number, name in enumerate(names):
        request = Request(command_id=f"{procedure.declaration_id} {number}", recorded_by=RECORDER)
        told = book.acts[name]
        if case_id:
            registrar.advance(case_id, told.as_act(), request)
        else:
            act = told.as_act(book.opened().opening)
            case_id = registrar.open(procedure.id, act, request).case.case_id


def _scenarios() -> dict[str, Play]:
    found: dict[str, Play] = {}
    for table, ways in ((OLD, WAYS), (NEW, {**WAYS, **WAYS_SINCE_2025})):
        for name, names in ways.items():
            found[f"evaluation/{table.procedure.declaration_id}/{name}"] = partial(play, table=table, names=names)
    for book in BOOKS:
        procedure = book.table.procedure
        for way, names in book.ways.items():
            file = way.replace(",", "").replace(" ", "_")
            found[f"{procedure.id}/{procedure.declaration_id}/{file}"] = partial(play_way, book=book, names=names)
    for name, subject in (("itauusimaa", "01"), ("keskisuomi", "15"), ("lappi", "21")):
        found[f"evaluation/evaluation@2025-01-01/real_{name}"] = partial(play_published, subject=subject)
    return {**found, **CORRECTED}


SCENARIOS: dict[str, Play] = _scenarios()
"""Every scenario by the name of its story."""
