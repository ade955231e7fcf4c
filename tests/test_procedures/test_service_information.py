"""612/2021 29–31 §: who has reported, who is missing, and what rests on the reports."""

from __future__ import annotations

from datetime import date

import pytest

from engine.assess import Circumstances
from engine.declarations import Declarations
from engine.law_change import Prospect, law_changed, prospect
from engine.table import Table
from procedures.calendar import finnish_calendar
from procedures.history_words import readers, told_by
from procedures.service_information import since_2023_01_01, since_2024_08_01, since_2026_01_01
from tests.book import Book, but, on
from tests.story import Story
from tests.test_procedures.service_information_stories import BOOKS, IN_2023, IN_2025, IN_2026, PARTIES, REPORTS, acts

VERSIONS = Declarations((since_2023_01_01.DECLARATION, since_2024_08_01.DECLARATION, since_2026_01_01.DECLARATION))
every_book = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.table.procedure.declaration_id)


def waiting(story: Story, task: str) -> list[str]:
    """The organisations of whom a task is still asked, in order."""
    return sorted(one.organisation for one in story.opened.open_tasks if one.name == task)


def test_counties_helsinki_and_hus_report() -> None:
    """615/2021 2 §: 29 and 30 § also apply to Helsinki and HUS, so there are 23 reports a year."""
    assert (len(PARTIES), PARTIES[:2], PARTIES[-2:]) == (23, ("01", "02"), ("90", "HUS"))


@every_book
def test_the_round_shows_who_is_missing_and_by_when(book: Book) -> None:
    """Each party has its own task with the day of the ministry's letter; what is open is what is missing."""
    story = book.story("round_opened", *REPORTS[:-2])
    assert waiting(story, "deliver_county_report") == ["90", "HUS"]
    assert story.deadline("county_reports").status == "open"
    task = next(one for one in story.opened.open_tasks if one.organisation == "HUS")
    assert (task.name, task.deadline) == ("deliver_county_report", "county_reports")


@every_book
def test_the_day_is_met_only_by_the_last_report(book: Book) -> None:
    """One late report makes the round's day late, and nothing is blocked by it."""
    story = book.story("round_opened", *REPORTS[:-1])
    late = story.when(on(book.acts[REPORTS[-1]], story.deadline("county_reports").due.replace(day=31).isoformat()))
    assert (late.deadline("county_reports").status, waiting(late, "deliver_county_report")) == ("late", [])


@every_book
def test_a_report_is_delivered_and_published(book: Book) -> None:
    """29 § 2 mom. asks for both; the one does not do the other's task."""
    story = book.story("round_opened", "report_15")
    assert "15" not in waiting(story, "deliver_county_report")
    assert "15" in waiting(story, "publish_county_report")
    assert "15" not in waiting(story.given(book.acts["report_published"]), "publish_county_report")


@every_book
def test_an_incomplete_report_leaves_the_duty_open(book: Book) -> None:
    """Its arrival is recorded with what it lacks; a complete one is still waited for."""
    story = book.story("round_opened", "incomplete_report")
    assert story.event.data == {"party": "15", "lacking": ["investment_proposal"]}
    assert "15" in waiting(story, "deliver_county_report")
    assert "15" not in waiting(story.given(book.acts["report_15"]), "deliver_county_report")


@every_book
def test_without_recommendations_none_are_to_be_answered(book: Book) -> None:
    """29 § 2 mom. speaks of recommendations that may have been given."""
    silent = but(book.acts["report_15"], contents=["state_of_services"])
    opened = book.story("round_opened")
    asked = {"holds_state_of_economy", "holds_national_objectives", "holds_strategic_goals"}
    asked |= {"holds_investment_proposal", "answers_recommendations"}
    opened.when(silent).refused(*asked)
    opened.when(but(silent, recommendations_given=False)).refused(*asked - {"answers_recommendations"})


@pytest.mark.parametrize("book", [IN_2023, IN_2025], ids=["2023", "2025"])
def test_each_of_the_six_agencies_and_valvira_owe_an_account(book: Book) -> None:
    """30 § 2 mom.: Valvira and each agency; the agencies' task stays until the sixth, the day until the seventh."""
    story = book.story("round_opened", "five_agencies")
    assert waiting(story, "give_agency_accounts") == ["AVI"]
    story = story.given(book.acts["last_agency"])
    assert waiting(story, "give_agency_accounts") == []
    assert story.deadline("accounts_of_equality").status == "open"
    story = story.given(on(book.acts["valvira_account"], story.event.effective_on.isoformat()))
    assert (story.deadline("accounts_of_equality").status, waiting(story, "give_valvira_account")) == ("met", [])


def test_since_2026_one_supervisor_owes_one_account() -> None:
    """The Finnish Supervisory Agency took the place of the seven."""
    opened = IN_2026.story("round_opened")
    assert waiting(opened, "give_supervisory_account") == ["LVV"]
    assert opened.given(IN_2026.acts["supervisory_account"]).deadline("accounts_of_equality").status == "met"
    assert {role.organisation for role in since_2026_01_01.DECLARATION.roles} == {"STM", "@party", "LVV", "THL"}


@every_book
def test_assessments_come_at_three_levels_at_once_or_in_parts(book: Book) -> None:
    """30 § 1 mom.: national, of each area, of each party; the round moves on when all are published."""
    told = book.acts
    parts = book.story("round_opened", "national_delivered", "areas_delivered")
    assert parts.deadline("expert_assessments").status == "open"
    assert parts.given(told["counties_delivered"]).deadline("expert_assessments").status == "met"
    parts.given(told["national_published"]).then(state="gathering")
    parts.given(told["all_published"]).then(state="assessed")


@every_book
def test_the_ministry_draws_on_the_assessments_and_waits_for_nobody(book: Book) -> None:
    """31 §: the report draws on expert assessments; it waits neither for a late county nor for a late institute."""
    told = book.acts["national_report"]
    silent = but(told, draws_on_assessments=None)
    book.story("round_opened", "counties_delivered").when(silent).refused("draws_on_assessments")
    book.story("round_opened", "counties_delivered").when(told).then(state="report_given")
    reported = book.story("round_opened", "national_delivered").when(told)
    reported.then(state="report_given")
    late = reported.given(on(book.acts["report_15"], "2026-12-16"), on(book.acts["all_published"], "2026-12-16"))
    late.then(state="report_given")


@every_book
def test_closing_names_those_who_never_delivered(book: Book) -> None:
    """What is missing at the end is on record; to name too few or too many is refused."""
    story = book.story(*book.ways["most_are_missing"][:-1])
    missing = [code for code in PARTIES if code != "15"]
    story.when(but(book.acts["closed_without_most"], missing=PARTIES)).refused("missing_named")
    closed = story.when(book.acts["closed_without_most"])
    closed.then(state="closed", due={})
    assert closed.event.data["missing"] == missing


@every_book
def test_without_a_letter_no_day_is_set(book: Book) -> None:
    """No decree sets the days (29 § 4 mom., 30 § 3 mom.): what nobody has stated does not run."""
    days = dict.fromkeys(("county_reports_by", "accounts_by", "assessments_by", "national_report_by"))
    unstated = book.opened().given(but(book.acts["round_opened"], **days))
    unstated.then(due={})
    stated = unstated.given(book.acts["days_restated"])
    assert list(stated.aspects["due"]) == ["county_reports"]


@every_book
def test_a_later_letter_takes_the_place_of_the_earlier(book: Book) -> None:
    """The days of the first are cancelled, those of the second run; a stated day is never moved."""
    story = book.story("round_opened", "days_restated")
    assert {one.status for (_, generation), one in story.opened.deadlines.items() if generation == 1} == {"cancelled"}
    (running,) = story.opened.open_deadlines
    assert (running.name, running.due.month, running.due.day, running.kind) == ("county_reports", 6, 5, "agreed")
    assert running.law_status == "unsettled"


def test_the_amendment_of_2024_changed_which_objectives_are_meant() -> None:
    """469/2024 31 §: until 31.7.2024 the objectives of 22 §, from 1.8.2024 those of 611/2021 12 a §."""
    assert [VERSIONS.in_force("service_information", date(2024, *day)).procedure for day in ((7, 31), (8, 1))] == [
        since_2023_01_01.DECLARATION,
        since_2024_08_01.DECLARATION,
    ]
    before, after = ({guard.id: guard.basis for guard in book.table.procedure.guards} for book in (IN_2023, IN_2025))
    cited = [[basis.cite for basis in bases["proposes_for_objectives"]] for bases in (before, after)]
    assert cited == [
        ["612/2021 31 §", "612/2021 22 §"],
        ["612/2021 31 §", "469/2024 31 §", "611/2021 12 a §"],
    ]
    assert "612/2021 24 §" in [basis.cite for basis in before["answers_recommendations"]]
    assert "611/2021 13 a § 3 mom." in [basis.cite for basis in after["answers_recommendations"]]


def test_the_change_of_supervisor_falls_on_new_year() -> None:
    """A round opened on 31.12.2025 asks Valvira and the agencies, one opened on 1.1.2026 the new agency."""
    days = (date(2025, 12, 31), date(2026, 1, 1))
    tables = [VERSIONS.in_force("service_information", day) for day in days]
    asked = [[task.role.organisation for task in table.procedure.states[0].tasks] for table in tables]
    assert asked == [["VALVIRA", "AVI"], ["LVV"]]


def moved(story: Story, table: Table, target: Table, day: date) -> Prospect:
    """What the new law means for the case of a story."""
    circumstances = Circumstances(today=day, calendar=finnish_calendar(), subject_kind="state")
    return prospect(table, target, story.opened, day, circumstances)


@pytest.mark.parametrize(("version", "year"), [("2023-01-01", 2023), ("2024-08-01", 2025)])
def test_an_account_still_to_come_passes_to_the_new_agency(version: str, year: int) -> None:
    """An open round can be moved: the new agency is asked, what was done stays done, and the day runs on."""
    old = VERSIONS.pinned(f"service_information@{version}")
    new = VERSIONS.pinned("service_information@2026-01-01")
    told, day = acts(year), date(2026, 1, 15)
    story = Story(old, subject="FI", subject_kind="state", ministry="STM", parties=PARTIES)
    story = story.given(*(told[name] for name in ("round_opened", *REPORTS, "five_agencies", "valvira_account")))
    after = story.recorded(law_changed(new, moved(story, old, new, day), day, finnish_calendar().version))
    assert waiting(after, "give_supervisory_account") == ["LVV"]
    assert [waiting(after, name) for name in ("give_agency_accounts", "deliver_county_report")] == [[], []]
    assert after.task("give_agency_accounts", 2).status == "cancelled"
    assert after.deadline("accounts_of_equality").status == "open"


def test_a_round_with_all_accounts_stays_with_its_law() -> None:
    """Where every account has come there is nothing to pass on."""
    old, new = (VERSIONS.pinned(f"service_information@{day}") for day in ("2024-08-01", "2026-01-01"))
    found = moved(IN_2025.story("round_opened", "all_agencies", "valvira_account"), old, new, date(2026, 1, 15))
    assert [one.code for one in found.stays] == ["accounts_all_given"]


def test_published_reports_tell_of_the_assessments() -> None:
    """Rows filed as expert assessments are read: the round of that year is implied, and all levels are published."""
    assert readers("expert_assessment", ["evaluation", "service_information"]) == ("service_information",)
    told = told_by("service_information", "THL publishes its expert assessments of 2025")
    assert [(one.fact, dict(one.data), one.implied) for one in told] == [
        ("round_opened", {"year": 2025}, True),
        ("assessments_published", {"scope": "all"}, False),
    ]
    assert told_by("service_information", "THL will publish its expert assessments of 2026") == ()
    ministry = told_by("service_information", "STM published its national report for 2024")
    assert [one.fact for one in ministry] == ["round_opened", "national_report_given", "national_report_published"]
