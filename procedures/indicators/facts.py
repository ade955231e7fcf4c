"""Facts of the register of indicators: taken in by id and source, values recorded and corrected, dropped."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText
from procedures.reform_programme.facts import GoalId

IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{1,59}$")]
"""A short id of an indicator in this register."""
Decimal = Annotated[str, StringConstraints(pattern=r"^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$")]
"""A number written out with a point, never rounded: `12.5`."""
Period = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$")]
"""A year, a quarter or a month: `2025`, `2025-Q3`, `2025-09`."""
ObjectiveNumber = Annotated[int, Field(ge=1, le=99)]


class RegisterOpened(Payload):
    """The register is kept from now on."""

    review_on: Day | None = Field(default=None, description="the day by which the values are brought up to date")


class TakenIn(Payload):
    """An indicator of somebody else is followed here."""

    indicator: IndicatorId = Field(description="short id in this register")
    name: ShortText = Field(description="its name, as the source has it")
    source: ShortText | None = Field(default=None, description="who publishes it: service or publication")
    source_id: ShortText | None = Field(default=None, description="its id at the source")
    publisher: ActorCode | None = Field(default=None, description="the publisher, where the directory has a code of it")
    unit: ShortText = Field(description="unit of its values, such as percent, euros per inhabitant, days")
    objective: ObjectiveNumber | None = Field(default=None, description="number of the national objective it follows")
    goal: GoalId | None = Field(default=None, description="id of the programme's goal that it follows")
    higher_is_better: bool | None = Field(default=None, description="whether a higher value is better")
    defined_at: ShortText | None = Field(default=None, description="where the source defines it")


class ValueRecorded(Payload):
    """A value as the source published it."""

    indicator: IndicatorId = Field(description="id of the indicator")
    about: ActorCode = Field(description="the county or whole that it is about, by code")
    period: Period = Field(description="the year, quarter or month that it is about")
    value: Decimal | None = Field(default=None, description="the value, written out; empty: the source has none")
    unit: ShortText = Field(description="the unit in which it stands")
    published_on: Day | None = Field(default=None, description="the day on which the source published it")
    retrieved_on: Day | None = Field(default=None, description="the day on which it was read there")
    missing_because: ShortText | None = Field(default=None, description="where there is none: why, as the source says")


class ValueCorrected(ValueRecorded):
    """The source, or the reading of it, has changed."""

    because: LongText = Field(description="what changed")


class IndicatorDropped(Payload):
    """An indicator is followed no more."""

    indicator: IndicatorId = Field(description="id of the indicator")
    because: LongText = Field(description="why")


class Refreshed(Payload):
    """The sources were looked through."""

    remark: LongText | None = Field(default=None, description="what was found")
    review_on: Day | None = Field(default=None, description="the day by which it is done next")


class RegisterClosed(Payload):
    """The register is kept no more."""

    because: LongText = Field(description="why, and where it goes on")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


REGISTER_OPENED: Final = _fact(
    "indicator_register_opened",
    RegisterOpened,
    "indikaattorien luettelo avattu",
    "förteckningen över indikatorer inledd",
    "register of indicators opened",
)
TAKEN_IN: Final = _fact(
    "indicator_taken_in",
    TakenIn,
    "indikaattori otettu seurantaan",
    "indikator tagen i uppföljning",
    "indicator taken in",
)
VALUE_RECORDED: Final = _fact(
    "value_recorded", ValueRecorded, "indikaattorin arvo kirjattu", "indikatorns värde antecknat", "value recorded"
)
VALUE_CORRECTED: Final = _fact(
    "value_corrected", ValueCorrected, "indikaattorin arvo korjattu", "indikatorns värde rättat", "value corrected"
)
INDICATOR_DROPPED: Final = _fact(
    "indicator_dropped",
    IndicatorDropped,
    "indikaattorin seuranta lopetettu",
    "uppföljningen av indikatorn avslutad",
    "indicator dropped",
)
REFRESHED: Final = _fact(
    "indicators_refreshed", Refreshed, "indikaattorit päivitetty", "indikatorerna uppdaterade", "indicators refreshed"
)
REGISTER_CLOSED: Final = _fact(
    "indicator_register_closed",
    RegisterClosed,
    "indikaattorien luettelo päätetty",
    "förteckningen över indikatorer avslutad",
    "register of indicators closed",
)
