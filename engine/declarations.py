"""All declared procedures in all their versions, found by name, by day in force, or by the id a case was pinned to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cached_property, partial

from engine.case_register import OF_THE_RECORD, SHARED_BY_PEOPLE
from engine.correction_acts import CORRECTIONS
from engine.deadline_acts import OF_PEOPLE, OF_THE_CLOCK
from engine.declaration import Procedure
from engine.effects import Effect, listeners, own_effects
from engine.errors import Fault, NotFound, Refused
from engine.law import Label
from engine.link_acts import BY_HAND, LINKING
from engine.parameters import Parameters
from engine.table import Table

SHARED = (*SHARED_BY_PEOPLE, *LINKING, *OF_PEOPLE, *OF_THE_CLOCK, *CORRECTIONS)
"""What can happen in a case of any procedure, in any state."""

Loader = Callable[[], Iterable[Procedure]]
"""Gives every version of one procedure, when it is first asked for."""


class Declarations:
    """The register of declarations: each procedure is loaded and compiled when somebody first asks for it."""

    def __init__(
        self, declared: Iterable[Procedure] | Mapping[str, Loader], *, common: Callable[[], Parameters] | None = None
    ) -> None:
        """Takes the declarations themselves, or for each procedure how to load them.

        `common` gives the numbers of general administrative law, when an act that every case can have asks for one.
        """
        self._common = common
        if isinstance(declared, Mapping):
            self._loaders: dict[str, Loader] = {**declared}
        else:
            given = tuple(declared)
            self._loaders = {
                name: partial(_named, given, name) for name in dict.fromkeys(procedure.id for procedure in given)
            }
        self._tables: dict[str, dict[str, Table]] = {}
        self._pinned: dict[str, Table] = {}
        self._own: dict[str, dict[str, tuple[Effect, ...]]] = {}
        self._effects: dict[tuple[str, str], tuple[Effect, ...]] = {}

    def all(self) -> tuple[Table, ...]:
        """Gives every declaration, by procedure and then by the day from which it is in force."""
        return tuple(table for name in self.names for table in self._of(name).values())

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the procedures, without their versions."""
        return tuple(sorted(self._loaders))

    def effects_of(self, table: Table, event_type: str) -> tuple[Effect, ...]:
        """Gives what an event means for other cases: by its own declaration, and by those that listen to it."""
        name = table.declaration_id
        found = self._effects.get((name, event_type))
        if found is None:
            if name not in self._own:
                self._own[name] = own_effects(table)
            found = (*self._own[name].get(event_type, ()), *self._listeners.get(event_type, ()))
            if found or table.fact_of(event_type) is not None:
                self._effects[name, event_type] = found
        return found

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Everything that an event of some procedure means for cases of another."""
        groups = (*(own_effects(table) for table in self.all()), self._listeners)
        return tuple(effect for group in groups for found in group.values() for effect in found)

    def relation(self, relation_id: str) -> Label | None:
        """Gives the label of what one case is to another, whichever procedure declares it."""
        by_hand = BY_HAND.get(relation_id)
        return by_hand.label if by_hand else self._relations.get(relation_id)

    @cached_property
    def _listeners(self) -> dict[str, tuple[Effect, ...]]:
        return listeners(self.all())

    @cached_property
    def _relations(self) -> dict[str, Label]:
        return {one.id: one.label for effect in self.effects for one in (effect.causing, effect.reached)}

    def _of(self, procedure_id: str) -> dict[str, Table]:
        """Gives the versions of a procedure by declaration id, the oldest first; none when nothing is called so."""
        if procedure_id not in self._loaders:
            return {}
        if procedure_id not in self._tables:
            versions: dict[str, Table] = {}
            for procedure in sorted(self._loaders[procedure_id](), key=lambda one: one.in_force_from):
                versions[procedure.declaration_id] = Table(procedure, SHARED, OF_THE_RECORD, versions, self._common)
            self._tables[procedure_id] = versions
        return self._tables[procedure_id]

    def pinned(self, declaration_id: str) -> Table:
        """Gives the declaration to which a case is pinned.

        Raises:
            Fault: this software does not hold that declaration.
        """
        table = self._pinned.get(declaration_id)
        if table is None:
            table = self._of(declaration_id.partition("@")[0]).get(declaration_id)
        if table is None:
            raise Fault(
                "declaration-unknown",
                f"A case is pinned to {declaration_id}, which this version of ohjaus does not hold. "
                "A newer one may; if none does, what names it is damaged.",
                try_next="ohjaus audit verify",
                details={"declaration": declaration_id},
            )
        self._pinned[declaration_id] = table
        return table

    def versions(self, procedure_id: str) -> tuple[Table, ...]:
        """Gives every version of a procedure, the oldest first.

        Raises:
            NotFound: no procedure has that id.
        """
        found = tuple(self._of(procedure_id).values())
        if not found:
            near = tuple(get_close_matches(procedure_id, self.names, n=3, cutoff=0.4))
            raise NotFound(
                "procedure-unknown",
                f"There is no procedure called {procedure_id!r}."
                + (f" Did you mean {', '.join(near)}?" if near else ""),
                nearest=near,
                try_next="ohjaus procedure list",
                details={"procedure": procedure_id},
            )
        return found

    def in_force(self, procedure_id: str, day: date) -> Table:
        """Gives the version of a procedure that is in force on `day`.

        Raises:
            NotFound: no procedure has that id.
            Refused: `no-law-in-force` when no version is in force that day.
        """
        versions = self.versions(procedure_id)
        for table in reversed(versions):
            procedure = table.procedure
            if procedure.in_force_from <= day and (procedure.in_force_until is None or day <= procedure.in_force_until):
                return table
        first = versions[0].procedure
        raise Refused(
            "no-law-in-force",
            f"No law on {procedure_id} is in force on {day}; the first is in force from {first.in_force_from}.",
            basis=tuple(basis.cite for basis in first.basis),
            try_next=f"ohjaus procedure show {procedure_id}",
            details={"procedure": procedure_id, "day": day, "first": first.in_force_from},
        )


def _named(given: Iterable[Procedure], name: str) -> Iterator[Procedure]:
    return (procedure for procedure in given if procedure.id == name)
