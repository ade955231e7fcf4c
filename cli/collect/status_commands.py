"""`collect status`: who has answered, who is silent and for how long, what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.collect.noun import NEWEST_MONTH, collect
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation


@collect.verb(
    "status",
    about=Label(
        "Näyttää, ketkä ovat vastanneet, ketkä ovat vaiti ja kuinka kauan, ja mikä odottaa.",
        "Visar vilka som har svarat, vilka som är tysta och hur länge, och vad som väntar.",
        "Shows who has answered, who is silent and for how long, and what waits.",
    ),
    examples=(
        "$ ohjaus collect open --month 2027-02 --on 2026-11-20 --now 2026-11-20",
        "$ ohjaus collect status --month 2027-02",
        "$ ohjaus collect status --month 2027-02 --now 2027-03-01 --format json",
    ),
)
@NEWEST_MONTH
def status(run: Invocation, *, month: str | None) -> None:
    """Shows a round."""
    from cli.collect.status import show

    show(run, month)
