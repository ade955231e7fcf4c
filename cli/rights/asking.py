"""Rights looked at before somebody is asked to go on: nobody confirms what is not theirs to record.

What is recorded is decided when it is recorded: between the question and the answer a right can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from cli.frame.clocks import day_of
from engine.errors import NotAuthorised, NotFound
from engine.rights_authority import Authority

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.assess import Act
    from engine.law_change import Prospect
    from engine.several import Step
    from engine.table import Table


def ensure_covered(run: Invocation, record: Record, steps: Iterable[Step], command_id: str | None) -> None:
    """Makes sure, before a question, that rights cover what would be recorded.

    Raises:
        NotAuthorised: as recording it would.
    """
    if _nobody_is_asked(run, record, command_id):
        return
    authority = _authority(run, record)
    for step in steps:
        if step.act.opening is not None:
            authority.taken(record.wiring.declarations.in_force(step.about, step.act.on), None, step.act)
            continue
        try:
            table, case = record.registrar.load(step.about)
        except NotFound:
            # An earlier step opens it, or it is hidden from this person; then it is denied when it is recorded.
            continue
        authority.taken(table, case, step.act)


def ensure_law_change_covered(
    run: Invocation,
    record: Record,
    target: Table,
    found: Sequence[Prospect],
    chosen: Sequence[str],
    command_id: str | None,
) -> None:
    """Makes sure, before a question, that rights cover that cases come under another law.

    Raises:
        NotAuthorised: as recording it would.
    """
    if _nobody_is_asked(run, record, command_id):
        return
    authority = _authority(run, record)
    for one in found:
        if one.case.case_id in chosen:
            authority.law_changes(target, one.case)


def covered_openings(run: Invocation, record: Record, table: Table, act: Act) -> tuple[str, ...]:
    """Gives the other acts that open such a case and that a right covers for whoever was denied this one."""
    others = dict.fromkeys(move.fact.id for move in table.openings if move.fact.id != act.fact)
    found = []
    for fact in others:
        try:
            _authority(run, record).taken(table, None, msgspec.structs.replace(act, fact=fact))
        except NotAuthorised:
            continue
        found.append(fact)
    return tuple(found)


def _authority(run: Invocation, record: Record) -> Authority:
    return Authority(record.wiring.rights(record.grants), run.request(), _day(run, record))


def _day(run: Invocation, record: Record) -> date:
    """Gives the day on which something would be recorded now: not before that of the newest event."""
    log, today = record.opened.log, run.wiring.clock.today()
    newest = next(iter(log.read(after_position=max(log.head().position - 1, 0), limit=1)), None)
    return today if newest is None else max(today, day_of(newest.recorded_at))


def _nobody_is_asked(run: Invocation, record: Record, command_id: str | None) -> bool:
    """Says whether there is no question, or nothing to record: a command that is repeated answers what it did."""
    if run.dry_run or run.given.get("yes") or run.given.get("no_input"):
        return True
    return command_id is not None and bool(record.log.of_command(command_id))
