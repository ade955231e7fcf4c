"""Conditions of a joint message: it is joint, and it is published somewhere."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import JOINT_MESSAGE_2015, STEERING_REFORM


def _joint(offer: Offer) -> bool:
    """Holds when the message is that of more than one ministry."""
    return len(set(offer.payload.ministries)) > 1


def _channel_named(offer: Offer) -> bool:
    """Holds when at least one channel is named."""
    return bool(offer.payload.channels)


JOINT: Final = Guard(
    "joint",
    Label(
        "viesti on usean ministeriön yhteinen, ja ministeriöt on nimetty",
        "budskapet är gemensamt för flera ministerier, och ministerierna har angetts",
        "the message is that of several ministries, which are named",
    ),
    (JOINT_MESSAGE_2015("", Status.PRACTICE), STEERING_REFORM("taulukko 3, 1.1", Status.PRACTICE)),
    _joint,
    reads_payload=True,
)
CHANNEL_NAMED: Final = Guard(
    "channel_named",
    Label(
        "vähintään yksi julkaisukanava on nimetty",
        "minst en publiceringskanal har angetts",
        "at least one channel of publication is named",
    ),
    (JOINT_MESSAGE_2015("", Status.PRACTICE),),
    _channel_named,
    reads_payload=True,
)
