"""All declared procedures in all their versions, found by name, by day in force, or by the id a case was pinned to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from engine.case_register import OF_REACTIONS, SHARED_BY_PEOPLE
from engine.declaration import Procedure
from engine.errors import Fault, NotFound, Refused
from engine.table import Table


class Declarations:
    """The register of declarations; compiled once, asked often."""

    def __init__(self, declared: Iterable[Procedure]) -> None:
        """Compiles each declaration."""
        self._tables = {
            procedure.declaration_id: Table(procedure, SHARED_BY_PEOPLE, OF_REACTIONS) for procedure in declared
        }

    def all(self) -> tuple[Table, ...]:
        """Gives every declaration, by procedure and then by the day from which it is in force."""
        return tuple(sorted(self._tables.values(), key=lambda table: table.procedure.declaration_id))

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the procedures, without their versions."""
        return tuple(dict.fromkeys(table.procedure.id for table in self.all()))

    def pinned(self, declaration_id: str) -> Table:
        """Gives the declaration to which a case is pinned.

        Raises:
            Fault: this software does not hold that declaration.
        """
        table = self._tables.get(declaration_id)
        if table is None:
            raise Fault(
                "declaration-unknown",
                f"A case is pinned to {declaration_id}, which this version of ohjaus does not hold.",
                try_next="ohjaus procedure list",
                details={"declaration": declaration_id},
            )
        return table

    def versions(self, procedure_id: str) -> tuple[Table, ...]:
        """Gives every version of a procedure, the oldest first.

        Raises:
            NotFound: no procedure has that id.
        """
        found = tuple(table for table in self.all() if table.procedure.id == procedure_id)
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
