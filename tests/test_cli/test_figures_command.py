"""`figures list` and `figures check`: what each calculator finds, with the calculation shown and the section cited."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest

from cli.messages import Words
from cli.rules.figures import CALCULATORS, figures
from cli.rules.figures_page import threshold_in_words
from engine.law import LANGUAGES, Language
from procedures.calculators import CALCULATORS as REGISTERED
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.examples import examples_in

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


def lines(calculator: str, *arguments: str, subject: str = "15", day: str = "2025-06-17") -> dict[str, dict[str, Any]]:
    """Gives the lines of a calculator by their ids."""
    found = answer("figures", "check", subject, "--on", day, "--for", calculator, *arguments)
    return {line["id"]: line for line in found["lines"]}


def test_the_answer_of_an_evaluation_keeps_its_keys() -> None:
    """What scripts rely on stays, beside what came later; the gates are the lines."""
    found = answer("figures", "check", "Lappi", "--on", "2025-06-17")
    assert found.keys() >= {"subject", "subject_name", "on", "declaration", "met", "not_assessable", "gates"}
    assert (found["calculator"], found["procedure"]) == ("evaluation", "evaluation")
    assert found["gates"] == found["lines"]
    assert found["gates"][0].keys() >= {
        *("id", "label", "met", "calculation", "missing", "threshold", "threshold_from", "basis", "status"),
    }


def test_the_help_names_the_calculators_that_are_registered() -> None:
    """The help loads no calculator, and names them all."""
    assert tuple(REGISTERED) == CALCULATORS


def test_the_list_tells_procedure_sections_and_names() -> None:
    """Each calculator stands with what it is for, on which sections, and how its figures are named."""
    listed = {one["calculator"]: one for one in answer("figures", "list")}
    assert tuple(listed) == CALCULATORS
    assert listed["preemptive_steering"]["procedure"] == "preemptive_steering"
    assert listed["preemptive_steering"]["basis"][0] == "611/2021 13 b § 1 mom."
    assert "required_measures.N.evidently_unmet" in listed["preemptive_steering"]["names"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["plain", "table"])
def test_a_person_asks_for_the_names(form: str, language: Language) -> None:
    """With -v the names of every calculator are read, and how they are filled in."""
    shown = succeed("figures", "list", "-v", "--lang", language, "--format", form).stdout
    told = "".join(shown.split())
    assert all("".join(", ".join(one["names"]).split()) in told for one in answer("figures", "list"))


def test_each_calculator_has_an_example_in_the_help() -> None:
    """The help of `check` shows every calculator at work, the evaluation as what is meant without `--for`."""
    command = figures.get_command(click.Context(figures), "check")
    assert command is not None
    shown = [example.arguments for example in examples_in(succeed("figures", "check", "--help").stdout)]
    used = {words[words.index("--for") + 1] if "--for" in words else "evaluation" for words in shown}
    assert used == set(CALCULATORS)


def test_key_figures_alone_meet_nothing() -> None:
    """The figures of a year stand beside their threshold, and the page says that they decide nothing."""
    given = ("--set", "2024.annual_margin=12.3", "--set", "2024.depreciation=20.0")
    assert lines("key_figures", *given)["2024.margin"]["calculation"] == ["12.3 / 20.0 = 61.5 % < 80 %"]
    page = succeed("figures", "check", "15", "--on", "2025-06-17", "--for", "key-figures", *given).stdout
    assert "2024.margin  below the threshold: annual margin to depreciation 2024" in page
    assert "A key figure of one year alone meets no criterion" in page


def test_pre_emptive_steering_is_checked_by_the_same_command() -> None:
    """Numbered measures, truths and amounts are read by their types."""
    found = lines(
        "preemptive_steering",
        *("--set", "2024.annual_margin=18.0", "--set", "2024.depreciation=20.0"),
        *("--set", "required_measures.1.required_in=evaluation"),
        *("--set", "required_measures.1.evidently_unmet=true"),
        *("--set", "required_measures.1.substitute_decided=false"),
        *("--set", 'required_measures.2={"required_in":"additional_funding","evidently_unmet":false}'),
        *("--set", "plan.compliant=true", "--set", "plan.itemised=true", "--set", "plan.cover_by=2026-12-31"),
        *("--set", "plan.accumulated.2026=-0.1"),
        *("--set", "development.assessable=false"),
    )
    assert {name: line["met"] for name, line in found.items()} == {
        "1a": True,
        "1b": None,
        "2": True,
        "3": True,
        "4": True,
    }


def test_things_can_be_given_as_one_list() -> None:
    """The measures may stand as JSON in one `--set`."""
    given = '[{"required_in":"evaluation","evidently_unmet":true,"substitute_decided":false}]'
    assert lines("preemptive_steering", "--set", f"required_measures={given}")["2"]["met"] is True


def test_a_number_that_was_left_out_is_told() -> None:
    """The second of two measures needs a first."""
    refused = invoke(
        *("figures", "check", "15", "--on", "2025-06-17", "--for", "preemptive_steering"),
        *("--set", "required_measures.2.required_in=evaluation"),
    )
    assert refused.exit_code == 9
    assert "required_measures.1.required_in" in refused.stderr


AUTHORITY = (
    *("--set", "financial_year=2026", "--set", "annual_margin=25000000", "--set", "earlier_authorities_cents=0"),
)


def test_the_borrowing_authority_is_worked_out_step_by_step() -> None:
    """Euros and cents go together, and each step has its amount."""
    found = lines("borrowing_authority", *AUTHORITY, "--set", "opening_debt=111000000.00")
    assert {name: line["amount_cents"] for name, line in found.items()} == {
        "maximum_debt": 25_000_000_000,
        "difference": 13_900_000_000,
        "earlier_decisions": 13_900_000_000,
        "authority": 13_900_000_000,
        "equivalent_contracts": None,
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "zero where the difference is negative is an inference"),
        ("fi", "nolla, kun erotus on negatiivinen, on päätelmä"),
        ("sv", "noll när skillnaden är negativ är en slutledning"),
    ],
)
def test_the_floor_at_zero_is_shown_as_an_inference(language: str, said: str) -> None:
    """A person reads under the amount that the law does not say it."""
    page = succeed(
        *("figures", "check", "15", "--on", "2025-06-17", "--for", "borrowing_authority", *AUTHORITY),
        *("--set", "opening_debt=261000000.00", "--lang", language),
    ).stdout
    assert "authority  0.00 €" in page
    assert "-11000000.00 < 0 → 0.00" in page
    assert said in page


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("Lappi", "--for", "evalution"), 3),
        (("Helsinki", "--for", "borrowing_authority"), 5),
        (("FI", "--for", "borrowing_authority"), 5),
        (("Lappi", "--for", "borrowing_authority"), 9),
        (("Lappi", "--for", "borrowing_authority", "--set", "financial_year=soon"), 9),
        (("Lappi", "--for", "preemptive_steering", "--set", "plan.itemised=maybe"), 9),
        (("Lappi", "--for", "preemptive_steering", "--set", "deficit.first_year=2023"), 9),
        (("Lappi", "--for", "preemptive_steering", "--set", "required_measures.0.required_in=evaluation"), 9),
        (("Lappi", "--for", "key_figures", "--set", f"2024.loans_cents={'9' * 5000}"), 9),
    ],
)
def test_what_another_calculator_cannot_work_out_is_refused(arguments: tuple[str, ...], exit_code: int) -> None:
    """Unknown calculators, subjects outside a law, and figures of the wrong shape are each told apart."""
    assert invoke("figures", "check", "--on", "2025-06-17", *arguments).exit_code == exit_code


def test_pre_emptive_steering_has_no_law_before_2025() -> None:
    """The day decides which law there is."""
    refused = invoke("figures", "check", "Lappi", "--on", "2024-12-31", "--for", "preemptive_steering")
    assert refused.exit_code == 5


@pytest.mark.parametrize("calculator", CALCULATORS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_figure_is_said_in_our_words(calculator: str, language: Language) -> None:
    """Whichever calculator reads it, a person does not hear the library."""
    year = ("--set", "financial_year=2026") if calculator == "borrowing_authority" else ()
    said = invoke(
        *("figures", "check", "Lappi", "--on", "2025-06-17", "--for", calculator, *year),
        *("--set", "wholly_other=1", "--lang", language),
    ).stderr
    assert Words(language)("problem.unknown", field="wholly_other") in said
    assert "Extra inputs" not in said


@pytest.mark.parametrize(
    ("threshold", "language", "said"),
    [
        ("≥ 2 / 3 a", "en", "at least 2 times within 3 years"),
        ("≥ 2 / 3 a", "fi", "vähintään 2 kertaa 3 vuoden aikana"),
        (
            "15 § 3 mom. ≥ 1, 617/2021 11 § ≥ 2 / 3 a",
            "sv",
            "15 § 3 mom. minst 1, 617/2021 11 § minst 2 gånger inom 3 år",
        ),
        ("< 80 %", "en", "below 80 %"),
        ("< 0.8", "fi", "alle 0.8"),
        ("+ 2 a", "sv", "inom 2 år"),
        ("1 / 10", "en", "loan-service ratio 1, calculated repayments 1/10 of the debt"),
        ("–", "en", "the law sets none"),
        ("≥ 0", "en", "at least 0"),
    ],
)
def test_a_threshold_is_read_in_words(threshold: str, language: Language, said: str) -> None:
    """The signs of the data are words on the page."""
    assert threshold_in_words(Words(language), threshold) == said
