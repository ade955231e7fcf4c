"""Several acts on several cases in one transaction: what is asked for step by step, and what each becomes.

An act on one case often makes sense only together with acts on others: a round with its returns, an answer with the
observations in it. The registrar decides the steps in their order, each upon what those before it would have recorded,
and records all of them or none.

A case that hears of one of the acts by a reaction is not itself moved in the same transaction: that is a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from engine.assess import Act
from engine.case import Case, fold
from engine.envelope import Draft, Envelope, Opening
from engine.errors import InputRejected
from engine.ports import Command, EventLog, Write
from engine.table import Table


@dataclass(frozen=True, slots=True)
class Step:
    """One act: in the case `about`, or, where the act carries an opening, one that opens a case of procedure `about`.

    `case_id` is the id under which a case is opened; where it is left out a free one is taken. With `expected_version`
    the act is recorded only in a case that stands at that version.
    """

    about: str
    act: Act
    case_id: str | None = None
    expected_version: int | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """An event that was admitted to a case: the case before it (None: it opens one) and its declaration."""

    table: Table
    case: Case | None
    case_id: str
    subject: str
    draft: Draft

    @property
    def write(self) -> Write:
        """What is asked of the log."""
        return Write(stream=self.case_id, expected_version=self.case.version if self.case else 0, drafts=(self.draft,))


def named(steps: Sequence[Step]) -> str:
    """Gives what the steps are about, for the fingerprint of their command.

    Raises:
        InputRejected: `opening-lacking`, there is no step.
    """
    if not steps:
        raise InputRejected("opening-lacking", "There is nothing to record.")
    return " ".join(f"{step.about}:{step.case_id or ''}" for step in steps)


def free_id(opening: Opening, on: date, taken: Iterable[str], version: Callable[[str], int]) -> str:
    """Gives the first id of a case that neither the log nor `taken` has."""
    stem = f"{opening.procedure.replace('_', '-')}-{opening.subject.lower()}-{on.year}"
    others = frozenset(taken)
    found, number = stem, 1
    while found in others or version(found):
        number += 1
        found = f"{stem}-{number}"
    return found


def after(log: EventLog, earlier: Sequence[Decided], command: Command) -> Case | None:
    """Gives the case as it would stand after the `earlier` acts of the same transaction; None without any.

    The log itself says how their events would read: a rehearsal stores nothing.
    """
    if not earlier:
        return None
    rehearsed: tuple[Envelope, ...] = log.append([one.write for one in earlier], command, rehearse=True).events
    return fold(earlier[0].table, rehearsed, onto=earlier[0].case)


def first_of_each(decided: Iterable[Decided]) -> tuple[Decided, ...]:
    """Gives the first act on each case, in order."""
    found: dict[str, Decided] = {}
    for one in decided:
        found.setdefault(one.case_id, one)
    return tuple(found.values())


def ensure_apart(table: Table, opening: Opening, earlier: Iterable[Decided]) -> None:
    """Makes sure that no two cases are opened at once of which there may be one only.

    Raises:
        InputRejected: `opening-lacking`.
    """
    procedure = table.procedure
    if not procedure.one_open_case and procedure.one_case_per is None:
        return
    opened = ((one.table.procedure.id, one.subject) for one in earlier if one.case is None)
    if (procedure.id, opening.subject) in opened:
        raise InputRejected(
            "opening-lacking", f"Two cases of {procedure.id} about {opening.subject} cannot be opened at once."
        )
