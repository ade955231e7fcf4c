"""Facts of the board's work: convening, meetings with and without quorum, matters, proposals and initiatives."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.advisory_board.seats import Maker, Ministry, Ordinal
from procedures.fields import ActorCode, Count, LongText, ShortText


class MeetingRequested(Payload):
    """Members ask for a meeting to handle a matter that they name."""

    requested_by: Count = Field(description="number of the other members who ask")
    matter: ShortText | None = Field(default=None, description="the matter")


class MeetingCalled(Payload):
    """The board is called together."""

    called_by: Literal["chair", "vice_chair"] = Field(description="who calls")
    chair_hindered: bool | None = Field(default=None, description="whether the chair is hindered")
    meeting_on: Day = Field(description="day of the meeting")


class _Attendance(Payload):
    """Who was present; a deputy sits for the member."""

    chair_present: bool = Field(description="whether the chair was present")
    vice_chairs_present: tuple[Literal["STM", "SM"], ...] = Field(
        default=(), max_length=2, description="vice-chairs present, by their ministry"
    )
    ministries_present: tuple[Ministry, ...] = Field(
        default=(), max_length=40, description="other members of ministries present, one entry each"
    )
    regions_present: tuple[ActorCode, ...] = Field(
        default=(), max_length=60, description="counties, Helsinki and HUS whose member was present, by code"
    )


class MeetingHeld(_Attendance):
    """The board met and could handle its matters."""


class MeetingWithoutQuorum(_Attendance):
    """The board met without a quorum."""


class MatterHandled(Payload):
    """The board handled a matter among its tasks."""

    meeting: Ordinal = Field(description="at which meeting, counted from 1 in this case")
    task: Literal["development", "state_measures", "objectives", "legislative_needs", "cooperation"] = Field(
        description="which of the five tasks of 611/2021 13 § 2 mom."
    )
    matter: ShortText = Field(description="the matter")
    position: LongText | None = Field(default=None, description="what the board held")


class ObjectivesProposalMade(Payload):
    """The board made a proposal on the national objectives."""

    meeting: Ordinal = Field(description="at which meeting, counted from 1 in this case")
    proposal: LongText | None = Field(default=None, description="the proposal")


class InitiativeReceived(Payload):
    """An initiative of a ministry or a proposal of counties to amend the objectives has come to the board."""

    kind: Literal["ministry_initiative", "county_proposal"] = Field(description="whose it is")
    made_by: tuple[Maker, ...] = Field(default=(), max_length=60, description="who made it, by code")
    matter: ShortText | None = Field(default=None, description="what it asks for")


class InitiativeHandled(Payload):
    """The board handled one of the initiatives."""

    number: Ordinal = Field(description="which of the initiatives, counted from 1 in this case")
    meeting: Ordinal = Field(description="at which meeting, counted from 1 in this case")
    position: Literal["supports", "opposes", "no_position"] | None = Field(
        default=None, description="position of the board"
    )


MEETING_REQUESTED: Final = Fact(
    "meeting_requested",
    Label("kokousta pyydetty", "sammanträde begärt", "meeting requested"),
    MeetingRequested,
)
MEETING_CALLED: Final = Fact(
    "meeting_called", Label("kokous kutsuttu koolle", "sammanträde sammankallat", "meeting called"), MeetingCalled
)
MEETING_HELD: Final = Fact("meeting_held", Label("kokous pidetty", "sammanträde hållet", "meeting held"), MeetingHeld)
MEETING_WITHOUT_QUORUM: Final = Fact(
    "meeting_without_quorum",
    Label(
        "kokous, joka ei ollut päätösvaltainen",
        "sammanträde som inte var beslutfört",
        "meeting without a quorum",
    ),
    MeetingWithoutQuorum,
)
MATTER_HANDLED: Final = Fact(
    "matter_handled", Label("asia käsitelty", "ärende behandlat", "matter handled"), MatterHandled
)
OBJECTIVES_PROPOSAL_MADE: Final = Fact(
    "objectives_proposal_made",
    Label(
        "ehdotus valtakunnallisista tavoitteista tehty",
        "förslag om de riksomfattande målen framlagt",
        "proposal on the national objectives made",
    ),
    ObjectivesProposalMade,
)
INITIATIVE_RECEIVED: Final = Fact(
    "initiative_received",
    Label(
        "aloite tai esitys tavoitteiden muuttamisesta saapunut",
        "initiativ eller förslag om ändring av målen inkommet",
        "initiative to amend the objectives received",
    ),
    InitiativeReceived,
)
INITIATIVE_HANDLED: Final = Fact(
    "initiative_handled",
    Label(
        "aloite tai esitys tavoitteiden muuttamisesta käsitelty",
        "initiativ eller förslag om ändring av målen behandlat",
        "initiative to amend the objectives handled",
    ),
    InitiativeHandled,
)
