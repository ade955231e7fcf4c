"""Conditions of the criteria, the start and the negotiations (611/2021 13 b § 1, 2 and 4 mom.)."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.statutes import COUNTIES, FUNDING

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


def _figures_below(offer: Offer) -> bool:
    """Holds unless a key figure that is claimed and recorded is not below its threshold."""
    figures = (
        ("1a", offer.payload.margin_percent, "margin_ratio"),
        ("1b", offer.payload.loan_service_ratio, "loan_service_ratio"),
    )
    return all(
        Decimal(figure) < Decimal(str(offer.parameters.on(name, offer.law_on).value))
        for criterion, figure, name in figures
        if figure is not None and _claims(offer, criterion)
    )


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
    assessed = offer.case.every("unmet_measures_assessed") if offer.case else ()
    noted |= {"2" for event in assessed if event.data["met"]}
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
        "vähintään yksi 13 b §:n 1 momentin 1–4 kohdan edellytys on yksilöity",
        "minst en förutsättning enligt 13 b § 1 mom. 1–4 punkten har angetts",
        "at least one criterion of 13 b § 1 mom. 1–4 is named",
    ),
    (COUNTIES("13 b § 1 mom."),),
    _criterion_named,
    reads_payload=True,
)
ACCOUNTS_ENDED: Final = Guard(
    "accounts_ended",
    Label(
        "1 kohta: vuosikatteen ja poistojen suhde tai laskennallinen lainanhoitokate on päättyneen tilikauden "
        "konsernitilinpäätöksestä",
        "1 punkten: förhållandet mellan årsbidraget och avskrivningarna eller det kalkylmässiga låneskötselbidraget är "
        "från koncernbokslutet för en avslutad räkenskapsperiod",
        "item 1: annual margin to depreciation, or the calculated loan-service ratio, is from the group accounts of an "
        "ended financial year",
    ),
    (COUNTIES("13 b § 1 mom. 1 kohta"), COUNTIES("123 § 2 mom.")),
    _accounts_ended,
    reads_payload=True,
)
FIGURES_BELOW: Final = Guard(
    "figures_below",
    Label(
        "1 kohta: kirjattu tunnusluku alittaa raja-arvonsa",
        "1 punkten: det antecknade nyckeltalet ligger under sitt gränsvärde",
        "item 1: a key figure that is recorded is below its threshold",
    ),
    (COUNTIES("13 b § 1 mom. 1 kohta"), COUNTIES("123 § 2 mom.")),
    _figures_below,
    reads_payload=True,
)
REQUIREMENT_NAMED: Final = Guard(
    "requirement_named",
    Label(
        "2 kohta: on kirjattu, missä päätöksessä tai arviointimenettelyssä toimenpiteitä on edellytetty",
        "2 punkten: det har antecknats i vilket beslut eller utvärderingsförfarande åtgärderna har förutsatts",
        "item 2: it is recorded in which decision or evaluation procedure the measures were required",
    ),
    (COUNTIES("13 b § 1 mom. 2 kohta"), COUNTIES("15 § 3 mom."), FUNDING("26 § 1 mom."), COUNTIES("122 §")),
    _requirement_named,
    reads_payload=True,
)
UNMET_WITHOUT_SUBSTITUTE: Final = Guard(
    "unmet_without_substitute",
    Label(
        "2 kohta: on ilmeistä, että toimenpiteet eivät ole toteutumassa, eikä korvaavista toimenpiteistä ole päätöstä",
        "2 punkten: det är uppenbart att åtgärderna inte blir genomförda, och beslut om kompenserande åtgärder saknas",
        "item 2: it is evident that the measures are not carried out, and no substitute measures are decided",
    ),
    (COUNTIES("13 b § 1 mom. 2 kohta"),),
    _unmet_without_substitute,
    reads_payload=True,
)
PLAN_DEFECT_NAMED: Final = Guard(
    "plan_defect_named",
    Label(
        "3 kohta: on kirjattu, että talousarviosta ja -suunnitelmasta puuttuvat tasapainoon tai alijäämän kattamiseen "
        "tarvittavat yksilöidyt toimenpiteet tai perusteet tai että ne eivät ole 115 §:n mukaisia",
        "3 punkten: det har antecknats att budgeten och ekonomiplanen saknar de specificerade åtgärder eller grunder "
        "som behövs för balans eller för att täcka underskottet, eller att de inte överensstämmer med 115 §",
        "item 3: it is recorded that budget and plan lack the itemised measures or grounds needed for balance or for "
        "covering the deficit, or that they do not comply with 115 §",
    ),
    (COUNTIES("13 b § 1 mom. 3 kohta"), COUNTIES("115 §")),
    _plan_defect_named,
    reads_payload=True,
)
DEVELOPMENT_NAMED: Final = Guard(
    "development_named",
    Label(
        "4 kohta: on kirjattu, että talouskehitys on oleellisesti heikompaa kuin talousarviossa arvioidaan tai että "
        "sitä ei voida arvioida esitettyjen tai raportoitujen tietojen perusteella",
        "4 punkten: det har antecknats att den ekonomiska utvecklingen är väsentligt svagare än vad som bedöms i "
        "budgeten eller inte kan bedömas utifrån de presenterade eller rapporterade uppgifterna",
        "item 4: it is recorded that development is essentially weaker than budgeted, or cannot be assessed from the "
        "presented or reported data",
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
