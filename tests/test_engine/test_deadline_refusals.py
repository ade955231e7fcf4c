"""What nobody can do to a running time: each refused for its own reason, and nothing recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.test_engine.dragon_desk import HEARD, INSPECTED, Desk, suspended


def stated(act: str, **data: Any) -> tuple[str, dict[str, Any]]:
    """An act on the decision's deadline as somebody would state it."""
    usual: dict[str, Any] = {"deadline": "decision_due", "why": "made up"}
    if act != "resumed":
        usual["section"] = "0/2000 4 §"
    return f"deadline_{act}", {**usual, **data}


SUSPEND = stated("suspended", mode="freeze")
FIRST = stated("suspended", mode="freeze", why="first")
RESUME = stated("resumed")
REFUSALS: dict[str, tuple[tuple[tuple[str, str, dict[str, Any]], ...], str, tuple[str, dict[str, Any]], set[str]]] = {
    "an unknown deadline": ((), "2024-06-03", stated("cancelled", deadline="nap_time"), {"deadline_runs"}),
    "an unknown generation": ((), "2024-06-03", stated("cancelled", generation=2), {"deadline_runs"}),
    "what is not suspended": ((), "2024-06-03", RESUME, {"deadline_is_suspended"}),
    "a mode that nobody knows": ((), "2024-06-03", stated("suspended"), {"suspension_mode_known"}),
    "before the deadline was set": ((), "2024-05-05", SUSPEND, {"before-opening", "not_before_the_deadline"}),
    "a time that is over": ((), "2024-08-07", SUSPEND, {"deadline_not_over"}),
    "no section": (
        (),
        "2024-06-03",
        ("deadline_cancelled", {"deadline": "decision_due", "why": "x"}),
        {"field:section"},
    ),
    "no reason": ((), "2024-06-03", ("deadline_resumed", {"deadline": "decision_due"}), {"field:why"}),
    "before the suspension": ((("2024-06-03", *SUSPEND),), "2024-06-02", RESUME, {"not_before_the_suspension"}),
    "neither reason": (
        (("2024-06-03", *FIRST), ("2024-06-04", *SUSPEND)),
        "2024-06-10",
        stated("resumed", why="another"),
        {"suspension_named"},
    ),
    "what has ended": (
        (("2024-06-03", *SUSPEND), ("2024-06-04", *RESUME)),
        "2024-06-10",
        RESUME,
        {"deadline_is_suspended"},
    ),
    "what was met": (
        (("2024-06-03", "permit_denied", {}),),
        "2024-06-10",
        SUSPEND,
        {"deadline_runs"},
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_is_refused(name: str) -> None:
    """Each is refused for its own reason alone, and changes nothing."""
    before, on, (fact, data), codes = REFUSALS[name]
    desk = Desk()
    for told_on, told, more in before:
        desk.does(told, told_on, **more)
    assert desk.refuses(fact, on, **data) == codes


def test_a_deadline_set_later_takes_no_act_from_before_it() -> None:
    """The report's time was set on 10 June, though it counts from the 3rd: an act of the 7th is too early for it."""
    desk = Desk()
    desk.does("neighbours_heard", "2024-05-13", **HEARD)
    desk.does("inspection_held", "2024-06-10", **INSPECTED)
    fact, data = stated("suspended", deadline="report_due", mode="freeze")
    assert desk.refuses(fact, "2024-06-07", **data) == {"not_before_the_deadline"}
    assert desk.refuses(fact, "2024-06-10", **data) == set()


def test_what_is_not_read_is_rejected() -> None:
    """A mode of another name, a section of spaces, a field that nobody knows."""
    for more in ({"mode": "sleep"}, {"section": "  "}, {"until": "2024-09-01"}):
        fact, data = stated("suspended", **{"mode": "freeze", **more})
        assert Desk().refuses(fact, "2024-06-03", **data) == {"data-invalid"}


def test_a_reason_in_other_words_ends_the_only_suspension() -> None:
    """Where one runs, nobody can mean another."""
    desk = Desk()
    suspended(desk, "2024-06-03", "waiting for a statement")
    assert desk.about("resumed", "2024-06-13", why="the statement came").due == date(2024, 8, 16)
