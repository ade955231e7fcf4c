"""Facts that set a change of the counties, or an inquiry into one, in motion (614/2021 6–8 §)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText

Change = Literal["merger_into_existing", "merger_new_county", "division_among_counties", "municipal_transfer"]
"""2 §: three kinds of merger, of which the third divides a county among others, and the transfer of a municipality."""

Content = Literal["manner_and_time", "administration", "name", "services", "finances", "participation"]
"""What the account that belongs to a merger must hold: 7 § 2 mom. 1–6."""

Counties = Annotated[tuple[ActorCode, ...], Field(max_length=21)]
Contents = Annotated[tuple[Content, ...], Field(max_length=6)]
_CONTENTS: Final = "what the account holds: manner_and_time, administration, name, services, finances, participation"
_MUNICIPALITY: Final = "the municipality whose transfer is proposed, if one is"


class CountyProposed(Payload):
    """A proposal of a county that the change concerns."""

    change: Change | None = Field(default=None, description="the change proposed")
    municipality: ShortText | None = Field(default=None, description=_MUNICIPALITY)
    need: LongText | None = Field(default=None, description="why the county should be changed")
    conditions: LongText | None = Field(default=None, description="how the conditions of 5 § are met")


class JointProposalMade(Payload):
    """A proposal that counties make together for their merger."""

    change: Change | None = Field(default=None, description="the merger proposed")
    counties: Counties = Field(default=(), description="codes of the merging counties")
    identical_decisions: Counties = Field(
        default=(), description="codes of the counties whose councils have decided on the proposal identically"
    )
    need: LongText | None = Field(default=None, description="why the counties should be merged")
    conditions: LongText | None = Field(default=None, description="how the conditions of 5 § are met")
    contents: Contents = Field(default=(), description=_CONTENTS)


class MunicipalityProposed(Payload):
    """A proposal of a municipality in an area that the change concerns; it has come to the ministry."""

    proposer: ShortText = Field(description="the municipality that makes the proposal")
    change: Change | None = Field(default=None, description="the change proposed")
    municipality: ShortText | None = Field(default=None, description=_MUNICIPALITY)
    need: LongText | None = Field(default=None, description="why the county should be changed")
    conditions: LongText | None = Field(default=None, description="how the conditions of 5 § are met")


class ResidentsProposed(Payload):
    """A proposal of residents that an inquiry be held."""

    supporters_count: int = Field(ge=0, le=10_000_000, description="residents entitled to vote who make the proposal")
    entitled_count: int = Field(ge=1, le=10_000_000, description="residents of the county entitled to vote")
    municipality: ShortText | None = Field(default=None, description=_MUNICIPALITY)


class EvaluationGroupProposed(Payload):
    """A proposal of the group that evaluates the county."""

    proposed_on: Day | None = Field(default=None, description="the day on which the group made its proposal")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class OwnInitiativeTaken(Payload):
    """The ministry's own initiative, or its decision after an evaluation."""

    ground: Literal["own_initiative", "evaluation"] | None = Field(
        default=None, description="own_initiative, or evaluation (611/2021 122 § 4 mom.)"
    )
    municipality: ShortText | None = Field(default=None, description=_MUNICIPALITY)
    grounds: LongText | None = Field(default=None, description="grounds as stated")


COUNTY_PROPOSED: Final = Fact(
    "county_proposed",
    Label(
        "hyvinvointialueen esitys hyvinvointialueen muuttamisesta tehty",
        "välfärdsområdets framställning om ändring av välfärdsområden gjord",
        "county's proposal for a change made",
    ),
    CountyProposed,
)
JOINT_PROPOSAL_MADE: Final = Fact(
    "joint_proposal_made",
    Label(
        "hyvinvointialueiden yhteinen esitys yhdistymisestä tehty",
        "gemensam framställning om sammanslagning gjord",
        "counties' joint proposal for a merger made",
    ),
    JointProposalMade,
)
MUNICIPALITY_PROPOSED: Final = Fact(
    "municipality_proposed",
    Label(
        "kunnan esitys hyvinvointialueen muuttamisesta saapunut",
        "kommunens framställning om ändring av välfärdsområden inkommen",
        "municipality's proposal for a change received",
    ),
    MunicipalityProposed,
)
RESIDENTS_PROPOSED: Final = Fact(
    "residents_proposed",
    Label(
        "asukkaiden esitys aluejakoselvityksestä saapunut",
        "invånarnas framställning om en utredning inkommen",
        "residents' proposal for an inquiry received",
    ),
    ResidentsProposed,
)
EVALUATION_GROUP_PROPOSED: Final = Fact(
    "evaluation_group_proposed",
    Label(
        "arviointiryhmän esitys aluejakoselvityksestä tehty",
        "utvärderingsgruppens framställning om en utredning gjord",
        "evaluation group's proposal for an inquiry made",
    ),
    EvaluationGroupProposed,
)
OWN_INITIATIVE_TAKEN: Final = Fact(
    "own_initiative_taken",
    Label(
        "valtiovarainministeriön aloite aluejakoselvityksestä tehty",
        "finansministeriets initiativ till en utredning taget",
        "Ministry of Finance's initiative for an inquiry taken",
    ),
    OwnInitiativeTaken,
)
OPENINGS: Final = (
    COUNTY_PROPOSED,
    JOINT_PROPOSAL_MADE,
    MUNICIPALITY_PROPOSED,
    RESIDENTS_PROPOSED,
    EVALUATION_GROUP_PROPOSED,
    OWN_INITIATIVE_TAKEN,
)
