"""What may happen next in a case: whose act, on which section, by when, and what still stands in the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.assess import Circumstances
from engine.case import Case
from engine.declaration import Offer, Transition
from engine.envelope import Deadline
from engine.errors import Missing
from engine.law import OpenQuestion, Status, cites
from engine.table import Table


@dataclass(frozen=True, slots=True)
class NextAct:
    """A declared move from where the case stands.

    `missing` lists the conditions that can be judged from the case alone; what the act must bring with it (fields,
    documents) is in the transition. `due` is the earliest running deadline that the act would meet.
    """

    transition: Transition
    missing: tuple[Missing, ...]
    due: date | None
    status: Status

    @property
    def allowed(self) -> bool:
        """True when nothing that the case itself shows stands in the way."""
        return not self.missing

    @property
    def moves(self) -> bool:
        """True when the act takes the case to another state."""
        return self.transition.target is not None


def next_acts(table: Table, case: Case, circumstances: Circumstances) -> tuple[NextAct, ...]:
    """Gives the declared acts from the case's state: those that move it first, the possible before the impossible."""
    acts = [
        _next_act(table, case, _likely(table, case, transition, circumstances), circumstances)
        for transition in table.from_state(case.state)
    ]
    return tuple(sorted(acts, key=lambda act: (not act.moves, not act.allowed)))


def _likely(table: Table, case: Case, ordinary: Transition, circumstances: Circumstances) -> Transition:
    """Gives the alternative that the case itself chooses; one that depends on the act's data is not known yet."""
    offer = _offer(table, case, circumstances)
    for move in table.moves.get((case.state, ordinary.fact.id), ())[:-1]:
        if move.when is not None and not move.when.reads_payload and move.when.holds(offer):
            return move
    return ordinary


def _offer(table: Table, case: Case, circumstances: Circumstances) -> Offer:
    return Offer(
        case=case,
        subject=case.subject,
        subject_kind=circumstances.subject_kind,
        payload=None,
        on=circumstances.today,
        parameters=table.procedure.parameters,
        law_on=case.law_on,
    )


def _next_act(table: Table, case: Case, transition: Transition, circumstances: Circumstances) -> NextAct:
    offer = _offer(table, case, circumstances)
    missing = tuple(
        Missing(guard.id, guard.label, cites(guard.basis))
        for guard in transition.guards
        if not guard.reads_payload and not guard.holds(offer)
    )
    return NextAct(transition, missing, _due(case, transition), least_certain(transition))


def _due(case: Case, transition: Transition) -> date | None:
    names = {meets.deadline.id for meets in transition.meets}
    running: Iterable[Deadline] = (deadline for deadline in case.open_deadlines if deadline.name in names)
    return min((deadline.due for deadline in running), default=None)


def least_certain(transition: Transition) -> Status:
    """Gives the least certain status among the sections that a move rests on."""
    order = list(Status)
    return max((basis.status for basis in transition.basis), key=order.index, default=Status.UNSETTLED)


def open_questions(table: Table, case: Case) -> tuple[OpenQuestion, ...]:
    """Gives the points of law that are not settled and bear on where the case stands now.

    A question bears on the case when it affects its state, a fact that may come next, a deadline that runs or a
    standing that is on; a question that names nothing bears on every case of the procedure.
    """
    here = {case.state}
    here.update(transition.fact.id for transition in table.from_state(case.state))
    here.update(deadline.name for deadline in case.open_deadlines)
    here.update(standing.name for standing in case.active_standings)
    here.add(f"subject:{case.subject}")
    return tuple(
        question
        for question in table.procedure.open_questions
        if not question.affects or here.intersection(question.affects)
    )
