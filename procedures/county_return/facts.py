"""Facts of a county's return: template issued, answered, conflicts resolved, discussed, confirmed."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.county_return.said import Conflict, Resolution, ReturnedCase, ReturnedItem, ReturnedObservation
from procedures.fields import LongText, ShortText
from procedures.roadmap.fields import CaseId, Month

Position = Annotated[int, Field(ge=0, le=1_000_000_000_000)]
"""A position of the log: what was known up to and with that event."""

Items = Annotated[tuple[ReturnedItem, ...], Field(max_length=1000)]
Cases = Annotated[tuple[ReturnedCase, ...], Field(max_length=200)]


class TemplateIssued(Payload):
    """The county gets its workbook, filled with what is known."""

    month: Month = Field(description="the month, such as 2026-11")
    agreed_on: Day = Field(description="the agreed day; where it is a day off, the next working day is the last one")
    position: Position = Field(description="the position of the log from which the workbook was filled")
    only_critical: bool = Field(default=True, description="whether what was judged not critical is left out")
    round_case: CaseId | None = Field(default=None, description="the case of the month's round")


class TemplateReissued(Payload):
    """The county gets a newer workbook in place of the one before."""

    position: Position = Field(description="the position of the log from which the workbook was filled")
    only_critical: bool = Field(default=True, description="whether what was judged not critical is left out")


class Answered(Payload):
    """What has changed since the template was issued; what the answer does not name stays as it was."""

    position: Position = Field(description="the position of the log from which the filled workbook was issued")
    items: Items = Field(default=(), description="the sub-tasks of which something is said anew")
    cases: Cases = Field(default=(), description="the county's own procedures of which something is said")
    observations: Annotated[tuple[ReturnedObservation, ...], Field(max_length=200)] = Field(
        default=(), description="notes, wishes and risks"
    )
    conflicts: Annotated[tuple[Conflict, ...], Field(max_length=1000)] = Field(
        default=(), description="cells that somebody else changed meanwhile: they wait until it is said what stands"
    )
    nothing_changed: bool = Field(default=False, description="the county says that nothing has changed")
    remark: LongText | None = Field(default=None, description="the county's own summary")


class ConflictsResolved(Payload):
    """The picture had moved while the workbook was being filled: cell by cell, what stands.

    Where the workbook stands, `items` and `cases` hold what is said of the sub-task or procedure from now on.
    """

    resolutions: Annotated[tuple[Resolution, ...], Field(min_length=1, max_length=1000)] = Field(
        description="each cell that two had changed, and which of them stands"
    )
    items: Items = Field(default=(), description="the sub-tasks of which the workbook stands, as they read by it")
    cases: Cases = Field(default=(), description="the county's own procedures of which the workbook stands")
    because: LongText | None = Field(default=None, description="on what grounds")


class Discussed(Payload):
    """The county's picture was talked through with it."""

    agenda: Annotated[tuple[ShortText, ...], Field(max_length=60)] = Field(
        default=(), description="the points of the discussion"
    )
    notes: LongText | None = Field(default=None, description="what the discussion added")
    ministries: tuple[Literal["VM", "STM", "SM"], ...] = Field(
        default=(), max_length=3, description="the ministries that took part"
    )
    changes: Items = Field(default=(), description="the sub-tasks that were seen otherwise together")
    form: Literal["monthly", "wider_negotiation"] = Field(
        default="monthly", description="the monthly hour, or the wider negotiation led by the ministries"
    )


class Confirmed(Payload):
    """What was answered and discussed is the county's picture of the month."""

    remark: LongText | None = Field(default=None, description="remark")


class ClosedUnanswered(Payload):
    """The month is over and nothing came: nothing is known of it."""

    remark: LongText | None = Field(default=None, description="what is known of the reason")


class Excused(Payload):
    """The county need not answer this month."""

    because: ShortText = Field(description="reason, such as the lighter rhythm of the county")


class Withdrawn(Payload):
    """The template was issued in error."""

    because: ShortText = Field(description="reason")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


TEMPLATE_ISSUED: Final = _fact(
    "template_issued", TemplateIssued, "työkirja lähetetty", "arbetsboken sänd", "workbook issued"
)
TEMPLATE_REISSUED: Final = _fact(
    "template_reissued", TemplateReissued, "uusi työkirja lähetetty", "ny arbetsbok sänd", "workbook issued again"
)
ANSWERED: Final = _fact("answered", Answered, "alue vastannut", "området har svarat", "county has answered")
CONFLICTS_RESOLVED: Final = _fact(
    "conflicts_resolved", ConflictsResolved, "ristiriidat ratkaistu", "konflikterna lösta", "conflicts resolved"
)
DISCUSSED: Final = _fact(
    "discussed", Discussed, "kuukausikeskustelu käyty", "månadssamtalet fört", "monthly discussion held"
)
CONFIRMED: Final = _fact(
    "confirmed",
    Confirmed,
    "alueen kuukausivastaus vahvistettu",
    "områdets månadssvar bekräftat",
    "county's return confirmed",
)
CLOSED_UNANSWERED: Final = _fact(
    "closed_unanswered",
    ClosedUnanswered,
    "päätetty vastauksetta",
    "avslutat utan svar",
    "closed without an answer",
)
EXCUSED: Final = _fact(
    "excused", Excused, "alue vapautettu vastaamasta", "området befriat från att svara", "county excused from answering"
)
WITHDRAWN: Final = _fact(
    "withdrawn",
    Withdrawn,
    "virheellisesti lähetetty työkirja peruttu",
    "arbetsbok som sänts av misstag återtagen",
    "workbook issued in error withdrawn",
)
