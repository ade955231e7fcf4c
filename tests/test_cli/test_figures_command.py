"""`figures check`: the criteria of the evaluation procedure, with the calculation shown and the section cited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed

POOR = (
    *("--set", "2023.annual_margin=14.0", "--set", "2023.depreciation=20.0"),
    *("--set", "2024.annual_margin=12.3", "--set", "2024.depreciation=20.0"),
)


def gates(*arguments: str) -> dict[str, dict[str, object]]:
    """Gives the gates of one check by their ids."""
    return {gate["id"]: gate for gate in answer("figures", "check", *arguments)["gates"]}


def test_the_calculation_is_shown_and_the_section_cited() -> None:
    """Two years below 80 % meet E2, with the figures, the threshold and its section."""
    margin = gates("Keski-Suomi", "--on", "2025-06-17", *POOR)["E2"]
    assert margin["met"] is True
    assert margin["calculation"] == ["2023: 14.0 / 20.0 = 70 % < 80 %", "2024: 12.3 / 20.0 = 61.5 % < 80 %"]
    assert margin["basis"][0] == "611/2021 123 § 1 mom. 2 kohta"  # type: ignore[index]


def test_exactly_the_threshold_is_not_below_it() -> None:
    """80 % on the day is not below 80 %."""
    changed = [word.replace("12.3", "16.0") for word in POOR]
    assert gates("Keski-Suomi", "--on", "2025-06-17", *changed)["E2"]["met"] is False


def test_what_is_not_known_is_said() -> None:
    """Without figures nothing is met or unmet, and each gate says what is missing."""
    found = answer("figures", "check", "Lappi", "--on", "2025-06-17")
    assert (found["met"], found["not_assessable"]) == ([], ["E1", "E2", "E3", "E4", "E5"])
    assert all(gate["missing"] for gate in found["gates"])


@pytest.mark.parametrize(("day", "met"), [("2024-12-31", False), ("2025-01-01", True)])
def test_one_grant_is_enough_only_since_2025(day: str, met: bool) -> None:
    """The day the law changed, the same figures give another answer."""
    given = ("--set", "additional_funding_granted_on=2024-06-01", "--set", "borrowing_authority_changed_on=")
    assert gates("Lappi", "--on", day, *given)["E4"]["met"] is met


def test_figures_come_from_a_file_and_sets_go_over_them(folder: Path) -> None:
    """`--json` gives the whole, `--set` what differs; amounts may be cents."""
    path = folder / "figures.json"
    years = {"2023": {"annual_margin_cents": 1400, "depreciation_cents": 2000}, "2024": {"annual_margin": "16.0"}}
    path.write_text(json.dumps({"years": years}))
    given = ("--json", str(path), "--set", "2024.annual_margin=12.3", "--set", "2024.depreciation=20.0")
    assert gates("15", "--on", "2025-06-17", *given)["E2"]["met"] is True


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("Helsinki", "--on", "2025-06-17"), 5),
        (("Lappi", "--on", "2020-01-01"), 5),
        (("Atlantis", "--on", "2025-06-17"), 3),
        (("Lappi", "--on", "17.6.2025"), 9),
        (("Lappi", "--on", "2025-06-17", "--set", "margin=1"), 9),
        (("Lappi", "--on", "2025-06-17", "--set", "2024.annual_margin=1e3"), 9),
        (("Lappi", "--on", "2025-06-17", "--set", "2024.annual_margin"), 9),
        (("Lappi", "--on", "2025-06-17", "--json", "nothing.json"), 9),
        (("Lappi",), 2),
    ],
)
def test_what_cannot_be_worked_out_is_refused(arguments: tuple[str, ...], exit_code: int) -> None:
    """A subject outside the law, a day without law, and figures of the wrong shape are each told apart."""
    assert invoke("figures", "check", *arguments).exit_code == exit_code


def test_floats_are_refused(folder: Path) -> None:
    """A float in the JSON has no exact value and is not taken."""
    path = folder / "figures.json"
    path.write_text('{"years": {"2024": {"annual_margin": 12.3}}}')
    assert invoke("figures", "check", "Lappi", "--on", "2025-06-17", "--json", str(path)).exit_code == 9


@pytest.mark.parametrize(
    ("language", "said"), [("fi", "ei ratkaise mitään"), ("sv", "avgör ingenting"), ("en", "decides nothing")]
)
def test_a_person_reads_that_nothing_is_decided(language: str, said: str) -> None:
    """The page says in each language that the ministry decides, not the calculation."""
    page = succeed("figures", "check", "Keski-Suomi", "--on", "2025-06-17", *POOR, "--lang", language).stdout
    assert said in page
    assert "61.5 %" in page


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_help_lists_every_figure_that_is_known(language: str) -> None:
    """The names in the help are those that a refusal of an unknown name lists."""
    refused = invoke("figures", "check", "Lappi", "--on", "2025-06-17", "--set", "x=1", "--format", "json")
    known = json.loads(refused.stdout)["error"]["fields"]
    told = " ".join(succeed("figures", "check", "--help", "--lang", language).stdout.split())
    assert ", ".join(known) in told
