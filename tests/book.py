"""A book of one version of a procedure: the acts of a made-up case, its ways to each end, and what breaks each rule.

Each procedure has its book beside its tests (`tests/test_procedures/<procedure>_stories.py`, in `BOOKS`). From the
books come the golden histories, the generated tests of every refusal and deadline, and the run of every way through the
command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from engine.declaration import Procedure
from engine.declarations import Declarations
from engine.table import Table
from tests.story import Story, Told, fact


def table_of(procedure: Procedure) -> Table:
    """The compiled declaration of one version of a procedure."""
    return Declarations((procedure,)).pinned(procedure.declaration_id)


@dataclass(frozen=True, slots=True)
class Breach:
    """How a condition is broken: what was recorded before, and the act that this condition refuses."""

    after: tuple[str, ...]
    act: Told


@dataclass(frozen=True, slots=True)
class Meeting:
    """How a deadline is met: the acts before (the last of which starts it), and the name of the act that meets it.

    `act` is None where no act meets it: it only runs out, such as a time to appeal.
    """

    after: tuple[str, ...]
    act: str | None


@dataclass(frozen=True, kw_only=True)
class Book:
    """What is told of one version of a procedure.

    `acts` are complete and, in the order in which a way names them, allowed. Each of `ways` begins with an opening;
    together they use every move and reach every end. `breaks` has an entry for each guard, `meets` for each deadline.
    """

    table: Table
    subject: str
    subject_kind: str
    acts: Mapping[str, Told]
    ways: Mapping[str, tuple[str, ...]]
    breaks: Mapping[str, Breach] = field(default_factory=dict)
    meets: Mapping[str, Meeting] = field(default_factory=dict)
    parties: tuple[str, ...] = ()
    law_in_force_from: str | None = None

    def opened(self) -> Story:
        """A story that has not begun."""
        return Story(
            self.table,
            subject=self.subject,
            subject_kind=self.subject_kind,
            ministry=self.table.procedure.ministry,
            parties=self.parties,
            law_in_force_from=self.law_in_force_from,
        )

    def story(self, *names: str) -> Story:
        """The story after these acts."""
        return self.opened().given(*(self.acts[name] for name in names))

    def told(self, names: Iterable[str]) -> Story:
        """The story after these acts; the same as `story`, for a way."""
        return self.story(*names)


def but(told: Told, **data: Any) -> Told:
    """The act with other data; a value of None leaves the field out."""
    changed = {**told.data, **data}
    return replace(told, data={name: value for name, value in changed.items() if value is not None})


def on(told: Told, day: str) -> Told:
    """The act on another day."""
    return fact(told.fact, day, told.data, role=told.role, documents=told.documents, unreported=told.unreported)


def undocumented(told: Told) -> Told:
    """The act without its documents."""
    return replace(told, documents=())
