"""`explain CODE`: no code is printed anywhere that could not be explained in three languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.rules.glossary import EXIT_OF_FAMILY, glossary, written_codes
from engine.law import LANGUAGES
from procedures.register import declarations, every_version
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_house.tree import ROOMS, at, nodes, python_files, syntax

FAMILIES = {
    "Refused": "refused",
    "NotAuthorised": "not-authorised",
    "InputRejected": "input",
    "NotFound": "not-found",
    "Conflict": "conflict",
    "Fault": "fault",
    "IntegrityBroken": "integrity",
    "Missing": "missing",
    "Diagnosis": "finding",
}


def codes_in_source() -> Iterator[tuple[str, str, str]]:
    """Yields code, family and place of every error, condition and diagnosis that the product makes."""
    for path, tree in python_files(*ROOMS, holding=r"\b(?:" + "|".join(FAMILIES) + r")\b"):
        for node in nodes(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                family = FAMILIES.get(node.func.id)
                first = node.args[0]
                if family and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value, family, at(path, node)


def test_every_code_in_the_product_is_explained() -> None:
    """A code that an error carries, a condition bears or a check reports stands in the glossary."""
    lacking = [(code, place) for code, _, place in codes_in_source() if code not in written_codes()]
    assert lacking == []


def test_every_finding_of_the_checker_is_explained() -> None:
    """The codes that the checker of declarations yields stand there too."""
    lacking = []
    for name in ("check", "check_between", "check_parts", "machine"):
        for node in ast.walk(syntax(Path("engine") / f"{name}.py")):
            value = node.value if isinstance(node, ast.Yield) else None
            first = value.elts[0] if isinstance(value, ast.Tuple) else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value not in written_codes():
                lacking.append(first.value)
    assert lacking == []


def test_a_family_is_the_one_that_the_product_raises() -> None:
    """What a code is said to be is one of the things that it is in the source."""
    found: dict[str, set[str]] = {}
    for code, family, _ in codes_in_source():
        found.setdefault(code, set()).add(family)
    wrong = {
        code: said for code, entry in written_codes().items() if (said := found.get(code)) and entry.kind not in said
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_explanation_says_something(language: str) -> None:
    """Each written code has its own words in each language."""
    assert [code for code, entry in written_codes().items() if not entry.label.text(language).strip()] == []
    assert {entry.kind for entry in written_codes().values()} <= set(EXIT_OF_FAMILY)


def test_everything_that_a_declaration_names_is_explained() -> None:
    """States, facts, guards, deadlines, standings, tasks, numbers, documents and open questions of every procedure."""
    known = glossary(declarations())
    for procedure in every_version():
        named = [
            *(state.id for state in procedure.states),
            *(fact.id for fact in procedure.facts),
            *(guard.id for guard in procedure.guards),
            *(rule.id for rule in procedure.deadlines),
            *(rule.id for rule in procedure.standings),
            *(rule.id for rule in procedure.task_rules),
            *(role.id for role in procedure.roles),
            *(question.id for question in procedure.open_questions),
            *procedure.parameters.by_name,
            *(rule.kind for move in procedure.transitions for rule in move.documents),
        ]
        assert [name for name in named if name not in known] == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("act-refused", "refused"),
        ("county_heard", "guard"),
        ("group_term", "deadline"),
        ("restriction_of_powers", "standing"),
        ("rectification_days", "parameter"),
        ("unsettled", "term"),
        ("document:report", "document"),
        ("field:term_ends_on", "missing"),
        ("21:same-case-exists", "missing"),
        ("HUS:field:year", "missing"),
        ("01:document:report", "document"),
        ("differs:deadlines", "finding"),
        ("GROUP_TERM", "deadline"),
    ],
)
def test_a_code_is_explained_as_what_it_is(code: str, kind: str) -> None:
    """Errors, conditions with what they speak of, rules and terms alike."""
    entries = answer("explain", code)["entries"]
    assert kind in [entry["kind"] for entry in entries]
    assert all(set(entry["label"]) == set(LANGUAGES) for entry in entries)


def test_a_rule_is_explained_with_its_section() -> None:
    """A number of the law comes with its values, days, sections and how sure they are."""
    [entry] = [one for one in answer("explain", "rectification_days")["entries"] if one["kind"] == "parameter"]
    assert "14 days" in entry["detail"]["en"]
    assert entry["basis"][0]["cite"].startswith("611/2021")
    known = [one for one in every_version() if "rectification_days" in one.parameters.by_name]
    assert entry["declarations"] == [one.declaration_id for one in known]
    assert {one.id for one in known} == {"evaluation"}


@pytest.mark.parametrize(
    ("code", "command"),
    [
        ("checkpoint-log-shorter", "ohjaus audit verify"),
        ("tree-differs", "ohjaus audit verify"),
        ("token-expired", "ohjaus identity show"),
        ("group_appointed", "ohjaus procedure show evaluation"),
        ("unsettled", "ohjaus todo"),
    ],
)
def test_what_is_proposed_next_fits_the_code(code: str, command: str) -> None:
    """Whoever met a broken record is sent to the check of it, not to the list of what is to be done."""
    assert succeed("explain", code).stdout.splitlines()[-1] == f"Next: {command}"


def test_an_unknown_code_names_the_nearest() -> None:
    """A mistyped code is not found, and what was probably meant is named."""
    result = invoke("explain", "act-refusd")
    assert (result.exit_code, "act-refused" in result.stderr) == (3, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each entry can be printed for a person in each language."""
    known = glossary(declarations())
    # Put together once here, and not anew for each command.
    monkeypatch.setattr("cli.rules.glossary.glossary", lambda _: known)
    for kind in {entries[0].kind: code for code, entries in known.items()}.values():
        assert succeed("explain", kind, "--lang", language).stdout
