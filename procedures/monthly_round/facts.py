"""Facts of a month's round: opened, collected, compiled, confirmed, reported, closed.

What a county answers is a case of its own (`county_return`). The round says who answered, who was silent and who was
excused, so that no total can pass over a county.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText
from procedures.roadmap.fields import CaseId, Month

Scope = Literal["critical", "all"]
"""Which sub-tasks the counties are asked about: without those judged not critical, or all of them."""

Level = Literal[
    "coordination_group",
    "reform_steering_group",
    "ministerial_group",
    "regional_section",
    "core_group",
    "permanent_secretaries",
]
"""To whom the picture is reported: four levels of the roadmap of 2021, and two of the proposal of 2025."""

Page = Literal["overview", "county", "procedures", "goals", "themes", "method"]
"""The pages of the picture."""

Position = Annotated[int, Field(ge=0, le=1_000_000_000_000)]
"""A position of the log: what was known up to and with that event."""

Codes = Annotated[tuple[ActorCode, ...], Field(max_length=60)]


class RoundOpened(Payload):
    """For which month, by which day, and about what."""

    month: Month = Field(description="the month of the round, such as 2026-11")
    agreed_on: Day = Field(
        description="the agreed day of that month; where it is a day off, the next working day is the last one"
    )
    other_day_because: ShortText | None = Field(
        default=None, description="why the day is not the one agreed for every month"
    )
    scope: Scope = Field(default="critical", description="whether all sub-tasks are asked about or the critical ones")


class DueDayChanged(Payload):
    """The counties get another day."""

    agreed_on: Day = Field(description="the new day; where it is a day off, the next working day is the last one")
    because: ShortText = Field(description="reason")


class WhoAnswered(Payload):
    """Everybody whose picture the round asks for, each in one of three groups."""

    answered: Codes = Field(default=(), description="those who answered, by code")
    silent: Codes = Field(default=(), description="those from whom nothing came, by code")
    excused: Codes = Field(default=(), description="those who need not answer this month, by code")


class CollectionEnded(WhoAnswered):
    """The answers are in, or the day has passed."""

    remark: ShortText | None = Field(default=None, description="remark")


class CompiledTheme(Payload):
    """One thing that several counties raised."""

    name: ShortText = Field(description="what it is about")
    counties: Codes = Field(description="the counties that raised it, by code; at least two")
    theme_case: CaseId | None = Field(default=None, description="the case of the theme, where one was opened")


class ThemesCompiled(Payload):
    """What the answers and discussions have in common; made again, the earlier one no longer counts."""

    themes: tuple[CompiledTheme, ...] = Field(default=(), max_length=60, description="themes that several raised")
    rescue_themes: tuple[CompiledTheme, ...] = Field(
        default=(), max_length=60, description="themes of rescue services, compiled apart"
    )
    highlights: tuple[ShortText, ...] = Field(default=(), max_length=20, description="what is lifted out of it")
    position: Position = Field(description="the position of the log up to which it was compiled")


class RoundConfirmed(WhoAnswered):
    """The picture of the month is confirmed: from now on it is what later changes are measured against."""

    position: Position = Field(description="the position of the log up to which the picture is confirmed")
    headline: ShortText | None = Field(default=None, description="the month in one sentence")


class Reported(Payload):
    """The picture was given to somebody, and what it showed."""

    level: Level = Field(description="to whom it was reported")
    position: Position = Field(description="the position of the log up to which the report shows it")
    pages: tuple[Page, ...] = Field(default=(), max_length=6, description="the pages that were shown")
    remark: LongText | None = Field(default=None, description="what was said or decided there")


class RoundClosed(Payload):
    """Nothing remains to be done for this month."""

    remark: ShortText | None = Field(default=None, description="remark")


class RoundCancelled(Payload):
    """No picture is made this month, or the round was opened in error."""

    because: ShortText = Field(description="reason")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


ROUND_OPENED: Final = _fact(
    "round_opened", RoundOpened, "kuukausikierros avattu", "månadsrundan inledd", "monthly round opened"
)
DUE_DAY_CHANGED: Final = _fact(
    "due_day_changed", DueDayChanged, "vastauspäivää muutettu", "svarsdagen ändrad", "day for answering changed"
)
COLLECTION_ENDED: Final = _fact(
    "collection_ended",
    CollectionEnded,
    "kuukauden vastausten kokoaminen päättynyt",
    "insamlingen av månadens svar avslutad",
    "collection of the month's answers ended",
)
THEMES_COMPILED: Final = _fact(
    "themes_compiled", ThemesCompiled, "yhteiset asiat koottu", "gemensamma frågor sammanställda", "themes compiled"
)
ROUND_CONFIRMED: Final = _fact(
    "round_confirmed",
    RoundConfirmed,
    "kuukauden tilannekuva vahvistettu",
    "månadens lägesbild bekräftad",
    "picture of the month confirmed",
)
REPORTED: Final = _fact(
    "reported", Reported, "tilannekuva raportoitu", "lägesbilden rapporterad", "situational picture reported"
)
ROUND_CLOSED: Final = _fact(
    "round_closed", RoundClosed, "kuukausikierros päätetty", "månadsrundan avslutad", "monthly round closed"
)
ROUND_CANCELLED: Final = _fact(
    "round_cancelled", RoundCancelled, "kuukausikierros peruttu", "månadsrundan inställd", "monthly round cancelled"
)
