"""Conditions of what follows an agreement's approval: delivery, follow-up, replacement and appeals."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.collaborative_agreement.agreement_law import Bases
from procedures.collaborative_agreement.rounds import day_of_entry, entered_into_force
from procedures.statutes import COUNTIES


def _undelivered(offer: Offer) -> bool:
    """Holds when the agreement, or its newest text, has entered into force and was not delivered since."""
    entered = entered_into_force(offer.case)
    delivered = offer.case.last("delivered_to_stm") if offer.case else None
    return entered is not None and (delivered is None or delivered.version < entered.version)


def _entry_day(offer: Offer) -> bool:
    """Holds on the day of the latest approval of the text in force, when that is not established yet."""
    entered = entered_into_force(offer.case)
    established = offer.case.last("entered_into_force") if offer.case else None
    if entered is None or (established is not None and established.version > entered.version):
        return False
    return day_of_entry(offer.case) == offer.on


def _year_not_followed_up(offer: Offer) -> bool:
    """Holds when that year has not been followed up already, and is not still to come."""
    earlier = offer.case.every("followed_up") if offer.case else ()
    return offer.payload.year <= offer.on.year and all(event.data["year"] != offer.payload.year for event in earlier)


def _new_agreement_in_force(offer: Offer) -> bool:
    """Holds when the new agreement had entered into force on the day of the act, after this case was opened."""
    opened_on = offer.case.opened_on if offer.case else offer.on
    return bool(opened_on <= offer.payload.new_in_force_on <= offer.on)


def _party_has_decided(offer: Offer) -> bool:
    """Holds when the party's council has approved or refused the agreement."""
    if offer.case is None:
        return False
    decided = (*offer.case.every("party_approved"), *offer.case.every("party_refused"))
    return any(event.data["party"] == offer.payload.party for event in decided)


def _informed_by_law(offer: Offer) -> bool:
    """Holds when the day is as many days after the publication as the law says."""
    days = int(str(offer.parameters.on("deemed_informed_days", offer.law_on).value))
    return bool(offer.payload.deemed_informed_on == offer.on + timedelta(days=days))


def _appeal_lodged(offer: Offer) -> bool:
    """Holds when an appeal against that party's decision is before the court."""
    lodged = offer.case.every("appeal_lodged") if offer.case else ()
    return any(event.data["party"] == offer.payload.party for event in lodged)


PARTY_HAS_DECIDED: Final = Guard(
    "party_has_decided",
    Label(
        "osapuolen valtuusto on päättänyt sopimuksesta",
        "partens fullmäktige har beslutat om avtalet",
        "the party's council has decided on the agreement",
    ),
    (COUNTIES("140 § 1 mom."),),
    _party_has_decided,
    reads_payload=True,
)
INFORMED_BY_LAW: Final = Guard(
    "informed_by_law",
    Label(
        "tiedoksisaantipäivä on laskettu pöytäkirjan julkaisemisesta lain mukaan",
        "dagen för delfåendet har räknats från publiceringen av protokollet enligt lagen",
        "the day on which members are deemed informed is counted from the publication as the law says",
    ),
    (COUNTIES("145 § 3 mom."),),
    _informed_by_law,
    reads_payload=True,
)
APPEAL_IS_LODGED: Final = Guard(
    "appeal_is_lodged",
    Label(
        "osapuolen päätöksestä on valitettu",
        "besvär har anförts över partens beslut",
        "the party's decision has been appealed against",
    ),
    (COUNTIES("140 § 1 mom.", Status.PRACTICE),),
    _appeal_lodged,
    reads_payload=True,
)


def undelivered(basis: Bases) -> Guard:
    """Gives the condition that there is something to deliver."""
    return Guard(
        "undelivered",
        Label(
            "voimaan tullutta sopimusta ei ole vielä toimitettu",
            "det avtal som trätt i kraft har inte ännu lämnats in",
            "an agreement in force has not been delivered yet",
        ),
        basis,
        _undelivered,
    )


def entry_day(basis: Bases) -> Guard:
    """Gives the condition that the day established is that of the last approval."""
    return Guard(
        "entry_day",
        Label(
            "päivä on viimeisen hyväksynnän päivä, eikä voimaantuloa ole vielä todettu",
            "dagen är dagen för det sista godkännandet, och ikraftträdandet har inte ännu konstaterats",
            "the day is that of the last approval, and the entry into force has not been established yet",
        ),
        basis,
        _entry_day,
    )


def year_not_followed_up(basis: Bases) -> Guard:
    """Gives the condition that each year is followed up once."""
    return Guard(
        "year_not_followed_up",
        Label(
            "vuotta ei ole vielä seurattu eikä se ole edessä",
            "året har inte ännu följts upp och ligger inte i framtiden",
            "the year has not been followed up already and is not to come",
        ),
        basis,
        _year_not_followed_up,
        reads_payload=True,
    )


def new_agreement_in_force(basis: Bases) -> Guard:
    """Gives the condition that the new agreement is in force."""
    return Guard(
        "new_agreement_in_force",
        Label("uusi sopimus on voimassa", "det nya avtalet är i kraft", "the new agreement is in force"),
        basis,
        _new_agreement_in_force,
        reads_payload=True,
    )
