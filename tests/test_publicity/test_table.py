"""The table of secrets: true to the declarations, to the law that it cites, and to the page that shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.errors import InputRejected
from engine.law import Status
from engine.publicity import EVERY, Publicity, PublicityTable, SecretRule
from procedures.publicity import publicity_table
from procedures.register import declarations
from tests.test_publicity.page import page_of

TABLE = publicity_table()
DOCS = Path(__file__).parents[2] / "docs" / "publicity.md"
FIELDS = [rule for rule in TABLE.rules if rule.field is not None]


@pytest.mark.parametrize("rule", FIELDS, ids=lambda rule: f"{rule.procedure}.{rule.field}")
def test_a_rule_speaks_of_what_is_declared(rule: SecretRule) -> None:
    """Facts, their fields and the facts that make public stand in some version of the procedure's declaration."""
    versions = [table for table in declarations().all() if table.procedure.id == rule.procedure]
    moves = [move.fact for table in versions for move in table.procedure.transitions]
    known = {fact.id for fact in moves}
    assert {*rule.facts, *rule.until} <= known
    fields = {name for fact in moves if fact.id in rule.facts for name in fact.payload.model_fields}
    assert rule.field is not None
    assert rule.field.partition(".")[0] in fields


def test_documents_are_secret_by_their_kind_in_every_procedure() -> None:
    """No declared rule asks for a document of a kind that the table takes for secret: such acts stay public."""
    asked = {
        rule.kind for table in declarations().all() for move in table.procedure.transitions for rule in move.documents
    }
    secret = {rule.document for rule in TABLE.rules if rule.document is not None}
    assert secret & asked == set()
    assert {rule.procedure for rule in TABLE.rules if rule.document is not None} == {EVERY}


def test_each_ground_is_a_point_of_section_24() -> None:
    """The id under which a ground is named and the section that is cited are the same point."""
    for ground in TABLE.grounds.values():
        number = re.fullmatch(r"24\.1 § (\d+)", ground.id)
        assert number is not None
        assert ground.cite == f"621/1999 24 § 1 mom. {number[1]} kohta"
        assert number[1] in ground.marker.fi
        assert f"24.1({number[1]})" in ground.marker.en
        assert f"{number[1]} punkten" in ground.marker.sv


def test_what_must_be_weighed_is_marked_unsettled() -> None:
    """Whether fiscal preparation would suffer is weighed case by case, so that no such rule is settled law."""
    fiscal = {rule.status for rule in TABLE.rules if rule.ground.id == "24.1 § 11"}
    assert fiscal == {Status.UNSETTLED}


def test_what_is_kept_before_a_decision_ends_with_it() -> None:
    """Every secret field becomes public by a decision or by the end of the matter (621/1999 6 § 1 mom.)."""
    assert [rule.field for rule in FIELDS if not rule.until] == []


@pytest.mark.parametrize("stated", ["24.1 § 7", "24.1§7", " 24.1  § 7 "])
def test_a_ground_is_known_however_it_is_spaced(stated: str) -> None:
    """A person need not hit the spaces."""
    assert TABLE.ground(stated).id == "24.1 § 7"


def test_a_ground_that_is_not_used_is_refused() -> None:
    """The refusal names the grounds that there are."""
    with pytest.raises(InputRejected) as refused:
        TABLE.ground("24.1 § 99")
    assert refused.value.code == "ground-unknown"
    assert refused.value.details == {"given": "24.1 § 99", "known": ", ".join(TABLE.grounds)}


def test_the_page_shows_the_table() -> None:
    """`docs/publicity.md` holds the grounds and the rules as they are in force."""
    assert page_of(TABLE) in DOCS.read_text(encoding="utf-8")


def test_an_empty_table_makes_nothing_secret() -> None:
    """Without rules only what a recorder stated is less than public."""
    empty = PublicityTable(grounds=TABLE.grounds, rules=(), internal=TABLE.internal)
    assert empty.on_type("additional_funding.amount_prepared") == ()
    assert [one.rank for one in Publicity] == [0, 1, 2]
