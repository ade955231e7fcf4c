"""Conditions of the proposal and of the check against the borrowing authority (611/2021 16 §, 612/2021 26 § 1 mom.)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.investment_plan.parts import PARTS, refused_parts
from procedures.statutes import AMENDMENT_2024, COUNTIES, IMPLEMENTATION, RESCUE, SERVICES, UUSIMAA

_CITY: Final = "city"
_HUS: Final = "joint_authority"
_EVERYONE: Final = {"VM", "STM", "SM"}
_OF_PLAN: Final = {"investments", "equivalent_contracts", "disposals", "financing"}
_OF_HEALTH_PART: Final = {"health_part_on_objectives_and_needs", "health_part_effects_assessed"}
_OF_AGREEMENT: Final = {"cooperation_agreement_considered", "no_cooperation_agreement_yet"}
_OF_RESCUE_PART: Final = {"rescue_part_on_objectives_needs_and_risks", "rescue_part_effects_assessed"}

NOT_HELSINKI: Final = Label("ei koske Helsingin kaupunkia", "gäller inte Helsingfors stad", "not for Helsinki")
_ONE_PART_OF_HUS: Final = UUSIMAA(
    "2 § 4–5 mom.",
    Status.UNSETTLED,
    Label(
        "HUS-yhtymältä edellytetään vain sosiaali- ja terveydenhuollon osasuunnitelmaa",
        "av HUS-sammanslutningen krävs endast delplanen för social- och hälsovården",
        "of HUS only the health and social partial plan is asked",
    ),
)


def _number(offer: Offer, name: str) -> int:
    return int(str(offer.parameters.on(name, offer.law_on).value))


def is_city(offer: Offer) -> bool:
    """Says whether the case is about Helsinki."""
    return offer.subject_kind == _CITY


def _of_city(offer: Offer) -> bool:
    """Holds for Helsinki, whose proposal is not compared with a borrowing authority."""
    return is_city(offer)


def _of_hus(offer: Offer) -> bool:
    """Holds for HUS, which organises no rescue services."""
    return offer.subject_kind == _HUS


def _years_of_plan(offer: Offer) -> bool:
    """Holds when the plan covers the financial years that follow from the year of the proposal."""
    said = offer.payload
    first = said.plan_year + _number(offer, "plan_begins_after")
    last = first + _number(offer, "plan_years") - 1
    return bool((said.first_financial_year, said.last_financial_year) == (first, last))


def _same_plan_year(offer: Offer) -> bool:
    """Holds when the proposal is for the year for which the case was opened."""
    case = offer.case
    return case is None or bool(offer.payload.plan_year == case.readings[0].data["plan_year"])


def _items_in_years(offer: Offer) -> bool:
    """Holds when every item starts in one of the financial years of the plan."""
    said = offer.payload
    first = said.plan_year + _number(offer, "plan_begins_after")
    years = range(first, first + _number(offer, "plan_years"))
    return all(item.year in years for item in said.items)


def _to_three_ministries(offer: Offer) -> bool:
    """Holds when all three ministries have it."""
    return set(offer.payload.delivered_to) == _EVERYONE


def _contents_of_plan(offer: Offer) -> bool:
    """Holds when the proposal tells of investments, equivalent contracts, disposals and financing."""
    return set(offer.payload.contents) >= _OF_PLAN


def _both_parts(offer: Offer) -> bool:
    """Holds when the plan has both partial plans; HUS has the health and social one."""
    asked = {"health_and_social"} if offer.subject_kind == _HUS else {*PARTS}
    return set(offer.payload.parts) >= asked


def _contents_of_health_part(offer: Offer) -> bool:
    """Holds when the health and social partial plan rests on what it must, the agreement if there is one."""
    contents = set(offer.payload.contents)
    return contents >= _OF_HEALTH_PART and bool(contents & _OF_AGREEMENT)


def _contents_of_rescue_part(offer: Offer) -> bool:
    """Holds when the rescue partial plan rests on what it must rest on; HUS has none."""
    return offer.subject_kind == _HUS or set(offer.payload.contents) >= _OF_RESCUE_PART


def _effects_of_first_plan(offer: Offer) -> bool:
    """Holds when the effects of both partial plans are assessed; HUS has the health and social one."""
    asked = {"health_part_effects_assessed"} | ({"rescue_part_effects_assessed"} if not _of_hus(offer) else set())
    return set(offer.payload.contents) >= asked


def _loans_stated(offer: Offer) -> bool:
    """Holds when the long-term loans of each partial plan are stated; none is zero. Not asked of Helsinki."""
    said = offer.payload
    asked = (said.health_loans_cents,) if _of_hus(offer) else (said.health_loans_cents, said.rescue_loans_cents)
    return is_city(offer) or None not in asked


def _fits_authority(offer: Offer) -> bool:
    """Holds when the plan's loans are stated to stay within the authority."""
    said = offer.payload
    return None not in (said.authority_cents, said.loans_cents) and said.loans_cents <= said.authority_cents


def _equivalent_contracts_counted(offer: Offer) -> bool:
    """Holds when contracts equivalent to investments were counted in."""
    return offer.payload.equivalent_contracts_counted is True


def _conflict_shown(offer: Offer) -> bool:
    """Holds when the conflict is described, or the loans stated exceed the authority stated."""
    said = offer.payload
    if said.conflict is not None:
        return True
    return None not in (said.authority_cents, said.loans_cents) and said.loans_cents > said.authority_cents


def _some_part_not_approved(offer: Offer) -> bool:
    """Holds when at least one part of the newest proposal was not approved, whether or not it is replaced since."""
    return offer.case is not None and bool(refused_parts(offer.case))


OF_CITY: Final = Guard(
    "of_city",
    Label("asia koskee Helsingin kaupunkia", "ärendet gäller Helsingfors stad", "the case is about Helsinki"),
    (UUSIMAA("2 § 2 mom."), SERVICES("26 § 1 mom.")),
    _of_city,
)
OF_HUS: Final = Guard(
    "of_hus",
    Label("asia koskee HUS-yhtymää", "ärendet gäller HUS-sammanslutningen", "the case is about HUS"),
    (UUSIMAA("2 § 4–5 mom."),),
    _of_hus,
)
SAME_PLAN_YEAR: Final = Guard(
    "same_plan_year",
    Label(
        "esitys koskee asian vuotta; kunkin vuoden suunnitelma on oma asiansa",
        "förslaget gäller ärendets år; varje års plan är ett eget ärende",
        "the proposal is for the case's year; each year's plan is a case of its own",
    ),
    (COUNTIES("16 § 1 mom."),),
    _same_plan_year,
    reads_payload=True,
)
YEARS_OF_PLAN: Final = Guard(
    "years_of_plan",
    Label(
        "suunnitelma koskee seuraavaa tilikautta seuraavia neljää tilikautta",
        "planen gäller de fyra räkenskapsperioder som följer på följande räkenskapsperiod",
        "the plan covers the four financial years that follow the next one",
    ),
    (COUNTIES("16 § 1 mom."),),
    _years_of_plan,
    reads_payload=True,
)
YEARS_OF_FIRST_PLAN: Final = Guard(
    "years_of_first_plan",
    Label(
        "ensimmäinen suunnitelma koskee tilikausia 2023–2026",
        "den första planen gäller räkenskapsperioderna 2023–2026",
        "the first plan covers the financial years 2023–2026",
    ),
    (IMPLEMENTATION("61 § 2 mom."),),
    _years_of_plan,
    reads_payload=True,
)
ITEMS_IN_YEARS: Final = Guard(
    "items_in_years",
    Label(
        "investoinnit aloitetaan suunnitelman tilikausina",
        "investeringarna påbörjas under planens räkenskapsperioder",
        "investments start in the financial years of the plan",
    ),
    (COUNTIES("16 § 1 mom."),),
    _items_in_years,
    reads_payload=True,
)
TO_THREE_MINISTRIES: Final = Guard(
    "to_three_ministries",
    Label(
        "esitys on toimitettu valtiovarain-, sosiaali- ja terveys- ja sisäministeriölle",
        "förslaget har lämnats till finans-, social- och hälsovårds- och inrikesministeriet",
        "the proposal is delivered to the Ministries of Finance, Social Affairs and Health, and the Interior",
    ),
    (COUNTIES("16 § 2 mom."), SERVICES("26 §")),
    _to_three_ministries,
    reads_payload=True,
)
CONTENTS_OF_PLAN: Final = Guard(
    "contents_of_plan",
    Label(
        "suunnitelma sisältää tiedot investoinneista, investointia vastaavista sopimuksista, suunnitelluista "
        "luovutuksista ja rahoituksesta",
        "planen innehåller uppgifter om investeringar, avtal som motsvarar investeringar, planerade överlåtelser och "
        "finansieringen",
        "the plan tells of investments, contracts equivalent to investments, planned disposals and financing",
    ),
    (COUNTIES("16 § 1 mom."),),
    _contents_of_plan,
    reads_payload=True,
)
BOTH_PARTS: Final = Guard(
    "both_parts",
    Label(
        "suunnitelma koostuu sosiaali- ja terveydenhuollon sekä pelastustoimen osasuunnitelmasta",
        "planen består av en delplan för social- och hälsovården och en delplan för räddningsväsendet",
        "the plan consists of a health and social and a rescue partial plan",
    ),
    (COUNTIES("16 § 1 mom."), _ONE_PART_OF_HUS),
    _both_parts,
    reads_payload=True,
)
CONTENTS_OF_HEALTH_PART: Final = Guard(
    "contents_of_health_part",
    Label(
        "sosiaali- ja terveydenhuollon osasuunnitelma perustuu valtakunnallisiin tavoitteisiin ja palvelutarpeeseen, "
        "siinä on arvioitu vaikutukset ja otettu huomioon yhteistyösopimus, jos sellainen on jo tehty",
        "delplanen för social- och hälsovården grundar sig på de riksomfattande målen och servicebehovet, bedömer "
        "inverkan och tar hänsyn till samarbetsavtalet, om ett sådant redan har ingåtts",
        "the health and social partial plan rests on national objectives and service needs, assesses effects and "
        "considers the cooperation agreement where there is one already",
    ),
    (SERVICES("25 § 1 mom."), IMPLEMENTATION("1 § 3 mom.")),
    _contents_of_health_part,
    reads_payload=True,
)
CONTENTS_OF_RESCUE_PART: Final = Guard(
    "contents_of_rescue_part",
    Label(
        "pelastustoimen osasuunnitelma perustuu valtakunnallisiin tavoitteisiin, tarpeisiin ja uhkiin, ja siinä on "
        "arvioitu vaikutukset",
        "delplanen för räddningsväsendet baserar sig på de riksomfattande målen, behoven och riskerna och bedömer "
        "inverkan",
        "the rescue partial plan rests on national objectives, needs and risks, and assesses effects",
    ),
    (RESCUE("11 § 1 mom."), _ONE_PART_OF_HUS),
    _contents_of_rescue_part,
    reads_payload=True,
)
EFFECTS_OF_FIRST_PLAN: Final = Guard(
    "effects_of_first_plan",
    Label(
        "osasuunnitelmissa on arvioitu niiden toimien vaikutukset (tavoitteet vahvistettiin ja yhteistyösopimukset "
        "tehtiin vasta myöhemmin)",
        "i delplanerna bedöms åtgärdernas inverkan (målen fastställdes och samarbetsavtalen ingicks först senare)",
        "the partial plans assess the effects of what they contain (objectives and agreements came only later)",
    ),
    (SERVICES("25 § 1 mom."), RESCUE("11 § 1 mom."), IMPLEMENTATION("1 § 3–4 mom.")),
    _effects_of_first_plan,
    reads_payload=True,
)
LOANS_STATED: Final = Guard(
    "loans_stated",
    Label(
        "kummankin osasuunnitelman pitkäaikaisen lainan määrä on ilmoitettu (se voi olla nolla)",
        "beloppet av långfristiga lån i vardera delplanen har angetts (det kan vara noll)",
        "the long-term loan of each partial plan is stated (it may be zero)",
    ),
    (COUNTIES("16 § 1 mom."), SERVICES("26 § 5 mom.", note=NOT_HELSINKI)),
    _loans_stated,
    reads_payload=True,
)
FITS_AUTHORITY: Final = Guard(
    "fits_authority",
    Label(
        "suunnitelman lainat mahtuvat lainanottovaltuuteen",
        "planens lån ryms inom fullmakten att uppta lån",
        "the plan's loans stay within the borrowing authority",
    ),
    (SERVICES("26 § 1 mom."), COUNTIES("15 §"), COUNTIES("16 § 1 mom.")),
    _fits_authority,
    reads_payload=True,
)
EQUIVALENT_CONTRACTS_COUNTED: Final = Guard(
    "equivalent_contracts_counted",
    Label(
        "investointia vastaavat sopimukset on luettu mukaan verrattaessa lainanottovaltuuteen",
        "avtal som motsvarar investeringar har räknats med vid jämförelsen med fullmakten att uppta lån",
        "contracts equivalent to investments are counted in when comparing with the borrowing authority",
    ),
    (COUNTIES("15 § 1 mom."), AMENDMENT_2024("15 § 1 mom.")),
    _equivalent_contracts_counted,
    reads_payload=True,
)
CONFLICT_SHOWN: Final = Guard(
    "conflict_shown",
    Label(
        "ristiriita lainanottovaltuuden kanssa on osoitettu",
        "det har visats att förslaget strider mot fullmakten att uppta lån",
        "the conflict with the borrowing authority is shown",
    ),
    (SERVICES("26 § 1 mom."),),
    _conflict_shown,
    reads_payload=True,
)
SOME_PART_NOT_APPROVED: Final = Guard(
    "some_part_not_approved",
    Label(
        "jokin osasuunnitelma on jätetty hyväksymättä",
        "någon delplan har inte godkänts",
        "some partial plan was not approved",
    ),
    (
        SERVICES("26 § 6 mom."),
        RESCUE("11 § 4 mom."),
        SERVICES(
            "26 § 6 mom.",
            Status.UNSETTLED,
            Label(
                "laki ei sano, voiko uuden esityksen tehdä vielä korvaavan jälkeen; sitä ei estetä",
                "lagen säger inte om ett nytt förslag får lämnas ännu efter ett ersättande; det hindras inte",
                "the law does not say whether a new proposal may still follow a replacement; it is not prevented",
            ),
        ),
    ),
    _some_part_not_approved,
)
