"""Two readings of a corrected case: as it was known before the correction, and as it is known now, on any legal day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from engine.case import Case
from engine.correction_incidents import listed_incidents
from engine.errors import NotFound
from engine.request import AsOf
from tests.story import day
from tests.test_engine.correcting import CorrectingDesk, due, granted, inspected


def seen(desk: CorrectingDesk, on: str | None = None, known_at: int | None = None) -> Case:
    """The case as of a legal day and a position."""
    as_of = AsOf(known_at=known_at, in_force_on=None if on is None else day(on))
    return desk.registrar.load(desk.case_id, as_of)[1]


def value(case: Case, fact: str, name: str) -> Any:
    found = case.last(fact)
    return found.data[name] if found else None


def test_before_the_correction_the_case_was_known_as_it_was_written() -> None:
    """As known at the position before it, deadline and value are those of then; now they are the corrected ones."""
    desk = inspected()
    desk.corrects(3, "2024-06-20", inspected_on="2024-05-27")
    then, now = seen(desk, known_at=4), seen(desk)
    assert [value(case, "inspection_held", "inspected_on") for case in (then, now)] == ["2024-06-03", "2024-05-27"]
    assert [due(case.deadlines["report_due", 1]) for case in (then, now)] == [
        ("2024-06-17", "met"),
        ("2024-06-10", "late"),
    ]
    assert (then.superseded, now.superseded) == ({}, {3: 5})


def test_a_clerical_error_was_one_from_the_beginning() -> None:
    """As known now about a day before the correction was recorded, the corrected reading already holds."""
    desk = inspected()
    desk.corrects(3, "2024-06-20", inspected_on="2024-05-27")
    on_the_day = seen(desk, "2024-06-03")
    assert value(on_the_day, "inspection_held", "inspected_on") == "2024-05-27"
    assert due(on_the_day.deadlines["report_due", 1]) == ("2024-06-10", "open")
    assert value(seen(desk, "2024-06-03", known_at=4), "inspection_held", "inspected_on") == "2024-06-03"


def test_a_corrected_day_says_from_when_the_act_holds() -> None:
    """Inspected on 31 May, not on 3 June: on 1 June the case was inspected, as is known now; then it was not known."""
    desk = inspected()
    desk.corrects(3, "2024-06-20", "2024-05-31")
    states = [seen(desk, "2024-06-01", known).state for known in (4, None)]
    assert states == ["pending", "inspected"]


def test_an_act_put_on_a_later_day_had_not_happened_before_it() -> None:
    """Inspected on 10 June, not on the 3rd: on 5 June neither the inspection nor its correction is heard of."""
    desk = inspected()
    desk.corrects(3, "2024-06-20", "2024-06-10", inspected_on="2024-06-10")
    before, after = seen(desk, "2024-06-05"), seen(desk, "2024-06-10")
    assert (before.state, before.superseded, ("report_due", 1) in before.deadlines) == ("pending", {}, False)
    assert (after.state, after.superseded) == ("inspected", {3: 5})


def test_an_annulment_holds_from_its_own_day() -> None:
    """On a day between the decision and the judgment the permit was granted, as known then and as known now."""
    desk = granted()
    desk.annuls(5, "2024-09-02")
    assert [seen(desk, on).state for on in ("2024-06-28", "2024-08-01", "2024-09-02")] == [
        "inspected",
        "granted",
        "inspected",
    ]
    assert seen(desk, "2024-09-02", known_at=5).state == "granted"


def test_what_came_after_the_day_asked_for_is_not_told_by_an_annulment_that_knew_it() -> None:
    """A judgment of 17 June, recorded in July after a denial of 28 June: on the day of the judgment, no denial."""
    desk = CorrectingDesk()
    desk.does("neighbours_heard", "2024-05-13", neighbours=["Test Neighbour"])
    desk.does("inspection_held", "2024-06-03", inspected_on="2024-06-03", fire_proof=True)
    desk.does("permit_denied", "2024-06-28")
    desk.clock.at = desk.clock.at.replace(month=7, day=10)
    desk.annuls(3, "2024-06-17")
    assert [seen(desk, on).state for on in ("2024-06-14", "2024-06-17", "2024-06-28")] == [
        "inspected",
        "pending",
        "denied",
    ]
    assert due(seen(desk, "2024-06-17").deadlines["decision_due", 1]) == ("2024-08-06", "open")


def test_a_case_whose_opening_is_put_later_was_not_there_before() -> None:
    """Opened on 8 May as is known now: on 7 May there is no such case; as known then there was."""
    desk = inspected()
    desk.corrects(1, "2024-06-20", "2024-05-08")
    assert seen(desk, "2024-05-07", known_at=4).state == "pending"
    with pytest.raises(NotFound, match="not known, or not open"):
        seen(desk, "2024-05-07")
    assert seen(desk, "2024-05-08").opened_on == date(2024, 5, 8)


def test_what_had_not_happened_by_a_day_had_not_lost_its_footing_either() -> None:
    """The cave was found not to be fire-proof after all: before the permit there is no permit to settle."""
    desk = granted()
    desk.corrects(3, "2024-07-08", fire_proof=False)
    listed = {on: [one.version for one in listed_incidents(seen(desk, on))] for on in ("2024-06-28", "2024-07-01")}
    assert listed == {"2024-06-28": [], "2024-07-01": [5]}
