"""Facts of the decision: granted or rejected, served, and the remedies (617/2021 11, 26, 30 and 31 §)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.additional_funding.facts_preparation import Condition, Service
from procedures.fields import Cents, LongText, ShortText, Year

RejectionGround = Literal["services_not_endangered", "room_to_reallocate", "other"]
"""What decisions have turned on: services are not endangered, or funds can still be aimed anew within the county."""


class Granted(Payload):
    """What the Government grants, and on which conditions."""

    applied_cents: Cents | None = Field(
        default=None, description="amount applied for as the decision states it, in cents"
    )
    granted_cents: Cents | None = Field(default=None, description="amount granted, in cents")
    financial_year: Year | None = Field(default=None, description="financial year for which it is granted")
    secures: tuple[Service, ...] = Field(
        default=(), max_length=2, description="services that would otherwise be endangered"
    )
    conditions: tuple[Condition, ...] = Field(default=(), max_length=50, description="conditions of the grant")
    report_by: Day | None = Field(default=None, description="the day that the decision sets for the county's report")
    appropriation: ShortText | None = Field(default=None, description="appropriation of the State budget")
    earlier_grants_on: tuple[Day, ...] = Field(
        default=(), max_length=50, description="days on which the county was granted additional funding before"
    )
    evaluation_under_way: bool | None = Field(
        default=None, description="whether an evaluation procedure of the county is under way"
    )
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class Rejected(Payload):
    """Why nothing is granted."""

    grounds: tuple[RejectionGround, ...] = Field(default=(), max_length=3, description="grounds of the rejection")
    reasons: LongText | None = Field(default=None, description="grounds as stated")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class DecisionServed(Payload):
    """The county has got to know the decision; the day of the fact is that day (434/2003 59 § 2 mom.)."""

    remark: ShortText | None = Field(default=None, description="how it was served")


class RectificationRequested(Payload):
    """The county asks the Government to rectify its decision."""

    demands: LongText | None = Field(default=None, description="which rectification is demanded, and why")


class RectificationRejected(Payload):
    """The decision stands."""

    handling: Literal["rejected", "inadmissible"] | None = Field(
        default=None, description="whether the request was rejected or not taken up"
    )
    reasons: LongText | None = Field(default=None, description="reasons as stated")


class DecisionAmended(Payload):
    """The grant is changed upon the request; what is stated here holds from now on."""

    granted_cents: Cents | None = Field(default=None, description="amount granted altogether, in cents")
    conditions: tuple[Condition, ...] | None = Field(
        default=None, max_length=50, description="conditions from now on, if they change"
    )


class NoRemedySought(Payload):
    """The county leaves it at the decision."""

    remark: ShortText | None = Field(default=None, description="the county's decision")


class AppealMade(Payload):
    """The county appeals against the decision on its request."""

    demands: LongText | None = Field(default=None, description="what is demanded")


class AppealDismissed(Payload):
    """The decision stands for good."""

    handling: Literal["dismissed", "inadmissible"] | None = Field(
        default=None, description="whether the appeal was dismissed or not taken up"
    )


class DecisionAnnulled(Payload):
    """The court annuls the decision; the matter is handled again."""

    reasons: LongText | None = Field(default=None, description="the court's reasons")


GRANTED: Final = Fact(
    "granted", Label("lisärahoitus myönnetty", "tilläggsfinansiering beviljad", "additional funding granted"), Granted
)
REJECTED: Final = Fact(
    "rejected",
    Label("hakemus tai aloite hylätty", "ansökan eller initiativet avslaget", "application or initiative rejected"),
    Rejected,
)
DECISION_SERVED: Final = Fact(
    "decision_served", Label("päätös annettu tiedoksi", "beslutet delgivet", "decision served"), DecisionServed
)
RECTIFICATION_REQUESTED: Final = Fact(
    "rectification_requested",
    Label("oikaisuvaatimus tehty", "begäran om omprövning framställd", "rectification requested"),
    RectificationRequested,
)
RECTIFICATION_REJECTED: Final = Fact(
    "rectification_rejected",
    Label("oikaisuvaatimus hylätty", "begäran om omprövning avslagen", "request for rectification rejected"),
    RectificationRejected,
)
DECISION_AMENDED: Final = Fact(
    "decision_amended",
    Label(
        "päätöstä muutettu oikaisuvaatimuksen johdosta",
        "beslutet ändrat med anledning av begäran om omprövning",
        "decision changed upon the request for rectification",
    ),
    DecisionAmended,
)
NO_REMEDY_SOUGHT: Final = Fact(
    "no_remedy_sought", Label("muutosta ei haeta", "ändring söks inte", "no remedy sought"), NoRemedySought
)
APPEAL_MADE: Final = Fact("appeal_made", Label("valitus tehty", "besvär anförda", "appeal made"), AppealMade)
APPEAL_DISMISSED: Final = Fact(
    "appeal_dismissed", Label("valitus hylätty", "besvären avslagna", "appeal dismissed"), AppealDismissed
)
DECISION_ANNULLED: Final = Fact(
    "decision_annulled",
    Label(
        "päätös kumottu ja asia palautettu",
        "beslutet upphävt och ärendet återförvisat",
        "decision annulled and matter returned",
    ),
    DecisionAnnulled,
)
