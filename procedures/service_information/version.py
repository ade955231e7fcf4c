"""Puts one version of the information chain together from what the law of its time refers to."""

from __future__ import annotations

from datetime import date

from engine.declaration import Procedure, TaskRule, TransitionalRule
from engine.law import OpenQuestion
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.service_information import profile, questions
from procedures.service_information.law import Law
from procedures.service_information.moves import moves, states_of


def version(
    law: Law,
    accounts: tuple[TaskRule, ...],
    *,
    in_force_from: date,
    in_force_until: date | None = None,
    open_questions: tuple[OpenQuestion, ...] = (),
    transitional: tuple[TransitionalRule, ...] = (),
    sources: tuple[str, ...] = (),
) -> Procedure:
    """Gives the version in force from a day; the act sets no day and no count, so no number is declared."""
    transitions = moves(law, accounts)
    return Procedure(
        id=profile.PROCEDURE,
        label=profile.LABEL,
        description=profile.DESCRIPTION,
        in_force_from=in_force_from,
        in_force_until=in_force_until,
        ministry="STM",
        subject_kinds=profile.SUBJECT_KINDS,
        roles=law.roles,
        states=states_of(law, accounts),
        transitions=transitions,
        guards=guards_of(transitions),
        parameters=Parameters(profile.PROCEDURE),
        basis=profile.BASIS,
        reactions=profile.REACTIONS,
        open_questions=(*open_questions, *questions.COMMON),
        one_open_case=False,
        one_case_per="year",
        partners=profile.parties_of,
        sources=(*profile.SOURCES, *sources),
        transitional=transitional,
    )
