"""A month from its opening to its last report: due by the rule, silence with an age, and nobody passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from procedures.directory import directory
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.filling import MONTH, ON, fill, opened, refused, taken, workbook

STEERED = [actor.code for actor in directory().steered()]
ROUND = "monthly-round-fi-2026"
LATER = ("--now", "2026-12-20")


def act(verb: str, on: str, *options: str) -> dict[str, object]:
    """What an act of the round answers."""
    found: dict[str, object] = answer("collect", verb, "--month", MONTH, "--on", on, *options, *LATER)
    return found


def test_a_round_and_its_returns_are_opened_in_one_act(empty: Path) -> None:
    """The 5th is a Saturday and the 6th Independence Day: the answers are due on Monday the 7th."""
    found = opened()
    assert (found["round"], found["due"], found["position"]) == (ROUND, "2026-12-07", 0)
    assert [case["county"] for case in found["cases"]] == STEERED
    events = answer("audit", "log")
    assert (len(events), len({event["command_id"] for event in events})) == (24, 1)
    assert {event["data"]["round_case"] for event in events[1:]} == {ROUND}
    assert answer("audit", "verify")["ok"] is True


def test_a_rehearsed_round_stores_nothing(empty: Path) -> None:
    """The rehearsal names the cases that will be opened, and the log stays as it was."""
    before = empty.read_bytes()
    rehearsed = answer("collect", "open", *_options(), "--dry-run")
    assert (empty.read_bytes() == before, len(rehearsed["cases"]), rehearsed["rehearsed"]) == (True, 23, True)
    assert rehearsed["cases"] == opened()["cases"]


def _options() -> tuple[str, ...]:
    return ("--month", MONTH, "--on", "2026-11-20", "--now", "2026-11-20T09:00")


def test_a_month_is_opened_once_and_the_rest_can_follow(empty: Path) -> None:
    """Who has a workbook already is named and not asked twice; a month that all have is told so."""
    assert [case["county"] for case in opened("Kainuu")["cases"]] == ["20"]
    rest = opened()
    assert (len(rest["cases"]), rest["already"], rest["round"]) == (22, ["20"], ROUND)
    assert refused("collect", "open", *_options(), code=9)["code"] == "nobody-left"
    assert len(answer("case", "list", "--procedure", "monthly_round")) == 1


def test_the_same_command_opens_a_month_once(empty: Path) -> None:
    """Under the same id the first answer comes again; under it nothing else is opened."""
    first = answer("collect", "open", *_options(), "--command-id", "made-up-round")
    again = answer("collect", "open", *_options(), "--command-id", "made-up-round")
    assert (first["replayed"], again["replayed"], again["cases"]) == (False, True, first["cases"])
    other = ("--month", "2027-01", "--on", "2026-11-20", "--now", "2026-11-20", "--command-id", "made-up-round")
    assert refused("collect", "open", *other, code=6)["code"] == "command-reused"
    assert len(answer("audit", "log")) == 24


def test_another_day_needs_a_reason(empty: Path) -> None:
    """The agreed day is the 5th; who sets another says why, or nothing is opened."""
    assert refused("collect", "open", *_options(), "--due", "2026-12-09", code=5)["code"] == "act-refused"
    assert answer("audit", "log") == []
    found = answer("collect", "open", *_options(), "--due", "2026-12-09", "--because", "made up")
    assert found["due"] == "2026-12-09"


def test_a_county_of_lighter_rhythm_is_asked_in_its_turn(empty: Path) -> None:
    """Every third month from October: not in December, unless it is named."""
    start = ("case", "start", "county_roadmap", "--subject", "Kainuu", "--on", "2026-09-01", *LATER)
    succeed(*start, "--fact", "taken_into_use")
    rhythm = ("case", "advance", "county-roadmap-20-2026", "rhythm_set", "--on", "2026-09-02", *LATER)
    said = ("rhythm=lighter", "every_months=3", "from_month=2026-10", "because=made-up")
    succeed(*rhythm, *(word for one in said for word in ("--set", one)))
    found = answer("collect", "open", "--month", MONTH, "--on", "2026-11-20", *LATER)
    assert (found["excused"], len(found["cases"])) == (["20"], 22)
    assert [case["county"] for case in opened("Kainuu")["cases"]] == ["20"]


@pytest.mark.parametrize("month", ["2026-13", "12/2026", "joulukuu", ""])
def test_a_month_is_written_as_a_month(empty: Path, month: str) -> None:
    """Anything else is rejected before anything is opened."""
    error = refused("collect", "open", "--month", month, "--on", "2026-11-20", code=9)
    assert error["code"] == "month-invalid"


def test_silence_is_a_state_with_an_age(empty: Path, folder: Path) -> None:
    """Before the day a county is awaited; after it, it is silent for so many days; who answered never is."""
    opened("Kainuu", "Lappi")
    taken(workbook(folder))

    def told(*options: str) -> dict[str, tuple[str, int | None]]:
        found = answer("collect", "status", "--month", MONTH, *options)
        return {one["county"]: (one["state"], one["silent_days"]) for one in found["counties"] if one["case"]}

    assert told("--in-force-on", "2026-12-07") == {"20": ("answered", None), "21": ("waiting", None)}
    assert told(*LATER) == {"20": ("answered", None), "21": ("silent", 13)}
    assert told("--known-at", "3", *LATER)["20"][0] in ("waiting", "silent")
    page = succeed("collect", "status", "--month", MONTH, *LATER, "--lang", "sv").stdout
    assert "tyst\t13 dagar; har aldrig svarat" in page
    with_clock = succeed("deadline", "tick", "--now", "2026-12-08T06:00")
    assert "county-return-21-2026" in with_clock.stdout
    assert told(*LATER)["21"] == ("silent", 13)


def test_a_total_names_whom_it_misses(empty: Path, folder: Path) -> None:
    """One of 23 answered: the other 22 are named, in the data and on the page."""
    opened()
    taken(workbook(folder))
    found = answer("collect", "status")
    assert found["based_on"] == {
        "reported": 1,
        "expected": 23,
        "missing": [code for code in STEERED if code != "20"],
    }
    page = succeed("collect", "status", "--lang", "fi").stdout
    assert "Perustuu 1/23 alueeseen; puuttuu: Itä-Uusimaa" in page
    assert "Kainuu\tvastannut 27.11.2026" in page


def test_an_unknown_round_or_county_is_named(empty: Path) -> None:
    """No round, a round of another month, a county without a workbook, and a city that is none of the 23."""
    assert refused("collect", "status", code=3)["code"] == "round-unknown"
    opened("Kainuu")
    error = refused("collect", "status", "--month", "2026-11", code=3)
    assert (error["code"], error["nearest"]) == ("round-unknown", [MONTH])
    template = ("collect", "template", "--month", MONTH, "--out", "x.xlsx")
    assert refused(*template, "--county", "Lappi", code=3)["code"] == "return-unknown"
    assert refused(*template, "--county", "VM", code=3)["code"] == "county-not-steered"
    assert refused(*template, "--county", "Kainu", code=3)["nearest"][0] == "kainuu"


def test_a_month_goes_from_its_answers_to_its_reports(empty: Path, folder: Path) -> None:
    """Ended, discussed, confirmed, compiled, reported, closed; every count names each of the 23."""
    opened()
    taken(fill(workbook(folder), {"HTT!D2": "late", "HTT!E2": "made up"}))
    kainuu = ("--month", MONTH, "--county", "Kainuu")
    talked = answer(
        "collect", "discuss", *kainuu, "--on", "2026-12-09", "--ministry", "STM", "--notes", "made up", *LATER
    )
    assert (talked["state"], len(talked["agenda"])) == ("discussed", 2)
    assert refused("collect", "end", "--month", MONTH, "--on", "2026-12-01", *LATER, code=5)["code"] == "act-refused"
    ended = act("end", "2026-12-08")
    silent = [code for code in STEERED if code != "20"]
    assert (ended["answered"], ended["silent"], ended["excused"]) == (["20"], silent, [])
    act("compile", "2026-12-14")
    assert act("confirm", "2026-12-14", "--county", "Kainuu")["confirmed"] == ["20"]
    confirmed = act("confirm", "2026-12-15", "--headline", "made up", "--end-silent")
    assert (confirmed["answered"], len(confirmed["cases"])) == (["20"], 23)  # type: ignore[arg-type]
    assert refused("collect", "close", "--month", MONTH, "--on", "2026-12-16", *LATER, code=5)["code"] == "act-refused"
    position = answer("audit", "log")[-1]["position"]
    reported = act("report", "2026-12-16", "--to", "permanent_secretaries", "--doc", "STM/1/2026")
    assert (reported["position"], reported["pages"]) == (position, ["overview", "goals", "themes"])
    act(
        "report",
        "2026-12-17",
        "--to",
        "ministerial_group",
        "--doc",
        "STM/1/2026",
        "--page",
        "overview",
        "--position",
        "3",
    )
    act("close", "2026-12-18")
    status = answer("collect", "status", *LATER)
    states = {one["state"] for one in status["counties"]}
    assert (status["state"], states) == ("closed", {"confirmed", "unanswered"})
    events = answer("case", "history", ROUND)
    assert [event["type"].partition(".")[2] for event in events] == [
        *("round_opened", "collection_ended", "themes_compiled", "round_confirmed", "reported", "reported"),
        "round_closed",
    ]
    assert [event["data"]["position"] for event in events[4:6]] == [position, 3]
    assert answer("audit", "verify")["ok"] is True


def test_a_report_without_its_compilation_is_refused(empty: Path, folder: Path) -> None:
    """What was not compiled, confirmed and written down was not reported; the next command is named."""
    opened("Kainuu")
    error = refused("collect", "report", "--month", MONTH, "--to", "core_group", "--on", "2026-12-16", *LATER, code=5)
    assert (error["code"], error["try"]) == ("act-refused", f"ohjaus case next {ROUND}")


def test_the_counties_of_a_bulk_confirmation_stand_or_fall_together(empty: Path, folder: Path) -> None:
    """One that was not discussed keeps the other from being confirmed."""
    opened("Kainuu", "Lappi")
    taken(workbook(folder))
    succeed("collect", "discuss", "--month", MONTH, "--county", "Kainuu", *ON)
    both = ("--county", "Kainuu", "--county", "Lappi")
    refused("collect", "confirm", "--month", MONTH, *both, "--on", "2026-12-10", *LATER, code=5)
    assert answer("case", "show", "county-return-20-2026")["state"] == "discussed"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_person_reads_each_act_in_the_own_language(empty: Path, folder: Path, language: str) -> None:
    """Every page of a month has its words, and ends with what comes next."""
    said = ("--lang", language, *LATER)
    pages = [succeed("collect", "open", "--month", MONTH, "--on", "2026-11-20", *said, "--dry-run").stdout]
    opened("Kainuu", "Lappi")
    taken(workbook(folder))
    template = ("collect", "template", "--month", MONTH, "--out", "k", "--dry-run")
    pages += [succeed(*template, *said).stdout, succeed("collect", "status", *said).stdout]
    kainuu = ("--month", MONTH, "--county", "Kainuu")
    pages.append(succeed("collect", "discuss", *kainuu, "--on", "2026-12-09", *said).stdout)
    for verb in ("end", "compile", "confirm"):
        pages.append(succeed("collect", verb, "--month", MONTH, "--on", "2026-12-15", *said).stdout)
    assert all("ohjaus " in page.splitlines()[-1] for page in pages)
    assert invoke("collect", "status", *said).exit_code == 0
