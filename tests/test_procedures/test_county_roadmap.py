"""A county's own reading of the roadmap: what it judges critical, and in which months it answers."""

from __future__ import annotations

import pytest

from engine.check import check
from procedures.county_roadmap.since_2025_01_01 import DECLARATION, answers_in, judged
from procedures.roadmap.catalogue import roadmap
from tests.book import but
from tests.story import Story
from tests.test_procedures.county_roadmap_stories import ACTS, BOOKS

(BOOK,) = BOOKS


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_the_county_judges_what_is_critical_to_it() -> None:
    """Its judgement narrows what it is asked about; a later one takes the place of an earlier one."""
    first = BOOK.story("taken_into_use", "criticality_judged")
    assert judged(first.opened) == {
        "HTT-A-2.1": "critical",
        "ICT-A-4.2": "critical",
        "JO-E-6.1": "not_critical",
    }
    asked = {one.id for one in roadmap().asked(only_critical=True, judged=judged(first.opened))}
    assert set(roadmap().subtasks) - asked == {"JO-E-6.1"}
    later = first.given(but(ACTS["criticality_judged"], critical=["JO-E-6.1"], not_critical=["HTT-A-2.1"]))
    assert judged(later.opened)["JO-E-6.1"] == "critical"
    assert judged(later.opened)["HTT-A-2.1"] == "not_critical"


def test_a_ministry_does_not_judge_for_a_county() -> None:
    """What is critical, the county says; how often it answers, a ministry records with its reason."""
    opened = BOOK.story("taken_into_use")
    said = ACTS["criticality_judged"]
    opened.when(type(said)(fact=said.fact, on=said.on, data=said.data, role="stm")).refused("wrong-actor")
    opened.when(but(ACTS["rhythm_set"], because=None)).refused("field:because")


def test_a_county_without_a_rhythm_answers_every_month() -> None:
    """No case, no rhythm, or a denser one: the county is asked each month."""
    assert answers_in(None, "2026-11")
    assert answers_in(BOOK.story("taken_into_use").opened, "2026-11")
    denser = but(ACTS["rhythm_set"], rhythm="denser", every_months=None)
    assert answers_in(BOOK.story("taken_into_use").given(denser).opened, "2026-11")


@pytest.mark.parametrize(
    ("month", "asked"),
    [
        ("2026-02", True),
        ("2026-03", True),
        ("2026-04", False),
        ("2026-05", False),
        ("2026-06", True),
        ("2027-03", True),
    ],
)
def test_a_lighter_rhythm_is_counted_from_its_first_month(month: str, asked: bool) -> None:
    """Every third month from March 2026 on; before March the county answered each month."""
    assert answers_in(BOOK.story("taken_into_use", "rhythm_set").opened, month) is asked


def test_the_newest_rhythm_counts() -> None:
    """Back to monthly from June on."""
    monthly = but(ACTS["rhythm_set"], rhythm="monthly", every_months=None, from_month="2026-06")
    again: Story = BOOK.story("taken_into_use", "rhythm_set").given(monthly)
    assert answers_in(again.opened, "2026-07")
