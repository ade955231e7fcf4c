"""How far a round has come: who has delivered, whose assessment is there, and who is still missing."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.rescue_information.law import Law
from procedures.statutes import RESCUE


def covered(case: Case | None, fact: str) -> set[str]:
    """Gives the counties whose assessments were recorded as delivered or published, by the fact."""
    return {code for event in case.every(fact) for code in event.data["counties"]} if case else set()


def _parties(case: Case | None) -> set[str]:
    return set(case.opening.partners) if case else set()


def _delivered(case: Case) -> set[str]:
    return {event.data["party"] for event in case.every("county_report_delivered")}


def _last_report(offer: Offer) -> bool:
    """Holds when with this report every party has delivered its own."""
    return offer.case is not None and _delivered(offer.case) | {offer.payload.party} >= _parties(offer.case)


def _all_assessed(offer: Offer) -> bool:
    """Holds when with these assessments every county has its own."""
    return covered(offer.case, "regional_assessments_delivered") | set(offer.payload.counties) >= _parties(offer.case)


def _all_assessed_after_national(offer: Offer) -> bool:
    """Holds when with these assessments every county has its own, and the national one came before them."""
    return offer.case is not None and offer.case.has("national_assessment_delivered") and _all_assessed(offer)


def _some_unpublished(offer: Offer) -> bool:
    """Holds when after this publishing some county's assessment is still unpublished."""
    published = covered(offer.case, "regional_assessments_published") | set(offer.payload.counties)
    return not published >= _parties(offer.case)


def _nothing_pending(offer: Offer) -> bool:
    """Holds when the national assessment was delivered: nothing is left for a supervisor to do."""
    return offer.case is not None and offer.case.has("national_assessment_delivered")


def _counties_are_parties(offer: Offer) -> bool:
    """Holds when the assessments are of those who are in the round."""
    return set(offer.payload.counties) <= _parties(offer.case)


def _missing_named(offer: Offer) -> bool:
    """Holds when those named as missing are exactly the parties whose report was never delivered."""
    return offer.case is not None and set(offer.payload.missing) == _parties(offer.case) - _delivered(offer.case)


LAST_REPORT: Final = Guard(
    "last_report",
    Label(
        "kaikki ovat toimittaneet selvityksensä",
        "alla har lämnat sin redogörelse",
        "everybody has delivered the county report",
    ),
    (RESCUE("13 § 2 mom."),),
    _last_report,
    reads_payload=True,
)
ALL_ASSESSED: Final = Guard(
    "all_assessed",
    Label(
        "jokaisesta on toimitettu asiantuntija-arvio",
        "en expertbedömning av var och en har lämnats",
        "an expert assessment of each is delivered",
    ),
    (RESCUE("14 § 1 mom."),),
    _all_assessed,
    reads_payload=True,
)
ALL_ASSESSED_AFTER_NATIONAL: Final = Guard(
    "all_assessed_after_national",
    Label(
        "jokaisesta on toimitettu asiantuntija-arvio, ja valtakunnallinen arvio on jo toimitettu",
        "en expertbedömning av var och en har lämnats, och den riksomfattande har redan lämnats",
        "an expert assessment of each is delivered, and the national one has been already",
    ),
    (RESCUE("14 §"),),
    _all_assessed_after_national,
    reads_payload=True,
)
SOME_UNPUBLISHED: Final = Guard(
    "some_unpublished",
    Label(
        "jonkin asiantuntija-arvio on vielä julkaisematta",
        "någon expertbedömning är ännu inte offentliggjord",
        "some expert assessment is not published yet",
    ),
    (RESCUE("14 § 1 mom."),),
    _some_unpublished,
    reads_payload=True,
)
NOTHING_PENDING: Final = Guard(
    "nothing_pending",
    Label(
        "valtakunnallinen asiantuntija-arvio on jo toimitettu: siirrettävää ei ole",
        "den riksomfattande expertbedömningen har redan lämnats: det finns inget att överföra",
        "the national expert assessment has been delivered already: nothing is left to pass on",
    ),
    (RESCUE("14 § 2 mom."),),
    _nothing_pending,
)
MISSING_NAMED: Final = Guard(
    "missing_named",
    Label(
        "on kirjattu täsmälleen ne, joiden selvitystä ei ole toimitettu",
        "exakt de vars redogörelse inte har lämnats har antecknats",
        "exactly those whose county report was not delivered are named",
    ),
    (RESCUE("13 § 2 mom.", Status.PRACTICE),),
    _missing_named,
    reads_payload=True,
)


def counties_are_parties(law: Law) -> Guard:
    """Gives the condition that assessments are of those who are in the round."""
    return Guard(
        "counties_are_parties",
        Label(
            "arviot koskevat niitä, jotka järjestävät pelastustoimen",
            "bedömningarna gäller dem som ordnar räddningsväsendet",
            "the assessments are of those who organise rescue services",
        ),
        law.act("14 § 1 mom."),
        _counties_are_parties,
        reads_payload=True,
    )
