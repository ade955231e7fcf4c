"""A recorded derivation in the reader's language: each English sentence is read back to the step that it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cli.deadline.derivation_words import why
from cli.deadline.recorded_words import recorded_step
from engine.deadlines import ComputedDay, Unit, compute_period, day_or_next_working_day, roll_forward
from engine.law import LANGUAGES
from procedures.calendar import finnish_calendar
from tests.test_engine.dragon_desk import Desk, suspended

STARTS = (date(2026, 6, 5), date(2024, 2, 29), date(2026, 12, 24), date(2026, 1, 31), date(2026, 5, 12))


def every_computed() -> Iterator[ComputedDay]:
    """Days counted in every unit, forward and backward, and set and agreed days on working days and days off."""
    calendar = finnish_calendar()
    for start in STARTS:
        yield roll_forward(start, calendar=calendar)
        yield day_or_next_working_day(start, calendar=calendar)
        for unit in Unit:
            for amount in (1, 13):
                yield compute_period(start, amount, unit, calendar=calendar)
                yield compute_period(start, amount, unit, calendar=calendar, backward=True)


def test_a_recorded_step_is_said_as_it_was_when_it_was_taken() -> None:
    """From its recorded sentence alone, each step of a count is read back with the words that it had."""
    steps = [step for computed in every_computed() for step in computed.derivation]
    read = [why(recorded_step(step.step, step.on, step.why)) for step in steps]
    assert read == [why(step) for step in steps]


LIFE = {
    "given-back",
    "working-days-given-back",
    "days-after-end",
    "working-days-after-end",
    "begins-anew",
    "as-long-as-before",
    "left-as-it-was",
    "takes-no-day",
    "stated",
}
"""The steps that only a deadline with a life of its own has."""


def lives() -> Iterator[Desk]:
    """Desks whose deadlines were suspended and resumed in every way."""
    frozen, left, restarted, kept, back = (Desk() for _ in range(5))
    suspended(frozen, "2024-06-03")
    yield resumed(frozen, "2024-06-13")
    suspended(left, "2024-06-03")
    yield resumed(left, "2024-06-03")
    for name in ("decision_due", "fee_due"):
        suspended(restarted, "2024-06-03", mode="restart", name=name)
        resumed(restarted, "2024-06-13", name)
    yield restarted
    kept.about("extended", "2024-06-03", due="2024-12-31")
    suspended(kept, "2024-06-03", mode="restart")
    yield resumed(kept, "2024-06-13")
    back.does("neighbours_heard", "2024-06-03", neighbours=["Test Neighbour"], reply_by="2024-09-01")
    back.does("inspection_held", "2024-06-03", inspected_on="2024-06-03", fire_proof=True)
    suspended(back, "2024-06-04", name="report_due")
    yield resumed(back, "2024-06-11", "report_due")


def resumed(desk: Desk, on: str, name: str = "decision_due") -> Desk:
    desk.about("resumed", on, name)
    return desk


def test_every_sentence_of_a_deadlines_life_has_words() -> None:
    """Whatever a deadline went through, its derivation is said in Finnish and Swedish, but for people's own reasons."""
    steps = [step for desk in lives() for one in desk.case.deadlines.values() for step in one.derivation]
    read = [recorded_step(step.step, step.date, step.why) for step in steps if step.step != "extended"]
    assert {one.code for one in read} >= LIFE
    labels = [(one.why, why(one)) for one in read]
    assert [sentence for sentence, label in labels if sentence in (label.fi, label.sv)] == []
    assert [label for _, label in labels if any("{" in label.text(language) for language in LANGUAGES)] == []


def test_what_is_no_sentence_of_ours_stays_as_it_was_written() -> None:
    """The reason of an extension is a person's own, in one language."""
    label = why(recorded_step("extended", date(2026, 9, 30), "611/2021 122 §: made-up reason"))
    assert {label.text(language) for language in LANGUAGES} == {"611/2021 122 §: made-up reason"}
