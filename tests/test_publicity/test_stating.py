"""Saying at recording that something is secret: what is recorded, what is refused, and that the judge agrees."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cli.case.act_options import Given
from engine.envelope import plain
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_publicity.planting import CASE, FUNDING

NOTE = ("case", "note", CASE, "made-up note")
SALT_LENGTH = 32


def newest(case: str) -> dict[str, Any]:
    """The newest event of a case."""
    found: dict[str, Any] = answer("case", "history", case)[-1]
    return found


def refused(*words: str) -> tuple[int, str]:
    """The exit code and the error's code of a command that is refused."""
    result = invoke(*words)
    code = re.search(r"\[([a-z-]+)\]$", result.stderr, re.MULTILINE)
    return result.exit_code, code[1] if code else result.stderr


def test_class_and_ground_are_recorded_with_the_event(database: Path) -> None:
    """The event says how public it is and on what ground, however the ground was spaced; and it is salted."""
    del database
    succeed(*NOTE, "--publicity", "secret", "--ground", "24.1§15")
    event = newest(CASE)
    assert (event["publicity"], event["secrecy_ground"]) == ("secret", "24.1 § 15")
    assert len(event["salt"]) == SALT_LENGTH


def test_a_single_document_can_be_secret(database: Path) -> None:
    """The act stays public, and of its documents the one that was said to be secret is."""
    del database
    documents = ("--doc", "minutes=VM/1/2026", "--secret-doc", "appendix=VM/2/2026", "--secrecy-ground", "24.1 § 7")
    succeed("case", "advance", CASE, "group_met", "--on", "2026-10-03", *documents)
    event = newest(CASE)
    assert event["publicity"] == "public"
    assert [(one["kind"], one["publicity"], one["ground"]) for one in event["documents"]] == [
        ("minutes", None, None),
        ("appendix", "secret", "24.1 § 7"),
    ]


def test_an_ordinary_event_has_none_of_this_in_its_bytes(database: Path) -> None:
    """What nothing was said of is recorded as it was before there were classes to state."""
    del database
    succeed("case", "attach", CASE, "--doc", "letter=VM/3/2026")
    event = newest(CASE)
    assert (event["publicity"], event["secrecy_ground"], event["salt"]) == ("public", None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((*NOTE, "--publicity", "secret"), (9, "ground-lacking")),
        ((*NOTE, "--ground", "24.1 § 7"), (9, "ground-alone")),
        ((*NOTE, "--publicity", "secret", "--ground", "24.1 § 99"), (9, "ground-unknown")),
        ((*NOTE, "--publicity", "hush", "--ground", "24.1 § 7"), (9, "publicity-unknown")),
        ((*NOTE, "--publicity", "public"), (5, "publicity-lower")),
        (
            ("case", "advance", CASE, "group_met", "--on", "2026-10-03", "--secret-doc", "appendix=VM/2/2026"),
            (9, "ground-lacking"),
        ),
        (
            (
                *("case", "advance", CASE, "diary_number_assigned", "--on", "2026-10-03"),
                *("--set", "diary_number=VM/9/2026", "--publicity", "secret", "--secrecy-ground", "24.1 § 7"),
            ),
            (5, "publicity-fixed"),
        ),
    ],
)
def test_what_cannot_be_said_is_refused(words: tuple[str, ...], expected: tuple[int, str], database: Path) -> None:
    """Each refusal has a code of its own, and nothing is recorded."""
    del database
    before = newest(CASE)["position"]
    assert refused(*words) == expected
    assert newest(CASE)["position"] == before


def test_a_correction_is_as_secret_as_what_it_corrects(database: Path) -> None:
    """Class and ground go over to the correction of an act."""
    del database
    supplement = next(one for one in answer("case", "history", FUNDING) if one["type"].endswith("supplemented"))
    changed = ("--set", "remark=made-up", "--reason", "made-up", "--second-person", "made-up-person")
    succeed("case", "correct", FUNDING, str(supplement["version"]), *changed)
    event = newest(FUNDING)
    assert (event["publicity"], event["secrecy_ground"]) == ("secret", "24.1 § 11")


def test_a_log_with_secrets_is_in_order(database: Path) -> None:
    """The judge works every event out anew, and agrees with what its recorder made secret."""
    del database
    told = answer("audit", "verify")
    assert told["ok"] is True


def test_the_options_are_typed_again_as_they_were_given() -> None:
    """A command that an error proposes has the class and the ground of the refused one."""
    given = Given(on="2026-10-03", publicity="secret", secrecy_ground="24.1 § 7", secret_docs=("appendix=VM/2/2026",))
    assert given.words()[2:] == [
        *("--secret-doc", "appendix=VM/2/2026"),
        *("--publicity", "secret"),
        *("--secrecy-ground", "24.1 § 7"),
    ]
    assert plain("a text") == "a text"
