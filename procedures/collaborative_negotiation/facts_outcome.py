"""Facts by which a round ends: the three conclusions, what the Government makes of the third, and a cancelled round."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText

Ground = Literal["no_agreement", "duties_not_secured", "cost_effectiveness_not_secured"]
"""The three grounds of 612/2021 38 § 1 mom."""


class ConcludedNoChange(Payload):
    """The agreement stays as it is."""

    conclusions: LongText | None = Field(default=None, description="conclusions as stated")


class ConcludedAmendment(Payload):
    """The agreement is to be amended; the amendment itself is a matter of the agreement."""

    initiated_by: Literal["ministry_initiative", "county_proposal"] | None = Field(
        default=None, description="what the amendment rests on (612/2021 37 § 4 mom.)"
    )
    proposing: tuple[ActorCode, ...] = Field(
        default=(), max_length=40, description="counties that propose the amendment, by code"
    )
    conclusions: LongText | None = Field(default=None, description="what is to be amended")


class ConcludedGovernmentAssessment(Payload):
    """Whether the Government should decide on the agreement is to be assessed."""

    grounds: tuple[Ground, ...] = Field(
        default=(), max_length=3, description="grounds of 612/2021 38 § 1 mom. that come into question"
    )
    conclusions: LongText | None = Field(default=None, description="conclusions as stated")


class DecisionPreparationBegun(Payload):
    """The ministry prepares a decision of the Government; that is a case of its own."""

    grounds: tuple[Ground, ...] = Field(
        default=(), max_length=3, description="grounds of 612/2021 38 § 1 mom., where the conclusions named none"
    )
    remark: LongText | None = Field(default=None, description="grounds in words")


class LegislationChosen(Payload):
    """The Government confirms the cooperation by legislation instead."""

    project: LongText | None = Field(default=None, description="the legislative project")


class ConfirmationNotNeeded(Payload):
    """The Government does not decide on the agreement."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class RoundCancelled(Payload):
    """The round is not carried through."""

    reason: LongText = Field(description="reason as stated")


CONCLUDED_NO_CHANGE: Final = Fact(
    "concluded_no_change",
    Label("johtopäätös: ei muutostarvetta", "slutsats: inget ändringsbehov", "concluded: no need for change"),
    ConcludedNoChange,
)
CONCLUDED_AMENDMENT: Final = Fact(
    "concluded_amendment",
    Label(
        "johtopäätös: sopimusta on muutettava",
        "slutsats: avtalet ska ändras",
        "concluded: the agreement is to be amended",
    ),
    ConcludedAmendment,
)
CONCLUDED_GOVERNMENT_ASSESSMENT: Final = Fact(
    "concluded_government_assessment",
    Label(
        "johtopäätös: arvioitava valtioneuvoston päätöksen tarve",
        "slutsats: behovet av statsrådets beslut ska bedömas",
        "concluded: the need for a Government decision is to be assessed",
    ),
    ConcludedGovernmentAssessment,
)
DECISION_PREPARATION_BEGUN: Final = Fact(
    "decision_preparation_begun",
    Label(
        "valtioneuvoston päätöksen valmistelu aloitettu",
        "beredningen av statsrådets beslut inledd",
        "preparation of a Government decision begun",
    ),
    DecisionPreparationBegun,
)
LEGISLATION_CHOSEN: Final = Fact(
    "legislation_chosen",
    Label(
        "yhteistyö päätetty vahvistaa säädösperustaisesti",
        "samarbetet bekräftas genom lagstiftning",
        "cooperation to be confirmed by legislation",
    ),
    LegislationChosen,
)
CONFIRMATION_NOT_NEEDED: Final = Fact(
    "confirmation_not_needed",
    Label(
        "valtioneuvoston vahvistusta ei tarvita",
        "statsrådets bekräftelse behövs inte",
        "no confirmation by the Government needed",
    ),
    ConfirmationNotNeeded,
)
ROUND_CANCELLED: Final = Fact(
    "round_cancelled",
    Label("neuvottelukierros peruttu", "förhandlingsomgången inställd", "round cancelled"),
    RoundCancelled,
)
