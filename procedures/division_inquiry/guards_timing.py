"""When a change has effect, and by when it must be decided (11 §)."""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.division_inquiry.guards_decision import is_merger
from procedures.statutes import DIVISION, DIVISION_2025


def _at_new_year(offer: Offer) -> bool:
    """Holds when the change has effect from the beginning of a calendar year."""
    day: date = offer.payload.effective_from
    return (day.month, day.day) == (1, 1)


def _after_elections(offer: Offer) -> bool:
    """Holds when a transfer has effect in the year after the next county elections; a merger need not."""
    if is_merger(offer):
        return True
    return bool(offer.payload.next_elections_year == offer.payload.effective_from.year - 1)


def _elections_said(offer: Offer) -> bool:
    """Holds when it is said whether county elections fall in the year before the effect."""
    return offer.payload.elections_in_preceding_year is not None


def _elections_before(offer: Offer) -> bool:
    """Holds when county elections fall in the year before the effect."""
    return offer.payload.elections_in_preceding_year is True


def _decided_before_summer(offer: Offer) -> bool:
    """Holds by the end of June of the year before the effect, or of the year before an election year in between.

    A last day that has moved past a day off counts as it was recorded in the case.
    """
    effect: date = offer.payload.effective_from
    if _elections_before(offer):
        name, rule, year = "decision_day_before_elections", "decision_before_elections", effect.year - 2
    else:
        name, rule, year = "decision_day", "decision_in_time", effect.year - 1
    month, day = map(int, str(offer.parameters.on(name, offer.law_on).value).split("-"))
    last = date(year, month, day)
    planned = offer.case.last("effect_planned") if offer.case else None
    if planned is not None and planned.data["effective_from"] == effect.isoformat() and offer.case is not None:
        last = max([last, *(one.due for one in offer.case.open_deadlines if one.name == rule)])
    return offer.on <= last


def _decided_a_year_before(offer: Offer) -> bool:
    """Holds when at least the statutory number of years lies between the decision and the effect."""
    years = int(str(offer.parameters.on("decision_lead", offer.law_on).value))
    effect: date = offer.payload.effective_from
    return (offer.on.year + years, offer.on.month, offer.on.day) <= (effect.year, effect.month, effect.day)


def _regions_decided(offer: Offer) -> bool:
    """Holds when the division into regions is said to be changed at the same time."""
    return offer.payload.regions_changed is True


def _effect_has_come(offer: Offer) -> bool:
    """Holds from the day on which the decided change has effect."""
    decided = offer.case.last("division_decided") if offer.case else None
    return decided is not None and offer.on >= date.fromisoformat(decided.data["effective_from"])


AT_NEW_YEAR: Final = Guard(
    "at_new_year",
    Label(
        "muutos tulee voimaan kalenterivuoden alusta",
        "ändringen träder i kraft vid ingången av ett kalenderår",
        "the change has effect from the beginning of a calendar year",
    ),
    (DIVISION("11 § 2 mom."),),
    _at_new_year,
    reads_payload=True,
)
AFTER_ELECTIONS: Final = Guard(
    "after_elections",
    Label(
        "kunnan siirtäminen tulee voimaan seuraavia aluevaaleja seuraavan vuoden alusta",
        "överföringen av en kommun träder i kraft vid ingången av året efter följande välfärdsområdesval",
        "the transfer of a municipality has effect from the beginning of the year after the next county elections",
    ),
    (DIVISION("11 § 2 mom."),),
    _after_elections,
    reads_payload=True,
)
ELECTIONS_SAID: Final = Guard(
    "elections_said",
    Label(
        "on kirjattu, toimitetaanko voimaantuloa edeltävänä vuonna aluevaalit",
        "det har antecknats om välfärdsområdesval förrättas året före ikraftträdandet",
        "it is recorded whether county elections are held in the year before the effect",
    ),
    (DIVISION("11 § 1 mom."),),
    _elections_said,
    reads_payload=True,
)
ELECTIONS_BEFORE: Final = Guard(
    "elections_before",
    Label(
        "voimaantuloa edeltävänä vuonna toimitetaan aluevaalit",
        "välfärdsområdesval förrättas året före ikraftträdandet",
        "county elections are held in the year before the effect",
    ),
    (DIVISION("11 § 1 mom."),),
    _elections_before,
    reads_payload=True,
)
DECIDED_BEFORE_SUMMER: Final = Guard(
    "decided_before_summer",
    Label(
        "päätös tehdään voimaantuloa edeltävän vuoden kesäkuun loppuun mennessä (vaalien edellä vaalivuotta edeltävän "
        "vuoden loppuun mennessä)",
        "beslutet fattas före utgången av juni året före ikraftträdandet (inför val före utgången av året före "
        "valåret)",
        "the decision is made by the end of June of the year before the effect (before elections: by the end of the "
        "year before the election year)",
    ),
    (DIVISION("11 § 1 mom."),),
    _decided_before_summer,
    reads_payload=True,
)
A_YEAR_BEFORE: Final = DIVISION_2025(
    "",
    Status.SECONDARY,
    Label(
        "valtiovarainministeriön tiedotteen mukaan; pykälänumeroa ei ole varmistettu",
        "enligt finansministeriets meddelande; paragrafnumret är inte bekräftat",
        "by the Ministry of Finance's announcement; the section number is not confirmed",
    ),
)
DECIDED_A_YEAR_BEFORE: Final = Guard(
    "decided_a_year_before",
    Label(
        "päätös tehdään vähintään vuotta ennen muutoksen voimaantuloa",
        "beslutet fattas minst ett år före ändringens ikraftträdande",
        "the decision is made at least one year before the change takes effect",
    ),
    (A_YEAR_BEFORE,),
    _decided_a_year_before,
    reads_payload=True,
)
REGIONS_DECIDED: Final = Guard(
    "regions_decided",
    Label(
        "samassa yhteydessä päätetään maakuntajaon muutoksesta",
        "samtidigt beslutas om ändringen av landskapsindelningen",
        "the division into regions is changed at the same time",
    ),
    (DIVISION("11 § 1 mom."), DIVISION("1 § 3 mom.")),
    _regions_decided,
    reads_payload=True,
)
EFFECT_HAS_COME: Final = Guard(
    "effect_has_come",
    Label(
        "päätetty voimaantulopäivä on tullut",
        "den beslutade dagen för ikraftträdandet har kommit",
        "the decided day of effect has come",
    ),
    (DIVISION("11 § 2 mom."),),
    _effect_has_come,
)
