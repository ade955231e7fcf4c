"""Puts one version of the information chain together from what the law of its time refers to."""

from __future__ import annotations

from datetime import date

from engine.declaration import Procedure, TransitionalRule
from engine.law import OpenQuestion
from procedures.declaring import guards_of, numbers_of
from procedures.rescue_information import profile, questions, states
from procedures.rescue_information.law import Law
from procedures.rescue_information.moves import moves, stages
from procedures.roles import PARTY_OF_CASE, SM


def version(
    law: Law,
    *,
    in_force_from: date,
    in_force_until: date | None = None,
    open_questions: tuple[OpenQuestion, ...] = (),
    transitional: tuple[TransitionalRule, ...] = (),
    sources: tuple[str, ...] = (),
) -> Procedure:
    """Gives the version in force from a day."""
    at = stages(law)
    transitions = moves(law, at)
    return Procedure(
        id=profile.PROCEDURE,
        label=profile.LABEL,
        description=profile.DESCRIPTION,
        in_force_from=in_force_from,
        in_force_until=in_force_until,
        ministry="SM",
        subject_kinds=profile.SUBJECT_KINDS,
        roles=(SM, PARTY_OF_CASE, law.supervisor),
        states=(*at.under_way, states.CLOSED, states.DISCONTINUED),
        transitions=transitions,
        guards=guards_of(transitions),
        parameters=numbers_of(__package__, "county_report_day", "regional_assessment_day", "national_assessment_day"),
        basis=profile.BASIS,
        reactions=profile.REACTIONS,
        open_questions=(*open_questions, *questions.COMMON),
        one_open_case=False,
        one_case_per="year",
        partners=profile.parties_of,
        sources=(*profile.SOURCES, *sources),
        transitional=transitional,
    )
