"""Conditions of the round: what a report must hold, whose assessment it is, and who is still missing."""

from __future__ import annotations

from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Basis, Label, Status
from procedures.directory import directory
from procedures.directory.actor import Kind
from procedures.service_information.facts_national import Examined, Proposal
from procedures.service_information.facts_reports import Content
from procedures.service_information.law import Law
from procedures.service_information.progress import delivered_reports
from procedures.statutes import SERVICES


def _holds_content(content: Content, offer: Offer) -> bool:
    """Holds when the report holds the matter."""
    return content in offer.payload.contents


def _answers_recommendations(offer: Offer) -> bool:
    """Holds when the report answers the recommendations, or none had been given."""
    return not offer.payload.recommendations_given or "recommendations" in offer.payload.contents


def _examines(matter: Examined, offer: Offer) -> bool:
    """Holds when the assessments examine the matter."""
    return matter in offer.payload.examines


def _level_named(offer: Offer) -> bool:
    """Holds when assessments of areas or parties say whose they are, and others name nobody."""
    known = {
        "area": {actor.code for actor in directory().actors(Kind.COLLABORATIVE_AREA)},
        "county": set(offer.case.opening.partners) if offer.case else set(),
    }
    of = set(offer.payload.of)
    allowed = known.get(offer.payload.scope)
    return not of if allowed is None else bool(of) and of <= allowed


def _assesses(field: str, offer: Offer) -> bool:
    """Holds when the ministry's report assesses what the act asks it to."""
    return getattr(offer.payload, field) is True


def _proposes(matter: Proposal, offer: Offer) -> bool:
    """Holds when the report proposes measures for the matter."""
    return matter in offer.payload.proposals_for


def _missing_named(offer: Offer) -> bool:
    """Holds when those named as missing are exactly the parties whose report was never delivered."""
    if offer.case is None:
        return False
    return set(offer.payload.missing) == set(offer.case.opening.partners) - delivered_reports(offer.case)


_REPORT: Final[tuple[Basis, ...]] = (SERVICES("29 § 2 mom."),)
_ASSESSMENTS: Final[tuple[Basis, ...]] = (SERVICES("30 § 1 mom."),)


def _content(content: Content, label: Label, basis: tuple[Basis, ...] = _REPORT) -> Guard:
    return Guard(f"holds_{content}", label, basis, partial(_holds_content, content), reads_payload=True)


def of_county_report(law: Law) -> tuple[Guard, ...]:
    """Gives what a county report must hold, one condition for each matter of 29 § 2 mom."""
    return (
        _content(
            "state_of_services",
            Label(
                "selvityksessä on sosiaali- ja terveydenhuollon tila",
                "redogörelsen omfattar social- och hälsovårdens tillstånd",
                "the report gives the state of health and social services",
            ),
        ),
        _content(
            "state_of_economy",
            Label(
                "selvityksessä on hyvinvointialueen talouden tila",
                "redogörelsen omfattar välfärdsområdets ekonomiska läge",
                "the report gives the state of the county's economy",
            ),
        ),
        _content(
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
        _content(
            "strategic_goals",
            Label(
                "selvityksessä arvioidaan hyvinvointialueen strategisia tavoitteita, toimenpiteitä ja toteutumista",
                "i redogörelsen bedöms välfärdsområdets strategiska mål, åtgärderna och hur målen uppnåtts",
                "the report assesses the county's strategic goals, its measures and how the goals were reached",
            ),
        ),
        _content(
            "investment_proposal",
            Label(
                "selvitykseen sisältyy alustava esitys investointisuunnitelmaksi",
                "redogörelsen innehåller ett preliminärt förslag till investeringsplan",
                "the report includes the preliminary proposal for the investment plan",
            ),
        ),
    )


LEVEL_NAMED: Final = Guard(
    "level_named",
    Label(
        "yhteistyöalueittaisista tai hyvinvointialueittaisista arvioista on sanottu, keitä ne koskevat",
        "det har angetts vilka samarbetsområden eller välfärdsområden bedömningarna gäller",
        "assessments of areas or counties say whose they are",
    ),
    _ASSESSMENTS,
    _level_named,
    reads_payload=True,
)
_EXAMINED: Final[tuple[tuple[Examined, Label], ...]] = (
    (
        "wellbeing_and_health",
        Label(
            "arvioissa tarkastellaan väestön hyvinvoinnin ja terveyden tilaa väestöryhmittäin",
            "i bedömningarna granskas befolkningens hälsa och välfärd enligt befolkningsgrupp",
            "the assessments examine wellbeing and health by population group",
        ),
    ),
    (
        "services",
        Label(
            "arvioissa tarkastellaan palvelujen tarvetta, saatavuutta, laatua, vaikuttavuutta ja yhdenvertaisuutta",
            "i bedömningarna granskas vårdens behov, tillgång, kvalitet, verkningsfullhet och jämlikhet",
            "the assessments examine need, access, quality, effectiveness and equality of services",
        ),
    ),
    (
        "integration",
        Label(
            "arvioissa tarkastellaan asiakkaiden palvelujen yhteensovittamista",
            "i bedömningarna granskas samordningen av kundernas tjänster",
            "the assessments examine how clients' services are integrated",
        ),
    ),
    (
        "investments",
        Label(
            "arvioissa tarkastellaan investointien tarvetta ja vaikutuksia",
            "i bedömningarna granskas behoven och effekterna av investeringar",
            "the assessments examine the need for and the effects of investments",
        ),
    ),
    (
        "costs_and_productivity",
        Label(
            "arvioissa tarkastellaan kustannuksia, niiden kehitystä ja tuottavuutta",
            "i bedömningarna granskas kostnaderna, kostnadsutvecklingen och produktiviteten",
            "the assessments examine costs, their development and productivity",
        ),
    ),
    (
        "necessary_measures",
        Label(
            "arvioissa arvioidaan välttämättömiä toimenpiteitä",
            "i bedömningarna bedöms nödvändiga åtgärder",
            "the assessments assess the measures that are necessary",
        ),
    ),
)
OF_ASSESSMENTS: Final = (
    LEVEL_NAMED,
    *(
        Guard(f"examines_{matter}", label, _ASSESSMENTS, partial(_examines, matter), reads_payload=True)
        for matter, label in _EXAMINED
    ),
)


def of_national_report(law: Law) -> tuple[Guard, ...]:
    """Gives what the ministry's report must rest on and hold (31 §)."""
    return (
        Guard(
            "draws_on_assessments",
            Label(
                "selvityksessä hyödynnetään Terveyden ja hyvinvoinnin laitoksen asiantuntija-arvioita",
                "i redogörelsen utnyttjas Institutet för hälsa och välfärds expertbedömningar",
                "the report draws on the institute's expert assessments",
            ),
            law.report,
            partial(_assesses, "draws_on_assessments"),
            reads_payload=True,
        ),
        Guard(
            "assesses_equality",
            Label(
                "selvityksessä arvioidaan palvelujen yhdenvertaista toteutumista",
                "i redogörelsen bedöms jämlikheten i social- och hälsovården",
                "the report assesses equality in services",
            ),
            law.report,
            partial(_assesses, "assesses_equality"),
            reads_payload=True,
        ),
        Guard(
            "assesses_funding",
            Label(
                "selvityksessä arvioidaan rahoituksen tason riittävyyttä",
                "i redogörelsen bedöms om finansieringen är på en tillräcklig nivå",
                "the report assesses whether the level of funding is adequate",
            ),
            law.report,
            partial(_assesses, "assesses_funding"),
            reads_payload=True,
        ),
        *(
            Guard(f"proposes_for_{matter}", label, basis, partial(_proposes, matter), reads_payload=True)
            for matter, label, basis in _proposals(law)
        ),
    )


def _proposals(law: Law) -> tuple[tuple[Proposal, Label, tuple[Basis, ...]], ...]:
    return (
        (
            "fiscal_plan",
            Label(
                "selvityksessä ehdotetaan toimenpiteitä julkisen talouden suunnitelmaa varten",
                "redogörelsen föreslår åtgärder för planen för de offentliga finanserna",
                "the report proposes measures for the general government fiscal plan",
            ),
            law.report,
        ),
        (
            "budget",
            Label(
                "selvityksessä ehdotetaan toimenpiteitä valtion talousarviota varten",
                "redogörelsen föreslår åtgärder för statsbudgeten",
                "the report proposes measures for the state budget",
            ),
            law.report,
        ),
        (
            "objectives",
            Label(
                "selvityksessä ehdotetaan toimenpiteitä valtakunnallisia tavoitteita varten",
                "redogörelsen föreslår åtgärder för de riksomfattande målen",
                "the report proposes measures for the national objectives",
            ),
            (*law.report, *law.objectives[:1]),
        ),
        (
            "other_steering",
            Label(
                "selvityksessä ehdotetaan toimenpiteitä muuta valtakunnallista ohjausta varten",
                "redogörelsen föreslår åtgärder för annan riksomfattande styrning",
                "the report proposes measures for other national steering",
            ),
            law.report,
        ),
    )


MISSING_NAMED: Final = Guard(
    "missing_named",
    Label(
        "on kirjattu täsmälleen ne, joiden selvitystä ei ole toimitettu",
        "exakt de vars redogörelse inte har lämnats har antecknats",
        "exactly those whose county report was not delivered are named",
    ),
    (SERVICES("29 § 2 mom.", Status.PRACTICE),),
    _missing_named,
    reads_payload=True,
)
