"""Which ministry prepares what is dated data: tasks, actors and versions follow from the table."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

import pytest

from engine.check import check_all
from engine.declarations import Declarations
from engine.law import Status
from engine.table import Table
from procedures.additional_funding.responsibilities import division_on, divisions, parse_divisions
from procedures.additional_funding.versions import VERSIONS, versions
from tests.story import Story, fact
from tests.test_procedures.additional_funding_stories import GROUP, NEW_BOOK

BEGUN = ("application_made", *GROUP)


def table_of_today() -> dict[str, Any]:
    """The table as it stands in the procedure's own file."""
    text = files("procedures.additional_funding").joinpath("responsibilities.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def with_later_division(day: date) -> dict[str, Any]:
    """A made-up table: from that day STM prepares the entitlement, SM the conditions, and VM what is left."""
    table = table_of_today()
    later = deepcopy(table["division"][-1])
    made_up = {"statute": "made-up decision", "section": "1 §", "status": "practice"}
    later |= {
        "from": day,
        "entitlement": {"ministries": ["STM"], **made_up},
        "amount": {"ministries": ["VM"], **made_up},
        "conditions": {"ministries": ["SM", "STM"], **made_up},
    }
    table["division"].append(later)
    return table


def actors(table: Table) -> dict[str, list[str]]:
    """Whose act each divided part is."""
    divided = (
        "preparation_group_set",
        "entitlement_prepared",
        "amount_prepared",
        "conditions_prepared",
        "presented_to_government",
    )
    return {
        move.fact.id: [role.id for role in move.by] for move in table.procedure.transitions if move.fact.id in divided
    }


def test_today_vm_sets_the_group_and_presents_and_the_rest_is_joint() -> None:
    """Only the setting of the group is statute (26 § 2 mom.); how the rest is divided is open, with its source."""
    assert actors(NEW_BOOK.table) == {
        "preparation_group_set": ["vm"],
        "entitlement_prepared": ["vm", "stm", "sm"],
        "amount_prepared": ["vm", "stm", "sm"],
        "conditions_prepared": ["vm", "stm", "sm"],
        "presented_to_government": ["vm"],
    }
    today = division_on(divisions(), date(2026, 3, 6))
    assert [(part.basis.cite, part.basis.status) for part in (today.group, today.entitlement, today.presentation)] == [
        ("617/2021 26 § 2 mom.", Status.STATUTE),
        ("ohjauskokonaisuuden kehittämisehdotus toimenpide 3.4", Status.UNSETTLED),
        ("617/2021 26 § 1 mom.", Status.SECONDARY),
    ]


def test_what_is_joint_is_a_task_of_each_done_one_by_one() -> None:
    """Three ministries have the entitlement on their list; what one has prepared is done for that one."""
    story = NEW_BOOK.story(*BEGUN, "entitlement_prepared")
    tasks = story.aspects["tasks"]
    assert [tasks[f"prepare_entitlement_{one}"] for one in ("vm", "stm", "sm")] == ["open", "done", "open"]


def test_a_new_row_gives_a_new_version_from_its_day_on() -> None:
    """A made-up division from 2027 splits the law of 2025; the earlier versions stay what they were."""
    made_up = versions(parse_divisions(with_later_division(date(2027, 1, 1))))
    assert [(one.in_force_from, one.in_force_until) for one in made_up] == [
        (date(2023, 1, 1), date(2024, 12, 31)),
        (date(2025, 1, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), None),
    ]
    assert [one.transitions for one in made_up[:2]] == [one.transitions for one in VERSIONS]
    assert [one for one in check_all(made_up) if one.code != "listening-unheard"] == []


def test_under_the_new_division_tasks_and_actors_are_the_new_ones() -> None:
    """STM alone prepares the entitlement, VM the amount, SM and STM the conditions; another's act is refused."""
    made_up = Declarations(versions(parse_divisions(with_later_division(date(2027, 1, 1)))))
    table = made_up.in_force("additional_funding", date(2027, 1, 1))
    assert actors(table) == {
        "preparation_group_set": ["vm"],
        "entitlement_prepared": ["stm"],
        "amount_prepared": ["vm"],
        "conditions_prepared": ["sm", "stm"],
        "presented_to_government": ["vm"],
    }
    story = Story(table, subject="14").given(
        fact("application_made", "2027-02-01", documents=("application",)),
        fact("preparation_group_set", "2027-02-15", documents=("group_appointment",)),
        *(fact("representatives_named", "2027-02-16", role=role) for role in ("vm", "stm", "sm", "county")),
        fact("assessment_begun", "2027-03-01"),
    )
    prepare = {name: status for name, status in story.aspects["tasks"].items() if name.startswith("prepare_")}
    assert prepare == dict.fromkeys(
        ("prepare_entitlement_stm", "prepare_amount_vm", "prepare_conditions_sm", "prepare_conditions_stm"), "open"
    )
    story.when(fact("entitlement_prepared", "2027-03-02", role="vm")).refused("wrong-actor")
    basis = story.when(fact("entitlement_prepared", "2027-03-02", role="stm")).event.basis
    assert basis == ("made-up decision 1 §", "617/2021 26 § 2 mom.")


def test_on_the_day_before_the_old_division_opens_the_case() -> None:
    """The division of the opening day stays with the case."""
    made_up = Declarations(versions(parse_divisions(with_later_division(date(2027, 1, 1)))))
    before = made_up.in_force("additional_funding", date(2026, 12, 31))
    assert before.procedure.declaration_id == "additional_funding@2025-01-01"
    assert actors(before) == actors(NEW_BOOK.table)


def test_a_division_that_begins_with_the_law_splits_nothing() -> None:
    """A row from the very day on which the law changes gives no version of its own."""
    made_up = versions(parse_divisions(with_later_division(date(2025, 1, 1))))
    assert [one.in_force_from for one in made_up] == [date(2023, 1, 1), date(2025, 1, 1)]
    table = Declarations(made_up).in_force("additional_funding", date(2025, 1, 1))
    assert actors(table)["entitlement_prepared"] == ["stm"]


def without_part(table: dict[str, Any]) -> None:
    """Nobody prepares the amount."""
    del table["division"][0]["amount"]


def with_stranger(table: dict[str, Any]) -> None:
    """A ministry that has no part in it."""
    table["division"][0]["amount"]["ministries"] = ["YM"]


def with_nobody(table: dict[str, Any]) -> None:
    """A part of nobody."""
    table["division"][0]["amount"]["ministries"] = []


def twice_a_day(table: dict[str, Any]) -> None:
    """Two divisions from one day."""
    table["division"].append(table["division"][0])


def from_an_instant(table: dict[str, Any]) -> None:
    """A moment of a day, where a day is meant."""
    table["division"][0]["from"] = datetime(2023, 1, 1, 12, tzinfo=UTC)


def without_any(table: dict[str, Any]) -> None:
    """No division at all."""
    table["division"] = []


@pytest.mark.parametrize("spoil", [without_part, with_stranger, with_nobody, twice_a_day, from_an_instant, without_any])
def test_a_malformed_table_is_refused(spoil: Any) -> None:
    """A part of nobody, of a stranger, a missing part, two rows for a day, an instant: none becomes a declaration."""
    table = table_of_today()
    spoil(table)
    with pytest.raises(ValueError, match=r"prepar|division|isoformat"):
        parse_divisions(table)


def test_before_the_first_division_there_is_no_declaration() -> None:
    """The first division begins with the act: 1 January 2023."""
    with pytest.raises(ValueError, match="2022-12-31"):
        division_on(divisions(), date(2022, 12, 31))
