"""Linking two cases by hand: one act in each of them, both recorded or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.case.recording import answer, recorded_or_explained
from cli.case.refs import load, written
from cli.frame.clocks import parse_day
from engine.assess import Act
from engine.errors import InputRejected
from engine.link_acts import BY_HAND, COUNTERPARTS, LINK_STATED
from engine.several import Step

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.invocation import Invocation
    from engine.registrar import Recorded


def linked(
    run: Invocation,
    case_id: str,
    other_id: str,
    *,
    relation: str,
    why: str | None,
    on: str | None,
    command_id: str | None,
) -> None:
    """Records in both cases what each is to the other, and prints what was recorded in the first.

    Raises:
        NotFound: there is no such case.
        InputRejected: `relation-unknown`, or a case would be linked to itself.
        Refused: the two are linked in that way already.
    """
    first, second = written(case_id), written(other_id)
    if relation not in BY_HAND:
        raise InputRejected(
            "relation-unknown",
            f"{relation!r} is no relation between cases; use one of {', '.join(BY_HAND)}.",
            try_next=run.command("case", "link", first, second, "--relation", "related"),
            details={"relation": relation, "known": ", ".join(BY_HAND)},
        )
    if first == second:
        raise InputRejected(
            "linked-to-itself",
            f"{first} cannot be linked to itself; name another case.",
            try_next=run.command("case", "list"),
            details={"case": first},
        )
    day = run.wiring.clock.today() if on is None else parse_day(on, "--on")
    with run.record(write=True) as record:
        for one in (first, second):
            load(record, one)
        steps = [
            Step(first, _act(second, relation, why, day)),
            Step(second, _act(first, COUNTERPARTS[relation], why, day)),
        ]

        def record_both() -> Recorded:
            return record.registrar.record_all(steps, run.request(command_id))[0]

        recorded = recorded_or_explained(run, None, record_both)
    answer(run, recorded)


def _act(other: str, relation: str, why: str | None, on: date) -> Act:
    return Act(fact=LINK_STATED.id, on=on, data={"case": other, "relation": relation, "why": why})
