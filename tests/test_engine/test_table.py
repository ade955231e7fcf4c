"""A declaration compiled to tables: which move it is, where it leads, and a hash of what it means."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from engine.case_register import NOTED
from engine.counting import SetDay
from engine.declaration import Kind, Procedure
from engine.export import as_data, meaning_of
from engine.law import Label
from engine.table import Table
from tests.test_engine import sample_facts
from tests.test_engine import sample_procedure as sample
from tests.test_engine.sample_facts import DRAGON_ACT, REMITTED
from tests.test_engine.sample_procedure import (
    PROCEDURE,
    TABLE,
    TRANSITIONS,
    with_everywhere,
    with_move,
    with_parameter,
    without_move,
)

OTHER_WORDS = Label("muu", "annan", "other")


def move_of(fact_id: str) -> object:
    [move] = (move for move in TRANSITIONS if move.fact.id == fact_id)
    return move


@pytest.mark.parametrize(
    ("state", "fact_id", "found"),
    [
        ("", "application_lodged", True),
        ("pending", "application_lodged", False),
        ("pending", "permit_denied", True),
        ("inspected", "permit_denied", True),
        ("pending", "permit_granted", False),
        ("granted", "fee_paid", True),
        ("denied", "fee_paid", False),
        ("attic", "fee_paid", False),
        ("pending", "unheard_of", False),
    ],
)
def test_a_move_is_found_by_state_and_fact(state: str, fact_id: str, found: bool) -> None:
    """A declared pair gives its transition, and any other pair gives none."""
    assert TABLE.move(state, fact_id) is (move_of(fact_id) if found else None)


def test_every_target_is_compiled() -> None:
    """Each source of each move has its state afterwards: the target, or the source itself where there is none."""
    assert TABLE.targets == {
        (source.id if source else "", f"dragon_permit.{move.fact.id}"): move.target.id
        if move.target
        else source.id
        if source
        else ""
        for move in TRANSITIONS
        for source in move.sources or (None,)
    }


@pytest.mark.parametrize(
    ("state", "facts"),
    [
        ("", ["application_lodged"]),
        (
            "inspected",
            [
                "neighbours_heard",
                "interim_keeping_allowed",
                "interim_keeping_ended",
                "inspection_held",
                "report_given",
                "fee_paid",
                "remitted",
                "permit_granted",
                "permit_denied",
            ],
        ),
        ("granted", ["fee_paid", "dragon_flown"]),
        ("denied", []),
    ],
)
def test_the_moves_of_a_state_come_in_the_order_of_the_declaration(state: str, facts: list[str]) -> None:
    """What may happen in a state is listed as it is declared, without what every case can have."""
    assert [move.fact.id for move in TABLE.from_state(state)] == facts


def test_what_every_case_can_have_is_found_in_any_state_but_opens_none() -> None:
    """A note is possible wherever the case stands, and nowhere before there is one."""
    found = {state: TABLE.move(state, "noted") for state in ("", *TABLE.states)}
    assert {state: move.fact if move else None for state, move in found.items()} == {
        "": None,
        **dict.fromkeys(TABLE.states, NOTED),
    }


@pytest.mark.parametrize(
    ("fact_id", "event_type"),
    [
        ("fee_paid", "dragon_permit.fee_paid"),
        ("noted", "case.noted"),
        ("linked", "case.linked"),
        ("unheard_of", "dragon_permit.unheard_of"),
    ],
)
def test_an_event_type_says_whose_fact_it_is(fact_id: str, event_type: str) -> None:
    """Facts of a procedure bear its name, those of the register the word case."""
    assert TABLE.type_of(fact_id) == event_type


def test_a_fact_is_found_by_its_event_type() -> None:
    """Every fact comes back from its type; a type that the declaration no longer knows gives none."""
    assert {fact_id: TABLE.fact_of(TABLE.type_of(fact_id)) for fact_id in TABLE.facts} == TABLE.facts
    assert (TABLE.fact_of("dragon_permit.noted"), TABLE.fact_of("griffin_permit.fee_paid")) == (None, None)


def test_what_is_declared_is_found_by_id() -> None:
    """States, ends, deadlines and tasks; openings and all the moves of a fact."""
    assert list(TABLE.states) == ["pending", "inspected", "granted", "denied"]
    assert TABLE.final_states == {"granted", "denied"}
    assert set(TABLE.deadlines) == {"decision_due", "report_due", "fee_due", "flight_due", "answer_due"}
    assert set(TABLE.tasks) == {"prepare_decision", "write_report", "read_answers", "pay_the_fee"}
    assert TABLE.openings == (move_of("application_lodged"),)
    assert TABLE.with_fact("permit_denied") == (move_of("permit_denied"),)
    assert [move.fact for move in TABLE.with_fact("noted")] == [NOTED]


def test_each_part_of_a_declaration_is_listed_once_and_in_order() -> None:
    """A fact, deadline, standing or task that several moves use is one."""
    assert [fact.id for fact in PROCEDURE.facts] == [move.fact.id for move in TRANSITIONS]
    assert {rule.id for rule in PROCEDURE.deadlines} == set(TABLE.deadlines)
    assert len(PROCEDURE.deadlines) == len(TABLE.deadlines)
    assert [rule.id for rule in PROCEDURE.standings] == ["interim_keeping"]


def test_a_declaration_is_named_by_the_day_of_its_law() -> None:
    """The id tells the version apart, and each version has its own hash."""
    later = replace(PROCEDURE, in_force_from=date(2026, 1, 1))
    assert (PROCEDURE.declaration_id, later.declaration_id) == ("dragon_permit@2020-01-01", "dragon_permit@2026-01-01")
    assert Table(later).content_hash != TABLE.content_hash


def test_the_hash_is_a_hash_and_the_same_whenever_it_is_taken() -> None:
    """Sixty-four hexadecimal digits over the meaning; the register beside the declaration is no part of it."""
    assert re.fullmatch("[0-9a-f]{64}", TABLE.content_hash)
    assert Table(replace(PROCEDURE)).content_hash == TABLE.content_hash


WORDS: dict[str, Procedure] = {
    "the name of the procedure": replace(PROCEDURE, label=OTHER_WORDS, description=OTHER_WORDS),
    "the name of a state": with_everywhere(sample.PENDING, replace(sample.PENDING, label=OTHER_WORDS)),
    "the name of a guard": with_everywhere(sample.HEARD, replace(sample.HEARD, label=OTHER_WORDS)),
    "a note on a section": with_move("remitted", basis=(replace(DRAGON_ACT("5 §"), note=OTHER_WORDS),)),
    "an open question": replace(PROCEDURE, open_questions=()),
    "the sources that were read": replace(PROCEDURE, sources=("another source",)),
    "a number, which has versions of its own": with_parameter("heads_most", values=()),
}

MEANING: dict[str, Procedure] = {
    "another id": replace(PROCEDURE, id="griffin_permit"),
    "another ministry": replace(PROCEDURE, ministry="STM"),
    "other subjects": replace(PROCEDURE, subject_kinds=("county", "city")),
    "several cases at once": replace(PROCEDURE, one_open_case=False),
    "an end": replace(PROCEDURE, in_force_until=date(2030, 12, 31)),
    "no reaction": replace(PROCEDURE, reactions=()),
    "a move less": without_move("fee_paid"),
    "another target": with_move("remitted", target=sample.INSPECTED),
    "another source": with_move("remitted", sources=(sample.PENDING,)),
    "another actor": with_move("remitted", by=(sample_facts.KEEPER,)),
    "another kind": with_move("remitted", kind=Kind.ACT),
    "another section": with_move("remitted", basis=(DRAGON_ACT("6 §"),)),
    "no guard": with_move("permit_granted", guards=()),
    "no document": with_move("permit_granted", documents=()),
    "no deadline met": with_move("permit_granted", meets=()),
    "no deadline started": with_move("inspection_held", starts=()),
    "no deadline cancelled": with_move("hearing_time_passed", cancels=()),
    "no standing begun": with_move("interim_keeping_allowed", begins=()),
    "no standing ended": with_move("interim_keeping_ended", ends=()),
    "no task": with_move("inspection_held", tasks=()),
    "a task done otherwise": with_everywhere(sample.WRITE_REPORT, replace(sample.WRITE_REPORT, done_by=("remitted",))),
    "a final state more": with_everywhere(sample.PENDING, replace(sample.PENDING, final=True)),
    "another reminder": with_everywhere(sample.FEE_DUE, replace(sample.FEE_DUE, reminders_days=(-7,))),
    "another count": with_everywhere(sample.FEE_DUE, replace(sample.FEE_DUE, counting=SetDay("fee_day"))),
    "another unit": with_parameter("decision_months", unit="weeks"),
    "other fields": with_everywhere(REMITTED, replace(REMITTED, payload=sample_facts.ReportGiven)),
    "another shape": with_everywhere(REMITTED, replace(REMITTED, schema=2)),
    "another publicity": with_everywhere(REMITTED, replace(REMITTED, publicity="internal")),
    "another body": with_everywhere(sample_facts.COUNCIL, replace(sample_facts.COUNCIL, body="board")),
}


def content_hash(procedure: Procedure) -> str:
    return Table(procedure).content_hash


@pytest.mark.parametrize("procedure", WORDS.values(), ids=WORDS)
def test_better_words_change_no_history(procedure: Procedure) -> None:
    """What explains a declaration is no part of its hash."""
    assert content_hash(procedure) == content_hash(PROCEDURE)


@pytest.mark.parametrize("procedure", MEANING.values(), ids=MEANING)
def test_a_changed_rule_changes_the_hash(procedure: Procedure) -> None:
    """Whatever decides what may happen, who may do it or by when, is part of the hash."""
    assert content_hash(procedure) != content_hash(PROCEDURE)


def test_every_changed_rule_has_a_hash_of_its_own() -> None:
    """No two of the changed declarations are taken for each other."""
    hashes = {content_hash(procedure) for procedure in MEANING.values()}
    assert len(hashes) == len(MEANING)


def test_the_export_of_a_move_says_all_of_it() -> None:
    """Actor, kind, sections, guards, documents, deadlines, standings and tasks come as plain data."""
    [granted] = (move for move in as_data(PROCEDURE)["transitions"] if move["fact"] == "permit_granted")
    assert granted == {
        "fact": "permit_granted",
        "sources": ["inspected"],
        "target": "granted",
        "by": ["council"],
        "kind": "decision",
        "basis": [
            {"cite": "0/2000 4 §", "status": "statute", "note": None},
            {"cite": "0/2000 5 §", "status": "statute", "note": None},
        ],
        "when": None,
        "guards": ["fire_proof"],
        "documents": [
            {
                "kind": "decision",
                "label": {"fi": "päätös", "sv": "beslut", "en": "decision"},
                "basis": [{"cite": "0/2000 4 §", "status": "statute", "note": None}],
            }
        ],
        "starts": [],
        "meets": [{"deadline": "decision_due", "which": "all", "generation_field": None}],
        "cancels": [],
        "begins": [],
        "ends": [],
        "tasks": [],
    }


def test_the_export_of_a_fact_names_its_fields() -> None:
    """Name, type, whether it must be given, and what it is."""
    [lodged] = (fact for fact in as_data(PROCEDURE)["facts"] if fact["id"] == "application_lodged")
    assert lodged["fields"] == [
        {"name": "name", "type": "str", "required": True, "description": "the dragon's name"},
        {"name": "heads", "type": "int", "required": True, "description": "how many heads it has"},
        {"name": "hatched_on", "type": "date | null", "required": False, "description": "when it hatched"},
    ]


def test_the_meaning_holds_no_words_and_no_numbers() -> None:
    """No label, description or note is left anywhere in what is hashed."""

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    assert (
        keys(meaning_of(PROCEDURE)) & {"label", "description", "note", "question", "meanwhile", "parameters"} == set()
    )
