"""Were the rights kept? Each event of a log with rights is asked again by which grant its person recorded it.

The registrar asks before an act is recorded. This asks the record itself, which another program could have written:
that each event names a grant that was in force then, of that person, and covers it; that what is to be kept apart was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime

from engine.case import Case
from engine.case_register import OF_REACTIONS
from engine.envelope import Envelope
from engine.errors import OhjausError
from engine.rights import Enabled, Grant
from engine.rights_authority import Rights
from engine.rights_covering import covering, usable
from engine.rights_duties import Duties, breached, same_person, taking_part
from engine.rights_events import GRANTING, OF_RIGHTS, GrantBook
from engine.rights_keeping import ensure_administered, ensure_not_to_oneself, ensure_uncorrected
from engine.rights_policy import Deed, Policy, imports, recorded, supersedes
from engine.table import Table

_OF_REACTIONS = frozenset(f"case.{fact.id}" for fact in OF_REACTIONS)

Finding = tuple[str, str]
"""A code and a sentence."""


class RightsJudge:
    """Asks a history, event by event in the order of the log, whether each was recorded by right."""

    def __init__(
        self,
        *,
        policy: Callable[[], Policy],
        duties: Callable[[], Duties],
        kind_of: Callable[[str], str],
        day_of: Callable[[datetime], date],
    ) -> None:
        """Takes the tables, what an actor is, and the date of an instant in Europe/Helsinki."""
        self._book = GrantBook()
        self._rights = Rights(index=self._book, policy=policy, duties=duties, kind_of=kind_of)
        self._day_of = day_of
        self._command_id: str | None = None
        self._pending: list[Envelope] = []

    def hear(self, event: Envelope) -> None:
        """Takes in the next event; what a command gives or takes counts from the next command on."""
        if event.command_id != self._command_id:
            for earlier in self._pending:
                # What was forged need not make sense; the judge of the law says so.
                with suppress(LookupError, TypeError, ValueError):
                    self._book.apply(earlier)
            self._pending, self._command_id = [], event.command_id
        if event.type in OF_RIGHTS:
            self._pending.append(event)

    def judge(self, event: Envelope, table: Table, case: Case | None) -> Iterator[Finding]:
        """Yields what is wrong with the right by which an event, heard before, was recorded in a case before it."""
        enabled = self._book.enabled()
        if enabled is None:
            if event.recorded_by.grant is not None or table.procedure.id == GRANTING:
                yield "rights-are-off", "Rights were off then, and it speaks of a grant."
            return
        if event.type in _OF_REACTIONS:
            # The consequence of an act rests on the right to the act; that it follows from one is judged with the law.
            return
        day = self._day_of(event.recorded_at)
        deed = recorded(table, case, event)
        yield from self._by_grant(event, enabled, deed, day)
        yield from self._kept(event, table, case, deed, day)

    def _by_grant(self, event: Envelope, enabled: Enabled, deed: Deed, day: date) -> Iterator[Finding]:
        who = event.recorded_by
        if not enabled.accepts(who.identity):
            yield "identity-too-weak", f"The identity {who.identity} was not enough on this log."
        named = [one for one in self._book.of(who.person) if one.grant_id == who.grant]
        if not named:
            said = f"the grant {who.grant}, which was not {who.person}'s then" if who.grant else "no grant"
            yield "grant-not-held", f"It names {said}."
            return
        if not named[0].in_force(day):
            yield "grant-not-held", f"The grant {who.grant} was not in force on {day}."
        elif not self._covers(event, named, deed, day):
            yield "act-not-granted", f"The grant {who.grant} does not cover an act of {deed.act_of.role}."

    def _covers(self, event: Envelope, named: list[Grant], deed: Deed, day: date) -> bool:
        if event.acting_for is None:
            return bool(covering(self._rights, deed, named, None, day))
        principal = event.acting_for
        held = usable(named, day, principal=principal)
        return bool(covering(self._rights, deed, held, self._book.of(principal), day))

    def _imports(self, event: Envelope) -> bool:
        held = self._book.of(event.recorded_by.person)
        return any(one.grant_id == event.recorded_by.grant and imports(self._rights.policy(), one) for one in held)

    def _kept(self, event: Envelope, table: Table, case: Case | None, deed: Deed, day: date) -> Iterator[Finding]:
        persons = taking_part(event.recorded_by, event.acting_for)
        try:
            ensure_uncorrected(table.procedure.id, deed.fact)
            ensure_not_to_oneself(event, persons)
            ensure_administered(event, case, self._book.administrators(), day)
        except OhjausError as error:
            yield error.code, error.message
        second = str(event.data.get("second_person")) if supersedes(deed.fact) else None
        taken = (*persons, second) if second is not None else persons
        about = event.data.get("supersedes")
        breach = breached(self._rights.duties(), deed.procedure, deed.fact, case, taken, supersedes=about)
        if breach is not None and not self._imports(event):
            yield "duty-separated", f"{breach.duty.why.en} The same person recorded {breach.earlier.type}."
        if second is not None:
            held = [grant for grant in self._book.of(second) if grant.in_force(day)]
            if any(same_person(second, one) for one in persons) or not covering(self._rights, deed, held, None, day):
                yield "second-person-not-granted", f"{second} had no right to be the second person of it."
