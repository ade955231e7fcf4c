"""Running deadlines reckoned again by the calendar in force: which move, which a person has touched, which stay.

Each move is an event of its case. Its command id is made of the deadline and the two calendars, so that to ask again,
or from two places at once, adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from engine.assess import Act
from engine.case import Case
from engine.deadline_acts import MOVED
from engine.deadline_life import recomputed
from engine.deadline_standing import RUNNING, setting
from engine.envelope import Deadline
from engine.errors import Conflict, Fault, OhjausError, Refused
from engine.table import Table

if TYPE_CHECKING:
    from cli.deadline.coming import About
    from cli.frame.invocation import Invocation
    from cli.wiring import Record

_TRIES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the calendar in force makes of a deadline: `after` where it moves; `left` is why it was not reckoned again.

    With neither it stays where it is. `applied` tells whether this run recorded the move, None while nobody has.
    """

    case_id: str
    version: int
    before: Deadline
    calendar: str
    after: Deadline | None = None
    left: str | None = None
    problem: OhjausError | None = None
    applied: bool | None = None

    @property
    def command_id(self) -> str:
        """The id under which the move is recorded, the same for whoever asks."""
        of = f"{self.case_id}:{self.before.name}#{self.before.generation}"
        return f"recompute:{of}:{self.before.calendar}→{self.calendar}"

    def act(self, on: date, after: Deadline) -> Act:
        """Gives the act that records the move."""
        data = {
            "deadline": after.name,
            "generation": after.generation,
            "calendar": after.calendar,
            "due": after.due.isoformat(),
        }
        return Act(fact=MOVED.id, on=on, data=data)


def plans(record: Record, about: About) -> Iterator[Plan]:
    """Gives what becomes of each running deadline that another calendar gave its day, the earliest due first."""
    rows = record.queries.deadline_list(statuses=tuple(RUNNING), subject=about.subject, procedure=about.procedure)
    for row in rows:
        if row.calendar != record.wiring.calendar.version:
            yield _plan(record, row.case_id, (row.name, row.generation))


def carry_out(run: Invocation, record: Record, plan: Plan) -> Plan:
    """Records a move; where others recorded in the case meanwhile, the deadline is looked at anew.

    Raises:
        Fault: `log-busy`, others kept recording in the case.
    """
    for tries in range(_TRIES):
        with record.log.turn() if tries else nullcontext():
            if tries:
                plan = _plan(record, plan.case_id, (plan.before.name, plan.before.generation))
            if plan.after is None:
                return plan
            request = run.request(plan.command_id, expected_version=plan.version)
            act = plan.act(record.wiring.clock.today(), plan.after)
            try:
                recorded = record.registrar.advance(plan.case_id, act, request)
            except Conflict as error:
                if error.code != "version-conflict":
                    # Somebody else recorded the same move, on another day.
                    return replace(plan, applied=False)
                continue
            except Refused as error:
                return replace(plan, after=None, left="refused", problem=error)
        return replace(plan, applied=not recorded.replayed)
    raise Fault("log-busy", f"Others kept recording in {plan.case_id}. Nothing was stored there; try again.")


def _plan(record: Record, case_id: str, mark: tuple[str, int]) -> Plan:
    table, case = record.registrar.load(case_id)
    calendar, before = record.wiring.calendar, case.deadlines[mark]
    plan = Plan(case_id=case_id, version=case.version, before=before, calendar=calendar.version)
    try:
        after = recomputed(table, case, before, calendar, on=record.wiring.clock.today())
    except Refused as error:
        return replace(plan, left="refused", problem=error)
    return replace(plan, after=after, left=None if after else _left(table, case, before))


def _left(table: Table, case: Case, before: Deadline) -> str | None:
    """Gives why a deadline was not reckoned again, or None when it was and stays where it is."""
    if before.status == "suspended":
        return "suspended"
    touched = {entry.kind for entry in before.ledger} - {"moved"}
    if touched:
        return "extended" if "extended" in touched else "had_been_suspended"
    declared = table.version(setting(case, before).declaration)
    return None if before.name in declared.deadlines else "rule_unknown"
