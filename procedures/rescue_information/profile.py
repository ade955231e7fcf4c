"""What every version of the procedure says of itself alike: names, subject, parties, sources, links between rounds."""

from __future__ import annotations

from typing import Final

from engine.declaration import Reaction, Relation
from engine.law import Basis, Label, Status
from procedures.directory import directory
from procedures.directory.actor import Kind
from procedures.rescue_information.facts import ROUND_OPENED
from procedures.statutes import RESCUE, RESCUE_DECREE, UUSIMAA

PROCEDURE: Final = "rescue_information"
LABEL: Final = Label(
    "pelastustoimen vuosittainen tiedontuotanto",
    "årlig informationsproduktion inom räddningsväsendet",
    "yearly information chain of rescue services",
)
DESCRIPTION: Final = Label(
    "Hyvinvointialueiden selvitykset pelastustoimesta, valvontaviranomaisen asiantuntija-arviot niistä, niistä koottu "
    "valtakunnallinen asiantuntija-arvio ja sisäministeriön valtakunnallinen selvitys: yksi asia selvitysvuotta kohti "
    "koko maasta.",
    "Välfärdsområdenas redogörelser för räddningsväsendet, tillsynsmyndighetens expertbedömningar av dem, den "
    "riksomfattande expertbedömning som sammanställs och inrikesministeriets riksomfattande redogörelse: ett ärende "
    "per redogörelseår för hela landet.",
    "The county reports on rescue services, the supervisor's expert assessments of each, the national one compiled of "
    "them, and the national report of the Ministry of the Interior: one case for each year reported on, for the whole "
    "country.",
)
SUBJECT_KINDS: Final = ("state",)
"""One round a year for the whole country; the counties and Helsinki are its parties."""

BASIS: Final[tuple[Basis, ...]] = (
    RESCUE("13–15 §"),
    RESCUE_DECREE("1–11 §"),
    UUSIMAA(
        "2 § 6 mom.",
        note=Label(
            "pelastustoimen järjestävät Uudenmaan hyvinvointialueet ja Helsinki; HUS-yhtymä ei",
            "räddningsväsendet ordnas av välfärdsområdena i Nyland och Helsingfors, inte av HUS-sammanslutningen",
            "rescue services are organised by the counties of Uusimaa and Helsinki, not by HUS",
        ),
    ),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210613",
    "https://www.finlex.fi/fi/laki/alkup/2022/20221213",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    "https://avi.fi/pelastustoimen-asiantuntija-arvio",
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
        basis=(RESCUE("13–15 §", Status.PRACTICE),),
    ),
)


def parties_of(subject: str) -> tuple[str, ...]:
    """Gives those who organise rescue services: the 21 counties and Helsinki, whatever the subject."""
    del subject
    return tuple(actor.code for actor in directory().steered() if actor.kind is not Kind.JOINT_AUTHORITY)
