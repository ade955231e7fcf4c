"""Facts from the ground to the hearing, and the two ways in which no decision is made (612/2021 38 § 1–2 mom.)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText

Agreement = Literal["collaborative", "bilingual", "hus"]
"""612/2021 36 § (an area's cooperation agreement), 612/2021 39 §, 615/2021 9 §."""

Ground = Literal[
    "no_agreement",
    "duties_not_secured",
    "cost_effectiveness_not_secured",
    "language_rights_not_secured",
    "duties_and_cost_effectiveness_not_secured",
]
"""38 § 1 mom. knows the first three, 39 § 6 mom. the first and the fourth, 12 § 1 mom. the first and the fifth."""

Matter = Annotated[int, Field(ge=1, le=99)]
"""The number of an item of 612/2021 36 § 3 mom. or 615/2021 9 § 3 mom."""


class GroundRecorded(Payload):
    """Why the Government may decide, and on which agreement."""

    agreement: Agreement = Field(description="which agreement: collaborative, bilingual or hus")
    grounds: tuple[Ground, ...] = Field(default=(), max_length=5, description="grounds of the law that are met")
    matters: tuple[Matter, ...] = Field(
        default=(), max_length=20, description="numbers of the items that are not agreed as the law asks"
    )
    evidence: LongText | None = Field(default=None, description="what shows it")


class DraftPrepared(Payload):
    """The ministry has drafted the decision."""

    matters: tuple[Matter, ...] = Field(default=(), max_length=20, description="numbers of the items in the draft")
    summary: LongText | None = Field(default=None, description="what the draft decides")


class HearingRequested(Payload):
    """The ministry asks those concerned for their opinion on the draft."""

    asked: tuple[ActorCode, ...] = Field(default=(), max_length=40, description="who is heard, by code")
    reply_by: Day | None = Field(default=None, description="day by which to reply")


class ReplyTimeExtended(Payload):
    """The ministry gives more time to reply, at the request of one of those heard."""

    reply_by: Day = Field(description="the new day by which to reply")
    requested_by: ActorCode | None = Field(default=None, description="who asked for more time, by code")


class PartyReplied(Payload):
    """One of those concerned has given its opinion."""

    party: ActorCode = Field(description="whose opinion it is")
    position: Literal["supports", "opposes", "partly", "no_position"] | None = Field(
        default=None, description="position on the draft"
    )
    summary: LongText | None = Field(default=None, description="the opinion in short")


class PartiesHeard(Payload):
    """The ministry closes the hearing."""

    summary: LongText | None = Field(default=None, description="how the opinions affect the draft")


class MinisteriallyHandled(Payload):
    """A body of ministers has handled the draft."""

    body: Literal["ministerial_group", "finance_committee"] | None = Field(
        default=None, description="ministerial group, or the Government's finance committee"
    )
    outcome: LongText | None = Field(default=None, description="what it held")


class AgreementReached(Payload):
    """The parties came to an agreement before the Government decided."""

    in_force_on: Day | None = Field(default=None, description="day from which the agreement is in force")


class NotPursued(Payload):
    """The matter is left without a decision."""

    reason: Literal["ground_lapsed", "discretion", "legislation", "other"] = Field(description="why it is left")
    explanation: LongText | None = Field(default=None, description="reason as stated")


GROUND_RECORDED: Final = Fact(
    "ground_recorded",
    Label("päätöksen peruste todettu", "grund för beslut konstaterad", "ground for a decision recorded"),
    GroundRecorded,
)
DRAFT_PREPARED: Final = Fact(
    "draft_prepared",
    Label("päätösluonnos laadittu", "beslutsutkast upprättat", "draft decision prepared"),
    DraftPrepared,
)
HEARING_REQUESTED: Final = Fact(
    "hearing_requested",
    Label(
        "kuultavilta pyydetty lausunto",
        "utlåtande begärt av dem som ska höras",
        "opinion requested at the hearing of those concerned",
    ),
    HearingRequested,
)
REPLY_TIME_EXTENDED: Final = Fact(
    "reply_time_extended",
    Label(
        "lausunnon määräaikaa pidennetty",
        "tiden för utlåtandet förlängd",
        "time for opinions extended",
    ),
    ReplyTimeExtended,
)
PARTY_REPLIED: Final = Fact(
    "party_replied",
    Label("lausunto annettu", "utlåtande avgivet", "opinion given"),
    PartyReplied,
)
PARTIES_HEARD: Final = Fact(
    "parties_heard",
    Label("kuuleminen päätetty", "hörandet avslutat", "hearing closed"),
    PartiesHeard,
)
MINISTERIALLY_HANDLED: Final = Fact(
    "ministerially_handled",
    Label("ministerikäsittely", "ministerbehandling", "handled by ministers"),
    MinisteriallyHandled,
    publicity="internal",
)
AGREEMENT_REACHED: Final = Fact(
    "agreement_reached",
    Label("sopimukseen päästy", "enighet om avtalet nådd", "agreement reached"),
    AgreementReached,
)
NOT_PURSUED: Final = Fact(
    "not_pursued",
    Label("päätös jätetty tekemättä", "beslut har inte fattats", "left without a decision"),
    NotPursued,
)
