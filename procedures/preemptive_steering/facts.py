"""What can happen in pre-emptive financial steering (611/2021 13 b §)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, Count, LongText, ShortText, Year

Criterion = Literal["1a", "1b", "2", "3", "4"]
"""13 b § 1 mom. 1 (annual margin to depreciation; loan-service ratio) and 2–4."""

UnmetIn = Literal["borrowing_authority_change", "additional_funding", "evaluation"]
"""Where the unmet measures were required: 15 § 3 mom., 617/2021 26 § 1 mom., or 122 §."""

PlanDefect = Literal["no_itemised_measures", "not_compliant_with_115"]
"""13 b § 1 mom. 3: nothing itemised for balance or for covering the deficit, or not as 115 § requires."""

Content = Literal["matters", "outcome", "finance_recommendations", "service_recommendations", "follow_up"]
"""What the document must hold by 13 b § 3 mom., the reporting timetable apart."""

Outcome = Literal["followed", "partly_followed", "not_followed"]

Figure = Annotated[str, Field(pattern=r"^-?[0-9]{1,12}([.][0-9]{1,6})?$", max_length=20)]
"""A key figure as decimal text, with a point."""

Days = Annotated[tuple[Day, ...], Field(max_length=60)]


class CriterionNoted(Payload):
    """Which criteria the ministry found met, and what each rests on."""

    criteria: tuple[Criterion, ...] = Field(
        default=(),
        max_length=5,
        description="criteria met: 1a (margin to depreciation), 1b (loan-service ratio), 2 (measures not carried out), "
        "3 (budget and plan), 4 (development)",
    )
    accounts_year: Year | None = Field(
        default=None, description="1a, 1b: the financial year whose accounts the figures are from"
    )
    margin_percent: Figure | None = Field(
        default=None, description="1a: annual margin to depreciation in per cent, such as 87.5"
    )
    loan_service_ratio: Figure | None = Field(
        default=None, description="1b: the calculated loan-service ratio, such as 0.92"
    )
    unmet_in: tuple[UnmetIn, ...] = Field(
        default=(), max_length=3, description="2: where the measures that are not carried out were required"
    )
    evidently_unmet: bool | None = Field(default=None, description="2: it is evident that they are not carried out")
    substitute_decided: bool | None = Field(default=None, description="2: the county has decided substitute measures")
    plan_defects: tuple[PlanDefect, ...] = Field(
        default=(), max_length=2, description="3: what is wrong with the budget and plan"
    )
    development: Literal["essentially_weaker", "not_assessable"] | None = Field(
        default=None, description="4: the economic development against the budget"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class UnmetMeasuresAssessed(Payload):
    """The ministry weighed criterion 2 after measures were reported as not carried out."""

    required_in: UnmetIn = Field(description="where the measures were required")
    met: bool = Field(description="whether criterion 2 is found met")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class Started(Payload):
    """On which criteria the start relies; the law prescribes no form for it."""

    relied_on: tuple[Criterion, ...] = Field(default=(), max_length=5, description="criteria on which it relies")
    notice: ShortText | None = Field(default=None, description="number or name of the notice")


class StartDeclined(Payload):
    """Why the procedure is not started."""

    reason: Literal["criteria_no_longer_met", "discretion", "other"] | None = Field(
        default=None, description="why the procedure is not started"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class MaterialsDelivered(Payload):
    """The county delivered materials for the negotiations."""

    subject: ShortText | None = Field(default=None, description="what the materials are about")


class NegotiationHeld(Payload):
    """Who took part in a negotiation beside the ministry that leads it."""

    attended: tuple[ActorCode, ...] = Field(
        default=(), max_length=20, description="codes of those who took part, such as 15, STM, SM"
    )
    agenda: ShortText | None = Field(default=None, description="the matters of the negotiation")


class SituationPictureNoted(Payload):
    """The parties have a common picture of the county's situation."""

    summary: LongText | None = Field(default=None, description="the common situation picture in short")


class DocumentDrawnUp(Payload):
    """What the document of the negotiations holds; the text itself stands in the document."""

    contents: tuple[Content, ...] = Field(
        default=(),
        max_length=5,
        description="what it holds: matters, outcome, finance_recommendations, service_recommendations, follow_up",
    )
    views_of: tuple[Literal["STM", "SM"], ...] = Field(
        default=(), max_length=2, description="ministries whose views were reconciled in it"
    )
    recommendations_count: Count | None = Field(default=None, description="how many measure recommendations it gives")
    reporting_days: Days = Field(default=(), description="its reporting timetable: the days, in their order")
    next_report_by: Day | None = Field(default=None, description="the first of these days")


class DocumentPublished(Payload):
    """Where the document can be read."""

    address: ShortText | None = Field(default=None, description="address in the public network, such as https://…")


class MeasuresDecided(Payload):
    """What the county decided on the recommendations; they do not bind it."""

    organ: Literal["council", "executive"] | None = Field(default=None, description="which organ decided")
    extent: Literal["all", "partly", "none"] | None = Field(
        default=None, description="how many of the recommendations the decision follows"
    )
    decision: LongText | None = Field(default=None, description="the decision in words")


class FollowUpReported(Payload):
    """The county's report by the document's timetable."""

    answers: Day | None = Field(default=None, description="the reporting day that this report answers")
    next_report_by: Day | None = Field(
        default=None, description="the next reporting day of the document; empty: there is none left"
    )
    summary: LongText | None = Field(default=None, description="the report in short")


class TimetableChanged(Payload):
    """The document's reporting timetable was changed."""

    reporting_days: Days = Field(default=(), description="the days that are still to come, in their order")
    next_report_by: Day | None = Field(default=None, description="the first of these days")


class RecommendationsAssessed(Payload):
    """How the ministry finds the recommendations followed so far."""

    finding: Outcome = Field(description="whether they are followed, partly followed or not followed")
    grounds: LongText | None = Field(default=None, description="on what the finding rests")


class SteeringClosed(Payload):
    """How the procedure ended."""

    outcome: Outcome | None = Field(default=None, description="whether the recommendations were followed")
    grounds: LongText | None = Field(default=None, description="on what the closing rests")


class MovedToOtherProcedure(Payload):
    """The matter goes on in another procedure."""

    procedure: Literal["evaluation", "additional_funding", "borrowing_authority_change", "other"] | None = Field(
        default=None, description="the procedure in which the matter goes on"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class Discontinued(Payload):
    """The case ended before its time."""

    reason: Literal["county_ceased", "opened_in_error", "other"] | None = Field(
        default=None, description="why the case was discontinued"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


CRITERION_NOTED: Final = Fact(
    "criterion_noted", Label("edellytys todettu", "förutsättning konstaterad", "criterion noted"), CriterionNoted
)
UNMET_MEASURES_ASSESSED: Final = Fact(
    "unmet_measures_assessed",
    Label(
        "toteutumattomat toimenpiteet arvioitu (2 kohta)",
        "icke genomförda åtgärder bedömda (2 punkten)",
        "unmet measures assessed (criterion 2)",
    ),
    UnmetMeasuresAssessed,
)
STARTED: Final = Fact("started", Label("menettely käynnistetty", "förfarandet inlett", "procedure started"), Started)
START_DECLINED: Final = Fact(
    "start_declined",
    Label("menettely jätetty käynnistämättä", "förfarandet inte inlett", "procedure not started"),
    StartDeclined,
)
MATERIALS_DELIVERED: Final = Fact(
    "materials_delivered",
    Label("aineistot toimitettu", "materialet lämnat", "materials delivered"),
    MaterialsDelivered,
)
NEGOTIATION_HELD: Final = Fact(
    "negotiation_held", Label("neuvottelu käyty", "förhandling förd", "negotiation held"), NegotiationHeld
)
SITUATION_PICTURE_NOTED: Final = Fact(
    "situation_picture_noted",
    Label("yhteinen tilannekuva todettu", "gemensam lägesbild konstaterad", "common situation picture noted"),
    SituationPictureNoted,
)
DOCUMENT_DRAWN_UP: Final = Fact(
    "document_drawn_up",
    Label("neuvottelumenettelyn asiakirja laadittu", "dokument över förfarandet utarbetat", "document drawn up"),
    DocumentDrawnUp,
)
DOCUMENT_PUBLISHED: Final = Fact(
    "document_published",
    Label("asiakirja julkaistu", "dokumentet offentliggjort", "document published"),
    DocumentPublished,
)
MEASURES_DECIDED: Final = Fact(
    "measures_decided",
    Label(
        "hyvinvointialue päättänyt toimenpiteistä",
        "välfärdsområdet har beslutat om åtgärder",
        "county decided measures",
    ),
    MeasuresDecided,
)
FOLLOW_UP_REPORTED: Final = Fact(
    "follow_up_reported",
    Label(
        "toimenpidesuositusten toteuttamisesta raportoitu",
        "genomförandet av åtgärdsrekommendationerna rapporterat",
        "follow-up of the recommendations reported",
    ),
    FollowUpReported,
)
TIMETABLE_CHANGED: Final = Fact(
    "timetable_changed",
    Label("raportointiaikataulua muutettu", "rapporteringstidtabellen ändrad", "reporting timetable changed"),
    TimetableChanged,
)
RECOMMENDATIONS_ASSESSED: Final = Fact(
    "recommendations_assessed",
    Label(
        "toimenpidesuositusten toteutuminen arvioitu",
        "genomförandet av åtgärdsrekommendationerna bedömt",
        "following of the recommendations assessed",
    ),
    RecommendationsAssessed,
)
STEERING_CLOSED: Final = Fact(
    "steering_closed", Label("menettely päätetty", "förfarandet avslutat", "procedure closed"), SteeringClosed
)
MOVED_TO_OTHER_PROCEDURE: Final = Fact(
    "moved_to_other_procedure",
    Label("siirretty toiseen menettelyyn", "överfört till ett annat förfarande", "moved to another procedure"),
    MovedToOtherProcedure,
)
DISCONTINUED: Final = Fact(
    "discontinued", Label("asia rauennut", "ärendet förfallet", "case discontinued"), Discontinued
)
