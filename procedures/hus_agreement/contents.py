"""What the organising agreement of HUS must hold (615/2021 9 § 1–3 mom.)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.collaborative_agreement.facts_drafting import DraftOnFoundations, draft_completed
from procedures.collaborative_agreement.guards_drafting import reconciled
from procedures.statutes import UUSIMAA

ContentId = Literal[
    "organising_responsibility",
    "development_goals",
    "primary_care",
    "services_coordinated",
    "support_services",
    "education_and_research",
    "joint_on_call_staff",
    "preparedness",
    "aims_promoted",
    "sufficient_resources",
    "equal_care",
]


class HusDraft(DraftOnFoundations):
    """A whole draft: on what it rests and what it settles."""

    contents: Annotated[tuple[ContentId, ...], Field(max_length=20)] = Field(
        default=(), description="the matters that the draft settles"
    )
    leaves_statutory_tasks: bool | None = Field(
        default=None, description="it leaves with HUS what 5 and 6 § give to HUS"
    )


DRAFT_COMPLETED: Final = draft_completed(HusDraft)

_MATTERS: Final[tuple[tuple[ContentId, str, Label], ...]] = (
    (
        "organising_responsibility",
        "9 § 3 mom. 1 kohta",
        Label(
            "järjestämisvastuuseen liittyvä työnjako",
            "arbetsfördelningen i anslutning till organiseringsansvaret",
            "division of work on the responsibility to organise services",
        ),
    ),
    (
        "development_goals",
        "9 § 3 mom. 2 kohta",
        Label(
            "yleiset yhteistyön ja erikoissairaanhoidon kehittämistavoitteet",
            "de allmänna målen för utvecklandet av samarbetet och för den specialiserade sjukvården",
            "general goals of developing cooperation and specialised medical care",
        ),
    ),
    (
        "primary_care",
        "9 § 3 mom. 3 kohta",
        Label(
            "yhteiset toimenpiteet perusterveydenhuollon vahvistamiseksi",
            "gemensamma åtgärder för att stärka primärvården",
            "joint measures to strengthen primary care",
        ),
    ),
    (
        "services_coordinated",
        "9 § 3 mom. 4 kohta",
        Label(
            "palveluiden yhteensovittaminen sekä palveluketjut ja palvelukokonaisuudet",
            "samordningen av tjänsterna samt servicekedjor och servicehelheter",
            "coordination of services, service chains and service packages",
        ),
    ),
    (
        "support_services",
        "9 § 3 mom. 5 kohta",
        Label(
            "lääkinnällisten tukipalvelujen, lääkinnällisen kuntoutuksen ja muiden vastaavien erityispalvelujen "
            "kehittäminen ja laadun valvonta",
            "utveckling och kvalitetskontroll av medicinska stödtjänster, medicinsk rehabilitering och andra "
            "motsvarande specialtjänster",
            "development and quality control of medical support services, medical rehabilitation and similar services",
        ),
    ),
    (
        "education_and_research",
        "9 § 3 mom. 6 kohta",
        Label(
            "lääketieteellisen ja hammaslääketieteellisen koulutus-, tutkimus-, kehittämis- ja innovaatiotoiminnan "
            "työnjako, yhteistyö ja yhteensovittaminen sekä perusterveydenhuollon ja sosiaalihuollon vastaavan "
            "toiminnan alueellinen koordinointi",
            "arbetsfördelning, samarbete och samordning i medicinsk och odontologisk utbildnings-, forsknings-, "
            "utvecklings- och innovationsverksamhet samt regional samordning av motsvarande verksamhet inom "
            "primärvården och socialvården",
            "division of work, cooperation and coordination in medical and dental education, research, development "
            "and innovation, and regional coordination of the same in primary care and social services",
        ),
    ),
    (
        "joint_on_call_staff",
        "9 § 3 mom. 7 kohta",
        Label(
            "yhteispäivystyksen ylläpidon edellyttämä henkilöstö",
            "den personal som behövs för att upprätthålla samjouren",
            "staff needed for joint emergency services",
        ),
    ),
    (
        "preparedness",
        "9 § 3 mom. 8 kohta",
        Label(
            "yhteiset toimenpiteet häiriötilanteisiin ja poikkeusoloihin varautumiseksi ja riittävän valmiuden "
            "ylläpitämiseksi",
            "gemensamma åtgärder för beredskapen för störningssituationer och undantagsförhållanden och för "
            "upprätthållande av tillräcklig beredskap",
            "joint measures for preparedness for disturbances and emergencies and for keeping sufficient readiness",
        ),
    ),
    (
        "aims_promoted",
        "9 § 2 mom.",
        Label(
            "kustannusvaikuttavuuden, tuottavuuden, laadun, potilasturvallisuuden, palveluketjujen ja "
            "palvelukokonaisuuksien toimivuuden ja kielellisten oikeuksien toteutumisen edistäminen",
            "främjande av kostnadsnyttoeffektiviteten, produktiviteten, kvaliteten, patientsäkerheten, fungerande "
            "servicekedjor och servicehelheter samt tillgodoseendet av de språkliga rättigheterna",
            "promoting cost-effectiveness, productivity, quality, patient safety, working service chains and packages, "
            "and language rights",
        ),
    ),
    (
        "sufficient_resources",
        "9 § 2 mom.",
        Label(
            "terveydenhuoltoa antavan toimintayksikön riittävien voimavarojen ja osaamisen varmistaminen",
            "säkerställande av tillräckliga resurser och kompetens vid den verksamhetsenhet som tillhandahåller vården",
            "securing sufficient resources and competence in the units that give care",
        ),
    ),
    (
        "equal_care",
        "9 § 2 mom.",
        Label(
            "asiakkaan oikeus yhdenvertaiseen hoitoon kotikunnasta riippumatta",
            "kundens rätt till jämlik vård oberoende av hemkommun",
            "the client's right to equal care, whatever the home municipality",
        ),
    ),
)


def _agreed(content: ContentId, offer: Offer) -> bool:
    """Holds when the draft has this content."""
    return content in offer.payload.contents


def _leaves_statutory_tasks(offer: Offer) -> bool:
    """Holds when the draft leaves with HUS what the law gives to it."""
    return offer.payload.leaves_statutory_tasks is True


GATE: Final = (
    *(
        Guard(
            f"agreed_{content}",
            Label(f"on sovittu: {label.fi}", f"det har avtalats om: {label.sv}", f"agreed on: {label.en}"),
            (UUSIMAA(section),),
            partial(_agreed, content),
            reads_payload=True,
        )
        for content, section, label in _MATTERS
    ),
    Guard(
        "leaves_statutory_tasks",
        Label(
            "HUS-yhtymän järjestämisvastuulle säädetyistä tehtävistä ei ole sovittu toisin",
            "inget är avtalat om de uppgifter som enligt lag omfattas av HUS-sammanslutningens organiseringsansvar",
            "nothing is agreed on the tasks that the law gives to HUS",
        ),
        (UUSIMAA("9 § 1 mom."), UUSIMAA("5 §"), UUSIMAA("6 §")),
        _leaves_statutory_tasks,
        reads_payload=True,
    ),
)
"""One condition for each content, and the limit of what can be agreed."""

RECONCILED: Final = reconciled(
    Label(
        "yhteistyöalueen yhteistyösopimuksessa sovittu on otettu huomioon",
        "vad som avtalats i samarbetsområdets samarbetsavtal har beaktats",
        "what is agreed in the cooperation agreement of the area has been taken into account",
    ),
    (UUSIMAA("9 § 1 mom."),),
)
