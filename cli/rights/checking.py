"""Whether a right covers an act in a case, asked without recording anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.case.refs import load, written
from cli.rights.grant_shape import is_shown, shape
from engine.assess import Act
from engine.errors import NotFound
from engine.rights_authority import covering
from engine.rights_duties import Breach, breached
from engine.rights_policy import foreseen, imports, move_of

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.rights import Grant


def checked(run: Invocation, case_id: str, fact: str, *, person: str | None, by: str | None) -> dict[str, Any]:
    """Gives whether a right covers an act, by whose rights (None: whoever runs the command), and whose act it is.

    Raises:
        NotFound: no such case, or no such act in it.
    """
    wiring = run.wiring
    with run.record() as record:
        table, case = load(record, written(case_id))
        move = move_of(table, case, fact)
        if move is None:
            raise NotFound(
                "fact-unknown",
                f"{table.procedure.declaration_id} knows no fact called {fact!r}.",
                try_next=run.command("case", "next", case.case_id),
                details={"fact": fact, "procedure": table.procedure.id},
            )
        today, index = wiring.clock.today(), record.opened.grants
        whose = wiring.persons.sought(person) if person is not None else frozenset({run.reader.person})
        held = [one for who in sorted(whose) for one in index.of(who) if one.in_force(today)]
        rights = wiring.rights(index)
        needed: list[dict[str, str]] = []
        found: dict[str, Grant] = {}
        for role in move.by:
            if by not in (None, role.id):
                continue
            deed = foreseen(table, case, Act(fact=fact, on=today, data={}, role=role.id))
            if deed is None:
                continue
            needed.append({"role": deed.act_of.role, "organisation": deed.act_of.organisation})
            found |= {one.grant_id: one for one in covering(rights, deed, held, None, today)}
        enabled = index.enabled() is not None
        apart = breached(rights.duties(), table.procedure.id, fact, case, whose) if enabled else None
        if apart is not None:
            found = {name: one for name, one in found.items() if imports(rights.policy(), one)}
        return {
            "case": case.case_id,
            "fact": fact,
            "enabled": enabled,
            "covered": bool(found) or not enabled,
            "kept_apart": None if apart is None or found else _apart(run, apart),
            "needed": needed,
            "by_grants": [shape(run, one) for one in found.values() if is_shown(run, record, one)],
        }


def _apart(run: Invocation, breach: Breach) -> dict[str, Any]:
    """Gives which duty keeps the act from the person, and the earlier act by which it does."""
    earlier = breach.earlier
    why = breach.duty.why.text(run.language)
    return {"why": why, "case": earlier.stream, "version": earlier.version, "fact": earlier.type}
