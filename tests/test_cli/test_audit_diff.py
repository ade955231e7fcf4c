"""`audit diff`: what came about between two moments of one case, of one subject's cases, or of the whole archive."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cli.audit.diff import CaseDiff, Moment, case_diff, case_diffs
from cli.frame.settings import Settings
from cli.wiring import Record, Wiring
from engine.case import Case
from tests.test_cli.conftest import answer, invoke, stand_in, succeed

CASE = "evaluation-15-2025"
DEADLINE = "group_term"
SECTION = ("--section", "611/2021 122 §")


def diff(*arguments: str) -> Any:
    """What `audit diff` answers."""
    return answer("audit", "diff", *arguments)


def only(*arguments: str) -> dict[str, Any]:
    """The one case in which something came about."""
    [found] = diff(*arguments)["cases"]
    assert isinstance(found, dict)
    return found


def positions(found: Any) -> list[int]:
    """The positions of the events between, in order."""
    return sorted(event["position"] for case in found["cases"] for event in case["events"])


@pytest.fixture
def moved(database: Path) -> int:
    """The demo log in which a deadline was extended, suspended and resumed; gives the position before that."""
    head = len(answer("audit", "log"))
    reason = (*SECTION, "--why", "made-up reason")
    succeed("case", "extend", CASE, DEADLINE, "--until", "2026-08-31", *reason, "--on", "2026-05-20")
    succeed("case", "suspend", CASE, DEADLINE, "--mode", "freeze", *reason, "--on", "2026-06-01")
    succeed("case", "resume", CASE, DEADLINE, "--why", "over", "--on", "2026-06-11")
    return head


def test_from_the_empty_log_every_event_came_between(database: Path) -> None:
    """Each event of the archive stands in its case, and each case was opened."""
    found = diff("--from", "0")
    log = answer("audit", "log")
    assert positions(found) == [event["position"] for event in log]
    assert found["events"] == len(log)
    assert {case["case"]: case["state"]["after"] for case in found["cases"]} == {
        case["case"]: case["state"] for case in answer("case", "list")
    }
    assert all(case["opened_on"] and case["state"]["before"] is None for case in found["cases"])
    assert (found["from"], found["to"]["position"]) == ({"position": 0, "time": None, "in_force_on": None}, len(log))


@pytest.mark.parametrize("moment", ["0", "37", "1000000", "2020-01-01", "2100-01-01T12:00Z"])
def test_between_equal_moments_nothing_came_about(database: Path, moment: str) -> None:
    """The same moment twice has no cases, and a person is told so."""
    assert (diff("--from", moment, "--to", moment)["cases"], positions(diff("--from", moment, "--to", moment))) == (
        [],
        [],
    )
    page = succeed("audit", "diff", "--from", moment, "--to", moment).stdout
    assert "Nothing changed between these moments." in page


def test_a_case_that_moved(database: Path) -> None:
    """State before and after, the deadline that was set, tasks and documents: each with the events that brought it."""
    found = only(CASE, "--from", "29", "--to", "39")
    assert found["state"] | {"before_label": "", "after_label": ""} == {
        "before": "started",
        "before_label": "",
        "after": "assessment",
        "after_label": "",
        "positions": [37, 39],
    }
    [deadline] = found["deadlines"]
    assert [deadline[key] for key in ("name", "change", "due_before", "due_after", "positions")] == [
        DEADLINE,
        "set",
        None,
        "2026-06-12",
        [37],
    ]
    done = {task["name"]: task for task in found["tasks"]}
    assert (done["appoint_group"]["change"], done["appoint_group"]["positions"]) == ("done", [37])
    # Raised and done between: there was none before.
    assert (done["begin_assessment"]["status_before"], done["begin_assessment"]["positions"]) == (None, [37, 39])
    assert [one["position"] for one in found["documents"]] == [37, 39]
    assert (found["version_before"], found["version_after"]) == (2, 4)


def test_a_standing_that_began(database: Path) -> None:
    """The restriction of powers began with the decision to start."""
    [standing] = only(CASE, "--from", "28", "--to", "29")["standings"]
    assert [standing[key] for key in ("name", "change", "since", "until", "positions")] == [
        "restriction_of_powers",
        "begun",
        "2025-06-17",
        None,
        [29],
    ]


def test_a_deadline_that_moved(moved: int) -> None:
    """Over all three acts its day went from one to the other; between two of them it stood still."""
    since = str(moved)
    [whole] = only("--from", since, "--subject", "15")["deadlines"]
    assert [whole[key] for key in ("change", "due_before", "due_after")] == ["moved", "2026-06-12", "2026-09-10"]
    assert whole["positions"] == [moved + 1, moved + 2, moved + 3]
    [held] = only(CASE, "--from", str(moved + 1), "--to", str(moved + 2))["deadlines"]
    assert (held["change"], held["status_before"], held["status_after"]) == ("suspended", "open", "suspended")
    page = succeed("audit", "diff", CASE, "--from", since, "--lang", "sv").stdout
    assert "fr 12.6.2026 → to 10.9.2026" in page


def test_a_case_that_ended_and_its_number(database: Path) -> None:
    """The day on which it ended, and the number that it got, stand beside the state."""
    ended = next(one for one in diff("--from", "70", "--to", "75")["cases"] if one["case"] == "legislation-fi-2026")
    assert (ended["opened_on"], ended["closed_on"], ended["state"]["after"]) == ("2026-01-01", "2026-01-01", "in_force")
    head = len(answer("audit", "log"))
    succeed("case", "advance", CASE, "diary_number_assigned", "--on", "2026-02-20", "--set", "diary_number=VM/1/2025")
    numbered = only("--from", str(head))
    assert numbered["diary_number"] == {"before": None, "after": "VM/1/2025", "positions": [head + 1]}


def test_on_the_legal_axis_with_one_knowledge(database: Path) -> None:
    """Between two legal days, both as known now: what happened in law meanwhile, whenever it was recorded."""
    days = ("--from-day", "2025-08-30", "--to-day", "2025-09-09")
    found = only(CASE, *days)
    assert [event["effective_on"] for event in found["events"]] == ["2025-08-31", "2025-09-09", "2025-09-09"]
    assert (found["state"]["before"], found["state"]["after"]) == ("started", "assessment")
    everywhere = diff(*days)
    expected = [e["position"] for e in answer("audit", "log") if "2025-08-30" < e["effective_on"] <= "2025-09-09"]
    assert positions(everywhere) == expected
    assert everywhere["from"]["position"] == everywhere["to"]["position"]


def test_what_became_known_about_one_day(database: Path) -> None:
    """`--in-force-on` holds for both moments: what was learnt between them about what had happened by then."""
    succeed("case", "note", CASE, "made-up note of a later day", "--now", "2100-01-01T10:00Z")
    met = ("--on", "2026-02-20", "--doc", "reporting=https://example.org/made-up")
    succeed("case", "advance", CASE, "group_met", *met, "--now", "2100-02-01T10:00Z")
    learnt = only("--from", "2099-12-31", "--to", "2100-03-01", "--in-force-on", "2026-03-01")
    assert [event["type"] for event in learnt["events"]] == ["evaluation.group_met"]


def test_one_subject_of_the_archive(database: Path) -> None:
    """With a subject only its cases come, by whatever name it is called."""
    found = diff("--from", "0", "--subject", "Mellersta Finland")
    assert [case["case"] for case in found["cases"]] == [
        case["case"] for case in diff("--from", "0")["cases"] if case["subject"] == "15"
    ]
    assert diff(CASE, "--from", "0", "--subject", "14")["cases"] == []


@pytest.mark.parametrize(
    "moments",
    [
        ("--from", "80", "--to", "60"),
        ("--from", "2100-01-02", "--to", "2100-01-01"),
        ("--from", "0", "--from-day", "2025-09-01", "--to-day", "2025-08-01"),
        ("--from", "0", "--to-day", "2025-08-01"),
    ],
)
def test_backwards_is_refused_with_a_word_of_teaching(database: Path, moments: tuple[str, ...]) -> None:
    """From a later moment to an earlier one there is no difference: code 9, both moments named, in each language."""
    result = invoke("audit", "diff", *moments, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (9, "diff-backwards")
    assert "change them round" in result.stderr
    swedish = invoke("audit", "diff", *moments, "--lang", "sv").stderr
    assert "byt plats" in swedish
    assert "2025-08-01" not in swedish


def test_without_an_earlier_moment_the_usage_is_told(database: Path) -> None:
    """Nothing says from where: code 2."""
    assert invoke("audit", "diff").exit_code == 2
    assert invoke("audit", "diff", "--to", "60").exit_code == 2


@pytest.fixture
def later(database: Path) -> int:
    """The demo log in which the group was appointed on 8 September 2025 and not on 31 August; gives the head before."""
    head = len(answer("audit", "log"))
    said = ("--reason", "made-up reason", "--second-person", "made-up-person", "--on", "2026-05-04")
    succeed("case", "correct", CASE, "3", "--effective-on", "2025-09-08", *said)
    return head


def test_what_reads_otherwise_between_two_moments_is_told(later: int) -> None:
    """The field that was corrected, before and after; on the page, in the data and in the spreadsheet."""
    found = only(CASE, "--from", str(later))
    reads = {"version": 3, "name": "group_appointed.effective_on", "before": "2025-08-31", "after": "2025-09-08"}
    assert (found["readings"], found["gone"]) == ([reads], {name: [] for name in found["gone"]})
    page = succeed("audit", "diff", CASE, "--from", str(later)).stdout
    assert "Now reads: group_appointed.effective_on: 2025-08-31 → 2025-09-08" in page
    assert (
        "readings,group_appointed.effective_on"
        in succeed("audit", "diff", CASE, "--from", str(later), "--format", "csv").stdout
    )


def test_what_is_known_later_not_to_have_happened_by_a_day_is_gone(later: int) -> None:
    """On 1 September, as was known at first, the group was appointed; as is known now it was not."""
    asked = (CASE, "--from", str(later), "--in-force-on", "2025-09-01")
    found = only(*asked)
    assert [(one["version"], one["type"]) for one in found["gone"]["events"]] == [(3, "evaluation.group_appointed")]
    assert [one["name"] for one in found["gone"]["deadlines"]] == ["group_term"]
    assert (found["events"], found["state"]["after"]) == ([], "started")
    assert "no longer known then: 2025-08-31 evaluation group appointed" in succeed("audit", "diff", *asked).stdout


def test_a_case_that_is_not_there_or_not_yet(database: Path) -> None:
    """An unknown case, and one opened after the later moment, are not found; the archive leaves the latter out."""
    assert invoke("audit", "diff", "made-up-01-2020", "--from", "0").exit_code == 3
    assert invoke("audit", "diff", CASE, "--from", "0", "--to", "20").exit_code == 3
    assert CASE not in [case["case"] for case in diff("--from", "0", "--to", "27")["cases"]]
    assert CASE not in [case["case"] for case in diff("--from", "0", "--in-force-on", "2025-06-16")["cases"]]


def test_lines_come_case_by_case_with_the_sums_last(database: Path) -> None:
    """As JSON lines each case is a line of its own; the last line holds the moments and how much there was."""
    whole = diff("--from", "60", "--to", "75")
    *cases, sums = map(
        json.loads, succeed("audit", "diff", "--from", "60", "--to", "75", "--format", "jsonl").stdout.splitlines()
    )
    assert cases == whole["cases"]
    assert sums == {"from": whole["from"], "to": whole["to"], "cases": len(cases), "events": whole["events"]}


def test_a_spreadsheet_has_a_line_for_each_change(database: Path) -> None:
    """As CSV each thing that changed is a line: what, which, how, before and after."""
    text = succeed("audit", "diff", CASE, "--from", "29", "--to", "37", "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(text)))
    assert {"what": "state", "before": "started", "after": "group_appointed"}.items() <= rows[0].items()
    assert {"what": "deadlines", "name": DEADLINE, "change": "set", "after": "2026-06-12"}.items() <= rows[1].items()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(
    database: Path, monkeypatch: pytest.MonkeyPatch, language: str, width: int
) -> None:
    """Text is wrapped; only a command may be longer."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = succeed("audit", "diff", "--from", "0", "--format", "table", "--lang", language).stdout.splitlines()
    assert [line for line in lines if len(line) > width and "ohjaus " not in line] == []
    assert len(lines) > 100


@contextmanager
def opened(path: Path) -> Iterator[Record]:
    """The record, open for reading."""
    with Wiring(Settings({"db": str(path)}, {}, path.parent)).open() as record:
        yield record


DAYS = (date(2015, 12, 3), date(2025, 8, 31), date(2025, 9, 9), date(2026, 1, 1), date(2026, 2, 17))
moments = st.tuples(st.integers(0, 100), st.sampled_from([*DAYS, None]))


def in_order(drawn: list[tuple[int, date | None]]) -> list[Moment]:
    """Three moments of which none is later than the next on either axis."""
    at = sorted(position for position, _ in drawn)
    days = sorted((day for _, day in drawn), key=lambda day: day or date.max)
    return [Moment(position=one, time=None, in_force_on=day) for one, day in zip(at, days, strict=True)]


@pytest.fixture(scope="module")
def corrected(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo log in which the day of an act was corrected, that correction corrected, and the act annulled."""
    folder = tmp_path_factory.mktemp("corrected")
    path = Path(shutil.copy(filled, folder / "corrected.db"))
    shutil.copy(f"{filled}.persons", f"{path}.persons")
    said = ("--reason", "made-up reason", "--second-person", "made-up-person", "--db", str(path))
    by_court = ("--remedy", "appeal", "--court", "KHO", "--doc", "annulling_decision=KHO/1/2026")
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        succeed("case", "correct", CASE, "3", "--effective-on", "2025-09-08", "--on", "2026-01-12", *said)
        version = answer("case", "history", CASE, "--db", str(path))[-1]["version"]
        succeed("case", "correct", CASE, str(version), "--effective-on", "2025-08-30", "--on", "2026-01-13", *said)
        succeed("case", "reopen", CASE, str(version + 1), *by_court, "--on", "2026-02-02", *said)
        succeed("case", "reopen", CASE, "4", *by_court, "--on", "2026-02-16", *said)
    return path


CORRECTED_DAYS = (date(2025, 8, 30), date(2025, 9, 1), date(2025, 9, 9), date(2026, 2, 2), date(2026, 2, 17))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(st.tuples(st.integers(0, 6), st.sampled_from([*CORRECTED_DAYS, None])), min_size=3, max_size=3))
@example(drawn=[(0, date(2025, 9, 1)), (3, date(2025, 9, 1)), (4, date(2025, 9, 1))])
def test_with_corrections_two_differences_make_up_the_one_over_both(
    corrected: Path, drawn: list[tuple[int, date | None]]
) -> None:
    """What came about and what was gone, one after the other, lead from the first moment to the last."""
    with opened(corrected) as record:
        head = record.log.head().position
        x, y, z = in_order([(max(head - back, 0), day) for back, day in drawn])
        parts = [one for pair in ((x, y), (y, z)) if (one := case_diff(record, CASE, *pair)) is not None]
        whole = case_diff(record, CASE, x, z)
    if whole is None:
        assert parts == [] or parts[0].before == parts[-1].after
        return
    assert (whole.before, whole.after) == (parts[0].before, parts[-1].after)
    known = set(_events(whole.before))
    for one in parts:
        known = (known - {event.position for event in one.gone}) | {event.position for event in one.events}
    assert known == set(_events(whole.after))
    for changed in (_deadlines, _tasks, _standings, _gone):
        assert changed(whole) <= {key for part in parts for key in changed(part)}
    # An act that was gone and is there again is told as an event with all that it says now.
    again = {event.version for part in parts for event in part.events}
    read = {(one.version, one.name) for part in parts for one in part.readings}
    assert {(one.version, one.name) for one in whole.readings if one.version not in again} <= read


def _events(case: Case | None) -> list[int]:
    return [event.position for event in case.events] if case else []


def _gone(found: CaseDiff) -> set[object]:
    return {
        *(event.position for event in found.gone),
        *(("deadline", one.name, one.generation) for one in found.deadlines_gone),
        *(("task", one.name, one.generation) for one in found.tasks_gone),
        *(one.name for one in found.standings_gone),
    }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(moments, min_size=3, max_size=3))
def test_two_differences_make_up_the_one_over_both(filled: Path, drawn: list[tuple[int, date | None]]) -> None:
    """From X to Y and on to Z the events are those from X to Z; nothing changed over both that changed in neither."""
    x, y, z = in_order(drawn)
    with opened(filled) as record:
        first, second, both = (
            {one.after.case_id: one for one in case_diffs(record, *pair)} for pair in ((x, y), (y, z), (x, z))
        )
    assert set(both) <= {*first, *second}
    for case_id in {*first, *second}:
        parts = [part[case_id] for part in (first, second) if case_id in part]
        whole = both[case_id]
        assert sorted(e.position for e in whole.events) == sorted(e.position for part in parts for e in part.events)
        assert (whole.before, whole.after) == (parts[0].before, parts[-1].after)
        for changed in (_deadlines, _tasks, _standings):
            assert changed(whole) <= {key for part in parts for key in changed(part)}


def _deadlines(found: CaseDiff) -> set[tuple[str, int]]:
    return {(one.after.name, one.after.generation) for one in found.deadlines}


def _tasks(found: CaseDiff) -> set[tuple[str, int]]:
    return {(one.after.name, one.after.generation) for one in found.tasks}


def _standings(found: CaseDiff) -> set[str]:
    return {one.after.name for one in found.standings}
