"""Acts of parties: whose they are, who cannot act, whose turn it is, and the approval that is the last one needed."""

from __future__ import annotations

import pytest

from engine.check import check_all
from engine.declarations import Declarations
from tests.story import Story, fact
from tests.test_engine import sample_procedure as sample
from tests.test_engine.shared_treasure import NEW, OLD, PARTNERS, UNCONFIRMED

TABLE = Declarations((OLD, NEW, sample.PROCEDURE)).pinned("shared_treasure@2001-01-01")
PROPOSED = fact("sharing_proposed", "2019-05-06", coins=3)


def story() -> Story:
    return Story(TABLE, subject="01", parties=(*PARTNERS, "VM"))


def approved(party: str, on: str = "2019-05-07") -> tuple[str, str, dict[str, str]]:
    return ("party_approved", on, {"party": party})


def open_tasks(told: Story) -> list[tuple[str, str]]:
    return [(task.name, task.organisation) for task in told.opened.open_tasks]


def test_the_made_up_procedures_are_sound() -> None:
    """Nothing below rests on a declaration that the checker would refuse."""
    assert check_all((OLD, NEW, UNCONFIRMED, sample.PROCEDURE)) == ()


def test_each_party_but_the_ministry_has_a_task_of_its_own() -> None:
    """A task of a party's role is raised once for each party."""
    assert open_tasks(story().given(PROPOSED)) == [("approve", "01"), ("approve", "02"), ("approve", "03")]


def test_a_party_acts_for_itself_alone() -> None:
    """The act is recorded as the party's own, and only that party's task is done."""
    told = story().given(PROPOSED, approved("02"))
    event = told.events[-1]
    assert (event.act_of.organisation, event.act_of.body, event.state) == ("02", "cave", "pending")
    assert open_tasks(told) == [("approve", "01"), ("approve", "03")]


@pytest.mark.parametrize("stranger", ["04", "VM", "nobody"])
def test_nobody_else_can_act_as_a_party(stranger: str) -> None:
    """A stranger, and the ministry that keeps the case, are refused with the list of parties."""
    refused = story().given(PROPOSED).when(approved(stranger)).refused("not-a-party").refusal
    assert "its parties are 01, 02, 03" in refused.message


def test_the_last_approval_brings_it_in_force_on_its_day() -> None:
    """Whoever comes last, in whatever order, the case moves with that act and its clock starts then."""
    told = story().given(PROPOSED, approved("03"), approved("01"), approved("02", "2019-05-09"))
    told_state = (told.opened.state, told.opened.moved_on.isoformat())
    assert told_state == ("in_force", "2019-05-09")
    assert {name: day.isoformat() for name, day in told.aspects["due"].items()} == {"delivery": "2019-06-10"}
    assert open_tasks(told) == [("deliver", "VM")]


def test_an_approval_counts_once() -> None:
    """The guard of the ordinary alternative and of the last one alike is asked."""
    story().given(PROPOSED, approved("03")).when(approved("03")).refused("approves_once")


def test_law_that_is_not_confirmed_needs_its_day() -> None:
    """Under a bill a case is opened only by naming the day from which it is law, and not a day to come."""
    table = Declarations((UNCONFIRMED,)).pinned("treasure_bill@2020-01-01")
    offered = fact("sharing_proposed", "2020-05-06", coins=3)
    for named in (None, "2020-05-07", "2019-12-31"):
        Story(table, subject="01", law_in_force_from=named).when(offered).refused("law-not-confirmed")
    opened = Story(table, subject="01", law_in_force_from="2020-03-01").when(offered)
    assert str(opened.opened.opening.law_in_force_from) == "2020-03-01"
