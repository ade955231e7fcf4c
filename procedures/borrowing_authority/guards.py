"""Conditions of the calculation, the decision and the use of the authority (611/2021 15 § 1–2 mom.)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.borrowing_authority.amounts import authority_cents, maximum_debt_cents
from procedures.directory import directory
from procedures.statutes import AMENDMENT_2024, COUNTIES, IMPLEMENTATION, UUSIMAA

_STATE: Final = "state"


def number(offer: Offer, name: str) -> Fraction:
    """Gives a number of the procedure as in force for the case."""
    return Fraction(str(offer.parameters.on(name, offer.law_on).value))


def calculation_of(case: Case) -> dict[str, Any]:
    """Gives the data of the newest calculation; a case is opened with one."""
    newest = case.last("authority_calculated")
    return {} if newest is None else newest.data


def ceiling_cents(case: Case) -> int:
    """Gives how much may be borrowed for the financial year: what was confirmed, or what it was changed to since."""
    deciding = ("borrowing_authority.confirmed", "borrowing_authority.change_recorded")
    said = [event.data["amount_cents"] for event in case.readings if event.type in deciding]
    return int(next((amount for amount in reversed(said) if amount is not None), 0))


def sum_cents(case: Case, fact_id: str) -> int:
    """Gives the amounts of all recorded facts of one kind together."""
    return sum(int(event.data["amount_cents"]) for event in case.every(fact_id))


def _of_one_county(offer: Offer) -> bool:
    """Holds in the case of one county or HUS."""
    return offer.subject_kind != _STATE


def _of_whole_state(offer: Offer) -> bool:
    """Holds in the case of the joint decision."""
    return offer.subject_kind == _STATE


def _same_financial_year(offer: Offer) -> bool:
    """Holds when a later calculation is for the financial year for which the case was opened."""
    case = offer.case
    return case is None or bool(offer.payload.financial_year == case.readings[0].data["financial_year"])


def _calculation_complete(offer: Offer) -> bool:
    """Holds when margin, opening debt and result are said; in the joint case they stand in each county's own case."""
    said = offer.payload
    amounts = (said.annual_margin_cents, said.opening_debt_cents, said.formula_cents)
    return offer.subject_kind == _STATE or None not in amounts


def _formula_followed(offer: Offer) -> bool:
    """Holds unless the figures are said and do not give the result."""
    said = offer.payload
    margin = said.annual_margin_cents if said.adjusted_margin_cents is None else said.adjusted_margin_cents
    if margin is None or said.opening_debt_cents is None or said.formula_cents is None:
        return True
    maximum = maximum_debt_cents(
        margin,
        divisor=number(offer, "repayment_divisor"),
        ratio=number(offer, "loan_service_ratio"),
        interest_cents=None,
    )
    if maximum is None:
        return True
    earlier = said.earlier_authorities_cents or 0
    expected = authority_cents(maximum, opening_debt_cents=said.opening_debt_cents, earlier_cents=earlier)
    return bool(said.formula_cents == expected)


def _first_year_figures(offer: Offer) -> bool:
    """Holds when the first financial year rests on the predecessors' figures and each later one does not."""
    first, said = number(offer, "first_financial_year"), offer.payload
    if offer.subject_kind == _STATE:
        return bool(said.financial_year >= first)
    if said.financial_year == first:
        return bool(said.figures_from == "predecessors_of_2021_and_2022")
    return bool(said.financial_year > first and said.figures_from != "predecessors_of_2021_and_2022")


def _own_figures(offer: Offer) -> bool:
    """Holds unless the calculation rests on the predecessors' figures, which served for the first year only."""
    return bool(offer.payload.figures_from != "predecessors_of_2021_and_2022")


def _equivalent_contracts_covered(offer: Offer) -> bool:
    """Holds when the authority of a county covers the contracts equivalent to investments."""
    return offer.subject_kind == _STATE or offer.payload.equivalent_contracts_included is True


def _amount_said(offer: Offer) -> bool:
    """Holds when the amount is said; zero is an amount."""
    return offer.payload.amount_cents is not None


def _lower_only_exceptionally(offer: Offer) -> bool:
    """Holds unless the amount is below the formula's result and nobody's weakened finances are named."""
    if offer.case is None:
        return False
    result, amount = calculation_of(offer.case).get("formula_cents"), offer.payload.amount_cents
    return result is None or amount is None or amount >= result or bool(offer.payload.exceptional_grounds)


def _not_above_formula(offer: Offer) -> bool:
    """Holds unless the amount is above the formula's result; more is for a change under 15 § 3 mom."""
    if offer.case is None:
        return False
    result, amount = calculation_of(offer.case).get("formula_cents"), offer.payload.amount_cents
    return result is None or amount is None or bool(amount <= result)


def _every_county_has_amount(offer: Offer) -> bool:
    """Holds when each county and HUS has one amount in the joint decision, and nobody else has."""
    named = sorted(one.county for one in offer.payload.amounts)
    return named == sorted(one.code for kind in ("county", "joint_authority") for one in directory().actors(kind))


def _in_plan(offer: Offer) -> bool:
    """Holds when the investment is said to be in the county's investment plan."""
    return offer.payload.in_plan is True


def _use_within_authority(offer: Offer) -> bool:
    """Holds when all that was started, with this one, stays within the authority."""
    case = offer.case
    return case is not None and bool(
        sum_cents(case, "authority_used") + offer.payload.amount_cents <= ceiling_cents(case)
    )


def _loans_within_authority(offer: Offer) -> bool:
    """Holds when all loans drawn, with this one, stay within the authority."""
    case = offer.case
    return case is not None and bool(sum_cents(case, "loan_drawn") + offer.payload.amount_cents <= ceiling_cents(case))


def _year_is_over(offer: Offer) -> bool:
    """Holds when the day is after the financial year of the authority."""
    return offer.case is not None and offer.on.year > int(calculation_of(offer.case)["financial_year"])


OF_ONE_COUNTY: Final = Guard(
    "of_one_county",
    Label(
        "asia koskee yhtä hyvinvointialuetta tai HUS-yhtymää",
        "ärendet gäller ett välfärdsområde eller HUS-sammanslutningen",
        "the case concerns one county or HUS",
    ),
    (COUNTIES("15 § 1 mom."), UUSIMAA("2 § 4 mom.")),
    _of_one_county,
)
OF_WHOLE_STATE: Final = Guard(
    "of_whole_state",
    Label(
        "asia koskee kaikkien hyvinvointialueiden yhteistä päätöstä",
        "ärendet gäller det gemensamma beslutet om alla välfärdsområden",
        "the case concerns the joint decision on all counties",
    ),
    (COUNTIES("15 § 1 mom.", Status.PRACTICE),),
    _of_whole_state,
)
SAME_FINANCIAL_YEAR: Final = Guard(
    "same_financial_year",
    Label(
        "laskelma koskee asian tilikautta; kullakin tilikaudella on oma asiansa",
        "beräkningen gäller ärendets räkenskapsperiod; varje räkenskapsperiod har sitt eget ärende",
        "the calculation is for the case's financial year; each financial year has a case of its own",
    ),
    (COUNTIES("15 § 1 mom."),),
    _same_financial_year,
    reads_payload=True,
)
CALCULATION_COMPLETE: Final = Guard(
    "calculation_complete",
    Label(
        "vuosikate, ennakoitu lainamäärä ja laskelman tulos on ilmoitettu",
        "årsbidraget, det estimerade lånebeloppet och resultatet av beräkningen har angetts",
        "annual margin, estimated opening debt and the result are stated",
    ),
    (COUNTIES("15 § 2 mom."),),
    _calculation_complete,
    reads_payload=True,
)
FORMULA_FOLLOWED: Final = Guard(
    "formula_followed",
    Label(
        "tulos on enimmäismäärän (lainanhoitokate yksi, lyhennykset kymmenesosa lainamäärästä) ja ennakoidun "
        "lainamäärän erotus aiemmat päätökset huomioon ottaen",
        "resultatet är skillnaden mellan maximibeloppet (låneskötselbidrag ett, amorteringar en tiondel av lånen) och "
        "det estimerade lånebeloppet med beaktande av tidigare beslut",
        "the result is the maximum debt (loan-service ratio one, repayments a tenth of the debt) less the estimated "
        "opening debt, with earlier decisions taken into account",
    ),
    (
        COUNTIES("15 § 1–2 mom."),
        COUNTIES(
            "15 § 2 mom.",
            Status.UNSETTLED,
            Label(
                "nolla, kun erotus on negatiivinen, ja aiempien päätösten vähentäminen ovat päätelmiä",
                "noll då skillnaden är negativ och avdraget för tidigare beslut är slutledningar",
                "zero for a negative difference, and deducting earlier decisions, are inferences",
            ),
        ),
    ),
    _formula_followed,
    reads_payload=True,
)
FIRST_YEAR_FIGURES: Final = Guard(
    "first_year_figures",
    Label(
        "vuoden 2023 valtuus lasketaan siirtyvien kuntayhtymien vuoden 2021 tilinpäätöksistä ja vuoden 2022 "
        "talousarvioista, myöhemmät alueen omista tiedoista",
        "fullmakten för 2023 beräknas utifrån de övergående samkommunernas bokslut för 2021 och budgetar för 2022, "
        "senare fullmakter utifrån områdets egna uppgifter",
        "the authority for 2023 is calculated from the predecessors' accounts of 2021 and budgets of 2022, later ones "
        "from the county's own figures",
    ),
    (IMPLEMENTATION("61 § 1 mom."), COUNTIES("15 § 2 mom.")),
    _first_year_figures,
    reads_payload=True,
)
OWN_FIGURES: Final = Guard(
    "own_figures",
    Label(
        "valtuus lasketaan alueen omista tiedoista",
        "fullmakten beräknas utifrån områdets egna uppgifter",
        "the authority is calculated from the county's own figures",
    ),
    (COUNTIES("15 § 2 mom."), IMPLEMENTATION("61 § 1 mom.")),
    _own_figures,
    reads_payload=True,
)
EQUIVALENT_CONTRACTS_COVERED: Final = Guard(
    "equivalent_contracts_covered",
    Label(
        "valtuus kattaa myös investointeja vastaavat sopimukset",
        "fullmakten täcker också sådana avtal som motsvarar investeringar",
        "the authority also covers contracts equivalent to investments",
    ),
    (COUNTIES("15 § 1 mom."), AMENDMENT_2024("15 § 1 mom.")),
    _equivalent_contracts_covered,
    reads_payload=True,
)
AMOUNT_SAID: Final = Guard(
    "amount_said",
    Label(
        "valtuuden määrä on ilmoitettu (se voi olla nolla)",
        "fullmaktens belopp har angetts (det kan vara noll)",
        "the amount of the authority is stated (it may be zero)",
    ),
    (COUNTIES("15 § 1 mom."),),
    _amount_said,
    reads_payload=True,
)
LOWER_ONLY_EXCEPTIONALLY: Final = Guard(
    "lower_only_exceptionally",
    Label(
        "laskelmaa pienemmän valtuuden perusteena on, että julkisen talouden, valtiontalouden tai hyvinvointialueen "
        "rahoitusasema heikentyy merkittävästi ja poikkeuksellisesti",
        "en mindre fullmakt än beräkningen visar grundar sig på att balansen i de offentliga finanserna, "
        "statsfinanserna eller välfärdsområdets finanser försvagas avsevärt och exceptionellt",
        "less than the formula gives rests on the finances of the public sector, the State or the county weakening "
        "significantly and exceptionally",
    ),
    (COUNTIES("15 § 1 mom."),),
    _lower_only_exceptionally,
    reads_payload=True,
)
NOT_ABOVE_FORMULA: Final = Guard(
    "not_above_formula",
    Label(
        "määrä on enintään laskelman mukainen; suuremmasta päätetään muuttamalla valtuutta",
        "beloppet är högst enligt beräkningen; om ett större belopp beslutas genom ändring av fullmakten",
        "the amount is at most what the formula gives; more is decided by changing the authority",
    ),
    (COUNTIES("15 § 1–3 mom."),),
    _not_above_formula,
    reads_payload=True,
)
EVERY_COUNTY_HAS_AMOUNT: Final = Guard(
    "every_county_has_amount",
    Label(
        "kullekin hyvinvointialueelle ja HUS-yhtymälle on ilmoitettu määrä (se voi olla nolla)",
        "ett belopp har angetts för varje välfärdsområde och HUS-sammanslutningen (det kan vara noll)",
        "an amount is stated for each county and HUS (it may be zero)",
    ),
    (COUNTIES("15 § 1 mom."), UUSIMAA("2 § 4 mom.")),
    _every_county_has_amount,
    reads_payload=True,
)
IN_PLAN: Final = Guard(
    "in_plan",
    Label(
        "investointi on investointisuunnitelman mukainen",
        "investeringen är i enlighet med investeringsplanen",
        "the investment is according to the investment plan",
    ),
    (COUNTIES("15 § 1 mom."), COUNTIES("16 §")),
    _in_plan,
    reads_payload=True,
)
USE_WITHIN_AUTHORITY: Final = Guard(
    "use_within_authority",
    Label(
        "tilikaudella aloitettavat investoinnit ja investointeja vastaavat sopimukset mahtuvat valtuuteen",
        "räkenskapsperiodens påbörjade investeringar och avtal som motsvarar investeringar ryms inom fullmakten",
        "investments started and equivalent contracts of the financial year stay within the authority",
    ),
    (COUNTIES("15 § 1 mom."),),
    _use_within_authority,
    reads_payload=True,
)
LOANS_WITHIN_AUTHORITY: Final = Guard(
    "loans_within_authority",
    Label(
        "pitkäaikaiset lainat mahtuvat valtuuteen",
        "de långfristiga lånen ryms inom fullmakten",
        "long-term loans stay within the authority",
    ),
    (COUNTIES("15 § 1 mom."), COUNTIES("115 § 3 mom.")),
    _loans_within_authority,
    reads_payload=True,
)
YEAR_IS_OVER: Final = Guard(
    "year_is_over",
    Label(
        "valtuuden tilikausi on päättynyt",
        "fullmaktens räkenskapsperiod har gått ut",
        "the financial year of the authority is over",
    ),
    (COUNTIES("15 § 1 mom."), COUNTIES("117 § 1 mom.")),
    _year_is_over,
)
