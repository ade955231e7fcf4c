"""Conditions up to the negotiation: what is made use of, who attends, what is handled (611/2021 13 a §)."""

from __future__ import annotations

from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.directory import Kind, directory
from procedures.roles import SM, STM, VM
from procedures.statutes import COUNTIES, RESCUE, SERVICES, UUSIMAA

UUSIMAA_ATTENDERS: Final = ("01", "02", "03", "04", "90")
"""The four counties of Uusimaa and Helsinki, who take part in the negotiation with HUS."""

SUPERVISORS: Final = ("AVI", "LVV")
"""Who gives the expert assessment of rescue services: the agencies until 2025, their successor from 2026."""

_JOINT_AUTHORITY: Final = str(Kind.JOINT_AUTHORITY)


def is_hus(offer: Offer) -> bool:
    """Holds when the negotiation is with HUS."""
    return offer.subject_kind == _JOINT_AUTHORITY


def _organises_rescue(offer: Offer) -> bool:
    """Holds unless it is HUS, which organises no rescue services."""
    return not is_hus(offer)


def _supervisor_of_the_day(offer: Offer) -> bool:
    """Holds when the assessment is by a supervisor that existed on the day on which it was given."""
    day = offer.payload.given_on or offer.on
    return offer.payload.authority in SUPERVISORS and directory().by_code(offer.payload.authority).in_being(day)


def _used(source: str, offer: Offer) -> bool:
    """Holds when this part of the material was received or is named as lacking."""
    received = offer.case is not None and offer.case.has(f"{source}_received")
    return received or source in offer.payload.lacking


def _used_unless_hus(source: str, offer: Offer) -> bool:
    """Holds when this part of the material was received or is named as lacking; HUS has no rescue services."""
    return is_hus(offer) or _used(source, offer)


def _proposal_used(offer: Offer) -> bool:
    """Holds when a report that was received holds the preliminary proposal, or the proposal is named as lacking."""
    case = offer.case
    reports = () if case is None else (*case.every("services_report_received"), *case.every("rescue_report_received"))
    included = any(event.data["investment_proposal_included"] for event in reports)
    return included or "investment_proposal" in offer.payload.lacking


def _lacking_explained(offer: Offer) -> bool:
    """Holds when nothing is lacking, or it is said why it is."""
    return not offer.payload.lacking or offer.payload.lacking_grounds is not None


def _uusimaa_invited(offer: Offer) -> bool:
    """Holds unless it is HUS, and the counties of Uusimaa and Helsinki are not all invited."""
    return not is_hus(offer) or set(UUSIMAA_ATTENDERS) <= set(offer.payload.also_invited)


def _attended(code: str, offer: Offer) -> bool:
    """Holds when this ministry attended."""
    return code in offer.payload.attended


def _subject_attended(offer: Offer) -> bool:
    """Holds when the one negotiated with attended."""
    return offer.subject in offer.payload.attended


def _uusimaa_attended(offer: Offer) -> bool:
    """Holds unless it is HUS, and a county of Uusimaa or Helsinki stayed away without a stated reason."""
    # They were invited; that one of them stays away does not undo the negotiation of the others.
    all_attended = set(UUSIMAA_ATTENDERS) <= set(offer.payload.attended)
    return not is_hus(offer) or all_attended or offer.payload.absence_grounds is not None


def _handled(matter: str, offer: Offer) -> bool:
    """Holds when this matter was handled."""
    return matter in offer.payload.matters


def _hus_agreement_followed(offer: Offer) -> bool:
    """Holds unless it is HUS, and its organising agreement was not followed up."""
    return not is_hus(offer) or "hus_agreement" in offer.payload.matters


ORGANISES_RESCUE: Final = Guard(
    "organises_rescue",
    Label(
        "neuvottelu käydään pelastustoimen järjestäjän kanssa (ei HUS-yhtymän)",
        "förhandlingen förs med den som ordnar räddningsväsendet (inte HUS-sammanslutningen)",
        "the negotiation is with one that organises rescue services (not with HUS)",
    ),
    (UUSIMAA("2 § 6 mom."), RESCUE("13 § 2 mom.")),
    _organises_rescue,
)
SUPERVISOR_OF_THE_DAY: Final = Guard(
    "supervisor_of_the_day",
    Label(
        "arvion on antanut aluehallintovirasto tai, 1.1.2026 alkaen, Lupa- ja valvontavirasto",
        "bedömningen är given av regionförvaltningsverket eller, från 1.1.2026, Tillstånds- och tillsynsverket",
        "the assessment is by the regional agency or, from 1 January 2026, by the national one",
    ),
    (
        RESCUE("14 § 1 mom."),
        RESCUE(
            "14 § 1 mom.",
            Status.SECONDARY,
            Label(
                "Lupa- ja valvontavirasto aluehallintovirastojen tilalla 1.1.2026 alkaen",
                "Tillstånds- och tillsynsverket i regionförvaltningsverkens ställe från 1.1.2026",
                "the national agency in place of the regional ones from 1 January 2026",
            ),
        ),
    ),
    _supervisor_of_the_day,
    reads_payload=True,
)
SERVICES_REPORT_USED: Final = Guard(
    "services_report_used",
    Label(
        "sosiaali- ja terveydenhuollon vuosittainen selvitys on hyödynnetty tai todettu puuttuvaksi",
        "den årliga redogörelsen för social- och hälsovården har utnyttjats eller konstaterats saknas",
        "the county report on health and social services was made use of or noted as lacking",
    ),
    (COUNTIES("13 a § 4 mom."), SERVICES("29 § 2 mom.")),
    partial(_used, "services_report"),
    reads_payload=True,
)
RESCUE_REPORT_USED: Final = Guard(
    "rescue_report_used",
    Label(
        "pelastustoimen vuosittainen selvitys on hyödynnetty tai todettu puuttuvaksi (ei koske HUS-yhtymää)",
        "den årliga redogörelsen för räddningsväsendet har utnyttjats eller konstaterats saknas (gäller inte HUS)",
        "the county report on rescue services was made use of or noted as lacking (HUS has none)",
    ),
    (COUNTIES("13 a § 4 mom."), RESCUE("13 § 2 mom.")),
    partial(_used_unless_hus, "rescue_report"),
    reads_payload=True,
)
SERVICES_ASSESSMENT_USED: Final = Guard(
    "services_assessment_used",
    Label(
        "Terveyden ja hyvinvoinnin laitoksen asiantuntija-arvio on hyödynnetty tai todettu puuttuvaksi",
        "expertbedömningen av Institutet för hälsa och välfärd har utnyttjats eller konstaterats saknas",
        "the Institute's expert assessment was made use of or noted as lacking",
    ),
    (COUNTIES("13 a § 4 mom."), SERVICES("30 §")),
    partial(_used, "services_assessment"),
    reads_payload=True,
)
RESCUE_ASSESSMENT_USED: Final = Guard(
    "rescue_assessment_used",
    Label(
        "pelastustoimen asiantuntija-arvio on hyödynnetty tai todettu puuttuvaksi (ei koske HUS-yhtymää)",
        "expertbedömningen av räddningsväsendet har utnyttjats eller konstaterats saknas (gäller inte HUS)",
        "the expert assessment of rescue services was made use of or noted as lacking (HUS has none)",
    ),
    (COUNTIES("13 a § 4 mom."), RESCUE("14 §")),
    partial(_used_unless_hus, "rescue_assessment"),
    reads_payload=True,
)
INVESTMENT_PROPOSAL_USED: Final = Guard(
    "investment_proposal_used",
    Label(
        "alustava esitys investointisuunnitelmaksi sisältyy selvitykseen tai on todettu puuttuvaksi",
        "det preliminära förslaget till investeringsplan ingår i redogörelsen eller har konstaterats saknas",
        "the preliminary proposal for the investment plan is in a report or noted as lacking",
    ),
    (SERVICES("29 § 2 mom."), RESCUE("13 § 2 mom.")),
    _proposal_used,
    reads_payload=True,
)
LACKING_EXPLAINED: Final = Guard(
    "lacking_explained",
    Label(
        "puuttuvasta aineistosta on sanottu, miksi se puuttuu",
        "om material som saknas har det sagts varför det saknas",
        "of what is lacking it is said why",
    ),
    (COUNTIES("13 a § 4 mom.", Status.PRACTICE),),
    _lacking_explained,
    reads_payload=True,
)
UUSIMAA_INVITED: Final = Guard(
    "uusimaa_invited",
    Label(
        "HUS-yhtymän neuvotteluun on kutsuttu myös Uudenmaan hyvinvointialueet ja Helsingin kaupunki",
        "till förhandlingen med HUS-sammanslutningen har även Nylands välfärdsområden och Helsingfors stad kallats",
        "to the negotiation with HUS the counties of Uusimaa and Helsinki are invited too",
    ),
    (COUNTIES("13 a § 6 mom."),),
    _uusimaa_invited,
    reads_payload=True,
)
VM_ATTENDED, STM_ATTENDED, SM_ATTENDED = (
    Guard(
        f"{role.id}_attended",
        Label(
            f"{role.label.fi} on ollut mukana neuvottelussa",
            f"{role.label.sv} har deltagit i förhandlingen",
            f"the {role.label.en} attended the negotiation",
        ),
        (COUNTIES("13 a § 1 mom."),),
        partial(_attended, role.organisation),
        reads_payload=True,
    )
    for role in (VM, STM, SM)
)
SUBJECT_ATTENDED: Final = Guard(
    "subject_attended",
    Label(
        "hyvinvointialue (tai Helsinki tai HUS-yhtymä) on ollut mukana neuvottelussa",
        "välfärdsområdet (eller Helsingfors eller HUS-sammanslutningen) har deltagit i förhandlingen",
        "the county (or Helsinki or HUS) attended the negotiation",
    ),
    (COUNTIES("13 a § 1 mom."),),
    _subject_attended,
    reads_payload=True,
)
UUSIMAA_ATTENDED: Final = Guard(
    "uusimaa_attended",
    Label(
        "HUS-yhtymän neuvotteluun ovat osallistuneet myös Uudenmaan hyvinvointialueet ja Helsingin kaupunki, tai "
        "poissaolon syy on kirjattu",
        "i förhandlingen med HUS-sammanslutningen har även Nylands välfärdsområden och Helsingfors stad deltagit, "
        "eller orsaken till frånvaron har antecknats",
        "the counties of Uusimaa and Helsinki took part in the negotiation with HUS, or it is said why one did not",
    ),
    (COUNTIES("13 a § 6 mom."),),
    _uusimaa_attended,
    reads_payload=True,
)


def _matter(matter: str, label: Label, section: str) -> Guard:
    return Guard(f"{matter}_handled", label, (COUNTIES(section),), partial(_handled, matter), reads_payload=True)


RESPONSIBILITY_HANDLED: Final = _matter(
    "organising_responsibility",
    Label(
        "järjestämisvastuun toteutumista on seurattu ja arvioitu",
        "uppfyllandet av organiseringsansvaret har följts upp och utvärderats",
        "how the organising responsibility is met was followed up and evaluated",
    ),
    "13 a § 2 mom.",
)
OBJECTIVES_HANDLED: Final = _matter(
    "objectives_and_measures",
    Label(
        "tehtävien tavoitteet ja niitä tukevat toimenpiteet on käsitelty",
        "målen för uppgifterna och de åtgärder som stöder dem har behandlats",
        "the objectives of the duties and the measures that support them were handled",
    ),
    "13 a § 2 mom.",
)
COSTS_HANDLED: Final = _matter(
    "costs_and_funding",
    Label(
        "kustannusten ja rahoituksen toteutunut ja tuleva kehitys on arvioitu",
        "den tidigare och kommande utvecklingen av kostnaderna och finansieringen har utvärderats",
        "the past and coming development of costs and funding was evaluated",
    ),
    "13 a § 2 mom.",
)
COST_CONTROL_HANDLED: Final = _matter(
    "cost_control_measures",
    Label(
        "kustannusten hallintaa tukevat ja muut tarvittavat toimenpiteet on arvioitu",
        "åtgärderna för att stödja kostnadshanteringen och andra behövliga åtgärder har utvärderats",
        "the measures that support cost control, and others that are needed, were evaluated",
    ),
    "13 a § 2 mom.",
)
NATIONAL_OBJECTIVES_REGARDED: Final = _matter(
    "national_objectives",
    Label(
        "12 a §:n valtakunnalliset tavoitteet on otettu erityisesti huomioon",
        "de riksomfattande målen enligt 12 a § har särskilt beaktats",
        "special regard was had to the national objectives of 12 a §",
    ),
    "13 a § 1 mom.",
)
HUS_AGREEMENT_FOLLOWED: Final = Guard(
    "hus_agreement_followed",
    Label(
        "HUS-järjestämissopimuksen toteutumista on seurattu ja arvioitu HUS-yhtymän neuvottelussa",
        "fullgörandet av organiseringsavtalet för HUS har följts upp och utvärderats i förhandlingen med HUS",
        "the HUS organising agreement was followed up and evaluated in the negotiation with HUS",
    ),
    (UUSIMAA("11 § 2 mom."),),
    _hus_agreement_followed,
    reads_payload=True,
)
IS_HUS: Final = Guard(
    "is_hus",
    Label("neuvottelu käydään HUS-yhtymän kanssa", "förhandlingen förs med HUS-sammanslutningen", "it is HUS"),
    (COUNTIES("13 a § 6 mom."),),
    is_hus,
)
"""Chooses between moves: what HUS is asked for holds no report on rescue services."""
