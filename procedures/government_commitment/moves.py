"""What may follow what among the commitments of a session."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Guard, Kind, Meets, Transition
from procedures.government_commitment import facts, guards, states
from procedures.government_commitment.guards import ENTRY_6, SESSION
from procedures.government_commitment.states import DEADLINES, IN_FOLLOW_UP
from procedures.roles import GOVERNMENT, MINISTERIAL_GROUP, SM, STM, VM
from procedures.statutes import SERVICES

_MINISTRIES: Final = (STM, VM, SM)
_ASSESSED_ENTRY: Final = 6
"""Its day is kept by the assessment of the agreements, not by its fulfilment."""


def _settling(fact: Fact, *conditions: Guard, keeps: bool, number: int | None = None) -> Transition:
    """Gives the move that settles an entry: a dated one by its number, or any other."""
    dated = None if number is None else DEADLINES[number]
    return Transition(
        fact=fact,
        sources=(IN_FOLLOW_UP,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(SESSION,),
        guards=(guards.ENTRY_KNOWN, guards.ENTRY_UNSETTLED, *conditions),
        when=None if number is None else guards.is_entry(number),
        meets=(Meets(dated),) if dated and keeps else (),
        cancels=(dated,) if dated and not keeps else (),
    )


_FULFILLING: Final = tuple(
    _settling(facts.ENTRY_FULFILLED, guards.EVIDENCE_NAMED, guards.ASSESSED_BEFORE, keeps=True, number=number)
    for number in (*(number for number in DEADLINES if number != _ASSESSED_ENTRY), None)
)
_DROPPING: Final = tuple(
    _settling(facts.ENTRY_DROPPED, guards.REASON_NAMED, keeps=False, number=number) for number in (*DEADLINES, None)
)

TRANSITIONS: Final = (
    Transition(
        fact=facts.AGREED,
        sources=(),
        target=IN_FOLLOW_UP,
        by=(MINISTERIAL_GROUP, GOVERNMENT),
        kind=Kind.DECISION,
        basis=(SESSION,),
        guards=(guards.AS_IN_REGISTER,),
        documents=(states.DECISIONS,),
        starts=tuple(DEADLINES.values()),
    ),
    Transition(
        fact=facts.ENTRY_PROGRESSED,
        sources=(IN_FOLLOW_UP,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(SESSION,),
        guards=(guards.ENTRY_KNOWN, guards.ENTRY_UNSETTLED),
    ),
    *_FULFILLING,
    *_DROPPING,
    Transition(
        fact=facts.AGREEMENTS_ASSESSED,
        sources=(IN_FOLLOW_UP,),
        target=None,
        by=(STM,),
        kind=Kind.ACT,
        basis=(ENTRY_6, SERVICES("37 § 4 mom.")),
        meets=(Meets(DEADLINES[_ASSESSED_ENTRY]),),
        tasks=(states.CONSIDER_CONFIRMATION,),
    ),
    Transition(
        fact=facts.CONFIRMATION_CONSIDERED,
        sources=(IN_FOLLOW_UP,),
        target=None,
        by=(GOVERNMENT,),
        kind=Kind.ACT,
        basis=(ENTRY_6,),
    ),
    Transition(
        fact=facts.CLOSED,
        sources=(IN_FOLLOW_UP,),
        target=states.SETTLED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(SESSION,),
        guards=(guards.EVERY_ENTRY_SETTLED,),
    ),
    Transition(
        fact=facts.TERM_ENDED,
        sources=(IN_FOLLOW_UP,),
        target=states.ENDED_WITH_TERM,
        by=(GOVERNMENT,),
        kind=Kind.ACT,
        basis=(SESSION,),
        guards=(guards.OPEN_ENTRIES_NAMED,),
    ),
)
