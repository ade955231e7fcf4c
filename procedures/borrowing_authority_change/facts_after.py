"""Facts after the Government's decision: conditions, reports, consequences, remedies."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import LongText, ShortText


class ReportGiven(Payload):
    """The county reported on the conditions of the change."""

    fulfilled: Literal["yes", "partly", "no"] | None = Field(
        default=None, description="whether the county finds the conditions fulfilled"
    )
    next_report_on: Day | None = Field(default=None, description="the day by which the county reports next")
    remark: LongText | None = Field(default=None, description="what the report says")


class SubstituteDecided(Payload):
    """The county decided on measures in place of those required."""

    measures: LongText | None = Field(default=None, description="the measures in words")


class ConditionUnmet(Payload):
    """The ministry notes that a required measure is not being carried out."""

    condition: LongText = Field(description="the measure that the decision required")
    evident: bool | None = Field(default=None, description="it is evident that the measure is not being carried out")
    no_substitute: bool | None = Field(default=None, description="the county has decided on no substitute measures")


class PreemptiveWeighed(Payload):
    """Whether the ministry starts pre-emptive financial steering; it may, and need not."""

    outcome: Literal["start", "not_now", "runs_already"] | None = Field(
        default=None, description="what the ministry concluded"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class EvaluationWeighed(Payload):
    """Whether the ministry starts an evaluation procedure; it may, and need not."""

    outcome: Literal["start", "not_now", "runs_already"] | None = Field(
        default=None, description="what the ministry concluded"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class ConditionsFulfilled(Payload):
    """The conditions of the change are fulfilled."""

    grounds: LongText | None = Field(default=None, description="on what the finding rests")


class FollowUpEnded(Payload):
    """The follow-up ends otherwise."""

    reason: Literal["no_conditions", "taken_over_by_another_procedure", "decision_annulled", "other"] | None = Field(
        default=None, description="why nothing is followed any more"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class DecisionServed(Payload):
    """The county has been served; its time to appeal begins on this day."""

    remark: ShortText | None = Field(default=None, description="how it was served")


class NoRemedySought(Payload):
    """The county seeks no remedy, or let the time pass."""

    remark: ShortText | None = Field(default=None, description="how it is known")


class BecameFinal(Payload):
    """Nobody can appeal against the rejection any more."""

    remark: LongText | None = Field(default=None, description="remark on the end")


class AppealMade(Payload):
    """The county appealed against the Government's decision."""

    generation: int = Field(ge=1, le=1000, description="which time limit for appeal the appeal answers, from 1")
    grounds: LongText | None = Field(default=None, description="on what the appeal rests")


class AppealDecided(Payload):
    """What the court decided."""

    outcome: Literal["dismissed", "not_examined", "annulled", "referred_back", "amended"] = Field(
        description="what became of the appeal"
    )
    decision: ShortText | None = Field(default=None, description="number of the court's decision")


REPORT_GIVEN: Final = Fact(
    "report_given",
    Label(
        "ehtojen toteutumisesta raportoitu",
        "rapport om hur villkoren har uppfyllts lämnad",
        "report on the conditions given",
    ),
    ReportGiven,
)
SUBSTITUTE_DECIDED: Final = Fact(
    "substitute_decided",
    Label(
        "korvaavista toimenpiteistä päätetty",
        "beslut om kompenserande åtgärder fattat",
        "substitute measures decided",
    ),
    SubstituteDecided,
)
CONDITION_UNMET: Final = Fact(
    "condition_unmet",
    Label(
        "todettu, ettei edellytetty toimenpide ole toteutumassa",
        "konstaterat att en förutsatt åtgärd inte kommer att bli genomförd",
        "required measure noted as not being carried out",
    ),
    ConditionUnmet,
)
PREEMPTIVE_WEIGHED: Final = Fact(
    "preemptive_weighed",
    Label(
        "ennakollisen talouden ohjauksen menettelyn tarve harkittu",
        "behovet av förebyggande förfarande för ekonomisk styrning prövat",
        "pre-emptive financial steering weighed",
    ),
    PreemptiveWeighed,
)
EVALUATION_WEIGHED: Final = Fact(
    "evaluation_weighed",
    Label(
        "arviointimenettelyn käynnistäminen harkittu",
        "inledandet av utvärderingsförfarandet prövat",
        "start of the evaluation procedure weighed",
    ),
    EvaluationWeighed,
)
CONDITIONS_FULFILLED: Final = Fact(
    "conditions_fulfilled",
    Label("ehdot todettu täytetyiksi", "villkoren konstaterade uppfyllda", "conditions found fulfilled"),
    ConditionsFulfilled,
)
FOLLOW_UP_ENDED: Final = Fact(
    "follow_up_ended",
    Label("ehtojen seuranta päättynyt", "uppföljningen av villkoren avslutad", "follow-up of the conditions ended"),
    FollowUpEnded,
)
DECISION_SERVED: Final = Fact(
    "decision_served",
    Label("päätös annettu tiedoksi", "beslutet delgivet", "decision served"),
    DecisionServed,
)
NO_REMEDY_SOUGHT: Final = Fact(
    "no_remedy_sought",
    Label("muutosta ei haeta", "ändring söks inte", "no remedy sought"),
    NoRemedySought,
)
BECAME_FINAL: Final = Fact(
    "became_final",
    Label("hylkäys lainvoimainen", "avslaget har vunnit laga kraft", "rejection became final"),
    BecameFinal,
)
APPEAL_MADE: Final = Fact(
    "appeal_made",
    Label(
        "valitettu korkeimpaan hallinto-oikeuteen",
        "besvär anförda hos högsta förvaltningsdomstolen",
        "appeal made to the Supreme Administrative Court",
    ),
    AppealMade,
)
APPEAL_DECIDED: Final = Fact(
    "appeal_decided",
    Label("valitus ratkaistu", "besvären avgjorda", "appeal decided"),
    AppealDecided,
)
