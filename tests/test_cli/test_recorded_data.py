"""The data of a recorded act for a person: opened out, in the language, without what was left empty."""

from __future__ import annotations

import datetime as dt

import pytest

from cli.audit.recorded_data import data_lines, value_text
from cli.messages import Words


def test_each_value_given_is_one_line_and_nothing_else_is_shown() -> None:
    """What was left empty takes no line, and things inside things are told apart."""
    members = [{"count": None, "organisation": "county"}, {"count": 2, "organisation": "VM"}]
    data: dict[str, object] = {
        "members": members,
        "chair_from": None,
        "gates": ["E2", "E3"],
        "numbers": [],
        "remark": "",
        "nested": {},
    }
    assert list(data_lines(Words("en"), data)) == [
        "members: organisation county; organisation VM, count 2",
        "gates: E2, E3",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "–"),
        ((), "–"),
        ([{"count": None}], "–"),
        (0, "0"),
        (True, "kyllä"),
        (False, "ei"),
        ("2026-01-31", "31.1.2026"),
        (dt.date(2026, 1, 31), "31.1.2026"),
        (("2026-01-31", "2026-02-28"), "31.1.2026, 28.2.2026"),
        ("VM/1/2026-01-31", "VM/1/2026-01-31"),
        ({"group": {"size": 3, "from": "VM"}}, "group from VM, size 3"),
    ],
)
def test_a_value_is_written_as_the_language_writes_it(value: object, said: str) -> None:
    """Days, yes and no stand in the language; nothing is a dash."""
    assert value_text(Words("fi"), value) == said
