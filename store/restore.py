"""Putting a backup in the place of a log, after saying what that would lose.

Nothing is thrown away: what stood there is kept beside it under a name of its own. A log that opens is replaced inside
its own file, in one transaction of SQLite's backup API, while nobody else has it open; so a power cut leaves the old
log or the new one, and no other program goes on writing into a file that has lost its name. A file that is damaged is
put aside as it is, with its WAL, for whoever looks into it later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import bindparam, select

from engine.errors import Conflict, Fault, IntegrityBroken, NotFound, Refused
from engine.ports import Clock, Head
from engine.projection import Projection
from store import location
from store.backup import Sound, copy_pages, draft_in, publish, verified
from store.connection import SqliteDatabase, open_database
from store.event_log import SqliteEventLog
from store.faults import DRIVER_ERRORS, translate
from store.identity import mark_production
from store.integrity import check_wal
from store.schema import events
from store.statement import compiled

PATIENCE_SECONDS = 3.0
"""How long it is tried to have the log alone."""

MOST_CASES = 20
"""How many cases are named of those that would lose events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands where a backup is to go, held against it.

    `common` is the position up to which both hold the same events. `lost` of the log's events come after it, `first_at`
    to `last_at`, in `cases`, of which at most `MOST_CASES` are named. Of a damaged log none of this is known.
    `production` tells whether the log bears the mark. `why` a log is damaged is told in English, with its code and what
    fills the sentence in other languages.
    """

    path: Path
    state: str
    head: Head | None = None
    common: int = 0
    lost: int = 0
    first_at: str | None = None
    last_at: str | None = None
    cases: tuple[str, ...] = ()
    cases_count: int = 0
    production: bool = False
    why: str | None = None
    why_code: str | None = None
    why_details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Restored:
    """What now stands in the place, and where that which stood there was put."""

    found: Sound
    kept: Path | None


def compare(backup: Sound, target: Path, clock: Clock) -> Standing:
    """Holds what stands at `target` against a backup: `absent`, `damaged`, `behind` or `ahead` of it, or `forked`.

    Raises:
        Refused: `restore-other-log`, another log stands there; `file-too-open`.
        InputRejected: `not-a-log`, something stands there that is no log.
    """
    try:
        location.refuse_foreign(target)
    except NotFound:
        return Standing(path=target, state="absent")
    damage = check_wal(target).first_fault
    if damage is not None:
        return _damaged(target, damage.text, damage.code, damage.details)
    try:
        with closing(open_database(target, read_only=True)) as database:
            return _compared(backup, database, target, clock)
    except IntegrityBroken as error:
        return _damaged(target, error.message, error.code, error.details)


def _damaged(target: Path, why: str, code: str, details: Mapping[str, object]) -> Standing:
    return Standing(path=target, state="damaged", why=why, why_code=code, why_details=details)


def restore(
    backup: Sound,
    target: Path,
    agreed: Standing,
    *,
    clock: Clock,
    projections: Sequence[Projection],
    aside: str,
    production: bool = False,
) -> Restored:
    """Puts a backup that was verified in the place of the log; `agreed` is what was said of that place.

    What stood there is kept under its name with `aside` at the end. With `production`, or where the log that is
    replaced bore the mark, the restored log bears it as well: it goes one way.

    Raises:
        Conflict: `restore-moved-on`, something else stands there by now.
        Refused: `log-in-use`, `file-exists`.
        Fault: the disk does not let us; what stood there stands there still.
    """
    beside = target.with_name(f"{target.name}.{aside}")
    kept = None if agreed.state == "absent" else beside
    with closing(open_database(backup.path, read_only=True)) as source, draft_in(target.parent) as draft:
        if kept is not None and agreed.state != "damaged":
            with alone(target) as database:
                _ensure_as_agreed(_compared(backup, database, target, clock), agreed)
                copy_pages(database.driver, draft, told=kept)
                publish(draft, kept)
                _overwrite(source, database)
        else:
            location.refuse_network_drive(target)
            copy_pages(source.driver, draft, told=target)
            _ensure_as_agreed(compare(backup, target, clock), agreed)
            _put_aside(target, beside)
            publish(draft, target)
    marked = production or agreed.production or backup.identity.production
    if marked and not backup.identity.production:
        with closing(open_database(target)) as database:
            mark_production(database)
    found = verified(target, clock, projections)
    whole = (replace(backup.identity, production=marked), backup.head, backup.root)
    if (found.identity, found.head, found.root) != whole:
        raise IntegrityBroken("copy-differs", f"What stands at {target} is not what the backup holds. Do not use it.")
    return Restored(found, kept)


@contextmanager
def alone(path: Path) -> Iterator[SqliteDatabase]:
    """Opens a log for writing with nobody else having it open, for as long as the block lasts.

    Raises:
        Refused: `log-in-use`.
    """
    with closing(open_database(path, patience_seconds=PATIENCE_SECONDS)) as database:
        try:
            database.run("PRAGMA locking_mode = EXCLUSIVE")
            # The lock is taken by the first write, and kept after it.
            with database.writing(keep=False):
                pass
        except Fault as error:
            if error.code != "log-busy":
                raise
            raise Refused(
                "log-in-use",
                f"Another program has {path} open. End schedulers and whatever else uses it, and try again.",
                try_next="ohjaus schedule status",
                details={"path": str(path)},
            ) from error
        yield database


def _compared(backup: Sound, database: SqliteDatabase, target: Path, clock: Clock) -> Standing:
    log = SqliteEventLog(database, clock=clock)
    if log.identity.anchor != backup.identity.anchor:
        raise Refused(
            "restore-other-log",
            f"Another log stands at {target}: {log.identity.log_id}. The backup is of {backup.identity.log_id}.",
            try_next="name another place with --db",
            details={"path": str(target), "there": log.identity.log_id, "backup": backup.identity.log_id},
        )
    head, production = log.head(), log.identity.production
    with closing(open_database(backup.path, read_only=True)) as own:
        common = _common(SqliteEventLog(own, clock=clock), log, min(backup.head.position, head.position))
    if common == head.position:
        return Standing(path=target, state="behind", head=head, common=common, production=production)
    after = database.run(_AFTER, {"common": common})
    times = [str(recorded_at) for _, recorded_at in after]
    cases = tuple(dict.fromkeys(str(stream) for stream, _ in after))
    return Standing(
        path=target,
        state="ahead" if common == backup.head.position else "forked",
        head=head,
        common=common,
        lost=head.position - common,
        first_at=times[0] if times else None,
        last_at=times[-1] if times else None,
        cases=cases[:MOST_CASES],
        cases_count=len(cases),
        production=production,
    )


def _common(one: SqliteEventLog, other: SqliteEventLog, most: int) -> int:
    """Gives the position up to which two logs with one anchor are the same: hashes of a chain agree up to one place."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if one.hash_at(middle) == other.hash_at(middle):
            least = middle
        else:
            most = middle - 1
    return least


def _overwrite(source: SqliteDatabase, database: SqliteDatabase) -> None:
    try:
        source.driver.backup(database.driver, pages=-1)
    except DRIVER_ERRORS as error:
        raise translate(error) from error


def _ensure_as_agreed(found: Standing, agreed: Standing) -> None:
    if (found.state, found.head) != (agreed.state, agreed.head):
        raise Conflict(
            "restore-moved-on",
            f"Something was recorded in {agreed.path} while you were asked. Nothing was restored; look again.",
            details={"path": str(agreed.path)},
        )


def _put_aside(target: Path, kept: Path) -> None:
    """Renames a damaged log, what lies beside it first: a WAL left behind would be played into what comes after it."""
    try:
        for left, beside in zip(
            (*location.companions(target), target), (*location.companions(kept), kept), strict=True
        ):
            if left.exists():
                left.rename(beside)
    except OSError as error:
        raise Fault(
            "cannot-create", f"{target} cannot be put aside: {error.strerror}.", details={"path": str(target)}
        ) from error


_AFTER = compiled(
    select(events.c.stream, events.c.recorded_at)
    .where(events.c.position > bindparam("common"))
    .order_by(events.c.position)
)
