"""Conditions of the criteria, the start and the negotiations (611/2021 13 b § 1, 2 and 4 mom.)."""

from __future__ import annotations

from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.statutes import COUNTIES

_JOINT_AUTHORITY: Final = "joint_authority"
_UUSIMAA: Final = frozenset({"01", "02", "03", "04", "90"})
"""The four counties of Uusimaa and Helsinki, who also take part when HUS is steered (13 b § 4 mom.)."""


def _claims(offer: Offer, *criteria: str) -> bool:
    return any(one in offer.payload.criteria for one in criteria)


def _criterion_named(offer: Offer) -> bool:
    """Holds when at least one criterion is named; any one suffices."""
    return bool(offer.payload.criteria)


def _accounts_ended(offer: Offer) -> bool:
    """Holds unless a key figure is claimed without a financial year that has ended; one set of accounts is enough."""
    if not _claims(offer, "1a", "1b"):
        return True
    year = offer.payload.accounts_year
    return year is not None and year < offer.on.year


def _requirement_named(offer: Offer) -> bool:
    """Holds unless criterion 2 is claimed without saying where the measures were required."""
    return not _claims(offer, "2") or bool(offer.payload.unmet_in)


def _unmet_without_substitute(offer: Offer) -> bool:
    """Holds unless criterion 2 is claimed without both limbs: evidently unmet, and no decision on substitutes."""
    if not _claims(offer, "2"):
        return True
    return offer.payload.evidently_unmet is True and offer.payload.substitute_decided is False


def _plan_defect_named(offer: Offer) -> bool:
    """Holds unless criterion 3 is claimed without saying what is wrong with the budget and plan."""
    return not _claims(offer, "3") or bool(offer.payload.plan_defects)


def _development_named(offer: Offer) -> bool:
    """Holds unless criterion 4 is claimed without saying which of its two limbs is met."""
    return not _claims(offer, "4") or offer.payload.development is not None


def _relied_on_noted(offer: Offer) -> bool:
    """Holds when the start relies on a criterion, and each one that it relies on was noted in the case."""
    events = offer.case.every("criterion_noted") if offer.case else ()
    noted = {criterion for event in events for criterion in event.data["criteria"]}
    relied_on = set(offer.payload.relied_on)
    return bool(relied_on) and relied_on <= noted


def _county_attended(offer: Offer) -> bool:
    """Holds when the one whom the case is about took part."""
    return offer.subject in offer.payload.attended


def _ministry_attended(ministry: str, offer: Offer) -> bool:
    """Holds when the ministry took part; its part in the procedure does not depend on discretion."""
    return ministry in offer.payload.attended


def _uusimaa_attended(offer: Offer) -> bool:
    """Holds unless HUS is steered and a county of Uusimaa or Helsinki did not take part."""
    return offer.subject_kind != _JOINT_AUTHORITY or set(offer.payload.attended) >= _UUSIMAA


CRITERION_NAMED: Final = Guard(
    "criterion_named",
    Label(
        "vähintään yksi 13 b §:n 1 momentin edellytys on yksilöity",
        "minst en förutsättning enligt 13 b § 1 mom. har angetts",
        "at least one criterion of 13 b § 1 mom. is named",
    ),
    (COUNTIES("13 b § 1 mom."),),
    _criterion_named,
    reads_payload=True,
)
ACCOUNTS_ENDED: Final = Guard(
    "accounts_ended",
    Label(
        "tunnusluku on päättyneen tilikauden tilinpäätöksestä",
        "nyckeltalet är från bokslutet för en avslutad räkenskapsperiod",
        "the key figure is from the accounts of an ended financial year",
    ),
    (COUNTIES("13 b § 1 mom. 1 kohta"), COUNTIES("123 § 2 mom.")),
    _accounts_ended,
    reads_payload=True,
)
REQUIREMENT_NAMED: Final = Guard(
    "requirement_named",
    Label(
        "on kirjattu, missä päätöksessä tai menettelyssä toimenpiteitä on edellytetty",
        "det har antecknats i vilket beslut eller förfarande åtgärderna har förutsatts",
        "it is recorded in which decision or procedure the measures were required",
    ),
    (COUNTIES("13 b § 1 mom. 2 kohta"),),
    _requirement_named,
    reads_payload=True,
)
UNMET_WITHOUT_SUBSTITUTE: Final = Guard(
    "unmet_without_substitute",
    Label(
        "on ilmeistä, että toimenpiteet eivät ole toteutumassa, eikä korvaavista toimenpiteistä ole päätöstä",
        "det är uppenbart att åtgärderna inte blir genomförda, och beslut om kompenserande åtgärder saknas",
        "it is evident that the measures are not carried out, and no substitute measures are decided",
    ),
    (COUNTIES("13 b § 1 mom. 2 kohta"),),
    _unmet_without_substitute,
    reads_payload=True,
)
PLAN_DEFECT_NAMED: Final = Guard(
    "plan_defect_named",
    Label(
        "on kirjattu, mikä talousarviossa ja -suunnitelmassa puuttuu tai on 115 §:n vastaista",
        "det har antecknats vad som saknas i budgeten och ekonomiplanen eller strider mot 115 §",
        "it is recorded what the budget and plan lack, or in what they do not comply with 115 §",
    ),
    (COUNTIES("13 b § 1 mom. 3 kohta"), COUNTIES("115 §")),
    _plan_defect_named,
    reads_payload=True,
)
DEVELOPMENT_NAMED: Final = Guard(
    "development_named",
    Label(
        "on kirjattu, onko talouskehitys oleellisesti arvioitua heikompaa vai eikö sitä voida arvioida",
        "det har antecknats om den ekonomiska utvecklingen är väsentligt svagare eller inte kan bedömas",
        "it is recorded whether development is essentially weaker than budgeted or cannot be assessed",
    ),
    (COUNTIES("13 b § 1 mom. 4 kohta"),),
    _development_named,
    reads_payload=True,
)
RELIED_ON_NOTED: Final = Guard(
    "relied_on_noted",
    Label(
        "käynnistäminen nojaa vähintään yhteen asiassa todettuun edellytykseen",
        "inledandet vilar på minst en förutsättning som har konstaterats i ärendet",
        "the start relies on at least one criterion noted in the case",
    ),
    (COUNTIES("13 b § 1 mom."),),
    _relied_on_noted,
    reads_payload=True,
)
COUNTY_ATTENDED: Final = Guard(
    "county_attended",
    Label(
        "menettelyn kohteena oleva on osallistunut neuvotteluun",
        "den som förfarandet gäller har deltagit i förhandlingen",
        "the one whom the procedure concerns took part in the negotiation",
    ),
    (COUNTIES("13 b § 1 mom."),),
    _county_attended,
    reads_payload=True,
)
STM_ATTENDED: Final = Guard(
    "stm_attended",
    Label(
        "sosiaali- ja terveysministeriö on osallistunut neuvotteluun",
        "social- och hälsovårdsministeriet har deltagit i förhandlingen",
        "the Ministry of Social Affairs and Health took part in the negotiation",
    ),
    (COUNTIES("13 b § 2 mom."),),
    partial(_ministry_attended, "STM"),
    reads_payload=True,
)
SM_ATTENDED: Final = Guard(
    "sm_attended",
    Label(
        "sisäministeriö on osallistunut neuvotteluun",
        "inrikesministeriet har deltagit i förhandlingen",
        "the Ministry of the Interior took part in the negotiation",
    ),
    (COUNTIES("13 b § 2 mom."),),
    partial(_ministry_attended, "SM"),
    reads_payload=True,
)
UUSIMAA_ATTENDED: Final = Guard(
    "uusimaa_attended",
    Label(
        "HUS-yhtymän neuvotteluun ovat osallistuneet myös Uudenmaan hyvinvointialueet ja Helsingin kaupunki",
        "även välfärdsområdena i Nyland och Helsingfors stad har deltagit i förhandlingen med HUS-sammanslutningen",
        "the counties of Uusimaa and Helsinki also took part in the negotiation with HUS",
    ),
    (COUNTIES("13 b § 4 mom."),),
    _uusimaa_attended,
    reads_payload=True,
)
