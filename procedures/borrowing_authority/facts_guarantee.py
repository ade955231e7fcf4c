"""Facts of the State guarantee for loans within the authority (611/2021 17–18 §)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import Cents, LongText, ShortText

LoanChange = Literal["lender", "transfer", "repayment_schedule", "interest", "other_terms", "collateral"]
"""18 § 2 mom.: what may be changed while the guarantee is in force."""


class GuaranteeGranted(Payload):
    """What the Government granted."""

    loan: ShortText = Field(description="name of the guaranteed loan")
    amount_cents: Cents = Field(description="guaranteed amount, in cents")
    form: Literal["own_debt", "supplementary"] | None = Field(
        default=None,
        description="own_debt: omavelkainen takaus, proprieborgen; supplementary: täytetakaus, fyllnadsborgen",
    )
    loan_has_collateral: bool | None = Field(default=None, description="a security has been given for the loan")
    within_budget_authorisation: bool | None = Field(
        default=None, description="guarantees in force stay within what Parliament authorised in the State budget"
    )
    conditions: LongText | None = Field(default=None, description="conditions set by the Government")


class GuaranteeChangeRequested(Payload):
    """A change is asked for in a loan that the State guarantees."""

    loan: ShortText = Field(description="name of the guaranteed loan")
    changes: tuple[LoanChange, ...] = Field(default=(), max_length=6, description="what would be changed")
    principal_cents: Cents = Field(description="principal that remains, in cents")
    exceptionally_significant: bool = Field(
        default=False, description="the change is otherwise exceptionally significant for the State's liability"
    )


class GuaranteeChangeDecided(Payload):
    """What was decided on a change."""

    loan: ShortText = Field(description="name of the guaranteed loan")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class SecurityConsentGiven(Payload):
    """The Government agreed that the property for which the loan is taken may be used as security."""

    loan: ShortText = Field(description="name of the guaranteed loan")
    property: ShortText = Field(description="the property that may be used as security")
    conditions: LongText | None = Field(default=None, description="conditions set by the Government")


class RectificationRequested(Payload):
    """The county asks the State Treasury to rectify what it decided on a change."""

    loan: ShortText = Field(description="name of the guaranteed loan")
    generation: int = Field(ge=1, le=1000, description="which time limit for rectification it answers, from 1")
    grounds: LongText | None = Field(default=None, description="on what the request rests")


class RectificationDecided(Payload):
    """What the State Treasury decided on the request; an amended decision is recorded with it."""

    loan: ShortText = Field(description="name of the guaranteed loan")
    outcome: Literal["dismissed", "not_examined", "annulled", "amended"] = Field(
        description="what became of the request"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class GuaranteeEnded(Payload):
    """The guarantee binds the State no more."""

    loan: ShortText = Field(description="name of the loan")
    why: Literal["repaid", "lapsed", "compensation_paid", "other"] | None = Field(
        default=None, description="why the guarantee ended"
    )


GUARANTEE_GRANTED: Final = Fact(
    "guarantee_granted",
    Label("valtiontakaus myönnetty", "statsborgen beviljad", "State guarantee granted"),
    GuaranteeGranted,
)
GUARANTEE_CHANGE_REQUESTED: Final = Fact(
    "guarantee_change_requested",
    Label(
        "muutosta taattuun lainaan pyydetty",
        "ändring i ett lån med statsborgen begärd",
        "change of a guaranteed loan requested",
    ),
    GuaranteeChangeRequested,
)
GUARANTEE_CHANGE_APPROVED: Final = Fact(
    "guarantee_change_approved",
    Label(
        "Valtiokonttori hyväksynyt muutoksen taattuun lainaan",
        "Statskontoret har godkänt ändringen i lånet",
        "State Treasury approved the change of the loan",
    ),
    GuaranteeChangeDecided,
)
GUARANTEE_CHANGE_APPROVED_BY_GOVERNMENT: Final = Fact(
    "guarantee_change_approved_by_government",
    Label(
        "valtioneuvosto hyväksynyt muutoksen taattuun lainaan",
        "statsrådet har godkänt ändringen i lånet",
        "Government approved the change of the loan",
    ),
    GuaranteeChangeDecided,
)
GUARANTEE_CHANGE_REFUSED: Final = Fact(
    "guarantee_change_refused",
    Label(
        "Valtiokonttori jättänyt muutoksen taattuun lainaan hyväksymättä",
        "Statskontoret har inte godkänt ändringen i lånet",
        "State Treasury did not approve the change of the loan",
    ),
    GuaranteeChangeDecided,
)
GUARANTEE_CHANGE_REFUSED_BY_GOVERNMENT: Final = Fact(
    "guarantee_change_refused_by_government",
    Label(
        "valtioneuvosto jättänyt muutoksen taattuun lainaan hyväksymättä",
        "statsrådet har inte godkänt ändringen i lånet",
        "Government did not approve the change of the loan",
    ),
    GuaranteeChangeDecided,
)
SECURITY_CONSENT_GIVEN: Final = Fact(
    "security_consent_given",
    Label(
        "suostumus lainan kohteena olevan kiinteistön käyttämiseen vakuutena annettu",
        "samtycke till att den fastighet som lånet gäller ställs som säkerhet givet",
        "consent to using the financed property as security given",
    ),
    SecurityConsentGiven,
)
RECTIFICATION_REQUESTED: Final = Fact(
    "rectification_requested",
    Label(
        "oikaisua Valtiokonttorin päätökseen vaadittu",
        "omprövning av Statskontorets beslut begärd",
        "rectification of the State Treasury's decision requested",
    ),
    RectificationRequested,
)
RECTIFICATION_DECIDED: Final = Fact(
    "rectification_decided",
    Label(
        "oikaisuvaatimus ratkaistu",
        "begäran om omprövning avgjord",
        "request for rectification decided",
    ),
    RectificationDecided,
)
GUARANTEE_ENDED: Final = Fact(
    "guarantee_ended",
    Label("valtiontakaus päättynyt", "statsborgen upphörd", "State guarantee ended"),
    GuaranteeEnded,
)
