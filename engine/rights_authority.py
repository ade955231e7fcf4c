"""The authority of one command: which grant covers all its acts, asked before the law is and once more under the lock.

Whoever may not act learns nothing of the case by the law's own refusals; and a revocation that is recorded first wins
(ASVS 8.3.2: changes of rights bite at once). While rights are off everything is covered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from engine.assess import Act
from engine.case import Case
from engine.declaration import Role
from engine.envelope import Draft, RecordedBy
from engine.errors import NotAuthorised
from engine.request import Request
from engine.rights import Enabled, Grant, GrantIndex
from engine.rights_covering import Lack, covering, lacking, usable
from engine.rights_denials import Asked, Over, kept_apart, not_granted
from engine.rights_duties import Duties, breached, same_person, taking_part
from engine.rights_keeping import (
    ensure_administered,
    ensure_kept,
    ensure_no_administrator_erased,
    ensure_not_to_oneself,
)
from engine.rights_policy import Deed, Policy, foreseen, imports, law_change, move_of, recorded, supersedes
from engine.surroundings import Overtaken
from engine.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What rights are judged by: who holds which, what each covers, which acts stay apart, and what an actor is.

    The tables are read when they are first needed: a log without rights needs none.
    """

    index: GrantIndex
    policy: Callable[[], Policy]
    duties: Callable[[], Duties]
    kind_of: Callable[[str], str]


_Looked = tuple[Enabled | None, tuple[Grant, ...], tuple[Grant, ...], tuple[Grant, ...]]


class Authority:
    """Narrows, act by act, the grants by which a command may be recorded; each command has one of its own."""

    def __init__(self, rights: Rights | None, request: Request, today: date) -> None:
        """Takes the rights of the log (None: a log without any), who asks for what, and the day of recording."""
        self._rights = rights
        self._who = request.recorded_by
        self._for = request.acting_for
        self.day = today
        self._keeps = False
        self._subject: str | None = None
        self._seen = self._look()
        self._held = self._usable(self._seen[1])
        if self._seen[0] is not None:
            self._ensure_identity(self._seen[0])

    @property
    def _on(self) -> bool:
        return self._seen[0] is not None

    def taken(self, table: Table, case: Case | None, act: Act) -> Act:
        """Gives the act, in a role that a grant covers where it names none, before the law has looked at it.

        Raises:
            NotAuthorised: no grant covers it, or a duty keeps it from this person, whatever the law would say.
        """
        rights = self._rights
        self._subject = act.opening.subject if act.opening else None
        if rights is not None:
            ensure_kept(table, act, enabled=self._on)
        if rights is None or not self._on:
            return act
        roles: Sequence[Role | None] = (None,)
        move = move_of(table, case, act.fact)
        if act.role is None and move is not None:
            roles = move.by
        for role in roles:
            deed = foreseen(table, case, act, role)
            if deed is None:
                if any(grant.concerns(table.procedure.id) for grant in self._held):
                    return act
            elif found := self._covering(rights, deed):
                # Nobody need gather what the law asks for an act that is kept from them.
                self._ensure_apart(rights, table, case, deed, act.data, found)
                return msgspec.structs.replace(act, role=role.id) if role is not None else act
        raise self._denied(table, case, act.fact, foreseen(table, case, act))

    def admitted(self, table: Table, case: Case | None, draft: Draft) -> Draft:
        """Takes in an event that the law admits, and gives it back.

        Raises:
            NotAuthorised: no grant covers it with all that the command records, a duty keeps it from this person, or
                the second person that it names may not do it either.
            Refused: `last-administrator`.
        """
        rights = self._rights
        if rights is None or not self._on:
            return draft
        deed = recorded(table, case, draft)
        self._narrow(rights, table, case, deed)
        ensure_not_to_oneself(draft, taking_part(self._who, self._for))
        if draft.type.partition(".")[0] in rights.policy().administered:
            self._keeps = True
            self._seen = self._look()
            ensure_administered(draft, case, self._seen[3], self.day)
        ensure_no_administrator_erased(draft, rights.index, self.day)
        self._ensure_apart(rights, table, case, deed, draft.data, self._held[:1])
        if supersedes(deed.fact):
            self._ensure_second(rights, str(draft.data.get("second_person")), deed)
        return draft

    def law_changes(self, table: Table, case: Case) -> None:
        """Takes in that a case comes under a later version of its law.

        Raises:
            NotAuthorised: no grant covers it.
        """
        if self._rights is not None and self._on:
            self._narrow(self._rights, table, case, law_change(table, case))

    def confirm(self) -> None:
        """Makes sure, under the log's lock, that nobody's rights have changed since they were looked at."""
        if self._look() != self._seen:
            raise Overtaken

    def signed(self, recorded_by: RecordedBy) -> RecordedBy:
        """Gives who records, with the grant that decided and the role and organisation in which it is held."""
        if not self._on or not self._held:
            return recorded_by
        grant = self._held[0]
        return msgspec.structs.replace(
            recorded_by, grant=grant.grant_id, role=recorded_by.role or grant.role, organisation=grant.organisation
        )

    def _look(self) -> _Looked:
        rights = self._rights
        enabled = rights.index.enabled() if rights is not None else None
        if rights is None or enabled is None:
            return None, (), (), ()
        index = rights.index
        return (
            enabled,
            index.of(self._who.person),
            index.of(self._for) if self._for else (),
            index.administrators() if self._keeps else (),
        )

    def _usable(self, grants: Sequence[Grant]) -> list[Grant]:
        return usable(grants, self.day, principal=self._for, role=self._who.role)

    def _narrow(self, rights: Rights, table: Table, case: Case | None, deed: Deed) -> None:
        covering = self._covering(rights, deed)
        if not covering:
            raise self._denied(table, case, deed.fact, deed)
        self._held = covering

    def _covering(self, rights: Rights, deed: Deed) -> list[Grant]:
        """Gives which of the grants that are still held cover an act."""
        return covering(rights, deed, self._held, self._of_principal, self.day)

    @property
    def _of_principal(self) -> tuple[Grant, ...] | None:
        return self._seen[2] if self._for is not None else None

    def _ensure_identity(self, enabled: Enabled) -> None:
        if enabled.accepts(self._who.identity):
            return
        raise NotAuthorised(
            "identity-too-weak",
            f"This log takes only an identity that was authenticated; yours is {self._who.identity}.",
            try_next="ohjaus identity show",
            details={"identity": self._who.identity, "least": enabled.identity_at_least},
        )

    def _ensure_apart(
        self,
        rights: Rights,
        table: Table,
        case: Case | None,
        deed: Deed,
        data: Mapping[str, Any],
        held: Sequence[Grant],
    ) -> None:
        """Makes sure that no duty keeps an act from whoever takes part in it; of a correction the second person too."""
        persons = taking_part(self._who, self._for)
        if supersedes(deed.fact):
            persons = (*persons, str(data.get("second_person")))
        breach = breached(rights.duties(), deed.procedure, deed.fact, case, persons, supersedes=data.get("supersedes"))
        if breach is not None and not any(imports(rights.policy(), one) for one in held):
            raise kept_apart(self._asked(table, case, deed.fact), breach)

    def _ensure_second(self, rights: Rights, second: str, deed: Deed) -> None:
        persons = taking_part(self._who, self._for)
        held = [grant for grant in rights.index.of(second) if grant.in_force(self.day)]
        if any(same_person(second, person) for person in persons) or not covering(rights, deed, held, None, self.day):
            raise NotAuthorised(
                "second-person-not-granted",
                f"{second} cannot be the second person of this: no grant of theirs covers the act, or they take part.",
                try_next="ohjaus grant list",
                details={"person": second, "fact": deed.fact},
            )

    def _denied(self, table: Table, case: Case | None, fact: str, deed: Deed | None) -> NotAuthorised:
        rights, of_principal = self._rights, self._of_principal
        lack, over = Lack.RIGHT if of_principal is None or self._held else Lack.DELEGATION, None
        if rights is not None and deed is not None:
            lack = lacking(rights, deed, self._held, of_principal, self.day)
            over = self._over(rights, deed) if of_principal is None else None
        in_force = [grant for grant in self._seen[1] if grant.in_force(self.day)]
        labels = {} if rights is None else rights.policy().labels
        return not_granted(self._asked(table, case, fact), deed, lack, in_force, labels, over)

    def _over(self, rights: Rights, deed: Deed) -> Over | None:
        """Gives when the last of the rights that cover an act ended, where that was before the day of recording."""
        ended = [one for one in self._seen[1] if one.valid_until is not None and one.valid_until < self.day]
        days = (one.valid_until for one in covering(rights, deed, ended, None, self.day))
        last = max((day for day in days if day is not None), default=None)
        return None if last is None else Over(last, self.day)

    def _asked(self, table: Table, case: Case | None, fact: str) -> Asked:
        return Asked(
            person=self._who.person, acting_for=self._for, fact=fact, table=table, case=case, subject=self._subject
        )
