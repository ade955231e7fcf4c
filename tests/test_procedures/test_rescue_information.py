"""613/2021 13–15 § and decree 1213/2022: reports and assessments of rescue services, with their days."""

from __future__ import annotations

from datetime import date

import pytest

from engine.assess import Circumstances
from engine.declarations import Declarations
from engine.law_change import Prospect, law_changed, prospect
from engine.table import Table
from procedures.calendar import finnish_calendar
from procedures.rescue_information import since_2023_01_01, since_2024_08_01, since_2026_01_01
from tests.book import Book, but, on
from tests.story import Story, fact
from tests.test_procedures.rescue_information_stories import BOOKS, ON_2023, ON_2024, ON_2025, PARTIES, REPORTS, acts

VERSIONS = Declarations((since_2023_01_01.DECLARATION, since_2024_08_01.DECLARATION, since_2026_01_01.DECLARATION))
every_book = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.table.procedure.declaration_id)


def waiting(story: Story, task: str) -> list[str]:
    """The organisations of whom a task is still asked, in order."""
    return sorted(one.organisation for one in story.opened.open_tasks if one.name == task)


def opened_on(year: int) -> Story:
    """A round on a year, opened in the year after it by the law of that day."""
    day = date(year + 1, 1, 4)
    table = VERSIONS.in_force("rescue_information", day)
    story = Story(table, subject="FI", subject_kind="state", ministry="SM", parties=PARTIES)
    return story.given(fact("round_opened", day, year=year))


def test_counties_and_helsinki_report_but_not_hus() -> None:
    """615/2021 2 § 6 mom.: HUS organises no rescue services; 22 reports a year."""
    assert (len(PARTIES), "90" in PARTIES, "HUS" in PARTIES) == (22, True, False)
    ON_2024.story("round_opened").when(but(ON_2024.acts["report_15"], party="HUS")).refused("not-a-party")


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2023, ("2024-04-30", "2024-07-01", "2024-09-16")),
        (2024, ("2025-04-30", "2025-06-30", "2025-09-15")),
        (2027, ("2028-05-02", "2028-06-30", "2028-09-15")),
        (2028, ("2029-04-30", "2029-07-02", "2029-09-17")),
    ],
)
def test_the_days_of_the_year_after(year: int, days: tuple[str, str, str]) -> None:
    """30 April, 30 June, 15 September; 150/1930 5 § moves Sunday 30.4.2028 past May Day and Saturday 15.9.2029."""
    opened_on(year).then(
        due=dict(zip(("county_reports", "regional_assessments", "national_assessment"), days, strict=True))
    )


@every_book
def test_the_round_shows_who_is_missing(book: Book) -> None:
    """Each party has its own task; the day is met by the last report, late if that is late."""
    story = book.story("round_opened", *REPORTS[:-1])
    assert waiting(story, "deliver_county_report") == ["90"]
    late = story.when(
        on(book.acts[REPORTS[-1]], story.deadline("county_reports").due.replace(month=5, day=20).isoformat())
    )
    assert (late.deadline("county_reports").status, waiting(late, "deliver_county_report")) == ("late", [])


@every_book
def test_a_late_report_stops_nobody(book: Book) -> None:
    """The assessments go on without it, and it can be recorded at any time while the round is open."""
    story = book.story("round_opened", "all_assessed", "late_report", "national_assessment", "national_report")
    story.then(state="reported")
    assert len(waiting(story, "deliver_county_report")) == 21


@every_book
def test_an_incomplete_report_leaves_the_duty_open(book: Book) -> None:
    """Act and decree name eight matters; a report that lacks one has arrived, and is still owed."""
    story = book.story("round_opened", "incomplete_report")
    assert "15" in waiting(story, "deliver_county_report")
    assert "15" not in waiting(story.given(book.acts["report_15"]), "deliver_county_report")


@every_book
def test_one_agencys_delay_keeps_nobody_from_compiling(book: Book) -> None:
    """14 § 2 mom.: the national assessment is compiled of the others, and 11 § of the decree waits for none of them."""
    most = book.story("round_opened", "most_assessed").then(state="gathering")
    early = most.given(book.acts["national_assessment_early"]).then(state="gathering")
    assert early.deadline("national_assessment").status == "met"
    assert early.deadline("regional_assessments").status == "open"
    early.when(book.acts["last_assessed"]).then(state="assessed")
    most.given(book.acts["last_assessed"]).when(book.acts["national_assessment"]).then(state="assessed")


@every_book
def test_the_ministry_reports_though_the_supervisor_is_late(book: Book) -> None:
    """15 §: the ministry draws on what there is; the late assessments are recorded still, and are late."""
    story = book.story("round_opened", "most_assessed", "national_report").then(state="reported")
    late = story.given(book.acts["assessed_late"], book.acts["national_assessment_late"]).then(state="reported")
    assert [late.deadline(name).status for name in ("regional_assessments", "national_assessment")] == ["late", "late"]


@every_book
def test_the_assessments_of_counties_are_published_and_that_is_a_duty(book: Book) -> None:
    """14 § 1 mom.: the task stays until the last of them is published."""
    supervisor = book.table.procedure.roles[-1].organisation
    story = book.story("round_opened", "all_assessed", "most_published")
    assert waiting(story, "publish_regional_assessments") == [supervisor]
    assert waiting(story.given(book.acts["last_published"]), "publish_regional_assessments") == []


@every_book
def test_nobody_has_to_publish_the_ministrys_report(book: Book) -> None:
    """15 § has no clause on publishing: no task asks for it, and it can be recorded."""
    story = book.story("round_opened", "all_assessed", "national_assessment", "national_report")
    assert not any("publish_national" in task.name for task in story.opened.open_tasks)
    story.when(book.acts["national_report_published"]).then(state="reported")


def test_the_amendment_of_2024_changed_which_objectives_are_meant() -> None:
    """470/2024 15 §: until 31.7.2024 the objectives of 8 §, from 1.8.2024 those of 611/2021 12 a §."""
    days = (date(2024, 7, 31), date(2024, 8, 1))
    cited = [
        [
            basis.cite
            for guard in table.procedure.guards
            if guard.id == "proposes_for_objectives"
            for basis in guard.basis
        ]
        for table in (VERSIONS.in_force("rescue_information", day) for day in days)
    ]
    assert cited == [["613/2021 15 §", "613/2021 8 §"], ["613/2021 15 §", "470/2024 15 §", "611/2021 12 a §"]]


def test_since_2026_the_days_are_marked_as_open() -> None:
    """Whether the decree was amended for the new supervisor is not known: same days, not settled."""
    told = {
        book.table.procedure.declaration_id: {
            one.law_status for one in book.story("round_opened").opened.open_deadlines
        }
        for book in (ON_2023, ON_2024, ON_2025)
    }
    assert list(told.values()) == [{"statute"}, {"statute"}, {"unsettled"}]
    used = ON_2025.story("round_opened").opened.events[0].parameters
    assert set(used.values()) == {date(2026, 1, 1)}


def moved(story: Story, old: Table, new: Table, day: date) -> Prospect:
    """What the new law means for the case of a story."""
    circumstances = Circumstances(today=day, calendar=finnish_calendar(), subject_kind="state")
    return prospect(old, new, story.opened, day, circumstances)


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (("round_opened", "most_assessed"), "give_regional_assessments_supervisory_agency"),
        (("round_opened", "all_assessed"), "compile_national_assessment_supervisory_agency"),
    ],
)
def test_assessments_still_to_come_pass_to_the_new_agency(names: tuple[str, ...], asked: str) -> None:
    """An open round can be moved, and exactly what is still to come is asked of the new agency."""
    old, new = (VERSIONS.pinned(f"rescue_information@{day}") for day in ("2024-08-01", "2026-01-01"))
    told, day = acts(2024), date(2026, 1, 15)
    story = Story(old, subject="FI", subject_kind="state", ministry="SM", parties=PARTIES)
    story = story.given(*(told[name] for name in names))
    after = story.recorded(law_changed(new, moved(story, old, new, day), day, finnish_calendar().version))
    assert [task.name for task in after.opened.open_tasks if task.organisation == "LVV"] == [asked]
    assert len(waiting(after, "deliver_county_report")) == 22


def test_a_round_with_its_national_assessment_stays_with_its_law() -> None:
    """Where the national assessment has come, no supervisor owes anything any more."""
    old, new = (VERSIONS.pinned(f"rescue_information@{day}") for day in ("2024-08-01", "2026-01-01"))
    story = ON_2024.story("round_opened", "all_assessed", "national_assessment")
    found = moved(story, old, new, date(2026, 1, 15))
    assert [one.code for one in found.stays] == ["nothing_pending"]
