"""Conditions that only the agreement of a collaborative area has: host, coordination, council term, readiness."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.collaborative_agreement.council_term import term_by_law
from procedures.collaborative_agreement.guards_drafting import reconciled, universities_heard
from procedures.collaborative_agreement.rounds import amendment_concerns, of_the_matters
from procedures.directory import directory
from procedures.statutes import AGREEMENT_DECREE, COUNTIES, IMPLEMENTATION, SERVICES

HELSINKI: Final = "90"


def host_of(area: str) -> str | None:
    """Gives who has the administrative tasks in an area: its member that runs a university hospital.

    Example:
        >>> host_of("E-S"), host_of("L-S")
        ('HUS', '05')
    """
    return next((member.code for member in directory().members(area) if member.university_hospital), None)


def coordinators_of(area: str) -> frozenset[str]:
    """Gives who coordinates in an area what decree 309/2023 2 § 2 mom. and 3 § 2 mom. give to one.

    Example:
        >>> sorted(coordinators_of("E-S")), sorted(coordinators_of("P-S"))
        (['90', 'HUS'], ['19'])
    """
    host = host_of(area)
    with_helsinki = any(member.code == HELSINKI for member in directory().members(area))
    return frozenset({host} if host else ()) | frozenset({HELSINKI} if with_helsinki else ())


def _host_by_law(offer: Offer) -> bool:
    """Holds when the host is the county with the university hospital, or HUS."""
    return offer.payload.host is not None and offer.payload.host == host_of(offer.subject)


def _coordination_by_decree(offer: Offer) -> bool:
    """Holds when the host coordinates, in the South Helsinki and HUS together."""
    return frozenset(offer.payload.coordinators) == coordinators_of(offer.subject)


def _uniform_principles(offer: Offer) -> bool:
    """Holds when the preparation rests on nationally uniform principles."""
    return offer.payload.uniform_principles is True


def _readiness_prepared(offer: Offer) -> bool:
    """Holds when readiness was prepared with the ministry, or an amendment does not concern it."""
    prepared = of_the_matters(offer.case, "readiness_prepared")
    return bool(prepared) or not amendment_concerns(offer.case, "preparedness")


HOST_BY_LAW: Final = Guard(
    "host_by_law",
    Label(
        "hallintotehtävät hoitaa yliopistollista sairaalaa ylläpitävä hyvinvointialue tai HUS-yhtymä",
        "de administrativa uppgifterna sköts av huvudmannen för universitetssjukhuset eller HUS-sammanslutningen",
        "the administrative tasks belong to the county with the university hospital, or to HUS",
    ),
    (SERVICES("35 § 3 mom."), SERVICES("34 §")),
    _host_by_law,
    reads_payload=True,
)
COORDINATION_BY_DECREE: Final = Guard(
    "coordination_by_decree",
    Label(
        "koordinaatiosta vastaa sama hyvinvointialue; Etelä-Suomessa Helsinki ja HUS-yhtymä yhdessä",
        "för samordningen svarar samma välfärdsområde; i Södra Finland Helsingfors och HUS gemensamt",
        "the same county coordinates; in Southern Finland Helsinki and HUS together",
    ),
    (AGREEMENT_DECREE("2 § 2 mom."), AGREEMENT_DECREE("3 § 2 mom."), AGREEMENT_DECREE("6 §")),
    _coordination_by_decree,
    reads_payload=True,
)
TERM_BY_LAW: Final = term_by_law((COUNTIES("23 § 1 mom."), IMPLEMENTATION("16 § 1 mom."), SERVICES("36 § 1 mom.")))
UNIFORM_PRINCIPLES: Final = Guard(
    "uniform_principles",
    Label(
        "valmistelu perustuu valtakunnallisesti yhtenäisiin periaatteisiin",
        "beredningen grundar sig på nationellt enhetliga principer",
        "the preparation rests on nationally uniform principles",
    ),
    (AGREEMENT_DECREE("5 § 4 mom."),),
    _uniform_principles,
    reads_payload=True,
)
READINESS_PREPARED: Final = Guard(
    "readiness_prepared",
    Label(
        "valmius ja varautuminen on valmisteltu yhdessä sosiaali- ja terveysministeriön kanssa",
        "beredskapen och förberedelserna har beretts i samarbete med social- och hälsovårdsministeriet",
        "readiness and preparedness have been prepared together with the ministry",
    ),
    (SERVICES("37 § 2 mom."), AGREEMENT_DECREE("5 § 4 mom.")),
    _readiness_prepared,
)
UNIVERSITIES_HEARD: Final = universities_heard(
    Label(
        "korkeakouluja on kuultu koulutus-, tutkimus- ja innovaatiotoiminnasta",
        "högskolorna har hörts om utbildnings-, forsknings- och innovationsverksamheten",
        "the universities have been heard on education, research and innovation",
    ),
    (SERVICES("37 § 2 mom."),),
)
RECONCILED: Final = reconciled(
    Label(
        "sopimus on yhteen sovitettu kaksikielisten hyvinvointialueiden yhteistyösopimuksen kanssa",
        "avtalet har samordnats med samarbetsavtalet mellan de tvåspråkiga välfärdsområdena",
        "the agreement is reconciled with that of the bilingual counties",
    ),
    (SERVICES("36 § 4 mom."),),
)
