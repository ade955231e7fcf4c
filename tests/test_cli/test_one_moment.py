"""Lists that are put together from several looks: what others record between two of them breaks and bends nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.rights.seeing import SeenQueries
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.test_tick_command import CASE, NOON, declared, dragons

__all__ = ["declared", "dragons"]

NOW = ("--now", f"2026-05-05{NOON}")
ANOTHER = (
    *("case", "start", "dragon_permit", "--subject", "Kainuu", "--on", "2026-05-04", *NOW),
    *("--set", "name=Another Test Dragon", "--set", "heads=1", "--doc", "application=TEST/2/2000"),
)
ASKED = {
    "preview": ("deadline", "preview", "--until", "2026-08-31", *NOW),
    "todo": ("todo", *NOW),
    "status": ("schedule", "status", *NOW),
}


@pytest.fixture
def interrupted(dragons: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Before the second look of a command somebody else applies for another dragon; gives the looks."""
    looks: list[str] = []

    def interrupting(name: str) -> None:
        look = getattr(SeenQueries, name)

        def looked(self: SeenQueries, **wanted: object) -> object:
            looks.append(name)
            if len(looks) == 2:
                succeed(*ANOTHER)
            return look(self, **wanted)

        monkeypatch.setattr(SeenQueries, name, looked)

    for name in ("case_list", "deadline_list", "task_list"):
        interrupting(name)
    return looks


@pytest.mark.parametrize("asked", ["preview", "todo"])
def test_a_case_that_is_opened_meanwhile_is_in_none_of_the_lists(asked: str, interrupted: list[str]) -> None:
    """The answer is of the moment of the first look; the next one has the new case."""
    first = answer(*ASKED[asked])
    assert len(interrupted) > 1
    assert {row["case"] for row in first} == {CASE}
    assert {row["case"] for row in answer(*ASKED[asked])} == {CASE, "dragon-permit-20-2026"}


def test_a_case_that_is_opened_meanwhile_breaks_no_status(dragons: Path, folder: Path, interrupted: list[str]) -> None:
    """Nor the measures, which count."""
    assert succeed(*ASKED["status"]).exit_code == 0
    assert invoke("metrics", "write", "--out", str(folder / "made.prom"), *NOW).exit_code == 0
