"""What stands in the way of an act: a refusal lists all of it at once and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.admit import admit
from engine.assess import Act, Circumstances
from engine.case_register import OF_REACTIONS, SHARED_BY_PEOPLE
from engine.errors import InputRejected, NotFound
from engine.table import Table
from procedures.calendar import finnish_calendar
from tests.story import Story, Told, fact
from tests.test_engine import sample_procedure as sample
from tests.test_engine.permits import GRANTED, INSPECTED, NEW, PENDING, granted, heard, lodged
from tests.test_engine.sample_procedure import TABLE

# What stands in the way


def test_a_refusal_lists_everything_that_is_missing_at_once() -> None:
    """Wrong state, wrong actor, document and condition: whoever asks need ask only once."""
    PENDING.when(fact("permit_granted", "2024-07-01", role="keeper")).refused(
        "wrong-state", "wrong-actor", "document:decision", "fire_proof"
    )


def test_an_opening_is_refused_with_everything_that_is_missing_at_once() -> None:
    """A day to come, a subject that the procedure does not know, another open case, no document, too many heads."""
    story = Story(TABLE, subject_kind="state", open_cases=("dragon-permit-99-2023",), today="2024-05-01")
    story.when(fact("application_lodged", "2024-05-06", name="Test Dragon", heads=4)).refused(
        "in-the-future", "document:application", "subject-not-covered", "open-case-exists", "few_heads"
    )


def test_a_refusal_changes_nothing() -> None:
    """The case is the same as before, and the story can go on."""
    refused = PENDING.when(granted())
    assert refused.case is PENDING.case
    refused.when(heard()).then(state="pending")


def test_a_condition_on_the_payload_waits_until_the_payload_is_there() -> None:
    """Missing fields are named one by one, and a condition on them is not asked yet."""
    NEW.when(fact("application_lodged", "2024-05-06", documents=("application",))).refused("field:name", "field:heads")


def test_a_condition_looks_at_the_payload_and_at_the_number_in_force() -> None:
    """Three heads are allowed, four are not."""
    NEW.when(lodged(heads=3)).then(state="pending")
    NEW.when(lodged(heads=4)).refused("few_heads")


def test_every_unmet_condition_is_explained_in_three_languages_with_its_section() -> None:
    """A refusal carries what is missing, on which section, and what to do now."""
    refusal = PENDING.when(fact("inspection_held", "2024-06-03", inspected_on="2024-06-03", fire_proof=True)).refusal
    [missing] = refusal.missing
    assert (refusal.code, refusal.basis, refusal.try_next) == (
        "act-refused",
        ("0/2000 5 §",),
        "ohjaus case next story-99",
    )
    assert (missing.code, missing.text, missing.basis) == ("heard", sample.HEARD.label, ("0/2000 3 §",))
    assert refusal.message == (
        "Inspection held was not recorded for case story-99. Missing: neighbours have been heard."
    )


@pytest.mark.parametrize(
    ("story", "act", "code"),
    [
        (NEW, heard(), "not-an-opening"),
        (PENDING, lodged("2024-05-07"), "already-open"),
        (PENDING.given(heard()), fact("remitted", "2024-06-03"), "wrong-state"),
        (GRANTED, fact("remitted", "2024-07-02"), "case-closed"),
        (PENDING, heard("2024-05-05"), "before-opening"),
        (INSPECTED, fact("remitted", "2024-06-02"), "before-last-move"),
        (PENDING.on_the_day("2024-05-12"), heard("2024-05-13"), "in-the-future"),
        (PENDING, replace(heard(), role="keeper"), "wrong-actor"),
        (
            INSPECTED,
            fact("permit_granted", "2024-07-01", unreported=("document:decision",)),
            "unreported-without-source",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_general_condition_stands_alone(story: Story, act: Told, code: str) -> None:
    """Where nothing else is wrong, the one condition is the whole refusal."""
    story.when(act).refused(code)


def test_what_moves_nothing_may_have_happened_before_the_last_move() -> None:
    """A hearing that becomes known late is recorded on its own day; only moves keep their order."""
    INSPECTED.when(heard("2024-05-20")).then(state="inspected")


def test_the_last_day_of_the_record_is_today() -> None:
    """An act of today is recorded, and so is one on the very day of the opening or of the last move."""
    PENDING.on_the_day("2024-05-13").when(heard()).then(state="pending")
    PENDING.when(heard("2024-05-06")).then(state="pending")
    INSPECTED.when(fact("remitted", "2024-06-03")).then(state="pending")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (fact("fee_paid", "2024-06-01", amount=12), "data-invalid"),
        (fact("inspection_held", "2024-06-01", inspected_on="June", fire_proof=True), "data-invalid"),
        (replace(heard(), precision="roughly"), "precision-unknown"),
        (fact("fee_payed", "2024-06-01"), "fact-unknown"),
    ],
)
def test_what_cannot_be_read_never_reaches_the_rules(act: Told, code: str) -> None:
    """Unknown fields, values of the wrong kind and unknown names are rejected as such."""
    PENDING.when(act).rejected(code)


def test_an_unknown_fact_is_not_found_and_the_nearest_is_named() -> None:
    """A slip of the pen is answered with what was probably meant."""
    refusal = PENDING.when(fact("fee_payed", "2024-06-01")).refusal
    assert isinstance(refusal, NotFound)
    assert refusal.nearest[0] == "fee_paid"


def test_an_opening_names_its_subject() -> None:
    """Without the opening itself there is nothing to open."""
    act = Act(fact="application_lodged", on=date(2024, 5, 6), data={"name": "Test Dragon", "heads": 1})
    today = Circumstances(today=date(2024, 5, 6), calendar=finnish_calendar(), subject_kind="county")
    with pytest.raises(InputRejected) as caught:
        admit(TABLE, None, act, today)
    assert caught.value.code == "opening-lacking"


def test_one_subject_may_have_several_open_cases_where_the_procedure_says_so() -> None:
    """Whether another open case stands in the way is a matter of the declaration."""
    table = Table(replace(sample.PROCEDURE, one_open_case=False), SHARED_BY_PEOPLE, OF_REACTIONS)
    Story(table, open_cases=("dragon-permit-99-2023",)).when(lodged()).then(state="pending")
