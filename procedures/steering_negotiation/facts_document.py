"""Facts after the negotiation: recommendations, document, publication, follow-up (611/2021 13 a § 3 and 5 mom.)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import LongText, ShortText, Year

Number = Annotated[int, Field(ge=1, le=200)]


class Recommendation(Payload):
    """One measure recommendation, which does not bind; the county reports on how it was taken into account."""

    number: Number = Field(description="its number in this round")
    text: LongText = Field(description="what is recommended")
    concerns: Literal["organising", "finances"] | None = Field(
        default=None, description="whether it concerns the organising of services or the finances"
    )


class RecommendationsGiven(Payload):
    """One or more ministries give the county measure recommendations."""

    recommendations: tuple[Recommendation, ...] = Field(
        default=(), max_length=100, description="the recommendations, each with a number of its own"
    )


class RecommendationsFoundUnneeded(Payload):
    """A ministry finds that no recommendation is needed."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class DraftSent(Payload):
    """The draft of the document is with the county."""

    comments_by: Day | None = Field(default=None, description="the day by which the county is asked to comment")


class DraftCommented(Payload):
    """The county comments on the draft."""

    accepts: bool | None = Field(default=None, description="the county accepts the draft as it stands")
    remark: LongText | None = Field(default=None, description="what the county would change")


class DocumentConfirmed(Payload):
    """The document is final."""

    matters_stated: bool | None = Field(default=None, description="the document states what was handled")
    results_stated: bool | None = Field(default=None, description="the document states what was arrived at")
    recommendations_stated: bool | None = Field(
        default=None, description="the document states the recommendations that were given"
    )
    county_did_not_comment: bool | None = Field(
        default=None, description="the county had the draft and did not comment on it"
    )


class Published(Payload):
    """The document is published in the public network."""

    address: ShortText | None = Field(default=None, description="the address at which the document can be read")


class FollowUpBegun(Payload):
    """The recommendations are followed up."""

    answers_by: Day | None = Field(
        default=None, description="the day by which the county's next yearly report is to answer, if one is stated"
    )


class Answer(Payload):
    """How the county has taken one recommendation into account."""

    number: Number = Field(description="the recommendation's number")
    outcome: Literal["carried_out", "under_way", "not_carried_out"] = Field(description="how far it was carried out")
    remark: ShortText | None = Field(default=None, description="in the county's own words, shortly")


class RecommendationsAnswered(Payload):
    """The county's yearly report answers the recommendations."""

    report: Literal["services_report", "rescue_report"] = Field(description="which yearly report answers")
    year: Year = Field(description="the year that the report is about")
    answers: tuple[Answer, ...] = Field(default=(), max_length=100, description="the answers, by number")
    address: ShortText | None = Field(default=None, description="where the report is published")


class RoundConcluded(Payload):
    """The round is over."""

    unanswered_grounds: LongText | None = Field(
        default=None, description="why the round ends although a recommendation was not answered"
    )
    carried_over: tuple[Number, ...] = Field(
        default=(), max_length=100, description="numbers of the recommendations that the next round takes up again"
    )


RECOMMENDATIONS_GIVEN: Final = Fact(
    "recommendations_given",
    Label("toimenpidesuosituksia annettu", "åtgärdsrekommendationer givna", "measure recommendations given"),
    RecommendationsGiven,
)
RECOMMENDATIONS_FOUND_UNNEEDED: Final = Fact(
    "recommendations_found_unneeded",
    Label(
        "toimenpidesuosituksia ei todettu tarvittavan",
        "åtgärdsrekommendationer konstaterade obehövliga",
        "measure recommendations found not to be needed",
    ),
    RecommendationsFoundUnneeded,
)
DRAFT_SENT: Final = Fact(
    "draft_sent",
    Label(
        "asiakirjaluonnos lähetetty hyvinvointialueelle",
        "utkastet till dokument sänt till välfärdsområdet",
        "draft of the document sent to the county",
    ),
    DraftSent,
    publicity="internal",
)
DRAFT_COMMENTED: Final = Fact(
    "draft_commented",
    Label(
        "hyvinvointialue kommentoinut asiakirjaluonnosta",
        "välfärdsområdet har kommenterat utkastet till dokument",
        "county has commented on the draft of the document",
    ),
    DraftCommented,
    publicity="internal",
)
DOCUMENT_CONFIRMED: Final = Fact(
    "document_confirmed",
    Label("neuvotteluasiakirja vahvistettu", "förhandlingsdokumentet fastställt", "negotiation document confirmed"),
    DocumentConfirmed,
)
PUBLISHED: Final = Fact(
    "published",
    Label(
        "neuvotteluasiakirja julkaistu julkisessa tietoverkossa",
        "förhandlingsdokumentet offentliggjort i det allmänna datanätet",
        "negotiation document published in the public network",
    ),
    Published,
)
FOLLOW_UP_BEGUN: Final = Fact(
    "follow_up_begun",
    Label(
        "suositusten seuranta alkanut",
        "uppföljningen av rekommendationerna inledd",
        "follow-up of the recommendations begun",
    ),
    FollowUpBegun,
)
RECOMMENDATIONS_ANSWERED: Final = Fact(
    "recommendations_answered",
    Label(
        "toimenpidesuosituksiin vastattu vuosittaisessa selvityksessä",
        "åtgärdsrekommendationerna besvarade i den årliga redogörelsen",
        "measure recommendations answered in the county report",
    ),
    RecommendationsAnswered,
)
ROUND_CONCLUDED: Final = Fact(
    "round_concluded",
    Label("neuvottelukierros päätetty", "förhandlingsomgången avslutad", "round of negotiations concluded"),
    RoundConcluded,
)
