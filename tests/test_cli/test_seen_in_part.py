"""What is said to whoever sees only a part of the cases: nothing that is hidden is told as absent or broken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.collect.closing import who_answered
from cli.collect.rounds import the_round
from cli.frame.invocation import Invocation
from cli.picture.made import picture_in
from cli.wiring import Record
from engine.errors import Refused
from engine.rights import Access, Grant
from tests.grants import SOMEBODY, in_force
from tests.pages.once import story_log
from tests.pages.story import NOW
from tests.test_cli.conftest import answer, database, filled, invoke, succeed

__all__ = ["database", "filled"]

PART = "You see only the cases that your rights show"
NOTHING = "No right of yours shows any case"
MOVE = ("case", "change-law", "service_information", "--on", "2026-03-02")
OWN = "15"
HIDDEN = ("no_information", "not-shown@1")


def may(patch: pytest.MonkeyPatch, *grants: Grant) -> None:
    """Whoever runs the commands has these rights and no others."""
    access = Access(person=SOMEBODY, enabled=True, grants=grants)
    patch.setattr(Record, "access", lambda _: access)


def test_what_was_to_record_and_found_nothing_says_that_it_saw_a_part(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Moving all cases to a new law finds none where they are hidden; that is said beside it, and once."""
    may(monkeypatch, in_force("vm", procedure="additional_funding"))
    for words in (MOVE, (*MOVE, "--all"), (*MOVE, "--all", "--dry-run")):
        result = invoke(*words)
        assert (result.exit_code, "No open case" in result.stdout) == (0, True), (result.stdout, result.stderr)
        assert result.stderr.count(PART) == 1
    assert PART not in invoke(*MOVE, "--all", "--quiet").stderr


def test_who_records_is_told_of_that_alone(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside what was recorded, and beside a refusal, nobody is reminded of a part; of nothing they are."""
    note = ("case", "note", "evaluation-15-2025", "A made-up note")
    may(monkeypatch, in_force("county", OWN))
    assert PART not in succeed(*note).stderr
    assert PART not in invoke("case", "note", "evaluation-16-2025", "A made-up note").stderr
    may(monkeypatch)
    refused = invoke(*note)
    assert (refused.exit_code, refused.stderr.count(NOTHING)) == (3, 1)


def seen(**given: str) -> Any:
    """The picture of the story, with these options."""
    run = Invocation({})
    run.given = {"db": str(story_log()), "now": NOW, **given}
    with run.record() as record:
        return picture_in(run, record)


def test_a_county_that_does_not_see_the_round_sees_its_own_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The month of its own returns counts then; what it said itself stands in its picture as in the whole one."""
    whole = seen()
    may(monkeypatch, in_force("county", "02", "county_return"))
    part = seen()
    assert (part.round.month, part.based_on.reported, part.based_on.told.key) == (None, 1, "picture.based_on_part")
    assert part.county("02").reported == whole.county("02").reported


def test_what_is_hidden_is_not_told_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of others it is said neither that nothing is pending nor that nobody asked them; of oneself, what is so."""
    may(monkeypatch, in_force("county", "12"))
    part = seen()
    other, own = part.county("15"), part.county("12")
    assert {(one.status, one.rule) for one in (other.derived, other.reported)} == {HIDDEN}
    assert [one.reason.key for one in (other.derived, other.reported)] == [
        "picture.reason.case-hidden",
        "picture.reason.answer-hidden",
    ]
    assert own.derived.rule == "nothing-pending@1"
    marks = next(one.marks for one in part.procedures if one.id == "additional_funding")
    assert [(marks[code].status, marks[code].rule) for code in ("15", "12")] == [
        HIDDEN,
        ("not_applicable", "no-case@1"),
    ]
    lines = [line for chapter in part.chapters if chapter.id == "measures" for line in chapter.lines]
    assert {(line.mark.status, line.mark.rule) for line in lines} == {HIDDEN}


def test_a_right_to_one_procedure_knows_that_there_is_nothing_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sees every case of a procedure is told of it as whoever sees the whole log is."""
    marks = next(one.marks for one in seen().procedures if one.id == "additional_funding")
    may(monkeypatch, in_force("vm", procedure="additional_funding"))
    assert next(one.marks for one in seen().procedures if one.id == "additional_funding") == marks


@pytest.mark.parametrize(
    ("grant", "words", "code"),
    [
        (("vm", None, "additional_funding"), "collect status", "round-hidden"),
        (("county", "02", "county_return"), "collect status --month 2026-11", "round-hidden"),
        (("county", "02"), "agenda make --county 15 --month 2026-11", "return-hidden"),
        (("county", "02"), "collect status --month 2027-11", "round-unknown"),
        (("county", "02"), "agenda make --county 02 --month 2027-11", "return-unknown"),
    ],
)
def test_a_hidden_round_is_not_to_be_opened(
    grant: tuple[str, ...], words: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said that it is not shown, and proposed to look at what is; what is seen not to be there may be opened."""
    may(monkeypatch, in_force(*grant))
    for language in ("fi", "sv", "en"):
        refused = invoke(*words.split(), "--db", str(story_log()), "--now", NOW, "--lang", language)
        assert (refused.exit_code, f"[{code}]" in refused.stderr) == (3, True), refused.stderr
        assert ("collect open" in refused.stderr) is code.endswith("-unknown")


def test_where_a_round_stands_is_told_of_what_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A county sees the round and its own return; of the others it is not said that they were sent no workbook."""
    may(monkeypatch, in_force("county", "02"))
    story = ("--db", str(story_log()), "--now", NOW)
    status = answer("collect", "status", *story)
    states = {one["county"]: one["state"] for one in status["counties"]}
    assert {states.pop("02"), *states.values()} == {"answered", "hidden"}
    told = {"fi": "sinulta piilossa", "sv": "dolda för dig", "en": "hidden from you"}
    for language, text in told.items():
        assert text in succeed("collect", "status", *story, "--lang", language).stdout


def test_who_sees_a_part_of_the_answers_does_not_count_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is recorded of a round names who answered and who was silent: nobody is named so for being hidden."""
    may(monkeypatch, in_force("vm", procedure="monthly_round"))
    run = Invocation({})
    run.given = {"db": str(story_log()), "now": NOW}
    with run.record() as record, pytest.raises(Refused, match="only the cases of –") as refused:
        who_answered(record, the_round(record, "2026-11"), run.wiring.clock.today())
    assert refused.value.code == "part-only"
