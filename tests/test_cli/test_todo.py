"""`todo`: whose turn it is in all cases at once."""

from __future__ import annotations

from pathlib import Path

from tests.test_cli.conftest import answer, invoke, succeed

KEYS = {"case", "procedure", "subject", "task", "role", "due", "days_left", "basis", "raised_on"}


def test_every_open_task_is_listed_with_its_day(database: Path) -> None:
    """Each case whose turn is known stands in the list; what is due first comes first."""
    items = answer("todo", "--now", "2026-06-15")
    assert all(item.keys() >= KEYS for item in items)
    assert {item["case"] for item in items} == {"evaluation-01-2025", "evaluation-15-2025", "evaluation-21-2025"}
    first = items[0]
    assert (first["case"], first["role"], first["due"], first["days_left"]) == (
        "evaluation-15-2025",
        "evaluation_group",
        "2026-06-12",
        -3,
    )


def test_the_list_is_cut_by_role_subject_and_lateness(database: Path) -> None:
    """One sees one's own tasks: by `--role`, or by the role of `--as`."""
    now = ("--now", "2026-06-15")
    assert [item["case"] for item in answer("todo", *now, "--overdue")] == ["evaluation-15-2025"]
    assert {item["case"] for item in answer("todo", *now, "--subject", "Lappi")} == {"evaluation-21-2025"}
    group = answer("todo", *now, "--role", "evaluation_group")
    assert group == answer("todo", *now, "--as", "evaluation_group")
    assert {item["role"] for item in group} == {"evaluation_group"}
    assert answer("todo", *now, "--role", "nobody") == []


def test_nothing_to_do_is_said(empty: Path) -> None:
    """An empty list is a sentence for a person and `[]` for a script."""
    assert "Nothing is to be done" in invoke("todo").stderr
    assert succeed("todo", "--format", "json").stdout == "[]\n"


def test_the_list_agrees_with_the_cases(database: Path) -> None:
    """What is to be done over all cases is what each case says of itself."""
    tasks = {(item["case"], item["task"]) for item in answer("todo") if item["task"]}
    of_cases = {
        (case["case"], task["name"])
        for case in answer("case", "list")
        for task in answer("case", "show", case["case"])["tasks"]
        if task["status"] == "open"
    }
    assert tasks == of_cases
