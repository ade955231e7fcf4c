"""Conditions of what is given: what reports and assessments must hold by act and decree."""

from __future__ import annotations

from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Basis, Label
from procedures.rescue_information.facts import Content, Examined, Proposal
from procedures.rescue_information.law import Law
from procedures.statutes import RESCUE


def _holds_content(content: Content, offer: Offer) -> bool:
    """Holds when the report holds the matter."""
    return content in offer.payload.contents


def _answers_recommendations(offer: Offer) -> bool:
    """Holds when the report answers the recommendations, or none had been given."""
    return not offer.payload.recommendations_given or "recommendations" in offer.payload.contents


def _examines(matter: Examined, offer: Offer) -> bool:
    """Holds when the assessments examine the matter."""
    return matter in offer.payload.examines


def _assesses(field: str, offer: Offer) -> bool:
    """Holds when the document assesses what it must."""
    return getattr(offer.payload, field) is True


def _proposes(matter: Proposal, offer: Offer) -> bool:
    """Holds when the report proposes measures for the matter."""
    return matter in offer.payload.proposals_for


_SECTIONS: Final[tuple[tuple[Content, str, Label], ...]] = (
    (
        "availability",
        "2 §",
        Label(
            "selvityksessä on palvelujen saatavuus",
            "redogörelsen omfattar tillgången till tjänsterna",
            "the report gives the availability of services",
        ),
    ),
    (
        "quality",
        "3 §",
        Label(
            "selvityksessä on palvelujen laatu",
            "redogörelsen omfattar tjänsternas kvalitet",
            "the report gives the quality of services",
        ),
    ),
    (
        "effectiveness",
        "4 §",
        Label(
            "selvityksessä on palvelujen vaikuttavuus",
            "redogörelsen omfattar tjänsternas verkningsfullhet",
            "the report gives the effectiveness of services",
        ),
    ),
    (
        "costs_and_economy",
        "5 §",
        Label(
            "selvityksessä ovat palvelujen kustannukset ja talouden tila",
            "redogörelsen omfattar kostnaderna för tjänsterna och det ekonomiska läget",
            "the report gives the costs of services and the state of the economy",
        ),
    ),
    (
        "productivity",
        "6 §",
        Label(
            "selvityksessä on palvelujen tuottavuus",
            "redogörelsen omfattar produktiviteten inom tjänsterna",
            "the report gives the productivity of services",
        ),
    ),
)
_REPORT: Final = RESCUE("13 § 2 mom.")


def of_county_report(law: Law) -> tuple[Guard, ...]:
    """Gives what a county report must hold, one condition for each matter of act and decree."""

    def content(matter: Content, label: Label, *basis: Basis) -> Guard:
        return Guard(f"holds_{matter}", label, (_REPORT, *basis), partial(_holds_content, matter), reads_payload=True)

    return (
        *(content(matter, label, law.decree(section)) for matter, section, label in _SECTIONS),
        content(
            "national_objectives",
            Label(
                "selvityksessä arvioidaan, miten valtakunnalliset tavoitteet on otettu huomioon",
                "i redogörelsen bedöms hur de riksomfattande målen har beaktats",
                "the report assesses how the national objectives were taken into account",
            ),
            law.objectives,
        ),
        Guard(
            "answers_recommendations",
            Label(
                "selvityksessä arvioidaan, miten annetut toimenpidesuositukset on otettu huomioon",
                "i redogörelsen bedöms hur givna åtgärdsrekommendationer har beaktats",
                "the report assesses how the measure recommendations given were taken into account",
            ),
            law.recommendations,
            _answers_recommendations,
            reads_payload=True,
        ),
        content(
            "investment_proposal",
            Label(
                "selvitykseen sisältyy alustava esitys pelastustoimen osasuunnitelmaksi",
                "redogörelsen innehåller ett preliminärt förslag till delplan för räddningsväsendet",
                "the report includes the preliminary proposal for the partial plan for rescue services",
            ),
            RESCUE("11 §"),
        ),
    )


_EXAMINED: Final[tuple[tuple[Examined, str | None, Label], ...]] = (
    (
        "service_level",
        None,
        Label(
            "arviossa tarkastellaan palvelutasoa tehtäväkohtaisesti",
            "i bedömningen granskas servicenivån enligt uppgift",
            "the assessment examines the service level task by task",
        ),
    ),
    (
        "funding_level",
        None,
        Label(
            "arviossa arvioidaan rahoituksen tason riittävyyttä",
            "i bedömningen bedöms om finansieringsnivån är tillräcklig",
            "the assessment assesses whether the level of funding is adequate",
        ),
    ),
    (
        "need_and_availability",
        "8 §",
        Label(
            "arviossa tarkastellaan palvelujen tarvetta ja saatavuutta",
            "i bedömningen granskas behovet av och tillgången till tjänster",
            "the assessment examines the need for and availability of services",
        ),
    ),
    (
        "quality",
        "8 §",
        Label(
            "arviossa tarkastellaan palvelujen laatua ja sen kehittämistarvetta",
            "i bedömningen granskas tjänsternas kvalitet och behovet av att utveckla den",
            "the assessment examines the quality of services and the need to develop it",
        ),
    ),
    (
        "investments",
        "8 §",
        Label(
            "arviossa tarkastellaan investointien tarvetta ja vaikutuksia",
            "i bedömningen granskas behovet och effekterna av investeringar",
            "the assessment examines the need for and the effects of investments",
        ),
    ),
)


def of_regional_assessments(law: Law) -> tuple[Guard, ...]:
    """Gives what the assessments of counties must examine."""
    return tuple(
        Guard(
            f"examines_{matter}",
            label,
            (*law.act("14 § 1 mom."), *((law.decree(section),) if section else ())),
            partial(_examines, matter),
            reads_payload=True,
        )
        for matter, section, label in _EXAMINED
    )


def of_national_assessment(law: Law) -> tuple[Guard, ...]:
    """Gives what the assessment of the whole country must hold."""
    return tuple(
        Guard(
            f"national_{field}",
            label,
            (*law.act("14 § 2 mom."), law.decree("10 §")),
            partial(_assesses, field),
            reads_payload=True,
        )
        for field, label in (
            (
                "assesses_service_level",
                Label(
                    "arviossa arvioidaan palvelutason riittävyyttä valtakunnallisesti",
                    "i bedömningen bedöms om servicenivån är tillräcklig på riksnivå",
                    "the assessment assesses whether the service level is adequate nationally",
                ),
            ),
            (
                "assesses_funding",
                Label(
                    "arviossa arvioidaan rahoituksen tason riittävyyttä valtakunnallisesti",
                    "i bedömningen bedöms om finansieringsnivån är tillräcklig på riksnivå",
                    "the assessment assesses whether the level of funding is adequate nationally",
                ),
            ),
        )
    )


def of_national_report(law: Law) -> tuple[Guard, ...]:
    """Gives what the ministry's report must hold (15 §)."""
    assessing = tuple(
        Guard(field, label, law.report, partial(_assesses, field), reads_payload=True)
        for field, label in (
            (
                "draws_on_reports",
                Label(
                    "selvityksessä hyödynnetään hyvinvointialueiden selvityksiä ja asiantuntija-arviota",
                    "i redogörelsen utnyttjas välfärdsområdenas redogörelser och expertbedömningarna",
                    "the report draws on the county reports and the expert assessments",
                ),
            ),
            (
                "assesses_services",
                Label(
                    "selvityksessä arvioidaan tarpeita ja uhkia vastaavien palvelujen toteutumista",
                    "i redogörelsen bedöms hur ett räddningsväsende som motsvarar behoven och riskerna genomförts",
                    "the report assesses how services that answer needs and threats have come about",
                ),
            ),
            (
                "assesses_funding",
                Label(
                    "selvityksessä arvioidaan rahoituksen tason riittävyyttä",
                    "i redogörelsen bedöms om finansieringen är på en tillräcklig nivå",
                    "the report assesses whether the level of funding is adequate",
                ),
            ),
        )
    )
    proposing = tuple(
        Guard(
            f"proposes_for_{matter}",
            label,
            (*law.report, *((law.objectives,) if matter == "objectives" else ())),
            partial(_proposes, matter),
            reads_payload=True,
        )
        for matter, label in _PROPOSALS
    )
    return (*assessing, *proposing)


_PROPOSALS: Final[tuple[tuple[Proposal, Label], ...]] = (
    (
        "fiscal_plan",
        Label(
            "selvityksessä ehdotetaan toimenpiteitä julkisen talouden suunnitelmaa varten",
            "redogörelsen föreslår åtgärder för planen för de offentliga finanserna",
            "the report proposes measures for the general government fiscal plan",
        ),
    ),
    (
        "budget",
        Label(
            "selvityksessä ehdotetaan toimenpiteitä valtion talousarviota varten",
            "redogörelsen föreslår åtgärder för statsbudgeten",
            "the report proposes measures for the state budget",
        ),
    ),
    (
        "objectives",
        Label(
            "selvityksessä ehdotetaan toimenpiteitä valtakunnallisia tavoitteita varten",
            "redogörelsen föreslår åtgärder för de riksomfattande målen",
            "the report proposes measures for the national objectives",
        ),
    ),
    (
        "other_steering",
        Label(
            "selvityksessä ehdotetaan toimenpiteitä muuta valtakunnallista ohjausta varten",
            "redogörelsen föreslår åtgärder för annan riksomfattande styrning",
            "the report proposes measures for other national steering",
        ),
    ),
)
