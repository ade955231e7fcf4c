"""The agreement of the bilingual counties: its nine parties, the language boards, and what sets it apart."""

from __future__ import annotations

from datetime import date

import pytest

from engine.law import Status
from procedures.bilingual_agreement.profile import LAW
from procedures.bilingual_agreement.since_2022_03_01 import DECLARATION
from procedures.directory import steered
from tests.book import but
from tests.test_procedures.bilingual_agreement_stories import (
    ACTS,
    BOOK,
    DRAFTED,
    HEARD,
    IN_FORCE,
    LATER,
    PARTIES,
    PUT,
    WITH_BOARD_TASK,
)
from tests.test_procedures.collaborative_agreement_stories import approvals_of, told


def test_its_parties_are_all_who_serve_in_both_languages() -> None:
    """39 § 1 and 7 mom.: seven counties, Helsinki and HUS; the ministry is responsible for the case."""
    bilingual = tuple(actor.code for actor in steered() if actor.bilingual)
    assert DECLARATION.parties_of("BILINGUAL") == (*bilingual, "STM") == (*PARTIES, "STM")


def test_southwest_finland_coordinates() -> None:
    """39 § 3 mom. names the county."""
    assert ACTS["put_2023"].role is None
    assert BOOK.story(*PUT).opened.last("put_to_councils").act_of.organisation == "05"  # type: ignore[union-attr]


def test_the_first_agreement_was_due_on_the_first_of_september_2023() -> None:
    """616/2021 56 § 5 mom.; a later agreement has no such day, and no council term bounds it."""
    assert BOOK.story("started").aspects["due"] == {"first_agreement": date(2023, 9, 1)}
    assert BOOK.story("started_2029").aspects["due"] == {}


def test_services_that_passed_on_from_karkulla_belong_to_the_first_agreement_alone() -> None:
    """616/2021 56 § 5 mom.: the first agreement settles them, a later one need not."""
    first = told("draft_completed", "2023-04-01", "draft", **LATER)
    BOOK.story(*DRAFTED[:2]).when(first).refused("agreed_karkulla_services")
    BOOK.story("started_2029", "drafting_begun_2029").when(
        told("draft_completed", "2029-10-01", "draft", **LATER)
    ).then(state="drafting")


def test_what_the_law_centralises_cannot_be_agreed_otherwise() -> None:
    """39 § 2 mom."""
    BOOK.story(*DRAFTED[:2]).when(but(ACTS["draft_2023"], keeps_centralised_tasks=None)).refused(
        "keeps_centralised_tasks"
    )


def test_no_university_is_heard() -> None:
    """39 § names none: the text goes from the draft to the ministry."""
    assert "universities_hearing" not in {state.id for state in DECLARATION.states}
    assert "universities_heard" not in {fact.id for fact in DECLARATION.facts}


@pytest.mark.parametrize("party", WITH_BOARD_TASK)
def test_a_council_approves_after_its_language_board_has_given_an_opinion(party: str) -> None:
    """611/2021 33 § 2 mom. 4 kohta, for Helsinki 615/2021 19 §, for HUS 615/2021 2 § 4 mom."""
    approval = told("party_approved", "2023-06-26", "council_decision", party=party)
    BOOK.story(*PUT).when(approval).refused("language_board_heard")
    BOOK.story(*PUT, f"board_{party}_2023").when(approval).then(state="approval")


def test_a_silent_board_does_not_stop_the_council() -> None:
    """The section gives the board a duty and says nothing of waiting: the approval says that it was asked in vain."""
    approval = told("party_approved", "2023-06-26", "council_decision", party="01", board_silent=True)
    BOOK.story(*PUT).when(approval).then(state="approval")


def test_the_board_of_ostrobothnia_has_no_such_task() -> None:
    """Its minority language is Finnish: the section speaks of boards where it is Swedish."""
    BOOK.story(*PUT).when(ACTS["approved_17_2023"]).then(state="approval")


def test_the_opinion_on_one_text_does_not_do_for_the_next() -> None:
    """A text that is drafted again goes before the boards again."""
    way = BOOK.ways["amended"]
    story = BOOK.story(*way[: way.index("put_2028") + 1])
    story.when(told("party_approved", "2028-10-13", "council_decision", party="01")).refused("language_board_heard")


def test_it_is_taken_to_be_in_force_with_the_last_approval_which_the_section_does_not_say() -> None:
    """39 § 4 mom. is silent: the join is marked as unsettled."""
    assert [basis.status for basis in LAW.entry] == [Status.UNSETTLED]
    story = BOOK.story(*HEARD, *approvals_of(2023, PARTIES[:-1]))
    story.when(ACTS["approved_HUS_2023"]).then(state="in_force", standings={"agreement_in_force"}, due={})


def test_no_time_is_set_for_the_delivery() -> None:
    """The month of decree 309/2023 is for the agreement of 36 §: here a task without a day."""
    story = BOOK.story(*IN_FORCE)
    assert (story.aspects["due"], story.task("deliver_to_stm").deadline) == ({}, None)


def test_the_boards_monitor_an_agreement_in_force_only() -> None:
    """Before there is an agreement there is nothing to monitor."""
    early = told("language_board_monitored", "2023-07-03", party="90", year=2023)
    BOOK.story(*PUT).when(early).refused("agreement_in_force")
    BOOK.story(*IN_FORCE).when(ACTS["board_monitored"]).then(state="in_force")


def test_the_governments_decision_rests_on_the_sections_own_provision() -> None:
    """39 § 6 mom.: no agreement, or the rights of Swedish speakers not secured."""
    way = BOOK.ways["decided_by_government"]
    story = BOOK.story(*way[: way.index("government_decided") + 1])
    assert story.standing("government_decision_in_force").basis == "612/2021 39 § 6 mom."
