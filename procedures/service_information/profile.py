"""What every version of the procedure says of itself alike: names, subject, parties, sources, links between rounds."""

from __future__ import annotations

from typing import Final

from engine.declaration import Reaction, Relation
from engine.law import Basis, Label, Status
from procedures.directory import directory
from procedures.service_information.facts_reports import ROUND_OPENED
from procedures.statutes import SERVICES, UUSIMAA

PROCEDURE: Final = "service_information"
LABEL: Final = Label(
    "sosiaali- ja terveydenhuollon vuosittainen tiedontuotanto",
    "årlig informationsproduktion inom social- och hälsovården",
    "yearly information chain of health and social services",
)
DESCRIPTION: Final = Label(
    "Hyvinvointialueiden selvitykset, valvontaviranomaisten selvitykset yhdenvertaisuudesta, Terveyden ja "
    "hyvinvoinnin laitoksen asiantuntija-arviot ja sosiaali- ja terveysministeriön valtakunnallinen selvitys: yksi "
    "asia vuotta kohti koko maasta, jossa näkyy, kuka on toimittanut, mitä puuttuu ja mihin mennessä.",
    "Välfärdsområdenas redogörelser, tillsynsmyndigheternas redogörelser för jämlikheten, Institutet för hälsa och "
    "välfärds expertbedömningar och social- och hälsovårdsministeriets riksomfattande redogörelse: ett ärende per år "
    "för hela landet, där det syns vem som har lämnat, vad som saknas och till när.",
    "The county reports, the supervisors' accounts of equality, the expert assessments of the Institute for Health and "
    "Welfare and the ministry's national report: one case a year for the whole country, which shows who has "
    "delivered, what is missing, and by when.",
)
SUBJECT_KINDS: Final = ("state",)
"""One round a year for the whole country; the counties, Helsinki and HUS are its parties."""

BASIS: Final[tuple[Basis, ...]] = (
    SERVICES("29–31 §"),
    UUSIMAA(
        "2 § 2 ja 5 mom.",
        note=Label(
            "29 ja 30 § koskevat myös Helsinkiä ja HUS-yhtymää",
            "29 och 30 § gäller även Helsingfors och HUS-sammanslutningen",
            "29 and 30 § also apply to Helsinki and HUS",
        ),
    ),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    "https://www.finlex.fi/fi/laki/alkup/2024/20241057",
    "https://www.finlex.fi/fi/laki/alkup/2009/20090906",
)

_LATER: Final = Relation(
    "later_round", Label("myöhempi tiedontuotannon vuosi", "ett senare informationsår", "a later information round")
)
_EARLIER: Final = Relation(
    "earlier_round",
    Label("aiempi tiedontuotannon vuosi", "ett tidigare informationsår", "an earlier information round"),
)
REACTIONS: Final = (
    Reaction(
        id="earlier_round",
        on=ROUND_OPENED,
        procedure=PROCEDURE,
        causing=_LATER,
        reached=_EARLIER,
        basis=(SERVICES("29–31 §", Status.PRACTICE),),
    ),
)


def parties_of(subject: str) -> tuple[str, ...]:
    """Gives those who deliver a county report: the 21 counties, Helsinki and HUS, whatever the subject."""
    del subject
    return tuple(actor.code for actor in directory().steered())
