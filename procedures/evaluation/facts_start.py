"""Facts from the criteria to the decision to start (611/2021 122 § 1 mom. and 123 §, 612/2021 27 §)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Year = Annotated[int, Field(ge=2000, le=2200)]
Count = Annotated[int, Field(ge=0, le=10_000)]

Gate = Literal["E1", "E2", "E3", "E4", "E5", "key_figures"]
"""The gates of 123 § 1 mom. 1–4 and, E5, of 612/2021 27 §; `key_figures`: E2 or E3, the source does not say which."""

InitiativeGround = Literal["equality_or_sufficiency", "safety", "costs", "capacity", "other_serious"]
"""612/2021 27 § 2 mom. 1–5."""


class CriteriaNoted(Payload):
    """What the ministry found, and what each gate rests on."""

    gates: tuple[Gate, ...] = Field(
        default=(), max_length=6, description="criteria met: E1-E5, or key_figures where the source names only those"
    )
    accounts_years: tuple[Year, ...] = Field(
        default=(), max_length=20, description="financial years whose accounts the key figures are from"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")
    deficit_cover_due_on: Day | None = Field(
        default=None, description="E1: the day by which the deficit should have been covered"
    )
    uncovered_deficit_cents: int | None = Field(default=None, ge=0, description="E1: deficit left uncovered, in cents")
    borrowing_authority_changed_on: tuple[Day, ...] = Field(
        default=(), max_length=50, description="E4: days on which the borrowing authority was changed under 15 § 3 mom."
    )
    additional_funding_granted_on: tuple[Day, ...] = Field(
        default=(), max_length=50, description="E4: days on which additional funding was granted"
    )


class InitiativeMade(Payload):
    """Why the ministry responsible for the services asks for an evaluation."""

    grounds: tuple[InitiativeGround, ...] = Field(
        default=(), max_length=5, description="which of the five grounds of 612/2021 27 § 2 mom. are met"
    )
    endangered_years: tuple[Year, ...] = Field(
        default=(),
        max_length=20,
        description="calendar years in which the ability to organise services was evidently endangered",
    )
    reasons: LongText | None = Field(default=None, description="reasons as stated, the expert assessments among them")


class InitiativeNotified(Payload):
    """The county knows of the initiative."""

    remark: ShortText | None = Field(default=None, description="how it was notified")


class HearingLetterSent(Payload):
    """The county is asked for its reply."""

    reply_by: Day | None = Field(default=None, description="the day that the letter sets for the reply")


class CountyHeard(Payload):
    """The hearing is over; silence does not stop the decision (434/2003 33 §)."""

    reply: Literal["given", "not_given"] | None = Field(default=None, description="whether the county replied")
    reply_received_on: Day | None = Field(default=None, description="the day on which the reply arrived")


class StartDecided(Payload):
    """What the decision to start relies on."""

    relied_on: tuple[Gate, ...] = Field(default=(), max_length=6, description="criteria on which the decision relies")
    criteria_law_on: Day | None = Field(
        default=None, description="the day whose wording of 123 § the decision applies, if it says so"
    )
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class StartDeclined(Payload):
    """Why no evaluation is started."""

    reason: Literal["criteria_no_longer_met", "discretion", "other"] | None = Field(
        default=None, description="why the procedure is not started"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


CRITERIA_NOTED: Final = Fact(
    "criteria_noted",
    Label("edellytysten täyttyminen todettu", "förutsättningarna konstaterade uppfyllda", "criteria noted as met"),
    CriteriaNoted,
)
INITIATIVE_MADE: Final = Fact(
    "initiative_made",
    Label(
        "aloite arviointimenettelyn käynnistämiseksi tehty",
        "initiativ om utvärderingsförfarande lämnat",
        "initiative for an evaluation made",
    ),
    InitiativeMade,
)
INITIATIVE_NOTIFIED: Final = Fact(
    "initiative_notified",
    Label(
        "aloitteesta ilmoitettu hyvinvointialueelle",
        "välfärdsområdet underrättat om initiativet",
        "county notified of the initiative",
    ),
    InitiativeNotified,
)
HEARING_LETTER_SENT: Final = Fact(
    "hearing_letter_sent",
    Label("kuulemiskirje lähetetty", "brev om hörande sänt", "hearing letter sent"),
    HearingLetterSent,
)
COUNTY_HEARD: Final = Fact(
    "county_heard", Label("hyvinvointialuetta kuultu", "välfärdsområdet hört", "county heard"), CountyHeard
)
START_DECIDED: Final = Fact(
    "start_decided",
    Label(
        "arviointimenettely päätetty käynnistää",
        "beslut om att inleda utvärderingsförfarande fattat",
        "evaluation procedure started by decision",
    ),
    StartDecided,
)
START_DECLINED: Final = Fact(
    "start_declined",
    Label(
        "arviointimenettely päätetty jättää käynnistämättä",
        "beslut om att inte inleda utvärderingsförfarande fattat",
        "decided not to start the evaluation procedure",
    ),
    StartDeclined,
)
