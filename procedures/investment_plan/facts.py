"""Facts of the proposal and of the check against the borrowing authority (611/2021 16 §, 612/2021 26 § 1 mom.)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import Cents, LongText, ShortText, Year

Part = Literal["health_and_social", "rescue"]
"""The two partial plans of 16 § 1 mom."""

ItemKind = Literal["investment", "equivalent_contract", "disposal"]
"""What a plan holds: investments, contracts equivalent to investments, and disposals of long-lived assets."""

Content = Literal[
    "investments",
    "equivalent_contracts",
    "disposals",
    "financing",
    "health_part_on_objectives_and_needs",
    "health_part_effects_assessed",
    "cooperation_agreement_considered",
    "no_cooperation_agreement_yet",
    "rescue_part_on_objectives_needs_and_risks",
    "rescue_part_effects_assessed",
]
"""611/2021 16 § 1 mom., 612/2021 25 § 1 mom., 613/2021 11 § 1 mom.

`no_cooperation_agreement_yet`: the first agreements of 36 § had to be approved only by the end of 2025 (616/2021 1 §).
"""

Recipient = Literal["VM", "STM", "SM"]


class PlanItem(Payload):
    """One investment, contract or disposal of a plan."""

    name: ShortText = Field(description="name of the item")
    part: Part = Field(description="the partial plan that it belongs to")
    kind: ItemKind = Field(description="what it is")
    year: Year = Field(description="the financial year in which it starts")
    cost_cents: Cents | None = Field(default=None, description="its cost, or the value of a disposal, in cents")
    loan_cents: Cents | None = Field(default=None, description="long-term loan for it, in cents")


class RoundOpened(Payload):
    """The plan of a year is awaited."""

    plan_year: Year = Field(description="the calendar year by whose end the proposal is due")


class PreliminaryProposalGiven(Payload):
    """The preliminary proposal stood in the county's yearly reports."""

    plan_year: Year = Field(description="the calendar year by whose end the proposal is due")
    reports: tuple[Literal["health_and_social", "rescue"], ...] = Field(
        default=(), max_length=2, description="in which of the two yearly reports it stands"
    )


class ProposalDelivered(Payload):
    """A proposal for the whole plan: the first one, a corrected one, or a wholly new one."""

    plan_year: Year = Field(description="the calendar year by whose end the proposal is due")
    first_financial_year: Year | None = Field(default=None, description="the first financial year of the plan")
    last_financial_year: Year | None = Field(default=None, description="the last financial year of the plan")
    delivered_to: tuple[Recipient, ...] = Field(default=(), max_length=3, description="the ministries that have it")
    contents: tuple[Content, ...] = Field(default=(), max_length=10, description="what the proposal contains")
    parts: tuple[Part, ...] = Field(default=(), max_length=2, description="the partial plans that it consists of")
    health_loans_cents: Cents | None = Field(
        default=None, description="county's long-term loan in the health and social partial plan, in cents"
    )
    rescue_loans_cents: Cents | None = Field(
        default=None, description="county's long-term loan in the rescue partial plan, in cents"
    )
    items: tuple[PlanItem, ...] = Field(default=(), max_length=3000, description="the items of both parts")


class AuthorityCheckPassed(Payload):
    """The ministry found no conflict with the borrowing authority."""

    financial_year: Year | None = Field(default=None, description="the financial year whose authority was compared")
    authority_cents: Cents | None = Field(default=None, description="the borrowing authority, in cents")
    loans_cents: Cents | None = Field(default=None, description="what the plan takes of it, in cents")
    equivalent_contracts_counted: bool | None = Field(
        default=None, description="contracts equivalent to investments were counted in"
    )


class ProposalRejected(Payload):
    """The ministry rejected the whole proposal."""

    financial_year: Year | None = Field(default=None, description="the financial year whose authority was compared")
    authority_cents: Cents | None = Field(default=None, description="the borrowing authority, in cents")
    loans_cents: Cents | None = Field(default=None, description="what the plan takes of it, in cents")
    conflict: LongText | None = Field(default=None, description="the conflict with the authority in words")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


ROUND_OPENED: Final = Fact(
    "round_opened",
    Label(
        "vuoden investointisuunnitelma vireille", "årets investeringsplan inledd", "investment plan of the year opened"
    ),
    RoundOpened,
)
PRELIMINARY_PROPOSAL_GIVEN: Final = Fact(
    "preliminary_proposal_given",
    Label(
        "alustava esitys investointisuunnitelmaksi annettu",
        "preliminärt förslag till investeringsplan lämnat",
        "preliminary proposal for an investment plan given",
    ),
    PreliminaryProposalGiven,
)
PROPOSAL_DELIVERED: Final = Fact(
    "proposal_delivered",
    Label(
        "investointisuunnitelmaa koskeva esitys toimitettu",
        "förslag till investeringsplan lämnat",
        "proposal for an investment plan delivered",
    ),
    ProposalDelivered,
)
AUTHORITY_CHECK_PASSED: Final = Fact(
    "authority_check_passed",
    Label(
        "esitys ei ole ristiriidassa lainanottovaltuuden kanssa",
        "förslaget strider inte mot fullmakten att uppta lån",
        "proposal found not to conflict with the borrowing authority",
    ),
    AuthorityCheckPassed,
)
PROPOSAL_REJECTED: Final = Fact(
    "proposal_rejected",
    Label("esitys hylätty", "förslaget avslaget", "proposal rejected"),
    ProposalRejected,
)
CORRECTED_PROPOSAL_DELIVERED: Final = Fact(
    "corrected_proposal_delivered",
    Label("korjattu esitys toimitettu", "korrigerat förslag lämnat", "corrected proposal delivered"),
    ProposalDelivered,
)
NEW_PROPOSAL_DELIVERED: Final = Fact(
    "new_proposal_delivered",
    Label(
        "kokonaan uusi investointisuunnitelmaa koskeva esitys toimitettu",
        "helt nytt förslag till investeringsplan lämnat",
        "wholly new proposal for an investment plan delivered",
    ),
    ProposalDelivered,
)
