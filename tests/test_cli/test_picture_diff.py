"""`picture diff`: what changed between two pictures, by position, by time, or by the folder that was built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.pages.once import built_pages, story_log
from tests.pages.story import NOW, build_from
from tests.test_cli.conftest import answer, invoke


def changes(*arguments: str) -> list[dict[str, Any]]:
    """What changed, over the story."""
    found: list[dict[str, Any]] = answer("picture", "diff", "--db", str(story_log()), "--now", NOW, *arguments)[
        "changes"
    ]
    return found


def test_a_picture_does_not_differ_from_itself() -> None:
    """The folder, the position and the present are one picture."""
    assert changes("--from", str(built_pages())) == []


def test_what_happened_since_the_confirmed_round_is_told_in_words() -> None:
    """Two counties fell silent, flags were raised, and the number of answers fell."""
    found = changes("--from", "2026-10-20T12:00")
    states = {(one["about"], one["before"], one["after"]) for one in found if one["part"] == "counties"}
    assert {("based_on", "21", "19"), ("12", "on_schedule", "no_information")} <= states
    raised = [one["text"] for one in found if one["part"] == "voices" and one["what"] == "raised"]
    assert len(raised) == 9
    assert all("Keksitty" in text for text in raised)


def test_a_folder_is_compared_with_a_later_folder(tmp_path: Path) -> None:
    """Two built pictures are compared without the log that they came from, whatever their language."""
    build_from(
        story_log(), tmp_path / "then", "--known-at", "2026-10-20T12:00", "--lang", "sv", "--profile", "minister"
    )
    by_folder = changes("--from", str(tmp_path / "then"), "--to", str(built_pages()))
    by_time = changes("--from", "2026-10-20T12:00")
    kinds = ("part", "about", "what", "before", "after")
    assert [{key: one[key] for key in kinds} for one in by_folder] == [
        {key: one[key] for key in kinds} for one in by_time
    ]


def test_nothing_is_new_in_the_other_direction() -> None:
    """From a later picture to an earlier one, what was open then and is not now is told as closed."""
    found = changes("--from", NOW, "--to", "3")
    assert {one["what"] for one in found if one["part"] == "cases"} <= {"closed", "state", "status"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"kind": "ohjaus-picture", "format": 1, "picture": 3}',
        '{"kind": "ohjaus-picture", "format": 1, "picture": {"as_of": 1}}',
        '{"kind": "ohjaus-picture", "format": 1, "picture": ' + "[" * 100_000,
    ],
)
def test_a_folder_that_is_no_picture_is_refused(content: str, tmp_path: Path) -> None:
    """What does not read as a picture's data is refused with a code, never with a traceback."""
    (tmp_path / "picture.json").write_text(content, encoding="utf-8")
    told = invoke("picture", "diff", "--db", str(story_log()), "--from", str(tmp_path), "--format", "json")
    assert (told.exit_code, json.loads(told.stdout)["error"]["code"]) == (9, "picture-folder-unreadable")


@pytest.mark.parametrize("day", ["2026-02-30", " ", "\u202e", "22.11.2026"])
def test_a_picture_of_no_day_is_refused(day: str, tmp_path: Path) -> None:
    """What stands for the day of a picture is a day, or the folder is not what a picture writes."""
    data = json.loads((built_pages() / "picture.json").read_text(encoding="utf-8"))
    data["picture"]["as_of"]["in_force_on"] = day
    (tmp_path / "picture.json").write_text(json.dumps(data), encoding="utf-8")
    told = invoke("picture", "diff", "--db", str(story_log()), "--from", str(tmp_path))
    assert (told.exit_code, "[picture-folder-unreadable]" in told.stderr) == (9, True)


def test_a_chapter_of_another_version_is_called_as_that_one_called_it(tmp_path: Path) -> None:
    """Pictures of a later version may have chapters that this one does not know."""
    for name, status in (("then", "on_schedule"), ("now", "late")):
        data = json.loads((built_pages() / "picture.json").read_text(encoding="utf-8"))
        chapter = data["picture"]["goals"][0]
        chapter.update({"id": "made-up", "label": "A made-up chapter"})
        chapter["lines"][0]["mark"]["status"] = status
        (tmp_path / name).mkdir()
        (tmp_path / name / "picture.json").write_text(json.dumps(data), encoding="utf-8")
    (found,) = changes("--from", str(tmp_path / "then"), "--to", str(tmp_path / "now"))
    assert (found["part"], "A made-up chapter" in found["text"]) == ("goals", True)


@pytest.mark.parametrize("content", [b"\xff", b'{"kind": "\xed\xa0\x80"}', b"\x00"])
def test_a_folder_whose_data_are_no_text_is_refused(content: bytes, tmp_path: Path) -> None:
    """Bytes that no text has are not what a picture writes."""
    (tmp_path / "picture.json").write_bytes(content)
    told = invoke("picture", "diff", "--db", str(story_log()), "--from", str(tmp_path), "--format", "json")
    assert (told.exit_code, json.loads(told.stdout)["error"]["code"]) == (9, "picture-folder-unreadable")


@pytest.mark.parametrize("words", [("--from", "nowhere"), ("--from", "3", "--to", "nowhere")])
def test_what_names_no_picture_is_refused_by_the_option_that_named_it(words: tuple[str, ...]) -> None:
    """The refusal names the option that was typed, not the one by which a picture is looked at otherwise."""
    told = invoke("picture", "diff", "--db", str(story_log()), *words)
    assert (told.exit_code, f"{words[-2]}: “nowhere” is no time" in told.stderr) == (9, True)


def test_a_folder_without_a_picture_is_not_found(tmp_path: Path) -> None:
    """An empty folder holds no picture."""
    told = invoke("picture", "diff", "--db", str(story_log()), "--from", str(tmp_path), "--format", "json")
    assert (told.exit_code, json.loads(told.stdout)["error"]["code"]) == (3, "picture-folder-missing")
