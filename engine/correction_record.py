"""The event that records a correction: what a person stated, and everything that follows from it, whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from engine.assess import Act, Assessment, Circumstances
from engine.case import Case, evolve
from engine.consequences import raise_tasks
from engine.correction_acts import AUTHORITY, BASIS_OF_CLERICAL, BASIS_OF_REMEDY, COURT, DECISION_CORRECTED, SETTLE
from engine.correction_difference import Moving, deadlines_changed, standings_changed, tasks_changed
from engine.correction_guards import YEARS, of_a_decision
from engine.correction_incidents import open_incidents, waiting
from engine.correction_payloads import ActAnnulled, ClericalErrorCorrected, Superseding
from engine.correction_reading import as_reading
from engine.correction_target import Target
from engine.correction_walk import Walk, placed_as
from engine.envelope import ActOf, Draft, Envelope, Task, refuse_floats
from engine.errors import Fault
from engine.law import cites
from engine.table import Table

CAUSE_ANNULLED = "cause-annulled"
"""What an event of another case lacks when the act that it took notice of was annulled."""


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A correction that is worked out: what gives place, how it will read, and the case as it reads and would read."""

    table: Table
    case: Case
    said: Superseding
    target: Target
    reading: Envelope | None
    was: Walk
    now: Walk

    @property
    def annuls(self) -> bool:
        """True where the act is annulled, or an annulment or correction of it is."""
        return isinstance(self.said, ActAnnulled)


def recorded(work: WorkedOut, act: Act, circumstances: Circumstances, assessment: Assessment) -> Draft:
    """Gives the event of a correction that was found in order."""
    table, case, target = work.table, work.case, work.target
    was, now = work.was.case, work.now.case
    if was is None or now is None:
        raise Fault("history-headless", "A correction would leave nothing of the case that it is about.")
    moving = Moving(act.on, target.root.version, work.said.section)
    state = now.state if work.annuls else case.state
    drafted = Draft(
        type=table.type_of(assessment.transition.fact.id),
        schema=assessment.transition.fact.schema,
        effective_on=act.on,
        act_of=_act_of(work, assessment),
        declaration=table.procedure.declaration_id,
        declaration_hash=table.content_hash,
        parameters=_parameters(work),
        calendar=circumstances.calendar.version,
        basis=_basis(work.said, assessment),
        data=_data(work, circumstances),
        state=state,
        closes=state in table.final_states and case.state != state,
        documents=act.documents,
        publicity=target.root.publicity,
        secrecy_ground=target.root.secrecy_ground,
        precision=act.precision,
        unreported=act.unreported,
        deadlines=deadlines_changed(case, was, now, moving),
        tasks=tasks_changed(case, was, now, act.on),
        standings=standings_changed(case, was, now, act.on),
    )
    return _with_the_case_after(work, drafted)


def _data(work: WorkedOut, circumstances: Circumstances) -> dict[str, Any]:
    data: dict[str, Any] = work.said.model_dump(mode="json")
    data["of"] = work.target.root.version
    data["reading"] = None if work.reading is None else as_reading(work.reading)
    data["incidents"] = [*_incidents(work, circumstances)]
    if work.annuls:
        data["back_to"], data["path"] = _way_back(work)
    refuse_floats(data)
    return data


def _act_of(work: WorkedOut, assessment: Assessment) -> ActOf:
    role, target = assessment.role, work.target
    if role.id == COURT.id and isinstance(work.said, ActAnnulled):
        return ActOf(role=role.id, organisation=work.said.court or role.organisation)
    if role.id == AUTHORITY.id:
        # The authority that decided, whoever has recorded corrections of its decision since.
        decided = assessment.transition.fact.id == DECISION_CORRECTED.id or not target.is_correction
        whose = target.root.act_of if decided else target.named.act_of
        return ActOf(role=role.id, organisation=whose.organisation, body=whose.body)
    return ActOf(role=role.id, organisation=work.case.opening.ministry, body=role.body)


def _basis(said: Superseding, assessment: Assessment) -> tuple[str, ...]:
    if isinstance(said, ClericalErrorCorrected):
        bases = BASIS_OF_CLERICAL[said.error_in]
    elif isinstance(said, ActAnnulled):
        bases = BASIS_OF_REMEDY[said.remedy]
    else:
        bases = assessment.transition.basis
    return tuple(dict.fromkeys((said.section, *cites(bases))))


def _parameters(work: WorkedOut) -> dict[str, date]:
    """Gives the dated numbers that were used: those of the corrected act, and for how long a decision is corrected."""
    step = work.now.steps.get(work.target.root.version)
    used = dict(step.drafted.parameters) if step is not None and step.drafted is not None else {}
    if work.table.common is not None and of_a_decision(work.said):
        numbers = work.table.common()
        decided_on = (work.target.reading or work.target.root).effective_on
        used[f"{numbers.owner}.{YEARS}"] = numbers.on(YEARS, decided_on).in_force_from
    return used


def _incidents(work: WorkedOut, circumstances: Circumstances) -> Iterator[dict[str, Any]]:
    """Yields the later events that lose their footing; those of the correction that gives place, if they still do."""
    superseded = (
        {int(said["version"]) for said in work.target.named.data.get("incidents", ()) if said.get("case") is None}
        if work.target.is_correction
        else set()
    )
    types = {event.version: event.type for event in work.case.events}
    for version, step in work.now.steps.items():
        if version == work.target.root.version:
            continue
        before = None if version in superseded else work.was.steps.get(version)
        lacks = step.lacks_beyond(before)
        if lacks and not step.of_the_clock:
            yield {"version": version, "type": types[version], "case": None, "missing": [one.code for one in lacks]}
    if work.annuls and work.reading is None:
        for one in circumstances.caused:
            yield {"version": one.version, "type": one.type, "case": one.case_id, "missing": [CAUSE_ANNULLED]}


def _way_back(work: WorkedOut) -> tuple[str, list[dict[str, Any]]]:
    """Gives the state before the act, and each later move that keeps its footing with the state that it leads to."""
    root = work.target.root.version
    path: list[dict[str, Any]] = []
    back_to = ""
    for version, step in work.now.steps.items():
        state = path[-1]["state"] if path else back_to
        if version < root:
            back_to = step.state
        elif step.state != state:
            path.append({"version": version, "state": step.state})
    return back_to, path


def _with_the_case_after(work: WorkedOut, drafted: Draft) -> Draft:
    """Adds the task to settle what is open, and the days and the number by which the case is known afterwards."""
    newest = work.case.events[-1]
    place = msgspec.structs.replace(newest, version=newest.version + 1)
    after = evolve(work.table, work.case, placed_as(drafted, place))
    said = {
        "opened_on": after.opened_on.isoformat(),
        "moved_on": after.moved_on.isoformat(),
        "closed_on": after.closed_on.isoformat() if after.closed_on else None,
        "diary_number": after.diary_number,
    }
    tasks = (*drafted.tasks, *_to_settle(work.case, after, drafted.effective_on))
    return msgspec.structs.replace(drafted, tasks=tasks, data={**drafted.data, "case_after": said})


def _to_settle(case: Case, after: Case, on: date) -> tuple[Task, ...]:
    """Gives the task to settle incidents, raised where some are open, and cancelled where none is any more."""
    known, some_open = waiting(case), bool(open_incidents(after))
    if some_open and not known:
        return raise_tasks((SETTLE,), case, case.opening, on)
    if known and not some_open:
        return tuple(msgspec.structs.replace(one, status="cancelled", closed_on=on) for one in known)
    return ()
