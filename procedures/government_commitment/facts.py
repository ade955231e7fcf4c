"""Facts of the commitments of one session: agreed, brought forward, fulfilled, dropped, settled."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import Count, LongText, ShortText
from procedures.government_commitment.entries import register

EntryNumber = Annotated[int, Field(ge=1, le=99)]


def _due_on(number: int) -> date | None:
    return register("entries_2025").entry(number).due_on


class Agreed(Payload):
    """What was agreed, by the register of its entries; the days are those of the register."""

    register_name: Literal["entries_2025"] = Field(default="entries_2025", description="the register of the entries")
    session_on: Day | None = Field(default=None, description="the day of the session")
    entries: Count | None = Field(default=None, description="how many entries were agreed")
    entry_6_due_on: Day | None = Field(default=_due_on(6), description="the day that entry 6 gives for the assessment")
    entry_9_due_on: Day | None = Field(default=_due_on(9), description="the day that entry 9 gives for its study")
    entry_10_due_on: Day | None = Field(default=_due_on(10), description="the day that entry 10 gives for its study")


class EntryProgressed(Payload):
    """A step towards an entry."""

    number: EntryNumber = Field(description="number of the entry")
    step: LongText | None = Field(default=None, description="what was done")
    evidence: ShortText | None = Field(default=None, description="where it can be seen: bill, report, decision")


class EntryFulfilled(Payload):
    """An entry is carried out."""

    number: EntryNumber = Field(description="number of the entry")
    evidence: ShortText | None = Field(default=None, description="where it can be seen: act, report, decision")


class EntryDropped(Payload):
    """An entry is given up."""

    number: EntryNumber = Field(description="number of the entry")
    because: LongText | None = Field(default=None, description="reason as stated")


class AgreementsAssessed(Payload):
    """Entry 6: where the cooperation agreements stand, as found in the negotiations with the collaborative areas."""

    outcome: Literal["agreements_suffice", "confirmation_needed", "legislation_needed"] | None = Field(
        default=None, description="what the assessment found"
    )
    evidence: ShortText | None = Field(default=None, description="the assessment or the memos it rests on")


class ConfirmationConsidered(Payload):
    """Entry 6: what the Government's session did about the agreements."""

    outcome: Literal["not_needed", "by_section_38", "by_legislation"] | None = Field(
        default=None, description="not needed, by 612/2021 38 §, or by legislation"
    )
    remark: LongText | None = Field(default=None, description="remark")


class Closed(Payload):
    """Every entry is settled."""

    remark: ShortText | None = Field(default=None, description="remark")


class TermEnded(Payload):
    """The Government's term is over before every entry was settled."""

    open_entries: tuple[EntryNumber, ...] = Field(
        default=(), max_length=99, description="numbers of the entries that were not settled"
    )


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


AGREED: Final = _fact("agreed", Agreed, "kirjauksista sovittu", "skrivningarna överenskomna", "entries agreed")
ENTRY_PROGRESSED: Final = _fact(
    "entry_progressed", EntryProgressed, "kirjaus edennyt", "skrivningen har framskridit", "entry brought forward"
)
ENTRY_FULFILLED: Final = _fact(
    "entry_fulfilled", EntryFulfilled, "kirjaus toteutunut", "skrivningen genomförd", "entry fulfilled"
)
ENTRY_DROPPED: Final = _fact(
    "entry_dropped", EntryDropped, "kirjauksesta luovuttu", "skrivningen har fått förfalla", "entry dropped"
)
AGREEMENTS_ASSESSED: Final = _fact(
    "agreements_assessed",
    AgreementsAssessed,
    "yhteistyösopimusten tilanne arvioitu",
    "läget för samarbetsavtalen bedömt",
    "cooperation agreements assessed",
)
CONFIRMATION_CONSIDERED: Final = _fact(
    "confirmation_considered",
    ConfirmationConsidered,
    "sopimuspohjaisen yhteistyön vahvistamisesta linjattu",
    "riktlinje om bekräftande av det avtalsbaserade samarbetet given",
    "confirmation of the cooperation considered",
)
CLOSED: Final = _fact(
    "closed", Closed, "kirjaukset käsitelty loppuun", "skrivningarna slutbehandlade", "entries settled"
)
TERM_ENDED: Final = _fact(
    "term_ended", TermEnded, "hallituskausi päättynyt", "regeringsperioden har upphört", "Government's term ended"
)
