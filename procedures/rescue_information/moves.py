"""The moves of a round, for one version of the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.declaration import Guard, Kind, Meets, State, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.rescue_information import contents, facts, progress, states
from procedures.rescue_information import documents as doc
from procedures.rescue_information.deadlines import Days, days
from procedures.rescue_information.law import Law
from procedures.rescue_information.tasks import DELIVER_COUNTY_REPORT, publish_regional_assessments
from procedures.roles import PARTY_OF_CASE, SM
from procedures.statutes import RESCUE

_PRACTICE: Final = Label(
    "laki ei säädä vuoden avaamisesta eikä päättämisestä",
    "lagen reglerar inte hur året inleds eller avslutas",
    "the law says neither how the round begins nor how it ends",
)
_MODEL: Final[tuple[Basis, ...]] = (RESCUE("15 §", Status.PRACTICE, _PRACTICE),)


@dataclass(frozen=True, slots=True)
class Stages:
    """The open states of a round under one version of the law."""

    gathering: State
    compiling: State
    assessed: State

    @property
    def under_way(self) -> tuple[State, ...]:
        """All open states, in which what is late can still be recorded."""
        return (self.gathering, self.compiling, self.assessed, states.REPORTED)


def stages(law: Law) -> Stages:
    """Gives the open states under one version of the law."""
    return Stages(states.gathering(law), states.compiling(law), states.assessed(law))


def moves(law: Law, at: Stages) -> tuple[Transition, ...]:
    """Gives the moves under one version of the law."""
    due = days(law)
    publish = publish_regional_assessments(law)
    return (
        Transition(
            fact=facts.ROUND_OPENED,
            sources=(),
            target=at.gathering,
            by=(SM,),
            kind=Kind.ACT,
            basis=(RESCUE("13–15 §"), *_MODEL),
            starts=due.all,
            tasks=(DELIVER_COUNTY_REPORT, publish),
        ),
        *_county_reports(law, at, due),
        *_regional_assessments(law, at, due, publish),
        *_national_assessment(law, at, due),
        *_national_report(law, at),
        *_ending(at),
    )


def _county_reports(law: Law, at: Stages, due: Days) -> tuple[Transition, ...]:
    guards = contents.of_county_report(law)

    def delivered(when: Guard | None = None, *meets: Meets) -> Transition:
        return Transition(
            fact=facts.COUNTY_REPORT_DELIVERED,
            sources=at.under_way,
            target=None,
            by=(PARTY_OF_CASE,),
            kind=Kind.ACT,
            basis=(RESCUE("13 § 2 mom."), law.decree("7 §")),
            guards=guards,
            documents=(doc.COUNTY_REPORT,),
            meets=meets,
            when=when,
        )

    return (
        delivered(progress.LAST_REPORT, Meets(due.county_reports)),
        delivered(),
        Transition(
            fact=facts.INCOMPLETE_REPORT_ARRIVED,
            sources=at.under_way,
            target=None,
            by=(PARTY_OF_CASE,),
            kind=Kind.ACT,
            basis=(RESCUE("13 § 2 mom.", Status.PRACTICE),),
            documents=(doc.COUNTY_REPORT,),
        ),
    )


def _regional_assessments(law: Law, at: Stages, due: Days, publish: TaskRule) -> tuple[Transition, ...]:
    met = Meets(due.regional_assessments)
    of_parties = progress.counties_are_parties(law)
    guards = (of_parties, *contents.of_regional_assessments(law))

    def delivered(
        sources: tuple[State, ...], target: State | None, when: Guard | None = None, *meets: Meets
    ) -> Transition:
        return Transition(
            fact=facts.REGIONAL_ASSESSMENTS_DELIVERED,
            sources=sources,
            target=target,
            by=(law.supervisor,),
            kind=Kind.ACT,
            basis=(*law.act("14 § 1 mom."), law.decree("9 §")),
            guards=guards,
            documents=(doc.EXPERT_ASSESSMENT,),
            meets=meets,
            when=when,
        )

    def published(when: Guard | None, *tasks: TaskRule) -> Transition:
        return Transition(
            fact=facts.REGIONAL_ASSESSMENTS_PUBLISHED,
            sources=at.under_way,
            target=None,
            by=(law.supervisor,),
            kind=Kind.ACT,
            basis=law.act("14 § 1 mom."),
            guards=(of_parties,),
            tasks=tasks,
            when=when,
        )

    return (
        delivered((at.gathering,), at.assessed, progress.ALL_ASSESSED_AFTER_NATIONAL, met),
        delivered((at.gathering,), at.compiling, progress.ALL_ASSESSED, met),
        delivered((at.compiling, at.assessed, states.REPORTED), None, progress.ALL_ASSESSED, met),
        delivered(at.under_way, None),
        published(progress.SOME_UNPUBLISHED, publish),
        published(None),
    )


def _national_assessment(law: Law, at: Stages, due: Days) -> tuple[Transition, ...]:
    guards = contents.of_national_assessment(law)
    # One agency's delay keeps nobody from compiling, nor the ministry from its own report: what is late is late.
    return tuple(
        Transition(
            fact=facts.NATIONAL_ASSESSMENT_DELIVERED,
            sources=sources,
            target=target,
            by=(law.supervisor,),
            kind=Kind.ACT,
            basis=(*law.act("14 § 2 mom."), law.decree("11 §")),
            guards=guards,
            documents=(doc.NATIONAL_ASSESSMENT,),
            meets=(Meets(due.national_assessment),),
        )
        for sources, target in (((at.compiling,), at.assessed), ((at.gathering, states.REPORTED), None))
    )


def _national_report(law: Law, at: Stages) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=facts.NATIONAL_REPORT_GIVEN,
            sources=(at.gathering, at.compiling, at.assessed),
            target=states.REPORTED,
            by=(SM,),
            kind=Kind.ACT,
            basis=law.report,
            guards=contents.of_national_report(law),
            documents=(doc.NATIONAL_REPORT,),
        ),
        Transition(
            fact=facts.NATIONAL_REPORT_PUBLISHED,
            sources=(states.REPORTED,),
            target=None,
            by=(SM,),
            kind=Kind.ACT,
            basis=(
                RESCUE(
                    "15 §",
                    Status.PRACTICE,
                    Label(
                        "15 § ei velvoita julkaisemaan",
                        "15 § ålägger ingen att offentliggöra",
                        "15 § does not oblige to publish",
                    ),
                ),
            ),
        ),
    )


def _ending(at: Stages) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=facts.ROUND_CLOSED,
            sources=(states.REPORTED,),
            target=states.CLOSED,
            by=(SM,),
            kind=Kind.ACT,
            basis=_MODEL,
            guards=(progress.MISSING_NAMED,),
            documents=(doc.CLOSING_NOTE,),
        ),
        Transition(
            fact=facts.ROUND_DISCONTINUED,
            sources=(at.gathering, at.compiling, at.assessed),
            target=states.DISCONTINUED,
            by=(SM,),
            kind=Kind.ACT,
            basis=_MODEL,
            documents=(doc.CLOSING_NOTE,),
        ),
    )
