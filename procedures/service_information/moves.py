"""The moves of a round, for one version of the law: what comes in, the ministry's report, and the end."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, State, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.roles import PARTY_OF_CASE, REGIONAL_AGENCIES, STM, SUPERVISORY_AGENCY, THL, VALVIRA
from procedures.service_information import deadlines, progress, states
from procedures.service_information import documents as doc
from procedures.service_information import facts_national as national
from procedures.service_information import facts_reports as reports
from procedures.service_information import guards as guard
from procedures.service_information.law import ACCOUNT_OF_SUPERVISOR, ACCOUNTS_OF_AGENCIES, ACCOUNTS_OF_FORMER, Law
from procedures.service_information.tasks import AT_THE_OPENING, GIVE_AGENCY_ACCOUNTS
from procedures.statutes import SERVICES

_LETTER: Final = SERVICES(
    "29 § 4 mom.",
    Status.PRACTICE,
    Label(
        "asetuksen puuttuessa ministeriön kirje ilmoittaa päivät",
        "i avsaknad av förordning meddelar ministeriets brev dagarna",
        "for want of a decree the ministry's letter states the days",
    ),
)
_ENDING: Final[tuple[Basis, ...]] = (
    SERVICES(
        "31 §",
        Status.PRACTICE,
        Label(
            "laki ei säädä vuoden päättämisestä",
            "lagen reglerar inte hur året avslutas",
            "the law does not say how the round ends",
        ),
    ),
)


def moves(law: Law, accounts: tuple[TaskRule, ...]) -> tuple[Transition, ...]:
    """Gives the moves under one version of the law; `accounts` are what its supervisors owe."""
    gathering, assessed = states.gathering(accounts), states.assessed(law.report)
    under_way = (gathering, assessed, states.REPORT_GIVEN, states.REPORTED)
    return (
        *_opening(gathering, under_way),
        *_county_reports(law, under_way),
        *(_account_since_2026(under_way) if SUPERVISORY_AGENCY in law.supervisors else _accounts_before(under_way)),
        *_assessments(gathering, assessed, under_way),
        *_national_report(law, gathering, assessed),
        *_ending(gathering, assessed),
    )


def states_of(law: Law, accounts: tuple[TaskRule, ...]) -> tuple[State, ...]:
    """Gives the states under one version of the law."""
    return (
        states.gathering(accounts),
        states.assessed(law.report),
        states.REPORT_GIVEN,
        states.REPORTED,
        states.CLOSED,
        states.DISCONTINUED,
    )


def _opening(gathering: State, under_way: tuple[State, ...]) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=reports.ROUND_OPENED,
            sources=(),
            target=gathering,
            by=(STM,),
            kind=Kind.ACT,
            basis=(SERVICES("29–31 §"), _LETTER),
            starts=deadlines.ALL,
            tasks=AT_THE_OPENING,
        ),
        Transition(
            fact=reports.DAYS_RESTATED,
            sources=under_way,
            target=None,
            by=(STM,),
            kind=Kind.ACT,
            basis=(_LETTER,),
            documents=(doc.LETTER,),
            cancels=deadlines.ALL,
            starts=deadlines.ALL,
        ),
    )


def _county_reports(law: Law, under_way: tuple[State, ...]) -> tuple[Transition, ...]:
    basis: tuple[Basis, ...] = (SERVICES("29 § 2 mom."),)
    contents = guard.of_county_report(law)

    def delivered(when: Guard | None = None, *meets: Meets) -> Transition:
        return Transition(
            fact=reports.COUNTY_REPORT_DELIVERED,
            sources=under_way,
            target=None,
            by=(PARTY_OF_CASE,),
            kind=Kind.ACT,
            basis=basis,
            guards=contents,
            documents=(doc.COUNTY_REPORT,),
            meets=meets,
            when=when,
        )

    return (
        delivered(progress.LAST_REPORT, Meets(deadlines.COUNTY_REPORTS)),
        delivered(),
        Transition(
            fact=reports.INCOMPLETE_REPORT_ARRIVED,
            sources=under_way,
            target=None,
            by=(PARTY_OF_CASE,),
            kind=Kind.ACT,
            basis=(SERVICES("29 § 2 mom.", Status.PRACTICE),),
            documents=(doc.COUNTY_REPORT,),
        ),
        Transition(
            fact=reports.COUNTY_REPORT_PUBLISHED,
            sources=under_way,
            target=None,
            by=(PARTY_OF_CASE,),
            kind=Kind.ACT,
            basis=basis,
        ),
    )


def _accounts_before(under_way: tuple[State, ...]) -> tuple[Transition, ...]:
    met = Meets(deadlines.ACCOUNTS_OF_EQUALITY)

    def by_valvira(when: Guard | None = None, *meets: Meets) -> Transition:
        return Transition(
            fact=reports.VALVIRA_ACCOUNT_DELIVERED,
            sources=under_way,
            target=None,
            by=(VALVIRA,),
            kind=Kind.ACT,
            basis=ACCOUNTS_OF_FORMER,
            documents=(doc.ACCOUNT_OF_VALVIRA,),
            meets=meets,
            when=when,
        )

    def by_agency(when: Guard | None = None, *meets: Meets, tasks: tuple[TaskRule, ...] = ()) -> Transition:
        return Transition(
            fact=reports.AGENCY_ACCOUNTS_DELIVERED,
            sources=under_way,
            target=None,
            by=(REGIONAL_AGENCIES,),
            kind=Kind.ACT,
            basis=ACCOUNTS_OF_AGENCIES,
            documents=(doc.ACCOUNT_OF_AGENCY,),
            meets=meets,
            when=when,
            tasks=tasks,
        )

    return (
        by_valvira(progress.LAST_ACCOUNT_BY_VALVIRA, met),
        by_valvira(),
        by_agency(progress.LAST_ACCOUNT_BY_AGENCY, met),
        by_agency(progress.AGENCIES_REMAIN, tasks=(GIVE_AGENCY_ACCOUNTS,)),
        by_agency(),
    )


def _account_since_2026(under_way: tuple[State, ...]) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=reports.SUPERVISORY_ACCOUNT_DELIVERED,
            sources=under_way,
            target=None,
            by=(SUPERVISORY_AGENCY,),
            kind=Kind.ACT,
            basis=ACCOUNT_OF_SUPERVISOR,
            documents=(doc.SUPERVISORY_ACCOUNT,),
            meets=(Meets(deadlines.ACCOUNTS_OF_EQUALITY),),
        ),
    )


def _assessments(gathering: State, assessed: State, under_way: tuple[State, ...]) -> tuple[Transition, ...]:
    basis: tuple[Basis, ...] = (SERVICES("30 § 1 mom."),)

    def delivered(when: Guard | None = None, *meets: Meets) -> Transition:
        return Transition(
            fact=national.ASSESSMENTS_DELIVERED,
            sources=under_way,
            target=None,
            by=(THL,),
            kind=Kind.ACT,
            basis=basis,
            guards=guard.OF_ASSESSMENTS,
            documents=(doc.EXPERT_ASSESSMENT,),
            meets=meets,
            when=when,
        )

    def published(sources: tuple[State, ...], target: State | None, when: Guard | None = None) -> Transition:
        return Transition(
            fact=national.ASSESSMENTS_PUBLISHED,
            sources=sources,
            target=target,
            by=(THL,),
            kind=Kind.ACT,
            basis=basis,
            guards=(guard.LEVEL_NAMED,),
            documents=(doc.EXPERT_ASSESSMENT,),
            when=when,
        )

    return (
        delivered(progress.ALL_DELIVERED, Meets(deadlines.EXPERT_ASSESSMENTS)),
        delivered(),
        published((gathering,), assessed, progress.ALL_PUBLISHED),
        published(under_way, None),
    )


def _national_report(law: Law, gathering: State, assessed: State) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=national.NATIONAL_REPORT_GIVEN,
            sources=(gathering, assessed),
            target=states.REPORT_GIVEN,
            by=(STM,),
            kind=Kind.ACT,
            basis=law.report,
            guards=guard.of_national_report(law),
            documents=(doc.NATIONAL_REPORT,),
            meets=(Meets(deadlines.NATIONAL_REPORT),),
        ),
        Transition(
            fact=national.NATIONAL_REPORT_PUBLISHED,
            sources=(states.REPORT_GIVEN,),
            target=states.REPORTED,
            by=(STM,),
            kind=Kind.ACT,
            basis=law.report,
            documents=(doc.NATIONAL_REPORT,),
        ),
    )


def _ending(gathering: State, assessed: State) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=national.ROUND_CLOSED,
            sources=(states.REPORTED,),
            target=states.CLOSED,
            by=(STM,),
            kind=Kind.ACT,
            basis=_ENDING,
            guards=(guard.MISSING_NAMED,),
            documents=(doc.CLOSING_NOTE,),
        ),
        Transition(
            fact=national.ROUND_DISCONTINUED,
            sources=(gathering, assessed, states.REPORT_GIVEN),
            target=states.DISCONTINUED,
            by=(STM,),
            kind=Kind.ACT,
            basis=_ENDING,
            documents=(doc.CLOSING_NOTE,),
        ),
    )
