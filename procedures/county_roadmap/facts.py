"""Facts of a county's roadmap: taken into use, criticality judged, rhythm set, ended."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import ShortText
from procedures.roadmap.fields import Month, SubtaskId

Rhythm = Literal["lighter", "monthly", "denser"]
"""How often a county answers: lighter is every second month or less often, denser twice a month or more."""


class TakenIntoUse(Payload):
    """The county reads the roadmap against its own situation."""

    remark: ShortText | None = Field(default=None, description="remark")


class CriticalityJudged(Payload):
    """What the county judges to be critical to it; a later judgement takes the place of an earlier one."""

    critical: Annotated[tuple[SubtaskId, ...], Field(max_length=1000)] = Field(
        default=(), description="sub-tasks without which the county cannot do its duty in time, by id"
    )
    not_critical: Annotated[tuple[SubtaskId, ...], Field(max_length=1000)] = Field(
        default=(), description="sub-tasks that can wait, by id"
    )
    start_first: Annotated[tuple[SubtaskId, ...], Field(max_length=1000)] = Field(
        default=(), description="sub-tasks with which the county begins, by id"
    )
    because: ShortText | None = Field(default=None, description="on what grounds")


class RhythmSet(Payload):
    """How often the county answers from a month on."""

    rhythm: Rhythm = Field(description="lighter, monthly or denser")
    every_months: Annotated[int, Field(ge=1, le=12)] | None = Field(
        default=None, description="where the rhythm is lighter: every how many months the county answers"
    )
    from_month: Month = Field(description="the first month of the new rhythm, such as 2026-11")
    because: ShortText = Field(description="reason: what the county needs, or what it has no hands for")


class Ended(Payload):
    """The county follows the roadmap no longer."""

    because: ShortText = Field(description="reason")


TAKEN_INTO_USE: Final = Fact(
    "taken_into_use",
    Label("alueen tiekartta otettu käyttöön", "områdets vägkarta tagen i bruk", "county's roadmap taken into use"),
    TakenIntoUse,
)
CRITICALITY_JUDGED: Final = Fact(
    "criticality_judged",
    Label("osatehtävien kriittisyys arvioitu", "deluppgifternas kritiskhet bedömd", "criticality judged"),
    CriticalityJudged,
)
RHYTHM_SET: Final = Fact(
    "rhythm_set", Label("vastaamisen rytmi päätetty", "svarsrytmen fastställd", "rhythm of answering set"), RhythmSet
)
ENDED: Final = Fact(
    "ended",
    Label(
        "alueen tiekartan seuranta päätetty", "uppföljningen av områdets vägkarta avslutad", "county's roadmap ended"
    ),
    Ended,
)
