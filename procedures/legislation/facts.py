"""Facts of a change of law: announced, given as a bill, handled, confirmed, published, in force, or come to nothing."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText

ChangeKind = Literal["new_act", "amendment", "repeal", "authority_reform"]
"""An authority reform moves the tasks of one authority to another."""

LapseGround = Literal["given_up", "elections", "not_adopted_again"]
"""Given up before a bill; elections before the handling ended (49 §); not adopted again (77 § 2 mom.)."""

ProcedureId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Concerns = Annotated[tuple[ProcedureId, ...], Field(max_length=40)]
"""Ids of the declared procedures whose law changes."""


class Change(Payload):
    """What is changed."""

    title: ShortText | None = Field(default=None, description="what the act or the reform is called, in short")
    kind: ChangeKind | None = Field(default=None, description="new act, amendment, repeal or reform of an authority")
    concerns: Concerns = Field(default=(), description="ids of the procedures whose law changes")
    ministry: ActorCode | None = Field(default=None, description="the ministry that prepares it")
    authority: ActorCode | None = Field(default=None, description="authority reform: who has the tasks afterwards")
    replaces: tuple[ActorCode, ...] = Field(
        default=(), max_length=20, description="authority reform: whose tasks they were"
    )


class Announced(Change):
    """A change is coming, and no bill is given yet."""

    intended_in_force_on: Day | None = Field(default=None, description="the day intended for the entry into force")


class BillGiven(Change):
    """The bill."""

    bill: ShortText | None = Field(default=None, description="number of the bill, such as HE 1/2000 vp")
    intended_in_force_on: Day | None = Field(default=None, description="the day proposed for the entry into force")


class SupplementaryBillGiven(Payload):
    """A bill that completes the one that is being handled."""

    bill: ShortText | None = Field(default=None, description="number of the supplementary bill")


class CommitteeReported(Payload):
    """What the committee proposes."""

    report: ShortText | None = Field(default=None, description="number of the report")
    proposes: Literal["adopt", "adopt_amended", "reject"] | None = Field(
        default=None, description="what the committee proposes"
    )


class Adopted(Payload):
    """Parliament's decision to adopt the act."""

    reply: ShortText | None = Field(default=None, description="number of Parliament's reply")
    amended: bool | None = Field(default=None, description="whether Parliament changed the bill")
    first_reading_ended_on: Day | None = Field(default=None, description="the day on which the first reading ended")


class Rejected(Payload):
    """Parliament's decision to reject the bill."""

    reply: ShortText | None = Field(default=None, description="number of Parliament's reply")
    first_reading_ended_on: Day | None = Field(default=None, description="the day on which the first reading ended")


class BillWithdrawn(Payload):
    """The Government takes the bill back."""

    reason: LongText | None = Field(default=None, description="reason as stated")


class Lapsed(Payload):
    """Nothing came of the change."""

    ground: LapseGround | None = Field(default=None, description="why it came to nothing")


class DeliveredForConfirmation(Payload):
    """The act goes to the President."""

    remark: ShortText | None = Field(default=None, description="how it was delivered")


class Confirmed(Payload):
    """The President confirms the act."""

    remark: ShortText | None = Field(default=None, description="remark, such as an opinion of a court")


class NotConfirmed(Payload):
    """The President refuses to confirm the act, or has not confirmed it in time."""

    how: Literal["refused", "time_passed"] | None = Field(default=None, description="refused, or not decided in time")


class CourtOpinionGiven(Payload):
    """The opinion that the President may obtain on an act that waits for confirmation."""

    court: Literal["KKO", "KHO"] = Field(description="Supreme Court or Supreme Administrative Court")
    remark: LongText | None = Field(default=None, description="the opinion in short")


class AdoptedAgain(Payload):
    """Parliament adopts the act again, unchanged in substance."""

    reply: ShortText | None = Field(default=None, description="number of Parliament's reply")


class Published(Payload):
    """The act stands in the statute book."""

    act_number: ShortText | None = Field(default=None, description="number in the statute book, such as 1/2000")
    in_force_on: Day | None = Field(default=None, description="the day of entry into force that the act states")
    by_decree: bool = Field(default=False, description="the act leaves the day of entry into force to a decree")


class EnteredIntoForce(Payload):
    """The act applies from this day."""

    act_number: ShortText | None = Field(default=None, description="number in the statute book")
    content: LongText | None = Field(default=None, description="what changes, as reported")


class StatementGiven(Payload):
    """What is said of a change while it is on its way."""

    content: LongText | None = Field(default=None, description="what was announced")
    adoption: Literal["confirmed", "not_confirmed"] | None = Field(
        default=None, description="whether the source confirms that Parliament has adopted it"
    )


class ConcernsNoted(Payload):
    """Which procedures the change concerns, as found when it was read."""

    concerns: Concerns = Field(min_length=1, description="ids of the procedures whose law changes")
    remark: LongText | None = Field(default=None, description="what changes in them")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


ANNOUNCED: Final = _fact(
    "announced", Announced, "lainmuutos ilmoitettu", "lagändring aviserad", "change of law announced"
)
BILL_GIVEN: Final = _fact(
    "bill_given", BillGiven, "hallituksen esitys annettu", "regeringsproposition lämnad", "bill given"
)
SUPPLEMENTARY_BILL_GIVEN: Final = _fact(
    "supplementary_bill_given",
    SupplementaryBillGiven,
    "täydentävä esitys annettu",
    "kompletterande proposition lämnad",
    "supplementary bill given",
)
COMMITTEE_REPORTED: Final = _fact(
    "committee_reported",
    CommitteeReported,
    "valiokunta antanut mietintönsä",
    "utskottet har gett sitt betänkande",
    "committee's report given",
)
ADOPTED: Final = _fact("adopted", Adopted, "laki hyväksytty", "lagen antagen", "act adopted")
REJECTED: Final = _fact("rejected", Rejected, "lakiehdotus hylätty", "lagförslaget förkastat", "bill rejected")
BILL_WITHDRAWN: Final = _fact(
    "bill_withdrawn", BillWithdrawn, "hallituksen esitys peruutettu", "propositionen återtagen", "bill withdrawn"
)
LAPSED: Final = _fact("lapsed", Lapsed, "lainmuutos rauennut", "lagändringen förfallen", "change of law lapsed")
DELIVERED_FOR_CONFIRMATION: Final = _fact(
    "delivered_for_confirmation",
    DeliveredForConfirmation,
    "laki toimitettu vahvistettavaksi",
    "lagen tillställd presidenten för stadfästelse",
    "act delivered for confirmation",
)
COURT_OPINION_GIVEN: Final = _fact(
    "court_opinion_given",
    CourtOpinionGiven,
    "ylimmän tuomioistuimen lausunto laista saatu",
    "den högsta domstolsinstansens utlåtande om lagen inhämtat",
    "opinion of the highest court obtained",
)
CONFIRMED: Final = _fact("confirmed", Confirmed, "laki vahvistettu", "lagen stadfäst", "act confirmed")
NOT_CONFIRMED: Final = _fact(
    "not_confirmed", NotConfirmed, "laki jäänyt vahvistamatta", "lagen inte stadfäst", "act not confirmed"
)
ADOPTED_AGAIN: Final = _fact(
    "adopted_again",
    AdoptedAgain,
    "laki hyväksytty uudelleen muuttamattomana",
    "lagen godkänd på nytt med oförändrat sakinnehåll",
    "act adopted again unchanged",
)
PUBLISHED: Final = _fact(
    "published",
    Published,
    "laki julkaistu säädöskokoelmassa",
    "lagen publicerad i författningssamlingen",
    "act published in the statute book",
)
ENTERED_INTO_FORCE: Final = _fact(
    "entered_into_force", EnteredIntoForce, "laki tullut voimaan", "lagen har trätt i kraft", "act entered into force"
)
STATEMENT_GIVEN: Final = _fact(
    "statement_given", StatementGiven, "muutoksesta tiedotettu", "information om ändringen given", "statement given"
)
CONCERNS_NOTED: Final = _fact(
    "concerns_noted",
    ConcernsNoted,
    "menettelyt, joita muutos koskee, todettu",
    "de förfaranden som ändringen gäller konstaterade",
    "procedures concerned noted",
)
