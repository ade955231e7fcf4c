"""Facts of an application for more time to cover a deficit (HE 189/2025 vp, not confirmed as law)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import Cents, LongText, ShortText, Year


class ApplicationMade(Payload):
    """How much time the county applies for, and why."""

    cover_year: Year | None = Field(default=None, description="year to whose end more time is applied for")
    deficit_cents: Cents | None = Field(default=None, description="accumulated deficit to be covered, in cents")
    reasons: LongText | None = Field(default=None, description="reasons as stated")


class EconomicPlanApproved(Payload):
    """The council has approved the economic plan on which the application rests."""

    plan_years: tuple[Year, ...] = Field(default=(), max_length=10, description="years that the plan covers")
    decision: ShortText | None = Field(default=None, description="number or name of the council's decision")


class ConsiderationBegun(Payload):
    """The ministry takes the application up."""

    remark: ShortText | None = Field(default=None, description="how it is handled")


class HearingLetterSent(Payload):
    """The county is asked for its reply."""

    reply_by: Day | None = Field(default=None, description="the day that the letter sets for the reply")


class CountyHeard(Payload):
    """The hearing is over; silence does not stop the decision."""

    reply: Literal["given", "not_given"] | None = Field(default=None, description="whether the county replied")


class Granted(Payload):
    """Until when the deficit may be covered."""

    cover_by: Day = Field(description="the day by which the deficit must be covered, the last of a year")
    necessary: bool | None = Field(
        default=None, description="whether more time is found necessary for following the legislation"
    )
    reasons: LongText | None = Field(default=None, description="reasons as stated")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class Rejected(Payload):
    """Why no more time is given."""

    reasons: LongText | None = Field(default=None, description="grounds as stated")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class Withdrawn(Payload):
    """The county takes its application back."""

    reason: LongText | None = Field(default=None, description="reason as stated")


class Discontinued(Payload):
    """There is nothing left to decide on."""

    reason: Literal["no_deficit_left", "county_ceased", "law_not_in_force", "other"] | None = Field(
        default=None, description="why there is nothing left to decide on"
    )
    remark: ShortText | None = Field(default=None, description="the reason in words")


class DecisionServed(Payload):
    """The county has got to know the decision; the day of the fact is that day."""

    remark: ShortText | None = Field(default=None, description="how it was served")


class AppealMade(Payload):
    """The county appeals."""

    demands: LongText | None = Field(default=None, description="what is demanded")


class AppealDismissed(Payload):
    """The decision stands for good."""

    handling: Literal["dismissed", "inadmissible"] | None = Field(
        default=None, description="whether the appeal was dismissed or not taken up"
    )


class DecisionAnnulled(Payload):
    """The court annuls the decision; the application is considered again."""

    reasons: LongText | None = Field(default=None, description="the court's reasons")


class NoRemedySought(Payload):
    """The county leaves it at the decision."""

    remark: ShortText | None = Field(default=None, description="the county's decision")


class DeficitCovered(Payload):
    """The accounts show no uncovered deficit; the day of the fact is the last of their financial year."""

    accounts_year: Year | None = Field(default=None, description="financial year whose accounts show it")


class DeficitLeftUncovered(Payload):
    """The accounts show an uncovered deficit although the extended time is over."""

    accounts_year: Year | None = Field(default=None, description="financial year whose accounts show it")
    uncovered_cents: Cents | None = Field(default=None, description="deficit left uncovered, in cents")


class Closed(Payload):
    """Nothing in the matter is left to do."""

    remark: ShortText | None = Field(default=None, description="why the matter is closed")


APPLICATION_MADE: Final = Fact(
    "application_made",
    Label("lisäaikaa haettu", "förlängd tid sökt", "more time applied for"),
    ApplicationMade,
)
ECONOMIC_PLAN_APPROVED: Final = Fact(
    "economic_plan_approved",
    Label("taloussuunnitelma hyväksytty", "ekonomiplanen godkänd", "economic plan approved"),
    EconomicPlanApproved,
)
CONSIDERATION_BEGUN: Final = Fact(
    "consideration_begun",
    Label("hakemus otettu harkittavaksi", "ansökan upptagen till prövning", "consideration of the application begun"),
    ConsiderationBegun,
)
HEARING_LETTER_SENT: Final = Fact(
    "hearing_letter_sent",
    Label("kuulemiskirje lähetetty", "brev om hörande sänt", "hearing letter sent"),
    HearingLetterSent,
)
COUNTY_HEARD: Final = Fact(
    "county_heard", Label("hyvinvointialuetta kuultu", "välfärdsområdet hört", "county heard"), CountyHeard
)
GRANTED: Final = Fact("granted", Label("lisäaika myönnetty", "förlängd tid beviljad", "more time granted"), Granted)
REJECTED: Final = Fact("rejected", Label("hakemus hylätty", "ansökan avslagen", "application rejected"), Rejected)
WITHDRAWN: Final = Fact(
    "withdrawn", Label("hakemus peruutettu", "ansökan återtagen", "application withdrawn"), Withdrawn
)
DISCONTINUED: Final = Fact(
    "discontinued", Label("hakemus rauennut", "ansökan förfallen", "application discontinued"), Discontinued
)
DECISION_SERVED: Final = Fact(
    "decision_served", Label("päätös annettu tiedoksi", "beslutet delgivet", "decision served"), DecisionServed
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
NO_REMEDY_SOUGHT: Final = Fact(
    "no_remedy_sought", Label("muutosta ei haeta", "ändring söks inte", "no remedy sought"), NoRemedySought
)
DEFICIT_COVERED: Final = Fact(
    "deficit_covered", Label("alijäämä katettu", "underskottet täckt", "deficit covered"), DeficitCovered
)
DEFICIT_LEFT_UNCOVERED: Final = Fact(
    "deficit_left_uncovered",
    Label("alijäämä jäänyt kattamatta", "underskottet otäckt", "deficit left uncovered"),
    DeficitLeftUncovered,
)
CLOSED: Final = Fact("closed", Label("asia päätetty", "ärendet avslutat", "case closed"), Closed)
