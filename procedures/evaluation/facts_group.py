"""Facts of the evaluation group: its members and chair, its work, its proposals (611/2021 122 § 2–3 mom.)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.evaluation.facts_start import Count, LongText, ShortText

NamingParty = Literal["county", "VM", "STM", "SM"]
PARTIES: Final[tuple[NamingParty, ...]] = ("county", "VM", "STM", "SM")
"""The four that name members."""

Ordinal = Annotated[int, Field(ge=1, le=1000)]


class MemberShare(Payload):
    """How many members one party named; who they are is not recorded."""

    organisation: NamingParty = Field(description="who named them: county, VM, STM or SM")
    count: Annotated[int, Field(ge=1, le=50)] | None = Field(default=None, description="how many, if known")


class MembersNamed(Payload):
    """One of the four named its members; whose act it is says which."""

    count: Annotated[int, Field(ge=1, le=50)] | None = Field(default=None, description="how many members")
    remark: ShortText | None = Field(default=None, description="remark, without names of people")


class ChairConsulted(Payload):
    """The county was heard on the chair."""

    chair_from: ShortText | None = Field(default=None, description="where the proposed chair comes from")
    position: Literal["supports", "does_not_object", "objects"] | None = Field(
        default=None, description="the county's position"
    )


class GroupAppointed(Payload):
    """The group as it was appointed."""

    members: tuple[MemberShare, ...] = Field(
        default=(), max_length=20, description="members by the party that named them"
    )
    chair_from: ShortText | None = Field(default=None, description="where the chair comes from, without a name")
    term_ends_on: Day | None = Field(default=None, description="the last day of the group's term, if one is set")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class GroupTermChanged(Payload):
    """The ministry set a new end for the group's term."""

    term_ends_on: Day = Field(description="the new last day of the group's term")
    reason: ShortText | None = Field(default=None, description="why the term was changed")


class AssessmentBegun(Payload):
    """The group took up its work."""

    remark: ShortText | None = Field(default=None, description="remark on the beginning")


class GroupMet(Payload):
    """A meeting of the group."""

    theme: ShortText | None = Field(default=None, description="what the meeting was about")
    rhythm: Literal["weekly", "biweekly", "monthly"] | None = Field(
        default=None, description="how often the group meets from now on"
    )


class PartialProposalGiven(Payload):
    """Proposals on one theme, given before the final ones; there may be many."""

    number: Ordinal | None = Field(default=None, description="number of the partial proposal")
    theme: ShortText | None = Field(default=None, description="theme, such as rescue services or group services")
    proposals_count: Count | None = Field(default=None, description="how many proposals it holds")


class PartialProposalsNoted(Payload):
    """The council took note of partial proposals."""

    numbers: tuple[Ordinal, ...] = Field(
        default=(), max_length=100, description="numbers of those noted; empty: all so far"
    )


class PartialProposalsDecided(Payload):
    """The council decided on partial proposals."""

    numbers: tuple[Ordinal, ...] = Field(default=(), max_length=100, description="numbers of those decided on")
    proposals_adopted: Count | None = Field(default=None, description="how many proposals were adopted")
    proposals_rejected: Count | None = Field(default=None, description="how many proposals were rejected")
    decision: LongText | None = Field(default=None, description="the decision in words")


class DivisionProposalHandled(Payload):
    """The group dealt with proposing a change of the county division."""

    outcome: Literal["proposes_change", "does_not_propose_change"] | None = Field(
        default=None, description="whether the group proposes that a change of the county be initiated"
    )


class ProposalsGiven(Payload):
    """The group's proposals for measures as a whole."""

    covers_finances: bool | None = Field(default=None, description="they cover restoring the county's finances")
    covers_service_capacity: bool | None = Field(
        default=None, description="they cover securing the conditions for health, social and rescue services"
    )
    proposals_count: Count | None = Field(default=None, description="how many proposals there are")
    title: ShortText | None = Field(default=None, description="title of the report or programme of measures")


MEMBERS_NAMED: Final = Fact(
    "members_named",
    Label("arviointiryhmän jäsenet nimetty", "medlemmar i utvärderingsgruppen utsedda", "members of the group named"),
    MembersNamed,
)
CHAIR_CONSULTED: Final = Fact(
    "chair_consulted",
    Label(
        "hyvinvointialuetta kuultu puheenjohtajasta",
        "välfärdsområdet hört om ordföranden",
        "county heard on the chair",
    ),
    ChairConsulted,
)
GROUP_APPOINTED: Final = Fact(
    "group_appointed",
    Label("arviointiryhmä asetettu", "utvärderingsgrupp tillsatt", "evaluation group appointed"),
    GroupAppointed,
)
GROUP_TERM_CHANGED: Final = Fact(
    "group_term_changed",
    Label("arviointiryhmän toimikausi muutettu", "utvärderingsgruppens mandattid ändrad", "term of the group changed"),
    GroupTermChanged,
)
ASSESSMENT_BEGUN: Final = Fact(
    "assessment_begun", Label("arviointi aloitettu", "utvärderingen inledd", "assessment begun"), AssessmentBegun
)
GROUP_MET: Final = Fact(
    "group_met",
    Label("arviointiryhmä kokoontunut", "utvärderingsgruppen har sammanträtt", "evaluation group met"),
    GroupMet,
)
PARTIAL_PROPOSAL_GIVEN: Final = Fact(
    "partial_proposal_given",
    Label("osaehdotus annettu", "delförslag framlagt", "partial proposal given"),
    PartialProposalGiven,
)
PARTIAL_PROPOSALS_NOTED: Final = Fact(
    "partial_proposals_noted",
    Label(
        "osaehdotukset merkitty tiedoksi valtuustossa",
        "delförslagen antecknade för kännedom i fullmäktige",
        "partial proposals noted by the council",
    ),
    PartialProposalsNoted,
)
PARTIAL_PROPOSALS_DECIDED: Final = Fact(
    "partial_proposals_decided",
    Label(
        "osaehdotuksista päätetty valtuustossa",
        "fullmäktige har beslutat om delförslagen",
        "partial proposals decided on by the council",
    ),
    PartialProposalsDecided,
)
DIVISION_PROPOSAL_HANDLED: Final = Fact(
    "division_proposal_handled",
    Label(
        "ehdotus hyvinvointialueen muuttamisen vireillepanosta käsitelty",
        "framställning om inledande av ändring av välfärdsområdet behandlad",
        "proposal to initiate a change of the county handled",
    ),
    DivisionProposalHandled,
)
PROPOSALS_GIVEN: Final = Fact(
    "proposals_given",
    Label("toimenpide-ehdotukset annettu", "åtgärdsförslag framlagda", "proposals for measures given"),
    ProposalsGiven,
)
