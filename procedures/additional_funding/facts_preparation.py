"""Facts from the application or initiative to the presentation (617/2021 26 § 1–2 mom.).

The law prescribes neither form nor content of an application: nothing in it is required here.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import Cents, Count, LongText, ShortText, Year

Service = Literal["health_and_social", "rescue"]
"""Constitution 19 § 3 mom., and its 7, 15 and 20 § as far as rescue services go: 617/2021 11 § 1 mom."""

ConditionKind = Literal["effectiveness", "quality", "quantity", "efficiency", "targeted_measures"]
"""The four of 617/2021 11 § 2 mom., and measures aimed at activity or finances (611/2021 13 b § 1 mom. 2)."""

Side = Literal["vm", "stm", "sm", "county"]
"""Those who name representatives to the preparation group: 617/2021 26 § 2 mom."""

Question = Literal["entitlement", "amount", "conditions", "other"]


class Condition(Payload):
    """A condition of the decision. Without a kind where the source does not say which."""

    kind: ConditionKind | None = Field(default=None, description="what the condition concerns")
    text: ShortText | None = Field(default=None, description="the condition as worded")


class ApplicationMade(Payload):
    """What the county applies for."""

    applied_cents: Cents | None = Field(default=None, description="amount applied for, in cents")
    financial_year: Year | None = Field(default=None, description="financial year for which it is applied")
    services: tuple[Service, ...] = Field(
        default=(), max_length=2, description="services that the level of funding is said to endanger"
    )
    reasons: LongText | None = Field(default=None, description="reasons as stated")


class InitiativeMade(Payload):
    """What a ministry proposes: a grant and its conditions."""

    proposed_cents: Cents | None = Field(default=None, description="amount proposed, in cents")
    financial_year: Year | None = Field(default=None, description="financial year that the initiative concerns")
    services: tuple[Service, ...] = Field(
        default=(), max_length=2, description="services that the level of funding is said to endanger"
    )
    conditions: tuple[Condition, ...] = Field(default=(), max_length=50, description="conditions proposed")
    reasons: LongText | None = Field(default=None, description="reasons as stated")


class ApplicationSupplemented(Payload):
    """What the county adds to its application or changes in it."""

    applied_cents: Cents | None = Field(default=None, description="amount applied for from now on, in cents")
    remark: LongText | None = Field(default=None, description="what was added")


class PreparationGroupSet(Payload):
    """The group is set."""

    term_ends_on: Day | None = Field(default=None, description="last day of the group's term, if the decision sets one")


class RepresentativesNamed(Payload):
    """A ministry or the county names its representatives."""

    count: Count | None = Field(default=None, description="how many representatives were named")


class AssessmentBegun(Payload):
    """The group starts its work."""

    without_representatives: tuple[Side, ...] = Field(
        default=(), max_length=4, description="sides that were asked and have named nobody: vm, stm, sm, county"
    )
    remark: ShortText | None = Field(default=None, description="how it starts")


class PartPrepared(Payload):
    """A ministry has prepared its part of the assessment."""

    view: LongText | None = Field(default=None, description="the ministry's view")


class AmountPrepared(PartPrepared):
    """A ministry has prepared the question of the amount."""

    amount_cents: Cents | None = Field(default=None, description="amount that the ministry finds needed, in cents")


class DissentRecorded(Payload):
    """A side disagrees with what the group gives."""

    about: tuple[Question, ...] = Field(default=(), max_length=4, description="on which questions the side dissents")
    position: LongText | None = Field(default=None, description="the dissenting position")


class MemorandumGiven(Payload):
    """What the group concludes on its three questions."""

    entitlement: Literal["met", "not_met", "not_agreed"] | None = Field(
        default=None, description="whether the conditions for additional funding are met"
    )
    amount: Literal["agreed", "none_needed", "not_agreed"] | None = Field(
        default=None, description="whether the group agrees on the amount"
    )
    amount_cents: Cents | None = Field(default=None, description="amount that the group finds needed, in cents")
    conditions: Literal["proposed", "none_proposed", "not_agreed"] | None = Field(
        default=None, description="whether the group proposes conditions for the county"
    )
    overall_assessment: bool | None = Field(
        default=None, description="whether it rests on an overall assessment of the county's economy and activity"
    )
    summary: LongText | None = Field(default=None, description="the conclusions in words")


class PresentedToGovernment(Payload):
    """The matter is presented to the Government."""

    proposal: Literal["grant", "reject"] | None = Field(default=None, description="what is proposed to the Government")
    amount_cents: Cents | None = Field(default=None, description="amount proposed, in cents")


class Withdrawn(Payload):
    """Whoever brought the matter takes it back."""

    reason: LongText | None = Field(default=None, description="reason as stated")


APPLICATION_MADE: Final = Fact(
    "application_made",
    Label("lisärahoitusta haettu", "tilläggsfinansiering sökt", "additional funding applied for"),
    ApplicationMade,
)
INITIATIVE_MADE: Final = Fact(
    "initiative_made",
    Label(
        "aloite lisärahoituksen myöntämisestä tehty",
        "initiativ till beviljande av tilläggsfinansiering taget",
        "initiative for additional funding made",
    ),
    InitiativeMade,
)
APPLICATION_SUPPLEMENTED: Final = Fact(
    "application_supplemented",
    Label("hakemusta täydennetty", "ansökan kompletterad", "application supplemented"),
    ApplicationSupplemented,
)
PREPARATION_GROUP_SET: Final = Fact(
    "preparation_group_set",
    Label("valmisteluryhmä asetettu", "beredningsgrupp tillsatt", "preparation group set"),
    PreparationGroupSet,
)
REPRESENTATIVES_NAMED: Final = Fact(
    "representatives_named",
    Label("edustajat nimetty", "representanter utsedda", "representatives named"),
    RepresentativesNamed,
)
ASSESSMENT_BEGUN: Final = Fact(
    "assessment_begun", Label("arviointi aloitettu", "bedömningen inledd", "assessment begun"), AssessmentBegun
)
ENTITLEMENT_PREPARED: Final = Fact(
    "entitlement_prepared",
    Label("edellytykset valmisteltu", "förutsättningarna beredda", "entitlement prepared"),
    PartPrepared,
)
AMOUNT_PREPARED: Final = Fact(
    "amount_prepared", Label("määrä valmisteltu", "beloppet berett", "amount prepared"), AmountPrepared
)
CONDITIONS_PREPARED: Final = Fact(
    "conditions_prepared", Label("ehdot valmisteltu", "villkoren beredda", "conditions prepared"), PartPrepared
)
DISSENT_RECORDED: Final = Fact(
    "dissent_recorded",
    Label("eriävä mielipide kirjattu", "avvikande åsikt antecknad", "dissent recorded"),
    DissentRecorded,
)
MEMORANDUM_GIVEN: Final = Fact(
    "memorandum_given",
    Label(
        "valmisteluryhmän arvio annettu",
        "beredningsgruppens bedömning lämnad",
        "assessment of the preparation group given",
    ),
    MemorandumGiven,
)
PRESENTED_TO_GOVERNMENT: Final = Fact(
    "presented_to_government",
    Label("esitelty valtioneuvostolle", "föredraget för statsrådet", "presented to the Government"),
    PresentedToGovernment,
)
WITHDRAWN: Final = Fact(
    "withdrawn", Label("hakemus peruutettu", "ansökan återtagen", "application withdrawn"), Withdrawn
)
INITIATIVE_WITHDRAWN: Final = Fact(
    "initiative_withdrawn", Label("aloite peruutettu", "initiativet återtaget", "initiative withdrawn"), Withdrawn
)
