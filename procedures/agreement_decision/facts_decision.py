"""The decision, its service and carrying out, appeals and the court's orders, and what takes the decision's place."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.agreement_decision.facts_preparing import Matter
from procedures.fields import ActorCode, LongText, ShortText

Ordinal = Annotated[int, Field(ge=1, le=1000)]


class Decided(Payload):
    """What the Government decided in plenary session in place of the parties' agreement."""

    matters: tuple[Matter, ...] = Field(default=(), max_length=20, description="numbers of the items decided on")
    content: LongText | None = Field(default=None, description="what was decided")


class DecisionServed(Payload):
    """The decision was served on one of those concerned; the time to appeal runs for each from its own service."""

    party: ActorCode = Field(description="on whom it was served")
    served_on: Day | None = Field(default=None, description="the day of service; empty: the day of this act")
    manner: Literal["receipt", "delivered", "verified_electronic", "letter", "electronic"] | None = Field(
        default=None, description="how it was served"
    )


class ImplementationBegun(Payload):
    """One of those concerned carries the decision out."""

    party: ActorCode = Field(description="who carries it out")
    before_final_because: Literal["nature_of_decision", "public_interest"] | None = Field(
        default=None, description="exception by which a decision that is not final is carried out (808/2019 122 §)"
    )


class Appealed(Payload):
    """One of those concerned appeals to the Supreme Administrative Court."""

    party: ActorCode = Field(description="who appeals")
    generation: Ordinal = Field(description="which service of the decision it answers, counted from 1 in this case")
    grounds: LongText | None = Field(default=None, description="on what the decision is said to be unlawful")


class _AboutAppeal(Payload):
    number: Ordinal = Field(description="which of the appeals, counted from 1 in this case")


class AppealDismissed(_AboutAppeal):
    """The decision stands against an appeal."""

    outcome: Literal["dismissed", "inadmissible", "lapsed"] | None = Field(default=None, description="how it ended")


class DecisionPartlyQuashed(_AboutAppeal):
    """The court quashed or changed a part of the decision; the rest stands."""

    part: LongText | None = Field(default=None, description="what was quashed or changed")


class DecisionQuashed(_AboutAppeal):
    """The court quashed the decision."""

    returned: bool | None = Field(default=None, description="whether the matter was returned to be handled again")


class ImplementationProhibited(Payload):
    """The court orders that the decision is not to be carried out for now."""

    extent: Literal["whole", "part"] | None = Field(default=None, description="whether all of it or a part")
    order: ShortText | None = Field(default=None, description="the order in short")


class ProhibitionLifted(Payload):
    """The court's order no longer holds."""

    reason: ShortText | None = Field(default=None, description="why it no longer holds")


class BecameFinal(Payload):
    """Nobody can appeal any more and every appeal has been decided."""


class ReplacedByAgreement(Payload):
    """The parties' new agreement takes the decision's place."""

    in_force_on: Day | None = Field(default=None, description="day from which the agreement is in force")


class ReplacedByDecision(Payload):
    """A later decision of the Government takes this one's place."""

    decided_on: Day | None = Field(default=None, description="day of the later decision")


DECIDED: Final = Fact(
    "decided",
    Label("valtioneuvosto päättänyt sopimuksesta", "statsrådet har beslutat om avtalet", "Government decided"),
    Decided,
)
DECISION_SERVED: Final = Fact(
    "decision_served",
    Label("päätös annettu tiedoksi", "beslutet delgivet", "decision served"),
    DecisionServed,
)
IMPLEMENTATION_BEGUN: Final = Fact(
    "implementation_begun",
    Label("täytäntöönpano aloitettu", "verkställigheten inledd", "implementation begun"),
    ImplementationBegun,
)
APPEALED: Final = Fact(
    "appealed",
    Label(
        "valitus korkeimpaan hallinto-oikeuteen tehty",
        "besvär hos högsta förvaltningsdomstolen anförda",
        "appeal to the Supreme Administrative Court made",
    ),
    Appealed,
)
APPEAL_DISMISSED: Final = Fact(
    "appeal_dismissed",
    Label("valitus ei menestynyt", "besvären bifölls inte", "appeal did not succeed"),
    AppealDismissed,
)
DECISION_PARTLY_QUASHED: Final = Fact(
    "decision_partly_quashed",
    Label("päätös kumottu osittain", "beslutet delvis upphävt", "decision partly quashed"),
    DecisionPartlyQuashed,
)
DECISION_QUASHED: Final = Fact(
    "decision_quashed",
    Label("päätös kumottu", "beslutet upphävt", "decision quashed"),
    DecisionQuashed,
)
IMPLEMENTATION_PROHIBITED: Final = Fact(
    "implementation_prohibited",
    Label("täytäntöönpano kielletty", "verkställigheten förbjuden", "implementation prohibited"),
    ImplementationProhibited,
)
PROHIBITION_LIFTED: Final = Fact(
    "prohibition_lifted",
    Label("täytäntöönpanokielto päättynyt", "verkställighetsförbudet upphört", "prohibition lifted"),
    ProhibitionLifted,
)
BECAME_FINAL: Final = Fact(
    "became_final",
    Label("päätös tullut lainvoimaiseksi", "beslutet har vunnit laga kraft", "decision became final"),
    BecameFinal,
)
REPLACED_BY_AGREEMENT: Final = Fact(
    "replaced_by_agreement",
    Label(
        "uusi sopimus korvannut päätöksen",
        "ett nytt avtal har ersatt beslutet",
        "a new agreement replaced the decision",
    ),
    ReplacedByAgreement,
)
REPLACED_BY_DECISION: Final = Fact(
    "replaced_by_decision",
    Label(
        "valtioneuvoston uusi päätös korvannut päätöksen",
        "statsrådets nya beslut har ersatt beslutet",
        "a later decision of the Government replaced the decision",
    ),
    ReplacedByDecision,
)
