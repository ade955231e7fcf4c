"""The acts and decrees that the procedures cite, with their names in the statute book's own languages.

English names are descriptions of this project: Finnish acts have no official English names. The sections were read in
the statute book of 21 February 2025 unless a basis says otherwise.
"""

from __future__ import annotations

from typing import Final

from engine.law import Basis, Label, Status, Statute

COUNTIES: Final = Statute(
    "611/2021",
    Label("laki hyvinvointialueesta", "lag om välfärdsområden", "act on wellbeing services counties"),
)
SERVICES: Final = Statute(
    "612/2021",
    Label(
        "laki sosiaali- ja terveydenhuollon järjestämisestä",
        "lag om ordnande av social- och hälsovård",
        "act on organising health and social services",
    ),
)
RESCUE: Final = Statute(
    "613/2021",
    Label(
        "laki pelastustoimen järjestämisestä",
        "lag om ordnande av räddningsväsendet",
        "act on organising rescue services",
    ),
)
DIVISION: Final = Statute(
    "614/2021",
    Label(
        "hyvinvointialue- ja maakuntajakolaki",
        "lag om indelningen i välfärdsområden och landskap",
        "act on the division into counties and regions",
    ),
)
UUSIMAA: Final = Statute(
    "615/2021",
    Label(
        "laki sosiaali- ja terveydenhuollon sekä pelastustoimen järjestämisestä Uudellamaalla",
        "lag om ordnande av social- och hälsovården och räddningsväsendet i Nyland",
        "act on organising health, social and rescue services in Uusimaa",
    ),
)
IMPLEMENTATION: Final = Statute(
    "616/2021",
    Label(
        "laki sosiaali- ja terveydenhuoltoa ja pelastustoimea koskevan uudistuksen toimeenpanosta ja sitä koskevan "
        "lainsäädännön voimaanpanosta",
        "lag om genomförande av reformen av social- och hälsovården och räddningsväsendet och om införande av den "
        "lagstiftning som gäller reformen",
        "act on implementing the reform of health, social and rescue services",
    ),
)
FUNDING: Final = Statute(
    "617/2021",
    Label(
        "laki hyvinvointialueiden rahoituksesta",
        "lag om välfärdsområdenas finansiering",
        "act on the funding of wellbeing services counties",
    ),
)
AMENDMENT_2024: Final = Statute(
    "1056/2024",
    Label(
        "laki hyvinvointialueesta annetun lain muuttamisesta",
        "lag om ändring av lagen om välfärdsområden",
        "act amending the act on wellbeing services counties",
    ),
)
UUSIMAA_AMENDMENT_2024: Final = Statute(
    "1057/2024",
    Label(
        "laki sosiaali- ja terveydenhuollon sekä pelastustoimen järjestämisestä Uudellamaalla annetun lain 2 ja 17 §:n "
        "muuttamisesta",
        "lag om ändring av 2 och 17 § i lagen om ordnande av social- och hälsovården och räddningsväsendet i Nyland",
        "act amending the Uusimaa act",
    ),
)
ADMINISTRATION: Final = Statute("434/2003", Label("hallintolaki", "förvaltningslag", "administrative procedure act"))
COURT_PROCEDURE: Final = Statute(
    "808/2019",
    Label(
        "laki oikeudenkäynnistä hallintoasioissa",
        "lag om rättegång i förvaltningsärenden",
        "act on judicial procedure in administrative matters",
    ),
)
FINANCE_DATA: Final = Statute(
    "462/2022",
    Label(
        "valtioneuvoston asetus hyvinvointialueen taloutta koskevien tietojen toimittamisesta",
        "statsrådets förordning om lämnande av uppgifter som gäller välfärdsområdens ekonomi",
        "government decree on delivering data on a county's finances",
    ),
)
INFORMATION_MANAGEMENT: Final = Statute(
    "906/2019",
    Label(
        "laki julkisen hallinnon tiedonhallinnasta",
        "lag om informationshantering inom den offentliga förvaltningen",
        "information management act",
    ),
)
TIME_LIMITS: Final = Statute(
    "150/1930",
    Label(
        "laki säädettyjen määräaikain laskemisesta",
        "lag om beräknande av laga tid",
        "act on counting statutory time limits",
    ),
)
DEFICIT_BILL: Final = Statute(
    "HE 189/2025 vp",
    Label(
        "hallituksen esitys alijäämän kattamisen lisäajasta (vireillä)",
        "regeringens proposition om förlängd tid för täckande av underskott (under behandling)",
        "bill on more time to cover deficits (pending)",
    ),
)
DIVISION_2025: Final = Statute(
    "hyvinvointialuejakolaki (2025)",
    Label(
        "hyvinvointialuejakolaki",
        "lagen om indelningen i välfärdsområden",
        "act on the division into counties, in force from 15 December 2025",
    ),
)
"""Replaced 614/2021 on 15.12.2025; its number and sections are not known here, nor is its Swedish title confirmed."""


def in_place_of(section: str) -> Basis:
    """Gives the unsettled basis for what replaced `section` of 614/2021 on 15 December 2025."""
    return DIVISION_2025(
        "",
        Status.UNSETTLED,
        Label(
            f"15.12.2025 alkaen lain 614/2021 {section}:n sijaan; pykälänumeroa ei ole varmistettu",
            f"från 15.12.2025 i stället för {section} i lag 614/2021; paragrafnumret är inte bekräftat",
            f"from 15 December 2025 in place of 614/2021 {section}; the section number is not confirmed",
        ),
    )
