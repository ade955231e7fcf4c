"""A dragon permit on its way: what happens to it, and the stories of how far it may have come."""

from __future__ import annotations

from tests.story import Story, Told, fact
from tests.test_engine.sample_procedure import TABLE

DECISION = ("decision",)


def lodged(on: str = "2024-05-06", *, hatched_on: str | None = "2023-04-01", heads: int = 1) -> Told:
    return fact(
        "application_lodged", on, name="Test Dragon", heads=heads, hatched_on=hatched_on, documents=("application",)
    )


def heard(on: str = "2024-05-13", *, reply_by: str | None = None) -> Told:
    return fact("neighbours_heard", on, neighbours=["Test Neighbour"], reply_by=reply_by)


def inspected(on: str = "2024-06-03", *, fire_proof: bool = True) -> Told:
    return fact("inspection_held", on, inspected_on=on, fire_proof=fire_proof)


def granted(on: str = "2024-07-01") -> Told:
    return fact("permit_granted", on, documents=DECISION)


NEW = Story(TABLE)
PENDING = NEW.given(lodged())
INSPECTED = PENDING.given(heard(), inspected())
GRANTED = INSPECTED.given(granted())
