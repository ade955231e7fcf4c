"""The calculators: what each works out, how its figures are named, and what the record is asked for."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from engine.errors import InputRejected, NotFound
from engine.law import LANGUAGES
from procedures.calculators import CALCULATORS, Calculator, calculator, every_calculator
from procedures.evaluation.figures_input import KeyFigures
from procedures.figure_names import names_of, path_of, required_names, spelled, type_at
from procedures.figures_joined import join
from procedures.key_figures import key_figures, read_years
from procedures.preemptive_steering.criteria_input import SteeringFacts
from procedures.recorded_figures import READINGS, RecordedFigure
from procedures.register import PROCEDURES
from tests.test_house.tree import ROOT

ON = date(2025, 6, 17)
GIVEN: dict[str, dict[str, Any]] = {
    "key_figures": {"years": {"2024": {"annual_margin": "12.3", "depreciation": "20.0"}}},
    "evaluation": {"borrowing_authority_changed_on": ["2025-05-28"]},
    "preemptive_steering": {"development": {"assessable": False}},
    "borrowing_authority": {
        "financial_year": 2026,
        "annual_margin": "25000000",
        "opening_debt": "261000000",
        "earlier_authorities": "0",
    },
}
"""Made-up figures of one county, for each calculator."""

EVERY = pytest.mark.parametrize("one", every_calculator(), ids=list(CALCULATORS))


def worked(one: Calculator, **given: Any) -> dict[str, Any]:
    """The lines of a calculator by their ids."""
    figures = one.read({"subject": "15", **GIVEN[one.id], **given})
    return {line.id: line for line in one.work(figures, ON)}


def test_a_calculator_bears_the_id_of_its_entry() -> None:
    """The register, the calculators and what is read from the record name the same things."""
    assert [one.id for one in every_calculator()] == list(CALCULATORS)
    assert READINGS.keys() == CALCULATORS.keys()


@EVERY
def test_a_calculator_belongs_to_a_declared_procedure(one: Calculator) -> None:
    """Its procedure, and every procedure whose cases it reads, is declared; it rests on sections."""
    assert {one.procedure, *READINGS[one.id].procedures} <= set(PROCEDURES)
    assert one.basis


@EVERY
def test_a_calculator_is_told_in_three_languages(one: Calculator) -> None:
    """No label is empty, and Finnish and Swedish are not the English over again."""
    for label in (one.label, one.about, one.decides, *one.notes.values()):
        assert len({label.text(language) for language in LANGUAGES}) == len(LANGUAGES), label
        assert all(label.text(language).strip() for language in LANGUAGES), label


@EVERY
def test_every_line_has_a_section_and_a_status(one: Calculator) -> None:
    """Each result says on which section it rests, from which day, and stands as plain data."""
    for line in worked(one).values():
        assert line.basis
        assert line.as_data()["status"] == str(line.status)
        assert line.as_data()["threshold_from"] == line.threshold_from.isoformat()


@EVERY
def test_notes_are_about_lines_that_there_are(one: Calculator) -> None:
    """A note explains a line that the calculator gives."""
    assert set(one.notes) <= set(worked(one))


@pytest.mark.parametrize(
    ("calculator_id", "met"),
    [
        ("key_figures", ["2024.margin"]),
        ("evaluation", ["E4"]),
        ("preemptive_steering", ["4"]),
        ("borrowing_authority", ["maximum_debt"]),
    ],
)
def test_each_calculator_works_out_its_own(calculator_id: str, met: list[str]) -> None:
    """The made-up figures meet one thing of each calculator."""
    assert [line.id for line in worked(calculator(calculator_id)).values() if line.met] == met


def test_the_floor_at_zero_is_told_as_an_inference() -> None:
    """More debt than the maximum gives an authority of zero, and a note says that the law does not say so."""
    one = calculator("borrowing_authority")
    line = worked(one)["authority"]
    assert (line.amount_cents, line.calculation) == (0, ("-11000000.00 < 0 → 0.00",))
    assert str(line.status) == "unsettled"
    assert one.notes["authority"].en.startswith("zero where the difference is negative is an inference")


def test_both_key_figures_of_each_year_stand_with_their_working() -> None:
    """Each year has its two figures; a year that has not ended, and one that is not known, tell what is missing."""
    known = {"annual_margin": "12.3", "depreciation": "20.0", "interest": "1.5", "loans": "300"}
    lines = key_figures(read_years({"subject": "15", "years": {"2024": known, "2025": known, "2023": {}}}), ON)
    assert [(line.id, line.met, line.calculation, [one.en for one in line.missing]) for line in lines] == [
        ("2023.margin", None, (), ["annual margin", "depreciation"]),
        ("2023.loan_service", None, (), ["annual margin", "interest", "loans"]),
        ("2024.margin", True, ("12.3 / 20.0 = 61.5 % < 80 %",), []),
        ("2024.loan_service", True, ("(12.3 + 1.5) / (1.5 + 300 / 10) = 0.4 < 0.8",), []),
        ("2025.margin", None, (), ["the financial year has not ended"]),
        ("2025.loan_service", None, (), ["the financial year has not ended"]),
    ]


def test_without_any_accounts_those_of_the_year_before_are_missing() -> None:
    """The newest year that has ended is asked for."""
    lines = key_figures(read_years({"subject": "15"}), ON)
    assert [[one.en for one in line.missing] for line in lines] == [["group accounts of 2024"]] * 2


def test_key_figures_of_a_wrong_shape_are_refused() -> None:
    """A figure that nobody knows is named."""
    with pytest.raises(InputRejected, match=r"years\.2024\.margin") as refused:
        read_years({"subject": "15", "years": {"2024": {"margin": "1"}}})
    assert refused.value.code == "figures-invalid"


@pytest.mark.parametrize("written", ["preemptive_steering", "preemptive-steering", " Preemptive-Steering "])
def test_a_calculator_is_found_as_people_write_it(written: str) -> None:
    """Hyphens, capitals and spaces around do not matter."""
    assert calculator(written).id == "preemptive_steering"


def test_an_unknown_calculator_is_met_with_the_nearest() -> None:
    """A mistyped id names what was probably meant."""
    with pytest.raises(NotFound) as unknown:
        calculator("evalution")
    assert (unknown.value.code, unknown.value.nearest) == ("calculator-unknown", ("evaluation",))


def test_the_register_loads_no_calculator_before_it_is_asked_for() -> None:
    """Looking at the register loads neither pydantic nor a procedure."""
    program = (
        "import sys\nfrom procedures.calculators import CALCULATORS\n"
        "assert CALCULATORS\n"
        "found = [name for name in sys.modules if name == 'pydantic' or name.startswith('procedures.evaluation')]\n"
        "assert not found, found\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


@EVERY
def test_a_name_leads_to_its_figure_and_back(one: Calculator) -> None:
    """Each name, filled in, means a place that the model knows and is spelled the same again."""
    assert one.names == names_of(one.model)
    for name in one.names:
        filled = name.replace("YYYY", "2024").replace(".N.", ".1.")
        path = path_of(one.model, filled)
        assert path is not None, name
        assert type_at(one.model, path) is not None, name
        assert spelled(path) == filled


@pytest.mark.parametrize("name", ["", ".", "2024.", "deficit.", ".cover_by", "deficit..cover_by"])
def test_a_name_with_an_empty_part_means_nothing(name: str) -> None:
    """Neither a dot alone nor a dot at an end is a name."""
    assert path_of(KeyFigures, name) is None


@pytest.mark.parametrize("number", ["0", "-1", "x", "1000", "٣", ""])
def test_like_things_are_numbered_from_one(number: str) -> None:
    """Only whole numbers from 1 count measures."""
    assert path_of(SteeringFacts, f"required_measures.{number}.required_in") is None
    assert path_of(SteeringFacts, "required_measures.2.required_in") == ("required_measures", 1, "required_in")


def test_names_of_a_single_figure_come_first_and_those_of_a_year_last() -> None:
    """The order in which a person reads them does not follow the model's."""
    names = names_of(KeyFigures)
    assert names[0] == "borrowing_authority_changed_on"
    assert names[3].startswith("deficit.")
    assert names[-1].startswith("YYYY.")
    assert "subject" not in names


def test_what_cannot_be_left_out_is_known() -> None:
    """Only the authority needs its financial year; an evaluation works with whatever is known."""
    assert {one.id: required_names(one.model) for one in every_calculator()} == {
        "key_figures": (),
        "evaluation": (),
        "preemptive_steering": (),
        "borrowing_authority": ("financial_year",),
    }


def figure(name: str, value: object) -> RecordedFigure:
    return RecordedFigure(name, value, "made-up-15-2025", 7)


@pytest.mark.parametrize(
    ("given", "name", "why"),
    [
        ({}, "2024.loans_cents", None),
        ({"years": {"2024": {"loans": "1"}}}, "2024.loans_cents", "given"),
        ({"years": {"2024": {"loans_cents": 1}}}, "2024.loans_cents", "given"),
        ({"years": {"2024": {"interest": "1"}}}, "2024.loans_cents", "unit"),
        ({"years": {"2024": {"interest": None}}}, "2024.loans_cents", None),
        ({"years": {"2024": {"interest_cents": 1}}}, "2024.loans_cents", None),
        ({"years": {"2023": {"interest": "1"}}}, "2024.loans_cents", None),
        ({"years": {"2024": 3}}, "2024.loans_cents", "given"),
        ({"years": 3}, "2024.loans_cents", "given"),
        ({"deficit": {"cover_by": "2026-12-31"}}, "deficit.first_year", None),
        ({"deficit": {"cover_by": "2026-12-31"}}, "deficit.uncovered", None),
        ({"deficit": {"cover_by": "2026-12-31"}}, "deficit.cover_by", "given"),
        ({"borrowing_authority_changed_on": []}, "borrowing_authority_changed_on", "given"),
        ({"borrowing_authority_changed_on": None}, "borrowing_authority_changed_on", None),
    ],
)
def test_what_is_given_passes_over_what_is_recorded(given: dict[str, Any], name: str, why: str | None) -> None:
    """A given figure wins, amounts of an unknown unit stand alone, and what is unknown leaves room."""
    joined = join(KeyFigures, given, [figure(name, 1)])
    assert [one.why for one in joined.passed_over] == ([why] if why else [])
    assert [one.name for one in joined.taken] == ([] if why else [name])


def test_joining_leaves_what_was_given_as_it_is() -> None:
    """The figures handed in are not changed; several recorded days make one list."""
    given: dict[str, Any] = {"years": {"2024": {"loans_cents": 1}}}
    days = [figure("additional_funding_granted_on", day) for day in ("2024-02-06", "2025-10-30")]
    joined = join(KeyFigures, given, [*days, figure("2024.interest_cents", 2)])
    assert joined.document == {
        "years": {"2024": {"loans_cents": 1, "interest_cents": 2}},
        "additional_funding_granted_on": ["2024-02-06", "2025-10-30"],
    }
    assert given == {"years": {"2024": {"loans_cents": 1}}}


def test_a_day_is_a_plain_type_wherever_it_stands() -> None:
    """Optional, annotated and listed types are seen through."""
    assert type_at(KeyFigures, ("deficit", "cover_by")) is date
    assert type_at(KeyFigures, ("deficit", "nothing")) is None
