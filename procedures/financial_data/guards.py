"""Conditions of what is delivered, of corrections, and of closing a year."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Basis, Label, Status
from procedures.financial_data.items import ALL, BEFORE_HANDLING, Item
from procedures.statutes import COUNTIES, FINANCE_DATA

_FACT_OF: Final = {item.id: item.fact.id for item in ALL}


def lacking(case: Case | None, items: tuple[Item, ...] = ALL) -> tuple[str, ...]:
    """Gives what has not come of some items of a year."""
    return tuple(item.id for item in items if case is None or not case.has(item.fact.id))


def _period_ended(offer: Offer) -> bool:
    """Holds when the period that the data are about has ended."""
    opened = offer.case.last("year_opened") if offer.case else None
    return opened is not None and offer.payload.ended_by(opened.data["year"], offer.on)


def _product_delivered(offer: Offer) -> bool:
    """Holds when the data that are spoken of have been delivered."""
    return offer.case is not None and offer.case.has(_FACT_OF[offer.payload.product])


def _uncorrected(case: Case | None) -> set[str]:
    """Gives the data in which an error was noted that no later content corrects."""
    if case is None:
        return set()
    noted = {event.data["product"]: event.version for event in case.every("error_noted")}
    corrected = {event.data["product"]: event.version for event in case.every("corrected_data_delivered")}
    return {product for product, version in noted.items() if corrected.get(product, 0) < version}


def _error_open(offer: Offer) -> bool:
    """Holds when an error was noted in the data and is not corrected."""
    return offer.payload.product in _uncorrected(offer.case)


def _meets_its_day(offer: Offer) -> bool:
    """Holds when the number is that of a running day set for the same data, or none runs and none is named."""
    if offer.case is None:
        return False
    days = offer.case.every("correction_day_set")
    running = {one.generation for one in offer.case.open_deadlines if one.name == "correction"}
    own = {number for number, day in enumerate(days, start=1) if day.data["product"] == offer.payload.product} & running
    return offer.payload.number in own if own else offer.payload.number is None


def _all_in(offer: Offer) -> bool:
    """Holds when everything that is due until the council handles the accounts has come."""
    return not lacking(offer.case, BEFORE_HANDLING)


def _errors_remain(offer: Offer) -> bool:
    """Holds when after this correction an error noted in other data is still not corrected."""
    return bool(_uncorrected(offer.case) - {offer.payload.product})


def _missing_named(offer: Offer) -> bool:
    """Holds when exactly what has not come is named."""
    return set(offer.payload.missing) == set(lacking(offer.case))


def _something_found(offer: Offer) -> bool:
    """Holds when the ministry says something of the budget and plan."""
    return offer.payload.itemised is not None or offer.payload.compliant is not None


def _development_found(offer: Offer) -> bool:
    """Holds when the ministry says something of the development."""
    return offer.payload.essentially_weaker is not None or offer.payload.assessable is not None


def _budget_adopted(offer: Offer) -> bool:
    """Holds when the budget and plan of the year were adopted."""
    return offer.case is not None and offer.case.has("budget_adopted")


def preventive(item: str) -> Basis:
    """Gives an item of 13 b § 1 mom., which what the ministry finds has served since it came into force."""
    return COUNTIES(
        f"13 b § 1 mom. {item}",
        note=Label("1.1.2025 alkaen (1056/2024)", "från 1.1.2025 (1056/2024)", "since 1 January 2025 (1056/2024)"),
    )


PERIOD_ENDED: Final = Guard(
    "period_ended",
    Label(
        "jakso, jota tiedot koskevat, on päättynyt",
        "den period som uppgifterna gäller har löpt ut",
        "the period that the data are about has ended",
    ),
    (FINANCE_DATA("3 §"), COUNTIES("117 § 1 mom.")),
    _period_ended,
    reads_payload=True,
)
PRODUCT_DELIVERED: Final = Guard(
    "product_delivered",
    Label(
        "tiedot, joita virhe koskee, on toimitettu",
        "de uppgifter som felet gäller har lämnats",
        "the data that hold the error have been delivered",
    ),
    (FINANCE_DATA("2 § 2 mom."),),
    _product_delivered,
    reads_payload=True,
)
ERROR_OPEN: Final = Guard(
    "error_open",
    Label(
        "tiedoissa on todettu virhe, jota ei ole korjattu",
        "i uppgifterna har konstaterats ett fel som inte har rättats",
        "an error was noted in the data and is not corrected",
    ),
    (FINANCE_DATA("2 § 2 mom."),),
    _error_open,
    reads_payload=True,
)
MEETS_ITS_DAY: Final = Guard(
    "meets_its_day",
    Label(
        "on sanottu, minkä näille tiedoille asetetun määräajan toimitus täyttää (jos sellainen kuluu)",
        "det har angetts vilken för dessa uppgifter bestämd tidsfrist leveransen uppfyller (om någon löper)",
        "it is said which day set for these data the delivery meets (if one is running)",
    ),
    (FINANCE_DATA("2 § 2 mom."),),
    _meets_its_day,
    reads_payload=True,
)
ALL_IN: Final = Guard(
    "all_in",
    Label("kaikki tilikauden tiedot ovat tulleet", "alla uppgifter om perioden har kommit", "everything has come"),
    (FINANCE_DATA("3 §"), COUNTIES("117 § 1 mom.")),
    _all_in,
)
ERRORS_REMAIN: Final = Guard(
    "errors_remain",
    Label(
        "muissa tiedoissa todettu virhe on korjaamatta",
        "ett fel i andra uppgifter är inte rättat",
        "an error in other data is not corrected",
    ),
    (FINANCE_DATA("2 § 2 mom."),),
    _errors_remain,
    reads_payload=True,
)
MISSING_NAMED: Final = Guard(
    "missing_named",
    Label(
        "on kirjattu täsmälleen, mitä ei ole tullut",
        "exakt vad som inte har kommit har antecknats",
        "exactly what has not come is named",
    ),
    (FINANCE_DATA("3 §", Status.PRACTICE),),
    _missing_named,
    reads_payload=True,
)
BUDGET_FINDING_SAID: Final = Guard(
    "budget_finding_said",
    Label(
        "on sanottu, mitä talousarviosta ja -suunnitelmasta on todettu",
        "det har angetts vad som konstaterats om budgeten och ekonomiplanen",
        "it is said what was found in the budget and plan",
    ),
    (COUNTIES("11 §"), preventive("3 kohta")),
    _something_found,
    reads_payload=True,
)
DEVELOPMENT_FINDING_SAID: Final = Guard(
    "development_finding_said",
    Label(
        "on sanottu, mitä talouskehityksestä on todettu",
        "det har angetts vad som konstaterats om den ekonomiska utvecklingen",
        "it is said what was found in the development",
    ),
    (COUNTIES("11 §"), preventive("4 kohta")),
    _development_found,
    reads_payload=True,
)
BUDGET_BEFORE: Final = Guard(
    "budget_before",
    Label(
        "talousarvio ja -suunnitelma on hyväksytty",
        "budgeten och ekonomiplanen har godkänts",
        "the budget and plan have been adopted",
    ),
    (COUNTIES("115 § 1 mom."),),
    _budget_adopted,
)
