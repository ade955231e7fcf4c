"""Facts from the application to the Government's decision (611/2021 15 § 3–4 mom.)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import Cents, LongText, ShortText, Year

Necessity = Literal["continuity_of_services", "services_required_by_law"]
"""15 § 3 mom.: for which of the two the investment is necessary."""

Criterion = Literal["necessity", "no_other_cover"]
"""15 § 3 mom.: the two conditions, both of which must be met."""

Organisation = Literal["VM", "STM", "SM", "county"]


class ApplicationDecided(Payload):
    """The county decided to apply; the application itself is on its way."""

    financial_year: Year | None = Field(default=None, description="the financial year of the authority")
    amount_cents: Cents | None = Field(default=None, description="amount to be applied for, in cents")
    investments: LongText | None = Field(default=None, description="for which investments")


class ChangeSought(Payload):
    """What is asked for; the law prescribes neither form nor content."""

    financial_year: Year | None = Field(default=None, description="the financial year of the authority")
    amount_cents: Cents | None = Field(default=None, description="amount asked for, in cents")
    investments: LongText | None = Field(default=None, description="for which investments")
    necessary_for: tuple[Necessity, ...] = Field(
        default=(), max_length=2, description="for what the investment is said to be necessary"
    )
    no_other_cover: bool | None = Field(default=None, description="the need is said not to be covered in any other way")
    equivalent_contracts_cents: Cents | None = Field(
        default=None, description="how much of it is for contracts equivalent to investments, in cents"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class RepresentativesNamed(Payload):
    """One of the four named its representatives."""

    count: Annotated[int, Field(ge=1, le=20)] = Field(default=1, description="how many representatives")


class Representatives(Payload):
    """How many represent one of the four."""

    organisation: Organisation = Field(description="whose representatives")
    count: Annotated[int, Field(ge=1, le=20)] = Field(default=1, description="how many")


class GroupAppointed(Payload):
    """The preparation group."""

    members: tuple[Representatives, ...] = Field(
        default=(), max_length=10, description="representatives by organisation, where not named one by one"
    )
    without_representatives: tuple[Organisation, ...] = Field(
        default=(), max_length=4, description="which of the four have named nobody, although asked to"
    )
    term_ends_on: Day | None = Field(default=None, description="the last day of the group's term, if one is set")


class CountyHeard(Payload):
    """What the county said, beside its part in the group."""

    reply: LongText | None = Field(default=None, description="what the county said")


class AssessmentGiven(Payload):
    """What the group found: conditions, size, terms, on an overall assessment of economy and activity."""

    necessary_for: tuple[Necessity, ...] = Field(
        default=(), max_length=2, description="for what the group finds the investment necessary"
    )
    necessity_assessed: bool | None = Field(default=None, description="whether necessity was assessed")
    no_other_cover: bool | None = Field(
        default=None, description="the need cannot be covered in any other way, as the group finds"
    )
    amount_cents: Cents | None = Field(default=None, description="size of the authority needed, in cents")
    terms: tuple[ShortText, ...] = Field(default=(), max_length=50, description="terms that the group finds needed")
    terms_assessed: bool | None = Field(default=None, description="whether terms were assessed; none may be needed")
    overall_assessment: bool | None = Field(
        default=None, description="it rests on an overall assessment of the county's economy and activity"
    )
    unanimous: bool | None = Field(default=None, description="whether the group was unanimous")


class DissentRecorded(Payload):
    """A representative disagreed."""

    about: tuple[Literal["conditions", "size", "terms"], ...] = Field(
        default=(), max_length=3, description="on what the representatives disagree"
    )
    opinion: LongText | None = Field(default=None, description="the dissent in words")


class PresentedToGovernment(Payload):
    """The matter is before the Government."""

    proposal: Literal["change", "refuse"] | None = Field(default=None, description="what is proposed")


class Changed(Payload):
    """What the Government granted."""

    financial_year: Year | None = Field(default=None, description="the financial year of the authority")
    granted_cents: Cents | None = Field(default=None, description="amount granted, in cents")
    applied_cents: Cents | None = Field(
        default=None, description="amount asked for, in cents, where no application on record says it"
    )
    necessary_for: tuple[Necessity, ...] = Field(
        default=(), max_length=2, description="for what the investment is found necessary"
    )
    no_other_cover: bool | None = Field(default=None, description="the need cannot be covered in any other way")
    conditions: tuple[LongText, ...] = Field(default=(), max_length=50, description="conditions set for the county")
    next_report_on: Day | None = Field(
        default=None, description="the day by which the county reports first, if the decision sets one"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class Refused(Payload):
    """Why the authority is not changed."""

    unmet: tuple[Criterion, ...] = Field(default=(), max_length=2, description="which condition is not met")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class Withdrawn(Payload):
    """Whoever brought the matter took it back, or never lodged the application."""

    reason: Literal["withdrawn", "not_lodged", "other"] | None = Field(default=None, description="how the matter ended")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


APPLICATION_DECIDED: Final = Fact(
    "application_decided",
    Label("päätetty hakea muutosta", "beslut att ansöka om ändring fattat", "decided to apply for a change"),
    ApplicationDecided,
)
APPLICATION_MADE: Final = Fact(
    "application_made",
    Label(
        "hakemus lainanottovaltuuden muuttamisesta tehty",
        "ansökan om ändring av fullmakten att uppta lån gjord",
        "application for changing the borrowing authority made",
    ),
    ChangeSought,
)
INITIATIVE_MADE: Final = Fact(
    "initiative_made",
    Label(
        "ministeriön aloite lainanottovaltuuden muuttamisesta tehty",
        "ministeriets initiativ till ändring av fullmakten lämnat",
        "ministry's initiative for changing the borrowing authority made",
    ),
    ChangeSought,
)
REPRESENTATIVES_NAMED: Final = Fact(
    "representatives_named",
    Label(
        "edustajat nimetty valmisteluryhmään",
        "representanter i beredningsgruppen utsedda",
        "representatives in the preparation group named",
    ),
    RepresentativesNamed,
)
GROUP_APPOINTED: Final = Fact(
    "group_appointed",
    Label("valmisteluryhmä asetettu", "beredningsgrupp tillsatt", "preparation group set"),
    GroupAppointed,
)
COUNTY_HEARD: Final = Fact(
    "county_heard", Label("hyvinvointialuetta kuultu", "välfärdsområdet hört", "county heard"), CountyHeard
)
ASSESSMENT_GIVEN: Final = Fact(
    "assessment_given",
    Label(
        "valmisteluryhmän arvio annettu",
        "beredningsgruppens bedömning lämnad",
        "assessment of the preparation group given",
    ),
    AssessmentGiven,
)
DISSENT_RECORDED: Final = Fact(
    "dissent_recorded",
    Label("eriävä mielipide kirjattu", "avvikande åsikt antecknad", "dissent recorded"),
    DissentRecorded,
)
PRESENTED_TO_GOVERNMENT: Final = Fact(
    "presented_to_government",
    Label("asia esitelty valtioneuvostolle", "ärendet föredraget för statsrådet", "matter presented to the Government"),
    PresentedToGovernment,
)
CHANGED: Final = Fact(
    "changed",
    Label("lainanottovaltuutta muutettu", "fullmakten att uppta lån ändrad", "borrowing authority changed"),
    Changed,
)
REFUSED: Final = Fact(
    "refused",
    Label(
        "lainanottovaltuuden muuttaminen hylätty",
        "ändring av fullmakten att uppta lån avslagen",
        "change of the borrowing authority rejected",
    ),
    Refused,
)
WITHDRAWN: Final = Fact(
    "withdrawn", Label("hakemus peruutettu", "ansökan återtagen", "application withdrawn"), Withdrawn
)
INITIATIVE_WITHDRAWN: Final = Fact(
    "initiative_withdrawn", Label("aloite peruutettu", "initiativet återtaget", "initiative withdrawn"), Withdrawn
)
