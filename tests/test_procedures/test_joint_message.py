"""Joint messages: several ministries behind them, groups in their order, and the message of 2015 as it went."""

from __future__ import annotations

import pytest

from engine.check import check
from engine.declarations import Declarations
from procedures.history import plan, read_history, real_history
from procedures.joint_message.since_2015_01_01 import DECLARATION
from tests.book import but, on
from tests.story import Story, Told
from tests.test_procedures.joint_message_stories import ACTS, BOOKS

(BOOK,) = BOOKS
HANDLED = ("drafted", "project_group_handled", "ministerial_group_handled")


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


@pytest.mark.parametrize("ministries", [[], ["VM"], ["STM", "STM"]])
def test_a_message_of_one_ministry_is_not_joint(ministries: list[str]) -> None:
    """It takes at least two of the three ministries."""
    BOOK.opened().when(but(ACTS["drafted"], ministries=ministries)).refused("joint")


def test_the_project_group_approves_what_the_ministerial_group_has_handled() -> None:
    """No approval before the ministers, and none after the draft went back until both groups have seen it again."""
    drafted = BOOK.story(*HANDLED[:2])
    drafted.when(ACTS["approved"]).refused("wrong-state")
    returned = BOOK.story(*HANDLED, "returned_for_drafting", "handled_again")
    returned.when(ACTS["approved"]).refused("wrong-state")
    returned.given(ACTS["ministers_again"]).when(ACTS["approved"]).then(state="approved")


def test_each_update_sets_the_next_review() -> None:
    """The day of the review is the one that was agreed; without one, nothing runs."""
    published = BOOK.story(*HANDLED, "approved", "published").then(due={"review": "2025-09-01"})
    updated = published.when(ACTS["updated"]).then(due={"review": "2026-03-02"})
    assert updated.deadline("review", 1).status == "met"
    updated.when(ACTS["kept_as_it_is"]).then(state="published", due={})


def test_several_messages_may_be_on_their_way_at_once() -> None:
    """A message on another theme does not wait for the first."""
    story = Story(BOOK.table, subject="FI", subject_kind="state", open_cases=("joint-message-fi-2025",))
    story.when(ACTS["drafted"]).then(state="drafted")


def test_the_message_of_2015_as_it_went() -> None:
    """Project group on 30 November, ministerial group on 3 December, approved and published on 7 December 2015."""
    acts, _ = plan(real_history(), Declarations((DECLARATION,)))
    story = BOOK.opened()
    for planned in acts:
        act = planned.act
        told = Told(
            fact=act.fact,
            on=act.on,
            data=act.data,
            documents=act.documents,
            precision=act.precision,
            unreported=act.unreported,
        )
        story = story.given(told)
    assert [(event.type.partition(".")[2], event.effective_on.isoformat()) for event in story.events] == [
        ("drafted", "2015-11-30"),
        ("project_group_handled", "2015-11-30"),
        ("ministerial_group_handled", "2015-12-03"),
        ("approved", "2015-12-07"),
        ("published", "2015-12-07"),
    ]
    story.then(state="published", due={})
    assert story.events[0].unreported == ("joint",)
    assert story.event.data["channels"] == ["web", "newsletter"]


def test_a_report_on_another_theme_is_another_message() -> None:
    """The theme tells one open message from another; a report without a theme means the newest."""
    rows = [
        ("2025-02-10", "project group handles the joint message on rents"),
        ("2025-02-12", "project group handles the joint message on data protection"),
        ("2025-02-20", "ministerial group handled the joint message"),
    ]
    lines = [
        f"[[fact]]\nprocedure = 'joint_message'\nsubject = 'FI'\non = {day}\nwhat = '{what}'\nsource = 'made up'\n"
        for day, what in rows
    ]
    acts, left = plan(read_history("\n".join(lines).encode()), Declarations((DECLARATION,)))
    assert left == ()
    opened = {act.opened_by: act.act.data["theme"] for act in acts if act.act.opening}
    assert [(act.act.fact, opened[act.opened_by]) for act in acts if not act.implied] == [
        ("project_group_handled", "rents"),
        ("project_group_handled", "data protection"),
        ("ministerial_group_handled", "data protection"),
    ]


def test_an_update_needs_its_text_and_its_place() -> None:
    """Without the document and a channel there is no update."""
    published = BOOK.story(*HANDLED, "approved", "published")
    bare = Told(fact="updated", on=on(ACTS["updated"], "2025-08-28").on)
    published.when(bare).refused("document:message", "channel_named")
