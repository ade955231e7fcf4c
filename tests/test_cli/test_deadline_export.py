"""`deadline export`: a calendar file, read back by a parser that knows nothing of us."""

from __future__ import annotations

import os
import re
import stat
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cli.deadline.ics import WholeDay, calendar_file
from cli.screen.safe_text import safe
from engine.law import LANGUAGES, Language
from tests.doses import drawn
from tests.test_cli.conftest import answer, invoke, succeed

CASE, NAME = "evaluation-15-2025", "group_term"
STATED = ("--section", "434/2003 33 §", "--why", "made-up; reason, with\\marks")
AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def exported(*given: str) -> bytes:
    """The file that the command writes to standard output."""
    return succeed("deadline", "export", *given).stdout_bytes


def events_of(content: bytes) -> dict[str, Any]:
    """The events of a calendar by their UID, which no two of them share."""
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    assert (calendar.errors, [one.errors for one in calendar.events if one.errors]) == ([], [])
    found = {str(event["UID"]): event for event in calendar.events}
    assert len(found) == len(calendar.events)
    return found


def the_event(*given: str) -> Any:
    """The one event of the assessment group's term."""
    (event,) = events_of(exported("--procedure", "evaluation", *given)).values()
    return event


def test_every_deadline_is_a_day_of_the_calendar(database: Path) -> None:
    """Each has an id of its own, lasts the whole of its last day, and says which case and section it is of."""
    listed = answer("deadline", "list")
    events = events_of(exported())
    days = sorted((one["due"], one["case"]) for one in listed)
    assert (
        sorted((event.start.isoformat(), str(event["DESCRIPTION"]).split(" ")[0]) for event in events.values()) == days
    )
    for event in events.values():
        assert (type(event.start), event.end.toordinal() - event.start.toordinal()) == (date, 1)
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["DTSTAMP"].dt.tzinfo is not None


def test_the_contents_of_one_day(database: Path) -> None:
    """The term of the assessment group: text, categories, status and how the day came about."""
    event = the_event()
    assert (event.start, event["STATUS"], int(event["SEQUENCE"])) == (date(2026, 6, 12), "CONFIRMED", 0)
    assert str(event["SUMMARY"]) == "end of the group's term · Central Finland"
    assert str(event["DESCRIPTION"]).split("\n") == [
        f"{CASE} · evaluation procedure of a wellbeing services county",
        "Status: running",
        "Basis: 611/2021 122 § 2 mom. (practice, not law)",
        "2026-06-12  the day that the document states (term_ends_on)",
    ]
    assert event.categories == ["evaluation procedure of a wellbeing services county", "Central Finland"]
    assert re.fullmatch(rf"{CASE}\.{NAME}\.1@[0-9a-f-]{{36}}", str(event["UID"]))


@pytest.mark.parametrize(
    ("language", "summary", "status", "name"),
    [
        ("fi", "arviointiryhmän toimikausi päättyy · Keski-Suomi", "Tila: avoinna", "Määräajat · Keski-Suomi"),
        (
            "sv",
            "utvärderingsgruppens mandattid går ut · Mellersta Finland",
            "Läge: löper",
            "Tidsfrister · Mellersta Finland",
        ),
    ],
)
def test_the_calendar_is_in_the_readers_language(
    database: Path, language: str, summary: str, status: str, name: str
) -> None:
    """What is read in the calendar is Finnish or Swedish; the id is the same in every language."""
    event = the_event("--lang", language)
    assert str(event["SUMMARY"]) == summary
    assert status in str(event["DESCRIPTION"]).split("\n")
    assert event["UID"] == the_event()["UID"]
    calendar = Calendar.from_ical(exported("--subject", "Keski-Suomi", "--lang", language))
    assert (str(calendar["NAME"]), str(calendar["X-WR-CALNAME"])) == (name, name)


def test_a_changed_deadline_replaces_the_one_that_was_taken_in(database: Path) -> None:
    """Suspended, resumed, extended, cancelled: the id stays, the sequence grows, day and status follow."""
    first = the_event()
    seen = [(int(first["SEQUENCE"]), first.start, first["STATUS"])]
    on = ("--on", "2026-03-02")
    acts = (
        ("suspend", *on, "--mode", "freeze", *STATED),
        ("resume", "--on", "2026-03-12", "--why", STATED[-1]),
        ("extend", *on, "--until", "2026-09-30", *STATED),
        ("cancel-deadline", *on, *STATED),
    )
    for verb, *how in acts:
        succeed("case", verb, CASE, NAME, *how)
        event = the_event()
        assert event["UID"] == first["UID"]
        assert event["LAST-MODIFIED"].dt >= event["CREATED"].dt == first["CREATED"].dt
        seen.append((int(event["SEQUENCE"]), event.start, event["STATUS"]))
    assert seen == [
        (0, date(2026, 6, 12), "CONFIRMED"),
        (1, date(2026, 6, 12), "TENTATIVE"),
        (2, date(2026, 6, 22), "CONFIRMED"),
        (3, date(2026, 9, 30), "CONFIRMED"),
        (4, date(2026, 9, 30), "CANCELLED"),
    ]
    told = str(the_event()["DESCRIPTION"])
    assert "made-up; reason, with\\marks" in told
    assert str(the_event()["SUMMARY"]).endswith(" (cancelled)")


def test_the_same_position_gives_the_same_bytes(database: Path) -> None:
    """On another day, in another year and read as it was known, the file is the same to the byte."""
    now, position = exported(), answer("audit", "verify")["events"]
    assert exported("--now", "2045-01-01T12:00:00+02:00") == now
    succeed("case", "cancel-deadline", CASE, NAME, "--on", "2026-03-02", *STATED)
    assert exported() != now
    assert exported("--known-at", str(position)) == now


def test_a_person_s_calendar_holds_the_cases_that_person_has_recorded_in(database: Path) -> None:
    """Who recorded everything has every day; the calendar bears the name, and combines with the other choices."""
    person = str(answer("audit", "log", "--limit", "1")[0]["recorded_by"]["person"])
    assert events_of(exported("--person", person)).keys() == events_of(exported()).keys()
    narrowed = ("--person", person, "--procedure", "evaluation")
    assert events_of(exported(*narrowed)).keys() == events_of(exported("--procedure", "evaluation")).keys()
    assert f" · {person}" in str(Calendar.from_ical(exported("--person", person))["X-WR-CALNAME"])


def test_one_calendar_for_each_county_procedure_and_role(database: Path) -> None:
    """Together the calendars of the procedures hold every day once; a role has those that it acts upon."""
    everything = events_of(exported())
    listed = answer("deadline", "list")
    by_procedure = [events_of(exported("--procedure", one)) for one in {row["procedure"] for row in listed}]
    assert sorted(uid for events in by_procedure for uid in events) == sorted(everything)
    county = events_of(exported("--subject", "Mellersta Finland"))
    assert [uid.partition(".")[0] for uid in county] == [CASE, "county-return-15-2026", "county-return-15-2026-2"]
    ministry = events_of(exported("--role", "stm"))
    assert 0 < len(ministry) < len(everything)
    waiting = {one["case"] for one in answer("todo", "--role", "stm") if one["deadline"]}
    assert waiting <= {uid.partition(".")[0] for uid in ministry}


def test_what_was_due_long_ago_may_be_left_out(database: Path) -> None:
    """`--since` keeps the last day itself and what comes after it."""
    kept = events_of(exported("--since", "2026-06-12"))
    assert min(event.start for event in kept.values()) == date(2026, 6, 12)
    assert CASE not in {uid.partition(".")[0] for uid in events_of(exported("--since", "2026-06-13"))}


@pytest.mark.parametrize(
    ("given", "exit_code", "code"),
    [
        (("--subject", "Atlantis"), 3, "unknown-actor"),
        (("--procedure", "nothing"), 3, "procedure-unknown"),
        (("--role", "stn"), 3, "role-unknown"),
        (("--person", "nobody-at-all"), 3, "person-unknown"),
        (("--since", "yesterday"), 9, "date-invalid"),
        (("--out", "no-such-folder/x.ics"), 9, "file-unwritable"),
        (("--out", "demo.db"), 9, "not-a-calendar"),
        (("--out", "."), 9, "file-unwritable"),
    ],
)
def test_what_cannot_be_exported_is_refused(database: Path, given: tuple[str, ...], exit_code: int, code: str) -> None:
    """Nothing unknown gives an empty calendar, and no file but a calendar is replaced."""
    before = database.read_bytes()
    result = invoke("deadline", "export", *given, "--format", "json")
    assert (result.exit_code, code in result.stdout) == (exit_code, True), result.stdout
    assert database.read_bytes() == before


def test_a_file_is_written_whole_and_replaced(database: Path, folder: Path) -> None:
    """The file is what standard output would get, has the rights of an ordinary file, and leaves nothing beside it."""
    path = folder / "made-up.ics"
    mask = os.umask(0o022)
    os.umask(mask)
    told = answer("deadline", "export", "--out", str(path))
    assert path.read_bytes() == exported()
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
    assert [one["uid"] for one in told["events"]] == list(events_of(path.read_bytes()))
    assert (told["out"], told["position"]) == (str(path), answer("audit", "verify")["events"])
    succeed("case", "cancel-deadline", CASE, NAME, "--on", "2026-03-02", *STATED)
    assert succeed("deadline", "export", "--out", str(path)).stdout.splitlines()[0] == "Deadlines"
    assert path.read_bytes() == exported()
    assert [one.name for one in folder.iterdir() if "made-up" in one.name] == ["made-up.ics"]


def test_a_rehearsal_writes_no_file(database: Path, folder: Path) -> None:
    """`--dry-run` says what would be written."""
    text = succeed("deadline", "export", "--out", "made-up.ics", "--dry-run").stdout
    assert "nothing was written" in text
    assert not (folder / "made-up.ics").exists()


def lines_of(content: bytes) -> list[bytes]:
    """The lines of a file as they stand, folded."""
    assert content.endswith(b"\r\n")
    return content[:-2].split(b"\r\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_longer_than_the_standard_allows(database: Path, language: Language) -> None:
    """75 octets at most, no bare line ends, no character torn, and no address of anything."""
    content = exported("--lang", language)
    lines = lines_of(content)
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(line.decode() for line in lines)
    assert b"://" not in content


TEXTS = st.text(max_size=120)


# A busy machine is no fault of the text.
@settings(max_examples=drawn(long=500), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(summary=TEXTS, description=st.lists(TEXTS, max_size=3), category=TEXTS.filter(str.strip))
def test_any_text_comes_back_from_another_parser(summary: str, description: list[str], category: str) -> None:
    """Whatever stands in a text, marks of the format and characters of four octets among them, is read back."""
    day = WholeDay(
        uid="made-up.1@test",
        sequence=3,
        on=date(2026, 6, 12),
        status="CONFIRMED",
        summary=summary,
        description=tuple(description),
        categories=(category, "second"),
        created_at=AT,
        changed_at=AT,
    )
    content = calendar_file(summary, "en", [day])
    assert max(map(len, lines_of(content))) <= 75
    calendar = Calendar.from_ical(content)
    (event,) = calendar.events
    read: list[Any] = [
        event["SUMMARY"],
        event["DESCRIPTION"],
        *event.categories,
    ]
    shown = [safe(summary), "\n".join(map(safe, description)), safe(category), "second"]
    assert [str(one) for one in read] == shown


def test_the_name_of_a_calendar_is_escaped_like_any_text() -> None:
    """The parser leaves the names as they stand in the file, so they are looked at there."""
    content = calendar_file("one, two; three\\four\n", "sv", [])
    assert [line for line in lines_of(content) if b"NAME" in line] == [
        rb"NAME:one\, two\; three\\four\\n",
        rb"X-WR-CALNAME:one\, two\; three\\four\\n",
    ]
    assert b"PRODID:-//ohjaus//deadlines//SV" in lines_of(content)
