"""Law that is not confirmed: a case is opened only by whoever names the day from which the law is in force."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed

CASE = "deficit-extension-19-2026"
START = (
    *("case", "start", "deficit_extension", "--subject", "19", "--on", "2026-04-15"),
    *("--set", "cover_year=2028", "--set", "deficit_cents=12100000000", "--doc", "application=VM/1/2026"),
)
NAMED = ("--law-in-force-from", "2026-04-01")


@pytest.mark.parametrize(
    "named",
    [
        (),
        ("--law-in-force-from", "2026-03-05"),
        ("--law-in-force-from", "2026-04-16"),
    ],
    ids=["not named", "before it could be law", "after the act"],
)
def test_without_a_possible_day_the_case_is_refused(empty: Path, named: tuple[str, ...]) -> None:
    """No day, a day before the bill could be law, or one after the act: refused, with the days that are possible."""
    result = invoke(*START, *named, "--format", "json")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"]) == (5, "act-refused")
    [missing] = error["missing"]
    assert missing["code"] == "law-not-confirmed"
    assert "2026-03-06" in missing["text"]
    assert "2026-04-15" in missing["text"]
    assert "HE 189/2025 vp" in missing["basis"]
    assert answer("case", "list") == []


def test_the_refusal_proposes_the_command_that_names_the_day(empty: Path) -> None:
    """What was typed comes back with the option that is lacking, and succeeds once the day is filled in."""
    result = invoke(*START, "--format", "json")
    proposed = json.loads(result.stdout)["error"]["try"]
    assert proposed.endswith(" --law-in-force-from DATE")
    succeed(*shlex.split(proposed.replace(" DATE", " 2026-04-01"))[1:])
    assert [one["case"] for one in answer("case", "list")] == [CASE]


def test_a_day_that_is_no_date_is_rejected(empty: Path) -> None:
    """The option takes a date and nothing else."""
    assert invoke(*START, "--law-in-force-from", "spring").exit_code == 9


def test_the_day_that_was_named_stands_in_the_record(empty: Path) -> None:
    """With the day named the case opens; the opening event and the case carry it, and the record is whole."""
    started = answer(*START, *NAMED)
    assert (started["case"], started["state"]) == (CASE, "pending")
    [event] = answer("case", "history", CASE)
    assert event["opening"]["law_in_force_from"] == "2026-04-01"
    shown = answer("case", "show", CASE)
    assert (shown["law_in_force_from"], shown["declaration"]) == ("2026-04-01", "deficit_extension@2026-03-06")
    assert answer("audit", "verify")["ok"] is True


@pytest.mark.parametrize(
    ("language", "said", "not_confirmed"),
    [
        (
            "fi",
            "lakia ei ole vahvistettu; avattaessa ilmoitettiin, että se on voimassa 1.4.2026 alkaen",
            "Tätä lakia ei ole vahvistettu.",
        ),
        (
            "sv",
            "lagen är inte bekräftad; vid inledandet angavs att den gäller från 1.4.2026",
            "Denna lag är inte bekräftad.",
        ),
        (
            "en",
            "the law is not confirmed; it was named at the opening as in force from 2026-04-01",
            "This is not confirmed law.",
        ),
    ],
)
def test_a_person_reads_that_the_law_is_not_confirmed(
    empty: Path, language: str, said: str, not_confirmed: str
) -> None:
    """The case says by which day it was opened, the procedure and its card that there is no such law yet."""
    succeed(*START, *NAMED)
    assert said in succeed("case", "show", CASE, "--lang", language).stdout
    for page in ("show", "card"):
        assert not_confirmed in succeed("procedure", page, "deficit_extension", "--lang", language).stdout


def test_confirmed_law_says_nothing_of_it(database: Path) -> None:
    """A case under an act in force carries no such day, and its page no such line."""
    shown = ("case", "show", "evaluation-15-2025")
    assert answer(*shown)["law_in_force_from"] is None
    assert "not confirmed" not in succeed(*shown).stdout
