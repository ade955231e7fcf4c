"""What a person states when something recorded is corrected, annulled or settled (434/2003 49 g and 50-53 §).

What follows from it is not stated but worked out (`engine.correction`) and recorded beside it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Day, Payload

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
_Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]

Ground = Literal["inadequate_clarification", "wrong_application", "procedural_error", "new_clarification"]
"""The grounds of 434/2003 50 § 1 mom., items 1 to 4 in their order; the list is closed."""

Remedy = Literal["appeal", "extraordinary_appeal", "rectification", "self_correction", "withdrawal"]
"""How an act is annulled: by a court (808/2019 81 § or 117 §), or by a decision of the authority itself.

`rectification` is a decision on a request for it (434/2003 49 g §), `self_correction` rests on 50 §, and what is no
decision, or is a correction, is withdrawn.
"""


class Superseding(Payload):
    """Which event gives place, why, on which section, and who has looked at it beside the person who records it."""

    supersedes: int = Field(ge=1, description="the number of the event in the case, as case history lists it")
    reason: _Text = Field(description="why, as stated")
    section: _Text = Field(description="the section on which it rests")
    second_person: _Code = Field(description="who else has looked at it: a person reference")


class Considered(Superseding):
    """What the law asks before a decision is corrected: when it was taken up, and how it bears on the parties."""

    taken_up_on: Day | None = Field(
        default=None, description="the day of the authority's own initiative or of a party's demand"
    )
    ground: Ground | None = Field(default=None, description="the ground of 434/2003 50 § 1 mom.")
    detriment_of: tuple[_Code, ...] = Field(
        default=(), description="the parties to whose detriment it is; none: it is to the parties' benefit"
    )
    consented: tuple[_Code, ...] = Field(default=(), description="the parties that consent to it")
    error_obvious: bool = Field(default=False, description="whether the error is obvious")
    caused_by: tuple[_Code, ...] = Field(default=(), description="the parties whose own conduct has caused the error")


class ClericalErrorCorrected(Superseding):
    """An obvious clerical or calculation error, or another comparable clear error, is corrected.

    `error_in` says where it stands: in the decision itself (434/2003 51 §), or in what was recorded of an act.
    """

    values: dict[str, Any] = Field(default_factory=dict, description="the corrected values of the event's data")
    effective_on: Day | None = Field(default=None, description="the corrected day of the event")
    error_in: Literal["record", "decision"] = Field(default="record", description="where the error is")
    taken_up_on: Day | None = Field(
        default=None, description="the day of the authority's own initiative or of a party's demand"
    )
    heard: Literal["heard", "unnecessary"] | None = Field(
        default=None, description="whether the parties were heard, or that was unnecessary"
    )
    unreasonable_for: tuple[_Code, ...] = Field(
        default=(), description="the parties for whom the outcome would be unreasonable"
    )
    caused_by: tuple[_Code, ...] = Field(default=(), description="the parties whose own conduct has caused the error")


class DecisionCorrected(Considered):
    """The authority removes its incorrect decision and decides the matter anew; the act stays the same in kind."""

    values: dict[str, Any] = Field(default_factory=dict, description="what the new decision says otherwise")


class ActAnnulled(Considered):
    """A court, or a new decision of the authority, annuls an act: the case goes back to where it stood before it."""

    remedy: Remedy = Field(description="how it was annulled")
    court: _Code | None = Field(default=None, description="the court, by its code in the directory")
    referred_back: bool = Field(default=False, description="whether the matter was referred back to be handled anew")


class IncidentSettled(Payload):
    """A person has looked at an event that lost its footing by a correction, and says what becomes of it."""

    version: int = Field(ge=1, description="the number of the event that lost its footing")
    case: _Code | None = Field(default=None, description="the case in which that event is, where it is another one")
    outcome: Literal["stands", "to_be_corrected", "annulled"] = Field(description="what becomes of it")
    reason: _Text = Field(description="why, as stated")
    section: _Text = Field(description="the section on which it rests")
