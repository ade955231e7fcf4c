"""Facts beside the main line: decisions under the restriction of powers, and remedies (611/2021 124 §)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.evaluation.facts_group import Ordinal
from procedures.evaluation.facts_start import LongText, ShortText


class RestrictedDecisionServed(Payload):
    """A decision that 124 § 1 mom. restricts was served on the ministry.

    A decision without urgent and necessary reasons is recorded as well: that it was made is what the remedies are for.
    """

    decision: ShortText | None = Field(default=None, description="number or name of the county's decision")
    decided_on: Day | None = Field(default=None, description="the day on which the county decided")
    decided_by: Literal["council", "other_organ"] | None = Field(
        default=None, description="council: appealed directly; other_organ: rectification first (139-140 §)"
    )
    served_on: Day | None = Field(default=None, description="the day of service; empty: the day of this act")
    kind: Literal["significant_long_term", "contrary_to_proposals", "both"] | None = Field(
        default=None, description="why 124 § restricts the decision"
    )
    urgency_grounds: LongText | None = Field(
        default=None, description="necessary reasons and urgency that the county states"
    )


class _AboutDeadline(Payload):
    generation: Ordinal = Field(description="which deadline it concerns, counted from 1 in this case")


class NoRemedySought(Payload):
    """The ministry leaves a decision as it is."""

    number: Ordinal = Field(description="which of the decisions served, counted from 1 in this case")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class RectificationRequested(_AboutDeadline):
    """The ministry asks the organ to rectify its decision."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class RectificationDecided(Payload):
    """The organ decided on the request; an appeal is made against that decision."""

    number: Ordinal = Field(description="which of the requests, counted from 1 in this case")
    outcome: Literal["rectified", "rejected", "inadmissible"] | None = Field(
        default=None, description="what was decided"
    )
    served_on: Day | None = Field(default=None, description="the day of service; empty: the day of this act")


class AppealMade(_AboutDeadline):
    """The ministry appeals to the administrative court."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class AppealJudged(Payload):
    """The administrative court decided."""

    number: Ordinal = Field(description="which of the appeals, counted from 1 in this case")
    outcome: Literal["dismissed", "quashed", "inadmissible"] | None = Field(
        default=None, description="what was decided"
    )
    served_on: Day | None = Field(default=None, description="the day of service; empty: the day of this act")


class FurtherAppealMade(_AboutDeadline):
    """Leave to appeal is sought from the Supreme Administrative Court."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class FurtherAppealJudged(Payload):
    """The Supreme Administrative Court decided."""

    number: Ordinal = Field(description="which of the further appeals, counted from 1 in this case")
    outcome: Literal["leave_refused", "dismissed", "quashed", "inadmissible"] | None = Field(
        default=None, description="what was decided"
    )


class RestrictionEnded(Payload):
    """The ministry confirms that the restriction has ended; the day of the act is its last day."""

    ground: Literal["no_investigator", "decision_on_proposal", "measures_ended"] | None = Field(
        default=None, description="which end of 124 § 1 mom. it is"
    )


RESTRICTED_DECISION_SERVED: Final = Fact(
    "restricted_decision_served",
    Label(
        "rajoituksen alainen päätös annettu valtiovarainministeriölle tiedoksi",
        "beslut som omfattas av begränsningen delgivet finansministeriet",
        "restricted decision served on the Ministry of Finance",
    ),
    RestrictedDecisionServed,
)
NO_REMEDY_SOUGHT: Final = Fact(
    "no_remedy_sought",
    Label(
        "muutosta päätetty olla hakematta",
        "beslut om att inte söka ändring fattat",
        "decided to seek no remedy",
    ),
    NoRemedySought,
)
RECTIFICATION_REQUESTED: Final = Fact(
    "rectification_requested",
    Label("oikaisuvaatimus tehty", "begäran om omprövning framställd", "rectification requested"),
    RectificationRequested,
)
RECTIFICATION_DECIDED: Final = Fact(
    "rectification_decided",
    Label(
        "oikaisuvaatimus ratkaistu",
        "begäran om omprövning avgjord",
        "request for rectification decided",
    ),
    RectificationDecided,
)
APPEAL_MADE: Final = Fact(
    "appeal_made", Label("aluevalitus tehty", "välfärdsområdesbesvär anförda", "county appeal made"), AppealMade
)
RESTRICTED_DECISION_JUDGED: Final = Fact(
    "restricted_decision_judged",
    Label(
        "hallinto-oikeus ratkaissut aluevalituksen",
        "förvaltningsdomstolen har avgjort välfärdsområdesbesvären",
        "administrative court decided the county appeal",
    ),
    AppealJudged,
)
FURTHER_APPEAL_MADE: Final = Fact(
    "further_appeal_made",
    Label("jatkovalitus tehty", "fortsatta besvär anförda", "further appeal made"),
    FurtherAppealMade,
)
FURTHER_APPEAL_JUDGED: Final = Fact(
    "further_appeal_judged",
    Label(
        "korkein hallinto-oikeus ratkaissut jatkovalituksen",
        "högsta förvaltningsdomstolen har avgjort de fortsatta besvären",
        "Supreme Administrative Court decided the further appeal",
    ),
    FurtherAppealJudged,
)
RESTRICTION_ENDED: Final = Fact(
    "restriction_ended",
    Label("toimivallan rajoitus päättynyt", "begränsningen av behörigheten upphört", "restriction of powers ended"),
    RestrictionEnded,
)
