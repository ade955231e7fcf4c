"""What a correction does to a case, worked out once and recorded whole with it (ADR 0017).

Two walks through the recorded history, one as it reads and one as it would read, tell what follows: deadlines that
move, tasks and standings that change, and the later events that lose their footing. Those are listed for a person to
settle; none is rewritten. A correction of a decision, or of an error of writing, leaves the case in its state; an
annulment takes it back to where it stood before the annulled act, moved on by what keeps its footing.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from engine.assess import Act, Assessment, Circumstances, read_payload
from engine.case import Case, payload_of
from engine.correction_acts import COURT_KIND, COURT_PROCEDURE
from engine.correction_payloads import ActAnnulled, ClericalErrorCorrected, DecisionCorrected, Superseding
from engine.correction_record import WorkedOut, recorded
from engine.correction_target import Target, reading_before, target_of
from engine.correction_walk import Walk, act_again, numbers_of
from engine.envelope import Draft, Envelope, refuse_floats
from engine.errors import Missing
from engine.law import Label, cites
from engine.table import Table


def corrected(
    table: Table, case: Case, act: Act, circumstances: Circumstances, assessment: Assessment
) -> tuple[Draft | None, tuple[Missing, ...]]:
    """Gives the event that records a correction, or everything that it lacks.

    Raises:
        InputRejected: a corrected value cannot be read.
        Refused: a number is not in force on the corrected day, or the calendar does not reach it.
    """
    said, target = assessment.payload, None
    if isinstance(said, Superseding):
        target = target_of(table, case, said.supersedes)
    if target is None or not target.by_hand or target.superseded or not isinstance(said, Superseding):
        return None, assessment.missing
    reading, missing = _reading(table, case, said, target)
    missing += _no_court(said, circumstances)
    if missing or _nothing_to_read(said, target):
        return None, (*assessment.missing, *missing)
    work = _worked_out(table, case, circumstances, said, target, reading)
    missing = (*assessment.missing, *_lacking(work))
    if missing:
        return None, missing
    return recorded(work, act, circumstances, assessment), ()


def _no_court(said: Superseding, circumstances: Circumstances) -> tuple[Missing, ...]:
    """Finds whether who is named as the court is none."""
    if not isinstance(said, ActAnnulled) or circumstances.court_kind in (None, COURT_KIND):
        return ()
    text = Label(f"{said.court} on tuomioistuin", f"{said.court} är en domstol", f"{said.court} is a court")
    return (Missing("not-a-court", text, cites((COURT_PROCEDURE("81 §"),))),)


def _nothing_to_read(said: Superseding, target: Target) -> bool:
    """Says whether there is nothing to work out: an annulled act is not corrected, nor is the opening left out."""
    if isinstance(said, ActAnnulled):
        return target.opens and not target.is_correction
    return target.reading is None


def _reading(
    table: Table, case: Case, said: Superseding, target: Target
) -> tuple[Envelope | None, tuple[Missing, ...]]:
    """Gives how the act is to read from now on; what its data lacks then."""
    if isinstance(said, ActAnnulled):
        return (reading_before(case, target.named) if target.is_correction else None), ()
    if target.reading is None or not isinstance(said, ClericalErrorCorrected | DecisionCorrected):
        return None, ()
    declared = table.version(target.root.declaration)
    known = payload_of(declared, target.reading)
    offered = msgspec.structs.replace(act_again(declared, target.reading), data={**known, **said.values})
    move = declared.with_fact(offered.fact)[0]
    missing: list[Missing] = []
    payload = read_payload(move, offered, missing)
    if payload is None:
        return None, tuple(missing)
    data: dict[str, Any] = payload.model_dump(mode="json")
    refuse_floats(data)
    on = said.effective_on if isinstance(said, ClericalErrorCorrected) else None
    reading = msgspec.structs.replace(
        target.reading,
        data=data,
        schema=move.fact.schema,
        effective_on=on or target.reading.effective_on,
    )
    return reading, _under_another_law(declared, target, reading.effective_on)


def _under_another_law(table: Table, target: Target, on: date) -> tuple[Missing, ...]:
    """Finds whether a case would have been opened under another law on its corrected day."""
    if not target.opens:
        return ()
    starts = [one.procedure.in_force_from for one in (*table.versions.values(), table)]
    in_force = [start for start in starts if start <= on]
    if in_force and max(in_force) == table.procedure.in_force_from:
        return ()
    text = Label(
        f"päivänä {on} oli voimassa toinen laki kuin se, jonka nojalla asia avattiin",
        f"den {on} gällde en annan lag än den enligt vilken ärendet inleddes",
        f"on {on} another law was in force than the one under which the case was opened",
    )
    return (Missing("opened-under-another-law", text, cites(table.procedure.basis)),)


def _worked_out(
    table: Table,
    case: Case,
    circumstances: Circumstances,
    said: Superseding,
    target: Target,
    reading: Envelope | None,
) -> WorkedOut:
    numbers = numbers_of(case)
    alone = msgspec.structs.replace(circumstances, open_cases=(), same_cases=(), caused=())
    was = Walk(table, alone, numbers).through(case.readings)
    annuls = isinstance(said, ActAnnulled)
    now = Walk(
        table,
        alone,
        numbers,
        held_to=None if annuls else was.steps,
        strict=None if annuls else target.root.version,
    )
    same = {target.root.version: circumstances.same_cases}
    others = {event.version: event for event in case.readings if event.version != target.root.version}
    if reading is not None:
        others[target.root.version] = reading
    now.through((others[version] for version in sorted(others)), same)
    return WorkedOut(table, case, said, target, reading, was, now)


def _lacking(work: WorkedOut) -> tuple[Missing, ...]:
    """Finds what the corrected act lacks where it stands: it must be one that could have been recorded."""
    if work.annuls:
        return ()
    version = work.target.root.version
    found = work.now.steps.get(version)
    return found.lacks_beyond(work.was.steps.get(version)) if found is not None else ()
