"""A change of law: what the Constitution says of its way, and the real changes that public reporting tells of."""

from __future__ import annotations

from datetime import date

import pytest

from engine.check import check
from engine.declarations import Declarations
from procedures.history import plan, read_history, real_history
from procedures.legislation.since_2012_03_01 import DECLARATION
from tests.book import but, on
from tests.story import Story, Told
from tests.test_procedures.legislation_stories import ACTS, BOOKS

(BOOK,) = BOOKS
ADOPTED = ("bill_given", "committee_reported", "adopted", "delivered_for_confirmation")


def real_cases() -> list[Story]:
    """The changes of law that the real history tells of, in the order of their opening."""
    cases: dict[str, Story] = {}
    acts, _ = plan(real_history(), Declarations((DECLARATION,)))
    for planned in acts:
        assert planned.opened_by is not None
        act = planned.act
        told = Told(
            fact=act.fact,
            on=act.on,
            data=act.data,
            documents=act.documents,
            precision=act.precision,
            unreported=act.unreported,
        )
        cases[planned.opened_by] = cases.get(planned.opened_by, BOOK.opened()).given(told)
    return list(cases.values())


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_the_president_decides_within_three_months_of_delivery() -> None:
    """Delivered on 6 May 2024, the act is to be decided on by 6 August; refused later, it is late and goes back."""
    delivered = BOOK.story(*ADOPTED)
    assert delivered.deadline("confirmation").due == date(2024, 8, 6)
    late = delivered.when(on(ACTS["not_confirmed"], "2024-08-07"))
    late.then(state="returned", deadlines={"confirmation": "late"})


@pytest.mark.parametrize(("decided_on", "in_time"), [("2024-04-25", False), ("2024-04-26", True), ("2024-05-02", True)])
def test_the_second_reading_is_on_the_third_day_at_the_earliest(decided_on: str, *, in_time: bool) -> None:
    """72 § 2 mom.: a first reading that ended on Tuesday 23 April leaves Friday 26 April as the first day."""
    for name, state in (("adopted", "awaiting_confirmation"), ("rejected", "bill_rejected")):
        act = on(but(ACTS[name], first_reading_ended_on="2024-04-23"), decided_on)
        offered = BOOK.story("bill_given", "committee_reported").when(act)
        if in_time:
            offered.then(state=state)
        else:
            offered.refused("second_reading_day")


def test_an_act_not_confirmed_needs_a_new_report_before_it_is_adopted_again() -> None:
    """The report on the bill does not do: the committee reports anew, and the act then needs no confirmation."""
    returned = BOOK.story(*ADOPTED, "not_confirmed")
    returned.when(ACTS["adopted_again"]).refused("report_given")
    returned.given(ACTS["reported_again"]).when(ACTS["adopted_again"]).then(state="to_be_published")


@pytest.mark.parametrize(
    ("published_on", "enters_on"),
    [("2024-12-20", "2025-01-01"), ("2025-01-01", "2025-01-01"), ("2025-01-03", "2025-01-03")],
)
def test_an_act_published_too_late_enters_into_force_on_the_day_of_its_publication(
    published_on: str, enters_on: str
) -> None:
    """It enters into force on the day it states, and never before it is published."""
    published = BOOK.story(*ADOPTED, "confirmed").given(on(ACTS["published"], published_on))
    published.when(on(ACTS["entered_into_force"], enters_on)).then(state="in_force", closed_on=enters_on)
    published.when(on(ACTS["entered_into_force"], "2025-01-04")).refused("entry_day_come")


def test_an_act_that_leaves_its_day_to_a_decree_enters_into_force_on_any_day_after_publication() -> None:
    """Without a stated day the act says so, and the day of the decree is recorded when it comes."""
    by_decree = but(ACTS["published"], in_force_on=None, by_decree=True)
    published = BOOK.story(*ADOPTED, "confirmed").given(by_decree)
    published.when(on(ACTS["entered_into_force"], "2025-03-15")).then(state="in_force")


@pytest.mark.parametrize(("ground", "state"), [("given_up", "in_preparation"), ("elections", "in_parliament")])
def test_a_change_lapses_on_the_ground_of_its_stage_only(ground: str, state: str) -> None:
    """Before a bill it is given up; in Parliament elections end it; neither ground fits the other stage."""
    announced = BOOK.story("announced")
    stages = {"in_preparation": announced, "in_parliament": announced.given(ACTS["bill_given"])}
    for name, story in stages.items():
        offered = story.when(but(ACTS["elections"], ground=ground))
        if name == state:
            offered.then(state="come_to_nothing")
        else:
            offered.refused("lapse_ground")


def test_the_real_changes_of_law_stand_where_reporting_left_them() -> None:
    """The division act and the new supervisory authority are in force; HE 189/2025 is pending, nobody knows more."""
    division, authority, deficits = real_cases()
    assert [story.opened.state for story in (division, authority, deficits)] == [
        "in_force",
        "in_force",
        "in_parliament",
    ]
    assert (division.opened.closed_on, authority.opened.closed_on) == (date(2025, 12, 15), date(2026, 1, 1))
    reform = authority.events[0].data
    assert (reform["kind"], reform["authority"], reform["replaces"]) == ("authority_reform", "LVV", ["AVI", "VALVIRA"])
    assert (deficits.events[0].data["bill"], deficits.events[0].precision) == ("HE 189/2025", "by")
    assert deficits.event.data == {"content": "more time to cover deficits may reach 2029", "adoption": "not_confirmed"}


def test_which_procedures_a_change_concerns_is_data() -> None:
    """The division act concerns two declarations, the bill on deficits two others; a later reading adds to them."""
    division, _, deficits = real_cases()
    assert division.events[0].data["concerns"] == ["division_inquiry", "evaluation"]
    assert deficits.events[0].data["concerns"] == ["deficit_extension", "evaluation"]
    noted = deficits.when(on(but(ACTS["concerns_noted"], concerns=["investment_plan"]), "2026-03-04"))
    noted.then(state="in_parliament")
    assert noted.opened.last("concerns_noted") is not None


def told(*whats: str) -> list[str]:
    """What rows of these words tell, filed as law, a day apart."""
    rows = [
        f"[[fact]]\nprocedure = 'law'\nsubject = 'FI'\non = 2026-04-{number:02}\nwhat = '{what}'\nsource = 'made up'\n"
        for number, what in enumerate(whats, start=1)
    ]
    acts, _ = plan(read_history("\n".join(rows).encode()), Declarations((DECLARATION,)))
    return [act.act.fact for act in acts]


@pytest.mark.parametrize(
    ("what", "facts"),
    [
        ("Government gives the bill (HE 900/2026) on investment plans", ["bill_given"]),
        ("Parliament adopted the act (HE 900/2026, EV 900/2026)", ["bill_given", "adopted"]),
        ("the committee gave its report HaVM 900/2026 on the bill HE 900/2026", ["bill_given", "committee_reported"]),
        (
            "the amendment of the funding act (900/2026) entered into force",
            ["bill_given", "adopted", "confirmed", "published", "entered_into_force"],
        ),
        ("Government said that counties get more time; the bill is in committee", ["bill_given", "statement_given"]),
    ],
)
def test_other_changes_are_read_alike(what: str, facts: list[str]) -> None:
    """Other bills, other numbers, other turns of phrase."""
    assert told(what) == facts


@pytest.mark.parametrize(
    "what",
    [
        "the act will enter into force in 2027",
        "the act has not entered into force",
        "Parliament is expected to adopt the bill",
        "a newspaper writes about the law",
    ],
)
def test_what_has_not_happened_tells_nothing(what: str) -> None:
    """A plan or a denial is no fact."""
    assert told(what) == []


def test_a_bill_that_goes_on_is_the_same_case_and_another_bill_another() -> None:
    """The number tells the pending bills apart, whichever was given last."""
    assert told(
        "Government gives the bill (HE 900/2026) on investment plans",
        "Government gives the bill (HE 901/2026) on deficits",
        "the committee gave its report HaVM 900/2026 on the bill HE 900/2026",
        "Parliament adopted the act (HE 900/2026, EV 900/2026)",
    ) == ["bill_given", "bill_given", "committee_reported", "adopted"]


def test_a_change_of_law_concerns_the_whole_state() -> None:
    """No county has a change of law of its own."""
    Story(BOOK.table, subject="15", subject_kind="county").when(ACTS["bill_given"]).refused("subject-not-covered")
