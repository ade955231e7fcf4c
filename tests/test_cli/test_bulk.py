"""`case start-all` opens a round for all or for none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from procedures.directory import directory
from procedures.register import declarations
from tests.test_cli.conftest import answer, invoke, succeed

ROUND = ("case", "start-all", "steering_negotiation", "--on", "2026-08-17", "--set", "year=2026")
STEERED = [actor.code for actor in directory().steered()]


def refused(*arguments: str, code: int) -> dict[str, Any]:
    """The error of a command that must end with an exit code."""
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == code, (result.stdout, result.stderr)
    error: dict[str, Any] = json.loads(result.stdout)["error"]
    return error


def case_of(subject: str) -> str:
    """The case that the round opens for a subject."""
    return f"steering-negotiation-{subject.lower()}-2026"


def label(language: str) -> str:
    """What the procedure is called in a language."""
    return declarations().in_force("steering_negotiation", date(2026, 8, 17)).procedure.label.text(language)


def opened() -> list[str]:
    """The subjects that have a case of the round."""
    return [case["subject"] for case in answer("case", "list", "--procedure", "steering_negotiation")]


# Opening a round.


def test_a_round_opens_a_case_for_everybody_whom_the_procedure_is_about(empty: Path) -> None:
    """Twenty-one counties, Helsinki and HUS, in one act: each case as `case start` would open it."""
    answered = answer(*ROUND)
    assert set(answered) == {"procedure", "cases", "skipped", "replayed", "rehearsed"}
    assert (answered["procedure"], answered["skipped"]) == ("steering_negotiation", [])
    assert (answered["replayed"], answered["rehearsed"]) == (False, False)
    assert [case["case"] for case in answered["cases"]] == [case_of(code) for code in STEERED]
    assert [case["position"] for case in answered["cases"]] == list(range(1, 24))
    log = answer("audit", "log")
    assert len({event["command_id"] for event in log}) == 1
    assert {event["data"]["year"] for event in log} == {2026}
    alone = answer("case", "start", *ROUND[2:], "--subject", "Lappi", "--set", "year=2027")
    assert set(answered["cases"][0]) == set(alone)
    assert (alone["case"], sorted(opened())) == (f"{case_of('21')}-2", sorted([*STEERED, "21"]))
    assert answer("audit", "verify")["ok"] is True


def test_a_rehearsed_round_stores_nothing(empty: Path) -> None:
    """`--dry-run` shows the twenty-three cases and leaves the log as it was."""
    before = empty.read_bytes()
    rehearsed = answer(*ROUND, "--dry-run")
    assert (len(rehearsed["cases"]), rehearsed["rehearsed"]) == (23, True)
    assert all(case["rehearsed"] for case in rehearsed["cases"])
    assert empty.read_bytes() == before
    assert [case["case"] for case in answer(*ROUND)["cases"]] == [case["case"] for case in rehearsed["cases"]]


def test_a_round_is_opened_for_all_or_for_none(empty: Path) -> None:
    """One case that is there already stops the whole round; the refusal names the subject, its case and the section."""
    succeed("case", "start", *ROUND[2:], "--subject", "Lappi")
    error = refused(*ROUND, code=5)
    assert (error["code"], opened()) == ("bulk-refused", ["21"])
    assert [one["code"] for one in error["missing"]] == ["21:same-case-exists"]
    assert error["missing"][0]["text"] == (
        f"Lapland: a case about the same subject and the same year has been opened already: {case_of('21')}"
    )
    assert "611/2021 13 a §" in error["missing"][0]["basis"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fi", "Estetty: Yhtään asiaa ei avattu: {label}. Este: "),
        ("sv", "Avvisat: Inget ärende inleddes: {label}. Hinder: "),
        ("en", "Refused: No case was opened: {label}. Refused for: "),
    ],
)
def test_a_second_round_of_the_year_is_refused_for_each(empty: Path, language: str, sentence: str) -> None:
    """The same again is refused with every subject by its name, once in the sentence and once with its reason."""
    succeed(*ROUND)
    result = invoke(*ROUND, "--lang", language)
    assert (result.exit_code, result.stdout) == (5, "")
    first, _, *lines = result.stderr.splitlines()
    names = [actor.name.text(language) for actor in directory().steered()]
    assert first == f"{sentence.format(label=label(language))}{', '.join(names)}.  [bulk-refused]"
    assert [line.split(":")[0] for line in lines[:23]] == [f"  – {name}" for name in names]
    assert all(case_of(code) in line for code, line in zip(STEERED, lines[:23], strict=True))
    assert opened() == STEERED


@pytest.mark.parametrize(
    ("options", "subjects"),
    [
        (("--except", "Lappi", "--except", "HUS"), [code for code in STEERED if code not in ("21", "HUS")]),
        (("--kind", "city"), ["90"]),
        (("--kind", "city", "--kind", "joint_authority"), ["90", "HUS"]),
        (("--subject", "Östra Nyland", "--subject", "15"), ["01", "15"]),
        (("--subject", "15", "--subject", "Keski-Suomi"), ["15"]),
        (("--kind", "county", "--except", "lappi"), [code for code in STEERED if code not in ("21", "90", "HUS")]),
    ],
)
def test_a_round_is_opened_for_whom_one_chooses(empty: Path, options: tuple[str, ...], subjects: list[str]) -> None:
    """By kind, by name in any language, and without those who are left out."""
    answer(*ROUND, *options)
    assert opened() == subjects


def test_who_has_an_open_case_can_be_skipped(empty: Path) -> None:
    """`--skip-open` opens the rest and names who was left out."""
    succeed("case", "start", *ROUND[2:], "--subject", "Lappi")
    succeed("case", "start", *ROUND[2:], "--subject", "HUS")
    answered = answer(*ROUND, "--skip-open")
    assert (answered["skipped"], len(answered["cases"])) == (["21", "HUS"], 21)
    assert sorted(opened()) == sorted(STEERED)


def test_nobody_left_is_rejected(empty: Path) -> None:
    """A choice that leaves nobody is rejected as input, with the cases that are there as what to look at."""
    succeed(*ROUND, "--subject", "Lappi")
    for choice in (("--subject", "Lappi", "--except", "21"), ("--subject", "Lappi", "--skip-open")):
        error = refused(*ROUND, *choice, code=9)
        assert (error["code"], error["message"]) == (
            "nobody-left",
            "Nobody is left for whom a case could be opened: steering_negotiation.",
        )
        assert error["try"] == "ohjaus case list --procedure steering_negotiation --open"


@pytest.mark.parametrize("kind", ["planet", "ministry", ""])
def test_a_kind_that_the_procedure_is_not_about_is_rejected(empty: Path, kind: str) -> None:
    """An unknown kind and a kind of other procedures alike; the kinds that can be meant are named."""
    error = refused(*ROUND, "--kind", kind, code=9)
    kinds = "county, city, joint_authority"
    assert (error["code"], error["message"]) == (
        "kind-unknown",
        f"steering_negotiation is not about subjects of the kind “{kind}”; the kinds are {kinds}.",
    )
    assert opened() == []


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (("--subject", "Atlantis"), 3, "unknown-actor"),
        (("--subject", "FI"), 5, "bulk-refused"),
        (("--fact", "made_up"), 3, "fact-unknown"),
        (("--on", "2024-07-31"), 5, "no-law-in-force"),
        (("--on", "2100-01-01"), 5, "bulk-refused"),
        (("--set", "year=soon"), 9, "data-invalid"),
    ],
)
def test_what_one_case_cannot_be_opened_with_no_round_can(
    empty: Path, change: tuple[str, ...], code: int, said: str
) -> None:
    """An unknown subject or act, a day without law or still to come, and data of another kind."""
    assert refused(*ROUND, *change, code=code)["code"] == said
    assert opened() == []


def test_data_that_cannot_be_taken_is_said_once_in_our_words(empty: Path) -> None:
    """What is given for all is rejected as input once, as `case start` rejects it."""
    round_error = refused(*ROUND, "--set", "year=soon", code=9)
    start = ("case", "start", *ROUND[2:], "--subject", "Lappi", "--set", "year=soon")
    alone = refused(*start, code=9)
    assert round_error["message"] == alone["message"]
    assert "“soon” is no whole number" in round_error["message"]


def test_what_is_lacking_is_said_for_each_subject(empty: Path) -> None:
    """A round without its year lacks it for each; the code says whose, and nothing is opened."""
    error = refused(*ROUND[:5], "--kind", "city", "--kind", "joint_authority", code=5)
    assert [one["code"] for one in error["missing"]] == ["90:field:year", "HUS:field:year"]
    assert [one["text"].partition(":")[0] for one in error["missing"]] == ["Helsinki", "HUS"]
    assert opened() == []


def test_the_same_command_opens_a_round_once(empty: Path) -> None:
    """Under the same command id the first answer comes again; anything else under it is a conflict."""
    first = answer(*ROUND, "--command-id", "made-up-round")
    again = answer(*ROUND, "--command-id", "made-up-round")
    assert (first["replayed"], again["replayed"], len(answer("audit", "log"))) == (False, True, 23)
    assert [case["case"] for case in again["cases"]] == [case["case"] for case in first["cases"]]
    assert again["cases"][0]["events"] == first["cases"][0]["events"]
    other = refused(*ROUND, "--except", "Lappi", "--command-id", "made-up-round", code=6)
    assert other["code"] == "command-reused"


def test_a_repeated_command_that_skips_open_cases_skips_those_that_it_skipped(empty: Path) -> None:
    """The cases that the command itself opened do not stand in its own way when it is repeated."""
    succeed("case", "start", *ROUND[2:], "--subject", "Lappi")
    command = (*ROUND, "--skip-open", "--command-id", "made-up-round")
    first, again = answer(*command), answer(*command)
    assert (first["skipped"], first["replayed"]) == (["21"], False)
    assert (again["skipped"], again["replayed"]) == (["21"], True)
    assert [case["case"] for case in again["cases"]] == [case["case"] for case in first["cases"]]
    assert len(answer("audit", "log")) == 23


@pytest.mark.parametrize(
    ("language", "pages"),
    [
        (
            "fi",
            {
                "would": "Avattaisiin 2 asiaa: {label}.",
                "opened": "Avattiin 2 asiaa: {label}.",
                "replayed": "Tämä kirjaus oli jo avannut 2 asiaa: {label}.",
                "one": "Avattiin 1 asia: {label}.",
                "line": "Itä-Uusimaa · suunniteltu",
                "skipped": "Jätetty pois, asia vireillä: Keski-Suomi, Helsinki",
                "nothing": "Mitään ei tallennettu.",
            },
        ),
        (
            "sv",
            {
                "would": "2 ärenden skulle inledas: {label}.",
                "opened": "2 ärenden inleddes: {label}.",
                "replayed": "2 ärenden hade redan inletts av denna registrering: {label}.",
                "one": "1 ärende inleddes: {label}.",
                "line": "Östra Nyland · planerad",
                "skipped": "Utelämnade, ärende anhängigt: Mellersta Finland, Helsingfors",
                "nothing": "Ingenting sparades.",
            },
        ),
        (
            "en",
            {
                "would": "Would open 2 cases: {label}.",
                "opened": "Opened 2 cases: {label}.",
                "replayed": "2 cases had been opened by this command before: {label}.",
                "one": "Opened 1 case: {label}.",
                "line": "East Uusimaa · planned",
                "skipped": "Left out, a case is open: Central Finland, Helsinki",
                "nothing": "Nothing was stored.",
            },
        ),
    ],
)
def test_a_person_reads_which_cases_were_opened(empty: Path, language: str, pages: dict[str, str]) -> None:
    """A line for each case by the subject's name; who was left out; whether anything was stored; what to look at."""
    pages = {key: text.format(label=label(language)) for key, text in pages.items()}

    def page(*options: str) -> list[str]:
        return succeed(*ROUND, *options, "--lang", language).stdout.splitlines()

    two = ("--subject", "15", "--subject", "Helsinki")
    rehearsed = page(*two, "--dry-run")
    assert (rehearsed[0], rehearsed[3]) == (pages["would"], pages["nothing"])
    command = (*two, "--command-id", "made-up-round")
    assert (page(*command)[0], page(*command)[0]) == (pages["opened"], pages["replayed"])
    third = page("--subject", "01", *two, "--skip-open")
    assert third[:3] == [pages["one"], f"+ {case_of('01')} · {pages['line']}", pages["skipped"]]
    assert third[3].endswith("ohjaus case list --procedure steering_negotiation --open")
    assert third[4].endswith("ohjaus todo")
