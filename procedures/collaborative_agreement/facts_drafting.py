"""Facts up to an agreement: opened, drafted, the universities and the ministry heard, approved by each party."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText, Year

Foundation = Literal["national_objectives", "service_needs", "monitoring_data"]


class Started(Payload):
    """The parties take up an agreement."""

    due_year: Year | None = Field(
        default=None, description="for the first agreement: the year by which the law wants it; otherwise nothing"
    )
    remark: ShortText | None = Field(default=None, description="remark on the beginning")


class DraftingBegun(Payload):
    """The drafting is taken up."""

    remark: ShortText | None = Field(default=None, description="remark on the drafting")


class DraftingResumed(Payload):
    """The parties draft again, after a refusal or in place of a decision of the Government."""

    reason: ShortText | None = Field(default=None, description="why the text is drafted again")


class HearingRequested(Payload):
    """Somebody is asked for an opinion by a certain day."""

    reply_by: Day | None = Field(default=None, description="the day by which the reply is asked for")
    asked: Annotated[tuple[ShortText, ...], Field(max_length=50)] = Field(
        default=(), description="who is asked, by organisation"
    )


class UniversitiesHeard(Payload):
    """What came of the hearing of universities."""

    heard: Annotated[tuple[ShortText, ...], Field(max_length=50)] = Field(
        default=(), description="which universities replied"
    )
    remark: LongText | None = Field(default=None, description="what they said, in short")


class DraftOnFoundations(Payload):
    """On what a draft rests; what it settles is named where each law names it."""

    rests_on: Annotated[tuple[Foundation, ...], Field(max_length=3)] = Field(
        default=(), description="what was taken into account"
    )


class Reconciled(Payload):
    """The text was compared with another agreement that it must fit."""

    outcome: Literal["reconciled", "nothing_to_reconcile"] = Field(
        description="whether there was anything to reconcile"
    )
    remark: ShortText | None = Field(default=None, description="what was reconciled")


class OpinionGiven(Payload):
    """The opinion of the Ministry of Social Affairs and Health."""

    position: Literal["no_remarks", "remarks", "deficient"] | None = Field(
        default=None, description="whether the ministry has remarks, or finds the text deficient"
    )
    remark: LongText | None = Field(default=None, description="the opinion in short")


class PutToCouncils(Payload):
    """The final text goes to the parties for approval."""

    remark: ShortText | None = Field(default=None, description="remark on the text")


class PartyDecided(Payload):
    """What one party's council decided on the text."""

    party: ActorCode = Field(description="whose council it was, such as 15, 90 or HUS")
    decision: ShortText | None = Field(default=None, description="number or section of the decision")
    reason: LongText | None = Field(default=None, description="reasons, if any are reported")


class NoAgreementFound(Payload):
    """The parties do not agree on the contents."""

    matters: LongText | None = Field(default=None, description="on which matters there is no agreement")


class GovernmentDecided(Payload):
    """The Government decided on the agreement and its contents."""

    decision: ShortText | None = Field(default=None, description="number or name of the decision")
    extent: LongText | None = Field(default=None, description="on which matters the Government decided")


DRAFTING_BEGUN: Final = Fact(
    "drafting_begun", Label("valmistelu aloitettu", "beredningen inledd", "drafting begun"), DraftingBegun
)
DRAFTING_RESUMED: Final = Fact(
    "drafting_resumed",
    Label("valmistelua jatkettu", "beredningen återupptagen", "drafting resumed"),
    DraftingResumed,
)
UNIVERSITIES_HEARING_REQUESTED: Final = Fact(
    "universities_hearing_requested",
    Label("korkeakouluille varattu tilaisuus tulla kuulluksi", "högskolorna ombedda yttra sig", "universities asked"),
    HearingRequested,
)
UNIVERSITIES_HEARD: Final = Fact(
    "universities_heard", Label("korkeakouluja kuultu", "högskolorna hörda", "universities heard"), UniversitiesHeard
)
RECONCILED: Final = Fact(
    "reconciled",
    Label("sovitettu yhteen toisen sopimuksen kanssa", "samordnat med ett annat avtal", "reconciled"),
    Reconciled,
)
STM_HEARING_REQUESTED: Final = Fact(
    "stm_hearing_requested",
    Label(
        "lausunto pyydetty sosiaali- ja terveysministeriöltä",
        "utlåtande begärt av social- och hälsovårdsministeriet",
        "opinion asked of the ministry",
    ),
    HearingRequested,
)
STM_OPINION_GIVEN: Final = Fact(
    "stm_opinion_given",
    Label(
        "sosiaali- ja terveysministeriön lausunto annettu",
        "social- och hälsovårdsministeriets utlåtande avgivet",
        "opinion of the ministry given",
    ),
    OpinionGiven,
)
PUT_TO_COUNCILS: Final = Fact(
    "put_to_councils",
    Label("saatettu valtuustojen hyväksyttäväksi", "förelagt fullmäktige för godkännande", "put to the councils"),
    PutToCouncils,
)
PARTY_REFUSED: Final = Fact(
    "party_refused",
    Label("osapuoli ei hyväksynyt sopimusta", "part har inte godkänt avtalet", "agreement refused by a party"),
    PartyDecided,
)
NO_AGREEMENT_FOUND: Final = Fact(
    "no_agreement_found",
    Label("sopimukseen ei päästy", "enighet om avtalet nåddes inte", "no agreement found"),
    NoAgreementFound,
)
GOVERNMENT_DECIDED: Final = Fact(
    "government_decided",
    Label(
        "valtioneuvosto päättänyt sopimuksen sisällöstä",
        "statsrådet har beslutat om avtalets innehåll",
        "Government decided on the contents of the agreement",
    ),
    GovernmentDecided,
)


def started(payload: type[Started] = Started) -> Fact:
    """Gives the fact that opens a case of an agreement, with the payload that its law asks for."""
    return Fact(
        "started", Label("sopimuksen laatiminen käynnistetty", "upprättandet av avtalet inlett", "started"), payload
    )


def party_approved(payload: type[PartyDecided] = PartyDecided) -> Fact:
    """Gives the fact that a party's council approved, with the payload that its law asks for."""
    return Fact(
        "party_approved",
        Label("osapuoli hyväksynyt sopimuksen", "part har godkänt avtalet", "agreement approved by a party"),
        payload,
    )


PARTY_APPROVED: Final = party_approved()


def draft_completed(payload: type[Payload]) -> Fact:
    """Gives the fact that a whole draft is there; the payload lists the contents that this law demands."""
    return Fact(
        "draft_completed",
        Label("sopimusluonnos valmistunut", "utkastet till avtal färdigt", "draft completed"),
        payload,
    )
