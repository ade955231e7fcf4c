"""Facts after a grant: payment, the conditions, and what VM weighs because of the grant (617/2021 26 § 3 mom.)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import Cents, LongText, ShortText

ConditionNumber = Annotated[int, Field(ge=1, le=50)]


class Paid(Payload):
    """The money is paid with a monthly instalment."""

    amount_cents: Cents | None = Field(default=None, description="amount paid, in cents")


class ConditionsReported(Payload):
    """The county tells how the conditions are carried out."""

    summary: LongText | None = Field(default=None, description="how the conditions are carried out")
    report_by: Day | None = Field(default=None, description="the day of the next report, if one is set")


class SubstituteMeasuresDecided(Payload):
    """The county decides on other measures in place of required ones."""

    condition: ConditionNumber | None = Field(default=None, description="number of the condition; none: all of them")
    measures: LongText | None = Field(default=None, description="the measures decided")


class ConditionUnmet(Payload):
    """The ministry notes that what the decision requires is not being carried out."""

    condition: ConditionNumber | None = Field(default=None, description="number of the condition; none: all of them")
    evident: bool | None = Field(default=None, description="whether it is evident that it is not being carried out")
    grounds: LongText | None = Field(default=None, description="what this is seen from")


class ConditionsFulfilled(Payload):
    """The ministry notes that the conditions are carried out."""

    grounds: LongText | None = Field(default=None, description="what this is seen from")


class EvaluationWeighed(Payload):
    """The ministry has weighed whether to start the evaluation procedure because of the grant."""

    outcome: Literal["start", "not_start", "later"] | None = Field(
        default=None, description="what the ministry means to do"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class PreemptiveWeighed(Payload):
    """The ministry has weighed pre-emptive financial steering because a condition is unmet."""

    outcome: Literal["start", "not_start", "later"] | None = Field(
        default=None, description="what the ministry means to do"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class Closed(Payload):
    """Nothing in the matter is left to do."""

    remark: ShortText | None = Field(default=None, description="why the matter is closed")


PAID: Final = Fact(
    "paid", Label("lisärahoitus maksettu", "tilläggsfinansieringen utbetald", "additional funding paid"), Paid
)
CONDITIONS_REPORTED: Final = Fact(
    "conditions_reported",
    Label("ehtojen toteutuminen raportoitu", "uppfyllandet av villkoren rapporterat", "conditions reported on"),
    ConditionsReported,
)
SUBSTITUTE_MEASURES_DECIDED: Final = Fact(
    "substitute_measures_decided",
    Label(
        "korvaavista toimenpiteistä päätetty", "beslut om kompenserande åtgärder fattat", "substitute measures decided"
    ),
    SubstituteMeasuresDecided,
)
CONDITION_UNMET: Final = Fact(
    "condition_unmet",
    Label("ehto todettu toteutumattomaksi", "villkor konstaterat ouppfyllt", "condition noted as unmet"),
    ConditionUnmet,
)
CONDITIONS_FULFILLED: Final = Fact(
    "conditions_fulfilled",
    Label("ehdot todettu toteutuneiksi", "villkoren konstaterade uppfyllda", "conditions noted as fulfilled"),
    ConditionsFulfilled,
)
EVALUATION_WEIGHED: Final = Fact(
    "evaluation_weighed",
    Label(
        "arviointimenettelyn käynnistämistä harkittu",
        "inledande av utvärderingsförfarande övervägt",
        "start of the evaluation procedure weighed",
    ),
    EvaluationWeighed,
)
PREEMPTIVE_WEIGHED: Final = Fact(
    "preemptive_weighed",
    Label(
        "ennakollista talouden ohjauksen menettelyä harkittu",
        "förebyggande förfarande för ekonomisk styrning övervägt",
        "pre-emptive financial steering weighed",
    ),
    PreemptiveWeighed,
)
CLOSED: Final = Fact("closed", Label("asia päätetty", "ärendet avslutat", "case closed"), Closed)
