"""The one veil: what is shown of a case to whoever runs the command, in every view, export and page.

Everything that a command reads of the record passes here (`cli.rights.seeing`), so that a view has to do nothing to be
safe. What is given out, such as an export or a page, leaves secret parts out for everybody unless `--with-secret` asks
for them and the person may read them. See `docs/publicity.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from engine.publicity import FINGERPRINT, Ground, Part, Publicity, PublicityTable, secret_parts
from engine.veiling import Veiled, VeiledEnvelope, veiled

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.case import Case
    from engine.envelope import Envelope, Opening
    from engine.law import Language
    from engine.ports import EventLog
    from engine.registrar import Recorded
    from engine.rights import Access, Grant
    from engine.table import Table

Noted = Callable[[str, "Grant | None"], bool]
"""Writes down that the secret parts of a case are about to be shown; False when that cannot be written."""

_STREAMS_KEPT = 64


class Veil:
    """What one command may show.

    `left_out` counts the events of which something was not shown. `unlogged` says that something was kept back which
    the person may read, since the reading could not be noted.
    """

    def __init__(
        self,
        table: PublicityTable,
        log: EventLog,
        access: Callable[[], Access],
        *,
        language: Language,
        given_out: bool = False,
        with_secret: bool = False,
        noted: Noted | None = None,
        name_of: Callable[[str], str | None] = str,
    ) -> None:
        """Takes the table, the log itself, whose command it is, and whether its answer leaves this house.

        `name_of` gives the name of a person whom the log holds by reference.
        """
        self.table = table
        self._log = log
        self._ask = access
        self._language: Language = language
        self._closed = given_out and not with_secret
        self._noted = noted
        self.name_of = name_of
        self.unlogged = False
        self._access: Access | None = None
        self._asking = False
        self._openings: dict[str, Opening | None] = {}
        self._histories: dict[str, tuple[Envelope, ...]] = {}
        self._commands: dict[str, tuple[Envelope, ...]] = {}
        self._decided: dict[str, bool] = {}
        self._seen: dict[str, bool] = {}
        self._veiled: set[int] = set()

    @property
    def left_out(self) -> int:
        """How many events were shown without their secret parts so far."""
        return len(self._veiled)

    @property
    def sees_all(self) -> bool:
        """Whether every case is for this person, as it is for everybody while rights are off."""
        access = self._who()
        return access is None or self._sees_all(access)

    @property
    def hides(self) -> bool:
        """Whether the command was shown a part of the cases only; False while it has asked for none."""
        return self._access is not None and not self._sees_all(self._access)

    @property
    def shows_none(self) -> bool:
        """Whether this person has no right that shows any case."""
        access = self._who()
        return access is not None and not access.unrestricted and not access.grants

    def sees(self, case_id: str) -> bool:
        """Says whether a case is for this person at all; everybody sees every case while rights are off."""
        access = self._who()
        if access is None or self._sees_all(access):
            return True
        if case_id not in self._seen:
            opening = self._opening(case_id)
            self._seen[case_id] = opening is None or self._reading(access, opening) is not None
        return self._seen[case_id]

    def tells(self, case_id: str) -> bool:
        """Says whether a case is for this person and was not opened by something wholly veiled, which tells nothing."""
        if not self.sees(case_id):
            return False
        access = self._who()
        if not self._closed and (access is None or access.unrestricted):
            return True
        events = self._history(case_id, 1)
        return not events or not _wholly(self.event(events[0]))

    def event(self, event: Envelope) -> Envelope:
        """Gives an event as this person may see it."""
        if not self._may_concern(event):
            return event
        least = self._least(event)
        parts = secret_parts(event, self.table, lambda: self._history(event.stream, event.version), least=least)
        if not parts or self._may_read(event.stream):
            parts = self._of_its_cause(event)
        if not parts:
            return event
        self._veiled.add(event.position)
        return veiled(event, parts, self.mark)

    def grounds(self, event: Envelope) -> tuple[Ground, ...]:
        """Gives the grounds on which parts of an event are secret, whether or not this person may read them."""
        parts = secret_parts(event, self.table, lambda: self._history(event.stream, event.version))
        return tuple(dict.fromkeys(part.ground for part in parts))

    def case(self, table: Table, case: Case) -> Case:
        """Gives a case as this person may see it; what is wholly veiled stands in its history and tells nothing else.

        So no view works with a value that is not there: to it, that act has not happened.
        """
        del table
        if not any(map(self._may_concern, case.events)):
            return case
        events = tuple(map(self.event, case.events))
        if all(now is was for now, was in zip(events, case.events, strict=True)):
            return case
        return msgspec.structs.replace(
            case,
            events=events,
            opening=events[0].opening or case.opening,
            facts={
                name: kept
                for name, found in case.facts.items()
                if (kept := tuple(one for one in map(self.event, found) if not _wholly(one)))
            },
            corrected={version: one and self.event(one) for version, one in case.corrected.items()},
        )

    def recorded(self, recorded: Recorded) -> Recorded:
        """Gives what a request recorded as this person may see it."""
        return replace(
            recorded,
            case=self.case(recorded.table, recorded.case),
            events=tuple(map(self.event, recorded.events)),
            elsewhere=tuple(map(self.event, recorded.elsewhere)),
        )

    def seen(self, events: Iterable[Envelope]) -> Iterable[Envelope]:
        """Gives those of the events whose case this person sees, each as it may be seen."""
        access = self._who()
        if access is None or self._sees_all(access):
            return map(self.event, events)
        return (self.event(event) for event in events if self.sees(event.stream))

    def mark(self, ground: Ground) -> Veiled:
        """Gives what stands in the place of a value that is not shown."""
        return Veiled.on(ground.id, ground.marker.text(self._language))

    def _may_concern(self, event: Envelope) -> bool:
        return event.causation_id is not None or self.table.may_concern(event)

    def _of_its_cause(self, event: Envelope) -> tuple[Part, ...]:
        """Gives what a reaction carries of a secret cause: the fingerprint of the command, made of all its data."""
        if event.causation_id is None:
            return ()
        if event.command_id not in self._commands:
            self._commands = {event.command_id: self._log.of_command(event.command_id)}
        cause = next((one for one in self._commands[event.command_id] if one.event_id == event.causation_id), None)
        if cause is None or cause.causation_id is not None or not isinstance(self.event(cause), VeiledEnvelope):
            return ()
        return tuple(Part(FINGERPRINT, ground) for ground in self.grounds(cause)[:1])

    @staticmethod
    def _sees_all(access: Access) -> bool:
        return access.unrestricted or access.reading(procedure="", parties=()) is not None

    def _who(self) -> Access | None:
        """Gives what this person may do; None while that itself is being found out, from events without secrets."""
        if self._access is None and not self._asking:
            self._asking = True
            try:
                self._access = self._ask()
            finally:
                self._asking = False
        return self._access

    def _least(self, event: Envelope) -> Publicity:
        """Gives the class from which on an event is kept from this person: a county sees no ministry's drafts."""
        if event.publicity != Publicity.INTERNAL:
            return Publicity.SECRET
        access = self._who()
        if access is None or access.unrestricted:
            return Publicity.SECRET
        opening = self._opening(event.stream)
        grant = None if opening is None else self._reading(access, opening)
        if grant is None or opening is None or grant.organisation == event.act_of.organisation:
            return Publicity.SECRET
        # A grant that shows the case to whoever is no party to it is not a county's.
        of_a_county = access.reading(procedure=opening.procedure, parties=()) is None
        return Publicity.INTERNAL if of_a_county else Publicity.SECRET

    def _may_read(self, case_id: str) -> bool:
        if self._closed:
            return False
        if case_id not in self._decided:
            self._decided[case_id] = self._decide(case_id)
        return self._decided[case_id]

    def _decide(self, case_id: str) -> bool:
        access, opening = self._who(), self._opening(case_id)
        if access is None or opening is None:
            return False
        grant = None
        if not access.unrestricted:
            grant = access.reading_secret(procedure=opening.procedure, parties=concerned(opening))
            if grant is None:
                return False
        if self._noted is None or self._noted(case_id, grant):
            return True
        self.unlogged = True
        return False

    def _reading(self, access: Access, opening: Opening) -> Grant | None:
        return access.reading(procedure=opening.procedure, parties=concerned(opening))

    def _opening(self, case_id: str) -> Opening | None:
        if case_id not in self._openings:
            events = self._history(case_id, 1)
            self._openings[case_id] = events[0].opening if events else None
        return self._openings[case_id]

    def _history(self, case_id: str, at_least: int) -> Sequence[Envelope]:
        """Gives the events of a case as recorded, at least as many as are known of already."""
        known = self._histories.get(case_id, ())
        if len(known) < at_least:
            if len(self._histories) >= _STREAMS_KEPT:
                self._histories.clear()
            known = self._histories[case_id] = self._log.stream(case_id)
        return known


def concerned(opening: Opening) -> frozenset[str]:
    """Gives whose case it is: its parties, its ministry, and whom it is about, which may be a group of its parties."""
    return frozenset({*opening.parties, opening.ministry, opening.subject})


def veil_of(record: Record) -> Veil:
    """Gives the veil over an open record."""
    from cli.frame.language import current
    from cli.rights.of_nobody import access_of_the_living
    from cli.rights.secret_reads import noting
    from procedures.publicity import publicity_table

    return Veil(
        publicity_table(),
        record.opened.log,
        lambda: access_of_the_living(record),
        language=current(),
        given_out=record.shown.given_out,
        with_secret=record.shown.with_secret,
        noted=noting(record),
        name_of=record.wiring.persons.name_of,
    )


def _wholly(event: Envelope) -> bool:
    return isinstance(event, VeiledEnvelope) and event.wholly


def without_wholly_veiled(events: Iterable[Envelope]) -> tuple[Envelope, ...]:
    """Gives those of the events of which something is shown: what a page is made of."""
    return tuple(event for event in events if not _wholly(event))
