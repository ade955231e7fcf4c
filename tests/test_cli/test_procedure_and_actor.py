"""`procedure list/show/graph` and `actor list/show`: declarations and directory as data and as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.declaration import Procedure
from procedures.register import declarations
from tests.test_cli.conftest import answer, invoke, succeed


def test_every_version_of_a_procedure_is_listed() -> None:
    """The list names each declaration with the days between which it is in force."""
    listed = {one["declaration"]: one for one in answer("procedure", "list")}
    assert listed["evaluation@2023-01-01"]["in_force_until"] == "2024-12-31"
    assert listed["evaluation@2025-01-01"]["in_force_until"] is None


@pytest.mark.parametrize(
    ("arguments", "declaration"),
    [
        (("evaluation",), "evaluation@2025-01-01"),
        (("evaluation", "--on", "2024-12-31"), "evaluation@2023-01-01"),
        (("evaluation", "--in-force-on", "2025-01-01"), "evaluation@2025-01-01"),
        (("evaluation@2023-01-01",), "evaluation@2023-01-01"),
        (("Hyvinvointialueen arviointimenettely",), "evaluation@2025-01-01"),
    ],
)
def test_the_version_in_force_is_shown(arguments: tuple[str, ...], declaration: str) -> None:
    """By id, by its full id, by name, on a day."""
    assert answer("procedure", "show", *arguments)["declaration"] == declaration


def test_a_declaration_is_shown_as_data() -> None:
    """States, facts with fields, transitions with actor, kind, basis and guards, labels, statuses."""
    shown = answer("procedure", "show", "evaluation")
    assert shown.keys() >= {"states", "facts", "transitions", "guards", "deadlines", "open_questions", "content_hash"}
    assert all(set(state["label"]) == {"fi", "sv", "en"} for state in shown["states"])
    assert all({"fact", "by", "kind", "basis", "guards", "target"} <= move.keys() for move in shown["transitions"])
    assert all("status" in basis for move in shown["transitions"] for basis in move["basis"])
    assert all("fields" in fact for fact in shown["facts"])


@pytest.mark.parametrize("arguments", [("evalution",), ("evaluation@2024-01-01",)])
def test_an_unknown_procedure_is_met_with_the_known(arguments: tuple[str, ...]) -> None:
    """A mistyped procedure or version exits with 3 and names what there is."""
    result = invoke("procedure", "show", *arguments, "--format", "json")
    assert (result.exit_code, bool(json.loads(result.stdout)["error"]["nearest"])) == (3, True)


def test_the_diagram_marks_where_a_case_stands(database: Path) -> None:
    """The graph is Mermaid text; with a case its state and its way are marked."""
    plain = succeed("procedure", "graph", "evaluation").stdout
    assert plain.startswith("stateDiagram-v2")
    assert "class" not in plain
    marked = succeed("procedure", "graph", "evaluation", "--case", "evaluation-15-2025").stdout
    assert "current" in marked
    assert answer("procedure", "graph", "evaluation")["mermaid"] == plain


def test_a_person_reads_the_procedure_in_their_language() -> None:
    """The page names the states and acts in the language, with the section of each act."""
    page = succeed("procedure", "show", "evaluation", "--lang", "sv").stdout
    assert "utvärderingsgrupp" in page
    assert "611/2021 122 § 2 mom." in page


DIVISION = "division_inquiry@2025-12-15"
"""A version that has all of it: acts with alternatives, reactions, listening, and a rule for open cases."""


def division() -> Procedure:
    return declarations().pinned(DIVISION).procedure


@pytest.mark.parametrize(("language", "when"), [("fi", "kun"), ("sv", "när"), ("en", "when")])
def test_a_person_reads_the_alternatives_of_an_act(language: str, when: str) -> None:
    """An act with two outcomes stands twice, once with the condition that chooses, in the page and on the card."""
    chosen = [move.when.label.text(language) for move in division().transitions if move.when is not None]
    page = succeed("procedure", "show", DIVISION, "--lang", language).stdout
    card = succeed("procedure", "card", DIVISION, "--lang", language).stdout
    assert len(chosen) >= 5
    assert sorted(set(chosen)) == sorted(set(conditions(page, when)))
    assert all(f"{when}: {condition}" in card for condition in chosen)
    refusing = [line for line in page.splitlines() if "[no_inquiry_ordered]" in line]
    targets = {line.rpartition(" → ")[2] for line in refusing}
    assert (len(refusing), len(targets)) == (2, 2)


def conditions(page: str, when: str) -> Iterator[str]:
    """The conditions that choose between alternatives, as a page tells them."""
    for line in page.splitlines():
        if line.startswith(f"  {when}: "):
            yield line.removeprefix(f"  {when}: ")


@pytest.mark.parametrize(
    ("language", "heading", "happens"),
    [
        ("fi", "Yhteydet", "Kun tapahtuu"),
        ("sv", "Samband", "När detta sker"),
        ("en", "Connections", "When this happens"),
    ],
)
def test_a_person_reads_what_a_procedure_listens_to(language: str, heading: str, happens: str) -> None:
    """What happens elsewhere and reaches a case of this procedure, and what it reaches: each in one line."""
    what = division()
    reaching = [
        f"{what.id}.{one.on.id} → {one.procedure}: {one.causing.label.text(language)}" for one in what.reactions
    ]
    listening = [f"{one.to} → {what.id}: {one.causing.label.text(language)}" for one in what.listens]
    assert (bool(reaching), bool(listening)) == (True, True)
    lines = succeed("procedure", "show", DIVISION, "--lang", language).stdout.splitlines()
    start = lines.index(f"{heading}:") + 1
    told = [line.removeprefix("– ").partition(" · ")[0] for line in lines[start : start + len(reaching + listening)]]
    assert told == [*reaching, *listening]
    card = succeed("procedure", "card", DIVISION, "--lang", language).stdout
    table = card.partition(f"## {heading}\n\n| {happens} |")[2].partition("\n\n")[0].splitlines()[2:]
    assert [row.split(" | ")[0].strip("| `") for row in table] == [
        *(f"{what.id}.{one.on.id}" for one in what.reactions),
        *(one.to for one in what.listens),
    ]


@pytest.mark.parametrize(
    ("language", "heading", "rule", "status"),
    [
        ("fi", "Siirtymäsäännökset vireillä oleville asioille", "15.12.2025 vireillä olleet asiat", "ei vakiintunut"),
        ("sv", "Övergångsregler för anhängiga ärenden", "ärenden som var anhängiga den 15.12.2025", "inte fastslaget"),
        ("en", "Transitional rules for open cases", "cases pending on 15 December 2025", "unsettled"),
    ],
)
def test_a_person_reads_what_becomes_of_open_cases(language: str, heading: str, rule: str, status: str) -> None:
    """The rule that moves open cases stands with its section and, as the provision was not read, as not settled."""
    lines = succeed("procedure", "show", DIVISION, "--lang", language).stdout.splitlines()
    told = lines[lines.index(f"{heading}:") + 1]
    assert (told.startswith(f"– {rule} ("), status in told) == (True, True)
    card = succeed("procedure", "card", DIVISION, "--lang", language).stdout
    on_card = card.partition(f"## {heading}\n\n")[2].partition("\n\n")[0]
    assert on_card.startswith(f"- {rule} (`division_inquiry@2021-07-01`; ")
    assert f"*{status}*" in on_card


def test_a_procedure_without_connections_says_nothing_of_them() -> None:
    """The first version of the information chain has no earlier one, so no rule moves cases to it."""
    page = succeed("procedure", "show", "service_information@2023-01-01").stdout
    assert "Transitional rules" not in page
    assert "Transitional rules" not in succeed("procedure", "card", "service_information@2023-01-01").stdout


@pytest.mark.parametrize("reference", ["01", "itauusimaa", "Itä-Uusimaa", "Östra Nyland", "East Uusimaa"])
def test_a_county_goes_by_all_its_names(reference: str) -> None:
    """Code, slug and name in three languages lead to one county."""
    assert answer("actor", "show", reference)["code"] == "01"


def test_an_unknown_county_is_refused_with_the_nearest() -> None:
    """A mistyped name exits with 3 and names what was probably meant."""
    result = invoke("actor", "show", "Itä-Uusima", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["nearest"][0]) == (3, "itauusimaa")


def test_tasks_that_passed_on_lead_to_the_heir() -> None:
    """On a day after the reform the agencies' tasks lead to their heir, with a note."""
    shown = answer("actor", "show", "AVI", "--on", "2026-01-01")
    assert (shown["code"], shown["named"], bool(shown["note"])) == ("LVV", "AVI", True)


def test_actors_are_listed_by_kind() -> None:
    """Twenty-one counties; an unknown kind is a usage error."""
    assert len(answer("actor", "list", "--kind", "county")) == 21
    assert invoke("actor", "list", "--kind", "planet").exit_code == 2


def test_an_area_knows_its_members() -> None:
    """A collaborative area is shown with its members."""
    assert "15" in answer("actor", "show", "I-S")["members"]
