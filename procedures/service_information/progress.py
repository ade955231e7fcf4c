"""How far a round has come: what has been delivered by whom, and which act is the last one that was waited for."""

from __future__ import annotations

from typing import Final, get_args

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.directory import directory
from procedures.directory.actor import Kind
from procedures.service_information.facts_reports import Agency
from procedures.statutes import SERVICES

_AGENCIES: Final = frozenset(get_args(Agency))


def delivered_reports(case: Case | None) -> set[str]:
    """Gives the parties whose complete county report was delivered."""
    return {event.data["party"] for event in case.every("county_report_delivered")} if case else set()


def accounts_given(case: Case | None) -> set[str]:
    """Gives the supervisors of the time before 2026 whose account was delivered: agencies, and `valvira`."""
    if case is None:
        return set()
    agencies = {agency for event in case.every("agency_accounts_delivered") for agency in event.data["agencies"]}
    return agencies | ({"valvira"} if case.has("valvira_account_delivered") else set())


def levels_covered(case: Case | None, *facts: str) -> set[str]:
    """Gives what the recorded assessments cover: `national` and the codes of areas and parties."""
    events = [event for fact in facts for event in case.every(fact)] if case else []
    covered = [_covers(case, event.data["scope"], event.data["of"]) for event in events]
    return set().union(*covered)


def _covers(case: Case | None, scope: str, of: object) -> set[str]:
    if scope == "all":
        return _everything(case)
    return {"national"} if scope == "national" else set(of) if isinstance(of, list | tuple) else set()


def _everything(case: Case | None) -> set[str]:
    areas = {actor.code for actor in directory().actors(Kind.COLLABORATIVE_AREA)}
    return {"national", *areas, *(case.opening.partners if case else ())}


def _whole_with(offer: Offer, fact: str) -> bool:
    offered = _covers(offer.case, offer.payload.scope, offer.payload.of)
    return levels_covered(offer.case, fact) | offered >= _everything(offer.case)


def _last_report(offer: Offer) -> bool:
    """Holds when with this report every party has delivered its own."""
    return offer.case is not None and delivered_reports(offer.case) | {offer.payload.party} >= set(
        offer.case.opening.partners
    )


def _last_account_by_valvira(offer: Offer) -> bool:
    """Holds when every regional agency has delivered its account."""
    return accounts_given(offer.case) >= _AGENCIES


def _last_account_by_agency(offer: Offer) -> bool:
    """Holds when with these accounts Valvira and every regional agency have delivered theirs."""
    return accounts_given(offer.case) | set(offer.payload.agencies) >= {*_AGENCIES, "valvira"}


def _agencies_remain(offer: Offer) -> bool:
    """Holds when after these accounts some regional agency still owes its own."""
    return not accounts_given(offer.case) | set(offer.payload.agencies) >= _AGENCIES


def _all_delivered(offer: Offer) -> bool:
    """Holds when with these assessments the country, each area and each party has its own at the ministry."""
    return _whole_with(offer, "assessments_delivered")


def _all_published(offer: Offer) -> bool:
    """Holds when with these assessments the country, each area and each party has its own published."""
    return _whole_with(offer, "assessments_published")


def _accounts_all_given(offer: Offer) -> bool:
    """Holds when Valvira and every regional agency have delivered their accounts."""
    return accounts_given(offer.case) >= {*_AGENCIES, "valvira"}


LAST_REPORT: Final = Guard(
    "last_report",
    Label(
        "kaikki ovat toimittaneet selvityksensä",
        "alla har lämnat sin redogörelse",
        "everybody has delivered the county report",
    ),
    (SERVICES("29 § 2 mom."),),
    _last_report,
    reads_payload=True,
)
_ALL_ACCOUNTS: Final = Label(
    "kaikki valvontaviranomaisten selvitykset on toimitettu",
    "alla tillsynsmyndigheters redogörelser har lämnats",
    "all supervisors' accounts are delivered",
)
LAST_ACCOUNT_BY_VALVIRA: Final = Guard(
    "last_account_by_valvira", _ALL_ACCOUNTS, (SERVICES("30 § 2 mom."),), _last_account_by_valvira
)
LAST_ACCOUNT_BY_AGENCY: Final = Guard(
    "last_account_by_agency",
    _ALL_ACCOUNTS,
    (SERVICES("30 § 2 mom."),),
    _last_account_by_agency,
    reads_payload=True,
)
AGENCIES_REMAIN: Final = Guard(
    "agencies_remain",
    Label(
        "jonkin aluehallintoviraston selvitys puuttuu vielä",
        "något regionförvaltningsverks redogörelse saknas ännu",
        "the account of some regional agency is still missing",
    ),
    (SERVICES("30 § 2 mom."),),
    _agencies_remain,
    reads_payload=True,
)
ALL_DELIVERED: Final = Guard(
    "all_delivered",
    Label(
        "valtakunnallinen, kaikki yhteistyöalueittaiset ja kaikki hyvinvointialueittaiset arviot on toimitettu",
        "den riksomfattande bedömningen och alla bedömningar per samarbetsområde och välfärdsområde har lämnats",
        "the national assessment and those of every area and county are delivered",
    ),
    (SERVICES("30 § 1 mom."),),
    _all_delivered,
    reads_payload=True,
)
ALL_PUBLISHED: Final = Guard(
    "all_published",
    Label(
        "valtakunnallinen, kaikki yhteistyöalueittaiset ja kaikki hyvinvointialueittaiset arviot on julkaistu",
        "den riksomfattande bedömningen och alla bedömningar per samarbetsområde och välfärdsområde är offentliggjorda",
        "the national assessment and those of every area and county are published",
    ),
    (SERVICES("30 § 1 mom."),),
    _all_published,
    reads_payload=True,
)
ACCOUNTS_ALL_GIVEN: Final = Guard(
    "accounts_all_given",
    Label(
        "Valviran ja aluehallintovirastojen selvitykset on jo toimitettu: siirrettävää ei ole",
        "Valviras och regionförvaltningsverkens redogörelser har redan lämnats: det finns inget att överföra",
        "the accounts of Valvira and of the agencies have been delivered already: nothing is left to pass on",
    ),
    (SERVICES("30 § 2 mom."),),
    _accounts_all_given,
)
