"""Facts that only the organising agreement of HUS has: the review in each council term, the division carried out."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.collaborative_agreement.facts_in_force import AmendmentDrafted, amendment_drafting_begun
from procedures.fields import LongText, ShortText


class HusAmendment(AmendmentDrafted):
    """The drafting of an amendment, and whether the university must be heard on it."""

    education_and_research: bool = Field(
        default=True, description="it concerns education, research, development and innovation"
    )


class CouncilTermBegun(Payload):
    """A new council term, in which the agreement is to be reviewed."""

    council_term_from: Day = Field(description="the first day of the council term")
    council_term_until: Day = Field(description="the last day of the council term")


class Reviewed(Payload):
    """The parties reviewed the agreement."""

    outcome: Literal["unchanged", "to_be_amended"] = Field(description="whether it stays as it is")
    remark: LongText | None = Field(default=None, description="what was found")


class DivisionCarriedOut(Payload):
    """The division of work that the agreement sets is in place."""

    remark: ShortText | None = Field(default=None, description="remark on the division of work")


AMENDMENT_DRAFTING_BEGUN: Final = amendment_drafting_begun(HusAmendment)
COUNCIL_TERM_BEGUN: Final = Fact(
    "council_term_begun",
    Label("uusi valtuustokausi alkanut", "en ny fullmäktigeperiod har börjat", "new council term begun"),
    CouncilTermBegun,
)
REVIEWED: Final = Fact(
    "reviewed", Label("sopimus tarkistettu", "avtalet har setts över", "agreement reviewed"), Reviewed
)
DIVISION_CARRIED_OUT: Final = Fact(
    "division_carried_out",
    Label(
        "työnjako palvelujen järjestämisessä pantu täytäntöön",
        "arbetsfördelningen i ordnandet av tjänsterna verkställd",
        "division of work carried out",
    ),
    DivisionCarriedOut,
)
