"""The agenda of a discussion: what changed, differs, waits, is late or was asked for, and nothing that nobody said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.test_cli.conftest import answer, succeed
from tests.test_cli.filling import MONTH, fill, opened, refused, shown, taken, workbook

KAINUU = ("--month", MONTH, "--county", "Kainuu")
LATER = ("--now", "2026-12-20")


def points(*options: str) -> list[tuple[str, str]]:
    """The points of the agenda for Kainuu."""
    found = answer("agenda", "make", *KAINUU, *(options or LATER))
    return [(point["part"], point["text"]) for point in found["points"]]


def flag(text: str) -> None:
    """A red flag that Kainuu raised."""
    start = ("case", "start", "red_flag", "--subject", "Kainuu", "--on", "2026-12-01", *LATER)
    succeed(*start, "--set", f"what={text}", "--set", "need=made-up need", "--set", "contact=made-up office")


def test_silence_is_the_first_point(empty: Path) -> None:
    """Before the day the answer is awaited, after it the county has been silent for so long."""
    opened("Kainuu")
    assert points("--in-force-on", "2026-12-01") == [("silence", "The answer is due on 2026-12-07.")]
    assert points() == [("silence", "The day for answering, 2026-12-07, is past by 13 days.")]


def test_the_agenda_is_made_from_what_the_log_knows(empty: Path, folder: Path) -> None:
    """Conflicts, changes, flags, observations with their age, what is late, and what the county asks for."""
    opened("Kainuu")
    path = workbook(folder)
    second = fill(path, {"HTT!D2": "at risk", "HTT!E2": "other"}, to=folder / "second.xlsx")
    said = {"HTT!D2": "late", "HTT!E2": "made up", "HTT!F2": "yes", "HTT!D3": "on schedule"}
    taken(fill(path, {**said, "Observations!A2": "wish", "Observations!B2": "a made-up wish"}))
    taken(second)
    flag("a made-up danger")
    name = "HTT-A-1.1 who appoints the preparatory body, and its members"
    assert points() == [
        ("conflicts", f"HTT!D2 {name}: the workbook says “at risk”, the log “late”"),
        ("conflicts", f"HTT!E2 {name}: the workbook says “other”, the log “made up”"),
        ("changes_issued", f"{name}: – → late (made up)"),
        ("changes_issued", "HTT-A-1.2 preparatory body appointed: – → on schedule"),
        ("flags", "a made-up danger (19 days without an answer, to be answered by 2026-12-08)"),
        ("observations", "wish: a made-up wish (23 days without an answer)"),
        ("late", f"{name}: late (made up)"),
        ("asked", f"Support: {name} (made up)"),
    ]


def test_what_changed_is_counted_from_the_last_confirmed_month(empty: Path, folder: Path) -> None:
    """Once a month was confirmed, the next agenda tells what stands otherwise since."""
    opened("Kainuu")
    path = fill(workbook(folder), {"HTT!D2": "late", "HTT!E2": "made up", "HTT!D3": "on schedule"})
    taken(path)
    for act in (("end", "2026-12-08"), ("confirm", "2026-12-15")):
        succeed("collect", act[0], "--month", MONTH, "--on", act[1], *LATER)
    january = ("--month", "2027-01", "--county", "Kainuu")
    succeed("collect", "open", *january, "--on", "2026-12-16", *LATER)
    succeed("collect", "template", *january, "--in", "en", "--out", "next.xlsx", *LATER)
    taken(fill(Path("next.xlsx"), {"HTT!D2": "on schedule"}), options=("--on", "2026-12-18", *LATER))
    found = answer("agenda", "make", *january, *LATER)["points"]
    changes = [point["text"] for point in found if point["part"] == "changes"]
    assert changes == ["HTT-A-1.1 who appoints the preparatory body, and its members: late → on schedule (made up)"]


@pytest.mark.parametrize(
    ("language", "title", "due"),
    [
        ("fi", "Asialista: Kainuu, 2026-12", "Vastauspäivä 7.12.2026 on ohi, 13 päivää sitten."),
        ("sv", "Föredragningslista: Kajanaland, 2026-12", "Svarsdagen 7.12.2026 har passerat för 13 dagar sedan."),
        ("en", "Agenda: Kainuu, 2026-12", "The day for answering, 2026-12-07, is past by 13 days."),
    ],
)
@pytest.mark.parametrize("kind", ["txt", "md", "html"])
def test_an_agenda_is_a_file_in_the_language_of_the_county(
    empty: Path, folder: Path, kind: str, language: str, title: str, due: str
) -> None:
    """Text, Markdown and HTML say the same; the same log gives the same bytes."""
    opened("Kainuu")
    path = folder / f"agenda.{kind}"
    make = ("agenda", "make", *KAINUU, "--in", language, "--out", str(path), *LATER)
    succeed(*make)
    first = path.read_bytes()
    assert title in first.decode()
    assert due in first.decode().replace("\\", "")
    succeed(*make)
    assert path.read_bytes() == first
    if kind == "html":
        assert first.decode().startswith(f'<!doctype html>\n<html lang="{language}">')


def test_what_a_county_writes_is_shown_and_not_obeyed(empty: Path, folder: Path) -> None:
    """Marks of HTML and Markdown, and characters that turn a line round, are text in an agenda."""
    opened("Kainuu")
    wish = "<script>x</script> *stars* \u202eturned"
    taken(fill(workbook(folder), {"Observations!A2": "wish", "Observations!B2": wish}))
    texts: dict[str, str] = {}
    for kind in ("md", "html", "txt"):
        path = folder / f"agenda.{kind}"
        succeed("agenda", "make", *KAINUU, "--out", str(path), *LATER)
        texts[kind] = path.read_text(encoding="utf-8")
    assert "<script>" not in texts["html"]
    assert "&lt;script&gt;x" in texts["html"]
    assert "\\<script\\>x\\</script\\> \\*stars\\*" in texts["md"]
    assert all("\u202e" not in text for text in texts.values())


def test_an_agenda_is_written_as_a_kind_of_file_that_is_known(empty: Path) -> None:
    """Anything else is rejected before anything is written."""
    opened("Kainuu")
    assert refused("agenda", "make", *KAINUU, "--out", "agenda.docx", code=9)["code"] == "agenda-format"
    assert not Path("agenda.docx").exists()


def test_the_discussion_keeps_its_agenda_and_what_it_saw_otherwise(empty: Path, folder: Path) -> None:
    """The points that were made are recorded; a change keeps what was not spoken of, and is the newest word."""
    opened("Kainuu")
    taken(fill(workbook(folder), {"HTT!D2": "on schedule", "HTT!F2": "yes", "HTT!G2": "under way"}))
    discuss = ("collect", "discuss", *KAINUU, "--on", "2026-12-09", *LATER)
    made = f"What changed since the workbook was issued: {points()[0][1]}"
    found: dict[str, Any] = answer(*discuss, "--change", "htt-a-1.1=late:made up", "--ministry", "VM")
    assert found["agenda"][0] == made
    assert found["changes"] == [
        {"task": "HTT-A-1.1", "state": "late", "reason": "made up", "support_asked": True, "progress": "under_way"}
    ]
    assert ("late", "HTT-A-1.1 who appoints the preparatory body, and its members: late (made up)") in points()
    own = answer(*discuss, "--point", "a made-up point", "--wider")
    assert own["agenda"] == ["a made-up point"]


@pytest.mark.parametrize(
    ("change", "code", "exit_code"),
    [
        ("HTT-A-1.1", "change-invalid", 9),
        ("=late:x", "change-invalid", 9),
        ("HTT-A-1.99=late:x", "data-invalid", 9),
        ("HTT-A-1.1=melkein:x", "data-invalid", 9),
        ("HTT-A-1.1=late", "act-refused", 5),
    ],
)
def test_a_change_that_cannot_be_is_refused(empty: Path, change: str, code: str, exit_code: int) -> None:
    """A change without its parts, of an unknown sub-task or state, or a bad state without its reason."""
    opened("Kainuu")
    discuss = ("collect", "discuss", *KAINUU, "--on", "2026-12-09", *LATER)
    assert refused(*discuss, "--change", change, code=exit_code)["code"] == code


def test_a_case_that_the_county_sees_otherwise_is_on_the_agenda(database: Path, folder: Path) -> None:
    """The log and the county say different things of the same procedure: both are named."""
    month = ("--month", "2027-03", "--county", "Keski-Suomi")
    succeed("collect", "open", *month, "--on", "2026-12-01", "--now", "2026-12-01")
    path = folder / "own.xlsx"
    succeed("collect", "template", *month, "--in", "en", "--out", str(path), "--now", "2026-12-01")
    rows = shown(path, "Procedures")
    place = next(number for number, row in enumerate(rows, start=1) if row[0] == "evaluation-15-2025")
    fill(path, {f"Procedures!D{place}": "not applicable"})
    taken(path, options=("--on", "2026-12-02", "--now", "2026-12-02"))
    found = answer("agenda", "make", *month, "--now", "2026-12-02")["points"]
    (point,) = [one for one in found if one["part"] == "differs"]
    assert point["text"].endswith("the county says not applicable")
    assert point["case"] == "evaluation-15-2025"
