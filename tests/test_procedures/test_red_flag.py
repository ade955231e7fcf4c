"""A red flag: the State's clock as an internal target, a plan B, and a flag that only the county lowers."""

from __future__ import annotations

from datetime import date

from engine.check import check
from procedures.red_flag.since_2025_01_01 import DECLARATION
from tests.book import but, on
from tests.story import Told
from tests.test_procedures.red_flag_stories import ACTS, BOOKS

(BOOK,) = BOOKS


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_the_clock_of_the_state_is_an_internal_target() -> None:
    """Five working days from Monday 9 November 2026; the deadline is said to be unsettled, and not of the law."""
    raised = BOOK.story("raised").then(due={"answer_flag": "2026-11-16"})
    running = raised.deadline("answer_flag")
    assert (running.kind, running.law_status) == ("without_delay", "unsettled")
    (number,) = DECLARATION.parameters.by_name["answer_target"].values
    assert (number.value, str(number.status)) == (5, "unsettled")


def test_a_late_answer_is_late_and_taken() -> None:
    """The target voids nothing: the answer of 17 November is recorded as late."""
    late = on(ACTS["answered"], "2026-11-17")
    BOOK.story("raised").when(late).then(state="answered", deadlines={"answer_flag": "late", "support": "open"})


def test_an_insufficient_answer_starts_the_clock_again() -> None:
    """The flag goes back to waiting, with a new target; the promised support runs on until it is promised anew."""
    again = BOOK.story("raised", "answered", "answer_insufficient")
    again.then(state="raised", due={"answer_flag": "2026-11-25", "support": "2026-11-30"})
    answered = again.given(ACTS["answered_again"])
    answered.then(state="answered", due={"support": "2026-12-04"})
    assert [answered.deadline("support", number).status for number in (1, 2)] == ["cancelled", "open"]


def test_an_answer_without_a_day_promises_none() -> None:
    """Where no day is set for the support, no clock runs; a day that has passed cannot be promised."""
    BOOK.story("raised").when(but(ACTS["answered"], support_by=None)).then(state="answered", due={})
    BOOK.story("raised").when(but(ACTS["answered"], support_by="2026-11-12")).refused("support_ahead")


def test_a_flag_asks_for_a_plan_b() -> None:
    """The county has the task from the first day; what was not made cannot be used."""
    raised = BOOK.story("raised")
    assert raised.task("make_plan_b").organisation == "07"
    raised.when(ACTS["plan_b_used"]).refused("plan_b_is_made")
    made = raised.given(ACTS["plan_b_made"]).then(tasks={"answer_red_flag": "open", "make_plan_b": "done"})
    made.when(ACTS["plan_b_used"]).then(state="raised")


def test_only_the_county_lowers_its_flag() -> None:
    """Neither an answer nor the promised support clears it, and no ministry can."""
    helped = BOOK.story("raised", "answered").given(on(ACTS["support_given"], "2026-11-30"))
    helped.then(state="answered", due={})
    by_ministry = Told(fact="cleared", on=date(2026, 12, 11), data={"because": "made up"}, role="stm")
    helped.when(by_ministry).refused("wrong-actor")
    helped.when(ACTS["cleared"]).then(state="cleared")


def test_an_answered_flag_is_no_longer_an_error() -> None:
    """It can be withdrawn as raised in error only before the State has answered."""
    BOOK.story("raised", "answered").when(on(ACTS["withdrawn"], "2026-11-16")).refused("wrong-state")


def test_a_flag_names_offices_and_a_known_sub_task() -> None:
    """Whom to call is required on both sides; a sub-task outside the roadmap is refused."""
    BOOK.opened().when(but(ACTS["raised"], contact=None)).refused("field:contact")
    BOOK.story("raised").when(but(ACTS["answered"], contact=None)).refused("field:contact")
    BOOK.opened().when(but(ACTS["raised"], task="ICT-C-1.22")).rejected("data-invalid")


def test_a_county_can_have_several_flags_up() -> None:
    """A second flag does not wait for the first."""
    assert not DECLARATION.one_open_case
