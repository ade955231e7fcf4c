"""Facts that only the agreement of a collaborative area has, or with data that only it asks for."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.collaborative_agreement.contents import ContentId
from procedures.collaborative_agreement.facts_drafting import DraftOnFoundations, Started, draft_completed, started
from procedures.collaborative_agreement.facts_in_force import AmendmentDrafted, amendment_drafting_begun
from procedures.fields import ActorCode, ShortText


class StartedForTerm(Started):
    """The counties of an area take up the agreement of a council term."""

    council_term_from: Day = Field(description="the first day of the council term")
    council_term_until: Day = Field(description="the last day of the council term")
    host: ActorCode | None = Field(
        default=None, description="who has the administrative tasks: the county with the university hospital, or HUS"
    )
    coordinators: Annotated[tuple[ActorCode, ...], Field(max_length=2)] = Field(
        default=(), description="who coordinates demanding services and research: the host; in the South Helsinki, HUS"
    )


class ReadinessPrepared(Payload):
    """Matters of readiness and preparedness were prepared together with the ministry."""

    uniform_principles: bool | None = Field(
        default=None, description="they rest on nationally uniform principles and fit the whole of the country"
    )
    remark: ShortText | None = Field(default=None, description="remark on the preparation")


class AreaDraft(DraftOnFoundations):
    """A whole draft: on what it rests and what it settles."""

    contents: Annotated[tuple[ContentId, ...], Field(max_length=40)] = Field(
        default=(), description="the matters that the draft settles"
    )


class AreaAmendment(AmendmentDrafted):
    """The drafting of an amendment, and whether matters are touched that somebody must be heard on."""

    education_and_research: bool = Field(
        default=True, description="it concerns education, research, development and innovation"
    )
    preparedness: bool = Field(default=True, description="it concerns readiness and preparedness")


STARTED: Final = started(StartedForTerm)
DRAFT_COMPLETED: Final = draft_completed(AreaDraft)
AMENDMENT_DRAFTING_BEGUN: Final = amendment_drafting_begun(AreaAmendment)
READINESS_PREPARED: Final = Fact(
    "readiness_prepared",
    Label(
        "valmius ja varautuminen valmisteltu ministeriön kanssa",
        "beredskapen och förberedelserna beredda med ministeriet",
        "readiness prepared with the ministry",
    ),
    ReadinessPrepared,
)
