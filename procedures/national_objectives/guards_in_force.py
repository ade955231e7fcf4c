"""Conditions while objectives are in force: follow-up, amendment, replacement (611/2021 12 a § 4 mom.)."""

from __future__ import annotations

from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.national_objectives.content import objectives_in
from procedures.statutes import COUNTIES


def _together_with(ministry: str, offer: Offer) -> bool:
    """Holds when the follow-up was done together with this ministry."""
    return ministry in offer.payload.together_with


def _findings_fit(offer: Offer) -> bool:
    """Holds when each finding is about an objective in force, one finding for each."""
    numbers = [one.number for one in offer.payload.findings]
    known = objectives_in(offer.case)
    return len(set(numbers)) == len(numbers) and (not known or set(numbers) <= set(known))


def _objectives_fit(offer: Offer) -> bool:
    """Holds when the objectives named are in force."""
    known = objectives_in(offer.case)
    return not known or set(offer.payload.objectives) <= set(known)


def _proposers_are_parties(offer: Offer) -> bool:
    """Holds when those who join a proposal are counties of the case."""
    return offer.case is not None and set(offer.payload.joined_by) <= set(offer.case.opening.partners)


def _initiatives_were_handled(offer: Offer) -> bool:
    """Holds when the advisory board has handled every initiative and proposal that was made."""
    case = offer.case
    if case is None:
        return False
    made = [event.version for fact in ("amendment_proposed", "amendment_initiated") for event in case.every(fact)]
    handled = case.last("initiatives_handled")
    return handled is not None and all(version < handled.version for version in made)


def _successor_was_confirmed(offer: Offer) -> bool:
    """Holds when the next objectives were confirmed."""
    return offer.case is not None and offer.case.has("successor_confirmed")


WITH_STM, WITH_SM = (
    Guard(
        f"with_{ministry.lower()}",
        label,
        (COUNTIES("12 a § 4 mom."),),
        partial(_together_with, ministry),
        reads_payload=True,
    )
    for ministry, label in (
        (
            "STM",
            Label(
                "seuranta on tehty yhteistyössä sosiaali- ja terveysministeriön kanssa",
                "uppföljningen har gjorts i samarbete med social- och hälsovårdsministeriet",
                "the follow-up was done with the Ministry of Social Affairs and Health",
            ),
        ),
        (
            "SM",
            Label(
                "seuranta on tehty yhteistyössä sisäministeriön kanssa",
                "uppföljningen har gjorts i samarbete med inrikesministeriet",
                "the follow-up was done with the Ministry of the Interior",
            ),
        ),
    )
)
FINDINGS_FIT: Final = Guard(
    "findings_fit",
    Label(
        "havainnot koskevat voimassa olevia tavoitteita, yksi kutakin",
        "iakttagelserna gäller mål som är i kraft, en för varje mål",
        "the findings are about objectives in force, one for each",
    ),
    (COUNTIES("12 a § 4 mom."),),
    _findings_fit,
    reads_payload=True,
)
OBJECTIVES_FIT: Final = Guard(
    "objectives_fit",
    Label(
        "muutettaviksi nimetyt tavoitteet ovat voimassa",
        "de mål som ska ändras är i kraft",
        "the objectives to be amended are in force",
    ),
    (COUNTIES("12 a § 4 mom."),),
    _objectives_fit,
    reads_payload=True,
)
PROPOSERS_ARE_PARTIES: Final = Guard(
    "proposers_are_parties",
    Label(
        "esitykseen yhtyneet ovat hyvinvointialueita tai Helsingin kaupunki",
        "de som anslutit sig till förslaget är välfärdsområden eller Helsingfors stad",
        "those who join the proposal are counties or Helsinki",
    ),
    (COUNTIES("12 a § 4 mom."),),
    _proposers_are_parties,
    reads_payload=True,
)
INITIATIVES_WERE_HANDLED: Final = Guard(
    "initiatives_were_handled",
    Label(
        "hyvinvointialueneuvottelukunta on käsitellyt jokaisen aloitteen ja esityksen",
        "välfärdsområdesdelegationen har behandlat varje initiativ och förslag",
        "the advisory board has handled every initiative and proposal",
    ),
    (COUNTIES("13 § 2 mom. 3 kohta"),),
    _initiatives_were_handled,
)
SUCCESSOR_WAS_CONFIRMED: Final = Guard(
    "successor_was_confirmed",
    Label(
        "seuraavat tavoitteet on vahvistettu",
        "följande mål har fastställts",
        "the next objectives have been confirmed",
    ),
    (COUNTIES("12 a § 1 mom.", Status.PRACTICE),),
    _successor_was_confirmed,
)
