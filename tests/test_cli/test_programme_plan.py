"""`plan`: measures and sub-tasks listed and updated, owners agreed, the plan assessed anew, reports up the chain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from procedures.reform_programme.catalogue import programme
from procedures.roadmap.catalogue import roadmap
from tests.test_cli.conftest import answer, invoke, succeed

NOW = ("--now", "2026-11-20T12:00+02:00")
CASE = "reform-programme-fi-2026"


def listed(*options: str) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in answer("plan", "list", *options, *NOW)}


def test_the_list_holds_the_actions_and_every_measure(database: Path) -> None:
    """Five first-stage actions and seventy measures, each as it stands by the log and as it was reported."""
    held = programme()
    assert list(listed()) == [*(one.id for one in held.actions), *(one.id for one in held.measures)]
    late = listed()["N2.1-1"]
    assert (late["derived"], late["reported"], late["state"], late["due_on"]) == (
        "late",
        "on_schedule",
        "late",
        "2026-10-31",
    )
    assert (late["owners"], late["owners_from"]) == (["VM"], "plan")


def test_the_list_is_cut_by_goal_owner_and_state(database: Path) -> None:
    """Each choice leaves only what it says."""
    assert set(listed("--goal", "N3.1")) == {"N3.1-1", "N3.1-2", "N3.1-3", "N3.1-4"}
    assert set(listed("--owner", "sisäministeriö")) == {"N1.1-3", "N1.3-1", "N1.4-6"}
    assert set(listed("--state", "at_risk")) == {"N3.1-1"}
    assert answer("plan", "list", "--goal", "R5", "--state", "late", *NOW) == []
    assert "No measure fits" in invoke("plan", "list", "--goal", "R5", "--state", "late", *NOW).stderr


def test_a_measure_is_updated_with_its_reason(database: Path) -> None:
    """The state, its reason and how far it has come are one recorded fact of the programme's case."""
    recorded = answer(
        *("plan", "update", "N3.1-2", "late", "--reason", "made up", "--stage", "under_way", "--support-asked", *NOW)
    )
    assert (recorded["case"], recorded["events"][0]["type"]) == (CASE, "reform_programme.measure_state_set")
    one = listed()["N3.1-2"]
    assert (one["reported"], one["reason"], one["stage"], one["support_asked"], one["reported_on"]) == (
        "late",
        "made up",
        "under_way",
        True,
        "2026-11-20",
    )


def test_an_action_of_the_first_stage_is_updated(database: Path) -> None:
    """What is done needs evidence; the refusal names the option."""
    refused = invoke("plan", "update", "action-2", "on_schedule", "--stage", "done", "--on", "2026-11-19", *NOW)
    proposed = "ohjaus plan update action-2 on_schedule --stage done --on 2026-11-19 --evidence VALUE"
    assert (refused.exit_code, proposed in refused.stderr) == (5, True)
    succeed("plan", "update", "action-2", "on_schedule", "--stage", "done", "--evidence", "VM/1/2026", *NOW)
    assert (listed()["action-2"]["stage"], listed()["action-2"]["evidence"]) == ("done", "VM/1/2026")


def test_a_sub_task_is_recorded_as_its_countys_answer(database: Path) -> None:
    """Only the sub-task that changed goes into the county's open return, from the position of its workbook."""
    before = {one["id"]: one["state"] for one in answer("plan", "list", "--county", "Pohjanmaa", *NOW)}
    assert before == {"JO-A-1.1": "on_schedule", "PJ-A-1.2": "late", "ICT-A-2.2": "late"}
    recorded = answer(
        *("plan", "update", "ict-a-2.2", "at_risk", "--county", "Pohjanmaa", "--reason", "made up"),
        *("--stage", "under_way", *NOW),
    )
    assert (recorded["case"], recorded["state"]) == ("county-return-17-2026-2", "answered")
    assert [one["task"] for one in recorded["events"][0]["data"]["items"]] == ["ICT-A-2.2"]
    after = {one["id"]: one for one in answer("plan", "list", "--county", "17", *NOW)}
    assert {name: one["state"] for name, one in after.items()} == before | {"ICT-A-2.2": "at_risk"}
    assert (after["ICT-A-2.2"]["month"], after["ICT-A-2.2"]["progress"]) == ("2026-11", "under_way")


def test_a_county_that_was_silent_answers_by_it(database: Path) -> None:
    """Silence ends with the first thing that is said; what was said a month ago stays said."""
    succeed("plan", "update", "HTT-A-1.2", "late", "--county", "Lappi", "--reason", "made up", *NOW)
    assert answer("case", "show", "county-return-21-2026-2")["state"] == "answered"


def test_all_that_a_county_is_asked_about_can_be_listed(database: Path) -> None:
    """With `--all` every sub-task stands in the list; of most nothing is known."""
    every = answer("plan", "list", "--county", "Kainuu", "--all", *NOW)
    assert [one["id"] for one in every] == list(roadmap().subtasks)
    assert sum(one["state"] != "no_information" for one in every) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("HTT-A-1.2", "on_schedule"), "county-lacking", 9),
        (("HTT-A-1.2", "on_schedule", "--county", "Kainuu", "--evidence", "made up"), "option-needless", 9),
        (("N3.1-2", "on_schedule", "--county", "Kainuu"), "option-needless", 9),
        (("HTT-A-1.2", "on_schedule", "--county", "HUSS"), "unknown-actor", 3),
        (("HTT-A-99.9", "on_schedule", "--county", "Kainuu"), "roadmap-unknown", 3),
        (("N3.1-9", "on_schedule"), "programme-unknown", 3),
        (("HTT-A-1.2", "at_risk", "--county", "Kainuu"), "act-refused", 5),
    ],
)
def test_what_cannot_be_updated_is_refused(
    database: Path, arguments: tuple[str, ...], code: str, exit_code: int
) -> None:
    """Nothing is lost silently, guessed, or recorded for nobody; nothing is stored."""
    before = database.read_bytes()
    refused = invoke("plan", "update", *arguments, *NOW)
    assert (refused.exit_code, f"[{code}]" in refused.stderr) == (exit_code, True)
    assert database.read_bytes() == before


def test_a_county_without_an_open_return_is_told_how_a_round_begins(empty: Path) -> None:
    """A sub-task is answered within a round: where none is open the refusal proposes to open one."""
    refused = invoke("plan", "update", "HTT-A-1.2", "on_schedule", "--county", "Kainuu", *NOW)
    assert (refused.exit_code, "[no-open-return]" in refused.stderr) == (5, True)
    assert "Try: ohjaus collect open --month 2026-11 --county kainuu" in refused.stderr


def test_owner_and_schedule_are_agreed(database: Path) -> None:
    """A plan names owners by any of their names; one without an owner is refused with the option that lacks."""
    succeed(
        "plan", "assign", "N3.1-3", "--owner", "STM", "--owner", "valtiovarainministeriö", "--due", "2027-06-30", *NOW
    )
    one = listed()["N3.1-3"]
    assert (one["owners"], one["owners_from"], one["due_on"]) == (["STM", "VM"], "plan", "2027-06-30")
    refused = invoke("plan", "assign", "N3.1-4", "--on", "2026-11-19", *NOW)
    assert (refused.exit_code, "plan assign N3.1-4 --on 2026-11-19 --owner VALUE" in refused.stderr) == (5, True)


def test_a_report_says_what_it_showed(database: Path) -> None:
    """Position and pages are recorded; without a position it is the newest of the log."""
    head = answer("audit", "log")[-1]["position"]
    recorded = answer("plan", "report", "--to", "permanent_secretaries", "--page", "overview", "--page", "goals", *NOW)
    data = recorded["events"][0]["data"]
    assert (data["shown_position"], data["pages"]) == (head, ["overview", "goals"])
    ministers = answer(
        "plan", "report", "--to", "ministerial_group", "--page", "overview", "--position", str(head), *NOW
    )
    assert ministers["events"][0]["type"] == "reform_programme.reported_to_ministers"


def test_the_ministers_see_nothing_that_the_secretaries_have_not_seen(database: Path) -> None:
    """The refusal proposes the report that must come first, with the same position and pages."""
    refused = invoke("plan", "report", "--to", "ministerial_group", "--page", "overview", "--position", "240", *NOW)
    first = "ohjaus plan report --to permanent_secretaries --page overview --position 240"
    assert (refused.exit_code, f"Try: {first}\n" in refused.stderr) == (5, True)
    succeed(*first.split()[1:], *NOW)
    succeed("plan", "report", "--to", "ministerial_group", "--page", "overview", "--position", "240", *NOW)


@pytest.mark.parametrize(
    ("options", "code", "exit_code"),
    [(("--page", "goals", "--position", "9999"), "position-ahead", 9), ((), "act-refused", 5)],
)
def test_a_report_of_nothing_is_refused(database: Path, options: tuple[str, ...], code: str, exit_code: int) -> None:
    """A position that the log has not reached, or no page at all, was shown to nobody."""
    refused = invoke("plan", "report", "--to", "permanent_secretaries", *options, *NOW)
    assert (refused.exit_code, f"[{code}]" in refused.stderr) == (exit_code, True)


def test_the_same_command_id_records_once(database: Path) -> None:
    """A repeated command answers what it answered before, also where the state has moved on meanwhile."""
    first = ("plan", "update", "N3.1-2", "on_schedule", "--command-id", "made-up-1", "--on", "2026-11-19", *NOW)
    once, twice = answer(*first), answer(*first)
    assert (once["replayed"], twice["replayed"], once["position"] == twice["position"]) == (False, True, True)


def test_a_rehearsal_stores_nothing(database: Path) -> None:
    """`--dry-run` runs the real conditions and leaves the log as it was."""
    before = answer("audit", "log")[-1]["hash"]
    shown = answer("plan", "update", "N3.1-2", "on_schedule", "--dry-run", *NOW)
    assert (shown["rehearsed"], answer("audit", "log")[-1]["hash"]) == (True, before)
