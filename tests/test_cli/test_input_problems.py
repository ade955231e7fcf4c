"""Data that cannot be taken: said in our own words, in three languages, with the names that are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli.conftest import invoke, succeed

CASE = "evaluation-15-2025"
LIBRARY = ("Input should", "Extra inputs", "Value error", "String should", "Tuple should", "valid integer", "required")
"""How the library that reads the data begins its own sentences."""


def refused(*arguments: str, language: str = "en") -> dict[str, Any]:
    """Gives the error of a command that is refused for its data."""
    result = invoke(*arguments, "--lang", language, "--format", "json")
    assert result.exit_code == 9, (result.exit_code, result.stdout, result.stderr)
    error: dict[str, Any] = json.loads(result.stdout)["error"]
    return error


def about_members(*sets: str, language: str = "en") -> dict[str, Any]:
    """Gives the error of appointing a group with some data."""
    words = [word for one in sets for word in ("--set", one)]
    return refused("case", "advance", CASE, "group_appointed", "--on", "2026-03-02", *words, language=language)


def about_figures(stated: str, *, language: str = "en") -> dict[str, Any]:
    """Gives the error of checking one figure."""
    return refused("figures", "check", "Lappi", "--on", "2025-06-17", "--set", stated, language=language)


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("term_ends_on=1.2.2026", "term_ends_on: “1.2.2026” is no date written YYYY-MM-DD"),
        ("term_ends_on=2026-02-30", "term_ends_on: “2026-02-30” is no date written YYYY-MM-DD"),
        ("chair_from=", "chair_from: is empty"),
        (f"decision={'x' * 301}", "decision: longer than 300 characters"),
        ("decisoin=x", "decisoin: unknown name, the nearest is decision"),
        ("wholly_other=x", "wholly_other: unknown name"),
        ("members=VM", "members: “VM” is not an object in braces"),
        ('members=[{"organisation":"XY"}]', "members[0].organisation: “XY” is not one of county, VM, STM, SM"),
        ('members=[{"organisation":"VM","count":99}]', "members[0].count: 99 is more than 50"),
        ('members=[{"organisation":"VM","count":"a"}]', "members[0].count: “a” is no whole number"),
        (
            'members=[{"organisation":"VM","cuont":1}]',
            "members[0].cuont: unknown name, the nearest is members[0].count",
        ),
        ("members=[" + ",".join(['{"organisation":"VM"}'] * 21) + "]", "members: more than 20 values"),
    ],
)
def test_a_problem_is_said_in_our_words(stated: str, said: str, database: Path) -> None:
    """Each common kind of problem names the field as it was typed, what was given, and what would do."""
    assert said in about_members(stated)["message"]


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("margin=1", "margin: unknown name"),
        ("2024.annual_margn=1", "2024.annual_margn: unknown name, the nearest is 2024.annual_margin"),
        ("2024.loans=1,2", "2024.loans: “1,2” is no amount; write decimal text such as 12.3"),
        ("2024.loans_cents=a", "2024: amounts under a name with _cents are whole numbers of cents"),
        ("1999.loans=1", "1999: 1999 is less than 2000"),
        ("deficit.cover_by=soon", "deficit.cover_by: “soon” is no date written YYYY-MM-DD"),
        ("deficit=3", "deficit: “3” is not an object in braces"),
        ("service_endangered_years=x", "service_endangered_years: “x” is no whole number"),
    ],
)
def test_a_figure_is_named_as_it_is_typed(stated: str, said: str) -> None:
    """Key figures speak the same words, under the names that `--set` takes."""
    assert said in about_figures(stated)["message"]


def test_one_amount_is_not_given_twice(folder: Path) -> None:
    """An amount in euros and in cents is one too many."""
    path = folder / "figures.json"
    path.write_text('{"years": {"2024": {"loans": "1", "loans_cents": 100}}}')
    error = refused("figures", "check", "Lappi", "--on", "2025-06-17", "--json", str(path))
    assert "2024: one amount is given twice, in euros and in cents" in error["message"]


def test_an_unknown_name_is_answered_with_the_known_ones(database: Path) -> None:
    """Both for an act and for key figures the known names stand beside, for people and for programs."""
    assert about_members("decisoin=x")["fields"] == ["members", "chair_from", "term_ends_on", "decision"]
    assert {"YYYY.annual_margin", "deficit.cover_by", "borrowing_authority_changed_on"} <= {
        *about_figures("margin=1")["fields"]
    }
    said = invoke("figures", "check", "Lappi", "--on", "2025-06-17", "--set", "margin=1").stderr
    assert "Known names: borrowing_authority_changed_on, " in said


def test_known_names_are_told_only_where_one_was_unknown(database: Path) -> None:
    """A wrong value is not buried under a list of names."""
    assert about_members("term_ends_on=soon")["fields"] == []
    assert about_figures("2024.loans=x")["fields"] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_library_is_not_heard(language: str, database: Path) -> None:
    """No sentence of the library reaches a person in any language."""
    sets = ("term_ends_on=x", "chair_from=", "decisoin=x", "members=VM", f"decision={'x' * 301}")
    said = about_members(*sets, language=language)["message"] + about_figures("2024.x=1", language=language)["message"]
    assert [one for one in LIBRARY if one in said] == []


def test_many_problems_are_counted(database: Path) -> None:
    """A message names the first ones and says how many there are beside."""
    error = about_members(*(f"made_up_{number}=x" for number in range(20)))
    assert (error["message"].count("unknown name"), "and 12 more" in error["message"]) == (8, True)


@pytest.mark.parametrize(
    "given",
    [("--doc", "group_minutes=DIARY"), ("--set", "remark=VALUE"), ("--set", "count=NUMBER"), ("--set", "day=DATE")],
)
def test_a_placeholder_is_not_recorded(given: tuple[str, str], database: Path) -> None:
    """A proposed command that was pasted without being filled in is refused: the record would keep it for ever."""
    error = refused("case", "advance", CASE, "division_proposal_handled", "--on", "2026-03-02", *given)
    assert (error["code"], f"{given[0]} {given[1]}" in error["message"]) == ("placeholder-left", True)


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", "administrators: on tyhjä."), ("sv", "administrators: är tomt."), ("en", "administrators: is empty.")],
)
def test_every_command_speaks_our_words(language: str, said: str, empty: Path) -> None:
    """A command that does not know itself what was wrong with its data is answered in our words all the same."""
    message = refused("grant", "enable", "--administrator", "", "--dry-run", language=language)["message"]
    assert message.endswith(said)
    assert [one for one in LIBRARY if one in message] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "mitään ei tunneta nimellä ”HTT-A-1.22”; lähin on HTT-A-1.2, HTT-A-1.12, HTT-H-1.2."),
        ("sv", "ingenting är känt under namnet ”HTT-A-1.22”; närmast är HTT-A-1.2, HTT-A-1.12, HTT-H-1.2."),
    ],
)
def test_what_no_catalogue_knows_is_said_in_the_language(language: str, said: str, empty: Path) -> None:
    """A catalogue answers nobody with its own English sentence."""
    opening = ("case", "start", "red_flag", "--subject", "Lappi", "--on", "2026-08-17", "--set", "task=HTT-A-1.22")
    assert refused(*opening, language=language)["message"].endswith(f"task: {said}")


def test_a_value_is_not_compared_with_names_of_fields(empty: Path) -> None:
    """A code that the directory does not hold is unknown, and no field is proposed in its place."""
    raised = ("--what", "made up", "--need", "made up", "--contact", "made-up office", "--on", "2026-08-17")
    succeed("flag", "raise", "Lappi", *raised, "--by-when", "2026-09-15")
    given = ("--set", "support=made up", "--set", "contact=made-up office", "--set", "by=xx")
    error = refused("case", "advance", "red-flag-21-2026", "answered", "--on", "2026-08-20", *given)
    assert error["message"].endswith("by: nothing is known by “xx”.")


def test_a_form_is_said_with_the_form(empty: Path) -> None:
    """A value of another form than its pattern is told the pattern."""
    opening = ("case", "start", "monthly_round", "--subject", "FI", "--on", "2026-08-17", "--set", "month=2026-13")
    said = refused(*opening, language="sv")["message"]
    assert r"month: ”2026-13” har inte formen ^20\d\d-(0[1-9]|1[0-2])$" in said
