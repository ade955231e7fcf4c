"""Conditions of the conclusions: on what an amendment rests, and with which ground the Government may be asked."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import MIDTERM_SESSION_2025, SERVICES


def _initiator_named(offer: Offer) -> bool:
    """Holds when it is said whether the amendment rests on a proposal of counties or an initiative of the ministry."""
    return offer.payload.initiated_by is not None


def _proposers_are_members(offer: Offer) -> bool:
    """Holds when a proposal names at least one county, and none outside the area."""
    proposing = set(offer.payload.proposing)
    if offer.payload.initiated_by != "county_proposal":
        return not proposing
    return offer.case is not None and bool(proposing) and proposing <= set(offer.case.opening.partners)


def _ground_named(offer: Offer) -> bool:
    """Holds when a ground for a decision is named, or the Government has ordered that confirmation is considered."""
    return bool(offer.payload.grounds) or (offer.case is not None and offer.case.has("mandate_recorded"))


def _ground_for_decision(offer: Offer) -> bool:
    """Holds when a ground of the statute was named in the conclusions or is named now."""
    concluded = offer.case.last("concluded_government_assessment") if offer.case else None
    return bool(offer.payload.grounds or (concluded and concluded.data["grounds"]))


_YEARLY: Final = SERVICES("37 § 4 mom.")

INITIATOR_NAMED: Final = Guard(
    "initiator_named",
    Label(
        "on kirjattu, perustuuko muutos hyvinvointialueen esitykseen vai ministeriön aloitteeseen",
        "det har antecknats om ändringen grundar sig på förslag från välfärdsområden eller ministeriets initiativ",
        "it is stated whether the amendment rests on a county's proposal or the ministry's initiative",
    ),
    (_YEARLY,),
    _initiator_named,
    reads_payload=True,
)
PROPOSERS_ARE_MEMBERS: Final = Guard(
    "proposers_are_members",
    Label(
        "esityksen tekijät on nimetty ja kuuluvat yhteistyöalueeseen",
        "förslagsställarna har angetts och hör till samarbetsområdet",
        "those who propose are named and belong to the area",
    ),
    (_YEARLY,),
    _proposers_are_members,
    reads_payload=True,
)
GROUND_NAMED: Final = Guard(
    "ground_named",
    Label(
        "vähintään yksi 38 §:n 1 momentin perusteista on nimetty, tai hallitus on määrännyt arvioimaan vahvistamisen "
        "tarpeen",
        "minst en av grunderna i 38 § 1 mom. har angetts, eller regeringen har bestämt att behovet av bekräftelse ska "
        "bedömas",
        "at least one ground of 38 § 1 mom. is named, or the Government has ordered the need for confirmation assessed",
    ),
    (SERVICES("38 § 1 mom."), MIDTERM_SESSION_2025("6 kohta", Status.PRACTICE)),
    _ground_named,
    reads_payload=True,
)
GROUND_FOR_DECISION: Final = Guard(
    "ground_for_decision",
    Label(
        "valtioneuvoston päätöstä varten on nimetty 38 §:n 1 momentin peruste",
        "för statsrådets beslut har en grund enligt 38 § 1 mom. angetts",
        "for a decision of the Government a ground of 38 § 1 mom. is named",
    ),
    (SERVICES("38 § 1 mom."),),
    _ground_for_decision,
    reads_payload=True,
)
