"""The national objectives of 611/2021 12 a §: eight matters, four years, twelve objectives, and what follows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import pytest

from engine.assess import Act
from engine.case import Case
from engine.declaration import Reach
from engine.declarations import Declarations
from engine.envelope import Opening, RecordedBy
from engine.registrar import Registrar
from engine.request import Request
from procedures.calendar import finnish_calendar
from procedures.directory import directory
from procedures.history import plan, real_history
from procedures.national_objectives.objectives import SUBJECTS, registered
from procedures.national_objectives.since_2024_08_01 import DECLARATION
from procedures.national_objectives.tasks import PARTIES
from store.memory_log import MemoryEventLog
from tests.book import but, on
from tests.story import Story, Told
from tests.test_procedures.national_objectives_stories import (
    ACTS,
    AT_BOARD,
    BOOKS,
    CONFIRMED,
    EIGHT,
    HANDLED,
    IN_FORCE,
    PENDING,
    REGISTER,
    STATED,
    objective,
)

(BOOK,) = BOOKS
OF_2025: Final = registered(REGISTER)


def test_the_next_objectives_are_due_four_years_after_the_decision() -> None:
    """12 a § 1 mom.: at least every fourth year; from which day that is counted is unsettled, and marked."""
    deadline = BOOK.story(*CONFIRMED).deadline("next_confirmation")
    assert (deadline.started_on, deadline.due, deadline.law_status) == (
        date(2025, 5, 28),
        date(2029, 5, 28),
        "unsettled",
    )


@pytest.mark.parametrize(("confirmed_on", "status"), [("2029-05-28", "met"), ("2029-05-29", "late")])
def test_what_is_confirmed_later_is_late_and_recorded(confirmed_on: str, status: str) -> None:
    """The Government's power does not end with the fourth year."""
    story = BOOK.story(*IN_FORCE).when(on(ACTS["successor_confirmed"], confirmed_on)).then(state="in_force")
    assert story.deadline("next_confirmation").status == status


def test_each_of_the_eight_matters_is_asked_for_by_itself() -> None:
    """12 a § 2 mom.: objectives about other things only are refused with all eight named."""
    story = BOOK.story(*AT_BOARD, "board_handled")
    story.when(but(STATED, objectives=[objective(1)])).refused(*(f"{subject}_laid_down" for subject in SUBJECTS))
    story.when(STATED).then(state="confirmed")


def test_what_the_law_has_considered_is_considered() -> None:
    """12 a § 1 mom.: fiscal targets and both ministries' reports; other monitoring data only where there are any."""
    story = BOOK.story(*AT_BOARD, "board_handled")
    story.when(but(ACTS["confirmed"], considered=["monitoring_data"])).refused(
        "fiscal_targets_considered", "services_report_considered", "rescue_report_considered"
    )


@pytest.mark.parametrize(
    "named",
    [
        {"register_id": None},
        {"register_id": "2029-05-24"},
        {"register_id": None, "objectives": [*EIGHT, objective(8, "education_research")]},
    ],
)
def test_the_decision_says_which_objectives_it_confirms(named: dict[str, object]) -> None:
    """A register that has content, or the objectives one by one, each with a number of its own."""
    BOOK.story(*AT_BOARD, "board_handled").when(but(ACTS["confirmed"], **named)).refused("objectives_named")


def test_the_board_handles_what_was_brought_to_it_last() -> None:
    """A draft that went back to preparation is handled anew before the Government confirms."""
    story = BOOK.story(*AT_BOARD, "board_handled", "returned_to_preparation", "brought_again")
    story.when(ACTS["confirmed"]).refused("board_has_handled")
    story.given(ACTS["handled_again"]).when(ACTS["confirmed"]).then(state="confirmed")


def test_the_board_cannot_hold_the_objectives_up_by_silence() -> None:
    """13 § 2 mom. 3 kohta makes its handling no condition: the Government confirms once the day set for it has gone."""
    story = BOOK.story(*AT_BOARD)
    story.when(on(ACTS["confirmed"], "2025-03-31")).refused("board_has_handled")
    story = story.when(on(ACTS["confirmed"], "2025-04-01")).then(state="confirmed")
    assert story.aspects["deadlines"]["board_handling"] == "cancelled"


def test_the_board_proposes_at_any_time() -> None:
    """13 § 2 mom. 3 kohta: proposals on the objectives come before they are confirmed and while they are in force."""
    proposed = ACTS["board_proposed"]
    BOOK.story("preparation_begun").when(proposed).then(state="preparation")
    BOOK.story(*AT_BOARD).when(on(proposed, "2025-03-10")).then(state="at_board")
    BOOK.story(*IN_FORCE).when(on(proposed, "2026-03-10")).then(state="in_force")


def test_the_board_must_be_quorate() -> None:
    """25/2025 5 §: without a quorum the board has handled nothing."""
    BOOK.story(*AT_BOARD).when(but(ACTS["board_handled"], quorate=None)).refused("quorate")
    BOOK.story(*PENDING).when(but(ACTS["initiatives_handled"], quorate=False)).refused("quorate")


@pytest.mark.parametrize(("day", "in_force"), [("2025-05-31", False), ("2025-06-01", True), ("2025-06-02", True)])
def test_the_objectives_are_in_force_from_the_stated_day(day: str, in_force: bool) -> None:
    """Confirmed on 28 May 2025, in force from 1 June 2025, a Sunday: a day that is stated does not move."""
    story = BOOK.story(*CONFIRMED)
    assert story.aspects["due"]["entry_into_force"] == date(2025, 6, 1)
    story = story.when(on(ACTS["entered_into_force"], day))
    if in_force:
        story.then(state="in_force", standings={"objectives_in_force"})
    else:
        story.refused("its_day_has_come")


def test_confirmation_asks_something_of_22_parties_and_of_hus() -> None:
    """612/2021 11 and 25 §, 613/2021 6 §: three tasks for each county and Helsinki, two for HUS, no time limit."""
    story = BOOK.story(*CONFIRMED)
    raised: dict[str, list[str]] = {}
    for task in story.opened.open_tasks:
        raised.setdefault(task.name, []).append(task.organisation)
    assert raised == {
        "review_service_strategy": list(PARTIES),
        "review_service_level": list(PARTIES),
        "review_investment_parts": list(PARTIES),
        "review_hus_strategy": ["HUS"],
        "review_hus_investment_part": ["HUS"],
        "record_entry_into_force": ["VM"],
    }
    assert len(PARTIES) == 22
    assert "HUS" not in PARTIES


def test_a_party_does_its_own_duty_only() -> None:
    """What one county has reviewed leaves the same task with the 21 others; with the last, none is open."""
    story = BOOK.story(*IN_FORCE, "service_level_reviewed")
    assert _waiting(story, "review_service_level") == [party for party in PARTIES if party != "90"]
    for party in PARTIES:
        story = story.given(but(ACTS["service_level_reviewed"], party=party))
    assert _waiting(story, "review_service_level") == []
    assert _waiting(story, "review_service_strategy") == list(PARTIES)


def test_hus_is_no_party_but_has_a_strategy_of_its_own() -> None:
    """615/2021 2 §: 12 a § is not applied to HUS, 612/2021 11 § is."""
    story = BOOK.story(*IN_FORCE)
    story.when(but(ACTS["service_strategy_reviewed"], party="HUS")).refused("not-a-party")
    story.when(but(ACTS["amendment_proposed"], party="HUS")).refused("not-a-party")
    story.when(ACTS["hus_strategy_reviewed"]).then(state="in_force")
    assert _waiting(story.given(ACTS["hus_strategy_reviewed"]), "review_hus_strategy") == []


def test_the_follow_up_is_yearly_and_runs_beside() -> None:
    """12 a § 4 mom.: each follow-up raises the next; the case stays where it is."""
    story = BOOK.story(*IN_FORCE, "yearly_follow_up_done").then(state="in_force")
    assert [story.task("follow_up_yearly", number).status for number in (1, 2)] == ["done", "open"]
    assert [story.deadline("yearly_follow_up", number).status for number in (1, 2)] == ["met", "open"]
    told = on(but(ACTS["yearly_follow_up_done"], year=2026, next_follow_up_by=None), "2027-05-31")
    story = BOOK.story(*PENDING).when(on(told, "2026-09-02")).then(state="amendment_pending")
    assert "yearly_follow_up" not in story.aspects["due"]


def test_a_finding_is_about_an_objective_in_force() -> None:
    """The twelve of the register, once each; after an amendment, those that are left and those that came."""
    finding = [{"number": 13, "finding": "progressing"}]
    told = but(ACTS["yearly_follow_up_done"], findings=finding)
    BOOK.story(*IN_FORCE).when(told).refused("findings_fit")
    BOOK.story(*IN_FORCE).when(but(told, findings=[*_of(7), *_of(7)])).refused("findings_fit")
    amended = BOOK.story(*HANDLED, "amended")
    amended.when(on(told, "2027-05-31")).then(state="amended")
    amended.when(on(but(told, findings=_of(12)), "2027-05-31")).refused("findings_fit")


def test_counties_propose_and_ministries_initiate() -> None:
    """12 a § 4 mom.: one or more counties, or a ministry; what comes besides joins what is pending."""
    story = BOOK.story(*PENDING, "proposed_besides", "amendment_initiated").then(state="amendment_pending")
    for stranger in ("VM", "THL"):
        story.when(but(ACTS["proposed_besides"], party=stranger)).refused("not-a-party")
    story.when(but(ACTS["amendment_proposed"], joined_by=["06", "HUS"])).refused("proposers_are_parties")


def test_the_board_handles_every_initiative() -> None:
    """13 § 2 mom. 3 kohta: one that came after the board met stands in the way of both answers."""
    story = BOOK.story(*HANDLED, "proposed_besides").on_the_day("2026-12-03")
    story.when(ACTS["amended"]).refused("initiatives_were_handled")
    story.when(on(ACTS["kept"], "2026-12-03")).refused("initiatives_were_handled")
    story.given(on(ACTS["initiatives_handled"], "2026-10-05")).when(ACTS["amended"]).then(state="amended")


def test_an_amendment_may_not_lose_a_matter() -> None:
    """12 a § 2 mom. holds for the objectives as amended: without objective 1, preparedness is not laid down."""
    story = BOOK.story(*HANDLED)
    told = but(ACTS["amended"], objectives=None)
    story.when(but(told, dropped=[1])).refused("preparedness_laid_down")
    story.when(but(told, dropped=[12])).then(state="amended")
    story.when(but(told, dropped=[13])).refused("change_said")


def test_an_amendment_opens_the_duties_anew() -> None:
    """Every party has its three tasks again, and the four years run on from the confirmation."""
    story = BOOK.story(*HANDLED, "amended")
    assert _waiting(story, "review_service_strategy") == [*PARTIES, *PARTIES]
    assert story.aspects["due"]["next_confirmation"] == date(2029, 5, 28)


@pytest.mark.parametrize("role", ["government", "vm"])
def test_objectives_that_are_kept_can_be_questioned_again(role: str) -> None:
    """Who decides to keep them is unsettled: either may; a new initiative begins anew."""
    kept = on(ACTS["kept"], "2026-11-02")
    told = Told(fact="kept", on=kept.on, data=kept.data, documents=kept.documents, role=role)
    story = BOOK.story(*HANDLED).when(told).then(state="kept", standings={"objectives_in_force"})
    story.when(ACTS["initiated_anew"]).refused("objectives_fit")
    story.when(but(ACTS["initiated_anew"], objectives=[1])).then(state="amendment_pending")


def test_the_objectives_of_2025_as_they_were_confirmed() -> None:
    """What was published: confirmed on 28 May, in force on 1 June 2025; what was not told stays visible."""
    acts, _ = plan(real_history(), Declarations((DECLARATION,)))
    story = BOOK.opened()
    for planned in acts:
        act = planned.act
        story = story.given(
            Told(
                fact=act.fact,
                on=act.on,
                data=act.data,
                documents=act.documents,
                precision=act.precision,
                unreported=act.unreported,
            )
        )
    assert [(event.type.partition(".")[2], event.effective_on.isoformat()) for event in story.events] == [
        ("preparation_begun", "2025-05-28"),
        ("brought_to_board", "2025-05-28"),
        ("confirmed", "2025-05-28"),
        ("entered_into_force", "2025-06-01"),
    ]
    confirmed = story.opened.last("confirmed")
    assert confirmed is not None
    assert confirmed.data["register_id"] == REGISTER
    assert confirmed.unreported == (
        "board_has_handled",
        "fiscal_targets_considered",
        "services_report_considered",
        "rescue_report_considered",
    )
    told = but(ACTS["yearly_follow_up_done"], findings=_of(12))
    story.when(told).then(state="in_force")


@pytest.mark.parametrize(
    "heard", ["service_information.national_report_published", "rescue_information.national_report_given"]
)
def test_a_ministrys_yearly_report_asks_to_be_considered(heard: str) -> None:
    """612/2021 31 § and 613/2021 15 §: open objectives get a task, done by a confirmation or the yearly follow-up."""
    (effect,) = Declarations((DECLARATION,)).effects_of(BOOK.table, heard)
    assert effect.task is not None
    assert (effect.procedure, effect.reach, effect.open_only) == ("national_objectives", Reach.ALL, True)
    assert set(effect.task.done_by) == {"confirmed", "yearly_follow_up_done"}


BY: Final = RecordedBy(person="test-person", identity="made up for a test")


class _Office:
    """A registrar over an empty log, with the directory's own subjects; its day is 1 December 2029."""

    kind = "injected"

    def __init__(self) -> None:
        self.log = MemoryEventLog(clock=self)
        self.registrar = Registrar(
            self.log,
            index=self.log,
            declarations=Declarations((DECLARATION,)),
            subjects=self,
            calendar=finnish_calendar(),
            clock=self,
        )

    def now(self) -> datetime:
        return datetime(2029, 12, 1, 9, tzinfo=UTC)

    def today(self) -> date:
        return date(2029, 12, 1)

    def kind_of(self, code: str) -> str:
        return str(directory().by_code(code).kind)

    def open(self, told: Told) -> str:
        """Begins to prepare a set of objectives."""
        parties = DECLARATION.parties_of("FI")
        opening = Opening(procedure=DECLARATION.id, subject="FI", parties=parties, ministry="VM", ground="made up")
        return self.registrar.open(DECLARATION.id, told.as_act(opening), self._request()).case.case_id

    def record(self, case_id: str, *told: Told) -> None:
        """Records acts in a case."""
        for one in told:
            act: Act = one.as_act()
            self.registrar.advance(case_id, act, self._request())

    def case(self, case_id: str) -> Case:
        """The case as it stands."""
        return self.registrar.load(case_id)[1]

    def _request(self) -> Request:
        return Request(command_id=f"after {self.log.head().position}", recorded_by=BY)


def test_the_next_objectives_tell_the_earlier_case() -> None:
    """Prepared beside it; its confirmation and entry into force ask there for a record, and decide nothing."""
    office = _Office()
    first = office.open(ACTS["preparation_begun"])
    office.record(first, *(ACTS[name] for name in IN_FORCE[1:]))
    second = office.open(on(ACTS["preparation_begun"], "2028-01-10"))
    days = ("2029-02-01", "2029-03-01")
    office.record(second, *(on(ACTS[name], day) for name, day in zip(IN_FORCE[1:3], days, strict=True)))
    later = but(STATED, enters_into_force_on="2029-06-01")
    office.record(second, on(later, "2029-05-24"), on(ACTS["entered_into_force"], "2029-06-01"))
    earlier = office.case(first)
    assert earlier.state == "in_force"
    assert {task.name for task in earlier.open_tasks} >= {"record_successor", "record_replacement"}
    office.record(first, ACTS["successor_confirmed"], ACTS["replaced"])
    ended = office.case(first)
    assert (ended.state, ended.closed_on, ended.open_tasks, ended.active_standings) == (
        "replaced",
        date(2029, 6, 1),
        (),
        (),
    )
    assert office.case(second).state == "in_force"
    assert [(link.case, link.relation) for link in ended.links] == [(second, "later_objectives")] * 2


def _of(number: int) -> list[dict[str, object]]:
    return [{"number": number, "finding": "progressing"}]


def _waiting(story: Story, name: str) -> list[str]:
    return [task.organisation for task in story.opened.open_tasks if task.name == name]
