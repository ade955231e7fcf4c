"""Facts of a round's beginning, of county reports and of supervisors' accounts (612/2021 29 §, 30 § 2 mom.)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText, Year

Content = Literal[
    "state_of_services",
    "state_of_economy",
    "national_objectives",
    "recommendations",
    "strategic_goals",
    "investment_proposal",
]
"""What a county report holds by 29 § 2 mom."""

Agency = Literal[
    "southern_finland",
    "southwestern_finland",
    "eastern_finland",
    "western_and_inland_finland",
    "northern_finland",
    "lapland",
]
"""The six regional agencies of 906/2009 1 §; there were no others until the end of 2025."""


class _Days(Payload):
    county_reports_by: Day | None = Field(default=None, description="the day stated for the county reports")
    accounts_by: Day | None = Field(
        default=None, description="the day stated for the supervisors' accounts of equality"
    )
    assessments_by: Day | None = Field(default=None, description="the day stated for the expert assessments")
    national_report_by: Day | None = Field(default=None, description="the day stated for the ministry's own report")


class RoundOpened(_Days):
    """A year's round begins; the days are those of the ministry's letter, where it states any."""

    year: Year = Field(description="the year whose round this is")


class DaysRestated(_Days):
    """A later letter takes the place of the earlier one: a day that it does not state is no longer set."""

    reason: ShortText | None = Field(default=None, description="why the days were stated anew")


class CountyReportDelivered(Payload):
    """The report has reached the institute and the ministry, with all that the act asks for."""

    party: ActorCode = Field(description="whose report it is")
    contents: tuple[Content, ...] = Field(default=(), max_length=6, description="what the report describes and holds")
    recommendations_given: bool = Field(
        default=True, description="whether recommendations had been given which the report is to answer"
    )


class IncompleteReportArrived(Payload):
    """A report came that lacks something the act asks for; the complete one is still to be delivered."""

    party: ActorCode = Field(description="whose report it is")
    lacking: Annotated[tuple[Content, ...], Field(min_length=1, max_length=6)] = Field(
        description="what the report lacks"
    )


class CountyReportPublished(Payload):
    """The report is in the open network."""

    party: ActorCode = Field(description="whose report it is")
    address: ShortText | None = Field(default=None, description="where it is published")


class ValviraAccountDelivered(Payload):
    """Valvira's account has reached the institute and the ministry."""

    remark: ShortText | None = Field(default=None, description="remark on the account")


class AgencyAccountsDelivered(Payload):
    """Accounts of one or several regional agencies have reached the institute and the ministry."""

    agencies: Annotated[tuple[Agency, ...], Field(min_length=1, max_length=6)] = Field(
        description="the agencies whose accounts arrived"
    )


class SupervisoryAccountDelivered(Payload):
    """The account of the Finnish Supervisory Agency has reached the institute and the ministry."""

    remark: LongText | None = Field(default=None, description="remark on the account, such as a region left to follow")


ROUND_OPENED: Final = Fact(
    "round_opened",
    Label("tiedontuotannon vuosi avattu", "informationsåret inlett", "information round opened"),
    RoundOpened,
)
DAYS_RESTATED: Final = Fact(
    "days_restated", Label("päivät ilmoitettu uudelleen", "dagarna meddelade på nytt", "days stated anew"), DaysRestated
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
COUNTY_REPORT_PUBLISHED: Final = Fact(
    "county_report_published",
    Label(
        "hyvinvointialueen selvitys julkaistu", "välfärdsområdets redogörelse offentliggjord", "county report published"
    ),
    CountyReportPublished,
)
VALVIRA_ACCOUNT_DELIVERED: Final = Fact(
    "valvira_account_delivered",
    Label(
        "Valviran selvitys yhdenvertaisuudesta toimitettu",
        "Valviras redogörelse för jämlikheten lämnad",
        "Valvira's account of equality delivered",
    ),
    ValviraAccountDelivered,
)
AGENCY_ACCOUNTS_DELIVERED: Final = Fact(
    "agency_accounts_delivered",
    Label(
        "aluehallintoviraston selvitys yhdenvertaisuudesta toimitettu",
        "regionförvaltningsverkets redogörelse för jämlikheten lämnad",
        "regional agency's account of equality delivered",
    ),
    AgencyAccountsDelivered,
)
SUPERVISORY_ACCOUNT_DELIVERED: Final = Fact(
    "supervisory_account_delivered",
    Label(
        "Lupa- ja valvontaviraston selvitys yhdenvertaisuudesta toimitettu",
        "Tillstånds- och tillsynsverkets redogörelse för jämlikheten lämnad",
        "Finnish Supervisory Agency's account of equality delivered",
    ),
    SupervisoryAccountDelivered,
)
