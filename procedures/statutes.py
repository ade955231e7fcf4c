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


STEERING_2024: Final = Statute(
    "468/2024",
    Label(
        "laki hyvinvointialueesta annetun lain muuttamisesta",
        "lag om ändring av lagen om välfärdsområden",
        "act amending the act on wellbeing services counties (steering)",
    ),
)
SERVICES_2024: Final = Statute(
    "469/2024",
    Label(
        "laki sosiaali- ja terveydenhuollon järjestämisestä annetun lain muuttamisesta",
        "lag om ändring av lagen om ordnande av social- och hälsovård",
        "act amending the act on organising health and social services (steering)",
    ),
)
RESCUE_2024: Final = Statute(
    "470/2024",
    Label(
        "laki pelastustoimen järjestämisestä annetun lain muuttamisesta",
        "lag om ändring av lagen om ordnande av räddningsväsendet",
        "act amending the act on organising rescue services (steering)",
    ),
)
ADVISORY_BOARD_DECREE: Final = Statute(
    "25/2025",
    Label(
        "valtioneuvoston asetus hyvinvointialueneuvottelukunnasta",
        "statsrådets förordning om välfärdsområdesdelegationen",
        "government decree on the advisory board of the counties",
    ),
)
PUBLICITY: Final = Statute(
    "621/1999",
    Label(
        "laki viranomaisten toiminnan julkisuudesta",
        "lag om offentlighet i myndigheternas verksamhet",
        "act on the openness of government activities",
    ),
)

COLLABORATIVE_AREAS: Final = Statute(
    "91/2022",
    Label(
        "valtioneuvoston asetus sosiaali- ja terveydenhuollon yhteistyöalueista",
        "statsrådets förordning om samarbetsområdena för social- och hälsovården",
        "government decree on the collaborative areas of health and social services",
    ),
)
MIDTERM_SESSION_2025: Final = Statute(
    "puoliväliriihi 23.4.2025",
    Label(
        "hyvinvointialueita koskevat päätökset hallituksen puoliväliriihessä 2025",
        "besluten om välfärdsområdena vid regeringens halvtidsöversyn 2025",
        "what the Government agreed on the counties in its mid-term session of 2025",
    ),
)
"""A political agreement and no statute: what rests on it is practice."""
FUNDING_AMENDMENT_2022: Final = Statute(
    "700/2022",
    Label(
        "laki hyvinvointialueiden rahoituksesta annetun lain muuttamisesta",
        "lag om ändring av lagen om välfärdsområdenas finansiering",
        "act amending the act on the funding of counties (payment on a banking day)",
    ),
)
FUNDING_AMENDMENT_2024: Final = Statute(
    "884/2024",
    Label(
        "laki hyvinvointialueiden rahoituksesta annetun lain muuttamisesta",
        "lag om ändring av lagen om välfärdsområdenas finansiering",
        "act amending the act on the funding of counties (additional funding in the adjustment)",
    ),
)
STEERING_REFORM: Final = Statute(
    "ohjauskokonaisuuden kehittämisehdotus",
    Label(
        "hyvinvointialuereformin ohjauskokonaisuuden kehittämisehdotus",
        "förslaget om utveckling av styrningen av välfärdsområdesreformen",
        "proposal for developing the steering of the counties",
    ),
)
"""A proposal of the ministries and no statute: what rests on it is not settled."""

DEFICIT_ANNOUNCEMENT: Final = Statute(
    "hallituksen linjaus 3.3.2026",
    Label(
        "hallituksen linjaus alijäämän kattamisen lisäajasta vuoteen 2029",
        "regeringens riktlinje om förlängd tid för täckande av underskott till 2029",
        "what the Government announced on 3 March 2026 on more time until 2029",
    ),
)
"""An announcement and no statute: what rests on it is not settled."""
STATE_GUARANTEES: Final = Statute(
    "449/1988",
    Label(
        "laki valtion lainanannosta sekä valtiontakauksesta ja valtiontakuusta",
        "lag om statens långivning samt statsborgen och statsgaranti",
        "act on state lending and state guarantees",
    ),
)
OBJECTIVES_BILL: Final = Statute(
    "HE 129/2025 vp",
    Label(
        "hallituksen esitys uudesta osasuunnitelman hyväksymättä jättämisen perusteesta (vireillä)",
        "regeringens proposition om en ny grund för att inte godkänna en delplan (under behandling)",
        "bill on a new ground for not approving a partial plan (pending)",
    ),
)
AGREEMENT_DECREE: Final = Statute(
    "309/2023",
    Label(
        "valtioneuvoston asetus hyvinvointialueiden yhteistyösopimuksen sisällöstä ja valmistelusta",
        "statsrådets förordning om innehållet i och beredningen av samarbetsavtal mellan välfärdsområden",
        "government decree on the contents and drafting of the counties' cooperation agreement",
    ),
)
SERVICES_2022: Final = Statute(
    "351/2022",
    Label(
        "laki sosiaali- ja terveydenhuollon järjestämisestä annetun lain 23 ja 36 §:n muuttamisesta",
        "lag om ändring av 23 och 36 § i lagen om ordnande av social- och hälsovård",
        "act amending the act on organising health and social services (cooperation agreement)",
    ),
)
UUSIMAA_2024: Final = Statute(
    "471/2024",
    Label(
        "laki sosiaali- ja terveydenhuollon sekä pelastustoimen järjestämisestä Uudellamaalla annetun lain 11 ja 17 "
        "§:n muuttamisesta",
        "lag om ändring av 11 och 17 § i lagen om ordnande av social- och hälsovården och räddningsväsendet i Nyland",
        "act amending the Uusimaa act (steering)",
    ),
)
CONSTITUTION: Final = Statute("731/1999", Label("Suomen perustuslaki", "Finlands grundlag", "Constitution of Finland"))
PARLIAMENT_PROCEDURE: Final = Statute(
    "40/2000",
    Label("eduskunnan työjärjestys", "riksdagens arbetsordning", "rules of procedure of Parliament"),
)
JOINT_MESSAGE_2015: Final = Statute(
    "ministeriöiden yhteinen viesti 7.12.2015",
    Label(
        "ministeriöiden yhteinen viesti alueellisesta kehittämisestä",
        "ministeriernas gemensamma budskap om den regionala utvecklingen",
        "joint message of the ministries on development work in the regions",
    ),
)
"""A message of the ministries and no statute: what rests on it is practice."""
ROADMAP_2021: Final = Statute(
    "toimeenpanon tiekartta 30.6.2021",
    Label(
        "alueellisen toimeenpanon tiekartta",
        "vägkartan för det regionala genomförandet",
        "roadmap of the regional implementation",
    ),
)
"""Guidance of the ministries and no statute: what rests on it is practice."""
INTERIM_EVALUATION_PROJECT: Final = Statute(
    "STM042:00/2025",
    Label(
        "hyvinvointialueuudistuksen väliarviointi",
        "mellanutvärderingen av välfärdsområdesreformen",
        "interim evaluation of the reform of the counties",
    ),
)
"""A project of the ministries and no statute: what rests on it is practice."""
RESCUE_DECREE: Final = Statute(
    "1213/2022",
    Label(
        "sisäministeriön asetus hyvinvointialueen seuranta- ja arviointivelvollisuudesta sekä aluehallintoviraston "
        "asiantuntija-arviosta",
        "inrikesministeriets förordning om välfärdsområdets tillsyns- och bedömningsskyldighet samt om "
        "regionförvaltningsverkets expertbedömning",
        "decree of the Ministry of the Interior on the counties' rescue reports and the expert assessments",
    ),
)
AGENCIES_DECREE: Final = Statute(
    "906/2009",
    Label(
        "valtioneuvoston asetus aluehallintovirastoista",
        "statsrådets förordning om regionförvaltningsverken",
        "government decree on the Regional State Administrative Agencies",
    ),
)
SUPERVISION_REFORM: Final = Statute(
    "EV 74/2025 vp",
    Label(
        "eduskunnan vastaus valtion aluehallintouudistukseen (HE 13/2025 vp)",
        "riksdagens svar om reformen av statens regionförvaltning (RP 13/2025 rd)",
        "Parliament's reply on the reform of the State's regional administration (HE 13/2025 vp)",
    ),
)
"""Adopted to be in force from 1.1.2026; the act's number and the amended sections were not read here."""
MUNICIPALITIES: Final = Statute("410/2015", Label("kuntalaki", "kommunallag", "act on municipalities"))
