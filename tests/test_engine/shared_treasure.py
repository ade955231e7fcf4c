"""A made-up procedure of several parties: dragons agree to share a treasure, under an old law and a new one.

It uses what `sample_procedure` does not: acts of parties, an approval that is the last one needed, listening to another
procedure, a transitional rule, and a version of the law that nobody has confirmed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from pydantic import Field

from engine.counting import DeadlineKind, Period
from engine.declaration import (
    PARTY,
    DeadlineRule,
    Fact,
    Guard,
    Kind,
    Listening,
    Offer,
    Payload,
    Procedure,
    Reach,
    Relation,
    Role,
    State,
    TaskRule,
    Transition,
    TransitionalRule,
)
from engine.law import Label, Status, Statute
from engine.parameters import DatedValue, Parameter, Parameters

TREASURE_ACT = Statute("1/2001", Label("aarrelaki", "skattlagen", "treasure act"))
PARTNERS: Final = ("01", "02", "03")


def named(text: str) -> Label:
    return Label(text, text, text)


class Proposed(Payload):
    """What is to be shared."""

    coins: int = Field(ge=1, description="how many coins")


class Approved(Payload):
    """A party approves."""

    party: str = Field(description="which party")


class Nothing(Payload):
    """A fact that says nothing but its day."""


DRAGON = Role("dragon", named("dragon"), PARTY, "cave")
KEEPER = Role("keeper", named("keeper"), "@ministry")

PROPOSED = Fact("sharing_proposed", named("sharing proposed"), Proposed)
APPROVED = Fact("party_approved", named("party approved"), Approved)
DELIVERED = Fact("delivered", named("delivered"), Nothing)
DROPPED = Fact("dropped", named("dropped"), Nothing)
GRUMBLED = Fact("grumbled", named("grumbled"), Nothing)

APPROVE = TaskRule("approve", named("approve"), DRAGON, (TREASURE_ACT("3 §"),), done_by=("party_approved",))
DELIVER = TaskRule("deliver", named("deliver"), KEEPER, (TREASURE_ACT("4 §"),), deadline="delivery")
LISTEN_UP = TaskRule("count_again", named("count again"), KEEPER, (TREASURE_ACT("7 §"),), done_by=("grumbled",))

PENDING = State("pending", named("pending"), tasks=(APPROVE,))
IN_FORCE = State("in_force", named("in force"), tasks=(DELIVER,))
DONE = State("done", named("done"), final=True)

NUMBERS = Parameters(
    "shared_treasure",
    {
        "delivery_months": Parameter(
            "delivery_months",
            "months",
            named("time for delivery"),
            (
                DatedValue(1, date(2001, 1, 1), "1/2001 4 §", Status.STATUTE),
                DatedValue(2, date(2020, 1, 1), "1/2001 4 §", Status.STATUTE),
            ),
        )
    },
)
DELIVERY = DeadlineRule(
    "delivery", named("delivery"), DeadlineKind.PERIOD, Period("delivery_months"), (TREASURE_ACT("4 §"),)
)


def _last(offer: Offer) -> bool:
    """Holds when every other party has approved."""
    if offer.case is None:
        return False
    approved = {event.data["party"] for event in offer.case.every("party_approved")}
    return approved | {offer.payload.party} >= set(offer.case.opening.partners)


def _new_to_it(offer: Offer) -> bool:
    """Holds when the party has not approved before."""
    approved = offer.case.every("party_approved") if offer.case else ()
    return all(event.data["party"] != offer.payload.party for event in approved)


LAST = Guard("last_approval", named("every other party has approved"), (TREASURE_ACT("3 §"),), _last, True)
ONCE = Guard("approves_once", named("the party has not approved before"), (TREASURE_ACT("3 §"),), _new_to_it, True)


def _move(fact: Fact, sources: tuple[State, ...], target: State | None, **more: object) -> Transition:
    given = {"by": (KEEPER,), "kind": Kind.ACT, "basis": (TREASURE_ACT("2 §"),), **more}
    return Transition(fact=fact, sources=sources, target=target, **given)  # type: ignore[arg-type]


OLD: Final = Procedure(
    id="shared_treasure",
    label=named("shared treasure"),
    description=named("how dragons share"),
    in_force_from=date(2001, 1, 1),
    in_force_until=date(2019, 12, 31),
    ministry="VM",
    subject_kinds=("county",),
    roles=(DRAGON, KEEPER),
    states=(PENDING, IN_FORCE, DONE),
    transitions=(
        _move(PROPOSED, (), PENDING),
        _move(APPROVED, (PENDING,), IN_FORCE, by=(DRAGON,), guards=(ONCE,), when=LAST, starts=(DELIVERY,)),
        _move(APPROVED, (PENDING,), None, by=(DRAGON,), guards=(ONCE,)),
        _move(DELIVERED, (IN_FORCE,), DONE),
        _move(GRUMBLED, (PENDING, IN_FORCE), None),
        _move(DROPPED, (PENDING,), DONE),
    ),
    guards=(ONCE,),
    parameters=NUMBERS,
    basis=(TREASURE_ACT("1 §"),),
    partners=lambda subject: PARTNERS,
    one_open_case=False,
    one_case_per="coins",
)

HELD = State("held", named("held"), tasks=(DELIVER,))
"""What the new law calls an agreement that is in force."""

_PERMIT: Final = Relation("permit", named("a dragon permit"))
_SHARING: Final = Relation("sharing", named("a sharing of treasure"))
LISTENING: Final = Listening(
    id="permit_is_heard_of",
    to="dragon_permit.permit_granted",
    causing=_PERMIT,
    reached=_SHARING,
    basis=(TREASURE_ACT("7 §"),),
    task=LISTEN_UP,
    reach=Reach.ALL,
)

TO_THE_NEW_LAW: Final = TransitionalRule(
    id="to_the_new_law",
    label=named("to the new law"),
    version_from=date(2001, 1, 1),
    basis=(TREASURE_ACT("99 §"),),
    states=(("in_force", "held"),),
)

NEW: Final = replace(
    OLD,
    in_force_from=date(2020, 1, 1),
    in_force_until=None,
    states=(PENDING, HELD, DONE),
    transitions=(
        _move(PROPOSED, (), PENDING),
        _move(APPROVED, (PENDING,), HELD, by=(DRAGON,), guards=(ONCE,), when=LAST, starts=(DELIVERY,)),
        _move(APPROVED, (PENDING,), None, by=(DRAGON,), guards=(ONCE,)),
        _move(DELIVERED, (HELD,), DONE, meets=()),
        _move(GRUMBLED, (PENDING, HELD), None),
        _move(DROPPED, (PENDING,), DONE),
    ),
    listens=(LISTENING,),
    transitional=(TO_THE_NEW_LAW,),
)

UNCONFIRMED: Final = replace(NEW, id="treasure_bill", status=Status.UNSETTLED, listens=(), transitional=())
"""The same as a bill that nobody has confirmed."""
