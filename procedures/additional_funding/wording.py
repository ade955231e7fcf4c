"""From a wording of the law and the dated division of the work to the versions of the declaration.

A version ends where the law changes or where the preparation is divided anew, whichever comes first. What a wording has
of its own stands in `since_…`; everything else is the same for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from engine.declaration import Procedure, Transition, TransitionalRule
from engine.law import Basis, OpenQuestion
from procedures.additional_funding import profile, questions
from procedures.additional_funding.moves_after import following, paying
from procedures.additional_funding.moves_decision import deciding, remedies
from procedures.additional_funding.moves_preparation import assessing, grouping, openings, withdrawing
from procedures.additional_funding.responsibilities import Division, division_on
from procedures.additional_funding.states import States, states_under
from procedures.declaring import guards_of, numbers_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the law says from a day on (through `in_force_until`, where it was changed) that it did not say before."""

    in_force_from: date
    in_force_until: date | None
    after_grant: Callable[[States], tuple[Transition, ...]]
    numbers: tuple[str, ...]
    consequences: tuple[Basis, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    transitional: tuple[TransitionalRule, ...] = ()
    sources: tuple[str, ...] = ()


def versions_of(wording: Wording, table: Iterable[Division]) -> tuple[Procedure, ...]:
    """Gives the versions of a wording, oldest first: one for each division of the work that began while it lasts."""
    divisions = tuple(table)
    last = wording.in_force_until or date.max
    began = [one.in_force_from for one in divisions if wording.in_force_from < one.in_force_from <= last]
    starts = (wording.in_force_from, *began)
    ends = (*(day - timedelta(days=1) for day in began), wording.in_force_until)
    return tuple(
        _version(wording, division_on(divisions, first), first, until)
        for first, until in zip(starts, ends, strict=True)
    )


def _version(wording: Wording, division: Division, first: date, until: date | None) -> Procedure:
    states = states_under(division)
    transitions = (
        *openings(states),
        *grouping(states, division),
        *assessing(states, division),
        *withdrawing(states),
        *deciding(states, *wording.consequences),
        *remedies(states),
        *paying(states),
        *following(states),
        *wording.after_grant(states),
    )
    return Procedure(
        id=profile.PROCEDURE,
        label=profile.LABEL,
        description=profile.DESCRIPTION,
        in_force_from=first,
        in_force_until=until,
        ministry="VM",
        subject_kinds=profile.SUBJECT_KINDS,
        roles=profile.ROLES,
        states=states.all,
        transitions=transitions,
        guards=guards_of(transitions),
        parameters=numbers_of(__package__, "rectification_months", "appeal_days", "instalment_days", *wording.numbers),
        basis=profile.BASIS,
        reactions=profile.REACTIONS,
        open_questions=(*wording.questions, *questions.COMMON),
        one_open_case=False,
        sources=(*profile.SOURCES, *wording.sources),
        listens=profile.LISTENS,
        transitional=wording.transitional,
    )
