"""Facts of an interim evaluation of the reform."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import Count, LongText, ShortText

Silent = Annotated[tuple[Literal["VM", "STM", "SM"], ...], Field(max_length=3)]
"""The ministries that gave no position although they were asked."""


class Commissioned(Payload):
    """The assignment."""

    project: ShortText | None = Field(default=None, description="number of the project, such as STM000:00/2000")
    report_due_on: Day | None = Field(default=None, description="the day by which the report is to be given")
    subject_matter: LongText | None = Field(default=None, description="what is evaluated")


class ExpertGroupSet(Payload):
    """Who evaluates."""

    independent: bool | None = Field(default=None, description="whether the group is independent of the ministries")
    members: Count | None = Field(default=None, description="how many members it has")
    term_ends_on: Day | None = Field(default=None, description="the day on which its term ends")


class ReportDayChanged(Payload):
    """The group gets another day."""

    report_due_on: Day = Field(description="the new day by which the report is to be given")
    because: ShortText | None = Field(default=None, description="reason")


class ReportPublished(Payload):
    """What the group found."""

    address: ShortText | None = Field(default=None, description="where it can be read")
    short_term_proposals: Count | None = Field(default=None, description="how many proposals for the near future")
    long_term_proposals: Count | None = Field(default=None, description="how many proposals for the longer run")


class PositionGiven(Payload):
    """What a ministry makes of the report; a later one takes the place of an earlier one."""

    position: LongText | None = Field(default=None, description="the position, in short")
    proposals_supported: Count | None = Field(default=None, description="how many proposals it supports")
    proposals_opposed: Count | None = Field(default=None, description="how many proposals it opposes")


class FollowUpDecided(Payload):
    """What is done next."""

    measures: Count | None = Field(default=None, description="how many measures are agreed")
    summary: LongText | None = Field(default=None, description="the measures, in short")
    without_positions_of: Silent = Field(default=(), description="ministries whose position was not waited for")


class FollowUpReported(Payload):
    """Where the measures stand."""

    measures_done: Count | None = Field(default=None, description="how many measures are done")
    measures_open: Count | None = Field(default=None, description="how many measures are still open")
    summary: LongText | None = Field(default=None, description="where they stand, in short")


class Closed(Payload):
    """The evaluation and what followed from it are done."""

    handed_over_to: ShortText | None = Field(
        default=None, description="where open measures go on: programme, case or Government"
    )


class NothingFollows(Payload):
    """The ministries agree on no measures."""

    because: LongText | None = Field(default=None, description="reason as stated")
    without_positions_of: Silent = Field(default=(), description="ministries whose position was not waited for")


class Discontinued(Payload):
    """The evaluation ends without a report."""

    because: LongText | None = Field(default=None, description="reason as stated")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


COMMISSIONED: Final = _fact(
    "commissioned", Commissioned, "toimeksianto annettu", "uppdraget givet", "evaluation commissioned"
)
EXPERT_GROUP_SET: Final = _fact(
    "expert_group_set", ExpertGroupSet, "asiantuntijaryhmä asetettu", "expertgruppen tillsatt", "expert group set"
)
REPORT_DAY_CHANGED: Final = _fact(
    "report_day_changed",
    ReportDayChanged,
    "raportin määräpäivää muutettu",
    "dagen för rapporten ändrad",
    "day of the report changed",
)
REPORT_PUBLISHED: Final = _fact(
    "report_published", ReportPublished, "raportti julkaistu", "rapporten publicerad", "report published"
)
POSITION_GIVEN: Final = _fact(
    "position_given",
    PositionGiven,
    "ministeriön kanta annettu",
    "ministeriets ställningstagande givet",
    "ministry's position given",
)
FOLLOW_UP_DECIDED: Final = _fact(
    "follow_up_decided",
    FollowUpDecided,
    "jatkotoimista päätetty",
    "fortsatta åtgärder beslutade",
    "follow-up measures decided",
)
FOLLOW_UP_REPORTED: Final = _fact(
    "follow_up_reported",
    FollowUpReported,
    "jatkotoimien tilanteesta raportoitu",
    "läget för de fortsatta åtgärderna rapporterat",
    "follow-up reported",
)
CLOSED: Final = _fact("closed", Closed, "väliarviointi päätetty", "mellanutvärderingen avslutad", "evaluation closed")
NOTHING_FOLLOWS: Final = _fact(
    "nothing_follows",
    NothingFollows,
    "jatkotoimista ei sovittu",
    "inga fortsatta åtgärder avtalade",
    "no follow-up agreed",
)
DISCONTINUED: Final = _fact(
    "discontinued", Discontinued, "väliarviointi keskeytetty", "mellanutvärderingen avbruten", "evaluation discontinued"
)
