"""What the criteria of 13 b § are judged by, as it is handed in: amounts without floats, days as dates.

Accounts are written as for the key figures of an evaluation. The amounts of plan and development are decimal text of
any one unit (`"-12.3"`). What is left out is unknown and says so in the result; an empty list says that there is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError

from engine.declaration import Day
from engine.errors import InputRejected
from procedures.evaluation.figures_input import Amount, Year, YearFigures
from procedures.preemptive_steering.facts import UnmetIn


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RequiredMeasures(_Input):
    """Measures that a decision or an evaluation required of the county, and what has become of them."""

    required_in: UnmetIn
    decided_on: Day | None = None
    evidently_unmet: StrictBool | None = None
    substitute_decided: StrictBool | None = None


class Plan(_Input):
    """A budget and plan: `itemised` measures or grounds are given, it is `compliant` with 115 §.

    `accumulated` is the surplus, or below zero the deficit, that the plan itself shows at the end of each year, and
    `cover_by` the day by which a deficit is to be covered.
    """

    itemised: StrictBool | None = None
    compliant: StrictBool | None = None
    cover_by: Day | None = None
    accumulated: Annotated[dict[Year, Amount], Field(max_length=20)] = Field(default_factory=dict)


class Development(_Input):
    """How the year goes against its budget; whether a difference is essential is a judgement of the ministry."""

    budgeted_result: Amount | None = None
    forecast_result: Amount | None = None
    essentially_weaker: StrictBool | None = None
    assessable: StrictBool | None = None


class SteeringFacts(_Input):
    """What is known of one county, Helsinki or HUS."""

    subject: str = Field(min_length=1, max_length=20)
    years: Annotated[dict[Year, YearFigures], Field(max_length=100)] = Field(default_factory=dict)
    required_measures: Annotated[tuple[RequiredMeasures, ...], Field(max_length=200)] | None = None
    plan: Plan | None = None
    development: Development | None = None


def read_steering_facts(document: Mapping[str, Any]) -> SteeringFacts:
    """Reads what is known of a county from parsed JSON or TOML.

    Raises:
        InputRejected: `steering-facts-invalid`, naming every field that cannot be taken.
    """
    try:
        return SteeringFacts.model_validate(document)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
    said = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'facts'}: {one['msg']}" for one in problems)
    raise InputRejected(
        "steering-facts-invalid",
        f"What is known of the county cannot be taken: {said}.",
        details={"problems": said},
    )
