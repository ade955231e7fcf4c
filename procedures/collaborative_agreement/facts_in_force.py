"""Facts of an agreement in force: delivered, followed up, amended, replaced; and of appeals against an approval."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText, Year


class EntryEstablished(Payload):
    """The day on which the agreement entered into force is established, and the parties and ministries are told."""

    remark: ShortText | None = Field(default=None, description="remark on the entry into force")


class DeliveredToMinistry(Payload):
    """The approved agreement reached the Ministry of Social Affairs and Health."""

    remark: ShortText | None = Field(default=None, description="remark on the delivery")


class FollowedUp(Payload):
    """How the agreement was carried out in a year."""

    year: Year = Field(description="the calendar year of the follow-up")
    conclusion: Literal["no_change_needed", "change_needed", "government_assessment"] | None = Field(
        default=None, description="what was concluded"
    )
    remark: LongText | None = Field(default=None, description="the evaluation in short")


class AmendmentNeedAssessed(Payload):
    """Whether the agreement must be amended."""

    outcome: Literal["needed", "not_needed", "in_the_draft"] = Field(
        description="needed, not needed, or taken into account in the text that is being drafted"
    )
    because: ShortText | None = Field(default=None, description="what gave rise to it, such as new national objectives")


class AmendmentProposed(Payload):
    """One or more of the parties propose an amendment."""

    party: ActorCode = Field(description="who proposes")
    together_with: Annotated[tuple[ActorCode, ...], Field(max_length=30)] = Field(
        default=(), description="the other parties that propose the same"
    )
    matters: LongText | None = Field(default=None, description="what is to be amended")


class AmendmentInitiated(Payload):
    """The ministry takes the initiative for an amendment."""

    matters: LongText | None = Field(default=None, description="what is to be amended")


class AmendmentDrafted(Payload):
    """The drafting of an amendment is taken up."""

    matters: LongText | None = Field(default=None, description="what is to be amended")


class AmendmentDropped(Payload):
    """The agreement stays as it is."""

    reason: LongText | None = Field(default=None, description="why no amendment is made")


class ReplacedByAgreement(Payload):
    """A new agreement took the place of this one."""

    new_in_force_on: Day = Field(description="the day on which the new agreement entered into force")


class ApprovalPublished(Payload):
    """The minutes with the council's decision are on the web."""

    party: ActorCode = Field(description="whose council it was")
    deemed_informed_on: Day = Field(description="the day on which members of the county are deemed informed")


class AppealLodged(Payload):
    """A county appeal against a party's decision is before the court."""

    party: ActorCode = Field(description="whose decision is appealed against")
    remark: ShortText | None = Field(default=None, description="remark, without names of people")


class AppealJudged(Payload):
    """What the court decided."""

    party: ActorCode = Field(description="whose decision was appealed against")
    outcome: Literal["dismissed", "annulled", "not_examined"] = Field(description="what the court decided")
    decision: ShortText | None = Field(default=None, description="number of the court's decision")


ENTERED_INTO_FORCE: Final = Fact(
    "entered_into_force",
    Label("voimaantulo todettu", "ikraftträdandet konstaterat", "entry into force established"),
    EntryEstablished,
)
DELIVERED_TO_STM: Final = Fact(
    "delivered_to_stm",
    Label(
        "toimitettu sosiaali- ja terveysministeriölle",
        "inlämnat till social- och hälsovårdsministeriet",
        "delivered to the ministry",
    ),
    DeliveredToMinistry,
)
FOLLOWED_UP: Final = Fact(
    "followed_up",
    Label("toteutuminen seurattu ja arvioitu", "fullgörandet uppföljt och bedömt", "followed up and evaluated"),
    FollowedUp,
)
AMENDMENT_NEED_ASSESSED: Final = Fact(
    "amendment_need_assessed",
    Label("muutostarve arvioitu", "behovet av ändring bedömt", "need to amend assessed"),
    AmendmentNeedAssessed,
)
AMENDMENT_PROPOSED: Final = Fact(
    "amendment_proposed",
    Label("esitetty sopimuksen muuttamista", "ändring av avtalet föreslagen", "amendment proposed"),
    AmendmentProposed,
)
AMENDMENT_INITIATED: Final = Fact(
    "amendment_initiated",
    Label(
        "tehty aloite sopimuksen muuttamiseksi",
        "initiativ till ändring av avtalet",
        "initiative to amend the agreement",
    ),
    AmendmentInitiated,
)
AMENDMENT_DROPPED: Final = Fact(
    "amendment_dropped",
    Label("sopimusta ei muuteta", "avtalet ändras inte", "amendment dropped"),
    AmendmentDropped,
)
REPLACED: Final = Fact(
    "replaced",
    Label("korvattu uudella sopimuksella", "ersatt med ett nytt avtal", "replaced by a new agreement"),
    ReplacedByAgreement,
)
APPROVAL_PUBLISHED: Final = Fact(
    "approval_published",
    Label(
        "valtuuston päätös asetettu nähtäville yleiseen tietoverkkoon",
        "fullmäktiges beslut tillgängligt i det allmänna datanätet",
        "council's decision published",
    ),
    ApprovalPublished,
)
APPEAL_LODGED: Final = Fact(
    "appeal_lodged",
    Label("aluevalitus vireillä", "välfärdsområdesbesvär anförda", "county appeal lodged"),
    AppealLodged,
)
APPEAL_JUDGED: Final = Fact(
    "appeal_judged",
    Label("aluevalitus ratkaistu", "välfärdsområdesbesvären avgjorda", "county appeal decided"),
    AppealJudged,
)


def amendment_drafting_begun(payload: type[AmendmentDrafted] = AmendmentDrafted) -> Fact:
    """Gives the fact that an amendment is drafted; the payload says which hearings its matters demand."""
    return Fact(
        "amendment_drafting_begun",
        Label("muutoksen valmistelu aloitettu", "beredningen av ändringen inledd", "drafting of an amendment begun"),
        payload,
    )
