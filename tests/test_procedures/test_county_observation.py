"""An observation: a note, a wish or a risk, each with its own answer and its own age without one."""

from __future__ import annotations

from datetime import date

import pytest

from engine.check import check
from procedures.county_observation.since_2025_01_01 import DECLARATION, waiting_since
from tests.book import but
from tests.story import Told, fact
from tests.test_procedures.county_observation_stories import ACTS, BOOKS

(BOOK,) = BOOKS


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


@pytest.mark.parametrize("kind", ["note", "wish", "risk"])
def test_there_are_three_kinds(kind: str) -> None:
    """Each is raised as what it is."""
    BOOK.opened().when(but(ACTS["raised"], kind=kind)).then(state="raised")


def test_kinds_are_never_mixed() -> None:
    """No fourth kind, and no act that makes a risk of a wish: it is withdrawn and raised anew."""
    BOOK.opened().when(but(ACTS["raised"], kind="wish, risk")).rejected("data-invalid")
    raised = BOOK.story("raised")
    raised.when(but(ACTS["raised"], kind="risk")).refused("already-open")
    told = {name for fact_ in DECLARATION.facts[1:] for name in fact_.payload.model_fields}
    assert "kind" not in told
    raised.when(ACTS["withdrawn"]).then(state="withdrawn")


def test_the_unanswered_has_an_age() -> None:
    """It waits from the day on which it was raised; when the answer does not answer it, from the day of saying so."""
    raised = BOOK.story("raised")
    assert waiting_since(raised.opened) == date(2026, 11, 3)
    answered = raised.given(ACTS["answered"])
    assert waiting_since(answered.opened) is None
    again = answered.given(ACTS["asked_further"])
    assert waiting_since(again.opened) == date(2026, 11, 20)
    again.then(state="raised", deadlines={})
    assert [task.name for task in again.opened.open_tasks] == ["answer_observation"]


def test_no_observation_is_closed_without_an_answer() -> None:
    """Only the county may take back what nobody has answered."""
    raised = BOOK.story("raised")
    raised.when(ACTS["closed"]).refused("wrong-state")
    ministry = Told(fact="withdrawn", on=date(2026, 11, 5), data={"because": "made up"}, role="stm")
    raised.when(ministry).refused("wrong-actor")


def test_an_answer_can_be_bettered() -> None:
    """Another ministry adds its own; the observation stays answered."""
    answered = BOOK.story("raised", "answered")
    answered.when(fact("answered", "2026-11-19", text="made up", by="VM")).then(state="answered")
    answered.when(fact("answered", "2026-11-19", text="made up", by="VMM")).rejected("data-invalid")
