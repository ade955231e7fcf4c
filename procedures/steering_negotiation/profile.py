"""What the procedure says of itself: names, roles, subjects, sources, and its links to other procedures."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Reach, Reaction, Relation
from engine.law import Label, Status
from procedures.roles import SM, STM, VM
from procedures.statutes import AMENDMENT_2024, COUNTIES, RESCUE, SERVICES, STEERING_2024, UUSIMAA
from procedures.steering_negotiation.facts_document import PUBLISHED
from procedures.steering_negotiation.facts_round import PLANNED
from procedures.steering_negotiation.tasks import NEGOTIATED_WITH

PROCEDURE: Final = "steering_negotiation"
LABEL: Final = Label(
    "neuvottelut hyvinvointialueen kanssa (ohjausneuvottelu)",
    "förhandlingar med välfärdsområdet (styrningsförhandling)",
    "steering negotiation with a wellbeing services county",
)
DESCRIPTION: Final = Label(
    "Valtiovarainministeriö, sosiaali- ja terveysministeriö ja sisäministeriö neuvottelevat yhdessä vuosittain kunkin "
    "hyvinvointialueen, Helsingin kaupungin ja HUS-yhtymän kanssa; valtiovarainministeriö sovittaa yhteen. "
    "Neuvotteluista laaditaan asiakirja, joka julkaistaan. Ennen 1.8.2024 sosiaali- ja terveysministeriö (612/2021 "
    "24 §) ja sisäministeriö (613/2021 10 §) neuvottelivat kumpikin erikseen; niitä ei tässä käsitellä.",
    "Finansministeriet, social- och hälsovårdsministeriet och inrikesministeriet förhandlar årligen tillsammans med "
    "varje välfärdsområde, Helsingfors stad och HUS-sammanslutningen; finansministeriet samordnar. Om förhandlingarna "
    "utarbetas ett dokument som offentliggörs. Före 1.8.2024 förhandlade social- och hälsovårdsministeriet (612/2021 "
    "24 §) och inrikesministeriet (613/2021 10 §) var för sig; de förhandlingarna behandlas inte här.",
    "The three ministries negotiate jointly every year with each county, with Helsinki and with HUS; the Ministry of "
    "Finance coordinates. A document on it is drawn up and published. Before 1 August 2024 the Ministry of Social "
    "Affairs and Health (612/2021 24 §) and the Ministry of the Interior (613/2021 10 §) negotiated separately; that "
    "is not dealt with here.",
)
ROLES: Final = (VM, STM, SM, NEGOTIATED_WITH)
SUBJECT_KINDS: Final = ("county", "city", "joint_authority")
"""The 21 counties, Helsinki (615/2021 17 §) and HUS (13 a § 6 mom.): 23 cases a year."""

BASIS: Final = (
    COUNTIES("13 a §"),
    STEERING_2024("13 a §"),
    SERVICES("22 §"),
    UUSIMAA(
        "17 § 2 mom.",
        note=Label("Helsinkiin sovelletaan 13 a §:ää", "13 a § tillämpas på Helsingfors", "13 a § applies to Helsinki"),
    ),
    UUSIMAA("2 § 4 mom."),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2024/20240468",
    "https://www.finlex.fi/fi/laki/alkup/2024/20240469",
    "https://www.finlex.fi/fi/laki/alkup/2024/20240470",
    "https://www.finlex.fi/fi/laki/alkup/2024/20240471",
    "https://www.finlex.fi/fi/laki/alkup/2024/20241057",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210613",
)

_LATER_ROUND: Final = Relation(
    "later_negotiation_round",
    Label("myöhempi neuvottelukierros", "senare förhandlingsomgång", "a later round of negotiations"),
)
_EARLIER_ROUND: Final = Relation(
    "earlier_negotiation_round", Label("aiempi neuvottelukierros", "tidigare förhandlingsomgång", "an earlier round")
)
_NEGOTIATION: Final = Relation(
    "steering_negotiation",
    Label("13 a §:n neuvottelu", "förhandling enligt 13 a §", "negotiation of 13 a §"),
)
_PUBLISHED_NEGOTIATION: Final = Relation(
    "published_negotiation",
    Label(
        "julkaistu 13 a §:n neuvottelu",
        "offentliggjord förhandling enligt 13 a §",
        "published negotiation of 13 a §",
    ),
)
_EVALUATION: Final = Relation(
    "evaluation_reported_on",
    Label(
        "arviointimenettely, jonka toimenpiteistä raportoidaan neuvottelussa",
        "utvärderingsförfarande vars åtgärder rapporteras vid förhandlingen",
        "evaluation whose measures are reported on in the negotiation",
    ),
)
_TAKING_UP: Final[dict[str, Relation]] = {
    "preemptive_steering": Relation(
        "told_preemptive_steering",
        Label(
            "ennakollinen talouden ohjauksen menettely",
            "förebyggande förfarande för ekonomisk styrning",
            "pre-emptive financial steering",
        ),
    ),
    "evaluation": _EVALUATION,
    "hus_agreement": Relation(
        "told_hus_agreement", Label("HUS-järjestämissopimus", "organiseringsavtal för HUS", "HUS organising agreement")
    ),
}

REACTIONS: Final = (
    Reaction(
        id="earlier_round",
        on=PLANNED,
        procedure=PROCEDURE,
        causing=_LATER_ROUND,
        reached=_EARLIER_ROUND,
        basis=(COUNTIES("13 a § 1 mom.", Status.PRACTICE),),
    ),
    Reaction(
        id="evaluation_under_way",
        on=PLANNED,
        procedure="evaluation",
        causing=_NEGOTIATION,
        reached=_EVALUATION,
        basis=(COUNTIES("122 § 3 mom."), AMENDMENT_2024("122 § 3 mom.")),
        open_only=True,
    ),
    *(
        Reaction(
            id=f"published_to_{procedure}",
            on=PUBLISHED,
            procedure=procedure,
            causing=_PUBLISHED_NEGOTIATION,
            reached=relation,
            basis=(UUSIMAA("11 § 2 mom."),)
            if procedure == "hus_agreement"
            else (COUNTIES("13 a § 5 mom.", Status.PRACTICE),),
            open_only=True,
        )
        for procedure, relation in _TAKING_UP.items()
    ),
)
"""The results may feed the procedures that run meanwhile; none of them moves by that."""

_ASSESSED: Final = Relation(
    "negotiation_on_assessments",
    Label(
        "neuvottelu, jossa asiantuntija-arvioita hyödynnetään",
        "förhandling där expertbedömningarna utnyttjas",
        "negotiation that makes use of the expert assessments",
    ),
)
_ASSESSMENTS: Final = Relation(
    "assessments_used",
    Label(
        "neuvottelussa hyödynnettävät asiantuntija-arviot",
        "expertbedömningar som utnyttjas i förhandlingen",
        "expert assessments that the negotiation makes use of",
    ),
)

LISTENS: Final = (
    *(
        Listening(
            id=f"heard_{fact_id}",
            to=f"evaluation.{fact_id}",
            causing=_EVALUATION,
            reached=_NEGOTIATION,
            basis=(COUNTIES("122 § 3 mom."), AMENDMENT_2024("122 § 3 mom.")),
        )
        for fact_id in ("interim_report_given", "measures_reported_in_negotiation", "measures_report_given")
    ),
    *(
        Listening(
            id=listening_id,
            to=event_type,
            causing=_ASSESSMENTS,
            reached=_ASSESSED,
            basis=(COUNTIES("13 a § 4 mom."), section),
            reach=Reach.ALL,
        )
        for listening_id, event_type, section in (
            ("heard_services_assessments", "service_information.assessments_published", SERVICES("30 §")),
            ("heard_rescue_assessments", "rescue_information.regional_assessments_published", RESCUE("14 §")),
        )
    ),
)
"""Reports on the measures of an evaluation (in this negotiation too, since 1 January 2025), and the assessments."""
