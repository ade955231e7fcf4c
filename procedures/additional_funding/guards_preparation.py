"""Conditions of the preparation: who is represented, and what the group must assess (617/2021 26 § 2 mom.)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import ADMINISTRATION, FUNDING

_SIDES: Final = frozenset({"vm", "stm", "sm", "county"})
_GROUP: Final = FUNDING("26 § 2 mom.")


def _four_represented(offer: Offer) -> bool:
    """Holds when each of the four sides has named representatives, or is said to have named none."""
    named = offer.case.every("representatives_named") if offer.case else ()
    return {event.act_of.role for event in named} | set(offer.payload.without_representatives) >= _SIDES


def _entitlement_assessed(offer: Offer) -> bool:
    """Holds when the group says where it stands on the conditions for additional funding."""
    return offer.payload.entitlement is not None


def _amount_assessed(offer: Offer) -> bool:
    """Holds when the group says where it stands on the amount."""
    return offer.payload.amount is not None


def _conditions_assessed(offer: Offer) -> bool:
    """Holds when the group says where it stands on conditions for the county."""
    return offer.payload.conditions is not None


def _overall_assessment_made(offer: Offer) -> bool:
    """Holds when the assessment rests on the county's economy and activity as a whole."""
    return offer.payload.overall_assessment is True


def _application_on_record(offer: Offer) -> bool:
    """Holds when the county has applied."""
    return offer.case is not None and offer.case.has("application_made")


def _initiative_on_record(offer: Offer) -> bool:
    """Holds when a ministry has made the initiative and, where that is known, the one that acts is it."""
    made = offer.case.every("initiative_made") if offer.case else ()
    return any(offer.role in (None, event.act_of.role) for event in made)


FOUR_REPRESENTED: Final = Guard(
    "four_represented",
    Label(
        "valtiovarainministeriö, sosiaali- ja terveysministeriö, sisäministeriö ja hyvinvointialue ovat nimenneet "
        "edustajansa, tai on kirjattu, mikä niistä ei ole nimennyt (without_representatives)",
        "finansministeriet, social- och hälsovårdsministeriet, inrikesministeriet och välfärdsområdet har utsett sina "
        "representanter, eller så har det antecknats vem som inte har utsett (without_representatives)",
        "the three ministries and the county have named their representatives, or it is recorded who has not "
        "(without_representatives)",
    ),
    (_GROUP,),
    _four_represented,
    reads_payload=True,
)
ENTITLEMENT_ASSESSED: Final = Guard(
    "entitlement_assessed",
    Label(
        "arviossa otetaan kantaa lisärahoituksen edellytyksiin",
        "bedömningen tar ställning till förutsättningarna för tilläggsfinansiering",
        "the assessment covers the conditions for additional funding",
    ),
    (_GROUP,),
    _entitlement_assessed,
    reads_payload=True,
)
AMOUNT_ASSESSED: Final = Guard(
    "amount_assessed",
    Label(
        "arviossa otetaan kantaa tarvittavan lisärahoituksen määrään",
        "bedömningen tar ställning till beloppet av den tilläggsfinansiering som behövs",
        "the assessment covers the amount needed",
    ),
    (_GROUP,),
    _amount_assessed,
    reads_payload=True,
)
CONDITIONS_ASSESSED: Final = Guard(
    "conditions_assessed",
    Label(
        "arviossa otetaan kantaa hyvinvointialueelle asetettaviin ehtoihin",
        "bedömningen tar ställning till de villkor som ska förenas med tilläggsfinansieringen",
        "the assessment covers the conditions to impose on the county",
    ),
    (_GROUP,),
    _conditions_assessed,
    reads_payload=True,
)
OVERALL_ASSESSMENT_MADE: Final = Guard(
    "overall_assessment_made",
    Label(
        "arviointi perustuu hyvinvointialueen taloutta ja toimintaa koskevaan kokonaisarvioon",
        "bedömningen grundar sig på en helhetsbedömning av välfärdsområdets ekonomi och verksamhet",
        "it rests on an overall assessment of the county's economy and activity",
    ),
    (_GROUP,),
    _overall_assessment_made,
    reads_payload=True,
)
APPLICATION_ON_RECORD: Final = Guard(
    "application_on_record",
    Label(
        "asia on tullut vireille hyvinvointialueen hakemuksesta",
        "ärendet har inletts på välfärdsområdets ansökan",
        "the matter was brought by the county's application",
    ),
    (FUNDING("26 § 1 mom."), ADMINISTRATION("22 § 3 mom.")),
    _application_on_record,
)
INITIATIVE_ON_RECORD: Final = Guard(
    "initiative_on_record",
    Label(
        "asia on tullut vireille aloitteen peruuttavan ministeriön aloitteesta",
        "ärendet har inletts på initiativ av det ministerium som återtar det",
        "the matter was brought by the initiative of the ministry that withdraws it",
    ),
    (FUNDING("26 § 1 mom.", Status.PRACTICE),),
    _initiative_on_record,
)
