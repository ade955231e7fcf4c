"""The checker: a sound declaration has no fault, and each fault has a code, a place and a proof."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from engine.check import check, check_all, ensure_sound
from engine.check_between import reaching
from engine.check_parts import task_findings
from engine.declaration import (
    Fact,
    Guard,
    Offer,
    Procedure,
    Role,
    State,
    TransitionalRule,
)
from engine.errors import Fault
from engine.law import Label
from engine.machine import structure_findings
from tests.test_engine import sample_facts
from tests.test_engine import sample_procedure as sample
from tests.test_engine.sample_facts import COUNCIL, DRAGON_ACT
from tests.test_engine.sample_procedure import HEARD, PENDING, PROCEDURE, with_everywhere, with_move, with_parameter
from tests.test_engine.unsound import FAULTS, FROM_OLD_LAW, HEADS, QUESTION, REACTION, guarded, undocumented


def found(*declared: Procedure) -> set[tuple[str, object]]:
    return {(one.code, one.details["element"]) for one in check_all(declared)}


def test_a_sound_declaration_has_no_fault() -> None:
    """The sample, in which facts happen in a final state and a clock closes a window, is sound."""
    assert check_all([PROCEDURE]) == ()
    ensure_sound([PROCEDURE])


@pytest.mark.parametrize(("procedure", "expected"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_found_at_its_place_and_no_other(procedure: Procedure, expected: set[tuple[str, object]]) -> None:
    """One thing declared wrongly gives the fault that it is, and those that follow from it."""
    assert found(procedure) == expected


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    ("old", "element"),
    [
        (PENDING, "state pending"),
        (COUNCIL, "role council"),
        (HEARD, "guard heard"),
        (sample.DECISION, "document decision"),
        (sample.REPORT_DUE, "deadline report_due"),
        (sample.INTERIM_KEEPING, "standing interim_keeping"),
        (sample.PREPARE, "task prepare_decision"),
        (sample_facts.FEE_PAID, "fact fee_paid"),
        (REACTION.causing, "relation same_keeper"),
    ],
)
def test_a_label_says_something_in_each_language(language: str, old: State | Role | Guard | Fact, element: str) -> None:
    """A name that is blank in one of the three languages is a fault, whatever bears it."""
    blank = replace(old, label=replace(old.label, **{language: " "}))
    assert found(with_everywhere(old, blank)) == {("label-blank", element)}


def test_names_beside_the_label_are_looked_at_too() -> None:
    """A description, a question, what is done meanwhile and a note are read by people in their language."""
    silent = Label("", "", "")
    procedure = with_everywhere(QUESTION, replace(QUESTION, question=silent, meanwhile=silent))
    procedure = replace(procedure, description=silent, basis=(replace(DRAGON_ACT("1 §"), note=silent),))
    assert sorted((one.details["element"], one.text) for one in check(procedure)) == sorted(
        (element, f"Its {name} says nothing in {language}.")
        for element, name in (
            ("procedure dragon_permit", "description"),
            ("open question who_is_a_neighbour", "question"),
            ("open question who_is_a_neighbour", "meanwhile"),
            ("basis 0/2000 1 §", "note"),
        )
        for language in ("fi", "sv", "en")
    )


@pytest.mark.parametrize(
    ("unit", "value", "fits"),
    [
        ("days", 14, True),
        ("days", 0, False),
        ("days", "14", False),
        ("month_day", "06-30", True),
        ("month_day", "02-29", True),
        ("month_day", "06-31", False),
        ("month_day", "6-3", False),
        ("month_day", ("06-30",), False),
        ("month_days", ("03-15", "09-15"), True),
        ("month_days", (), False),
        ("month_days", "03-15", False),
        ("percent", "0.5", True),
        ("ratio", "-1.25", True),
        ("count", 3, True),
        ("count", "three", False),
    ],
)
def test_a_value_fits_its_unit(unit: str, value: int | str | tuple[str, ...], fits: bool) -> None:
    """Periods are whole and positive, yearly days exist, and everything else is a decimal number."""
    procedure = with_parameter("heads_most", unit=unit, values=(replace(HEADS, value=value),))
    assert found(procedure) == (set() if fits else {("parameter-malformed", "parameter heads_most")})


def test_a_number_may_change_on_any_day_but_must_not_pause() -> None:
    """Values that follow each other without a gap are sound; a gap is named by its first day."""
    until = date(2022, 6, 30)
    values = (replace(HEADS, in_force_until=until), replace(HEADS, in_force_from=until + timedelta(days=1)))
    assert check(with_parameter("heads_most", values=values)) == ()
    later = (values[0], replace(HEADS, in_force_from=until + timedelta(days=2)))
    [gap] = check(with_parameter("heads_most", values=later))
    assert gap.text == "No value is in force on 2022-07-01, when the procedure is."


MOST = "heads_most"


def asks_by_constant(offer: Offer) -> bool:
    """Asks for the number by a name that stands beside it."""
    return bool(offer.parameters.on(MOST, offer.law_on))


def asks_through_another(offer: Offer) -> bool:
    """Asks for the number through another function."""
    return undocumented(offer)


def asks_in_a_generator(offer: Offer) -> bool:
    """Asks for the number within an expression of its own."""
    return all(offer.parameters.on("heads_most", day) for day in (offer.law_on, offer.on))


def asks_for(name: str, offer: Offer) -> bool:
    """Asks for the number that it is told."""
    return bool(offer.parameters.on(name, offer.law_on))


def asking_for(name: str) -> Callable[[Offer], bool]:
    def asks(offer: Offer) -> bool:
        """Asks for the number that it remembers."""
        return bool(offer.parameters.on(name, offer.law_on))

    return asks


@pytest.mark.parametrize(
    "holds",
    [
        asks_by_constant,
        asks_through_another,
        asks_in_a_generator,
        partial(asks_for, "heads_most"),
        asking_for("heads_most"),
    ],
    ids=["constant", "another function", "generator", "partial", "closure"],
)
def test_a_number_that_a_guard_asks_for_is_used(holds: Callable[[Offer], bool]) -> None:
    """However a condition comes to the name of a number, the number is not called unused."""
    assert check(guarded(holds)) == ()


def test_versions_of_a_procedure_must_not_overlap() -> None:
    """The earlier one ends on the day before the later begins, at the latest."""
    later = replace(PROCEDURE, in_force_from=date(2026, 1, 1))
    sound = replace(PROCEDURE, in_force_until=date(2025, 12, 31))
    one_day = replace(PROCEDURE, in_force_until=date(2026, 1, 1))
    overlap = {("versions-overlap", "procedure dragon_permit")}
    assert (found(later, sound), found(later, one_day), found(PROCEDURE, later)) == (set(), overlap, overlap)


def test_all_faults_are_reported_at_once_with_their_place() -> None:
    """Three faults in one declaration are three diagnoses, each naming the declaration and the element."""
    procedure = replace(with_move("remitted", by=(), basis=()), in_force_until=date(2019, 12, 31))
    where = "dragon_permit@2020-01-01"
    assert [(one.code, one.where) for one in check(procedure)] == [
        ("in-force-reversed", f"{where}, procedure dragon_permit"),
        ("basis-missing", f"{where}, move remitted from inspected"),
        ("actor-missing", f"{where}, move remitted from inspected"),
    ]


def test_unsound_declarations_are_refused_with_every_fault() -> None:
    """The fault that stops the program lists what is wrong in all declarations, for people and for programs."""
    griffins = replace(with_move("remitted", by=()), id="griffin_permit")
    dragons = with_move("fee_paid", basis=())
    with pytest.raises(Fault) as caught:
        ensure_sound([griffins, dragons])
    assert (caught.value.code, caught.value.details["diagnoses"]) == (
        "declaration-unsound",
        (*check(dragons), *check(griffins)),
    )
    assert all(
        f"[{one.code}] {one.where}: {one.text}" in caught.value.message for one in check_all([griffins, dragons])
    )


def test_a_transitional_rule_says_what_becomes_of_each_open_state() -> None:
    """A state of the earlier version that is called otherwise now must be named, or the rule is unsound."""
    earlier = replace(PROCEDURE, in_force_from=date(2010, 1, 1), in_force_until=date(2019, 12, 31), transitional=())
    renamed = with_everywhere(PENDING, replace(PENDING, id="waiting"))
    later = replace(renamed, transitional=(TransitionalRule(**FROM_OLD_LAW),))
    found = [(one.code, one.where) for one in check_all([earlier, later]) if one.code.startswith("transition-")]
    assert found == [("transition-state-unknown", "dragon_permit@2020-01-01, transitional from_old_law")]
    told = replace(later, transitional=(TransitionalRule(**FROM_OLD_LAW, states=(("pending", "waiting"),)),))
    assert [one for one in check_all([earlier, told]) if one.code.startswith("transition-")] == []


def test_every_fault_that_the_checker_knows_has_a_proof() -> None:
    """Each code in the checker is given by at least one of the broken declarations."""
    source = "".join(
        inspect.getsource(sys.modules[one.__module__]) for one in (check, structure_findings, reaching, task_findings)
    )
    known = set(re.findall(r"(?:yield \(?|\[\()\s*\"([a-z]+(?:-[a-z]+)+)\",", source))
    proven = {code for _, expected in FAULTS.values() for code, _ in expected}
    assert known == proven | {*("label-blank", "parameter-malformed", "versions-overlap", "transition-state-unknown")}
