"""Keeping projections true: where each stands, making it again from the log, and holding it against the log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select

from engine.envelope import Envelope, canonical
from engine.errors import Fault, IntegrityBroken, NotFound, Refused
from engine.ports import Head
from engine.projection import Projection, Row, Value
from store.connection import compiled
from store.event_log import SqliteEventLog
from store.projections.fold import ROWS, Folding, Table
from store.projections.tables import NOTE, KeptTable
from store.schema import projections as notes

_Values = Sequence[Value]
_PAGE = 1_000
"""Kept rows that are read at a time while they are compared."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one projection stands. `version` is None when we do not know it, `kept_version` when it is new.

    `state` is `current`; `behind`, when events are missing or the version is another; `astray`, when it stands beyond
    the log or upon another history, which means that the log was cut or exchanged; `foreign`, when other software
    keeps it.
    """

    name: str
    version: int | None
    kept_version: int | None
    position: int
    head: int
    state: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A projection held against the log: digests of both, and the first row that differs, told readably.

    `about` says the same in parts: the row by its key, the case it is of, the column, and what the table (`recorded`)
    and the log (`expected`) give, so that it can be told without the values to whoever may not see them.
    """

    name: str
    rows: int
    digest: str
    kept_digest: str
    difference: str | None = None
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def equal(self) -> bool:
        """True when the kept table is what the log says."""
        return self.difference is None and self.digest == self.kept_digest


class Upkeep:
    """The projections that are kept beside one log."""

    def __init__(self, log: SqliteEventLog, tables: Sequence[KeptTable]) -> None:
        self.projections = tuple(table.projection for table in tables)
        self._tables = {table.projection.name: table for table in tables}
        self._log = log
        self._database = log.database

    def standings(self) -> tuple[Standing, ...]:
        """Gives where each projection stands."""
        with self._database.snapshot():
            head = self._log.head()
            found = {
                name: (version, position, digest) for name, version, position, digest in self._database.run(_NOTES)
            }
            versions: dict[str, int | None] = {one.name: one.version for one in self.projections}
            versions |= {name: None for name in sorted(found) if name not in versions}
            return tuple(self._standing(name, version, found.get(name), head) for name, version in versions.items())

    def ensure_current(self) -> None:
        """Makes sure that every projection may be read.

        Raises:
            Refused: `projections-behind`.
            IntegrityBroken: `projection-astray`.
        """
        standings = self.standings()
        self._refuse_astray(standings)
        behind = [one.name for one in standings if one.state == "behind"]
        if behind:
            raise Refused(
                "projections-behind",
                f"What is kept beside the log has to be made again first: {', '.join(behind)}.",
                try_next="ohjaus projection rebuild",
                details={"projections": tuple(behind)},
            )

    def refresh(self) -> tuple[str, ...]:
        """Rebuilds what is behind or of another version, and gives the names of what was rebuilt.

        Raises:
            IntegrityBroken: `projection-astray`; the log was cut or exchanged, so nothing is covered up.
        """
        standings = self.standings()
        self._refuse_astray(standings)
        behind = tuple(one.name for one in standings if one.state == "behind")
        return self.rebuild(behind) if behind else ()

    def rebuild(self, names: Sequence[str] | None = None) -> tuple[str, ...]:
        """Makes projections again from the log, all or those named; readers see the old rows until the new ones stand.

        Raises:
            NotFound: `projection-unknown`.
        """
        chosen = self._chosen(names)
        folding = Folding(self.projections)
        reached = self._fold_on(folding, 0)
        with self._database.writing():
            # What came while the long fold ran without the lock.
            self._fold_on(folding, reached)
            head = self._log.head()
            for projection in chosen:
                self._replace(projection, folding.tables[projection.name], head)
        return tuple(one.name for one in chosen)

    def folding(self) -> Folding:
        """Gives a fold of every projection that has seen no event yet and keeps little in memory, to be compared."""
        return Folding(self.projections, most_rows=ROWS)

    def compare(self, names: Sequence[str] | None = None, *, folded: Folding | None = None) -> tuple[Comparison, ...]:
        """Holds the kept tables against a fold of the whole log, all or those named, row by row.

        The log is folded for it, unless `folded` has seen every event already.

        Raises:
            NotFound: `projection-unknown`.
            IntegrityBroken: an event cannot be read.
        """
        chosen = self._chosen(names)
        with self._database.snapshot():
            folding = folded or self.folding()
            if folded is None:
                self._fold_on(folding, 0)
            return tuple(self._compare(one, folding) for one in chosen)

    def _chosen(self, names: Sequence[str] | None) -> tuple[Projection, ...]:
        known = {one.name: one for one in self.projections}
        unknown = [name for name in names or () if name not in known]
        if unknown:
            raise NotFound("projection-unknown", f"There is no projection called {unknown[0]}.", nearest=tuple(known))
        return tuple(known[name] for name in names) if names is not None else self.projections

    def _fold_on(self, folding: Folding, after: int) -> int:
        reached = after

        def counted() -> Iterator[Envelope]:
            nonlocal reached
            for event in self._log.read(after_position=after):
                reached = event.position
                yield event

        folding.extend(counted())
        return reached

    def _replace(self, projection: Projection, table: Table, head: Head) -> None:
        database, kept = self._database, self._tables[projection.name]
        database.remake(kept)
        database.change_many(kept.insert_one, list(table.values()))
        database.change(_FORGET, {"name_is": projection.name})
        database.change(NOTE, kept.note(head))

    def _compare(self, projection: Projection, folding: Folding) -> Comparison:
        comparing = _Comparing(projection)
        kept = self._kept(self._tables[projection.name])
        readable = True

        def following() -> _Values | None:
            nonlocal readable
            try:
                return next(kept, None) if readable else None
            except IntegrityBroken:
                raise
            except Fault:
                readable = False
                return None

        for wanted in folding.in_order(projection.name):
            comparing.take(wanted, following())
        while (had := following()) is not None:
            comparing.take(None, had)
        return comparing.result(readable=readable)

    def _kept(self, kept: KeptTable) -> Iterator[_Values]:
        """Yields the rows of a kept table, as values in the order of its columns, by the order of their key."""
        key = [kept.columns.index(name) for name in kept.projection.key]
        rows = self._database.run(kept.select_first, {"size": _PAGE})
        reached: tuple[Value, ...] | None = None
        while rows:
            yield from rows
            last = tuple(rows[-1][place] for place in key)
            if len(rows) < _PAGE or (reached is not None and last <= reached):
                # Only a damaged index gives rows that it was not asked for.
                return
            reached = last
            rows = self._database.run(kept.select_after, {**kept.bound(last), "size": _PAGE})

    def _standing(self, name: str, known: int | None, note: tuple[int, int, str] | None, head: Head) -> Standing:
        if note is None:
            return Standing(name, known, None, 0, head.position, "behind")
        version, position, digest = note
        if position > head.position or self._hash_at(position, head) != digest:
            state = "astray"
        elif known is None:
            state = "foreign"
        else:
            state = "current" if position == head.position and version == known else "behind"
        return Standing(name, known, version, position, head.position, state)

    def _hash_at(self, position: int, head: Head) -> str | None:
        # Nearly always every one of them stands at the head, which has been read.
        return head.hash if position == head.position else self._log.hash_at(position)

    def _refuse_astray(self, standings: Sequence[Standing]) -> None:
        for one in standings:
            if one.state == "astray":
                raise IntegrityBroken(
                    "projection-astray",
                    f"The projection {one.name} has seen event {one.position}, which the log does not have: "
                    "the log was cut or exchanged.",
                    try_next="ohjaus audit verify",
                    details={"projection": one.name, "position": one.position, "head": one.head},
                )


class _Comparing:
    """Two tables held against each other while their rows pass, each in the order of the key."""

    def __init__(self, projection: Projection) -> None:
        self._projection = projection
        self._wanted = hashlib.sha256()
        self._had: hashlib._Hash | None = None
        """Of the kept rows a digest of their own, from the first on that differs."""
        self._rows = 0
        self._difference: str | None = None
        self._about: dict[str, str] = {}

    def take(self, wanted: _Values | None, had: _Values | None) -> None:
        """Takes the values of the next row of each, None where there is no more."""
        # Written out as well, since 1, 1.0 and true are one to Python, and are not the same in a table.
        ours = b"" if wanted is None else canonical(wanted)
        theirs = b"" if had is None else canonical(had)
        if self._had is None and (wanted != had or ours != theirs):
            self._had = self._wanted.copy()
            self._difference, self._about = _difference(self._projection, self._row(wanted), self._row(had))
        self._rows += wanted is not None
        self._wanted.update(ours)
        if self._had is not None:
            self._had.update(theirs)

    def result(self, *, readable: bool) -> Comparison:
        """Gives what was found; a table that was not readable to its end has no digest."""
        name, digest = self._projection.name, self._wanted.hexdigest()
        if not readable:
            return Comparison(name, self._rows, digest, "", "its table cannot be read")
        kept = digest if self._had is None else self._had.hexdigest()
        return Comparison(name, self._rows, digest, kept, self._difference, self._about)

    def _row(self, values: _Values | None) -> Row | None:
        return None if values is None else dict(zip(self._projection.columns, values, strict=True))


def _difference(projection: Projection, wanted: Row | None, had: Row | None) -> tuple[str, dict[str, str]]:
    """Tells how two rows at the same place in the order of the key differ, in words and in parts."""
    if wanted is None or (had is not None and _key(projection, had) < _key(projection, wanted)):
        return f"{_told(projection, had)} is kept, but the log does not give it", _about(projection, had)
    if had is None or _key(projection, wanted) < _key(projection, had):
        return f"{_told(projection, wanted)} is missing", _about(projection, wanted)
    pairs = ((name, wanted[name], had[name]) for name in projection.columns)
    column = next(name for name, ours, theirs in pairs if ours != theirs or canonical(ours) != canonical(theirs))
    told = f"{_told(projection, wanted)}: {column} is {had[column]!r}, the log gives {wanted[column]!r}"
    values = {"recorded": json.dumps(had[column], default=repr), "expected": json.dumps(wanted[column])}
    return told, {**_about(projection, wanted), "column": column, **values}


def _about(projection: Projection, row: Row | None) -> dict[str, str]:
    """Gives which row it is, and of which case, as the projections call it; of the newest where it is of several."""
    case = next((row[name] for name in ("case_id", "grant_id", "newest_case") if row.get(name)), None) if row else None
    return {"row": _told(projection, row), **({} if case is None else {"case": str(case)})}


def _key(projection: Projection, row: Row) -> tuple[Value, ...]:
    return tuple(row[name] for name in projection.key)


def _told(projection: Projection, row: Row | None) -> str:
    if row is None:
        return "nothing"
    return ", ".join(f"{name} {row[name]}" for name in projection.key)


_NOTES = compiled(select(notes.c.name, notes.c.version, notes.c.position, notes.c.hash))
_FORGET = compiled(notes.delete().where(notes.c.name == bindparam("name_is")))
