"""Facts of the expert assessments, of the ministry's own report and of the round's end (612/2021 30 § 1 mom., 31 §)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText

Scope = Literal["all", "national", "area", "county"]
"""The three levels of 30 § 1 mom.; `all`: the whole year's assessments at once."""

Examined = Literal[
    "wellbeing_and_health",
    "services",
    "integration",
    "investments",
    "costs_and_productivity",
    "necessary_measures",
]
"""What the assessments examine by 30 § 1 mom.

`services`: need, access, quality, effectiveness and equality, as they have come about and as they are expected to.
"""

Proposal = Literal["fiscal_plan", "budget", "objectives", "other_steering"]
"""What the ministry's report makes proposals for (31 §)."""

Actors = Annotated[tuple[ActorCode, ...], Field(max_length=30)]


class _Assessments(Payload):
    scope: Scope = Field(description="all of the year's assessments, or those of one level")
    of: Actors = Field(default=(), description="level area or county: codes of those whose assessments these are")


class AssessmentsDelivered(_Assessments):
    """Expert assessments have reached the ministry."""

    examines: tuple[Examined, ...] = Field(default=(), max_length=6, description="what the assessments examine")


class AssessmentsPublished(_Assessments):
    """Expert assessments are in the open network."""

    address: ShortText | None = Field(default=None, description="where they are published")


class NationalReportGiven(Payload):
    """The ministry has drawn up its report on the whole country."""

    draws_on_assessments: bool | None = Field(
        default=None, description="the report draws on the institute's expert assessments"
    )
    assesses_equality: bool | None = Field(
        default=None, description="the report assesses how equality in services has come about"
    )
    assesses_funding: bool | None = Field(
        default=None, description="the report assesses whether the level of funding is adequate"
    )
    proposals_for: tuple[Proposal, ...] = Field(
        default=(), max_length=4, description="what the report proposes necessary measures for"
    )


class NationalReportPublished(Payload):
    """The ministry's report is in the open network."""

    address: ShortText | None = Field(default=None, description="where it is published")


class RoundClosed(Payload):
    """Nothing more is waited for; who did not deliver is named."""

    missing: Actors = Field(default=(), description="codes of those whose county report was never delivered")
    remark: LongText | None = Field(default=None, description="remark on the round")


class RoundDiscontinued(Payload):
    """The round ended without the ministry's report."""

    reason: Literal["opened_in_error", "other"] = Field(description="why the round was discontinued")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


ASSESSMENTS_DELIVERED: Final = Fact(
    "assessments_delivered",
    Label("asiantuntija-arviot toimitettu", "expertbedömningarna lämnade", "expert assessments delivered"),
    AssessmentsDelivered,
)
ASSESSMENTS_PUBLISHED: Final = Fact(
    "assessments_published",
    Label("asiantuntija-arviot julkaistu", "expertbedömningarna offentliggjorda", "expert assessments published"),
    AssessmentsPublished,
)
NATIONAL_REPORT_GIVEN: Final = Fact(
    "national_report_given",
    Label(
        "ministeriön vuosittainen selvitys laadittu",
        "ministeriets årliga redogörelse upprättad",
        "ministry's yearly report drawn up",
    ),
    NationalReportGiven,
)
NATIONAL_REPORT_PUBLISHED: Final = Fact(
    "national_report_published",
    Label(
        "ministeriön vuosittainen selvitys julkaistu",
        "ministeriets årliga redogörelse offentliggjord",
        "ministry's yearly report published",
    ),
    NationalReportPublished,
)
ROUND_CLOSED: Final = Fact(
    "round_closed",
    Label("tiedontuotannon vuosi päätetty", "informationsåret avslutat", "information round closed"),
    RoundClosed,
)
ROUND_DISCONTINUED: Final = Fact(
    "round_discontinued",
    Label("tiedontuotannon vuosi rauennut", "informationsåret förfallet", "information round discontinued"),
    RoundDiscontinued,
)
