"""What the agreement of a collaborative area must hold: 612/2021 36 § 2–4 mom. and decree 309/2023 2–5 §.

The eleven matters of 36 § 3 mom. come first; each content is a condition of its own, so that a draft that lacks one is
told which. Two contents of the decree concern only the areas whose members they name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from engine.declaration import Guard, Offer
from engine.law import Basis, Label, Status
from procedures.directory import directory
from procedures.statutes import AGREEMENT_DECREE, SERVICES, SERVICES_2022

ContentId = Literal[
    "needs_and_follow_up",
    "on_call",
    "emergency_medical_centre",
    "support_services",
    "specialised_staff",
    "rare_or_demanding_services",
    "education_and_research",
    "methods",
    "information_and_e_services",
    "preparedness",
    "far_reaching_investments",
    "aims_promoted",
    "cost_sharing",
    "sufficient_resources",
    "demanding_child_protection",
    "demanding_disability_services",
    "special_care_of_the_accused",
    "demanding_housing_support",
    "research_goals_coordinated",
    "competence_centres",
    "research_guidance",
    "conditions_for_cooperation",
    "university_hospital_coordination",
    "sami_services",
    "swedish_services",
    "shared_information_systems",
    "information_security_coordination",
    "readiness_planning",
    "shared_resources_in_disturbances",
    "readiness_steering_group",
    "readiness_centre",
    "readiness_centre_steering",
]


@dataclass(frozen=True, slots=True)
class Content:
    """One matter that must be agreed on; `only_in` says for which areas, None for all."""

    id: ContentId
    label: Label
    basis: tuple[Basis, ...]
    only_in: Literal["sami_homeland", "bilingual"] | None = None


def _matter(number: int, id_: ContentId, fi: str, sv: str, en: str) -> Content:
    return Content(id_, Label(fi, sv, en), (SERVICES(f"36 § 3 mom. {number} kohta"),))


def _detail(section: str, id_: ContentId, fi: str, sv: str, en: str) -> Content:
    return Content(id_, Label(fi, sv, en), (AGREEMENT_DECREE(section),))


ELEVEN: Final = (
    _matter(
        1,
        "needs_and_follow_up",
        "palvelutarpeen arviointi ja ennakointi sekä järjestämisen seuranta ja arviointi",
        "bedömning och prognostisering av servicebehovet samt uppföljning och utvärdering av ordnandet",
        "assessing and foreseeing the need for services, following up and evaluating their organisation",
    ),
    _matter(
        2,
        "on_call",
        "sosiaalipäivystys ja terveydenhuollon päivystys",
        "socialjour och jour inom hälso- och sjukvården",
        "social and health services on call",
    ),
    _matter(
        3,
        "emergency_medical_centre",
        "ensihoitokeskuksen tehtävien järjestäminen ja ensihoidon yhteensovittaminen",
        "organiseringen av uppgifterna vid centralen för prehospital akutsjukvård och samordningen av den",
        "tasks of the emergency medical centre and coordination of emergency medical services",
    ),
    _matter(
        4,
        "support_services",
        "lääkinnälliset tukipalvelut ja muut tukipalvelut",
        "medicinska stödtjänster och andra stödtjänster",
        "medical and other support services",
    ),
    _matter(
        5,
        "specialised_staff",
        "erikoissairaanhoidon henkilöstön ja osaamisen varmistaminen erikoisaloittain",
        "säkerställande av personal och kompetens i den specialiserade sjukvården inom olika specialområden",
        "staff and competence of specialised medical care by speciality",
    ),
    _matter(
        6,
        "rare_or_demanding_services",
        "harvoin tarvittavat tai erityisen vaativat palvelut",
        "tjänster som behövs sällan eller är särskilt krävande",
        "services that are rarely needed or especially demanding",
    ),
    Content(
        "education_and_research",
        Label(
            "koulutus-, tutkimus-, kehittämis- ja innovaatiotoiminnan strateginen suunnitelma ja sen toteuttaminen",
            "den strategiska planen för utbildning, forskning, utveckling och innovation och genomförandet av den",
            "strategic plan for education, research, development and innovation, and carrying it out",
        ),
        (SERVICES("36 § 3 mom. 7 kohta"), SERVICES_2022("36 § 3 mom. 7 kohta")),
    ),
    _matter(
        8,
        "methods",
        "alueelliset periaatteet menetelmien käyttöönotosta, käytöstä ja käytöstä poistamisesta",
        "regionala principer för ibruktagande, användning och tagande ur bruk av metoder",
        "regional principles for taking methods into use, using them and giving them up",
    ),
    _matter(
        9,
        "information_and_e_services",
        "tiedonhallinnan ja sähköisten palvelujen kehittäminen, asiakas- ja potilastietojen käyttö sekä "
        "tiedonhallintalain mukaiset velvoitteet",
        "utveckling av informationshanteringen och de elektroniska tjänsterna, användning av klient- och "
        "patientuppgifter samt skyldigheter enligt informationshanteringslagen",
        "developing information management and e-services, using client and patient data, and the duties of the act "
        "on information management",
    ),
    _matter(
        10,
        "preparedness",
        "varautuminen häiriötilanteisiin ja poikkeusoloihin sekä valmiuskeskuksen toiminta",
        "beredskap för störningssituationer och undantagsförhållanden samt beredskapscentrets verksamhet",
        "preparedness for disturbances and emergencies, and the work of the readiness centre",
    ),
    _matter(
        11,
        "far_reaching_investments",
        "vaikutuksiltaan laajakantoiset ja taloudellisesti merkittävät investoinnit ja investointia vastaavat "
        "sopimukset",
        "till sina effekter vittsyftande och ekonomiskt betydelsefulla investeringar och avtal som motsvarar sådana",
        "far-reaching and economically significant investments, and contracts equivalent to them",
    ),
)
"""The eleven matters of 612/2021 36 § 3 mom."""

_OF_THE_ACT: Final = (
    Content(
        "aims_promoted",
        Label(
            "kustannusvaikuttavuuden, tuottavuuden, laadun, asiakas- ja potilasturvallisuuden, tarpeenmukaisuuden, "
            "yhdenvertaisen saatavuuden, kielellisten oikeuksien sekä palveluketjujen ja palvelukokonaisuuksien "
            "toimivuuden edistäminen",
            "främjande av kostnadsnyttoeffektiviteten, produktiviteten, kvaliteten, klient- och patientsäkerheten, "
            "ändamålsenligheten, jämlik tillgång, språkliga rättigheter samt fungerande servicekedjor och "
            "servicehelheter",
            "promoting cost-effectiveness, productivity, quality, safety of clients and patients, services as needed, "
            "equal access, language rights, and working service chains and packages",
        ),
        (SERVICES("36 § 2 mom."),),
    ),
    Content(
        "cost_sharing",
        Label(
            "sovittuihin vastuisiin liittyvä kustannusten jako",
            "den kostnadsfördelning som hör till ansvarsfördelningen",
            "sharing of costs for the responsibilities agreed on",
        ),
        (SERVICES("36 § 4 mom."),),
    ),
    Content(
        "sufficient_resources",
        Label(
            "palveluja antavan toimintayksikön riittävien voimavarojen ja osaamisen varmistaminen",
            "säkerställande av tillräckliga resurser och kompetens vid den verksamhetsenhet som tillhandahåller vården",
            "securing sufficient resources and competence in the units that give care",
        ),
        (SERVICES("36 § 2 mom."),),
    ),
)
_OF_THE_DECREE: Final = (
    _detail(
        "2 § 1 mom. 1 kohta",
        "demanding_child_protection",
        "vaativimpaan lastensuojeluun ja muihin vaativimpiin palveluihin sisältyvä sosiaalihuolto",
        "socialvården för det mest krävande barnskyddet och de mest krävande övriga tjänsterna",
        "social services in the most demanding child protection and other services for the young",
    ),
    _detail(
        "2 § 1 mom. 2 kohta",
        "demanding_disability_services",
        "vaativimmat vammaispalvelut",
        "den mest krävande funktionshinderservicen",
        "the most demanding disability services",
    ),
    _detail(
        "2 § 1 mom. 3 kohta",
        "special_care_of_the_accused",
        "rikoksesta syytetyn tai tuomitsematta jätetyn kehitysvammaisen henkilön tahdosta riippumaton erityishuolto",
        "specialomsorger oberoende av viljan för en åtalad eller inte dömd person med utvecklingsstörning",
        "special care, regardless of consent, of accused or unsentenced persons with intellectual disability",
    ),
    _detail(
        "2 § 1 mom. 4 kohta",
        "demanding_housing_support",
        "erityisen vaativien asumispalvelujen asiantuntijatuki ja osaaminen",
        "expertstöd och kompetens för särskilt krävande boendeservice",
        "expert support and competence for especially demanding housing services",
    ),
    _detail(
        "3 § 1 mom. 1 kohta",
        "research_goals_coordinated",
        "koulutus-, tutkimus-, kehittämis- ja innovaatiotoiminnan tavoitteiden ja rakenteiden yhteensovittaminen",
        "samordning av utbildnings-, forsknings-, utvecklings- och innovationsverksamhetens mål och strukturer",
        "coordination of goals and structures of education, research, development and innovation",
    ),
    _detail(
        "3 § 1 mom. 2 kohta",
        "competence_centres",
        "sosiaalialan osaamiskeskusten toiminnan ja tavoitteiden yhteensovittaminen",
        "samordning av verksamheten och målen för kompetenscentrumen inom det sociala området",
        "coordination of the centres of competence in social services",
    ),
    _detail(
        "3 § 1 mom. 3 kohta",
        "research_guidance",
        "menettelytavat tutkimuksen ohjaamiseksi ja tulosten hyödyntämiseksi",
        "tillvägagångssätt för att styra forskningen och utnyttja forskningsrönen",
        "ways of guiding research and using its results",
    ),
    _detail(
        "3 § 1 mom. 4 kohta",
        "conditions_for_cooperation",
        "keinot luoda edellytykset yhteistyölle ja yhteiselle osaamistarpeiden arvioinnille",
        "metoder för att skapa förutsättningar för samarbete och en gemensam bedömning av kompetensbehoven",
        "means of creating conditions for cooperation and for assessing needs of competence together",
    ),
    _detail(
        "3 § 2 mom.",
        "university_hospital_coordination",
        "yliopistollista sairaalaa ylläpitävän tehtävät työnjaon koordinaatiossa, ohjauksessa ja neuvonnassa",
        "uppgifterna för huvudmannen för universitetssjukhuset i att samordna, styra och ge råd",
        "tasks of whoever runs the university hospital in coordinating, guiding and advising",
    ),
    Content(
        "sami_services",
        Label(
            "yhteistyö saamenkielisten palvelujen kehittämisessä",
            "samarbete vid utvecklandet av samiskspråkiga tjänster",
            "cooperation in developing services in the Sámi languages",
        ),
        (AGREEMENT_DECREE("3 § 3 mom."),),
        only_in="sami_homeland",
    ),
    Content(
        "swedish_services",
        Label(
            "kaksikielisten hyvinvointialueiden yhteistyö ruotsinkielisten palvelujen kehittämisessä",
            "de tvåspråkiga välfärdsområdenas samarbete vid utvecklandet av svenskspråkiga tjänster",
            "cooperation of the bilingual counties in developing services in Swedish",
        ),
        (
            AGREEMENT_DECREE(
                "3 § 4 mom.",
                Status.UNSETTLED,
                Label(
                    "asetus ei sano, kummassa sopimuksessa tästä on sovittava",
                    "förordningen säger inte i vilketdera avtalet detta ska avtalas",
                    "the decree does not say in which of the two agreements this belongs",
                ),
            ),
        ),
        only_in="bilingual",
    ),
    _detail(
        "4 §",
        "shared_information_systems",
        "sähköiset palvelut ja tietojärjestelmät, joissa tehdään yhteistyötä",
        "de elektroniska tjänster och informationssystem i fråga om vilka samarbete sker",
        "e-services and information systems in which there is cooperation",
    ),
    _detail(
        "4 §",
        "information_security_coordination",
        "tiedonhallintamallin ja tietoturvallisuustoimenpiteiden yhteensovittaminen",
        "samordning av informationshanteringsmodellen och informationssäkerhetsåtgärderna",
        "coordination of the information management model and of information security",
    ),
    _detail(
        "5 § 1 mom. 1 kohta",
        "readiness_planning",
        "yhtenäinen valmiussuunnittelu",
        "enhetlig beredskapsplanering",
        "uniform readiness planning",
    ),
    _detail(
        "5 § 1 mom. 2 kohta",
        "shared_resources_in_disturbances",
        "voimavarojen käyttö, ohjaaminen ja johtaminen yhden alueen voimavarat ylittävissä tilanteissa",
        "användning, styrning och ledning av resurserna i situationer som överskrider ett områdes resurser",
        "use and command of resources in situations beyond those of one county",
    ),
    _detail(
        "5 § 1 mom. 3 kohta",
        "readiness_steering_group",
        "valmiutta ja varautumista ohjaava ryhmä",
        "gruppen som styr beredskap och förberedelser",
        "group that steers readiness and preparedness",
    ),
    _detail(
        "5 § 1 mom. 4 kohta",
        "readiness_centre",
        "valmiuskeskuksen rakenteet ja toimintatavat",
        "beredskapscentrets strukturer och verksamhetssätt",
        "structures and ways of working of the readiness centre",
    ),
    _detail(
        "5 § 3 mom.",
        "readiness_centre_steering",
        "kaikkien hyvinvointialueiden osallistuminen valmiuskeskuksen ohjaukseen",
        "alla välfärdsområdens deltagande i styrningen av beredskapscentret",
        "part of all counties in steering the readiness centre",
    ),
)
CONTENTS: Final = (*ELEVEN, *_OF_THE_ACT, *_OF_THE_DECREE)
"""Every content that the agreement of an area must hold, in the order of the law."""


def _agreed(content: Content, offer: Offer) -> bool:
    """Holds when the draft has this content, or the area is none that it concerns."""
    return content.id in offer.payload.contents or not concerns(content, offer.subject)


def concerns(content: Content, area: str) -> bool:
    """Says whether an area must agree on a content: some are for those whose members they name."""
    members = directory().members(area)
    if content.only_in == "sami_homeland":
        return any("smi" in member.languages for member in members)
    return content.only_in != "bilingual" or any(member.bilingual for member in members)


GATE: Final = tuple(
    Guard(
        f"agreed_{content.id}",
        Label(
            f"on sovittu: {content.label.fi}",
            f"det har avtalats om: {content.label.sv}",
            f"agreed on: {content.label.en}",
        ),
        content.basis,
        partial(_agreed, content),
        reads_payload=True,
    )
    for content in CONTENTS
)
"""One condition for each content."""
