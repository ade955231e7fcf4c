"""Conditions of the register of indicators: somebody else's, with its source; each value in its unit, once."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.envelope import Envelope
from engine.law import Label, Status
from procedures.national_objectives.objectives import registers
from procedures.statutes import STEERING_REFORM

INDICATORS: Final = STEERING_REFORM("taulukko 3, 3.1", Status.PRACTICE)


def followed(case: Case) -> dict[str, Envelope]:
    """Gives the indicators that are followed, by id, each with the event by which it was taken in."""
    events = [*case.every("indicator_taken_in"), *case.every("indicator_dropped")]
    found: dict[str, Envelope] = {}
    for event in sorted(events, key=lambda event: event.version):
        if event.type.endswith(".indicator_taken_in"):
            found[str(event.data["indicator"])] = event
        else:
            found.pop(str(event.data["indicator"]), None)
    return found


def values_of(case: Case) -> dict[tuple[str, str, str], Envelope]:
    """Gives the newest value by indicator, subject and period."""
    events = sorted([*case.every("value_recorded"), *case.every("value_corrected")], key=lambda event: event.version)
    return {(event.data["indicator"], event.data["about"], event.data["period"]): event for event in events}


def _key(offer: Offer) -> tuple[str, str, str]:
    return (offer.payload.indicator, offer.payload.about, offer.payload.period)


def _source_named(offer: Offer) -> bool:
    """Holds when it is said who publishes the indicator and under which id."""
    return offer.payload.source is not None and offer.payload.source_id is not None


def _follows_something(offer: Offer) -> bool:
    """Holds when a known national objective, or a goal of the programme, is named."""
    numbers = {one.number for held in registers().values() for one in held.objectives}
    if offer.payload.objective is None:
        return offer.payload.goal is not None
    return offer.payload.objective in numbers


def _not_followed_yet(offer: Offer) -> bool:
    """Holds when no indicator of that id is followed."""
    return offer.case is not None and offer.payload.indicator not in followed(offer.case)


def _is_followed(offer: Offer) -> bool:
    """Holds when the indicator is followed."""
    return offer.case is not None and offer.payload.indicator in followed(offer.case)


def _unit_as_taken_in(offer: Offer) -> bool:
    """Holds when the value stands in the unit of its indicator."""
    if offer.case is None:
        return False
    known = followed(offer.case).get(offer.payload.indicator)
    return known is None or known.data["unit"] == offer.payload.unit


def _day_of_source(offer: Offer) -> bool:
    """Holds when it is said on which day the value was published or read."""
    return offer.payload.published_on is not None or offer.payload.retrieved_on is not None


def _value_or_why_not(offer: Offer) -> bool:
    """Holds when there is a value, or the reason why there is none, and not both."""
    return (offer.payload.value is None) == (offer.payload.missing_because is not None)


def _no_value_yet(offer: Offer) -> bool:
    """Holds when nothing is recorded yet of that indicator, subject and period."""
    return offer.case is not None and _key(offer) not in values_of(offer.case)


def _value_there(offer: Offer) -> bool:
    """Holds when there is a value to correct."""
    return offer.case is not None and _key(offer) in values_of(offer.case)


SOURCE_NAMED: Final = Guard(
    "source_named",
    Label(
        "indikaattorin julkaisija ja tunnus lähteessä on kerrottu",
        "indikatorns utgivare och dess id i källan har angetts",
        "it is said who publishes the indicator and under which id",
    ),
    (INDICATORS,),
    _source_named,
    reads_payload=True,
)
FOLLOWS_SOMETHING: Final = Guard(
    "follows_something",
    Label(
        "indikaattori seuraa nimettyä valtakunnallista tavoitetta tai ohjelman tavoitetta",
        "indikatorn följer ett angivet riksomfattande mål eller ett mål i programmet",
        "the indicator follows a named national objective or a goal of the programme",
    ),
    (INDICATORS,),
    _follows_something,
    reads_payload=True,
)
NOT_FOLLOWED_YET: Final = Guard(
    "not_followed_yet",
    Label(
        "saman tunnuksen indikaattori ei ole jo seurannassa",
        "ingen indikator med samma id följs redan",
        "no indicator of that id is followed yet",
    ),
    (INDICATORS,),
    _not_followed_yet,
    reads_payload=True,
)
IS_FOLLOWED: Final = Guard(
    "is_followed",
    Label("indikaattori on seurannassa", "indikatorn följs", "the indicator is followed"),
    (INDICATORS,),
    _is_followed,
    reads_payload=True,
)
UNIT_AS_TAKEN_IN: Final = Guard(
    "unit_as_taken_in",
    Label(
        "arvon yksikkö on indikaattorin yksikkö",
        "värdets enhet är indikatorns enhet",
        "the value stands in the unit of its indicator",
    ),
    (INDICATORS,),
    _unit_as_taken_in,
    reads_payload=True,
)
DAY_OF_SOURCE: Final = Guard(
    "day_of_source",
    Label(
        "julkaisu- tai hakupäivä on kerrottu",
        "dagen för publicering eller hämtning har angetts",
        "it is said on which day the value was published or read",
    ),
    (INDICATORS,),
    _day_of_source,
    reads_payload=True,
)
VALUE_OR_WHY_NOT: Final = Guard(
    "value_or_why_not",
    Label(
        "on joko arvo tai syy sen puuttumiseen",
        "det finns antingen ett värde eller ett skäl till att det saknas",
        "there is a value, or the reason why there is none",
    ),
    (INDICATORS,),
    _value_or_why_not,
    reads_payload=True,
)
NO_VALUE_YET: Final = Guard(
    "no_value_yet",
    Label(
        "samasta kohteesta ja ajasta ei ole vielä arvoa",
        "det finns inte ännu ett värde för samma objekt och tid",
        "there is no value of that subject and period yet",
    ),
    (INDICATORS,),
    _no_value_yet,
    reads_payload=True,
)
VALUE_THERE: Final = Guard(
    "value_there",
    Label("korjattava arvo on kirjattu", "värdet som rättas har antecknats", "there is a value to correct"),
    (INDICATORS,),
    _value_there,
    reads_payload=True,
)
