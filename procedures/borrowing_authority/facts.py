"""Facts from the calculation to the end of the financial year (611/2021 15 § 1–2 mom., 616/2021 61 §)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, Cents, LongText, ShortText, SignedCents, Year

ExceptionalGround = Literal["public_finances", "state_finances", "county_finances"]
"""15 § 1 mom.: whose finances weaken significantly and exceptionally."""

FiguresFrom = Literal["own_budget_of_the_year_before", "predecessors_of_2021_and_2022"]
"""15 § 2 mom. and, for the first financial year, 616/2021 61 § 1 mom."""


class AuthorityCalculated(Payload):
    """The ministry's calculation; for the joint decision of all counties only the financial year is said here."""

    financial_year: Year = Field(description="the financial year of the authority")
    figures_from: FiguresFrom | None = Field(default=None, description="whose figures the calculation rests on")
    annual_margin_cents: SignedCents | None = Field(
        default=None, description="annual margin in the budget of the year before the financial year, in cents"
    )
    adjusted_margin_cents: SignedCents | None = Field(
        default=None, description="that margin as adjusted with monitoring data (120 §), if it was, in cents"
    )
    opening_debt_cents: Cents | None = Field(
        default=None, description="estimated debt at the start of the financial year, in cents"
    )
    earlier_authorities_cents: Cents | None = Field(
        default=None, description="what is taken into account of earlier decisions, in cents"
    )
    formula_cents: Cents | None = Field(
        default=None, description="result of 15 § 2 mom., zero where it would be negative, in cents"
    )
    equivalent_contracts_included: bool | None = Field(
        default=None, description="contracts equivalent to investments are covered by the authority"
    )


class CountyHeard(Payload):
    """What the county said of the calculation, if it was asked."""

    reply: LongText | None = Field(default=None, description="what the county said")


class ProposalMade(Payload):
    """The ministry's proposal to the Government."""

    amount_cents: Cents | None = Field(default=None, description="proposed amount, which may be zero, in cents")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class Confirmed(Payload):
    """What the Government decided for one county."""

    amount_cents: Cents | None = Field(
        default=None, description="amount of long-term loan that may be taken, which may be zero, in cents"
    )
    exceptional_grounds: tuple[ExceptionalGround, ...] = Field(
        default=(),
        max_length=3,
        description="whose finances weaken significantly and exceptionally, where the amount is below the formula",
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")
    joint_decision: ShortText | None = Field(
        default=None, description="the case or number of the joint decision in which this one was made"
    )


class CountyAmount(Payload):
    """One county's authority in the joint decision."""

    county: ActorCode = Field(description="code of the county or of HUS")
    amount_cents: Cents = Field(description="amount, which may be zero, in cents")


class JointDecisionMade(Payload):
    """What the Government decided for all counties in one session."""

    amounts: tuple[CountyAmount, ...] = Field(
        default=(), max_length=40, description="the amount of each county and of HUS"
    )
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class ChangeRecorded(Payload):
    """The authority was changed under 15 § 3 mom.; that decision has a case of its own."""

    amount_cents: Cents | None = Field(
        default=None,
        description="the authority as changed, in all, in cents; empty: the change concerns another financial year",
    )
    decided_on: Day | None = Field(default=None, description="the day of the Government's decision")


class AuthorityUsed(Payload):
    """An investment was started, or a contract concluded, that the authority must cover whole."""

    investment: ShortText = Field(description="the investment or contract, as in the investment plan")
    kind: Literal["investment", "equivalent_contract"] = Field(description="which of the two it is")
    amount_cents: Cents = Field(description="how much of the authority it takes, in cents")
    in_plan: bool | None = Field(default=None, description="it is in the county's investment plan (16 §)")


class LoanDrawn(Payload):
    """A long-term loan was drawn on the authority."""

    loan: ShortText = Field(description="name of the loan")
    amount_cents: Cents = Field(description="amount drawn, in cents")
    investment: ShortText | None = Field(default=None, description="the investment that it pays for")


class FinancialYearEnded(Payload):
    """No new investment can be started on the authority."""

    remark: LongText | None = Field(default=None, description="what is left of the authority, in words")


class FollowUpEnded(Payload):
    """Nothing of the authority is left to follow."""

    remark: LongText | None = Field(default=None, description="remark on the end")


class Discontinued(Payload):
    """The case ended without a decision."""

    reason: Literal["opened_in_error", "decided_in_another_case", "county_ceased", "other"] | None = Field(
        default=None, description="why the case was discontinued"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class DecisionServed(Payload):
    """The county has been served; its time to seek a remedy begins on this day."""

    decision: Literal["authority", "guarantee", "loan_change_by_government", "loan_change_by_treasury"] = Field(
        description="which decision was served"
    )


class NoRemedySought(Payload):
    """The county seeks no remedy, or let the time pass."""

    remark: ShortText | None = Field(default=None, description="how it is known")


class AppealMade(Payload):
    """A county appealed against a decision of the Government."""

    generation: int = Field(ge=1, le=1000, description="which time limit for appeal the appeal answers, from 1")
    grounds: LongText | None = Field(default=None, description="on what the appeal rests")


class AppealDecided(Payload):
    """What the court decided."""

    outcome: Literal["dismissed", "not_examined", "annulled", "referred_back", "amended"] = Field(
        description="what became of the appeal"
    )
    decision: ShortText | None = Field(default=None, description="number of the court's decision")


AUTHORITY_CALCULATED: Final = Fact(
    "authority_calculated",
    Label("lainanottovaltuus laskettu", "fullmakten att uppta lån beräknad", "borrowing authority calculated"),
    AuthorityCalculated,
)
COUNTY_HEARD: Final = Fact(
    "county_heard",
    Label("hyvinvointialuetta kuultu", "välfärdsområdet hört", "county heard"),
    CountyHeard,
)
PROPOSAL_MADE: Final = Fact(
    "proposal_made",
    Label("esitys annettu valtioneuvostolle", "förslag lagt fram för statsrådet", "proposal made to the Government"),
    ProposalMade,
)
CONFIRMED: Final = Fact(
    "confirmed",
    Label(
        "lainanottovaltuuden määrästä päätetty",
        "beloppet av fullmakten att uppta lån fastställt",
        "borrowing authority confirmed",
    ),
    Confirmed,
)
JOINT_DECISION_MADE: Final = Fact(
    "joint_decision_made",
    Label(
        "kaikkien hyvinvointialueiden lainanottovaltuuksista päätetty",
        "alla välfärdsområdens fullmakter att uppta lån fastställda",
        "borrowing authorities of all counties decided",
    ),
    JointDecisionMade,
)
CHANGE_RECORDED: Final = Fact(
    "change_recorded",
    Label(
        "lainanottovaltuuden muutos merkitty",
        "ändring av fullmakten att uppta lån antecknad",
        "change of the borrowing authority recorded",
    ),
    ChangeRecorded,
)
AUTHORITY_USED: Final = Fact(
    "authority_used",
    Label(
        "investointi aloitettu tai investointia vastaava sopimus tehty lainanottovaltuuden nojalla",
        "investering påbörjad eller avtal som motsvarar en investering ingånget med stöd av fullmakten",
        "investment started or equivalent contract concluded on the borrowing authority",
    ),
    AuthorityUsed,
)
LOAN_DRAWN: Final = Fact(
    "loan_drawn",
    Label("pitkäaikainen laina nostettu", "långfristigt lån upptaget", "long-term loan drawn"),
    LoanDrawn,
)
FINANCIAL_YEAR_ENDED: Final = Fact(
    "financial_year_ended",
    Label("tilikausi päättynyt", "räkenskapsperioden avslutad", "financial year ended"),
    FinancialYearEnded,
)
FOLLOW_UP_ENDED: Final = Fact(
    "follow_up_ended",
    Label(
        "lainanottovaltuuden seuranta päättynyt",
        "uppföljningen av fullmakten avslutad",
        "follow-up of the borrowing authority ended",
    ),
    FollowUpEnded,
)
DISCONTINUED: Final = Fact(
    "discontinued",
    Label("asian käsittely rauennut", "behandlingen av ärendet förfallen", "case discontinued"),
    Discontinued,
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
