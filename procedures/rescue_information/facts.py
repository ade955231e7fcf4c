"""Facts of a round: what the counties, the supervisors and the ministry give, and how the round ends."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText, Year
from procedures.service_information.facts_reports import Agency

Content = Literal[
    "availability",
    "quality",
    "effectiveness",
    "costs_and_economy",
    "productivity",
    "national_objectives",
    "recommendations",
    "investment_proposal",
]
"""What a county report on rescue services holds by 613/2021 13 § 2 mom. and 1213/2022 2–6 §."""

Examined = Literal["service_level", "funding_level", "need_and_availability", "quality", "investments"]
"""What an assessment of a county examines by 613/2021 14 § 1 mom. and 1213/2022 8 §."""

Proposal = Literal["fiscal_plan", "budget", "objectives", "other_steering"]
"""What the ministry's report makes proposals for (15 §)."""

Counties = Annotated[tuple[ActorCode, ...], Field(min_length=1, max_length=30)]


class RoundOpened(Payload):
    """The round on one year begins."""

    year: Year = Field(description="the year reported on; everything falls due in the year after it")


class CountyReportDelivered(Payload):
    """The report has reached the ministry and the supervisor, with all that act and decree ask for."""

    party: ActorCode = Field(description="whose report it is")
    contents: tuple[Content, ...] = Field(default=(), max_length=8, description="what the report describes and holds")
    recommendations_given: bool = Field(
        default=True, description="whether recommendations had been given which the report is to answer"
    )


class IncompleteReportArrived(Payload):
    """A report came that lacks something act or decree asks for; the complete one is still to be delivered."""

    party: ActorCode = Field(description="whose report it is")
    lacking: Annotated[tuple[Content, ...], Field(min_length=1, max_length=8)] = Field(
        description="what the report lacks"
    )


class RegionalAssessmentsDelivered(Payload):
    """Assessments of one or several counties have reached the ministry and whoever compiles the national one."""

    counties: Counties = Field(description="codes of those whom the assessments are about")
    agency: Agency | None = Field(default=None, description="until 2025: which regional agency gave them")
    examines: tuple[Examined, ...] = Field(default=(), max_length=5, description="what the assessments examine")


class RegionalAssessmentsPublished(Payload):
    """Assessments of one or several counties are in the open network."""

    counties: Counties = Field(description="codes of those whom the assessments are about")
    address: ShortText | None = Field(default=None, description="where they are published")


class NationalAssessmentDelivered(Payload):
    """The assessment of the whole country has reached the ministry."""

    compiled_by: Agency | None = Field(default=None, description="until 2025: the agency that compiled it")
    assesses_service_level: bool | None = Field(
        default=None, description="it assesses whether the service level is adequate nationally"
    )
    assesses_funding: bool | None = Field(
        default=None, description="it assesses whether the level of funding is adequate nationally"
    )


class NationalReportGiven(Payload):
    """The ministry has drawn up its report on the whole country."""

    draws_on_reports: bool | None = Field(
        default=None, description="it draws on the county reports and on the supervisor's expert assessments"
    )
    assesses_services: bool | None = Field(
        default=None, description="it assesses how services that answer needs and threats have come about"
    )
    assesses_funding: bool | None = Field(
        default=None, description="it assesses whether the level of funding is adequate"
    )
    proposals_for: tuple[Proposal, ...] = Field(
        default=(), max_length=4, description="what the report proposes necessary measures for"
    )


class NationalReportPublished(Payload):
    """The ministry published its report, although 15 § does not ask it to."""

    address: ShortText | None = Field(default=None, description="where it is published")


class RoundClosed(Payload):
    """Nothing more is waited for; who did not deliver is named."""

    missing: tuple[ActorCode, ...] = Field(
        default=(), max_length=30, description="codes of those whose county report was never delivered"
    )
    remark: LongText | None = Field(default=None, description="remark on the round")


class RoundDiscontinued(Payload):
    """The round ended without the ministry's report."""

    reason: Literal["opened_in_error", "other"] = Field(description="why the round was discontinued")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


ROUND_OPENED: Final = Fact(
    "round_opened",
    Label("tiedontuotannon vuosi avattu", "informationsåret inlett", "information round opened"),
    RoundOpened,
)
COUNTY_REPORT_DELIVERED: Final = Fact(
    "county_report_delivered",
    Label("hyvinvointialueen selvitys toimitettu", "välfärdsområdets redogörelse lämnad", "county report delivered"),
    CountyReportDelivered,
)
INCOMPLETE_REPORT_ARRIVED: Final = Fact(
    "incomplete_report_arrived",
    Label(
        "puutteellinen hyvinvointialueen selvitys saapunut",
        "en bristfällig redogörelse från välfärdsområdet har inkommit",
        "incomplete county report arrived",
    ),
    IncompleteReportArrived,
)
REGIONAL_ASSESSMENTS_DELIVERED: Final = Fact(
    "regional_assessments_delivered",
    Label(
        "hyvinvointialueittaiset asiantuntija-arviot toimitettu",
        "expertbedömningarna per välfärdsområde lämnade",
        "regional expert assessments delivered",
    ),
    RegionalAssessmentsDelivered,
)
REGIONAL_ASSESSMENTS_PUBLISHED: Final = Fact(
    "regional_assessments_published",
    Label(
        "hyvinvointialueittaiset asiantuntija-arviot julkaistu",
        "expertbedömningarna per välfärdsområde offentliggjorda",
        "regional expert assessments published",
    ),
    RegionalAssessmentsPublished,
)
NATIONAL_ASSESSMENT_DELIVERED: Final = Fact(
    "national_assessment_delivered",
    Label(
        "valtakunnallinen asiantuntija-arvio toimitettu",
        "den riksomfattande expertbedömningen lämnad",
        "national expert assessment delivered",
    ),
    NationalAssessmentDelivered,
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
