"""Corrections of generated histories: nothing is lost, replay refuses nothing, and the judge accepts each of them."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.acceptance import Judge
from engine.case import Case, fold
from engine.correction_reading import CORRECTING, RESULTS
from engine.envelope import Envelope
from engine.errors import Refused
from engine.request import AsOf
from store.projections.cases import CASES
from store.projections.fold import fold as fold_rows
from tests.doses import drawn
from tests.story import day
from tests.test_engine.correcting import STATED, CorrectingDesk, inspected
from tests.test_engine.dragon_desk import Dragons, helsinki_day

ACTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("neighbours_heard", {"neighbours": ["Test Neighbour"], "reply_by": "2024-09-16"}),
    ("neighbours_heard", {"neighbours": ["Test Neighbour"]}),
    ("interim_keeping_allowed", {}),
    ("interim_keeping_ended", {}),
    ("inspection_held", {"inspected_on": "2024-06-03", "fire_proof": True}),
    ("inspection_held", {"inspected_on": "2024-06-05", "fire_proof": False}),
    ("report_given", {"generation": 1}),
    ("report_given", {"generation": 2}),
    ("fee_paid", {}),
    ("remitted", {}),
    ("permit_granted", {}),
    ("permit_denied", {}),
    ("dragon_flown", {}),
    ("noted", {"text": "a note"}),
    ("diary_number_assigned", {"diary_number": "TEST/1/2024"}),
    ("deadline_suspended", {"deadline": "decision_due", "mode": "freeze", "section": "0/2000 4 §", "why": "made up"}),
    ("deadline_resumed", {"deadline": "decision_due", "why": "made up"}),
    ("deadline_extended", {"deadline": "fee_due", "due": "2025-09-01", "section": "0/2000 9 §", "why": "made up"}),
    ("act_annulled", {"remedy": "appeal", "court": "KHO"}),
    ("act_annulled", {"remedy": "extraordinary_appeal", "court": "KHO"}),
    ("clerical_error_corrected", {"values": {"inspected_on": "2024-05-27"}}),
    ("clerical_error_corrected", {"values": {"fire_proof": False}}),
    ("clerical_error_corrected", {"values": {"heads": 2}}),
    ("clerical_error_corrected", {"values": {"reply_by": "2024-10-07"}}),
    ("clerical_error_corrected", {"earlier": 3}),
    ("incident_settled", {"outcome": "stands", "reason": "made up", "section": "0/2000 1 §"}),
)
"""Acts and corrections, ready to be offered; which event a correction names is drawn."""


@st.composite
def desks(draw: st.DrawFn) -> CorrectingDesk:
    """A desk at which acts and corrections were offered in any order; those that are refused are left out."""
    desk = inspected()
    offers = draw(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 30), st.integers(1, 20)), max_size=14))
    for (name, data), days, which in offers:
        on = helsinki_day(desk.clock.at).toordinal() + days
        _offer(desk, name, day("2024-05-06").fromordinal(on).isoformat(), dict(data), 1 + which % len(desk.events))
    return desk


def _offer(desk: CorrectingDesk, name: str, on: str, data: dict[str, Any], version: int) -> None:
    if f"case.{name}" in CORRECTING:
        data |= {**STATED, "supersedes": version}
        earlier = data.pop("earlier", None)
        if earlier is not None:
            then = desk.events[version - 1].effective_on.toordinal() - earlier
            data["effective_on"] = day("2024-05-06").fromordinal(then).isoformat()
    elif name == "incident_settled":
        data["version"] = version
    try:
        desk.does(name, on, **data)
    except Refused:
        return


@given(desks())
@settings(max_examples=drawn(), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_corrected_history_folds_as_it_grew_and_is_accepted_again(desk: CorrectingDesk) -> None:
    """Folding at once equals growing event by event; the judge works out each correction alike."""
    desk.ensure_sound()


@given(desks())
@settings(max_examples=drawn(), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_projection_of_cases_follows_every_correction(desk: CorrectingDesk) -> None:
    """The row knows the case by the days, the state and the number that the fold gives."""
    row = fold_rows((CASES,), desk.log.read())["cases"][desk.case_id,]
    case = desk.case

    def told(value: Any) -> str | None:
        return None if value is None else str(value)

    assert {name: row[name] for name in ("state", "opened_on", "moved_on", "closed_on", "diary_number", "version")} == {
        "state": case.state,
        "opened_on": told(case.opened_on),
        "moved_on": told(case.moved_on),
        "closed_on": told(case.closed_on),
        "diary_number": case.diary_number,
        "version": case.version,
    }


@given(desks())
@settings(max_examples=drawn(), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_was_recorded_before_a_correction_is_known_as_it_was(desk: CorrectingDesk) -> None:
    """As known at each position the case is the fold of the beginning: a correction changes nothing before it."""
    events = desk.events
    for number in range(1, len(events) + 1):
        known = desk.registrar.load(desk.case_id, AsOf(known_at=events[number - 1].position))[1]
        assert known == fold(desk.table, events[:number])


@given(desks(), st.integers(1, 40))
@settings(max_examples=drawn(), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_correction_to_the_same_values_changes_nothing_but_its_own_event(desk: CorrectingDesk, which: int) -> None:
    """Nothing moves, nobody gets a task, no event loses its footing; the case is one event longer."""
    before, version = desk.case, 1 + which % len(desk.events)
    reading = next((one for one in before.readings if one.version == version), None)
    if reading is None or reading.type in CORRECTING or version in before.superseded:
        return
    said = {**STATED, "supersedes": version, "values": reading.data, "effective_on": reading.effective_on.isoformat()}
    on = helsinki_day(desk.clock.at).isoformat()
    try:
        event = desk.does("clerical_error_corrected", on, **said)
    except Refused:
        # The clock, a reaction or a settlement recorded it: those are not corrected by hand.
        assert reading.type == "case.incident_settled"
        return
    changed = (event.deadlines, event.tasks, event.standings, event.data["incidents"], event.state)
    assert changed == ((), (), (), [], before.state)
    assert _aspects(desk.case) == _aspects(before)


def _aspects(case: Case) -> tuple[Any, ...]:
    days = (case.opened_on, case.moved_on, case.closed_on, case.state, case.diary_number)
    return (*days, case.deadlines, case.tasks, case.standings)


def _judged(desk: CorrectingDesk, doctored: Envelope) -> int:
    judge = Judge(desk.declarations, subjects=Dragons(), calendars=desk.calendars.__getitem__, day_of=helsinki_day)
    events = (doctored if event.position == doctored.position else event for event in desk.log.read())
    found = judge.judge_all(events)
    return len(found.refused) + len(found.reckoned_otherwise)


@given(desks(), st.integers(0, 40))
@settings(max_examples=drawn(), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_doctored_result_of_a_correction_is_found(desk: CorrectingDesk, which: int) -> None:
    """Whatever a correction worked out is worked out again: a change of any part of it is a finding."""
    corrections = [event for event in desk.events if event.type in CORRECTING]
    if not corrections:
        return
    event = corrections[which % len(corrections)]
    others: dict[str, Any] = {
        "of": 99,
        "reading": None,
        "incidents": [{"version": 1, "type": "x", "case": None, "missing": ["x"]}],
        "case_after": {"opened_on": "2024-01-01"},
        "back_to": "denied",
        "path": [{"version": 1, "state": "x"}],
    }
    for name in RESULTS:
        if name in event.data and event.data[name] != others[name]:
            doctored = msgspec.structs.replace(event, data={**event.data, name: others[name]})
            assert _judged(desk, doctored), name
