"""`doctor`: does everything work on this machine, and if not, what to do about it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.frame.command import command, option
from cli.upkeep.doctor_checks import Finding, Verdict
from engine.errors import InputRejected, NotFound, OhjausError
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page, Tone
    from store.open_log import OpenLog

FINDINGS = 8
"""The exit code of findings, with `--gate`."""

_MARKS: dict[str, tuple[str, Tone]] = {
    "ok": ("✓", "good"),
    "note": ("i", ""),
    "warning": ("!", "warn"),
    "fault": ("✗", "bad"),
}


@command(
    "doctor",
    about=Label(
        "Tarkistaa ohjelman, tietokannan, kellon, kalenterin ja menettelyjen säännöt.",
        "Kontrollerar programmet, databasen, klockan, kalendern och förfarandenas regler.",
        "Checks the program, the database, the clock, the calendar and the rules of the procedures.",
    ),
    examples=("$ ohjaus doctor", "$ ohjaus doctor --gate --format json"),
)
@option(
    "--gate",
    is_flag=True,
    about=Label(
        "päättyy koodilla 8, jos jokin ei toimi",
        "slutar med koden 8 om något inte fungerar",
        "ends with code 8 on a fault",
    ),
)
def doctor(run: Invocation, *, gate: bool) -> None:
    """Looks at everything, and says what it found."""
    found = findings(run)
    ok = all(finding.verdict != "fault" for finding in found)
    data = {
        "ok": ok,
        "checks": [
            {
                "name": finding.name,
                "verdict": finding.verdict,
                "outcome": finding.outcome,
                "text": _text(run, finding),
                "details": {name: _plain(run, value) for name, value in finding.details.items()},
                "try": finding.try_next,
            }
            for finding in found
        ],
    }
    run.out.thing(data, lambda page: _page(run, found, page))
    if gate and not ok:
        raise click.exceptions.Exit(FINDINGS)


def findings(run: Invocation, closed: OhjausError | None = None) -> list[Finding]:
    """Gives everything that was found, by the machine, the record and the rules.

    `closed` is why the log does not open, where that is known: a silent server is not waited for again, and is not
    asked either who this is.
    """
    return [*_machine(run, closed), *_record(run, closed), *_rules(run)]


def _machine(run: Invocation, closed: OhjausError | None) -> Iterator[Finding]:
    from cli.identity.checking import identity
    from cli.upkeep import doctor_checks

    yield from doctor_checks.machine()
    if closed is None:
        yield from identity(run)
    yield from doctor_checks.folders(run.settings)


def _rules(run: Invocation) -> Iterator[Finding]:
    from cli.upkeep import doctor_checks

    yield from doctor_checks.calendar(run.wiring.calendar, run.wiring.clock.today())
    yield from doctor_checks.declarations(run.wiring.declarations)


def _record(run: Invocation, closed: OhjausError | None) -> Iterator[Finding]:
    from cli.upkeep import doctor_care, doctor_checks, doctor_persons
    from store.open_log import open_log

    newest: datetime | None = None
    opens = False
    try:
        path = run.wiring.path
        if closed is not None:
            raise closed
        if isinstance(path, Path):
            yield from doctor_checks.file_mode(path)
            yield from doctor_care.room(path)
        with open_log(path, run.wiring.clock, read_only=True) as opened:
            opens = True
            yield from _opened(opened)
            yield from doctor_care.witnessed(opened, run.wiring.clock.now())
            yield from doctor_persons.persons(run.wiring.persons, opened)
            newest = _newest(opened)
    except NotFound:
        yield Finding("log", "lacking", "note", {"path": run.wiring.path}, run.command("init"))
    except InputRejected as error:
        yield Finding("log", "foreign", "fault", {"text": run.words.error(error)}, error.try_next)
    except OhjausError as error:
        yield Finding("log", "closed", "fault", {"text": run.words.error(error), "code": error.code}, error.try_next)
    yield from doctor_checks.clock(run.wiring.clock, newest)
    if opens:
        yield from _scheduling(run)


def _scheduling(run: Invocation) -> Iterator[Finding]:
    """Looks at who records what the clock knows; what is wrong with the log was told of already."""
    from cli.schedule.standing import standing_of
    from cli.upkeep import doctor_schedule

    with suppress(OhjausError), run.wiring.open() as record:
        yield from doctor_schedule.schedulers(run, record, standing_of(record))


def _opened(opened: OpenLog) -> Iterator[Finding]:
    from cli.upkeep import doctor_server
    from store.connection import PATIENCE_SECONDS, SqliteDatabase, settings
    from store.integrity import check_wal
    from store.migrate import EXPECTED_REVISION, applied

    identity, head = opened.identity, opened.log.head()
    details: dict[str, object] = {"path": opened.database.path, "log_id": identity.log_id, "events": head.position}
    yield Finding("log", "fine", "ok", details)
    if not isinstance(opened.database, SqliteDatabase):
        yield from doctor_server.server(opened)
    elif opened.database.manner != "live":
        yield Finding("reading", opened.database.manner.value, "note")
    damage = check_wal(opened.database.path).first_fault
    if damage is not None:
        yield Finding("wal", "damaged", "fault", {"text": damage.text}, "ohjaus audit verify")
    yield Finding("production", "marked" if identity.production else "not_marked", "note")
    if isinstance(opened.database, SqliteDatabase):
        # Opening has compared them with what is wanted; here they are read back once more, to be seen.
        names = settings(PATIENCE_SECONDS, read_only=True)
        in_force = ", ".join(f"{name}={opened.database.run(f'PRAGMA {name}')[0][0]}" for name in names)
        yield Finding("settings", "fine", "ok", {"settings": in_force})
    yield Finding("schema", "fine", "ok", {"revision": applied(opened.database), "expected": EXPECTED_REVISION})
    for standing in opened.projections.standings():
        if standing.state != "current":
            verdict: Verdict = "fault" if standing.state == "astray" else "warning"
            try_next = "ohjaus audit verify" if standing.state == "astray" else "ohjaus projection rebuild"
            yield Finding("projection", standing.state, verdict, {"name": standing.name}, try_next)


def _newest(opened: OpenLog) -> datetime | None:
    head = opened.log.head().position
    newest = next(opened.log.read(after_position=head - 1), None) if head else None
    return newest.recorded_at if newest else None


def _text(run: Invocation, finding: Finding) -> str:
    return run.words(f"doctor.{finding.name}_{finding.outcome}", **finding.details)


def _plain(run: Invocation, value: object) -> object:
    if isinstance(value, Label):
        return value.text(run.language)
    return os.fspath(value) if isinstance(value, os.PathLike) else value if isinstance(value, int) else str(value)


def _page(run: Invocation, found: list[Finding], page: Page) -> None:
    words = run.words
    worst = [finding for finding in found if finding.verdict == "fault"]
    page.title(words("doctor.title_faults", count=len(worst)) if worst else words("doctor.title_fine"))
    for finding in found:
        mark, tone = _MARKS[finding.verdict]
        page.item(_text(run, finding), mark=mark, tone=tone)
    page.then(*(run.pasteable(finding.try_next) for finding in found if finding.try_next and finding.verdict != "ok"))
    if any(finding.name == "log" and finding.outcome == "fine" for finding in found):
        # Verifying needs the whole log, and is refused to a county's reader.
        page.then(run.command("projection", "check") if run.login_sees_part else run.command("audit", "verify"))
