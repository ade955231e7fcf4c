"""The catalogue of the roadmap: every numbered sub-task once, nothing guessed, and an unknown id refused."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from engine.errors import Fault, NotFound
from engine.law import LANGUAGES, Label
from procedures.register import PROCEDURES
from procedures.roadmap.catalogue import parse_roadmap, roadmap
from procedures.roadmap.fields import SubtaskId

# Counted in the text of the source: on each page of a package, every different number of the form 1.1 or 1.10, by the
# task that it begins with. Two pages need a remark. On that of JO-C, 2.1 and 2.2 are printed twice (those of JO-B once
# more), so 557 different numbers are printed 559 times. On that of HTT-H, task 2 jumps from 2.4 to 2.7. The numbers in
# the example on the opening pages (1.1 and 1.2 of JO-A) and in dates are no sub-tasks of their own.
COUNTED = {
    "HTT-A": (12, 8, 2, 5, 3),
    "HTT-B": (9, 13, 2),
    "HTT-C": (8, 6, 4),
    "HTT-D": (2, 5, 5),
    "HTT-E": (3, 2),
    "HTT-F": (2, 5, 1, 2, 6),
    "HTT-G": (4, 5),
    "HTT-H": (4, 5),
    "JO-A": (7, 2, 11, 8),
    "JO-B": (10, 2, 3, 8, 2),
    "JO-C": (4, 5, 5),
    "JO-D": (3, 4, 4, 7, 3, 6, 3, 4),
    "JO-E": (2, 4, 6, 3, 10, 2, 6),
    "PJ-A": (6, 2, 2, 3, 4),
    "PJ-B": (2, 3, 6),
    "PJ-C": (3, 6, 3, 3),
    "PJ-D": (7, 5, 3, 3, 2, 3),
    "PJ-E": (4, 3, 3),
    "PJ-F": (2, 4, 4),
    "PJ-G": (1, 5, 5, 3, 4, 2),
    "YP-A": (4, 7, 6, 6),
    "YP-B": (5, 6, 4),
    "YP-C": (5, 3, 4),
    "YP-D": (2, 4),
    "YP-E": (6, 3, 6, 2, 2),
    "ICT-A": (1, 2, 5, 10),
    "ICT-B": (2, 6, 2, 4, 7, 3, 3),
    "ICT-C": (8, 5, 2, 5, 3, 2, 2),
    "ICT-D": (1, 8, 2, 8, 6, 4),
    "ICT-E": (4, 4, 2, 8),
}
GROUPS = {"HTT": 123, "JO": 134, "PJ": 106, "YP": 75, "ICT": 119}


def test_every_package_has_the_sub_tasks_counted_in_the_source() -> None:
    """Thirty packages; each task holds as many sub-tasks as the text numbers there."""
    found = {
        package_id: tuple(len(task.subtasks) for task in package.tasks)
        for package_id, package in roadmap().packages.items()
    }
    assert found == COUNTED


def test_the_five_groups_add_up() -> None:
    """The groups hold 557 sub-tasks together, and their sums are those of their packages."""
    assert {group.id: len(group.subtasks) for group in roadmap().groups} == GROUPS
    by_package: Counter[str] = Counter()
    for package_id, counts in COUNTED.items():
        by_package[package_id.partition("-")[0]] += sum(counts)
    assert by_package == GROUPS
    assert len(roadmap().subtasks) == sum(GROUPS.values()) == 557


def test_numbers_run_without_a_gap_but_where_the_source_has_one() -> None:
    """Tasks and sub-tasks are numbered from 1 on; what the text lacks is noted and not filled in."""
    lacking = {(one.package_id, one.number) for one in roadmap().oddities if one.kind == "gap"}
    for package in roadmap().packages.values():
        assert [task.number for task in package.tasks] == list(range(1, len(package.tasks) + 1))
        for task in package.tasks:
            numbers = [int(one.number.partition(".")[2]) for one in task.subtasks]
            gaps = set(range(1, max(numbers) + 1)) - set(numbers)
            assert {(package.id, f"{task.number}.{number}") for number in gaps} <= lacking
            assert numbers == sorted(numbers)
    assert lacking == {("HTT-H", "2.5"), ("HTT-H", "2.6")}


def test_what_the_text_prints_twice_is_noted_and_stands_once() -> None:
    """The two numbers of JO-B on the page of JO-C are noted; each note points to a sub-task that there is."""
    duplicates = {(one.package_id, one.number, one.of) for one in roadmap().oddities if one.kind == "duplicate"}
    assert duplicates == {("JO-C", "2.1", "JO-B-2.1"), ("JO-C", "2.2", "JO-B-2.2")}
    assert all(one.of in roadmap().subtasks for one in roadmap().oddities if one.of is not None)
    resembling = [one for one in roadmap().oddities if one.kind == "resembles"]
    assert all(f"{one.package_id}-{one.number}" in roadmap().subtasks for one in resembling)


def test_what_was_a_colour_is_unknown() -> None:
    """No sub-task is called critical, or to be started with: the text does not let that be read."""
    assert {(one.criticality, one.start_first) for one in roadmap().subtasks.values()} == {("unknown", "unknown")}


def test_every_entry_has_its_own_name_in_three_languages_and_its_place() -> None:
    """Within a group no two sub-tasks bear one name; the place leads back to group, package and number."""
    for language in LANGUAGES:
        for group in roadmap().groups:
            names = Counter(one.name.text(language) for one in group.subtasks)
            assert {name for name, times in names.items() if times > 1 or not name.strip()} == set(), group.id
    names_above: list[Label] = [group.name for group in roadmap().groups]
    names_above += [package.name for package in roadmap().packages.values()]
    names_above += [task.name for task in roadmap().tasks.values()]
    assert all(name.text(language).strip() for name in names_above for language in LANGUAGES)
    assert roadmap().subtask("YP-B-2.3").place == "yhdyspintojen tiekartta, B, 2.3."


def test_links_lead_to_declared_procedures() -> None:
    """A sub-task is linked with procedures that this software has; the yearly negotiation is one of them."""
    linked = {link for one in roadmap().subtasks.values() for link in one.links}
    assert linked <= set(PROCEDURES)
    assert roadmap().subtask("JO-D-6.4").links == ("steering_negotiation",)


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    """Somebody who writes HTT-A-1.22 is told of HTT-A-1.2; in a payload as well."""
    with pytest.raises(NotFound) as caught:
        roadmap().subtask("HTT-A-1.22")
    assert caught.value.code == "roadmap-unknown"
    assert "HTT-A-1.2" in caught.value.nearest
    with pytest.raises(ValidationError, match="Did you mean HTT-A-1"):
        TypeAdapter(SubtaskId).validate_python("htt-a-1.22")
    with pytest.raises(NotFound):
        roadmap().group("Q")


def test_what_nobody_has_judged_is_asked_about() -> None:
    """Only what a county has judged not critical is left out; without a judgement that is nothing."""
    every = tuple(roadmap().subtasks.values())
    assert roadmap().asked(only_critical=False) == every
    assert roadmap().asked(only_critical=True) == every
    judged = roadmap().asked(only_critical=True, judged={"JO-E-6.1": "not_critical", "JO-E-6.2": "critical"})
    assert set(every) - set(judged) == {roadmap().subtask("JO-E-6.1")}


def document(**changed: Any) -> dict[str, Any]:
    """A made-up group of one sub-task, with some of it changed."""
    task = {"number": 1, "name": ["t", "t", "t"], "subtasks": [["1.1", "s", "s", "s"]]}
    package = {"letter": "A", "name": ["p", "p", "p"], "task": [task]}
    return {"id": "X", "name": ["g", "g", "g"], "place": "made up", "package": [package], **changed}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ["only one"]},
        {"package": [{"letter": "A", "name": ["p", "p", "p"]}]},
        {
            "package": [
                {
                    "letter": "A",
                    "name": ["p", "p", "p"],
                    "task": [{"number": 2, "name": ["t", "t", "t"], "subtasks": [["1.1", "s", "s", "s"]]}],
                }
            ]
        },
        {"oddity": [{"kind": "strange", "letter": "A", "number": "1.1"}]},
    ],
)
def test_a_broken_catalogue_is_a_fault(wrong: dict[str, Any]) -> None:
    """A part that lacks, a number of another task, an unknown kind of note: nothing is read half."""
    assert parse_roadmap([document()]).subtask("X-A-1.1").number == "1.1"
    with pytest.raises(Fault) as caught:
        parse_roadmap([document(**wrong)])
    assert caught.value.code == "roadmap-catalogue"


def test_a_number_that_stands_twice_is_a_fault() -> None:
    """Two groups of one id would give two sub-tasks one id."""
    with pytest.raises(Fault) as caught:
        parse_roadmap([document(), document()])
    assert caught.value.code == "roadmap-catalogue"
