"""The report that puts something on the common scale of the situational picture, and the rule for its worst states.

Five states (`procedures.roadmap.fields`) and, beside them, whether support is asked. The two worst need a written
reason. What is derived from the log is never recorded as a fact, so a report is `reported` or `discussed`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from pydantic import Field

from engine.declaration import Guard, Offer, Payload
from engine.law import Basis, Label
from procedures.fields import LongText
from procedures.roadmap.fields import NEED_REASON, PictureState

STATE_NAMES: Final[Mapping[PictureState, Label]] = {
    "on_schedule": Label("aikataulussa", "i tidtabellen", "on schedule"),
    "at_risk": Label("riskissä", "i riskzonen", "at risk"),
    "late": Label("myöhässä", "försenad", "late"),
    "no_information": Label("ei tietoa", "ingen uppgift", "no information"),
    "not_applicable": Label("ei koske", "inte tillämplig", "not applicable"),
}


class StateReport(Payload):
    """Where something stands, who says so, and why where it is not well."""

    state: PictureState = Field(description="where it stands on the scale of the picture")
    support_asked: bool = Field(default=False, description="whether support is asked")
    reason: LongText | None = Field(default=None, description="reason in words; at risk and late need one")
    provenance: Literal["reported", "discussed"] = Field(
        default="reported", description="reported by somebody, or confirmed in a discussion"
    )


def _worst_explained(offer: Offer) -> bool:
    """Holds unless something is called at risk or late without a written reason."""
    return offer.payload.state not in NEED_REASON or offer.payload.reason is not None


def worst_explained(*basis: Basis) -> Guard:
    """Gives the guard that asks a written reason for the two worst states."""
    return Guard(
        "worst_explained",
        Label(
            "tilalle ”riskissä” tai ”myöhässä” on kirjattu syy",
            "skälet till läget ”i riskzonen” eller ”försenad” har antecknats",
            "the reason for the state “at risk” or “late” is written down",
        ),
        basis,
        _worst_explained,
        reads_payload=True,
    )
