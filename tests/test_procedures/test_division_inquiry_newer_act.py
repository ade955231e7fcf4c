"""An inquiry that is open when the newer act enters into force."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from engine.assess import Circumstances
from engine.declarations import Declarations
from engine.errors import Refused
from engine.law import Status
from engine.law_change import law_changed, prospect
from engine.next_acts import open_questions
from procedures.calendar import finnish_calendar
from procedures.division_inquiry.since_2021_07_01 import DECLARATION as BEFORE
from procedures.division_inquiry.since_2025_12_15 import DECLARATION as SINCE
from tests.story import Story
from tests.test_procedures.division_inquiry_stories import APPROVED, BOOKS, OLD, PREPARED

OF_OLD, _ = BOOKS
IN_PREPARATION = ("own_initiative_taken", *APPROVED, *PREPARED)


def moved(story: Story, day: date) -> Any:
    """What becomes of a case of the older act that is to be moved under the newer one on a day."""
    held = Declarations((BEFORE, SINCE))
    old, new = held.pinned(BEFORE.declaration_id), held.pinned(SINCE.declaration_id)
    circumstances = Circumstances(today=day, calendar=finnish_calendar(), subject_kind="county")
    found = prospect(old, new, story.opened, day, circumstances)
    return law_changed(new, found, day, circumstances.calendar.version)


def test_a_pending_case_can_be_moved_under_the_newer_act() -> None:
    """Its transitional provision is not known: the move is possible, marked as unsettled, and never made by itself."""
    rule = SINCE.transitional[0]
    assert (rule.version_from, {basis.status for basis in rule.basis}) == (date(2021, 7, 1), {Status.UNSETTLED})
    pending = OF_OLD.story(*IN_PREPARATION)
    event = moved(pending, date(2025, 12, 15))
    assert (event.declaration, event.state) == ("division_inquiry@2025-12-15", "preparation")
    questions = {one.id for one in open_questions(OLD, pending.opened)}
    assert "pending_at_change_of_law" in questions


def test_a_decided_change_stays_under_its_own_act() -> None:
    """What the Government has decided is not moved; nor is anything before the newer act is in force."""
    with pytest.raises(Refused) as refused:
        moved(OF_OLD.story(*IN_PREPARATION, "merger_decided"), date(2025, 12, 15))
    assert {one.code for one in refused.value.missing} == {"change_is_decided"}
    with pytest.raises(Refused) as early:
        moved(OF_OLD.story(*IN_PREPARATION), date(2025, 12, 14))
    assert {one.code for one in early.value.missing} == {"day-of-law-change"}
