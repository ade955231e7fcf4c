"""`metrics write`: how a log does, in numbers, as the text file that Prometheus' node exporter collects.

The file holds numbers, names of procedures and the log's id, and nothing of any case. It takes the place of an earlier
one at once, so that no collector reads half of it. A log that does not open is told as `ohjaus_up 0`, which is what an
alarm is to be set on, besides the age of the file itself.
"""

from __future__ import annotations

import errno
import os
import platform
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from cli.audit.verify_commands import CHECKPOINTS
from cli.frame.command import Noun, option
from engine.errors import Fault, OhjausError
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.wiring import Record

MODE = 0o644
"""A collector is another user. There is nothing in the file that it may not see."""

metrics = Noun(
    "metrics",
    about=Label(
        "Lokin tunnusluvut valvontaa varten.", "Loggens mätvärden för övervakning.", "Measures of the log, to watch it."
    ),
    examples=("$ ohjaus metrics write --out ohjaus.prom",),
)


@dataclass(frozen=True, slots=True)
class Series:
    """One measure: its name, what it says, and its values, each with its labels."""

    name: str
    about: str
    values: tuple[tuple[Mapping[str, str], float], ...] = field(default_factory=tuple)

    def lines(self) -> Iterator[str]:
        """Yields the lines of the measure in the text format."""
        if self.values:
            yield f"# HELP {self.name} {self.about}"
            yield f"# TYPE {self.name} gauge"
        for labels, value in self.values:
            shown = ",".join(f'{name}="{_escaped(text)}"' for name, text in labels.items())
            yield f"{self.name}{{{shown}}} {value:.15g}" if shown else f"{self.name} {value:.15g}"


@metrics.verb(
    "write",
    about=Label(
        "Kirjoittaa tunnusluvut tiedostoon, jonka node_exporter lukee.",
        "Skriver mätvärdena i en fil som node_exporter läser.",
        "Writes the measures into a file that node_exporter collects.",
    ),
    more=Label(
        "Lokin kohta, avoimet asiat, ylittyneet määräajat, ajastimen elonmerkin ikä, näkemättä oleva osuus, jälkeen "
        "jääneet näkymät ja koko. Jos lokia ei voi avata, tiedostossa on ohjaus_up 0 ja ohjelma päättyy virheeseen.",
        "Loggens plats, öppna ärenden, överskridna frister, åldern på tidsstyrningens livstecken, det som ingen sett, "
        "vyer som släpar efter och storlek. Om loggen inte går att öppna står där ohjaus_up 0, och programmet slutar "
        "med ett fel.",
        "Position of the log, open cases, overdue deadlines, age of the scheduler's sign of life, what nobody has "
        "witnessed, projections behind and size. If the log does not open, the file says ohjaus_up 0 and the program "
        "ends with an error.",
    ),
    examples=(
        "$ ohjaus metrics write --out ohjaus.prom",
        "$ ohjaus db backup --out backups/",
        "$ ohjaus metrics write --out ohjaus.prom --backups backups --format json",
    ),
)
@option("--out", required=True, metavar="FILE", about=Label("tiedosto", "filen", "the file"))
@option("--checkpoints", metavar="DIR", multiple=True, about=CHECKPOINTS)
@option(
    "--backups",
    metavar="DIR",
    about=Label(
        "kansio, jonka uusimman varmuuskopion ikä kerrotaan",
        "mapp vars nyaste säkerhetskopias ålder berättas",
        "a folder of backups, of which the age of the newest is told",
    ),
)
def write(run: Invocation, *, out: str, checkpoints: tuple[str, ...], backups: str | None) -> None:
    """Writes the measures.

    Raises:
        Refused: `part-only`; the file of another time is left as it is.
        Fault: the log could not be opened, which the file says, or the file cannot be written.
    """
    target = Path(out)
    found, failed = gathered(run, checkpoints, None if backups is None else Path(backups))
    text = "".join(f"{line}\n" for series in found for line in series.lines())
    if not run.dry_run:
        _replace(target, text)
    if failed is not None:
        run.out.hint(run.words("upkeep.metrics.down", code=failed.code))
        raise failed
    data = {
        "file": str(target.absolute()),
        "series": {series.name: [[dict(labels), value] for labels, value in series.values] for series in found},
        "rehearsed": run.dry_run,
    }

    def page(filled: Page) -> None:
        key = "upkeep.metrics.would" if run.dry_run else "upkeep.metrics.written"
        filled.title(run.words(key, path=data["file"], count=len(found)))
        filled.then(run.command("doctor"))

    run.out.thing(data, page)


def gathered(
    run: Invocation, checkpoints: Sequence[str], backups: Path | None
) -> tuple[tuple[Series, ...], OhjausError | None]:
    """Gives the measures, and why the log could not be opened if it could not.

    Raises:
        Refused: `part-only`, who asks sees only a part of the log.
    """
    failed: OhjausError | None = None
    measured: list[Series] = []
    try:
        with run.record() as record:
            measured = list(_of_record(run, record, checkpoints))
    except OhjausError as error:
        if error.code == "part-only":
            # Nothing is down: who asks does not see what is to be counted, and an alarm is not to ring for that.
            raise
        failed, measured = error, []
    now = run.wiring.clock.now()
    around = [
        _one("ohjaus_up", "1 when the log could be opened.", 0 if failed else 1),
        Series("ohjaus_build_info", "Versions.", ((_versions(), 1),)),
        _one("ohjaus_metrics_timestamp_seconds", "When this was written.", now.timestamp()),
        *(_of_backups(backups, now.timestamp()) if backups is not None else ()),
    ]
    return tuple(series for series in (*around, *measured) if series.values), failed


def _of_record(run: Invocation, record: Record, checkpoints: Sequence[str]) -> Iterator[Series]:
    from cli.upkeep.witnessed import seen_of

    opened, now = record.opened, run.wiring.clock.now().timestamp()
    identity, head = opened.identity, opened.log.head()
    about = {"log_id": identity.log_id, "production": "yes" if identity.production else "no"}
    yield Series("ohjaus_log_info", "Which log it is.", ((about, 1),))
    yield _one("ohjaus_head_position", "Events recorded.", head.position)
    newest = next(opened.log.read(after_position=head.position - 1), None) if head.position else None
    if newest is not None:
        at = newest.recorded_at.timestamp()
        yield _one("ohjaus_newest_event_timestamp_seconds", "When the newest event was recorded.", at)
    yield from _of_place(record)
    seen = seen_of(opened, checkpoints)
    yield _one(
        "ohjaus_unwitnessed_events",
        "Events after the newest checkpoint that agrees.",
        # Somebody may have signed what was recorded meanwhile.
        max(head.position - (seen.size or 0), 0),
    )
    if seen.at is not None:
        yield _one(
            "ohjaus_witnessed_age_seconds", "Age of the newest checkpoint that agrees.", now - seen.at.timestamp()
        )
    yield _one("ohjaus_checkpoints_contradicting", "Checkpoints that the log contradicts.", seen.contradicting)
    states = Counter(one.state for one in opened.projections.standings())
    yield _one("ohjaus_projections_behind", "Projections that have to be made again.", states["behind"])
    yield _one("ohjaus_projections_astray", "Projections that saw what the log does not hold.", states["astray"])
    if not states["behind"] and not states["astray"]:
        yield from _of_cases(record)


def _of_cases(record: Record) -> Iterator[Series]:
    from cli.schedule.standing import standing_of

    queries, today = record.opened.queries, record.wiring.clock.today()
    opened = Counter(row.procedure for row in queries.case_list(is_open=True))
    yield Series(
        "ohjaus_cases_open",
        "Cases that are open.",
        tuple(({"procedure": name}, count) for name, count in sorted(opened.items())),
    )
    late = [row for row in queries.deadline_list(due_until=today) if row.due < today]
    yield _one("ohjaus_deadlines_overdue", "Running deadlines whose day is past.", len(late))
    standing = standing_of(record)
    yield _one("ohjaus_deadlines_unfired", "What has come and nobody has recorded.", len(standing.due))
    yield _one(
        "ohjaus_schedulers_beating", "Schedulers at work.", sum(_beats(one.state) for one in standing.schedulers)
    )
    yield _one("ohjaus_clock_doubtful", "1 when the clock cannot be right.", 0 if standing.doubt is None else 1)
    # A sign from the future is none. With no other it is as long ago as can be, so that the alarm rings.
    never = standing.now.timestamp()
    ages = [never if one.age is None else max(one.age.total_seconds(), 0) for one in standing.schedulers]
    if ages:
        yield _one("ohjaus_scheduler_beat_age_seconds", "Age of the newest sign of life.", min(ages))


def _of_place(record: Record) -> Iterator[Series]:
    from store import location

    if not isinstance(record.path, Path):
        ((size,),) = record.opened.database.run("SELECT pg_database_size(current_database())")
        yield _one("ohjaus_database_bytes", "Size of the database.", int(size))
        return
    wal = location.companions(record.path)[0]
    yield _one("ohjaus_database_bytes", "Size of the database.", record.path.stat().st_size)
    yield _one("ohjaus_wal_bytes", "Size of the WAL beside it.", wal.stat().st_size if wal.exists() else 0)
    room = os.statvfs(record.path) if hasattr(os, "statvfs") else None
    if room is not None:
        yield _one("ohjaus_disk_free_bytes", "Room on the drive.", room.f_bavail * room.f_frsize)


def _of_backups(folder: Path, now: float) -> Iterator[Series]:
    from store.backup import SUFFIX

    times = [one.stat().st_mtime for one in folder.glob(f"ohjaus-*{SUFFIX}")] if folder.is_dir() else []
    yield _one("ohjaus_backups", "Backups in the folder.", len(times))
    if times:
        yield _one("ohjaus_backup_age_seconds", "Age of the newest backup.", now - max(times))


def _beats(state: str) -> int:
    return 1 if state == "beating" else 0


def _versions() -> dict[str, str]:
    import sqlite3
    from importlib.metadata import version

    return {"version": version("ohjaus"), "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}


def _one(name: str, about: str, value: float) -> Series:
    return Series(name, about, (({}, value),))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _replace(target: Path, text: str) -> None:
    from store.tidying import take_away

    draft = target.with_name(f".{target.name}.{uuid4()}")
    try:
        with draft.open("x", encoding="utf-8") as file:
            file.write(text)
        draft.chmod(MODE)
        draft.replace(target)
    except OSError as error:
        take_away(draft)
        if error.errno == errno.ENAMETOOLONG:
            # No disk takes such a name: that is told of every path in one way.
            raise
        raise Fault(
            "cannot-create", f"{target} cannot be written: {error.strerror}.", details={"path": str(target)}
        ) from error
