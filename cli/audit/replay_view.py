"""A case's history as somebody looks at it: which steps, from which moment, in whose language, with what it caused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from cli.audit.causes import Caused, Causes
from cli.audit.replay import Step, part_of, steps_of
from cli.case.refs import load
from cli.frame.as_of import seen_from
from cli.screen.shapes import Labels
from engine.case import Case
from engine.envelope import ActOf, Envelope
from engine.errors import Fault, NotFound
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record


@dataclass(frozen=True, slots=True)
class Replay:
    """The steps of a case that are `shown`, out of all, as known at a position and in law by a day.

    `causes` holds, by position, what each of the steps shown caused elsewhere; `superseded` the newest correction of an
    event, by its version.
    """

    run: Invocation
    table: Table
    case: Case
    steps: tuple[Step, ...]
    shown: tuple[Step, ...]
    causes: Mapping[int, Caused]
    superseded: Mapping[int, Envelope]
    position: int
    time: datetime
    in_force_on: date | None

    @property
    def is_part(self) -> bool:
        """True when not every step is shown."""
        return len(self.shown) < len(self.steps)

    def labels(self, table: Table) -> Labels:
        """Gives the labels of a declaration in the reader's language."""
        return Labels(table, self.run.language, self.run.wiring.declarations)

    def labels_of(self, event: Envelope) -> Labels:
        """Gives the labels of the declaration under which an event of any case was recorded."""
        return self.labels(self.run.wiring.declarations.pinned(event.declaration))

    def state_before_label(self, step: Step) -> str | None:
        """Gives where the case stood before a step, as the law of that time called it; None when there was no case."""
        if step.before is None:
            return None
        return self.labels(step.table.version(step.before.declaration)).state(step.before.state)

    def whose(self, act_of: ActOf, labels: Labels) -> str:
        """Gives whose act it is: the role or body, the organisation where that is another name, and its code."""
        return whose(self.run, act_of, labels)

    def position_of(self, version: int | None) -> int | None:
        """Gives the position of an event of the case by its version."""
        return next((one.position for one in self.case.events if one.version == version), None)

    def superseded_by(self, event: Envelope) -> int | None:
        """Gives the position of the newest correction that took an event's place, or None."""
        correction = self.superseded.get(event.version)
        return correction.position if correction else None


def whose(run: Invocation, act_of: ActOf, labels: Labels) -> str:
    """Gives whose act it is: the role or body, the organisation where that is another name, and its code."""
    role = labels.role(act_of.role)
    try:
        name = run.wiring.directory.by_code(act_of.organisation).name.text(run.language)
    except NotFound:  # an organisation that the directory does not hold: its code says enough
        return f"{role} ({act_of.organisation})"
    if role.casefold().startswith(name.casefold()):
        return f"{role} ({act_of.organisation})"
    return f"{role}, {name} ({act_of.organisation})"


def type_label(run: Invocation, declaration: str, event_type: str) -> str:
    """Gives the label of an event's fact; its type where this version does not hold the declaration."""
    try:
        return Labels(run.wiring.declarations.pinned(declaration), run.language).fact(event_type)
    except Fault:  # the record is shown all the same
        return event_type


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which steps are asked for; all of them when nothing is said."""

    step: int | None = None
    from_version: int | None = None
    limit: int | None = None


def _superseding(case: Case) -> dict[int, Envelope]:
    by_version = {event.version: event for event in case.events}
    return {version: by_version[correction] for version, correction in case.superseded.items()}


def replay_of(run: Invocation, record: Record, reference: str, part: Part) -> Replay:
    """Gives the history that is meant, as of the moment that was asked for.

    Raises:
        NotFound: there is no such case, or there was none as of then, or no such step.
    """
    table, case = load(record, reference, run.as_of)
    steps = steps_of(table, case.events)
    shown = part_of(case, steps, step=part.step, from_version=part.from_version, limit=part.limit)
    found = Causes(record.log, run.as_of)
    causes = {step.event.position: found.of(step.event) for step in shown}
    position, time, _ = seen_from(run, record)
    in_force_on = run.as_of.in_force_on
    return Replay(run, table, case, steps, shown, causes, _superseding(case), position, time, in_force_on)
