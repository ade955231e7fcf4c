"""What a fact means for other cases, whoever declares it: the procedure in which it happens, or one that listens.

Both kinds of declaration become the same value here, so that the registrar and the judge know only one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.declaration import Reach, Relation, TaskRule
from engine.law import Basis
from engine.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an event means for cases of `procedure`: there its case appears as `causing`, here theirs as `reached`.

    `declaration` names the one version whose cases are meant, where a listening procedure declares it; else all are.
    """

    id: str
    procedure: str
    causing: Relation
    reached: Relation
    basis: tuple[Basis, ...]
    open_only: bool
    task: TaskRule | None
    reach: Reach
    declaration: str | None = None


def own_effects(table: Table) -> dict[str, tuple[Effect, ...]]:
    """Gives the effects that a declaration itself gives to its events, by the type of the event."""
    found: dict[str, tuple[Effect, ...]] = {}
    for reaction in table.procedure.reactions:
        effect = Effect(
            id=reaction.id,
            procedure=reaction.procedure,
            causing=reaction.causing,
            reached=reaction.reached,
            basis=reaction.basis,
            open_only=reaction.open_only,
            task=reaction.task,
            reach=reaction.reach,
        )
        event_type = table.type_of(reaction.on.id)
        found[event_type] = (*found.get(event_type, ()), effect)
    return found


def listeners(tables: Iterable[Table]) -> dict[str, tuple[Effect, ...]]:
    """Gives the effects that listening declarations give to events of others, by the type of the event."""
    found: dict[str, tuple[Effect, ...]] = {}
    for table in tables:
        for listening in table.procedure.listens:
            effect = Effect(
                id=listening.id,
                procedure=table.procedure.id,
                causing=listening.causing,
                reached=listening.reached,
                basis=listening.basis,
                open_only=listening.open_only,
                task=listening.task,
                reach=listening.reach,
                declaration=table.procedure.declaration_id,
            )
            found[listening.to] = (*found.get(listening.to, ()), effect)
    return found
