"""Later events that lose their footing are listed, stay as they were recorded, and are settled by a person."""

from __future__ import annotations

from dataclasses import replace

from engine.assess import Act
from engine.correction_incidents import listed_incidents, open_incidents
from engine.envelope import Opening
from tests.story import day, document
from tests.test_engine import sample_procedure as sample
from tests.test_engine.correcting import STATED, CorrectingDesk, granted
from tests.test_engine.dragon_desk import HEARD, INSPECTED, noon


def with_an_incident() -> CorrectingDesk:
    """A permit granted (5) on an inspection (3) that, as corrected (6), had found the cave not fire-proof."""
    desk = granted()
    desk.corrects(3, "2024-07-10", fire_proof=False)
    return desk


def test_an_act_whose_condition_falls_away_is_an_incident_and_nothing_is_rewritten() -> None:
    """The permit stays granted, the case closed, its deadline met; what it lacks now is listed and somebody's task."""
    desk = with_an_incident()
    assert desk.events[5].data["incidents"] == [
        {"version": 5, "type": "dragon_permit.permit_granted", "case": None, "missing": ["fire_proof"]}
    ]
    assert (desk.case.state, desk.deadline().status, desk.case.every("permit_granted")) == (
        "granted",
        "met",
        (desk.events[4],),
    )
    (task,) = desk.case.open_tasks[-1:]
    assert (task.name, task.role, task.organisation) == ("settle_incidents", "ministry_responsible", "VM")
    desk.ensure_sound()


def test_a_person_settles_an_incident_and_with_the_last_the_task_is_done() -> None:
    """The task waits while one is open; a settlement can be changed, and is not repeated."""
    desk = with_an_incident()
    desk.does("document_attached", "2024-07-11")
    desk.settles(5, "2024-07-12")
    assert (open_incidents(desk.case), [one.outcome for one in listed_incidents(desk.case)]) == ((), ["stands"])
    assert desk.case.tasks["settle_incidents", 1].status == "done"
    again = {"version": 5, "outcome": "stands", "reason": "made up", "section": "0/2000 1 §"}
    assert desk.refuses("incident_settled", "2024-07-15", **again) == {"incident_listed"}
    desk.settles(5, "2024-07-15", "to_be_corrected")
    assert [one.outcome for one in listed_incidents(desk.case)] == ["to_be_corrected"]
    desk.ensure_sound()


def test_only_what_is_listed_is_settled() -> None:
    """An event that lost nothing is nobody's to settle."""
    desk = with_an_incident()
    said = {"version": 4, "outcome": "stands", "reason": "made up", "section": "0/2000 1 §"}
    assert desk.refuses("incident_settled", "2024-07-12", **said) == {"incident_listed"}


def test_a_correction_that_is_corrected_back_leaves_nothing_to_settle() -> None:
    """The cave was fire-proof after all: the incident is gone with its correction, and the task is cancelled."""
    desk = with_an_incident()
    desk.corrects(6, "2024-07-12", fire_proof=True)
    assert (listed_incidents(desk.case), desk.case.tasks["settle_incidents", 1].status) == ((), "cancelled")
    desk.ensure_sound()


def test_an_incident_goes_on_while_the_correction_of_the_correction_leaves_it() -> None:
    """Another value is corrected; what the permit lacks it still lacks, and the same task stays open."""
    desk = with_an_incident()
    desk.corrects(6, "2024-07-12", inspected_on="2024-05-31")
    (one,) = open_incidents(desk.case)
    assert (one.version, one.missing, one.correction) == (5, ("fire_proof",), 7)
    assert [name for name, _ in desk.case.tasks if name == "settle_incidents"] == ["settle_incidents"]
    desk.ensure_sound()


def test_annulling_the_act_that_lost_its_footing_is_a_decision_of_its_own() -> None:
    """The incident is settled as annulled, and the permit annulled by the court: the case is open again."""
    desk = with_an_incident()
    desk.settles(5, "2024-07-12", "annulled")
    desk.annuls(5, "2024-09-02")
    assert (desk.case.state, open_incidents(desk.case)) == ("inspected", ())
    desk.ensure_sound()


def test_an_end_of_the_case_leaves_the_task_open() -> None:
    """What is to be settled outlives the case."""
    desk = CorrectingDesk()
    desk.does("neighbours_heard", "2024-05-13", **HEARD)
    desk.does("inspection_held", "2024-06-03", **INSPECTED)
    desk.annuls(2, "2024-06-10")
    assert [one.missing for one in open_incidents(desk.case)] == [("heard",)]
    desk.does("permit_denied", "2024-07-01")
    assert [task.name for task in desk.case.open_tasks] == ["settle_incidents"]
    desk.ensure_sound()


def test_what_the_annulled_act_caused_in_another_case_is_named() -> None:
    """Another dragon's case took notice of the permit: annulled, that notice is an incident with the case's name."""
    desk = CorrectingDesk(replace(sample.PROCEDURE, one_open_case=False))
    first = desk.case_id
    desk.does("neighbours_heard", "2024-05-13", **HEARD)
    desk.does("inspection_held", "2024-06-03", **INSPECTED)
    desk.clock.at = noon("2024-06-04")
    other = _open_another(desk)
    desk.case_id = first
    desk.does("permit_granted", "2024-07-01")
    event = desk.annuls(4, "2024-09-02")
    assert event.data["incidents"] == [
        {"version": 2, "type": "case.linked", "case": other, "missing": ["cause-annulled"]}
    ]
    assert desk.refuses(
        "incident_settled", "2024-09-03", version=2, outcome="stands", reason="made up", section="0/2000 1 §"
    ) == {"incident_listed"}
    desk.settles(2, "2024-09-03", case=other)
    assert open_incidents(desk.case) == ()
    desk.ensure_sound()


def _open_another(desk: CorrectingDesk) -> str:
    opening = Opening(procedure="dragon_permit", subject="99", parties=("99",), ministry="VM", ground="made up")
    act = Act(
        fact="application_lodged",
        on=day("2024-06-04"),
        data={"name": "Another Dragon", "heads": 1},
        documents=(document("application"),),
        opening=opening,
    )
    return desk.registrar.open("dragon_permit", act, desk._request("open another")).case.case_id


def test_a_note_of_the_second_person_stands_in_every_correction() -> None:
    """Who has looked at it, why, and on which section: in the event itself."""
    event = with_an_incident().events[5]
    assert {name: event.data[name] for name in STATED} == dict(STATED)
