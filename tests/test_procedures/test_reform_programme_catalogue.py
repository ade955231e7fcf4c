"""The catalogue of the programme: every goal and measure package of the proposal, counted, named, placed and linked."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from engine.law import LANGUAGES
from procedures.cooperation_forums.catalogue import forums
from procedures.directory import directory
from procedures.reform_programme.catalogue import ancestors, ids_of, programme
from procedures.register import PROCEDURES

CATALOGUE = programme()

REGIONAL = {
    "1": ["1.1", "1.2", "1.3", "1.4"],
    "2": ["2.1", "2.2", "2.3", "2.4"],
    "3": ["3.1", "3.2", "3.3", "3.4"],
    "4": ["4.1", "4.2", "4.3"],
    "5": ["5.1", "5.2", "5.3"],
}
NATIONAL = {
    "1": ["1.1", "1.2", "1.3", "1.4", "1.5"],
    "2": ["2.1", "2.2", "2.3", "2.4", "2.5"],
    "3": ["3.1", "3.2", "3.3", "3.4"],
}
"""The numbers of tables 2 and 3, taken from the text as the lines that begin with `n.` or `n.n` and a capital."""

PACKAGES = {
    "R": {
        ("1.1", "1.2"): 3,
        ("1.3",): 1,
        ("1.4",): 1,
        ("2.1", "2.2", "2.3", "2.4"): 1,
        ("3.1", "3.2"): 2,
        ("3.3",): 2,
        ("3.4",): 4,
        ("4.1", "4.2"): 2,
        ("4.3",): 4,
        ("5.2",): 5,
        ("5.3",): 3,
    },
    "N": {
        ("1.1",): 3,
        ("1.2",): 3,
        ("1.3",): 2,
        ("1.4",): 6,
        ("1.5",): 3,
        ("2.1",): 4,
        ("2.2",): 4,
        ("2.3",): 1,
        ("2.4",): 1,
        ("2.5",): 4,
        ("3.1",): 4,
        ("3.2",): 3,
        ("3.3",): 2,
        ("3.4",): 2,
    },
}
"""How many packages stand after each sub-goal, or run of sub-goals: a package begins a line with its verb (in the text
always a passive present, such as “arvioidaan”) after a full stop. Under 5.1 of table 2 stands that there are none."""

BULLETS = {"R": 8, "N": 16}
"""How many bullet points stand under the packages of each table."""


@pytest.mark.parametrize(("letter", "numbers"), [("R", REGIONAL), ("N", NATIONAL)])
def test_the_tree_has_every_goal_and_sub_goal(letter: str, numbers: dict[str, list[str]]) -> None:
    """Each goal of the table stands under its main goal, with each of its sub-goals, in the order of the text."""
    goals = CATALOGUE.children(letter)
    assert {goal.number: [below.number for below in CATALOGUE.children(goal.id)] for goal in goals} == numbers


def test_the_tree_counts_two_main_goals_eight_goals_and_thirty_two_sub_goals() -> None:
    """Five regional and three national goals; 18 and 14 sub-goals."""
    assert Counter(goal.level for goal in CATALOGUE.goals) == {"main": 2, "goal": 8, "sub_goal": 32}
    assert Counter(goal.id[0] for goal in CATALOGUE.sub_goals) == {"R": 18, "N": 14}


@pytest.mark.parametrize("letter", ["R", "N"])
def test_every_package_of_the_tables_is_there(letter: str) -> None:
    """As many packages as in the text, at the same sub-goals, with as many bullet points."""
    measures = [measure for measure in CATALOGUE.measures if measure.id[0] == letter]
    assert Counter(tuple(goal[1:] for goal in measure.goals) for measure in measures) == PACKAGES[letter]
    assert sum(len(measure.steps) for measure in measures) == BULLETS[letter]


def test_seventy_packages_in_all() -> None:
    """Twenty-eight regional and forty-two national ones."""
    assert Counter(measure.id[0] for measure in CATALOGUE.measures) == {"R": 28, "N": 42}


def test_a_sub_goal_without_measures_says_so() -> None:
    """Only 5.1 of table 2 has none, and the source itself says it; every other sub-goal has at least one."""
    without = {goal.id: goal.no_measures for goal in CATALOGUE.sub_goals if not CATALOGUE.measures_of(goal.id)}
    assert [*without] == ["R5.1"]
    assert without["R5.1"] is not None
    assert {goal.id for goal in CATALOGUE.goals if goal.no_measures} == {"R5.1"}


def test_a_measure_bears_the_number_of_its_sub_goal() -> None:
    """`R1.1-2` is the second package at 1.1, also where it stands at 1.1 and 1.2 together."""
    running: Counter[str] = Counter()
    for measure in CATALOGUE.measures:
        running[measure.goals[0]] += 1
        assert measure.id == f"{measure.goals[0]}-{running[measure.goals[0]]}"
        assert measure.place == f"taulukko {2 if measure.id[0] == 'R' else 3}, {measure.number}"


def test_only_what_the_text_says_is_called_the_texts() -> None:
    """Nine packages name who acts, one gives a year, and one is dated elsewhere in the text; the rest is unknown."""
    named = {measure.id: measure.owners for measure in CATALOGUE.measures if measure.owners_from == "text"}
    assert named == {
        "N1.1-3": ("STM", "SM", "VM"),
        "N1.3-1": ("VM", "STM", "SM"),
        "N1.3-2": ("VM",),
        "N1.4-4": ("STM",),
        "N1.4-5": ("STM",),
        "N1.4-6": ("VM",),
        "N1.5-2": ("STM", "THL"),
        "N2.5-2": ("VM", "STM", "THL"),
        "N3.2-1": ("STM", "THL"),
    }
    assert {measure.id: measure.from_year for measure in CATALOGUE.measures if measure.from_year} == {"N1.5-3": 2026}
    assert {measure.id: measure.due_on for measure in CATALOGUE.measures if measure.due_on} == {
        "N1.1-1": date(2025, 12, 31)
    }


@pytest.mark.parametrize(("group", "count"), [("actions", 5), ("assumptions", 5), ("risks", 7), ("preconditions", 5)])
def test_what_is_watched_is_numbered_as_in_the_source(group: str, count: int) -> None:
    """Five first-stage actions, five assumptions, seven risks, five preconditions, each numbered from one on."""
    entries = getattr(CATALOGUE, group)
    assert [entry.number for entry in entries] == [str(number) for number in range(1, count + 1)]
    assert all(entry.place for entry in entries)


def test_everything_is_named_in_three_languages_by_a_short_name() -> None:
    """No name is blank, none is a sentence, and none is long."""
    names = [entry.name for entry in CATALOGUE.by_id.values()]
    names += [step for measure in CATALOGUE.measures for step in measure.steps]
    texts = [name.text(language) for name in names for language in LANGUAGES]
    assert all(text.strip() and len(text) <= 100 and not text.endswith(".") for text in texts)


def test_every_link_leads_somewhere() -> None:
    """A link names a procedure that is declared, a forum, or another entry of the catalogue."""
    links = {link for measure in CATALOGUE.measures for link in measure.links}
    links |= {link for action in CATALOGUE.actions for link in action.links}
    links |= {link for forum in forums().forums for link in forum.links}
    known = {"procedure": set(PROCEDURES), "forum": set(forums().by_id)}
    known |= {"goal": set(ids_of("goals")), "measure": set(ids_of("measures")), "action": set(ids_of("actions"))}
    assert {(kind, target) for kind, target in links if target not in known[kind]} == set()


def test_the_tree_can_be_walked_both_ways() -> None:
    """Every goal but the two main ones stands under one of them; a main goal has the measures of all below it."""
    assert {ancestors(goal.id)[-1] for goal in CATALOGUE.goals if goal.parent} == {"R", "N"}
    assert [len(CATALOGUE.measures_of(main)) for main in ("R", "N")] == [28, 42]
    assert [measure.id for measure in CATALOGUE.measures_of("R2")] == ["R2.1-1"]
    with pytest.raises(KeyError):
        programme("programme_1999")


def test_the_forums_of_the_text_are_in_the_catalogue() -> None:
    """Eight networks of table 2, the working group that table 3 asks for, and the three of the reporting chain."""
    assert [forum.id for forum in forums().forums] == [
        "executive_chairs",
        "county_directors",
        "administration_directors",
        "health_social_leadership",
        "professional_networks",
        "advisory_board",
        "wellbeing_peers",
        "data_directors",
        "investment_steering_group",
        "core_group",
        "permanent_secretaries",
        "ministerial_group",
    ]
    assert {forum.id: forum.owner for forum in forums().forums if forum.owner} == {
        "advisory_board": "VM",
        "ministerial_group": "STM",
    }
    assert [forum.id for forum in forums().forums if forum.planned] == ["investment_steering_group"]


def test_the_offices_are_those_of_table_one() -> None:
    """Table 1 has 78 titles of 27 organisations: the 23 steered, three ministries and THL; no person is named."""
    by_code = Counter(code for office in forums().offices for code in office.organisations)
    assert sum(by_code.values()) == 78
    assert set(by_code) == {actor.code for actor in directory().steered()} | {"STM", "VM", "SM", "THL"}
    steered = {"03": 4, "04": 3, "06": 4, "11": 4, "12": 3, "14": 3, "18": 4, "19": 3, "21": 5, "90": 4}
    others = {"STM": 5, "VM": 4, "SM": 1, "THL": 5}
    assert {code: count for code, count in by_code.items() if count != 2} == steered | others
