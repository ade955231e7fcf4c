"""Facts of the partial plans and of what follows their approval (612/2021 25–26 §, 613/2021 11 §, 611/2021 115 §)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import Cents, LongText, ShortText, Year
from procedures.investment_plan.facts import ItemKind, Part, PlanItem, Recipient

HealthGround = Literal[
    "financing_not_shown",
    "conflicts_with_cooperation_agreement",
    "cheaper_jointly",
    "not_cost_effective",
    "conflicts_with_national_objectives",
]
"""612/2021 26 § 2 mom. 1–4; the last one only by HE 129/2025, if and when that is law."""

RescueGround = Literal[
    "financing_not_shown",
    "cheaper_jointly",
    "not_cost_effective",
    "conflicts_with_national_objectives",
]
"""613/2021 11 § 2 mom. 1–3; the last one only by HE 129/2025, if and when that is law."""

Significance = Literal["far_reaching", "economically_significant"]
"""612/2021 26 § 3 mom. and 613/2021 11 § 3 mom."""


class PartApproved(Payload):
    """A ministry approved its partial plan."""

    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class _PartNotApproved(Payload):
    concerns_year: Year | None = Field(
        default=None, description="the financial year in which the grounds were found; the plan's first"
    )
    significance: tuple[Significance, ...] = Field(
        default=(), max_length=2, description="why the item is one on which the ground may rest"
    )
    concerns: tuple[ItemKind, ...] = Field(default=(), max_length=3, description="what kind of item it is about")
    objectives_ground_law: ShortText | None = Field(
        default=None, description="the act in force on which the ground of national objectives rests"
    )
    reasons: LongText | None = Field(default=None, description="reasons as stated")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class HealthPartNotApproved(_PartNotApproved):
    """Why the health and social partial plan was not approved."""

    grounds: tuple[HealthGround, ...] = Field(default=(), max_length=5, description="grounds of 26 § 2 mom.")


class RescuePartNotApproved(_PartNotApproved):
    """Why the rescue partial plan was not approved."""

    grounds: tuple[RescueGround, ...] = Field(default=(), max_length=4, description="grounds of 11 § 2 mom.")


class ReplacementDelivered(Payload):
    """A proposal that replaces the partial plan that was not approved."""

    delivered_to: tuple[Recipient, ...] = Field(default=(), max_length=3, description="the ministries that have it")
    loans_cents: Cents | None = Field(default=None, description="county's long-term loan in it, in cents")
    items: tuple[PlanItem, ...] = Field(default=(), max_length=3000, description="the items of the partial plan")


class InvestmentStarted(Payload):
    """An investment was started, an equivalent contract concluded, or a disposal made."""

    item: ShortText = Field(description="name of the item, as in the plan")
    part: Part = Field(description="the partial plan that it belongs to")
    kind: ItemKind = Field(description="what it is")
    financial_year: Year = Field(description="the financial year in which it was carried out")
    by_group_company: bool = Field(default=False, description="a company of the county's group carries it out")


class BudgetAdopted(Payload):
    """The council adopted a budget whose investment part rests on the plan."""

    budget_year: Year = Field(description="the budget's financial year")
    follows_plan: bool | None = Field(
        default=None, description="its investment part rests on the plan as the ministries approved it"
    )


class FollowUpEnded(Payload):
    """The first financial year of the plan is over."""

    remark: LongText | None = Field(default=None, description="remark on the end")


class Discontinued(Payload):
    """The case ended otherwise."""

    reason: Literal["opened_in_error", "county_ceased", "other"] | None = Field(
        default=None, description="why the case was discontinued"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class DecisionServed(Payload):
    """The county has been served with a ministry's decision; its time to appeal begins on this day."""

    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class NoRemedySought(Payload):
    """The county seeks no remedy, or let the time pass."""

    remark: ShortText | None = Field(default=None, description="how it is known")


class AppealMade(Payload):
    """The county appealed against a ministry's decision."""

    generation: int = Field(ge=1, le=1000, description="which time limit for appeal the appeal answers, from 1")
    grounds: LongText | None = Field(default=None, description="on what the appeal rests")


class AppealDecided(Payload):
    """What the administrative court decided."""

    outcome: Literal["dismissed", "not_examined", "annulled", "referred_back", "amended"] = Field(
        description="what became of the appeal"
    )
    returns: Literal["rejection", "health_and_social", "rescue"] | None = Field(
        default=None,
        description="annulled or referred back: what the ministry has to decide anew; empty: nothing",
    )
    decision: ShortText | None = Field(default=None, description="number of the court's decision")


HEALTH_PART_APPROVED: Final = Fact(
    "health_part_approved",
    Label(
        "sosiaali- ja terveydenhuollon osasuunnitelma hyväksytty",
        "delplanen för social- och hälsovården godkänd",
        "health and social partial plan approved",
    ),
    PartApproved,
)
HEALTH_PART_NOT_APPROVED: Final = Fact(
    "health_part_not_approved",
    Label(
        "sosiaali- ja terveydenhuollon osasuunnitelma jätetty hyväksymättä",
        "delplanen för social- och hälsovården inte godkänd",
        "health and social partial plan not approved",
    ),
    HealthPartNotApproved,
)
HEALTH_REPLACEMENT_DELIVERED: Final = Fact(
    "health_replacement_delivered",
    Label(
        "korvaava sosiaali- ja terveydenhuollon osasuunnitelma toimitettu",
        "ersättande delplan för social- och hälsovården lämnad",
        "replacement of the health and social partial plan delivered",
    ),
    ReplacementDelivered,
)
RESCUE_PART_APPROVED: Final = Fact(
    "rescue_part_approved",
    Label(
        "pelastustoimen osasuunnitelma hyväksytty",
        "delplanen för räddningsväsendet godkänd",
        "rescue partial plan approved",
    ),
    PartApproved,
)
RESCUE_PART_NOT_APPROVED: Final = Fact(
    "rescue_part_not_approved",
    Label(
        "pelastustoimen osasuunnitelma jätetty hyväksymättä",
        "delplanen för räddningsväsendet inte godkänd",
        "rescue partial plan not approved",
    ),
    RescuePartNotApproved,
)
RESCUE_REPLACEMENT_DELIVERED: Final = Fact(
    "rescue_replacement_delivered",
    Label(
        "korvaava pelastustoimen osasuunnitelma toimitettu",
        "ersättande delplan för räddningsväsendet lämnad",
        "replacement of the rescue partial plan delivered",
    ),
    ReplacementDelivered,
)
INVESTMENT_STARTED: Final = Fact(
    "investment_started",
    Label(
        "investointi aloitettu, sopimus tehty tai luovutus toteutettu",
        "investering påbörjad, avtal ingånget eller överlåtelse genomförd",
        "investment started, contract concluded or disposal made",
    ),
    InvestmentStarted,
)
BUDGET_ADOPTED: Final = Fact(
    "budget_adopted",
    Label("talousarvio ja -suunnitelma hyväksytty", "budget och ekonomiplan godkända", "budget and plan adopted"),
    BudgetAdopted,
)
FOLLOW_UP_ENDED: Final = Fact(
    "follow_up_ended",
    Label("suunnitelman seuranta päättynyt", "uppföljningen av planen avslutad", "follow-up of the plan ended"),
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
        "valitettu hallinto-oikeuteen",
        "besvär anförda hos förvaltningsdomstolen",
        "appeal made to the administrative court",
    ),
    AppealMade,
)
APPEAL_DECIDED: Final = Fact(
    "appeal_decided",
    Label("valitus ratkaistu", "besvären avgjorda", "appeal decided"),
    AppealDecided,
)
