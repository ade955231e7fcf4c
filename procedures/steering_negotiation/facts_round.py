"""Facts of a round up to the negotiation: planning, material, picture, invitation (611/2021 13 a § 1, 2 and 4 mom.)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText, Year

Source = Literal["services_report", "rescue_report", "services_assessment", "rescue_assessment", "investment_proposal"]
"""What the negotiation makes use of: the county's yearly reports with their proposal, and the expert assessments."""

Matter = Literal[
    "organising_responsibility",
    "objectives_and_measures",
    "costs_and_funding",
    "cost_control_measures",
    "national_objectives",
    "hus_agreement",
    "evaluation_measures",
    "other",
]
"""What is handled in the negotiation; the first five are those of the act itself."""


class Planned(Payload):
    """The Ministry of Finance plans the round of a year with one county, Helsinki or HUS."""

    year: Year = Field(description="the year of the round")
    themes: tuple[ShortText, ...] = Field(default=(), max_length=30, description="themes planned for the round")


class ThemesAgreed(Payload):
    """The ministries agree on the themes."""

    themes: tuple[ShortText, ...] = Field(min_length=1, max_length=30, description="the themes agreed on")


class MaterialRequested(Payload):
    """The county is asked for material, with the days by which it is wanted, if any are set."""

    services_report_by: Day | None = Field(
        default=None, description="the day by which the report on health and social services is asked for"
    )
    rescue_report_by: Day | None = Field(
        default=None, description="the day by which the report on rescue services is asked for"
    )
    remark: ShortText | None = Field(default=None, description="what else is asked for")


class CountyReportReceived(Payload):
    """A yearly report of the county is taken into the material."""

    year: Year = Field(description="the year that the report is about")
    given_on: Day | None = Field(default=None, description="the day on which the county gave the report")
    investment_proposal_included: bool | None = Field(
        default=None, description="the report holds the preliminary proposal for the investment plan"
    )
    address: ShortText | None = Field(default=None, description="where the report is published")


class ServicesAssessmentReceived(Payload):
    """The county's expert assessment by the Finnish Institute for Health and Welfare is taken into the material."""

    given_on: Day | None = Field(default=None, description="the day of the assessment")
    address: ShortText | None = Field(default=None, description="where the assessment is published")


class RescueAssessmentReceived(Payload):
    """The supervisor's expert assessment of rescue services is taken into the material."""

    authority: ActorCode = Field(description="the authority that gave it: AVI, or LVV from 1 January 2026")
    given_on: Day | None = Field(default=None, description="the day of the assessment")
    address: ShortText | None = Field(default=None, description="where the assessment is published")


class OtherAssessmentReceived(Payload):
    """An assessment by another authority is taken into the material, as needed."""

    authority: ShortText = Field(description="the authority that gave it")
    subject_matter: ShortText | None = Field(default=None, description="what is assessed")
    given_on: Day | None = Field(default=None, description="the day of the assessment")


class PictureCompleted(Payload):
    """The picture of the county's situation is put together from the material."""

    lacking: tuple[Source, ...] = Field(
        default=(), max_length=5, description="what was not to be had when the picture was put together"
    )
    lacking_grounds: LongText | None = Field(default=None, description="why it is lacking")


class Invited(Payload):
    """The county is invited; of HUS, the counties of Uusimaa and Helsinki are invited too."""

    meeting_on: Day | None = Field(default=None, description="the day of the negotiation")
    also_invited: tuple[ActorCode, ...] = Field(
        default=(), max_length=30, description="who is invited beside the one negotiated with"
    )
    place: ShortText | None = Field(default=None, description="where, or by which connection")


class Negotiated(Payload):
    """The negotiation was held: who attended, and what was handled."""

    attended: tuple[ActorCode, ...] = Field(
        min_length=1, max_length=40, description="codes of those who attended, ministries and counties alike"
    )
    matters: tuple[Matter, ...] = Field(default=(), max_length=8, description="what was handled")
    also_handled: tuple[ShortText, ...] = Field(default=(), max_length=30, description="other matters, by name")
    absence_grounds: LongText | None = Field(
        default=None, description="of HUS: why a county of Uusimaa or Helsinki, though invited, did not attend"
    )


class RoundDiscontinued(Payload):
    """The round ends before the negotiation."""

    reason: Literal["opened_by_mistake", "county_ceases", "not_held"] = Field(description="why it ends")
    grounds: LongText = Field(description="grounds as stated")


PLANNED: Final = Fact(
    "planned",
    Label("neuvottelukierros suunniteltu", "förhandlingsomgången planerad", "round planned"),
    Planned,
)
THEMES_AGREED: Final = Fact(
    "themes_agreed",
    Label("neuvottelun teemoista sovittu", "förhandlingens teman avtalade", "themes of the negotiation agreed"),
    ThemesAgreed,
)
MATERIAL_REQUESTED: Final = Fact(
    "material_requested",
    Label("aineistoa pyydetty", "material begärt", "material requested"),
    MaterialRequested,
)
SERVICES_REPORT_RECEIVED: Final = Fact(
    "services_report_received",
    Label(
        "sosiaali- ja terveydenhuollon vuosittainen selvitys saatu aineistoon",
        "den årliga redogörelsen för social- och hälsovården mottagen som material",
        "county report on health and social services received as material",
    ),
    CountyReportReceived,
)
RESCUE_REPORT_RECEIVED: Final = Fact(
    "rescue_report_received",
    Label(
        "pelastustoimen vuosittainen selvitys saatu aineistoon",
        "den årliga redogörelsen för räddningsväsendet mottagen som material",
        "county report on rescue services received as material",
    ),
    CountyReportReceived,
)
SERVICES_ASSESSMENT_RECEIVED: Final = Fact(
    "services_assessment_received",
    Label(
        "Terveyden ja hyvinvoinnin laitoksen asiantuntija-arvio saatu aineistoon",
        "expertbedömningen av Institutet för hälsa och välfärd mottagen som material",
        "expert assessment of the Institute for Health and Welfare received as material",
    ),
    ServicesAssessmentReceived,
)
RESCUE_ASSESSMENT_RECEIVED: Final = Fact(
    "rescue_assessment_received",
    Label(
        "pelastustoimen asiantuntija-arvio saatu aineistoon",
        "expertbedömningen av räddningsväsendet mottagen som material",
        "expert assessment of rescue services received as material",
    ),
    RescueAssessmentReceived,
)
OTHER_ASSESSMENT_RECEIVED: Final = Fact(
    "other_assessment_received",
    Label(
        "muun viranomaisen arvio saatu aineistoon",
        "annan myndighets utvärdering mottagen som material",
        "assessment of another authority received as material",
    ),
    OtherAssessmentReceived,
)
PICTURE_COMPLETED: Final = Fact(
    "picture_completed",
    Label("tilannekuva koottu", "lägesbilden sammanställd", "picture of the situation put together"),
    PictureCompleted,
)
INVITED: Final = Fact(
    "invited",
    Label("kutsuttu neuvotteluun", "kallad till förhandling", "invited to the negotiation"),
    Invited,
)
NEGOTIATED: Final = Fact(
    "negotiated",
    Label("neuvottelu käyty", "förhandlingen förd", "negotiation held"),
    Negotiated,
)
ROUND_DISCONTINUED: Final = Fact(
    "round_discontinued",
    Label("kierros päätetty neuvottelua käymättä", "omgången avslutad utan förhandling", "round ended unheld"),
    RoundDiscontinued,
)
