"""The Government's decision on an agreement (612/2021 38 and 39 §, 615/2021 12 §): grounds, hearing, force, appeals."""

from __future__ import annotations

from datetime import date

import pytest

from procedures.agreement_decision.since_2023_01_01 import DECLARATION
from tests.book import Book, but, on
from tests.story import Story, fact
from tests.test_procedures.agreement_decision_stories import (
    ACTS,
    APPEALED,
    BILINGUAL_BOOK,
    BOOK,
    DECIDED,
    HEARD,
    HEARING,
    HUS_BOOK,
    SERVED,
    TABLE,
    appeal,
    opened,
    service,
)

SUBJECTS = {
    "collaborative": ("S-S", "collaborative_area"),
    "bilingual": ("BILINGUAL", "county_group"),
    "hus": ("HUS", "joint_authority"),
}


@pytest.mark.parametrize(
    ("agreement", "ground", "condition"),
    [
        ("collaborative", "no_agreement", None),
        ("collaborative", "duties_not_secured", None),
        ("collaborative", "cost_effectiveness_not_secured", None),
        ("collaborative", "language_rights_not_secured", "ground_of_38"),
        ("collaborative", "duties_and_cost_effectiveness_not_secured", "ground_of_38"),
        ("bilingual", "no_agreement", None),
        ("bilingual", "language_rights_not_secured", None),
        ("bilingual", "duties_not_secured", "ground_of_39"),
        ("hus", "no_agreement", None),
        ("hus", "duties_and_cost_effectiveness_not_secured", None),
        ("hus", "cost_effectiveness_not_secured", "ground_of_12"),
        ("hus", "language_rights_not_secured", "ground_of_12"),
    ],
)
def test_each_agreement_has_its_own_grounds(agreement: str, ground: str, condition: str | None) -> None:
    """38 § 1 mom. knows three, 39 § 6 mom. two, 12 § 1 mom. two; a ground of another section opens nothing."""
    subject, kind = SUBJECTS[agreement]
    matters = None if agreement == "bilingual" else [1]
    told = but(ACTS["ground_recorded"], agreement=agreement, grounds=[ground], matters=matters)
    story = Story(TABLE, subject=subject, subject_kind=kind, ministry="STM").when(told)
    if condition is None:
        story.then(state="ground_recorded")
    else:
        assert condition in {one.code for one in story.refusal.missing}


def test_the_items_are_those_of_the_statute() -> None:
    """36 § 3 mom. has eleven items, 9 § 3 mom. eight; the agreement of 39 § has no such list."""
    BOOK.opened().when(but(ACTS["ground_recorded"], matters=[11])).then(state="ground_recorded")
    BOOK.opened().when(but(ACTS["ground_recorded"], matters=[12])).refused("matters_exist")
    HUS_BOOK.opened().when(but(HUS_BOOK.acts["ground_recorded"], matters=[9])).refused("matters_exist")
    BILINGUAL_BOOK.opened().when(but(BILINGUAL_BOOK.acts["ground_recorded"], matters=[1])).refused("matters_exist")


def test_helsinki_alone_is_no_subject() -> None:
    """The power is about agreements: of an area, of the bilingual counties, or of HUS."""
    told = but(ACTS["ground_recorded"], agreement="collaborative")
    Story(TABLE, subject="90", subject_kind="city", ministry="STM").when(told).refused(
        "fits_subject", "subject-not-covered"
    )


def test_the_parties_are_those_of_the_agreement() -> None:
    """Members of the area, the bilingual counties, and of the HUS agreement its six parties (615/2021 9 § 1 mom.)."""
    assert DECLARATION.parties_of("S-S") == ("07", "08", "16", "STM")
    assert DECLARATION.parties_of("HUS") == ("01", "02", "03", "04", "90", "HUS", "STM")
    assert {"05", "17", "90"} <= set(DECLARATION.parties_of("BILINGUAL"))


def test_no_decision_before_those_concerned_were_heard() -> None:
    """38 § 2 mom.: the ministry must hear them; everyone is asked, and replies or lets the day pass."""
    BOOK.story("ground_recorded", "draft_prepared").when(ACTS["decided"]).refused("wrong-state")
    story = BOOK.story(*HEARING)
    assert [task.organisation for task in story.opened.open_tasks if task.name == "reply_to_hearing"] == [
        "07",
        "08",
        "16",
    ]
    story.when(on(ACTS["parties_heard"], "2026-07-31")).refused("replied_or_time_over")
    story.when(on(ACTS["parties_heard"], "2026-08-01")).then(state="heard", deadlines={"hearing_reply": "cancelled"})
    replied = story.given(ACTS["reply_of_07"], ACTS["reply_of_08"], ACTS["reply_of_16"])
    replied.when(on(ACTS["parties_heard"], "2026-07-31")).then(state="heard", deadlines={"hearing_reply": "met"})


def test_a_changed_draft_is_heard_anew() -> None:
    """Replies to the first draft are no replies to the second."""
    story = BOOK.story(*HEARD, "draft_again", "hearing_again")
    story.when(on(ACTS["parties_heard"], "2026-08-31")).refused("replied_or_time_over")


def test_the_time_for_opinions_can_be_extended() -> None:
    """434/2003 33 § 2 mom.: at a party's request; the hearing is then closed when the new day has gone."""
    extended = fact("reply_time_extended", "2026-07-20", reply_by="2026-08-14", requested_by="16")
    story = BOOK.story(*HEARING).given(extended)
    story.when(on(ACTS["parties_heard"], "2026-08-14")).refused("replied_or_time_over")
    story.when(on(ACTS["parties_heard"], "2026-08-17")).then(state="heard")


def test_of_the_hus_agreement_all_parties_are_heard() -> None:
    """615/2021 12 § 2 mom.: the parties, all of them, even where the case was opened with fewer."""
    fewer = Story(TABLE, subject="HUS", subject_kind="joint_authority", ministry="STM", parties=("90", "HUS"))
    drafted = fewer.given(HUS_BOOK.acts["ground_recorded"], HUS_BOOK.acts["draft_prepared"])
    drafted.when(but(HUS_BOOK.acts["hearing_requested"], asked=["90", "HUS"])).refused("every_party_asked")
    drafted.when(HUS_BOOK.acts["hearing_requested"]).then(state="hearing")


def test_the_decision_reaches_as_far_as_its_ground() -> None:
    """38 § 1 mom. “to the extent that”: items beside the ground stay the counties' own, unless they agree on none."""
    BOOK.story(*HEARD).when(but(ACTS["decided"], matters=[6, 10])).refused("within_the_ground")
    none_agreed = but(ACTS["ground_recorded"], grounds=["no_agreement"], matters=None)
    story = BOOK.opened().given(none_agreed, *(ACTS[name] for name in HEARD[1:]))
    story.when(but(ACTS["decided"], matters=[6, 10])).then(state="decided")


@pytest.mark.parametrize(
    ("book", "standing"),
    [
        (BOOK, "binding_despite_appeal"),
        (HUS_BOOK, "enforceable_before_final"),
        (BILINGUAL_BOOK, "awaiting_finality"),
    ],
    ids=["38 §", "12 §", "39 §"],
)
def test_the_three_decisions_stand_differently_while_appeals_can_be_made(book: Book, standing: str) -> None:
    """60 § 3 mom. binds the 38 § decision, 27 § 4 mom. lets that of HUS be carried out, 39 § is left to 122 §."""
    story = BOOK.story(*HEARD) if book is BOOK else opened(book)
    story.when(book.acts["decided"]).then(state="decided", standings={standing})


def test_only_the_bilingual_decision_waits_until_it_is_final() -> None:
    """A 38 § decision and that on HUS are carried out at once; one under 39 § when final, or by a stated exception."""
    BOOK.story(*DECIDED).when(on(ACTS["implementation_begun"], "2026-09-17")).then(state="decided")
    opened(HUS_BOOK).given(HUS_BOOK.acts["decided"]).when(HUS_BOOK.acts["implementation_begun"]).then(state="decided")
    bilingual = opened(BILINGUAL_BOOK).given(BILINGUAL_BOOK.acts["decided"])
    begun = but(BILINGUAL_BOOK.acts["implementation_begun"], before_final_because=None)
    bilingual.when(begun).refused("enforceable")
    served = bilingual.given(*(service(code, "2026-09-18") for code in ("05", "17", "18")))
    final = served.given(on(ACTS["became_final"], "2026-10-20"))
    assert final.aspects["standings"] == {"legally_final"}
    final.when(on(begun, "2026-10-21")).then(state="served")


def test_the_court_can_bar_what_would_have_to_be_obeyed() -> None:
    """60 § 3 mom. “unless the court orders otherwise”: while an appeal is pending, and until the order is lifted."""
    begun = on(ACTS["implementation_begun"], "2026-11-03")
    BOOK.story(*SERVED).when(ACTS["implementation_prohibited"]).refused("some_appeal_pending")
    barred = BOOK.story(*APPEALED, "implementation_prohibited")
    assert barred.aspects["standings"] == {"binding_despite_appeal", "implementation_barred"}
    barred.when(begun).refused("not_prohibited")
    barred.given(ACTS["prohibition_lifted"]).when(on(begun, "2026-12-01")).then(state="served")


def test_the_time_to_appeal_runs_for_each_from_its_own_service() -> None:
    """808/2019 13 §: thirty days from service; 18 October 2026 is a Sunday, so the first ends on Monday."""
    story = BOOK.story(*SERVED)
    due = [story.deadline("appeal", number).due for number in (1, 2, 3)]
    assert due == [date(2026, 10, 19), date(2026, 10, 21), date(2026, 10, 22)]
    story.when(appeal("08", 1, "2026-10-12")).refused("own_service")
    story = story.when(appeal("08", 2, "2026-10-22"))
    assert [story.deadline("appeal", number).status for number in (1, 2, 3)] == ["open", "late", "open"]


def test_the_decision_is_final_when_nobody_can_appeal_any_more() -> None:
    """The day after the last time to appeal, and not while the court has an appeal."""
    BOOK.story(*SERVED).when(on(ACTS["became_final"], "2026-10-22")).refused("time_over")
    BOOK.story(*SERVED).when(on(ACTS["became_final"], "2026-10-23")).then(standings={"legally_final"})
    BOOK.story(*APPEALED).when(ACTS["became_final"]).refused("appeals_decided")


def test_each_appeal_is_decided_by_its_number() -> None:
    """The court's task stays open until the last appeal is decided, and none is decided twice."""
    story = BOOK.story(*APPEALED, "appeal_of_07_dismissed")
    assert [task.name for task in story.opened.open_tasks if task.role == "supreme_administrative_court"] == [
        "judge_appeal"
    ]
    story.when(ACTS["appeal_of_07_dismissed"]).refused("appeal_pending")
    story = story.given(ACTS["partly_quashed_for_16"])
    assert [task for task in story.opened.open_tasks if task.role == "supreme_administrative_court"] == []


def test_an_agreement_in_time_ends_the_matter_without_a_decision() -> None:
    """The power is for where the parties come to no agreement: once they have, nothing is left to decide."""
    BOOK.story(*HEARD).when(ACTS["agreement_reached"]).then(state="agreement_reached")
    BOOK.story(*DECIDED).when(on(ACTS["agreement_reached"], "2026-09-17")).refused("wrong-state")


def test_the_decision_holds_until_a_new_agreement() -> None:
    """38 § 3 mom.: the agreement ends it and every standing; the time to appeal runs on, and appeals are recorded."""
    story = BOOK.story(*SERVED).given(on(ACTS["replaced_by_agreement"], "2026-10-01"))
    assert (story.opened.state, story.aspects["standings"]) == ("replaced", set())
    story = story.when(ACTS["appeal_of_07"])
    assert [story.deadline("appeal", number).status for number in (1, 2, 3)] == ["met", "open", "open"]
    story.when(but(ACTS["appeal_of_07_dismissed"], outcome="lapsed")).then(state="replaced")


def test_what_it_hears_of_other_procedures() -> None:
    """A round that ends in an assessment is linked; an agreement in force asks the ministry to record it."""
    heard = {one.to: one.task.done_by if one.task else () for one in DECLARATION.listens}
    recording = ("replaced_by_agreement", "agreement_reached", "not_pursued")
    assert heard == {
        "collaborative_negotiation.concluded_government_assessment": (),
        "collaborative_agreement.entered_into_force": recording,
        "bilingual_agreement.entered_into_force": recording,
        "hus_agreement.entered_into_force": recording,
    }
