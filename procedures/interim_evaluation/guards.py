"""Conditions of an interim evaluation: an independent group, no position passed over, no measure forgotten."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import INTERIM_EVALUATION_PROJECT, STEERING_REFORM

PROJECT: Final = INTERIM_EVALUATION_PROJECT("", Status.SECONDARY)
REFORM: Final = STEERING_REFORM("taulukko 3, 1.1", Status.PRACTICE)
FOLLOW_UP: Final = INTERIM_EVALUATION_PROJECT("jatkotoimet", Status.PRACTICE)

MINISTRIES: Final = frozenset({"vm", "stm", "sm"})
"""The roles of the three ministries that set the evaluation."""


def _report_day_named(offer: Offer) -> bool:
    """Holds when the assignment says by when the report is due."""
    return offer.payload.report_due_on is not None


def _independent(offer: Offer) -> bool:
    """Holds when the group is independent of the ministries."""
    return bool(offer.payload.independent)


def _day_ahead(offer: Offer) -> bool:
    """Holds when the new day has not passed yet."""
    return bool(offer.payload.report_due_on >= offer.on)


def _three_positions(offer: Offer) -> bool:
    """Holds when each of the three ministries has given its position or is named as one that has not."""
    if offer.case is None:
        return False
    given = {event.act_of.role for event in offer.case.every("position_given")}
    silent = {code.lower() for code in offer.payload.without_positions_of}
    return silent == MINISTRIES - given


def _measures_accounted_for(offer: Offer) -> bool:
    """Holds when the newest report leaves no measure open, or when it is said where the open ones go on."""
    if offer.case is None:
        return False
    newest = offer.case.last("follow_up_reported")
    return offer.payload.handed_over_to is not None or (newest is not None and newest.data["measures_open"] == 0)


REPORT_DAY_NAMED: Final = Guard(
    "report_day_named",
    Label(
        "toimeksiannossa on raportin määräpäivä",
        "uppdraget anger en dag för rapporten",
        "the assignment names a day for the report",
    ),
    (PROJECT,),
    _report_day_named,
    reads_payload=True,
)
INDEPENDENT: Final = Guard(
    "independent",
    Label(
        "asiantuntijaryhmä on riippumaton ministeriöistä",
        "expertgruppen är oberoende av ministerierna",
        "the expert group is independent of the ministries",
    ),
    (PROJECT,),
    _independent,
    reads_payload=True,
)
DAY_AHEAD: Final = Guard(
    "day_ahead",
    Label("uusi määräpäivä ei ole ohi", "den nya dagen har inte passerat", "the new day has not passed"),
    (PROJECT,),
    _day_ahead,
    reads_payload=True,
)
THREE_POSITIONS: Final = Guard(
    "three_positions",
    Label(
        "valtiovarainministeriö, sosiaali- ja terveysministeriö ja sisäministeriö ovat antaneet kantansa, tai ne, "
        "joiden kantaa ei odoteta, on nimetty",
        "finansministeriet, social- och hälsovårdsministeriet och inrikesministeriet har gett sina ställningstaganden, "
        "eller så har de vars ställningstagande inte inväntas angetts",
        "the three ministries have given their positions, or those whose position is not waited for are named",
    ),
    (FOLLOW_UP,),
    _three_positions,
    reads_payload=True,
)
MEASURES_ACCOUNTED_FOR: Final = Guard(
    "measures_accounted_for",
    Label(
        "mikään jatkotoimi ei ole avoinna, tai on kerrottu, missä avoimet jatkuvat",
        "ingen åtgärd är öppen, eller så har det angetts var de öppna fortsätter",
        "no measure is open, or it is said where the open ones go on",
    ),
    (FOLLOW_UP,),
    _measures_accounted_for,
    reads_payload=True,
)
