"""Composing acts for several cases: the opening of a new one, and recording all of them together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from engine.envelope import Opening
from engine.errors import Conflict, InputRejected, Refused
from engine.law import cites
from engine.several import Step, free_id

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.assess import Act
    from engine.registrar import Recorded

_T = TypeVar("_T")
_TRIES = 3


def new_case(run: Invocation, procedure: str, subject: str, act: Act, case_id: str | None = None) -> Step:
    """Gives the step that opens a case by an act, with the parties, the ministry and the ground of its procedure."""
    import msgspec

    table = run.wiring.declarations.in_force(procedure, act.on)
    move = next(one for one in table.openings if one.fact.id == act.fact)
    opening = Opening(
        procedure=procedure,
        subject=subject,
        parties=table.procedure.parties_of(subject),
        ministry=table.procedure.ministry,
        ground="; ".join(cites(move.basis)) or procedure,
    )
    return Step(procedure, msgspec.structs.replace(act, opening=opening), case_id)


def id_for(record: Record, step: Step, taken: Sequence[str] = ()) -> str:
    """Gives the id that the case of an opening step would get now."""
    opening = step.act.opening
    assert opening is not None  # noqa: S101 - asked of opening steps only
    return free_id(opening, step.act.on, taken, record.log.version)


def record_all(
    run: Invocation, record: Record, steps: Sequence[Step], command_id: str | None = None
) -> tuple[Recorded, ...]:
    """Records all steps in one transaction, or none; nothing at all when there are none.

    Raises:
        Refused: a condition of one is unmet; nothing is stored.
    """
    if not steps:
        return ()
    try:
        recorded = record.registrar.record_all(steps, run.request(command_id))
    except InputRejected as error:
        _in_our_words(record, steps, error)
        raise
    except Refused as error:
        about = next((step.about for step in steps if step.act.opening is None), None)
        error.try_next = error.try_next or (run.command("case", "next", about) if about else None)
        raise
    run.log("recorded", cases=len(recorded), replayed=recorded[0].replayed)
    return recorded


def _in_our_words(record: Record, steps: Sequence[Step], error: InputRejected) -> None:
    """Says in three languages which data of which act cannot be taken."""
    from cli.case.input_problems import in_our_words

    for step in steps:
        if error.code == "data-invalid" and error.details.get("fact") == step.act.fact:
            if step.act.opening is None:
                table = record.registrar.load(step.about)[0]
            else:
                table = record.wiring.declarations.in_force(step.about, step.act.on)
            move = next(iter((*table.with_fact(step.act.fact), *table.openings)))
            in_our_words(error, move.fact.payload, step.act.data)


def decided_anew(attempt: Callable[[], _T]) -> _T:
    """Does it again where somebody recorded in the same case meanwhile: what is new then is weighed as well.

    Raises:
        Conflict: others kept recording.
    """
    for _ in range(_TRIES - 1):
        try:
            return attempt()
        except Conflict as error:
            if error.code != "version-conflict":
                raise
    return attempt()
