"""The register of the national objectives as they were confirmed: whole, or not read."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from engine.errors import Fault
from engine.law import Status
from procedures.national_objectives.objectives import SUBJECTS, parse_register, registered, registers
from tests.test_procedures.national_objectives_stories import (
    REGISTER,
)

OF_2025: Final = registered(REGISTER)


def test_the_register_of_2025_holds_the_twelve_objectives() -> None:
    """Numbered from 1 to 12, six about operations and six about what they need, each with its place in the decision."""
    assert [one.number for one in OF_2025.objectives] == list(range(1, 13))
    assert [one.part for one in OF_2025.objectives] == ["operations"] * 6 + ["conditions"] * 6
    assert [one.place for one in OF_2025.objectives] == [str(number) for number in range(1, 13)]
    assert (OF_2025.decided_on, OF_2025.in_force_from) == (date(2025, 5, 28), date(2025, 6, 1))
    assert list(registers()) == [REGISTER]


def test_the_objectives_of_2025_lay_down_all_eight_matters() -> None:
    """12 a § 2 mom.: none is left out; which objective serves which is a reading, and marked so."""
    served = {subject for one in OF_2025.objectives for subject in one.subjects}
    assert served == set(SUBJECTS)
    assert OF_2025.subjects_status is Status.PRACTICE
    assert [one.number for one in OF_2025.objectives if not one.subjects] == [12]


def test_two_targets_are_tied_to_a_year_or_to_another_procedure() -> None:
    """Objective 7 is to be reached by 2029; that of objective 10 stands in each cooperation agreement."""
    targets = [(one.number, target) for one in OF_2025.objectives for target in one.targets]
    assert [(number, target.id, target.due_year) for number, target in targets if target.due_year] == [
        (7, "free_of_discrimination", 2029)
    ]
    assert [(number, target.id, target.within) for number, target in targets if target.within] == [
        (10, "information_systems_plan", "collaborative_agreement")
    ]
    assert [(one.number, target.id) for one, target in OF_2025.dated_targets] == [(7, "free_of_discrimination")]


@pytest.mark.parametrize(
    "change",
    [
        ('id = "r"', ""),
        ("number = 1", "number = 2"),
        ('subjects = ["equality"]', 'subjects = ["harmony"]'),
        ('part = "operations"', 'part = "elsewhere"'),
    ],
)
def test_a_register_is_whole_or_not_read(change: tuple[str, str]) -> None:
    """A part that lacks, a number that leaps, an unknown matter or part: nothing is taken of it."""
    name = '{fi = "a", sv = "b", en = "c"}'
    text = (
        f'id = "r"\ndecided_on = 2001-01-01\nin_force_from = 2001-01-02\nsource = "s"\nbasis = "b"\n'
        f'subjects_status = "practice"\ntitle = {name}\n[[objective]]\nnumber = 1\npart = "operations"\nname = {name}\n'
        f'subjects = ["equality"]\nplace = "1"\n'
    )
    assert parse_register(text).objectives[0].subjects == ("equality",)
    with pytest.raises(Fault) as caught:
        parse_register(text.replace(*change))
    assert caught.value.code == "objectives-register"
