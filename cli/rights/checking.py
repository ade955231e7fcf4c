"""Whether a right covers an act in a case, asked without recording anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.case.refs import load, written
from cli.rights.grant_shape import is_shown, shape
from cli.rights.of_nobody import is_of_nobody
from cli.rights.veil import concerned
from engine.assess import Act
from engine.case_register import LAW_CHANGED
from engine.errors import NotFound
from engine.rights import access_of
from engine.rights_covering import covering, usable
from engine.rights_duties import Breach, breached
from engine.rights_policy import foreseen, imports, law_change, move_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cli.frame.invocation import Invocation
    from engine.case import Case
    from engine.rights import Grant, GrantIndex
    from engine.rights_policy import Deed
    from engine.table import Table


@dataclass(frozen=True, slots=True)
class _Means:
    """By what somebody may act: who that is, for whom, by which grants, and which the principal lends."""

    persons: frozenset[str]
    principal: str | None
    held: tuple[Grant, ...]
    of_principal: tuple[Grant, ...] | None

    @property
    def taking_part(self) -> tuple[str, ...]:
        """Everybody whom a duty may bind."""
        return (*sorted(self.persons), *([self.principal] if self.principal else []))


def checked(run: Invocation, case_id: str, fact: str, *, person: str | None, by: str | None) -> dict[str, Any]:
    """Gives whether a right covers an act, by whose rights (None: whoever runs the command), and whose act it is.

    `--for` asks for the person for whom it would be recorded, `--as` looks at the rights in that role only, as they do
    for whoever records.

    Raises:
        NotFound: no such case, or no such act in it.
    """
    wiring = run.wiring
    with run.record() as record:
        table, case = load(record, written(case_id))
        if fact != LAW_CHANGED.id and move_of(table, case, fact) is None:
            raise NotFound(
                "fact-unknown",
                f"{table.procedure.declaration_id} knows no fact called {fact!r}.",
                try_next=run.command("case", "next", case.case_id),
                details={"fact": fact, "procedure": table.procedure.declaration_id},
            )
        today, index = wiring.clock.today(), record.opened.grants
        means = _means(run, index, person, today)
        rights = wiring.rights(index)
        deeds = list(_deeds(table, case, fact, by, today))
        found = {
            one.grant_id: one for deed in deeds for one in covering(rights, deed, means.held, means.of_principal, today)
        }
        enabled = index.enabled() is not None
        hidden = enabled and not any(_shows(index, who, case, today) for who in means.persons)
        if hidden:
            found = {}
        apart = breached(rights.duties(), table.procedure.id, fact, case, means.taking_part) if enabled else None
        if apart is not None:
            found = {name: one for name, one in found.items() if imports(rights.policy(), one)}
        return {
            "case": case.case_id,
            "fact": fact,
            "acting_for": means.principal,
            "acting_for_name": wiring.persons.name_of(means.principal) if means.principal else None,
            "enabled": enabled,
            "covered": bool(found) or not enabled,
            "hidden": hidden,
            "kept_apart": None if apart is None or found or hidden else _apart(run, apart),
            "needed": [{"role": deed.act_of.role, "organisation": deed.act_of.organisation} for deed in deeds],
            "by_grants": [shape(run, one) for one in found.values() if is_shown(run, record, one)],
        }


def _means(run: Invocation, index: GrantIndex, person: str | None, today: date) -> _Means:
    persons, stated, role = run.wiring.persons, run.given.get("for"), run.settings.get("as")
    whose = persons.sought(person) if person is not None else frozenset({run.reader.person})
    # Nobody is registered by asking, as one for whom something is recorded would be.
    principal = None if stated is None else persons.known(str(stated)) or str(stated)
    # Of somebody else only what was said here and now is known, not in which role they work.
    in_role = role.value.lower() if role.value and (person is None or role.origin == "option") else None
    return _Means(
        whose,
        principal,
        tuple(
            one
            for who in sorted(whose)
            for one in usable(index.of(who), today, principal=principal, role=in_role)
            if not is_of_nobody(persons, one)
        ),
        None if principal is None else tuple(one for one in index.of(principal) if not is_of_nobody(persons, one)),
    )


def _shows(index: GrantIndex, person: str, case: Case, today: date) -> bool:
    """Says whether somebody sees the case: nobody records anything in one that is hidden from them."""
    access = access_of(index, person, today)
    return access.reading(procedure=case.opening.procedure, parties=concerned(case.opening)) is not None


def _deeds(table: Table, case: Case, fact: str, by: str | None, today: date) -> Iterator[Deed]:
    """Yields what an act would be, in each role that it may be recorded in."""
    if fact == LAW_CHANGED.id:
        yield law_change(table, case)
        return
    move = move_of(table, case, fact)
    for role in move.by if move else ():
        if by not in (None, role.id):
            continue
        deed = foreseen(table, case, Act(fact=fact, on=today, data={}, role=role.id))
        if deed is not None:
            yield deed


def _apart(run: Invocation, breach: Breach) -> dict[str, Any]:
    """Gives which duty keeps the act from whom, and the earlier act by which it does."""
    earlier = breach.earlier
    return {
        "why": breach.duty.why.text(run.language),
        "person": run.wiring.persons.name_of(breach.person) or breach.person,
        "case": earlier.stream,
        "version": earlier.version,
        "fact": earlier.type,
    }
