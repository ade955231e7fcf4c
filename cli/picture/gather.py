"""The cases that a picture is made of: found through the projections and read from the log, or from the log alone.

Both ways give the same cases: those that are open, and those that ended no longer ago than the rules show. Everything
further is made from the cases, so that a picture of the past is the picture that was made then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cli.frame.as_of import seen_from
from cli.frame.part import WHOLE, Sight, sight_of
from cli.picture.past import cases_of_the_past
from cli.picture.rules import Rules, rules_on
from cli.rights.veil import without_wholly_veiled
from engine.case import Case, fold
from engine.envelope import Envelope, canonical, event_hash
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.declarations import Declarations
    from engine.ports import Head


@dataclass(frozen=True, slots=True)
class Known:
    """A case with the declaration that it stands under now."""

    table: Table
    case: Case

    @property
    def opened(self) -> Envelope:
        """The event that opened the case, as it reads now."""
        first = self.case.events[0]
        return self.case.corrected.get(first.version) or first


@dataclass(frozen=True, slots=True)
class Material:
    """What a picture is made of, and from where it looks; `time` is when the newest event known was recorded.

    `sight` is what of the log who looks may see.
    """

    position: int
    time: datetime | None
    head: str
    day: date
    rules: Rules
    known: tuple[Known, ...]
    left_out: int = 0
    sight: Sight = WHOLE

    def of(self, *names: str) -> tuple[Known, ...]:
        """Gives the cases of procedures by their ids, in the order in which they came about."""
        return tuple(one for one in self.known if one.case.opening.procedure in names)

    def before(self, position: int, declarations: Declarations, day: date) -> Material:
        """Gives the same as it was known at an earlier position, seen on a day of then."""
        kept = []
        for one in self.known:
            events = tuple(event for event in one.case.events if event.position <= position)
            kept += _folded(declarations, events) if events else []
        rules = rules_on(day)
        still_shown = tuple(one for one in kept if shown(one.case, day, rules))
        return Material(position, None, "", day, rules, still_shown, sight=self.sight)


def _hash_there(record: Record, head: Head, position: int, newest: Envelope | None) -> str:
    """Gives the hash at a position; the head's own is known also to whoever may not see its event, or not all of it."""
    if head.position == position:
        return head.hash
    return event_hash(canonical(newest)) if newest else record.opened.identity.anchor


def gather(run: Invocation, record: Record) -> Material:
    """Reads what a picture is made of, as of the moment that was asked for.

    Raises:
        Refused: `projections-behind`.
        IntegrityBroken: the log or a projection is damaged.
    """
    with record.opened.database.snapshot():
        position, _, day = seen_from(run, record)
        newest = next(iter(record.opened.log.read(after_position=position - 1, limit=1)), None) if position else None
        if newest is not None and newest.position != position:
            # The next that this reader may see, recorded later.
            newest = None
        head = record.opened.log.head()
        rules = rules_on(day)
        if run.asks_for_the_past:
            found = cases_of_the_past(record, run.as_of, _earliest_end(day, rules))
            known = [Known(table, case) for table, case in found if shown(case, day, rules)]
        else:
            known = _through_projections(record, day, rules)
    return Material(
        position,
        newest.recorded_at if newest else None,
        _hash_there(record, head, position, newest),
        day,
        rules,
        in_order(known),
        record.veil.left_out,
        sight=sight_of(record),
    )


def shown(case: Case, day: date, rules: Rules) -> bool:
    """Tells whether a picture of a day shows a case: while it is open, and for a time after its end."""
    return case.closed_on is None or case.closed_on >= _earliest_end(day, rules)


def in_order(known: Iterable[Known]) -> tuple[Known, ...]:
    """Gives cases in the order of their first events in the log."""
    return tuple(sorted(known, key=lambda one: one.case.events[0].position))


def public_only(material: Material, declarations: Declarations) -> Material:
    """Gives the same without the events that are not public; `left_out` counts them."""
    kept: list[Known] = []
    left_out = 0
    for one in material.known:
        every = one.case.events
        events = tuple(event for event in every if event.publicity == "public")
        if len(events) == len(every):
            kept.append(one)
        elif events and events[0].opening is not None:
            # Where it stands is told by the events themselves; what is left out only takes its words away.
            kept += _folded(declarations, events)
            left_out += len(every) - len(events)
        else:
            left_out += len(every)
    return Material(
        material.position,
        material.time,
        material.head,
        material.day,
        material.rules,
        tuple(kept),
        material.left_out + left_out,
        sight=material.sight,
    )


def _through_projections(record: Record, day: date, rules: Rules) -> list[Known]:
    ids = record.queries.cases_ended_since(_earliest_end(day, rules))
    declarations = record.wiring.declarations
    return [known for case_id in ids for known in _folded(declarations, record.log.stream(case_id))]


def _folded(declarations: Declarations, events: tuple[Envelope, ...]) -> list[Known]:
    # Of what is wholly veiled nothing is shown, not even as a blank; a case that begins so is not in the picture.
    events = without_wholly_veiled(events)
    if not events or events[0].opening is None:
        return []
    table = declarations.pinned(events[0].declaration)
    case = fold(table, events)
    return [] if case is None else [Known(table.version(case.declaration), case)]


def _earliest_end(day: date, rules: Rules) -> date:
    return day - timedelta(days=rules.shown_after_end_days)
