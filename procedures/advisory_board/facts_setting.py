"""Facts of the board's beginning, its members, its term and its end (611/2021 13 § 3–4 mom., 25/2025 1–4 and 6 §)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.advisory_board.seats import Ministry, Ordinal, Represented
from procedures.fields import ActorCode, Count, LongText, ShortText


class NominationsRequested(Payload):
    """The ministry asks those represented to name their members."""

    reply_by: Day | None = Field(default=None, description="day by which members are to be named")


class MemberNamed(Payload):
    """A county, Helsinki or HUS has named its member."""

    party: ActorCode = Field(description="who names the member")
    deputy_named: bool | None = Field(default=None, description="whether a personal deputy is named as well")
    leads_operations: bool | None = Field(
        default=None, description="whether the member leads operative work in the board's field"
    )


class BoardSet(Payload):
    """The Government sets the board: whom each seat represents, and the term."""

    chair_from: Ministry | None = Field(default=None, description="which ministry the chair represents")
    vice_chairs_from: tuple[Ministry, ...] = Field(
        default=(), max_length=5, description="which ministries the vice-chairs represent"
    )
    ministry_members: tuple[Ministry, ...] = Field(
        default=(), max_length=40, description="the other members of ministries, one entry each"
    )
    regional_members: tuple[ActorCode, ...] = Field(
        default=(), max_length=60, description="who has named a member, by code"
    )
    ministry_deputies: tuple[Ministry, ...] = Field(
        default=(), max_length=40, description="personal deputies of the ministries' members, one entry each"
    )
    regional_deputies: tuple[ActorCode, ...] = Field(
        default=(), max_length=60, description="who has named a personal deputy, by code"
    )
    deputies_of_chairs: Count | None = Field(
        default=None, description="number of deputies of the chair and the vice-chairs; the decree gives them none"
    )
    members_lead_operations: bool | None = Field(
        default=None, description="whether the full members lead operative work in the board's field"
    )
    term_from: Day | None = Field(default=None, description="first day of the term")
    term_ends_on: Day | None = Field(default=None, description="last day of the term")


class NotSet(Payload):
    """No board is set on these nominations."""

    reason: LongText | None = Field(default=None, description="reason as stated")


class EarlierBoardEnded(Payload):
    """The term of one of the three earlier boards ended when this one was set."""

    board: Literal["economy_and_administration", "health_and_social", "rescue"] = Field(
        description="which board: of the counties' economy and administration, of health and social services, of rescue"
    )


class SecretaryGeneralNamed(Payload):
    """The ministry has named the secretary-general; who it is stands in the document."""

    other_secretaries: Count | None = Field(default=None, description="number of other secretaries")


class SectionSet(Payload):
    """The board sets a section to prepare its matters."""

    meeting: Ordinal = Field(description="at which meeting, counted from 1 in this case")
    name: ShortText = Field(description="name of the section")
    outsiders: bool | None = Field(default=None, description="whether others than members of the board are called")


class ExpertsCalled(Payload):
    """The board calls experts, or hears some; who they are stands in the minutes."""

    capacity: Literal["permanent", "temporary", "heard"] = Field(
        description="permanent or temporary expert of the board, or heard on a matter"
    )
    number_of_experts: Count | None = Field(default=None, description="how many")
    subject_matter: ShortText | None = Field(default=None, description="on what they are expert or are heard")


class MemberLeft(Payload):
    """A member or deputy has resigned or is deemed to have resigned."""

    represents: Represented = Field(description="whom the seat represents, by code")
    seat: Literal["chair", "vice_chair", "member", "deputy"] = Field(description="which seat")
    how: Literal["resigned", "deemed_resigned"] | None = Field(default=None, description="how it came free")


class ReplacementNamed(Payload):
    """The ministry names a new member or deputy for the rest of the term."""

    number: Ordinal = Field(description="which of the seats that came free, counted from 1 in this case")
    proposed_by: Represented | None = Field(default=None, description="who proposed the new one, by code")


class TermChanged(Payload):
    """The Government changes the board's term."""

    term_ends_on: Day = Field(description="the new last day of the term")


class TermEnded(Payload):
    """The board's term has ended."""

    reason: Literal["term_over", "new_board_set", "abolished"] = Field(description="why it ended")


NOMINATIONS_REQUESTED: Final = Fact(
    "nominations_requested",
    Label("jäsenten nimeämistä pyydetty", "utseende av medlemmar begärt", "naming of members requested"),
    NominationsRequested,
)
MEMBER_NAMED: Final = Fact("member_named", Label("jäsen nimetty", "medlem utsedd", "member named"), MemberNamed)
BOARD_SET: Final = Fact(
    "board_set",
    Label("neuvottelukunta asetettu", "delegationen tillsatt", "advisory board set"),
    BoardSet,
)
NOT_SET: Final = Fact(
    "not_set", Label("neuvottelukuntaa ei asetettu", "delegationen tillsattes inte", "advisory board not set"), NotSet
)
EARLIER_BOARD_ENDED: Final = Fact(
    "earlier_board_ended",
    Label(
        "aiemman neuvottelukunnan toimikausi päättynyt",
        "en tidigare delegations mandatperiod upphört",
        "term of an earlier board ended",
    ),
    EarlierBoardEnded,
)
SECRETARY_GENERAL_NAMED: Final = Fact(
    "secretary_general_named",
    Label("pääsihteeri määrätty", "generalsekreterare utsedd", "secretary-general named"),
    SecretaryGeneralNamed,
)
SECTION_SET: Final = Fact("section_set", Label("jaosto asetettu", "sektion tillsatt", "section set"), SectionSet)
EXPERTS_CALLED: Final = Fact(
    "experts_called",
    Label("asiantuntijoita kutsuttu tai kuultu", "sakkunniga kallade eller hörda", "experts called or heard"),
    ExpertsCalled,
)
MEMBER_LEFT: Final = Fact(
    "member_left", Label("jäsen tai varajäsen eronnut", "medlem eller ersättare har avgått", "member left"), MemberLeft
)
REPLACEMENT_NAMED: Final = Fact(
    "replacement_named",
    Label("uusi jäsen tai varajäsen määrätty", "ny medlem eller ersättare utsedd", "replacement named"),
    ReplacementNamed,
)
TERM_CHANGED: Final = Fact(
    "term_changed", Label("toimikautta muutettu", "mandatperioden ändrad", "term changed"), TermChanged
)
TERM_ENDED: Final = Fact("term_ended", Label("toimikausi päättynyt", "mandatperioden upphört", "term ended"), TermEnded)
